// Pictures are tried by writing them to a file that is thrown away, so that faults have places before layout.
#include "base/file.h"
#include "base/message.h"
#include "base/source.h"
#include "pdf/pdf.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

PictureVerdict verdict_on(std::string_view bytes, int page) {
    Objects scratch;
    try {
        write_picture(scratch, bytes, page);
    } catch (const PictureFault& fault) {
        return std::pair(std::string(fault.what()), fault.hint);
    }
    return std::nullopt;
}

/// Looks up every picture of the document, or tries it on a file that is thrown away.
class PictureCheck {
   public:
    PictureCheck(const compose::Document& document, PictureVerdicts& verdicts, const PicturePlaces& places,
                 base::Diagnostics& diagnostics)
        : document_(document), verdicts_(verdicts), places_(places), diagnostics_(diagnostics) {}

    void blocks(const compose::Blocks& list) {
        for (const compose::Block& block : list) {
            std::visit([this](const auto& is) { look(is); }, block.is);
        }
    }

   private:
    void look(const compose::Image& image) {
        const auto asset = document_.assets.find(image.asset);
        if (asset == document_.assets.end()) return;
        const PictureVerdict& verdict = verdict_of(asset->first, asset->second, image.page);
        if (!verdict) return;
        const auto place = places_.find(image.asset);
        diagnostics_.error(place == places_.end() ? image.span : place->second,
                           base::say("the picture `{0}`: {1}", image.asset, verdict->first), verdict->second);
    }
    const PictureVerdict& verdict_of(const std::string& asset, const std::string& bytes, int page) {
        std::string& digest = digests_[asset];
        if (digest.empty()) digest = base::digest(bytes);
        std::string content = std::to_string(page) + " " + digest;
        const PictureVerdict* known = verdicts_.find(content);
        return known != nullptr ? *known : verdicts_.keep(std::move(content), verdict_on(bytes, page));
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
    PictureVerdicts& verdicts_;
    const PicturePlaces& places_;
    base::Diagnostics& diagnostics_;
    std::map<std::string, std::string> digests_;  ///< of assets
};

}  // namespace

void check_pictures(const compose::Document& document, PictureVerdicts& verdicts, base::Diagnostics& diagnostics,
                    const PicturePlaces& places) {
    if (document.assets.empty()) return;
    PictureCheck(document, verdicts, places, diagnostics).blocks(document.blocks);
}

}  // namespace pdf
