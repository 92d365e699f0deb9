// One YAML file as a tree of values with their places.
#pragma once

#include <optional>

#include "base/source.h"
#include "base/value.h"

namespace input {

/// The tree of a file already loaded. Duplicate keys, anchors, aliases, merge keys, tags, a second document, bytes that
/// are not UTF-8, control characters and too deep or too large trees are reported, and nothing is returned then.
std::optional<base::Value> parse_yaml(std::uint32_t file, const base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace input
