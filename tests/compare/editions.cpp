// The small town of this folder before and after a correction, laid out both times: what became of it as `kensho diff`
// says it, and the rows of its 正誤表. Every editions*.test has cases in the form of input/case_file.h; errata.yaml is
// what the officer wishes. Where the title ends with "for programs", also what programs and spreadsheets get.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "base/file.h"
#include "base/year.h"
#include "compare/changes.h"
#include "compare/errata.h"
#include "compose/compose.h"
#include "evaluate/facts.h"
#include "forms/sheets.h"
#include "home.h"
#include "input/case_file.h"
#include "input/input.h"
#include "layout/build.h"
#include "layout/layout.h"
#include "text/words.h"
#include "workplace.h"

namespace fs = std::filesystem;

namespace {

const fs::path home = KENSHO_HOME;

/// A state of the town, made and read back as its readers meet it.
struct State {
    fs::path folder;
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    evaluate::Assessment assessment;
    std::vector<workbook::File> books;
    compare::Edition edition;

    explicit State(const fs::path& project) : folder(project) {
        inputs = input::read_project(folder, {home}, {}, sources, diagnostics);
        REQUIRE(inputs != nullptr);
        assessment = evaluate::evaluate(*inputs);
        const evaluate::Context context = evaluate::unworded(assessment);
        edition.year = base::short_year(inputs->eras, inputs->evaluated_year);
        edition.title = inputs->report_title;
        std::vector<compose::Document> documents;
        std::vector<layout::Pages> pages;
        const std::vector<std::pair<std::string, std::string>> volumes = {{"main", "report.pdf"},
                                                                          {"annex", "annex.pdf"}};
        documents.reserve(volumes.size());
        pages.reserve(volumes.size());
        std::vector<compare::Seen> seen;
        for (const auto& [volume, file] : volumes) {
            documents.push_back(compose::compose(assessment, volume, {}, diagnostics));
            pages.push_back(layout::lay_out(documents.back(), build::typesetter(), diagnostics));
            seen.push_back({volume, file, documents.back(), pages.back()});
            edition.volumes.push_back(compare::read_volume(context, seen.back()));
        }
        compare::read_facts(context, sources, seen, edition);
        books = workbook::write(assessment, {.wanted = workbook::Wanted::cells}, diagnostics);
        // Two sheets and a table: the others would say the same again.
        std::erase_if(books, [](const workbook::File& file) {
            return file.name != "council.xlsx" && file.name != "goals.csv" && file.name != "datapackage.json";
        });
        for (workbook::File& book : books) {
            std::erase_if(book.sheets, [](const workbook::WrittenSheet& sheet) {
                return sheet.name != "推移" && sheet.name != "指標一覧";
            });
        }
        std::string said;
        for (const base::Diagnostic& each : diagnostics.all()) said += base::render(each, sources);
        REQUIRE_MESSAGE(!diagnostics.has_errors(), said);
    }

    base::Value tree(const std::string& file) {
        if (!fs::exists(folder / file)) return {};
        return input::read_tree(folder / file, sources, diagnostics);
    }
};

std::vector<compare::InputPair> changed_inputs(State& before, State& after) {
    std::vector<std::string> files = {"kensho.yaml",       "strategy.yaml",    "r4.yaml",
                                      "r5.yaml",           "narrative.yaml",   "projects.yaml",
                                      "sheets/style.yaml", "sheets/main.yaml", "sheets/annex.yaml"};
    std::sort(files.begin(), files.end());
    std::vector<compare::InputPair> changed;
    for (const std::string& file : files) {
        const auto bytes = [&](const State& state) { return base::read_file(state.folder / file, 1'000'000); };
        if (bytes(before) == bytes(after)) continue;
        changed.push_back({file, before.tree(file), after.tree(file), "digest", "another digest"});
    }
    return changed;
}

/// A line a row.
std::string rows_in(const std::string& book) {
    std::string out;
    for (const forms::Sheet& sheet : forms::read_sheets(book).sheets) {
        std::uint32_t row = 0;
        for (const auto& [place, cell] : sheet.cells) {
            if (place.first != row) out += "\n";
            row = place.first;
            out += (out.ends_with("\n") || out.empty() ? "" : " | ") + cell.text;
        }
    }
    return out + "\n";
}

std::string outcome(const Case& test) {
    make_project({}, "before", "compare/town");
    make_project(test, "after", "compare/town");
    State before("before"), after("after");
    before.edition.name = "公表";
    compare::read_books(before.books, after.books, before.edition);
    compare::read_books(after.books, before.books, after.edition);
    const evaluate::Context context_before = evaluate::unworded(before.assessment),
                            context_after = evaluate::unworded(after.assessment);
    const compare::Changes changes =
        compare::compare({before.edition, after.edition, context_before, context_after, before.sources, after.sources,
                          changed_inputs(before, after), text::compared_words("")});
    const compare::Wishes wishes = compare::read_wishes(after.tree("errata.yaml"), after.diagnostics);
    const compare::Errata errata = compare::errata_of(changes, before.edition, after.edition, wishes);
    const base::Value tree = compare::to_tree(errata, {false, "公表", "令和６年11月28日", "令和６年９月30日"}, wishes);
    std::string out = compare::to_text(changes, false);
    for (const compare::NamedPlace& name : compare::unknown_names(changes, before.edition, after.edition, wishes)) {
        out += "unknown: " + name.name + "\n";
    }
    out += "- - -\n" + compare::to_corrections(tree);
    if (!test.title.ends_with("for programs")) return out;
    return out + "- - -\n" + compare::to_json(changes) + "- - -\n" + compare::to_csv(changes, "2024-11-28") +
           "- - -\n" + rows_in(compare::to_sheet(errata, {}, "正誤表", "見本市", 2024, after.diagnostics));
}

}  // namespace

TEST_CASE("what became of one edition in another") {
    const bool update = std::getenv("UPDATE") != nullptr;
    const Workplace workplace("compare");
    const fs::path path = home / "tests/compare/editions.test";
    CaseFile file = read_cases(path);
    REQUIRE(!file.cases.empty());
    for (Case& test : file.cases) {
        const std::string out = outcome(test);
        if (!update) CHECK_MESSAGE(out == test.messages, test.title);
        test.messages = out;
    }
    if (update) write_cases(path, file);
}
