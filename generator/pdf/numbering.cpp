// Reserves numbers for all pages, links and elements, alike ones together; named destinations go into sorted leaves
// of 64.
#include "pdf/numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace pdf {
namespace {

constexpr std::size_t names_a_leaf = 64;

/// What the object of an element looks like: its type, what it holds first, and whether it says something of a cell.
std::string look_of(const layout::Element& element) {
    constexpr std::size_t looked_at = 3;
    std::string look(element.type);
    for (std::size_t i = 0; i < std::min(looked_at, element.kids.size()); ++i) {
        look += static_cast<char>('0' + static_cast<int>(element.kids[i].kind));
    }
    if (!element.headers->empty() || !element.scope.empty()) look += 'A';
    return look;
}

/// Elements that look alike get neighbouring numbers, since objects are packed with their neighbours.
std::vector<std::size_t> alike_together(const layout::Structure& structure) {
    std::map<std::string, std::vector<std::size_t>> by_look;
    for (std::size_t i = 0; i < structure.elements.size(); ++i) {
        by_look[look_of(structure.elements[i])].push_back(i);
    }
    std::vector<std::size_t> order;
    for (const auto& [look, elements] : by_look) order.insert(order.end(), elements.begin(), elements.end());
    return order;
}

}  // namespace

Numbering number_objects(Objects& objects, const layout::Pages& pages) {
    Numbering numbering;
    numbering.next_key = static_cast<int>(pages.pages.size());
    // Pages come first: what is referred to most has the shortest numbers.
    for (std::size_t i = 0; i < pages.pages.size(); ++i) numbering.pages.push_back(objects.reserve());
    for (const layout::Page& page : pages.pages) {
        auto& ids = numbering.links.emplace_back();
        auto& keys = numbering.link_keys.emplace_back();
        for (std::size_t i = 0; i < page.links.size(); ++i) {
            ids.push_back(objects.reserve());
            keys.push_back(numbering.next_key++);
        }
    }
    numbering.elements.resize(pages.structure.elements.size());
    for (const std::size_t element : alike_together(pages.structure)) numbering.elements[element] = objects.reserve();
    return numbering;
}

std::string destination(const layout::Destination& to, const layout::Pages& pages, const Numbering& numbering) {
    const auto page = static_cast<std::size_t>(to.page);
    const base::Length y = pages.pages.at(page).height - to.y;
    return "[" + reference(numbering.pages.at(page)) + "/XYZ 0 " + number(y) + " null]";
}

std::optional<Id> write_destinations(Objects& objects, const layout::Pages& pages, const Numbering& numbering) {
    std::map<std::string, const layout::Destination*> sorted;  // as the strings stand in the file
    for (const auto& [anchor, place] : pages.anchors) sorted.emplace(text_string(anchor), &place);
    if (sorted.empty()) return std::nullopt;
    std::string leaves;
    for (auto at = sorted.begin(); at != sorted.end();) {
        const std::string& first = at->first;
        std::string names;
        std::string_view last;
        for (std::size_t i = 0; i < names_a_leaf && at != sorted.end(); ++i, ++at) {
            names += at->first + destination(*at->second, pages, numbering);
            last = at->first;
        }
        leaves += reference(objects.add(fmt::format("<</Limits[{}{}]/Names[{}]>>", first, last, names))) + " ";
    }
    return objects.add("<</Kids[" + leaves + "]>>");
}

}  // namespace pdf
