#include "workbook/csv.h"

#include <algorithm>

namespace workbook {

void Csv::field(std::string_view text) {
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
