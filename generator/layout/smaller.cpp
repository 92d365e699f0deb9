// Measured as artifacts, size after size, so that the structure knows nothing of the attempts. Large letters give way
// first; small ones stay as large as a reader needs them while that helps.
#include "layout/smaller.h"

#include <algorithm>

#include "base/utf8.h"

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

/// The digits of a text with what groups and parts them, of one width; all else is a blank.
std::u32string figures_in(std::string_view text) {
    std::u32string figures = base::decode(text);
    for (char32_t& c : figures) {
        c = base::half_width(c);
        if ((c < U'0' || c > U'9') && c != U',' && c != U'.') c = U' ';
    }
    return figures;
}

/// Whether a line ends inside a number: its end and the next one's beginning stand together in a run.
bool parts_a_number(const Text& text) {
    for (std::size_t i = 0; i + 1 < text.set.lines.size(); ++i) {
        std::u32string end = figures_in(text_of(text.set.lines[i]));
        std::u32string begin = figures_in(text_of(text.set.lines[i + 1]));
        end.erase(0, end.find_last_of(U' ') + 1);
        begin.resize(std::min(begin.size(), begin.find(U' ')));
        if (end.find_first_not_of(U",.") == std::u32string::npos) continue;
        if (begin.find_first_not_of(U",.") == std::u32string::npos) continue;
        const auto holds = [&](const text::Run& run) {
            return figures_in(run.text).find(end + begin) != std::string::npos;
        };
        if (std::ranges::any_of(text.runs->runs, holds)) return true;
    }
    return false;
}

Length height_of(Setter& setter, const compose::Blocks& blocks, Length width) {
    base::Diagnostics unsaid;
    Setter measuring{setter.document, setter.typesetter,   unsaid,        setter.store,       setter.structure,
                     setter.numbers,  setter.note_numbers, setter.common, setter.page_height, setter.elements_before};
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

void keep_numbers_whole(Setter& setter, Text& text) {
    if (!parts_a_number(text)) return;
    const std::vector<text::Run> runs = text.runs->runs;
    for (int per_cent = 100 - step; per_cent >= least; per_cent -= step) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            base::CharacterStyle& made = setter.store.styles.emplace_back(*runs[i].style);
            made.size = scaled(made.size, per_cent, 100);
            made.letterspace = scaled(made.letterspace, per_cent, 100);
            text.runs->runs[i].style = &made;
        }
        set_again(text, setter.typesetter);
        if (!parts_a_number(text)) return;
    }
    text.runs->runs = runs;
    set_again(text, setter.typesetter);
}

}  // namespace layout
