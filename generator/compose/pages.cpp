// Page changes, contents, pictures of the city's own, and the check that links lead somewhere.

#include <algorithm>
#include <set>

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/compose.h"
#include "compose/ranges.h"
#include "compose/walk.h"

namespace compose {

namespace {

/// A slot that no page's head or foot shows is a slip of the pen.
void check_slot(Composer& composer, const base::Value::Entry& slot) {
    composer.used.slots.insert(slot.key);
    std::vector<std::string_view> known;
    for (const auto& [name, span] : composer.styles.slots) known.emplace_back(name);
    if (std::find(known.begin(), known.end(), slot.key) != known.end()) return;
    base::report_unknown("no page shows a slot `{}`", slot.key, slot.key_span, known, composer.diagnostics);
}

void set_style(std::vector<Inline>& content, const CharacterStyle* style) {
    for (Inline& piece : content) piece.style = style;
}

}  // namespace

bool leads_to(const std::string& link, const std::set<std::string, std::less<>>& anchors) {
    return anchors.contains(link) || std::any_of(anchors.begin(), anchors.end(),
                                                 [&](const std::string& anchor) { return may_be_same(link, anchor); });
}

void add_page(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* named = fields.required("page");
    PageBreak page;
    if (named != nullptr && base::expect_text(*named, composer.diagnostics)) {
        page.master = plain_text(composer, *named);
        const PageMaster* master =
            find_look(composer.styles.pages, page.master, named->span, "unknown page `{}`", composer.diagnostics);
        if (master != nullptr) {
            composer.fit = fit_of(*master);
            composer.measure = composer.fit.measure_to;
        }
    }
    for (const base::Value::Entry& slot : fields.map("slots")) {
        check_slot(composer, slot);
        page.slots[slot.key] = inlines(composer, slot.value, composer.styles.plain.text);
    }
    if (const base::Value* thumb = fields.optional("thumb")) {
        page.thumb = static_cast<int>(whole_at(composer, *thumb).value_or(0));
    }
    page.number_from = static_cast<int>(fields.optional_whole("number_from", 1, 100'000).value_or(0));
    page.roman = fields.flag("roman", false);
    out.push_back({std::move(page)});
}

void add_contents(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* named = fields.required("contents");
    const auto levels = fields.optional_whole("levels", 1, 6).value_or(6);
    if (named == nullptr) return;
    const auto* look = find_look(composer.styles.contents, plain_text(composer, *named), named->span,
                                 "unknown contents style `{}`", composer.diagnostics);
    if (look == nullptr) return;
    Contents contents;
    contents.space = look->space;
    read_space(fields, contents.space);
    for (const auto& [level, style] : look->levels) {
        if (level > levels) continue;
        contents.styles[level] = style;
        // Entries come when all headings are known; until then one a level carries the level's text styles.
        ContentsEntry pattern;
        pattern.level = level;
        pattern.number.resize(1);
        pattern.title.resize(1);
        set_style(pattern.number, look->number.at(level));
        set_style(pattern.title, look->text.at(level));
        contents.entries.push_back(std::move(pattern));
    }
    out.push_back({std::move(contents)});
}

void fill_contents(Composer& composer, Blocks& list) {
    for_each_block(list, [&](Block& block) {
        auto* contents = std::get_if<Contents>(&block.is);
        if (contents == nullptr || contents->listed) return;
        const std::vector<ContentsEntry> patterns = std::exchange(contents->entries, {});
        for (const ContentsEntry& heading : composer.headings) {
            for (const ContentsEntry& pattern : patterns) {
                if (pattern.level != heading.level) continue;
                ContentsEntry entry = heading;
                set_style(entry.number, pattern.number[0].style);
                set_style(entry.title, pattern.title[0].style);
                contents->entries.push_back(std::move(entry));
            }
        }
    });
}

namespace {

void check_anchor(Composer& composer, const std::string& anchor, base::Span span) {
    if (anchor.empty() || leads_to(anchor, composer.used.anchors)) return;
    composer.diagnostics.error(span, base::say("nothing in this volume has the anchor `{}`", with_holes_shown(anchor)));
}

void check_link(Composer& composer, const base::LinkTarget& link, base::Span span) {
    if (const auto* near = std::get_if<base::AnchorLink>(&link)) check_anchor(composer, near->anchor, span);
    const auto* far = std::get_if<base::VolumeLink>(&link);
    if (far != nullptr && !far->anchor.empty()) composer.used.far_links.emplace_back(far->anchor, span);
}

}  // namespace

void check_anchors(Composer& composer) {
    std::set<std::string, std::less<>> anchors;
    for_each_block(composer.document.blocks, [&](Block& block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.is)) anchors.insert(paragraph->anchor);
        if (const auto* table = std::get_if<Table>(&block.is)) {
            for (const Row& row : table->body) anchors.insert(row.anchor);
        }
    });
    composer.used.anchors = anchors;
    for_each_block(composer.document.blocks, [&](Block& block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            for (const Inline& piece : paragraph->content) {
                if (piece.page) {
                    check_anchor(composer, piece.page->anchor, piece.span);
                } else if (piece.link) {
                    check_link(composer, *piece.link, piece.span);
                }
            }
        }
        const auto* index = std::get_if<Contents>(&block.is);
        if (index == nullptr || !index->listed) return;
        for (const ContentsEntry& entry : index->entries) {
            for (const ContentsEntry::Place& place : entry.places) check_anchor(composer, place.anchor, place.span);
        }
    });
}

void add_image(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* named = fields.required("image");
    const base::Value* alt = fields.required("alt");
    Image image;
    image.span = item.span;
    if (const auto width = length_in_range(fields, "width")) image.width = composer.fit.across(*width);
    if (const auto height = length_in_range(fields, "height")) image.height = composer.fit.across(*height);
    image.page = static_cast<int>(fields.optional_whole("page", 1, 10'000).value_or(1));
    image.full_page = fields.flag("full_page", false);
    read_space(fields, image.space);
    if (named == nullptr || alt == nullptr) return;
    image.asset = plain_text(composer, *named);
    image.alt = spoken_text(composer, *alt);
    const bool may_come = composer.world.checking &&
                          (composer.used.assets.contains(image.asset) || image.asset.find(hole) != std::string::npos);
    if (may_come || composer.world.inputs.assets.contains(image.asset)) {
        if (composer.world.use != nullptr) composer.world.use->assets.insert(image.asset);
        out.push_back({std::move(image)});
        return;
    }
    std::vector<std::string_view> known;
    for (const auto& [name, bytes] : composer.world.inputs.assets) known.push_back(name);
    base::report_unknown("unknown picture `{}`", image.asset, named->span, known, composer.diagnostics);
}

}  // namespace compose
