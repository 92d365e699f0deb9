// What every volume of a template shares: its looks, its words and pieces, and the walk over its parts.
#pragma once

#include "compose/composer.h"

namespace compose {

/// A file of the template by its name, or null.
const base::Value* file_of(const input::Inputs& inputs, std::string_view name);
/// The style file; an empty tree when there is none.
const base::Value& style_of(const input::Inputs& inputs);
base::Numerals numerals_of(base::Fields& volume);

/// A composer over the looks, which knows the words and pieces of the template and of the volume.
Composer composer_of(const World& world, Stylesheet& styles, Document& document, const base::Value& volume,
                     base::Diagnostics& diagnostics);
/// Reads the volume into the composer's document.
void read_volume(Composer& composer, base::Fields& volume);

}  // namespace compose
