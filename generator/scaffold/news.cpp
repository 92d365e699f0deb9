// Looks only at the years the strategy states: when an indicator begins or ends, and when a target is revised.
#include "scaffold/news.h"

#include "base/message.h"

namespace scaffold {

using base::say;

namespace {

std::string quoted(const input::Indicator& indicator) { return "「" + indicator.name + "」(" + indicator.id + ")"; }

void of_indicator(const input::Inputs& inputs, const input::Indicator& indicator, base::Year year,
                  std::vector<std::string>& news) {
    if (indicator.valid_from == year) news.push_back(say("{} begins this year", quoted(indicator)));
    if (indicator.valid_to && indicator.valid_to->western + 1 == year.western) {
        const input::Indicator* next = inputs.strategy.find(indicator.replaced_by);
        news.push_back(next == nullptr ? say("{} has ended", quoted(indicator))
                                       : say("{} has ended; {} takes over", quoted(indicator), quoted(*next)));
    }
    const auto target = indicator.targets.find(year);
    if (target == indicator.targets.end()) return;
    for (const input::RevisedTarget& revision : target->second.revised) {
        if (revision.from != year) continue;
        const input::Figure& figure = revision.figure;
        const std::string value = figure.amount ? base::plain(*figure.amount) : figure.words;
        news.push_back(say("the target of {} is revised: {}", quoted(indicator), value));
    }
}

}  // namespace

std::vector<std::string> news_of(const input::Inputs& inputs, base::Year year) {
    std::vector<std::string> news;
    for (const input::Indicator& indicator : inputs.strategy.indicators) of_indicator(inputs, indicator, year, news);
    return news;
}

}  // namespace scaffold
