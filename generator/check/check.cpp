// The whole room in its order.
#include "check/check.h"

#include "check/kinds.h"

namespace check {

void raise_doubts(const evaluate::Assessment& assessment, bool draft, base::Diagnostics& diagnostics) {
    Doubts doubts(*assessment.inputs, About::files, diagnostics);
    check_code(doubts);
    check_unchanged(doubts);
    check_values(doubts);
    check_decimals(doubts);
    check_sums(assessment, doubts);
    check_gaps(assessment, draft, doubts);
    check_periods(doubts);
    check_twins(doubts);
    check_ratings(assessment, draft, doubts);
    check_texts(doubts);
    check_placeholders(doubts);
    check_sections(doubts);
    doubts.finish();
}

}  // namespace check
