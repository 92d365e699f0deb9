// How SVG shapes are painted: presentation attributes, style attributes and simple style sheets.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/budget.h"
#include "base/length.h"
#include "pdf/xml.h"

namespace pdf {

/// Property -> value, of a class or element selector: ".st0" or "path".
using SvgSheet = std::map<std::string, std::map<std::string, std::string>, std::less<>>;

struct SvgStyle {
    std::optional<base::Colour> fill = base::Colour{};
    std::optional<base::Colour> stroke;
    base::Colour current;  ///< currentColor
    double width = 1;
    bool even_odd = false;
    int cap = 0, join = 0;
    double miter = 4;
    std::string dashes;
    bool visible = true;
};

/// Adds the rules of a style element's text.
void read_svg_sheet(SvgSheet& sheet, std::string_view css, base::Budget& work);

/// The style of an element that inherits `style`. Throws PictureFault for gradients, patterns and transparency. Each
/// property and each letter of what is inherited is a step of the picture's work.
SvgStyle svg_style(const XmlElement& element, SvgStyle style, const SvgSheet& sheet, base::Budget& work);

/// Throws PictureFault when the picture has used up its work.
void spend(base::Budget& work, std::size_t steps);

/// #rgb, #rrggbb, rgb() and the usual names.
std::optional<base::Colour> svg_colour(std::string_view text);

/// Says that the picture uses what is not supported.
[[noreturn]] void refuse_svg(const XmlElement& element, std::string_view what);

}  // namespace pdf
