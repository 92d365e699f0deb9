// A table of bits by glyph id gathers glyphs with their eighths, each once and in ascending order.
#include <cstdint>

#include "layout/layout.h"

namespace layout {

namespace {

constexpr std::size_t room = 1024;  // for the glyphs next to one

/// Every run of glyphs on the pages.
template <typename Visit>
void for_runs(const Pages& pages, Visit visit) {
    Mark room;
    for (const Page& page : pages.pages) {
        for (const Chunk& chunk : page.chunks) {
            chunk.marks.each(room, [&](const Mark& mark) {
                if (const auto* glyphs = std::get_if<Glyphs>(&mark)) visit(glyphs->run);
            });
        }
    }
}

}  // namespace

std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> used_glyphs(const Pages& pages) {
    // Of every glyph, a bit for each number of eighths it is followed by.
    std::map<text::FaceId, std::vector<std::uint32_t>> used;
    for_runs(pages, [&](const text::GlyphRun& run) {
        std::vector<std::uint32_t>& seen = used[run.face];
        for (const text::Glyph& glyph : run.glyphs) {
            if (glyph.id >= seen.size()) seen.resize(glyph.id + room);
            seen[glyph.id] |= 1U << glyph.eighths;
        }
    });
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

std::map<text::FaceId, text::EmbeddedGlyph> used_faces(const Pages& pages) {
    std::map<text::FaceId, text::EmbeddedGlyph> used;
    for_runs(pages, [&](const text::GlyphRun& run) {
        if (run.glyphs.empty()) return;
        used.try_emplace(run.face, text::EmbeddedGlyph{run.glyphs.front().id, run.glyphs.front().eighths});
    });
    return used;
}

}  // namespace layout
