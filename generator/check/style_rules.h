// The rules of house style, one function a rule or two that look at the same letters.
#pragma once

#include "check/house_style.h"

namespace check {

/// A passage in letters as written, with the byte of each; placeholders are blanked out.
struct Written {
    const Passage* passage;
    std::u32string letters;
    std::vector<std::size_t> bytes;  ///< one more than letters
};

/// Where slips are put.
class StyleSink {
   public:
    StyleSink(const evaluate::Assessment& assessment, const base::Sources& sources)
        : assessment_(assessment), sources_(sources) {}
    const input::Policy& policy() const { return assessment_.inputs->policy; }
    const evaluate::Assessment& assessment() const { return assessment_; }
    bool on(std::string_view rule) const { return policy().style.contains(rule); }
    void add(std::string_view rule, const Written& text, std::size_t begin, std::size_t end, std::string message,
             std::string hint);
    void add(std::string_view rule, base::Span span, std::string message, std::string hint);
    std::vector<StyleSlip> slips;

   private:
    const evaluate::Assessment& assessment_;
    const base::Sources& sources_;
};

void check_punctuation(const std::vector<Written>& texts, StyleSink& sink);
void check_digits(const std::vector<Written>& texts, StyleSink& sink);
void check_commas(const std::vector<Written>& texts, StyleSink& sink);
void check_percent(const std::vector<Written>& texts, StyleSink& sink);
void check_counters(const std::vector<Written>& texts, StyleSink& sink);
void check_brackets(const std::vector<Written>& texts, StyleSink& sink);
void check_ranges(const std::vector<Written>& texts, StyleSink& sink);
void check_bands(const std::vector<Written>& texts, StyleSink& sink);
void check_no_value(StyleSink& sink);
void check_letters(const std::vector<Written>& texts, StyleSink& sink);
void check_spellings(const std::vector<Written>& texts, StyleSink& sink);

// Letters as the rules see them.
bool is_half_digit(char32_t letter);
bool is_full_digit(char32_t letter);
inline bool is_any_digit(char32_t letter) { return is_half_digit(letter) || is_full_digit(letter); }
/// Kanji, kana.
bool is_japanese(char32_t letter);

}  // namespace check
