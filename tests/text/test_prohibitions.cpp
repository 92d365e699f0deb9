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

// What a report mixes: brackets, signs, numbers with what they count, addresses, words of other scripts.
constexpr const char32_t* fragments[] = {U"「重点」",
                                         U"（第２期）",
                                         U"『計画』",
                                         U"【参考】",
                                         U"〔注〕",
                                         U"人々",
                                         U"データー",
                                         U"ちょっと",
                                         U"ヴァーチャル",
                                         U"12,345人",
                                         U"１２，３４５人",
                                         U"45.6％",
                                         U"４５．６％",
                                         U"30℃",
                                         U"8.15㎡",
                                         U"1,200円",
                                         U"￥1,200",
                                         U"＄50",
                                         U"№12",
                                         U"約1,200人",
                                         U"延べ3,500人",
                                         U"令和５年度",
                                         U"第12回",
                                         U"①子育て",
                                         U"※１",
                                         U"https://www.city.example.jp/a/b.html",
                                         U"info@city.example.jp",
                                         U"1/2",
                                         U"10：30",
                                         U"５～６月",
                                         U"――計画",
                                         U"……",
                                         U"以上。",
                                         U"まず、",
                                         U"本当！？",
                                         U"AYUCO",
                                         U"△1.6",
                                         U"△１．６",
                                         U"±0.3",
                                         U"3年連続",
                                         U"20・30歳代",
                                         U"1万2千人",
                                         U"50km",
                                         U"CO2",
                                         U"ＩＣＴ",
                                         U"の",
                                         U"を推進",
                                         U"市民",
                                         U"図る",
                                         U"ボランティア・センター",
                                         U"（（案））",
                                         U"」」",
                                         U"葛\U000E0100城",
                                         U"5G",
                                         U"３か所",
                                         U"2021-2024",
                                         U"“引用”",
                                         U"100‰",
                                         U"(1)項目",
                                         U"×1.5",
                                         U"〒243-8511",
                                         U"→増加",
                                         U"2023（令和５）年度"};
// Those that no line parts where all of it would fit.
const std::u32string_view units[] = {U"12,345人", U"１２，３４５人", U"45.6％", U"４５．６％", U"30℃",    U"8.15㎡",
                                     U"1,200円",  U"￥1,200",        U"＄50",   U"№12",        U"第12回", U"※１",
                                     U"10：30",   U"AYUCO",          U"△1.6",   U"△１．６",    U"±0.3",   U"50km",
                                     U"CO2",      U"ＩＣＴ",         U"×1.5",   U"〒243-8511", U"――",     U"……"};

bool is_alphanumeric(char32_t c) {
    return (c > 0x20 && c < 0x7F) || (c > 0xFF00 && c < 0xFF5F) ||
           std::u32string_view(U"①※△±×〒№℃").find(c) != std::u32string_view::npos;
}

void join(std::u32string& text, std::u32string_view fragment) {
    if (!text.empty() && is_alphanumeric(text.back()) && is_alphanumeric(fragment.front())) text += U'と';
    text += fragment;
}

std::size_t count_of(std::u32string_view text, std::u32string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++count;
    return count;
}

void check_mixed(const Place& place, const std::u32string& text) {
    const std::vector<std::u32string> lines = lines_of(place, text);
    CAPTURE(base::encode(text));
    CAPTURE(place.width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CAPTURE(base::encode(lines[i]));
        if (i > 0) CHECK(std::u32string_view(never_begin).find(lines[i].front()) == std::u32string_view::npos);
        if (i + 1 < lines.size())
            CHECK(std::u32string_view(never_end).find(lines[i].back()) == std::u32string_view::npos);
    }
    for (const std::u32string_view unit : units) {
        std::size_t whole = 0;
        for (const std::u32string& line : lines) whole += count_of(line, unit);
        CAPTURE(base::encode(std::u32string(unit)));
        CHECK(whole == count_of(text, unit));
    }
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

TEST_CASE("mixed texts in narrow columns: nothing forbidden begins or ends a line, no unit is parted") {
    constexpr Place columns[] = {{"cell", 8500, "BIZ UDGothic"},
                                 {"body", 9000, "BIZ UDMincho"},
                                 {"heading", 10000, "BIZ UDGothic"},
                                 {"cell", 12000, "IPAexMincho"}};
    constexpr std::size_t count = std::size(fragments);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            std::u32string text;
            for (const std::size_t each : {i, j, (i * 7 + j * 3) % count, (i + j * 11) % count})
                join(text, fragments[each]);
            check_mixed(columns[(i + j) % std::size(columns)], text);
        }
    }
}
