// Installed faces and the dictionary stay as they were once opened; a face named by its file is opened anew with it.
#include "warm.h"

#include <filesystem>
#include <initializer_list>

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

void append_numbers(std::string& content, std::initializer_list<std::size_t> numbers) {
    for (const std::size_t number : numbers) content += std::to_string(number) + " ";
}

void append(Workshop& of, const base::Value& tree, bool of_file = false) {
    append_numbers(of.places, {tree.span.file, tree.span.begin, tree.span.end});
    append_numbers(of.content,
                   {static_cast<std::size_t>(tree.kind), tree.items.size(), tree.entries.size(), tree.text.size()});
    of.content += tree.text;
    if (of_file) of.content += stamp_of(tree.text);
    of.content += "\n";
    for (const base::Value& item : tree.items) append(of, item);
    for (const base::Value::Entry& entry : tree.entries) {
        append_numbers(of.places, {entry.key_span.file, entry.key_span.begin, entry.key_span.end});
        of.content += entry.key + " ";
        append(of, entry.value, entry.key == "file");
    }
}

/// A workshop not yet opened: both trees, and the files of faces as far as they are named.
Workshop workshop_for(const base::Value& fonts, const base::Value& typesetting) {
    Workshop wanted;
    append(wanted, fonts);
    append(wanted, typesetting);
    return wanted;
}

/// The same faces and rules; that they stand elsewhere matters only to what was found in them.
bool serves(const Workshop& shop, const Workshop& wanted) {
    return shop.typesetter != nullptr && shop.content == wanted.content &&
           (shop.found.all().empty() || shop.places == wanted.places) && !shop.typesetter->lacks_role();
}

}  // namespace

void open_workshops(Warm& warm, std::size_t count, const base::Value& fonts, const base::Value& typesetting) {
    const Workshop wanted = workshop_for(fonts, typesetting);
    warm.workshops.resize(count);
    const Workshop* opened = nullptr;  // just now: looking for all faces takes long
    for (Workshop& shop : warm.workshops) {
        if (serves(shop, wanted)) continue;
        shop.content = wanted.content;
        shop.places = wanted.places;
        shop.faces.clear();
        if (opened != nullptr) {
            shop.found = opened->found;
            shop.typesetter = std::make_unique<text::Typesetter>(*opened->typesetter);
            shop.typesetter->tell(shop.found);
            continue;
        }
        shop.found = {};
        shop.typesetter = std::make_unique<text::Typesetter>(fonts, typesetting, shop.found);
        opened = &shop;
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
