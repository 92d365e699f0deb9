// A twin is a composite glyph of one part, so its outline is stored once; metrics and offsets grow by an entry.
#include "text/twins.h"

#include <algorithm>

namespace text {

namespace {

// Where fields stand in their tables.
constexpr std::size_t head_units_per_em = 18, head_long_offsets = 50, head_length = 54;
constexpr std::size_t maxp_glyphs = 4, maxp_points = 6, maxp_contours = 8, maxp_composite_points = 10,
                      maxp_composite_contours = 12, maxp_component_elements = 28, maxp_component_depth = 30,
                      maxp_length = 32;
constexpr std::size_t hhea_widest = 10, hhea_metrics = 34, hhea_length = 36;
constexpr std::size_t glyph_header = 10;
constexpr std::size_t most_glyphs = 0xFFFF;
constexpr std::size_t longest_short_offset = std::size_t{0xFFFF} * 2;

std::uint32_t get16(const std::string& table, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(table[i])); };
    return byte(at) << 8U | byte(at + 1);
}

std::uint32_t get32(const std::string& table, std::size_t at) { return get16(table, at) << 16U | get16(table, at + 2); }

void append16(std::string& table, std::uint32_t value) {
    table += static_cast<char>(value >> 8U & 0xFFU);
    table += static_cast<char>(value & 0xFFU);
}

void put16(std::string& table, std::size_t at, std::uint32_t value) {
    table[at] = static_cast<char>(value >> 8U & 0xFFU);
    table[at + 1] = static_cast<char>(value & 0xFFU);
}

void raise16(std::string& table, std::size_t at, std::uint32_t value) {
    put16(table, at, std::max(get16(table, at), value));
}

struct Metric {
    std::uint32_t advance = 0, left = 0;
};

/// One of every glyph: trailing glyphs of one advance share an entry in the table.
std::vector<Metric> read_metrics(const OutlineTables& tables, std::size_t count) {
    const std::size_t full = get16(tables.hhea, hhea_metrics);
    std::vector<Metric> metrics(count);
    for (std::size_t i = 0; i < count; ++i) {
        metrics[i] = i < full ? Metric{get16(tables.hmtx, 4 * i), get16(tables.hmtx, 4 * i + 2)}
                              : Metric{metrics[full - 1].advance, get16(tables.hmtx, 4 * full + 2 * (i - full))};
    }
    return metrics;
}

std::vector<std::size_t> read_offsets(const OutlineTables& tables, std::size_t count) {
    const bool wide = get16(tables.head, head_long_offsets) != 0;
    std::vector<std::size_t> offsets(count + 1);
    for (std::size_t i = 0; i <= count; ++i) {
        offsets[i] = wide ? get32(tables.loca, 4 * i) : std::size_t{get16(tables.loca, 2 * i)} * 2;
    }
    return offsets;
}

/// Whether every number that is read lies inside its table.
bool well_formed(const OutlineTables& tables) {
    if (tables.head.size() < head_length || tables.maxp.size() < maxp_length || tables.hhea.size() < hhea_length) {
        return false;
    }
    const std::size_t count = get16(tables.maxp, maxp_glyphs);
    const std::size_t full = get16(tables.hhea, hhea_metrics);
    const std::size_t offset = get16(tables.head, head_long_offsets) != 0 ? 4 : 2;
    if (full == 0 || full > count || tables.hmtx.size() < 2 * (full + count)) return false;
    if (tables.loca.size() < offset * (count + 1)) return false;
    const std::vector<std::size_t> offsets = read_offsets(tables, count);
    return std::is_sorted(offsets.begin(), offsets.end()) && offsets.back() <= tables.glyf.size();
}

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

void write_metrics(OutlineTables& tables, const std::vector<Metric>& metrics) {
    tables.hmtx.clear();
    for (const Metric& metric : metrics) {
        append16(tables.hmtx, metric.advance);
        append16(tables.hmtx, metric.left);
        raise16(tables.hhea, hhea_widest, metric.advance);
    }
    put16(tables.hhea, hhea_metrics, static_cast<std::uint32_t>(metrics.size()));
}

void write_offsets(OutlineTables& tables, const std::vector<std::size_t>& offsets) {
    const bool wide = offsets.back() > longest_short_offset;
    tables.loca.clear();
    for (const std::size_t offset : offsets) {
        if (wide) append16(tables.loca, static_cast<std::uint32_t>(offset >> 16U));
        append16(tables.loca, static_cast<std::uint32_t>(wide ? offset : offset / 2));
    }
    put16(tables.head, head_long_offsets, wide ? 1 : 0);
}

void write_limits(std::string& maxp, std::size_t count) {
    put16(maxp, maxp_glyphs, static_cast<std::uint32_t>(count));
    raise16(maxp, maxp_composite_points, get16(maxp, maxp_points));
    raise16(maxp, maxp_composite_contours, get16(maxp, maxp_contours));
    raise16(maxp, maxp_component_elements, 1);
    put16(maxp, maxp_component_depth, get16(maxp, maxp_component_depth) + 1);
}

}  // namespace

void add_twins(OutlineTables& tables, const std::vector<EmbeddedGlyph>& glyphs,
               std::map<EmbeddedGlyph, std::uint32_t>& ids) {
    const auto wanted = static_cast<std::size_t>(
        std::count_if(glyphs.begin(), glyphs.end(), [](const EmbeddedGlyph& glyph) { return glyph.eighths > 0; }));
    if (wanted == 0 || !well_formed(tables)) return;
    const std::size_t count = get16(tables.maxp, maxp_glyphs);
    if (count + wanted > most_glyphs) return;
    std::vector<Metric> metrics = read_metrics(tables, count);
    std::vector<std::size_t> offsets = read_offsets(tables, count);
    const std::uint32_t eighth = (get16(tables.head, head_units_per_em) + 4) / 8;
    tables.glyf.resize(offsets.back());
    for (const EmbeddedGlyph& glyph : glyphs) {
        if (glyph.eighths == 0 || glyph.id >= count) continue;
        const bool drawn = offsets[glyph.id + 1] - offsets[glyph.id] >= glyph_header;
        if (!drawn) continue;
        const Metric& own = metrics[glyph.id];
        const std::uint32_t advance = own.advance + glyph.eighths * eighth;
        if (advance > 0xFFFF) continue;
        ids.emplace(glyph, static_cast<std::uint32_t>(metrics.size()));
        append_composite(tables.glyf, offsets[glyph.id], glyph.id);
        metrics.push_back({advance, own.left});
        offsets.push_back(tables.glyf.size());
    }
    write_metrics(tables, metrics);
    write_offsets(tables, offsets);
    write_limits(tables.maxp, metrics.size());
}

}  // namespace text
