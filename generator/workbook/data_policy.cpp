// Tables of the evaluation policy, its bands and status words, and the definitions of every column.
#include "workbook/data_columns.h"
#include "workbook/policy_words.h"

namespace workbook {

namespace {

using input::Policy;

/// The policies in force, the evaluated year's first, each once.
std::vector<const Policy*> policies_of(const Facts& facts) {
    std::vector<const Policy*> policies = {&facts.inputs().policy};
    for (const auto& [year, policy] : facts.inputs().earlier_policies) policies.push_back(&policy);
    return policies;
}

struct Rule {
    const Policy* policy;
    PolicyItem item;
};

Datum policy_name(const Policy& policy) { return text_datum(policy.name, policy.span); }

const std::vector<DataColumn<Rule>>& rule_columns() {
    static const std::vector<DataColumn<Rule>> columns = {
        {"municipality_code", [](const Facts& f, const Rule&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const Rule&) { return municipality_name(f); }},
        {"policy_id", [](const Facts&, const Rule& r) { return name_datum(r.policy->id); }},
        {"policy", [](const Facts&, const Rule& r) { return policy_name(*r.policy); }},
        {"item", [](const Facts& f, const Rule& r) { return text_datum(f.word(r.item.key)); }},
        {"value", [](const Facts&, const Rule& r) { return number_datum(r.item.number); }},
        {"unit", [](const Facts& f,
                    const Rule& r) { return r.item.unit == nullptr ? nothing() : text_datum(f.word(r.item.unit)); }},
        {"words",
         [](const Facts& f, const Rule& r) {
             return r.item.choice == nullptr ? text_datum(r.item.text) : text_datum(f.word(r.item.choice));
         }},
    };
    return columns;
}

struct BandOf {
    const Policy* policy;
    const input::Band* band;
    const char* use;  ///< a word of the plan
    int number;
    std::string type;  ///< whose edges they are; empty: the policy's
};

const std::vector<DataColumn<BandOf>>& band_columns() {
    static const std::vector<DataColumn<BandOf>> columns = {
        {"municipality_code", [](const Facts& f, const BandOf&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const BandOf&) { return municipality_name(f); }},
        {"policy_id", [](const Facts&, const BandOf& b) { return name_datum(b.policy->id); }},
        {"policy", [](const Facts&, const BandOf& b) { return policy_name(*b.policy); }},
        {"use",
         [](const Facts& f, const BandOf& b) {
             return text_datum(f.word(b.use) + (b.type.empty() ? "" : "（" + b.type + "）"));
         }},
        {"number", [](const Facts&, const BandOf& b) { return whole_datum(b.number); }},
        {"rating", [](const Facts&, const BandOf& b) { return text_datum(b.band->word, b.band->span); }},
        {"symbol", [](const Facts&, const BandOf& b) { return name_datum(b.band->symbol); }},
        {"range", [](const Facts&, const BandOf& b) { return text_datum(b.band->range); }},
        {"lower", [](const Facts&, const BandOf& b) { return number_datum(b.band->lower); }},
        {"lower_unit", [](const Facts& f, const BandOf&) { return text_datum(f.word("rate_unit")); }},
        {"lower_strict", [](const Facts& f, const BandOf& b) { return flag_datum(f, b.band->lower_strict); }},
        {"points", [](const Facts&, const BandOf& b) { return number_datum(b.band->points); }},
        {"score_unit", [](const Facts& f, const BandOf&) { return text_datum(f.word("score_unit")); }},
    };
    return columns;
}

using StatusOf = std::pair<const Policy*, const input::StatusWord*>;

const std::vector<DataColumn<StatusOf>>& status_columns() {
    static const std::vector<DataColumn<StatusOf>> columns = {
        {"municipality_code", [](const Facts& f, const StatusOf&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const StatusOf&) { return municipality_name(f); }},
        {"policy", [](const Facts&, const StatusOf& s) { return policy_name(*s.first); }},
        {"status", [](const Facts&, const StatusOf& s) { return text_datum(s.second->word, s.second->span); }},
        {"meaning", [](const Facts&, const StatusOf& s) { return text_datum(s.second->meaning, s.second->span); }},
    };
    return columns;
}

struct Definition {
    const TablePlan* table;
    const ColumnPlan* column;
    int number;
};

const std::vector<DataColumn<Definition>>& definition_columns() {
    static const std::vector<DataColumn<Definition>> columns = {
        {"table", [](const Facts&, const Definition& d) { return text_datum(d.table->sheet, d.table->span); }},
        {"file", [](const Facts&, const Definition& d) { return text_datum(d.table->file, d.table->span); }},
        {"number", [](const Facts&, const Definition& d) { return whole_datum(d.number); }},
        {"column",
         [](const Facts& f, const Definition& d) { return text_datum(column_label(f, *d.column), d.column->span); }},
        {"definition", [](const Facts& f,
                          const Definition& d) { return text_datum(column_definition(f, *d.column), d.column->span); }},
        {"key", [](const Facts&, const Definition& d) { return name_datum(d.column->key, d.column->span); }},
    };
    return columns;
}

void each_band(const Policy& policy, const std::function<void(const BandOf&)>& take) {
    const auto list = [&](const std::vector<input::Band>& bands, const char* use, const std::string& type = "") {
        int number = 0;
        for (const input::Band& band : bands) take({&policy, &band, use, ++number, type});
    };
    list(policy.bands, "bands_of_rate");
    for (const input::TypeRule& type : policy.types) list(type.bands, "bands_of_rate", type.word);
    list(policy.class_bands, "bands_of_class");
    list(policy.group_bands, "bands_of_group");
}

}  // namespace

TableKind policy_table() {
    return {"policy",
            keys_of(rule_columns()),
            {"value"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<Rule> rows(facts, rule_columns(), plan, take);
                for (const Policy* policy : policies_of(facts)) {
                    for (const PolicyItem& item : policy_items(*policy)) rows({policy, item});
                }
            }};
}

TableKind bands_table() {
    return {"bands",
            keys_of(band_columns()),
            {"number", "lower", "points"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<BandOf> rows(facts, band_columns(), plan, take);
                for (const Policy* policy : policies_of(facts)) {
                    each_band(*policy, [&](const BandOf& band) { rows(band); });
                }
            }};
}

TableKind statuses_table() {
    return {
        "statuses", keys_of(status_columns()), {}, [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
            RowMaker<StatusOf> rows(facts, status_columns(), plan, take);
            for (const Policy* policy : policies_of(facts)) {
                for (const input::StatusWord& status : policy->statuses) rows({policy, &status});
            }
        }};
}

TableKind definitions_table() {
    return {"definitions",
            keys_of(definition_columns()),
            {"number"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<Definition> rows(facts, definition_columns(), plan, take);
                for (const TablePlan& table : facts.plan.tables) {
                    int number = 0;
                    for (const ColumnPlan& column : table.columns) rows({&table, &column, ++number});
                }
            }};
}

}  // namespace workbook
