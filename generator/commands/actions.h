// What commands do that the review page does too: told by options there, by a form here.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline.h"

namespace commands {

/// What kensho freeze is told.
struct Freezing {
    std::string name;
    std::string date, reason;  ///< may be empty
    bool closed = false;
    bool draft = false;
    bool force = false;
    bool only_shown = false;          ///< everything but the writing
    std::filesystem::path from = {};  ///< a report that carries what it was made of; empty: the project as it is
};

/// Makes the project and keeps it as an edition. False when it cannot be made or kept; the faults are in `run`.
bool keep_edition(const Freezing& told, kensho::Request request, kensho::Run& run, std::string& said);

/// What kensho errata is told.
struct Correcting {
    std::string before, after;  ///< words for states: an edition's name, a folder, or nothing for the working state
    std::filesystem::path out;
    std::string date;  ///< of the correction; empty: that of errata.yaml
    bool force = false;
    bool only_shown = false;
};

/// All that a correction may be made of, a template without pages for it leaves out the PDFs.
inline constexpr std::array<const char*, 5> correction_files = {"正誤表.pdf", "正誤表.xlsx", "訂正のお知らせ.pdf",
                                                                "changes.csv", "corrections.yaml"};

/// What was made of a correction.
struct Corrected {
    std::string said;
    std::vector<std::string> files;  ///< of `correction_files`
};

/// Makes the 正誤表 and its notice. False when they cannot be made; the faults are in `run`.
bool make_errata(const Correcting& told, const kensho::Request& request, kensho::Run& run, Corrected& corrected);

/// A form that came back.
struct FormFile {
    std::string name, bytes;
};

/// The largest form that is read, in bytes.
inline constexpr std::size_t longest_form = std::size_t{16} << 20U;

/// What kensho collect is told.
struct Collecting {
    std::vector<FormFile> forms;
    bool only_shown = false;
    bool partial = false;  ///< takes what is good of a form that has faults
};

/// A value that is written, or would be, and where.
struct TakenValue {
    std::string file;  ///< within the project
    std::size_t line = 0;
    std::string name, before, after;
};

/// What became of forms.
struct Collected {
    std::string read;  ///< how full each form is, and its faults, line by line
    std::vector<TakenValue> values;
    bool good = true;  ///< no form has faults
};

/// Takes the forms in. False when the project's files cannot be read or written; the faults are in `run`.
bool take_in(const Collecting& collecting, const kensho::Request& request, kensho::Run& run, Collected& collected);

}  // namespace commands
