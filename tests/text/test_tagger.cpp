// What MeCab says of the words of a sentence.
#include <doctest/doctest.h>

#include <algorithm>

#include "text/tagger.h"

namespace {

constexpr const char* ipadic = "/var/lib/mecab/dic/ipadic-utf8";

/// "surface part/kind/form/base", a word each.
std::string tagged(const std::string& sentence) {
    text::Tagger tagger(ipadic);
    REQUIRE(tagger.usable());
    std::string out;
    for (const base::Word& word : tagger.words(sentence)) {
        out += (out.empty() ? "" : " ") + word.surface + ":" + word.part + "/" + word.kind + "/" + word.form + "/" +
               word.base;
    }
    return out;
}

std::string parted(const std::string& compound) {
    text::Tagger tagger(ipadic);
    std::string out = compound;
    std::vector<std::size_t> parts = tagger.parts(compound);
    std::sort(parts.rbegin(), parts.rend());
    for (const std::size_t at : parts) out.insert(at, "|");
    return out;
}

}  // namespace

TEST_CASE("a word has its letters, its part of speech, its form and what it is called in a dictionary") {
    CHECK(tagged("市が歩いた") ==
          "市:名詞/一般/*/市 が:助詞/格助詞/*/が 歩い:動詞/自立/連用タ接続/歩く た:助動詞/*/基本形/た");
}

TEST_CASE("a compound in katakana is parted into words, none of which begins with ー, ン or a small letter") {
    CHECK(parted("オープンデータカタログ") == "オープン|データ|カタログ");
    CHECK(parted("サポートセンター") == "サポート|センター");
    CHECK(parted("テレワークスペース") == "テレワーク|スペース");
    CHECK(parted("コワーキングスペース") == "コワーキング|スペース");
}
