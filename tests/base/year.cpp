// Years in every spelling, what is no year, and that every printed year reads back.
#include "base/year.h"

#include <doctest/doctest.h>

using base::Eras;
using base::YearKind;

namespace {

const Eras eras = {
    {"令和", "R", 2019}, {"平成", "H", 1989}, {"昭和", "S", 1926}, {"大正", "T", 1912}, {"明治", "M", 1868}};

int western(std::string_view text) {
    const auto year = base::parse_year(eras, text);
    return year ? year->western : 0;
}

}  // namespace

TEST_CASE("years in every spelling") {
    for (std::string_view text :
         {"R5", "r5", "Ｒ５", "令和5年度", "令和５年", "令和5", "2023", "2023年", "２０２３年度"}) {
        CAPTURE(text);
        CHECK(western(text) == 2023);
    }
    CHECK(western("令和元年度") == 2019);
    CHECK(western("R1") == 2019);
    CHECK(western("H31") == 2019);
    CHECK(western("平成31年度") == 2019);
    CHECK(western("S64") == 1989);
    CHECK(western("平成元年") == 1989);
    CHECK(western("R99") == 2117);
    CHECK(base::parse_year({}, "2200")->western == 2200);
}

TEST_CASE("what is no year") {
    for (std::string_view text : {"", "R", "R0", "R100", "R-1", "R5.0", "X5", "5", "5年", "1867", "2118", "令和",
                                  "令和五年", "R5年度", "20233"}) {
        CAPTURE(text);
        CHECK(western(text) == 0);
    }
}

TEST_CASE("year and fiscal year") {
    CHECK(base::kind_of_year("令和元年度") == YearKind::fiscal);
    CHECK(base::kind_of_year("令和元年") == YearKind::calendar);
    CHECK_FALSE(base::kind_of_year("R1"));
}

TEST_CASE("years as they are printed") {
    CHECK(base::short_year(eras, {2023}) == "R5");
    CHECK(base::short_year(eras, {2019}) == "R1");
    CHECK(base::short_year(eras, {2018}) == "H30");
    CHECK(base::era_year(eras, {2019}, YearKind::calendar) == "令和元年");
    CHECK(base::era_year(eras, {2023}, YearKind::fiscal) == "令和5年度");
    CHECK(base::full_year(eras, {2023}, YearKind::fiscal) == "令和5（2023）年度");
    CHECK(base::full_year(eras, {2019}, YearKind::calendar) == "令和元（2019）年");
    CHECK(base::short_year(eras, {1867}) == "1867");
    CHECK(base::era_year({}, {2023}, YearKind::fiscal) == "2023年度");
}

TEST_CASE("every printed year reads back") {
    for (int year = 1868; year <= 2117; ++year) {
        CAPTURE(year);
        CHECK(western(base::short_year(eras, {year})) == year);
        CHECK(western(base::era_year(eras, {year}, YearKind::fiscal)) == year);
        CHECK(western(std::to_string(year)) == year);
    }
}
