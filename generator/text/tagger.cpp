// MeCab without the machine's settings; a dictionary that is there but unreadable is an error, a missing one is not.
#include "text/tagger.h"

#include <mecab.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"

namespace text {

namespace {

Word word_of(const mecab_node_t& node) {
    Word word;
    word.surface.assign(node.surface, node.length);
    std::array<std::string_view, 7> fields;
    std::string_view feature = node.feature;
    for (std::string_view& field : fields) {
        const std::size_t comma = feature.find(',');
        field = feature.substr(0, comma);
        feature.remove_prefix(comma == std::string_view::npos ? feature.size() : comma + 1);
    }
    word.part = fields[0], word.kind = fields[1], word.detail = fields[2];
    word.form = fields[5], word.base = fields[6];
    return word;
}

std::vector<Word> words_of(const mecab_node_t* node, const char* begin) {
    std::vector<Word> words;
    for (; node != nullptr; node = node->next) {
        if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
        words.push_back(word_of(*node));
        words.back().end = static_cast<std::size_t>(node->surface - begin) + node->length;
    }
    return words;
}

/// Small kana, ー and ン.
bool cannot_begin_word(const std::string& katakana, std::size_t at) {
    constexpr std::u32string_view never = U"ァィゥェォッャュョヮヵヶーン";
    return never.find(base::decode_at(katakana, at).character) != never.npos;
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

Tagger::Tagger(const std::string& dictionary, const std::vector<std::string>& nouns) : dictionary_(opened(dictionary)) {
    for (const std::string& noun : nouns) nouns_.push_back({noun, "名詞,サ変接続,*,*,*,*," + noun});
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
    const auto stands = [&](const Noun& noun) { return sentence.find(noun.surface) != std::string::npos; };
    if (std::any_of(nouns_.begin(), nouns_.end(), stands)) return words_with_nouns(sentence);
    return words_of(mecab_sparse_tonode2(mecab_, sentence.data(), sentence.size()), sentence.data());
}

std::vector<Word> Tagger::words_with_nouns(const std::string& sentence) {
    const std::unique_ptr<mecab_lattice_t, void (*)(mecab_lattice_t*)> lattice(mecab_lattice_new(),
                                                                               mecab_lattice_destroy);
    mecab_lattice_set_sentence2(lattice.get(), sentence.data(), sentence.size());
    for (std::size_t at = 0; at < sentence.size();) {
        const auto noun = std::find_if(nouns_.begin(), nouns_.end(), [&](const Noun& each) {
            return sentence.compare(at, each.surface.size(), each.surface) == 0;
        });
        if (noun == nouns_.end()) {
            ++at;
            continue;
        }
        const std::size_t end = at + noun->surface.size();
        mecab_lattice_set_feature_constraint(lattice.get(), at, end, noun->feature.c_str());
        at = end;
    }
    if (mecab_parse_lattice(mecab_, lattice.get()) == 0) return {};
    return words_of(mecab_lattice_get_bos_node(lattice.get()), sentence.data());
}

bool Tagger::knows(const std::string& word) {
    const std::vector<Word> found = words(word);
    return found.size() == 1 && found.front().part == "名詞" && found.front().base == word;
}

std::vector<std::size_t> Tagger::parts(const std::string& compound) {
    constexpr std::size_t letter = 3;
    const std::vector<std::size_t> places = fewest_parts(compound, 3 * letter, false);
    return places.empty() ? fewest_parts(compound, 4 * letter, true) : places;
}

std::vector<std::size_t> Tagger::fewest_parts(const std::string& compound, std::size_t shortest, bool unknown) {
    constexpr std::size_t letter = 3, never = SIZE_MAX, one = 1, cost_unknown = 100;
    const std::size_t size = compound.size();
    const auto cost = [&](std::size_t begin, std::size_t end) {
        if (end - begin == size) return never;
        if (knows(compound.substr(begin, end - begin))) return one;
        return unknown && !cannot_begin_word(compound, begin) ? cost_unknown : never;
    };
    // The least cost up to each letter, and where the last part begins.
    std::vector<std::size_t> least(size + 1, never), last(size + 1, 0);
    least[0] = 0;
    for (std::size_t end = shortest; end <= size; end += letter) {
        for (std::size_t begin = 0; begin + shortest <= end; begin += letter) {
            if (least[begin] >= least[end]) continue;
            const std::size_t part = cost(begin, end);
            if (part == never || least[begin] + part >= least[end]) continue;
            least[end] = least[begin] + part;
            last[end] = begin;
        }
    }
    std::vector<std::size_t> places;
    if (least[size] >= 2 * cost_unknown) return places;
    for (std::size_t at = last[size]; at > 0; at = last[at]) places.push_back(at);
    return places;
}

}  // namespace text
