// Boxes lie in the stack itself: padding above and below as strips, the frame drawn around what stands on a page.
#include "layout/set.h"

namespace layout {

namespace {

void push_padding(Builder& builder, Where where, Length height) {
    Strip strip;
    strip.x = where.x;
    strip.width = where.width;
    strip.height = height;
    builder.push(std::move(strip));
}

/// What is missing to the least height goes above or below the content.
void stretch(Builder& builder, const compose::Box& box, std::size_t first) {
    const Length missing = box.least_height - builder.height(first);
    if (missing <= Length{}) return;
    auto& strips = builder.stack().strips;
    if (box.vertical == compose::VAlign::middle) {
        strips[first].height += missing / 2;
        strips.back().height += missing - missing / 2;
    } else {
        (box.vertical == compose::VAlign::bottom ? strips[first] : strips.back()).height += missing;
    }
}

}  // namespace

void set_box(Setter& setter, Builder& builder, const compose::Box& box, Where where) {
    const std::size_t first = builder.size();
    builder.space(box.space.before);
    builder.open_frame(&box, where.x, where.width);
    push_padding(builder, where, box.padding.top);
    builder.edge();
    builder.keep(keep::always);
    const Where inside{where.x + box.padding.left, where.width - box.padding.left - box.padding.right, where.element};
    set_blocks(setter, builder, box.blocks, inside);
    const int carried = builder.take_keep();
    builder.edge();
    builder.keep(keep::always);
    push_padding(builder, where, box.padding.bottom);
    stretch(builder, box, first);
    builder.stack().strips[first].at_foot = box.at_foot;
    builder.close_frame();
    if ((box.keep_together || !box.continues) && builder.height(first) <= setter.page_height) builder.group(first);
    builder.space(box.space.after);
    builder.keep(carried);
}

}  // namespace layout
