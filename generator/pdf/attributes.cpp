// One dictionary for each owner (Table, List, Layout), an array only where an element has several.
#include "pdf/attributes.h"

#include <vector>

#include "pdf/syntax.h"

namespace pdf {
namespace {

std::string table_attributes(const layout::Element& element) {
    std::string out;
    if (!element.scope.empty()) out += "/Scope" + name(element.scope);
    if (element.row_span > 1) out += "/RowSpan " + std::to_string(element.row_span);
    if (element.column_span > 1) out += "/ColSpan " + std::to_string(element.column_span);
    if (!element.headers->empty()) {
        out += "/Headers[";
        for (const std::string& id : *element.headers) out += text_string(id);
        out += "]";
    }
    if (!element.said->summary.empty()) out += "/Summary" + text_string(element.said->summary);
    return out;
}

std::string box(const layout::Element& element, const layout::Pages& pages) {
    const base::Rect& bounds = *element.said->bounds;
    const base::Length height = pages.pages.at(static_cast<std::size_t>(element.said->bounds_page)).height;
    return "[" + number(bounds.x) + " " + number(height - bounds.bottom()) + " " + number(bounds.right()) + " " +
           number(height - bounds.y) + "]";
}

}  // namespace

std::string attributes(const layout::Element& element, const layout::Pages& pages) {
    std::vector<std::string> sets;
    const std::string table = table_attributes(element);
    if (!table.empty()) sets.push_back("<</O/Table" + table + ">>");
    if (!element.said->list_numbering.empty()) {
        sets.push_back("<</O/List/ListNumbering" + name(element.said->list_numbering) + ">>");
    }
    if (element.said->bounds) sets.push_back("<</O/Layout/Placement/Block/BBox" + box(element, pages) + ">>");
    if (sets.empty()) return "";
    if (sets.size() == 1) return sets.front();
    std::string out = "[";
    for (const std::string& set : sets) out += set;
    return out + "]";
}

}  // namespace pdf
