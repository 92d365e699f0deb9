// The tallies: a row a goal and year, then the whole, then the same with the trial values; counts, means, ratings. The
// summary and the sheet of trials show them.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/formulas.h"
#include "workbook/looks.h"
#include "workbook/subjects.h"

namespace workbook {

namespace {

using evaluate::Tally;
using input::OverallBy;
using input::Policy;

/// What a row counts.
enum class Set { kpis, headline_targets, trials };

class TallyWriter {
   public:
    TallyWriter(const Council& council, const Tally& tally, Set set, std::optional<std::size_t> goal)
        : council_(council),
          places_(council.places),
          table_(council.places.tallies),
          tally_(tally),
          policy_(*tally.policy),
          set_(set),
          goal_(goal),
          row_(row_of(goal)) {}

    void write(const Tally* before) {
        identity();
        counts();
        means();
        rating();
        if (set_ == Set::trials) {
            change_by_trial();
        } else {
            change(before);
        }
    }

   private:
    Row row_of(std::optional<std::size_t> goal) const {
        return set_ == Set::trials ? places_.trial_tally(goal)
                                   : places_.tally_row(set_ == Set::kpis, tally_.year, goal);
    }
    Sheet& sheet() { return *table_.sheet; }
    At at(std::string_view key) const { return table_.at(row_, key); }
    std::string cell_here(std::string_view key) const { return cell(at(key)); }
    void formula(At at, const std::string& text, const Computed& value, const std::string& format) {
        sheet().formula(at, text, value, number_look(format));
    }

    /// Of the KPIs, whose facts pages show too.
    void show(std::string_view fact) {
        if (set_ == Set::kpis) sheet().shows(goal_in(goal_, tally_.year), fact);
    }

    const char* kind() const {
        return set_ == Set::trials ? "trial_kpi" : set_ == Set::kpis ? "kpi" : "headline_target";
    }

    void identity() {
        const input::Goal* goal = goal_ ? &council_.strategy().goals[*goal_] : nullptr;
        Look look = text_look();
        look.wrap = false;
        sheet().text(at("kind"), council_.plan.word(kind()), look);
        sheet().text(at("name"), goal == nullptr ? council_.plan.word("overall_scope") : goal->title, look);
        sheet().number(at("year"), whole(std::int64_t{tally_.year.western}), number_look("0"));
        if (goal == nullptr) {
            sheet().blank(at("goal"), look);
            sheet().blank(at("weight"), look);
        } else {
            sheet().number(at("goal"), whole(std::int64_t{goal->number}), number_look("0"));
            sheet().number(at("weight"), goal->weight.value_or(whole(std::int64_t{1})), number_look("General"));
        }
    }

    /// The conditions that pick the row's indicators: ranges and criteria.
    std::string criteria() const {
        std::string text = fmt::format("{},{},{},{}", places_.calculated_range("kind"), "$" + cell_here("kind"),
                                       places_.calculated_range("year"), "$" + cell_here("year"));
        if (goal_) text += fmt::format(",{},{}", places_.calculated_range("goal"), "$" + cell_here("goal"));
        return text;
    }

    /// The same for those that enter the mean of the row.
    std::string criteria_of_mean() const {
        if (!policy_.leaves_out()) return criteria();
        return fmt::format("{},{},\">={}\"", criteria(), places_.calculated_range("in_means"), goal_ ? 1 : 2);
    }

    void count(At at, std::string_view key, std::string_view value, std::size_t number) {
        formula(at, fmt::format("COUNTIFS({},{},{})", criteria(), places_.calculated_range(key), value), whole(number),
                "0");
    }

    void counts() {
        count(at("in_force"), "in_force", "1", tally_.in_force);
        count(at("evaluated"), "evaluated", "1", tally_.evaluated.size());
        count(at("achieved"), "achieved", "1", tally_.achieved);
        count_each("bands", "band", tally_.per_band);
        count_each("classes", "class", tally_.per_class_band);
    }

    void count_each(std::string_view columns, std::string_view key, const std::vector<std::size_t>& counts) {
        At place = at(columns);
        for (std::size_t band = 0; band < counts.size(); ++band, ++place.column) {
            count(place, key, std::to_string(band + 1), counts[band]);
        }
    }

