// Pages hang in nodes of 64 under one root and share one dictionary of resources; links keep their lines' quads.
#include "pdf/page_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace pdf {
namespace {

constexpr std::size_t node_size = 64;

std::string target(const layout::LinkAnnotation& link, const layout::Pages& pages, const Numbering& numbering) {
    const auto* near = std::get_if<base::AnchorLink>(&link.to);
    // Other volumes are addresses too: readers follow a relative one into the file beside, and web browsers do.
    if (near == nullptr) return "/A<</S/URI/URI" + text_string(base::written(link.to)) + ">>";
    const auto found = pages.anchors.find(near->anchor);
    if (found == pages.anchors.end()) throw std::runtime_error("a link leads to an unknown anchor: " + near->anchor);
    return "/Dest" + destination(found->second, pages, numbering);
}

/// The rectangle around the link, and its lines where there are several.
std::string place(const layout::LinkAnnotation& link, base::Length page_height) {
    base::Rect around = link.areas.at(0);
    std::string lines;
    for (const base::Rect& area : link.areas) {
        around = united(around, area);
        const std::string left = number(area.x), right = number(area.right());
        const std::string top = number(page_height - area.y), bottom = number(page_height - area.bottom());
        fmt::format_to(std::back_inserter(lines), "{0} {2} {1} {2} {0} {3} {1} {3} ", left, right, top, bottom);
    }
    std::string out = fmt::format("/Rect[{} {} {} {}]", number(around.x), number(page_height - around.bottom()),
                                  number(around.right()), number(page_height - around.y));
    if (link.areas.size() > 1) out += "/QuadPoints[" + lines + "]";
    return out;
}

/// Flag 4 is Print, as PDF/A requires of every annotation.
void write_links(Objects& objects, const layout::Pages& pages, std::size_t page_index, const Numbering& numbering) {
    const layout::Page& page = pages.pages[page_index];
    for (std::size_t i = 0; i < page.links.size(); ++i) {
        const layout::LinkAnnotation& link = page.links[i];
        std::string out =
            "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]" + place(link, page.height) + target(link, pages, numbering);
        if (!link.contents.empty()) out += "/Contents" + text_string(link.contents);
        if (link.element >= 0) out += fmt::format("/StructParent {}", numbering.link_keys[page_index][i]);
        objects.set(numbering.links[page_index][i], out + ">>");
    }
}

std::string media_box(const layout::Page& page) {
    return "/MediaBox[0 0 " + number(page.width) + " " + number(page.height) + "]";
}

/// A page of the size of the first one inherits it (ISO 32000-1, 7.7.3.4); its resources must be its own (ISO 19005-2,
/// 6.2.2).
void write_page(Objects& objects, const layout::Pages& pages, std::size_t index, const PageContent& content,
                const Numbering& numbering, Id resources, Id parent) {
    const layout::Page& page = pages.pages[index];
    const Id stream = objects.reserve();
    objects.set_packed_stream(stream, "/Filter/FlateDecode", content.packed);
    std::string out = fmt::format("<</Type/Page/Parent {}/Resources {}/Contents {}/StructParents {}/Tabs/S",
                                  reference(parent), reference(resources), reference(stream), index);
    const std::string box = media_box(page);
    if (box != media_box(pages.pages.front())) out += box;
    if (!page.links.empty()) {
        out += "/Annots[";
        for (const Id link : numbering.links[index]) out += reference(link) + " ";
        out += "]";
        write_links(objects, pages, index, numbering);
    }
    objects.set(numbering.pages[index], out + ">>");
}

std::string kids(const std::vector<Id>& ids, std::size_t pages) {
    std::string out = "/Type/Pages/Count " + std::to_string(pages) + "/Kids[";
    for (const Id id : ids) out += reference(id) + " ";
    return out + "]";
}

/// A label as fixed text and a number behind it.
struct Label {
    std::string prefix;
    std::string digits;
};

Label split(const std::string& label) {
    const std::size_t last = label.find_last_not_of("0123456789");
    std::size_t at = last == std::string::npos ? 0 : last + 1;
    // A range counts without leading zeros, and viewers count in ints.
    while (at < label.size() && (label[at] == '0' || label.size() - at > 8)) ++at;
    return {label.substr(0, at), label.substr(at)};
}

}  // namespace

void write_page_tree(Objects& objects, const layout::Pages& pages, const std::vector<PageContent>& contents,
                     const Numbering& numbering, Id resources) {
    std::vector<Id> nodes;
    for (std::size_t from = 0; from < pages.pages.size(); from += node_size) {
        const std::size_t to = std::min(from + node_size, pages.pages.size());
        const Id node = objects.reserve();
        for (std::size_t i = from; i < to; ++i) write_page(objects, pages, i, contents[i], numbering, resources, node);
        const std::vector<Id> ids(numbering.pages.begin() + static_cast<std::ptrdiff_t>(from),
                                  numbering.pages.begin() + static_cast<std::ptrdiff_t>(to));
        objects.set(node, "<<" + kids(ids, ids.size()) + "/Parent " + reference(objects.page_root()) + ">>");
        nodes.push_back(node);
    }
    objects.set_page_root(kids(nodes, pages.pages.size()) + media_box(pages.pages.front()));
}

std::string page_labels(const layout::Pages& pages) {
    std::string out = "<</Nums[";
    std::string prefix;
    long expected = -1;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const Label label = split(pages.pages[i].label);
        const long value = label.digits.empty() ? -1 : std::stol(label.digits);
        if (i > 0 && value >= 0 && value == expected && label.prefix == prefix) {
            ++expected;
            continue;
        }
        fmt::format_to(std::back_inserter(out), "{}<<", i);
        if (value >= 0) fmt::format_to(std::back_inserter(out), "/S/D/St {}", value);
        if (!label.prefix.empty() || value < 0) out += "/P" + text_string(label.prefix);
        out += ">>";
        prefix = label.prefix;
        expected = value < 0 ? -1 : value + 1;
    }
    return out + "]>>";
}

}  // namespace pdf
