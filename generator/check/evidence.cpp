// What the project keeps as proof of its values and of its corrections, held against what it says now.
#include "base/message.h"
#include "check/kinds.h"
#include "evaluate/where.h"

namespace check {

using base::say;

namespace {

void check_paper(const input::Figure& figure, Doubts& doubts) {
    const std::optional<input::Evidence>& evidence = figure.beside->evidence;
    if (!evidence || evidence->digest.empty()) return;
    const auto& papers = doubts.inputs().papers;
    const auto paper = papers.find(evidence->paper);
    if (paper == papers.end() || paper->second.digest == evidence->digest) return;
    doubts.at("source", evidence->span, figure.beside->silenced,
              say("`{}` is not the paper any more that this value was taken from", paper->first),
              say("see whether the value holds, and write its digest of now: {}", paper->second.digest));
}

std::string scalar_at(const base::Value& map, const char* key) {
    const base::Value* value = map.is_map() ? map.find(key) : nullptr;
    return value == nullptr ? std::string() : value->text;
}

}  // namespace

void check_papers(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    for (const input::Indicator& indicator : inputs.strategy.indicators) {
        for (const auto& [year, figure] : indicator.actuals) check_paper(figure, doubts);
    }
    for (const input::Project& project : inputs.projects) {
        if (project.reprint_of) continue;
        for (const input::ActivityIndicator& activity : project.indicators) {
            if (activity.kpi || activity.same_as) continue;
            for (const auto& [year, figure] : activity.actuals) check_paper(figure, doubts);
        }
    }
}

void check_corrections(const evaluate::Assessment& assessment, Doubts& doubts) {
    const base::Value& corrections = doubts.inputs().corrections;
    if (!corrections.is_map()) return;
    const evaluate::Context context = evaluate::unworded(assessment);
    for (const base::Value& cause : corrections.find("causes")->items) {
        const std::string fact = scalar_at(cause, "fact"), told = scalar_at(cause, "says");
        const auto parsed = evaluate::parse_address(context, fact);
        const auto* address = std::get_if<evaluate::Address>(&parsed);
        if (fact.empty() || address == nullptr || address->name.empty()) continue;
        const std::string says = evaluate::letters_of(context, *address);
        if (says == told) continue;
        doubts.at("corrections", cause.find("says") == nullptr ? cause.span : cause.find("says")->span, {},
                  say("the list of corrections says that `{0}` is {1}; it is {2}", fact, told, says),
                  say("make the list again: kensho errata {}", scalar_at(corrections, "edition")));
    }
}

}  // namespace check
