// The tags are written out byte by byte with constants adapted to D50, under a fixed date.
#include "pdf/profile.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pdf {
namespace {

void append16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

void append32(std::string& out, std::uint32_t value) {
    append16(out, value >> 16);
    append16(out, value & 0xFFFF);
}

/// Numbers in 1/65536.
using Fixed = std::uint32_t;
constexpr std::array<Fixed, 3> d50 = {0xF6D6, 0x10000, 0xD32D};

std::string numbers(std::string_view type, const std::vector<Fixed>& values) {
    std::string out(type);
    append32(out, 0);
    for (const Fixed value : values) append32(out, value);
    return out;
}

std::string xyz(Fixed x, Fixed y, Fixed z) { return numbers("XYZ ", {x, y, z}); }

/// multiLocalizedUnicodeType with one English text.
std::string words(std::string_view ascii) {
    std::string out = "mluc";
    for (const std::uint32_t value : {0U, 1U, 12U}) append32(out, value);
    out += "enUS";
    append32(out, static_cast<std::uint32_t>(ascii.size() * 2));
    append32(out, 28);
    for (const char c : ascii) append16(out, static_cast<unsigned char>(c));
    return out;
}

/// parametricCurveType 3: ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 below 0.04045.
std::string curve() {
    std::string out = "para";
    append32(out, 0);
    append16(out, 3);
    append16(out, 0);
    for (const Fixed value : {0x26666U, 0xF2A7U, 0x0D59U, 0x13D0U, 0x0A5BU}) append32(out, value);
    return out;
}

/// The tags in the order of the file. Primaries and white are adapted to D50 by the Bradford matrix, which `chad`
/// tells.
std::vector<std::pair<std::string_view, std::string>> tags() {
    return {{"desc", words("sRGB")},
            {"cprt", words("No copyright, use freely")},
            {"wtpt", xyz(d50[0], d50[1], d50[2])},
            {"chad",
             numbers("sf32", {0x10C42, 0x05DE, 0xFFFFF325, 0x0793, 0xFD90, 0xFFFFFBA1, 0xFFFFFDA2, 0x03DB, 0xC06E})},
            {"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
            {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
            {"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
            {"rTRC", curve()},
            {"gTRC", curve()},
            {"bTRC", curve()}};
}

/// The header's 128 bytes; the date is a fixed one.
std::string header(std::uint32_t size) {
    std::string out;
    append32(out, size);
    append32(out, 0);
    append32(out, 0x04200000);
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2024U, 1U, 1U, 0U, 0U, 0U}) append16(out, part);
    out += "acsp";
    out.append(28, '\0');
    for (const Fixed value : d50) append32(out, value);
    out.append(48, '\0');
    return out;
}

}  // namespace

std::string srgb_profile() {
    const auto all = tags();
    std::string table;
    std::string data;
    append32(table, static_cast<std::uint32_t>(all.size()));
    const std::size_t start = 128 + 4 + all.size() * 12;
    for (const auto& [signature, value] : all) {
        table += signature;
        append32(table, static_cast<std::uint32_t>(start + data.size()));
        append32(table, static_cast<std::uint32_t>(value.size()));
        data += value;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    return header(static_cast<std::uint32_t>(start + data.size())) + table + data;
}

}  // namespace pdf
