// A mark goes below the first letters or lines of its place, above the grounds that were drawn before them. Chunks that
// follow move on, and so do all that count them.
#include "layout/change_marks.h"

#include <algorithm>
#include <set>

#include "layout/structure.h"

namespace layout {

namespace {

constexpr Colour tint{0xFB, 0xF0, 0xC8};
constexpr Colour ink{0x15, 0x4B, 0x7A};
constexpr Length bar_width = Length::points(2), bar_gap = Length::points(10), edge = Length::points(6);
constexpr const char* spoken = "変更";

/// A point of what is drawn.
Point point_of(const Mark& mark) {
    struct Visitor {
        Point operator()(const Glyphs& glyphs) const { return glyphs.origin; }
        Point operator()(const Fill& fill) const { return {fill.rect.x, fill.rect.y}; }
        Point operator()(const Stroke& stroke) const { return stroke.from; }
        Point operator()(const Path& path) const { return path.steps.empty() ? Point{} : path.steps.front().to; }
        Point operator()(const Picture& picture) const { return {picture.rect.x, picture.rect.y}; }
    };
    return std::visit(Visitor{}, mark);
}

bool lies_in(const Chunk& chunk, const Rect& rect) {
    for (const Mark& mark : chunk.marks) {
        const Point at = point_of(mark);
        if (rect.x <= at.x && at.x <= rect.right() && rect.y <= at.y && at.y <= rect.bottom()) return true;
    }
    return false;
}

class Marker {
   public:
    explicit Marker(Pages& pages) : pages_(pages) {}

    void mark(const Changed& change) {
        const int number = change.page;
        Page& page = pages_.pages[static_cast<std::size_t>(number)];
        const auto read = [&](const Chunk& chunk) { return chunk.element >= 0 && lies_in(chunk, change.rect); };
        const auto found = std::find_if(page.chunks.begin(), page.chunks.end(), read);
        if (found == page.chunks.end()) return;  // what is no part of the text, as a folio
        const int element = found->element;
        const int at = static_cast<int>(found - page.chunks.begin());
        const Length left = std::max(margin_of(number) - bar_gap, edge);
        const Rect& rect = change.rect;
        const Fill ground{rect, tint}, bar{{left, rect.y, bar_width, rect.height}, ink};
        insert(number, at, {-1, ArtifactKind::layout, {ground}}, {-1, ArtifactKind::layout, {bar}});
        page.chunks[static_cast<std::size_t>(at) + 1].element = say(element, number, at + 1);
    }

   private:
    Element& element(int index) { return pages_.structure.elements[static_cast<std::size_t>(index)]; }

    /// Where the letters of a page begin, before any mark.
    Length margin_of(int number) {
        const auto [known, fresh] = margins_.try_emplace(number, pages_.pages[static_cast<std::size_t>(number)].width);
        if (!fresh) return known->second;
        for (const Chunk& chunk : pages_.pages[static_cast<std::size_t>(number)].chunks) {
            for (const Mark& mark : chunk.marks) {
                if (chunk.element < 0 || !std::holds_alternative<Glyphs>(mark)) continue;
                known->second = std::min(known->second, point_of(mark).x);
            }
        }
        return known->second;
    }

    void insert(int number, int at, const Chunk& first, const Chunk& second) {
        Page& page = pages_.pages[static_cast<std::size_t>(number)];
        page.chunks.insert(page.chunks.begin() + at, {first, second});
        for (Element& each : pages_.structure.elements) {
            for (Kid& kid : each.kids) {
                if (kid.kind == Kid::Kind::chunk && kid.page == number && kid.index >= at) kid.index += 2;
            }
        }
        for (std::deque<Place>* places : {&pages_.facts, &pages_.texts}) {
            for (Place& place : *places) {
                if (place.page == number && place.chunk >= at) place.chunk += 2;
            }
        }
    }

    /// The element of the bar that speaks of a change inside `inner`; -1 where that has been said, or the drawing says
    /// it in its own words.
    int say(int inner, int page, int chunk) {
        static const std::set<std::string_view> inside_a_line = {"Span", "Link", "Lbl", "Reference", "Em", "Strong"};
        int block = inner;
        for (int at = inner; at >= 0; at = element(at).parent) {
            if (!element(at).said->alt.empty() && element(at).type == "Figure") {
                if (told_.insert(at).second) element(at).said.own().alt.insert(0, std::string(spoken) + "：");
                return -1;
            }
        }
        while (inside_a_line.contains(element(block).type) && element(block).parent >= 0) block = element(block).parent;
        if (!told_.insert(block).second) return -1;
        const auto& kids = element(block).kids;
        // The label of an item comes first.
        const bool label =
            !kids.empty() && kids.front().kind == Kid::Kind::element && element(kids.front().index).type == "Lbl";
        const int span = add_element(pages_.structure, "Span", block, label ? 1 : 0);
        element(span).said.own().actual_text = spoken;
        element(span).kids = {{Kid::Kind::chunk, chunk, page}};
        return span;
    }

    Pages& pages_;
    std::map<int, Length> margins_;
    std::set<int> told_;
};

}  // namespace

void mark_changes(const std::vector<Changed>& changes, Pages& pages) {
    Marker marker(pages);
    for (const Changed& change : changes) {
        if (change.page >= 0 && static_cast<std::size_t>(change.page) < pages.pages.size()) marker.mark(change);
    }
}

}  // namespace layout
