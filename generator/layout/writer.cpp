// A mark joins the last chunk where element and kind are the same; one that says something of itself stays alone.
#include "layout/writer.h"

#include <algorithm>

namespace layout {

namespace {

template <typename Any>
bool stands_alone(const Any& mark) {
    const auto* glyphs = std::get_if<Glyphs>(&mark);
    return glyphs != nullptr && static_cast<bool>(glyphs->said);
}

/// Whether a mark goes on where the chunk ends.
bool belongs(const Chunk& chunk, int element, ArtifactKind kind, bool alone) {
    if (chunk.element != element) return false;
    if (element < 0) return chunk.artifact == kind;
    return !alone && !chunk.marks.speaks();
}

}  // namespace

void Writer::begin_page(Length width, Length height) {
    page_ = static_cast<int>(pages_.pages.size());
    Page& page = pages_.pages.emplace_back();
    page.width = width;
    page.height = height;
}

Marks& Writer::marks_of(int element, ArtifactKind kind, bool alone) {
    std::vector<Chunk>& chunks = here().chunks;
    if (chunks.empty() || !belongs(chunks.back(), element, kind, alone)) {
        if (element >= 0) {
            this->element(element).kids.push_back({Kid::Kind::chunk, static_cast<int>(chunks.size()), page()});
        }
        chunks.push_back({element, kind, {}});
    }
    return chunks.back().marks;
}

void Writer::mark(int element, const Mark& mark, ArtifactKind kind) {
    marks_of(element, kind, stands_alone(mark)).push_back(mark);
}

void Writer::mark(int element, const figures::Mark& mark, Point origin, ArtifactKind kind) {
    marks_of(element, kind, stands_alone(mark)).push_back(mark, origin);
}

void Writer::link(LinkAnnotation link) {
    std::vector<LinkAnnotation>& links = here().links;
    if (!links.empty() && links.back().element == link.element) {  // the link's next line
        links.back().areas.insert(links.back().areas.end(), link.areas.begin(), link.areas.end());
        return;
    }
    element(link.element).kids.push_back({Kid::Kind::link, static_cast<int>(links.size()), page()});
    links.push_back(std::move(link));
}

void Writer::bound(int index, const Rect& rect) {
    Said& figure = element(index).said.own();
    if (!figure.bounds) {
        figure.bounds = rect;
        figure.bounds_page = page();
    } else if (figure.bounds_page == page()) {
        figure.bounds = united(*figure.bounds, rect);
    }
}

}  // namespace layout
