// A page's marks as a content stream, in marked-content sequences that say what belongs to which structure element.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "pdf/fonts.h"
#include "pdf/pictures.h"

namespace pdf {

struct PageContent {
    std::string operators;
    std::string packed;      ///< in place of the operators, when they have been
    std::vector<int> mcids;  ///< of each chunk; -1 where it is an artifact or draws nothing
    int mcid_count = 0;
};

PageContent write_content(const layout::Page& page, const layout::Structure& structure, const Fonts& fonts,
                          const Pictures& pictures);

}  // namespace pdf
