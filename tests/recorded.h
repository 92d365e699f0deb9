// Text that was recorded once and looked at; UPDATE=1 in the environment records it anew.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// Compares with the file, and says the first line that is another.
inline void same_as_recorded(const std::filesystem::path& path, const std::string& text) {
    if (std::getenv("UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << text;
    std::ifstream recorded(path, std::ios::binary);
    std::istringstream made(text);
    INFO("recorded in ", path.string());
    for (int number = 1;; ++number) {
        std::string was, is;
        const bool more = static_cast<bool>(std::getline(recorded, was));
        const bool now = static_cast<bool>(std::getline(made, is));
        if (!more && !now) break;
        CAPTURE(number);
        REQUIRE(is == was);
        REQUIRE(now == more);
    }
}
