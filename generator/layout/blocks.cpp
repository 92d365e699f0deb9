// Blocks in order, and what binds one to the next.
#include "figures/figures.h"
#include "layout/set.h"
#include "layout/smaller.h"
#include "layout/structure.h"

namespace layout {

namespace {

/// The last part of a figure, where it is lower than this, is not left alone on a page.
constexpr Length low_part = Length::points(40);

template <typename... Kinds>
bool is(const compose::Block& block) {
    return (std::holds_alternative<Kinds>(block.is) || ...);
}

bool is_role(const compose::Block& block, compose::Role role) {
    const auto* paragraph = std::get_if<compose::Paragraph>(&block.is);
    return paragraph != nullptr && paragraph->role == role;
}

bool is_exhibit(const compose::Block& block) {
    return is<compose::Table, compose::Figure, compose::Image, compose::Box, compose::Columns>(block);
}

/// The one paragraph between a heading and what is shown under it.
bool leads(const compose::Block& before, const compose::Block& block, const compose::Block& next) {
    return is_role(before, compose::Role::heading) && is<compose::Paragraph>(block) && is_exhibit(next);
}

/// A note stays under its table, a caption with what it names: above it, or else below it.
bool bound(const compose::Block& block, const compose::Block& next) {
    if (is_role(next, compose::Role::note)) return is_exhibit(block) || is_role(block, compose::Role::note);
    if (is_role(block, compose::Role::caption)) return is_exhibit(next);
    return is_role(next, compose::Role::caption) && is<compose::Figure, compose::Image>(block);
}

struct SetBlock {
    Setter& setter;
    Builder& builder;
    Where where;

    void operator()(const compose::Paragraph& paragraph) const { set_paragraph(setter, builder, paragraph, where); }
    void operator()(const compose::List& list) const { set_list(setter, builder, list, where); }
    void operator()(const compose::Table& table) const { set_table(setter, builder, table, where); }
    void operator()(const compose::Box& box) const { set_box(setter, builder, box, where); }
    void operator()(const compose::Columns& columns) const { set_columns(setter, builder, columns, where); }
    void operator()(const compose::Placed& placed) const { set_placed(setter, builder, placed, where); }
    void operator()(const compose::Contents& contents) const { set_contents(setter, builder, contents, where); }
    void operator()(const compose::Image& image) const { set_image(setter, builder, image, where); }
    void operator()(const compose::Figure& figure) const { set_figure(setter, builder, figure, where); }
    void operator()(const compose::PageTop& page_top) const { set_page_top(setter, builder, page_top, where); }
    void operator()(const compose::PageBreak&) const {}  // between page sequences only, see layout.cpp
    /// A rule under a heading is part of it: what comes next stays with both.
    void operator()(const compose::RuleLine& line) const {
        builder.space(line.space.before);
        const int kept = builder.take_keep();
        builder.keep(kept);
        Strip strip;
        strip.what = line.rule;
        strip.x = where.x;
        strip.width = where.width;
        strip.height = line.rule.weight;
        builder.push(std::move(strip));
        builder.keep(kept);
        builder.space(line.space.after);
    }
    void operator()(const compose::Group& group) const {
        const std::size_t first = builder.size();
        set_blocks(setter, builder, group.blocks, where);
        if (builder.size() == first) return;
        if (builder.height(first) <= setter.page_height) {
            builder.group(first);
        } else {
            builder.stack().strips[first].fresh = true;
        }
    }
};

}  // namespace

void set_block(Setter& setter, Builder& builder, const Neighbours& near, const compose::Block& block, Where where) {
    std::visit(SetBlock{setter, builder, where}, block.is);
    if (near.next == nullptr) return;
    const bool led = near.before != nullptr && leads(*near.before, block, *near.next);
    if (led || bound(block, *near.next)) builder.keep(keep::next);
}

void set_blocks(Setter& setter, Builder& builder, const compose::Blocks& blocks, Where where) {
    where.cell = where.cell && blocks.size() == 1;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Neighbours near{i > 0 ? &blocks[i - 1] : nullptr, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr};
        set_block(setter, builder, near, blocks[i], where);
    }
}

