// Every look that a style file can have (looks/), over the small town of tests/workbook, laid out: recorded/looks.txt.
#include <doctest/doctest.h>

#include <filesystem>

#include "build.h"
#include "compose/compose.h"
#include "home.h"
#include "input/input.h"
#include "recorded.h"

TEST_CASE("every look of a style file is to be seen where it is laid out") {
    const std::filesystem::path source = KENSHO_HOME, own = source / "tests/layout";
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto inputs = input::read_project(source / "tests/workbook/town", {source}, {{}, true}, sources, diagnostics);
    REQUIRE(inputs != nullptr);
    inputs->template_files.clear();
    for (const char* file : {"main", "style"}) {
        const auto path = own / "looks" / (std::string(file) + ".yaml");
        inputs->template_files.push_back({file, input::read_tree(path, sources, diagnostics)});
    }
    const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
    const compose::Document document = compose::compose(assessment, "main", {}, diagnostics);
    const layout::Pages pages = layout::lay_out(document, build::typesetter(), diagnostics);
    std::string said;
    for (const base::Diagnostic& each : diagnostics.all()) said += base::render(each, sources);
    REQUIRE_MESSAGE(!diagnostics.has_errors(), said);
    same_as_recorded(own / "recorded/looks.txt", layout::dump(pages) + layout::dump_structure(pages));
}
