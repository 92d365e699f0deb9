// MeCab: a sentence becomes words with their parts of speech.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/word.h"

struct mecab_model_t;
struct mecab_t;

namespace text {

using base::Word;

/// For one thread; taggers of the same dictionary share it, whose tables are 30 MB.
class Tagger {
   public:
    /// Without that dictionary the tagger is not usable. Throws base::FileError when it is there and cannot be read.
    /// `nouns`: words that it lacks, in UTF-8.
    explicit Tagger(const std::string& dictionary, const std::vector<std::string>& nouns = {});
    Tagger(const Tagger&) = delete;
    Tagger& operator=(const Tagger&) = delete;
    ~Tagger();

    bool usable() const { return mecab_ != nullptr; }
    std::vector<Word> words(const std::string& sentence);
    /// Where a compound in katakana that the dictionary lacks is parted into words that it has, in bytes from its
    /// begin: オープン｜データ｜カタログ. Empty when that cannot be done.
    std::vector<std::size_t> parts(const std::string& compound);

   private:
    std::vector<Word> words_with_nouns(const std::string& sentence);
    /// Parts of at least `shortest` bytes; one of them `unknown` if that is allowed.
    std::vector<std::size_t> fewest_parts(const std::string& compound, std::size_t shortest, bool unknown);
    bool knows(const std::string& word);

    std::shared_ptr<mecab_model_t> dictionary_;
    struct Noun {
        std::string surface, feature;
    };
    std::vector<Noun> nouns_;
    mecab_t* mecab_ = nullptr;
};

}  // namespace text
