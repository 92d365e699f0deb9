// Any bytes as a picture of the city's own: PNG, SVG, PDF.
#include "fuzz/fuzz.h"
#include "pdf/pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    base::Sources sources;
    base::Diagnostics diagnostics;
    pdf::PictureVerdicts verdicts;
    pdf::check_pictures({{"map", 1, {}}}, {{"map", fuzz::text_of(data, size)}}, verdicts, diagnostics);
    fuzz::render_all(diagnostics, sources);
    return 0;
}
