// A table of the entries each kind of dictionary may keep; filters apart, all others stay behind.
#include <algorithm>

#include "pdf/foreign.h"

namespace pdf {
namespace {

struct Rule {
    ForeignKind dictionary;
    std::string_view keys;  ///< * for names of the file's own choice
    ForeignKind value;
};

/// What ISO 32000-1 lets these dictionaries hold, without what PDF/A forbids or is of use only where it comes from:
/// Ref, PS, Subtype2, OPI, Alternates, Interpolate, TR, HT, Intent, OPM, Metadata, PieceInfo, StructParents and the
/// like. Filters are treated with their streams.
constexpr Rule rules[] = {
    {ForeignKind::resources, "Font", ForeignKind::fonts},
    {ForeignKind::resources, "XObject", ForeignKind::external_objects},
    {ForeignKind::resources, "ExtGState", ForeignKind::states},
    {ForeignKind::resources, "ColorSpace", ForeignKind::spaces},
    {ForeignKind::resources, "Pattern", ForeignKind::patterns},
    {ForeignKind::resources, "Shading", ForeignKind::shadings},

    {ForeignKind::fonts, "*", ForeignKind::font},
    {ForeignKind::font, "Subtype BaseFont FirstChar LastChar Widths FontBBox FontMatrix", ForeignKind::plain},
    {ForeignKind::font, "Encoding", ForeignKind::encoding},
    {ForeignKind::font, "ToUnicode", ForeignKind::data},
    {ForeignKind::font, "FontDescriptor", ForeignKind::descriptor},
    {ForeignKind::font, "DescendantFonts", ForeignKind::descendant},
    {ForeignKind::font, "CharProcs", ForeignKind::char_procs},
    {ForeignKind::font, "Resources", ForeignKind::resources},
    {ForeignKind::descendant, "Subtype BaseFont DW W DW2 W2", ForeignKind::plain},
    {ForeignKind::descendant, "CIDSystemInfo", ForeignKind::system_info},
    {ForeignKind::descendant, "CIDToGIDMap", ForeignKind::data},
    {ForeignKind::descendant, "FontDescriptor", ForeignKind::descriptor},
    {ForeignKind::descriptor,
     "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight "
     "XHeight StemV StemH AvgWidth MaxWidth MissingWidth",
     ForeignKind::plain},
    {ForeignKind::descriptor, "FontFile FontFile2 FontFile3", ForeignKind::program},
    {ForeignKind::program, "Subtype Length1 Length2 Length3", ForeignKind::plain},
    {ForeignKind::encoding, "Type BaseEncoding Differences", ForeignKind::plain},
    {ForeignKind::system_info, "Registry Ordering Supplement", ForeignKind::plain},
    {ForeignKind::char_procs, "*", ForeignKind::char_proc},

    {ForeignKind::external_objects, "*", ForeignKind::external_object},
    {ForeignKind::form, "Type Subtype FormType BBox Matrix", ForeignKind::plain},
    {ForeignKind::form, "Resources", ForeignKind::resources},
    {ForeignKind::form, "Group", ForeignKind::group},
    {ForeignKind::group, "Type S I K", ForeignKind::plain},
    {ForeignKind::group, "CS", ForeignKind::space},
    {ForeignKind::image, "Type Subtype Width Height BitsPerComponent ImageMask Decode Matte", ForeignKind::plain},
    {ForeignKind::image, "ColorSpace", ForeignKind::space},
    {ForeignKind::image, "Mask SMask", ForeignKind::image},

    {ForeignKind::states, "*", ForeignKind::state},
    {ForeignKind::state, "Type LW LC LJ ML D OP op FL SM SA BM CA ca AIS TK", ForeignKind::plain},
    {ForeignKind::state, "SMask", ForeignKind::soft_mask},
    {ForeignKind::soft_mask, "Type S BC", ForeignKind::plain},
    {ForeignKind::soft_mask, "G", ForeignKind::form},
    {ForeignKind::soft_mask, "TR", ForeignKind::function},

    {ForeignKind::spaces, "*", ForeignKind::space},
    {ForeignKind::profile, "N Range", ForeignKind::plain},
    {ForeignKind::space, "Range WhitePoint BlackPoint Gamma Matrix", ForeignKind::plain},
    {ForeignKind::patterns, "*", ForeignKind::pattern},
    {ForeignKind::pattern, "Type PatternType PaintType TilingType BBox XStep YStep Matrix", ForeignKind::plain},
    {ForeignKind::pattern, "Resources", ForeignKind::resources},
    {ForeignKind::pattern, "Shading", ForeignKind::shading},
    {ForeignKind::pattern, "ExtGState", ForeignKind::state},
    {ForeignKind::shadings, "*", ForeignKind::shading},
    {ForeignKind::shading,
     "ShadingType Background BBox AntiAlias Domain Coords Extend Matrix BitsPerCoordinate BitsPerComponent BitsPerFlag "
     "Decode VerticesPerRow",
     ForeignKind::plain},
    {ForeignKind::shading, "ColorSpace", ForeignKind::space},
    {ForeignKind::shading, "Function", ForeignKind::function},
    {ForeignKind::function, "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds",
     ForeignKind::plain},
    {ForeignKind::function, "Functions", ForeignKind::function},

    {ForeignKind::decoding,
     "Predictor Colors BitsPerComponent Columns K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 "
     "DamagedRowsBeforeError ColorTransform",
     ForeignKind::plain},
    {ForeignKind::decoding, "JBIG2Globals", ForeignKind::data},
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

std::optional<ForeignKind> kind_of_entry(ForeignKind dictionary, std::string_view key) {
    for (const Rule& rule : rules) {
        if (rule.dictionary == dictionary && (rule.keys == "*" || holds(rule.keys, key))) return rule.value;
    }
    return std::nullopt;
}

}  // namespace pdf
