// Faces, glyphs and bodies of elements.
#include <algorithm>

#include "base/utf8.h"
#include "text/prepare.h"

namespace text {

namespace {

/// Narrower glyphs of a class with half-em bodies are taken to be set close already.
constexpr std::int32_t full_box = 750;

bool is_latin_letter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

/// What proportional text takes from the Latin face.
bool wants_latin_face(char32_t c) { return (c > U' ' && c < 0x7F) || c == U'¥' || is_latin_letter(c); }

/// Spaces of fixed width, in thousandths of an em; 0: none of them.
std::int32_t fixed_space(char32_t c) {
    switch (c) {
        case 0xA0: return 333;
        case 0x2000:
        case 0x2002:
        case 0x2007: return 500;
        case 0x2001:
        case 0x2003: return 1000;
        case 0x2004: return 333;
        case 0x2005:
        case 0x2008: return 250;
        case 0x2006: return 167;
        case 0x2009:
        case 0x202F: return 200;
        case 0x200A: return 100;
        default: return 0;
    }
}

class Shaping {
   public:
    Shaping(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting)
        : prepared_(prepared), runs_(runs), setting_(setting) {}

    void all() {
        prepared_.glyphs.reserve(prepared_.elements.size());
        for (std::size_t i = 0; i < prepared_.elements.size();) {
            enter_run(prepared_.elements[i].run);
            i = is_latin_letter(prepared_.characters[i]) ? word(i) : single(i);
        }
    }

   private:
    void enter_run(std::uint32_t run) {
        if (run == run_) return;
        run_ = run;
        style_ = runs_[run].style;
        role_ = &setting_.faces.role(style_->role);
    }

    const std::vector<FaceId>& chain(char32_t c) const {
        return style_->latin == base::LatinWidth::proportional && wants_latin_face(c) ? role_->latin : role_->japanese;
    }

    std::string text_of(const Element& first, const Element& last) const {
        return prepared_.text.substr(first.text_begin, last.text_end - first.text_begin);
    }

    /// Letters of one run are shaped together, for their kerning.
    std::size_t word(std::size_t begin) {
        std::vector<Element>& elements = prepared_.elements;
        std::size_t end = begin + 1;
        while (end < elements.size() && elements[end].run == run_ && is_latin_letter(prepared_.characters[end])) ++end;
        const std::string text = text_of(elements[begin], elements[end - 1]);
        for (FaceId id : chain(U'A')) {
            const std::vector<ShapedGlyph>& shaped = setting_.faces.face(id).shape(text);
            if (std::any_of(shaped.begin(), shaped.end(), [](const ShapedGlyph& g) { return g.id == 0; })) continue;
            deal_out(begin, end, id, shaped);
            return end;
        }
        for (std::size_t i = begin; i < end; ++i) single(i);
        return end;
    }

    /// Gives each element the glyphs of its clusters.
    void deal_out(std::size_t begin, std::size_t end, FaceId face, const std::vector<ShapedGlyph>& shaped) {
        const std::uint32_t base = prepared_.elements[begin].text_begin;
        std::size_t next = 0;
        for (std::size_t i = begin; i < end; ++i) {
            Element& element = prepared_.elements[i];
            element.glyph_begin = static_cast<std::uint32_t>(prepared_.glyphs.size());
            std::int32_t advance = 0;
            for (; next < shaped.size() && shaped[next].cluster + base < element.text_end; ++next) {
                ShapedGlyph glyph = shaped[next];
                glyph.cluster = glyph.cluster + base - element.text_begin;
                advance += glyph.advance;
                prepared_.glyphs.push_back(glyph);
            }
            finish(element, face, advance);
        }
    }

    std::size_t single(std::size_t i) {
        Element& element = prepared_.elements[i];
        element.glyph_begin = element.glyph_end = static_cast<std::uint32_t>(prepared_.glyphs.size());
        if (element.character == object_character) {
            element.body = static_cast<std::int32_t>(runs_[run_].object_width->value);
            return i + 1;
        }
        if (is_apostrophe(i)) element.is = {setting_.rules.latin, setting_.rules.latin};
        const std::size_t length = element.text_end - element.text_begin;
        const bool alone = length == utf8_length(element.character);
        if (alone ? !simple(element) : !cluster(element)) missing(element);
        return i + 1;
    }

    /// ’ in don’t is no bracket.
    bool is_apostrophe(std::size_t i) const {
        const std::u32string& all = prepared_.characters;
        return all[i] == U'’' && i > 0 && i + 1 < all.size() && is_latin_letter(all[i - 1]) &&
               is_latin_letter(all[i + 1]);
    }

