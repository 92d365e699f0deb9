// The evaluation of a large plan, on several threads.
#pragma once

#include <cstddef>

#include "evaluate/assessment.h"

namespace evaluate {

/// The same as on one.
Assessment evaluate(const input::Inputs& inputs, std::size_t threads);

}  // namespace evaluate
