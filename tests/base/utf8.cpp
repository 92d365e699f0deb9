// Decoding, ill-formed sequences, display widths, and which word a misspelled one was meant to be.
#include "base/utf8.h"

#include <doctest/doctest.h>

using base::display_width;
using base::first_invalid;
using base::nearest;

TEST_CASE("decoding and encoding are inverse") {
    const std::u32string text = U"aé検𠮷\U0010FFFF";
    CHECK(base::decode(base::encode(text)) == text);
    CHECK(base::encode(U"検証") == "検証");
}

TEST_CASE("ill-formed sequences are found and replaced") {
    CHECK_FALSE(first_invalid("検証 ok"));
    const std::string_view faulty[] = {
        "a\x80",        "a\xC0\x80", "a\xC3", "a\xE6\xA4", "a\xED\xA0\x80", "a\xF5\x80\x80\x80", "a\xF4\x90\x80\x80",
        "a\xE0\x80\x80"};
    for (std::string_view text : faulty) {
        CHECK(first_invalid(text) == 1);
        CHECK(base::decode(text).substr(0, 2) == U"a\uFFFD");
    }
}

TEST_CASE("widths on a terminal") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("検証") == 4);
    CHECK(display_width("ｱｲｳ") == 3);
    CHECK(display_width("ＡＢ") == 4);
    CHECK(display_width("か\u3099") == 2);
    CHECK(display_width("葛\U000E0100") == 2);
    CHECK(display_width("①△％") == 6);
    CHECK(display_width("𠮷") == 2);
    CHECK(display_width("") == 0);
}

TEST_CASE("letters of ASCII made small") {
    CHECK(base::ascii_lower("R5-Az@[") == "r5-az@[");
    CHECK(base::ascii_lower("令和Ｒ５É") == "令和Ｒ５É");
}

TEST_CASE("the nearest word, if one was meant") {
    CHECK(nearest("vistors", {"events", "visitors"}) == "visitors");
    CHECK(nearest("未公開", {"調査なし", "未公表"}) == "未公表");
    CHECK(nearest("policie", {"policy", "projects"}) == "policy");
    CHECK_FALSE(nearest("観光客", {"visitors"}));
    CHECK_FALSE(nearest("a", {}));
    CHECK_FALSE(nearest(std::string(1000, 'a'), {"a"}));
}
