// Adds rows while they fit; cells still open at the foot are cut by their own strips, and a cursor notes where.
#include "layout/unit.h"

#include <algorithm>
#include <limits>

namespace layout {

namespace {

constexpr Length endless{std::numeric_limits<std::int64_t>::max() / 4};

/// A cell whose rows are not all past.
struct Active {
    std::size_t cell, from;
    std::size_t start;  ///< index into the fragment's row_tops
    bool continued;
};

std::size_t last_row(const CellSet& cell) {
    return static_cast<std::size_t>(cell.row) + static_cast<std::size_t>(cell.rows) - 1;
}

/// It stands whole; what goes on overleaf repeats it.
bool is_name(const CellSet& cell) { return cell.source != nullptr && !cell.source->continued->words.empty(); }

/// Builds one fragment, row by row.
class Cutter {
   public:
    Cutter(Unit& unit, const Cursor& cursor, Setter* setter) : unit_(unit), cursor_(cursor), setter_(setter) {
        fragment_.unit = &unit;
        fragment_.first_row = cursor.row;
        fragment_.begins = !cursor.open;
        fragment_.row_tops.push_back({});
        for (const Cursor::OpenCell& open : cursor.cells) {
            const CellSet& cell = unit.cells[open.cell];
            const bool begun = static_cast<std::size_t>(cell.row) < cursor.row || cursor.open;
            active_.push_back({open.cell, open.from, 0, begun});
        }
    }

    std::size_t rows() const { return unit_.least.size(); }

    /// Adds rows until one does not fit into `room`, at most up to `stop`; the first row not added.
    std::size_t add_rows(Length room, std::size_t stop) {
        std::size_t row = cursor_.row;
        for (; row < stop; ++row) {
            begin_row(row);
            const Length height = row_height(row);
            const Length foot = fragment_.row_tops.back() + height;
            if (foot - foot_padding(row) > room) break;
            fragment_.row_tops.push_back(std::min(foot, room));
            end_cells(row);
        }
        return row;
    }

    /// What a row may lose at the foot of a page: nothing would stand overleaf but the space below what it shows.
    Length foot_padding(std::size_t row) const {
        Length least = cursor_.open || unit_.inside ? endless : Length{};
        for (const Active& active : active_) {
            const CellSet& cell = unit_.cells[active.cell];
            if (last_row(cell) == row) least = std::min(least, cell.surface->padding.bottom);
        }
        return least == endless ? Length{} : least;
    }

    void begin_row(std::size_t row) {
        if (row == cursor_.row && cursor_.open) return;
        const std::size_t start = row - cursor_.row;
        for (std::size_t i = unit_.row_cells[row]; i < unit_.row_cells[row + 1]; ++i) {
            active_.push_back({i, 0, start, false});
        }
    }

    /// Whether every name that has begun stands whole in `room`.
    bool names_fit(Length room) const {
        return std::all_of(active_.begin(), active_.end(), [&](const Active& active) {
            const CellSet& cell = unit_.cells[active.cell];
            return !is_name(cell) || take(active, room - top_of(active), false) == cell.stack.strips.size();
        });
    }

    /// Whether every cell that begins in `row` and has something to show gets a strip of it into `room`.
    bool can_begin(std::size_t row, Length room) {
        return std::all_of(active_.begin(), active_.end(), [&](const Active& active) {
            const CellSet& cell = unit_.cells[active.cell];
            if (static_cast<std::size_t>(cell.row) != row || active.from > 0 || cell.stack.strips.empty()) return true;
            return take(active, room - top_of(active), false) > 0;
        });
    }

    /// Cuts what is not past at the foot of the page. `open`: the row `row` is one of the fragment's.
    Cursor cut(std::size_t row, bool open, Length room, bool forced) {
        Cursor next{row, open, {}};
        Length foot = fragment_.row_tops.back();
        const std::size_t row_end = row - cursor_.row + (open ? 1 : 0);
        for (const Active& active : active_) {
            const std::size_t end = take(active, room - top_of(active), forced);
            foot = std::max(foot, top_of(active) + unit_.cells[active.cell].stack.height(active.from, end));
            add_part(active, end, row_end, false);
            next.cells.push_back({active.cell, end});
        }
        if (open) {
            fragment_.row_tops.push_back(foot);
        } else {
            fragment_.row_tops.back() = foot;
        }
        fragment_.ends = !open && active_.empty();
        fragment_.last = false;
        return next;
    }

