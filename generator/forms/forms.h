// Forms for the sections in charge: written as xlsx, and read again when they come back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "forms/answer.h"
#include "forms/form.h"

namespace forms {

struct FormFile {
    std::string name;  ///< 調査票_観光振興課_令和5年度.xlsx
    std::string bytes;
};

/// One workbook a section.
std::vector<FormFile> write(const input::Inputs& inputs, base::Diagnostics& diagnostics);

/// What one file that came back says. `file` is its name for messages. A file that is no form, of another year or
/// project, or hostile is answered by faults.
Answer read(const input::Inputs& inputs, const std::string& file, std::string_view bytes);

}  // namespace forms
