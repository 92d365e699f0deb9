// A table of the entries each kind of dictionary may keep; filters apart, all others stay behind.
#include <algorithm>

#include "pdf/foreign.h"

namespace pdf {
namespace {

struct Rule {
    Kind dictionary;
    std::string_view keys;  ///< * for names of the file's own choice
    Kind value;
};

/// What ISO 32000-1 lets these dictionaries hold, without what PDF/A forbids or is of use only where it comes from:
/// Ref, PS, Subtype2, OPI, Alternates, Interpolate, TR, HT, Intent, OPM, Metadata, PieceInfo, StructParents and the
/// like. Filters are treated with their streams.
constexpr Rule rules[] = {
    {Kind::resources, "Font", Kind::fonts},
    {Kind::resources, "XObject", Kind::external_objects},
    {Kind::resources, "ExtGState", Kind::states},
    {Kind::resources, "ColorSpace", Kind::spaces},
    {Kind::resources, "Pattern", Kind::patterns},
    {Kind::resources, "Shading", Kind::shadings},

    {Kind::fonts, "*", Kind::font},
    {Kind::font, "Subtype BaseFont FirstChar LastChar Widths FontBBox FontMatrix", Kind::plain},
    {Kind::font, "Encoding", Kind::encoding},
    {Kind::font, "ToUnicode", Kind::data},
    {Kind::font, "FontDescriptor", Kind::descriptor},
    {Kind::font, "DescendantFonts", Kind::descendant},
    {Kind::font, "CharProcs", Kind::char_procs},
    {Kind::font, "Resources", Kind::resources},
    {Kind::descendant, "Subtype BaseFont DW W DW2 W2", Kind::plain},
    {Kind::descendant, "CIDSystemInfo", Kind::system_info},
    {Kind::descendant, "CIDToGIDMap", Kind::data},
    {Kind::descendant, "FontDescriptor", Kind::descriptor},
    {Kind::descriptor,
     "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight "
     "XHeight StemV StemH AvgWidth MaxWidth MissingWidth",
     Kind::plain},
    {Kind::descriptor, "FontFile FontFile2 FontFile3", Kind::program},
    {Kind::program, "Subtype Length1 Length2 Length3", Kind::plain},
    {Kind::encoding, "Type BaseEncoding Differences", Kind::plain},
    {Kind::system_info, "Registry Ordering Supplement", Kind::plain},
    {Kind::char_procs, "*", Kind::char_proc},

    {Kind::external_objects, "*", Kind::external_object},
    {Kind::form, "Type Subtype FormType BBox Matrix", Kind::plain},
    {Kind::form, "Resources", Kind::resources},
    {Kind::form, "Group", Kind::group},
    {Kind::group, "Type S I K", Kind::plain},
    {Kind::group, "CS", Kind::space},
    {Kind::image, "Type Subtype Width Height BitsPerComponent ImageMask Decode Matte", Kind::plain},
    {Kind::image, "ColorSpace", Kind::space},
    {Kind::image, "Mask SMask", Kind::image},

    {Kind::states, "*", Kind::state},
    {Kind::state, "Type LW LC LJ ML D OP op FL SM SA BM CA ca AIS TK", Kind::plain},
    {Kind::state, "SMask", Kind::soft_mask},
    {Kind::soft_mask, "Type S BC", Kind::plain},
    {Kind::soft_mask, "G", Kind::form},
    {Kind::soft_mask, "TR", Kind::function},

    {Kind::spaces, "*", Kind::space},
    {Kind::profile, "N Range", Kind::plain},
    {Kind::space, "Range WhitePoint BlackPoint Gamma Matrix", Kind::plain},
    {Kind::patterns, "*", Kind::pattern},
    {Kind::pattern, "Type PatternType PaintType TilingType BBox XStep YStep Matrix", Kind::plain},
    {Kind::pattern, "Resources", Kind::resources},
    {Kind::pattern, "Shading", Kind::shading},
    {Kind::pattern, "ExtGState", Kind::state},
    {Kind::shadings, "*", Kind::shading},
    {Kind::shading,
     "ShadingType Background BBox AntiAlias Domain Coords Extend Matrix BitsPerCoordinate BitsPerComponent BitsPerFlag "
     "Decode VerticesPerRow",
     Kind::plain},
    {Kind::shading, "ColorSpace", Kind::space},
    {Kind::shading, "Function", Kind::function},
    {Kind::function, "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds", Kind::plain},
    {Kind::function, "Functions", Kind::function},

    {Kind::decoding,
     "Predictor Colors BitsPerComponent Columns K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 "
     "DamagedRowsBeforeError ColorTransform",
     Kind::plain},
    {Kind::decoding, "JBIG2Globals", Kind::data},
};

}  // namespace

bool holds(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::string_view first = words.substr(0, words.find(' '));
        if (first == word) return true;
        words.remove_prefix(std::min(first.size() + 1, words.size()));
    }
    return false;
}

std::optional<Kind> kind_of_entry(Kind dictionary, std::string_view key) {
    for (const Rule& rule : rules) {
        if (rule.dictionary == dictionary && (rule.keys == "*" || holds(rule.keys, key))) return rule.value;
    }
    return std::nullopt;
}

}  // namespace pdf
