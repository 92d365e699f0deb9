// What says of a kept edition what it is, there and back; how much a correction changes.
#include "compare/manifest.h"

#include <doctest/doctest.h>

#include "compare/errata.h"
#include "input/yaml.h"

namespace {

std::optional<compare::Manifest> read(const std::string& text, base::Diagnostics& diagnostics) {
    base::Sources sources;
    const auto tree = input::parse_yaml(sources.add("edition.yaml", text), sources, diagnostics);
    return tree ? compare::read_manifest(*tree, diagnostics) : std::nullopt;
}

/// Of a correction by which these facts say something else.
compare::Grade grade(const std::vector<std::string>& facts) {
    compare::Changes changes;
    for (const std::string& fact : facts) changes.facts.push_back({fact, "", "1", "2"});
    return compare::grade_of(changes);
}

}  // namespace

TEST_CASE("an edition's manifest is read as it was written") {
    compare::Manifest manifest;
    manifest.name = "公表: 一";
    manifest.version = "1.2.3";
    manifest.year = "R5";
    manifest.date = "2024-09-30";
    manifest.reason = "会議の後";
    manifest.closed = manifest.draft = true;
    manifest.inputs = {{"kensho.yaml", "0a"}, {"years/r5.yaml", "0b"}};
    manifest.outputs = {{"report.pdf", "0c"}};
    base::Diagnostics diagnostics;
    const auto again = read(compare::to_yaml(manifest), diagnostics);
    REQUIRE(again.has_value());
    CHECK(again->name == manifest.name);
    CHECK(again->version == manifest.version);
    CHECK(again->year == manifest.year);
    CHECK(again->date == manifest.date);
    CHECK(again->reason == manifest.reason);
    CHECK(again->closed);
    CHECK(again->draft);
    CHECK(again->inputs == manifest.inputs);
    CHECK(again->outputs == manifest.outputs);
    compare::Manifest least;
    least.name = least.version = least.year = "a";
    const auto plain = read(compare::to_yaml(least), diagnostics);
    REQUIRE(plain.has_value());
    CHECK_FALSE(plain->closed);
    CHECK_FALSE(plain->draft);
    CHECK(plain->outputs.empty());
    CHECK_FALSE(read("name: a\nyear: R5\n", diagnostics).has_value());
    CHECK(diagnostics.has_errors());
}

TEST_CASE("files are changed that are others, came or went") {
    using Files = std::vector<std::string>;
    CHECK(compare::changed_files({{"a", "1"}, {"b", "2"}}, {{"a", "1"}, {"b", "2"}}).empty());
    CHECK(compare::changed_files({{"a", "1"}, {"b", "2"}}, {{"a", "3"}, {"c", "4"}}) == Files{"a", "c", "b"});
}

TEST_CASE("a rate, a mean, a count, a rating or a verdict is the substance of a report, a value a figure") {
    CHECK(grade({}) == compare::Grade::words);
    for (const char* figure : {"births.actual@R5", "births.target@R5"})
        CHECK(grade({figure}) == compare::Grade::figure);
    for (const char* result : {"births.rate@R5", "goal.1.mean@R5", "overall.kpis.achieved.count@R5", "births.rating@R5",
                               "births.achieved@R5", "births.actual_change@R5", "overall.kpis.declined.share@R5"}) {
        CAPTURE(result);
        CHECK(grade({"births.actual@R5", result}) == compare::Grade::result);
    }
}
