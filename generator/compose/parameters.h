// The names that a piece reads and nobody has given where it is used.
#pragma once

#include "compose/composer.h"

namespace compose {

/// Reports them together, at `use`, and whether there was none. A name that is nearly one of the vocabulary is a slip
/// of the piece itself, and left to the place where it stands.
bool gives_all(Composer& composer, const std::string& name, const base::Value& piece, const Variables& given,
               base::Span use);

}  // namespace compose
