// Parts of speech of two neighbouring words tell how good a break between them is; each text is tagged once.
#include "text/phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/tagger.h"

namespace text {

namespace {

/// Without a dictionary: a phrase begins where kana end, or behind punctuation and spaces.
Phrase by_script(const Element& front, const Element& behind, const Rules& rules) {
    const ClassId a = front.is.breaking, b = behind.is.breaking;
    const bool kana = a == rules.hiragana || a == rules.small_kana;
    const bool word_begins = b == rules.kanji || b == rules.katakana || b == rules.latin || b == rules.digit;
    if (a == rules.comma || a == rules.stop || b == rules.opening || (kana && word_begins)) return Phrase::boundary;
    if (b == rules.hiragana || b == rules.small_kana) return a == b ? Phrase::inside : Phrase::lean;
    return a == rules.dot || a != b ? Phrase::word : Phrase::inside;
}

bool is_kanji(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// The dictionary knows full-width letters and digits.
bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (std::string_view each : words) {
        if (word == each) return true;
    }
    return false;
}

bool is_noun(const Word& word) { return word.part == "名詞" && word.kind != "接尾" && word.kind != "非自立"; }

/// Words that lean on the one before them.
bool is_dependent(const Word& word) {
    if (word.part == "助詞" || word.part == "助動詞" || word.part == "フィラー") return true;
    return word.kind == "接尾" || word.kind == "非自立";
}

bool is_short(const Word& word) { return word.surface.size() <= 3; }

bool is_interjection(const Word& word) { return word.part == "フィラー" || word.part == "感動詞"; }

bool is_symbol(const Word& word, std::string_view kind) { return word.part == "記号" && word.kind == kind; }

/// Years, terms and dates end a phrase even before a noun: 令和５年度｜実績報告.
bool ends_time(const Word& word) {
    return word.detail == "助数詞" && one_of(word.surface, {"年度", "年", "期", "月", "日", "回"});
}

Phrase between_symbols(const Word& front, const Word& behind) {
    if (is_symbol(front, "括弧開")) return Phrase::lean;
    if (is_symbol(behind, "括弧開") || is_symbol(behind, "一般")) return Phrase::boundary;
    if (behind.part == "記号" || is_dependent(behind)) return Phrase::lean;
    if (is_symbol(front, "括弧閉") || is_symbol(front, "読点") || is_symbol(front, "句点")) return Phrase::boundary;
    return is_symbol(front, "空白") ? Phrase::boundary : Phrase::word;
}

/// する, なる, ある … say little of their own and lean on what they follow.
bool is_light_verb(const Word& word) {
    return word.part == "動詞" &&
           one_of(word.base, {"する", "できる", "いたす", "致す", "なさる", "なる", "ある", "いる", "いう", "言う"});
}

/// Nouns, and verbs in the form that makes compounds: 取り＋組み.
bool can_lead_compound(const Word& word) {
    return word.part == "名詞" || (word.part == "動詞" && word.form == "連用形");
}

/// Inside a compound: between its words, but 協働 and 空店舗 hold together.
Phrase inside_compound(const Word* before, const Word& front, const Word& behind) {
    if (front.surface.ends_with("月") && behind.kind == "数") return Phrase::lean;  // 4月10日
    if (ends_time(front) || (behind.kind == "数" && front.kind != "数" && !is_short(front))) return Phrase::boundary;
    if (is_short(behind) || behind.surface == "可能") return Phrase::lean;  // 再生可能
    const bool begins = before == nullptr || !is_noun(*before);
    return begins && is_short(front) ? Phrase::lean : Phrase::word;
}

/// What stands between two words that follow one another; `before` stands in front of them, if anything does.
Phrase between(const Word* before, const Word& front, const Word& behind) {
    if (front.part == "記号" || behind.part == "記号") return between_symbols(front, behind);
    if (front.part == "接頭詞" || (is_interjection(front) && is_short(front))) return Phrase::inside;
    if (behind.part == "名詞" && behind.kind == "非自立") return Phrase::word;
    const bool misread = front.part == "助詞" && behind.part == "名詞" && behind.kind == "接尾";
    if (is_dependent(behind) && !misread) return Phrase::lean;
    if (is_light_verb(behind)) return front.part == "名詞" ? Phrase::lean : Phrase::word;
    if (can_lead_compound(front) && (is_noun(behind) || behind.part == "接頭詞")) {
        return inside_compound(before, front, behind);
    }
    if (front.part == "動詞" && behind.part == "動詞" && front.form == "連用形") return Phrase::word;
    return Phrase::boundary;
}

/// セーフ｜コ｜ミュニティ: a break that leaves one character of a word is the worst.
void mark_splinters(std::vector<Phrase>& phrases) {
    const auto begins = [&](std::size_t i) { return phrases[i] < Phrase::inside; };
    for (std::size_t i = 0; i + 1 < phrases.size(); ++i) {
        if (phrases[i] != Phrase::inside) continue;
        if (i == 0 || begins(i - 1) || begins(i + 1) || i + 2 == phrases.size()) phrases[i] = Phrase::splinter;
    }
}

}  // namespace

Phrases::Phrases(std::string dictionary, std::vector<std::u32string> whole)
    : dictionary_(std::move(dictionary)), whole_(std::move(whole)) {}
Phrases::~Phrases() = default;

void Phrases::mark(Prepared& prepared, const Rules& rules) {
    if (!tagger_) tagger_ = std::make_unique<Tagger>(dictionary_);
    const std::vector<Phrase>* words = tagger_->usable() ? &of_words(prepared.characters) : nullptr;
    for (std::size_t i = 0; i + 1 < prepared.elements.size(); ++i) {
        prepared.gaps[i].phrase =
            words != nullptr ? (*words)[i] : by_script(prepared.elements[i], prepared.elements[i + 1], rules);
    }
    for (const std::u32string& name : whole_) keep_name(prepared, name);
    for (const std::u32string& name : named_) keep_name(prepared, name);
    for (std::size_t i = 0; i + 1 < prepared.elements.size(); ++i) {
        Gap& gap = prepared.gaps[i];
        const ClassId front = prepared.elements[i].is.breaking;
        if (front == rules.space || front == rules.ideographic_space) gap.phrase = Phrase::boundary;
        if (prepared.author_breaks && gap.phrase == Phrase::boundary) gap.phrase = Phrase::word;
        if (gap.author) gap.phrase = Phrase::boundary;
    }
}

/// A name begins a phrase, ends a word and is one word: まち・ひと・しごと創生｜総合戦略.
void Phrases::keep_name(Prepared& prepared, const std::u32string& name) {
    for (std::size_t at = 0; (at = prepared.characters.find(name, at)) != std::u32string::npos; at += name.size()) {
        const std::size_t last = at + name.size() - 1;
        if (at > 0) prepared.gaps[at - 1].phrase = Phrase::boundary;
        for (std::size_t i = at; i < last; ++i)
            prepared.gaps[i].phrase = std::max(prepared.gaps[i].phrase, Phrase::lean);
        if (prepared.gaps[last].phrase >= Phrase::inside) prepared.gaps[last].phrase = Phrase::word;
    }
}

const std::vector<Phrase>& Phrases::of_words(const std::u32string& characters) {
    const auto [found, fresh] = known_.try_emplace(characters, characters.size(), Phrase::inside);
    if (!fresh) return found->second;
    std::vector<Phrase>& phrases = found->second;
    std::string sentence;
    std::vector<std::size_t> ends;  // byte behind each character
    for (char32_t c : characters) {
        base::append_utf8(sentence, full_width(c));
        ends.push_back(sentence.size());
    }
    const std::vector<Word> words = tagger_->words(sentence);
    std::size_t at = 0;
    for (std::size_t w = 0; w + 1 < words.size(); ++w) {
        while (at < ends.size() && ends[at] < words[w].end) ++at;
        if (at == ends.size() || ends[at] != words[w].end) continue;
        phrases[at] = between(w == 0 ? nullptr : &words[w - 1], words[w], words[w + 1]);
        // 推進に｜関する: one particle in the dictionary, two words to a reader; but not に｜よる.
        const bool joined = words[w + 1].detail == "連語" && at + 2 < characters.size() && is_kanji(characters[at + 2]);
        if (joined) phrases[at + 1] = Phrase::word;
    }
    mark_splinters(phrases);
    return phrases;
}

}  // namespace text
