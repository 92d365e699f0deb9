// All that the lines of a paragraph follow from, as bytes.
#pragma once

#include <string>

#include "text/line.h"

namespace text {

/// The same for two paragraphs that are set alike in that measure: texts, styles and label, but no places.
std::string content_of(const Paragraph& paragraph, Length measure);

}  // namespace text
