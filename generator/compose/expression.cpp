// Variables first, then names only templates have, then facts; in a check forms are known, values are not.
#include "compose/expression.h"

#include <algorithm>
#include <array>

#include "base/message.h"
#include "evaluate/format.h"

namespace compose {

namespace {

const Thing* variable(const Variables& variables, std::string_view name) {
    const auto found =
        std::find_if(variables.rbegin(), variables.rend(), [&](const auto& v) { return v.first == name; });
    return found == variables.rend() ? nullptr : &found->second;
}

void report(const evaluate::Fault& fault, base::Span span, base::Diagnostics& diagnostics) {
    diagnostics.error(span, fault.message, fault.hint);
}

/// What `<` compares are numbers; letters have no order an author could want.
void expect_number(const Condition& operand, const Thing& thing, base::Diagnostics& diagnostics) {
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    const bool number =
        (reached != nullptr && evaluate::is_numeric(reached->form)) || operand.kind != Condition::Kind::path;
    if (!number) {
        diagnostics.error(operand.span, base::say("`{}` is not a number", evaluate::written(operand.path)));
    }
}

int compare(const World& world, const Thing& a, const Thing& b) {
    const auto left = number_of(a);
    const auto right = number_of(b);
    if (left && right) return *left < *right ? -1 : *left == *right ? 0 : 1;
    return show(world, a).text.compare(show(world, b).text);
}

/// Goes on along the names behind the first, which stood for `thing`. False where nothing is known of where they lead:
/// a name that is unknown is reported.
bool go_on(const World& world, Thing& thing, const evaluate::FactPath& path, base::Span span,
           base::Diagnostics& diagnostics) {
    const std::vector<std::string>& names = path.names;
    std::size_t i = 1;
    for (; i < names.size() && !std::holds_alternative<evaluate::Reached>(thing.is); ++i) {
        const bool open = names[i].find(hole) != std::string::npos;
        if (open && !std::holds_alternative<NarrativeThing>(thing.is)) return false;
        std::optional<Thing> next = own_member(world, thing, names[i]);
        if (!next) {
            std::string before;
            for (std::size_t at = 0; at < i; ++at) before += names[at] + ".";
            report(evaluate::unknown_word(base::to_translate("nothing here is called `{}`"), names[i],
                                          own_names(world, &thing), before, ""),
                   span, diagnostics);
            return false;
        }
        thing = std::move(*next);
    }
    auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    if (reached == nullptr || (i == names.size() && path.year.empty())) return true;
    if (i < names.size() && names[i].find(hole) != std::string::npos) return false;
    const auto fault = evaluate::follow(world.context(), *reached, path, i);
    if (fault) report(*fault, span, diagnostics);
    return !fault;
}

}  // namespace

Thing resolve(const World& world, const Variables& variables, const evaluate::FactPath& path, base::Span span,
              base::Diagnostics& diagnostics) {
    // Of what could not be understood nothing more is said: it may be anything.
    const auto unknown = [&] { return world.checking ? Thing{} : nothing(); };
    const std::vector<std::string>& names = path.names;
    if (names.empty() || names[0].find(hole) != std::string::npos) return unknown();
    if (const Thing* given = variable(variables, names[0])) {
        Thing thing = *given;
        return go_on(world, thing, path, span, diagnostics) ? std::move(thing) : unknown();
    }
    if (auto own = own_name(world, names[0])) {
        return go_on(world, *own, path, span, diagnostics) ? std::move(*own) : unknown();
    }
    const evaluate::Context context = world.context();
    const evaluate::Reached whole = evaluate::beginning(context, !world.checking);
    if (world.open && !evaluate::begins(context, whole, path)) return unknown();
    Thing thing{whole};
    if (!evaluate::follow(context, std::get<evaluate::Reached>(thing.is), path)) return thing;
    // Followed once more for a hint that knows the names of templates too.
    std::vector<std::string> also = own_names(world, nullptr);
    for (const auto& [name, bound] : variables) also.push_back(name);
    evaluate::Reached again = whole;
    report(*evaluate::follow(context, again, path, 0, also), span, diagnostics);
    return unknown();
}

Thing printed(const World& world, const Variables& variables, const evaluate::Piece& piece,
              base::Diagnostics& diagnostics) {
    Thing thing = resolve(world, variables, piece.path, piece.span, diagnostics);
    if (!world.checking) return thing;
    evaluate::Form form{evaluate::Form::Is::flag};
    if (const auto* reached = std::get_if<evaluate::Reached>(&thing.is)) form = reached->form;
    if (std::holds_alternative<NarrativeThing>(thing.is)) form = {};
    if (const auto fault = evaluate::letterless(form, piece.path)) report(*fault, piece.span, diagnostics);
    return thing;
}

/// How a negative number is said whose letters a filter has changed: 6人 without its sign, △6人 with another.
std::string spoken_of_filtered(const World& world, const Shown& whole, const std::string& text) {
    const std::string& minus = world.words.minus;
    if (minus.empty() || whole.spoken.find(minus) == std::string::npos) return {};
    const std::size_t digit = text.find_first_of("0123456789");
    return digit == std::string::npos || digit == 0 ? std::string() : minus + text.substr(digit);
}

Shown shown(const World& world, const Thing& thing, const evaluate::Piece& piece, base::Diagnostics& diagnostics) {
    Shown printed = show(world, thing);
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    if (piece.filters.empty() || reached == nullptr || !reached->content || printed.text.empty()) return printed;
    const evaluate::Content& content = *reached->content;
    const evaluate::Subject* subject = subject_of(thing);
    const bool words = subject != nullptr && subject->figure != nullptr && !subject->figure->amount;
    if (words || std::holds_alternative<evaluate::Missing>(content.is)) return printed;
    auto filtered = evaluate::formatted(world.context(), content, piece.filters);
    if (const auto* fault = std::get_if<evaluate::Fault>(&filtered)) {
        report(*fault, piece.span, diagnostics);
        return printed;
    }
    auto& letters = std::get<evaluate::Printed>(filtered);
    printed.spoken = spoken_of_filtered(world, printed, letters.text);
    printed.text = std::move(letters.text);
    printed.digits = letters.digits;
    return printed;
}

Thing value_of(const World& world, const Variables& variables, const Condition& condition,
               base::Diagnostics& diagnostics) {
    if (condition.kind == Condition::Kind::text) return text(condition.text);
    using evaluate::Form;
    if (condition.kind == Condition::Kind::whole) {
        return {evaluate::Reached{{Form::Is::ordinal}, evaluate::Content{condition.whole}, {}}};
    }
    if (condition.kind == Condition::Kind::path) {
        return resolve(world, variables, condition.path, condition.span, diagnostics);
    }
    const bool met = holds(world, variables, condition, diagnostics);
    return {evaluate::Reached{{Form::Is::flag}, evaluate::Content{met}, {}}};
}

bool holds(const World& world, const Variables& variables, const Condition& condition, base::Diagnostics& diagnostics) {
    using Is = Condition::Kind;
    const auto both = [&] {
        const bool order = condition.kind == Is::less || condition.kind == Is::less_equal;
        std::array<Thing, 2> things;
        for (std::size_t i = 0; i < 2; ++i) {
            things[i] = value_of(world, variables, condition.operands[i], diagnostics);
            if (order && world.checking) expect_number(condition.operands[i], things[i], diagnostics);
        }
        return compare(world, things[0], things[1]);
    };
    const auto part = [&](std::size_t i) { return holds(world, variables, condition.operands[i], diagnostics); };
    if (world.checking && (condition.kind == Is::and_ || condition.kind == Is::or_)) {
        part(0);
        part(1);
        return true;
    }
    switch (condition.kind) {
        case Is::not_: return !part(0);
        case Is::and_: return part(0) && part(1);
        case Is::or_: return part(0) || part(1);
        case Is::equal: return both() == 0;
        case Is::unequal: return both() != 0;
        case Is::less: return both() < 0;
        case Is::less_equal: return both() <= 0;
        default: return truth(world, value_of(world, variables, condition, diagnostics));
    }
}

}  // namespace compose
