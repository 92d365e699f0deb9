// Checked reading and writing of files. Outputs are written whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// The machine's fault: no file, no permission, a full disk. The message names the file and is translated.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The whole file. Throws FileError, also when it is larger than `max_bytes` or no regular file.
std::string read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// The regular files in a folder and below it, at most four levels deep, as sorted paths relative to it with `/`; none
/// when there is no such folder. Hidden files are left out.
std::vector<std::string> list_files(const std::filesystem::path& folder);

/// True when `path`, symbolic links followed, lies in `folder`. What does not exist lies where its name says.
bool lies_inside(const std::filesystem::path& folder, const std::filesystem::path& path);

struct OutputFile {
    std::filesystem::path path;
    std::string bytes;
};

/// Writes all the files to temporary ones beside them first, then puts each in place. When anything fails it throws
/// FileError, leaves the old files as they were and no temporary one behind.
void write_files(const std::vector<OutputFile>& files);

/// SHA-256, in lower-case hexadecimal.
std::string digest(std::string_view bytes);

}  // namespace base
