// One row a kind of sheet: its columns, rows, labels and range names, and whether the formulas need all of them.
#include "workbook/vocabulary.h"

#include <algorithm>

#include "workbook/council.h"
#include "workbook/kpi_columns.h"
#include "workbook/policy_words.h"
#include "workbook/project_ratings.h"

namespace workbook {

namespace {

/// Columns of lists of indicators, one row each.
const Keys& list_columns() {
    static const Keys keys = [] {
        Keys all;
        for (const KpiColumn& column : kpi_columns()) all.push_back(column.key);
        return all;
    }();
    return keys;
}

const Keys& calculation_columns() {
    static const Keys keys = {"id",       "kind",    "goal",     "name",   "year",    "in_force",  "fixed",
                              "target",   "actual",  "baseline", "wrong",  "reason",  "evaluated", "exact",
                              "uncapped", "clamped", "shown",    "band",   "class",   "rating",    "achieved",
                              "term",     "weight",  "weighted", "points", "in_means"};
    return keys;
}

const Keys& tally_columns() {
    static const Keys keys = {"kind",    "goal",  "name", "year", "in_force", "evaluated", "achieved", "bands",
                              "classes", "exact", "mean", "band", "rating",   "change",    "weight"};
    return keys;
}

const Keys& project_sheet_columns() {
    static const Keys keys = {
        "goal",    "measure",   "initiative", "project",  "account", "section", "content",
        "results", "indicator", "unit",       "previous", "current", "note",    project_ratings_column};
    return keys;
}

const Keys& summary_columns() {
    static const Keys keys = {"number", "goal",          "in_force", "evaluated",   "excluded", "achieved",
                              "bands",  "previous_mean", "mean",     "mean_change", "rating"};
    return keys;
}

/// Most writers fill the sheet they are given; those of the last sheets find theirs among the places.
template <void (*write)(const Council&, Sheet&, const SheetPlan&)>
void on_sheet(const Council& council, const PlannedSheet& planned) {
    write(council, *planned.sheet, *planned.plan);
}
template <void (*write)(const Council&)>
void in_book(const Council& council, const PlannedSheet& /*planned*/) {
    write(council);
}
void write_goal_sheet(const Council& council, const PlannedSheet& planned) {
    write_goal(council, planned.goal, *planned.plan);
}

std::vector<std::string_view> summary_words() {
    return {"overall",        "change",      "ratings",    "evaluated", "excluded",
            "achieved",       "goals",       "goals_head", "headline",  "headline_head",
            "matrix",         "matrix_note", "name",       "unit",      "target",
            "actual",         "rate",        "mean",       "attention", "attention_count",
            "attention_none", "more",        "short_of",   "over",      "changes",
            "all_changes",    "questions"};
}

std::vector<std::string_view> card_words() {
    return {"choose",     "choose_title", "choose_words",     "goal",     "measure",
            "initiative", "unit",         "direction",        "baseline", "section",
            "source",     "definition",   "next_publication", "projects", "remarks",
            "year",       "target",       "actual",           "rate",     "uncapped",
            "rating",     "reason",       "chart_description"};
}

const std::vector<SheetVocabulary>& vocabularies() {
    static const std::vector<SheetVocabulary> all = {
        {"cover",
         SheetKind::cover,
         {},
         false,
         {},
         {},
         {"contents", "sheet", "about", "use", "limits_wrong"},
         {},
         on_sheet<write_cover>},
        {"summary", SheetKind::summary, {}, false, {}, {}, summary_words(), {}, on_sheet<write_summary>},
        {"trends",
         SheetKind::trends,
         summary_columns(),
         false,
         {},
         {},
         {"goals", "means", "total", "year", "bands_chart", "bands_chart_description", "means_chart_description",
          "count_axis"},
         {},
         on_sheet<write_trends>},
        {"goal",
         SheetKind::goal,
         {},
         false,
         {"target", "actual", "rate", "uncapped", "rating"},
         {"target", "actual"},
         {"headline", "kpis", "name", "unit", "baseline", "row", "mean", "rating", "slogan", "measure", "initiative",
          "input_title", "input_words", "chart_description", "remarks"},
         {},
         write_goal_sheet},
        {"kpis", SheetKind::kpis, list_columns(), false, {}, {}, {}, {}, on_sheet<write_kpis>},
        {"card", SheetKind::card, {}, false, {}, {}, card_words(), {}, on_sheet<write_card>},
        {"trial",
         SheetKind::trial,
         {},
         false,
         {},
         {},
         {"means", "before", "after", "change", "rating_before", "rating_after", "total", "kpis", "goal", "name",
          "unit", "target", "actual", "input", "rate_before", "rate_after", "input_title", "input_words"},
         {},
         on_sheet<write_trial>},
        {"projects", SheetKind::projects, project_sheet_columns(), false, {}, {}, {}, {}, on_sheet<write_projects>},
        {"tallies", SheetKind::tallies, tally_columns(), true, {}, {}, {}, {}, in_book<write_tallies>},
        {"calculation",
         SheetKind::calculation,
         calculation_columns(),
         true,
         {},
         {},
         {},
         {},
         in_book<write_calculation>},
        {"settings",
         SheetKind::settings,
         {},
         false,
         {},
         {},
         {"item",         "policy",      "bands",       "class_bands", "group_bands", "number", "word",
          "symbol",       "display",     "lower",       "edge",        "strict",      "points", "range",
          "threshold",    "exclusive",   "statuses",    "status",      "meaning",     "legend", "input_cell",
          "formula_cell", "input_title", "input_words", "chip",        "wrong_count"},
         {"cap",         "floor",          "decimals",       "mean_decimals",
          "tolerance",   "no_target",      "no_actual",      "zero_target",
          "refused",     "no_baseline",    "no_verdict",     "band_number",
          "band_word",   "band_display",   "band_edge",      "band_strict",
          "band_points", "band_threshold", "band_exclusive", "class_number",
          "class_word",  "class_display",  "class_points",   "group_number",
          "group_word",  "group_display",  "group_edge",     "group_strict",
          "statuses",    "wrong_input",    "settings_wrong", "band_chip",
          "class_chip",  "group_chip"},
         in_book<write_settings>},
    };
    return all;
}

/// What stands in remarks and in the notes of cells.
const Keys& remark_words() {
    static const Keys all = {
        "remark_cumulative", "remark_survey",     "remark_reason",   "remark_revision", "remark_cause",
        "remark_next_steps", "subject_baseline",  "subject_target",  "remark_target",   "remark_provisional",
        "remark_revised",    "remark_reference",  "remark_brackets", "remark_note",     "remark_verdict",
        "remark_human",      "remark_evidence",   "note_higher",     "note_lower",      "note_progress",
        "note_maintained",   "note_nothing_left", "note_zero",       "note_compared",   "note_judged",
        "note_excluded",     "note_shown",        "note_capped",     "note_rating",     "note_made"};
    return all;
}

}  // namespace

const Keys& required_words() {
    static const Keys all = [] {
        Keys keys = {"kpi",
                     "headline_target",
                     "higher",
                     "lower",
                     "fiscal",
                     "calendar",
                     "yes",
                     "no",
                     "no_unit",
                     "goal_scope",
                     "overall_scope",
                     "count_unit",
                     "points_unit",
                     "score_unit",
                     "content",
                     "result",
                     "detail",
                     "bands_of_rate",
                     "bands_of_class",
                     "bands_of_group",
                     "no_target",
                     "no_actual",
                     "zero_word",
                     "refused",
                     "no_baseline",
                     "no_verdict",
                     "up",
                     "down",
                     "level",
                     "rose",
                     "fell",
                     "rating_rose",
                     "rating_fell",
                     "unchanged",
                     "highest_band",
                     "reprint",
                     "calendar_mark",
                     "strict_mark",
                     "provisional_mark",
                     "revised_mark",
                     "achieved",
                     "not_achieved",
                     "better",
                     "worse",
                     "bettered",
                     "worsened",
                     "to_questions",
                     "trial_kpi",
                     "trial_mark",
                     "wrong_input",
                     "wrong_input_title",
                     "wrong_sentence",
                     "more_projects",
                     "printed_columns"};
        keys.insert(keys.end(), remark_words().begin(), remark_words().end());
        keys.insert(keys.end(), policy_word_keys().begin(), policy_word_keys().end());
        return keys;
    }();
    return all;
}

const SheetVocabulary* vocabulary_of(std::string_view word) {
    const auto found = std::find_if(vocabularies().begin(), vocabularies().end(),
                                    [&](const SheetVocabulary& v) { return v.word == word; });
    return found == vocabularies().end() ? nullptr : &*found;
}

const SheetVocabulary& vocabulary_of(SheetKind kind) {
    return *std::find_if(vocabularies().begin(), vocabularies().end(),
                         [&](const SheetVocabulary& v) { return v.kind == kind; });
}

const Keys& sheet_kind_words() {
    static const Keys words = [] {
        Keys all;
        for (const SheetVocabulary& vocabulary : vocabularies()) all.push_back(vocabulary.word);
        return all;
    }();
    return words;
}

}  // namespace workbook
