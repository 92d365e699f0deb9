// Lines of text: glyphs under the element of their inline, links, chips and marks.
#include <algorithm>

#include "layout/draw.h"
#include "layout/places.h"
#include "layout/structure.h"

namespace layout {

namespace {

/// The middle of the em box stands 0.38 above the baseline.
Length middle(Length size) { return scaled(size, 38, 100); }

/// How often a run of the paragraph was divided between lines and faces.
std::size_t glyph_runs(const Text& text, std::size_t run) {
    std::size_t count = 0;
    for (const text::Line& line : text.set.lines) {
        count += static_cast<std::size_t>(std::count_if(line.runs.begin(), line.runs.end(),
                                                        [&](const text::GlyphRun& each) { return each.run == run; }));
    }
    return count;
}

/// A chip without room for its word is its symbol alone.
bool shows(const figures::Drawing& drawing, const std::string& word) {
    std::string text;
    for (const figures::Mark& mark : drawing.marks) {
        if (const auto* glyphs = std::get_if<Glyphs>(&mark)) text += glyphs->run.text;
    }
    return !word.empty() && text.ends_with(word);
}

bool says(const compose::Inline& part) { return !part.aloud->spoken.empty() || !part.aloud->expansion.empty(); }

class LineDrawer {
   public:
    LineDrawer(Drawer& drawer, Text& text, text::Line& line, Point baseline)
        : drawer_(drawer), text_(text), line_(line), baseline_(baseline) {}

    /// Runs and objects in the order of reading.
    void draw() {
        std::size_t object = 0;
        auto ruby = line_.rubies.begin();
        for (std::size_t i = 0; i < line_.runs.size(); ++i) {
            text::GlyphRun& run = line_.runs[i];
            for (; object < line_.objects.size() && line_.objects[object].x < run.x; ++object)
                draw_object(line_.objects[object]);
            const bool read = ruby != line_.rubies.end() && i >= ruby->first;
            draw_run(run, read && i == ruby->first, read);
            if (read && i == ruby->last) draw_reading(*ruby++);
        }
        for (; object < line_.objects.size(); ++object) draw_object(line_.objects[object]);
        end_link();
    }

   private:
    /// `read`: a reading stands above it, and this is the first run under it or not.
    void draw_run(text::GlyphRun& run, bool first, bool read) {
        const compose::Inline* part = text_.source(run.run);
        Length right = run.x;
        for (const text::Glyph& glyph : run.glyphs) right += glyph.advance;
        int element = part == nullptr ? drawer_.element(own_of(run)) : element_of(run.run, *part, run.x, right);
        if (read) element = base_element(element, first);
        Glyphs glyphs;
        glyphs.origin = {baseline_.x + run.x, baseline_.y - run.raise};
        if (part != nullptr && !part->aloud->language.empty()) glyphs.said.own().language = part->aloud->language;
        if (part != nullptr && says(*part) && glyph_runs(text_, run.run) == 1) {
            glyphs.said.own().expansion = part->aloud->expansion;
            glyphs.said.own().words = part->aloud->spoken;
        }
        const Point origin = glyphs.origin;
        const Length width = right - run.x;
        glyphs.run = drawer_.artifact || drawer_.again ? run : std::move(run);
        const Mark mark(std::move(glyphs));
        drawer_.writer.mark(element, mark, kind());
        if (part == nullptr) return;
        note_run(drawer_.writer.pages(), *part, std::get<Glyphs>(mark).run, origin);
        rule(*part, origin, width);
    }

    /// What is no part of the paragraph's content is its label.
    int own_of(const text::GlyphRun& run) const {
        return run.run == text::label_run && text_.label_element >= 0 ? text_.label_element : text_.element;
    }

    /// Ruby holds the characters, RB, and their reading, RT.
    int base_element(int parent, bool first) {
        if (!first) return base_;
        ruby_ = add_element(drawer_.writer.structure(), "Ruby", parent);
        return base_ = add_element(drawer_.writer.structure(), "RB", ruby_);
    }

    void draw_reading(text::Ruby& ruby) {
        const int element = add_element(drawer_.writer.structure(), "RT", ruby_);
        for (text::GlyphRun& run : ruby.reading) {
            Glyphs glyphs;
            glyphs.origin = {baseline_.x + run.x, baseline_.y - run.raise};
            glyphs.run = drawer_.artifact || drawer_.again ? run : std::move(run);
            drawer_.writer.mark(element, std::move(glyphs), kind());
        }
    }

    /// The line through the text, at the middle of the letters, or under it.
    void rule(const compose::Inline& part, Point origin, Length width) {
        const base::CharacterStyle& style = *part.style;
        const auto draw = [&](Length weight, Length below) {
            if (weight.value == 0) return;
            const Length y = origin.y + below;
            drawer_.writer.mark(-1, Stroke{{origin.x, y}, {origin.x + width, y}, weight, style.line_colour}, kind());
        };
        draw(style.struck, Length{} - middle(style.size));
        draw(style.underlined, scaled(style.size, 18, 100));
    }

    /// Heads repeated and labels overleaf come from the making of pages.
    ArtifactKind kind() const { return drawer_.artifact ? ArtifactKind::pagination : ArtifactKind::layout; }

