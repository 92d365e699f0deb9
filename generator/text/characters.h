// Code points one by one: decoding of runs, what may not be set, what combines.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "text/line.h"

namespace text {

struct Character {
    char32_t value = 0;
    std::uint32_t run = 0;
    std::uint32_t source = 0;  ///< byte in the run's text
    bool exact = false;
};

/// A character that cannot be set, with the reason.
enum class Refusal { control, format, malformed };
using RefusalSink = std::function<void(Refusal, const Character&)>;

/// All runs' characters. What cannot be set is told to `refuse` and becomes 〓; tabs become spaces, CR LF a line feed.
void decode_runs(const std::vector<Run>& runs, const RefusalSink& refuse, std::vector<Character>& characters);

/// Whether the character belongs to the one before it: combining marks, variation selectors, joiners.
bool combines(char32_t c);
bool is_variation_selector(char32_t c);

/// The wide twin of an ASCII letter; other letters as they are.
char32_t full_width(char32_t c);

/// Writes the digits of numbers as the style wants them. Names and codes, and digits among letters, stay.
void apply_numerals(std::vector<Character>& characters, base::Numerals numerals);

inline constexpr char32_t object_character = 0xFFFC;
inline constexpr char32_t geta = U'〓';

}  // namespace text
