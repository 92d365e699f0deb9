// Any bytes as a YAML file: read, every message rendered.
#include "fuzz/fuzz.h"
#include "input/yaml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const std::uint32_t file = sources.add("any.yaml", fuzz::text_of(data, size));
    const auto tree = input::parse_yaml(file, sources, diagnostics);
    fuzz::expect(tree.has_value() || diagnostics.has_errors(), "refused without a word");
    fuzz::render_all(diagnostics, sources);
    return 0;
}
