// Columns that fill the width of a page at its natural size, so that nothing is printed smaller than it is written.
#pragma once

#include <cstddef>
#include <vector>

namespace workbook {

/// A column as a template asks for it.
struct WantedWidth {
    double characters = 12;  ///< half-width ones of 9 points
    bool flexible = false;   ///< takes its share of what the others leave
    double least = 0;        ///< characters to which it may shrink where the page is too narrow; 0: it keeps its width
};

struct FittedWidths {
    std::vector<double> points;
    int scale = 100;  ///< per cent; below 100 only when the columns that must keep their width exceed the page
};

/// The breadth between the margins that sheets are set for; less than the paper's by what faces and printers differ.
double printed_breadth(bool a3, bool landscape);

double printed_height(bool a3, bool landscape);
/// The same without what is spared: rows of one sheet, whose heights are all set.
double whole_height(bool a3, bool landscape);

/// Columns that are not flexible give way as far as they may before anything is scaled.
FittedWidths fitted(const std::vector<WantedWidth>& wanted, double breadth);

/// Half-width characters of 9 points in a line of a wrapped cell.
std::size_t characters_in(double points);

/// Of lines of 9 points, in points.
double height_of_lines(std::size_t lines);
/// The height of a row whose longest cell takes so many of them, as far as Excel has such rows.
double row_height_of(std::size_t lines);

}  // namespace workbook
