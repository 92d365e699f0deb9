// The little language inside templates: paths (goal.title), conditions (not k.evaluated and g.number = 1), and texts
// with bindings ({goal.title}, {i.number | circled}).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "compose/thing.h"

namespace compose {

/// Names of variables and what they stand for, the innermost last.
using Variables = std::vector<std::pair<std::string, Thing>>;

struct Path {
    std::vector<std::string> names;
    base::Span span;
};

enum class Filter { none, circled, wide, single, kanji, kana, counter };

/// A stretch of a text: letters, or a binding when `path` has names.
struct Part {
    std::string literal;
    Path path;
    Filter filter = Filter::none;
};

struct Condition {
    enum class Kind { path, text, whole, not_, and_, or_, equal, unequal, less, less_equal } kind = Kind::path;
    Path path;
    std::string text;
    std::int64_t whole = 0;
    std::vector<Condition> operands;
};

/// Parsing reports faults at their place inside the scalar and returns what it understood.
Path parse_path(std::string_view text, base::Span span, base::Diagnostics& diagnostics);
std::vector<Part> parse_text(const base::Value& scalar, base::Diagnostics& diagnostics);
Condition parse_condition(const base::Value& scalar, base::Diagnostics& diagnostics);

/// The place of `length` bytes from `at` on in a scalar, as well as it can be told from the scalar alone.
base::Span inside(const base::Value& scalar, std::size_t at, std::size_t length);

/// What a path stands for; an unknown name is reported with the nearest known one and gives nothing.
Thing resolve(const World& world, const Variables& variables, const Path& path, base::Diagnostics& diagnostics);
/// The same for a text: a check reports things that print nothing.
Thing printed(const World& world, const Variables& variables, const Path& path, base::Diagnostics& diagnostics);
/// The value of an expression that is no comparison: a path, a quoted text, a number.
Thing value_of(const World& world, const Variables& variables, const Condition& expression,
               base::Diagnostics& diagnostics);
bool holds(const World& world, const Variables& variables, const Condition& condition, base::Diagnostics& diagnostics);

/// ① of 1, Ｒ５ of R5, 令和５年 and 令和10年 (only a digit on its own is wide), 四 of 4, ア of 1, 四つ of 4 and
/// 10 of 10.
std::string filtered(std::string_view text, Filter filter);

}  // namespace compose
