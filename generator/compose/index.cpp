// An index: what the template lists, with the pages where it stands.
#include <algorithm>

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/ranges.h"

namespace compose {

namespace {

ContentsEntry::Place place_at(Composer& composer, const base::Value& page) {
    return {{}, plain_text(composer, page), page.span};
}

/// `page` is one place, `pages` are several, each with the number that stands before it.
void read_places(Composer& composer, base::Fields& fields, ContentsEntry& entry) {
    if (const base::Value* page = fields.optional("page")) entry.places.push_back(place_at(composer, *page));
    const base::Value* pages = fields.optional("pages");
    if (pages == nullptr) return;
    for_each_item(composer, *pages, [&](const base::Value& item) {
        base::Fields of(item, composer.diagnostics);
        const base::Value* page = of.required("page");
        const base::Value* number = of.optional("number");
        if (page == nullptr) return;
        entry.places.push_back(place_at(composer, *page));
        if (number != nullptr) entry.places.back().number = flat_text(composer, *number);
    });
}

ContentsEntry read_entry(Composer& composer, const base::Value& item, const ContentsLook& look) {
    base::Fields fields(item, composer.diagnostics);
    ContentsEntry entry;
    entry.level = static_cast<int>(fields.optional_whole("look", 1, 6).value_or(1));
    const auto style_in = [&](const std::map<int, const CharacterStyle*>& styles) {
        const auto found = styles.find(entry.level);
        return found == styles.end() ? composer.styles.plain.text : found->second;
    };
    if (const base::Value* number = fields.optional("number")) {
        entry.number = inlines(composer, *number, style_in(look.number));
    }
    if (const base::Value* title = fields.required("entry")) {
        entry.title = inlines(composer, *title, style_in(look.text));
    }
    read_places(composer, fields, entry);
    entry.page = !entry.places.empty();
    // One place without a number is where the words themselves lead.
    if (entry.places.size() == 1 && entry.places.front().number.empty()) entry.anchor = entry.places.front().anchor;
    return entry;
}

}  // namespace

void check_index_entries(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](const base::Value& item) { read_entry(composer, item, {}); });
}

void add_index(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* named = fields.required("index");
    const base::Value* entries = fields.required("entries");
    Contents index;
    index.listed = true;
    index.columns = static_cast<int>(fields.optional_whole("columns", 1, 6).value_or(1));
    if (const auto gap = length_in_range(fields, "gap")) index.gap = composer.fit.across(*gap);
    const auto* look = named == nullptr ? nullptr
                                        : find_look(composer.styles.contents, plain_text(composer, *named), named->span,
                                                    "unknown contents style `{}`", composer.diagnostics);
    if (look != nullptr) index.space = look->space;
    read_space(fields, index.space);
    if (look == nullptr || entries == nullptr) return;
    index.styles = look->levels;
    for_each_item(composer, *entries,
                  [&](const base::Value& entry) { index.entries.push_back(read_entry(composer, entry, *look)); });
    if (!index.entries.empty()) out.push_back({std::move(index)});
}

}  // namespace compose
