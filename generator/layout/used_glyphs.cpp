#include "layout/layout.h"

namespace layout {

std::map<text::FaceId, std::vector<std::uint32_t>> used_glyphs(const Pages& pages) {
    std::map<text::FaceId, std::vector<bool>> used;
    for (const Page& page : pages.pages) {
        for (const Chunk& chunk : page.chunks) {
            for (const Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<Glyphs>(&mark);
                if (glyphs == nullptr) continue;
                std::vector<bool>& ids = used[glyphs->run.face];
                ids.resize(std::size_t{1} << 16U);
                for (const text::Glyph& glyph : glyphs->run.glyphs) ids[glyph.id] = true;
            }
        }
    }
    std::map<text::FaceId, std::vector<std::uint32_t>> result;
    for (const auto& [face, ids] : used) {
        for (std::uint32_t id = 0; id < ids.size(); ++id) {
            if (ids[id]) result[face].push_back(id);
        }
    }
    return result;
}

}  // namespace layout
