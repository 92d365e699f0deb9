// Tables of goals and initiatives: means, counts, ratings.
#include "workbook/data_columns.h"
#include "workbook/subjects.h"

namespace workbook {

namespace {

using evaluate::Tally;

/// A goal, or the whole where there is none, in one year.
struct GroupYear {
    const input::Goal* goal;
    const Tally* tally;
    bool kpis;
    const evaluate::BandCount* band = nullptr;
};

std::vector<DataColumn<GroupYear>> with_group(std::vector<DataColumn<GroupYear>> columns) {
    std::vector<DataColumn<GroupYear>> all = {
        {"municipality_code", [](const Facts& f, const GroupYear&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const GroupYear&) { return municipality_name(f); }},
        {"strategy", [](const Facts& f, const GroupYear&) { return name_datum(f.strategy().title); }},
        {"scope",
         [](const Facts& f, const GroupYear& g) {
             return text_datum(f.word(g.goal == nullptr ? "overall_scope" : "goal_scope"));
         }},
        {"goal_number",
         [](const Facts&, const GroupYear& g) { return g.goal == nullptr ? nothing() : whole_datum(g.goal->number); }},
        {"goal",
         [](const Facts&, const GroupYear& g) {
             return g.goal == nullptr ? nothing() : name_datum(g.goal->title, g.goal->span);
         }},
        {"kind",
         [](const Facts& f, const GroupYear& g) { return text_datum(f.word(g.kpis ? "kpi" : "headline_target")); }},
        {"year", [](const Facts&, const GroupYear& g) { return western_datum(g.tally->year); }},
        {"era_year",
         [](const Facts& f, const GroupYear& g) { return era_datum(f, g.tally->year, base::YearKind::fiscal); }},
        {"year_kind", [](const Facts& f, const GroupYear&) { return year_kind_datum(f, base::YearKind::fiscal); }},
        {"count_unit", [](const Facts& f, const GroupYear&) { return text_datum(f.word("count_unit")); }},
    };
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
}

Datum count_datum(std::size_t count) { return whole_datum(static_cast<std::int64_t>(count)); }

const std::vector<DataColumn<GroupYear>>& goal_columns() {
    static const auto columns = with_group({
        {"in_force", [](const Facts&, const GroupYear& g) { return count_datum(g.tally->in_force); }},
        {"evaluated", [](const Facts&, const GroupYear& g) { return count_datum(g.tally->evaluated.size()); }},
        {"achieved", [](const Facts&, const GroupYear& g) { return count_datum(g.tally->achieved); }},
        {"mean", [](const Facts&, const GroupYear& g) { return number_datum(g.tally->mean); }, "mean"},
        {"mean_unit",
         [](const Facts& f, const GroupYear& g) {
             return text_datum(f.word(g.tally->in_points ? "score_unit" : "rate_unit"));
         }},
        {"rating",
         [](const Facts&, const GroupYear& g) {
             return g.tally->band == nullptr ? nothing() : text_datum(g.tally->band->word);
         },
         "rating"},
        {"mean_change", [](const Facts&, const GroupYear& g) { return number_datum(g.tally->mean_change); },
         "mean_change"},
        {"points_unit", [](const Facts& f, const GroupYear&) { return text_datum(f.word("points_unit")); }},
        {"mean_note",
         [](const Facts&, const GroupYear& g) {
             return g.goal == nullptr && g.kpis ? text_datum(g.tally->policy->overall_note) : nothing();
         }},
        {"policy", [](const Facts&, const GroupYear& g) { return text_datum(g.tally->policy->name); }},
    });
    return columns;
}

const std::vector<DataColumn<GroupYear>>& goal_band_columns() {
    static const auto columns = with_group({
        {"rating", [](const Facts&, const GroupYear& g) { return text_datum(g.band->band->word); }},
        {"count", [](const Facts&, const GroupYear& g) { return count_datum(g.band->count); }},
    });
    return columns;
}

/// What is said of headline targets stands on pages goal by goal only.
std::optional<evaluate::Subject> subject_of_group(const Facts& f, const GroupYear& g) {
    if (!g.kpis) return std::nullopt;
    if (g.goal == nullptr) return goal_in(std::nullopt, g.tally->year);
    return goal_in(static_cast<std::size_t>(g.goal - f.strategy().goals.data()), g.tally->year);
}

/// Calls `take` for every goal and the whole, KPIs and headline targets, every year up to the evaluated one.
template <typename Take>
void each_group_year(const Facts& facts, Take take) {
    const auto group = [&](const input::Goal* goal, const evaluate::GroupAssessment& assessment) {
        for (const bool kpis : {true, false}) {
            for (const Tally& tally : kpis ? assessment.kpis : assessment.headline_targets) {
                if (tally.year <= facts.inputs().evaluated_year) take(GroupYear{goal, &tally, kpis});
            }
        }
    };
    for (std::size_t at = 0; at < facts.strategy().goals.size(); ++at) {
        group(&facts.strategy().goals[at], facts.assessment.goals[at]);
    }
    group(nullptr, facts.assessment.overall);
}

const std::vector<DataColumn<input::Initiative>>& initiative_columns() {
    using input::Initiative;
    static const std::vector<DataColumn<Initiative>> columns = {
        {"municipality_code", [](const Facts& f, const Initiative&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const Initiative&) { return municipality_name(f); }},
        {"strategy", [](const Facts& f, const Initiative&) { return name_datum(f.strategy().title); }},
        {"goal_number",
         [](const Facts& f, const Initiative& i) { return whole_datum(f.strategy().goals[i.goal].number); }},
        {"goal", [](const Facts& f, const Initiative& i) { return name_datum(f.strategy().goals[i.goal].title); }},
        {"slogan", [](const Facts& f, const Initiative& i) { return name_datum(f.strategy().goals[i.goal].slogan); }},
        {"measure_number",
         [](const Facts& f, const Initiative& i) { return whole_datum(f.strategy().measures[i.measure].number); }},
        {"measure",
         [](const Facts& f, const Initiative& i) {
             return name_datum(f.strategy().measures[i.measure].title, f.strategy().measures[i.measure].span);
         }},
        {"initiative_number", [](const Facts&, const Initiative& i) { return whole_datum(i.number); }},
        {"initiative", [](const Facts&, const Initiative& i) { return name_datum(i.title, i.span); }},
        {"kpi_count", [](const Facts&, const Initiative& i) { return count_datum(i.kpis.size()); }},
        {"project_count", [](const Facts&, const Initiative& i) { return count_datum(i.projects.size()); }},
        {"count_unit", [](const Facts& f, const Initiative&) { return text_datum(f.word("count_unit")); }},
    };
    return columns;
}

}  // namespace

TableKind goals_table() {
    return {"goals",
            keys_of(goal_columns()),
            {"goal_number", "in_force", "evaluated", "achieved", "mean", "mean_change"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<GroupYear> rows(facts, goal_columns(), plan, take, subject_of_group);
                each_group_year(facts, [&](const GroupYear& group) { rows(group); });
            }};
}

TableKind goal_bands_table() {
    return {"goal_bands",
            keys_of(goal_band_columns()),
            {"goal_number", "count"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<GroupYear> rows(facts, goal_band_columns(), plan, take);
                each_group_year(facts, [&](GroupYear group) {
                    for (const evaluate::BandCount& count : evaluate::band_counts(*group.tally)) {
                        group.band = &count;
                        rows(group);
                    }
                });
            }};
}

TableKind initiatives_table() {
    return {"initiatives",
            keys_of(initiative_columns()),
            {"goal_number", "measure_number", "initiative_number", "kpi_count", "project_count"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<input::Initiative> rows(facts, initiative_columns(), plan, take);
                for (const input::Initiative& initiative : facts.strategy().initiatives) rows(initiative);
            }};
}

}  // namespace workbook
