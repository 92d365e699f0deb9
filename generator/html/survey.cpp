// The Document, walked once for its anchors.
#include "html/survey.h"

namespace html {

namespace {

struct AnchorFinder {
    Writer& writer;

    void operator()(const compose::Paragraph& paragraph) const { note(paragraph.anchor); }
    void operator()(const compose::List& list) const {
        for (const compose::ListItem& item : list.items) walk(item.blocks);
    }
    void operator()(const compose::Table& table) const {
        for (const auto* rows : {&table.head, &table.body}) {
            for (const compose::Row& row : *rows) {
                note(row.anchor);
                for (const compose::Cell& cell : row.cells) walk(cell.blocks);
            }
        }
    }
    void operator()(const compose::Box& box) const { walk(box.blocks); }
    void operator()(const compose::Columns& columns) const {
        for (const compose::Box& box : columns.boxes) walk(box.blocks);
    }
    void operator()(const compose::Placed& placed) const { walk(placed.blocks); }
    void operator()(const compose::Group& group) const { walk(group.blocks); }
    void operator()(const compose::PageTop& top) const { walk(top.at_top); }
    template <typename Other>
    void operator()(const Other& /*other*/) const {}

   private:
    void note(const std::string& anchor) const {
        if (!anchor.empty()) writer.anchors.insert(anchor);
    }
    void walk(const compose::Blocks& blocks) const {
        for (const compose::Block& block : blocks) std::visit(*this, block.is);
    }
};

}  // namespace

void survey(Writer& writer, const compose::Blocks& blocks) {
    for (const compose::Block& block : blocks) std::visit(AnchorFinder{writer}, block.is);
}

}  // namespace html
