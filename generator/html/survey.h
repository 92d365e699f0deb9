// Which anchors a Document has, known before a link to one is written.
#pragma once

#include "html/writer.h"

namespace html {

/// Fills in the writer's anchors.
void survey(Writer& writer, const compose::Blocks& blocks);

}  // namespace html
