// What is said when the machine has no memory left.
#pragma once

#include <string>

namespace kensho {

/// Keeps the words, in the reader's language, for the moment in which none can be made.
void say_out_of_memory(const std::string& text);

}  // namespace kensho
