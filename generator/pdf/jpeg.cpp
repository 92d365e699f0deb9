// JPEG pictures, as they were packed: PDF reads them itself (DCTDecode). Their turn is the matrix they are drawn with.
#include <fmt/format.h>

#include "base/jpeg.h"
#include "base/message.h"
#include "pdf/pictures.h"
#include "pdf/syntax.h"

namespace pdf {
namespace {

/// From the unit square of the rows as they are stored to the one that is looked at (Exif orientation 1 to 8).
const char* matrix_of(int turn) {
    constexpr const char* matrices[] = {"",
                                        "-1 0 0 1 1 0",
                                        "-1 0 0 -1 1 1",
                                        "1 0 0 -1 0 1",
                                        "0 -1 -1 0 1 1",
                                        "0 -1 1 0 0 1",
                                        "0 1 1 0 0 0",
                                        "0 1 -1 0 1 0"};
    return matrices[turn - 1];
}

/// What a camera says of its colours is kept; without a word they are those of the volume (sRGB).
std::string space_of(Objects& objects, const base::Jpeg& jpeg) {
    if (jpeg.profile.empty()) return jpeg.components == 1 ? "/DeviceGray" : "/DeviceRGB";
    const std::string entries = fmt::format("/N {}", jpeg.components);
    return "[/ICCBased " + reference(objects.add_stream(entries, jpeg.profile)) + "]";
}

}  // namespace

PictureResource write_jpeg(Objects& objects, std::string_view bytes) {
    const auto jpeg = base::read_jpeg(bytes);
    if (!jpeg) throw PictureFault(base::say("the JPEG picture is damaged, or a part of it is missing"));
    if (jpeg->components != 1 && jpeg->components != 3) {
        throw PictureFault(base::say("the JPEG picture has the inks of a printing press (CMYK)"),
                           base::say("save it in RGB"));
    }
    if (!jpeg->huffman || jpeg->bits != 8) {
        throw PictureFault(base::say("the JPEG picture is of a rare kind that PDF does not take"),
                           base::say("save it as an ordinary JPEG, or as PNG"));
    }
    const bool turned = jpeg->turn >= 5;
    PictureResource result;
    result.id = objects.add_stream(
        fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace{}{}/Filter/DCTDecode",
                    turned ? jpeg->height : jpeg->width, turned ? jpeg->width : jpeg->height, space_of(objects, *jpeg),
                    jpeg->rgb ? "/DecodeParms<</ColorTransform 0>>" : ""),
        jpeg->bytes, Objects::Filter::none);
    result.width = base::Length::points(static_cast<int>(jpeg->width));
    result.height = base::Length::points(static_cast<int>(jpeg->height));
    result.unit_square = true;
    result.turn = matrix_of(jpeg->turn);
    return result;
}

}  // namespace pdf
