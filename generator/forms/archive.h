// The parts of an xlsx: a zip archive from a stranger, opened with limits.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace forms {

/// Why a file is not read. The message is for the person who sent it.
struct Refusal {
    std::string message, hint;
};

/// Every XML part by its name. At most 64 MiB unpacked, 16 MiB a part, 2,000 parts. Throws Refusal, and says what to do
/// with .xls, .ods, PDF, CSV and files with a password.
std::map<std::string, std::string> unpack(std::string_view bytes);

}  // namespace forms
