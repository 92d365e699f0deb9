// The whole room in its order.
#include "check/check.h"

#include "check/doubts.h"

namespace check {

void raise_doubts(const evaluate::Assessment& assessment, base::Diagnostics& diagnostics) {
    check_values(*assessment.inputs, diagnostics);
    check_sums(assessment, diagnostics);
}

}  // namespace check
