// Names and addresses that Excel accepts.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace workbook {

using Row = std::uint32_t;
using Column = std::uint16_t;

/// Counts from 0.
struct At {
    Row row = 0;
    Column column = 0;
};

struct Area {
    At first, last;
};

inline constexpr Row max_rows = 1'048'576;
inline constexpr std::size_t max_text = 32'767;  ///< UTF-16 units in a cell

/// UTF-16 units of a UTF-8 text: what Excel counts.
std::size_t utf16_length(std::string_view text);
/// The longest head of `text` of at most `units` UTF-16 units, cut between characters.
std::string_view utf16_head(std::string_view text, std::size_t units);
/// The text, or the longest head of it that fits with … behind it.
std::string shortened(const std::string& text, const std::function<bool(const std::string&)>& fits);

/// Lines of `characters` half-width characters that the text takes.
std::size_t lines_of(std::string_view text, std::size_t characters);

/// Sheet names of one book.
class SheetNames {
   public:
    /// `wanted` without [ ] : * ? / \ and without apostrophes at its ends, cut to 31 units, numbered when it is taken
    /// (upper and lower case are the same to Excel). An empty one becomes "Sheet".
    std::string take(std::string_view wanted);

   private:
    std::set<std::string> taken_;
};

inline constexpr std::size_t max_formula_text = 255;  ///< UTF-16 units of a text in a formula
inline constexpr std::size_t max_range_name = 255;

/// Why Excel refuses a text as the name of a range.
enum class NameFault { none, character, address, kept, length };
NameFault fault_of_name(std::string_view name);

/// Upper and lower case as one, as Excel compares names: ASCII and full-width Latin letters.
std::string folded(std::string_view name);

/// A, B, … XFD.
std::string column_name(Column column);
/// A1, or $A$1.
std::string cell(At at);
std::string fixed_cell(At at);
/// '基本目標１'!$A$1
std::string cell_of(std::string_view sheet, At at);
/// '基本目標１'!$A$1:$B$2
std::string area_of(std::string_view sheet, Area area);
/// "text" as a string inside a formula.
std::string formula_text(std::string_view text);

}  // namespace workbook
