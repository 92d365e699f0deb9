// What people and programs ask of an Assessment: JSON, a table, why a figure is what it is, what if another policy.
#pragma once

#include <string>
#include <string_view>

#include "base/source.h"
#include "base/value.h"
#include "evaluate/assessment.h"

namespace evaluate {

/// docs/facts.md: the vocabulary.
std::string facts_document();

/// Everything, for programs: docs/evaluate-json.md.
std::string to_json(const Assessment& assessment);

/// The evaluated year for a terminal, aligned by display width.
std::string to_table(const Assessment& assessment);

/// How a figure came about: `what` is an indicator's id or the address of any fact, with @YEAR for another year than
/// the evaluated one. An unknown one is an error without a place, with the nearest known one as a hint; "" is returned.
std::string explain(const Assessment& assessment, std::string_view what, const base::Sources& sources,
                    base::Diagnostics& diagnostics);

/// What another policy would change: the ratings of the evaluated year that flip from `now` to `other`. Both are
/// assessments of the same project.
std::string compare(const Assessment& now, const Assessment& other);

/// Reports every binding of a tree of prose that fill() could not replace. With the sources, the place is right
/// in every kind of scalar; without, in those that stand on one line. A draft
/// may lack figures.
void check_narrative(const Assessment& assessment, const base::Value& tree, base::Diagnostics& diagnostics,
                     const base::Sources* sources = nullptr, bool draft = false);

}  // namespace evaluate
