// What a project without faults becomes.
#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "base/file.h"
#include "home.h"
#include "input/case_file.h"
#include "input/fonts.h"
#include "input/input.h"

namespace fs = std::filesystem;

using base::Year;

namespace {

struct Project {
    fs::path folder = fs::temp_directory_path() / ("kensho-project-" + std::to_string(::getpid()));
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;

    explicit Project(std::vector<Change> changes = {}, const input::Options& options = {}) {
        Case test;
        test.changes = std::move(changes);
        make_project(test, folder);
        inputs = input::read_project(folder, {KENSHO_HOME}, options, sources, diagnostics);
        std::string messages;
        for (const auto& diagnostic : diagnostics.all()) messages += base::render(diagnostic, sources);
        CHECK(messages == "");
    }
    ~Project() { fs::remove_all(folder); }
    const input::Indicator& indicator(std::string_view id) const {
        const input::Indicator* found = inputs->strategy.find(id);
        REQUIRE(found != nullptr);
        return *found;
    }
};

}  // namespace

TEST_CASE("kensho.yaml and the plan") {
    const Project project;
    const input::Inputs& inputs = *project.inputs;
    CHECK(inputs.municipality.name == "試験市");
    CHECK(inputs.municipality.code == "123455");
    CHECK(inputs.report_title == "効果検証報告書");
    CHECK(inputs.published == "令和6年度");
    CHECK(inputs.date == "2024-09-01");
    CHECK(inputs.evaluated_year == Year{2023});
    CHECK(inputs.eras.front().name == "令和");
    CHECK(inputs.strategy.years() == std::vector<Year>{{2021}, {2022}, {2023}, {2024}, {2025}});
    CHECK(inputs.policy.id == "policy");
    CHECK(inputs.narrative.find("overview")->find("purpose")->text == "まちの力を測る。");
    REQUIRE(inputs.template_files.size() == 1);
    CHECK(inputs.template_files[0].name == "main");
    REQUIRE(inputs.outputs.size() == 1);
    CHECK(inputs.outputs[0].volume == "main");
    CHECK(inputs.outputs[0].file == "report.pdf");
}

TEST_CASE("indicators in the order of the plan, each knowing its place") {
    const Project project;
    const input::Strategy& strategy = project.inputs->strategy;
    std::string ids;
    for (const input::Indicator& indicator : strategy.indicators) ids += indicator.id + " ";
    CHECK(ids == "visitors events satisfied centre ");
    CHECK(strategy.goals[0].headline_targets == std::vector<std::size_t>{0});
    CHECK(strategy.initiatives[0].kpis == std::vector<std::size_t>{1, 2, 3});
    CHECK(strategy.indicators[0].kind == input::IndicatorKind::headline_target);
    CHECK(strategy.indicators[1].kind == input::IndicatorKind::kpi);
    const input::Indicator& visitors = project.indicator("visitors");
    CHECK(visitors.baseline->amount == base::Decimal{false, "16200", 0});
    CHECK(visitors.baseline_year == Year{2019});
    CHECK(visitors.baseline_year_kind == base::YearKind::calendar);
    CHECK(visitors.targets.at({2022}).original->amount == base::Decimal{false, "17000", 0});
    CHECK(visitors.actuals.at({2023}).amount == base::Decimal{false, "18405", 0});
    CHECK(project.indicator("satisfied").actuals.at({2022}).amount == base::Decimal{false, "615", 1});
    CHECK(project.indicator("satisfied").actuals.at({2023}).words == "未公表");
    CHECK_FALSE(project.indicator("satisfied").actuals.at({2023}).amount);
    CHECK(project.indicator("centre").formula == input::Formula::words);
    CHECK(project.indicator("centre").verdicts.at({2023}).word == "設置済み");
    CHECK(project.indicator("events").sum_of == std::vector<std::string>{"fairs"});
}

TEST_CASE("places lead back to the letter") {
    const Project project;
    const base::Span span = project.indicator("visitors").actuals.at({2023}).span;
    CHECK(project.sources.name(span.file) == (project.folder / "years/r5.yaml").string());
    CHECK(project.sources.text(span.file).substr(span.begin, span.end - span.begin) == "18,405");
    CHECK(project.sources.place(span).line == 3);
}

