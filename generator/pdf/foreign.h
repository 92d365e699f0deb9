// A page of a PDF of the city's own, taken over into ours as far as PDF/A lets it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "pdf/syntax.h"

namespace PoDoFo {
class PdfDictionary;
class PdfMemDocument;
class PdfObject;
class PdfReference;
class PdfVariant;
}  // namespace PoDoFo

namespace pdf {

/// What a value is for; it tells which entries of a dictionary are taken over.
enum class ForeignKind {
    plain,
    resources,
    fonts,
    font,
    descendant,
    descriptor,
    program,
    encoding,
    system_info,
    char_procs,
    char_proc,
    external_objects,
    external_object,
    form,
    image,
    states,
    state,
    soft_mask,
    group,
    spaces,
    space,
    profile,
    patterns,
    pattern,
    shadings,
    shading,
    function,
    decoding,
    data
};

/// The kind of an entry's value; nothing where the entry is left behind, as PDF/A forbids it or a page does without.
std::optional<ForeignKind> kind_of_entry(ForeignKind dictionary, std::string_view key);

/// Reads a file of somebody else's. Throws PictureFault, or an error of PoDoFo.
void load_foreign(PoDoFo::PdfMemDocument& document, std::string_view bytes);

/// The file a page comes from.
class ForeignFile {
   public:
    explicit ForeignFile(PoDoFo::PdfMemDocument& document) : document_(document) {}

    /// Where a reference leads, else the value itself.
    const PoDoFo::PdfObject* resolved(const PoDoFo::PdfObject* value) const;
    const PoDoFo::PdfObject* entry(const PoDoFo::PdfDictionary& dictionary, std::string_view key) const;
    /// The same if it is a dictionary.
    const PoDoFo::PdfDictionary* dictionary(const PoDoFo::PdfDictionary& parent, std::string_view key) const;
    /// The name there, else nothing.
    std::string name(const PoDoFo::PdfDictionary& dictionary, std::string_view key) const;
    /// A stream without its filters. Throws PictureFault when all that was read so far is too much.
    std::string bytes(const PoDoFo::PdfObject& stream);

   private:
    PoDoFo::PdfMemDocument& document_;
    std::size_t read_ = 0;
};

/// A content stream without its marked content, whose numbers would clash with ours, and balanced.
struct ForeignContent {
    std::string operators;
    std::set<std::pair<std::string, std::string>> names;  ///< of resources: category and name
    std::map<std::string, std::set<std::string>> shown;   ///< strings by the name of their font
    double advance = 0;                                   ///< of a Type 3 glyph
};

/// Throws PictureFault for what a PDF/A must not hold.
ForeignContent clean_content(const std::string& operators);

/// Copies what a page needs into another file. Throws PictureFault for what a PDF/A must not hold.
class ForeignPage {
   public:
    ForeignPage(ForeignFile& from, PoDoFo::PdfMemDocument& to) : from_(from), to_(to) {}

    PoDoFo::PdfVariant copy(const PoDoFo::PdfVariant& value, ForeignKind kind, int depth = 0);
    /// The operators of a stream, or of the page where none is given, that has these resources, or none.
    std::string content(const std::string& operators, const PoDoFo::PdfDictionary* resources,
                        const PoDoFo::PdfObject* of = nullptr);
    /// Once all is copied: whether each glyph that is shown has a character and the width it claims, and whether forms
    /// draw themselves.
    void check_whole();

   private:
    PoDoFo::PdfVariant copy_array(const PoDoFo::PdfVariant& array, ForeignKind kind, int depth);
    PoDoFo::PdfVariant copy_dictionary(const PoDoFo::PdfDictionary& dictionary, ForeignKind kind, int depth);
    PoDoFo::PdfVariant copy_object(const PoDoFo::PdfReference& reference, ForeignKind kind, int depth);
    void copy_stream(const PoDoFo::PdfObject& source, PoDoFo::PdfObject& target, ForeignKind kind, int depth);
    bool is_decoded_here(const PoDoFo::PdfDictionary& stream) const;
    void check(const PoDoFo::PdfDictionary& dictionary, ForeignKind kind) const;
    int nesting(const PoDoFo::PdfObject* content);
    void check_profile(const PoDoFo::PdfObject& profile);

    ForeignFile& from_;
    PoDoFo::PdfMemDocument& to_;
    std::map<std::pair<Id, ForeignKind>, Id> copied_;         ///< numbers there, by what they are for, and here
    const PoDoFo::PdfDictionary* glyph_resources_ = nullptr;  ///< of the Type 3 font that is being copied
    // By content stream there, null for the page: what its operators name, how deep that nests, and how wide it is if
    // it is a glyph. By font: the strings it shows.
    std::map<const PoDoFo::PdfObject*, std::set<const PoDoFo::PdfObject*>> draws_;
    std::map<const PoDoFo::PdfObject*, int> nestings_;
    std::map<const PoDoFo::PdfObject*, double> advances_;
    std::map<const PoDoFo::PdfObject*, std::set<std::string>> shown_;
};

/// Whether a font dictionary is complete and its program embedded (ISO 19005-2, 6.2.11.2 to 6.2.11.6).
void check_font(const ForeignFile& from, const PoDoFo::PdfDictionary& font, ForeignKind kind);
/// Whether each glyph of the strings has a character (6.2.11.7) and its width (6.2.11.5). `advances` of Type 3 glyphs.
void check_glyphs(ForeignFile& from, PoDoFo::PdfMemDocument& to, const PoDoFo::PdfDictionary& font,
                  const std::set<std::string>& strings, const std::map<const PoDoFo::PdfObject*, double>& advances);

/// Numbers, names and strings within the limits of PDF/A (6.1.13), names in UTF-8 (6.1.8).
void check_value(const PoDoFo::PdfVariant& value);
/// 1, 2, 4, 8 or 16, and 1 for a mask (6.2.8).
void check_image_bits(long long bits, bool mask);
bool is_filter_allowed(std::string_view name);

/// What a deflated stream holds; nothing when it is none. Throws PictureFault when it would be more than so many bytes.
std::string inflated(std::string_view packed, std::size_t most);

/// Whether a blank-separated list holds a word.
bool holds(std::string_view words, std::string_view word);

/// Says that the page holds something a PDF/A must not; the hint tells how to export it.
[[noreturn]] void refuse(const std::string& message);
[[noreturn]] void refuse_cmyk();
[[noreturn]] void refuse_damaged();

}  // namespace pdf
