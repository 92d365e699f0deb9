// Faces and dictionary are the machine's: once opened they stay as they were.
#include "warm.h"

#include "base/file.h"
#include "text/words.h"

namespace kensho {

namespace {

std::string content_of(const base::Value& tree, const base::Sources& sources) {
    const std::uint32_t file = tree.span.file;
    return tree.span.known() ? std::to_string(file) + " " + base::digest(sources.text(file)) + "\n" : "\n";
}

}  // namespace

void open_workshops(Warm& warm, std::size_t count, const base::Value& fonts, const base::Value& typesetting,
                    const base::Sources& sources) {
    const std::string content = content_of(fonts, sources) + content_of(typesetting, sources);
    warm.workshops.resize(count);
    for (Workshop& shop : warm.workshops) {
        if (shop.typesetter == nullptr || shop.content != content || shop.typesetter->lacks_role()) {
            shop.content = content;
            shop.found = {};
            shop.faces.clear();
            shop.typesetter = std::make_unique<text::Typesetter>(fonts, typesetting, shop.found);
        }
    }
}

base::WordSplitter splitter_of(Warm& warm, const std::string& dictionary) {
    if (warm.dictionary != dictionary) {
        warm.dictionary = dictionary;
        warm.splitter = text::word_splitter(dictionary);
        warm.words.clear();
    }
    if (!warm.splitter) return {};
    warm.words.next_run();
    return [&warm](const std::string& sentence) {
        const std::vector<base::Word>* known = warm.words.find(sentence);
        return known != nullptr ? *known : warm.words.keep(sentence, warm.splitter(sentence));
    };
}

}  // namespace kensho