    /// The goals' cells of a column in this year.
    std::string goals_range(std::string_view key) const {
        const Row first = row_of(0);
        const Row last = first + static_cast<Row>(places_.goal_count) - 1;
        return fmt::format("{}:{}", cell(table_.at(first, key)), cell(table_.at(last, key)));
    }

    std::string mean_formula() const {
        const bool displayed = policy_.goal_mean_of == input::MeanOf::displayed_rates;
        const std::string goals = goals_range(displayed ? "mean" : "exact"), weights = goals_range("weight");
        switch (tally_.by) {
            case OverallBy::mean_of_goal_means: return fmt::format("AVERAGE({})", goals);
            case OverallBy::weighted_goals:
                return fmt::format("SUMPRODUCT({0},{1})/SUMPRODUCT(--ISNUMBER({0}),{1})", goals, weights);
            case OverallBy::share_achieved:
                if (!policy_.leaves_out()) {
                    return fmt::format("{}*100/{}", cell_here("achieved"), cell_here("evaluated"));
                }
                return fmt::format("COUNTIFS({0},{1},1)*100/COUNTIFS({0},{2},1)", criteria_of_mean(),
                                   places_.calculated_range("achieved"), places_.calculated_range("evaluated"));
            case OverallBy::points:
                return fmt::format("AVERAGEIFS({},{})", places_.calculated_range("points"), criteria_of_mean());
            case OverallBy::points_sum:
                return fmt::format("IF(COUNTIFS({1},\">=-1E+99\",{0})=0,NA(),SUMIFS({1},{0}))", criteria_of_mean(),
                                   places_.calculated_range("points"));
            case OverallBy::weighted_kpis:
                return fmt::format("SUMIFS({0},{2})/SUMIFS({1},{2})", places_.calculated_range("weighted"),
                                   places_.calculated_range("weight"), criteria_of_mean());
            case OverallBy::mean_of_kpis: break;
        }
        return fmt::format("AVERAGEIFS({},{})", places_.calculated_range("term"), criteria_of_mean());
    }

    std::optional<base::Ratio> exact_mean() const {
        if (!tally_.mean_exact) return std::nullopt;
        return tally_.in_points ? *tally_.mean_exact : *tally_.mean_exact * base::Ratio(100);
    }

    void means() {
        const auto exact = exact_mean();
        formula(at("exact"), fmt::format("IFERROR(ROUND({},{}),\"\")", mean_formula(), kept_decimals),
                number_or_blank(exact ? std::optional(kept(*exact)) : std::nullopt), "0.00000000000");
        const std::string shown =
            rounded(cell_here("exact"), places_.name_of("mean_decimals", &policy_), policy_.rounding);
        show("mean");
        formula(at("mean"), fmt::format("IF({}=\"\",\"\",{})", cell_here("exact"), shown), number_or_blank(tally_.mean),
                number_format(council_, policy_.mean_decimals));
    }

    /// Which table of bands a mean is looked up in: names of the settings.
    struct Lookup {
        const std::vector<input::Band>* bands;
        std::string number, edge, strict, display;
    };

    Lookup lookup() const {
        const auto name = [&](const char* key) { return places_.name_of(key, &policy_); };
        if (!policy_.group_bands.empty()) {
            return {&policy_.group_bands, name("group_number"), name("group_edge"), name("group_strict"),
                    name("group_display")};
        }
        if (!tally_.in_points) {
            return {&policy_.bands, name("band_number"), name("band_edge"), name("band_strict"), name("band_display")};
        }
        if (policy_.formula == input::Formula::classes) {
            return {&policy_.class_bands, name("class_number"), name("class_points"), "0", name("class_display")};
        }
        return {&policy_.bands, name("band_number"), name("band_points"), "0", name("band_display")};
    }

    void rating() {
        const bool displayed = policy_.rated_value == input::RatedValue::displayed;
        const std::string value = cell_here(displayed ? "mean" : "exact");
        if (tally_.by == OverallBy::points_sum && policy_.group_bands.empty()) {
            formula(at("band"), "\"\"", std::string(), "0");
            formula(at("rating"), "\"\"", std::string(), "");
            return;
        }
        const Lookup table = lookup();
        const auto number = band_place(*table.bands, tally_.band);
        formula(at("band"),
                fmt::format("IF({}=\"\",\"\",{})", value, band_number(value, table.number, table.edge, table.strict)),
                number ? Computed(whole(*number)) : std::string(), "0");
        show("rating");
        formula(at("rating"), fmt::format("IF({0}=\"\",\"\",INDEX({1},{0}))", cell_here("band"), table.display),
                rating_of(tally_.band), "");
    }

