// Each rule of house style fires where it should and is silent beside; each has a switch.
#include <doctest/doctest.h>

#include <fstream>

#include "check/house_style.h"
#include "evaluate/project.h"
#include "home.h"

namespace {

struct StyleCase {
    std::string rule, line;
    std::vector<std::string> texts;
};

std::vector<StyleCase> cases() {
    std::ifstream file(std::string(KENSHO_HOME) + "/tests/check/style.cases");
    REQUIRE(file.good());
    std::vector<StyleCase> all;
    for (std::string line; std::getline(file, line);) {
        const std::size_t bar = line.find(" | ");
        if (line.empty() || line[0] == '#' || bar == std::string::npos) continue;
        StyleCase each{line.substr(0, bar), line, {}};
        for (std::size_t at = bar + 3; at != std::string::npos;) {
            const std::size_t next = line.find(" / ", at);
            each.texts.push_back(line.substr(at, next == std::string::npos ? next : next - at));
            at = next == std::string::npos ? next : next + 3;
        }
        all.push_back(std::move(each));
    }
    REQUIRE(all.size() > 40);
    return all;
}

Project& project() {
    static Project atsugi("atsugi");
    return atsugi;
}

std::vector<std::string> rules_broken(const std::vector<std::string>& texts) {
    std::vector<check::Passage> passages;
    for (const std::string& text : texts) passages.push_back({"summary", text, {}, std::nullopt, nullptr, "", 0, {}});
    std::vector<std::string> rules;
    for (const check::StyleSlip& slip : check::style_slips(project().assessment, passages, project().sources)) {
        rules.emplace_back(slip.rule);
    }
    return rules;
}

}  // namespace

TEST_CASE("rules of house style fire once, or not at all") {
    for (const StyleCase& each : cases()) {
        CAPTURE(each.line);
        const std::vector<std::string> expected =
            each.rule == "-" ? std::vector<std::string>() : std::vector<std::string>{each.rule};
        CHECK(rules_broken(each.texts) == expected);
    }
}

TEST_CASE("a rule that is switched off is silent") {
    auto& style = project().inputs->policy.style;
    const auto all = style;
    CHECK(all.size() == input::style_rules().size());
    for (const StyleCase& each : cases()) {
        if (each.rule == "-") continue;
        CAPTURE(each.line);
        style.erase(each.rule);
        CHECK(rules_broken(each.texts).empty());
        style = all;
    }
}

TEST_CASE("one character for no value") {
    Project own("atsugi");
    auto& actuals = own.inputs->strategy.indicators[0].actuals;
    auto& second = own.inputs->strategy.indicators[1].actuals;
    for (auto* figures : {&actuals, &second}) {
        for (auto& [year, figure] : *figures) {
            figure.amount.reset();
            figure.words = "－";
        }
    }
    const auto before = check::style_slips(own.assessment, {}, own.sources).size();
    CHECK(before == 0);
    actuals.begin()->second.words = "ー";
    const auto slips = check::style_slips(own.assessment, {}, own.sources);
    REQUIRE(slips.size() == 1);
    CHECK(slips[0].rule == "no_value");
    CHECK(slips[0].span == actuals.begin()->second.span);
}
