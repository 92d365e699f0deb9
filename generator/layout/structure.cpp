// Children come after their parents: one walk from the end finds what shows nothing, one more renumbers the rest.
#include "layout/structure.h"

#include <algorithm>

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

namespace {

bool is_cell(const Element& element) { return element.type == "TD" || element.type == "TH"; }

/// Children come after their parents, so one walk from the end finds what shows something.
std::vector<bool> shown(const Structure& structure) {
    const auto& elements = structure.elements;
    std::vector<bool> shows(elements.size(), false);
    for (std::size_t i = elements.size(); i-- > 0;) {
        const auto shows_kid = [&](const Kid& kid) {
            return kid.kind != Kid::Kind::element || shows[static_cast<std::size_t>(kid.index)];
        };
        shows[i] =
            i == 0 || is_cell(elements[i]) || std::any_of(elements[i].kids.begin(), elements[i].kids.end(), shows_kid);
    }
    return shows;
}

bool is_heading(const Element& element) {
    return element.type.size() == 2 && element.type[0] == 'H' && element.type[1] >= '1' && element.type[1] <= '6';
}

/// Blocks make their elements in the order of the document.
void close_level_gaps(std::deque<Element>& elements) {
    int last = 0;
    for (Element& element : elements) {
        if (!is_heading(element)) continue;
        last = std::min(element.type[1] - '0', last + 1);
        element.type = heading_type(last);
    }
}

}  // namespace

void prune(Pages& pages) {
    auto& elements = pages.structure.elements;
    const std::vector<bool> shows = shown(pages.structure);
    std::vector<int> renamed(elements.size(), -1);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!shows[i]) continue;
        renamed[i] = static_cast<int>(kept);
        if (kept != i) elements[kept] = std::move(elements[i]);
        ++kept;
    }
    elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(kept), elements.end());
    const auto now = [&](int element) { return element < 0 ? -1 : renamed[static_cast<std::size_t>(element)]; };
    for (Element& element : elements) {
        element.parent = now(element.parent);
        std::erase_if(element.kids,
                      [&](const Kid& kid) { return kid.kind == Kid::Kind::element && now(kid.index) < 0; });
        for (Kid& kid : element.kids) {
            if (kid.kind == Kid::Kind::element) kid.index = now(kid.index);
        }
    }
    for (Page& page : pages.pages) {
        for (Chunk& chunk : page.chunks) chunk.element = now(chunk.element);
        for (LinkAnnotation& link : page.links) link.element = now(link.element);
    }
    close_level_gaps(elements);
}

}  // namespace layout
