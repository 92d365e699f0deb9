// Cases as data: a few changes to the small project in tests/input/project, and all the messages they must give.
//
//   === what is wrong
//   language ja                (optional: messages in Japanese)
//   draft                      (optional: what a draft may lack is no fault)
//   @ years/r5.yaml            the file that is changed
//   < visitors: 18,405         a piece of text that stands in it once
//   > visitors: 18,40          what stands there instead; further lines of both are indented like the first's line
//   | year: R5                 or: the whole file, line by line; `@ FILE removed` takes it away
//   ---
//   years/r5.yaml:3:13: error: …
//
// \xHH is a byte. UPDATE=1 in the environment rewrites what stands below each ---.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

struct Change {
    std::string file;
    bool removed = false;
    std::string from;  ///< empty: `to` is the whole file
    std::string to;
};

struct Case {
    std::string head;  ///< the lines as written, from === to before ---
    std::string title;
    bool japanese = false;
    bool draft = false;
    std::vector<Change> changes;
    std::string messages;
};

struct CaseFile {
    std::string preamble;  ///< comments before the first case
    std::vector<Case> cases;
};

CaseFile read_cases(const std::filesystem::path& path);
void write_cases(const std::filesystem::path& path, const CaseFile& file);
/// Copies the small project, or another folder of the tests, to `folder` and changes it. A piece that does not stand in
/// its file once is an error.
void make_project(const Case& test, const std::filesystem::path& folder, const std::string& of = "input/project");
