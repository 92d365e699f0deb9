// A panel beside the matrix of the first sheet: pieces, laid out from top to bottom in columns of its own.
#pragma once

#include <algorithm>

#include "workbook/looks.h"
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
    static constexpr double usual_height = 13.5;  // of a row without a name in the list, in points

    const std::string& label(std::string_view key) const { return context_.plan.label(key); }
    Column column(std::size_t at) const { return static_cast<Column>(first_ + at); }

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
        return static_cast<Row>(lines_of(name, characters_in(context_.points[column(at)])));
    }

    /// The same from the panel's present row on, where a long name beside it has made rows higher.
    Row rows_here(const std::string& name, std::size_t at) const {
        const Row lines = rows_of(name, at);
        double rest = std::min(usual_height * lines, height_of_lines(lines)) - 0.5;
        Row rows = 0;
        for (; rest > 0 && rows < lines; ++rows) {
            const Row row = row_ + rows;
            const bool of_matrix = row >= summary_first && row <= context_.last();
            rest -= of_matrix ? matrix_height(context_, context_.lines[row - summary_first]) : usual_height;
        }
        return rows;
    }

    /// A name that would take more than three lines ends in …: it stands whole on its goal's sheet.
    std::string bounded(const std::string& name, std::size_t at) const {
        constexpr Row most = 3;
        std::string shown = name;
        for (std::size_t units = utf16_length(name); rows_of(shown, at) > most; --units) {
            shown = std::string(utf16_head(name, units)) + "…";
        }
        return shown;
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
