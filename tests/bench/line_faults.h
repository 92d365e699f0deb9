// Counts of what a typesetter would circle, printed.
#pragma once

#include <string>

#include "text/line.h"

void print_line_faults(text::Typesetter& typesetter, const std::string& home);