    /// The paragraph's own, that of a link, or a span that says what all its parts together mean.
    int element_of(std::size_t run, const compose::Inline& part, Length left, Length right) {
        const int own = drawer_.element(text_.element);
        if (own < 0) return own;
        if (part.link && drawer_.leads(*part.link, part.span)) return link_element(run, part, left, right);
        end_link();
        if (part.note) return note_link(run, part, left, right);
        if (!says(part) || part.chip || part.mark || glyph_runs(text_, run) == 1) return own;
        int& span = text_.element_of(run);
        if (span < 0) {
            span = add_element(drawer_.writer.structure(), "Span", own);
            Said& said = drawer_.writer.element(span).said.own();
            said.alt = part.aloud->spoken;
            said.expansion = part.aloud->expansion;
        }
        return span;
    }

    int link_element(std::size_t run, const compose::Inline& part, Length left, Length right) {
        int& element = text_.element_of(run);
        if (element < 0 && run > 0 && text_.source(run - 1)->link == part.link) {
            element = text_.element_of(run - 1);
        }
        if (element < 0) element = add_element(drawer_.writer.structure(), "Link", text_.element);
        if (link_.element != element) {
            end_link();
            link_.element = element;
            link_.to = *part.link;
            link_.areas = {{baseline_.x + left, baseline_.y - above_baseline(line_.size), {}, line_.size}};
            link_.contents = link_words(run);
        }
        Rect& area = link_.areas.front();
        area.width = baseline_.x + right - area.x;
        return element;
    }

    /// A mark refers to its note, which becomes a part of the paragraph behind its first mark.
    int note_link(std::size_t run, const compose::Inline& part, Length left, Length right) {
        const auto found = drawer_.notes.find(&part);
        if (found == drawer_.notes.end()) return text_.element;
        Structure& structure = drawer_.writer.structure();
        int& element = text_.element_of(run);
        if (element < 0) {
            element = add_element(structure, "Link", add_element(structure, "Reference", text_.element));
            Text& note = *found->second->text;
            if (note.element < 0) {
                note.element = add_element(structure, "Note", text_.element);
                name_element(structure, note.element, found->second->anchor);
                note.label_element = add_element(structure, "Lbl", note.element);
            }
        }
        link_.element = element;
        link_.to = base::AnchorLink{found->second->anchor};
        link_.areas = {{baseline_.x + left, baseline_.y - above_baseline(line_.size), right - left, line_.size}};
        link_.contents = found->second->number;
        return element;
    }

    /// What all neighbouring parts with the run's link say, as it is said aloud.
    std::string link_words(std::size_t run) const {
        const auto same = [&](std::size_t other) {
            const compose::Inline* part = text_.source(other);
            return part != nullptr && part->link == text_.source(run)->link;
        };
        std::size_t first = run;
        while (first > 0 && same(first - 1)) --first;
        std::string words;
        for (std::size_t i = first; same(i); ++i) {
            const compose::Inline& part = *text_.source(i);
            words += part.page ? drawer_.number(part.page->anchor) : words_aloud(part);
        }
        return words;
    }

    void end_link() {
        if (link_.element >= 0) drawer_.writer.link(std::move(link_));
        link_ = {};
    }

    void draw_object(const text::PlacedObject& object) {
        const compose::Inline* part = text_.source(object.run);
        const figures::Drawing& drawing = *text_.parts->objects[object.run];
        const Point corner{baseline_.x + object.x, baseline_.y - middle(line_.size) - drawing.height / 2};
        const int own = element_of(object.run, *part, object.x, object.x + drawing.width);
        const bool worded = part->chip && shows(drawing, part->chip->word);
        const int shapes = worded ? -1 : spoken_element(own, *part);
        const int words = worded && !part->aloud->spoken.empty() ? spoken_element(own, *part) : own;
        for (const figures::Mark& mark : drawing.marks) {
            const bool is_text = std::holds_alternative<Glyphs>(mark);
            drawer_.writer.mark(is_text && worded ? words : shapes, mark, corner, kind());
        }
        note_drawing(drawer_.writer.pages(), *part, {corner.x, corner.y, drawing.width, drawing.height});
    }

    /// A span that stands for a drawn sign; without words for it the sign is an ornament.
    int spoken_element(int parent, const compose::Inline& part) const {
        const std::string& words = part.aloud->spoken.empty() ? compose::words_drawn(part) : part.aloud->spoken;
        if (parent < 0 || words.empty()) return -1;
        const int span = add_element(drawer_.writer.structure(), "Span", parent);
        Said& said = drawer_.writer.element(span).said.own();
        (part.chip && !part.chip->word.empty() ? said.alt : said.actual_text) = words;
        return span;
    }

    Drawer& drawer_;
    Text& text_;
    text::Line& line_;
    Point baseline_;
    LinkAnnotation link_;
    int ruby_ = -1, base_ = -1;
};

}  // namespace

void draw_line(Drawer& drawer, Text& text, std::size_t line, Point origin, Length baseline) {
    text::Line& set = text.set.lines[line];
    LineDrawer(drawer, text, set, {origin.x, origin.y + baseline}).draw();
}

void draw_text(Drawer& drawer, Text& text, Point origin) {
    for (std::size_t i = 0; i < text.set.lines.size(); ++i) {
        draw_line(drawer, text, i, origin, text.boxes[i].baseline);
        origin.y += text.boxes[i].height;
    }
}

}  // namespace layout
