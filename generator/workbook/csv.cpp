#include "workbook/csv.h"

namespace workbook {

void Csv::field(std::string_view text) {
    if (!first_) bytes_ += ',';
    first_ = false;
    const bool quotes = text.find_first_of("\",\r\n") != std::string_view::npos;
    if (!quotes) {
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
