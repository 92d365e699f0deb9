// {{x.y}}, ｛x.y｝, x.y} and the like: meant as a binding, and printed as typed.
#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::say;
using input::TypedText;

bool is_open(char32_t c) { return c == U'{' || c == U'｛'; }
bool is_close(char32_t c) { return c == U'}' || c == U'｝'; }
bool is_blank(char32_t c) { return c == U' ' || c == U'　'; }

/// Letters of a path such as goal.1.kpi_average, of either width.
bool in_path(char32_t c) {
    c = base::half_width(c);
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'.' || c == U'_' ||
           c == U'-' || c == U'@';
}

/// A stretch of path letters with a dot between letters, as goal.1 has; 0.5 and kensho.yaml. are none.
bool is_path(std::u32string_view text) {
    const std::size_t dot = text.find_first_of(U".．");
    const bool letter = std::any_of(text.begin(), text.end(),
                                    [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'ａ' && c <= U'ｚ'); });
    return letter && dot != std::u32string_view::npos && dot > 0 && dot + 1 < text.size();
}

/// The braces on one side of a path: how many, and whether they are typed as they must be.
struct Braces {
    std::size_t count = 0;
    bool plain = true;  ///< half-width, without blanks between
};

Braces before(std::u32string_view text, std::size_t at) {
    Braces braces;
    bool apart = false;
    while (at > 0 && (is_open(text[at - 1]) || is_blank(text[at - 1]))) {
        const char32_t c = text[--at];
        if (is_blank(c)) {
            apart = braces.count > 0;
            continue;
        }
        if (apart || c != U'{') braces.plain = false;
        ++braces.count;
    }
    return braces;
}

/// Formats may stand between the path and its closing braces: |項目.
Braces behind(std::u32string_view text, std::size_t at) {
    const std::size_t close = text.find_first_of(U"}｝", at);
    Braces braces;
    if (close == std::u32string_view::npos) return braces;
    const std::u32string_view between = text.substr(at, close - at);
    const bool formats = !between.empty() && (between.front() == U'|' || between.front() == U'｜');
    const bool blank = std::all_of(between.begin(), between.end(), is_blank);
    if ((!formats && !blank) || std::any_of(between.begin(), between.end(), is_open)) return braces;
    bool apart = false;
    for (at = close; at < text.size() && (is_close(text[at]) || is_blank(text[at])); ++at) {
        if (is_blank(text[at])) {
            apart = true;
            continue;
        }
        if (apart || text[at] != U'}') braces.plain = false;
        ++braces.count;
    }
    return braces;
}

/// Behind a brace a name may be a word of the city's: rated.順調.
std::size_t end_of_path(std::u32string_view text, std::size_t at, bool opened) {
    std::size_t end = at;
    bool word = false;
    for (; end < text.size(); ++end) {
        const char32_t c = text[end];
        if (in_path(c)) {
            word = false;
            continue;
        }
        const bool ends = is_open(c) || is_close(c) || is_blank(c) || c == U'|' || c == U'｜';
        word = opened && !ends && (word || text[end - 1] == U'.');
        if (!word) break;
    }
    return end;
}

void check_text(const TypedText& text, bool filled, Doubts& doubts) {
    const std::u32string letters = base::decode(text.text);
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (!in_path(letters[at])) continue;
        const Braces left = before(letters, at);
        const std::size_t end = end_of_path(letters, at, left.count > 0);
        const std::u32string_view path = std::u32string_view(letters).substr(at, end - at);
        const Braces right = behind(letters, end);
        const bool right_way = left.count == 1 && right.count == 1 && left.plain && right.plain;
        if (is_path(path) && left.count + right.count > 0 && !(right_way && filled)) {
            const std::string typed = base::encode(path);
            doubts.in_text("half-placeholder", text.span, text.text,
                           right_way
                               ? say("`{}` is printed as it stands: texts of the annex are not filled in", typed)
                               : say("`{}` looks like a fact's path, but it would be printed as it stands", typed),
                           right_way ? say("write the figure itself")
                                     : say("one half-width brace stands on either side: {{{}}}", typed));
        }
        at = end;
    }
}

}  // namespace

void check_placeholders(Doubts& doubts) {
    for (const TypedText& text : doubts.inputs().texts) {
        if (text.text.find_first_of("{}") == std::string::npos && text.text.find("｛") == std::string::npos &&
            text.text.find("｝") == std::string::npos) {
            continue;
        }
        check_text(text, text.path.starts_with("narrative."), doubts);
    }
}

}  // namespace check
