// What a file says of itself.
#pragma once

#include "input/inputs.h"
#include "workbook/book.h"

namespace workbook {

/// Title, author and a date that comes from the inputs, never from the clock.
Properties properties_of(const input::Inputs& inputs);

}  // namespace workbook
