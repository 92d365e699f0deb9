// Identity-H throughout: a code of TrueType leads to its outline by a map, one of CFF is the id of its outline. A glyph
// with eighths is shown by its twin, where it has one.
#include "pdf/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "base/file.h"
#include "pdf/codes.h"
#include "pdf/to_unicode.h"

namespace pdf {
namespace {

constexpr int usual_width = 1000;  ///< the full-width character, by far the most frequent

/// Six capital letters that follow from the subset's bytes, as ISO 32000-1, 9.6.4 asks for.
std::string subset_name(const text::FontProgram& program) {
    const std::string digest = base::digest(program.bytes);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) {
        const int value = std::stoi(digest.substr(i * 2, 2), nullptr, 16);
        tag += static_cast<char>('A' + value % 26);
    }
    return tag + "+" + program.postscript_name;
}

/// All codes of a font.
std::map<std::uint32_t, FontCode> by_code(const Font& font) {
    std::map<std::uint32_t, FontCode> codes;
    for (const auto& [glyph, code] : font.codes) codes.emplace(code.code, code);
    for (const auto& [glyph, code] : font.twins) codes.emplace(code.code, code);
    return codes;
}

/// W: runs of neighbouring codes as `first [widths]`; the usual width is left out.
std::string width_array(const std::map<std::uint32_t, FontCode>& codes) {
    std::string out = "[";
    std::uint32_t next = 0;
    bool open = false;
    for (const auto& [code, shown] : codes) {
        if (shown.width == usual_width) continue;
        if (!open || code != next) {
            fmt::format_to(std::back_inserter(out), "{}{}[{}", open ? "]" : "", code, shown.width);
        } else {
            fmt::format_to(std::back_inserter(out), " {}", shown.width);
        }
        open = true;
        next = code + 1;
    }
    return out + (open ? "]]" : "]");
}

/// Two bytes for each code up to the last (ISO 32000-1, table 117).
std::string glyphs_of_codes(const std::map<std::uint32_t, FontCode>& codes) {
    if (codes.empty()) return {};
    std::string map(std::size_t{2} * codes.rbegin()->first + 2, '\0');
    for (const auto& [code, shown] : codes) {
        map[std::size_t{2} * code] = static_cast<char>(shown.id >> 8U);
        map[std::size_t{2} * code + 1] = static_cast<char>(shown.id & 0xFFU);
    }
    return map;
}

int descriptor_flags(const text::FontProgram& program) {
    constexpr int fixed_pitch = 1, serif = 2, symbolic = 4, italic = 64;
    return symbolic | (program.fixed_pitch ? fixed_pitch : 0) | (program.serif ? serif : 0) |
           (program.italic_angle != 0 ? italic : 0);
}

/// The descriptor asks for the width of stems, which no table of the face tells; this is the usual estimate.
int stem_width(int weight) { return 10 + weight * weight / 3600 + weight / 10; }

Id write_program(Objects& objects, const text::FontProgram& program) {
    if (program.cff) return objects.add_stream("/Subtype/CIDFontType0C", program.bytes);
    return objects.add_stream(fmt::format("/Length1 {}", program.bytes.size()), program.bytes);
}

Id write_descriptor(Objects& objects, const text::FontProgram& program, const std::string& base_font) {
    return objects.add(fmt::format(
        "<</Type/FontDescriptor/FontName{}/Flags {}/FontBBox[{} {} {} {}]/ItalicAngle {}/Ascent {}/Descent {}"
        "/CapHeight {}/StemV {}/{} {}>>",
        base_font, descriptor_flags(program), program.bbox[0], program.bbox[1], program.bbox[2], program.bbox[3],
        program.italic_angle, program.ascent, program.descent, program.cap_height, stem_width(program.weight),
        program.cff ? "FontFile3" : "FontFile2", reference(write_program(objects, program))));
}

/// Twins show the characters of the glyph they repeat.
GlyphText text_of_codes(const Font& font) {
    GlyphText result;
    const auto add = [&](std::uint32_t glyph, const FontCode& code) {
        const auto characters = font.text.find(glyph);
        if (characters != font.text.end()) result.emplace(code.code, characters->second);
    };
    for (const auto& [glyph, code] : font.codes) add(glyph, code);
    for (const auto& [glyph, code] : font.twins) add(glyph.id, code);
    return result;
}

Id write_font(Objects& objects, const text::FontProgram& program, const Font& font) {
    const std::string base_font = name(subset_name(program));
    const std::map<std::uint32_t, FontCode> codes = by_code(font);
    const std::string map =
        program.cff ? "" : "/CIDToGIDMap " + reference(objects.add_stream("", glyphs_of_codes(codes)));
    const Id descendant = objects.add(
        fmt::format("<</Type/Font/Subtype/{}/BaseFont{}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                    "/Supplement 0>>/FontDescriptor {}/DW {}/W{}{}>>",
                    program.cff ? "CIDFontType0" : "CIDFontType2", base_font,
                    reference(write_descriptor(objects, program, base_font)), usual_width, width_array(codes), map));
    return objects.add(
        fmt::format("<</Type/Font/Subtype/Type0/BaseFont{}{}/Encoding/Identity-H/DescendantFonts[{}]/ToUnicode {}>>",
                    base_font, program.cff ? "-Identity-H" : "", reference(descendant),
                    reference(objects.add_stream("", to_unicode_map(text_of_codes(font))))));
}

/// That of the glyph's twin, where it has eighths and the program such a twin.
std::uint32_t id_in(const text::FontProgram& program, const text::EmbeddedGlyph& glyph) {
    if (const auto twin = program.twins.find(glyph); twin != program.twins.end()) return twin->second;
    const auto id = program.ids.find(glyph.id);
    return id == program.ids.end() ? glyph.id : id->second;
}

const text::FontProgram& program_of(const std::vector<text::FontProgram>& programs, text::FaceId face) {
    const auto found =
        std::find_if(programs.begin(), programs.end(), [face](const auto& program) { return program.face == face; });
    if (found == programs.end()) throw std::runtime_error(fmt::format("no font program for face {}", face));
    return *found;
}

}  // namespace

