// The templates that are shipped compose without a word of complaint, and docs/templates.md tells the truth.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "compose/compose.h"
#include "compose/dump.h"
#include "compose/thing.h"
#include "evaluate/format.h"
#include "home.h"
#include "input/input.h"
#include "input/yaml.h"

namespace fs = std::filesystem;

namespace {

const fs::path root = KENSHO_HOME;

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
    std::ifstream in(root / "docs/templates.md");
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

}  // namespace

TEST_CASE("shipped templates and their samples") {
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(root / "samples" / sample, {root}, {}, sources, diagnostics);
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
        const auto inputs = input::read_project(root / "tests/compose/project", {root}, {}, sources, diagnostics);
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

namespace {

/// Every inline of a document, wherever it stands.
struct Inlines {
    const std::function<void(const compose::Inline&)>& use;

    void of(const compose::Blocks& blocks) {
        for (const compose::Block& block : blocks) {
            std::visit([&](const auto& is) { of(is); }, block.is);
        }
    }
    void of(const compose::Paragraph& paragraph) {
        for (const compose::Inline& piece : paragraph.content) use(piece);
    }
    void of(const compose::List& list) {
        for (const compose::ListItem& item : list.items) of(item.blocks);
    }
    void of(const compose::Table& table) {
        for (const auto* rows : {&table.head, &table.body}) {
            for (const compose::Row& row : *rows) {
                for (const compose::Cell& cell : row.cells) of(cell.blocks);
            }
        }
    }
    void of(const compose::Columns& columns) {
        for (const compose::Box& box : columns.boxes) of(box.blocks);
    }
    void of(const compose::PageTop& top) {
        of(top.at_top);
        of(top.elsewhere);
    }
    template <typename T>
    void of(const T& other) {
        if constexpr (requires { other.blocks; }) of(other.blocks);
    }
};

}  // namespace

TEST_CASE("every value, every rate and every mean of the report says which fact it is, where it stands") {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto inputs = input::read_project(root / "samples/atsugi", {root}, {}, sources, diagnostics);
    const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
    const evaluate::Wording wording;
    const evaluate::Context context{assessment, wording};
    const compose::Document document = compose::compose(assessment, "main", {}, diagnostics);
    std::set<std::string> shown;
    std::size_t from_prose = 0;
    const std::function<void(const compose::Inline&)> look = [&](const compose::Inline& piece) {
        if (piece.origin != 0) ++from_prose;
        for (const compose::ShownFact& one : piece.facts) {
            REQUIRE(one.fact < document.facts.size());
            REQUIRE(one.begin + one.length <= piece.text.size());
            shown.insert(evaluate::text_of(context, document.facts[one.fact]) + " " +
                         piece.text.substr(one.begin, one.length));
        }
    };
    Inlines{look}.of(document.blocks);
    CHECK(from_prose > 20);
    CHECK(document.origins.size() > 20);
    std::size_t expected = 0;
    const auto expect = [&](const evaluate::Subject& subject, const char* name) {
        const evaluate::Address address{subject, name};
        const auto printed = evaluate::formatted(context, evaluate::get(context, address), {});
        REQUIRE(std::holds_alternative<evaluate::Printed>(printed));
        const std::string line = evaluate::text_of(context, address) + " " + std::get<evaluate::Printed>(printed).text;
        CHECK_MESSAGE(shown.contains(line), line);
        ++expected;
    };
    for (std::size_t at = 0; at < assessment.indicators.size(); ++at) {
        for (const evaluate::Result& result : assessment.indicators[at].results) {
            const evaluate::Subject subject{.topic = evaluate::Topic::indicator, .year = result.year, .index = at};
            if (result.rate && result.year <= inputs->evaluated_year) expect(subject, "rate");
            if (result.year == inputs->evaluated_year && result.evaluated()) expect(subject, "actual");
        }
    }
    CHECK(expected > 190);
    CHECK(shown.contains("births.name@R5 出生数"));
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