TEST_CASE("the long form of a value, and revised targets") {
    const Project project(
        {{"years/r5.yaml", false, "18,405",
          "{value: \"18,405\", provisional: true, revised: true, reference: true, brackets: 33, note: 注, "
          "silence: {jump: 新館, sign: 訂正}}\n"},
         {"strategy.yaml", false, "survey: true", "revised_targets: {from: R5, values: {R5: 70.0, R6: 71.0}}\n"}});
    const input::Figure& figure = project.indicator("visitors").actuals.at({2023});
    CHECK(figure.amount == base::Decimal{false, "18405", 0});
    CHECK(figure.provisional);
    CHECK(figure.revised);
    CHECK(figure.reference);
    CHECK(figure.beside->in_brackets == "33");
    CHECK(figure.beside->note == "注");
    REQUIRE(figure.beside->silenced.size() == 2);
    CHECK(figure.beside->silenced[0].name == "jump");
    CHECK(figure.beside->silenced[0].reason == "新館");
    const auto& targets = project.indicator("satisfied").targets;
    CHECK(targets.at({2023}).original->amount == base::Decimal{false, "650", 1});
    CHECK(targets.at({2023}).in_force({2022})->amount == base::Decimal{false, "650", 1});
    CHECK(targets.at({2023}).in_force({2023})->amount == base::Decimal{false, "700", 1});
    CHECK_FALSE(targets.at({2024}).original);
}

TEST_CASE("targets that were revised more than once, with decision and reason") {
    const Project project({{"strategy.yaml", false, "survey: true",
                            "revised_targets:\n"
                            "                      - {from: R4, decided: 令和４年３月, reason: 調査の中止, values: "
                            "{R5: 70.0, R6: 71.0}}\n"
                            "                      - {from: R5, values: {R5: 72.0}}\n"}});
    const input::Indicator& satisfied = project.indicator("satisfied");
    REQUIRE(satisfied.revisions.size() == 2);
    CHECK(satisfied.revisions[0].decided == "令和４年３月");
    CHECK(satisfied.revisions[0].reason == "調査の中止");
    const input::Target& r5 = satisfied.targets.at({2023});
    CHECK(r5.in_force({2021})->amount == base::Decimal{false, "650", 1});
    CHECK(r5.in_force({2022})->amount == base::Decimal{false, "700", 1});
    CHECK(r5.in_force({2023})->amount == base::Decimal{false, "720", 1});
    CHECK(satisfied.targets.at({2024}).in_force({2023})->amount == base::Decimal{false, "710", 1});
}

