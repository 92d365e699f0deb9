// One YAML file as a tree of values with their places.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source.h"
#include "base/value.h"

namespace input {

/// The tree of a file already loaded. Duplicate keys, anchors, aliases, merge keys, tags, a second document, bytes that
/// are not UTF-8, control characters and too deep or too large trees are reported, and nothing is returned then.
std::optional<base::Value> parse_yaml(std::uint32_t file, const base::Sources& sources, base::Diagnostics& diagnostics);

inline constexpr std::size_t most_levels = 40;
inline constexpr std::size_t most_values = 4'000'000;

/// Whole lines of a file, in bytes.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What stands in a stretch.
struct Grown {
    base::Value root;
    base::Diagnostics traps;  ///< doubts, of interest only where the file can be read
    std::size_t values = 0;
    std::size_t levels = 0;  ///< of lists and maps, at its deepest
    bool lone_key = false;   ///< a key has no colon, so that the parser may have looked for it behind the end
};

/// The tree of a stretch by itself, with its places in the whole `text`; nothing where something is wrong with it, or
/// where a text in it may not end with it.
std::optional<Grown> parse_stretch(std::uint32_t file, std::string_view text, Stretch stretch,
                                   base::Diagnostics& diagnostics);

/// The first byte that the parser counts: it skips a byte order mark.
std::size_t first_byte(std::string_view text);

}  // namespace input
