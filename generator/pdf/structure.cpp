// Kids on an element's own page are bare numbers, and attributes that many cells share become one object.
#include "pdf/structure.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <optional>

#include "pdf/attributes.h"

namespace pdf {
namespace {

using layout::Element;
using layout::Kid;

/// Attributes, and how they are written: themselves, or a reference to what several have.
struct Attributes {
    struct Written {
        int uses = 0;
        std::string shared;
    };
    std::map<std::string, Written, std::less<>> known;
    std::vector<std::pair<const std::string, Written>*> of;  ///< each element
};

struct Context {
    const layout::Pages& pages;
    const std::vector<PageContent>& contents;
    const Numbering& numbering;
    const Attributes& attributes;
};

std::size_t index(int value) { return static_cast<std::size_t>(value); }

/// -1 for a chunk that draws nothing.
int mcid(const Context& context, const Kid& kid) {
    return context.contents.at(index(kid.page)).mcids.at(index(kid.index));
}

/// The page most of an element's own content refers to: that of its first piece.
std::optional<int> page_of(const Context& context, const Element& element) {
    for (const Kid& kid : element.kids) {
        if (kid.kind == Kid::Kind::chunk && mcid(context, kid) >= 0) return kid.page;
    }
    return std::nullopt;
}

/// One entry of K; empty when there is nothing to refer to.
std::string kid_entry(const Context& context, const Kid& kid, std::optional<int> page) {
    switch (kid.kind) {
        case Kid::Kind::element: return reference(context.numbering.elements.at(index(kid.index)));
        case Kid::Kind::link:
            return fmt::format("<</Type/OBJR/Obj {}{}>>",
                               reference(context.numbering.links.at(index(kid.page)).at(index(kid.index))),
                               kid.page == page ? "" : "/Pg " + reference(context.numbering.pages.at(index(kid.page))));
        case Kid::Kind::chunk: break;
    }
    const int number = mcid(context, kid);
    if (number < 0) return "";
    if (kid.page == page) return std::to_string(number);
    return fmt::format("<</Type/MCR/Pg {}/MCID {}>>", reference(context.numbering.pages.at(index(kid.page))), number);
}

std::string kids_entry(const Context& context, const Element& element, std::optional<int> page) {
    std::string list;
    std::size_t count = 0;
    for (const Kid& kid : element.kids) {
        const std::string entry = kid_entry(context, kid, page);
        if (entry.empty()) continue;
        if (count++ != 0) list += ' ';
        list += entry;
    }
    if (count == 0) return "";
    return count == 1 ? "/K " + list : "/K[" + list + "]";
}

void add_text(std::string& out, const char* key, const std::string& text) {
    if (!text.empty()) out += key + text_string(text);
}

/// A note needs an id even where nothing refers to it (ISO 14289-1, 7.9).
std::string id_of(const Context& context, std::size_t element) {
    const Element& is = context.pages.structure.elements[element];
    return !is.id && is.type == "Note" ? fmt::format("note-{}", element) : *is.id;
}

std::string element_object(const Context& context, std::size_t self, Id parent) {
    const Element& element = context.pages.structure.elements[self];
    const std::optional<int> page = page_of(context, element);
    // What differs least from one element to the next comes first.
    std::string out = "<</P " + reference(parent);
    if (page) out += "/Pg " + reference(context.numbering.pages.at(index(*page)));
    out += kids_entry(context, element, page) + "/S" + name(element.type);
    const auto& [own, written] = *context.attributes.of[self];
    if (!own.empty()) out += "/A" + (written.shared.empty() ? own : written.shared);
    add_text(out, "/ID", id_of(context, self));
    add_text(out, "/T", element.said->title);
    add_text(out, "/Lang", element.said->language);
    add_text(out, "/Alt", element.said->alt);
    add_text(out, "/ActualText", element.said->actual_text);
    add_text(out, "/E", element.said->expansion);
    return out + ">>";
}

/// Attributes of all elements. Those of the cells of a table are the same again and again: they become an object.
Attributes shared_attributes(Objects& objects, const layout::Pages& pages) {
    Attributes result;
    for (const Element& element : pages.structure.elements) {
        result.of.push_back(&*result.known.try_emplace(attributes(element, pages)).first);
        ++result.of.back()->second.uses;
    }
    for (auto* each : result.of) {
        auto& [own, written] = *each;
        if (own.empty() || written.uses < 3 || !written.shared.empty()) continue;
        written.shared = " " + reference(objects.add(own));
    }
    return result;
}

/// For each page the elements of its marked contents by MCID, for each link its element.
std::string parent_tree(const Context& context) {
    std::string out = "<</Nums[";
    for (std::size_t page = 0; page < context.contents.size(); ++page) {
        fmt::format_to(std::back_inserter(out), "{}[", page);
        const PageContent& content = context.contents[page];
        for (std::size_t chunk = 0; chunk < content.mcids.size(); ++chunk) {
            if (content.mcids[chunk] < 0) continue;
            const int element = context.pages.pages[page].chunks[chunk].element;
            out += reference(context.numbering.elements.at(index(element))) + " ";
        }
        out += "]";
    }
    for (std::size_t page = 0; page < context.contents.size(); ++page) {
        const std::vector<layout::LinkAnnotation>& links = context.pages.pages[page].links;
        for (std::size_t link = 0; link < links.size(); ++link) {
            if (links[link].element < 0) continue;
            fmt::format_to(std::back_inserter(out), "{} {} ", context.numbering.link_keys[page][link],
                           reference(context.numbering.elements.at(index(links[link].element))));
        }
    }
    return out + "]>>";
}

/// The name tree of elements with an id; empty when there is none.
std::string id_tree(const Context& context) {
    std::map<std::string, Id> ids;
    const std::deque<Element>& elements = context.pages.structure.elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string id = id_of(context, i);
        if (!id.empty()) ids.emplace(text_string(id), context.numbering.elements[i]);
    }
    if (ids.empty()) return "";
    std::string out = "<</Limits[" + ids.begin()->first + ids.rbegin()->first + "]/Names[";
    for (const auto& [id, element] : ids) out += id + " " + reference(element) + " ";
    return out + "]>>";
}

}  // namespace

Id write_structure(Objects& objects, const layout::Pages& pages, const std::vector<PageContent>& contents,
                   const Numbering& numbering) {
    const Attributes attributes = shared_attributes(objects, pages);
    const Context context{pages, contents, numbering, attributes};
    const Id root = objects.reserve();
    for (std::size_t i = 0; i < pages.structure.elements.size(); ++i) {
        const Element& element = pages.structure.elements[i];
        const Id parent = element.parent < 0 ? root : numbering.elements.at(index(element.parent));
        objects.set(numbering.elements[i], element_object(context, i, parent));
    }
    std::string entries = fmt::format("<</Type/StructTreeRoot/K {}/ParentTree {}/ParentTreeNextKey {}",
                                      reference(numbering.elements.at(0)), reference(objects.add(parent_tree(context))),
                                      numbering.next_key);
    const std::string ids = id_tree(context);
    if (!ids.empty()) entries += "/IDTree<</Kids[" + reference(objects.add(ids)) + "]>>";
    objects.set(root, entries + ">>");
    return root;
}

}  // namespace pdf