    Fragment finish() {
        std::sort(fragment_.parts.begin(), fragment_.parts.end(),
                  [](const CellPart& a, const CellPart& b) { return a.cell < b.cell; });
        return std::move(fragment_);
    }

   private:
    Length content_height(const Active& active) const {
        const CellSet& cell = unit_.cells[active.cell];
        const std::size_t end = cell.stack.strips.size();
        const Length label = label_height(active);
        if (active.continued && active.from == end) return label == Length{} ? label : label + padding(cell);
        return cell.stack.height(active.from, end) + label + padding(cell);
    }

    static Length padding(const CellSet& cell) { return cell.surface->padding.top + cell.surface->padding.bottom; }

    /// Of 「…（続き）」 above what goes on; the label is set when it is first needed.
    Length label_height(const Active& active) const {
        CellSet& cell = unit_.cells[active.cell];
        if (!active.continued || !is_name(cell)) return {};
        if (cell.continued == nullptr) cell.continued = set_label(cell);
        Length height;
        for (const LineBox& line : cell.continued->boxes) height += line.height;
        return height;
    }

    Text* set_label(const CellSet& cell) const {
        base::ParagraphStyle style;
        const base::CharacterStyle* letters = cell.source->continued->style;
        for (const compose::Block& block : cell.source->blocks) {
            const auto* paragraph = std::get_if<compose::Paragraph>(&block.is);
            if (paragraph == nullptr) continue;
            style = paragraph->style;
            if (letters == nullptr && !paragraph->content.empty()) letters = paragraph->content.front().style;
            break;
        }
        if (letters == nullptr) return set_words(*setter_, "", nullptr, style, cell.width, -1);
        return set_words(*setter_, cell.source->continued->words, letters, style,
                         cell.width - cell.surface->padding.left - cell.surface->padding.right, -1);
    }

    /// Where the content of a cell begins.
    Length top_of(const Active& active) const {
        return fragment_.row_tops[active.start] + unit_.cells[active.cell].surface->padding.top + label_height(active);
    }

    /// What a spanning cell needs beyond its rows goes to the last of them.
    Length row_height(std::size_t row) const {
        const bool begins = row != cursor_.row || !cursor_.open;
        Length height = begins ? unit_.least[row] : Length{};
        for (const Active& active : active_) {
            const CellSet& cell = unit_.cells[active.cell];
            if (last_row(cell) != row) continue;
            height = std::max(height,
                              content_height(active) - (fragment_.row_tops.back() - fragment_.row_tops[active.start]));
        }
        return height;
    }

    void end_cells(std::size_t row) {
        std::erase_if(active_, [&](const Active& active) {
            const CellSet& cell = unit_.cells[active.cell];
            if (last_row(cell) != row) return false;
            add_part(active, cell.stack.strips.size(), row + 1 - cursor_.row, true);
            return true;
        });
    }

    void add_part(const Active& active, std::size_t end, std::size_t row_end, bool ends) {
        fragment_.parts.push_back({active.cell, active.from, end, static_cast<int>(active.start),
                                   static_cast<int>(row_end), active.continued, ends});
    }

    /// The first strip of the cell that does not come into `room`; at least two lines stay on either side.
    std::size_t take(const Active& active, Length room, bool forced) const {
        const Stack& stack = unit_.cells[active.cell].stack;
        const std::size_t from = active.from, end = stack.strips.size();
        std::size_t fits = from;
        while (fits < end && stack.height(from, fits + 1) <= room) ++fits;
        if (fits == end) return end;
        if (!forced && is_name(unit_.cells[active.cell])) return from;
        std::size_t best = from;
        int least = forced ? std::numeric_limits<int>::max() : keep::lines;
        for (std::size_t at = from + 1; at <= fits; ++at) {
            const int level = stack.strips[at].level + (at - from < 2 || end - at < 2 ? keep::lines : 0);
            if (level <= least && (forced || level < keep::lines)) best = at, least = level;
        }
        return best == from && forced ? from + 1 : best;
    }

