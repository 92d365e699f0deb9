// Turns pugixml's tree into a plain one, and refuses what it lets pass: entities, second roots, twin attributes.
#include "pdf/xml.h"

#include <algorithm>
#include <cstddef>
#include <pugixml.hpp>

#include "base/message.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

constexpr int deepest_element = 100;
constexpr int most_elements = 200'000;

/// The name without its prefix.
std::string local(std::string_view name) { return std::string(name.substr(name.find(':') + 1)); }

/// Turns the library's tree into ours, in the order of the text.
class Reader {
   public:
    explicit Reader(std::string_view text) : text_(text) {}

    XmlElement root() {
        constexpr unsigned flags = pugi::parse_default | pugi::parse_doctype | pugi::parse_fragment;
        const auto result = document_.load_buffer(text_.data(), text_.size(), flags, pugi::encoding_utf8);
        if (!result) fail(result.offset);
        return element(only_element(), 0);
    }

   private:
    /// The library takes any number of elements and loose text for a document.
    pugi::xml_node only_element() {
        pugi::xml_node found;
        for (const pugi::xml_node node : document_) {
            const bool definitions =
                node.type() == pugi::node_doctype && std::string_view(node.value()).find('[') != std::string_view::npos;
            const bool second = node.type() == pugi::node_element && found;
            if (definitions || second || is_text(node)) fail(node.offset_debug());
            if (node.type() == pugi::node_element) found = node;
        }
        if (!found) fail(0);
        return found;
    }

    XmlElement element(const pugi::xml_node& node, int depth) {
        if (depth > deepest_element || ++count_ > most_elements) fail(node.offset_debug());
        XmlElement result;
        result.name = local(node.name());
        result.line = line_of(node.offset_debug());
        for (const pugi::xml_attribute attribute : node.attributes()) {
            if (!result.attributes.emplace(attribute.name(), attribute.value()).second) fail(node.offset_debug());
        }
        for (const pugi::xml_node kid : node) {
            if (is_text(kid)) result.text += kid.value();
            if (kid.type() == pugi::node_element) result.elements.push_back(element(kid, depth + 1));
        }
        return result;
    }

    static bool is_text(const pugi::xml_node& node) {
        return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    }

    [[noreturn]] void fail(std::ptrdiff_t offset) {
        throw PictureFault(base::say("the SVG picture is damaged in line {}", line_of(offset)));
    }

    /// Counted on from the last place asked for, which never lies behind.
    std::size_t line_of(std::ptrdiff_t offset) {
        const auto end = std::max(counted_to_, offset);
        line_ += static_cast<std::size_t>(std::count(text_.begin() + counted_to_, text_.begin() + end, '\n'));
        counted_to_ = end;
        return line_;
    }

    std::string_view text_;
    pugi::xml_document document_;
    int count_ = 0;
    std::ptrdiff_t counted_to_ = 0;
    std::size_t line_ = 1;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

XmlElement parse_xml(std::string_view text) { return Reader(text).root(); }

}  // namespace pdf
