// Objects of a PDF of the city's own, taken over into ours as far as PDF/A lets them.
#pragma once

#include <map>
#include <string>

#include "pdf/syntax.h"

namespace PoDoFo {
class PdfDictionary;
class PdfMemDocument;
class PdfObject;
class PdfReference;
class PdfVariant;
}  // namespace PoDoFo

namespace pdf {

/// Copies objects with all they refer to. What is only of use in the file they come from is left behind; what a PDF/A
/// must not hold is refused: throws PictureFault.
class ForeignObjects {
   public:
    ForeignObjects(PoDoFo::PdfMemDocument& from, PoDoFo::PdfMemDocument& to) : from_(from), to_(to) {}

    PoDoFo::PdfVariant copy(const PoDoFo::PdfVariant& value, int depth = 0);

   private:
    PoDoFo::PdfVariant copy_dictionary(const PoDoFo::PdfDictionary& dictionary, int depth);
    PoDoFo::PdfVariant copy_object(const PoDoFo::PdfReference& reference, int depth);
    void copy_stream(const PoDoFo::PdfObject& source, PoDoFo::PdfObject& target);
    void check_font(const PoDoFo::PdfDictionary& font) const;
    const PoDoFo::PdfObject* resolved(const PoDoFo::PdfDictionary& dictionary, const char* key) const;

    PoDoFo::PdfMemDocument& from_;
    PoDoFo::PdfMemDocument& to_;
    std::map<Id, Id> copied_;  ///< numbers there and here
};

/// Content of a foreign page without its marked content, whose numbers would clash with ours. Throws PictureFault for
/// operators that a PDF/A must not hold.
std::string without_marked_content(const std::string& operators);

/// Says that the page holds something a PDF/A must not; the hint tells how to export it.
[[noreturn]] void refuse(const std::string& message);

}  // namespace pdf
