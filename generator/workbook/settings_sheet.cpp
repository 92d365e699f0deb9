// The settings: policy, bands, words. Every formula refers to these cells, by name.
#include <fmt/format.h>

#include "workbook/council.h"
#include "workbook/limits.h"
#include "workbook/looks.h"
#include "workbook/next_band.h"
#include "workbook/policy_words.h"

namespace workbook {

namespace {

using input::Band;
using input::Policy;

constexpr const char* no_edge = "-1E+99";  // below every rate: the lowest band's

base::Decimal far_below() {
    base::Decimal value;
    value.negative = true;
    value.digits = "1" + std::string(99, '0');
    return value;
}

class SettingsWriter {
   public:
    explicit SettingsWriter(const Council& council)
        : council_(council), sheet_(*council.places.settings), plan_(*council.places.settings_plan) {}

    void write() {
        sheet_.no_grid();
        sheet_.row_height(0, 24);
        sheet_.text({0, 0}, council_.worded(plan_.title), title_look(), plan_.span);
        if (!plan_.lead.empty()) sheet_.text({1, 0}, plan_.lead, lead_look(), plan_.span);
        sheet_.column_width(0, 0, 170);
        sheet_.column_width(1, 12, 80);
        legend();
        for (const Policy* policy : council_.places.policies) write(*policy);
        PageSetup setup = council_.page(plan_);
        setup.scale = 65;  // twelve columns on a sheet that is hidden
        sheet_.page(setup);
    }

   private:
    const std::string& label(std::string_view key) const { return plan_.label(key); }

    void legend() {
        sheet_.text({2, 0}, label("legend"), label_look());
        sheet_.text({2, 1}, label("input_cell"), input_look(""));
        sheet_.merged({{2, 2}, {2, 3}}, label("formula_cell"), text_look());
        row_ = 4;
    }

    void write(const Policy& policy) {
        policy_ = &policy;
        sheet_.text({row_++, 0}, policy.name, section_look(), policy.span);
        rules();
        words();
        rate_bands();
        edges_of_types();
        class_bands();
        group_bands();
        statuses();
        wrong_inputs();
        ++row_;
    }

    void name(std::string_view key, Area area) {
        const bool one = area.first.row == area.last.row && area.first.column == area.last.column;
        council_.book.define(council_.places.name_of(key, policy_),
                             one ? cell_of(sheet_.name(), area.first) : area_of(sheet_.name(), area));
    }

    /// A number that may be corrected; blank where the policy has none. What is pasted passes the rule and turns red.
    void input(At at, const std::optional<base::Decimal>& value, const std::string& condition) {
        const Look look = input_look(value && value->decimals > 0 ? number_format(council_, value->decimals) : "");
        if (value) {
            sheet_.number(at, *value, look);
        } else {
            sheet_.blank(at, look);
        }
        sheet_.accept({at, at}, condition, label("input_title"), label("input_words"));
        sheet_.condition({at, at}, fmt::format("NOT(IFERROR({},FALSE))", condition), wrong_look());
        conditions_.push_back(condition);
    }

    /// "" for an item that is not typed on this sheet.
    std::string condition_of(std::string_view key, const std::string& at) const {
        if (key == "cap") return cap_condition(at, council_.places.name_of("floor", policy_));
        if (key == "floor") return floor_condition(at, council_.places.name_of("cap", policy_));
        if (key == "decimals" || key == "mean_decimals") return digits_condition(at);
        return key == "tolerance" ? tolerance_condition(at) : std::string();
    }

    /// How many of the policy's inputs break their rule.
    void wrong_inputs() {
        std::string count;
        for (const std::string& condition : conditions_) {
            count += fmt::format("{}IF(IFERROR({},FALSE),0,1)", count.empty() ? "" : "+", condition);
        }
        sheet_.text({row_, 0}, label("wrong_count"), label_look());
        sheet_.formula({row_, 1}, count, whole(std::int64_t{0}), number_look("0"));
        sheet_.condition({{row_, 1}, {row_, 1}}, cell({row_, 1}) + ">0", wrong_look());
        name("settings_wrong", {{row_, 1}, {row_, 1}});
        conditions_.clear();
        ++row_;
    }

    void rules() {
        head({"item", "policy"});
        for (const PolicyItem& item : policy_items(*policy_)) {
            const At at{row_, 1};
            sheet_.text({row_, 0}, council_.plan.word(item.key), label_look());
            if (const std::string condition = condition_of(item.key, cell(at)); !condition.empty()) {
                input(at, item.number, condition);
                name(item.key, {at, at});
            } else {
                const std::string& words = item.choice == nullptr ? item.text : council_.plan.word(item.choice);
                sheet_.merged({at, {row_, 6}}, words, text_look(), policy_->span);
            }
            ++row_;
        }
    }

