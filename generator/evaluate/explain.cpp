// `--explain`: which figure is asked for, and its explanation.
#include "evaluate/explain.h"

#include <algorithm>

#include "base/message.h"
#include "evaluate/format.h"
#include "evaluate/rating.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using base::say;

/// A bare id stands for its path: crimes@R4 is goal.4.kpi.crimes@R4, and what the annex has an id for is annex.ID.
std::string as_path(const Assessment& assessment, std::string_view what) {
    const std::size_t at = std::min(what.find('@'), what.size());
    const std::string_view id = what.substr(0, at);
    const input::Strategy& strategy = assessment.inputs->strategy;
    if (const input::Indicator* indicator = strategy.find(id)) {
        const auto index = static_cast<std::size_t>(indicator - strategy.indicators.data());
        return subject_text(assessment, {Subject::Kind::indicator, index, 0}) + std::string(what.substr(at));
    }
    const std::string annex = "annex." + std::string(what);
    const bool found = std::holds_alternative<Path>(parse_path(assessment, "annex." + std::string(id)));
    return found ? annex : std::string(what);
}

/// A word that is no path at all may be a slip in an id.
Fault unknown_id(const Assessment& assessment, std::string_view what) {
    std::vector<std::string> ids = {"overall"};
    for (const input::Indicator& indicator : assessment.inputs->strategy.indicators) ids.push_back(indicator.id);
    const std::size_t at = std::min(what.find('@'), what.size());
    return unknown_word(base::to_translate("no indicator and no figure is called `{}`"), what.substr(0, at), ids, "",
                        std::string(what.substr(at)));
}

/// goal, report and the like, which begin paths.
bool begins_path(std::string_view what) {
    for (const std::string_view root : {"report", "overall", "goal", "annex"}) {
        if (what.substr(0, what.find_first_of(".@")) == root) return true;
    }
    return false;
}

bool is_mean(std::string_view property) {
    return property.empty() || property.find("average") != std::string_view::npos || property.find("rating") == 0 ||
           property == "symbol" || property == "target_rating";
}

std::string printed_line(const Assessment& assessment, const std::string& path) {
    const auto printed = placeholder(assessment, path);
    return printed ? path + ": " + *printed + "\n" : "";
}

std::string explain_path(const Assessment& assessment, const Path& path, const std::string& text,
                         const Explainer& explainer, std::optional<Fault>& fault) {
    const bool indicator = path.subject.kind == Subject::Kind::indicator;
    const bool activity = path.subject.kind == Subject::Kind::activity;
    const bool group = !indicator && !activity && path.subject.kind != Subject::Kind::report &&
                       path.subject.kind != Subject::Kind::project;
    Quantity quantity;
    if (!path.property.empty() || !(indicator || activity || group)) {
        auto found = quantity_of(assessment, path);
        if (std::holds_alternative<Fault>(found)) {
            fault = std::get<Fault>(found);
            return "";
        }
        quantity = std::get<Quantity>(found);
    }
    std::string first = path.property.empty() ? "" : printed_line(assessment, text);
    if (indicator) return first + explainer.indicator(path.subject.index, path.year);
    if (activity) return first + explainer.activity(path.subject, path.year);
    if (!group) return first;
    if (is_mean(path.property)) {
        return first + explainer.mean(path.subject, path.year, path.property.starts_with("target"));
    }
    return quantity.is_number() ? first + explainer.count(text, quantity, path.year) : first;
}

}  // namespace

std::string explain(const Assessment& assessment, std::string_view what, const base::Sources& sources,
                    base::Diagnostics& diagnostics) {
    const std::string text = as_path(assessment, what.substr(0, what.find('|')));
    const auto path = parse_path(assessment, text);
    std::optional<Fault> fault;
    std::string explanation;
    if (std::holds_alternative<Fault>(path)) {
        fault = begins_path(text) ? std::get<Fault>(path) : unknown_id(assessment, what);
    } else {
        explanation = explain_path(assessment, std::get<Path>(path), text, Explainer(assessment, sources), fault);
    }
    if (fault) diagnostics.error({}, fault->message, fault->hint);
    return explanation;
}

