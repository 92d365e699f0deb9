// What assistive technology is told of elements beside their text (ISO 32000-1, 14.8.5).
#include "pdf/attributes.h"

#include <doctest/doctest.h>

namespace {

using base::Length;

layout::Pages one_page() {
    layout::Pages pages;
    pages.pages.push_back({Length::points(100), Length::points(200), {}, {}, "1"});
    return pages;
}

std::string attributes_of(const layout::Element& element) { return pdf::attributes(element, one_page()); }

}  // namespace

TEST_CASE("a cell says how many rows and columns it spans where that is more than one, and what it heads") {
    layout::Element cell;
    cell.type = "TH";
    CHECK(attributes_of(cell).empty());
    cell.row_span = 2;
    CHECK(attributes_of(cell) == "<</O/Table/RowSpan 2>>");
    cell.column_span = 3;
    cell.scope = "Row";
    CHECK(attributes_of(cell) == "<</O/Table/Scope/Row/RowSpan 2/ColSpan 3>>");
    cell.row_span = 1;
    cell.column_span = 2;
    cell.headers.own() = {"a", "b"};
    CHECK(attributes_of(cell) == "<</O/Table/Scope/Row/ColSpan 2/Headers[(a)(b)]>>");
}

TEST_CASE("a table has a summary, a list its way of counting, a figure its place") {
    layout::Element element;
    element.said.own().summary = "summary";
    CHECK(attributes_of(element) == "<</O/Table/Summary(summary)>>");
    element = {};
    element.said.own().list_numbering = "Decimal";
    CHECK(attributes_of(element) == "<</O/List/ListNumbering/Decimal>>");
    element.said.own().bounds =
        base::Rect{Length::points(10), Length::points(20), Length::points(30), Length::points(40)};
    CHECK(attributes_of(element) ==
          "[<</O/List/ListNumbering/Decimal>><</O/Layout/Placement/Block/BBox[10 140 40 180]>>]");
}
