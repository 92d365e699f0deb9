// The kind of a picture is told by its bytes, not its name, and each asset and page is written only once.
#include "pdf/pictures.h"

#include <fmt/format.h>

#include <iterator>

#include "base/jpeg.h"
#include "base/message.h"

namespace pdf {

PictureResource write_picture(Objects& objects, std::string_view bytes, int page) {
    if (bytes.starts_with("\x89PNG")) return write_png(objects, bytes);
    if (base::is_jpeg(bytes)) return write_jpeg(objects, bytes);
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return write_pdf_page(objects, bytes, page);
    if (bytes.find("<svg") != std::string_view::npos) return write_svg(objects, bytes);
    throw PictureFault(base::say("the picture is neither PNG, JPEG, SVG nor PDF"));
}

Pictures write_pictures(Objects& objects, const layout::Pages& pages) {
    Pictures result;
    for (const layout::Page& page : pages.pages) {
        for (const layout::Chunk& chunk : page.chunks) {
            if (!chunk.marks.has_picture()) continue;
            for (const layout::Mark& mark : chunk.marks) {
                const auto* picture = std::get_if<layout::Picture>(&mark);
                if (picture == nullptr || result.contains({picture->asset, picture->page})) continue;
                PictureResource resource = write_picture(objects, pages.assets->at(picture->asset), picture->page);
                resource.name = fmt::format("P{}", result.size());
                result.emplace(std::pair(picture->asset, picture->page), std::move(resource));
            }
        }
    }
    return result;
}

std::string picture_resources(const Pictures& pictures) {
    std::string out = "<<";
    for (const auto& [key, picture] : pictures) {
        fmt::format_to(std::back_inserter(out), "/{} {}", picture.name, reference(picture.id));
    }
    return out + ">>";
}

}  // namespace pdf
