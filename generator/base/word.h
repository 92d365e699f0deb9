// A word of a sentence, and a function that parts a sentence into words. Who reads sentences need not own the
// dictionary.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace base {

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

/// Parts a sentence of full-width letters into words. An empty function where there is no dictionary.
using WordSplitter = std::function<std::vector<Word>(const std::string& sentence)>;

}  // namespace base
