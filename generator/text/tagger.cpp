// MeCab without the machine's settings; a dictionary that is there but unreadable is an error, a missing one is not.
#include "text/tagger.h"

#include <mecab.h>

#include <array>
#include <filesystem>
#include <map>
#include <mutex>

#include "base/file.h"
#include "base/message.h"

namespace text {

namespace {

Word word_of(const mecab_node_t& node) {
    Word word;
    word.surface.assign(node.surface, node.length);
    std::array<std::string, 7> fields;
    std::string_view feature = node.feature;
    for (std::string& field : fields) {
        const std::size_t comma = feature.find(',');
        field = feature.substr(0, comma);
        feature.remove_prefix(comma == std::string_view::npos ? feature.size() : comma + 1);
    }
    word.part = fields[0], word.kind = fields[1], word.detail = fields[2];
    word.form = fields[5], word.base = fields[6];
    return word;
}

/// The dictionary as others have it open, else opened; null where there is none.
std::shared_ptr<mecab_model_t> opened(const std::string& dictionary) {
    static std::mutex one_at_a_time;
    static std::map<std::string, std::weak_ptr<mecab_model_t>> known;
    const std::lock_guard lock(one_at_a_time);
    if (auto model = known[dictionary].lock()) return model;
    const std::array<std::string, 5> arguments = {"kensho", "-r", "/dev/null", "-d", dictionary};
    std::array<char*, 5> pointers{};
    for (std::size_t i = 0; i < arguments.size(); ++i) pointers[i] = const_cast<char*>(arguments[i].c_str());
    mecab_model_t* made = mecab_model_new(static_cast<int>(pointers.size()), pointers.data());
    if (made == nullptr) return nullptr;
    std::shared_ptr<mecab_model_t> model(made, mecab_model_destroy);
    known[dictionary] = model;
    return model;
}

}  // namespace

Tagger::Tagger(const std::string& dictionary) : dictionary_(opened(dictionary)) {
    if (dictionary_ != nullptr) mecab_ = mecab_model_new_tagger(dictionary_.get());
    std::error_code error;
    if (mecab_ == nullptr && (std::filesystem::exists(dictionary, error) || error)) {
        throw base::FileError(base::say("the dictionary `{}` cannot be read; install its package again", dictionary));
    }
}

Tagger::~Tagger() {
    if (mecab_ != nullptr) mecab_destroy(mecab_);
}

std::vector<Word> Tagger::words(const std::string& sentence) {
    std::vector<Word> words;
    const char* begin = sentence.data();
    for (const mecab_node_t* node = mecab_sparse_tonode2(mecab_, begin, sentence.size()); node != nullptr;
         node = node->next) {
        if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
        words.push_back(word_of(*node));
        words.back().end = static_cast<std::size_t>(node->surface - begin) + node->length;
    }
    return words;
}

}  // namespace text
