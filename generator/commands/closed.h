// What a closed edition says: kept with it, and held against what is built afterwards.
#pragma once

#include <string>

#include "pipeline.h"

namespace commands {

/// The file in an edition's folder that lists what its pages say: a fact and its letters a line, a tab between them.
inline constexpr const char* said_file = "facts.tsv";

/// Its text, for a run that has made its volumes.
std::string said_in(const kensho::Run& run);

/// Doubts every typed value that a closed edition printed otherwise, unless it is marked as revised or errata.yaml
/// names it under `causes`; where only computed figures differ, the first of them.
void note_closed(const kensho::Request& request, kensho::Run& run);

/// Every place of every figure, for programs: fact, volume, page, label, MCID and rectangle in thousandths of a point.
std::string places_json(const kensho::Run& run);

}  // namespace commands
