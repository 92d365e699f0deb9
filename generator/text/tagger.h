// MeCab: a sentence becomes words with their parts of speech.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct mecab_t;

namespace text {

/// A word as IPADIC describes it: 名詞, サ変接続 …
struct Word {
    std::string surface;
    std::size_t end = 0;  ///< byte behind it in the sentence
    std::string part;     ///< 品詞
    std::string kind;     ///< 品詞細分類1
    std::string detail;   ///< 品詞細分類2
    std::string form;     ///< 活用形
    std::string base;     ///< 原形
};

class Tagger {
   public:
    /// Without that dictionary the tagger is not usable.
    explicit Tagger(const std::string& dictionary);
    Tagger(const Tagger&) = delete;
    Tagger& operator=(const Tagger&) = delete;
    ~Tagger();

    bool usable() const { return mecab_ != nullptr; }
    std::vector<Word> words(const std::string& sentence);

   private:
    mecab_t* mecab_ = nullptr;
};

}  // namespace text
