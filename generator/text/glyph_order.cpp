// Sorted by metrics their table packs to half its size, and outlines, whose bounds begin alike, to a little less.
#include "text/glyph_order.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace text {

namespace {

constexpr std::size_t glyph_header = 10;

/// Renames the parts of a composite glyph (ISO/IEC 14496-22, 5.3.4).
void rename_parts(std::string& glyph, const std::vector<std::uint32_t>& ids) {
    constexpr std::uint32_t words = 0x0001, one_scale = 0x0008, more_follow = 0x0020, two_scales = 0x0040,
                            matrix = 0x0080;
    if (glyph.size() < glyph_header || get16(glyph, 0) < 0x8000) return;
    std::uint32_t flags = more_follow;
    for (std::size_t at = glyph_header; (flags & more_follow) != 0 && at + 4 <= glyph.size();) {
        flags = get16(glyph, at);
        const std::uint32_t part = get16(glyph, at + 2);
        if (part < ids.size()) put16(glyph, at + 2, ids[part]);
        at += (flags & words) != 0 ? 8 : 6;
        at += (flags & one_scale) != 0 ? 2 : (flags & two_scales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
    }
}

}  // namespace

std::vector<std::uint32_t> order_by_metrics(OutlineTables& tables) {
    if (!well_formed(tables)) return {};
    const std::size_t count = glyph_count(tables);
    const std::vector<GlyphMetric> metrics = read_metrics(tables);
    const std::vector<std::size_t> offsets = read_offsets(tables);
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin() + 1, order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(metrics[a].advance, metrics[a].left, a) < std::tuple(metrics[b].advance, metrics[b].left, b);
    });
    std::vector<std::uint32_t> ids(count);
    for (std::uint32_t id = 0; id < count; ++id) ids[order[id]] = id;
    std::string glyf;
    glyf.reserve(tables.glyf.size());
    std::vector<GlyphMetric> ordered;
    std::vector<std::size_t> begins;
    for (const std::uint32_t old : order) {
        begins.push_back(glyf.size());
        ordered.push_back(metrics[old]);
        std::string glyph = tables.glyf.substr(offsets[old], offsets[old + 1] - offsets[old]);
        rename_parts(glyph, ids);
        glyf += glyph;
    }
    begins.push_back(glyf.size());
    tables.glyf = std::move(glyf);
    write_metrics(tables, ordered);
    write_offsets(tables, begins);
    return ids;
}

}  // namespace text
