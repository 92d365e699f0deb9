// What is told of some indicators and not of others: the section in charge, once forms go to sections, and the reading,
// once there is an index.
#include <algorithm>

#include "base/message.h"
#include "check/kinds.h"

namespace check {

using base::say;

namespace {

/// The project says how forms come back, and somebody is named.
bool asks_sections(const input::Inputs& inputs) {
    const auto& indicators = inputs.strategy.indicators;
    const bool wishes = !inputs.forms.deadline.empty() || !inputs.forms.return_to.empty() || inputs.forms.record;
    return wishes && std::any_of(indicators.begin(), indicators.end(),
                                 [](const input::Indicator& indicator) { return !indicator.section.empty(); });
}

}  // namespace

void check_sections(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    if (!asks_sections(inputs)) return;
    for (const input::Indicator& indicator : inputs.strategy.indicators) {
        const bool over = indicator.valid_to && *indicator.valid_to < inputs.evaluated_year;
        if (!indicator.section.empty() || !indicator.reprint_of.empty() || over) continue;
        doubts.at("no-section", indicator.span, indicator.silenced,
                  say("{}: no section is named, so that no section's form asks for it", indicator.name),
                  say("write `section:` with the section in charge"));
    }
}

void check_readings(Doubts& doubts) {
    const auto& indicators = doubts.inputs().strategy.indicators;
    const auto named = [](const input::Indicator& indicator) { return !indicator.reading.empty(); };
    if (std::none_of(indicators.begin(), indicators.end(), named)) return;
    for (const input::Indicator& indicator : indicators) {
        if (named(indicator) || !indicator.reprint_of.empty()) continue;
        doubts.at("no-reading", indicator.span, indicator.silenced,
                  say("{}: others have a reading, so that it is missed in the index", indicator.name),
                  say("write `reading:` with its name in kana"));
    }
}

}  // namespace check
