// The templates that are shipped compose without a word of complaint, and docs/templates.md tells the truth.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "compose/compose.h"
#include "compose/dump.h"
#include "compose/members.h"
#include "home.h"
#include "input/input.h"
#include "input/yaml.h"

namespace fs = std::filesystem;

namespace {

const fs::path home = KENSHO_HOME;

std::string complaints(const base::Diagnostics& diagnostics, const base::Sources& sources) {
    std::string out;
    for (const base::Diagnostic& fault : diagnostics.all()) {
        if (fault.severity == base::Severity::error) out += base::render(fault, sources);
    }
    return out;
}

struct Example {
    std::string name, text;
};

/// The fenced blocks of docs/templates.md whose fence names a file of the template.
std::vector<Example> examples() {
    std::ifstream in(home / "docs/templates.md");
    std::vector<Example> found;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (!inside && line.starts_with("```yaml ")) {
            found.push_back({line.substr(8), ""});
            inside = true;
        } else if (inside && line == "```") {
            inside = false;
        } else if (inside) {
            found.back().text += line + "\n";
        }
    }
    return found;
}

template <typename T>
void expect_documented(const std::string& document, const T& thing) {
    for (const auto& member : compose::members(thing)) {
        CHECK_MESSAGE(document.find("`" + std::string(member.name) + "`") != std::string::npos,
                      "docs/templates.md does not name " << member.name);
    }
}

}  // namespace

TEST_CASE("shipped templates and their samples") {
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(home / "samples" / sample, {home}, {}, sources, diagnostics);
        REQUIRE(complaints(diagnostics, sources).empty());
        const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
        for (const input::Output& output : inputs->outputs) {
            if (output.volume == "workbook") continue;
            const compose::Document document = compose::compose(assessment, output.volume, {}, diagnostics);
            CHECK(complaints(diagnostics, sources) == "");
            CHECK(!document.blocks.empty());
            CHECK(!document.metadata.title.empty());
            CHECK(dump(document) == dump(compose::compose(assessment, output.volume, {}, diagnostics)));
        }
        compose::add_elsewhere(compose::check_template(*inputs, {}), diagnostics);
        CHECK(complaints(diagnostics, sources) == "");
    }
}

TEST_CASE("every example of docs/templates.md works") {
    const std::vector<Example> all = examples();
    REQUIRE(all.size() > 8);
    REQUIRE(all[0].name == "style");
    for (std::size_t i = 1; i < all.size(); ++i) {
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(home / "tests/compose/project", {home}, {}, sources, diagnostics);
        inputs->template_files.clear();
        inputs->assets = {{"cover", "picture"}};
        for (const Example& file : {all[0], all[i]}) {
            auto tree = input::parse_yaml(sources.add(file.name + ".yaml", file.text), sources, diagnostics);
            if (tree) inputs->template_files.push_back({file.name, std::move(*tree)});
        }
        const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
        const compose::Document document = compose::compose(assessment, "main", {}, diagnostics);
        compose::add_elsewhere(compose::check_template(*inputs, {}), diagnostics);
        CHECK(complaints(diagnostics, sources) == "");
        CHECK(!document.blocks.empty());
    }
}

TEST_CASE("every binding is documented") {
    std::ifstream in(home / "docs/templates.md");
    std::ostringstream text;
    text << in.rdbuf();
    const std::string document = text.str();
    expect_documented(document, compose::Whole{});
    expect_documented(document, compose::ReportThing{});
    expect_documented(document, compose::StrategyThing{});
    expect_documented(document, compose::PolicyThing{});
    expect_documented(document, compose::YearThing{});
    expect_documented(document, compose::GoalThing{});
    expect_documented(document, compose::MeasureThing{});
    expect_documented(document, compose::InitiativeThing{});
    expect_documented(document, compose::TallyThing{});
    expect_documented(document, compose::BandThing{});
    expect_documented(document, compose::IndicatorThing{});
    expect_documented(document, compose::ResultThing{});
    expect_documented(document, compose::FigureThing{});
    expect_documented(document, compose::ProjectThing{});
    expect_documented(document, compose::WorkThing{});
    expect_documented(document, compose::ActivityThing{});
    expect_documented(document, compose::SectionThing{});
}

namespace {

constexpr std::size_t most_of_a_kind = 200;

/// Things reached from the whole by their members, up to so many of each kind, and the members that are not what their
/// table says.
struct Walk {
    const compose::World& world;
    std::vector<compose::Thing> reached;
    std::map<std::size_t, std::size_t> of_kind;
    std::string faults;

    void reach(const compose::Thing& thing) {
        if (++of_kind[thing.is.index()] <= most_of_a_kind) reached.push_back(thing);
    }

    void judge(std::string_view name, compose::Kind kind, const compose::Thing& thing) {
        const auto* list = std::get_if<compose::Things>(&thing.is);
        const std::vector<compose::Thing> alone = {thing};
        const bool nothing =
            std::holds_alternative<std::monostate>(thing.is) || std::holds_alternative<compose::Missing>(thing.is);
        if (!nothing && kind.list != (list != nullptr)) faults += std::string(name) + " is a list or is none\n";
        for (const compose::Thing& one : list != nullptr ? **list : alone) {
            const bool as_said = nothing || one.is.index() == kind.alternative || kind.alternative == 0;
            if (!as_said) faults += std::string(name) + " is of another kind\n";
            reach(one);
        }
    }

    template <typename T>
    void members_of(const T& thing) {
        for (const auto& member : compose::members(thing)) judge(member.name, member.kind, member.get(world, thing));
    }
};

}  // namespace

TEST_CASE("every member is of the kind its table says") {
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(home / "samples" / sample, {home}, {}, sources, diagnostics);
        const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
        const compose::World world{assessment, *inputs, false, {}, {}, false, false};
        Walk walk{world, {}, {}, {}};
        walk.members_of(compose::Whole{});
        for (std::size_t i = 0; i < walk.reached.size(); ++i) {
            const compose::Thing thing = walk.reached[i];
            std::visit(
                [&]<typename T>(const T& is) {
                    if constexpr (requires { compose::members(is); }) walk.members_of(is);
                },
                thing.is);
        }
        CHECK(walk.faults == "");
        CHECK(walk.of_kind.size() > 20);
    }
}

TEST_CASE("texts with holes") {
    CHECK(compose::may_be_same("cell\x01", "cell-last"));
    CHECK(compose::may_be_same("cell\x01", "cell"));
    CHECK(compose::may_be_same("goal-\x01-\x01", "goal-1-2"));
    CHECK(compose::may_be_same("goal-\x01", "\x01-3"));
    CHECK(compose::may_be_same("\x01", ""));
    CHECK(!compose::may_be_same("cel\x01", "call"));
    CHECK(!compose::may_be_same("goal-\x01", "gaol-\x01"));
    CHECK(!compose::may_be_same("cell", "cells"));
}
