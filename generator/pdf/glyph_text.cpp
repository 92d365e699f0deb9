// A glyph may show several characters: the most frequent wins the map, other places get an ActualText.
#include "pdf/glyph_text.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"

namespace pdf {
namespace {

/// What the glyph at `index` of a cluster may stand for: a character each, the last glyph takes the rest. A glyph too
/// many repeats the last character; such a cluster is then read by its ActualText.
std::string_view share(const Cluster& cluster, std::size_t index) {
    std::string_view rest = cluster.characters;
    for (std::size_t i = 0; i < index; ++i) {
        const std::size_t length = base::decode_at(rest, 0).length;
        if (length == rest.size()) return rest;
        rest.remove_prefix(length);
    }
    if (index + 1 == cluster.count) return rest;
    return rest.substr(0, base::decode_at(rest, 0).length);
}

/// Such a character needs an ActualText whatever the font says (ISO 19005-2, 6.2.11.7.3). All begin with EE, EF, F3 or
/// F4 in UTF-8, so that most text is told without decoding.
bool has_private_use(std::string_view characters) {
    if (characters.find_first_of("\xEE\xEF\xF3\xF4") == std::string_view::npos) return false;
    for (const char32_t c : base::decode(characters)) {
        if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return true;
    }
    return false;
}

struct Candidate {
    std::string characters;
    std::size_t votes = 0;
};
/// Most glyphs have one.
using Votes = std::unordered_map<std::uint32_t, std::vector<Candidate>>;

void vote(const text::GlyphRun& run, Votes& votes) {
    for (const Cluster& cluster : clusters(run)) {
        if (cluster.characters.empty()) continue;
        for (std::size_t i = 0; i < cluster.count; ++i) {
            std::vector<Candidate>& candidates = votes[run.glyphs[cluster.first + i].id];
            const std::string_view characters = share(cluster, i);
            const auto found = std::ranges::find(candidates, characters, &Candidate::characters);
            if (found != candidates.end()) {
                ++found->votes;
            } else {
                candidates.push_back({std::string(characters), 1});
            }
        }
    }
}

/// Of two with as many votes the first in the order of letters.
GlyphText winners(const Votes& votes) {
    GlyphText result;
    for (const auto& [glyph, candidates] : votes) {
        const auto most = std::ranges::max_element(candidates, [](const Candidate& a, const Candidate& b) {
            return a.votes != b.votes ? a.votes < b.votes : a.characters > b.characters;
        });
        result.emplace(glyph, most->characters);
    }
    return result;
}

}  // namespace

std::vector<Cluster> clusters(const text::GlyphRun& run) {
    std::vector<Cluster> result;
    const std::vector<text::Glyph>& glyphs = run.glyphs;
    for (std::size_t i = 0; i < glyphs.size();) {
        std::size_t end = i + 1;
        while (end < glyphs.size() && glyphs[end].cluster == glyphs[i].cluster) ++end;
        const std::size_t from = result.empty() ? 0 : glyphs[i].cluster;
        const std::size_t to = end < glyphs.size() ? glyphs[end].cluster : run.text.size();
        result.push_back({i, end - i, std::string_view(run.text).substr(from, to - from)});
        i = end;
    }
    return result;
}

std::map<text::FaceId, GlyphText> glyph_text(const layout::Pages& pages) {
    std::map<text::FaceId, Votes> votes;
    layout::Mark room;
    for (const layout::Page& page : pages.pages) {
        for (const layout::Chunk& chunk : page.chunks) {
            chunk.marks.each(room, [&](const layout::Mark& mark) {
                if (const auto* glyphs = std::get_if<layout::Glyphs>(&mark)) vote(glyphs->run, votes[glyphs->run.face]);
            });
        }
    }
    std::map<text::FaceId, GlyphText> result;
    for (const auto& [face, face_votes] : votes) result.emplace(face, winners(face_votes));
    return result;
}

bool reads_as_written(const text::GlyphRun& run, const Cluster& cluster, const GlyphText& text) {
    if (has_private_use(cluster.characters)) return false;
    std::string_view rest = cluster.characters;
    for (std::size_t i = 0; i < cluster.count; ++i) {
        const auto found = text.find(run.glyphs[cluster.first + i].id);
        if (found == text.end() || !rest.starts_with(found->second)) return false;
        rest.remove_prefix(found->second.size());
    }
    return rest.empty();
}

}  // namespace pdf
