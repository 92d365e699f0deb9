// Values that have not come: a final report waits for every one, a draft shows the word.
#include <algorithm>

#include "base/message.h"
#include "input/readers.h"

namespace input {

namespace {

using base::say;

/// What is asked for, what is wrong with its answer, and where.
class Waiting {
   public:
    explicit Waiting(Reading& reading) : reading_(reading), inputs_(reading.inputs) {}

    void ask(const std::string& name, const std::map<base::Year, Figure>& actuals, base::Span place) {
        const std::string year = base::short_year(inputs_.eras, inputs_.evaluated_year);
        const auto found = actuals.find(inputs_.evaluated_year);
        const std::string hint =
            say("write the value, or a status word such as 未公表; {{value: {}, note: …}} is printed as it stands",
                inputs_.awaited);
        if (found == actuals.end()) {
            reading_.diagnostics.error(place, say("「{0}」 has no value for {1}", name, year), hint);
        } else if (inputs_.waits_for(found->second)) {
            reading_.diagnostics.error(found->second.span, say("the value of 「{0}」 for {1} has not come", name, year),
                                       hint);
        }
    }

   private:
    Reading& reading_;
    const Inputs& inputs_;
};

}  // namespace

void report_awaited(Reading& reading) {
    const Inputs& inputs = reading.inputs;
    if (inputs.awaited.empty()) return;
    Waiting waiting(reading);
    for (const Indicator& indicator : inputs.strategy.indicators) {
        if (indicator.asked_in(inputs.evaluated_year)) waiting.ask(indicator.name, indicator.actuals, indicator.span);
    }
    for (const Project& project : inputs.projects) {
        for (const ActivityIndicator& indicator : project.indicators) {
            if (indicator.kpi || indicator.name.empty()) continue;  // its values stand elsewhere
            waiting.ask(indicator.name, indicator.actuals, indicator.span);
        }
    }
    for (const base::Span& span : reading.empty_results) {
        reading.diagnostics.error(span, say("the results of this project are not written yet"),
                                  say("write what was done; without the key `results` the project has none"));
    }
}

}  // namespace input
