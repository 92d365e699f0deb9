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
    explicit Tagger(const std::string& dictionary);
    Tagger(const Tagger&) = delete;
    Tagger& operator=(const Tagger&) = delete;
    ~Tagger();

    bool usable() const { return mecab_ != nullptr; }
    std::vector<Word> words(const std::string& sentence);

   private:
    std::shared_ptr<mecab_model_t> dictionary_;
    mecab_t* mecab_ = nullptr;
};

}  // namespace text
