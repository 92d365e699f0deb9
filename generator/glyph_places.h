// Messages on characters that point at the template, moved to where the city typed the character.
#pragma once

#include <filesystem>

#include "base/source.h"

namespace kensho {

/// A name or a title is printed through the template, so that a missing glyph or an invisible character in it is found
/// at the template's binding. Such a message is put at every place of the project's own files that has the character;
/// it stays where none has.
base::Diagnostics at_typed_characters(const base::Diagnostics& diagnostics, const base::Sources& sources,
                                      const std::filesystem::path& project);

}  // namespace kensho
