// Reserves numbers for all pages, links and elements; named destinations go into sorted leaves of 64.
#include "pdf/plan.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace pdf {
namespace {

constexpr std::size_t names_a_leaf = 64;

}  // namespace

Plan make_plan(Objects& objects, const layout::Pages& pages) {
    Plan plan;
    plan.next_key = static_cast<int>(pages.pages.size());
    // Pages come first: what is referred to most has the shortest numbers.
    for (std::size_t i = 0; i < pages.pages.size(); ++i) plan.pages.push_back(objects.reserve());
    for (const layout::Page& page : pages.pages) {
        auto& ids = plan.links.emplace_back();
        auto& keys = plan.link_keys.emplace_back();
        for (std::size_t i = 0; i < page.links.size(); ++i) {
            ids.push_back(objects.reserve());
            keys.push_back(plan.next_key++);
        }
    }
    for (std::size_t i = 0; i < pages.structure.elements.size(); ++i) plan.elements.push_back(objects.reserve());
    return plan;
}

std::string destination(const layout::Destination& to, const layout::Pages& pages, const Plan& plan) {
    const auto page = static_cast<std::size_t>(to.page);
    const base::Length y = pages.pages.at(page).height - to.y;
    return "[" + reference(plan.pages.at(page)) + "/XYZ 0 " + number(y) + " null]";
}

std::optional<Id> write_destinations(Objects& objects, const layout::Pages& pages, const Plan& plan) {
    std::map<std::string, const layout::Destination*> sorted;  // as the strings stand in the file
    for (const auto& [anchor, place] : pages.anchors) sorted.emplace(text_string(anchor), &place);
    if (sorted.empty()) return std::nullopt;
    std::string leaves;
    for (auto at = sorted.begin(); at != sorted.end();) {
        const std::string& first = at->first;
        std::string names;
        std::string_view last;
        for (std::size_t i = 0; i < names_a_leaf && at != sorted.end(); ++i, ++at) {
            names += at->first + destination(*at->second, pages, plan);
            last = at->first;
        }
        leaves += reference(objects.add(fmt::format("<</Limits[{}{}]/Names[{}]>>", first, last, names))) + " ";
    }
    return objects.add("<</Kids[" + leaves + "]>>");
}

}  // namespace pdf
