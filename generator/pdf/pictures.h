// Pictures and PDF pages of the city's own, as objects of the file.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "layout/page.h"
#include "pdf/objects.h"

namespace pdf {

/// An external object and its size in its own coordinates; its lower left corner is the origin.
struct PictureResource {
    std::string name;  ///< in the page's resources
    Id id = 0;
    base::Length width, height;
    bool unit_square = false;  ///< an image, which fills the unit square whatever its samples
    const char* turn = "";     ///< a matrix that sets the stored rows upright in that square; empty: they are
};

/// By asset and page.
using Pictures = std::map<std::pair<std::string, int>, PictureResource>;

/// Why a picture cannot be set, in the reader's language, and what helps.
struct PictureFault : std::runtime_error {
    explicit PictureFault(const std::string& message, std::string advice = {})
        : std::runtime_error(message), hint(std::move(advice)) {}
    std::string hint;
};

/// Writes a picture's object. Throws PictureFault.
PictureResource write_picture(Objects& objects, std::string_view bytes, int page);
PictureResource write_png(Objects& objects, std::string_view bytes);
PictureResource write_jpeg(Objects& objects, std::string_view bytes);
/// Plain shapes in flat colours.
PictureResource write_svg(Objects& objects, std::string_view bytes);
PictureResource write_pdf_page(Objects& objects, std::string_view bytes, int page);

/// Writes every picture the pages draw, once each. Throws PictureFault, or std::out_of_range for an unknown asset.
Pictures write_pictures(Objects& objects, const layout::Pages& pages);

/// The dictionary of the pictures for resources.
std::string picture_resources(const Pictures& pictures);

}  // namespace pdf
