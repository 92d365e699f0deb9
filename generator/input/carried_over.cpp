// Digests are read as a set, without their paths: a text that moves within the narrative is still known.
#include "input/carried_over.h"

#include "base/file.h"
#include "base/message.h"

namespace input {

std::string text_digest(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return base::digest("").substr(0, 16);
    return base::digest(text.substr(first, text.find_last_not_of(blanks) + 1 - first)).substr(0, 16);
}

std::string carried_over_file(const std::vector<TypedText>& texts, const std::string& last_year) {
    std::string out = base::say(
                          "# Texts taken over from {}. Take a line out once its text has been changed, or looked "
                          "at and kept.",
                          last_year) +
                      "\ntexts:\n";
    for (const TypedText& text : texts) out += "  " + text.path + ": \"" + text_digest(text.text) + "\"\n";
    return out;
}

std::set<std::string> read_carried_over(const base::Value& tree, base::Diagnostics& diagnostics) {
    std::set<std::string> digests;
    base::Fields fields(tree, diagnostics);
    for (const base::Value::Entry& entry : fields.map("texts")) {
        if (const auto digest = base::as_text(entry.value, diagnostics)) digests.insert(*digest);
    }
    return digests;
}

}  // namespace input
