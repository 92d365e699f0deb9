// Big end first, as everything in such a file.
#include "text/outline_tables.h"

#include <algorithm>

namespace text {

namespace {

// Where fields stand in their tables.
constexpr std::size_t head_long_offsets = 50, head_length = 54;
constexpr std::size_t maxp_glyphs = 4, maxp_length = 32;
constexpr std::size_t hhea_widest = 10, hhea_metrics = 34, hhea_length = 36;
constexpr std::size_t longest_short_offset = std::size_t{0xFFFF} * 2;

std::uint32_t get32(const std::string& table, std::size_t at) { return get16(table, at) << 16U | get16(table, at + 2); }

}  // namespace

std::uint32_t get16(const std::string& table, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(table[i])); };
    return byte(at) << 8U | byte(at + 1);
}

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

bool well_formed(const OutlineTables& tables) {
    if (tables.head.size() < head_length || tables.maxp.size() < maxp_length || tables.hhea.size() < hhea_length) {
        return false;
    }
    const std::size_t count = glyph_count(tables);
    const std::size_t full = get16(tables.hhea, hhea_metrics);
    const std::size_t offset = get16(tables.head, head_long_offsets) != 0 ? 4 : 2;
    if (full == 0 || full > count || tables.hmtx.size() < 2 * (full + count)) return false;
    if (tables.loca.size() < offset * (count + 1)) return false;
    const std::vector<std::size_t> offsets = read_offsets(tables);
    return std::is_sorted(offsets.begin(), offsets.end()) && offsets.back() <= tables.glyf.size();
}

std::size_t glyph_count(const OutlineTables& tables) { return get16(tables.maxp, maxp_glyphs); }

std::vector<GlyphMetric> read_metrics(const OutlineTables& tables) {
    const std::size_t count = glyph_count(tables);
    const std::size_t full = get16(tables.hhea, hhea_metrics);
    std::vector<GlyphMetric> metrics(count);
    for (std::size_t i = 0; i < count; ++i) {
        metrics[i] = i < full ? GlyphMetric{get16(tables.hmtx, 4 * i), get16(tables.hmtx, 4 * i + 2)}
                              : GlyphMetric{metrics[full - 1].advance, get16(tables.hmtx, 4 * full + 2 * (i - full))};
    }
    return metrics;
}

void write_metrics(OutlineTables& tables, const std::vector<GlyphMetric>& metrics) {
    tables.hmtx.clear();
    for (const GlyphMetric& metric : metrics) {
        append16(tables.hmtx, metric.advance);
        append16(tables.hmtx, metric.left);
        raise16(tables.hhea, hhea_widest, metric.advance);
    }
    put16(tables.hhea, hhea_metrics, static_cast<std::uint32_t>(metrics.size()));
}

std::vector<std::size_t> read_offsets(const OutlineTables& tables) {
    const std::size_t count = glyph_count(tables);
    const bool wide = get16(tables.head, head_long_offsets) != 0;
    std::vector<std::size_t> offsets(count + 1);
    for (std::size_t i = 0; i <= count; ++i) {
        offsets[i] = wide ? get32(tables.loca, 4 * i) : std::size_t{get16(tables.loca, 2 * i)} * 2;
    }
    return offsets;
}

void write_offsets(OutlineTables& tables, const std::vector<std::size_t>& offsets) {
    // Short ones are halved: what wide ones lead to may begin at an odd place.
    const bool wide = get16(tables.head, head_long_offsets) != 0 || offsets.back() > longest_short_offset;
    tables.loca.clear();
    for (const std::size_t offset : offsets) {
        if (wide) append16(tables.loca, static_cast<std::uint32_t>(offset >> 16U));
        append16(tables.loca, static_cast<std::uint32_t>(wide ? offset : offset / 2));
    }
    put16(tables.head, head_long_offsets, wide ? 1 : 0);
}

}  // namespace text
