// What an office types into a cell, and lists of indicators as offices keep them: what is read of each.
#include <doctest/doctest.h>

#include "forms/board.h"
#include "forms/number_format.h"
#include "forms/table.h"
#include "forms/table_head.h"
#include "forms/typed_day.h"
#include "forms/typed_number.h"
#include "home.h"
#include "input/input.h"

namespace {

const base::Eras& eras() {
    static const base::Eras all = [] {
        base::Sources sources;
        base::Diagnostics diagnostics;
        return input::read_eras_file({KENSHO_HOME}, sources, diagnostics);
    }();
    return all;
}

/// "decimals", with "%" or "date" where the format says so.
std::string format(const char* code) {
    const forms::NumberFormat found = forms::read_format(code);
    return std::to_string(found.decimals) + (found.percent ? " %" : "") + (found.date ? " date" : "");
}

/// The number as it goes into a file, or the words in brackets, or why not.
std::string typed(const char* text, const char* unit) {
    const forms::TypedNumber found = forms::read_typed({forms::Cell::Kind::text, text}, unit);
    if (found.amount) return forms::number_for_file(*found.amount) + (found.changed ? " changed" : "");
    return found.message.empty() ? "(" + found.words + ")" : found.message + " / " + found.hint;
}

std::string year(const char* text) {
    const auto found = forms::year_in(eras(), text);
    return found ? std::to_string(found->western) : "";
}

/// Of a cell with this text, or with this number, as a spreadsheet keeps days.
std::string day(const char* text, forms::Cell::Kind kind = forms::Cell::Kind::text) {
    return forms::read_day({kind, text}, eras()).value_or("");
}

std::string row_of(const forms::TableRow& row) {
    std::string out = row.name + " [" + row.unit + "]";
    if (!row.goal.empty()) out += " goal " + row.goal;
    if (!row.measure.empty()) out += " measure " + row.measure;
    if (!row.initiative.empty()) out += " initiative " + row.initiative;
    if (row.headline) out += " headline";
    if (!row.section.empty()) out += " section " + row.section;
    if (!row.definition.empty()) out += " definition " + row.definition;
    if (!row.note.empty()) out += " note " + row.note;
    if (!row.baseline.empty()) out += " from " + row.baseline + " " + row.baseline_year;
    if (row.lower) out += " lower";
    if (row.in_words) out += " in words";
    if (!row.last_target.empty()) out += " last target " + row.last_target;
    for (const auto& [at, value] : row.targets) out += " target " + std::to_string(at.western) + " " + value;
    for (const auto& [at, value] : row.actuals) out += " actual " + std::to_string(at.western) + " " + value;
    return out;
}

/// A row a line, then what could not be read.
std::string table(const char* csv, const forms::Corrections& corrections = {}) {
    const forms::Table found = forms::read_table(forms::read_csv(csv), eras(), corrections);
    std::string out;
    for (const forms::TableRow& row : found.rows) out += row_of(row) + "\n";
    for (const forms::Unread& unread : found.unread) out += "? " + unread.text + "\n";
    return out;
}

}  // namespace

TEST_CASE("a day is read as people type it and as a spreadsheet keeps it") {
    for (const char* text : {"2024-05-20", "2024/5/20", "２０２４／０５／２０", "2024.5.20", "2024年5月20日",
                             "令和6年5月20日", "令和６年５月２０日", "R6.5.20", "r6/5/20", " 2024 年 5 月 20 日 "}) {
        CHECK_MESSAGE(day(text) == "2024-05-20", text);
    }
    CHECK(day("令和元年5月1日") == "2019-05-01");
    CHECK(day("45432", forms::Cell::Kind::date) == "2024-05-20");
    CHECK(day("45432.75", forms::Cell::Kind::date) == "2024-05-20");
    CHECK(day("45432", forms::Cell::Kind::number) == "2024-05-20");
    CHECK(day("45351", forms::Cell::Kind::date) == "2024-02-29");
}

TEST_CASE("what is no whole day is none") {
    for (const char* text : {"", "５月２０日", "5/20", "2024-05", "2024-02-30", "2023年2月29日", "2024-13-01",
                             "2024-5-0", "令和6年5月20日頃", "2024-05-20-1", "--", "6-5-20", "昨日"}) {
        CHECK_MESSAGE(day(text).empty(), text);
    }
    CHECK(day("0", forms::Cell::Kind::date).empty());
    CHECK(day("-3", forms::Cell::Kind::number).empty());
    CHECK(day("20240520", forms::Cell::Kind::number).empty());
    CHECK(day("TRUE", forms::Cell::Kind::boolean).empty());
}

