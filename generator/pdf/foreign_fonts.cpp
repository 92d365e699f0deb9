// Fonts of foreign pages, judged by the codes the page shows: embedded, readable, and as wide as they say.
#include <podofo/podofo.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/message.h"
#include "pdf/foreign.h"

namespace pdf {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfDifferenceEncoding;
using PoDoFo::PdfEncoding;
using PoDoFo::PdfEncodingFactory;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfString;
using PoDoFo::PdfVariant;

using Code = unsigned;
using Codes = std::set<Code>;

constexpr long long symbolic = 4;

/// Which programs a font may embed: the key in its descriptor and the program's Subtype.
const struct {
    std::string_view subtype, key, program;
} programs[] = {{"Type1", "FontFile", ""},
                {"Type1", "FontFile3", "Type1C OpenType"},
                {"MMType1", "FontFile", ""},
                {"MMType1", "FontFile3", "Type1C OpenType"},
                {"TrueType", "FontFile2", ""},
                {"TrueType", "FontFile3", "OpenType"},
                {"CIDFontType0", "FontFile3", "CIDFontType0C OpenType"},
                {"CIDFontType2", "FontFile2", ""},
                {"CIDFontType2", "FontFile3", "OpenType"}};

std::string called(const ForeignFile& from, const PdfDictionary& font) {
    const std::string name = from.name(font, "BaseFont");
    return name.empty() ? from.name(font, "Subtype") : name;
}

[[noreturn]] void refuse_incomplete(const std::string& name) {
    refuse(base::say("the font {} in the PDF page is incomplete or contradicts itself", name));
}

[[noreturn]] void refuse_unknown(const std::string& name) {
    refuse(base::say("the characters of the font {} in the PDF page are not known", name));
}

/// The stream of the font's program; null if there is none that fits.
const PdfObject* program_of(const ForeignFile& from, const PdfDictionary& font) {
    const std::string subtype = from.name(font, "Subtype");
    const PdfDictionary* descriptor = from.dictionary(font, "FontDescriptor");
    if (descriptor == nullptr) return nullptr;
    for (const auto& program : programs) {
        const PdfObject* stream = program.subtype == subtype ? from.entry(*descriptor, program.key) : nullptr;
        if (stream == nullptr || !stream->HasStream()) continue;
        const bool fits =
            program.program.empty() || holds(program.program, from.name(stream->GetDictionary(), "Subtype"));
        if (fits) return stream;
    }
    return nullptr;
}

const PdfDictionary* descendant_of(const ForeignFile& from, const PdfDictionary& font) {
    const PdfObject* list = from.entry(font, "DescendantFonts");
    if (list == nullptr || !list->IsArray() || list->GetArray().size() != 1) return nullptr;
    const PdfObject* only = from.resolved(&list->GetArray()[0]);
    return only != nullptr && only->IsDictionary() ? &only->GetDictionary() : nullptr;
}

long long number_at(const ForeignFile& from, const PdfDictionary& dictionary, std::string_view key,
                    long long otherwise) {
    const PdfObject* value = from.entry(dictionary, key);
    return value != nullptr && value->IsNumber() ? value->GetNumber() : otherwise;
}

double real_of(const PdfObject* value, double otherwise) {
    return value != nullptr && (value->IsNumber() || value->IsReal()) ? value->GetReal() : otherwise;
}

const PdfArray* array_at(const ForeignFile& from, const PdfDictionary& dictionary, std::string_view key) {
    const PdfObject* value = from.entry(dictionary, key);
    return value != nullptr && value->IsArray() ? &value->GetArray() : nullptr;
}

/// The name of the encoding that Differences change, or of the encoding itself.
std::string base_encoding(const ForeignFile& from, const PdfDictionary& font) {
    const PdfDictionary* encoding = from.dictionary(font, "Encoding");
    return encoding != nullptr ? from.name(*encoding, "BaseEncoding") : from.name(font, "Encoding");
}

bool is_symbolic(const ForeignFile& from, const PdfDictionary& font) {
    const PdfDictionary* descriptor = from.dictionary(font, "FontDescriptor");
    return descriptor != nullptr && (number_at(from, *descriptor, "Flags", 0) & symbolic) != 0;
}

/// 6.2.11.6: glyphs of TrueType go by one of two encodings, or by the codes themselves.
bool has_true_type_encoding(const ForeignFile& from, const PdfDictionary& font) {
    if (is_symbolic(from, font)) return from.entry(font, "Encoding") == nullptr;
    return holds("WinAnsiEncoding MacRomanEncoding", base_encoding(from, font));
}

bool is_complete(const ForeignFile& from, const PdfDictionary& font) {
    const std::string subtype = from.name(font, "Subtype");
    if (subtype != "Type3" && from.name(font, "BaseFont").empty()) return false;
    if (subtype == "Type0") return descendant_of(from, font) != nullptr;
    if (subtype.starts_with("CIDFont")) return from.dictionary(font, "CIDSystemInfo") != nullptr;
    if (subtype == "TrueType" && !has_true_type_encoding(from, font)) return false;
    if (subtype == "Type3" && from.dictionary(font, "CharProcs") == nullptr) return false;
    const PdfArray* widths = array_at(from, font, "Widths");
    const long long first = number_at(from, font, "FirstChar", -1);
    const long long last = number_at(from, font, "LastChar", -1);
    return widths != nullptr && first >= 0 && last >= first && last < 256 &&
           widths->size() == static_cast<std::size_t>(last - first + 1);
}

std::string bytes_of(const PdfString& string) {
    return std::string(string.GetString(), static_cast<std::size_t>(string.GetLength()));
}

bool is_string(const PdfVariant& value) { return value.IsString() || value.IsHexString(); }

Code code_of(const std::string& bytes) {
    Code code = 0;
    for (const char byte : bytes) code = code << 8 | static_cast<unsigned char>(byte);
    return code;
}

/// UTF-16 of at least one character, none of them without meaning outside its file (6.2.11.7.2 and 6.2.11.7.3).
bool is_text(const PdfVariant& value, Code offset) {
    if (!is_string(value) || value.GetString().IsUnicode()) return false;  // begins with a byte order mark
    std::string bytes = bytes_of(value.GetString());
    if (bytes.empty() || bytes.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const Code unit = code_of(bytes.substr(i, 2)) + (i + 2 == bytes.size() ? offset : 0);
        const bool is_private = (unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF);
        if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE || unit > 0xFFFF || is_private) return false;
    }
    return true;
}

