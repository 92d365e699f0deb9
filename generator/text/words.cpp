// MeCab as the plain function that base declares.
#include "text/words.h"

#include <memory>

#include "text/tagger.h"

namespace text {

base::WordSplitter word_splitter(const std::string& dictionary) {
    auto tagger = std::make_shared<Tagger>(dictionary);
    if (!tagger->usable()) return {};
    return [tagger = std::move(tagger)](const std::string& sentence) { return tagger->words(sentence); };
}

}  // namespace text
