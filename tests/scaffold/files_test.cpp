// The files of a new project, and of the next year of one: as recorded, file by file.
#include <doctest/doctest.h>

#include <filesystem>

#include "forms/table.h"
#include "home.h"
#include "input/input.h"
#include "recorded.h"
#include "scaffold/begin.h"
#include "scaffold/from_table.h"
#include "scaffold/next.h"

namespace {

const std::filesystem::path home = KENSHO_HOME;

base::Eras known_eras() {
    base::Sources sources;
    base::Diagnostics diagnostics;
    return input::read_eras_file({home}, sources, diagnostics);
}

std::string in_one(const std::vector<scaffold::File>& files) {
    std::string out;
    for (const scaffold::File& file : files) out += "===== " + file.name + "\n" + file.bytes;
    return out;
}

scaffold::Beginning wishes_of_a_city() {
    scaffold::Beginning wishes;
    wishes.city = "見本市";
    wishes.code = "999999";
    wishes.title = "見本市総合戦略";
    wishes.first = {2022};
    wishes.last = {2024};
    wishes.evaluated = {2023};
    wishes.policy = "atsugi";
    wishes.template_id = "kouka-kensho";
    wishes.volumes = {"main", "annex"};
    wishes.workbook = true;
    wishes.texts = {"overview.purpose", "goals.{g.number}.direction", "verification.aims[].title",
                    "verification.aims[].text"};
    return wishes;
}

}  // namespace

TEST_CASE("a city that said no more than its name gets one of each as an example") {
    scaffold::Beginning wishes = wishes_of_a_city();
    same_as_recorded(home / "tests/scaffold/recorded/example.txt", in_one(scaffold::begin(wishes, known_eras())));
}

TEST_CASE("a list that an office keeps becomes the plan, with its values") {
    const base::Eras eras = known_eras();
    const forms::Table list = forms::read_table(
        forms::read_csv(
            "基本目標,施策,主な取組,種別,指標名,単位,現状値（R3）,目標値 R4,目標値 R5,目標値 R6,実績値 R4,実績値 "
            "R5,担当課,備考\n"
            "人が集うまち,魅力を伝える,発信,数値目標,転入者数,人,\"1,000\",1010,1020,1030,1005,1018,企画課,\n"
            "人が集うまち,魅力を伝える,発信,KPI,来訪者数（累計）,人,90,100,110,120,95,,観光課,注\n"
            "人が集うまち,魅力を伝える,相談,KPI,待機児童数,人,4,2,1,0,3,1,,\n"
            "働く場,起業を支える,相談,KPI,起業の件数,件,,3,3,4,3,2,産業課,\n"),
        eras, {});
    const scaffold::KnownYears years = scaffold::years_of({list});
    REQUIRE(years.any);
    CHECK(years.first.western == 2022);
    CHECK(years.last.western == 2024);
    CHECK(years.last_actual.western == 2023);
    scaffold::Beginning wishes = wishes_of_a_city();
    wishes.goals = scaffold::goals_of({list}, wishes.first, wishes.last, eras);
    same_as_recorded(home / "tests/scaffold/recorded/from_list.txt", in_one(scaffold::begin(wishes, eras)));
    CHECK_FALSE(scaffold::years_of({}).any);
    // Years outside of the plan are left out.
    for (const scaffold::PlannedGoal& goal : scaffold::goals_of({list}, {2023}, {2023}, eras)) {
        for (const scaffold::PlannedIndicator& each : goal.headline_targets) {
            CHECK(each.targets.size() == 1);
            CHECK(each.targets.begin()->first.western == 2023);
        }
    }
}

TEST_CASE("the next year asks for its values anew and takes the texts along") {
    const std::filesystem::path folder = home / "tests/compare/town";
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto inputs = input::read_project(folder, {home}, {}, sources, diagnostics);
    REQUIRE(inputs != nullptr);
    const auto source = [&](const char* name) {
        return scaffold::SourceFile{name, input::read_tree(folder / name, sources, diagnostics)};
    };
    const scaffold::Project project{
        source("kensho.yaml"), source("r5.yaml"), source("narrative.yaml"), {source("projects.yaml")}};
    const auto made = scaffold::next_year(project, *inputs, sources, diagnostics);
    REQUIRE(made.has_value());
    CHECK(made->year.western == 2024);
    std::string out = in_one(made->files) + "===== asked: " + std::to_string(made->values) + " values, " +
                      std::to_string(made->activities) + " of the annex, " + std::to_string(made->results) +
                      " results, " + std::to_string(made->texts) + " texts\n";
    for (const std::string& news : made->news) out += news + "\n";
    same_as_recorded(home / "tests/scaffold/recorded/next.txt", out);
}
