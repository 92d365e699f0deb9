// A table of bits by glyph id gathers glyphs with their eighths, each once and in ascending order.
#include <cstdint>

#include "layout/layout.h"

namespace layout {

std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> used_glyphs(const Pages& pages) {
    // Of every glyph, a bit for each number of eighths it is followed by.
    std::map<text::FaceId, std::vector<std::uint32_t>> used;
    for (const Page& page : pages.pages) {
        for (const Chunk& chunk : page.chunks) {
            for (const Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<Glyphs>(&mark);
                if (glyphs == nullptr) continue;
                std::vector<std::uint32_t>& seen = used[glyphs->run.face];
                seen.resize(std::size_t{1} << 16U);
                for (const text::Glyph& glyph : glyphs->run.glyphs) seen[glyph.id] |= 1U << glyph.eighths;
            }
        }
    }
    std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> result;
    for (const auto& [face, seen] : used) {
        for (std::uint32_t id = 0; id < seen.size(); ++id) {
            for (std::uint8_t eighths = 0; seen[id] >> eighths != 0; ++eighths) {
                if ((seen[id] >> eighths & 1U) != 0) result[face].push_back({id, eighths});
            }
        }
    }
    return result;
}

}  // namespace layout
