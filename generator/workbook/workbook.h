// Writes the Excel workbooks and CSV tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/jobs.h"
#include "base/source.h"
#include "evaluate/assessment.h"
#include "workbook/wanted.h"

namespace workbook {

struct Options {
    bool draft = false;
    Wanted wanted = Wanted::bytes;
    base::Jobs* jobs = nullptr;  ///< null: one book after the other
};

struct File {
    std::string name;  ///< inside the output folder
    base::Bytes bytes;
    std::vector<WrittenSheet> sheets = {};  ///< of a book, where its cells were asked for
};

/// The council workbook (council.xlsx), driven by the template's workbook file.
std::vector<File> write(const evaluate::Assessment& assessment, const Options& options, base::Diagnostics& diagnostics);

}  // namespace workbook
