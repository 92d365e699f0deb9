// Written straight into one piece of text: a cell is a few copies, and no string of its own.
#include "workbook/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace workbook {

namespace {

constexpr double usual_height = 15;  // of a row that says nothing, in points

bool blank_at_an_end(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    return !text.empty() && (blank(text.front()) || blank(text.back()));
}

void append(std::string& out, std::size_t number) {
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    const auto special = [](char c) { return c == '&' || c == '<' || c == '>'; };
    for (;;) {
        const auto found = std::find_if(text.begin(), text.end(), special);
        out.append(text.begin(), found);
        if (found == text.end()) return;
        out += *found == '&' ? "&amp;" : *found == '<' ? "&lt;" : "&gt;";
        text.remove_prefix(static_cast<std::size_t>(found - text.begin()) + 1);
    }
}

void append_attribute(std::string& out, std::string_view text) {
    for (;;) {
        const std::size_t end = std::min(text.find_first_of("\"\n"), text.size());
        append_escaped(out, text.substr(0, end));
        if (end == text.size()) return;
        out += text[end] == '"' ? "&quot;" : "&#xA;";
        text.remove_prefix(end + 1);
    }
}

void Rows::enter(Row row) {
    if (row == row_) return;
    end_row();
    row_ = row;
}

void Rows::open(Column column, int style) {
    order_.push_back({column, cells_.size(), 0});
    cells_ += "<c r=\"";
    cells_ += column_name(column);
    append(cells_, row_ + std::size_t{1});
    cells_ += '"';
    if (style != 0) {
        cells_ += " s=\"";
        append(cells_, static_cast<std::size_t>(style));
        cells_ += '"';
    }
}

void Rows::close() {
    cells_ += "</c>";
    order_.back().end = cells_.size();
}

void Rows::text(Column column, int style, std::string_view text) {
    open(column, style);
    cells_ += blank_at_an_end(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>";
    append_escaped(cells_, text);
    cells_ += "</t></is>";
    close();
}

void Rows::number(Column column, int style, std::string_view number) {
    open(column, style);
    cells_.append("><v>").append(number).append("</v>");
    close();
}

void Rows::formula_of_text(Column column, int style, std::string_view formula, std::string_view text) {
    open(column, style);
    cells_ += " t=\"str\"><f>";
    append_escaped(cells_, formula);
    cells_ += "</f><v>";
    append_escaped(cells_, text);
    cells_ += "</v>";
    close();
}

void Rows::formula_of_number(Column column, int style, std::string_view formula, std::string_view number) {
    open(column, style);
    cells_ += "><f>";
    append_escaped(cells_, formula);
    cells_.append("</f><v>").append(number).append("</v>");
    close();
}

void Rows::blank(Column column, int style) {
    open(column, style);
    cells_ += "/>";
    order_.back().end = cells_.size();
}

void Rows::end_row() {
    if (order_.empty() && !height_) return;
    std::string& rows = done_.tail();
    rows += "<row r=\"";
    append(rows, row_ + std::size_t{1});
    rows += '"';
    if (height_ && *height_ != usual_height) {
        fmt::format_to(std::back_inserter(rows), " ht=\"{:g}\" customHeight=\"1\"", *height_);
    }
    rows += order_.empty() ? "/>" : ">";
    if (!reach_) reach_ = {{row_, order_.empty() ? Column{0} : order_.front().column}, {row_, 0}};
    reach_->last.row = row_;
    std::stable_sort(order_.begin(), order_.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
    for (std::size_t at = 0; at < order_.size(); ++at) {
        const Cell& cell = order_[at];
        if (at + 1 < order_.size() && order_[at + 1].column == cell.column) continue;
        rows.append(cells_, cell.begin, cell.end - cell.begin);
        reach_->first.column = std::min(reach_->first.column, cell.column);
        reach_->last.column = std::max(reach_->last.column, cell.column);
    }
    if (!order_.empty()) rows += "</row>";
    order_.clear();
    cells_.clear();
    height_.reset();
    done_.grow();
}

void Rows::rest() {
    end_row();
    done_.rest();
}

Stretch Rows::finish() {
    end_row();
    return std::move(done_);
}

}  // namespace workbook
