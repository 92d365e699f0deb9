// A page of another PDF becomes a form, set upright by its matrix and begun with the graphics state of a page.
#include <podofo/podofo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/message.h"
#include "pdf/foreign.h"
#include "pdf/foreign_objects.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

using PoDoFo::PdfMemDocument;
using PoDoFo::PdfObject;
using PoDoFo::PdfPage;

/// A page begins with this state, but a form with its surroundings'.
const std::string initial_state = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d\n";

/// All content streams of a page, one after another.
std::string operators_of(ForeignFile& file, const PdfPage& page) {
    const PdfObject* contents = page.GetContents();
    std::string out;
    const auto append = [&](const PdfObject* stream) {
        if (stream != nullptr && stream->HasStream()) out += file.bytes(*stream) + "\n";
    };
    if (contents == nullptr) return out;
    append(contents);
    if (contents->IsArray()) {
        for (const PdfObject& one : contents->GetArray()) append(file.resolved(&one));
    }
    return out;
}

struct Placing {
    std::array<double, 4> box;     ///< left, bottom, right, top in the page's own coordinates
    std::array<double, 6> matrix;  ///< sets it upright with its lower left corner in the origin
    base::Length width, height;    ///< upright
};

base::Length length(double points) { return {std::llround(points * 1000)}; }

Placing placing(const PdfPage& page) {
    const PoDoFo::PdfRect crop = page.GetCropBox();
    const double x0 = crop.GetLeft();
    const double y0 = crop.GetBottom();
    const double x1 = x0 + crop.GetWidth();
    const double y1 = y0 + crop.GetHeight();
    const bool usable =
        std::isfinite(x0 + y0 + x1 + y1) && x1 - x0 > 1 && y1 - y0 > 1 && x1 - x0 < 20000 && y1 - y0 < 20000;
    if (!usable) refuse_damaged();
    const std::array<double, 4> box = {x0, y0, x1, y1};
    const base::Length width = length(x1 - x0);
    const base::Length height = length(y1 - y0);
    switch (((page.GetRotation() % 360) + 360) % 360) {
        case 90: return {box, {0, -1, 1, 0, -y0, x1}, height, width};
        case 180: return {box, {-1, 0, 0, -1, x1, y1}, width, height};
        case 270: return {box, {0, 1, -1, 0, y1, -x0}, height, width};
        default: return {box, {1, 0, 0, 1, -x0, -y0}, width, height};
    }
}

template <std::size_t count>
std::string array_of(const std::array<double, count>& values) {
    std::string out = "[";
    for (const double value : values) out += number(length(value)) + " ";
    return out + "]";
}

PictureResource copy_page(Objects& objects, PdfMemDocument& source, PdfPage& page) {
    const Placing place = placing(page);
    ForeignFile file(source);
    PdfMemDocument copies;
    ForeignPage foreign(file, copies);
    const PdfObject* resources = file.resolved(page.GetInheritedKey("Resources"));
    if (resources != nullptr && !resources->IsDictionary()) resources = nullptr;
    const PoDoFo::PdfVariant copied = resources != nullptr ? foreign.copy(*resources, ForeignKind::resources)
                                                           : PoDoFo::PdfVariant(PoDoFo::PdfDictionary());
    const std::string operators =
        foreign.content(operators_of(file, page), resources != nullptr ? &resources->GetDictionary() : nullptr);
    foreign.check_whole();
    PictureResource result;
    result.id = objects.add_stream("/Type/XObject/Subtype/Form/BBox" + array_of(place.box) + "/Matrix" +
                                       array_of(place.matrix) + "/Resources" + Handover(copies, objects).syntax(copied),
                                   initial_state + operators);
    result.width = place.width;
    result.height = place.height;
    return result;
}

}  // namespace

PictureResource write_pdf_page(Objects& objects, std::string_view bytes, int page) {
    try {
        PdfMemDocument source;
        load_foreign(source, bytes);
        if (source.GetEncrypted()) throw PictureFault(base::say("the PDF is encrypted"));
        const int count = source.GetPageCount();
        if (page < 1 || page > count)
            throw PictureFault(base::say("the PDF has {} pages, and no page {}", count, page));
        PdfPage* found = source.GetPage(page - 1);
        if (found == nullptr) refuse_damaged();
        return copy_page(objects, source, *found);
    } catch (const PoDoFo::PdfError&) {
        // What cannot be decrypted fails in several ways; the trailer tells the cause.
        const bool locked = bytes.find("/Encrypt") != std::string_view::npos;
        throw PictureFault(locked ? base::say("the PDF is encrypted") : base::say("the PDF is damaged"));
    }
}

}  // namespace pdf
