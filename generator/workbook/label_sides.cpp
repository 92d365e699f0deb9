// What a label costs on a side is how far the line leads to that side before and after its point.
#include "workbook/label_sides.h"

#include <algorithm>

namespace workbook {

namespace {

using base::Ratio;

std::optional<Ratio> value_at(const LinePoints& line, std::size_t at) {
    if (at >= line.size() || !line[at]) return std::nullopt;
    return Ratio(*line[at]);
}

}  // namespace

Ratio axis_span(const LinePoints& line, const LinePoints& other) {
    std::optional<Ratio> least, greatest;
    for (const LinePoints* points : {&line, &other}) {
        for (std::size_t at = 0; at < points->size(); ++at) {
            const auto value = value_at(*points, at);
            if (!value) continue;
            least = least ? std::min(*least, *value) : value;
            greatest = greatest ? std::max(*greatest, *value) : value;
        }
    }
    if (!least) return Ratio();
    const Ratio all = std::max(Ratio(), *greatest) - std::min(Ratio(), *least);
    const Ratio part = *greatest - *least;
    return part * Ratio(6) > all ? all : part;
}

std::vector<std::size_t> labels_below(const LinePoints& line, const LinePoints& other) {
    const Ratio span = axis_span(line, other);
    std::vector<std::size_t> below;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto here = value_at(line, at);
        if (!here || here->sign() == 0) continue;  // below zero stand the names of the years
        Ratio up, down;
        const auto add = [&](const Ratio& value, const Ratio& cost) {
            Ratio& side = value > *here ? up : down;
            side = side + cost;
        };
        const auto distance = [&](const Ratio& value) { return magnitude(value - *here); };
        for (const auto& next : {at == 0 ? std::nullopt : value_at(line, at - 1), value_at(line, at + 1)}) {
            if (next) add(*next, distance(*next));
        }
        const auto beside = value_at(other, at);
        if (beside && distance(*beside) * Ratio(5) < span) add(*beside, span);
        if (down < up) below.push_back(at);
    }
    return below;
}

LabelSides label_sides(const LinePoints& line, const LinePoints& other, bool tight) {
    LabelSides sides{labels_below(line, other), std::nullopt};
    const auto first = value_at(line, 0), next = value_at(line, 1);
    if (!tight || !first) return sides;
    if (next && magnitude(*next - *first) * Ratio(4) < axis_span(line, other)) return sides;
    std::erase(sides.below, 0);
    sides.right = 0;
    return sides;
}

}  // namespace workbook
