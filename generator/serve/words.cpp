// The letters of a volume, for a browser that finds words in them: those of one paragraph or cell together, whatever
// lines and pages they are broken over, each run with its number among the page's, by which its picture is known.
#include <algorithm>
#include <array>

#include "base/json.h"
#include "serve/review.h"

namespace serve {

namespace {

/// What stands inside a line, so that words run on through it. Readings (RT) stand above, and are words of their own.
bool within_line(const layout::Element& element) {
    constexpr std::array<std::string_view, 7> types = {"Span", "Link", "Reference", "Quote", "Code", "Ruby", "RB"};
    return std::find(types.begin(), types.end(), element.type) != types.end();
}

/// The paragraph, heading or cell of an element.
int block_of(const layout::Structure& structure, int element) {
    while (within_line(structure.elements[static_cast<std::size_t>(element)])) {
        element = structure.elements[static_cast<std::size_t>(element)].parent;
    }
    return element;
}

/// Page, number among the runs of the page, letters.
std::string run(std::size_t page, std::size_t number, const std::string& letters) {
    return std::to_string(page) + "," + std::to_string(number) + "," + base::json_string(letters);
}

}  // namespace

std::string words(const Edition& edition, std::size_t volume) {
    if (volume >= edition.volumes.size()) return {};
    const layout::Pages& pages = *edition.volumes[volume].pages;
    std::vector<std::string> blocks;
    std::map<int, std::size_t> begun;  // blocks of elements
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
        std::size_t number = 0;
        for (const layout::Chunk& chunk : pages.pages[page].chunks) {
            const bool repeated = chunk.element < 0 && chunk.artifact == layout::ArtifactKind::pagination;
            const int block = chunk.element < 0 ? -1 : block_of(pages.structure, chunk.element);
            const bool alone = block < 0 || pages.structure.elements[static_cast<std::size_t>(block)].type == "Figure";
            for (const layout::Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
                if (glyphs == nullptr || !html::is_drawn(*glyphs)) continue;
                const std::string letters = run(page, number++, glyphs->run.text);
                if (repeated) continue;
                const auto at = alone ? begun.end() : begun.find(block);
                if (at != begun.end()) {
                    blocks[at->second] += "," + letters;
                    continue;
                }
                if (!alone) begun[block] = blocks.size();
                blocks.push_back(letters);
            }
        }
    }
    std::string out = "{\"blocks\":[";
    for (const std::string& block : blocks) out += (out.back() == '[' ? "[" : ",[") + block + "]";
    return out + "]}";
}

}  // namespace serve