const FontCode& Font::code(const text::Glyph& glyph) const {
    return glyph.eighths == 0 ? codes.at(glyph.id) : twins.at({glyph.id, glyph.eighths});
}

Fonts prepare_fonts(const std::vector<text::FontProgram>& programs, const layout::Pages& pages) {
    Fonts fonts;
    auto text = glyph_text(pages);
    for (const auto& [face, glyphs] : glyphs_by_use(pages)) {
        const text::FontProgram& program = program_of(programs, face);
        Font font{fmt::format("F{}", fonts.size()), {}, {}, std::move(text[face])};
        const std::map<std::uint32_t, int> widths(program.widths.begin(), program.widths.end());
        const std::vector<std::uint32_t> codes = cheapest_codes(glyphs.size());
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const std::uint32_t id = id_in(program, glyphs[i]);
            const auto width = widths.find(id);
            if (width == widths.end()) {
                throw std::runtime_error(
                    fmt::format("{}: no width for glyph {}", program.postscript_name, glyphs[i].id));
            }
            const FontCode code{program.cff ? id : codes[i], id, width->second};
            if (glyphs[i].eighths == 0) {
                font.codes.emplace(glyphs[i].id, code);
            } else {
                font.twins.emplace(glyphs[i], code);
            }
        }
        fonts.emplace(face, std::move(font));
    }
    return fonts;
}

std::string write_fonts(Objects& objects, const std::vector<text::FontProgram>& programs, const Fonts& fonts) {
    std::string out = "<<";
    for (const auto& [face, font] : fonts) {
        const Id id = write_font(objects, program_of(programs, face), font);
        fmt::format_to(std::back_inserter(out), "/{} {}", font.resource, reference(id));
    }
    return out + ">>";
}

}  // namespace pdf
