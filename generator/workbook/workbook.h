// Writes the Excel workbooks and CSV tables.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "evaluate/assessment.h"

namespace workbook {

struct Options {
    bool draft = false;
};

struct File {
    std::string name;  ///< inside the output folder
    std::string bytes;
};

/// The council workbook (council.xlsx), driven by the template's workbook file.
std::vector<File> write(const evaluate::Assessment& assessment, const Options& options, base::Diagnostics& diagnostics);

}  // namespace workbook
