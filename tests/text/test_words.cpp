// Words of texts that are compared: numbers whole, letters with their marks, Japanese by the dictionary.
#include <doctest/doctest.h>

#include "text/words.h"

namespace {

std::string parted(const std::string& text, const std::string& dictionary) {
    const auto words = text::compared_words(dictionary);
    std::string out;
    std::size_t begin = 0;
    for (const base::Word& word : words(text)) {
        out += (out.empty() ? "" : "|") + text.substr(begin, word.end - begin);
        begin = word.end;
    }
    CHECK(begin == text.size());
    return out;
}

constexpr const char* ipadic = "/var/lib/mecab/dic/ipadic-utf8";

}  // namespace

TEST_CASE("compared words") {
    CHECK(parted("実績値は1,288人", ipadic) == "実績|値|は|1,288|人");
    CHECK(parted("達成率は８２．８％と", ipadic) == "達成|率|は|８２．８|％|と");
    CHECK(parted("前年度を上回った。", ipadic) == "前年度|を|上回っ|た|。");
    CHECK(parted("AYUCO R5 3.5", ipadic) == "AYUCO| |R5| |3.5");
    CHECK(parted("か\u3099く e\u0301t", "") == "か\u3099|く| |e\u0301t");  // marks stay with their letters
    CHECK(parted("", ipadic).empty());
}

TEST_CASE("without a dictionary Japanese is parted all the same") {
    const std::string words = parted("出生数は前年度を下回った", "/nowhere");
    CHECK(words.find('|') != std::string::npos);
    CHECK(parted("1,288と82.8", "/nowhere") == "1,288|と|82.8");
}
