// The widths of a font's glyphs, as another reader of PDF finds them (ISO 32000-1, 9.7.4.3).
#include <doctest/doctest.h>
#include <podofo/podofo.h>

#include <map>

#include "pdf/fonts.h"
#include "pdf/specimen.h"

namespace {

/// Glyph -> width, of the only composite font in the file.
std::map<std::int64_t, std::int64_t> widths_in(const std::string& file) {
    PoDoFo::PdfMemDocument document;
    document.LoadFromBuffer(file.data(), static_cast<long>(file.size()));
    std::map<std::int64_t, std::int64_t> found;
    for (const PoDoFo::PdfObject* object : document.GetObjects()) {
        if (!object->IsDictionary() || !object->GetDictionary().HasKey("DW")) continue;
        const PoDoFo::PdfObject* all = object->GetDictionary().GetKey("W");
        REQUIRE(all != nullptr);
        for (std::size_t i = 0; i + 1 < all->GetArray().size(); i += 2) {
            std::int64_t glyph = all->GetArray()[i].GetNumber();
            for (const PoDoFo::PdfObject& width : all->GetArray()[i + 1].GetArray()) {
                found[glyph++] = width.GetNumber();
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("each glyph has its own width, whatever glyphs are missing beside it") {
    const test::Specimen specimen;
    const text::FontProgram program = specimen.gothic->program();
    pdf::Font font{"F0", {}, {}, {}};
    for (const std::uint32_t code : {0U, 1U, 3U, 5U, 6U, 9U}) {
        font.codes[code] = {code, code, 500 + 10 * static_cast<int>(code)};
    }
    font.codes[4] = {4, 4, 1000};
    pdf::Objects objects;
    objects.set_catalog("/Pages 3 0 R");
    objects.set_page_root("/Type/Pages/Kids[]/Count 0");
    pdf::write_fonts(objects, {program}, {{program.face, font}});
    // 1,000 is the width of a glyph that is not named.
    CHECK(widths_in(objects.file()) ==
          std::map<std::int64_t, std::int64_t>{{0, 500}, {1, 510}, {3, 530}, {5, 550}, {6, 560}, {9, 590}});
}
