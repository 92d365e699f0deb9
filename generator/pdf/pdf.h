// Writes Pages as a tagged PDF.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compose/document.h"
#include "layout/page.h"
#include "text/line.h"

namespace pdf {

/// The bytes of a PDF that is PDF/UA-1 and PDF/A-2a (PDF/A-3a when files travel inside it).
std::string write(const layout::Pages& pages, const std::vector<text::FontProgram>& fonts,
                  const compose::Document& document);

}  // namespace pdf