TEST_CASE("the format of a cell says how many decimals it shows, and whether it is a date") {
    CHECK(format("General") == "-1");
    CHECK(format("@") == "-1");
    CHECK(format("0") == "0");
    CHECK(format("#,##0") == "0");
    CHECK(format("#,##0.00") == "2");
    CHECK(format("0.0#") == "1");
    CHECK(format("???") == "0");
    CHECK(format("0.0%") == "1 %");
    CHECK(format("#,##0_);[Red](#,##0.0)") == "0");
    CHECK(format("yyyy\"年\"m\"月\"d\"日\"") == "0 date");
    CHECK(format("[h]:mm") == "0 date");
    CHECK(format("\"0.0\"") == "-1");
    CHECK(format("[Red]0.0") == "1");
    CHECK(format("[$-411]#,##0") == "0");
    CHECK(format("0\"件\"") == "0");
    CHECK(forms::built_in_format(14).date);
    CHECK(forms::built_in_format(58).date);
    CHECK(!forms::built_in_format(59).date);
    CHECK(forms::built_in_format(10).percent);
    CHECK(forms::built_in_format(4).decimals == 2);
}

TEST_CASE("the letters of a number are those of the sheet") {
    CHECK(forms::number_letters(0.7, 2) == "0.70");
    CHECK(forms::number_letters(0.1 + 0.2, 0) == "0.3");
    CHECK(forms::number_letters(1e15, 0) == "1000000000000000");
    CHECK(forms::number_letters(12, 1) == "12.0");
    CHECK(forms::number_letters(12.5, 1) == "12.5");
}

TEST_CASE("a number as people type it") {
    CHECK(typed("1,288", "人") == "1,288");
    CHECK(typed("1288", "人") == "1,288");
    CHECK(typed("１，２８８人", "人") == "1,288 changed");
    CHECK(typed("△ 25", "件") == "-25 changed");
    CHECK(typed("ー5", "件") == "-5 changed");
    // Commas where none belong are those of a hurry, and are told.
    CHECK(typed("12,88", "人") == "1,288 changed");
    CHECK(typed("未公表", "人") == "(未公表)");
    CHECK(typed("", "人") == "()");
    CHECK(typed("約38万", "人") ==
          "`約38万` is no number that can be published / type the digits alone, such as 380,000; what else is to be "
          "said belongs to 要因");
}

TEST_CASE("a percentage is a number where the unit counts per cent, and nowhere else") {
    const auto read = [](bool percent, const char* unit) {
        const forms::TypedNumber found = forms::read_typed({forms::Cell::Kind::number, "12.5", percent}, unit);
        return found.amount ? forms::number_for_file(*found.amount) : found.message;
    };
    CHECK(read(true, "％") == "12.5");
    CHECK(read(true, "%") == "12.5");
    CHECK(read(false, "％") == "12.5");
    CHECK(read(false, "人") == "12.5");
    CHECK(read(true, "人") == "the cell shows a percentage, but the unit is 人");
    CHECK(read(true, "") == "the cell shows a percentage, but the unit is −");
}

TEST_CASE("the year that a head or a cell names") {
    CHECK(year("R3") == "2021");
    CHECK(year("令和元年度") == "2019");
    CHECK(year("H30実績") == "2018");
    CHECK(year("2021") == "2021");
    CHECK(year("1990年度") == "1990");
    CHECK(year("2100") == "2100");
    CHECK(year("1989") == "");
    CHECK(year("2101") == "");
    CHECK(year("12021") == "");
    CHECK(year("目標") == "");
}

TEST_CASE("a list is read by the words of its head") {
    CHECK(table("指標名,単位,現状値(R1),目標値(R6),R3実績,R4実績\n"
                "基本目標１　人が集うまち,,,,,\n"
                "①移住者数,人,50,100,61,未公表\n"
                "出生数（人）,,―,120以上,\"33\n\",なし\n"
                "\"空き家の\n活用数\",件,延べ3件,10件,4※1,ない\n") ==
          "移住者数 [人] goal 基本目標１　人が集うまち from 50 令和元年度 target 2024 100 actual 2021 61 actual 2022 "
          "未公表\n"
          "出生数 [人] goal 基本目標１　人が集うまち target 2024 120 actual 2021 33\n"
          "空き家の活用数 [件] goal 基本目標１　人が集うまち from 3 令和元年度 target 2024 10 actual 2021 4\n"
          "? ない\n");
}

