// The files that kensho brings along, as they were parsed when the program was built.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/value.h"

namespace input {

/// One of them.
struct ShippedTree {
    std::size_t size = 0;     ///< of its text
    std::string_view digest;  ///< of its text
    std::string_view packed;  ///< its tree (packed.h)
};

/// All of them; packaging/pack_trees.cpp writes it while the program is built.
std::span<const ShippedTree> shipped_trees();

/// The tree of a text that is, to the last byte, one of theirs: what the parser would give. A copy that was edited is
/// none, and is parsed as any other file.
std::optional<base::Value> shipped_tree(std::string_view text, std::uint32_t file);

}  // namespace input
