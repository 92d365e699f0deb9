// Letters as XML and HTML have them.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// Between tags, and within double quotes: & < > and " as entities (XML 1.0, clause 2.4).
std::string escaped_markup(std::string_view text);

}  // namespace base
