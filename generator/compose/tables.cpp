// Tables: columns, rows and cells, with the check that every row fills the grid.

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "base/message.h"
#include "compose/aligned.h"
#include "compose/blocks.h"
#include "compose/looks.h"
#include "compose/ranges.h"

namespace compose {

namespace {

constexpr std::size_t most_columns = 200;
constexpr int the_rest = -1;  ///< `columns: rest`, until the grid knows how many are left

const std::vector<std::pair<std::string_view, Scope>> scopes = {
    {"column", Scope::column}, {"row", Scope::row}, {"both", Scope::both}};

/// Which columns are still taken by cells that span rows, and for how many rows more.
class TakenColumns {
   public:
    explicit TakenColumns(std::size_t columns) : taken_(columns, 0) {}

    /// Places the cells of a row; the number of columns they leave free (positive) or need in excess (negative).
    int add(Row& row) {
        std::size_t column = 0;
        int excess = 0;
        std::vector<int> next = taken_;
        for (int& rows : next) rows = std::max(0, rows - 1);
        for (Cell& cell : row.cells) {
            if (cell.columns == the_rest) cell.columns = std::max(1, free_from(column));
            for (int i = 0; i < cell.columns; ++i) {
                while (column < taken_.size() && taken_[column] > 0) ++column;
                if (column < taken_.size()) {
                    next[column++] = cell.rows - 1;
                } else {
                    ++excess;
                }
            }
        }
        const int free = free_from(column);
        taken_ = std::move(next);
        return excess > 0 ? -excess : free;
    }
    bool open() const {
        return std::any_of(taken_.begin(), taken_.end(), [](int rows) { return rows > 0; });
    }

   private:
    int free_from(std::size_t column) const {
        const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(column);
        return static_cast<int>(std::count(begin, taken_.end(), 0));
    }