/// Takes the codes between that have a character off those that are sought.
void find_between(Codes& sought, Code low, Code high, const PdfVariant& target) {
    for (auto code = sought.lower_bound(low); code != sought.end() && *code <= high;) {
        const Code offset = *code - low;
        const bool listed = target.IsArray() && offset < target.GetArray().size();
        const bool known = listed ? is_text(target.GetArray()[offset], 0) : is_text(target, offset);
        code = known ? sought.erase(code) : std::next(code);
    }
}

void find_in_map(Codes& sought, const std::string& map) {
    PoDoFo::PdfContentsTokenizer tokenizer(map.data(), static_cast<long>(map.size()));
    std::vector<PdfVariant> operands;
    PoDoFo::EPdfContentsType type = PoDoFo::ePdfContentsType_Keyword;
    const char* keyword = nullptr;
    PdfVariant value;
    while (!sought.empty() && tokenizer.ReadNext(type, keyword, value)) {
        if (type == PoDoFo::ePdfContentsType_Variant) {
            operands.push_back(value);
            continue;
        }
        const std::size_t width = keyword == std::string_view("endbfchar")    ? 2
                                  : keyword == std::string_view("endbfrange") ? 3
                                                                              : 0;
        for (std::size_t i = 0; width != 0 && i + width <= operands.size(); i += width) {
            if (!is_string(operands[i]) || !is_string(operands[i + width - 2])) continue;
            find_between(sought, code_of(bytes_of(operands[i].GetString())),
                         code_of(bytes_of(operands[i + width - 2].GetString())), operands[i + width - 1]);
        }
        operands.clear();
    }
}

/// Names of glyphs by code, as the font says; nothing for those that its program alone knows.
std::map<Code, std::string> glyph_names(const ForeignFile& from, const PdfDictionary& font) {
    std::map<Code, std::string> names;
    const std::string base = base_encoding(from, font);
    const PdfEncoding* encoding = base == "WinAnsiEncoding"    ? PdfEncodingFactory::GlobalWinAnsiEncodingInstance()
                                  : base == "MacRomanEncoding" ? PdfEncodingFactory::GlobalMacRomanEncodingInstance()
                                  : base == "StandardEncoding" ? PdfEncodingFactory::GlobalStandardEncodingInstance()
                                                               : nullptr;
    for (Code code = ' '; encoding != nullptr && code < 256; ++code) {
        const PoDoFo::pdf_utf16be character = encoding->GetCharCode(static_cast<int>(code));
        if (character != 0) names[code] = PdfDifferenceEncoding::UnicodeIDToName(character).GetName();
    }
    const PdfDictionary* own = from.dictionary(font, "Encoding");
    const PdfArray* differences = own != nullptr ? array_at(from, *own, "Differences") : nullptr;
    if (differences == nullptr) return names;
    Code code = 0;
    for (const PdfObject& one : *differences) {
        if (one.IsNumber()) code = static_cast<Code>(one.GetNumber());
        if (one.IsName()) names[code++] = one.GetName().GetName();
    }
    return names;
}

