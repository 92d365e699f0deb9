// The template folder a project names.
#pragma once

#include <filesystem>

#include "base/value.h"
#include "input/files.h"
#include "input/inputs.h"

namespace input {

/// Reads every *.yaml of the template into a tree and every picture as bytes. `name` is a folder of templates/, the
/// project's own or kensho's, or, when it contains a slash, one inside the project.
void read_template(const base::Value& name, const std::filesystem::path& home, Files& files, Inputs& inputs,
                   base::Diagnostics& diagnostics);
/// The workbook file of kensho's own, where the template has none: for kensho's templates always, for a project's own
/// where its outputs name a workbook.
void read_usual_workbook(base::Span place, const std::filesystem::path& home, Files& files, Inputs& inputs);
/// Reports an output that no file of the template makes.
void check_output(const base::Value::Entry& output, const Inputs& inputs, base::Diagnostics& diagnostics);

}  // namespace input
