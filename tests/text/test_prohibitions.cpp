// 禁則: what may not begin or end a line, in every style, at every place of the line.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "text/fixture.h"

namespace {

using text_test::Bench;
using text_test::Specimen;

// The strict tests of the Web Platform Tests, the classes cl-02 to cl-11 and cl-13 of JLREQ, and half-width forms.
const char32_t* const never_begin =
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ・：；･‼⁇⁈⁉！？‐–〜゠"
    U"～々〻ゝゞヽヾ"
    U"․‥…⋯°‰′″‵℃％￠’”）〕］｝〉》」』】｠〙〗»〟。．、，｡｣､ﾞﾟ㎡㎞㌔㎏㏄ℓ),.:;!?]}%";
const char32_t* const never_end = U"‘“（〔［｛〈《「『【｟〘〖«〝｢([{￥＄￡＃€№$£#";

struct Place {
    const char* style;
    std::int64_t width;
    const char* face;
};
constexpr Place places[] = {{"cell", 5000, "BIZ UDGothic"},
                            {"body", 12000, "BIZ UDMincho"},
                            {"heading", 8000, "Noto Sans CJK JP"},
                            {"cell", 12500, "IPAexMincho"}};

std::vector<std::u32string> lines_of(const Place& place, const std::u32string& text) {
    std::vector<std::u32string> lines;
    for (const std::string& line :
         text_test::texts(Bench::shared().set({place.face, place.style, place.width, base::encode(text)}))) {
        lines.push_back(base::decode(line));
    }
    return lines;
}

/// The character behind 0, 1, 2 … kanji, in the middle of a text of several lines.
std::u32string around(char32_t c, std::size_t offset) {
    std::u32string text(offset + 1, U'漢');
    for (int i = 0; i < 3; ++i) text += c + std::u32string(U"字間数文組版行");
    return text;
}

}  // namespace

TEST_CASE("characters that may not begin a line never do") {
    for (const Place& place : places) {
        for (const char32_t* c = never_begin; *c != 0; ++c) {
            for (std::size_t offset = 0; offset < 13; offset += place.width < 9000 ? 1 : 2) {
                for (const std::u32string& line : lines_of(place, around(*c, offset))) {
                    CAPTURE(base::encode(std::u32string(1, *c)));
                    CAPTURE(place.style);
                    REQUIRE(!line.empty());
                    CHECK(line.front() != *c);
                }
            }
        }
    }
}

TEST_CASE("characters that may not end a line never do") {
    for (const Place& place : places) {
        for (const char32_t* c = never_end; *c != 0; ++c) {
            for (std::size_t offset = 0; offset < 13; offset += place.width < 9000 ? 1 : 2) {
                for (const std::u32string& line : lines_of(place, around(*c, offset))) {
                    CAPTURE(base::encode(std::u32string(1, *c)));
                    CAPTURE(place.style);
                    CHECK(line.back() != *c);
                }
            }
        }
    }
}

TEST_CASE("pairs that hold together are never parted") {
    for (const char32_t* pair : {U"——", U"……", U"‥‥", U"――", U"〳〵", U"か\u3099", U"葛\U000E0100", U"㎞²"}) {
        for (const Place& place : places) {
            for (std::size_t offset = 0; offset < 13; ++offset) {
                const std::u32string text = std::u32string(offset + 1, U'漢') + pair + U"字間数文組版行";
                std::size_t whole = 0;
                for (const std::u32string& line : lines_of(place, text))
                    whole += line.find(pair) != line.npos ? 1U : 0U;
                CAPTURE(base::encode(text));
                CHECK(whole == 1);
            }
        }
    }
}