    std::vector<int> taken_;
};

/// What the cells of a row have that say nothing else: a look, and in the head of a table, where they say something,
/// that they head their column. What the row adds goes on top of any look.
struct Usual {
    std::string look;
    bool heads_column = false;
    std::string added{};
    const base::Value* adding = nullptr;
};

constexpr const char* unknown_look = "unknown cell style `{}`";

CellLook plain_cell(Composer& composer) {
    CellLook look;
    look.paragraph = composer.styles.plain;
    return look;
}

/// One that has keys beside what it is like, the row's or the table's where it is like none.
CellLook look_on_the_spot(Composer& composer, const base::Value& style, const Usual& usual) {
    Looks<CellLook>& looks = composer.styles.cells;
    const CellLook* found = usual.look.empty() ? nullptr
                                               : find_look(composer.styles, looks, {usual.look, style.span},
                                                           unknown_look, composer.diagnostics);
    CellLook look = look_of(composer, looks, style, found == nullptr ? plain_cell(composer) : *found, unknown_look);
    if (usual.added.empty()) return look;
    const AskedLook added{usual.added, style.span, nullptr, usual.adding};
    add_look(composer.styles, looks, added, look, unknown_look, composer.diagnostics);
    return look;
}

/// The look of a cell in a row: by its name, else the row's or the table's; null where there is none. One that is
/// written on the spot stands in `own`.
const CellLook* cell_look(Composer& composer, const base::Value* named, const Usual& usual, base::Span span,
                          CellLook& own) {
    if (named != nullptr && named->is_map()) return &(own = look_on_the_spot(composer, *named, usual));
    std::string wanted = named == nullptr ? usual.look : plain_text(composer, *named);
    if (!usual.added.empty()) wanted += (wanted.empty() ? "" : " ") + usual.added;
    if (wanted.empty() && named == nullptr) return nullptr;
    const AskedLook asked{std::move(wanted), named == nullptr ? span : named->span, named, usual.adding};
    return find_look(composer.styles, composer.styles.cells, asked, unknown_look, composer.diagnostics);
}

/// `row: columns` takes its cells from the table's columns.
bool is_of_columns(const base::Value& cells) { return cells.is_scalar() && cells.text == "columns"; }

void apply(const CellLook& look, Cell& cell) { static_cast<Surface&>(cell) = static_cast<const Surface&>(look.box); }

void add_content(Composer& composer, const base::Value& content, const ParagraphLook& look, Cell& cell) {
    Paragraph paragraph = in_look(look);
    paragraph.content = inlines(composer, content, look.text);
    if (!paragraph.content.empty()) cell.blocks.push_back({std::move(paragraph)});
}

/// The ground of a rating, and its other colour for what is written there.
void fill(Composer& composer, const input::Band& band, Cell& cell, ParagraphLook& look) {
    cell.ground = band.colour;
    if (look.text == nullptr) return;
    auto written = std::make_unique<CharacterStyle>(*look.text);
    written->colour = band.on_colour;
    look.text = written.get();
    composer.document.styles.push_back(std::move(written));
}

int span_of(Composer& composer, base::Fields& fields, std::string_view key) {
    const base::Value* value = fields.optional(key);
    if (value == nullptr) return 1;
    if (key == "columns" && value->is_scalar() && value->text == "rest") return the_rest;
    return static_cast<int>(std::clamp<std::int64_t>(whole_at(composer, *value).value_or(1), 1, 1000));
}

void head_column(const Usual& usual, Cell& cell) {
    if (!usual.heads_column || cell.blocks.empty()) return;
    cell.header = true;
    cell.scope = Scope::column;
}

/// What a column says of its cell; of its width and its head are told elsewhere.
constexpr std::array<std::string_view, 3> of_column = {"width", "head", "head_style"};

Cell read_cell(Composer& composer, const base::Value& item, const Usual& usual,
               std::span<const std::string_view> also = {}) {
    Cell cell;
    const ParagraphLook* paragraph = &composer.styles.plain;
    ParagraphLook filled;
    CellLook own;
    const auto align = [&cell](const CellLook* look) {
        if (look != nullptr && look->point_align) find_aligned(cell.blocks);
    };
    if (item.is_scalar()) {
        const CellLook* look = cell_look(composer, nullptr, usual, item.span, own);
        if (look != nullptr) {
            apply(*look, cell);
            paragraph = &look->paragraph;
        }
        add_content(composer, item, *paragraph, cell);
        align(look);
        head_column(usual, cell);
        return cell;
    }
    base::Fields fields(item, composer.diagnostics);
    for (const std::string_view key : also) fields.optional(key);
    const base::Value* content = fields.optional("cell");
    const base::Value* inner = fields.optional("blocks");
    const CellLook* look = cell_look(composer, fields.optional("style"), usual, item.span, own);
    if (look != nullptr) {
        apply(*look, cell);
        paragraph = &look->paragraph;
    }
    if (const base::Value* rating = fields.optional("filled")) {
        filled = *paragraph;
        if (const input::Band* band = band_of(rating_at(composer, *rating))) fill(composer, *band, cell, filled);
        paragraph = &filled;
    }
    cell.columns = span_of(composer, fields, "columns");
    cell.rows = span_of(composer, fields, "rows");
    if (const auto scope = fields.optional_choice("header", scopes)) {
        cell.header = true;
        cell.scope = *scope;
    }
    if (const base::Value* id = fields.optional("id")) cell.id.own() = plain_text(composer, *id);
    for (const base::Value& header : fields.list("headers")) cell.headers.own().push_back(plain_text(composer, header));
    if (const base::Value* continued = fields.optional("continued")) {
        cell.continued.own() = {flat_text(composer, *continued), paragraph->text};
    }
    if (const base::Value* named = fields.optional("continued_style")) {
        const AskedLook asked{plain_text(composer, *named), named->span, named};
        const auto* style =
            find_look(composer.styles, composer.styles.text, asked, "unknown text style `{}`", composer.diagnostics);
        if (style != nullptr) cell.continued.own().style = *style;
    }
    if (content != nullptr && !content->is_empty()) add_content(composer, *content, *paragraph, cell);
    if (inner != nullptr) {
        const Around around(composer, *paragraph);
        for (Block& block : blocks(composer, *inner)) cell.blocks.push_back(std::move(block));
    }
    align(look);
    if (!cell.header) head_column(usual, cell);
    return cell;
}

/// The look of a head over cells of a column that names none for it: that which goes with theirs, else the table's.
std::string head_look(Composer& composer, const base::Value& column, const Usual& usual) {
    const base::Value* named = column.find("style");
    if (named == nullptr) return usual.look;
    base::Diagnostics told;  // with the cells
    if (named->is_map()) named = named->find("like");
    if (named == nullptr) return usual.look;
    const AskedLook asked{named->text, named->span, named};
    const CellLook* look = find_look(composer.styles, composer.styles.cells, asked, unknown_look, told);
    return look == nullptr || look->head.empty() ? usual.look : look->head;
}

Cell head_of(Composer& composer, const base::Value& column, const Usual& usual) {
    Cell cell;
    const base::Value* content = column.is_map() ? column.find("head") : nullptr;
    const base::Value* named = column.is_map() ? column.find("head_style") : nullptr;
    Usual otherwise = usual;
    if (column.is_map() && named == nullptr) otherwise.look = head_look(composer, column, usual);
    CellLook own;
    const CellLook* look = cell_look(composer, named, otherwise, column.span, own);
    if (look != nullptr) apply(*look, cell);
    if (content != nullptr)
        add_content(composer, *content, look != nullptr ? look->paragraph : composer.styles.plain, cell);
    head_column(usual, cell);
    return cell;
}

/// The cells that the columns of the table say, in the head or in the body.
void add_cells_of_columns(Composer& composer, base::Span span, const Usual& usual, Row& row) {
    if (composer.columns == nullptr) {
        if (!composer.world.open) {
            composer.diagnostics.error(span, base::say("the columns of this table are widths alone"),
                                       base::say("a column is {{width: …, head: …, cell: …}}"));
        }
        return;
    }
    if (!usual.heads_column) ++composer.rows_of_columns;
    for_each_item(composer, *composer.columns, [&](const base::Value& column) {
        row.cells.push_back(usual.heads_column ? head_of(composer, column, usual)
                            : column.is_map()  ? read_cell(composer, column, usual, of_column)
                                               : read_cell(composer, {}, usual));
    });
}

/// A rule of a row stands at that edge of all its cells.
void read_rules(Composer& composer, base::Fields& fields, Row& row) {
    for (const auto& [key, rule] : {std::pair{"top", &Surface::top}, {"bottom", &Surface::bottom}}) {
        const base::Value* named = fields.optional(key);
        if (named == nullptr) continue;
        const std::string wanted = plain_text(composer, *named);
        const Rule none;
        const Rule* found = wanted == "none" ? &none
                                             : find_look(composer.styles.rules, wanted, named->span,
                                                         "unknown rule `{}`", composer.diagnostics);
        for (Cell& cell : row.cells) {
            if (found != nullptr) cell.*rule = *found;
        }
    }
}

Row read_row(Composer& composer, const base::Value& item, const Usual& of_table) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* cells = fields.required("row");
    Row row;
    if (const auto height = length_at(composer, fields, "height")) row.least_height = *height;
    row.keep_with_next = fields.flag("keep_with_next", false);
    row.artifact = fields.flag("artifact", false);
    row.repeat = fields.flag("repeat", false);
    if (const base::Value* anchor = fields.optional("anchor")) row.anchor = plain_text(composer, *anchor);
    const base::Value* named = fields.optional("style");
    Usual usual = of_table;
    if (named != nullptr) usual.look = plain_text(composer, *named);
    usual.adding = fields.optional("add");
    if (usual.adding != nullptr) usual.added = plain_text(composer, *usual.adding);
    usual.heads_column = usual.heads_column && !row.artifact;
    if (cells != nullptr && is_of_columns(*cells)) {
        add_cells_of_columns(composer, cells->span, usual, row);
    } else if (cells != nullptr) {
        for_each_item(composer, *cells,
                      [&](const base::Value& one) { row.cells.push_back(read_cell(composer, one, usual)); });
    }
    read_rules(composer, fields, row);
    row.cells.shrink_to_fit();
    return row;
}

void report_misfit(Composer& composer, base::Span span, int misfit) {
    if (misfit == 0) return;
    const int columns = misfit < 0 ? -misfit : misfit;
    composer.diagnostics.error(span, misfit < 0 ? base::say("columns too many in this row: {}", columns)
                                                : base::say("columns missing in this row: {}", columns));
}

/// Whether the template alone tells how many columns a row fills.
bool is_fixed_row(const base::Value& item) {
    const base::Value* cells = item.is_map() ? item.find("row") : nullptr;
    if (cells == nullptr || !is_fixed(*cells)) return false;
    const auto written = [](const base::Value& cell, std::string_view key) {
        const base::Value* span = cell.is_map() ? cell.find(key) : nullptr;
        return span == nullptr || span->text == "rest" || (span->text >= "0" && span->text < ":");
    };
    return std::all_of(cells->items.begin(), cells->items.end(),
                       [&](const base::Value& cell) { return written(cell, "columns") && written(cell, "rows"); });
}

/// The rows of a head or a body. Where the template is only checked, the rows are counted as far as they are written
/// out: a loop or a cell that spans rows leaves open what the next ones have to fill.
std::vector<Row> read_rows(Composer& composer, const base::Value* list, const Usual& usual, std::size_t columns) {
    std::vector<Row> rows;
    if (list == nullptr) return rows;
    TakenColumns taken(columns);
    const bool checking = composer.world.checking;
    const bool all_fixed = is_fixed(*list) && std::all_of(list->items.begin(), list->items.end(), is_fixed_row);
    bool counted = !checking || columns > 0;
    for_each_item(composer, *list, [&](const base::Value& item) {
        const std::size_t faults = composer.diagnostics.all().size();
        rows.push_back(read_row(composer, item, usual));
        counted = counted && (!checking || all_fixed || is_fixed_row(item));
        // Cells that a `for` or `use` could not make are missing for a reason that has been named.
        const bool broken = composer.diagnostics.all().size() > faults && !is_fixed_row(item);
        counted = counted && !broken;
        if (counted) report_misfit(composer, item.span, taken.add(rows.back()));
        counted = counted && (!checking || all_fixed || !taken.open());
    });
    if (counted && taken.open())
        composer.diagnostics.error(list->span, base::say("a cell spans more rows than there are"));
    return rows;
}

/// Widths of columns; those that say `rest` share what the others leave of the table's `width`, which is all there is
/// where none is written.
void read_widths(Composer& composer, const base::Value& list, std::optional<Length> given, Table& table) {
    const Length whole = given ? composer.fit.across(*given) : composer.measure;
    Shares shares = read_shares(composer, list, whole, "columns");
    const bool countable = !composer.world.checking || is_fixed(list);
    if (countable && (given || whole.value > 0) && !shares.sharing.empty() && shares.rest.value <= 0) {
        composer.diagnostics.error(list.span, base::say("the columns leave no room for `rest`"),
                                   base::say("`width` is the width of the whole table"));
    }
    table.columns = std::move(shares.widths);
    table.growing = std::move(shares.growing);
    table.yielding = std::move(shares.sharing);
}

/// What columns say beside their widths.
struct Said {
    bool anything = false, heads = false, cells = false;
};

Said said_by(Composer& composer, const base::Value& columns) {
    Said said;
    for_each_item(composer, columns, [&](const base::Value& column) {
        if (!column.is_map()) return;
        said.anything = true;
        said.heads = said.heads || column.find("head") != nullptr;
        said.cells = said.cells || column.find("cell") != nullptr || column.find("blocks") != nullptr;
    });
    return said;
}

}  // namespace

