// A typesetter with the program's own faces and rules, and specimens set with it.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "text/line.h"

namespace text_test {

/// The lines' texts of one paragraph in a column of `width` thousandths of an em.
struct Specimen {
    std::string face = "BIZ UDMincho";
    std::string style = "body";  ///< body, cell or heading
    std::int64_t width = 20000;
    std::string text;
};

/// Everything a test needs; made once, since opening faces takes a while.
class Bench {
   public:
    Bench();
    static Bench& shared();
    text::SetParagraph set(const Specimen& specimen);
    text::SetParagraph set(const std::vector<text::Run>& runs, const base::ParagraphStyle& style, base::Length measure);
    base::Diagnostics diagnostics;
    base::Sources sources;
    std::unique_ptr<text::Typesetter> typesetter;
};

std::vector<std::string> texts(const text::SetParagraph& set);
/// The paragraph style of a specimen: its setting, justified, digits as written.
base::ParagraphStyle style_of(const std::string& name);

}  // namespace text_test
