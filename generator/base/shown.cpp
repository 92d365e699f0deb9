// Replaces invisible characters by their code points, so that no text steers the terminal or hides in a message.
#include "base/shown.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace base {

bool cannot_be_seen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string shown(std::string_view text, bool lines) {
    std::string out;
    for (const char32_t c : decode(text)) {
        if (lines && c == U'\n') {
            out += '\n';
        } else if (c == U'\t' || c == U'\n') {
            out += ' ';
        } else if (cannot_be_seen(c)) {
            out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
        } else {
            append_utf8(out, c);
        }
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++count) {
        if (count == most) return std::string(text.substr(0, end)) + "…";
        end += decode_at(text, end).length;
    }
    return std::string(text);
}

}  // namespace base
