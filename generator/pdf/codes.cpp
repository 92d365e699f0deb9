// Digits, point and blank come first: places and adjustments are made of them, so that they are short when packed.
#include "pdf/codes.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace pdf {
namespace {

constexpr std::size_t values = 256;

/// All bytes, those first that are frequent in the operators of pages.
std::string bytes_by_price() {
    constexpr std::string_view cheap = "0123456789. abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string bytes(cheap);
    for (std::size_t byte = 0; byte < values; ++byte) {
        if (cheap.find(static_cast<char>(byte)) == std::string_view::npos) bytes += static_cast<char>(byte);
    }
    return bytes;
}

}  // namespace

std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> glyphs_by_use(const layout::Pages& pages) {
    constexpr std::size_t room = 1024;  // for the glyphs next to one
    struct Uses {
        std::vector<std::uint32_t> plain;  ///< by id
        std::map<text::EmbeddedGlyph, std::uint32_t> with_eighths;
    };
    std::map<text::FaceId, Uses> faces;
    for (const layout::Page& page : pages.pages) {
        for (const layout::Chunk& chunk : page.chunks) {
            for (const layout::Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
                if (glyphs == nullptr) continue;
                Uses& uses = faces[glyphs->run.face];
                for (const text::Glyph& glyph : glyphs->run.glyphs) {
                    if (glyph.eighths != 0) {
                        ++uses.with_eighths[{glyph.id, glyph.eighths}];
                        continue;
                    }
                    if (glyph.id >= uses.plain.size()) uses.plain.resize(glyph.id + room);
                    ++uses.plain[glyph.id];
                }
            }
        }
    }
    std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> result;
    for (const auto& [face, uses] : faces) {
        std::vector<std::pair<std::uint32_t, text::EmbeddedGlyph>> counted;
        for (std::uint32_t id = 0; id < uses.plain.size(); ++id) {
            if (uses.plain[id] != 0) counted.emplace_back(uses.plain[id], text::EmbeddedGlyph{id});
        }
        for (const auto& [glyph, count] : uses.with_eighths) counted.emplace_back(count, glyph);
        std::stable_sort(counted.begin(), counted.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<text::EmbeddedGlyph>& glyphs = result[face];
        for (const auto& [count, glyph] : counted) glyphs.push_back(glyph);
    }
    return result;
}

std::vector<std::uint32_t> cheapest_codes(std::size_t count) {
    if (count >= values * values) throw std::runtime_error("a face with more glyphs than codes of two bytes");
    const std::string bytes = bytes_by_price();
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])); };
    std::vector<std::uint32_t> codes;
    // The price of a code is that of both bytes.
    for (std::size_t price = 0; codes.size() < count; ++price) {
        for (std::size_t high = price < values ? 0 : price - values + 1; high <= std::min(price, values - 1); ++high) {
            const std::uint32_t code = byte(high) << 8U | byte(price - high);
            if (code != 0 && codes.size() < count) codes.push_back(code);
        }
    }
    return codes;
}

}  // namespace pdf
