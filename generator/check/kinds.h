// The kinds of doubts this room raises, one function a kind.
#pragma once

#include "check/doubts.h"
#include "evaluate/assessment.h"

namespace check {

/// Single values beside the others of their indicator: `jump`, `swapped`, `sign`, `cumulative-fell`, `over-100`.
void check_values(Doubts& doubts);
/// Values written with more or fewer decimals than the others: `decimals`.
void check_decimals(Doubts& doubts);
/// Values that are last year's: `stale` for the file as a whole, else `unchanged` one by one.
void check_unchanged(Doubts& doubts);
/// Typed values that are not the sum of their activity indicators: `sum`, an error unless silenced.
void check_sums(const evaluate::Assessment& assessment, Doubts& doubts);
/// What is not there: `hole`; an activity indicator without an entry for the evaluated year, which is an error.
void check_gaps(const evaluate::Assessment& assessment, bool draft, Doubts& doubts);
/// Values of years in which their indicator is not valid: `out-of-period`.
void check_periods(Doubts& doubts);
/// What was typed and is shown nowhere, or has no effect: `unused-value`.
void check_unused(const evaluate::Assessment& assessment, Doubts& doubts);
/// The same thing typed twice: `twin`.
void check_twins(Doubts& doubts);
/// What people judged against what was computed, and nothing to judge: `judgement`, `nothing-rated`.
void check_ratings(const evaluate::Assessment& assessment, bool draft, Doubts& doubts);
/// The check digit of the municipality's code: `code`.
void check_code(Doubts& doubts);
/// Papers of values that have changed since: `source`.
void check_papers(Doubts& doubts);
/// Corrections that the report lists and does not print: `corrections`.
void check_corrections(const evaluate::Assessment& assessment, Doubts& doubts);
/// Texts that are last year's: `unchanged-text`, `old-year`.
void check_texts(Doubts& doubts);
/// Texts that speak of a value that was restated: `restated`.
void check_restated(Doubts& doubts);
/// Braces beside or around something that looks like a placeholder: `half-placeholder`.
void check_placeholders(Doubts& doubts);
/// A unit that a binding prints and a text repeats: `doubled-unit`.
void check_units(const evaluate::Assessment& assessment, Doubts& doubts);
/// Marks of readings and notes in names, which are printed as they stand: `mark-in-name`.
void check_marks(Doubts& doubts);
/// Indicators that no form asks for, where forms go to sections: `no-section`.
void check_sections(Doubts& doubts);

/// Indicators without a reading where others have one: `no-reading`.
void check_readings(Doubts& doubts);
/// KPIs that lag behind, and nobody says why: `no-cause`.
void check_causes(const evaluate::Assessment& assessment, bool draft, Doubts& doubts);

}  // namespace check
