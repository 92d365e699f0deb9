// Texts with bindings: {goal.1.mean} and {m.number | 丸数字}. One way to write them in templates and in prose; {{ and
// }} stand for the braces themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "evaluate/facts.h"

namespace evaluate {

/// Finds where in the source a stretch of a scalar's text was written.
class Locator {
   public:
    /// With the sources, the place is right in every kind of scalar; without, in those that stand on one line.
    Locator(std::string_view text, base::Span span, const base::Sources* sources = nullptr)
        : text_(text), span_(span), sources_(sources) {}
    /// `begin` and `length` count bytes of the text. Stretches must be asked for from left to right.
    base::Span locate(std::size_t begin, std::size_t length);

   private:
    base::Span part(std::size_t begin, std::size_t length) const;
    std::string_view text_;
    base::Span span_;
    const base::Sources* sources_;
    std::size_t searched_ = 0;
};

/// A stretch of a text: letters, or a binding when `path` has names.
struct Piece {
    std::string literal;
    FactPath path;
    std::vector<std::string> filters;
    base::Span span;  ///< of the path
};

/// Faults of paths and filters are reported at their place; what was understood is returned.
std::vector<Piece> parse_pieces(std::string_view text, Locator locator, base::Diagnostics& diagnostics);

/// What was put in the place of a binding, in bytes of the filled text.
struct FilledIn {
    std::size_t begin, length;
    Address fact;
};
struct Filled {
    std::string text;
    std::vector<FilledIn> facts{};
    bool lacks = false;  ///< a status stands where a figure is to come
};

/// Whether a figure that is not there yet is a fault, as in a report, or its status is printed, as in a draft.
enum class Lacking { fault, printed };

/// A text of the prose with every binding filled; one that cannot be is reported and left as it was written.
Filled fill_in(const Context& context, std::string_view text, Locator locator, Lacking lacking,
               base::Diagnostics& diagnostics);

}  // namespace evaluate
