// Each drawing says `from` and `to` (CT_Marker, ECMA-376 part 1, 20.5.2.15): a column, and how far within in EMU.
#include "workbook/anchors.h"

#include <cmath>

namespace workbook {

namespace {

constexpr double pixels_of_point = 4.0 / 3;
constexpr int usual_column = 92;  // pixels
constexpr long long emu_of_pixel = 914'400 / 96;

std::string column_of(const Edge& edge) {
    return "<xdr:col>" + std::to_string(edge.column) + "</xdr:col><xdr:colOff>" +
           std::to_string(edge.pixels * emu_of_pixel) + "</xdr:colOff>";
}

}  // namespace

Edge edge_at(const std::map<Column, double>& points, Column first, int pixels) {
    Edge edge{first, pixels};
    for (;; ++edge.column) {
        const auto found = points.find(edge.column);
        const int width =
            found == points.end() ? usual_column : static_cast<int>(std::floor(found->second * pixels_of_point));
        if (edge.pixels < width) return edge;
        edge.pixels -= width;
    }
}

std::optional<std::string> anchored(std::string_view part, const std::vector<Anchor>& anchors) {
    constexpr std::string_view begin = "<xdr:col>", end = "</xdr:colOff>";
    std::string out;
    std::size_t edges = 0, at = 0;
    for (std::size_t next = part.find(begin); next != std::string_view::npos; next = part.find(begin, at)) {
        const std::size_t last = part.find(end, next);
        if (last == std::string_view::npos || edges == 2 * anchors.size()) return std::nullopt;
        const Anchor& anchor = anchors[edges / 2];
        out += part.substr(at, next - at);
        out += column_of(edges % 2 == 0 ? anchor.left : anchor.right);
        at = last + end.size();
        ++edges;
    }
    if (edges != 2 * anchors.size()) return std::nullopt;
    return out + std::string(part.substr(at));
}

}  // namespace workbook
