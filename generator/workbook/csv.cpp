// A text that a spreadsheet would take for a formula gets an apostrophe in front where the plan asks for it.
#include "workbook/csv.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace workbook {

namespace {

constexpr std::size_t piece_size = std::size_t{1} << 20U, longest_usual_line = std::size_t{8} << 10U;

constexpr std::string_view wide[] = {"＝", "＋", "－", "＠"};

/// What Excel and LibreOffice begin a formula with, and the blanks that they pass over before it. A Japanese Excel
/// takes wide letters too; one of them alone, such as － for nothing, is no formula.
bool begins_formula(std::string_view text) {
    if (text.find_first_of("=+-@\t\r\n") == 0) return true;
    return std::any_of(std::begin(wide), std::end(wide), [&](std::string_view letter) {
        return text.size() > letter.size() && text.starts_with(letter);
    });
}

}  // namespace

void Csv::field(std::string_view text) {
    number(guarded_ && begins_formula(text) ? "'" + std::string(text) : std::string(text));
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
    if (bytes_.size() < piece_size) return;
    done_.add(std::exchange(bytes_, {}));
    bytes_.reserve(piece_size + longest_usual_line);
}

base::Bytes Csv::take() {
    done_.add(std::exchange(bytes_, {}));
    return std::move(done_);
}

}  // namespace workbook
