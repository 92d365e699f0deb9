#include "pdf/plan.h"

namespace pdf {

Plan make_plan(Objects& objects, const layout::Pages& pages) {
    Plan plan;
    plan.next_key = static_cast<int>(pages.pages.size());
    for (const layout::Page& page : pages.pages) {
        plan.pages.push_back(objects.reserve());
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

}  // namespace pdf
