// Measured as artifacts, size after size, so that the structure knows nothing of the attempts. Large letters give way
// first; small ones stay as large as a reader needs them while that helps.
#include "layout/smaller.h"

#include <algorithm>

namespace layout {

namespace {

constexpr int step = 5, least = 50;  ///< per cent
/// Of letters, and of the lines they stand on.
struct Floor {
    Length size, leading;
};
constexpr Floor legible{Length::points(9), Length::points(12)};

class Shrink {
   public:
    Shrink(Store& store, int per_cent, Floor floor) : store_(store), per_cent_(per_cent), floor_(floor) {}

    void blocks(compose::Blocks& list) const {
        for (compose::Block& block : list) {
            std::visit([&](auto& is) { shrink(is); }, block.is);
        }
    }

   private:
    Length smaller(Length length) const { return scaled(length, per_cent_, 100); }
    /// But not below `floor`, where it is not below it already.
    Length smaller(Length length, Length floor) const { return std::max(smaller(length), std::min(length, floor)); }
    const base::CharacterStyle* smaller(const base::CharacterStyle* style) const {
        if (style == nullptr) return nullptr;
        base::CharacterStyle& made = store_.styles.emplace_back(*style);
        made.size = smaller(made.size, floor_.size);
        made.letterspace = smaller(made.letterspace);
        return &made;
    }

    void shrink(compose::Paragraph& paragraph) const {
        for (compose::Inline& part : paragraph.content) part.style = smaller(part.style);
        paragraph.label_style = smaller(paragraph.label_style);
        paragraph.style.leading = smaller(paragraph.style.leading, floor_.leading);
        paragraph.space = {smaller(paragraph.space.before), smaller(paragraph.space.after)};
    }
    void shrink(compose::List& list) const {
        for (compose::ListItem& item : list.items) blocks(item.blocks);
    }
    void shrink(compose::Box& box) const { blocks(box.blocks); }
    void shrink(compose::Columns& columns) const {
        for (compose::Box& box : columns.boxes) blocks(box.blocks);
    }
    void shrink(compose::Group& group) const { blocks(group.blocks); }
    /// Tables, pictures and figures keep their size: none of them stands where titles do.
    template <typename Other>
    void shrink(Other& /*other*/) const {}

    Store& store_;
    int per_cent_;
    Floor floor_;
};

Length height_of(Setter& setter, const compose::Blocks& blocks, Length width) {
    base::Diagnostics unsaid;
    Setter measuring{
        setter.document,     setter.typesetter,  unsaid,       setter.store,    setter.structure, setter.numbers,
        setter.note_numbers, setter.page_height, setter.notes, setter.footnotes};
    Stack stack;
    Builder builder(stack);
    set_blocks(measuring, builder, blocks, {{}, width, -1});
    finish(stack);
    return stack.height();
}

}  // namespace

const compose::Blocks& fitted_blocks(Setter& setter, const compose::Placed& placed) {
    if (placed.height == Length{} || height_of(setter, placed.blocks, placed.width) <= placed.height)
        return placed.blocks;
    const compose::Blocks* blocks = &placed.blocks;
    for (const Floor floor : {legible, Floor{}}) {
        for (int per_cent = 100 - step; per_cent >= least; per_cent -= step) {
            compose::Group smaller{placed.blocks};
            Shrink(setter.store, per_cent, floor).blocks(smaller.blocks);
            compose::Block& kept = setter.store.blocks.emplace_back(compose::Block{std::move(smaller)});
            blocks = &std::get<compose::Group>(kept.is).blocks;
            if (height_of(setter, *blocks, placed.width) <= placed.height) return *blocks;
        }
    }
    return *blocks;
}

}  // namespace layout
