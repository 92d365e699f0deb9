// The pages of all sequences as one volume.
#pragma once

#include <deque>
#include <string>

#include "layout/flow.h"

namespace layout {

/// Takes back the links of a sequence that lead to an anchor: what they say stays where it is.
void unlink(Pages& part, const std::string& anchor);

/// Puts the parts of the sequences behind one another and gives them up. Elements that show nothing are left out,
/// except cells: a table stays regular. Then no heading lies more than one level under the one before it.
void join(std::deque<Sequence>& sequences, Pages& pages);

}  // namespace layout
