// The keys of the files of a project and of policies, for editors (base/keys.h).
#pragma once

#include "base/keys.h"

namespace input {

extern const base::Schema common_schema;
extern const base::Schema kensho_schema;
extern const base::Schema year_schema;
extern const base::Schema strategy_schema;
extern const base::Schema projects_schema;
extern const base::Schema policy_schema;
extern const base::Schema narrative_schema;

}  // namespace input
