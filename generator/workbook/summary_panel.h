// A panel beside the matrix of the first sheet: pieces, laid out from top to bottom in columns of its own.
#pragma once

#include <algorithm>

#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/summary_parts.h"
#include "workbook/widths.h"

namespace workbook {

inline Look plain_look() {
    Look look = text_look();
    look.lines = Lines::none;
    return look;
}

class Panel {
   public:
    Panel(const SummaryContext& context, Pieces& pieces, Column first)
        : context_(context),
          council_(context.council),
          places_(context.council.places),
          pieces_(pieces),
          first_(first) {}

    Row row() const { return row_; }

   protected:
    const std::string& label(std::string_view key) const { return context_.plan.label(key); }
    Column column(std::size_t at) const { return static_cast<Column>(first_ + at); }

    /// What takes so many rows begins the next page where this one would cut it.
    void keep_whole(Row rows) { row_ = whole_from(row_, rows); }
    Row whole_from(Row row, Row rows) const {
        const Row next = context_.next_page(row);
        return row + rows > next ? next : row;
    }

    /// Over columns and rows of the panel, from its present row on.
    void add(std::size_t from, std::size_t to, Row rows, Content content) {
        pieces_[row_].push_back({{{row_, column(from)}, {row_ + rows - 1, column(to)}}, std::move(content)});
    }

    void head(const std::string& text, std::size_t to) {
        Look look = section_look();
        look.vertical = Vertical::bottom;
        add(0, to, 1, {"", text, look});
    }

    /// Rows that a name takes in its column.
    Row rows_of(const std::string& name, std::size_t at) const {
        return static_cast<Row>(lines_in_cell(name, context_.points[column(at)]));
    }

    /// Rows that so many lines take from `row` on, where a long name beside them has made rows higher.
    Row rows_from(Row row, Row lines) const {
        constexpr double usual_line = 13.5;
        double rest = std::min(usual_line * lines, height_of_lines(lines)) - 0.5;
        Row rows = 0;
        for (; rest > 0 && rows < lines; ++rows) rest -= context_.height_of(row + rows);
        return rows;
    }

    /// The same for a name in its column, from the panel's present row on.
    Row rows_here(const std::string& name, std::size_t at) const { return rows_from(row_, rows_of(name, at)); }

    /// The first page, or what the matrix takes if that is more, holds the panel up to this row.
    bool fits_to(Row end) const {
        return context_.height_to(end) <= std::max(context_.page, context_.height_to(context_.last() + 1));
    }

    /// A name that would take more than so many lines ends in …: it stands whole on its goal's sheet.
    std::string bounded(const std::string& name, std::size_t at, Row most) const {
        return shortened(name, [&](const std::string& shown) { return rows_of(shown, at) <= most; });
    }

    std::string tally_ref(std::string_view key, std::optional<std::size_t> goal, std::size_t offset = 0) const {
        At at = places_.tallies.at(places_.tally_row(true, council_.evaluated_year(), goal), key);
        at.column = static_cast<Column>(at.column + offset);
        return cell_of(places_.tallies.sheet->name(), at);
    }

    const SummaryContext& context_;
    const Council& council_;
    const Places& places_;
    Pieces& pieces_;
    Column first_;
    Row row_ = summary_head;
};

}  // namespace workbook
