// What an output or an edition may be called: what every system of the staff can hold, with the ending of its kind.
#pragma once

#include <string>
#include <string_view>

#include "base/source.h"

namespace input {

/// Reports why `name` cannot be the name of the output of `volume` (a key of `outputs`); false then.
bool check_output_name(std::string_view volume, const std::string& name, base::Span place,
                       base::Diagnostics& diagnostics);

/// The same for the name of an edition, which a folder takes.
bool check_edition_name(const std::string& name, base::Diagnostics& diagnostics);

/// Names that are the same where upper and lower case are, as on Windows, give the same.
std::string folded_name(std::string_view name);

}  // namespace input
