// MeCab: a sentence becomes words with their parts of speech.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/word.h"

struct mecab_t;

namespace text {

using base::Word;

class Tagger {
   public:
    /// Without that dictionary the tagger is not usable. Throws base::FileError when it is there and cannot be read.
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
