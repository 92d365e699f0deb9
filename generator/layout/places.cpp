// Follows source and run side by side, character by character, to the glyphs that show a stretch of the source.
#include "layout/places.h"

#include "base/utf8.h"

namespace layout {

namespace {

int last_page(const Pages& pages) { return static_cast<int>(pages.pages.size()) - 1; }
int last_chunk(const Pages& pages) { return static_cast<int>(pages.pages.back().chunks.size()) - 1; }

bool is_seen(char32_t c) { return c != U'\u200B' && c != U'\n' && c != U'\r'; }

/// A run shows its source character by character, perhaps in other letters: １ for 1. Where characters of the source
/// stand in the run's text.
class RunReader {
   public:
    RunReader(const compose::Inline& part, const text::GlyphRun& run)
        : source_(part.text), run_(run), from_(run.source) {}

    std::size_t begin() const { return run_.source; }
    /// The byte of the run's text for a byte of the source, which does not fall from one call to the next; the end when
    /// the run ends before.
    std::size_t at(std::size_t byte) {
        while (text_ < run_.text.size() && from_ < source_.size()) {
            const base::Decoded read = base::decode_at(source_, from_);
            const bool seen = is_seen(read.character);
            if (from_ >= byte && seen) break;
            from_ += read.length;
            if (seen) text_ += base::decode_at(run_.text, text_).length;
        }
        return text_;
    }

   private:
    const std::string& source_;
    const text::GlyphRun& run_;
    std::size_t from_, text_ = 0;
};

/// The part of the run that shows these bytes of its text.
Place place_of(const Pages& pages, std::uint32_t what, const text::GlyphRun& run, Point origin, std::size_t begin,
               std::size_t end) {
    Length left, right;
    for (const text::Glyph& glyph : run.glyphs) {
        if (glyph.cluster < begin) left += glyph.advance;
        if (glyph.cluster < end) right += glyph.advance;
    }
    const Rect rect{origin.x + left, origin.y - above_baseline(run.size), right - left, run.size};
    return {what, last_page(pages), last_chunk(pages), rect, run.text.substr(begin, end - begin)};
}

/// What goes on in another face on the same line is one place.
void add(std::vector<Place>& places, Place place, bool goes_on) {
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

void note_drawing(Pages& pages, const compose::Inline& part, const Rect& rect) {
    const std::string& words = !part.chip ? part.spoken : part.chip->word.empty() ? part.chip->symbol : part.chip->word;
    for (const compose::ShownFact& fact : part.facts) {
        pages.facts.push_back({fact.fact, last_page(pages), last_chunk(pages), rect, words});
    }
}

}  // namespace layout
