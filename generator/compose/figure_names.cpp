// The kinds of figures: one table with the reader of each and the names it asks its style for; and the check that a
// style has no others.

#include <algorithm>

#include "compose/figures.h"

namespace compose {

const std::vector<FigureKind>& figure_kinds() {
    static const std::vector<FigureKind> all = {
        {"steps", read_steps, {"number", "label", "title"}, {"ground", "number_ground"}, {"row", "gap", "step"}, {}},
        {"tree",
         read_tree,
         {"head", "number", "label", "title", "target", "value", "aim", "measure_number", "measure", "initiative"},
         {"number_ground", "goal_ground", "target_ground", "measure_ground", "line", "rule"},
         {"number_width", "goal_width", "target_width", "measure_x", "measure_width", "measure_number_width",
          "initiative_x", "pitch", "leading", "gap", "measure_gap"},
         {}},
        {"cycle",
         read_cycle,
         {"name", "foreign", "text", "current_name", "current_foreign", "current_text", "back"},
         {"ground", "current_ground", "line"},
         {"width", "height", "gap"},
         {}},
        {"distribution",
         read_distribution,
         {"number", "label", "count", "word", "part", "legend"},
         {"rule", "outline"},
         {"bar_x", "bar_height", "pitch", "gap"},
         {"legend"}},  // any word: the legend is drawn above
        {"trends",
         read_trends,
         {"title", "label", "current_label", "year", "current_year", "axis"},
         {"line", "ground", "grid", "point"},            // point: the inside of a hollow one
         {"width", "gap", "axis_width", "plot_height"},  // axis_width 0: the axis has no labels
         {}},
        {"chart",
         read_chart,
         {"title", "unit", "text", "value", "current_value", "aim", "final", "baseline", "missing", "year",
          "current_year", "stage", "axis", "legend"},
         {"actual", "target", "other", "bar", "halo", "current", "axis", "grid", "baseline", "baseline_mark", "gap"},
         {"height", "gap", "axis_width", "bar_width", "labels"},  // axis_width 0: no numbers; labels 0: no values
         {"actual", "target", "baseline", "cut", "missing", "current", "current_short", "final", "final_short"}},
        {"slope", read_slope, {}, {"line"}, {"rise", "weight"}, {}},
        {"skyline",
         read_skyline,
         {"number", "label"},
         {"reached", "above", "missing", "rule"},
         {"per_cent", "gap", "group_gap", "foot"},  // foot: below the bars, for the labels
         {}}};
    return all;
}

void check_figure_look(const FigureLook& look, std::string_view figure, base::Diagnostics& diagnostics) {
    const auto names = std::find_if(figure_kinds().begin(), figure_kinds().end(),
                                    [&](const FigureKind& one) { return one.name == figure; });
    if (names == figure_kinds().end()) return;
    const std::vector<std::pair<std::string_view, const std::vector<std::string_view>*>> sections = {
        {"text", &names->text}, {"colours", &names->colours}, {"lengths", &names->lengths}, {"words", &names->words}};
    for (const auto& [section, known] : sections) {
        for (const FigureLook::Name& name : look.names) {
            if (name.section != section || std::find(known->begin(), known->end(), name.name) != known->end()) continue;
            base::report_unknown("no figure of this kind asks for `{}`", name.name, name.span, *known, diagnostics);
        }
    }
}

}  // namespace compose
