// Lengths take four bytes, as glyphs' do, and nothing is said of glyphs that they have alike: the advance of full
// width, clusters of one Japanese character.
#include "layout/marks.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <type_traits>

namespace layout {

namespace {

/// Which of a run's glyphs say more than their ids: all of them, or none.
constexpr std::uint8_t advances = 1, clusters = 2, moves = 4, gaps = 8, ids = 16;
constexpr std::uint32_t usual_step = 3;  ///< of clusters: the bytes of a Japanese character
/// What few glyphs and paths have.
constexpr std::uint8_t has_said = 1, has_fact = 2, has_fill = 1, has_stroke = 2, has_round_joins = 4;

/// A mark as it is written; the first byte is its place in the variant.
class Bytes {
   public:
    Bytes(std::string& out, Point origin) : out_(out), origin_(origin) {}
    Bytes(const Bytes&) = delete;
    ~Bytes() { out_.append(some_.data(), used_); }

    template <typename Number>
    void number(Number value) {
        if (used_ + sizeof value > some_.size()) make_room();
        std::memcpy(some_.data() + used_, &value, sizeof value);
        used_ += sizeof value;
    }
    void byte(std::uint8_t value) { number(value); }
    /// Two kilometres are beyond every page.
    void length(Length length) {
        constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
        number(static_cast<std::int32_t>(std::clamp(length.value, -most, most)));
    }
    void point(Point point) { length(point.x + origin_.x), length(point.y + origin_.y); }
    void rect(const Rect& rect) { point({rect.x, rect.y}), length(rect.width), length(rect.height); }
    void colour(Colour colour) { byte(colour.red), byte(colour.green), byte(colour.blue); }
    void text(const std::string& text) {
        number(static_cast<std::uint32_t>(text.size()));
        if (used_ + text.size() > some_.size()) make_room();
        if (text.size() > some_.size()) {
            out_ += text;
            return;
        }
        std::memcpy(some_.data() + used_, text.data(), text.size());
        used_ += text.size();
    }

    void operator()(const Glyphs& glyphs) {
        point(glyphs.origin);
        number(glyphs.run.face);
        length(glyphs.run.size);
        colour(glyphs.run.colour);
        text(glyphs.run.text);
        this->glyphs(glyphs.run.glyphs);
        byte(static_cast<std::uint8_t>((glyphs.said ? has_said : 0) | (glyphs.fact ? has_fact : 0)));
        if (glyphs.said) text(glyphs.said->language), text(glyphs.said->expansion), text(glyphs.said->words);
        if (glyphs.fact) number(*glyphs.fact);
    }
    void operator()(const Fill& fill) { rect(fill.rect), colour(fill.colour); }
    void operator()(const Stroke& stroke) {
        point(stroke.from);
        point(stroke.to);
        length(stroke.weight);
        colour(stroke.colour);
    }
    void operator()(const Path& path) {
        byte(static_cast<std::uint8_t>((path.fill ? has_fill : 0) | (path.stroke ? has_stroke : 0) |
                                       (path.round_joins ? has_round_joins : 0)));
        if (path.fill) colour(*path.fill);
        if (path.stroke) colour(*path.stroke);
        length(path.weight);
        number(static_cast<std::uint32_t>(path.steps.size()));
        for (const PathStep& step : path.steps) {
            number(step.kind);
            point(step.to);
            if (step.kind == PathStep::Kind::curve) point(step.c1), point(step.c2);
        }
    }
    void operator()(const Picture& picture) {
        text(picture.asset);
        number(picture.page);
        rect(picture.rect);
    }

   private:
    /// In rows: what all glyphs have alike is left out.
    void glyphs(const std::vector<text::Glyph>& glyphs) {
        number(static_cast<std::uint32_t>(glyphs.size()));
        if (glyphs.empty()) return;
        const text::Glyph& first = glyphs.front();
        std::uint8_t rows = 0;
        std::uint32_t cluster = 0;
        for (const text::Glyph& glyph : glyphs) {
            if (glyph.advance.value != first.advance.value) rows |= advances;
            if (glyph.cluster != cluster) rows |= clusters;
            if (glyph.dx.value != 0 || glyph.dy.value != 0) rows |= moves;
            if (glyph.eighths != 0) rows |= gaps;
            cluster += usual_step;
        }
        byte(rows);
        const auto row = [&](std::uint8_t which, auto of) {
            if ((rows & which) == 0) return;
            for (const text::Glyph& glyph : glyphs) number(of(glyph));
        };
        rows |= ids;
        row(ids, [](const text::Glyph& glyph) { return static_cast<std::uint16_t>(glyph.id); });
        if ((rows & advances) == 0) number(first.advance.value);
        row(advances, [](const text::Glyph& glyph) { return glyph.advance.value; });
        row(clusters, [](const text::Glyph& glyph) { return glyph.cluster; });
        row(moves, [](const text::Glyph& glyph) { return std::array{glyph.dx.value, glyph.dy.value}; });
        row(gaps, [](const text::Glyph& glyph) { return glyph.eighths; });
    }

    void make_room() {
        out_.append(some_.data(), used_);
        used_ = 0;
    }

    std::string& out_;
    Point origin_;
    std::array<char, 512> some_;  ///< goes to the others at once
    std::size_t used_ = 0;
};

/// Reads what Bytes wrote.
class Reader {
   public:
    explicit Reader(const char* at) : at_(at) {}
    const char* at() const { return at_; }

