// What is printed as it was typed and was not meant so: a unit twice, 21件件; an author's mark in a name.
#include "base/author_marks.h"
#include "base/message.h"
#include "base/utf8.h"
#include "check/kinds.h"
#include "check/letters.h"
#include "evaluate/binding.h"

namespace check {

namespace {

using base::say;

/// What stands behind the last digit of a figure as it is printed; empty where there is no digit.
std::string unit_of(const std::string& printed) {
    const std::u32string letters = base::decode(printed);
    std::size_t end = letters.size();
    while (end > 0 && !is_digit_of_any_width(letters[end - 1])) --end;
    return end == 0 ? std::string() : base::encode(std::u32string_view(letters).substr(end));
}

/// How many bytes of the text are the unit at its beginning; ％ and % are one.
std::size_t unit_at(std::string_view text, std::string_view unit) {
    if (unit.empty()) return 0;
    if (text.starts_with(unit)) return unit.size();
    for (const std::string_view other : {"％", "%"}) {
        if ((unit == "％" || unit == "%") && text.starts_with(other)) return other.size();
    }
    return 0;
}

/// The unit of an indicator that is typed twice behind a figure without one: {…}件件.
std::string_view typed_twice(const input::Strategy& strategy, std::string_view text) {
    for (const input::Indicator& indicator : strategy.indicators) {
        const std::size_t once = unit_at(text, indicator.unit);
        if (once > 0 && unit_at(text.substr(once), indicator.unit) > 0) return text.substr(0, once);
    }
    return {};
}

void check_text(const evaluate::Assessment& assessment, const input::TypedText& text, Doubts& doubts) {
    const std::string_view whole = text.text;
    for (std::size_t at = whole.find('{'); at != std::string_view::npos; at = whole.find('{', at + 1)) {
        const std::size_t end = whole.find('}', at);
        if (end == std::string_view::npos) return;
        const auto printed = evaluate::placeholder(assessment, whole.substr(at + 1, end - at - 1));
        if (!printed) continue;
        const std::string unit = unit_of(*printed);
        std::size_t again = end + 1;  // where the unit stands that is one too many
        if (unit.empty()) again += typed_twice(doubts.inputs().strategy, whole.substr(again)).size();
        const std::string_view first = whole.substr(end + 1, again - end - 1);
        const std::size_t length = unit_at(whole.substr(again), unit.empty() ? first : std::string_view(unit));
        if (length == 0) continue;
        const base::Span place = evaluate::Locator(text.text, text.span).locate(at, again + length - at);
        doubts.in_text("doubled-unit", place, text.text,
                       say("`{0}` prints {1}, and {2} stands behind it once more", whole.substr(at, again - at),
                           *printed + std::string(first), whole.substr(again, length)),
                       say("take one of them out"));
    }
}

/// Names go into tables, books and data as they are; only texts have readings, notes and lines under words.
void check_name(const std::string& name, base::Span place, Doubts& doubts) {
    for (const base::Marked& mark : base::marked(name)) {
        if (mark.is == base::Marked::Is::letters) continue;
        doubts.at("mark-in-name", place, {},
                  say("the name `{}` is printed with the signs of a reading or a note", name),
                  say("readings, notes and lines under words stand in texts; the `reading` of an indicator goes into "
                      "the index"));
        return;
    }
}

}  // namespace

void check_units(const evaluate::Assessment& assessment, Doubts& doubts) {
    for (const input::TypedText& text : doubts.inputs().texts) {
        if (text.path.starts_with("narrative.")) check_text(assessment, text, doubts);
    }
}

void check_marks(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    for (const input::Goal& goal : inputs.strategy.goals) {
        check_name(goal.title, goal.span, doubts);
        check_name(goal.slogan, goal.span, doubts);
    }
    for (const input::Measure& measure : inputs.strategy.measures) check_name(measure.title, measure.span, doubts);
    for (const input::Initiative& each : inputs.strategy.initiatives) check_name(each.title, each.span, doubts);
    for (const input::Indicator& each : inputs.strategy.indicators) check_name(each.name, each.span, doubts);
    for (const input::Project& project : inputs.projects) {
        check_name(project.name, project.span, doubts);
        for (const input::ActivityIndicator& each : project.indicators) check_name(each.name, each.span, doubts);
    }
}

}  // namespace check