void set_page_top(Setter& setter, Builder& builder, const compose::PageTop& page_top, Where where) {
    PageTopOf what{std::make_unique<Stack>(), std::make_unique<Stack>()};
    Builder at_top(*what.at_top), elsewhere(*what.elsewhere);
    set_blocks(setter, at_top, page_top.at_top, where);
    set_blocks(setter, elsewhere, page_top.elsewhere, where);
    finish(*what.at_top);
    finish(*what.elsewhere);
    Strip strip;
    strip.height = what.elsewhere->height();
    strip.what = std::move(what);
    builder.space(elsewhere.lead());
    builder.push(std::move(strip));
    builder.space(std::max(at_top.trail(), elsewhere.trail()));
    builder.keep(std::max(at_top.take_keep(), elsewhere.take_keep()));
}

void set_placed(Setter& setter, Builder& builder, const compose::Placed& placed, Where where) {
    Strip strip;
    PlacedOf what{&placed, std::make_unique<Stack>()};
    Builder inner(*what.stack);
    set_blocks(setter, inner, fitted_blocks(setter, placed), {{}, placed.width, placed.artifact ? -1 : where.element});
    finish(*what.stack);
    strip.what = std::move(what);
    builder.push(std::move(strip));
    builder.keep(keep::always);
}

namespace {

void push_drawing(Builder& builder, DrawingOf what, Length x) {
    Strip strip;
    strip.height = what.drawing->height;
    strip.width = what.drawing->width;
    strip.x = x;
    strip.what = std::move(what);
    builder.push(std::move(strip));
}

}  // namespace

void set_overleaf(Setter& setter, Overleaf& overleaf) {
    if (overleaf.stack != nullptr) return;
    overleaf.stack = std::make_unique<Stack>();
    Builder builder(*overleaf.stack);
    set_blocks(setter, builder, *overleaf.blocks, {overleaf.x, overleaf.width, -1});
    if (overleaf.head != nullptr) push_drawing(builder, {overleaf.head, nullptr, false}, overleaf.x);
    finish(*overleaf.stack);
    if (!overleaf.stack->strips.empty()) overleaf.height = overleaf.stack->height() + builder.trail();
}

void set_figure(Setter& setter, Builder& builder, const compose::Figure& figure, Where where) {
    const Length width = figure.width > Length{} ? figure.width : where.width;
    FigureSet& set = setter.store.figures.emplace_back();
    set.source = &figure;
    set.parent = figure.artifact ? -1 : where.element;
    set.element = add_element(setter.structure, "Figure", set.parent);
    tell(setter.structure, set.element, &Said::alt, figure.alt);
    const auto keep_drawing = [&](figures::Drawing drawing, Length most) {
        if (drawing.height > most) drawing = shrunk(std::move(drawing), most);
        return &setter.store.drawings.emplace_back(std::move(drawing));
    };
    builder.space(figure.space.before);
    figures::Drawn drawn = figures::draw_figure(figure, width, setter.page_height, setter.typesetter);
    if (drawn.parts.size() < 2) {
        figures::Drawing* drawing = keep_drawing(drawn.whole(), setter.page_height);
        drawing->height = std::max(drawing->height, figure.height);
        push_drawing(builder, {drawing, &set, true}, where.x);
        return builder.space(figure.space.after);
    }
    const std::size_t first = builder.size();
    set.overleaf = {&figure.overleaf, where.x, where.width, nullptr, nullptr, {}};
    if (drawn.head.height > Length{}) {
        set.overleaf.head = keep_drawing(std::move(drawn.head), setter.page_height);
        push_drawing(builder, {set.overleaf.head, &set, true}, where.x);
        builder.keep(keep::always);
    }
    set_overleaf(setter, set.overleaf);
    for (figures::Part& part : drawn.parts) {
        const bool begins = builder.size() == first;
        figures::Drawing* drawing = keep_drawing(std::move(part.drawing), setter.page_height - set.overleaf.height);
        if (&part == &drawn.parts.back() && drawing->height < low_part) builder.keep(keep::row);
        push_drawing(builder, {drawing, &set, begins, Reach{std::move(part.first), std::move(part.last)}}, where.x);
        builder.space(drawn.gap);
    }
    builder.drop_space();
    if (builder.height(first) <= setter.page_height) builder.group(first);
    builder.space(figure.space.after);
}

}  // namespace layout
