// Words of a sentence: MeCab's dictionary, and ICU's rules for what is no Japanese, behind plain functions.
#pragma once

#include <string>

#include "base/word.h"

namespace text {

/// `dictionary` as in config/typesetting.yaml. Empty where it is not installed.
base::WordSplitter word_splitter(const std::string& dictionary);

/// For texts that are compared: the words of Unicode Standard Annex #29, so that 1,288 and ８２．８ are one each and no
/// letter is parted from its marks, and within Japanese those of the dictionary; where that is not installed, ICU's
/// own. Only `surface` and `end` are told.
base::WordSplitter compared_words(const std::string& dictionary);

}  // namespace text
