// A project in memory whose files are struck one at a time.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/file.h"

namespace fuzz {

/// Gone at the end. `whole` is what the files held before the first blow.
struct Copy {
    std::filesystem::path folder;
    std::vector<std::string> files, whole;

    Copy(const std::string& name, const std::filesystem::path& from)
        : folder("/dev/shm/kensho-" + name + "-" + std::to_string(::getpid())) {
        std::filesystem::create_directory(folder);
        add(from, ".");
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() { std::filesystem::remove_all(folder); }

    void add(const std::filesystem::path& from, const std::filesystem::path& to) const {
        using Options = std::filesystem::copy_options;
        std::filesystem::copy(from, folder / to, Options::recursive | Options::overwrite_existing);
    }
    void strike(const std::vector<std::string>& those) {
        for (const std::string& file : those) {
            files.push_back(file);
            whole.push_back(base::read_file(folder / file, 1 << 26));
        }
    }
    void write(std::size_t index, const std::string& text) const {
        std::ofstream(folder / files[index], std::ios::binary) << text;
    }
};

}  // namespace fuzz
