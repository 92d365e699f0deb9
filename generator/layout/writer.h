// Marks onto pages, gathered into chunks by the element they belong to.
#pragma once

#include "layout/page.h"

namespace layout {

class Writer {
   public:
    explicit Writer(Pages& pages) : pages_(pages) {}

    void begin_page(Length width, Length height);
    /// Goes on with a page that has begun.
    void turn_to(int page) { page_ = page; }
    int page() const { return page_; }

    /// Marks of one element that follow one another share a chunk, which becomes a kid of the element.
    void mark(int element, const Mark& mark, ArtifactKind kind = ArtifactKind::layout);
    /// The same with a mark of a drawing that has its origin there.
    void mark(int element, const figures::Mark& mark, Point origin, ArtifactKind kind);
    /// A link annotation, a kid of its Link element.
    void link(LinkAnnotation link);
    /// Widens the bounds of a figure on the page where it begins.
    void bound(int element, const Rect& rect);
    Element& element(int index) { return pages_.structure.elements[static_cast<std::size_t>(index)]; }
    Structure& structure() { return pages_.structure; }
    Pages& pages() { return pages_; }

   private:
    /// Where a mark belongs.
    Marks& marks_of(int element, ArtifactKind kind, bool alone);
    Page& here() { return pages_.pages[static_cast<std::size_t>(page_)]; }

    Pages& pages_;
    int page_ = -1;
};

}  // namespace layout
