// Three pages with one of everything a publication has, built by hand.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/publication.h"
#include "layout/page.h"
#include "pdf/face.h"

namespace test {

struct Specimen {
    Specimen();
    std::string write() const;

    std::unique_ptr<Face> gothic, mincho, noto;  ///< faces 0, 1 and 2; the last one has PostScript outlines
    layout::Pages pages;
    base::Assets assets;
};

/// Leaves a file in the folder that KENSHO_SPECIMENS names, if it names one.
void leave(const std::string& name, const std::string& bytes);

}  // namespace test
