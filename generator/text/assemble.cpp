// A line's change is shared out over its gaps step by step as running totals, so that rounding never loses a unit.
#include "text/assemble.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/prepare.h"

namespace text {

namespace {

/// What each gap of the line adds to its natural width, the change shared out by JLREQ's steps.
class Changes {
   public:
    Changes(const Prepared& prepared, const Cut& cut) : prepared_(prepared), cut_(cut) {
        const bool reducing = cut.fit.change < 0;
        std::int64_t rest = reducing ? -cut.fit.change : cut.fit.change;
        const std::size_t steps = reducing ? reduce_steps : expand_steps;
        for (std::size_t step = 0; step < steps && rest > 0; ++step) {
            const std::int64_t whole = capacity(step, reducing);
            if (whole == 0) continue;
            shares_[step] = {std::min(rest, whole), whole, 0, 0};
            rest -= shares_[step].used;
        }
    }

    std::int64_t of(std::size_t gap) {
        const bool reducing = cut_.fit.change < 0;
        std::int64_t change = 0;
        for (std::size_t step = 0; step < reduce_steps; ++step) {
            Share& share = shares_[step];
            if (share.whole == 0) continue;
            share.seen += limit(gap, step, reducing);
            const std::int64_t due = share.used * share.seen / share.whole;
            change += due - share.given;
            share.given = due;
        }
        return reducing ? -change : change;
    }

   private:
    struct Share {
        std::int64_t used = 0, whole = 0, seen = 0, given = 0;
    };

    std::int64_t limit(std::size_t gap, std::size_t step, bool reducing) const {
        const Gap& g = prepared_.gaps[gap];
        return reducing ? g.reduce[step] : step < expand_steps ? g.expand[step] : 0;
    }

    std::int64_t capacity(std::size_t step, bool reducing) const {
        std::int64_t sum = 0;
        for (std::size_t i = cut_.begin; i + 1 < cut_.end; ++i) sum += limit(i, step, reducing);
        return sum;
    }

    const Prepared& prepared_;
    const Cut& cut_;
    std::array<Share, reduce_steps> shares_{};
};

std::int32_t in_em(std::int32_t thousandths, std::int32_t em) {
    return static_cast<std::int32_t>((std::int64_t{thousandths} * em + (thousandths < 0 ? -500 : 500)) / 1000);
}

/// Wider gaps part what stands on the line.
constexpr std::int64_t most_eighths = 31;

/// A gap in eighths of an em; quarters where they are near enough, so that there are fewer twins. What a reader takes
/// for a blank begins at a tenth.
std::uint8_t eighths_of(std::int64_t gap, std::int64_t em) {
    const auto nearest = [&](std::int64_t parts) { return (gap * 2 * parts / em + 1) / 2; };
    const std::int64_t quarters = nearest(4);
    const bool near_enough = std::abs(gap - quarters * em / 4) < em / 10;
    const std::int64_t eighths = near_enough ? quarters * 2 : nearest(8);
    return eighths > 0 && eighths <= most_eighths ? static_cast<std::uint8_t>(eighths) : std::uint8_t{0};
}

/// Puts elements side by side into runs of one face, size and source.
class Writer {
   public:
    Writer(const Assembly& assembly, const Cut& cut, Length x) : assembly_(assembly), cut_(cut), x_(x) {}

    void put(const Element& element, Length gap) {
        if (element.character == 0xFFFC && element.glyph_begin == element.glyph_end) {
            line_.objects.push_back({element.run, x_});
            open_.reset();
        } else {
            glyphs(element, gap);
        }
        x_ += Length{element.body} + gap;
        line_.size = std::max(line_.size, Length{element.em});
    }

    /// A blank at the end of a line stays in its text and takes no room.
    void put_unseen(const Element& element) {
        glyphs(element, {});
        for (std::uint32_t g = element.glyph_begin; g < element.glyph_end; ++g) {
            line_.runs.back().glyphs.rbegin()[g - element.glyph_begin].advance = {};
        }
    }

