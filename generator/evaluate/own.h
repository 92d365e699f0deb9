// 項目: what a city writes of projects and measures beside what kensho knows; sums of numbers, rates of sums.
#pragma once

#include "evaluate/facts.h"

namespace evaluate {

/// Whether own fields can be asked of a topic.
bool has_own_fields(Topic topic);

/// The value of a field: a project's or a measure's own; else of a number the sum over the projects, of a rate that of
/// the sums. Reprints are not added; a sum of which no term is there is missing.
Content own_value(const Context& context, const Subject& subject, const input::OwnField& field);

/// Which part (構成比) of the whole's number is the subject's, in per cent.
Content own_share(const Context& context, const Subject& subject, const input::OwnField& field);

/// What stands at a project or a measure; null where nothing is written, and for anything else.
const input::OwnValue* written_own(const Context& context, const Subject& subject, const std::string& field);

/// A value that enters a number, and whose it is.
struct OwnTerm {
    Subject of;
    const input::OwnValue* value;
};

/// What a field's value of a subject is made of: what is written at itself; else of a number what the projects say that
/// is added up.
std::vector<OwnTerm> own_terms(const Context& context, const Subject& subject, const std::string& field);

/// What the value of a field looks like.
Form form_of(const input::OwnField& field);

}  // namespace evaluate
