// Copies objects one by one, each by its kind: what is not known to be allowed is left out or refused.
#include "pdf/foreign.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <memory>

#include "base/message.h"
#include "base/utf8.h"
#include "pdf/nesting.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

constexpr int deepest_copied = 40;
constexpr std::size_t most_copied = 20'000;
constexpr std::size_t most_copied_bytes = 100'000'000;

const char* const blend_modes =
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference "
    "Exclusion Hue Saturation Color Luminosity";

[[noreturn]] void refuse_complex() { refuse(base::say("the PDF page is too complex")); }

[[noreturn]] void refuse_profile() { refuse(base::say("the PDF page has a colour profile that PDF/A does not allow")); }

/// Takes up to so many bytes: a small file can hold streams without end.
class BoundedOutput : public PoDoFo::PdfOutputStream {
   public:
    explicit BoundedOutput(std::size_t most) : most_(most) {}
    PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long length) override {
        full = bytes.size() + static_cast<std::size_t>(length) > most_;
        // Only its own error lets PoDoFo free the filters that are at work.
        if (full) throw PoDoFo::PdfError(PoDoFo::ePdfError_ValueOutOfRange, nullptr, 0);
        bytes.append(data, static_cast<std::size_t>(length));
        return length;
    }
    void Close() override {}

    std::string bytes;
    bool full = false;

   private:
    std::size_t most_;
};

PdfName key_of(std::string_view key) { return PdfName(std::string(key)); }

std::string name_of(const PdfObject* value) {
    return value != nullptr && value->IsName() ? value->GetName().GetName() : std::string();
}

bool holds_operators(ForeignKind kind) {
    return kind == ForeignKind::form || kind == ForeignKind::pattern || kind == ForeignKind::char_proc;
}

bool holds_stream(ForeignKind kind) {
    return holds_operators(kind) || kind == ForeignKind::image || kind == ForeignKind::program ||
           kind == ForeignKind::space || kind == ForeignKind::profile || kind == ForeignKind::shading ||
           kind == ForeignKind::function || kind == ForeignKind::data;
}

/// An external object is a picture or a form; PostScript is the third of them.
ForeignKind kind_of_external(const ForeignFile& from, const PdfObject& object) {
    const std::string subtype = object.IsDictionary() ? from.name(object.GetDictionary(), "Subtype") : "";
    if (subtype == "Image") return ForeignKind::image;
    if (subtype != "Form") refuse(base::say("the PDF page holds PostScript or the like, neither picture nor form"));
    return ForeignKind::form;
}

}  // namespace

void refuse(const std::string& message) {
    std::string readable;  // names in a foreign file may be any bytes
    for (const char32_t c : base::decode(message)) {
        base::append_utf8(readable, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U'\uFFFD' : c);
    }
    throw PictureFault(readable,
                       base::say("export the page as PDF/A-2: fonts embedded, colours RGB, layers flattened"));
}

std::string inflated(std::string_view packed, std::size_t most) {
    BoundedOutput output(most);
    try {
        const std::unique_ptr<PoDoFo::PdfFilter> filter(
            PoDoFo::PdfFilterFactory::Create(PoDoFo::ePdfFilter_FlateDecode));
        filter->BeginDecode(&output, nullptr);
        filter->DecodeBlock(packed.data(), static_cast<PoDoFo::pdf_long>(packed.size()));
        filter->EndDecode();
    } catch (const PoDoFo::PdfError&) {
        if (output.full) refuse_complex();
    }
    return std::move(output.bytes);
}

void refuse_damaged() { throw PictureFault(base::say("the PDF is damaged")); }

void refuse_cmyk() { refuse(base::say("the PDF page uses CMYK colours")); }

void load_foreign(PoDoFo::PdfMemDocument& document, std::string_view bytes) {
    // It would print what it finds wrong.
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    check_file_nesting(bytes);
    document.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size()));
}

const PdfObject* ForeignFile::resolved(const PdfObject* value) const {
    if (value == nullptr || !value->IsReference()) return value;
    return document_.GetObjects().GetObject(value->GetReference());
}

const PdfObject* ForeignFile::entry(const PdfDictionary& dictionary, std::string_view key) const {
    return resolved(dictionary.GetKey(key_of(key)));
}

const PdfDictionary* ForeignFile::dictionary(const PdfDictionary& parent, std::string_view key) const {
    const PdfObject* value = entry(parent, key);
    return value != nullptr && value->IsDictionary() ? &value->GetDictionary() : nullptr;
}

std::string ForeignFile::name(const PdfDictionary& dictionary, std::string_view key) const {
    return name_of(entry(dictionary, key));
}

std::string ForeignFile::bytes(const PdfObject& stream) {
    BoundedOutput output(most_copied_bytes - read_);
    try {
        stream.GetStream()->GetFilteredCopy(&output);
    } catch (const PoDoFo::PdfError&) {
        if (output.full) refuse_complex();
        throw;
    }
    read_ += output.bytes.size();
    return std::move(output.bytes);
}

