// A page of every kind of block (page/), of the small town of tests/workbook, as its HTML: recorded/page.html.
#include <doctest/doctest.h>

#include <filesystem>

#include "composed_town.h"
#include "html/html.h"
#include "recorded.h"

TEST_CASE("a page of every kind of block is as recorded") {
    const std::filesystem::path source = KENSHO_HOME, own = source / "tests/html";
    ComposedTown town(own / "page");
    town.has_no_errors();
    const compose::Document& document = town.document;
    html::Edition edition;
    for (std::size_t at = 0; at < document.facts.size(); ++at) edition.facts.push_back({std::to_string(at), "値"});
    edition.downloads = {{"report.pdf", "報告書（PDF）", 123'456}, {"data.xlsx", "データ", 0}};
    edition.pdf = "report.pdf";
    edition.pages = {{"top", {3, "iii"}}};
    text::Typesetter typesetter(input::read_tree(source / "fonts/fonts.yaml", town.sources, town.diagnostics),
                                input::read_tree(source / "config/typesetting.yaml", town.sources, town.diagnostics),
                                town.diagnostics);
    std::string page = html::write(document, edition, typesetter);
    for (const char* shipped : {"style", "script"}) {  // the same on every page
        const std::string name = shipped;
        for (std::size_t at = page.find("<" + name); at != std::string::npos; at = page.find("<" + name, at + 1)) {
            const std::size_t begin = page.find('>', at) + 1, end = page.find("</" + name + ">", at);
            page.erase(begin, end - begin);
        }
    }
    same_as_recorded(own / "recorded/page.html", page);
}
