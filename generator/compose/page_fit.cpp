// Across in the ratio of the measures, down in that of the pages' heights; letters keep their size.
#include "compose/page_fit.h"

namespace compose {

namespace {

Length measure_of(Length width, const Insets& margins) { return width - margins.left - margins.right; }

}  // namespace

PageFit fit_of(const PageMaster& master) {
    const PageMaster::DrawnFor from = master.drawn();
    return {from.margins.left,
            master.margins.left,
            measure_of(from.width, from.margins),
            measure_of(master.width, master.margins),
            from.height,
            master.height};
}

PageMaster fitted(const PageMaster& master) {
    const PageFit fit = fit_of(master);
    PageMaster made = master;
    const auto stretch = [&](auto& part) {
        part.x = fit.x(part.x);
        part.y = fit.y(part.y);
        part.width = fit.across(part.width);
    };
    for (auto& line : made.furniture) stretch(line);
    for (auto& rule : made.rules) stretch(rule);
    return made;
}

FigureStyle fitted(const FigureStyle& style, const PageFit& fit) {
    FigureStyle made = style;
    for (const char* name : {"goal_width", "target_width", "measure_x", "measure_width", "initiative_x", "bar_x",
                             "bar_width", "width", "gap", "axis_width"}) {
        const auto found = made.lengths.find(name);
        if (found != made.lengths.end()) found->second = fit.across(found->second);
    }
    const auto per_cent = made.lengths.find("per_cent");
    if (per_cent != made.lengths.end()) per_cent->second = fit.down(per_cent->second);
    return made;
}

}  // namespace compose