    Unit& unit_;
    const Cursor& cursor_;
    Setter* setter_;
    Fragment fragment_;
    std::vector<Active> active_;
};

bool advanced(const Cursor& before, const Cursor& after) {
    if (after.row > before.row) return true;
    std::size_t i = 0;
    for (const Cursor::OpenCell& open : after.cells) {
        while (i < before.cells.size() && before.cells[i].cell < open.cell) ++i;
        const bool was_open = i < before.cells.size() && before.cells[i].cell == open.cell;
        if (open.from > (was_open ? before.cells[i].from : 0)) return true;
    }
    return false;
}

void sort_cells(Cursor& cursor) {
    std::sort(cursor.cells.begin(), cursor.cells.end(),
              [](const Cursor::OpenCell& a, const Cursor::OpenCell& b) { return a.cell < b.cell; });
}

/// The last row from `row` back that does not stay with the one before it; `row` itself if all do.
std::size_t parting(const Unit& unit, std::size_t first, std::size_t row) {
    for (std::size_t i = row; i > first; --i) {
        if (!unit.row_keeps[i - 1]) return i;
    }
    return row;
}

/// Sets everything that is left, whatever the room.
Fragment rest(Setter& setter, Unit& unit, Cursor& cursor) {
    Cutter cutter(unit, cursor, &setter);
    cutter.add_rows(endless, cutter.rows());
    Fragment fragment = cutter.finish();
    cursor = {cutter.rows(), false, {}};
    return fragment;
}

/// Cuts between rows, in front of `row`; not where that would part a name.
std::optional<std::pair<Fragment, Cursor>> cut_before(Setter& setter, Unit& unit, const Cursor& cursor, std::size_t row,
                                                      Length room) {
    Cutter cutter(unit, cursor, &setter);
    cutter.add_rows(endless, row);
    if (!cutter.names_fit(room)) return std::nullopt;
    Cursor next = cutter.cut(row, false, room, false);
    return std::pair{cutter.finish(), std::move(next)};
}

}  // namespace

void index_rows(Unit& unit, std::size_t rows) {
    unit.row_cells.assign(rows + 1, unit.cells.size());
    for (std::size_t i = unit.cells.size(); i-- > 0;) {
        unit.row_cells[static_cast<std::size_t>(unit.cells[i].row)] = i;
    }
    for (std::size_t row = rows; row-- > 0;)
        unit.row_cells[row] = std::min(unit.row_cells[row], unit.row_cells[row + 1]);
}

Fragment whole_fragment(Unit& unit) {
    const Cursor start;
    Cutter cutter(unit, start, nullptr);
    cutter.add_rows(endless, cutter.rows());
    return cutter.finish();
}

std::optional<Fragment> cut_unit(Setter& setter, Unit& unit, Cursor& cursor, Length room, bool forced) {
    Cutter cutter(unit, cursor, &setter);
    const std::size_t row = cutter.add_rows(room, cutter.rows());
    if (row == cutter.rows()) {
        cursor = {row, false, {}};
        return cutter.finish();
    }
    const bool resumed = row == cursor.row && cursor.open;
    const bool inside = unit.inside || resumed || (forced && row == cursor.row);
    if (inside &&
        (resumed || (cutter.can_begin(row, room) && cutter.names_fit(room)) || (forced && row == cursor.row))) {
        Cursor next = cutter.cut(row, true, room, false);
        sort_cells(next);
        if (advanced(cursor, next)) {
            cursor = std::move(next);
            return cutter.finish();
        }
    } else if (row > cursor.row) {
        if (auto before = cut_before(setter, unit, cursor, unit.inside ? row : parting(unit, cursor.row, row), room)) {
            auto& [fragment, next] = *before;
            sort_cells(next);
            cursor = std::move(next);
            return std::move(fragment);
        }
    }
    if (!forced) return std::nullopt;
    Cutter again(unit, cursor, &setter);
    again.add_rows(room, again.rows());
    Cursor next = again.cut(row, true, room, true);
    sort_cells(next);
    if (!advanced(cursor, next)) return rest(setter, unit, cursor);
    cursor = std::move(next);
    return again.finish();
}

}  // namespace layout