    /// The words that formulas show where there is no rate.
    void words() {
        const auto& reasons = policy_->reasons;
        const auto or_excluded = [&](const std::string& word) { return word.empty() ? policy_->excluded_word : word; };
        word("no_target", "no_target", or_excluded(policy_->no_target_word));
        word("no_actual", "no_actual", or_excluded(reasons.no_actual));
        word("zero_target", "zero_word", or_excluded(reasons.zero_target));
        word("refused", "refused", or_excluded(reasons.refused));
        word("no_baseline", "no_baseline", or_excluded(reasons.no_baseline));
        word("no_verdict", "no_verdict", or_excluded(reasons.no_verdict));
        word("wrong_input", "wrong_input_title", council_.plan.word("wrong_input"));
        ++row_;
    }

    void word(std::string_view key, std::string_view title, const std::string& value) {
        sheet_.text({row_, 0}, council_.plan.word(title), label_look());
        sheet_.merged({{row_, 1}, {row_, 6}}, value, text_look(), policy_->span);
        name(key, {{row_, 1}, {row_, 1}});
        ++row_;
    }

    void head(const std::vector<std::string_view>& labels) {
        Column column = 0;
        for (std::string_view key : labels) sheet_.text({row_, column++}, label(key), head_look());
        ++row_;
    }

    void integer(At at, std::size_t value) { sheet_.number(at, whole(value), number_look("0")); }

    void flag(At at, bool value) { integer(at, value ? 1 : 0); }

    /// Symbol, word and both together, in the band's colour.
    void identity(const Band& band, Column first) {
        Look chip = centred_look();
        chip.bold = true;
        chip.ground = band.colour;
        chip.ink = band.on_colour;
        sheet_.text({row_, first}, band.word, text_look(), band.span);
        sheet_.text({row_, static_cast<Column>(first + 1)}, band.symbol, centred_look(), band.span);
        sheet_.formula({row_, static_cast<Column>(first + 2)},
                       fmt::format("IF(OR({0}=\"\",{0}={1}),{1},{0}&\" \"&{1})",
                                   cell({row_, static_cast<Column>(first + 1)}), cell({row_, first})),
                       band_display(band), chip);
    }

    /// What narrow cells show.
    void chip(const Band& band, Column column) {
        sheet_.formula({row_, column}, fmt::format("IF({0}=\"\",{1},{0})", cell({row_, 2}), cell({row_, 1})),
                       band_chip(band), centred_look());
    }

    /// The conditions of all the limits of a list whose first row is the present one.
    std::vector<std::string> conditions_of(const std::vector<Band>& bands, Column lower) const {
        std::vector<std::string> cells;
        for (std::size_t at = 0; at < bands.size(); ++at) {
            cells.push_back(fixed_cell({row_ + static_cast<Row>(at), lower}));
        }
        return limit_conditions(bands, cells);
    }

    void edge(const Band& band, Column lower, const std::string& condition) {
        input({row_, lower}, band.lower, condition);
        const At at{row_, static_cast<Column>(lower + 1)};
        const std::string source = cell({row_, lower});
        sheet_.formula(at, fmt::format("IF({0}=\"\",{1},{0})", source, no_edge), band.lower.value_or(far_below()),
                       number_look("[<-1E+90]\"－\";General"));
        flag({row_, static_cast<Column>(lower + 2)}, band.lower_strict);
    }

    void points(const Band& band, Column column) {
        if (band.points) {
            sheet_.number({row_, column}, *band.points, number_look("General"));
        } else {
            sheet_.blank({row_, column}, number_look(""));
        }
    }

    void named_columns(Row first, const std::vector<std::pair<const char*, Column>>& columns) {
        for (const auto& [key, column] : columns) name(key, {{first, column}, {row_ - 1, column}});
    }

    void section(std::string_view key) { sheet_.text({row_++, 0}, label(key), section_look()); }

    void rate_bands();
    void edges_of_types();
    void class_bands();
    void group_bands();
    void threshold(const Band& band, Column column);

    void statuses() {
        section("statuses");
        head({"status", "meaning"});
        const Row first = row_;
        for (const input::StatusWord& status : policy_->statuses) {
            sheet_.text({row_, 0}, status.word, text_look(), status.span);
            sheet_.merged({{row_, 1}, {row_, 6}}, status.meaning, text_look(), status.span);
            ++row_;
        }
        if (row_ == first) ++row_;
        name("statuses", {{first, 0}, {row_ - 1, 0}});
        ++row_;
    }

