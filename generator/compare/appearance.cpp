// A hash of what is drawn and where, of this run only.
#include "compare/appearance.h"

#include <functional>
#include <string_view>

namespace compare {

namespace {

class Hash {
   public:
    void add(std::uint64_t number) {
        sum_ = (sum_ ^ number) * 0x9E37'79B9'7F4A'7C15U;
        sum_ ^= sum_ >> 32U;
    }
    void add(std::string_view text) { add(std::hash<std::string_view>()(text)); }
    void add(base::Length length) { add(static_cast<std::uint64_t>(length.value)); }
    void add(base::Point at, base::Point origin) {
        add(at.x - origin.x);
        add(at.y - origin.y);
    }
    void add(base::Colour colour) {
        add(static_cast<std::uint64_t>(colour.red) << 16U | static_cast<std::uint64_t>(colour.green) << 8U |
            static_cast<std::uint64_t>(colour.blue));
    }
    std::uint64_t sum() const { return sum_; }

   private:
    std::uint64_t sum_ = 0;
};

struct Adder {
    Hash& hash;
    base::Point origin;

    void operator()(const layout::Glyphs& glyphs) const {
        hash.add(glyphs.origin, origin);
        hash.add(glyphs.run.text);
        hash.add(glyphs.run.size);
        hash.add(glyphs.run.colour);
        hash.add(static_cast<std::uint64_t>(glyphs.run.face));
        for (const text::Glyph& glyph : glyphs.run.glyphs) hash.add(glyph.advance);
    }
    void operator()(const layout::Fill& fill) const {
        hash.add({fill.rect.x, fill.rect.y}, origin);
        hash.add(fill.rect.width);
        hash.add(fill.rect.height);
        hash.add(fill.colour);
    }
    void operator()(const layout::Stroke& stroke) const {
        hash.add(stroke.from, origin);
        hash.add(stroke.to, origin);
        hash.add(stroke.weight);
        hash.add(stroke.colour);
    }
    void operator()(const layout::Path& path) const {
        for (const layout::PathStep& step : path.steps) {
            hash.add(static_cast<std::uint64_t>(step.kind));
            hash.add(step.to, origin);
            if (step.kind != layout::PathStep::Kind::curve) continue;
            hash.add(step.c1, origin);
            hash.add(step.c2, origin);
        }
        if (path.fill) hash.add(*path.fill);
        if (path.stroke) hash.add(*path.stroke);
        hash.add(path.weight);
    }
    void operator()(const layout::Picture& picture) const {
        hash.add(picture.asset);
        hash.add({picture.rect.x, picture.rect.y}, origin);
        hash.add(picture.rect.width);
        hash.add(picture.rect.height);
        hash.add(static_cast<std::uint64_t>(picture.page));
    }
};

}  // namespace

std::uint64_t appearance(const layout::Marks& marks, base::Point origin) {
    Hash hash;
    for (const layout::Mark& mark : marks) std::visit(Adder{hash, origin}, mark);
    return hash.sum();
}

std::uint64_t appearance(const layout::Page& page) {
    Hash hash;
    for (const layout::Chunk& chunk : page.chunks) {
        for (const layout::Mark& mark : chunk.marks) std::visit(Adder{hash, {}}, mark);
    }
    return hash.sum();
}

}  // namespace compare
