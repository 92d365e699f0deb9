// Everything the city of Atsugi printed must come out of the core.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "evaluate/project.h"
#include "evaluate/report.h"
#include "home.h"

std::vector<std::string> data_lines(const std::string& name) {
    std::ifstream file(std::string(KENSHO_HOME) + "/tests/evaluate/" + name);
    REQUIRE(file.good());
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    }
    return lines;
}

namespace {

const Project& atsugi() {
    static const Project project("atsugi");
    return project;
}

const evaluate::IndicatorAssessment& indicator(const std::string& id) {
    const auto& all = atsugi().assessment.indicators;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& i) { return i.indicator->id == id; });
    REQUIRE_MESSAGE(found != all.end(), id);
    return *found;
}

std::string printed(const evaluate::IndicatorAssessment& indicator, const evaluate::Result& result) {
    if (!result.rate) return "－";
    const std::string shown = base::plain(result.rate->shown);
    const bool brackets = result.rate->capped && evaluate::shows_uncapped(*result.policy, *indicator.indicator);
    return brackets ? shown + " " + base::plain(result.rate->uncapped) : shown;
}

}  // namespace

TEST_CASE("every published rate of R3 to R5") {
    CHECK(atsugi().messages() == "");
    std::size_t rates = 0;
    for (const std::string& line : data_lines("published.txt")) {
        std::istringstream words(line);
        std::string id;
        std::string year;
        std::string rate;
        words >> id >> year >> std::ws;
        std::getline(words, rate);
        const auto western = base::parse_year(atsugi().inputs->eras, year);
        REQUIRE(western);
        const evaluate::Result& result = indicator(id).in(*western);
        CAPTURE(line);
        CHECK(printed(indicator(id), result) == rate);
        CHECK(result.reason.empty() == (rate != "－"));
        if (rate != "－") ++rates;
    }
    CHECK(rates == 152);
}

TEST_CASE("every figure of the published prose") {
    for (const std::string& line : data_lines("placeholders.txt")) {
        const std::size_t space = line.find(' ');
        CAPTURE(line);
        CHECK(evaluate::placeholder(atsugi().assessment, line.substr(0, space)) == line.substr(space + 1));
    }
}

TEST_CASE("the prose of the sample has no unknown placeholder") {
    base::Diagnostics diagnostics;
    evaluate::check_narrative(atsugi().assessment, atsugi().inputs->narrative, diagnostics, &atsugi().sources);
    std::string messages;
    for (const auto& diagnostic : diagnostics.all()) messages += base::render(diagnostic, atsugi().sources);
    CHECK(messages == "");
}

TEST_CASE("means, ratings and counts of the evaluated year") {
    const auto& assessment = atsugi().assessment;
    const base::Year year = atsugi().inputs->evaluated_year;
    const std::vector<std::string> means = {"83.8", "98.3", "97.4", "89.8"};
    for (std::size_t goal = 0; goal < means.size(); ++goal) {
        const evaluate::Tally& tally = assessment.goals[goal].kpis_in(year);
        CHECK(base::plain(*tally.mean) == means[goal]);
        CHECK(tally.band->word == "おおむね順調");
    }
    const evaluate::Tally& overall = assessment.overall.kpis_in(year);
    CHECK(base::plain(*overall.mean) == "92.3");
    CHECK(overall.mean_exact->fraction() == "3693/4000");
    CHECK(overall.band->word == "おおむね順調");
    CHECK(overall.evaluated.size() == 45);
    CHECK(overall.excluded.size() == 1);
    CHECK(overall.in_force == 45);
}
