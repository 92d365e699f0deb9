// Fallback, variants, combining marks, and what cannot be set.
#include <doctest/doctest.h>

#include <algorithm>
#include "text/fixture.h"

namespace {

using base::Length;
using text_test::Bench;

struct Told {
    text::SetParagraph set;
    std::vector<std::string> messages;
};

/// Sets text that stands in a file, with a typesetter of its own, and what it said.
Told set_alone(const std::string& words, const std::string& role = "mincho") {
    Bench bench;
    base::CharacterStyle character;
    character.role = role;
    character.size = Length::points(10);
    text::Run run;
    run.text = words;
    run.style = &character;
    run.span = {bench.sources.add("text.yaml", words), 0, static_cast<std::uint32_t>(words.size())};
    Told told{bench.set({run}, text_test::style_of("body"), Length::points(1000)), {}};
    for (const base::Diagnostic& each : bench.diagnostics.all()) told.messages.push_back(render(each, bench.sources));
    return told;
}

}  // namespace

TEST_CASE("a character the face lacks comes from the next face of the role") {
    const Told told = set_alone("厚木⋯𠮷市");
    CHECK(told.messages.empty());
    REQUIRE(told.set.lines[0].runs.size() > 1);
    CHECK(told.set.lines[0].runs[0].face != told.set.lines[0].runs[1].face);
    CHECK(text_of(told.set.lines[0]) == "厚木⋯𠮷市");
}

TEST_CASE("a character no face has is reported at its place and set as 〓") {
    const Told told = set_alone("厚木\U0001F9FFと\U000E1000市");
    REQUIRE(!told.messages.empty());
    CHECK(told.messages[0].find("text.yaml:1:3: warning: no face has the character") == 0);
    for (const text::GlyphRun& run : told.set.lines[0].runs) {
        for (const text::Glyph& glyph : run.glyphs) CHECK(glyph.id != 0);
    }
    CHECK(text_of(told.set.lines[0]) == "厚木\U0001F9FFと\U000E1000市");
}

TEST_CASE("control and invisible characters are refused at their place") {
    const Told told = set_alone("厚\u0007木\u200E市\u00AD");
    REQUIRE(told.messages.size() == 3);
    CHECK(told.messages[0].find("text.yaml:1:2: error: the control character U+0007 cannot be set") == 0);
    CHECK(told.messages[1].find("text.yaml:1:4: error: the invisible character U+200E cannot be set") == 0);
    CHECK(told.messages[2].find("text.yaml:1:6: error: the invisible character U+00AD cannot be set") == 0);
}

TEST_CASE("malformed UTF-8 and surrogates are refused") {
    CHECK(set_alone("厚\xED\xA0\x80木").messages.size() >= 1);
    CHECK(set_alone("厚\xFF木").messages.size() == 1);
}

TEST_CASE("variation sequences choose the variant and stay in the text") {
    const Told plain = set_alone("葛");
    const Told variant = set_alone("葛\U000E0100");
    CHECK(text_of(variant.set.lines[0]) == "葛\U000E0100");
    REQUIRE(variant.set.lines[0].runs[0].glyphs.size() == 1);
    CHECK(variant.messages.empty());
    CHECK(variant.set.lines[0].runs[0].glyphs[0].id != plain.set.lines[0].runs[0].glyphs[0].id);
}

TEST_CASE("combining kana become one character of one em") {
    const Told told = set_alone("か\u3099は\u309A");
    CHECK(told.messages.empty());
    CHECK(told.set.lines[0].width.value == 20000);
    CHECK(text_of(told.set.lines[0]) == "か\u3099は\u309A");
}

TEST_CASE("tabs are spaces, line feeds part lines") {
    const Told told = set_alone("厚木\t市\r\n神奈川県\n");
    CHECK(told.messages.empty());
    CHECK(text_test::texts(told.set) == std::vector<std::string>{"厚木 市", "神奈川県"});
}

TEST_CASE("a gap that no blank makes belongs to the glyph before it") {
    const Told told = set_alone("平成28年 度");
    std::vector<int> eighths;
    for (const text::GlyphRun& run : told.set.lines[0].runs) {
        for (const text::Glyph& glyph : run.glyphs) eighths.push_back(glyph.eighths);
    }
    CHECK(eighths == std::vector<int>{0, 2, 0, 2, 0, 0, 0});
}

TEST_CASE("a twin is a glyph more with a wider body; outlines of CFF have none") {
    Bench& bench = Bench::shared();
    for (const char* family : {"BIZ UDMincho", "Noto Sans CJK JP"}) {
        const text::GlyphRun run = bench.set({family, "body", 20000, "成"}).lines[0].runs[0];
        const std::uint32_t id = run.glyphs[0].id;
        const text::FontProgram program = bench.typesetter->programs({{run.face, {{id, 0}, {id, 2}, {id, 5}}}})[0];
        CAPTURE(std::string(family));
        if (program.cff) {
            CHECK(program.twins.empty());
            CHECK(program.widths == std::vector<std::pair<std::uint32_t, int>>{{id, 1000}});
        } else {
            const std::uint32_t own = program.ids.at(id);
            const std::uint32_t first = program.twins.at({id, 2});
            CHECK(first > own);
            CHECK(program.twins ==
                  std::map<text::EmbeddedGlyph, std::uint32_t>{{{id, 2}, first}, {{id, 5}, first + 1}});
            CHECK(program.widths ==
                  std::vector<std::pair<std::uint32_t, int>>{{own, 1000}, {first, 1250}, {first + 1, 1625}});
        }
    }
}

TEST_CASE("font programs hold the glyphs that were used; outlines of CFF keep their ids") {
    const Told told = set_alone("漢字");
    Bench& bench = Bench::shared();
    for (const char* family :
         {"BIZ UDMincho", "Noto Sans CJK JP", "Noto Serif CJK JP", "Noto Sans Mono CJK JP", "IPAexGothic"}) {
        const text::SetParagraph set = bench.set({family, "body", 20000, "漢字かな5％"});
        std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> used;
        for (const text::GlyphRun& run : set.lines[0].runs) {
            for (const text::Glyph& glyph : run.glyphs) used[run.face].push_back({glyph.id});
        }
        for (auto& [face, ids] : used) std::sort(ids.begin(), ids.end());
        const std::vector<text::FontProgram> programs = bench.typesetter->programs(used);
        REQUIRE(programs.size() == used.size());
        CAPTURE(std::string(family));
        CHECK(programs[0].widths.size() == used.begin()->second.size());
        CHECK(programs[0].bytes.size() > 500);
        CHECK(programs[0].bytes.size() < 30000);
        CHECK(programs[0].cff == std::string(family).starts_with("Noto"));
        CHECK(programs[0].ids.size() == (programs[0].cff ? 0 : programs[0].widths.size()));
    }
}
