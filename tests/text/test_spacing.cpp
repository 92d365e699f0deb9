// JLREQ's Table 1 as widths, and the order in which spaces give (Tables 3 to 6).
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/fixture.h"

namespace {

using base::Length;
using text_test::Bench;

/// Where each character of a line begins, in thousandths of an em; the ink of a bracket may lie left of it.
std::vector<std::pair<std::string, std::int64_t>> advances(const text::Line& line) {
    std::vector<std::pair<std::string, std::int64_t>> all;
    for (const text::GlyphRun& run : line.runs) {
        for (std::size_t g = 0; g < run.glyphs.size(); ++g) {
            const std::size_t begin = run.glyphs[g].cluster;
            const std::size_t end = g + 1 < run.glyphs.size() ? run.glyphs[g + 1].cluster : run.text.size();
            all.emplace_back(run.text.substr(begin, end - begin), run.glyphs[g].advance.value / 10);
        }
    }
    return all;
}

std::int64_t advance_of(const text::Line& line, const std::string& character) {
    for (const auto& [text, advance] : advances(line)) {
        if (text == character) return advance;
    }
    return -1;
}

std::int64_t width_of(const std::string& text) {
    const text::SetParagraph set = Bench::shared().set({"BIZ UDGothic", "body", 100000, text});
    REQUIRE(set.lines.size() == 1);
    return (set.lines[0].width.value + 5) / 10;
}

struct Natural {
    const char* text;
    std::int64_t width;  ///< thousandths of an em, the last character without the space behind it
};

// Every row of Table 1 that differs, in a face whose digits and letters are half an em wide.
constexpr Natural naturals[] = {
    // kana, kanji: solid
    {"漢字", 2000},
    {"かなカナ", 4000},
    {"々ー", 2000},
    {"漢ッ字", 3000},
    // before an opening bracket ½ em, none at the line head
    {"漢「漢", 3000},
    {"「漢", 1500},
    {"（（漢", 2000},
    {"漢（漢）", 3500},
    // after closing brackets and commas ½ em, one between two of them
    {"漢」漢", 3000},
    {"漢、漢", 3000},
    {"漢。漢", 3000},
    {"漢」「漢", 3500},
    {"漢、「漢", 3500},
    {"漢。「漢", 3500},
    {"漢」、漢", 3500},
    {"漢」。漢", 3500},
    {"漢。」漢", 3500},
    {"漢、」漢", 3500},
    {"漢））漢", 3500},
    {"漢」！", 3000},
    // middle dots ¼ em on both sides
    {"漢・漢", 3000},
    {"漢・「漢", 3500},
    {"漢」・漢", 3500},
    {"漢・・漢", 4000},
    {"漢、・漢", 4000},
    {"漢：漢", 3000},
    // ！？ solid; ¼ em before Latin; the author's space after them
    {"漢！漢", 3000},
    {"漢？」漢", 4000},
    {"漢！5", 2750},
    {"漢！　漢", 4000},
    // one em between a closing bracket and an ideographic space
    {"（漢）　漢", 4000},
    {"漢」　漢", 3500},
    // a slash is set solid where one side would stand close and the other apart
    {"㎡/漢", 2500},
    {"漢/km", 2500},
    {"漢/漢", 3000},
    {"A/5", 1500},
    // 四分アキ between Japanese and Latin
    {"漢5漢", 3000},
    {"漢AB漢", 3500},
    {"かA", 1750},
    {"カ5", 1750},
    {"ー5", 1750},
    {"々A", 1750},
    {"5ヶ", 1750},
    // and where there is none
    {"「5」", 1500},
    {"5、漢", 2500},
    {"漢。5", 2500},
    {"漢・5", 2500},
    {"5％漢", 2500},
    {"￥5", 1500},
    {"…5", 1500},
    {"5…", 1500},
    {"漢　5", 2500},
    {"漢５漢", 3000},
    {"漢Ａ漢", 3000},
    {"①5", 1500},
    {"※5", 1500},
    {"△5", 1500},
    {"→5", 1500},
    {"A5", 1000},
    {"12,300", 3000},
    {"漢＝5", 2500},
    {"5＋5", 2000},
    {"漢～5", 2500},
    {"1.5", 1500},
    // units behind digits ¼ em, word spaces ⅓ em
    {"5km", 1750},
    {"A B", 1333},
    {"5 km", 1833},
    // half-width punctuation is spaced as Latin, half-width kana solid
    {"漢(5)", 2750},
    {"漢%漢", 3000},
    {"ｱｲ漢", 2000},
    {"漢｢ｱ｣", 2500},
    // full-width digits and their separators are solid
    {"１２，３００", 6000},
    {"１．６", 3000},
};

}  // namespace

