// Checked reading and writing of files. A set of outputs is written whole or not at all: base/exchange.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace base {

/// The machine's fault: no file, no permission, a full disk. The message names the file and is translated.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The whole file. Throws FileError, also when it is larger than `max_bytes` or no regular file.
std::string read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// The regular files in a folder and below it, at most four levels deep, as sorted paths relative to it with `/`; none
/// when there is no such folder. Hidden files are left out. Throws FileError when a folder cannot be read.
std::vector<std::string> list_files(const std::filesystem::path& folder);

/// True when `path`, symbolic links followed, lies in `folder`. What does not exist lies where its name says.
/// Throws FileError when the way there cannot be followed: no permission, a circle of links, a name that is too long.
bool lies_inside(const std::filesystem::path& folder, const std::filesystem::path& path);

struct OutputFile {
    std::filesystem::path path;
    Bytes bytes;
};

/// Puts all the files in place as one exchange (base/exchange.h) in the deepest folder that holds them all: all new, or
/// FileError and all old; a run that was cut off is carried on or taken back by the next exchange there.
void write_files(const std::vector<OutputFile>& files);

/// SHA-256, in lower-case hexadecimal.
std::string digest(std::string_view bytes);
std::string digest(const std::vector<std::string>& pieces);
/// Of a file of any size, read piece by piece. Throws FileError as read_file does.
std::string digest_of_file(const std::filesystem::path& path);

}  // namespace base
