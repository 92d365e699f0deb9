// The bytes of a YAML file: what may not stand in it, where a scalar ends, and what a parser's complaint means.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"

namespace input {

/// Reports the first byte that is no UTF-8 and the first control character. False when there was one.
bool check_characters(std::uint32_t file, std::string_view text, base::Diagnostics& diagnostics);

/// The offset of a bracket that opens a thousand levels of flow lists and maps, if the file goes so deep. The parser
/// looks for the end of every bracket before it says the first, and keeps some 200 bytes for each meanwhile.
std::optional<std::size_t> too_deep_bracket(std::string_view text);

/// The offset behind the scalar that begins at `begin` and means `value`; npos when its quotation mark is not closed.
std::size_t scalar_end(std::string_view text, std::size_t begin, std::string_view value);

/// Reports a complaint of the YAML parser at `at`, in plain words.
void report_syntax(std::uint32_t file, std::string_view text, std::size_t at, const std::string& complaint,
                   base::Diagnostics& diagnostics);

}  // namespace input
