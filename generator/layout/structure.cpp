// An element is a kid of its parent from the beginning, and so comes after it.
#include "layout/structure.h"

namespace layout {

int add_element(Structure& structure, std::string_view type, int parent) {
    if (parent < 0) return -1;
    const std::size_t end = structure.elements[static_cast<std::size_t>(parent)].kids.size();
    return add_element(structure, type, parent, end);
}

int add_element(Structure& structure, std::string_view type, int parent, std::size_t before) {
    if (parent < 0) return -1;
    const int index = static_cast<int>(structure.elements.size());
    Element element;
    element.type = type;
    element.parent = parent;
    structure.elements.push_back(std::move(element));
    auto& kids = structure.elements[static_cast<std::size_t>(parent)].kids;
    kids.insert(kids.begin() + static_cast<std::ptrdiff_t>(before), {Kid::Kind::element, index, 0});
    return index;
}

void tell(Structure& structure, int element, std::string Said::*what, const std::string& words) {
    if (element >= 0 && !words.empty()) structure.elements[static_cast<std::size_t>(element)].said.own().*what = words;
}

void name_element(Structure& structure, int element, const std::string& id) {
    if (element >= 0 && !id.empty()) structure.elements[static_cast<std::size_t>(element)].id.own() = id;
}

std::string_view heading_type(int level) {
    static constexpr std::string_view types = "H1H2H3H4H5H6";
    return types.substr(static_cast<std::size_t>(level - 1) * 2, 2);
}

}  // namespace layout
