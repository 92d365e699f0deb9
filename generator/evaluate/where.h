// Where facts stand in what is published, as text and for programs; and what would follow from another value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/length.h"
#include "evaluate/facts.h"
#include "input/inputs.h"

namespace evaluate {

/// A place of a fact in an output. Of a page the label, as printed, and a rectangle from its top left corner; of a
/// workbook sheet and cell.
struct Spot {
    std::string file;
    int page = 0;  ///< counted from 1; 0: a cell
    std::string label;
    base::Rect rect;
    std::string sheet, cell;
    std::string words;  ///< what stands there
};

/// A fact and all its places. `otherwise` is what it would say under another value, where that was asked.
struct Followed {
    Address fact;
    std::string name;  ///< births.rate@R5
    std::string says;
    std::optional<std::string> otherwise;
    std::string typed;                        ///< file:line:column of a value that somebody typed; empty: computed
    std::optional<input::Evidence> evidence;  ///< of such a value
    std::vector<Spot> spots;
};

/// What a fact says, in letters; empty where it says nothing.
std::string letters_of(const Context& context, const Address& address);

/// What the fact is called: 出生数　R5　達成率; 全体　KPI（おおむね順調）　数.
std::string label_of(const Context& context, const Address& address);

/// The typed value behind an actual, a target or a baseline; null for anything else and for what nobody typed.
input::Figure* typed_figure(input::Inputs& inputs, const Address& address);

/// Types another number for an actual, a target, a baseline or a number of the city's own, also where reading has
/// copied it to: reprints, and activity indicators that are a KPI. False for what nobody typed.
bool retype(input::Inputs& inputs, const Address& address, const base::Decimal& number);

/// A fact a line with its places below it.
std::string to_text(const std::vector<Followed>& facts);
/// The same for programs; docs/where-json.md.
std::string to_json(const std::vector<Followed>& facts);

}  // namespace evaluate
