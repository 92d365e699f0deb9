// Tables: cells are set at their widths; rows that spans tie together become units.
#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "figures/figures.h"
#include "layout/figures_align.h"
#include "layout/headers.h"
#include "layout/structure.h"
#include "layout/unit.h"

namespace layout {

namespace {

/// Rows lower than this are not left alone on a page.
constexpr Length low_row = Length::points(60);

constexpr const char* scope_name(compose::Scope scope) {
    switch (scope) {
        case compose::Scope::column: return "Column";
        case compose::Scope::row: return "Row";
        case compose::Scope::both: return "Both";
        case compose::Scope::none: break;
    }
    return "";
}

int cell_element(Structure& structure, const compose::Cell& cell, int rows, int columns, int row_element) {
    const int index = add_element(structure, cell.header ? "TH" : "TD", row_element);
    if (index < 0) return index;
    Element& element = structure.elements[static_cast<std::size_t>(index)];
    element.id = cell.id;
    element.headers = cell.headers;
    element.scope = cell.header ? scope_name(cell.scope) : "";
    element.row_span = rows;
    element.column_span = columns;
    return index;
}

/// Walks rows and finds for each cell the first column that no span from above covers.
class Grid {
   public:
    explicit Grid(std::size_t columns) : free_from_(columns, 0) {}
    /// The column of the next cell of `row`, which spans; nothing when the row is full.
    std::optional<std::size_t> place(std::size_t row, std::size_t rows, std::size_t columns) {
        if (row != row_) row_ = row, column_ = 0;
        while (column_ < free_from_.size() && free_from_[column_] > row) ++column_;
        if (column_ >= free_from_.size()) return std::nullopt;
        const std::size_t at = column_;
        for (std::size_t i = 0; i < columns && column_ < free_from_.size(); ++i) free_from_[column_++] = row + rows;
        return at;
    }