    /// The glyph runs of what is put next begin anew, so that a reading stands above whole ones.
    std::size_t part() {
        parted_ = true;
        return line_.runs.size();
    }
    Length x() const { return x_; }
    void put_reading(Ruby ruby, Length size) {
        ruby.last = line_.runs.size() - 1;
        line_.rubies.push_back(std::move(ruby));
        line_.ruby = std::max(line_.ruby, size);
        parted_ = true;
    }

    Line finish(Length width) && {
        line_.width = width;
        return std::move(line_);
    }

   private:
    /// The glyph whose gap to the next one is still unknown.
    struct Open {
        std::size_t run, glyph;
        Length end;  ///< of its own body
    };

    void glyphs(const Element& element, Length gap) {
        GlyphRun& run = run_for(element);
        const auto base = static_cast<std::uint32_t>(run.text.size());
        run.text.append(assembly_.prepared.text, element.text_begin, element.text_end - element.text_begin);
        std::int32_t given = 0;
        for (std::uint32_t g = element.glyph_begin; g < element.glyph_end; ++g) {
            const ShapedGlyph& shaped = assembly_.prepared.glyphs[g];
            Glyph glyph{shaped.id, {}, {}, {}, base + shaped.cluster};
            const std::int32_t advance = in_em(shaped.advance, element.em);
            const bool last = g + 1 == element.glyph_end;
            glyph.advance = last ? Length{element.body - given} + gap : Length{advance};
            glyph.dx = Length{in_em(shaped.dx, element.em) - element.left};
            glyph.dy = Length{in_em(shaped.dy, element.em)};
            given += advance;
            run.glyphs.push_back(glyph);
        }
        bridge(element);
    }

    /// Notes how far the element stands from the glyph before it.
    void bridge(const Element& element) {
        if (element.glyph_begin == element.glyph_end) return;
        const bool blank = u_isUWhiteSpace(static_cast<UChar32>(element.character)) != 0;
        const std::size_t run = line_.runs.size() - 1;
        const std::size_t count = element.glyph_end - element.glyph_begin;
        const std::size_t first = line_.runs[run].glyphs.size() - count;
        if (open_ && !blank) {
            GlyphRun& before = line_.runs[open_->run];
            const std::int64_t gap = (x_ + line_.runs[run].glyphs[first].dx - open_->end).value;
            before.glyphs[open_->glyph].eighths = eighths_of(gap, before.size.value);
        }
        open_.reset();
        if (blank) return;
        const ShapedGlyph& last = assembly_.prepared.glyphs[element.glyph_end - 1];
        Length end = x_ + line_.runs[run].glyphs.back().dx + Length{in_em(last.advance, element.em)};
        for (std::size_t i = first; i + 1 < first + count; ++i) end += line_.runs[run].glyphs[i].advance;
        open_ = {run, first + count - 1, end};
    }

    GlyphRun& run_for(const Element& element) {
        if (!line_.runs.empty() && !std::exchange(parted_, false)) {
            GlyphRun& current = line_.runs.back();
            if (current.run == element.run && current.face == element.face && current.size.value == element.em) {
                return current;
            }
        }
        const CharacterStyle& style = *assembly_.runs[element.run].style;
        GlyphRun& run = line_.runs.emplace_back();
        run.face = element.face;
        run.size = Length{element.em};
        run.colour = style.colour;
        run.x = x_;
        run.raise = style.raise;
        run.run = element.run;
        run.source = element.source;
        make_room(element, run);
        return run;
    }

    /// For the elements of the line from `first` on that look alike.
    void make_room(const Element& first, GlyphRun& run) const {
        const Element* const end = assembly_.prepared.elements.data() + cut_.next;
        const auto alike = [&](const Element& element) {
            return element.run == first.run && element.face == first.face && element.em == first.em;
        };
        const Element* const last = std::find_if_not(&first + 1, end, alike) - 1;
        run.text.reserve(last->text_end - first.text_begin);
        run.glyphs.reserve(last->glyph_end - first.glyph_begin);
    }