/// The Unicode character of a glyph's name, or 0.
Code character_of(const std::string& glyph) {
    const PoDoFo::pdf_utf16be character = PdfDifferenceEncoding::NameToUnicodeID(PdfName(glyph));
    const Code result = static_cast<Code>(character & 0xFF) << 8 | static_cast<Code>(character >> 8);
    return result >= 0xE000 && result <= 0xF8FF ? 0 : result;
}

/// What the dictionaries say of widths.
struct Widths {
    std::map<Code, double> known;
    double other;

    double of(Code code) const {
        const auto found = known.find(code);
        return found != known.end() ? found->second : other;
    }
};

Widths simple_widths(const ForeignFile& from, const PdfDictionary& font) {
    const PdfDictionary* descriptor = from.dictionary(font, "FontDescriptor");
    Widths widths{{}, descriptor != nullptr ? real_of(from.entry(*descriptor, "MissingWidth"), 0) : 0};
    auto code = static_cast<Code>(number_at(from, font, "FirstChar", 0));
    for (const PdfObject& one : *array_at(from, font, "Widths")) widths.known[code++] = real_of(from.resolved(&one), 0);
    return widths;
}

/// A character identifier; others do not occur.
Code identifier(const PdfObject* value) { return static_cast<Code>(std::clamp(real_of(value, 0), 0.0, 65535.0)); }

/// W lists either a first code and an array of widths, or the first and last code of one width.
Widths composite_widths(const ForeignFile& from, const PdfDictionary& descendant, const Codes& used) {
    Widths widths{{}, real_of(from.entry(descendant, "DW"), 1000)};
    const PdfArray* list = array_at(from, descendant, "W");
    for (std::size_t i = 0; list != nullptr && i + 1 < list->size();) {
        const PdfObject* second = from.resolved(&(*list)[i + 1]);
        const Code first = identifier(from.resolved(&(*list)[i]));
        if (second != nullptr && second->IsArray()) {
            Code code = first;
            for (const PdfObject& one : second->GetArray()) widths.known[code++] = real_of(from.resolved(&one), 0);
            i += 2;
        } else {
            if (i + 2 == list->size()) break;
            const double width = real_of(from.resolved(&(*list)[i + 2]), 0);
            const Code last = identifier(second);
            for (auto code = used.lower_bound(first); code != used.end() && *code <= last; ++code) {
                widths.known[*code] = width;
            }
            i += 3;
        }
    }
    return widths;
}

/// PoDoFo reads the program; 0 for what it cannot tell apart.
class Program {
   public:
    Program(ForeignFile& from, PoDoFo::PdfMemDocument& to, const PdfDictionary& font)
        : library_(to.GetFontLibrary()),
          bytes_(from.bytes(*program_of(from, font))),
          metrics_(&library_, bytes_.data(), static_cast<unsigned>(bytes_.size()), is_symbolic(from, font)) {}

    double of_glyph(Code glyph) const { return metrics_.GetGlyphWidth(static_cast<int>(glyph)); }
    double of_character(Code character) const {
        const long glyph = metrics_.GetGlyphId(character);
        return glyph > 0 ? of_glyph(static_cast<Code>(glyph)) : 0;
    }
    double of_name(const std::string& name) const {
        const double width = metrics_.GetGlyphWidth(name.c_str());
        return width == of_glyph(0) ? 0 : width;
    }

   private:
    FT_Library library_;
    std::string bytes_;
    PoDoFo::PdfFontMetricsFreetype metrics_;
};

void check_width(const std::string& font, double said, double drawn) {
    if (std::abs(said - drawn) > 1)
        refuse(base::say("the widths of the font {} in the PDF page are not those it is drawn with", font));
}

