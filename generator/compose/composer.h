// One run over a volume's template: what every part of it shares, and the walk over its items.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "compose/document.h"
#include "compose/expression.h"
#include "compose/page_fit.h"
#include "compose/signs.h"
#include "compose/style.h"
#include "compose/thing.h"

namespace compose {

/// Limits that keep a hostile template from using up the machine. Rows and pages for each indicator and project are no
/// fault of a template: what it may make grows with the plan.
inline constexpr std::size_t deepest_nesting = 48;
inline constexpr std::size_t most_pieces_of_any_plan = 250'000;
inline constexpr std::size_t most_pieces_a_subject = 500;

/// What the volumes of a template make use of; only a check of the whole asks.
struct Used {
    std::set<const base::Value*> pieces;
    std::set<std::string, std::less<>> slots;  ///< of running heads, that some page fills
    std::set<std::string, std::less<>> anchors;
    std::vector<std::pair<std::string, base::Span>> far_links;  ///< anchors behind the # of links to other volumes
    std::set<std::string, std::less<>> assets;  ///< pictures that a condition asks for, so that they may be missing
};

struct Composer {
    const World& world;
    Stylesheet& styles;
    Document& document;
    base::Diagnostics& diagnostics;
    SignLetters letters{};
    Variables variables{};
    std::map<std::string, const base::Value*, std::less<>> pieces{};  ///< of `define`, by name
    std::vector<ContentsEntry> headings{};                            ///< those that asked for an entry in the contents
    int last_heading_level = 0;
    std::size_t generated_anchors = 0;
    std::vector<const base::Value*> entered{};  ///< the pieces that are being carried out, the innermost last
    std::size_t depth = 0;
    std::size_t made = 0;
    std::size_t most_made = most_pieces_of_any_plan;
    bool stopped = false;
    /// Parsed once, since loops come by often. Keyed by the scalar in the template's tree.
    std::unordered_map<const base::Value*, std::vector<evaluate::Piece>> parsed_texts{};
    std::unordered_map<const base::Value*, Condition> parsed_conditions{};
    std::unordered_map<const base::Value*, Loop> parsed_loops{};
    std::unordered_map<const base::Value*, evaluate::FactPath> parsed_paths{};
    std::unordered_map<const base::Value*, base::Value> bare_items{};  ///< items without their own `for` or `if`
    std::unordered_map<const base::Value*, std::vector<std::string>> parameters{};  ///< of pieces: what must be given
    std::map<std::string, bool> in_vocabulary{};  ///< by path: pieces read the same ones
    Used used{};
    std::unordered_map<std::string, std::uint32_t> fact_places{};         ///< in Document::facts, by address
    PageFit fit{};                                                        ///< of the page that is being filled
    std::map<const CharacterStyle*, const CharacterStyle*> underlined{};  ///< the same styles with a line under them
    std::map<const CharacterStyle*, const CharacterStyle*> raised{};      ///< and those of marks of notes beside them
    std::map<const base::Value*, std::uint32_t> glossary_notes{};         ///< in Document::notes, by the entry's text
    const base::Value* columns = nullptr;   ///< of the table that is read, where they say more than widths
    std::size_t rows_of_columns = 0;        ///< of its body, that took their cells from them
    const ParagraphLook* around = nullptr;  ///< of the box, the cell or the list that is read: that of its paragraphs
    /// The width there is for what comes next: that of the page's text, less inside boxes.
    Length measure{};
};

/// Calls `use` for every item of a list, with `for`, `if` and `use` already carried out.
void for_each_item(Composer& composer, const base::Value& list, const std::function<void(const base::Value&)>& use);

/// Whether a list is written out: no `for`, `if` or `use` makes its items more or fewer.
bool is_fixed(const base::Value& list);
/// The letters and bindings of a scalar.
const std::vector<evaluate::Piece>& parts_of(Composer& composer, const base::Value& scalar);

/// A condition of the template under the variables in force.
bool condition_holds(Composer& composer, const base::Value& scalar);
/// What a path written in the template stands for; bindings in braces inside the path are filled first.
Thing thing_at(Composer& composer, const base::Value& scalar);
/// A whole number: written, or the value of a path.
std::optional<std::int64_t> whole_at(Composer& composer, const base::Value& scalar);
/// The value of a path, a quoted text or a number written in the template.
Thing value_at(Composer& composer, const base::Value& scalar);
/// A length, which may be a binding: the value of the key, if it is there.
std::optional<Length> length_at(Composer& composer, base::Fields& fields, std::string_view key);
/// A scalar with its bindings filled, as plain text.
std::string plain_text(Composer& composer, const base::Value& scalar);

/// The text of a place in the narrative, its bindings filled; a missing one is an error, or marked in a draft
/// (`marked` is then set).
evaluate::Filled narrative_text(Composer& composer, const NarrativeThing& thing, base::Span span, bool& marked);

}  // namespace compose
