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

/// The dictionary of the property lists that contents name, for resources.
std::string named_properties(const layout::Pages& pages);

PageContent write_content(const layout::Pages& pages, std::size_t index, const Fonts& fonts, const Pictures& pictures);

}  // namespace pdf