    const Assembly& assembly_;
    const Cut& cut_;
    Length x_;
    Line line_;
    std::optional<Open> open_;
    bool parted_ = false;
};

/// The readings of a line, set as the characters under them are put.
class Above {
   public:
    Above(const Prepared& prepared, const Cut& cut, Length left, Length right)
        : prepared_(prepared), cut_(cut), left_(left), right_(right) {
        while (next_ < prepared.readings.size() && prepared.readings[next_].begin < cut.begin) ++next_;
    }

    void before(std::size_t element, Writer& writer) {
        if (next_ == prepared_.readings.size() || prepared_.readings[next_].begin != element) return;
        first_ = writer.part();
        x_ = writer.x();
        inside_ = true;
    }

    /// Behind an element: sets the reading that ends with it, or with the line.
    void behind(std::size_t element, Writer& writer) {
        if (!inside_) return;
        const RubyText& reading = prepared_.readings[next_];
        if (element + 1 != reading.end && element + 1 != cut_.end) return;
        inside_ = false;
        ++next_;
        const std::size_t count = reading.prepared.front().elements.size();
        // Nothing stands out of the line.
        const Length x = std::max(std::min(x_ + Length{reading.x}, right_ - Length{reading.width}), left_);
        Line line = assemble({reading.prepared.front(), reading.runs}, {0, count, count, {}}, x);
        for (GlyphRun& run : line.runs) {
            run.run = prepared_.elements[reading.begin].run;
            run.raise = run.raise + Length{reading.raise};
        }
        writer.put_reading({first_, 0, std::move(line.runs)}, line.size);
    }

   private:
    const Prepared& prepared_;
    const Cut& cut_;
    Length left_, right_;
    std::size_t next_ = 0, first_ = 0;
    Length x_;
    bool inside_ = false;
};

}  // namespace

std::string text_of(const Line& line) {
    std::string text;
    for (const GlyphRun& run : line.runs) {
        if (run.run != label_run) text += run.text;
    }
    return text;
}

Line assemble(const Assembly& assembly, const Cut& cut, Length x) {
    Changes changes(assembly.prepared, cut);
    Writer writer(assembly, cut, x);
    // How far the line will reach, which only readings ask.
    const bool read = !assembly.prepared.readings.empty();
    const std::int64_t reach = read ? width_of(assembly.prepared, cut.begin, cut.end) + cut.fit.change : 0;
    Above above(assembly.prepared, cut, x, x + Length{reach});
    std::int64_t width = 0;
    for (std::size_t i = cut.begin; i < cut.end; ++i) {
        const Element& element = assembly.prepared.elements[i];
        const bool last = i + 1 == cut.end;
        const std::int64_t gap = last ? 0 : assembly.prepared.gaps[i].natural + changes.of(i);
        above.before(i, writer);
        writer.put(element, Length{gap});
        above.behind(i, writer);
        width += element.body + gap;
    }
    for (std::size_t i = cut.end; i < cut.next; ++i) writer.put_unseen(assembly.prepared.elements[i]);
    return std::move(writer).finish(Length{width});
}

Line distribute(const Assembly& assembly, const Cut& cut, Length x, Length measure) {
    const auto opens = [&](std::size_t i) {
        const Bond bond = assembly.prepared.gaps[i].bond;
        return bond != Bond::inside && bond != Bond::group;
    };
    std::int64_t bodies = 0, places = 0;
    for (std::size_t i = cut.begin; i < cut.end; ++i) {
        bodies += assembly.prepared.elements[i].body;
        places += i + 1 < cut.end && opens(i) ? 1 : 0;
    }
    const std::int64_t rest = measure.value - bodies;
    if (places == 0) return assemble(assembly, cut, x + Length{rest / 2});
    Writer writer(assembly, cut, x);
    Above above(assembly.prepared, cut, x, x + measure);
    std::int64_t seen = 0;
    for (std::size_t i = cut.begin; i < cut.end; ++i) {
        const bool open = i + 1 < cut.end && opens(i);
        const std::int64_t gap = open ? rest * (seen + 1) / places - rest * seen / places : 0;
        seen += open ? 1 : 0;
        above.before(i, writer);
        writer.put(assembly.prepared.elements[i], Length{gap});
        above.behind(i, writer);
    }
    return std::move(writer).finish(measure);
}

}  // namespace text
