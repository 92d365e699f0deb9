// The whole room in its order; of a large plan in two halves at the same time.
#include "check/check.h"

#include "base/jobs.h"
#include "check/kinds.h"

namespace check {

namespace {

constexpr std::size_t worth_a_thread = 2'000;  ///< indicators; fewer are looked at before another thread has begun

/// Beside the numbers as they were typed.
void check_others(const evaluate::Assessment& assessment, bool draft, Doubts& doubts) {
    check_sums(assessment, doubts);
    check_gaps(assessment, draft, doubts);
    check_periods(doubts);
    check_unused(assessment, doubts);
    check_twins(doubts);
    check_ratings(assessment, draft, doubts);
    check_texts(doubts);
    check_restated(doubts);
    check_placeholders(doubts);
    check_units(assessment, doubts);
    check_marks(doubts);
    check_sections(doubts);
    check_readings(doubts);
    check_causes(assessment, draft, doubts);
}

}  // namespace

void raise_doubts(const evaluate::Assessment& assessment, bool draft, base::Diagnostics& diagnostics,
                  std::size_t threads) {
    base::Jobs jobs(assessment.indicators.size() < worth_a_thread ? 1 : threads);
    base::Diagnostics behind;
    Doubts doubts(*assessment.inputs, About::files, diagnostics);
    Doubts others(*assessment.inputs, About::files, behind);
    auto rest = jobs.beside([&] { check_others(assessment, draft, others); });
    check_code(doubts);
    check_papers(doubts);
    check_corrections(assessment, doubts);
    check_unchanged(doubts);
    check_values(doubts);
    check_decimals(doubts);
    rest.get();
    diagnostics.append(behind);
    doubts.take_uses(others);
    doubts.finish();
}

base::Diagnostics without_silenced(const base::Diagnostics& all, const input::Inputs& inputs,
                                   const base::Sources& sources, bool whole) {
    base::Diagnostics kept;
    Doubts doubts(inputs, About::lost, kept);
    for (const base::Diagnostic& each : all.all()) {
        if (each.severity == base::Severity::error)
            kept.error(each.span, each.message, each.hint);
        else if (!doubts.is_silenced(each, sources))
            kept.warning(each.name, each.span, each.message, each.hint);
    }
    if (whole) doubts.finish();
    return kept;
}

}  // namespace check
