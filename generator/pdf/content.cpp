// Each chunk that draws becomes a marked-content sequence; artifacts of one kind in a row share theirs.
#include "pdf/content.h"

#include <fmt/format.h>

#include "pdf/glyph_writer.h"
#include "pdf/pdf.h"
#include "pdf/shapes.h"
#include "pdf/stream.h"
#include "pdf/syntax.h"

namespace pdf {
namespace {

/// Writes the marks of a chunk; text objects open and close inside.
class ChunkWriter {
   public:
    ChunkWriter(Stream& stream, const Fonts& fonts, const Pictures& pictures)
        : stream_(stream), glyphs_(stream, fonts), pictures_(pictures) {}

    void write(const layout::Chunk& chunk) {
        chunk.marks.each(room_,
                         [this](const layout::Mark& mark) { std::visit([this](const auto& is) { one(is); }, mark); });
        glyphs_.end();
    }

   private:
    void one(const layout::Glyphs& glyphs) { glyphs_.draw(glyphs); }
    void one(const layout::Picture& picture) {
        glyphs_.end();
        draw(stream_, picture, pictures_);
    }
    template <typename Shape>
    void one(const Shape& shape) {
        glyphs_.end();
        draw(stream_, shape);
    }

    Stream& stream_;
    GlyphWriter glyphs_;
    const Pictures& pictures_;
    layout::Mark room_;
};

/// A background artifact has to name its box, here the page.
std::string background(const layout::Page& page) {
    return fmt::format("<</Type/Background/BBox[0 0 {} {}]>>", number(page.width), number(page.height));
}

/// How an artifact begins. Its property list is named in the resources, but for that of a background on a page of
/// another size than the first.
std::string artifact(layout::ArtifactKind kind, const layout::Page& page, const layout::Page& first) {
    switch (kind) {
        case layout::ArtifactKind::pagination: return "/Artifact/P BDC\n";
        case layout::ArtifactKind::background: {
            const bool usual = page.width == first.width && page.height == first.height;
            return "/Artifact" + (usual ? "/B " : background(page)) + "BDC\n";
        }
        case layout::ArtifactKind::layout: break;
    }
    return "/Artifact/L BDC\n";
}

/// What a chunk's only mark says of itself, as entries of a span's property list; empty when it says nothing.
std::string said(const layout::Chunk& chunk) {
    if (!chunk.marks.speaks() || chunk.marks.size() != 1) return "";
    const layout::Marks::Iterator only = chunk.marks.begin();
    std::string out;
    const figures::Spoken& said = *std::get<layout::Glyphs>(*only).said;
    if (!said.language.empty()) out += "/Lang" + text_string(said.language);
    if (!said.words.empty()) out += "/Alt" + hex_text_string(said.words);
    if (!said.expansion.empty()) out += "/E" + hex_text_string(said.expansion);
    return out;
}

}  // namespace

std::vector<int> marked_contents(const layout::Page& page) {
    std::vector<int> numbers;
    int next = 0;
    for (const layout::Chunk& chunk : page.chunks) {
        numbers.push_back(chunk.element < 0 || !chunk.marks.draws() ? -1 : next++);
    }
    return numbers;
}

std::string named_properties(const layout::Pages& pages) {
    return "<</P<</Type/Pagination>>/L<</Type/Layout>>/B" + background(pages.pages.front()) + ">>";
}

PageContent write_content(const layout::Pages& pages, std::size_t index, const Fonts& fonts, const Pictures& pictures) {
    const layout::Page& page = pages.pages.at(index);
    Stream stream(page.height);
    ChunkWriter writer(stream, fonts, pictures);
    PageContent content;
    const layout::Chunk* open_artifact = nullptr;
    content.mcids = marked_contents(page);
    for (std::size_t at = 0; at < page.chunks.size(); ++at) {
        const layout::Chunk& chunk = page.chunks[at];
        if (!chunk.marks.draws()) continue;
        const bool is_artifact = chunk.element < 0;
        if (open_artifact != nullptr && (!is_artifact || open_artifact->artifact != chunk.artifact)) {
            stream.write("EMC\n");
            open_artifact = nullptr;
        }
        if (is_artifact) {
            if (open_artifact == nullptr) stream.write(artifact(chunk.artifact, page, pages.pages.front()));
            open_artifact = &chunk;
            writer.write(chunk);
            continue;
        }
        ++content.mcid_count;
        const layout::Element& element = pages.structure.elements.at(static_cast<std::size_t>(chunk.element));
        stream.write(fmt::format("{}<</MCID {}>>BDC\n", name(element.type), content.mcids[at]));
        const std::string properties = said(chunk);
        if (!properties.empty()) stream.write("/Span<<" + properties + ">>BDC\n");
        writer.write(chunk);
        if (!properties.empty()) stream.write("EMC\n");
        stream.write("EMC\n");
    }
    if (open_artifact != nullptr) stream.write("EMC\n");
    content.operators = stream.take();
    return content;
}

}  // namespace pdf
