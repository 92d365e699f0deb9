// What stays from one run to the next, each thing under the content it was made from, so that a run makes again only
// what changed. A run without it makes everything, and the same.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/kept.h"
#include "base/source.h"
#include "base/value.h"
#include "base/word.h"
#include "html/svg.h"
#include "input/input.h"
#include "pdf/pdf.h"
#include "text/line.h"

namespace kensho {

/// What one volume after another is laid out with.
struct Workshop {
    std::string content;      ///< the faces and rules it follows from
    std::string places;       ///< of these, which only what was found names
    base::Diagnostics found;  ///< in them
    std::unique_ptr<text::Typesetter> typesetter;
    html::Faces faces;  ///< of the typesetter, as far as they were named
    pdf::PictureVerdicts pictures;
};

/// For one run at a time.
struct Warm {
    input::ParsedFiles parsed;
    std::vector<Workshop> workshops;  ///< one for each of those that work side by side
    std::string dictionary;           ///< of `splitter`
    base::WordSplitter splitter;
    base::Kept<std::vector<base::Word>> words;  ///< of sentences
    base::Kept<base::Diagnostics> slips;        ///< of the template
};

/// As many workshops as are wanted, for these faces and rules: opened where they are others than before.
void open_workshops(Warm& warm, std::size_t count, const base::Value& fonts, const base::Value& typesetting);

/// Parts sentences into words with a dictionary; those of the last run are known. Empty where it is not installed.
base::WordSplitter splitter_of(Warm& warm, const std::string& dictionary);

}  // namespace kensho
