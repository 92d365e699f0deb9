// What was copied of a foreign page, handed over from PoDoFo's objects to ours.
#pragma once

#include <map>
#include <string>

#include "pdf/objects.h"

namespace PoDoFo {
class PdfDictionary;
class PdfMemDocument;
class PdfObject;
class PdfReference;
class PdfVariant;
}  // namespace PoDoFo

namespace pdf {

/// Takes over what it comes by, each object once.
class Handover {
   public:
    Handover(PoDoFo::PdfMemDocument& from, Objects& to) : from_(from), to_(to) {}

    /// The syntax of a value; what it refers to is taken over.
    std::string syntax(const PoDoFo::PdfVariant& value);

   private:
    std::string entries(const PoDoFo::PdfDictionary& dictionary, bool stream);
    Id object(const PoDoFo::PdfReference& reference);
    void stream(Id id, const PoDoFo::PdfObject& object);

    PoDoFo::PdfMemDocument& from_;
    Objects& to_;
    std::map<Id, Id> known_;  ///< numbers there and here
};

}  // namespace pdf
