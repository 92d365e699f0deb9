// Words of a sentence for who reads prose: MeCab's dictionary behind a plain function.
#pragma once

#include <string>

#include "base/word.h"

namespace text {

/// `dictionary` as in config/typesetting.yaml. Empty where it is not installed.
base::WordSplitter word_splitter(const std::string& dictionary);

}  // namespace text
