// A city's own pictures and pages.
#include "layout/set.h"
#include "layout/structure.h"

namespace layout {

namespace {

/// The height that keeps the picture's proportions; a square where they cannot be told.
Length natural_height(const compose::Image& image, Length width) {
    const std::int64_t own = image.own_width.value;
    return own == 0 ? width : Length{(width.value * image.own_height.value + own / 2) / own};
}

}  // namespace

void set_image(Setter& setter, Builder& builder, const compose::Image& image, Where where) {
    const int element = add_element(setter.structure, "Figure", where.element);
    tell(setter.structure, element, &Said::alt, image.alt);
    Strip strip;
    strip.what = PictureOf{&image, element};
    strip.x = where.x;
    strip.width = image.width > Length{} ? image.width : where.width;
    strip.height = image.height > Length{} ? image.height : natural_height(image, strip.width);
    if (image.full_page) strip.width = strip.height = {};
    builder.space(image.space.before);
    builder.push(std::move(strip));
    builder.space(image.space.after);
}

}  // namespace layout
