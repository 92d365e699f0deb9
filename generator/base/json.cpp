// Texts and lists as JSON writes them.
#include "base/json.h"

#include <fmt/format.h>

namespace base {

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += {'\\', c};
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string json_list(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + json_string(text);
    return "[" + out + "]";
}

std::string json_rectangle(const Rect& rect) {
    return fmt::format("[{}, {}, {}, {}]", rect.x.value, rect.y.value, rect.width.value, rect.height.value);
}

}  // namespace base
