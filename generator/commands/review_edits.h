// 値を直す and 確かめた of the review page: one value of a file of the project, through the one writer of input/.
#pragma once

#include "commands/review_answer.h"

namespace commands {

/// Puts a typed figure of a page right; shows the line before and after, and writes it where `write` is told.
serve::Answer put_right(const kensho::Request& request, const kensho::Run& good, const ToldPairs& told);

/// Silences a doubt with its reason, the same way.
serve::Answer silence_doubt(const kensho::Request& request, const kensho::Run& last, const ToldPairs& told);

}  // namespace commands
