// A page's content stream while it is written, with the graphics state it has reached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/length.h"

namespace pdf {

/// Coordinates go in as on the page, from its top left corner, and come out as PDF's, from the bottom left one.
class Stream {
   public:
    explicit Stream(base::Length page_height) : page_height_(page_height) {}

    void write(std::string_view operators) { out_ += operators; }
    void number(base::Length length);
    /// Two bytes of a string that is open.
    void code(std::uint32_t code);
    void point(base::Point point);
    base::Point from_bottom(base::Point point) const { return {point.x, page_height_ - point.y}; }
    base::Colour fill() const { return fill_; }

    // Each writes an operator only when the state changes.
    void set_fill(base::Colour colour);
    void set_stroke(base::Colour colour);
    void set_weight(base::Length weight);
    void set_round(bool round);

    /// All operators, when the page is at its end.
    std::string take() { return std::move(out_); }

   private:
    std::string out_;
    base::Length page_height_;
    base::Colour fill_, stroke_;
    base::Length weight_ = base::Length::points(1);
    bool round_ = false;
};

}  // namespace pdf
