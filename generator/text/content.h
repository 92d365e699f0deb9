// All that the lines of a paragraph follow from, as bytes.
#pragma once

#include <string>

#include "text/line.h"

namespace text {

/// The same for two paragraphs that are set alike in that measure: texts, styles and label, but no places. What the
/// bytes held before is gone; they are the caller's, who asks often.
void take_content(const Paragraph& paragraph, Length measure, std::string& bytes);

}  // namespace text
