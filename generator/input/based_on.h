// A file that says only what differs from one that kensho ships.
#pragma once

#include "base/value.h"

namespace input {

/// What `own` says over what `usual` says. Maps are laid over each other key by key; of the lists `sheets` and `tables`
/// those that `own` has, in its order, each over the usual one of its kind (the second `sheet: kpis` over the second);
/// every other list and text is own's.
base::Value laid_over(const base::Value& own, const base::Value& usual);

}  // namespace input
