// Rows as they are printed.
#include "workbook/rows.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "base/deflate.h"

using workbook::Rows;
using workbook::Stretch;

namespace {

void end(workbook::Zip& zip, Stretch stretch) {
    zip.begin("a");
    std::vector<workbook::PlacedStretch> stretches;
    stretches.push_back({0, std::move(stretch)});
    REQUIRE(zip.end(std::move(stretches)));
}

workbook::PartContent content_of(Stretch stretch) {
    workbook::Zip zip;
    end(zip, std::move(stretch));
    return zip.ended();
}

/// The rows of a sheet too short to be packed, in the part of an archive.
std::string printed(Rows& rows) {
    workbook::Zip zip;
    end(zip, rows.finish());
    constexpr std::size_t local_header = 30 + 1, end_record = 22;
    const std::string archive = zip.finish().whole();
    const std::size_t directory = archive.rfind("PK\x01\x02");
    REQUIRE(directory < archive.size() - end_record);
    std::string out;
    const auto packed = std::string_view(archive).substr(local_header, directory - local_header);
    REQUIRE(base::unpack_of_zip({packed}, [&](std::string_view piece) { out += piece; }));
    return out;
}

}  // namespace

TEST_CASE("cells stand in the order of their columns, the last of a place alone, and their texts are escaped") {
    Rows rows;
    rows.enter(1);
    rows.number(27, 3, "-1.5");
    rows.text(0, 0, "a<b & c>d");
    rows.blank(1, 2);
    rows.formula_of_text(2, 1, "A1&\"<\"", " b");
    rows.formula_of_number(3, 1, "1+1", "2");
    rows.text(1, 2, " blank at an end");
    rows.height(20.5);
    rows.enter(4);
    rows.height(15);
    CHECK(printed(rows) ==
          "<row r=\"2\" ht=\"20.5\" customHeight=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>a&lt;b &amp; "
          "c&gt;d</t></is></c>"
          "<c r=\"B2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> blank at an end</t></is></c>"
          "<c r=\"C2\" s=\"1\" t=\"str\"><f>A1&amp;\"&lt;\"</f><v> b</v></c><c r=\"D2\" s=\"1\"><f>1+1</f><v>2</v></c>"
          "<c r=\"AB2\" s=\"3\"><v>-1.5</v></c></row><row r=\"5\"/>");
    CHECK(rows.reach()->first.row == 1);
    CHECK(rows.reach()->last.row == 4);
    CHECK(rows.reach()->last.column == 27);
}

TEST_CASE("a long sheet waits packed, whether it is written at once or others come between") {
    Rows at_once, with_others;
    for (Rows* rows : {&at_once, &with_others}) {
        for (workbook::Row row = 0; row < 30'000; ++row) {
            rows->enter(row);
            rows->text(0, 1, "text of a cell, longer than most of them");
            if (rows == &with_others && row == 9'000) rows->rest();
        }
    }
    Stretch first = at_once.finish(), second = with_others.finish();
    CHECK(first.packed());
    CHECK(second.packed());
    CHECK(content_of(std::move(first)) == content_of(std::move(second)));
}
