// Pictures are tried by writing them to a file that is thrown away, so that faults have places before layout.
#include "base/message.h"
#include "base/source.h"
#include "pdf/pdf.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

/// Tries every picture of the document on a file that is thrown away.
class PictureCheck {
   public:
    PictureCheck(const compose::Document& document, const PicturePlaces& places, base::Diagnostics& diagnostics)
        : document_(document), places_(places), diagnostics_(diagnostics) {}

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
            const auto place = places_.find(image.asset);
            diagnostics_.error(place == places_.end() ? image.span : place->second,
                               base::say("the picture `{0}`: {1}", image.asset, fault.what()), fault.hint);
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
    const PicturePlaces& places_;
    base::Diagnostics& diagnostics_;
    Objects scratch_;
};

}  // namespace

void check_pictures(const compose::Document& document, base::Diagnostics& diagnostics, const PicturePlaces& places) {
    if (document.assets.empty()) return;
    PictureCheck(document, places, diagnostics).blocks(document.blocks);
}

}  // namespace pdf
