// What a cell's number format says of its number.
#pragma once

#include <string>
#include <string_view>

namespace forms {

struct NumberFormat {
    int decimals = -1;  ///< that it shows; -1: as many as there are
    bool percent = false;
    bool date = false;
};

NumberFormat read_format(std::string_view code);
/// The formats that have a number and no code; 27 to 36 and 50 to 58 are dates in Japanese Excel.
NumberFormat built_in_format(int id);

/// A double as it was typed: at most 15 digits, no exponent, with at least `decimals` digits after the point.
std::string number_letters(double number, int decimals);

}  // namespace forms
