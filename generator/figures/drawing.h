// What the figures room produces: glyphs and shapes around an origin of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "base/seldom.h"
#include "text/line.h"

namespace figures {

using base::Colour;
using base::Length;
using base::Point;
using base::Rect;

/// What glyphs say of themselves to those who do not see them.
struct Spoken {
    std::string language;   ///< when it differs from the document's
    std::string expansion;  ///< E
    std::string words;      ///< Alt of a span
};

/// Glyphs on a baseline; the origin is that of the first one.
struct Glyphs {
    Point origin;
    text::GlyphRun run;
    base::Seldom<Spoken> said;
    std::optional<std::uint32_t> fact{};  ///< of a figure: what they show, in Document::facts
};

/// A filled rectangle.
struct Fill {
    Rect rect;
    Colour colour;
};

/// A straight stroke.
struct Stroke {
    Point from, to;
    Length weight;
    Colour colour;
};

struct PathStep {
    enum class Kind : std::uint8_t { move, line, curve, close } kind;
    Point to;      ///< end point
    Point c1, c2;  ///< control points of a curve
};

struct Path {
    std::vector<PathStep> steps;
    std::optional<Colour> fill;
    std::optional<Colour> stroke;
    Length weight;
    bool round_joins = false;
};

using Mark = std::variant<Glyphs, Fill, Stroke, Path>;

/// The same mark somewhere else.
Mark moved(Mark mark, Point by);

/// Marks whose origin is the top left corner of the drawing.
struct Drawing {
    Length width, height;
    std::vector<Mark> marks;
};

/// The whole drawing smaller, so that it has that height; in the middle of the width it had.
Drawing shrunk(Drawing drawing, Length height);

}  // namespace figures