   private:
    std::vector<std::size_t> free_from_;  ///< by column
    std::size_t row_ = 0, column_ = 0;
};

/// The cells of the body that span no columns, with the column of each.
template <typename Visit>
void each_in_one_column(const compose::Table& source, const Visit& visit) {
    Grid grid(source.columns.size());
    for (std::size_t i = 0; i < source.body.size(); ++i) {
        for (const compose::Cell& cell : source.body[i].cells) {
            const auto span = static_cast<std::size_t>(std::max(cell.columns, 1));
            const auto at = grid.place(i, static_cast<std::size_t>(std::max(cell.rows, 1)), span);
            if (at && span == 1) visit(cell, *at);
        }
    }
}

/// The end of the unit that begins at `row`: the first row no span reaches into.
std::size_t unit_end(const std::vector<compose::Row>& rows, std::size_t row) {
    std::size_t end = row + 1;
    for (std::size_t i = row; i < end && i < rows.size(); ++i) {
        for (const compose::Cell& cell : rows[i].cells) {
            end = std::max(end, i + static_cast<std::size_t>(std::max(cell.rows, 1)));
        }
    }
    return std::min(end, rows.size());
}

/// What a paragraph's words take on one line; a chip, a mark or a page's number asks for nothing.
Length words_of(Setter& setter, const compose::Paragraph& paragraph) {
    text::Paragraph words;
    words.style = paragraph.style;
    for (const compose::Inline& part : paragraph.content) {
        if (!part.text.empty()) words.runs.push_back({part.text, part.style, std::nullopt, part.exact, false, {}});
    }
    return setter.typesetter.natural_width(words) + paragraph.indent - paragraph.overhang;
}

/// The same of a cell.
Length wish_of(Setter& setter, const compose::Cell& cell) {
    Length wish;
    for (const compose::Block& block : cell.blocks) {
        const auto* paragraph = std::get_if<compose::Paragraph>(&block.is);
        if (paragraph != nullptr) wish = std::max(wish, words_of(setter, *paragraph));
    }
    return wish + cell.padding.left + cell.padding.right;
}

/// Whether a rating's word has no room in the cell, or only on a line of its own where the symbols would stand on one.
bool lacks_room_for_words(Setter& setter, const compose::Cell& cell, Length room) {
    for (const compose::Block& block : cell.blocks) {
        const auto* paragraph = std::get_if<compose::Paragraph>(&block.is);
        if (paragraph == nullptr) continue;
        Length worded, bare;
        bool any = false;
        for (const compose::Inline& part : paragraph->content) {
            if (!part.chip || part.chip->word.empty() || part.chip->symbol.empty()) continue;
            const Length width = figures::worded_width(*part.chip, setter.typesetter);
            if (width > room) return true;
            worded += width;
            bare += part.chip->height;
            any = true;
        }
        if (!any) continue;
        const Length words = words_of(setter, *paragraph);
        if (words + worded > room && words + bare <= room) return true;
    }
    return false;
}

/// By column, whether its ratings are their symbols alone: where one has no room for its word none says it.
std::vector<bool> bare_columns(Setter& setter, const compose::Table& source, const std::vector<Length>& edges) {
    std::vector<bool> bare(edges.size() - 1);
    each_in_one_column(source, [&](const compose::Cell& cell, std::size_t column) {
        const Length room = edges[column + 1] - edges[column] - cell.padding.left - cell.padding.right;
        bare[column] = bare[column] || lacks_room_for_words(setter, cell, room);
    });
    return bare;
}

/// Whether a cell holds a number alone, with its sign or not, which is never broken.
bool is_number(const compose::Cell& cell) {
    const auto* paragraph = cell.blocks.empty() ? nullptr : std::get_if<compose::Paragraph>(&cell.blocks.front().is);
    if (paragraph == nullptr) return false;
    std::string text;
    for (const compose::Inline& part : paragraph->content) text += part.text;
    if (text.empty()) return false;
    const std::size_t sign = base::decode_at(text, 0).length;  // △, −, or the first digit
    return text.size() > sign && text.find_first_not_of("0123456789,.", sign) == std::string::npos;
}

/// Columns that grow take what their short entries ask for, half as much again at most, from those that yield, which
/// keep the half of theirs. An entry that asks for more is broken anyway; a number, which is not, takes what is left.
std::vector<Length> widths_of(Setter& setter, const compose::Table& source) {
    if (source.growing.empty() || source.yielding.empty()) return source.columns;
    std::vector<Length> widths = source.columns, of_numbers = widths;
    each_in_one_column(source, [&](const compose::Cell& cell, std::size_t column) {
        if (std::ranges::find(source.growing, column) == source.growing.end()) return;
        const Length wish = wish_of(setter, cell), most = scaled(source.columns[column], 3, 2);
        if (wish <= most) widths[column] = std::max(widths[column], wish);
        if (is_number(cell)) of_numbers[column] = std::max(of_numbers[column], std::min(wish, most));
    });
    Length taken, wanted;
    for (const std::size_t column : source.growing) {
        taken += widths[column] - source.columns[column];
        wanted += std::max(of_numbers[column] - widths[column], Length{});
    }
    const auto givers = static_cast<std::int64_t>(source.yielding.size());
    const Length left = source.columns[source.yielding.front()] * givers / 2 - taken;
    if (left < Length{}) return source.columns;
    for (const std::size_t column : source.growing) {
        Length more = std::max(of_numbers[column] - widths[column], Length{});
        if (wanted > left) more = scaled(more, left.value, wanted.value);
        widths[column] += more;
        taken += more;
    }
    for (const std::size_t column : source.yielding) widths[column] -= taken / givers;
    return widths;
}

struct TableSetter {
    Setter& setter;
    TableSet& table;
    Where where;
    std::vector<bool> bare;  ///< by column

    CellSet set_cell(const compose::Cell& cell, std::size_t row, std::size_t rows_left, std::size_t column,
                     int parent) {
        const std::size_t last = table.edges.size() - 1;
        CellSet set;
        set.source = &cell;
        set.row = static_cast<int>(row);
        set.rows = std::clamp(cell.rows, 1, static_cast<int>(rows_left));
        set.column = static_cast<int>(column);
        set.columns = std::clamp(cell.columns, 1, static_cast<int>(last - column));
        set.x = table.edges[column];
        set.width = table.edges[column + static_cast<std::size_t>(set.columns)] - set.x;
        set.surface = &cell;
        set.element = cell_element(setter.structure, cell, set.rows, set.columns, parent);
        Builder builder(set.stack);
        const Length inner = set.width - cell.padding.left - cell.padding.right;
        const bool around = std::exchange(setter.bare_chips, set.columns == 1 && bare[column]);
        set_blocks(setter, builder, cell.blocks, {{}, inner, set.element, true});
        setter.bare_chips = around;
        finish(set.stack);
        return set;
    }

