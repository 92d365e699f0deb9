// One line for each range of codes, with a list of their characters, in blocks of a hundred, the most that a CMap's
// block may hold.
#include "pdf/to_unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

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
    std::vector<std::string> lines;
    for (auto at = text.begin(); at != text.end();) {
        const std::uint32_t first = at->first;
        std::uint32_t last = first;
        std::string list;
        // A range leaves the first byte as it is (ISO 32000-1, 9.7.6.3).
        for (; at != text.end() && (at->first == first || (at->first == last + 1 && at->first >> 8U == first >> 8U));
             ++at) {
            list += '<';
            append_utf16_hex(list, at->second);
            list += '>';
            last = at->first;
        }
        lines.push_back(fmt::format("<{:04X}><{:04X}>[{}]\n", first, last, list));
    }
    std::string out = head;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at % block == 0) {
            fmt::format_to(std::back_inserter(out), "{} beginbfrange\n", std::min(block, lines.size() - at));
        }
        out += lines[at];
        if (at % block == block - 1 || at + 1 == lines.size()) out += "endbfrange\n";
    }
    return out + tail;
}

}  // namespace pdf
