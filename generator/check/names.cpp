// Names are found letter by letter, without those letters that writers drop or add.
#include "check/names.h"

#include <algorithm>

#include "check/lexicon.h"

namespace check {

namespace {

/// Letters that a writer drops or adds: they count neither in the name nor in the sentence. Asked of nearly every
/// letter of a text.
bool is_optional(char32_t letter) {
    return (letter >= U'「' && letter <= U'』') || letter == U'・' || letter == U' ' || letter == U'、';
}

std::u32string stripped(const std::u32string& name) {
    std::u32string out;
    for (const char32_t letter : name) {
        if (!is_optional(letter)) out += letter;
    }
    return out;
}

/// 空き家バンク成約件数（累計） → 空き家バンク成約件数
std::u32string without_brackets(const std::u32string& name) {
    std::u32string out;
    int depth = 0;
    for (const char32_t letter : name) {
        if (letter == U'（') ++depth;
        if (depth == 0) out += letter;
        if (letter == U'）') --depth;
    }
    return out;
}

bool may_stand_between(char32_t c) { return is_optional(c) || c == U'の'; }

/// How many letters of the sentence spell the name from there; 0 when they do not. クルーズ船の寄港回数 spells
/// クルーズ船寄港回数.
std::size_t spelled(const std::u32string& name, const std::u32string& letters, std::size_t from) {
    std::size_t at = from;
    for (std::size_t n = 0; n < name.size(); ++at) {
        if (at == letters.size()) return 0;
        if (letters[at] == name[n]) {
            ++n;
        } else if (n == 0 || !may_stand_between(letters[at])) {
            return 0;
        }
    }
    return at - from;
}

constexpr std::size_t shortest_tail = 3, shortest_head = 4;

/// クルーズ船寄港回数 → クルーズ船寄港, 消防団員数 → 消防団員, シカの捕獲頭数 → シカの捕獲, 就職した人の数 →
/// 就職した人: what is counted, without the word for its count.
std::u32string uncounted(const std::u32string& name) {
    for (const std::u32string_view count : {U"件数", U"回数", U"人数", U"頭数", U"組数", U"日数", U"戸数", U"台数",
                                            U"冊数", U"校数", U"社数", U"の数", U"数"}) {
        if (name.ends_with(count) && stripped(name).size() >= count.size() + shortest_head)
            return name.substr(0, name.size() - count.size());
    }
    return {};
}

}  // namespace

Names::Names(const evaluate::Assessment& assessment) {
    const input::Inputs& inputs = *assessment.inputs;
    for (std::size_t at = 0; at < inputs.strategy.indicators.size(); ++at) {
        const input::Indicator& indicator = inputs.strategy.indicators[at];
        if (indicator.reprint_of.empty()) add_name(indicator.name, {Subject::Kind::indicator, at});
    }
    for (std::size_t p = 0; p < inputs.projects.size(); ++p) {
        if (inputs.projects[p].reprint_of) continue;
        for (std::size_t a = 0; a < inputs.projects[p].indicators.size(); ++a) {
            const input::ActivityIndicator& activity = inputs.projects[p].indicators[a];
            if (!activity.kpi) add_name(activity.name, {Subject::Kind::activity, p, a});
        }
    }
    places_.clear();  // that entries are about to leave
    for (auto& [first, entries] : by_first_) {
        std::stable_sort(entries.begin(), entries.end(),
                         [](const Entry& a, const Entry& b) { return a.letters.size() > b.letters.size(); });
    }
}

void Names::add_name(const std::string& name, const Subject& subject) {
    const std::u32string narrow = narrowed(name);
    add(stripped(narrow), subject, true);
    const std::u32string bare = without_brackets(narrow);
    add(stripped(bare), subject, true);
    // デマンド交通「のりあい号」の利用者数 → 「のりあい号」の利用者数, のりあい号: nothing else has a name of its own.
    const std::size_t open = bare.find(U'「'), close = bare.find(U'」');
    if (open != std::u32string::npos && close != std::u32string::npos && close > open + shortest_tail) {
        if (open > 0) add(stripped(bare.substr(open)), subject, true);
        add(stripped(bare.substr(open + 1, close - open - 1)), subject, false);
    }
    add_tails(bare, subject);
    // 子育てひろばの設置数 → 子育てひろば: what is counted or measured.
    const std::size_t of = bare.rfind(U'の');
    const bool per = of != std::u32string::npos && std::u32string_view(bare).substr(0, of).ends_with(U"当たり");
    if (of != std::u32string::npos && of >= shortest_head && !per) add(stripped(bare.substr(0, of)), subject, false);
    if (const std::u32string what = uncounted(bare); !what.empty()) {
        add(stripped(what), subject, false);
        add_tails(what, subject);
    }
}

void Names::add_tails(const std::u32string& bare, const Subject& subject) {
    // 市民一人当たりの公園及び緑地面積 → 公園及び緑地面積: what stands behind a の, or behind the last compound's head.
    for (std::size_t at = bare.find(U'の'); at != std::u32string::npos; at = bare.find(U'の', at + 1)) {
        const std::u32string tail = stripped(bare.substr(at + 1));
        if (tail.size() >= shortest_tail) add(tail, subject, false);
    }
    // 「ほまち歩数計」アプリの利用者数 → アプリの利用者数: what stands behind a name of its own.
    if (const std::size_t quoted = bare.rfind(U'」'); quoted != std::u32string::npos) {
        const std::u32string tail = stripped(bare.substr(quoted + 1));
        if (tail.size() >= shortest_tail) add(tail, subject, false);
    }
    // 合計特殊出生率 → 出生率, 観光入込客数 → 入込客数: compounds lose their first words.
    const std::size_t last = bare.rfind(U'の');
    const std::u32string head = stripped(bare.substr(last == std::u32string::npos ? 0 : last + 1));
    for (std::size_t at = 2; at + shortest_tail <= head.size(); ++at) add(head.substr(at), subject, false);
    // ふるさと葛瀬ファンの登録者数 → ファンの登録者数
    for (std::size_t at = 2; last != std::u32string::npos && at + 2 <= last; ++at)
        add(stripped(bare.substr(at)), subject, false);
}

void Names::add(const std::u32string& name, const Subject& subject, bool whole) {
    if (name.size() < 2) return;
    // 全国平均に対する厚木市の達成率 shortened would be 達成率, which speaks of every indicator.
    const LexiconWord* word = whole ? nullptr : lexicon_word_at(name, 0);
    if (word != nullptr && word->letters.size() == name.size()) return;
    may_begin_[name[0] % may_begin_.size()] = true;
    std::vector<Entry>& entries = by_first_[name[0]];
    const auto [place, added] = places_.try_emplace(name, entries.size());
    if (added) {
        entries.push_back({name[1], name, {subject}, whole});
        return;
    }
    Entry& same = entries[place->second];
    if (whole && !same.whole) {
        same = {name[1], name, {subject}, true};
    } else if (whole == same.whole && same.subjects.back() != subject) {  // one subject's names come together
        same.subjects.push_back(subject);
    }
}

std::optional<Named> Names::at(const std::u32string& letters, std::size_t from) const {
    if (!may_begin_[letters[from] % may_begin_.size()]) return std::nullopt;
    const auto found = by_first_.find(letters[from]);
    if (found == by_first_.end()) return std::nullopt;
    const char32_t next = from + 1 < letters.size() ? letters[from + 1] : U'\0';
    const bool tells = !may_stand_between(next);
    for (const Entry& entry : found->second) {
        if (tells && entry.second != next) continue;
        const std::size_t length = spelled(entry.letters, letters, from);
        if (length > 0) return Named{entry.subjects, length, entry.whole};
    }
    return std::nullopt;
}

}  // namespace check
