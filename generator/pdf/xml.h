// As much of XML as an SVG picture needs: elements, attributes, character data.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

struct XmlElement {
    std::string name;  ///< without a prefix: svg:path is "path"
    std::map<std::string, std::string, std::less<>> attributes;
    std::vector<XmlElement> elements;
    std::string text;
    std::size_t line = 1;

    /// An attribute's value, or "".
    std::string_view attribute(std::string_view key) const;
};

/// The root element. Throws PictureFault with the line where the text is not well-formed, nested too deep, has too many
/// elements or defines entities of its own, which could grow without end. Entities nobody defined stay as written.
XmlElement parse_xml(std::string_view text);

}  // namespace pdf
