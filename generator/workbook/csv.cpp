#include "workbook/csv.h"

#include <algorithm>

namespace workbook {

void Csv::field(std::string_view text) {
    // What Excel and LibreOffice begin a formula with, and the blanks that they pass over before it.
    const bool formula = guarded_ && text.find_first_of("=+-@\t\r") == 0;
    number(formula ? "'" + std::string(text) : std::string(text));
}

void Csv::number(std::string_view text) {
    if (!first_) bytes_ += ',';
    first_ = false;
    const auto special = [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; };
    if (std::none_of(text.begin(), text.end(), special)) {
        bytes_ += text;
        return;
    }
    bytes_ += '"';
    for (char c : text) bytes_.append(c == '"' ? 2 : 1, c);
    bytes_ += '"';
}

void Csv::end_line() {
    bytes_ += "\r\n";
    first_ = true;
}

}  // namespace workbook
