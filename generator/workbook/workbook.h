// Writes the Excel workbooks and CSV tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/jobs.h"
#include "base/source.h"
#include "evaluate/assessment.h"
#include "evaluate/fact.h"
#include "workbook/wanted.h"

namespace workbook {

struct Options {
    bool draft = false;
    Wanted wanted = Wanted::bytes;
    base::Jobs* jobs = nullptr;  ///< null: one book after the other
};

/// A cell that holds something.
struct Cell {
    std::string sheet;
    std::string at;  ///< F12
    std::string words;
    std::optional<evaluate::Address> fact = std::nullopt;  ///< that it shows
};

struct File {
    std::string name;  ///< inside the output folder
    std::string bytes;
    std::vector<Cell> cells = {};  ///< of a book, where they were asked for
};

/// The council workbook (council.xlsx), driven by the template's workbook file.
std::vector<File> write(const evaluate::Assessment& assessment, const Options& options, base::Diagnostics& diagnostics);

}  // namespace workbook