TEST_CASE("the years of baselines and the better direction have columns of their own") {
    CHECK(table("指標名,単位,望ましい方向,基準値,,目標値,実績値\n"
                ",,,年度,値,R6,R6\n"
                "待機児童数,人,減らす,R4,12,8,3\n"
                "出生数,人,↑,令和4年,\"1,500\",\"1,550\",\"1,480\"\n"
                "回収率,％,維持,策定時,60,60,61\n") ==
          "待機児童数 [人] from 12 令和4年度 lower target 2024 8 actual 2024 3\n"
          "出生数 [人] from 1,500 令和4年 target 2024 1,550 actual 2024 1,480\n"
          "回収率 [％] from 60  target 2024 60 actual 2024 61\n"
          "? 維持\n"
          "? 策定時\n");
}

TEST_CASE("the years of values have columns of their own, before or behind them, merged or not") {
    CHECK(table("指標名,単位,現状値,年度,目標値,年度\n"
                "移住者数,人,120,R5,200,R10\n"
                "満足度,％,50.5,令和4年,60,令和9年度\n") ==
          "移住者数 [人] from 120 令和5年度 target 2028 200\n"
          "満足度 [％] from 50.5 令和4年 target 2027 60\n");
    CHECK(table("指標名,単位,現状値,,目標値,\n"
                ",,値,年度,値,年度\n"
                "移住者数,人,120,2023,200,2028\n") == "移住者数 [人] from 120 令和5年度 target 2028 200\n");
    CHECK(table("指標名,単位,現状値,,目標値,\n"
                ",,年度,値,年度,値\n"
                "移住者数,人,R5,120,R10,200\n") == "移住者数 [人] from 120 令和5年度 target 2028 200\n");
    CHECK(table("指標名,基準年度,基準値,目標年度,目標値,R6実績値\n"
                "移住者数,R5,120,未定,200,130\n"
                "出生数,R5,90,,95,88\n") ==
          "移住者数 [] from 120 令和5年度 last target 200 actual 2024 130\n"
          "出生数 [] from 90 令和5年度 last target 95 actual 2024 88\n"
          "? 未定\n");
    CHECK(table("指標名,現状値,中間目標,,最終目標,\n"
                ",,年度,値,年度,値\n"
                "移住者数,120,R8,150,R10,200\n") == "移住者数 [] from 120  target 2026 150 target 2028 200\n");
}

TEST_CASE("a number typed as a text ends the head of a list, as one typed as a number does") {
    CHECK(table("指標名,年度,現状値,目標値 R8\n"
                "移住者数,R5,１２０,\"1,300\"\n"
                "出生数,R4,９０,95\n") ==
          "移住者数 [] from 120 令和5年度 target 2026 1,300\n"
          "出生数 [] from 90 令和4年度 target 2026 95\n");
}

TEST_CASE("words are values where nothing of the indicator is a number") {
    CHECK(table("指標名,単位,基準値(R4),目標値 R6,目標値 R7,実績値 R6\n"
                "デマンド交通,－,未実施,実証,導入,実証\n"
                "相談件数,件,86,100,多数,97\n"
                "指針,,,,,検討\n") ==
          "デマンド交通 [－] from 未実施 令和4年度 in words target 2024 実証 target 2025 導入 actual 2024 実証\n"
          "相談件数 [件] from 86 令和4年度 target 2024 100 actual 2024 97\n"
          "指針 []\n"
          "? 多数\n"
          "? 検討\n");
}

TEST_CASE("rows that lie below each other say which is which") {
    CHECK(table("指標名,単位,区分,R3,R4\n"
                "移住者数,人,目標値,80,90\n"
                "移住者数,人,実績値,61,70\n") ==
          "移住者数 [人] target 2021 80 target 2022 90 actual 2021 61 actual 2022 70\n");
}