TEST_CASE("natural widths of pairs") {
    for (const Natural& each : naturals) {
        CAPTURE(std::string(each.text));
        CHECK(width_of(each.text) == each.width);
    }
}

TEST_CASE("a bracket at the line start stands at the edge, its blank half outside") {
    const text::SetParagraph set = Bench::shared().set({"BIZ UDGothic", "body", 6000, "「市民」と市"});
    const text::GlyphRun& run = set.lines[0].runs[0];
    CHECK(run.x.value == 0);
    CHECK(run.glyphs[0].dx.value == -5000);
    CHECK(run.glyphs[0].advance.value == 5000);
}

TEST_CASE("reduction takes brackets before commas, and Latin last") {
    // Natural 16 em in 15.5: 」 and 「 give a quarter each, the comma nothing.
    const auto set =
        Bench::shared().set({"BIZ UDGothic", "body", 15500, "市の「案」を、示し計画を定め推進し実行する市民と市"});
    const text::Line& line = set.lines[0];
    CHECK(text_of(line) == "市の「案」を、示し計画を定め推進");
    CHECK(advance_of(line, "の") == 1250);
    CHECK(advance_of(line, "」") == 750);
    CHECK(advance_of(line, "、") == 1000);
    CHECK(line.width.value == 155000);
}

TEST_CASE("a separator between full-width digits gives nothing: it is set as kanji are") {
    // Natural 15 em in 14.75: the comma of the sentence gives the quarter alone.
    const auto set =
        Bench::shared().set({"BIZ UDGothic", "body", 14750, "市は、１２，３００人を定め推進し実行する市民と市"});
    const text::Line& line = set.lines[0];
    CHECK(text_of(line) == "市は、１２，３００人を定め推進");
    CHECK(advance_of(line, "、") == 750);
    CHECK(advance_of(line, "，") == 1000);
}

TEST_CASE("the half em behind a full stop in the line is never reduced") {
    for (std::int64_t width = 15000; width < 40000; width += 250) {
        const auto set = Bench::shared().set(
            {"BIZ UDGothic", "body", width,
             "施策を進めた。市は「計画」を、改め（令和５年）、KPIを100にした。市民・議会と、話し合う。"});
        for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
            const auto all = advances(set.lines[i]);
            CAPTURE(width);
            for (std::size_t g = 0; g + 1 < all.size(); ++g) {
                if (all[g].first == "。") CHECK(all[g].second == 1000);
                if (all[g].first == "、") CHECK(all[g].second >= 750);
            }
        }
    }
}

TEST_CASE("a comma hangs where nothing cheaper makes room; middle dots give before") {
    const auto first_line = [](const char* words, std::int64_t width) {
        base::CharacterStyle character;
        character.role = "family:BIZ UDGothic";
        character.size = Length::points(10);
        text::Run run;
        run.text = words;
        run.style = &character;
        base::ParagraphStyle style = text_test::style_of("body");
        style.hanging_punctuation = true;
        return Bench::shared().set({run}, style, Length{width * 10}).lines[0];
    };
    const text::Line hung = first_line("市の案と図と表と書を、示し計画を定め推進し実行する市民と市", 10000);
    CHECK(text_of(hung) == "市の案と図と表と書を、");
    CHECK(advance_of(hung, "と") == 1000);
    // To hang it the word space would have to grow by 1/20 em; the middle dots give half an em more cheaply.
    const text::Line reduced =
        first_line("市のA B・図・表・書・絵・詩・歌を、示し計画を定め推進し実行する市民と市民", 16633);
    CHECK(text_of(reduced) == "市のA B・図・表・書・絵・詩・歌を、");
    CHECK(advance_of(reduced, "図") < 1250);
}

TEST_CASE("expansion takes Latin before kanji, nothing around punctuation") {
    // Natural 11.5 em in 12: the two Latin gaps grow to ½ em.
    auto set = Bench::shared().set({"BIZ UDGothic", "body", 12000, "市民のAB計画、策定年度市民"});
    CHECK(text_of(set.lines[0]) == "市民のAB計画、策定年度");
    CHECK(set.lines[0].width.value == 120000);
    CHECK(advance_of(set.lines[0], "、") == 1000);
    CHECK(advance_of(set.lines[0], "市") == 1000);
    CHECK(advance_of(set.lines[0], "の") == 1500);
}

namespace {

text::Line set_in_cell(const char* words, base::Align align, int points) {
    base::CharacterStyle character;
    character.role = "gothic";
    character.size = Length::points(10);
    text::Run run;
    run.text = words;
    run.style = &character;
    base::ParagraphStyle style = text_test::style_of("cell");
    style.align = align;
    return Bench::shared().set({run}, style, Length::points(points)).lines[0];
}

}  // namespace

