// A folder of a test program, and the Japanese catalogue in one.
#pragma once

#include <doctest/doctest.h>
#include <libintl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/message.h"
#include "home.h"

/// A folder of this run, entered while it exists, so that messages and places name files without it.
struct Workplace {
    std::filesystem::path before = std::filesystem::current_path(), folder;
    explicit Workplace(const std::string& name)
        : folder(std::filesystem::temp_directory_path() / ("kensho-" + name + "-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder);
        std::filesystem::current_path(folder);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace() {
        std::filesystem::current_path(before);
        std::filesystem::remove_all(folder);
    }
};

/// The Japanese catalogue, made from its source below a folder, for as long as this lives; textdomain("kensho") speaks
/// it, and English is spoken until then.
struct Catalogue {
    explicit Catalogue(const std::filesystem::path& folder) {
        const std::filesystem::path made = folder / "locale/ja/LC_MESSAGES", source = KENSHO_HOME;
        std::filesystem::create_directories(made);
        const std::string command =
            "msgfmt -o " + (made / "kensho.mo").string() + " " + (source / "config/messages/ja.po").string();
        REQUIRE(std::system(command.c_str()) == 0);
        setenv("LC_ALL", "ja_JP.UTF-8", 1);
        base::choose_language(folder / "locale");
        textdomain("messages");
    }
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;
    ~Catalogue() { textdomain("messages"); }
};
