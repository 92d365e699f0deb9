// How things are printed, and what is heard instead.

#include "base/number_style.h"
#include "compose/thing.h"
#include "evaluate/format.h"

namespace compose {

namespace {

using evaluate::Content;
using evaluate::Subject;
using evaluate::Topic;

Shown show_missing(const World& world, const evaluate::Missing& missing) {
    if (missing.part) return {};
    if (missing.unreported && world.draft) return {world.words.draft_value, {}, {}, true};
    return {world.words.missing, world.words.missing_spoken, {}, true};
}

/// The text spoken for a number that may carry a minus sign; empty where nothing needs to be said.
std::string spoken_number(const World& world, const std::string& printed, const base::NumberStyle& style) {
    if (world.words.minus.empty() || style.minus.empty() || !printed.starts_with(style.minus)) return {};
    return world.words.minus + printed.substr(style.minus.size());
}

std::string spoken_status(const input::Policy& policy, const std::string& word) {
    for (const input::StatusWord& status : policy.statuses) {
        if (status.word == word && status.meaning != word) return status.meaning;
    }
    return {};
}

Shown show_subject(const World& world, const Subject& subject, evaluate::Printed printed) {
    std::string text = std::move(printed.text);
    const base::Digits digits = printed.digits;
    if (subject.topic == Topic::year) {
        return {std::move(text), {}, base::era_year(world.inputs.eras, subject.year, subject.year_kind), false};
    }
    if (subject.topic != Topic::figure) return {std::move(text), {}, {}, true};
    const bool number = subject.figure->amount.has_value();
    std::string spoken =
        number ? spoken_number(world, text, subject.policy->numbers) : spoken_status(*subject.policy, text);
    if (!number || !subject.figure->reference) return {std::move(text), std::move(spoken), {}, true, digits};
    Shown bracketed{world.words.reference, world.words.reference_spoken + (spoken.empty() ? text : spoken), {}, true};
    if (const std::size_t at = bracketed.text.find("{}"); at != std::string::npos) {
        bracketed.text.replace(at, 2, text);
        bracketed.digits = digits.behind(at);
    }
    return bracketed;
}

Shown show_content(const World& world, const Content& content) {
    if (const auto* missing = std::get_if<evaluate::Missing>(&content.is)) return show_missing(world, *missing);
    if (std::holds_alternative<std::monostate>(content.is)) return {};
    auto printed = evaluate::formatted(world.context(), content, {});
    auto* found = std::get_if<evaluate::Printed>(&printed);
    evaluate::Printed letters = found == nullptr ? evaluate::Printed{} : std::move(*found);
    if (const auto* subject = std::get_if<Subject>(&content.is)) {
        return show_subject(world, *subject, std::move(letters));
    }
    Shown shown{std::move(letters.text), {}, {}, false, letters.digits};
    if (const auto* number = std::get_if<evaluate::Number>(&content.is)) {
        shown.exact = number->as != evaluate::Number::As::count;
        if (shown.exact) shown.spoken = spoken_number(world, shown.text, *number->style);
    }
    if (const auto* words = std::get_if<evaluate::Words>(&content.is)) shown.exact = words->exact;
    return shown;
}

}  // namespace

Shown show(const World& world, const Thing& thing) {
    if (const auto* node = std::get_if<NarrativeThing>(&thing.is)) {
        return {node->value == nullptr ? std::string() : node->value->text, {}, {}, false};
    }
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    if (reached == nullptr) return {};
    return reached->content ? show_content(world, *reached->content) : Shown{std::string(1, hole), {}, {}, true};
}

}  // namespace compose
