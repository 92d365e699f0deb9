// Pictures and PDF pages of the city's own, as objects of the file.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "layout/page.h"
#include "pdf/objects.h"

namespace pdf {

/// An external object and the part of its own coordinates that is to fill the picture's place.
struct PictureResource {
    std::string name;  ///< in the page's resources
    Id id = 0;
    base::Rect box;
};

/// By asset and page.
using Pictures = std::map<std::pair<std::string, int>, PictureResource>;

}  // namespace pdf