void check_rows(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](const base::Value& item) { read_row(composer, item, {}); });
}

void check_columns(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](const base::Value& item) { read_cell(composer, item, {}, of_column); });
    read_shares(composer, list, composer.measure, "columns");
}

void check_cells(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](const base::Value& item) { read_cell(composer, item, {}); });
}

void add_table(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* named = fields.required("table");
    const base::Value* columns = fields.required("columns");
    const base::Value* head = fields.optional("head");
    const base::Value* body = fields.required("body");
    const base::Value* overleaf = fields.optional("overleaf");
    const base::Value* caption = fields.optional("caption");
    const TableLook* look = named == nullptr ? nullptr
                                             : find_look(composer.styles.tables, plain_text(composer, *named),
                                                         named->span, "unknown table style `{}`", composer.diagnostics);
    if (columns == nullptr || body == nullptr) return fields.accept_rest();
    static const TableLook plain;
    if (look == nullptr) look = &plain;
    Table table;
    table.top = look->top;
    table.bottom = look->bottom;
    table.close_cuts = look->close_cuts;
    table.rows_split = look->rows_split;
    table.space = look->space;
    read_space(fields, table.space);
    table.indent = look->indent;
    // One that was refused counts as written, as nothing: else `rest` would share all the measure there is.
    std::optional<Length> width = length_in_range(fields, "width");
    if (fields.has("width") && !width) width = Length{};
    read_widths(composer, *columns, width, table);
    if (table.columns.empty() || table.columns.size() > most_columns) {
        composer.diagnostics.error(columns->span, base::say("a table has from 1 to {} columns", most_columns));
        return;
    }
    const bool countable = !composer.world.checking || is_fixed(*columns);
    const std::size_t count = countable ? table.columns.size() : 0;
    const Usual usual_head = {look->head.empty() ? look->cell : look->head, true};
    const Said said = said_by(composer, *columns);
    const base::Value* const around = std::exchange(composer.columns, said.anything ? columns : nullptr);
    const std::size_t rows_around = std::exchange(composer.rows_of_columns, 0);
    if (head == nullptr && said.heads)
        add_cells_of_columns(composer, columns->span, usual_head, table.head.emplace_back());
    if (head != nullptr) table.head = read_rows(composer, head, usual_head, count);
    table.body = read_rows(composer, body, {look->cell}, count);
    if (composer.world.checking && said.cells && composer.rows_of_columns == 0) {
        composer.diagnostics.error(columns->span, base::say("no row of the body takes the cells of these columns"),
                                   base::say("for instance: {{for: k in kpis, row: columns}}"));
    }
    composer.columns = around;
    composer.rows_of_columns = rows_around;
    if (overleaf != nullptr) table.overleaf = blocks(composer, *overleaf);
    if (caption != nullptr) table.caption_for_readers = spoken_text(composer, *caption);
    if (!table.body.empty()) out.push_back({std::move(table)});
}

}  // namespace compose
