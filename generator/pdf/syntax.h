// The syntax of PDF objects (ISO 32000-1, 7.3) as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"

namespace pdf {

/// The number of an indirect object.
using Id = std::uint32_t;

/// Points with up to three decimals, trimmed: 12, 0.5, -3.125.
void append_number(std::string& out, base::Length length);
std::string number(base::Length length);

/// "12 0 R"
std::string reference(Id id);

/// "/TD", with what a name must not hold as #xx.
std::string name(std::string_view text);

/// A byte of a string in parentheses.
void append_escaped(std::string& out, char byte);

/// A text string: plain where it is ASCII, else UTF-16 with its byte order mark, in parentheses.
std::string text_string(std::string_view utf8);
/// The same in hexadecimal, for content streams.
std::string hex_text_string(std::string_view utf8);

/// UTF-16, big end first, in hexadecimal: 85 is 0055.
void append_utf16_hex(std::string& out, std::string_view utf8);

/// Red, green and blue between 0 and 1, with blanks between; one number where they are equal.
std::string colour_operands(base::Colour colour);

}  // namespace pdf