TEST_CASE("centred and ranged text has no space at its ends") {
    CHECK(set_in_cell("（案）、", base::Align::centre, 100).runs[0].x.value == 37500);
    CHECK(set_in_cell("（案）、", base::Align::end, 100).runs[0].x.value == 75000);
}

TEST_CASE("labels are spread evenly, words and numbers whole") {
    const text::Line line = set_in_cell("担当課", base::Align::distribute, 50);
    CHECK(advances(line) ==
          std::vector<std::pair<std::string, std::int64_t>>{{"担", 2000}, {"当", 2000}, {"課", 1000}});
}

TEST_CASE("a label hangs, the lines stand under one another") {
    base::CharacterStyle character;
    character.size = Length::points(10);
    text::Paragraph paragraph;
    text::Run run;
    run.text = "市民の意見を聴きながら計画を進める。";
    run.style = &character;
    paragraph.runs = {run};
    paragraph.style.hang = Length::points(20);
    paragraph.label = "①";
    const auto set = Bench::shared().typesetter->set(paragraph, Length::points(120));
    REQUIRE(set.lines.size() == 2);
    CHECK(set.lines[0].runs[0].run == text::label_run);
    CHECK(set.lines[0].runs[0].x.value == 0);
    CHECK(set.lines[0].runs[1].x.value == 20000);
    CHECK(set.lines[1].runs[0].x.value == 20000);
    CHECK(text_of(set.lines[0]) == "市民の意見を聴きなが");
}

TEST_CASE("numerals of a volume, names and codes exempt") {
    const auto set_with = [](const char* words, base::Numerals numerals, bool exact) {
        base::CharacterStyle character;
        text::Run run;
        run.text = words;
        run.style = &character;
        run.exact = exact;
        base::ParagraphStyle style = text_test::style_of("body");
        style.numerals = numerals;
        return text_test::texts(Bench::shared().set({run}, style, Length::points(1000)))[0];
    };
    using base::Numerals;
    CHECK(set_with("第２期の１２，３００人と１．６％", Numerals::half_width, false) == "第2期の12,300人と1.6％");
    CHECK(set_with("第2期の１２，３００人と1.6％", Numerals::one_full_more_half, false) == "第２期の12,300人と1.6％");
    CHECK(set_with("Ｒ６とR5とＩＳＯ９００１", Numerals::half_width, false) == "Ｒ６とR5とＩＳＯ９００１");
    CHECK(set_with("R5と5G", Numerals::one_full_more_half, false) == "R5と5G");
    CHECK(set_with("プラン２１", Numerals::half_width, true) == "プラン２１");
    CHECK(set_with("第2期", Numerals::as_written, false) == "第2期");
    CHECK(set_with("1・2、3～5", Numerals::one_full_more_half, false) == "１・２、３～５");
    CHECK(set_with("１２／３４％", Numerals::half_width, false) == "12／34％");
}

TEST_CASE("a cell that may is set smaller rather than cut a word, and no smaller than that takes") {
    base::CharacterStyle character;
    character.role = "gothic";
    character.size = Length::points(9);
    base::ParagraphStyle style = text_test::style_of("cell");
    style.align = base::Align::centre;
    style.smaller_size = Length{6200};
    const auto set = [&](const char* words) {
        text::Run run;
        run.text = words;
        run.style = &character;
        return Bench::shared().set({run}, style, Length{24860});
    };
    CHECK(set("件").lines[0].size.value == 9000);
    CHECK(set("事業所").lines.size() == 1);
    CHECK(set("事業所").lines[0].size.value == 8000);
    CHECK(text_test::texts(set("グループ")) == std::vector<std::string>{"グループ"});
    // No size helps: the usual one.
    CHECK(set("コミュニティセンターズ").lines[0].size.value == 9000);
}

TEST_CASE("justified text in a measure under `justify_from` is set flush left") {
    base::CharacterStyle character;
    character.size = Length::points(10);
    text::Run run;
    run.text = "国内友好都市との間で訪問団の受入れと派遣を行うほか、交流事業に取り組む市民団体を支援します。";
    run.style = &character;
    base::ParagraphStyle style = text_test::style_of("body");
    style.justify_from = 14;
    const auto ends = [&](int points) {
        std::vector<std::int64_t> advances_of_second;
        const auto set = Bench::shared().set({run}, style, Length::points(points));
        for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
            for (const auto& [letter, advance] : advances(set.lines[i])) {
                if (letter != "、") advances_of_second.push_back(advance);
            }
        }
        return advances_of_second;
    };
    for (const std::int64_t advance : ends(103)) CHECK(advance == 1000);
    const std::vector<std::int64_t> wide = ends(143);
    CHECK(std::any_of(wide.begin(), wide.end(), [](std::int64_t advance) { return advance != 1000; }));
}
