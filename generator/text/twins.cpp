// A twin is a composite glyph of one part, so its outline is stored once; metrics and offsets grow by an entry.
#include "text/twins.h"

#include <algorithm>

namespace text {

namespace {

// Where fields stand in their tables.
constexpr std::size_t head_units_per_em = 18;
constexpr std::size_t maxp_glyphs = 4, maxp_points = 6, maxp_contours = 8, maxp_composite_points = 10,
                      maxp_composite_contours = 12, maxp_component_elements = 28, maxp_component_depth = 30;
constexpr std::size_t glyph_header = 10;
constexpr std::size_t most_glyphs = 0xFFFF;

/// A composite glyph (5.3.4) of one part, which stands where it stood.
void append_composite(std::string& glyf, std::size_t original, std::uint32_t id) {
    constexpr std::uint32_t composite = 0xFFFF, offset_is_xy = 0x0002, nowhere = 0;
    const std::string bounds = glyf.substr(original + 2, glyph_header - 2);
    append16(glyf, composite);
    glyf += bounds;
    append16(glyf, offset_is_xy);
    append16(glyf, id);
    append16(glyf, nowhere);
}

void write_limits(std::string& maxp, std::size_t count) {
    put16(maxp, maxp_glyphs, static_cast<std::uint32_t>(count));
    raise16(maxp, maxp_composite_points, get16(maxp, maxp_points));
    raise16(maxp, maxp_composite_contours, get16(maxp, maxp_contours));
    raise16(maxp, maxp_component_elements, 1);
    put16(maxp, maxp_component_depth, get16(maxp, maxp_component_depth) + 1);
}

}  // namespace

std::map<EmbeddedGlyph, std::uint32_t> add_twins(OutlineTables& tables, const std::vector<EmbeddedGlyph>& glyphs,
                                                 const std::map<std::uint32_t, std::uint32_t>& ids) {
    const auto wanted = static_cast<std::size_t>(
        std::count_if(glyphs.begin(), glyphs.end(), [](const EmbeddedGlyph& glyph) { return glyph.eighths > 0; }));
    if (wanted == 0 || !well_formed(tables)) return {};
    const std::size_t count = glyph_count(tables);
    if (count + wanted > most_glyphs) return {};
    std::map<EmbeddedGlyph, std::uint32_t> twins;
    std::vector<GlyphMetric> metrics = read_metrics(tables);
    std::vector<std::size_t> offsets = read_offsets(tables);
    const std::uint32_t eighth = (get16(tables.head, head_units_per_em) + 4) / 8;
    tables.glyf.resize(offsets.back());
    for (const EmbeddedGlyph& glyph : glyphs) {
        const auto found = ids.find(glyph.id);
        if (glyph.eighths == 0 || found == ids.end() || found->second >= count) continue;
        const std::uint32_t id = found->second;
        const bool drawn = offsets[id + 1] - offsets[id] >= glyph_header;
        if (!drawn) continue;
        const GlyphMetric own = metrics[id];
        const std::uint32_t advance = own.advance + glyph.eighths * eighth;
        if (advance > 0xFFFF) continue;
        twins.emplace(glyph, static_cast<std::uint32_t>(metrics.size()));
        append_composite(tables.glyf, offsets[id], id);
        metrics.push_back({advance, own.left});
        offsets.push_back(tables.glyf.size());
    }
    write_metrics(tables, metrics);
    write_offsets(tables, offsets);
    write_limits(tables.maxp, metrics.size());
    return twins;
}

}  // namespace text
