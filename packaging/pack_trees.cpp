// Writes a source file with the trees of YAML files in it: pack_trees OUT FILE… A file with faults or doubts is left
// out: whoever reads it is told of them.
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "base/file.h"
#include "base/source.h"
#include "input/packed.h"
#include "input/yaml.h"

namespace {

std::string literal(std::string_view bytes) {
    std::string text = "\"";
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        text += '\\';
        for (const unsigned shift : {6U, 3U, 0U}) text += static_cast<char>('0' + (byte >> shift & 7U));
    }
    return text + "\"";
}

std::string row(const std::string& path) {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const std::uint32_t file = sources.load(path);
    const auto tree = input::parse_yaml(file, sources, diagnostics);
    if (!tree || !diagnostics.all().empty()) return {};
    const std::string& text = sources.text(file);
    const std::string packed = input::packed(*tree, text);
    return "    {" + std::to_string(text.size()) + ", \"" + base::digest(text) + "\",\n     {" + literal(packed) +
           ", " + std::to_string(packed.size()) + "}},\n";
}

}  // namespace

int main(int count, char** words) {
    try {
        std::string text =
            "// Made by packaging/pack_trees.cpp.\n#include \"input/shipped_trees.h\"\n\nnamespace input {\n\n"
            "std::span<const ShippedTree> shipped_trees() {\n    static constexpr ShippedTree trees[] = {\n";
        for (int i = 2; i < count; ++i) text += row(words[i]);
        std::ofstream(words[1]) << text << "    };\n    return trees;\n}\n\n}  // namespace input\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