    template <typename Number>
    Number number() {
        Number value;
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::uint8_t byte() { return static_cast<std::uint8_t>(*at_++); }
    Length length() { return {number<std::int32_t>()}; }
    Point point() {
        const Length x = length();
        return {x, length()};
    }
    Rect rect() {
        const Point corner = point(), size = point();
        return {corner.x, corner.y, size.x, size.y};
    }
    Colour colour() {
        const std::uint8_t red = byte(), green = byte();
        return {red, green, byte()};
    }
    void text(std::string& text) {
        const auto size = number<std::uint32_t>();
        text.assign(at_, size);
        at_ += size;
    }

    void operator()(Glyphs& glyphs) {
        glyphs.origin = point();
        glyphs.run.face = number<text::FaceId>();
        glyphs.run.size = length();
        glyphs.run.colour = colour();
        text(glyphs.run.text);
        this->glyphs(glyphs.run.glyphs);
        const std::uint8_t has = byte();
        glyphs.said.reset();
        glyphs.fact.reset();
        if ((has & has_said) != 0) {
            figures::Spoken& said = glyphs.said.own();
            text(said.language), text(said.expansion), text(said.words);
        }
        if ((has & has_fact) != 0) glyphs.fact = number<std::uint32_t>();
    }
    void operator()(Fill& fill) {
        fill.rect = rect();
        fill.colour = colour();
    }
    void operator()(Stroke& stroke) {
        stroke.from = point();
        stroke.to = point();
        stroke.weight = length();
        stroke.colour = colour();
    }
    void operator()(Path& path) {
        const std::uint8_t has = byte();
        path.fill.reset();
        path.stroke.reset();
        if ((has & has_fill) != 0) path.fill = colour();
        if ((has & has_stroke) != 0) path.stroke = colour();
        path.round_joins = (has & has_round_joins) != 0;
        path.weight = length();
        path.steps.resize(number<std::uint32_t>());
        for (PathStep& step : path.steps) {
            step = {number<PathStep::Kind>(), {}, {}, {}};
            step.to = point();
            if (step.kind == PathStep::Kind::curve) {
                step.c1 = point();
                step.c2 = point();
            }
        }
    }
    void operator()(Picture& picture) {
        text(picture.asset);
        picture.page = number<int>();
        picture.rect = rect();
    }

   private:
    void glyphs(std::vector<text::Glyph>& glyphs) {
        const auto count = number<std::uint32_t>();
        glyphs.clear();
        if (count == 0) return;
        const std::uint8_t rows = byte();
        Reader id = row<std::uint16_t>(count), advance = *this;
        (rows & advances) == 0 ? skip<std::int32_t>(1) : skip<std::int32_t>(count);
        Reader cluster = (rows & clusters) == 0 ? *this : row<std::uint32_t>(count);
        Reader move = (rows & moves) == 0 ? *this : row<std::array<std::int32_t, 2>>(count);
        Reader gap = (rows & gaps) == 0 ? *this : row<std::uint8_t>(count);
        text::Glyph glyph{};
        if ((rows & advances) == 0) glyph.advance.value = advance.number<std::int32_t>();
        glyphs.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            glyph.id = id.number<std::uint16_t>();
            if ((rows & advances) != 0) glyph.advance.value = advance.number<std::int32_t>();
            glyph.cluster = (rows & clusters) == 0 ? i * usual_step : cluster.number<std::uint32_t>();
            if ((rows & moves) != 0) {
                glyph.dx.value = move.number<std::int32_t>();
                glyph.dy.value = move.number<std::int32_t>();
            }
            if ((rows & gaps) != 0) glyph.eighths = gap.byte();
            glyphs.push_back(glyph);
        }
    }

    template <typename Number>
    void skip(std::uint32_t count) {
        at_ += count * sizeof(Number);
    }
    /// Begins with what every glyph has, and leaves it behind.
    template <typename Number>
    Reader row(std::uint32_t count) {
        const Reader begin = *this;
        skip<Number>(count);
        return begin;
    }

    const char* at_;
};

/// The variant's member of that number, with the room that it has if it is the one in force.
template <typename Kind>
void read_as(Reader& reader, Mark& mark) {
    Kind* const same = std::get_if<Kind>(&mark);
    reader(same != nullptr ? *same : mark.emplace<Kind>());
}

}  // namespace

// The kinds of a drawing's marks are the first of a page's, so that they have the same numbers.
static_assert(std::is_same_v<std::variant_alternative_t<3, Mark>, std::variant_alternative_t<3, figures::Mark>>);

template <typename Any>
void Marks::add(const Any& mark, Point origin) {
    {
        Bytes bytes(bytes_, origin);
        bytes.byte(static_cast<std::uint8_t>(mark.index()));
        std::visit(bytes, mark);
    }
    ++count_;
    std::visit(
        [this]<typename Kind>(const Kind& is) {
            bool drawn = true;
            if constexpr (std::is_same_v<Kind, Glyphs>) {
                drawn = !is.run.glyphs.empty();
                speaks_ = speaks_ || is.said;
            }
            if constexpr (std::is_same_v<Kind, Path>) drawn = !is.steps.empty();
            draws_ = draws_ || drawn;
            has_picture_ = has_picture_ || std::is_same_v<Kind, Picture>;
        },
        mark);
}

Marks::Marks(std::initializer_list<Mark> marks) {
    for (const Mark& mark : marks) push_back(mark);
}

void Marks::push_back(const Mark& mark) { add(mark, {}); }
void Marks::push_back(const figures::Mark& mark, Point origin) { add(mark, origin); }

const char* Marks::read(const char* at, Mark& mark) {
    Reader reader(at);
    switch (reader.byte()) {
        case 0: read_as<Glyphs>(reader, mark); break;
        case 1: read_as<Fill>(reader, mark); break;
        case 2: read_as<Stroke>(reader, mark); break;
        case 3: read_as<Path>(reader, mark); break;
        default: read_as<Picture>(reader, mark);
    }
    return reader.at();
}

}  // namespace layout
