// The JSON Schemas that the tables of keys describe (base/keys.h), as config/schema holds them.
#pragma once

#include <string>
#include <string_view>

#include "base/keys.h"

namespace commands {

/// The schema of one kind of file. A key, a word or a shape that no table has is a fault of the tables, and is thrown.
std::string print_schema(const base::Schema& schema);

}  // namespace commands
