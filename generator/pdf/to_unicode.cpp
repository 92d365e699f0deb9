// One line for each code in blocks of a hundred, the most that a CMap's block may hold, without ranges.
#include "pdf/to_unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "pdf/syntax.h"

namespace pdf {
namespace {

constexpr std::size_t block = 100;  ///< a CMap's block holds that many lines at most

constexpr const char* head =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
constexpr const char* tail = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

}  // namespace

std::string to_unicode_map(const GlyphText& text) {
    std::string out = head;
    std::size_t left = text.size();
    std::size_t in_block = 0;
    for (const auto& [glyph, characters] : text) {
        if (in_block == 0) {
            in_block = std::min(block, left);
            fmt::format_to(std::back_inserter(out), "{} beginbfchar\n", in_block);
        }
        fmt::format_to(std::back_inserter(out), "<{:04X}><", glyph);
        append_utf16_hex(out, characters);
        out += ">\n";
        --left;
        if (--in_block == 0) out += "endbfchar\n";
    }
    return out + tail;
}

}  // namespace pdf
