// What an author typed beside the figures of an indicator, and what a reader must know to read them.
#pragma once

#include "evaluate/assessment.h"

namespace evaluate {

/// The notes of an indicator in the order in which they stand under it: its own, those of its figures year by year, of
/// its targets, then ratings by people. A year after the evaluated one has only what its target says.
std::vector<Note> notes_of(const IndicatorAssessment& assessed, const input::Inputs& inputs);

}  // namespace evaluate
