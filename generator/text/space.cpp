// The spaces between elements, from the class-pair table.
#include <algorithm>

#include "text/prepare.h"

namespace text {

namespace {

std::int32_t scale(std::int32_t thousandths, std::int32_t em) {
    return static_cast<std::int32_t>(std::int64_t{thousandths} * em / 1000);
}

void add(Gap& gap, const Space& space, std::int32_t em, bool narrow) {
    gap.natural += scale(space.natural, em);
    const std::int32_t least = narrow ? space.narrow : space.least;
    if (space.reduce != 0) gap.reduce[space.reduce - 1] += scale(space.natural - least, em);
    if (space.expand != 0) gap.expand[space.expand - 1] += scale(space.most - space.natural, em);
}

/// Kana and kanji do not open up where a number or a word is held together.
bool opens(Bond bond) { return bond <= Bond::sign || bond == Bond::never; }

}  // namespace

void space(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting) {
    const Rules& rules = setting.rules;
    for (std::size_t i = 0; i + 1 < prepared.elements.size(); ++i) {
        const Element& front = prepared.elements[i];
        const Element& behind = prepared.elements[i + 1];
        Gap& gap = prepared.gaps[i];
        const GapRule& rule = rules.pair(front.is.spacing, behind.is.spacing);
        for (std::size_t p = 0; p < rule.count; ++p) {
            const GapRule::Part part = rule.parts[p];
            add(gap, rules.spaces[part.space], part.of_right ? behind.em : front.em, setting.narrow);
        }
        if (!opens(gap.bond)) std::fill(std::begin(gap.expand), std::end(gap.expand), 0);
        if (front.character == U' ') {
            Space word = rules.spaces[static_cast<std::size_t>(rules.word_space)];
            const Space give{0,
                             word.least - word.natural,
                             word.narrow - word.natural,
                             word.most - word.natural,
                             word.reduce,
                             word.expand};
            add(gap, give, front.em, setting.narrow);
        }
        gap.natural += static_cast<std::int32_t>(runs[front.run].style->letterspace.value);
    }
}

}  // namespace text
