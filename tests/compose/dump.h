// A Document as text, for tests: every block on a line, what is inside it two further in.
#pragma once

#include <string>

#include "compose/document.h"

std::string dump(const compose::Document& document);
