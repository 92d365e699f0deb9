// Heads of columns and where they may be broken; where drawings stand between columns.
#include "workbook/heads.h"

#include <doctest/doctest.h>

#include <string>

#include "workbook/anchors.h"

namespace {

/// The pieces, with a bar between them.
std::string pieces(const std::string& label) {
    std::string out;
    for (const std::string& piece : workbook::head_pieces(label)) out += (out.empty() ? "" : "|") + piece;
    return out;
}

}  // namespace

TEST_CASE("a head is broken between words only") {
    for (const auto& [label, expected] : {std::pair<std::string, std::string>{"基本目標", "基本|目標"},
                                          {"目標達成率平均", "目標|達成率|平均"},
                                          {"前年度との差（ポイント）", "前年度との|差|（ポイント）"},
                                          {"令和5年度", "令和5|年度"},
                                          {"評価しない理由", "評価しない|理由"},
                                          {"次の評価に必要な実績値", "次の|評価に|必要な|実績値"},
                                          {"KPI数", "KPI|数"},
                                          {"○ おおむね順調", "○ |おおむね|順調"},
                                          {"最上位", "最上位"},
                                          {"", ""}}) {
        CHECK(pieces(label) == expected);
    }
}

TEST_CASE("a head that fits stays on its line, another is filled line by line, blanks first") {
    CHECK(workbook::broken_head("基本目標", 60) == "基本目標");
    CHECK(workbook::broken_head("基本目標", 30) == "基本\n目標");
    CHECK(workbook::broken_head("実績値 令和5年度", 60) == "実績値\n令和5年度");
    CHECK(workbook::broken_head("実績値 令和5年度", 36) == "実績値\n令和5\n年度");
    CHECK(workbook::broken_head("目標達成率", 1) == "目標\n達成率");
    CHECK(workbook::broken_head("", 60).empty());
}

TEST_CASE("a head is known to break between words where it does so whatever the program and its face") {
    const auto lines = [](const char* label, double points) {
        return workbook::HeadLines(label).in(points).value_or(0);
    };
    CHECK(lines("施策番号", 26) == 2);  // 施策|番号
    CHECK(lines("施策番号", 36) == 0);  // 施策番|号
    CHECK(lines("施策番号", 42) == 1);
    CHECK(lines("実績値の状態", 41) == 2);  // 実績値の|状態
    CHECK(lines("実績値の状態", 46) == 0);  // or 実績値の状|態, where の is narrow
    CHECK(lines("評価（合議）", 30) == 0);  // 評価（|合議）
    CHECK(lines("全国地方公共団体コード", 41) == 3);
    CHECK(lines("", 10) == 1);
}

TEST_CASE("a drawing stands in the columns of the widths that were set") {
    const std::map<workbook::Column, double> points = {{0, 30}, {1, 75}};  // 40 and 100 pixels; others 92
    const auto at = [&](int pixels) {
        const workbook::Edge edge = workbook::edge_at(points, 0, pixels);
        return std::to_string(edge.column) + "+" + std::to_string(edge.pixels);
    };
    CHECK(at(0) == "0+0");
    CHECK(at(39) == "0+39");
    CHECK(at(40) == "1+0");
    CHECK(at(139) == "1+99");
    CHECK(at(240) == "3+8");
    const std::string from = "<xdr:from><xdr:col>7</xdr:col><xdr:colOff>1</xdr:colOff><xdr:row>2</xdr:row></xdr:from>";
    const std::string to = "<xdr:to><xdr:col>9</xdr:col><xdr:colOff>9</xdr:colOff></xdr:to>";
    CHECK(workbook::anchored("<a>" + from + to + "</a>", {{{1, 2}, {3, 4}}}) ==
          "<a><xdr:from><xdr:col>1</xdr:col><xdr:colOff>19050</xdr:colOff><xdr:row>2</xdr:row></xdr:from>"
          "<xdr:to><xdr:col>3</xdr:col><xdr:colOff>38100</xdr:colOff></xdr:to></a>");
    CHECK_FALSE(workbook::anchored(from + to, {}));
    CHECK_FALSE(workbook::anchored(from, {{{1, 2}, {3, 4}}}));
}
