// What the maps of YAML may hold, as tables beside their readers. The JSON Schemas for editors are printed from them
// (commands/print_schema.h), and a test holds the readers to those.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace base {

/// A key: its name, with ! behind it where it must stand; the shape of its value; and in Japanese what it is and a line
/// about it, which are the shape's own where they are left out. The name ... takes in all keys of the map `shape`. A
/// map whose keys have no shape is one of these words.
///
/// A shape is a name (of a map, of a form or of one below), or
///     a / b           one or the other
///     [x]  [x]2..4    a list of x; so many of them; [x!] no two alike
///     {x}  {k: x}1..  a map with any keys, or with keys of the shape k
///     0..10  1..      a whole number
///     =a|b  @list     one of the words; of the words that the program has in a list (print_schema.cpp)
///     ~pattern        a text; to the end of the shape
///     +x              of templates: for, if and use, with x where their maps say `inside`
///     *x              of forms of templates: a list of x or of such steps that give it, or one alone
/// Of themselves are known: letters (a text that is not empty), string, plain_number, flag.
struct Key {
    std::string_view name, shape, title = {}, about = {};
};

/// A map that has a name.
struct Map {
    std::string_view name, title, about;
    std::span<const Key> keys;
    /// The shape of what stands under any other key; without one nothing else may stand.
    std::string_view rest = {};
    /// What only JSON Schema says: which keys need or exclude each other, a type of its own.
    std::string_view json = {};
};

/// A kind of file: the first map is the file itself. A form is a shape that has a name; names that are not found here
/// are those of the common schema.
struct Schema {
    std::span<const Map> maps;
    std::span<const Key> forms = {};
};

/// The rows of two tables as one.
template <typename Row, std::size_t m, std::size_t n>
constexpr std::array<Row, m + n> joined(const Row (&first)[m], const Row (&second)[n]) {
    std::array<Row, m + n> rows{};
    std::copy(second, second + n, std::copy(first, first + m, rows.begin()));
    return rows;
}
template <typename Row, std::size_t m, std::size_t n>
constexpr std::array<Row, m + n> joined(const std::array<Row, m>& first, const Row (&second)[n]) {
    std::array<Row, m + n> rows{};
    std::copy(second, second + n, std::copy(first.begin(), first.end(), rows.begin()));
    return rows;
}

}  // namespace base
