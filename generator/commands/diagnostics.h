// Faults and doubts as others read them: coloured on a terminal, a line each for editors, JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"

namespace commands {

inline bool is_error(const base::Diagnostic& diagnostic) { return diagnostic.severity == base::Severity::error; }

/// What base::render() made of it, with the severity, the caret and the hint in the colours of a terminal.
std::string coloured(const std::string& rendered, const base::Diagnostic& diagnostic);

/// FILE:LINE:COLUMN: error: MESSAGE [NAME] (HINT), in one line; "error" and "warning" are English in any language, for
/// programs look for them. Without a place FILE is the word kensho.
std::string as_line(const base::Diagnostic& diagnostic, const base::Sources& sources);

/// {"diagnostics": [{"severity", "file", "line", "column", "end_line", "end_column", "message", "hint", "name"}]}, with
/// lines and columns (of characters) from 1, the end behind the last one; what is not known is left out.
std::string as_json(const std::vector<base::Diagnostic>& diagnostics, const base::Sources& sources);

}  // namespace commands