void check_composite(ForeignFile& from, PoDoFo::PdfMemDocument& to, const PdfDictionary& descendant,
                     const Codes& codes) {
    const std::string name = called(from, descendant);
    const Widths widths = composite_widths(from, descendant, codes);
    const Program program(from, to, descendant);
    const PdfObject* glyphs = from.entry(descendant, "CIDToGIDMap");
    const std::string map = glyphs != nullptr && glyphs->HasStream() ? from.bytes(*glyphs) : "";
    for (const Code code : codes) {
        Code glyph = code;
        if (!map.empty()) glyph = 2 * code + 1 < map.size() ? code_of(map.substr(std::size_t{2} * code, 2)) : 0;
        if (glyph == 0) refuse(base::say("the font {} in the PDF page lacks a character that is shown", name));
        check_width(name, widths.of(code), program.of_glyph(glyph));
    }
}

void check_simple(ForeignFile& from, PoDoFo::PdfMemDocument& to, const PdfDictionary& font, const Codes& codes) {
    const std::map<Code, std::string> names = glyph_names(from, font);
    const Widths widths = simple_widths(from, font);
    const Program program(from, to, font);
    const bool true_type = from.name(font, "Subtype") == "TrueType";
    for (const Code code : codes) {
        const auto named = names.find(code);
        double drawn = 0;
        if (named != names.end()) {
            drawn = true_type ? program.of_character(character_of(named->second)) : program.of_name(named->second);
        } else if (true_type) {
            drawn = program.of_character(code);
        }
        if (drawn != 0) check_width(called(from, font), widths.of(code), drawn);
    }
}

void check_drawn(const ForeignFile& from, const PdfDictionary& font, const Codes& codes,
                 const std::map<const PdfObject*, double>& advances) {
    const std::map<Code, std::string> names = glyph_names(from, font);
    const Widths widths = simple_widths(from, font);
    const PdfDictionary* glyphs = from.dictionary(font, "CharProcs");
    for (const Code code : codes) {
        const auto named = names.find(code);
        const auto advance = advances.find(named != names.end() ? from.entry(*glyphs, named->second) : nullptr);
        if (advance == advances.end())
            refuse(base::say("the font {} in the PDF page lacks a character that is shown", "Type3"));
        check_width("Type3", widths.of(code), advance->second);
    }
}

Codes codes_of(const std::set<std::string>& strings, std::size_t width) {
    Codes codes;
    for (const std::string& string : strings) {
        for (std::size_t i = 0; i < string.size(); i += width) codes.insert(code_of(string.substr(i, width)));
    }
    return codes;
}

}  // namespace

void check_font(const ForeignFile& from, const PdfDictionary& font, ForeignKind kind) {
    const std::string subtype = from.name(font, "Subtype");
    const std::string name = called(from, font);
    const bool known = holds(
        kind == ForeignKind::descendant ? "CIDFontType0 CIDFontType2" : "Type0 Type1 MMType1 TrueType Type3", subtype);
    if (known && !holds("Type0 Type3", subtype) && program_of(from, font) == nullptr) {
        refuse(base::say("the PDF page uses the font {}, which is not embedded", name));
    }
    if (!known || !is_complete(from, font)) refuse_incomplete(name);
    // Other encodings of composite fonts are files of their own, which programs of today no longer write.
    if (subtype == "Type0" && !holds("Identity-H Identity-V", from.name(font, "Encoding"))) refuse_unknown(name);
}

void check_glyphs(ForeignFile& from, PoDoFo::PdfMemDocument& to, const PdfDictionary& font,
                  const std::set<std::string>& strings, const std::map<const PdfObject*, double>& advances) {
    const std::string subtype = from.name(font, "Subtype");
    const bool composite = subtype == "Type0";
    const Codes codes = codes_of(strings, composite ? 2 : 1);
    Codes unknown = codes;
    const PdfObject* map = from.entry(font, "ToUnicode");
    if (map != nullptr && map->HasStream()) find_in_map(unknown, from.bytes(*map));
    if (!composite) {
        for (const auto& [code, glyph] : glyph_names(from, font)) {
            if (character_of(glyph) != 0) unknown.erase(code);
        }
    }
    if (!unknown.empty()) refuse_unknown(called(from, font));
    try {
        if (composite)
            check_composite(from, to, *descendant_of(from, font), codes);
        else if (subtype == "Type3")
            check_drawn(from, font, codes, advances);
        else
            check_simple(from, to, font, codes);
    } catch (const PoDoFo::PdfError&) {
        refuse_incomplete(called(from, font));
    }
}

}  // namespace pdf
