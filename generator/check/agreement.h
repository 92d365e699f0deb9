// Whether a figure as typed is a value: in the unit and at the precision it was typed with.
#pragma once

#include <optional>
#include <string>

#include "check/figure_words.h"
#include "check/subject.h"

namespace check {

/// The same figure in the unit of the fact: 573万4千円 beside 5,734 of 千円. None where the units do not go together.
std::optional<TypedFigure> in_unit(const TypedFigure& figure, const std::string& unit);
/// Whether a figure is what the sentence says, at the precision it says it.
bool agrees(const TypedFigure& figure, const base::Ratio& value);
/// 37.6 for 36.7: two digits beside each other that changed places, of three or more.
bool is_swapped(const TypedFigure& figure, const Fact& fact);
/// Whether a figure, in a unit that goes with it, is the value of a fact.
bool fits_value(const TypedFigure& figure, const Fact& fact);
/// A figure as typed, for messages.
std::string typed_text(const TypedFigure& figure);

}  // namespace check
