// Outputs are replaced all or not at all: a full disk and a read-only folder, each tried in a process of its own.
#include "base/file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

namespace fs = std::filesystem;

namespace {

/// A folder of this test, gone at its end.
struct FilesFolder {
    fs::path path = fs::temp_directory_path() / ("kensho-base-" + std::to_string(::getpid()));
    FilesFolder() { fs::create_directories(path); }
    ~FilesFolder() { fs::remove_all(path); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

std::string error_of(const auto& action) {
    try {
        action();
    } catch (const base::FileError& error) {
        return error.what();
    }
    return "";
}

/// Runs in a process of its own; true when `action` threw a FileError there.
bool fails_in_child(const auto& action) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(error_of(action).empty() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

}  // namespace

TEST_CASE("files are read whole, or the reason is said") {
    const FilesFolder folder;
    write(folder.path / "a", "検証");
    CHECK(base::read_file(folder.path / "a", 6) == "検証");
    const auto reading = [&](const fs::path& path, std::size_t most) {
        return error_of([&] { base::read_file(path, most); });
    };
    const std::string name = (folder.path / "a").string();
    CHECK(reading(name, 5) == "`" + name + "` is too large");
    CHECK(reading(name + "b", 5) == "there is no file `" + name + "b`");
    CHECK(reading(name + "/b", 5) == "there is no file `" + name + "/b`");
    CHECK(reading(folder.path, 5) == "`" + folder.path.string() + "` is a folder, not a file");
    CHECK(reading("/dev/null", 5) == "cannot read `/dev/null`: it is not of a kind that can be used here");
}

TEST_CASE("outputs are written, folders made, old files replaced") {
    const FilesFolder folder;
    write(folder.path / "a.pdf", "old");
    base::write_files({{folder.path / "a.pdf", "new"}, {folder.path / "deep/er/b.pdf", "b"}});
    CHECK(base::read_file(folder.path / "a.pdf", 9) == "new");
    CHECK(base::read_file(folder.path / "deep/er/b.pdf", 9) == "b");
    CHECK(folder.files() == 2);
}

TEST_CASE("a disk that fills up leaves the old files and no temporary ones") {
    const FilesFolder folder;
    write(folder.path / "a.pdf", "old");
    const bool failed = fails_in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit = {4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        base::write_files({{folder.path / "a.pdf", "new"}, {folder.path / "b.pdf", std::string(100'000, 'b')}});
    });
    CHECK(failed);
    CHECK(base::read_file(folder.path / "a.pdf", 9) == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("a read-only folder is an error and keeps the old file") {
    const FilesFolder folder;
    write(folder.path / "a.pdf", "old");
    ::chmod(folder.path.c_str(), 0555);
    const bool failed = fails_in_child([&] {
        if (::getuid() == 0 && ::setuid(65534) != 0) return;
        base::write_files({{folder.path / "a.pdf", "new"}});
    });
    ::chmod(folder.path.c_str(), 0755);
    CHECK(failed);
    CHECK(base::read_file(folder.path / "a.pdf", 9) == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("a folder where a file should be is an error before anything is replaced") {
    const FilesFolder folder;
    write(folder.path / "a.pdf", "old");
    fs::create_directories(folder.path / "b.pdf");
    CHECK_THROWS_AS(base::write_files({{folder.path / "a.pdf", "new"}, {folder.path / "b.pdf", "b"}}), base::FileError);
    CHECK(base::read_file(folder.path / "a.pdf", 9) == "old");
}

TEST_CASE("the files of a folder in order, hidden ones left out") {
    const FilesFolder folder;
    for (const char* name : {"b.yaml", "a.yaml", ".hidden", "c/d.yaml", ".git/x", "1/2/3/4.yaml", "1/2/3/4/5.yaml"}) {
        fs::create_directories((folder.path / name).parent_path());
        write(folder.path / name, "");
    }
    CHECK(base::list_files(folder.path) == std::vector<std::string>{"1/2/3/4.yaml", "a.yaml", "b.yaml", "c/d.yaml"});
    CHECK(base::list_files(folder.path / "none").empty());
}

TEST_CASE("inside and outside of a folder") {
    const FilesFolder folder;
    fs::create_directories(folder.path / "inner");
    fs::create_symlink("/etc", folder.path / "inner/link");
    const fs::path inner = folder.path / "inner";
    CHECK(base::lies_inside(inner, inner / "a/b.yaml"));
    CHECK(base::lies_inside(inner, inner / "a/../b.yaml"));
    CHECK_FALSE(base::lies_inside(inner, inner / "../b.yaml"));
    CHECK_FALSE(base::lies_inside(inner, folder.path / "inner2/b.yaml"));
    CHECK_FALSE(base::lies_inside(inner, inner / "link/passwd"));
    CHECK(base::lies_inside(".", "none/a.yaml"));
}

TEST_CASE("digest") {
    CHECK(base::digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(base::digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
