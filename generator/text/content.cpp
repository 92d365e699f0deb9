// Structured bindings name every member, so that one more does not compile until it is counted in here.
#include "text/content.h"

#include <type_traits>

namespace text {

namespace {

class Content {
   public:
    explicit Content(std::string& bytes) : bytes_(bytes) { bytes_.clear(); }
    template <typename Plain>
    requires std::is_arithmetic_v<Plain> || std::is_enum_v<Plain> Content& operator<<(Plain value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Content& operator<<(Length length) { return *this << length.value; }
    Content& operator<<(base::Colour colour) { return *this << colour.red << colour.green << colour.blue; }
    Content& operator<<(const std::string& text) {
        *this << text.size();
        bytes_ += text;
        return *this;
    }
    Content& operator<<(const CharacterStyle& style) {
        const auto& [role, size, letterspace, colour, latin, narrow, raise, struck, underlined, line_colour] = style;
        return *this << role << size << letterspace << colour << latin << narrow << raise << struck << underlined
                     << line_colour;
    }
    Content& operator<<(const ParagraphStyle& style) {
        const auto& [setting, align, leading, first_indent, hang, numerals, justify_from, hanging, smaller] = style;
        return *this << setting << align << leading << first_indent << hang << numerals << justify_from << hanging
                     << smaller;
    }
    Content& operator<<(const Run& run) {
        const auto& [text, style, object_width, exact, together, span, ruby] = run;
        static_cast<void>(span);
        *this << text << *style << object_width.has_value() << object_width.value_or(Length{}) << exact << together
              << ruby.size();
        for (const std::string& reading : ruby) *this << reading;
        return *this;
    }

   private:
    std::string& bytes_;
};

}  // namespace

void take_content(const Paragraph& paragraph, Length measure, std::string& bytes) {
    Content content(bytes);
    const auto& [runs, style, label, label_style] = paragraph;
    content << measure << style << label << (label_style != nullptr);
    if (label_style != nullptr) content << *label_style;
    for (const Run& run : runs) content << run;
}

}  // namespace text
