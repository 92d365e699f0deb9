// Figures in sentences: １，２８８人, 八つ, 92.3％, 1.6ポイント, 28万人, 約30件, △58.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace check {

/// How exactly a figure is meant.
/// `upward`: 8割強, a little more; `range`: 80％台, up to the next.
enum class Bound { exact, about, at_least, over, at_most, below, nearly, upward, range };

struct TypedFigure {
    base::Ratio value;  ///< with its sign and 万, 億
    base::Ratio step;   ///< one of its last digit: 1/10 for 82.8, 10,000 for 28万
    std::string unit;   ///< 人, ％, ポイント; empty where none is known
    Bound bound = Bound::exact;
    bool kanji = false;
    std::size_t begin = 0;  ///< letters of the sentence, without 約 and unit
    std::size_t end = 0;    ///< behind the unit and 以上, 超 …
};

/// The figure that begins at the letter. `units` are those of the data beside the usual ones, longest first.
std::optional<TypedFigure> figure_at(const std::u32string& letters, std::size_t from,
                                     const std::vector<std::u32string>& units);

/// ４分の１, 半分: a multiple, as near as such a share is meant to be.
void set_share(TypedFigure& figure, const base::Ratio& share);

/// The usual units with those of the data, longest first.
std::vector<std::u32string> all_units(const std::vector<std::string>& of_the_data);

/// A whole number in Chinese numerals that begins there, and how many letters it takes: 二十三, 八.
std::optional<std::pair<int, std::size_t>> kanji_at(const std::u32string& letters, std::size_t from);

/// A unit as a multiple of a plainer one: 千円 is 1,000 円, 万t 10,000 t.
struct Scale {
    base::Ratio factor;
    std::string unit;
};
Scale scale_of(const std::string& unit);

/// Per cent, in full width or not.
bool is_percent(const std::string& unit);

/// Whether the word stands at a letter.
bool text_at(std::u32string_view letters, std::size_t at, std::u32string_view word);
/// Whether the word ends right before a letter.
bool stands_before(std::u32string_view letters, std::size_t at, std::u32string_view word);

}  // namespace check
