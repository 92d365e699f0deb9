// What copying a text gives back: clusters, the map to Unicode, and where ActualText must step in.
#include "pdf/glyph_text.h"

#include <doctest/doctest.h>

#include <utility>

#include "pdf/to_unicode.h"

namespace {

text::GlyphRun run(std::string text, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& glyphs) {
    text::GlyphRun result;
    result.text = std::move(text);
    for (const auto& [id, cluster] : glyphs) result.glyphs.push_back({id, {}, {}, {}, cluster});
    return result;
}

layout::Pages pages_of(const std::vector<text::GlyphRun>& runs) {
    layout::Pages pages;
    pages.pages.emplace_back().chunks.emplace_back();
    for (const text::GlyphRun& one : runs) {
        layout::Glyphs glyphs;
        glyphs.run = one;
        pages.pages[0].chunks[0].marks.push_back(glyphs);
    }
    return pages;
}

}  // namespace

TEST_CASE("clusters share out the whole text") {
    const text::GlyphRun ligature = run("――か゚a", {{5, 0}, {7, 6}, {8, 6}, {9, 12}});
    const std::vector<pdf::Cluster> found = pdf::clusters(ligature);
    REQUIRE(found.size() == 3);
    CHECK(found[0].characters == "――");
    CHECK(found[1].characters == "か゚");
    CHECK(found[1].count == 2);
    CHECK(found[2].characters == "a");
}

TEST_CASE("a glyph stands for what it shows most often, the rest is told by ActualText") {
    const text::GlyphRun dashes = run("―——", {{5, 0}, {5, 3}, {5, 6}});
    const auto text = pdf::glyph_text(pages_of({dashes})).at(0);
    CHECK(text == pdf::GlyphText{{5, "—"}});
    const std::vector<pdf::Cluster> found = pdf::clusters(dashes);
    CHECK_FALSE(pdf::reads_as_written(dashes, found[0], text));
    CHECK(pdf::reads_as_written(dashes, found[1], text));
}

TEST_CASE("several glyphs of a cluster take a character each") {
    const text::GlyphRun mark = run("か゚", {{7, 0}, {8, 0}});
    const auto text = pdf::glyph_text(pages_of({mark})).at(0);
    CHECK(text == pdf::GlyphText{{7, "か"}, {8, "゚"}});
    CHECK(pdf::reads_as_written(mark, pdf::clusters(mark)[0], text));
    const text::GlyphRun many = run("㍻", {{7, 0}, {8, 0}, {9, 0}});
    const auto repeated = pdf::glyph_text(pages_of({many})).at(0);
    CHECK(repeated.at(9) == "㍻");
    CHECK_FALSE(pdf::reads_as_written(many, pdf::clusters(many)[0], repeated));
}

TEST_CASE("characters of the private use area are told by ActualText, as PDF/A-2a asks") {
    const text::GlyphRun own = run("\xEE\x80\x80", {{7, 0}});
    const auto text = pdf::glyph_text(pages_of({own})).at(0);
    CHECK_FALSE(pdf::reads_as_written(own, pdf::clusters(own)[0], text));
}

TEST_CASE("the map to Unicode has ranges of one first byte, in blocks of a hundred lines at most") {
    pdf::GlyphText text;
    for (std::uint32_t code = 1; code <= 201; code += 2) text.emplace(code, "葛\xF3\xA0\x84\x80");
    const std::string map = pdf::to_unicode_map(text);
    CHECK(map.find("100 beginbfrange\n<0001><0001>[<845BDB40DD00>]\n") != std::string::npos);
    CHECK(map.find("endbfrange\n1 beginbfrange\n<00C9><00C9>[<845BDB40DD00>]\nendbfrange\nendcmap") !=
          std::string::npos);
    const std::string across = pdf::to_unicode_map({{0xFE, "a"}, {0xFF, "b"}, {0x100, "c"}});
    CHECK(across.find("2 beginbfrange\n<00FE><00FF>[<0061><0062>]\n<0100><0100>[<0063>]\n") != std::string::npos);
}
