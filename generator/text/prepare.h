// Takes a paragraph apart: characters to elements with glyphs, classes, bodies; gaps with bonds and spaces.
#pragma once

#include <set>
#include <string>
#include <tuple>

#include "text/characters.h"
#include "text/element.h"

namespace text {

/// What cannot be set is told here, each place once.
class Complaints {
   public:
    explicit Complaints(base::Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}
    void tell(base::Diagnostics& diagnostics) { diagnostics_ = &diagnostics; }
    /// All may be told again.
    void begin_run() { told_.clear(); }
    /// How much there was to complain of, repeatedly at one place too.
    std::size_t count() const { return count_; }
    void refused(Refusal refusal, char32_t c, const Run& run, std::uint32_t byte);
    void missing_glyph(char32_t c, const Run& run, std::uint32_t byte);
    void missing_variant(char32_t c, char32_t selector, const Run& run, std::uint32_t byte);

   private:
    bool fresh(char32_t c, base::Span span);
    base::Diagnostics* diagnostics_;
    std::size_t count_ = 0;
    std::set<std::tuple<char32_t, std::uint32_t, std::uint32_t>> told_;
};

struct Setting {
    const Rules& rules;
    Faces& faces;
    Complaints& complaints;
    std::vector<Character>& characters;  ///< of what is taken apart just now: its room serves the next
    bool narrow = false;                 ///< cells under 10 em: punctuation may be set solid
    Length largest_size{INT64_MAX};
};

/// Everything but phrases, which only headings need. `prepared` may have been something else: its room is used again.
void prepare(const std::vector<Run>& runs, base::Numerals numerals, const Setting& setting, Prepared& prepared);

/// Of the elements [begin, end) with the natural gaps between them.
std::int64_t width_of(const Prepared& prepared, std::size_t begin, std::size_t end);

/// Bonds: 禁則, words, URLs, numbers and what they count.
void bond(Prepared& prepared, const std::vector<Run>& runs, const Rules& rules);

/// Natural spaces and how far they give.
void space(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting);

/// Readings above their characters, which are spread where a reading is wider.
void set_readings(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting);

/// Glyphs and bodies of the elements, whose characters stand in prepared.text.
void shape(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting);

}  // namespace text
