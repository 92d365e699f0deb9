#include "pdf/foreign.h"

#include <podofo/podofo.h>

#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/message.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

constexpr int deepest = 40;
constexpr std::size_t most_objects = 20'000;

/// Of use only where they come from, or forbidden in PDF/A and without loss to what is seen.
bool is_left_behind(std::string_view key) {
    for (const char* name : {"Metadata", "PieceInfo", "LastModified", "StructParent", "StructParents", "Interpolate",
                             "Alternates", "OPI", "Properties", "TR", "TR2", "HT", "HTP", "CIDSet", "CharSet", "AF"}) {
        if (key == name) return true;
    }
    return false;
}

std::string bytes_of(const PdfObject& stream) {
    char* data = nullptr;
    PoDoFo::pdf_long length = 0;
    stream.GetStream()->GetFilteredCopy(&data, &length);
    const std::unique_ptr<char, decltype(&std::free)> owned(data, &std::free);
    return std::string(data, static_cast<std::size_t>(length));
}

bool has_name(const PdfDictionary& dictionary, const char* key, const char* name) {
    const PdfObject* value = dictionary.GetKey(key);
    return value != nullptr && value->IsName() && value->GetName() == PdfName(name);
}

/// Forms and tiling patterns hold operators, other streams data.
bool holds_operators(const PdfDictionary& dictionary) {
    return has_name(dictionary, "Subtype", "Form") || dictionary.HasKey("PatternType");
}

void check_filter(const PdfVariant& filter) {
    if (filter.IsArray()) {
        for (const PdfObject& one : filter.GetArray()) check_filter(one);
    } else if (filter.IsName() && filter.GetName() == PdfName("JPXDecode")) {
        refuse(base::say("the PDF page holds a JPEG 2000 picture"));
    }
}

/// One filter that PDF/A allows: the stream's bytes are taken over as they are.
bool is_plain_filter(const PdfObject* filter) {
    return filter == nullptr || (filter->IsName() && filter->GetName() != PdfName("LZWDecode"));
}

}  // namespace

void refuse(const std::string& message) {
    throw PictureFault(message, base::say("export the page as PDF/A-2: fonts embedded, colours RGB, layers flattened"));
}

PdfVariant ForeignObjects::copy(const PdfVariant& value, int depth) {
    if (depth > deepest || copied_.size() > most_objects) refuse(base::say("the PDF page is too complex"));
    if (value.IsReference()) return copy_object(value.GetReference(), depth);
    if (value.IsDictionary()) return copy_dictionary(value.GetDictionary(), depth);
    if (value.IsName() && value.GetName() == PdfName("DeviceCMYK")) {
        refuse(base::say("the PDF page uses CMYK colours"));
    }
    if (!value.IsArray()) return value;
    PoDoFo::PdfArray array;
    for (const PdfObject& one : value.GetArray()) array.push_back(PdfObject(copy(one, depth + 1)));
    return PdfVariant(array);
}

PdfVariant ForeignObjects::copy_dictionary(const PdfDictionary& dictionary, int depth) {
    if (has_name(dictionary, "Type", "Page")) return PdfVariant::NullValue;
    if (dictionary.HasKey("OC") || has_name(dictionary, "Type", "OCG") || has_name(dictionary, "Type", "OCMD")) {
        refuse(base::say("the PDF page has layers"));
    }
    check_font(dictionary);
    PdfDictionary result;
    for (const auto& [key, value] : dictionary.GetKeys()) {
        // Properties name layers as well as tags; looking through them finds the layers.
        PdfVariant taken = key == PdfName("Properties") || !is_left_behind(key.GetName()) ? copy(*value, depth + 1)
                                                                                          : PdfVariant::NullValue;
        if (!is_left_behind(key.GetName())) result.AddKey(key, PdfObject(taken));
    }
    return PdfVariant(result);
}

PdfVariant ForeignObjects::copy_object(const PdfReference& reference, int depth) {
    const auto known = copied_.find(reference.ObjectNumber());
    if (known != copied_.end()) return PdfVariant(PdfReference(known->second, 0));
    const PdfObject* source = from_.GetObjects().GetObject(reference);
    if (source == nullptr) return PdfVariant::NullValue;
    PdfObject* target = to_.GetObjects().CreateObject();
    copied_.emplace(reference.ObjectNumber(), target->Reference().ObjectNumber());
    static_cast<PdfVariant&>(*target) = copy(*source, depth + 1);
    if (source->HasStream()) copy_stream(*source, *target);
    return PdfVariant(target->Reference());
}

void ForeignObjects::copy_stream(const PdfObject& source, PdfObject& target) {
    const PdfObject* filter = resolved(source.GetDictionary(), "Filter");
    if (filter != nullptr) check_filter(*filter);
    const bool operators = holds_operators(source.GetDictionary());
    if (!operators && is_plain_filter(filter)) {
        char* data = nullptr;
        PoDoFo::pdf_long length = 0;
        source.GetStream()->GetCopy(&data, &length);
        const std::unique_ptr<char, decltype(&std::free)> owned(data, &std::free);
        PoDoFo::PdfMemoryInputStream input(data, length);
        target.GetStream()->SetRawData(&input, length);
        return;
    }
    const std::string bytes = operators ? without_marked_content(bytes_of(source)) : bytes_of(source);
    target.GetDictionary().RemoveKey("DecodeParms");
    target.GetStream()->Set(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
}

const PdfObject* ForeignObjects::resolved(const PdfDictionary& dictionary, const char* key) const {
    const PdfObject* value = dictionary.GetKey(key);
    if (value != nullptr && value->IsReference()) return from_.GetObjects().GetObject(value->GetReference());
    return value;
}

/// Fonts must be embedded, and their text must be known (ISO 19005-2, 6.2.11).
void ForeignObjects::check_font(const PdfDictionary& font) const {
    if (!has_name(font, "Type", "Font") || has_name(font, "Subtype", "Type3")) return;
    const PdfObject* base_font = resolved(font, "BaseFont");
    const std::string called = base_font != nullptr && base_font->IsName() ? base_font->GetName().GetName() : "?";
    const bool composite = has_name(font, "Subtype", "Type0");
    const bool descendant = has_name(font, "Subtype", "CIDFontType0") || has_name(font, "Subtype", "CIDFontType2");
    if (!composite) {
        const PdfObject* descriptor = resolved(font, "FontDescriptor");
        const bool embedded =
            descriptor != nullptr && descriptor->IsDictionary() &&
            (descriptor->GetDictionary().HasKey("FontFile") || descriptor->GetDictionary().HasKey("FontFile2") ||
             descriptor->GetDictionary().HasKey("FontFile3"));
        if (!embedded) refuse(base::say("the PDF page uses the font {}, which is not embedded", called));
    }
    const bool told = font.HasKey("ToUnicode") || descendant || (!composite && font.HasKey("Encoding"));
    if (!told) refuse(base::say("the characters of the font {} in the PDF page are not known", called));
}

}  // namespace pdf
