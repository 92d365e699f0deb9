// Identity-H throughout: codes are ids of the program, and a glyph with other eighths is shown by a twin's code.
#include "pdf/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "base/file.h"
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

/// W: runs of neighbouring ids as `first [widths]`; the usual width is left out.
std::string width_array(const text::FontProgram& program) {
    std::string out = "[";
    std::uint32_t next = 0;
    bool open = false;
    for (const auto& [glyph, width] : program.widths) {
        if (width == usual_width) continue;
        if (!open || glyph != next) {
            fmt::format_to(std::back_inserter(out), "{}{}[{}", open ? "]" : "", glyph, width);
        } else {
            fmt::format_to(std::back_inserter(out), " {}", width);
        }
        open = true;
        next = glyph + 1;
    }
    return out + (open ? "]]" : "]");
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
    for (const auto& [glyph, characters] : font.text) result.emplace(font.codes.at(glyph).code, characters);
    for (const auto& [glyph, twin] : font.twins) result.emplace(twin.code, font.text.at(glyph.id));
    return result;
}

Id write_font(Objects& objects, const text::FontProgram& program, const Font& font) {
    const std::string base_font = name(subset_name(program));
    const Id descendant =
        objects.add(fmt::format("<</Type/Font/Subtype/{}/BaseFont{}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                                "/Supplement 0>>/FontDescriptor {}/DW {}/W{}{}>>",
                                program.cff ? "CIDFontType0" : "CIDFontType2", base_font,
                                reference(write_descriptor(objects, program, base_font)), usual_width,
                                width_array(program), program.cff ? "" : "/CIDToGIDMap/Identity"));
    return objects.add(
        fmt::format("<</Type/Font/Subtype/Type0/BaseFont{}{}/Encoding/Identity-H/DescendantFonts[{}]/ToUnicode {}>>",
                    base_font, program.cff ? "-Identity-H" : "", reference(descendant),
                    reference(objects.add_stream("", to_unicode_map(text_of_codes(font))))));
}

const text::FontProgram& program_of(const std::vector<text::FontProgram>& programs, text::FaceId face) {
    const auto found =
        std::find_if(programs.begin(), programs.end(), [face](const auto& program) { return program.face == face; });
    if (found == programs.end()) throw std::runtime_error(fmt::format("no font program for face {}", face));
    return *found;
}

}  // namespace

const FontCode& Font::code(const text::Glyph& glyph) const {
    if (glyph.eighths != 0) {
        const auto twin = twins.find({glyph.id, glyph.eighths});
        if (twin != twins.end()) return twin->second;
    }
    return codes.at(glyph.id);
}

Fonts prepare_fonts(const std::vector<text::FontProgram>& programs, std::map<text::FaceId, GlyphText>&& text) {
    Fonts fonts;
    for (auto& [face, glyphs] : text) {
        const text::FontProgram& program = program_of(programs, face);
        Font font{fmt::format("F{}", fonts.size()), {}, {}, std::move(glyphs)};
        const std::map<std::uint32_t, int> widths(program.widths.begin(), program.widths.end());
        for (const auto& [glyph, characters] : font.text) {
            const auto id = program.ids.find(glyph);
            const auto width = widths.find(id == program.ids.end() ? glyph : id->second);
            if (width == widths.end()) {
                throw std::runtime_error(fmt::format("{}: no width for glyph {}", program.postscript_name, glyph));
            }
            font.codes.emplace(glyph, FontCode{width->first, width->second});
        }
        for (const auto& [glyph, id] : program.twins) font.twins.emplace(glyph, FontCode{id, widths.at(id)});
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
