// Each fact of an inline is followed to the glyphs that show it, in every run of it that a line or a face begins.
#include "layout/places.h"

#include "layout/run_reader.h"

namespace layout {

namespace {

int last_page(const Pages& pages) { return static_cast<int>(pages.pages.size()) - 1; }
int last_chunk(const Pages& pages) { return static_cast<int>(pages.pages.back().chunks.size()) - 1; }

/// The part of the run that shows these bytes of its text.
Place place_of(const Pages& pages, std::uint32_t what, const text::GlyphRun& run, Point origin, std::size_t begin,
               std::size_t end) {
    const Length left = width_before(run, begin), right = width_before(run, end);
    const Rect rect{origin.x + left, origin.y - above_baseline(run.size), right - left, run.size};
    return {what, last_page(pages), last_chunk(pages), rect, run.text.substr(begin, end - begin)};
}

/// What goes on in another face on the same line is one place.
void add(std::deque<Place>& places, Place place, bool goes_on) {
    if (place.words.empty()) return;
    if (goes_on && !places.empty()) {
        Place& last = places.back();
        const bool same_line = last.rect.y < place.rect.bottom() && place.rect.y < last.rect.bottom();
        if (last.what == place.what && last.page == place.page && same_line && last.rect.x < place.rect.x) {
            last.rect = united(last.rect, place.rect);
            last.words += place.words;
            return;
        }
    }
    places.push_back(std::move(place));
}

}  // namespace

void note_run(Pages& pages, const compose::Inline& part, const text::GlyphRun& run, Point origin) {
    if (part.origin != 0) {
        add(pages.texts, place_of(pages, part.origin, run, origin, 0, run.text.size()), true);
    }
    RunReader reading(part, run);
    for (const compose::ShownFact& fact : part.facts) {
        const std::size_t begin = reading.at(fact.begin);
        const std::size_t end = reading.at(fact.begin + fact.length);
        add(pages.facts, place_of(pages, fact.fact, run, origin, begin, end), fact.begin < reading.begin());
    }
}

void note_label(Pages& pages, const figures::Glyphs& label, Point origin) {
    if (!label.fact) return;
    add(pages.facts, place_of(pages, *label.fact, label.run, origin, 0, label.run.text.size()), true);
}

void note_drawing(Pages& pages, const compose::Inline& part, const Rect& rect) {
    for (const compose::ShownFact& fact : part.facts) {
        pages.facts.push_back({fact.fact, last_page(pages), last_chunk(pages), rect, compose::words_drawn(part)});
    }
}

}  // namespace layout