TEST_CASE("a year above several columns is the year of each, and of none behind them") {
    CHECK(table("指標名,単位,R4,,R5,,備考\n"
                ",,目標値,実績値,目標値,実績値,\n"
                "移住者数,人,80,61,90,70,注\n") ==
          "移住者数 [人] note 注 target 2022 80 target 2023 90 actual 2022 61 actual 2023 70\n");
}

TEST_CASE("a value names its year in brackets, and marks behind a number are no part of it") {
    CHECK(table("指標名,単位,現状値,目標値(R6)\n"
                "移住者数,人,\"54,317(R1)\",60000\n"
                "出生数,人,1300(令和元年),1400\n"
                "来訪者数,人,(2019年度)90,100r\n") ==
          "移住者数 [人] from 54,317 令和元年度 target 2024 60,000\n"
          "出生数 [人] from 1,300 令和元年 target 2024 1,400\n"
          "来訪者数 [人] from 90 令和元年度 target 2024 100\n");
}

TEST_CASE("what stands above and beside the indicators is theirs until the next of its kind") {
    CHECK(
        table("指標の一覧（単位：人）\n"
              "指標名,最終目標,実績値(R5),担当課,備考,算出方法\n"
              "基本目標１　人が集うまち,,,,,\n"
              "数値目標,,,,,\n"
              "転入者数,500,480,企画課,,住民基本台帳\n"
              "施策１　移住の支援,,,,,\n"
              "取組１　相談,,,,,\n"
              "重要業績評価指標（KPI）,,,,,\n"
              "相談件数（件）,100,93,移住課,窓口だけ,\n"
              "施策２　仕事の支援,,,,,\n"
              "創業者数,10,8,商工課,,\n"
              "※ 実績値は速報である,,,,,\n"
              "基本目標２　産み育てるまち,,,,,\n"
              "出生数,90,88,,,\n") ==
        "転入者数 [人] goal 基本目標１　人が集うまち headline section 企画課 definition 住民基本台帳 last target 500 "
        "actual 2023 480\n"
        "相談件数 [件] goal 基本目標１　人が集うまち measure 施策１　移住の支援 initiative 取組１　相談 section 移住課 "
        "note 窓口だけ last target 100 actual 2023 93\n"
        "創業者数 [人] goal 基本目標１　人が集うまち measure 施策２　仕事の支援 section 商工課 last target 10 actual "
        "2023 8\n"
        "出生数 [人] goal 基本目標２　産み育てるまち last target 90 actual 2023 88\n");
}

TEST_CASE("goal, measure, initiative and kind have columns of their own") {
    CHECK(table("基本目標,施策,主な取組,区分,指標,単位,目標値(R6)\n"
                "１　集う,①移住,相談,数値目標,転入者数,人,500\n"
                "１　集う,①移住,相談,KPI,相談件数,件,100\n") ==
          "転入者数 [人] goal １　集う measure ①移住 initiative 相談 headline target 2024 500\n"
          "相談件数 [件] goal １　集う measure ①移住 initiative 相談 target 2024 100\n");
}

TEST_CASE("the number of a list and the bracket of a unit are no part of a name, other brackets are") {
    CHECK(table("指標名,目標値(R6)\n"
                "①移住者数（人）,100\n"
                "1-1　出生数【人】,90\n"
                "2. 相談件数(件),80\n"
                "・来訪者数,70\n"
                "1-2 空き家（登録）,60\n"
                "（仮）新しい指標,50\n"
                "3D映像の数,40\n") ==
          "移住者数 [人] target 2024 100\n"
          "出生数 [人] target 2024 90\n"
          "相談件数 [件] target 2024 80\n"
          "来訪者数 [] target 2024 70\n"
          "空き家（登録） [] target 2024 60\n"
          "（仮）新しい指標 [] target 2024 50\n"
          "3D映像の数 [] target 2024 40\n");
}