PdfVariant ForeignPage::copy(const PdfVariant& value, ForeignKind kind, int depth) {
    if (depth > deepest_copied || copied_.size() > most_copied) refuse_complex();
    if (value.IsReference()) return copy_object(value.GetReference(), kind, depth);
    if (kind == ForeignKind::external_object) refuse_damaged();  // streams are always referred to
    if (value.IsDictionary()) return copy_dictionary(value.GetDictionary(), kind, depth);
    if (value.IsArray()) return copy_array(value, kind, depth);
    check_value(value);
    if (value.IsName() && holds("DeviceCMYK CMYK", value.GetName().GetName())) refuse_cmyk();
    return value;
}

PdfVariant ForeignPage::copy_array(const PdfVariant& array, ForeignKind kind, int depth) {
    const PoDoFo::PdfArray& source = array.GetArray();
    if (kind == ForeignKind::space && !source.empty()) {
        const std::string space = name_of(from_.resolved(&source[0]));
        // The same ink must be the same colour in the whole volume, which one page cannot tell (6.2.4.4).
        if (holds("Separation DeviceN", space)) refuse(base::say("the PDF page uses spot colours"));
        if (space == "ICCBased") {
            kind = ForeignKind::profile;
            const PdfObject* profile = source.size() == 2 ? from_.resolved(&source[1]) : nullptr;
            if (profile == nullptr || !profile->HasStream()) refuse_profile();
        }
    }
    PoDoFo::PdfArray result;
    for (const PdfObject& one : source) result.push_back(PdfObject(copy(one, kind, depth + 1)));
    return PdfVariant(result);
}

PdfVariant ForeignPage::copy_dictionary(const PdfDictionary& dictionary, ForeignKind kind, int depth) {
    check(dictionary, kind);
    const PdfDictionary* outer = glyph_resources_;
    if (kind == ForeignKind::font) glyph_resources_ = from_.dictionary(dictionary, "Resources");
    PdfDictionary result;
    for (const auto& [key, value] : dictionary.GetKeys()) {
        const std::optional<ForeignKind> taken = kind_of_entry(kind, key.GetName());
        if (!taken) continue;
        check_value(key);
        result.AddKey(key, PdfObject(copy(*value, *taken, depth + 1)));
    }
    glyph_resources_ = outer;
    if (kind == ForeignKind::font || kind == ForeignKind::descendant) result.AddKey("Type", PdfName("Font"));
    // What is understood where it is missing must be said (6.2.2; ISO 14289-1, 7.21.3.2).
    const bool has_content =
        kind == ForeignKind::form || dictionary.HasKey("CharProcs") || dictionary.HasKey("PaintType");
    if (has_content && !result.HasKey("Resources")) result.AddKey("Resources", PdfDictionary());
    if (from_.name(dictionary, "Subtype") == "CIDFontType2" && !result.HasKey("CIDToGIDMap")) {
        result.AddKey("CIDToGIDMap", PdfName("Identity"));
    }
    return PdfVariant(result);
}

PdfVariant ForeignPage::copy_object(const PdfReference& reference, ForeignKind kind, int depth) {
    const PdfObject pointer{PdfVariant(reference)};
    const PdfObject* source = from_.resolved(&pointer);
    if (source == nullptr) return PdfVariant::NullValue;
    if (source->IsReference()) refuse_damaged();  // could lead round in a circle
    if (kind == ForeignKind::external_object) kind = kind_of_external(from_, *source);
    const bool needs_stream = kind == ForeignKind::form || kind == ForeignKind::image || kind == ForeignKind::char_proc;
    if (needs_stream && source->IsDictionary() && !source->HasStream()) refuse_damaged();
    const auto known = copied_.find({reference.ObjectNumber(), kind});
    if (known != copied_.end()) return PdfVariant(PdfReference(known->second, 0));
    PdfObject* target = to_.GetObjects().CreateObject();
    copied_.emplace(std::pair(reference.ObjectNumber(), kind), target->Reference().ObjectNumber());
    static_cast<PdfVariant&>(*target) = copy(*source, kind, depth + 1);
    if (source->HasStream() && holds_stream(kind)) copy_stream(*source, *target, kind, depth);
    return PdfVariant(target->Reference());
}

