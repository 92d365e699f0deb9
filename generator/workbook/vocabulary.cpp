#include "workbook/vocabulary.h"

#include <algorithm>

#include "workbook/policy_words.h"

namespace workbook {

namespace {

/// Columns of lists of indicators, one row each.
const Keys& kpi_columns() {
    static const Keys keys = {"goal",
                              "measure",
                              "initiative",
                              "id",
                              "kind",
                              "name",
                              "unit",
                              "year_kind",
                              "direction",
                              "formula",
                              "baseline",
                              "baseline_year",
                              "target",
                              "actual",
                              "gap",
                              "rate",
                              "uncapped",
                              "rating",
                              "human_rating",
                              "achieved",
                              "reason",
                              "actuals",
                              "rates",
                              "previous_actual",
                              "value_change",
                              "value_trend",
                              "previous_rate",
                              "rate_change",
                              "rate_trend",
                              "previous_rating",
                              "rating_change",
                              "next_band",
                              "needed",
                              "more",
                              "projects",
                              "section",
                              "next_publication",
                              "source",
                              "note",
                              "definition",
                              "answer"};
    return keys;
}

const Keys& calculation_columns() {
    static const Keys keys = {"id",     "kind",     "goal",   "name",      "year",  "in_force", "fixed",    "target",
                              "actual", "baseline", "reason", "evaluated", "exact", "uncapped", "clamped",  "shown",
                              "band",   "class",    "rating", "achieved",  "term",  "weight",   "weighted", "points"};
    return keys;
}

const Keys& tally_columns() {
    static const Keys keys = {"kind",    "goal",  "name", "year", "in_force", "evaluated", "achieved", "bands",
                              "classes", "exact", "mean", "band", "rating",   "change",    "weight"};
    return keys;
}

const Keys& project_columns() {
    static const Keys keys = {"goal",    "measure",   "initiative", "project",  "account", "section", "content",
                              "results", "indicator", "unit",       "previous", "current", "note"};
    return keys;
}

const Keys& summary_columns() {
    static const Keys keys = {"number", "goal",          "in_force", "evaluated",   "excluded", "achieved",
                              "bands",  "previous_mean", "mean",     "mean_change", "rating"};
    return keys;
}

const std::vector<SheetVocabulary>& vocabularies() {
    static const std::vector<SheetVocabulary> all = {
        {"summary",
         SheetKind::summary,
         summary_columns(),
         false,
         kpi_columns(),
         {},
         {"goals", "headline", "means", "total", "overall_mean", "overall_rating", "year", "bands_chart", "means_chart",
          "bands_chart_description", "means_chart_description", "count_axis", "rate_axis"},
         {}},
        {"goal",
         SheetKind::goal,
         {},
         false,
         {"target", "actual", "rate", "uncapped", "rating"},
         {"target", "actual"},
         {"headline", "kpis", "name", "unit", "baseline", "row", "mean", "rating", "slogan", "measure", "initiative",
          "input_title", "input_words", "chart_description"},
         {}},
        {"kpis", SheetKind::kpis, kpi_columns(), false, {}, {}, {}, {}},
        {"projects", SheetKind::projects, project_columns(), false, {}, {}, {}, {}},
        {"tallies", SheetKind::tallies, tally_columns(), true, {}, {}, {}, {}},
        {"calculation", SheetKind::calculation, calculation_columns(), true, {}, {}, {}, {}},
        {"settings",
         SheetKind::settings,
         {},
         false,
         {},
         {},
         {"item",     "policy", "bands",   "class_bands", "group_bands", "number",       "word",        "symbol",
          "display",  "lower",  "edge",    "strict",      "points",      "range",        "threshold",   "exclusive",
          "statuses", "status", "meaning", "legend",      "input_cell",  "formula_cell", "input_title", "input_words"},
         {"cap",           "floor",         "decimals",       "mean_decimals",  "tolerance",
          "no_target",     "no_actual",     "zero_target",    "refused",        "no_baseline",
          "no_verdict",    "band_number",   "band_word",      "band_display",   "band_edge",
          "band_strict",   "band_points",   "band_threshold", "band_exclusive", "class_number",
          "class_word",    "class_display", "class_points",   "group_number",   "group_word",
          "group_display", "group_edge",    "group_strict",   "statuses"}},
    };
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
                     "note_higher",
                     "note_lower",
                     "note_progress",
                     "note_maintained",
                     "note_nothing_left",
                     "note_zero",
                     "note_compared",
                     "note_judged",
                     "note_excluded",
                     "note_shown",
                     "note_capped",
                     "note_rating",
                     "note_made",
                     "more_projects"};
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

const Keys& sheet_kind_words() {
    static const Keys words = [] {
        Keys all;
        for (const SheetVocabulary& vocabulary : vocabularies()) all.push_back(vocabulary.word);
        return all;
    }();
    return words;
}

}  // namespace workbook