TEST_CASE("the annex: values come from where they are written") {
    const Project project;
    const input::Inputs& inputs = *project.inputs;
    REQUIRE(inputs.projects.size() == 2);
    const input::Project& summer = inputs.projects[0];
    CHECK(summer.content == std::vector<std::string>{"夏に催しを開く。"});
    REQUIRE(summer.results.size() == 2);
    CHECK(summer.results[1].details == std::vector<std::string>{"千発"});
    CHECK(summer.results_numbered);
    CHECK(summer.indicators[0].kpi == 0);
    CHECK(summer.indicators[0].name == "観光客数");
    CHECK(summer.indicators[0].unit == "人");
    CHECK(summer.indicators[0].actuals.at({2023}).amount == base::Decimal{false, "18405", 0});
    const input::Project& winter = inputs.projects[1];
    CHECK(winter.reprint_of == 0);
    CHECK(winter.name == "夏まつり");
    CHECK(winter.content == summer.content);
    REQUIRE(winter.indicators.size() == 1);
    CHECK(winter.indicators[0].name == "まつりの数");
    CHECK(winter.indicators[0].actuals.at({2022}).amount == base::Decimal{false, "12", 0});
    CHECK(inputs.strategy.initiatives[0].projects == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a reprinted indicator shows its original") {
    const Project project(
        {{"strategy.yaml", false, "- id: centre", "- {id: again, reprint_of: visitors, note: 再掲}\n- id: centre\n"}});
    const input::Indicator& again = project.indicator("again");
    CHECK(again.name == "観光客数");
    CHECK(again.note == "再掲");
    CHECK(again.kind == input::IndicatorKind::kpi);
    CHECK(again.actuals.at({2023}).amount == base::Decimal{false, "18405", 0});
    CHECK(again.targets.size() == 2);
}

TEST_CASE("a policy in full, one of earlier years, and another for what-if") {
    const Project project(
        {{"kensho.yaml", false, "policy: policy.yaml", "policy: policy.yaml\nearlier_policies: {R4: atsugi}\n"}});
    const input::Policy& policy = project.inputs->policy;
    CHECK(policy.name == "二つの区分");
    CHECK(policy.cap == base::Decimal{false, "100", 0});
    CHECK(policy.overall_by == input::OverallBy::mean_of_kpis);
    REQUIRE(policy.bands.size() == 2);
    CHECK(policy.bands[0].lower == base::Decimal{false, "80", 0});
    CHECK(policy.bands[0].colour == base::Colour{0x15, 0x4B, 0x7A});
    CHECK_FALSE(policy.bands[1].lower);
    CHECK(policy.statuses[0].meaning == "公表前");
    CHECK(project.inputs->earlier_policies.at({2022}).id == "atsugi");
    CHECK(Project({}, {.policy = "atsugi", .draft = false}).inputs->policy.bands.size() == 4);
    const std::string path = std::string(KENSHO_HOME) + "/tests/input/project/policy.yaml";
    CHECK(Project({}, {.policy = path, .draft = false}).inputs->policy.id == "policy");
}

TEST_CASE("the digest depends on what was read, not on where it lies") {
    const std::string first = Project().inputs->digest;
    CHECK(first.size() == 64);
    CHECK(Project().inputs->digest == first);
    Project other({{"narrative.yaml", false, "測る", "計る\n"}});
    CHECK(other.inputs->digest != first);
    const fs::path elsewhere = other.folder.string() + "-elsewhere";
    make_project({}, elsewhere);
    base::Sources sources;
    base::Diagnostics diagnostics;
    CHECK(input::read_project(elsewhere, {KENSHO_HOME}, {}, sources, diagnostics)->digest == first);
    fs::remove_all(elsewhere);
}

TEST_CASE("pictures of the project and of the template") {
    Project project;
    std::ofstream(project.folder / "cover.png") << "PNG";
    std::ofstream(project.folder / "template/report/mark.png") << "mark";
    std::ofstream(project.folder / "kensho.yaml", std::ios::app) << "assets: {cover: cover.png}\n";
    const auto inputs = input::read_project(project.folder, {KENSHO_HOME}, {}, project.sources, project.diagnostics);
    CHECK_FALSE(project.diagnostics.has_errors());
    CHECK(inputs->assets == std::map<std::string, std::string>{{"cover", "PNG"}, {"mark.png", "mark"}});
}

TEST_CASE("a project's own list of faces is laid over that of the house, name by name") {
    Project project;
    const fs::path house = KENSHO_HOME;
    const base::Value alone = input::read_fonts(project.folder, house, project.sources, project.diagnostics);
    fs::create_directories(project.folder / "fonts");
    std::ofstream(project.folder / "fonts/fonts.yaml") << "roles: {mincho: [own], small: [own]}\n";
    const base::Value both = input::read_fonts(project.folder, house, project.sources, project.diagnostics);
    CHECK(project.diagnostics.all().empty());
    REQUIRE(alone.find("roles")->find("small") == nullptr);
    CHECK(both.find("roles")->find("small")->items.at(0).text == "own");
    CHECK(both.find("roles")->find("mincho")->items.at(0).text == "own");
    CHECK(both.find("roles")->entries.size() == alone.find("roles")->entries.size() + 1);
    CHECK(both.find("faces")->entries.size() == alone.find("faces")->entries.size());
    // Not one that lies elsewhere.
    fs::remove(project.folder / "fonts/fonts.yaml");
    fs::create_symlink("/etc/hostname", project.folder / "fonts/fonts.yaml");
    const base::Value other = input::read_fonts(project.folder, house, project.sources, project.diagnostics);
    CHECK(other.find("roles")->entries.size() == alone.find("roles")->entries.size());
}

TEST_CASE("links that lead out of the project are refused") {
    Project project;
    fs::remove(project.folder / "narrative.yaml");
    fs::create_symlink("/etc/hostname", project.folder / "narrative.yaml");
    input::read_project(project.folder, {KENSHO_HOME}, {}, project.sources, project.diagnostics);
    REQUIRE(project.diagnostics.all().size() == 1);
    CHECK(project.diagnostics.all()[0].message == "`narrative.yaml` does not lie in the project folder");
}

TEST_CASE("a folder without kensho.yaml, a policy that is not there") {
    base::Sources sources;
    base::Diagnostics diagnostics;
    CHECK_THROWS_WITH_AS(input::read_project("/none", {KENSHO_HOME}, {}, sources, diagnostics),
                         "there is no file `/none/kensho.yaml`", base::FileError);
    const fs::path folder = fs::path(KENSHO_HOME) / "tests/input/project";
    input::read_project(folder, {KENSHO_HOME}, {.policy = "atugi", .draft = false}, sources, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].message == "unknown policy `atugi`");
    CHECK(diagnostics.all()[0].hint == "did you mean `atsugi`?");
}
