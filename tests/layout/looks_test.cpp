// Every look that a style file can have (looks/), over the small town of tests/workbook, laid out: recorded/looks.txt.
#include <doctest/doctest.h>

#include <filesystem>

#include "build.h"
#include "composed_town.h"
#include "recorded.h"

TEST_CASE("every look of a style file is to be seen where it is laid out") {
    const std::filesystem::path own = std::filesystem::path(KENSHO_HOME) / "tests/layout";
    ComposedTown town(own / "looks");
    const layout::Pages pages = layout::lay_out(town.document, build::typesetter(), town.diagnostics);
    town.has_no_errors();
    same_as_recorded(own / "recorded/looks.txt", layout::dump(pages) + layout::dump_structure(pages));
}
