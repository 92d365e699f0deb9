// Books and tables side by side: which cells say something else, and where they stand.
#include <doctest/doctest.h>

#include "compare/edition.h"
#include "compare/items.h"
#include "compare/quoted.h"
#include "evaluate/project.h"

namespace {

/// "1 A=a B=b / 2 A=c" of the only table.
std::string cells(const std::string& csv) {
    compare::Edition edition;
    compare::read_books({{"data/kpis.csv", csv}}, {}, edition);
    std::string out;
    for (const compare::Row& row : edition.sheets.front().rows) {
        out += (out.empty() ? "" : " / ") + std::to_string(row.number);
        for (const auto& [column, words] : row.cells) out += " " + column + "=" + words;
    }
    return out;
}

compare::Edition edition_of(const workbook::File& file) {
    compare::Edition edition;
    compare::read_books({file}, {}, edition);
    return edition;
}

/// "B2 件 a -> b" a change.
std::string changes(const workbook::File& before, const workbook::File& after) {
    static const Project project("atsugi");
    const evaluate::Wording wording;
    const evaluate::Context context{project.assessment, wording};
    const compare::Edition one = edition_of(before), other = edition_of(after);
    compare::Changes found;
    compare::compare_books({one, other, context, context, project.sources, project.sources, {}, {}}, found);
    std::string out;
    for (const compare::Item& item : found.items) {
        const compare::Side& side = item.after ? *item.after : *item.before;
        out += (out.empty() ? "" : ", ") + side.cell + " " + side.heading + " of " + side.row + ": " +
               (item.before ? item.before->words : "-") + " -> " + (item.after ? item.after->words : "-");
    }
    return out;
}

std::string changes(const std::string& before, const std::string& after) {
    return changes({"data/kpis.csv", before}, {"data/kpis.csv", after});
}

workbook::File book(const std::string& value) {
    return {"book.xlsx", "", {{"表", {{{0, 0}, "名"}, {{0, 1}, "値"}, {{1, 0}, "出生数"}, {{1, 1}, value}}, {}}}};
}

std::string marked(const std::string& words, const std::vector<compare::Stretch>& changed) {
    std::string out;
    for (const compare::Piece& piece : compare::quoted(words, changed)) {
        out += piece.changed ? "[" + piece.text + "]" : piece.text;
    }
    return out;
}

}  // namespace

TEST_CASE("a table of values between commas (RFC 4180)") {
    CHECK(cells("a,b\r\nc,d\r\n") == "1 A=a B=b / 2 A=c B=d");
    CHECK(cells("a,b\nc,d") == "1 A=a B=b / 2 A=c B=d");
    CHECK(cells("a\nb") == "1 A=a / 2 A=b");
    CHECK(cells("a,\n,b\n") == "1 A=a / 2 B=b");
    CHECK(cells("a\n,") == "1 A=a / 2");
    CHECK(cells("\"a,b\",\"c\nd\"\n") == "1 A=a,b B=c\nd");
    CHECK(cells("\"say \"\"a\"\"\",b\n") == "1 A=say \"a\" B=b");
    CHECK(cells("\xEF\xBB\xBF"
                "a\n") == "1 A=a");
}

TEST_CASE("a cell that says something else, a row that came, a row that went") {
    CHECK(changes("id,件\nx,1\ny,2\n", "id,件\nx,1\ny,3\n") == "B3 件 of y: 2 -> 3");
    CHECK(changes("id,件\nx,1\n", "id,件\nx,1\ny,2\n") == "3  of y: - -> y，2");
    CHECK(changes("id,件\nx,1\ny,2\n", "id,件\ny,2\n") == "2  of x: x，1 -> -");
    CHECK(changes("id,件\nx,1\n", "id,件\nx,1\n") == "");
}

TEST_CASE("in a book a number is one number however many decimals it has; between commas every letter counts") {
    CHECK(changes(book("100"), book("100.00")) == "");
    CHECK(changes(book("100"), book("100.01")) == "B2 値 of 出生数: 100 -> 100.01");
    CHECK(changes(book("100"), book("未公表")) == "B2 値 of 出生数: 100 -> 未公表");
    CHECK(changes(book("未公表"), book("100")) == "B2 値 of 出生数: 未公表 -> 100");
    CHECK(changes("id,件\nx,100\n", "id,件\nx,100.00\n") == "B2 件 of x: 100 -> 100.00");
}

TEST_CASE("as much of a text is quoted as tells what changed") {
    CHECK(marked("出生数は100人であった。", {{12, 15}}) == "出生数は[100]人であった。");
    std::string before, after;
    for (int i = 0; i < 30; ++i) before += "前", after += "後";
    // The sentence that holds the change.
    CHECK(marked(before + "。出生数は100人であった。" + after, {{105, 108}}) == "…出生数は[100]人であった。");
}
