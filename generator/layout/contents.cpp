// 目次 and indexes: an entry is one strip; its page numbers and leaders are drawn when the pages are known.
#include "layout/set.h"
#include "layout/structure.h"
#include "layout/unit.h"

#include <string_view>

namespace layout {

namespace {

base::ParagraphStyle entry_style(const compose::ContentsStyle& style) {
    base::ParagraphStyle paragraph;
    paragraph.setting = base::Setting::cell;
    paragraph.align = base::Align::start;
    paragraph.leading = style.row_height;
    paragraph.numerals = base::Numerals::as_written;  // as the headings of the templates are
    paragraph.first_indent = Length{} - style.turn;
    paragraph.hang = style.turn;
    return paragraph;
}

compose::ContentsStyle plain_style() {
    compose::ContentsStyle style;
    style.row_height = Length::points(23);
    style.number_width = Length::points(36);
    return style;
}

/// How far the lines after the first stand in: under the title, behind what counts it (具体的な施策　１　…).
Length title_indent(Setter& setter, const compose::ContentsEntry& entry, const base::ParagraphStyle& style) {
    constexpr std::string_view blank = "　";
    constexpr std::size_t longest_count = 12 * blank.size();
    if (entry.title.empty()) return {};
    const std::string& title = entry.title.front().text;
    const std::size_t at = title.rfind(blank, longest_count);
    if (at == std::string::npos || at == 0) return {};
    text::Paragraph counted;
    counted.style = style;
    counted.runs.push_back(
        {title.substr(0, at + blank.size()), entry.title.front().style, std::nullopt, false, false, {}});
    return setter.typesetter.natural_width(counted);
}

/// What a place takes beside the title, as long as its page is not known: a page of two digits.
Length room_of_places(const compose::ContentsEntry& entry, const compose::ContentsStyle& style) {
    Length room = entry.page ? style.page_width : Length{};
    for (const auto& place : entry.places) {
        if (!place.number.empty())
            room += scaled(style.row_height, 5 * static_cast<std::int64_t>(place.number.size()), 10);
    }
    return room;
}

/// Number and title are in a link in a reference; the number is its label. A title that leads to several places is no
/// link itself. Returns the entry's element, where what is below it can stand.
int set_entry(Setter& setter, Builder& builder, const compose::ContentsEntry& entry,
              const compose::ContentsStyle& style, Where where) {
    setter.store.prints_pages = true;
    const int item = add_element(setter.structure, "TOCI", where.element);
    EntryOf what{};
    what.entry = &entry;
    what.style = &style;
    what.item_element = item;
    const base::ParagraphStyle paragraph = entry_style(style);
    if (!entry.number.empty()) {
        const int label = add_element(setter.structure, "Lbl", item);
        base::ParagraphStyle upright = paragraph;
        upright.first_indent = upright.hang = {};
        what.number = set_text(setter, entry.number, upright, style.number_width, label);
    }
    const int reference = add_element(setter.structure, entry.anchor.empty() ? "P" : "Reference", item);
    what.title_element = entry.anchor.empty() ? reference : add_element(setter.structure, "Link", reference);
    base::ParagraphStyle hanging = paragraph;
    if (style.turn == Length{}) {
        hanging.hang = title_indent(setter, entry, paragraph);
        hanging.first_indent = -hanging.hang;
    }
    const Length used = style.indent + style.number_width + room_of_places(entry, style);
    what.title = set_text(setter, entry.title, hanging, where.width - used, what.title_element);
    Strip strip;
    strip.x = where.x;
    strip.width = where.width;
    for (const LineBox& line : what.title->boxes) strip.height += line.height;
    strip.height = std::max(strip.height, style.row_height);
    strip.what = what;
    builder.space(style.space_before);
    builder.push(std::move(strip));
    return item;
}

const compose::ContentsStyle& style_of(const compose::Contents& contents, int level) {
    static const compose::ContentsStyle plain = plain_style();
    const auto found = contents.styles.find(level);
    return found == contents.styles.end() ? plain : found->second;
}

/// The first strip of every column, where none is higher than `height`.
std::vector<std::size_t> column_starts(const Stack& stack, Length height) {
    std::vector<std::size_t> starts = {0};
    Length filled;
    for (std::size_t i = 0; i < stack.strips.size(); ++i) {
        const Strip& strip = stack.strips[i];
        const bool first = i == starts.back();
        const Length needed = strip.height + (first ? Length{} : strip.before);
        if (!first && filled + needed > height) {
            starts.push_back(i);
            filled = strip.height;
        } else {
            filled += needed;
        }
    }
    return starts;
}

/// The least height at which the strips stand in so many columns, so that these are as high as each other; `most` where
/// they need more, and further columns stand below.
Length column_height(const Stack& stack, std::size_t columns, Length most) {
    const Length step = Length::points(1);
    for (Length height = stack.height() / static_cast<std::int64_t>(columns); height < most; height += step) {
        if (column_starts(stack, height).size() <= columns) return height;
    }
    return most;
}

/// So many columns side by side, as a unit that no page parts.
void push_columns(Setter& setter, Builder& builder, std::vector<Stack> stacks, const compose::Contents& index,
                  Length width, Where where) {
    Unit& unit = setter.store.units.emplace_back();
    Length x;
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        CellSet& cell = unit.cells.emplace_back();
        static const compose::Surface plain{};
        cell.surface = &plain;
        cell.column = static_cast<int>(i);
        cell.x = x;
        cell.width = width;
        cell.stack = std::move(stacks[i]);
        finish(cell.stack);
        x += width + index.gap;
    }
    unit.least.push_back({});
    unit.row_keeps.push_back(false);
    unit.anchors.emplace_back();
    index_rows(unit, 1);
    Strip strip;
    strip.what = UnitOf{&unit, nullptr};
    strip.x = where.x;
    strip.width = where.width;
    strip.height = whole_fragment(unit).height();
    builder.push(std::move(strip));
}

/// Room for a title and a line above an index that fills its first page.
constexpr Length title_room = Length::points(72);

void set_index(Setter& setter, Builder& builder, const compose::Contents& index, Where where) {
    const auto columns = static_cast<std::size_t>(std::max(1, index.columns));
    const auto count = static_cast<std::int64_t>(columns);
    const Length width = (where.width - index.gap * (count - 1)) / count;
    Stack all;
    Builder inner(all);
    for (const compose::ContentsEntry& entry : index.entries) {
        set_entry(setter, inner, entry, style_of(index, entry.level), {{}, width, where.element});
    }
    finish(all);
    const Length page = std::max(setter.page_height - title_room, Length::points(100));
    const Length height = column_height(all, columns, page);
    std::vector<std::size_t> starts = column_starts(all, height);
    starts.push_back(all.strips.size());
    for (std::size_t column = 0; column + 1 < starts.size(); column += columns) {
        std::vector<Stack> stacks;
        for (std::size_t i = column; i < std::min(column + columns, starts.size() - 1); ++i) {
            Stack& stack = stacks.emplace_back();
            for (std::size_t at = starts[i]; at < starts[i + 1]; ++at) {
                stack.strips.push_back(std::move(all.strips[at]));
                if (at == starts[i]) stack.strips.back().before = {};
            }
        }
        push_columns(setter, builder, std::move(stacks), index, width, where);
    }
}

/// Each level is a list in the entry above it.
void set_nested(Setter& setter, Builder& builder, const compose::Contents& contents, Where where) {
    struct Open {
        int level, list;
        int item = -1;
    };
    std::vector<Open> open;
    for (const compose::ContentsEntry& entry : contents.entries) {
        while (open.size() > 1 && open.back().level > entry.level) open.pop_back();
        if (open.empty()) {
            open.push_back({entry.level, where.element});
        } else if (entry.level > open.back().level) {
            // An upper entry stays with the first below it.
            builder.keep(keep::next);
            open.push_back({entry.level, add_element(setter.structure, "TOC", open.back().item)});
        }
        open.back().item = set_entry(setter, builder, entry, style_of(contents, entry.level),
                                     {where.x, where.width, open.back().list});
    }
}

}  // namespace

void set_contents(Setter& setter, Builder& builder, const compose::Contents& contents, Where where) {
    where.element = add_element(setter.structure, "TOC", where.element);
    builder.space(contents.space.before);
    contents.listed ? set_index(setter, builder, contents, where) : set_nested(setter, builder, contents, where);
    builder.space(contents.space.after);
}

}  // namespace layout
