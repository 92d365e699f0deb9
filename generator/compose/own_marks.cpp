// Typed lists are flat: their marks and headings in brackets say how deep a line stands.
#include "compose/own_marks.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace compose {

namespace {

Paragraph* paragraph_of(ListItem& item) {
    return item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().is);
}

std::u32string text_of(const Paragraph& paragraph) {
    std::string text;
    for (const Inline& part : paragraph.content) text += part.text;
    return base::decode(text);
}

bool is_mark(char32_t c) { return (c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㊿'); }
bool is_blank(char32_t c) { return c == U' ' || c == U'　'; }

bool is_heading(const std::u32string& text) {
    constexpr std::pair<char32_t, char32_t> brackets[] = {{U'【', U'】'}, {U'（', U'）'}, {U'［', U'］'}};
    return std::any_of(std::begin(brackets), std::end(brackets), [&](const auto& pair) {
        return text.size() > 2 && text.front() == pair.first && text.find(pair.second) == text.size() - 1;
    });
}

/// Takes the mark off the text; empty when there is none.
std::string take_mark(ListItem& item) {
    Paragraph* paragraph = paragraph_of(item);
    if (paragraph == nullptr || paragraph->content.empty()) return {};
    Inline& first = paragraph->content.front();
    const std::u32string text = base::decode(first.text);
    if (text.size() < 3 || !is_mark(text[0]) || !is_blank(text[1])) return {};
    std::size_t end = 1;
    while (end < text.size() && is_blank(text[end])) ++end;
    const auto taken = static_cast<std::uint32_t>(base::encode(text.substr(0, end)).size());
    const auto lies_before = [&](const ShownFact& fact) { return fact.begin < taken; };
    if (std::any_of(first.facts.begin(), first.facts.end(), lies_before)) return {};
    for (ShownFact& fact : first.facts) fact.begin -= taken;
    first.text = base::encode(text.substr(end));
    return base::encode(text.substr(0, 1));
}

List& inner_list(ListItem& item) {
    if (item.blocks.empty() || !std::holds_alternative<List>(item.blocks.back().is)) item.blocks.push_back({List{}});
    return std::get<List>(item.blocks.back().is);
}

}  // namespace

void nest_own_marks(List& list) {
    std::vector<ListItem> items = std::exchange(list.items, {});
    bool under_heading = false;
    bool marked = false;  ///< the last item of the outer list has a mark of its own
    for (ListItem& item : items) {
        const Paragraph* paragraph = paragraph_of(item);
        const bool heading = paragraph != nullptr && is_heading(text_of(*paragraph));
        const std::string mark = take_mark(item);
        if (!mark.empty()) item.label = mark;
        if (list.items.empty() || heading || (!under_heading && (mark.empty() || marked))) {
            under_heading = heading;
            marked = !mark.empty();
            if (!mark.empty()) list.numbered = true;
            list.items.push_back(std::move(item));
            continue;
        }
        List& inner = inner_list(list.items.back());
        if (!mark.empty()) inner.numbered = true;
        inner.items.push_back(std::move(item));
    }
}

}  // namespace compose
