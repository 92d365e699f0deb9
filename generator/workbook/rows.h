// The rows of a sheet, printed as XML (ECMA-376, 18.3.1.73) and packed as they come: of a sheet of any size only the
// row that is being written, and a piece that waits to be packed, stand in memory as they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/names.h"
#include "workbook/zip.h"

namespace workbook {

/// A text as it may stand between tags.
void append_escaped(std::string& out, std::string_view text);
/// And between quotes.
void append_attribute(std::string& out, std::string_view text);

/// Cells of a row may come in any order, and the later one of the same place counts. A style is the format's place in
/// the book.
class Rows {
   public:
    Row row() const { return row_; }
    /// Goes to a row further down; the one that was being written is done.
    void enter(Row row);

    void text(Column column, int style, std::string_view text);
    void number(Column column, int style, std::string_view number);
    void formula_of_text(Column column, int style, std::string_view formula, std::string_view text);
    void formula_of_number(Column column, int style, std::string_view formula, std::string_view number);
    void blank(Column column, int style);
    /// In points.
    void height(double points) { height_ = points; }

    /// The cells from the first row and column to the last of both; nothing without a row.
    const std::optional<Area>& reach() const { return reach_; }
    /// The row is done, and others come to be written.
    void rest();
    /// All of it.
    Stretch finish();

   private:
    struct Cell {
        Column column;
        std::size_t begin, end;  ///< in `cells_`
    };
    void open(Column column, int style);
    void close();
    void end_row();

    Row row_ = 0;
    std::optional<double> height_;
    std::string cells_;        ///< of the row, in the order they came
    std::vector<Cell> order_;  ///< of those
    std::optional<Area> reach_;
    Stretch done_;  ///< the rows before it
};

}  // namespace workbook
