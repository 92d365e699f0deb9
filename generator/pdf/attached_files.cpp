// The files that travel inside a PDF, taken out again (ISO 32000-1, 7.11.4; associated files, ISO 19005-3, 6.8).
#include <podofo/podofo.h>

#include "pdf/foreign.h"
#include "pdf/pdf.h"

namespace pdf {
namespace {

using PoDoFo::PdfDictionary;
using PoDoFo::PdfObject;

constexpr std::size_t most_files = 2000;

/// Nothing where the specification holds no file.
std::optional<base::Attachment> file_of(ForeignFile& from, const PdfObject* specification) {
    if (specification == nullptr || !specification->IsDictionary()) return std::nullopt;
    const PdfDictionary& entries = specification->GetDictionary();
    const PdfObject* name = from.entry(entries, "UF");
    const PdfDictionary* embedded = from.dictionary(entries, "EF");
    const PdfObject* stream = embedded == nullptr ? nullptr : from.entry(*embedded, "F");
    if (name == nullptr || !name->IsString() || stream == nullptr || !stream->HasStream()) return std::nullopt;
    return base::Attachment{name->GetString().GetStringUtf8(), {}, {}, from.bytes(*stream)};
}

}  // namespace

std::vector<base::Attachment> attached_files(std::string_view bytes) {
    std::vector<base::Attachment> files;
    try {
        PoDoFo::PdfMemDocument document;
        load_foreign(document, bytes);
        ForeignFile from(document);
        const PdfObject* catalog = document.GetCatalog();
        if (catalog == nullptr || !catalog->IsDictionary()) refuse_damaged();
        const PdfObject* list = from.entry(catalog->GetDictionary(), "AF");
        if (list == nullptr || !list->IsArray()) return files;
        for (const PdfObject& item : list->GetArray()) {
            if (files.size() == most_files) refuse_damaged();
            if (auto file = file_of(from, from.resolved(&item))) files.push_back(std::move(*file));
        }
    } catch (const PoDoFo::PdfError&) {
        refuse_damaged();
    }
    return files;
}

}  // namespace pdf
