// Readings above characters: where they stand, what they spread, what they keep together (JLREQ 3.3).
#include <doctest/doctest.h>

#include "text/fixture.h"

namespace {

using base::Length;
using text_test::Bench;

const base::CharacterStyle& letters() {
    static const base::CharacterStyle style = [] {
        base::CharacterStyle made;
        made.role = "gothic";
        made.size = Length::points(10);
        return made;
    }();
    return style;
}

text::Run run(const std::string& words, std::vector<std::string> ruby = {}) {
    text::Run made;
    made.text = words;
    made.style = &letters();
    made.ruby = std::move(ruby);
    return made;
}

text::SetParagraph set(const std::vector<text::Run>& runs, int ems = 40) {
    base::ParagraphStyle style;
    style.align = base::Align::start;
    return Bench::shared().set(runs, style, Length::points(10 * ems));
}

/// "あつぎ 0-15 over 厚木 0-20": in points from the line's left, all readings of the first line.
std::string readings(const text::SetParagraph& set) {
    std::string out;
    const text::Line& line = set.lines.front();
    const auto tenths = [](Length length) { return std::to_string((length.value + 50) / 100); };
    for (const text::Ruby& ruby : line.rubies) {
        std::string words, base;
        Length right = ruby.reading.front().x;
        for (const text::GlyphRun& run : ruby.reading) {
            words += run.text;
            for (const text::Glyph& glyph : run.glyphs) right += glyph.advance;
        }
        Length end = line.runs[ruby.first].x;
        for (std::size_t i = ruby.first; i <= ruby.last; ++i) {
            base += line.runs[i].text;
            for (const text::Glyph& glyph : line.runs[i].glyphs) end += glyph.advance;
        }
        if (!out.empty()) out += ", ";
        out += words + " " + tenths(ruby.reading.front().x) + "-" + tenths(right) + " over " + base + " " +
               tenths(line.runs[ruby.first].x) + "-" + tenths(end);
    }
    return out;
}

}  // namespace

TEST_CASE("a reading is spread over what it reads, and stands in the middle of one character") {
    CHECK(readings(set({run("厚木", {"あつぎ"})})) == "あつぎ 8-192 over 厚木 0-200");
    CHECK(readings(set({run("厚木", {"あつ", "ぎ"})})) == "あつ 0-100 over 厚 0-100, ぎ 125-175 over 木 100-200");
}

TEST_CASE("what a reading is too long for is spread under it") {
    // 25 over 10: nothing beside it, so the character takes all.
    CHECK(readings(set({run("承", {"うけたまわ"})})) == "うけたまわ 0-250 over 承 0-250");
    // Kana on either side take in half of a reading's em each.
    CHECK(readings(set({run("は"), run("承", {"うけたまわ"}), run("る")})) == "うけたまわ 75-325 over 承 100-300");
    // Kanji take in nothing.
    CHECK(readings(set({run("国"), run("承", {"うけたまわ"}), run("国")})) == "うけたまわ 100-350 over 承 100-350");
}

TEST_CASE("what a reading is too long for stands in the middle of it") {
    const auto shifts = [](const std::vector<text::Run>& runs) {
        std::string out;
        const text::SetParagraph found = set(runs);
        for (const text::GlyphRun& run : found.lines.front().runs) {
            for (const text::Glyph& glyph : run.glyphs) {
                out += std::to_string(glyph.dx.value) + " of " + std::to_string(glyph.advance.value) + " ";
            }
        }
        return out;
    };
    CHECK(shifts({run("承", {"うけたまわ"})}) == "7500 of 25000 ");
    CHECK(shifts({run("承国", {"うけたまわりてく"})}) == "5000 of 20000 5000 of 20000 ");
    CHECK(shifts({run("国"), run("承", {"うけたまわ"})}) == "0 of 10000 7500 of 25000 ");
}

TEST_CASE("a reading stands over the text, half its size") {
    const text::SetParagraph found = set({run("厚木", {"あつぎ"})});
    REQUIRE(found.lines.front().rubies.size() == 1);
    const text::GlyphRun& reading = found.lines.front().rubies.front().reading.front();
    CHECK(reading.size == Length::points(5));
    CHECK(reading.raise == Length{9400});  // its em box begins where that of the text ends
    CHECK(found.lines.front().ruby == Length::points(5));
    CHECK(text_of(found.lines.front()) == "厚木");
}

TEST_CASE("a line does not end inside a name that one reading stands above") {
    const auto lines = [](std::vector<std::string> ruby) {
        return text_test::texts(set({run("本市の"), run("相模川", std::move(ruby)), run("である")}, 5));
    };
    CHECK(lines({"さがみがわ"}).front() == "本市の");
    CHECK(lines({"さが", "み", "がわ"}).front() == "本市の相模");
}

TEST_CASE("at the edges of a line a reading stays inside") {
    // 承 begins the second line: the kana before it is no longer there.
    const text::SetParagraph found = set({run("これを"), run("承", {"うけたまわ"}), run("る")}, 4);
    REQUIRE(found.lines.size() == 2);
    const text::Ruby& ruby = found.lines.back().rubies.front();
    CHECK(ruby.reading.front().x == Length{});
}
