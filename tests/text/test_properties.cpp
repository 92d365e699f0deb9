// What holds for every text: nothing over the measure, nothing lost, the same lines every time, bounded time.
#include <doctest/doctest.h>

#include <random>

#include "base/utf8.h"
#include "text/fixture.h"

namespace {

using base::Length;
using text_test::Bench;
using text_test::Specimen;

constexpr const char* samples[] = {
    "本市では、令和５年度の人口が約２２３，７０５人となり、前年度に比べて△１．６ポイントの減少となりました。"
    "「健康・交流のまち」を掲げた計画（第２期）の達成率は83.8％で、R3年度から3年連続で上昇しています。",
    "20・30歳代の転入者数は6,439人（令和元年）から6,600人へ増加し、KPIの達成状況は「おおむね順調」です。",
    "詳しくはhttps://www.city.atsugi.kanagawa.jp/soshiki/kikakuseisaku/index.htmlを御覧ください。",
    "面積は約93.84㎢、人口密度は2,385人/km²で、12 kmの道路と30㎡の広場を、午前10：30から午後5時まで開放する。",
    "ワーク・ライフ・バランスの推進（The promotion of work-life balance）について、検討会を開催した……。",
};

std::string without_blanks(const std::string& text) {
    std::string out;
    for (char32_t c : base::decode(text)) {
        if (c != U' ' && c != U'\u3000' && c != 0x200B) base::append_utf8(out, c);
    }
    return out;
}

std::string joined(const text::SetParagraph& set) {
    std::string out;
    for (const text::Line& line : set.lines) out += text_of(line);
    return out;
}

Length right_edge(const text::Line& line) {
    Length right;
    for (const text::GlyphRun& run : line.runs) {
        Length x = run.x;
        for (const text::Glyph& glyph : run.glyphs) x += glyph.advance;
        right = std::max(right, x);
    }
    return right;
}

std::u32string random_text(std::mt19937& random) {
    static const std::u32string letters =
        U"漢字かなカナーっャ、。，．・：！？「」（）『』〔〕“”‘’…―〜～０１２３456789,.%％△▲＋－-ABCdef "
        U"ＫＰＩ　人件年度第約㎡km円\u200B\u3099\U000E0100々ゝ𠮷";
    std::u32string text;
    const std::size_t length = 1 + random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += letters[random() % letters.size()];
    return text;
}

}  // namespace

TEST_CASE("no line of ordinary text is over its measure, in any width") {
    for (const char* sample : samples) {
        for (const char* style : {"body", "cell", "heading"}) {
            for (std::int64_t width = 2000; width <= 30000; width += 500) {
                const Specimen specimen{"BIZ UDGothic", style, width, sample};
                for (const text::Line& line : Bench::shared().set(specimen).lines) {
                    CAPTURE(text_of(line));
                    CAPTURE(style);
                    CAPTURE(width);
                    CHECK(right_edge(line).value <= width * 10);
                    for (const text::GlyphRun& run : line.runs) CHECK(run.x.value >= 0);
                }
            }
        }
    }
}

TEST_CASE("the lines hold the whole text, in order") {
    std::mt19937 random(5);
    for (int round = 0; round < 1500; ++round) {
        const std::string text = base::encode(random_text(random));
        const char* style = round % 3 == 0 ? "body" : round % 3 == 1 ? "cell" : "heading";
        const Specimen specimen{"Noto Serif CJK JP", style, 3000 + round % 17 * 1000, text};
        const text::SetParagraph set = Bench::shared().set(specimen);
        CAPTURE(text);
        CHECK(without_blanks(joined(set)) == without_blanks(text));
        CHECK(joined(set) == joined(Bench::shared().set(specimen)));
    }
}

TEST_CASE("justified lines fill the measure with gaps of at most a quarter em more") {
    for (const char* sample : samples) {
        const std::string text = std::string(sample) + sample;
        for (std::int64_t width = 18000; width <= 42000; width += 1000) {
            const text::SetParagraph set = Bench::shared().set({"BIZ UDMincho", "body", width, text});
            for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
                const std::int64_t rest = width * 10 - right_edge(set.lines[i]).value;
                CAPTURE(text_of(set.lines[i]));
                CAPTURE(width);
                // What cannot be parted, a number of 10 em or a URL, may leave a line ragged.
                const bool url = text.find("://") != std::string::npos;
                if (width >= 30000 && !url) CHECK((rest == 0 || rest == 2500 || rest == 5000));
                if (rest > 5000) continue;
                for (const text::GlyphRun& run : set.lines[i].runs) {
                    for (std::size_t g = 0; g + 1 < run.glyphs.size(); ++g) CHECK(run.glyphs[g].advance.value <= 15000);
                }
            }
        }
    }
}

TEST_CASE("a paragraph of 100,000 characters is set in time that grows with its length") {
    std::string text;
    while (text.size() < 300'000) text += samples[0];
    const text::SetParagraph set = Bench::shared().set({"BIZ UDMincho", "body", 40000, text});
    CHECK(set.lines.size() > 2000);
    CHECK(without_blanks(joined(set)) == without_blanks(text));
}
