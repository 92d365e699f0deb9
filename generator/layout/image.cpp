// A city's own pictures and pages.
#include "layout/image_size.h"
#include "layout/set.h"
#include "layout/structure.h"

namespace layout {

namespace {

/// The height that keeps the picture's proportions; a square where they cannot be told.
Length natural_height(Setter& setter, const compose::Image& image, Length width) {
    const auto asset = setter.document.assets->find(image.asset);
    if (asset == setter.document.assets->end()) return width;
    const std::optional<ImageSize> size = image_size(asset->second, image.page);
    return size ? scaled(width, size->height, size->width) : width;
}

}  // namespace

void set_image(Setter& setter, Builder& builder, const compose::Image& image, Where where) {
    const int element = add_element(setter.structure, "Figure", where.element);
    if (element >= 0) setter.structure.elements[static_cast<std::size_t>(element)].alt = image.alt;
    Strip strip;
    strip.what = PictureOf{&image, element};
    strip.x = where.x;
    strip.width = image.width > Length{} ? image.width : where.width;
    strip.height = image.height > Length{} ? image.height : natural_height(setter, image, strip.width);
    if (image.full_page) strip.width = strip.height = {};
    builder.space(image.space.before);
    builder.push(std::move(strip));
    builder.space(image.space.after);
}

}  // namespace layout
