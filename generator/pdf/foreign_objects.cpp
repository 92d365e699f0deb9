// Values are written as PoDoFo writes them but for references, whose numbers change.
#include "pdf/foreign_objects.h"

#include <podofo/podofo.h>

namespace pdf {

std::string Handover::syntax(const PoDoFo::PdfVariant& value) {
    if (value.IsReference()) return " " + reference(object(value.GetReference()));
    if (value.IsDictionary()) return "<<" + entries(value.GetDictionary(), false) + ">>";
    if (value.IsArray()) {
        std::string out = "[";
        for (const PoDoFo::PdfObject& one : value.GetArray()) out += syntax(one);
        return out + "]";
    }
    std::string out;
    value.ToString(out);
    return " " + out;
}

std::string Handover::entries(const PoDoFo::PdfDictionary& dictionary, bool stream) {
    std::string out;
    for (const auto& [key, value] : dictionary.GetKeys()) {
        if (stream && key == PoDoFo::PdfName::KeyLength) continue;
        std::string called;
        PoDoFo::PdfVariant(key).ToString(called);
        out += called + syntax(*value);
    }
    return out;
}

Id Handover::object(const PoDoFo::PdfReference& reference) {
    const auto known = known_.find(reference.ObjectNumber());
    if (known != known_.end()) return known->second;
    const Id id = to_.reserve();
    known_.emplace(reference.ObjectNumber(), id);
    const PoDoFo::PdfObject* object = from_.GetObjects().GetObject(reference);
    if (object != nullptr && object->HasStream()) {
        stream(id, *object);
    } else if (object != nullptr) {
        to_.set(id, syntax(*object));
    }
    return id;
}

void Handover::stream(Id id, const PoDoFo::PdfObject& object) {
    const std::string all = entries(object.GetDictionary(), true);
    PoDoFo::PdfMemoryOutputStream raw;
    object.GetStream()->GetCopy(&raw);
    to_.set_packed_stream(id, all, {raw.GetBuffer(), static_cast<std::size_t>(raw.GetLength())});
}

}  // namespace pdf
