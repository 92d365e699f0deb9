// Which headings a data cell of a table stands under, for those who listen.
#include <doctest/doctest.h>

#include "build.h"

using namespace build;

namespace {

void head(compose::Cell& cell, compose::Scope scope) {
    cell.header = true;
    cell.scope = scope;
}

void head_columns(compose::Row& row) {
    for (compose::Cell& cell : row.cells) head(cell, compose::Scope::column);
}

/// The scopes of the headings that data cells name, in order.
std::string heads_of_cells(const Paper& paper) {
    const layout::Pages laid = pages(paper);
    std::string scopes;
    for (const layout::Element& cell : laid.structure.elements) {
        for (const std::string& id : *cell.headers) {
            for (const layout::Element& heading : laid.structure.elements)
                if (*heading.id == id) scopes.append(heading.scope).append(" ");
        }
    }
    return scopes;
}

}  // namespace

TEST_CASE("a data cell names the headings of its column, its group and its row") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.head = {paper.row({"項目", "値"})};
    head_columns(table.head[0]);
    compose::Row band = paper.row({"取組"});
    band.cells[0].columns = 2;
    head(band.cells[0], compose::Scope::both);
    compose::Row row = paper.row({"甲", "1"});
    head(row.cells[0], compose::Scope::row);
    table.body = {band, row};
    paper.add(table);
    CHECK(heads_of_cells(paper) == "Column Both Row ");
}

TEST_CASE("a note across the table is headed by the name of the row it is bound to") {
    for (const bool bound : {false, true}) {
        Paper paper;
        compose::Table table = table_of(paper, {});
        table.head = {paper.row({"指標", "値"})};
        head_columns(table.head[0]);
        compose::Row row = paper.row({"甲", "1"}), note = paper.row({"要因"});
        head(row.cells[0], compose::Scope::row);
        row.keep_with_next = bound;
        note.cells[0].columns = 2;
        table.body = {row, note};
        paper.add(table);
        CHECK(heads_of_cells(paper) == (bound ? "Column Row " : ""));
    }
}

TEST_CASE("a note below a band is headed by the name of its row too, below a name of several rows by that one alone") {
    for (const compose::Scope scope : {compose::Scope::both, compose::Scope::column}) {
        Paper paper;
        compose::Table table = table_of(paper, {});
        table.head = {paper.row({"指標", "値"})};
        head_columns(table.head[0]);
        compose::Row group = paper.row({"取組"}), row = paper.row({"甲", "1"}), note = paper.row({"要因"});
        group.cells[0].columns = note.cells[0].columns = 2;
        head(group.cells[0], scope);
        head(row.cells[0], compose::Scope::row);
        row.keep_with_next = true;
        table.body = {group, row, note};
        paper.add(table);
        CHECK(heads_of_cells(paper) == (scope == compose::Scope::both ? "Column Both Row Column Both Row "
                                                                      : "Column Column Row Column Column "));
    }
}

TEST_CASE("a cell that stands before the names of its row has the first that names all of it") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.columns = {pt(40), pt(40), pt(60), pt(40)};
    table.head = {paper.row({"番号", "事業", "指標", "値"})};
    head_columns(table.head[0]);
    table.body = {paper.row({"1", "相談", "件数", "20"}), paper.row({"人数", "30"}), paper.row({"2", "", "率", "40"})};
    table.body[0].cells[0].rows = table.body[0].cells[1].rows = 2;
    for (compose::Cell* name :
         {&table.body[0].cells[1], &table.body[0].cells[2], &table.body[1].cells[0], &table.body[2].cells[2]})
        head(*name, compose::Scope::row);
    paper.add(table);
    const layout::Pages laid = pages(paper);
    std::vector<std::string> headings, named;
    for (const layout::Element& cell : laid.structure.elements) {
        if (cell.type == "TH") headings.push_back(*cell.id);
        if (cell.type == "TD") named.push_back("");
        if (cell.type == "TD")
            for (const std::string& id : *cell.headers) named.back() += id + " ";
    }
    // 番号 事業 指標 値, 相談 件数, 人数, 率
    REQUIRE(headings.size() == 8);
    CHECK(named[0] == headings[0] + " " + headings[4] + " ");  // 相談, not the first of the two 指標 beside
    CHECK(named[1].empty());                                   // what has a name before it is found by scopes
    CHECK(named[3] == headings[0] + " " + headings[7] + " ");
    CHECK(named[4] == headings[1] + " " + headings[7] + " ");
}

TEST_CASE("headings side by side in the body head their own columns") {
    Paper paper;
    compose::Table table = table_of(paper, {{"遅れ", "順調"}, {"60%未満", "100%以上"}});
    head_columns(table.body[0]);
    paper.add(table);
    const layout::Pages laid = pages(paper);
    std::vector<std::string> headings, named;
    for (const layout::Element& cell : laid.structure.elements) {
        if (cell.scope == "Column") headings.push_back(*cell.id);
        if (!cell.headers->empty()) {
            CHECK(cell.headers->size() == 1);
            named.push_back(cell.headers->at(0));
        }
    }
    CHECK(named.size() == 2);
    CHECK(named == headings);
}

TEST_CASE("where a cell ties rows, it has the headings of both, and each of the others its own") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.columns = {pt(80), pt(80), pt(40)};
    table.head = {paper.row({"項目", "値", "計"})};
    head_columns(table.head[0]);
    table.body = {paper.row({"取組"}), paper.row({"甲", "1", "3"}), paper.row({"乙", "2"})};
    for (auto& row : table.body) head(row.cells[0], compose::Scope::row);
    table.body[0].cells[0].columns = 3, table.body[0].cells[0].scope = compose::Scope::both;
    table.body[1].cells[2].rows = 2;
    paper.add(table);
    std::string counts;
    for (const layout::Element& cell : pages(paper).structure.elements) {
        if (cell.type == "TD") counts += std::to_string(cell.headers->size()) + " ";
    }
    CHECK(counts == "3 4 3 ");  // of the column, the group and each row
}