    static std::size_t utf8_length(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

    bool simple(Element& element) {
        const std::int32_t width = fixed_space(element.character);
        const char32_t c = width != 0 ? U' ' : element.character;
        const bool western = element.is.spacing == setting_.rules.latin && c == U'’';
        for (FaceId id : chain(western ? U'A' : c)) {
            const FaceGlyph glyph = setting_.faces.face(id).glyph(c);
            if (glyph.id == 0) continue;
            prepared_.glyphs.push_back({glyph.id, glyph.advance, 0, 0, 0});
            finish(element, id, width != 0 ? width : glyph.advance);
            return true;
        }
        return false;
    }

    /// A character with marks or a variation selector: the first face that has all of it.
    bool cluster(Element& element) {
        const std::string text = text_of(element, element);
        const std::u32string characters = base::decode(text);
        if (characters.size() == 2 && is_variation_selector(characters[1])) return variant(element, characters[1]);
        for (FaceId id : chain(element.character)) {
            const std::vector<ShapedGlyph>& shaped = setting_.faces.face(id).shape(text);
            if (std::any_of(shaped.begin(), shaped.end(), [](const ShapedGlyph& g) { return g.id == 0; })) continue;
            std::int32_t advance = 0;
            for (const ShapedGlyph& glyph : shaped) advance += glyph.advance;
            prepared_.glyphs.insert(prepared_.glyphs.end(), shaped.begin(), shaped.end());
            finish(element, id, advance);
            return true;
        }
        return false;
    }

    bool variant(Element& element, char32_t selector) {
        for (FaceId id : chain(element.character)) {
            Face& face = setting_.faces.face(id);
            const FaceGlyph usual = face.glyph(element.character);
            if (usual.id == 0) continue;
            const std::optional<FaceGlyph> glyph = face.variant(element.character, selector);
            if (!glyph && selector >= 0xE0100) {
                setting_.complaints.missing_variant(element.character, selector, runs_[run_], element.source);
            }
            const FaceGlyph chosen = glyph.value_or(usual);
            prepared_.glyphs.push_back({chosen.id, chosen.advance, 0, 0, 0});
            finish(element, id, chosen.advance);
            return true;
        }
        return false;
    }

    void missing(Element& element) {
        setting_.complaints.missing_glyph(element.character, runs_[run_], element.source);
        for (FaceId id : role_->japanese) {
            const FaceGlyph glyph = setting_.faces.face(id).glyph(geta);
            if (glyph.id == 0) continue;
            prepared_.glyphs.push_back({glyph.id, glyph.advance, 0, 0, 0});
            finish(element, id, glyph.advance);
            return;
        }
    }

    void finish(Element& element, FaceId face, std::int32_t advance) {
        const Rules& rules = setting_.rules;
        element.face = face;
        element.glyph_end = static_cast<std::uint32_t>(prepared_.glyphs.size());
        if (element.is.spacing == rules.latin && element.character >= 0x370 && advance >= full_box) {
            element.is = {rules.kanji, rules.sign};
        }
        const Body body = rules.bodies[element.is.spacing];
        const bool boxed = body.body != 0 && advance >= full_box;
        const std::int32_t width = boxed                                ? body.body
                                   : element.is.breaking == rules.space ? rules.spaces[word_space()].natural
                                                                        : advance;
        element.body = scale(width, element.em);
        element.left = boxed ? scale(body.left, element.em) : 0;
    }

    std::size_t word_space() const { return static_cast<std::size_t>(setting_.rules.word_space); }

    static std::int32_t scale(std::int32_t thousandths, std::int32_t em) {
        return static_cast<std::int32_t>((std::int64_t{thousandths} * em + 500) / 1000);
    }

    Prepared& prepared_;
    const std::vector<Run>& runs_;
    const Setting& setting_;
    std::uint32_t run_ = UINT32_MAX;
    const CharacterStyle* style_ = nullptr;
    const RoleFaces* role_ = nullptr;
};

/// Comma and point among fixed digits: a narrower body, with what is drawn in its middle, wherever the face has it.
void narrow_separators(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting) {
    const Rules& rules = setting.rules;
    const auto digit = [&](std::size_t i) { return prepared.elements[i].is.spacing == rules.digit; };
    for (std::size_t i = 1; i + 1 < prepared.elements.size(); ++i) {
        Element& element = prepared.elements[i];
        const bool separator = element.character == U',' || element.character == U'.';
        if (!separator || !runs[element.run].style->narrow_separators || !digit(i - 1) || !digit(i + 1)) continue;
        const auto body = static_cast<std::int32_t>(std::int64_t{rules.separator} * element.em / 1000);
        if (element.body <= body) continue;
        element.left = (element.body - body) / 2;
        const std::uint32_t glyph = prepared.glyphs[element.glyph_begin].id;
        if (const auto middle = setting.faces.face(element.face).middle(glyph)) {
            element.left = static_cast<std::int32_t>(std::int64_t{*middle} * element.em / 1000) - body / 2;
        }
        element.body = body;
    }
}

}  // namespace

void shape(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting) {
    Shaping(prepared, runs, setting).all();
    narrow_separators(prepared, runs, setting);
}

}  // namespace text