std::string Explainer::place(base::Span span) const {
    if (!span.known()) return "";
    return " (" + sources_.name(span.file) + ":" + std::to_string(sources_.place(span).line) + ")";
}

std::string Explainer::year_text(base::Year year, base::YearKind kind) const {
    return base::era_year(inputs_.eras, year, kind);
}

std::string Explainer::number(const base::Decimal& value) const { return base::to_text(value, inputs_.policy.numbers); }

std::string Explainer::percent(const base::Decimal& value) const {
    return number(value) + inputs_.policy.numbers.percent;
}

std::string Explainer::figure(const input::Figure& figure) const {
    std::string text = figure.amount ? number(*figure.amount) : figure.words;
    if (figure.provisional) text += " " + say("[provisional]");
    if (figure.revised) text += " " + say("[revised]");
    if (figure.reference) text += " " + say("[reference value]");
    return text + place(figure.span);
}

std::string Explainer::policy_line(const input::Policy& policy) const {
    return "  " + say("policy: {0}, {1}", policy.id, policy.name) + place(policy.span) + "\n";
}

std::string Explainer::approximate(const base::Ratio& exact) const {
    constexpr int decimals = 6;
    const base::Decimal shown = exact.rounded(decimals, base::Rounding::truncate);
    std::string text = number(shown);
    if (base::Ratio(shown) != exact) return text + "…";
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string Explainer::rating_lines(const input::Band* band, const input::Policy& policy, const base::Decimal& shown,
                                    const base::Ratio& exact, bool per_cent) const {
    const std::string unit = per_cent ? policy.numbers.percent : "";
    const std::string compared =
        policy.rated_value == input::RatedValue::displayed
            ? say("the displayed value, {}", number(shown) + unit)
            : say("the exact value, {}", approximate(per_cent ? evaluate::percent(exact) : exact) + unit);
    if (band == nullptr) return "  " + say("rating: none, no band for {}", compared) + "\n";
    std::string edge = say("the lowest band");
    if (band->lower) {
        edge = band->lower_strict ? say("above {}", number(*band->lower)) : say("from {}", number(*band->lower));
    }
    const std::string word = band->symbol.empty() ? band->word : band->word + " " + band->symbol;
    return "  " + say("rating: {0} ({1}), by {2}", word, edge, compared) + place(band->span) + "\n";
}

std::string Explainer::count(const std::string& path, const Quantity& quantity, base::Year year) const {
    std::string text;
    if (!quantity.members.empty() || path.find("_count") != std::string::npos) {
        text = say("counted in {}:", year_text(year)) + "\n";
    }
    for (const std::size_t index : quantity.members) text += member(index, year);
    return text;
}

std::string Explainer::member(std::size_t index, base::Year year) const {
    const IndicatorAssessment& indicator = assessment_.indicators[index];
    const Result& result = indicator.in(year);
    std::string text = "  " + indicator.indicator->id + " " + indicator.source->name + ": ";
    if (!result.evaluated()) return text + result.reason + "\n";
    const std::string word = result.band == nullptr ? "" : result.band->word;
    if (!result.rate) return text + word + "\n";
    text += percent(result.rate->shown);
    if (result.rate->capped) text += " (" + percent(result.rate->uncapped) + ")";
    text += " " + word;
    if (result.value_change) {
        const int decimals = result.actual->amount->decimals;
        text += ", " + say("value {0}, rate {1} on the year",
                           base::difference_text(result.value_change->rounded(decimals), inputs_.policy.numbers),
                           result.rate_change ? base::difference_text(*result.rate_change, inputs_.policy.numbers)
                                              : std::string("－"));
    }
    return text + "\n";
}

std::string Explainer::activity(const Subject& subject, base::Year year) const {
    const input::Project& project = inputs_.projects[subject.index];
    const input::ActivityIndicator& activity = project.indicators[subject.activity];
    if (activity.kpi) return indicator(*activity.kpi, year);
    std::string text = say("{0}, activity indicator of {1}", activity.name, project.name) + place(activity.span) + "\n";
    for (const auto& [in_year, actual] : activity.actuals) {
        text += "  " + year_text(in_year) + ": " + figure(actual) + "\n";
    }
    return text;
}

}  // namespace evaluate
