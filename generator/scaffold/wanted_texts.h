// Which texts a template asks an author for, read off its letters: the skeleton of a narrative begins with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaffold {

/// The paths below `narrative.` that a template file uses and does not make depend on their being there:
/// overview.purpose, goals.{g.number}.direction; of the items of a list verification.aims[].title. `pieces`: files of
/// pieces, of which those that the template uses count as its own.
std::vector<std::string> wanted_texts(std::string_view source, const std::vector<std::string>& pieces = {});

}  // namespace scaffold
