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
        const PictureResource picture = write_picture(scratch, bytes, page);
        return PictureSize{picture.width, picture.height};
    } catch (const PictureFault& fault) {
        return PictureRefusal{fault.what(), fault.hint};
    }
}

}  // namespace

std::vector<PictureSize> check_pictures(const std::vector<PictureUse>& uses, const base::Assets& assets,
                                        PictureVerdicts& verdicts, base::Diagnostics& diagnostics,
                                        const PicturePlaces& places) {
    std::vector<PictureSize> sizes(uses.size());
    std::map<std::string, std::string> digests;  // of assets
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const PictureUse& use = uses[i];
        const auto asset = assets.find(use.asset);
        if (asset == assets.end()) continue;
        std::string& digest = digests[use.asset];
        if (digest.empty()) digest = base::digest(asset->second);
        std::string content = std::to_string(use.page) + " " + digest;
        const PictureVerdict* known = verdicts.find(content);
        if (known == nullptr) known = &verdicts.keep(std::move(content), verdict_on(asset->second, use.page));
        if (const auto* size = std::get_if<PictureSize>(known)) {
            sizes[i] = *size;
            continue;
        }
        const auto& [why, hint] = std::get<PictureRefusal>(*known);
        const auto place = places.find(use.asset);
        diagnostics.error(place == places.end() ? use.span : place->second,
                          base::say("the picture `{0}`: {1}", use.asset, why), hint);
    }
    return sizes;
}

}  // namespace pdf
