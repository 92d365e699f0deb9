#include "pdf/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/message.h"
#include "base/utf8.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

constexpr int deepest = 100;
constexpr std::size_t most_elements = 200'000;
constexpr std::string_view blanks = " \t\r\n";

class Parser {
   public:
    explicit Parser(std::string_view text) : text_(text) {}

    XmlElement root() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        skip_misc();
        if (!take("<")) fail();
        XmlElement result = element(0);
        skip_misc();
        if (at_ != text_.size()) fail();
        return result;
    }

   private:
    [[noreturn]] void fail() const { fail(at_); }
    [[noreturn]] void fail(std::size_t at) const {
        const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<long>(at), '\n');
        throw PictureFault(base::say("the SVG picture is damaged in line {}", line));
    }
    std::string_view rest() const { return text_.substr(at_); }
    bool take(std::string_view token) {
        if (!rest().starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    std::string_view until(std::string_view token) {
        const std::size_t end = text_.find(token, at_);
        if (end == std::string_view::npos) fail();
        const std::string_view found = text_.substr(at_, end - at_);
        at_ = end + token.size();
        return found;
    }
    void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }

    /// Declarations, comments, a DOCTYPE without its own definitions.
    void skip_misc() {
        for (;;) {
            skip_blanks();
            if (take("<?")) {
                until("?>");
            } else if (take("<!--")) {
                until("-->");
            } else if (take("<!DOCTYPE")) {
                if (until(">").find('[') != std::string_view::npos) fail();
            } else {
                return;
            }
        }
    }

    std::string name() {
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n/>=", at_), text_.size());
        std::string_view found = text_.substr(at_, end - at_);
        if (found.empty() || found.find_first_of("<&'\"") != std::string_view::npos) fail();
        at_ = end;
        return std::string(found);
    }
    static std::string local(const std::string& name) {
        const std::size_t colon = name.find(':');
        return colon == std::string::npos ? name : name.substr(colon + 1);
    }

    /// The element whose `<` was taken.
    XmlElement element(int depth) {
        if (depth > deepest || ++count_ > most_elements) fail();
        XmlElement result;
        result.line = line_at();
        const std::string tag = name();
        result.name = local(tag);
        for (;;) {
            skip_blanks();
            if (take("/>")) return result;
            if (take(">")) break;
            attribute(result);
        }
        content(result, tag, depth);
        return result;
    }

    void attribute(XmlElement& element) {
        const std::string key = name();
        skip_blanks();
        if (!take("=")) fail();
        skip_blanks();
        const bool quoted = take("\"");
        if (!quoted && !take("'")) fail();
        if (!element.attributes.emplace(key, unescaped(until(quoted ? "\"" : "'"))).second) fail();
    }

    void content(XmlElement& element, const std::string& tag, int depth) {
        for (;;) {
            element.text += unescaped(text_.substr(at_, std::min(text_.find('<', at_), text_.size()) - at_));
            at_ = std::min(text_.find('<', at_), text_.size());
            if (take("</")) {
                if (name() != tag) fail();
                skip_blanks();
                if (!take(">")) fail();
                return;
            }
            if (take("<!--")) {
                until("-->");
            } else if (take("<![CDATA[")) {
                element.text += until("]]>");
            } else if (take("<?")) {
                until("?>");
            } else if (take("<")) {
                element.elements.push_back(this->element(depth + 1));
            } else {
                fail();
            }
        }
    }

    std::string unescaped(std::string_view raw) const {
        std::string out;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] != '&') {
                out += raw[i];
                continue;
            }
            const std::size_t end = raw.find(';', i);
            const std::string_view entity =
                end == std::string_view::npos ? raw.substr(0, 0) : raw.substr(i + 1, end - i - 1);
            if (!append_entity(out, entity)) fail(static_cast<std::size_t>(raw.data() - text_.data()) + i);
            i = end;
        }
        return out;
    }

    /// False for what is no character of XML's own.
    static bool append_entity(std::string& out, std::string_view entity) {
        constexpr std::array<std::pair<std::string_view, char>, 5> known = {
            {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
        for (const auto& [called, character] : known) {
            if (entity == called) {
                out += character;
                return true;
            }
        }
        if (!entity.starts_with('#')) return false;
        const bool hexadecimal = entity.starts_with("#x");
        entity.remove_prefix(hexadecimal ? 2 : 1);
        std::uint32_t code = 0;
        const auto [end, fault] =
            std::from_chars(entity.data(), entity.data() + entity.size(), code, hexadecimal ? 16 : 10);
        if (fault != std::errc{} || end != entity.data() + entity.size() || code == 0 || code > 0x10FFFF) return false;
        base::append_utf8(out, static_cast<char32_t>(code));
        return true;
    }

    /// The line of the place in hand, counted on from the last one asked for.
    std::size_t line_at() {
        counted_line_ += static_cast<std::size_t>(
            std::count(text_.begin() + static_cast<long>(counted_to_), text_.begin() + static_cast<long>(at_), '\n'));
        counted_to_ = at_;
        return counted_line_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t count_ = 0;
    std::size_t counted_to_ = 0, counted_line_ = 1;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

XmlElement parse_xml(std::string_view text) { return Parser(text).root(); }

}  // namespace pdf
