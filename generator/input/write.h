// Putting values back into a YAML file at their place. What is not changed stays to the byte: comments, order, line
// ends and a byte order mark.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"
#include "base/value.h"

namespace input {

/// Keys of maps and positions in lists, from the root of a file down to a value.
using KeyPath = std::vector<std::variant<std::string, std::size_t>>;

/// One change of a file. A key that its map does not have yet is added at the end of the map, the item behind the last
/// one at the end of the list.
struct Edit {
    KeyPath path;
    std::optional<base::Value> value;    ///< none: the entry or item is taken out
    std::optional<std::string> comment;  ///< replaces the one on the value's line; empty: none stands there then
};

/// A scalar, to be written bare where that reads back as the same text, else in double quotes.
base::Value text_value(std::string text);

/// `text` as YAML for the end of a line, or (`flow`) for a place inside {} or [].
std::string as_yaml(const std::string& text, bool flow = false);

/// The path of the value written at `span`, the innermost one; nothing when the tree has none there.
std::optional<KeyPath> path_to(const base::Value& tree, base::Span span);

/// The value at `path`; null when there is none.
const base::Value* value_at(const base::Value& tree, const KeyPath& path);

/// The comment on the line on which `value` ends, without its sign; empty when there is none.
std::string comment_beside(std::string_view text, const base::Value& value);

/// The text of a file with its values changed. What was written is read again: when anything else than what was asked
/// for would differ, nothing is returned and an error says which place has to be changed by hand.
std::optional<std::string> write_back(const base::Value& tree, const base::Sources& sources,
                                      const std::vector<Edit>& edits, base::Diagnostics& diagnostics);

}  // namespace input
