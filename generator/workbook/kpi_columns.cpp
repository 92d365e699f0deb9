// A column is a key, a function from a row to its cell, and a test whether the row has anything to show there.
#include "workbook/kpi_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/taken_target.h"
#include "workbook/formulas.h"
#include "workbook/looks.h"
#include "workbook/policy_words.h"
#include "workbook/remarks.h"

namespace workbook {

namespace {

using input::Direction;

Content linked(Content content, const std::string& link) {
    content.link = link;
    if (!link.empty()) content.look = link_look(content.look);
    return content;
}

std::string remarks_of(const KpiRow& row) {
    return remarks(row.council.assessment, row.council.plan, row.index, {row.now.year});
}

Content whole_number(int value) { return {"", whole(std::int64_t{value}), centred_look()}; }

/// To the table where it is corrected.
Content goal(const KpiRow& row) {
    return linked(whole_number(row.council.strategy().goals[row.indicator.goal].number),
                  row.places.goal_cell(row.index));
}

Content initiative(const KpiRow& row) {
    return row.text(row.kpi() ? row.council.strategy().initiatives[row.indicator.initiative].title : "");
}

/// Without a link: LibreOffice does not wrap a cell that has one.
Content name(const KpiRow& row) { return row.text(marked_name(row.council, row.index), row.indicator.span); }

Content baseline(const KpiRow& row) {
    // The one that formulas take may be a later one.
    std::string cell = row.ref(row.now, "baseline");
    if (row.indicator.rate_baseline) cell = fmt::format("IF({0}=\"\",\"\",{0})", row.places.baseline_ref(row.index));
    return {cell, figure_value(row.indicator.baseline ? &*row.indicator.baseline : nullptr), number_look(row.format())};
}

Content baseline_year(const KpiRow& row) {
    if (!row.indicator.baseline_year) return row.nothing();
    return row.text(
        base::era_year(row.council.inputs().eras, *row.indicator.baseline_year, row.indicator.baseline_year_kind));
}

/// The projects that report this indicator, else those of its initiative.
std::vector<const input::Project*> projects_of(const KpiRow& row) {
    std::vector<const input::Project*> found = row.council.reporting[row.index];
    if (!found.empty() || !row.kpi()) return found;
    for (const std::size_t at : row.council.strategy().initiatives[row.indicator.initiative].projects) {
        if (!row.council.inputs().projects[at].reprint_of) found.push_back(&row.council.inputs().projects[at]);
    }
    return found;
}

/// To the first of the projects.
Content measure(const KpiRow& row) {
    if (!row.kpi()) return row.nothing();
    const auto found = projects_of(row);
    return linked(whole_number(row.council.strategy().measures[row.indicator.measure].number),
                  found.empty() ? "" : row.places.project_cell(*found.front()));
}

/// Each name once, and not more than a cell shows well.
Content projects(const KpiRow& row) {
    constexpr std::size_t most = 8;
    const auto found = projects_of(row);
    std::vector<std::string> names;
    for (const input::Project* project : found) {
        if (std::find(names.begin(), names.end(), project->name) == names.end()) names.push_back(project->name);
    }
    std::string text;
    for (std::size_t at = 0; at < std::min(names.size(), most); ++at) text += (at == 0 ? "" : "、") + names[at];
    if (names.size() > most) {
        text += "、" + filled(row.word("more_projects"), {{"count", std::to_string(names.size() - most)}});
    }
    return row.text(text);
}

Content achieved(const KpiRow& row) {
    const std::string flag = row.ref(row.now, "achieved");
    const std::string &yes = row.word("achieved"), &no = row.word("not_achieved");
    return row.centred(
        "IF(" + flag + "=\"\",\"\",IF(" + flag + "=1," + formula_text(yes) + "," + formula_text(no) + "))",
        row.now.evaluated() ? (row.now.achieved ? yes : no) : std::string());
}

Content human_rating(const KpiRow& row) {
    return row.centred("", row.now.human == nullptr ? std::string() : row.now.human->word);
}

Content council_rating(const KpiRow& row) {
    return row.centred("", row.now.council == nullptr ? std::string() : row.now.council->word);
}

/// The second rate from the cells of actual, baseline and the year's target it is taken from; a value where the target
/// is a part or on a line.
std::string second_formula(const KpiRow& row) {
    const input::Policy& policy = *row.now.policy;
    const input::SecondRate& second = *policy.second_rate;
    const input::TakenTarget taken =
        input::taken_target(row.indicator, second.target, second.formula, row.now.year, row.council.inputs());
    if (!taken.from || taken.computed()) return "";
    const std::string actual = row.ref(row.now, "actual"), baseline = row.ref(row.now, "baseline");
    const std::string target = row.places.block_ref(row.index, "target", *taken.from);
    const auto name = [&](std::string_view key) { return row.places.name_of(key, &policy); };
    const bool own = &input::tolerance_of(row.indicator, policy) != &policy.tolerance;
    const std::string none = "1";
    const RateTerms terms{second.formula,
                          row.indicator.direction == Direction::higher,
                          policy.zero_target,
                          actual,
                          target,
                          baseline,
                          tolerance_formula(row.indicator, policy, own ? "" : name("tolerance"), target, baseline),
                          none,
                          none,
                          none};
    const std::string limited = "MAX(" + name("floor") + ",MIN(" + name("cap") + "," + rate_formula(terms) + "))";
    return fmt::format("IF(OR({0}=0,NOT(ISNUMBER({1})),NOT(ISNUMBER({2}))),\"\",IF({3}<>\"\",\"\",{4}))",
                       row.ref(row.now, "evaluated"), actual, target, rate_refusal(terms),
                       rounded(limited, name("decimals"), policy.rounding));
}

Content second_rate(const KpiRow& row) {
    if (!row.now.second) return row.nothing();
    return {second_formula(row), row.now.second->shown,
            number_look(rate_format(*row.now.policy, row.now.policy->decimals))};
}

Content answer(const KpiRow& /*row*/) {
    Look look = text_look();
    look.locked = false;
    look.ground = input_ground;
    return {"", std::string(), look};
}

/// To the row of questions and answers.
Content questions(const KpiRow& row) {
    const std::string cell = row.places.answer_cell(row.index);
    return linked(row.centred("", cell.empty() ? std::string() : row.word("to_questions")), cell);
}

bool has_projects(const KpiRow& row) { return !projects_of(row).empty(); }

std::vector<KpiColumn> identity_columns() {
    return {
        {"goal", goal},
        {"measure", measure, [](const KpiRow& r) { return r.kpi(); }},
        {"initiative", initiative, [](const KpiRow& r) { return r.kpi(); }, true},
        {"id", [](const KpiRow& r) { return r.text(r.indicator.id, r.indicator.span); }},
        {"kind", [](const KpiRow& r) { return r.text(r.word(r.kpi() ? "kpi" : "headline_target")); }},
        {"name", name, nullptr, true},
        {"unit",
         [](const KpiRow& r) {
             return Content{"", r.indicator.unit, centred_look(), r.indicator.span};
         }},
        {"year_kind",
         [](const KpiRow& r) {
             return r.text(r.word(r.indicator.year_kind == base::YearKind::fiscal ? "fiscal" : "calendar"));
         }},
        {"direction",
         [](const KpiRow& r) {
             return r.centred("", r.word(r.indicator.direction == Direction::higher ? "higher" : "lower"));
         }},
        {"formula",
         [](const KpiRow& r) { return r.text(r.word(word_of(input::formula_of(r.indicator, *r.now.policy)))); }},
        {"baseline", baseline, [](const KpiRow& r) { return r.indicator.baseline.has_value(); }},
        {"baseline_year", baseline_year, [](const KpiRow& r) { return r.indicator.baseline_year.has_value(); }},
    };
}

std::vector<KpiColumn> figure_columns() {
    return {
        {"target", [](const KpiRow& r) { return r.figure("target", r.now); }},
        {"actual", [](const KpiRow& r) { return r.figure("actual", r.now); }},
        {"rate", [](const KpiRow& r) { return r.rate("shown", r.now); }},
        {"uncapped", [](const KpiRow& r) { return r.rate("uncapped", r.now); }},
        {"rating", [](const KpiRow& r) { return r.rating(r.now); }},
        {"second_rate", second_rate, [](const KpiRow& r) { return static_cast<bool>(r.now.second); }},
        {"council_rating", council_rating, [](const KpiRow& r) { return r.now.council != nullptr; }},
        {"council_reason",
         [](const KpiRow& r) {
             return r.text(r.now.council == nullptr ? "" : r.now.council->reason, r.indicator.span);
         },
         [](const KpiRow& r) { return r.now.council != nullptr && !r.now.council->reason.empty(); }, true},
        {"human_rating", human_rating, [](const KpiRow& r) { return r.now.human != nullptr; }},
        {"human_reason",
         [](const KpiRow& r) { return r.text(r.now.human == nullptr ? "" : r.now.human->reason, r.indicator.span); },
         [](const KpiRow& r) { return r.now.human != nullptr && !r.now.human->reason.empty(); }, true},
        {"achieved", achieved},
        {"reason", [](const KpiRow& r) { return r.centred(r.ref(r.now, "reason"), r.now.reason); }},
        {"actuals", nullptr},
        {"rates", nullptr},
    };
}

std::vector<KpiColumn> description_columns() {
    return {
        {"projects", projects, has_projects, true},
        {"section", [](const KpiRow& r) { return r.text(r.indicator.section, r.indicator.span); },
         [](const KpiRow& r) { return !r.indicator.section.empty(); }},
        {"next_publication", [](const KpiRow& r) { return r.text(r.indicator.next_publication, r.indicator.span); },
         [](const KpiRow& r) { return !r.indicator.next_publication.empty(); }},
        {"source", [](const KpiRow& r) { return r.text(r.indicator.source, r.indicator.span); },
         [](const KpiRow& r) { return !r.indicator.source.empty(); }, true},
        {"note", [](const KpiRow& r) { return r.text(remarks_of(r), r.indicator.span); },
         [](const KpiRow& r) { return !remarks_of(r).empty(); }, true},
        {"definition", [](const KpiRow& r) { return r.text(r.indicator.definition, r.indicator.span); },
         [](const KpiRow& r) { return !r.indicator.definition.empty(); }, true},
        {"answer", answer, nullptr, true},
        {"questions", questions, [](const KpiRow& r) { return !r.places.answer_cell(r.index).empty(); }},
    };
}

}  // namespace

const std::vector<KpiColumn>& kpi_columns() {
    static const std::vector<KpiColumn> all = [] {
        std::vector<KpiColumn> columns = identity_columns();
        for (const auto& part : {figure_columns(), change_columns(), next_columns(), description_columns()}) {
            columns.insert(columns.end(), part.begin(), part.end());
        }
        return columns;
    }();
    return all;
}

const KpiColumn* kpi_column(std::string_view key) {
    const auto& all = kpi_columns();
    const auto found = std::find_if(all.begin(), all.end(), [&](const KpiColumn& column) { return column.key == key; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace workbook
