// What the program says of one picture.
#pragma once

#include <string>

namespace test {

/// What check_pictures says of this one picture.
std::string verdict(const std::string& bytes, int page = 1);

/// Its own size, "4000 2000"; zeros where it cannot be set.
std::string size(const std::string& bytes);

}  // namespace test
