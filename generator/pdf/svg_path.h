// Outlines of SVG shapes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pdf/xml.h"

namespace pdf {

struct SvgPoint {
    double x = 0, y = 0;
};

/// x' = a x + c y + e, y' = b x + d y + f
struct SvgMatrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
/// First `inner`, then `outer`.
SvgMatrix operator*(const SvgMatrix& outer, const SvgMatrix& inner);
SvgPoint operator*(const SvgMatrix& matrix, SvgPoint point);

struct SvgStep {
    enum class Kind { move, line, curve, close } kind;
    SvgPoint to;
    SvgPoint c1{}, c2{};
};
using SvgOutline = std::vector<SvgStep>;

/// The numbers of a list, as far as they are numbers.
std::vector<double> svg_numbers(std::string_view text);
/// A length in user units; percentages and unknown units are none.
std::optional<double> svg_length(std::string_view text);
/// translate, scale, rotate, skewX, skewY and matrix; nothing where the list is malformed.
std::optional<SvgMatrix> svg_transform(std::string_view text);
/// Path data; up to the first fault, as the standard says. Arcs become curves.
SvgOutline svg_path(std::string_view data);
/// The outline of path, rect, circle, ellipse, line, polyline or polygon; nothing for other elements.
std::optional<SvgOutline> svg_outline(const XmlElement& element);

}  // namespace pdf