    void change(const Tally* before) {
        const Look look = number_look(signed_format(council_, policy_.mean_decimals));
        if (before == nullptr || before->in_points != tally_.in_points) {
            sheet().blank(at("change"), look);
            return;
        }
        const std::string last_year =
            cell(table_.at(places_.tally_row(set_ == Set::kpis, before->year, goal_), "mean"));
        const int digits = std::max(policy_.mean_decimals, before->policy->mean_decimals);
        show("mean_change");
        sheet().formula(at("change"),
                        fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),ROUND({0}-{1},{2}),\"\")", cell_here("mean"),
                                    last_year, digits),
                        number_or_blank(tally_.mean_change), look);
    }

    /// What the trial values change.
    void change_by_trial() {
        const std::string now = cell(table_.at(places_.tally_row(true, tally_.year, goal_), "mean"));
        sheet().formula(at("change"),
                        fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),ROUND({0}-{1},{2}),\"\")", cell_here("mean"),
                                    now, policy_.mean_decimals),
                        number_or_blank(tally_.mean ? std::optional(no_change()) : std::nullopt),
                        number_look(signed_format(council_, policy_.mean_decimals)));
    }

    base::Decimal no_change() const { return base::Ratio().rounded(policy_.mean_decimals); }

    const Council& council_;
    const Places& places_;
    const TableSheet& table_;
    const Tally& tally_;
    const Policy& policy_;
    Set set_;
    std::optional<std::size_t> goal_;
    Row row_;
};

void write_row(const Council& council, bool kpis, std::size_t year, std::optional<std::size_t> goal) {
    const evaluate::GroupAssessment& group = goal ? council.assessment.goals[*goal] : council.assessment.overall;
    const std::vector<Tally>& tallies = kpis ? group.kpis : group.headline_targets;
    TallyWriter(council, tallies[year], kpis ? Set::kpis : Set::headline_targets, goal)
        .write(year == 0 ? nullptr : &tallies[year - 1]);
}

/// The goals of every year, then the wholes: the order of Places::tally_row.
void write_rows(const Council& council) {
    const auto each_year = [&](const auto& write) {
        for (const bool kpis : {true, false}) {
            for (std::size_t year = 0; year < council.places.judged; ++year) write(kpis, year);
        }
    };
    each_year([&](bool kpis, std::size_t year) {
        for (std::size_t goal = 0; goal < council.places.goal_count; ++goal) write_row(council, kpis, year, goal);
    });
    each_year([&](bool kpis, std::size_t year) { write_row(council, kpis, year, std::nullopt); });
}

void write_trials(const Council& council) {
    const base::Year year = council.evaluated_year();
    for (std::size_t goal = 0; goal < council.places.goal_count; ++goal) {
        TallyWriter(council, council.assessment.goals[goal].kpis_in(year), Set::trials, goal).write(nullptr);
    }
    TallyWriter(council, council.assessment.overall.kpis_in(year), Set::trials, std::nullopt).write(nullptr);
}

void write_tallies_head(const Council& council) {
    const TableSheet& table = council.places.tallies;
    begin_table(council, table, 70);
    const auto& columns = table.plan->columns;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const Column first = table.columns.find(columns[at].key)->second;
        const auto next = at + 1 == columns.size() ? first + 1 : table.columns.find(columns[at + 1].key)->second;
        for (Column column = first; column < next; ++column) {
            table.sheet->column_width(column, column, 6 + 5.4 * (columns[at].width > 0 ? columns[at].width : 10));
            const std::string number = std::to_string(column - first + 1);
            table.sheet->text({TableSheet::head, column}, filled(columns[at].label, {{"number", number}}), head_look(),
                              columns[at].span);
        }
    }
}

}  // namespace

void write_tallies(const Council& council) {
    const TableSheet& table = council.places.tallies;
    write_tallies_head(council);
    write_rows(council);
    Row last = council.places.tally_row(false, council.evaluated_year(), std::nullopt);
    if (council.places.trial != nullptr) {
        write_trials(council);
        last = council.places.trial_tally(std::nullopt);
    }
    const Column rating = table.columns.find("rating")->second;
    colour_rating_column(council, *table.sheet, {TableSheet::first, rating}, last);
}

}  // namespace workbook
