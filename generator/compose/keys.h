// The keys of templates, for editors (base/keys.h).
#pragma once

#include "base/keys.h"

namespace compose {

extern const base::Schema style_schema;
extern const base::Schema template_schema;

}  // namespace compose
