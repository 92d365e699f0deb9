// The little language inside templates: paths (goal.title) that begin with a variable, conditions (not k.evaluated and
// g.number = 1), and texts with bindings ({goal.title}, {i.number | 丸数字}).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "compose/thing.h"
#include "evaluate/binding.h"

namespace compose {

/// Names of variables and what they stand for, the innermost last.
using Variables = std::vector<std::pair<std::string, Thing>>;

struct Condition {
    enum class Kind { path, text, whole, not_, and_, or_, equal, unequal, less, less_equal } kind = Kind::path;
    evaluate::FactPath path;
    base::Span span;  ///< of the path
    std::string text;
    std::int64_t whole = 0;
    std::vector<Condition> operands;
};

/// `k in goal.1.kpis`: what each is called, and the path of the list, at its place.
struct Loop {
    std::string name;
    base::Value over;
};

/// Parsing reports faults at their place inside the scalar and returns what it understood.
evaluate::FactPath read_path(std::string_view text, base::Span span, base::Diagnostics& diagnostics);
std::vector<evaluate::Piece> parse_text(const base::Value& scalar, base::Diagnostics& diagnostics);
Condition parse_condition(const base::Value& scalar, base::Diagnostics& diagnostics);
/// Without a name where it is none.
Loop parse_loop(const base::Value& scalar, base::Diagnostics& diagnostics);

/// What a path at its place stands for; an unknown name is reported with the nearest known one and gives anything.
Thing resolve(const World& world, const Variables& variables, const evaluate::FactPath& path, base::Span span,
              base::Diagnostics& diagnostics);
/// The same for a text: a check reports things that print nothing.
Thing printed(const World& world, const Variables& variables, const evaluate::Piece& piece,
              base::Diagnostics& diagnostics);
/// The value of an expression that is no comparison: a path, a quoted text, a number.
Thing value_of(const World& world, const Variables& variables, const Condition& expression,
               base::Diagnostics& diagnostics);
bool holds(const World& world, const Variables& variables, const Condition& condition, base::Diagnostics& diagnostics);

/// What is printed for a binding. Where there is no value its mark stands, without the filters.
Shown shown(const World& world, const Thing& thing, const evaluate::Piece& piece, base::Diagnostics& diagnostics);

}  // namespace compose
