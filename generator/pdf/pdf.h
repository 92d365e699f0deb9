// Writes Pages as a tagged PDF.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/jobs.h"
#include "base/kept.h"
#include "base/publication.h"
#include "base/source.h"
#include "layout/page.h"
#include "text/line.h"

namespace pdf {

/// A picture or PDF page of the city's own that a document sets.
struct PictureUse {
    std::string asset;
    int page = 1;
    base::Span span;  ///< where the template asks for it
};

/// Where the city names a picture, by its asset.
using PicturePlaces = std::map<std::string, base::Span>;

/// As it is looked at: upright, in whatever its file counts in. Zero where it is not known.
struct PictureSize {
    base::Length width, height;
};
/// Why a picture cannot be set.
struct PictureRefusal {
    std::string why, hint;
};
using PictureVerdict = std::variant<PictureSize, PictureRefusal>;
/// By page and content.
using PictureVerdicts = base::Kept<PictureVerdict>;

/// Reports every picture that cannot be set: damaged, encrypted, too large, or holding what a PDF/A must not; where the
/// city names it, else where the template asks for it. Each is tried once for all documents of the same `verdicts`.
/// Returns the size of each.
std::vector<PictureSize> check_pictures(const std::vector<PictureUse>& uses, const base::Assets& assets,
                                        PictureVerdicts& verdicts, base::Diagnostics& diagnostics,
                                        const PicturePlaces& places = {});

/// The bytes of a PDF that is PDF/UA-1 and PDF/A-2a (PDF/A-3a when files travel inside it). The marks of a page are
/// given up once they are written: they are the most of it, and nobody draws them again. Many pages are written on all
/// threads. Throws std::runtime_error for
/// what a room before this one got wrong, and for pictures check_pictures() refuses.
std::string write(layout::Pages& pages, const std::vector<text::FontProgram>& fonts, base::Jobs& jobs);

/// The files that travel inside a PDF, whoever made it, by the names they have there. Throws std::runtime_error for a
/// PDF that cannot be read or holds too much.
std::vector<base::Attachment> attached_files(std::string_view bytes);

/// The MCID of each chunk of a page, in the order of drawing; -1 for artifacts and for what draws nothing.
std::vector<int> marked_contents(const layout::Page& page);

}  // namespace pdf
