// Any bytes as a picture of the city's own: PNG, SVG, PDF.
#include "fuzz/fuzz.h"
#include "pdf/pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    compose::Document document;
    document.assets["map"] = fuzz::text_of(data, size);
    compose::Image image;
    image.asset = "map";
    image.page = 1;
    document.blocks.push_back({image});
    base::Sources sources;
    base::Diagnostics diagnostics;
    pdf::PictureVerdicts verdicts;
    pdf::check_pictures(document, verdicts, diagnostics);
    fuzz::render_all(diagnostics, sources);
    return 0;
}
