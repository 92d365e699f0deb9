#include "layout/writer.h"

#include <algorithm>

namespace layout {

void Writer::begin_page(Length width, Length height, std::string label) {
    Page page;
    page.width = width;
    page.height = height;
    page.label = std::move(label);
    pages_.pages.push_back(std::move(page));
}

void Writer::mark(int element, Mark mark, ArtifactKind kind) {
    std::vector<Chunk>& chunks = pages_.pages.back().chunks;
    const bool same =
        !chunks.empty() && chunks.back().element == element && (element >= 0 || chunks.back().artifact == kind);
    if (!same) {
        if (element >= 0) {
            this->element(element).kids.push_back({Kid::Kind::chunk, static_cast<int>(chunks.size()), page()});
        }
        chunks.push_back({element, kind, {}});
    }
    chunks.back().marks.push_back(std::move(mark));
}

void Writer::link(Link link) {
    std::vector<Link>& links = pages_.pages.back().links;
    element(link.element).kids.push_back({Kid::Kind::link, static_cast<int>(links.size()), page()});
    links.push_back(std::move(link));
}

void Writer::bound(int index, const Rect& rect) {
    Element& figure = element(index);
    if (!figure.bounds) {
        figure.bounds = rect;
        figure.bounds_page = page();
    } else if (figure.bounds_page == page()) {
        const Length x = std::min(figure.bounds->x, rect.x), y = std::min(figure.bounds->y, rect.y);
        figure.bounds = Rect{x, y, std::max(figure.bounds->right(), rect.right()) - x,
                             std::max(figure.bounds->bottom(), rect.bottom()) - y};
    }
}

}  // namespace layout
