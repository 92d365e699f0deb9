// A page as it will print, with a box over each figure that names its fact.
#include <utility>

#include "html/markup.h"
#include "html/svg.h"
#include "serve/review.h"

namespace serve {

namespace {

/// A little larger than the letters, so that a frame does not cross them.
std::string rect(const base::Rect& area, base::Length room = {}) {
    return " x=\"" + html::points(area.x - room) + "\" y=\"" + html::points(area.y - room) + "\" width=\"" +
           html::points(area.width + room + room) + "\" height=\"" + html::points(area.height + room + room) + "\"";
}

/// A picture of the city's own, where a browser shows its kind; a grey place elsewhere.
std::string picture(const base::Assets& assets, const layout::Picture& picture) {
    const auto asset = assets.find(picture.asset);
    const std::string type = asset == assets.end() ? std::string() : html::raster_type(asset->second);
    if (type.empty()) return "<rect class=\"elsewhere\"" + rect(picture.rect) + "/>";
    return "<image" + rect(picture.rect) + " preserveAspectRatio=\"none\" href=\"data:" + type + ";base64," +
           html::base64(asset->second) + "\"/>";
}

}  // namespace

std::string page(const Edition& edition, std::size_t volume, std::size_t number) {
    if (volume >= edition.volumes.size() || number >= edition.volumes[volume].pages->pages.size()) return {};
    const Volume& of = edition.volumes[volume];
    const layout::Page& page = of.pages->pages[number];
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + html::points(page.width) + " " +
                      html::points(page.height) + "\">";
    for (const layout::Chunk& chunk : page.chunks) {
        for (const layout::Mark& mark : chunk.marks) {
            if (const auto* image = std::get_if<layout::Picture>(&mark)) {
                out += picture(*of.pages->assets, *image);
                continue;
            }
            std::visit(
                [&](const auto& drawn) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(drawn)>, layout::Picture>) {
                        out += html::svg_marks({drawn}, of.faces);
                    }
                },
                mark);
        }
    }
    const char* stop = "0";  // one for the tab key; the arrows go on from there
    for (const layout::Place& place : of.pages->facts) {
        if (static_cast<std::size_t>(place.page) != number) continue;
        out += "<rect class=\"fact\" data-fact=\"" + std::to_string(place.what) + "\"" +
               rect(place.rect, base::Length{1000}) + " tabindex=\"" + std::exchange(stop, "-1") +
               "\" role=\"button\"" + html::attribute("aria-label", place.words) + "/>";
    }
    return out + "</svg>";
}

}  // namespace serve
