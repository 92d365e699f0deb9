// Where the sheets of the samples begin new pages: what stands between two breaks, below the rows that every page has
// at its head, is no higher than the paper.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <pugixml.hpp>
#include <vector>

#include "evaluate/project.h"
#include "forms/archive.h"
#include "workbook/workbook.h"

namespace {

constexpr double points_of_inch = 72, usual_row = 15;
const std::map<int, double> short_sides = {{8, 297}, {9, 210}}, long_sides = {{8, 420}, {9, 297}};  // A3, A4 in mm

struct Pages {
    double holds = 0;             ///< what a page holds below its head, in points
    std::vector<double> heights;  ///< of the pages
    std::size_t breaks = 0;
};

/// `first` to `last`: the rows that are repeated.
Pages pages_of(const pugi::xml_node& sheet, int first, int last) {
    const pugi::xml_node setup = sheet.child("pageSetup"), margins = sheet.child("pageMargins");
    const bool lying = std::string(setup.attribute("orientation").value()) == "landscape";
    const int paper = setup.attribute("paperSize").as_int();
    const double side = (lying ? short_sides : long_sides).at(paper) / 25.4;
    const double free = side - margins.attribute("top").as_double() - margins.attribute("bottom").as_double();
    std::map<int, double> heights;
    int foot = 0;
    for (const pugi::xml_node& row : sheet.child("sheetData").children()) {
        foot = row.attribute("r").as_int();
        heights[foot] = row.attribute("hidden") ? 0 : row.attribute("ht").as_double(usual_row);
    }
    const auto height = [&](int row) { return heights.contains(row) ? heights[row] : usual_row; };
    Pages pages;
    pages.holds = free * points_of_inch * 100 / setup.attribute("scale").as_double(100);
    std::vector<int> ends;
    for (const pugi::xml_node& each : sheet.child("rowBreaks").children())
        ends.push_back(each.attribute("id").as_int());
    pages.breaks = ends.size();
    ends.push_back(foot);
    double head = 0;
    for (int row = first; row <= last; ++row) head += height(row);
    int row = 1;
    for (const int end : ends) {
        double used = row == 1 ? 0 : head;
        for (; row <= end; ++row) used += height(row);
        pages.heights.push_back(used);
    }
    return pages;
}

}  // namespace

TEST_CASE("a page of a sheet ends before the paper does") {
    std::size_t breaks = 0;
    for (const char* sample : {"atsugi", "shiomizawa", "kuzuse"}) {
        const Project project(sample);
        base::Diagnostics diagnostics;
        const auto files = workbook::write(project.assessment, {}, diagnostics);
        const auto book = std::find_if(files.begin(), files.end(),
                                       [](const workbook::File& file) { return file.name.ends_with("xlsx"); });
        const auto parts = forms::unpack(book->bytes.whole());
        std::map<std::string, pugi::xml_document> read;
        for (const auto& [name, xml] : parts) read[name].load_buffer(xml.data(), xml.size());
        const pugi::xml_node workbook = read.at("xl/workbook.xml").document_element();
        int number = 0;
        for (const pugi::xml_node& each : workbook.child("sheets").children()) {
            int first = 1, last = 0;
            for (const pugi::xml_node& name : workbook.child("definedNames").children()) {
                const bool titles = std::string(name.attribute("name").value()) == "_xlnm.Print_Titles";
                const std::string rows = name.text().get();
                if (!titles || name.attribute("localSheetId").as_int() != number) continue;
                const std::size_t from = rows.find("!$") + 2;  // 'まとめ'!$1:$4
                first = std::atoi(rows.c_str() + from);
                last = std::atoi(rows.c_str() + rows.rfind('$') + 1);
            }
            const std::string part = "xl/worksheets/sheet" + std::to_string(++number) + ".xml";
            const Pages pages = pages_of(read.at(part).document_element(), first, last);
            breaks += pages.breaks;
            if (pages.breaks == 0) continue;
            for (std::size_t page = 0; page < pages.heights.size(); ++page) {
                CAPTURE(sample);
                CAPTURE(std::string(each.attribute("name").value()));
                CAPTURE(page);
                CHECK(pages.heights[page] <= pages.holds);
            }
        }
    }
    CHECK(breaks > 10);
}
