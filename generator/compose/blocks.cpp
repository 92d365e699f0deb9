// A table from the key of an item to the function that makes its block; what is in no row is reported.
#include "compose/blocks.h"

#include <algorithm>
#include <array>

#include "base/message.h"
#include "compose/looks.h"
#include "compose/ranges.h"

namespace compose {

namespace {

using Add = void (*)(Composer&, const base::Value&, Blocks&);

constexpr std::array<std::pair<std::string_view, Add>, 16> kinds = {{
    {"heading", add_heading},
    {"paragraph", add_paragraph},
    {"text", add_narrative},
    {"list", add_list},
    {"box", add_box},
    {"columns", add_columns},
    {"placed", add_placed},
    {"rule", add_rule},
    {"contents", add_contents},
    {"index", add_index},
    {"group", add_group},
    {"at_page_top", add_page_top},
    {"page", add_page},
    {"image", add_image},
    {"table", add_table},
    {"figure", add_figure},
}};

void add_block(Composer& composer, const base::Value& item, Blocks& out) {
    if (item.is_scalar()) {
        composer.diagnostics.error(item.span, base::say("a block is a map that names its kind"),
                                   base::say("for instance: paragraph: …"));
        return;
    }
    for (const base::Value::Entry& entry : item.entries) {
        for (const auto& [name, add] : kinds) {
            // `columns` and `contents` are also keys of other kinds; a block's kind is the key that stands first.
            if (entry.key == name) return add(composer, item, out);
        }
    }
    const bool empty = item.entries.empty();
    base::report_unknown("unknown block `{}`", empty ? "" : item.entries.front().key,
                         empty ? item.span : item.entries.front().key_span, block_kinds(), composer.diagnostics);
}

}  // namespace

std::vector<std::string_view> block_kinds() {
    std::vector<std::string_view> names(kinds.size());
    std::transform(kinds.begin(), kinds.end(), names.begin(), [](const auto& kind) { return kind.first; });
    return names;
}

Blocks blocks(Composer& composer, const base::Value& list) {
    Blocks out;
    for_each_item(composer, list, [&](const base::Value& item) { add_block(composer, item, out); });
    return out;
}

void read_space(base::Fields& fields, Space& space) {
    if (const auto before = length_in_range(fields, "before")) space.before = *before;
    if (const auto after = length_in_range(fields, "after")) space.after = *after;
}

ParagraphLook paragraph_look(Composer& composer, base::Fields& fields, const char* otherwise) {
    constexpr const char* unknown = "unknown paragraph style `{}`";
    Looks<ParagraphLook>& looks = composer.styles.paragraphs;
    const base::Value* style = fields.optional("style");
    const ParagraphLook* usual = composer.around;
    const bool names = style != nullptr && (!style->is_map() || style->find("like") != nullptr);
    if (usual == nullptr && !names)
        usual = find_look(composer.styles, looks, {otherwise, fields.span()}, unknown, composer.diagnostics);
    const ParagraphLook& look = usual == nullptr ? composer.styles.plain : *usual;
    return style == nullptr ? look : look_of(composer, looks, *style, look, unknown);
}

}  // namespace compose
