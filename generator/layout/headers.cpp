// Which headings a data cell of a table stands under: found by columns and rows, as a reader's eye does.
#include "layout/headers.h"

#include <algorithm>

namespace layout {

namespace {

using compose::Scope;

class Linker {
   public:
    Linker(Structure& structure, int before, std::size_t columns)
        : structure_(structure), before_(before), width_(static_cast<int>(columns)) {}

    void head(const Unit& unit) {
        for (const CellSet& cell : unit.cells) {
            if (is_header(cell)) columns_.push_back(&cell);
        }
    }

    void body(const Unit& unit) {
        for (const CellSet& cell : unit.cells) {
            if (is_header(cell) && heads_below(cell)) {
                begin_group(unit, cell);
            } else if (cell.element >= 0 && !cell.source->header && cell.source->headers->empty()) {
                if (!groups_.empty() || is_note(unit, cell) || is_before_name(unit, cell)) link(unit, cell);
            }
        }
        const bool kept = unit.row_keeps.back();
        if (!kept || has_name(unit)) names_.clear();
        for (const CellSet& cell : unit.cells) {
            if (kept && is_name(cell)) names_.push_back(&cell);
        }
    }

   private:
    struct Group {
        const Unit* unit;
        const CellSet* cell;
    };

    Element& element(const CellSet& cell) { return structure_.elements[static_cast<std::size_t>(cell.element)]; }
    static bool is_header(const CellSet& cell) {
        return cell.element >= 0 && cell.source->header && !cell.stack.strips.empty();
    }
    static bool heads_below(const CellSet& cell) {
        return cell.source->scope == Scope::column || cell.source->scope == Scope::both;
    }

    static bool is_name(const CellSet& cell) { return is_header(cell) && !heads_below(cell); }
    static bool has_name(const Unit& unit) { return std::ranges::any_of(unit.cells, is_name); }
    bool is_wide(const CellSet& cell) const { return cell.columns == width_; }
    /// Across rows of which each has a name of its own.
    static bool is_band(const Group& group) { return group.cell->source->scope == Scope::both; }
    /// A row of its own across the table, bound to the row above: it says something of what that row names. Below a
    /// name of several rows it says something of that one.
    bool is_note(const Unit& unit, const CellSet& cell) const {
        return std::ranges::all_of(groups_, is_band) && is_wide(cell) && !names_.empty() && !has_name(unit);
    }

    /// The names of a row that stand before a cell; where none does, the first after it that is as high.
    static std::vector<const CellSet*> names_of(const Unit& unit, const CellSet& cell) {
        std::vector<const CellSet*> before;
        const CellSet* after = nullptr;
        for (const CellSet& other : unit.cells) {
            const int end = cell.row + cell.rows, other_end = other.row + other.rows;
            if (!is_name(other) || other.row >= end || cell.row >= other_end) continue;
            if (other.column < cell.column) {
                before.push_back(&other);
            } else if (other.row <= cell.row && end <= other_end &&
                       (after == nullptr || other.column < after->column)) {
                after = &other;
            }
        }
        if (before.empty() && after != nullptr) before.push_back(after);
        return before;
    }
    /// A scope leads to what stands after its heading; this cell has its name after it.
    static bool is_before_name(const Unit& unit, const CellSet& cell) {
        const std::vector<const CellSet*> names = names_of(unit, cell);
        return !names.empty() && names.front()->column > cell.column;
    }

    /// Headings of one row stand beside each other.
    void begin_group(const Unit& unit, const CellSet& cell) {
        const bool all = cell.source->scope == Scope::both;
        std::erase_if(groups_, [&](const Group& each) {
            const bool beside = each.unit == &unit && each.cell->row == cell.row;
            return !beside && (all || each.cell->source->scope != Scope::both);
        });
        groups_.push_back({&unit, &cell});
    }

    static bool is_above(const CellSet& heading, const CellSet& cell) {
        return heading.column < cell.column + cell.columns && cell.column < heading.column + heading.columns;
    }

    std::string id(const CellSet& header) {
        std::string& id = element(header).id.own();
        if (id.empty()) id = "th-" + std::to_string(before_ + header.element);
        return id;
    }

    void link(const Unit& unit, const CellSet& cell) {
        std::vector<std::string> ids;
        for (const CellSet* column : columns_) {
            if (is_wide(cell) ? column->column == 0 : is_above(*column, cell)) ids.push_back(id(*column));
        }
        // A name on a line of its own heads what stands beside it too.
        const bool any = std::ranges::any_of(groups_, [&](const Group& group) { return is_above(*group.cell, cell); });
        for (const Group& group : groups_) {
            if (!any || is_above(*group.cell, cell)) ids.push_back(id(*group.cell));
        }
        for (const CellSet* name : names_of(unit, cell)) ids.push_back(id(*name));
        if (is_note(unit, cell)) {
            for (const CellSet* name : names_) ids.push_back(id(*name));
        }
        if (!ids.empty()) element(cell).headers.own() = std::move(ids);
    }

    Structure& structure_;
    int before_;
    std::vector<const CellSet*> columns_;
    std::vector<Group> groups_;
    std::vector<const CellSet*> names_;  ///< of the rows above that keep with the next
    int width_;
};

}  // namespace

void link_headers(Structure& structure, int before, const TableSet& table, const std::vector<Unit*>& body) {
    Linker linker(structure, before, table.edges.size() - 1);
    if (table.head != nullptr) linker.head(*table.head);
    for (const Unit* unit : body) linker.body(*unit);
}

}  // namespace layout
