// Texts that were taken over from last year's report and still stand: a file beside the narrative keeps their digests.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "input/inputs.h"

namespace input {

/// The first 16 hexadecimal digits of the SHA-256 of a text's scalar, blanks and line ends at its ends left out.
std::string text_digest(std::string_view text);

/// The file that kensho.yaml names with `carried_over:`, usually years/r6/carried-over.yaml:
///
///     # Texts taken over from R5. Take a line out once its text has been changed, or looked at and kept.
///     texts:
///       narrative.goals.1.evaluation[0]: 0f3c9ad2e41b77c5
///
/// The paths are for people: a text is known by its digest, wherever it has moved.
std::string carried_over_file(const std::vector<TypedText>& texts, const std::string& last_year);

/// The digests of such a file.
std::set<std::string> read_carried_over(const base::Value& tree, base::Diagnostics& diagnostics);

}  // namespace input
