// Above or below first, then slid to a side, then beside, then further away: the first place where nothing lies.
#include "figures/beside.h"

#include <algorithm>
#include <array>

namespace figures {

namespace {

/// Digits rise to that above their baseline, commas fall to that below it, in thousandths of the size.
constexpr std::int64_t rise = 760, fall = 100;
constexpr Length clear{1200};
constexpr Length shortest = Length::points(3);  ///< what is left of a line is no line below that

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect grown(const Rect& box, Length by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

/// The part of a line between two bounds of one coordinate, as shares of its length in 2^-20; false where there is
/// none.
bool clip(Length from, Length to, Length least, Length most, std::int64_t& begin, std::int64_t& end) {
    constexpr std::int64_t one = std::int64_t{1} << 20;
    const std::int64_t run = (to - from).value;
    if (run == 0) return from > least && from < most;
    std::int64_t a = (least - from).value * one / run;
    std::int64_t b = (most - from).value * one / run;
    if (a > b) std::swap(a, b);
    begin = std::max(begin, a);
    end = std::min(end, b);
    return begin < end;
}

bool crosses(const std::pair<Point, Point>& line, const Rect& box) {
    std::int64_t begin = 0;
    std::int64_t end = std::int64_t{1} << 20;
    return clip(line.first.x, line.second.x, box.x, box.right(), begin, end) &&
           clip(line.first.y, line.second.y, box.y, box.bottom(), begin, end);
}

}  // namespace

Rect Room::box(Point baseline, Length width, Length size) {
    return {baseline.x, baseline.y - scaled(size, rise, 1000), width, scaled(size, rise + fall, 1000)};
}

bool Room::is_free(const Rect& box) const {
    if (box.x < area_.x || box.right() > area_.right() || box.y < area_.y || box.bottom() > area_.bottom())
        return false;
    const Rect wide = grown(box, clear);
    const auto on = [&](const Rect& other) { return overlap(other, wide); };
    return std::none_of(taken_.begin(), taken_.end(), on) && std::none_of(texts_.begin(), texts_.end(), on) &&
           std::none_of(lines_.begin(), lines_.end(), [&](const auto& line) { return crosses(line, wide); });
}

std::optional<Point> Room::place(const Beside& text) {
    const Length gap = text.reach + Length{1500};
    const Length up = text.at.y - gap - scaled(text.size, fall, 1000);
    const Length down = text.at.y + gap + scaled(text.size, rise, 1000);
    const Length middle = text.at.x - text.width / 2;
    const auto attempt = [&](Length x, Length y) -> std::optional<Point> {
        x = std::clamp(x, area_.x, std::max(area_.x, area_.right() - text.width));
        const Rect wanted = box({x, y}, text.width, text.size);
        if (!is_free(wanted)) return std::nullopt;
        texts_.push_back(wanted);
        return Point{x, y};
    };
    const std::array<Length, 7> slides = {Length{},
                                          -text.width / 4,
                                          text.width / 4,
                                          -text.width / 2,
                                          text.width / 2,
                                          -text.width / 2 - text.reach,
                                          text.width / 2 + text.reach};
    const int steps = text.essential ? 12 : 4;
    for (int step = 0; step < steps; ++step) {
        const Length further = Length::points(4) * step;
        for (const bool below : {text.below, !text.below}) {
            for (const Length slide : slides) {
                if (const auto found = attempt(middle + slide, below ? down + further : up - further)) return found;
            }
        }
        const Length level = text.at.y + scaled(text.size, (rise - fall) / 2, 1000);
        if (const auto found = attempt(text.at.x + gap + further, level)) return found;
        if (const auto found = attempt(text.at.x - gap - further - text.width, level)) return found;
    }
    return std::nullopt;
}

std::vector<std::pair<Length, Length>> Room::clear_of_texts(Length from, Length to, Length y) const {
    std::vector<std::pair<Length, Length>> gaps;
    for (const Rect& text : texts_) {
        const Rect wide = grown(text, clear);
        if (wide.y < y && y < wide.bottom()) gaps.emplace_back(wide.x, wide.right());
    }
    std::sort(gaps.begin(), gaps.end());
    std::vector<std::pair<Length, Length>> left;
    for (const auto& [begin, end] : gaps) {
        if (begin > from) left.emplace_back(from, std::min(begin, to));
        from = std::max(from, end);
        if (from >= to) break;
    }
    left.emplace_back(from, to);
    std::erase_if(left, [](const auto& piece) { return piece.second - piece.first < shortest; });
    return left;
}

}  // namespace figures
