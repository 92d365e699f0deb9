// A sheet to draw a figure on: shapes and short texts in the figure's own look.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figures/figures.h"

namespace figures {

using base::CharacterStyle;

/// Of chips and of segments that a ground alone would not part from the paper.
inline constexpr Length outline_weight{500};
/// Of the lines of a scale.
inline constexpr Length hair{350};

/// Puts a drawing under another.
void append_below(Drawing& upper, Drawing lower);

/// Appends a set line whose left edge and baseline are at `origin`.
void append_line(std::vector<Mark>& marks, const text::Line& line, Point origin);

/// The names of a FigureStyle with plain fallbacks.
class FigureLook {
   public:
    explicit FigureLook(const compose::FigureStyle& style) : style_(style) {}
    const CharacterStyle& text(std::string_view name) const;
    Colour colour(std::string_view name) const;
    Length length(std::string_view name, Length otherwise) const;
    std::string word(std::string_view name) const;
    base::Numerals numerals() const { return style_.numerals; }

   private:
    const compose::FigureStyle& style_;
};

enum class Anchor { start, middle, end };

/// Short text broken at phrases, ready to be put on a canvas.
struct TextBlock {
    std::vector<text::Line> lines;
    Length leading;
    Length width() const {
        Length widest;
        for (const text::Line& line : lines) widest = std::max(widest, line.width);
        return widest;
    }
    Length height() const { return leading * static_cast<std::int64_t>(lines.size()); }
};

class Canvas {
   public:
    Canvas(const compose::FigureStyle& style, text::Typesetter& typesetter) : look_(style), typesetter_(typesetter) {}

    const FigureLook& look() const { return look_; }

    void fill(Rect rect, Colour colour);
    void frame(Rect rect, Length weight, Colour colour);
    void stroke(Point from, Point to, Length weight, Colour colour);
    /// A level dotted line.
    void dots(Point from, Point to, Length weight, Colour colour);
    void polyline(const std::vector<Point>& points, Length weight, Colour colour);
    void polygon(const std::vector<Point>& points, Colour colour);
    /// A circle; without `inside` it is filled with the stroke's colour.
    void circle(Point centre, Length radius, Length weight, Colour colour, std::optional<Colour> inside);
    /// A line with a small filled head at its end.
    void arrow(Point from, Point to, Length weight, Colour colour);

    /// What is written from here on shows that fact.
    void shows(std::optional<std::uint32_t> fact) { fact_ = fact; }
    /// One line of text, anchored on its baseline. Returns its width.
    Length text(Point baseline, Anchor anchor, const CharacterStyle& style, const std::string& string);
    Length text(Point baseline, Anchor anchor, std::string_view style, const std::string& string) {
        return text(baseline, anchor, look_.text(style), string);
    }
    /// One line of text whose letters stand in the vertical middle of `middle.y`.
    Length text_middle(Point middle, Anchor anchor, const CharacterStyle& style, const std::string& string);
    Length text_middle(Point middle, Anchor anchor, std::string_view style, const std::string& string) {
        return text_middle(middle, anchor, look_.text(style), string);
    }
    /// The same in letters small enough for the width.
    Length text_within(Length width, Point middle, Anchor anchor, std::string_view style, const std::string& string);
    Length width_of(std::string_view style, const std::string& text);
    /// Broken where it is wider than the width, a line every 1.3 em.
    TextBlock break_text(std::string_view style, const std::string& text, Length width) {
        return break_text(style, text, width, scaled(look_.text(style).size, 13, 10));
    }
    TextBlock break_text(std::string_view style, const std::string& text, Length width, Length leading);
    /// The block's top left corner is at `corner`.
    void block(Point corner, const TextBlock& block);

    /// The symbol of a rating in a square of side `size` around `centre`: ◎○△× as paths, anything else as text.
    void symbol(Point centre, Length size, const std::string& symbol, Colour colour);

    /// What was drawn so far; the canvas is empty again.
    Drawing finish(Length width, Length height) { return {width, height, std::exchange(marks_, {})}; }

   private:
    base::ParagraphStyle single() const;
    FigureLook look_;
    text::Typesetter& typesetter_;
    std::vector<Mark> marks_;
    std::optional<std::uint32_t> fact_;
};

}  // namespace figures