    Unit* set_unit(const std::vector<compose::Row>& rows, std::size_t first, std::size_t end, int section) {
        Unit& unit = setter.store.units.emplace_back();
        unit.table = &table;
        unit.inside = table.source->rows_split;
        Grid grid(table.edges.size() - 1);
        std::size_t cells = 0;
        for (std::size_t i = first; i < end; ++i) cells += rows[i].cells.size();
        unit.cells.reserve(cells);
        for (std::size_t i = first; i < end; ++i) {
            const int row_element = rows[i].artifact ? -1 : add_element(setter.structure, "TR", section);
            for (const compose::Cell& cell : rows[i].cells) {
                const auto span = static_cast<std::size_t>(std::max(cell.rows, 1));
                const auto column = grid.place(i - first, span, static_cast<std::size_t>(std::max(cell.columns, 1)));
                if (column) unit.cells.push_back(set_cell(cell, i - first, end - i, *column, row_element));
            }
            unit.least.push_back(rows[i].least_height);
            unit.row_keeps.push_back(rows[i].keep_with_next);
            unit.anchors.push_back(rows[i].anchor);
        }
        index_rows(unit, end - first);
        return &unit;
    }

    void push(Builder& builder, Unit* unit, Length height) {
        Strip strip;
        strip.what = UnitOf{unit, &table};
        strip.x = where.x;
        strip.width = table.edges.back();
        strip.height = height;
        builder.push(std::move(strip));
    }
};

bool lonely(const Unit& unit, Length height) { return unit.least.size() == 1 && height < low_row; }

void push_body(TableSetter& maker, Builder& builder, int section) {
    const auto& rows = maker.table.source->body;
    std::vector<Unit*> units;
    for (std::size_t row = 0; row < rows.size();) {
        const std::size_t end = unit_end(rows, row);
        Unit* unit = maker.set_unit(rows, row, end, section);
        align_figures(*unit);
        unit->repeats = rows[row].repeat;
        units.push_back(unit);
        const Length height = whole_fragment(*unit).height();
        const bool single = lonely(*unit, height);
        if (end == rows.size() && row > 0 && single) builder.keep(keep::row);
        maker.push(builder, unit, height);
        if (row == 0 && end < rows.size() && single) builder.keep(keep::row);
        if (rows[end - 1].keep_with_next) builder.keep(keep::next);
        unit->final = end == rows.size();
        row = end;
    }
    link_headers(maker.setter.structure, maker.setter.elements_before, maker.table, units);
}

}  // namespace

void set_table(Setter& setter, Builder& builder, const compose::Table& source, Where where) {
    TableSet& table = setter.store.tables.emplace_back();
    table.source = &source;
    table.overleaf.blocks = &source.overleaf;
    table.overleaf.x = where.x;
    table.overleaf.width = where.width;
    where.x += source.indent;
    where.width -= source.indent;
    table.edges.push_back({});
    for (const Length width : widths_of(setter, source)) table.edges.push_back(table.edges.back() + width);
    const int element = add_element(setter.structure, "Table", where.element);
    tell(setter.structure, element, &Said::summary, source.caption_for_readers);
    TableSetter maker{setter, table, where, bare_columns(setter, source, table.edges)};
    builder.space(source.space.before);
    if (!source.head.empty()) {
        table.head =
            maker.set_unit(source.head, 0, source.head.size(), add_element(setter.structure, "THead", element));
        table.head->head = true;
        table.head_height = whole_fragment(*table.head).height();
        maker.push(builder, table.head, table.head_height);
        builder.edge();
        builder.keep(keep::always);
    }
    push_body(maker, builder, add_element(setter.structure, "TBody", element));
    builder.space(source.space.after);
}

}  // namespace layout
