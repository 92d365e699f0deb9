#include "base/source.h"
#include "pdf/pdf.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

/// Tries every picture of the document on a file that is thrown away.
class PictureCheck {
   public:
    PictureCheck(const compose::Document& document, base::Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    void blocks(const compose::Blocks& list) {
        for (const compose::Block& block : list) {
            std::visit([this](const auto& is) { look(is); }, block.is);
        }
    }

   private:
    void look(const compose::Image& image) {
        const auto asset = document_.assets.find(image.asset);
        if (asset == document_.assets.end()) return;
        try {
            write_picture(scratch_, asset->second, image.page);
        } catch (const PictureFault& fault) {
            diagnostics_.error(image.span, fault.what(), fault.hint);
        }
    }
    void look(const compose::List& list) {
        for (const compose::ListItem& item : list.items) blocks(item.blocks);
    }
    void look(const compose::Table& table) {
        rows(table.head);
        rows(table.body);
    }
    void look(const compose::Columns& columns) {
        for (const compose::Box& box : columns.boxes) blocks(box.blocks);
    }
    void look(const compose::Box& box) { blocks(box.blocks); }
    void look(const compose::Placed& placed) { blocks(placed.blocks); }
    void look(const compose::Group& group) { blocks(group.blocks); }
    template <typename Other>
    void look(const Other&) {}

    void rows(const std::vector<compose::Row>& list) {
        for (const compose::Row& row : list) {
            for (const compose::Cell& cell : row.cells) blocks(cell.blocks);
        }
    }

    const compose::Document& document_;
    base::Diagnostics& diagnostics_;
    Objects scratch_;
};

}  // namespace

void check_pictures(const compose::Document& document, base::Diagnostics& diagnostics) {
    if (document.assets.empty()) return;
    PictureCheck(document, diagnostics).blocks(document.blocks);
}

}  // namespace pdf
