// Syntax goes to PoDoFo as text it need not understand; only dictionaries that it looks into are parsed.
#include "pdf/objects.h"

#include <podofo/podofo.h>

#include <stdexcept>

namespace pdf {
namespace {

using PoDoFo::PdfData;
using PoDoFo::PdfObject;
using PoDoFo::PdfVariant;

PdfVariant variant(std::string_view syntax) { return PdfVariant(PdfData(syntax.data(), syntax.size())); }

/// PoDoFo's own error is no std::exception; its text names its sources, so only the cause is kept.
template <typename Work>
auto translating_errors(Work work) {
    try {
        return work();
    } catch (const PoDoFo::PdfError& error) {
        throw std::runtime_error(std::string("PoDoFo: ") + PoDoFo::PdfError::ErrorName(error.GetError()));
    }
}

/// A dictionary that PoDoFo can look into, as it must into those of streams and of the trailer.
PdfVariant dictionary(std::string_view entries) {
    const std::string syntax = "<<" + std::string(entries) + ">>";
    PdfVariant result;
    PoDoFo::PdfTokenizer(syntax.data(), syntax.size()).GetNextVariant(result, nullptr);
    return result;
}

/// The object's value becomes the given dictionary; its number stays.
void replace(PdfObject& object, std::string_view entries) {
    translating_errors([&] { static_cast<PdfVariant&>(object) = dictionary(entries); });
}

}  // namespace

Objects::Objects() {
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    translating_errors([this] {
        document_ = std::make_unique<PoDoFo::PdfMemDocument>();
        document_->SetPdfVersion(PoDoFo::ePdfVersion_1_7);
        // The compact mode leaves out line ends that PDF/A (ISO 19005-2, 6.1.9) requires.
        document_->SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    });
}

Objects::~Objects() = default;

Id Objects::reserve() { return add("null"); }

void Objects::set(Id id, std::string_view syntax) {
    translating_errors([&] {
        PdfObject* object = document_->GetObjects().GetObject(PoDoFo::PdfReference(id, 0));
        static_cast<PdfVariant&>(*object) = variant(syntax);
    });
}

Id Objects::add(std::string_view syntax) {
    return translating_errors(
        [&] { return document_->GetObjects().CreateObject(variant(syntax))->Reference().ObjectNumber(); });
}

Id Objects::add_stream(std::string_view entries, std::string_view bytes, Filter filter) {
    return translating_errors([&] {
        PdfObject* object = document_->GetObjects().CreateObject(dictionary(entries));
        const auto length = static_cast<PoDoFo::pdf_long>(bytes.size());
        if (filter == Filter::flate) {
            object->GetStream()->Set(bytes.data(), length);
        } else {
            object->GetStream()->Set(bytes.data(), length, PoDoFo::TVecFilters());
        }
        return object->Reference().ObjectNumber();
    });
}

void Objects::set_catalog(std::string_view entries) { replace(*document_->GetCatalog(), entries); }

void Objects::set_information(std::string_view entries) { replace(*document_->GetInfo()->GetObject(), entries); }

void Objects::set_page_root(std::string_view entries) { replace(*document_->GetPagesTree()->GetObject(), entries); }

Id Objects::page_root() const { return document_->GetPagesTree()->GetObject()->Reference().ObjectNumber(); }

std::string Objects::file() {
    return translating_errors([this] {
        PoDoFo::PdfRefCountedBuffer buffer;
        PoDoFo::PdfOutputDevice device(&buffer);
        document_->Write(&device);
        return std::string(buffer.GetBuffer(), static_cast<std::size_t>(device.GetLength()));
    });
}

}  // namespace pdf
