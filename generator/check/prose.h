// The city's texts, sentence by sentence, as a reader of claims wants them: one width, placeholders filled in, every
// letter with the place it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "evaluate/assessment.h"

namespace check {

/// A placeholder's printed figure within a sentence, in letters.
struct Insert {
    std::uint32_t begin = 0, end = 0;
    std::string path;  ///< goal.1.mean@R4, without filters
};

/// A sentence in half-width digits and letters. `from` and `to` are the bytes of the passage's text that each letter
/// came from; letters of a placeholder share its whole stretch.
struct Sentence {
    std::u32string letters;
    std::vector<std::uint32_t> from, to;
    std::vector<Insert> inserts;

    /// The placeholder at a letter, or null.
    const Insert* insert_at(std::size_t letter) const;
};

/// One text with the heading it stands under.
struct Passage {
    std::string path;                 ///< goals.1.evaluation[2]
    std::string text;                 ///< as written
    base::Span span;                  ///< of the text in its file
    std::optional<std::size_t> goal;  ///< into Strategy::goals
    const input::Project* project = nullptr;
    std::string above;     ///< of a line of a project's results: the text that it belongs to
    std::size_t line = 0;  ///< and the number of that text
    std::vector<Sentence> sentences;
};

/// Every text of the narrative and of the projects.
std::vector<Passage> passages_of(const evaluate::Assessment& assessment);

/// The place of a stretch of bytes of a passage's text; the whole text where it cannot be told.
base::Span place_of(const Passage& passage, std::size_t begin, std::size_t end, const base::Sources& sources);

/// What begins at a byte of a text: a binding, a doubled brace, or a letter.
struct Stretch {
    std::size_t length;  ///< in bytes
    bool binding;
    char32_t letter;  ///< of what is no binding
};
Stretch stretch_at(std::string_view text, std::size_t at);

/// One width of digits, letters and signs: Ａ→A, ％→%, ，→, and blanks of any width → one kind.
char32_t narrowed(char32_t letter);
std::u32string narrowed(std::string_view text);

}  // namespace check
