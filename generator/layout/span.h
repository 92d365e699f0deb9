// Where in the sources a strip comes from, for messages.
#pragma once

#include "base/source.h"
#include "layout/stack.h"

namespace layout {

/// The first known place in a strip; an unknown one when it holds no text.
base::Span span_of(const Strip& strip);

/// Of a text alone.
base::Span span_of(const Text& text);

}  // namespace layout