void ForeignPage::copy_stream(const PdfObject& source, PdfObject& target, ForeignKind kind, int depth) {
    const PdfDictionary& dictionary = source.GetDictionary();
    const bool decoded = is_decoded_here(dictionary);
    if (kind == ForeignKind::profile) check_profile(source);
    if (holds_operators(kind) || decoded) {
        std::string bytes = from_.bytes(source);
        if (holds_operators(kind)) {
            const bool glyph = kind == ForeignKind::char_proc;
            const PdfDictionary* resources = glyph ? glyph_resources_ : from_.dictionary(dictionary, "Resources");
            bytes = content(bytes, resources, &source);
        }
        target.GetStream()->Set(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
        return;
    }
    PoDoFo::PdfMemoryOutputStream raw;
    source.GetStream()->GetCopy(&raw);
    PoDoFo::PdfMemoryInputStream input(raw.GetBuffer(), raw.GetLength());
    target.GetStream()->SetRawData(&input, raw.GetLength());
    for (const char* key : {"Filter", "DecodeParms"}) {
        const PdfObject* value = dictionary.GetKey(key);
        if (value != nullptr)
            target.GetDictionary().AddKey(key, PdfObject(copy(*value, ForeignKind::decoding, depth + 1)));
    }
}

/// Whether the stream must be compressed anew. Refuses filters that PDF/A does not allow (6.1.7.2).
bool ForeignPage::is_decoded_here(const PdfDictionary& stream) const {
    const PdfObject* filter = from_.entry(stream, "Filter");
    if (filter == nullptr || filter->IsNull()) return false;
    bool decoded = false;
    const auto look = [&decoded](const std::string& name) {
        if (name == "JPXDecode") refuse(base::say("the PDF page holds a JPEG 2000 picture"));
        decoded = decoded || name == "LZWDecode";
        if (!decoded && !is_filter_allowed(name)) {
            refuse(base::say("the PDF page is compressed with {}, which PDF/A does not allow", name));
        }
    };
    if (!filter->IsArray())
        look(name_of(filter));
    else if (filter->GetArray().size() > 4)
        refuse_complex();
    else
        for (const PdfObject& one : filter->GetArray()) look(name_of(from_.resolved(&one)));
    return decoded;
}

void ForeignPage::check(const PdfDictionary& dictionary, ForeignKind kind) const {
    if (kind == ForeignKind::font || kind == ForeignKind::descendant) check_font(from_, dictionary, kind);
    if ((kind == ForeignKind::form || kind == ForeignKind::image) && dictionary.HasKey("OC")) {
        refuse(base::say("the PDF page has layers"));
    }
    if (kind == ForeignKind::image) {
        const PdfObject* bits = from_.entry(dictionary, "BitsPerComponent");
        const PdfObject* mask = from_.entry(dictionary, "ImageMask");
        check_image_bits(bits != nullptr ? bits->GetNumber() : 1, mask != nullptr && mask->GetBool());
    }
    if (kind != ForeignKind::state) return;
    if (dictionary.HasKey("Font")) refuse(base::say("the PDF page sets a font as part of the graphics state"));
    const PdfObject* modes = from_.entry(dictionary, "BM");
    const auto look = [](const PdfObject& mode) {
        if (!holds(blend_modes, name_of(&mode)))
            refuse(base::say("the PDF page has the unknown blend mode {}", name_of(&mode)));
    };
    if (modes != nullptr && modes->IsArray())
        std::for_each(modes->GetArray().begin(), modes->GetArray().end(), look);
    else if (modes != nullptr)
        look(*modes);
}

/// Version 4 at most, of a device or a space, with as many colours as N says (6.2.4.2).
void ForeignPage::check_profile(const PdfObject& profile) {
    const std::string bytes = from_.bytes(profile);
    const PdfObject* count = from_.entry(profile.GetDictionary(), "N");
    const std::string space = bytes.size() < 128 ? "" : bytes.substr(16, 4);
    const long long colours = space == "GRAY" ? 1 : space == "RGB " || space == "Lab " ? 3 : space == "CMYK" ? 4 : 0;
    const bool good = colours != 0 && count != nullptr && count->IsNumber() && count->GetNumber() == colours &&
                      bytes[8] >= 1 && bytes[8] <= 4 && holds("prtr mntr scnr spac", bytes.substr(12, 4));
    if (!good) refuse_profile();
}

std::string ForeignPage::content(const std::string& operators, const PdfDictionary* resources, const PdfObject* of) {
    ForeignContent clean = clean_content(operators);
    const auto find = [&](const std::string& category, const std::string& name) {
        const PdfDictionary* group = resources != nullptr ? from_.dictionary(*resources, category) : nullptr;
        const PdfObject* found = group != nullptr ? from_.entry(*group, name) : nullptr;
        if (found == nullptr) refuse(base::say("the PDF page uses {}, which is not among its resources", name));
        return found;
    };
    for (const auto& [category, name] : clean.names) draws_[of].insert(find(category, name));
    for (const auto& [font, strings] : clean.shown) shown_[find("Font", font)].insert(strings.begin(), strings.end());
    advances_[of] = clean.advance;
    return std::move(clean.operators);
}

/// How deep forms stand in one another. One that draws itself has no end, which stands for too deep.
int ForeignPage::nesting(const PdfObject* content) {
    const auto [place, is_new] = nestings_.emplace(content, deepest_copied);
    if (!is_new) return place->second;
    int result = 0;
    for (const PdfObject* drawn : draws_[content]) result = std::max(result, nesting(drawn) + 1);
    if (result > deepest_copied) refuse_complex();
    return nestings_[content] = result;
}

void ForeignPage::check_whole() {
    nesting(nullptr);
    for (const auto& [font, strings] : shown_) {
        if (!font->IsDictionary()) refuse_damaged();
        check_glyphs(from_, to_, font->GetDictionary(), strings, advances_);
    }
}

}  // namespace pdf
