// The keys of fonts.yaml, for editors (base/keys.h).
#pragma once

#include "base/keys.h"

namespace text {

extern const base::Schema fonts_schema;

}  // namespace text
