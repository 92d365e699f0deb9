#include "text/phrases.h"

namespace text {

struct Phrases::Tagger {};

Phrases::Phrases(std::string dictionary) : dictionary_(std::move(dictionary)) {}
Phrases::~Phrases() = default;

namespace {

/// Without a dictionary: a phrase begins where kana end, or behind punctuation and spaces.
Phrase by_script(const Element& front, const Element& behind, const Rules& rules) {
    const ClassId a = front.is.breaking, b = behind.is.breaking;
    if (a == rules.space || a == rules.ideographic_space || a == rules.comma || a == rules.stop)
        return Phrase::boundary;
    if (b == rules.opening) return Phrase::boundary;
    if (a == rules.hiragana && (b == rules.kanji || b == rules.katakana || b == rules.latin || b == rules.digit)) {
        return Phrase::boundary;
    }
    if (a == rules.dot || (a == rules.kanji) != (b == rules.kanji))
        return b == rules.hiragana ? Phrase::inside : Phrase::word;
    return Phrase::inside;
}

}  // namespace

void Phrases::mark(Prepared& prepared, const Rules& rules) {
    for (std::size_t i = 0; i + 1 < prepared.elements.size(); ++i) {
        Gap& gap = prepared.gaps[i];
        gap.phrase = gap.author ? Phrase::boundary : by_script(prepared.elements[i], prepared.elements[i + 1], rules);
    }
}

}  // namespace text