    const Council& council_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    const Policy* policy_ = nullptr;
    std::vector<std::string> conditions_;  ///< of the policy's inputs
    Row row_ = 0;
};

/// The least exact rate that is shown as reaching the band, and whether that rate itself does not.
void SettingsWriter::threshold(const Band& band, Column column) {
    const std::string source = cell({row_, 5}), strict = cell({row_, 6});
    const std::string unit = fmt::format("10^-{}", council_.places.name_of("decimals", policy_));
    const Threshold value = threshold_of(band, *policy_);
    const bool displayed = policy_->rated_value == input::RatedValue::displayed;
    std::string rate = source, exclusive = strict;
    if (displayed && policy_->rounding == base::Rounding::truncate) {
        rate = fmt::format("{}+{}*{}", source, strict, unit);
        exclusive = "0";
    } else if (displayed) {
        rate = fmt::format("{}+({}-0.5)*{}", source, strict, unit);
        exclusive = policy_->rounding == base::Rounding::half_up
                        ? "0"
                        : fmt::format("MOD(ROUND({}/{},0)+{},2)", source, unit, strict);
    }
    const Column next = static_cast<Column>(column + 1);
    sheet_.formula({row_, column}, fmt::format("IF({0}<=-1E+90,\"\",ROUND({1},11))", source, rate),
                   number_or_blank(value.rate), number_look("General"));
    sheet_.formula({row_, next}, fmt::format("IF({}<=-1E+90,0,{})", source, exclusive),
                   whole(std::int64_t{value.exclusive ? 1 : 0}), number_look("0"));
}

void SettingsWriter::rate_bands() {
    section("bands");
    head({"number", "word", "symbol", "display", "lower", "edge", "strict", "points", "range", "threshold", "exclusive",
          "chip"});
    const Row first = row_;
    const auto conditions = conditions_of(policy_->bands, 4);
    for (const Band& band : policy_->bands) {
        integer({row_, 0}, row_ - first + 1);
        identity(band, 1);
        edge(band, 4, conditions[row_ - first]);
        points(band, 7);
        sheet_.text({row_, 8}, band.range, text_look(), band.span);
        threshold(band, 9);
        chip(band, 11);
        ++row_;
    }
    named_columns(first, {{"band_number", 0},
                          {"band_word", 1},
                          {"band_display", 3},
                          {"band_edge", 5},
                          {"band_strict", 6},
                          {"band_points", 7},
                          {"band_threshold", 9},
                          {"band_exclusive", 10},
                          {"band_chip", 11}});
    ++row_;
}

/// Of each type that has edges of its own; what else a band is stands above.
void SettingsWriter::edges_of_types() {
    for (std::size_t type = 0; type < policy_->types.size(); ++type) {
        const input::TypeRule& rule = policy_->types[type];
        if (rule.bands.empty()) continue;
        sheet_.text({row_++, 0}, label("bands") + " " + rule.word, section_look(), rule.bands.front().span);
        head({"number", "word", "symbol", "display", "lower", "edge", "strict", "threshold", "exclusive"});
        const Row first = row_;
        const auto conditions = conditions_of(rule.bands, 4);
        for (const Band& band : rule.bands) {
            integer({row_, 0}, row_ - first + 1);
            identity(band, 1);
            edge(band, 4, conditions[row_ - first]);
            threshold(band, 7);
            ++row_;
        }
        const std::pair<const char*, Column> columns[] = {
            {"band_edge", 5}, {"band_strict", 6}, {"band_threshold", 7}, {"band_exclusive", 8}};
        for (const auto& [key, column] : columns) {
            council_.book.define(council_.places.edge_name(key, type, *policy_),
                                 area_of(sheet_.name(), {{first, column}, {row_ - 1, column}}));
        }
        ++row_;
    }
}

void SettingsWriter::class_bands() {
    if (policy_->class_bands.empty()) return;
    section("class_bands");
    head({"number", "word", "symbol", "display", "points", "chip"});
    const Row first = row_;
    for (const Band& band : policy_->class_bands) {
        integer({row_, 0}, row_ - first + 1);
        identity(band, 1);
        points(band, 4);
        chip(band, 5);
        ++row_;
    }
    named_columns(
        first, {{"class_number", 0}, {"class_word", 1}, {"class_display", 3}, {"class_points", 4}, {"class_chip", 5}});
    ++row_;
}

void SettingsWriter::group_bands() {
    if (policy_->group_bands.empty()) return;
    section("group_bands");
    head({"number", "word", "symbol", "display", "lower", "edge", "strict", "chip"});
    const Row first = row_;
    const auto conditions = conditions_of(policy_->group_bands, 4);
    for (const Band& band : policy_->group_bands) {
        integer({row_, 0}, row_ - first + 1);
        identity(band, 1);
        edge(band, 4, conditions[row_ - first]);
        chip(band, 7);
        ++row_;
    }
    named_columns(first, {{"group_number", 0},
                          {"group_word", 1},
                          {"group_display", 3},
                          {"group_edge", 5},
                          {"group_strict", 6},
                          {"group_chip", 7}});
    ++row_;
}

}  // namespace

void write_settings(const Council& council) { SettingsWriter(council).write(); }

}  // namespace workbook
