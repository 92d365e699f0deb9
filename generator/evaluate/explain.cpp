// `--explain`: which figure is asked for, and its explanation.
#include "evaluate/explain.h"

#include <algorithm>

#include "base/message.h"
#include "evaluate/format.h"
#include "evaluate/own.h"
#include "evaluate/project_ratings.h"
#include "evaluate/rating.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using base::say;

/// births.actual@R5 (実績値): 1,262. Of a part of what a fact says (year.era) the path as it was written.
std::string first_line(const Context& context, const FactPath& path, const Reached& reached) {
    const Address& address = reached.address;
    const auto printed = formatted(context, *reached.content, {});
    if (std::holds_alternative<Fault>(printed) || letterless(reached.form, path)) return "";
    const Fact* row = fact(address.subject.topic, address.name);
    const bool whole = path.names.back() == address.name;
    const std::string title = row == nullptr || !whole ? "" : " (" + std::string(row->japanese) + ")";
    return (whole ? text_of(context, address) : written(path)) + title + ": " + std::get<Printed>(printed).text + "\n";
}

bool is_mean(const std::string& name) {
    return name.empty() || name.starts_with("mean") || name.starts_with("rating") || name == "trend";
}

std::string explain_fact(const Context& context, const Address& address, const std::string& first,
                         const Explainer& explainer) {
    const Subject& subject = address.subject;
    switch (subject.topic) {
        case Topic::indicator: return first + explainer.indicator(subject.index, subject.year);
        case Topic::activity: return first + explainer.activity(subject);
        case Topic::selection: return first + explainer.count(subject);
        case Topic::project_ratings:
        case Topic::rated_projects: return first + explainer.ratings(subject);
        case Topic::indicators:
            if (address.name == "count") return first + explainer.count(subject);
            break;
        default: break;
    }
    if (address.name.starts_with("own")) return first + explainer.own(subject, address.name);
    const bool tallied = tally_of(context, subject) != nullptr;
    return tallied && is_mean(address.name) ? first + explainer.mean(subject) : first;
}

}  // namespace

std::string explain(const Assessment& assessment, std::string_view what, const base::Sources& sources,
                    base::Diagnostics& diagnostics) {
    const Context context = unworded(assessment);
    const std::string_view text = what.substr(0, what.find('|'));
    const auto address = parse_address(context, text);
    if (const auto* fault = std::get_if<Fault>(&address)) {
        diagnostics.error({}, fault->message, fault->hint);
        return "";
    }
    const FactPath path = *parse_path(text);
    Reached reached = beginning(context, true);
    follow(context, reached, path);  // it leads somewhere, as the address does
    const std::string first = first_line(context, path, reached);
    return explain_fact(context, std::get<Address>(address), first, Explainer(context, sources));
}

std::string Explainer::place(base::Span span) const {
    return span.known() ? " (" + sources_.file_line(span) + ")" : "";
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

std::string Explainer::evidence(const input::Evidence& evidence) const {
    std::string text = say("taken from the paper {}", evidence.paper);
    if (!evidence.digest.empty()) text += " " + say("(SHA-256 {})", evidence.digest.substr(0, 12));
    if (!evidence.given_by.empty()) text += say("; given by {}", evidence.given_by);
    if (!evidence.agreed_by.empty()) text += say("; agreed by {}", evidence.agreed_by);
    return text + place(evidence.span);
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

/// `unit`: of the values. A mean lies so many points away.
std::string Explainer::border_lines(const std::vector<Border>& borders, const std::string& unit, bool of_mean) const {
    std::string text;
    for (const Border& border : borders) {
        const std::string word = border.band == nullptr ? say("none") : border.band->word;
        const std::string value = number(border.value) + unit, away = number(border.away);
        const std::string far = of_mean ? say("{} points away", away)
                                : border.points
                                    ? say("{0} away, {1} points of the rate", away + unit, number(*border.points))
                                    : say("{} away", away + unit);
        const auto line = [&] {
            if (border.better) {
                return border.above ? say("next rating up: {0}, from {1} ({2})", word, value, far)
                                    : say("next rating up: {0}, at {1} or less ({2})", word, value, far);
            }
            return border.above ? say("next rating down: {0}, from {1} ({2})", word, value, far)
                                : say("next rating down: {0}, at {1} or less ({2})", word, value, far);
        };
        text += "  " + line() + "\n";
    }
    return text;
}

std::string Explainer::count(const Subject& subject) const {
    Subject counted = subject;
    counted.topic = Topic::selection;
    std::string text = say("counted in {}:", year_text(subject.year)) + "\n";
    for (const std::size_t index : indicators_of(context_, counted)) text += member(index, subject.year);
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
        text += ", " + say("value {0}, rate {1} on the year",
                           base::difference_text(*result.value_change, inputs_.policy.numbers),
                           result.rate_change ? base::difference_text(*result.rate_change, inputs_.policy.numbers)
                                              : std::string("－"));
    }
    return text + "\n";
}

std::string Explainer::own(const Subject& subject, std::string_view name) const {
    const input::OwnField* field = inputs_.own_field(name.substr(name.find('.') + 1));
    if (field == nullptr) return "";
    std::string text = "  " + field->name + (field->unit.empty() ? "" : " (" + field->unit + ")") + "\n";
    const auto terms = [&](const Subject& of, const std::string& id) {
        for (const OwnTerm& term : own_terms(context_, of, id)) {
            const input::OwnValue& value = *term.value;
            text += "    " + subject_text(context_, term.of) + "." + id + ": " +
                    (value.number ? number(*value.number) : value.text) + place(value.span) + "\n";
        }
    };
    if (name.starts_with("own_share")) {
        text += "  " + say("a share of the whole, overall.own.{}", field->id) + "\n";
        terms(subject, field->id);
        text += "  " + say("the whole:") + "\n";
        terms({.topic = Topic::overall, .year = subject.year}, field->id);
    } else if (field->is == input::OwnField::Is::rate) {
        text += "  " + say("a rate of own fields: {0} / {1}", field->part, field->whole) + "\n";
        terms(subject, field->part);
        terms(subject, field->whole);
    } else if (field->is == input::OwnField::Is::number || written_own(context_, subject, field->id) != nullptr) {
        terms(subject, field->id);
    }
    return text;
}

std::string Explainer::ratings(const Subject& subject) const {
    const input::OwnField& field = inputs_.own_fields[subject.part];
    std::string text = "  " + field.name + "\n" + say("counted in {}:", year_text(subject.year)) + "\n";
    for (const std::size_t at : rated_projects(context_, subject)) {
        const input::Project& project = inputs_.projects[at];
        const input::OwnValue& value = project.own.at(field.id);
        text += "  " + project.id + " " + project.name + ": " + value.text + place(value.span) + "\n";
    }
    return text;
}

std::string Explainer::activity(const Subject& subject) const {
    const input::Project& project = inputs_.projects[subject.index];
    const input::ActivityIndicator& activity = project.indicators[subject.part];
    if (activity.kpi) return indicator(*activity.kpi, subject.year);
    std::string text = say("{0}, activity indicator of {1}", activity.name, project.name) + place(activity.span) + "\n";
    for (const auto& [in_year, actual] : activity.actuals) {
        text += "  " + year_text(in_year) + ": " + figure(actual) + "\n";
        if (actual.beside->evidence) text += "    " + evidence(*actual.beside->evidence) + "\n";
    }
    return text;
}

}  // namespace evaluate
