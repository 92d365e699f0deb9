// What check_pictures says of a document that holds one picture.
#include "pdf/verdict.h"

#include <doctest/doctest.h>

#include "base/source.h"
#include "compose/document.h"
#include "pdf/pdf.h"

namespace test {

std::string verdict(const std::string& bytes, int page) {
    compose::Document document;
    document.assets["map"] = bytes;
    compose::Image image;
    image.asset = "map";
    image.page = page;
    image.span = {3, 10, 20};
    compose::Box box;
    box.blocks.push_back({image});
    compose::Cell cell;
    cell.blocks.push_back({box});
    compose::Table table;
    table.body.emplace_back().cells.push_back(cell);
    document.blocks.push_back({table});
    base::Diagnostics diagnostics;
    pdf::PictureVerdicts verdicts;
    pdf::check_pictures(document, verdicts, diagnostics);
    if (diagnostics.all().empty()) return "";
    CHECK(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].span == image.span);
    const std::string named = "the picture `map`: ", message = diagnostics.all()[0].message;
    CHECK(message.starts_with(named));
    return message.substr(named.size());
}

}  // namespace test
