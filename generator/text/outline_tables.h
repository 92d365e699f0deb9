// The tables of a TrueType face that its outlines need, read and written by field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace text {

/// As in the face's file (ISO/IEC 14496-22, 5).
struct OutlineTables {
    std::string head, maxp, hhea, hmtx, loca, glyf;
};

std::uint32_t get16(const std::string& table, std::size_t at);
void append16(std::string& table, std::uint32_t value);
void put16(std::string& table, std::size_t at, std::uint32_t value);
/// Puts the value where it is more than what stands there.
void raise16(std::string& table, std::size_t at, std::uint32_t value);

/// Whether every number that is read lies inside its table.
bool well_formed(const OutlineTables& tables);

std::size_t glyph_count(const OutlineTables& tables);

struct GlyphMetric {
    std::uint32_t advance = 0, left = 0;
};
/// One of every glyph: trailing glyphs of one advance share an entry in the table.
std::vector<GlyphMetric> read_metrics(const OutlineTables& tables);
void write_metrics(OutlineTables& tables, const std::vector<GlyphMetric>& metrics);

/// Where each glyph begins in glyf, and where the last one ends.
std::vector<std::size_t> read_offsets(const OutlineTables& tables);
void write_offsets(OutlineTables& tables, const std::vector<std::size_t>& offsets);

}  // namespace text
