// How the books of a sample look, as their parts say it (ECMA-376): colours, protection, paper, feet, charts.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "evaluate/project.h"
#include "forms/archive.h"
#include "workbook/workbook.h"

namespace {

using Parts = std::map<std::string, std::string>;

/// The parts of all books, each under the name of its book.
const Parts& parts() {
    static const Parts all = [] {
        const Project project("atsugi");
        base::Diagnostics diagnostics;
        Parts found;
        for (const workbook::File& file : workbook::write(project.assessment, {}, diagnostics)) {
            if (!file.name.ends_with(".xlsx")) continue;
            for (auto& [name, xml] : forms::unpack(file.bytes.whole()))
                found.emplace(file.name + "/" + name, std::move(xml));
        }
        return found;
    }();
    return all;
}

/// In how many parts of this kind the words stand.
std::size_t parts_with(const std::string& kind, const std::string& words) {
    std::size_t count = 0;
    for (const auto& [name, xml] : parts()) {
        if (name.find(kind) != std::string::npos && xml.find(words) != std::string::npos) ++count;
    }
    return count;
}

/// Every element of this name in the parts of this kind, to the end of its tag.
std::vector<std::string> elements(const std::string& kind, const std::string& name) {
    std::vector<std::string> found;
    for (const auto& [part, xml] : parts()) {
        if (part.find(kind) == std::string::npos) continue;
        for (std::size_t at = xml.find("<" + name); at != std::string::npos; at = xml.find("<" + name, at + 1)) {
            found.push_back(xml.substr(at, xml.find('>', at) - at));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("the bands have their colours in the books") {
    const Project project("atsugi");
    for (const input::Band& band : project.inputs->policy.bands) {
        const std::string colour = fmt::format("<fgColor rgb=\"FF{:02X}{:02X}{:02X}\"/>", band.colour.red,
                                               band.colour.green, band.colour.blue);
        CHECK_MESSAGE(parts_with("xl/styles", colour) > 0, band.word);
    }
}

TEST_CASE("in a sheet that is protected people still sort, filter and widen") {
    const std::vector<std::string> all = elements("xl/worksheets/", "sheetProtection");
    REQUIRE(!all.empty());
    for (const std::string& one : all) {
        CAPTURE(one);
        for (const char* may : {" sort=\"0\"", " autoFilter=\"0\"", " formatColumns=\"0\"", " formatRows=\"0\""}) {
            CHECK(one.find(may) != std::string::npos);
        }
    }
}

TEST_CASE("sheets that are wider than high lie on their side, and goals explain the bands at their foot") {
    CHECK(parts_with("xl/worksheets/", "orientation=\"landscape\"") > 0);
    const Project project("atsugi");
    CHECK(parts_with("xl/worksheets/", "&amp;L&amp;9") >= project.inputs->strategy.goals.size());
}

TEST_CASE("the lines behind a chart are drawn in a colour of ours") {
    const std::size_t charts = parts_with("xl/charts/", "<c:majorGridlines");
    REQUIRE(charts > 0);
    CHECK(parts_with("xl/charts/", "<c:majorGridlines><c:spPr>") == charts);
}

TEST_CASE("what is typed wrongly into a cell is shown at once") {
    CHECK(parts_with("xl/worksheets/", "<formula>IFERROR(AND(") > 0);
}
