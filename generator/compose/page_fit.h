// A template's lengths are written for one page; on a page of another size they are stretched to it.
#pragma once

#include "compose/document.h"

namespace compose {

struct PageFit {
    Length left_from, left_to;
    Length measure_from{1}, measure_to{1};
    Length height_from{1}, height_to{1};

    Length across(Length length) const { return scaled(length, measure_to.value, measure_from.value); }
    Length down(Length length) const { return scaled(length, height_to.value, height_from.value); }
    /// A place counted from the left edge of the page; the margins keep theirs.
    Length x(Length at) const { return left_to + across(at - left_from); }
    Length y(Length at) const { return down(at); }
};

/// What stretches lengths from the page the template was drawn for to this one; where it says none, they stay.
PageFit fit_of(const PageMaster& master);
/// The master with its own heads, feet and rules stretched.
PageMaster fitted(const PageMaster& master);
/// A figure's look with its widths stretched.
FigureStyle fitted(const FigureStyle& style, const PageFit& fit);

}  // namespace compose
