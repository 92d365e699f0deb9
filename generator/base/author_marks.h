// What an author marks in a text: ｜厚木《あつぎ》 (ruby), ［注：…］ and 用語［注］ (notes), ［下線：…］. The signs are
// the full-width ones, so that no text that was written without them is meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A stretch of a text, in bytes.
struct Marked {
    enum class Is : std::uint8_t {
        letters,     ///< as they stand
        ruby,        ///< the content has readings
        note,        ///< the content is a note on what stands before it
        term,        ///< a note is taken from the glossary: the content is empty
        underlined,  ///< the content may hold marks itself
    };
    Is is = Is::letters;
    std::size_t from = 0, to = 0;    ///< with its signs
    std::size_t begin = 0, end = 0;  ///< the content
    /// Of a ruby: one for all its letters, or one a letter (｜厚木《あつ｜ぎ》).
    std::vector<std::string_view> readings{};
};

struct MarkupFault {
    enum class Is : std::uint8_t { open, readings, empty };
    Is is;
    std::size_t begin = 0, length = 0;  ///< of the sign that is at fault, in bytes of the text
};

/// The whole text from left to right. A mark that is not closed stays letters and is a fault; contents of notes and of
/// underlined stretches are not looked into.
std::vector<Marked> marked(std::string_view text, std::vector<MarkupFault>* faults = nullptr);

/// The faults of a text, within its notes and underlined stretches too.
std::vector<MarkupFault> markup_faults(std::string_view text);

/// The letters alone, without readings and notes.
std::string unmarked(std::string_view text);

}  // namespace base
