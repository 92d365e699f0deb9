// Any bytes as the text of a specimen: lines are broken and a PDF is written.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "specimen.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::filesystem::path file = "/dev/shm/kensho-specimen-" + std::to_string(::getpid()) + ".yaml";
    if (size < 2) return 0;
    std::string quoted;
    for (const char32_t c : base::decode(fuzz::text_of(data + 2, size - 2))) {
        if (c == U'"' || c == U'\\') quoted += '\\';
        if (c >= 0x20 && c != 0x7F) base::append_utf8(quoted, c);
    }
    const char* styles[] = {"body", "cell", "heading"};
    std::ofstream(file) << "font: BIZ UDMincho\nsize: 10\nentries:\n  - text: \"" << quoted
                        << "\"\n    width: " << 1 + data[0] % 60 << "\n    style: " << styles[data[1] % 3] << "\n";
    base::Sources sources;
    base::Diagnostics diagnostics;
    kensho::make_specimen(file, {KENSHO_HOME}, sources, diagnostics);
    fuzz::render_all(diagnostics, sources);
    return 0;
}
