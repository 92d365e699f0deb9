// Short texts beside the points they belong to, where they lie on nothing else.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/length.h"

namespace figures {

using base::Length;
using base::Point;
using base::Rect;

/// A text that wants to stand beside a point.
struct Beside {
    Point at;
    Length reach;  ///< from the point to what the text must clear: a dot's radius
    Length width, size;
    bool below = false;      ///< rather than above
    bool essential = false;  ///< goes further away rather than be left out
};

/// What is taken of an area: lines, dots, and the texts that have found a place.
class Room {
   public:
    explicit Room(Rect area) : area_(area) {}
    void take(Rect rect) { taken_.push_back(rect); }
    void take(Point from, Point to) { lines_.emplace_back(from, to); }
    /// Of a text that has found its place without help.
    void take_text(Rect box) { texts_.push_back(box); }
    /// The box of a text that is set on its baseline at `baseline`, anchored at its left edge.
    static Rect box(Point baseline, Length width, Length size);
    /// Where the text's left edge and baseline go, and takes that place; nullopt where everything near is taken.
    std::optional<Point> place(const Beside& text);
    bool is_free(const Rect& box) const;
    /// What is left of a level line when it keeps clear of the texts: pairs of left and right end.
    std::vector<std::pair<Length, Length>> clear_of_texts(Length from, Length to, Length y) const;

   private:
    Rect area_;
    std::vector<Rect> taken_, texts_;
    std::vector<std::pair<Point, Point>> lines_;
};

}  // namespace figures
