// Excel takes `latin` for Latin letters alone, and for others the face of `ea` (CT_TextCharacterProperties, ECMA-376
// part 1, 21.1.2.3.9). A point's own label (CT_DLbl, 21.2.2.47) repeats what its series says of all (CT_DLbls).
#include "workbook/chart_part.h"

namespace workbook {

namespace {

std::string with_japanese_face(std::string_view part) {
    constexpr std::string_view begin = "<a:latin ", end = "/>";
    std::string out;
    std::size_t at = 0;
    for (std::size_t next = part.find(begin); next != std::string_view::npos; next = part.find(begin, at)) {
        const std::size_t last = part.find(end, next);
        if (last == std::string_view::npos) break;
        const std::string_view face = part.substr(next + begin.size(), last - next - begin.size());
        out += part.substr(at, last + end.size() - at);
        out.append("<a:ea ").append(face).append(end);
        at = last + end.size();
    }
    return out.append(part.substr(at));
}

}  // namespace

std::optional<std::string> completed_chart(std::string_view part, const LabelSides& sides) {
    std::string whole = with_japanese_face(part);
    if (sides.below.empty() && !sides.right) return whole;
    constexpr std::string_view begin = "<c:dLbls>", end = "</c:dLbls>", above = "<c:dLblPos val=\"t\"/>";
    const std::size_t first = whole.find(begin), inside = first + begin.size();
    if (first == std::string::npos) return std::nullopt;
    const std::string of_all = whole.substr(inside, whole.find(end, inside) - inside);
    const std::size_t place = of_all.find(above);
    if (place == std::string::npos) return std::nullopt;
    const auto label = [&](std::size_t point, const char* side) {
        std::string own = of_all;
        own.replace(place, above.size(), std::string("<c:dLblPos val=\"") + side + "\"/>");
        return "<c:dLbl><c:idx val=\"" + std::to_string(point) + "\"/>" + own + "</c:dLbl>";
    };
    std::string own = sides.right ? label(*sides.right, "r") : "";  // the first point; labels go by points
    for (const std::size_t point : sides.below) own += label(point, "b");
    return whole.insert(inside, own);
}

}  // namespace workbook
