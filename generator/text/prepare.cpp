// One pass gathers characters into elements, line feeds and U+200B into gaps; then shapes, bonds and spaces follow.
#include "text/prepare.h"

#include "base/utf8.h"

namespace text {

namespace {

constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t no_break_space = 0xA0;

Element element_of(const Character& c, const Rules& rules, const CharacterStyle& style, Length largest) {
    Element element;
    element.character = c.value;
    element.run = c.run;
    element.source = c.source;
    element.em = static_cast<std::int32_t>(std::min(style.size, largest).value);
    element.is = rules.class_of(c.value);
    if (c.value == object_character) element.is = {rules.object, rules.object};
    if (style.raise.value != 0) element.is = {rules.reference, rules.reference};
    if (c.value == no_break_space || (c.value >= 0x2000 && c.value <= 0x200A) || c.value == 0x202F) {
        element.is = {rules.latin, rules.space};
    }
    return element;
}

/// Elements with their classes and text; U+200B and line feeds become marks of the gap in front of them.
class Gathering {
   public:
    Gathering(const std::vector<Run>& runs, const Setting& setting, Prepared& result)
        : runs_(runs), setting_(setting), result_(result) {}

    void take(const Character& c) {
        if (c.value == zero_width_space) {
            result_.author_breaks = true;
            mark_author();
        } else if (c.value == U'\n') {
            if (!result_.gaps.empty()) result_.gaps.back().bond = Bond::must;
        } else if (combines(c.value) && has_base(c)) {
            append(c.value);
        } else {
            start(c);
        }
    }

   private:
    /// Marks stand on a character of their own run; on a blank they would be lost with it at a line end.
    bool has_base(const Character& c) const {
        if (result_.elements.empty()) return false;
        const Element& base = result_.elements.back();
        const ClassId breaking = base.is.breaking;
        return base.run == c.run && breaking != setting_.rules.space && breaking != setting_.rules.ideographic_space &&
               base.character != object_character;
    }

    void mark_author() {
        if (!result_.gaps.empty()) result_.gaps.back().author = true;
    }

    void append(char32_t c) {
        base::append_utf8(result_.text, c);
        result_.elements.back().text_end = static_cast<std::uint32_t>(result_.text.size());
    }

    void start(const Character& c) {
        Element element = element_of(c, setting_.rules, *runs_[c.run].style, setting_.largest_size);
        element.text_begin = element.text_end = static_cast<std::uint32_t>(result_.text.size());
        result_.characters.push_back(c.value);
        result_.elements.push_back(element);
        result_.gaps.emplace_back();
        // Faces draw both blanks with one glyph, which can be copied as one character alone: as the plain one.
        if (c.value != object_character) append(c.value == no_break_space ? U' ' : c.value);
    }

    const std::vector<Run>& runs_;
    const Setting& setting_;
    Prepared& result_;
};

/// As it was before anything was taken apart, but for the room it has.
void clear(Prepared& prepared) {
    prepared.text.clear();
    prepared.characters.clear();
    prepared.elements.clear();
    prepared.gaps.clear();
    prepared.glyphs.clear();
    prepared.readings.clear();
    prepared.author_breaks = false;
}

/// １２，３００ and １．６: between full-width digits comma and point are set solid, as kanji are.
void set_separators_solid(Prepared& prepared, const Rules& rules) {
    const auto digit = [&](std::size_t i) {
        return prepared.characters[i] >= U'０' && prepared.characters[i] <= U'９';
    };
    for (std::size_t i = 1; i + 1 < prepared.elements.size(); ++i) {
        const char32_t c = prepared.characters[i];
        if ((c == U'，' || c == U'．') && digit(i - 1) && digit(i + 1)) prepared.elements[i].is.spacing = rules.kanji;
    }
}

/// 8.15㎡/人, 人/km2: where a slash would stand close to one side and a quarter em off the other, it is set solid.
void set_slashes_solid(Prepared& prepared, const Rules& rules) {
    for (std::size_t i = 1; i + 1 < prepared.elements.size(); ++i) {
        if (prepared.characters[i] != U'/') continue;
        const auto apart = [&](ClassId front, ClassId behind) { return rules.pair(front, behind).count > 0; };
        const ClassId slash = prepared.elements[i].is.spacing;
        const bool before = apart(prepared.elements[i - 1].is.spacing, slash);
        if (before != apart(slash, prepared.elements[i + 1].is.spacing)) prepared.elements[i].is.spacing = rules.sign;
    }
}

}  // namespace

std::int64_t width_of(const Prepared& prepared, std::size_t begin, std::size_t end) {
    std::int64_t width = 0;
    for (std::size_t i = begin; i < end; ++i) {
        width += prepared.elements[i].body + (i + 1 < end ? prepared.gaps[i].natural : 0);
    }
    return width;
}

void prepare(const std::vector<Run>& runs, base::Numerals numerals, const Setting& setting, Prepared& prepared) {
    std::vector<Character>& characters = setting.characters;
    const auto refuse = [&](Refusal refusal, const Character& c) {
        setting.complaints.refused(refusal, c.value, runs[c.run], c.source);
    };
    decode_runs(runs, refuse, characters);
    apply_numerals(characters, numerals);
    clear(prepared);
    Gathering gathering(runs, setting, prepared);
    for (const Character& c : characters) gathering.take(c);
    set_separators_solid(prepared, setting.rules);
    shape(prepared, runs, setting);
    bond(prepared, runs, setting.rules);
    set_slashes_solid(prepared, setting.rules);
    space(prepared, runs, setting);
    set_readings(prepared, runs, setting);
}

}  // namespace text
