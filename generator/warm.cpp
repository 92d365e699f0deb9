// Installed faces and the dictionary stay as they were once opened; a face named by its file is opened anew with it.
#include "warm.h"

#include <filesystem>

#include "text/words.h"

namespace kensho {

namespace {

/// When a file was written and how long it is; nothing for one that is not there.
std::string stamp_of(const std::string& path) {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(path, error).time_since_epoch().count();
    if (error) return {};
    return std::to_string(written) + " " + std::to_string(std::filesystem::file_size(path, error));
}

void append(std::string& content, const base::Value& tree, bool of_file = false) {
    const base::Span span = tree.span;
    for (const std::size_t number : {static_cast<std::size_t>(tree.kind), std::size_t{span.file},
                                     std::size_t{span.begin}, std::size_t{span.end}, tree.text.size()}) {
        content += std::to_string(number) + " ";
    }
    content += tree.text;
    if (of_file) content += stamp_of(tree.text);
    content += "\n";
    for (const base::Value& item : tree.items) append(content, item);
    for (const base::Value::Entry& entry : tree.entries) {
        content += entry.key + " ";
        append(content, entry.value, entry.key == "file");
    }
}

/// Both trees with their places, which messages name, and the files of faces as far as they are named.
std::string content_of(const base::Value& fonts, const base::Value& typesetting) {
    std::string content;
    append(content, fonts);
    append(content, typesetting);
    return content;
}

}  // namespace

void open_workshops(Warm& warm, std::size_t count, const base::Value& fonts, const base::Value& typesetting) {
    const std::string content = content_of(fonts, typesetting);
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