TEST_CASE("a value as offices write it: with its manner, its unit, its mark, or none at all") {
    CHECK(table("指標名,基準値(R1),目標値(R6),実績値(R4),実績値(R5)\n"
                "移住者数,50人,60人以上,－,…\n"
                "面積,1.5ha,2ha,※,1.8ha\n"
                "待機児童数,累計12人,0人を維持,*3,3(速報値)\n"
                "来訪者数,100,200,180r,190(見込\n"
                "満足度,50.5％,60％超,調査なし,集計中\n") ==
          "移住者数 [人] from 50 令和元年度 target 2024 60\n"
          "面積 [ha] from 1.5 令和元年度 target 2024 2 actual 2023 1.8\n"
          "待機児童数 [人] from 12 令和元年度 target 2024 0 actual 2023 3\n"
          "来訪者数 [] from 100 令和元年度 target 2024 200 actual 2022 180 actual 2023 190\n"
          "満足度 [%] from 50.5 令和元年度 target 2024 60 actual 2022 調査なし actual 2023 集計中\n"
          "? ※\n"
          "? *3\n");
}

TEST_CASE("a head over two rows, though nothing is merged: the value beside the year, the year over its columns") {
    CHECK(table("指標名,基準値,,目標値,,R5,\n"
                ",年度,数値,R5,R6,目標値,実績値\n"
                "移住者数,R2,50,60,70,61,58\n") ==
          "移住者数 [] from 50 令和2年度 target 2023 61 target 2024 70 actual 2023 58\n");
}

TEST_CASE("a baseline under a year of others has none of its own") {
    CHECK(table("指標名,R5,,\n"
                ",目標値,実績値,基準値\n"
                "移住者数,60,58,50\n") == "移住者数 [] from 50  target 2023 60 actual 2023 58\n");
}

TEST_CASE("columns that are no more than a year hold what was reached beside targets") {
    CHECK(table("指標名,R4,R5,目標値\n移住者数,50,55,60\n") ==
          "移住者数 [] last target 60 actual 2022 50 actual 2023 55\n");
}

TEST_CASE("a head that comes again on the next page is no row") {
    CHECK(table("指標名,単位,目標値(R6)\n"
                "移住者数,人,100\n"
                "指標名,単位,目標値(R6)\n"
                "出生数,人,90\n") == "移住者数 [人] target 2024 100\n出生数 [人] target 2024 90\n");
}

TEST_CASE("what a column is may be said by its letter, with its year") {
    CHECK(table("指標名,単位,目標値,できた値\n"
                "移住者数,人,100,93\n",
                {{"C", "target R6"}, {"D", "actual R5"}}) == "移住者数 [人] target 2024 100 actual 2023 93\n");
    CHECK(table("指標名,単位,目標値,実績値\n"
                "移住者数,人,100,93\n",
                {{"C", "note"}, {"D", "actual R5"}}) == "移住者数 [人] note 100 actual 2023 93\n");
}

TEST_CASE("a day before April is of the fiscal year before") {
    CHECK(year("令和6年3月31日") == "2023");
    CHECK(year("令和6年4月1日") == "2024");
    CHECK(year("R6.3.31") == "2023");
    CHECK(year("R6.4.1") == "2024");
    CHECK(year("2024/3/31") == "2023");
    CHECK(year("2024年12月") == "2024");
    CHECK(year("R.6") == "2024");
}

TEST_CASE("the board counts what is asked of each section, and says where some have none") {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const input::Home home{KENSHO_HOME};
    const auto inputs = input::read_project(home.root / "samples/shiomizawa", home, {{}, true}, sources, diagnostics);
    const base::Diagnostics none;
    const forms::Board some = forms::board(*inputs, none);
    REQUIRE(some.rows.size() > 1);
    CHECK(!some.unnamed);
    // One that names no section beside others is told of; where nobody names one, it goes without saying.
    inputs->strategy.indicators.front().section.clear();
    CHECK(forms::board(*inputs, none).unnamed);
    const std::string told = "what names no section (section:) goes to a form of its own";
    CHECK(forms::to_text(some).find(told) == std::string::npos);
    CHECK(forms::to_text(forms::board(*inputs, none)).find(told) != std::string::npos);
    for (input::Indicator& indicator : inputs->strategy.indicators) indicator.section.clear();
    for (input::Project& project : inputs->projects) project.section.clear();
    const forms::Board all = forms::board(*inputs, none);
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows.front().section.empty());
    const std::string json = forms::to_json(some, *inputs);
    CHECK(json.starts_with("{\"year\": \"R4\", \"sections\": [\n  {\"section\": "));
    CHECK(json.find("},\n  {\"section\": ") != std::string::npos);
    CHECK(json.ends_with("}\n]}\n"));
    CHECK(!all.unnamed);
}
