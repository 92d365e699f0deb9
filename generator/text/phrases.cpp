// Parts of speech of two neighbouring words tell how good a break between them is; each text is tagged once.
#include "text/phrases.h"

#include <algorithm>
#include <optional>

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

/// The dictionary takes it for a noun.
bool is_wave(const Word& word) { return one_of(word.surface, {"～", "〜"}); }

/// Counters that say which one: ３階, ６年生.
bool is_ordinal(const Word& word) {
    return word.detail == "助数詞" && one_of(word.surface, {"階", "丁目", "年生", "号", "条", "章"});
}

/// Years, terms, dates and ordinals end a phrase even before a noun: 令和５年度｜実績報告, 本庁舎３階｜大会議室.
bool ends_time(const Word& word) {
    if (is_ordinal(word)) return true;
    return word.detail == "助数詞" && one_of(word.surface, {"年度", "年", "期", "月", "日", "回"});
}

/// 市, 部, 課, 先: names of offices and places end with them.
bool ends_name(const Word& word) {
    if (word.kind != "接尾") return false;
    return word.detail == "地域" || one_of(word.surface, {"部", "課", "係", "室", "局", "先"});
}

/// Words in the order they stand in, and one of them.
struct At {
    const std::vector<Word>& words;
    std::size_t index;
    const Word& operator[](std::ptrdiff_t offset) const {
        static const Word none;
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(index) + offset;
        return at < 0 || at >= static_cast<std::ptrdiff_t>(words.size()) ? none : words[static_cast<std::size_t>(at)];
    }
};

Phrase between_symbols(const At& at) {
    const Word& front = at[0];
    const Word& behind = at[1];
    if (is_symbol(front, "括弧開")) return Phrase::lean;
    if (is_symbol(behind, "括弧開")) {  // 31日（月）, 計画（案）
        return is_short(at[2]) && is_symbol(at[3], "括弧閉") ? Phrase::word : Phrase::boundary;
    }
    if (is_symbol(behind, "一般")) return Phrase::boundary;
    if (behind.part == "記号" || is_dependent(behind)) return Phrase::lean;
    if (is_symbol(front, "括弧閉") || is_symbol(front, "読点") || is_symbol(front, "句点")) return Phrase::boundary;
    return is_symbol(front, "空白") ? Phrase::boundary : Phrase::word;
}

/// する, なる, ある … say little of their own and lean on what they follow.
bool is_light_verb(const Word& word) {
    return word.part == "動詞" &&
           one_of(word.base, {"する", "できる", "いたす", "致す", "なさる", "なる", "ある", "いる", "いう", "言う"});
}

/// によると, においては: one particle to a reader, though the dictionary may find a verb in it.
bool makes_particle(const Word& front, const Word& behind) {
    return front.part == "助詞" && behind.part == "動詞" && one_of(behind.base, {"よる", "おく", "つく", "とる"});
}

/// Nouns, and verbs in the form that makes compounds: 取り＋組み. 高齢者のうち｜要介護認定 is none.
bool can_lead_compound(const Word& word) {
    if (word.part == "名詞") return word.kind != "非自立";
    return word.part == "動詞" && word.form == "連用形";
}

bool is_number(const Word& word) { return word.kind == "数"; }
bool is_hyphen(const Word& word) { return one_of(word.surface, {"－", "‐", "−"}); }

/// How a noun goes with the number behind it: 補助金上限｜500万円, but 中学校３年生 and 基本目標１ are one.
Phrase before_number(const At& at) {
    std::ptrdiff_t end = 1;
    while (is_number(at[end]) || (is_hyphen(at[end]) && is_number(at[end + 1]))) ++end;
    if (is_ordinal(at[end])) return Phrase::word;
    return end <= 4 && at[end].kind != "接尾" ? Phrase::lean : Phrase::boundary;
}

/// 基本目標１｜安定した雇用, 問１｜あなたは: a number of one or two digits that counts nothing is the label of a noun.
bool ends_label(const At& at) {
    if (!is_number(at[0]) || at[1].kind == "接尾" || is_number(at[1]) || is_hyphen(at[1])) return false;
    std::ptrdiff_t before = -1;
    while (is_number(at[before]) || (is_hyphen(at[before]) && is_number(at[before - 1]))) --before;
    return before >= -3 && at[before].part == "名詞";
}

/// 令和7年4月10日: it parts behind the year before it does behind the month.
std::optional<Phrase> inside_date(const At& at) {
    if (at[0].surface.ends_with("月") && is_number(at[1])) return Phrase::lean;
    if (at[0].surface != "年") return std::nullopt;
    std::ptrdiff_t month = 1;
    while (is_number(at[month])) ++month;
    const bool date = at[1].surface.ends_with("月") || (month > 1 && at[month].surface == "月");
    return date ? std::optional(Phrase::part) : std::nullopt;
}

bool is_katakana(const Word& word) {
    for (char32_t c : base::decode(word.surface)) {
        if (c < 0x30A1 || c > 0x30FC) return false;
    }
    return true;
}

/// Inside a compound: between its words, but 協働 and 空店舗 hold together.
Phrase inside_compound(const At& at) {
    const Word& front = at[0];
    const Word& behind = at[1];
    if (const auto date = inside_date(at)) return *date;
    if (ends_time(front) || ends_label(at) || behind.kind == "代名詞") return Phrase::boundary;
    const bool noun = !is_short(front) || (front.kind == "接尾" && front.detail != "助数詞");  // 前年度比｜12.5％増
    if (is_number(behind) && !is_number(front) && noun) return before_number(at);
    if (behind.part == "接頭詞") return behind.kind == "数接続" ? Phrase::boundary : Phrase::word;  // 参考資料｜第２期
    if (is_short(behind) || behind.surface == "可能") return Phrase::lean;                          // 再生可能
    if (ends_name(front)) return Phrase::name;
    if (!is_noun(at[-1]) && is_short(front)) return Phrase::lean;
    return is_katakana(front) && is_katakana(behind) ? Phrase::part : Phrase::word;
}

/// What stands between two words that follow one another.
Phrase between(const At& at) {
    const Word& front = at[0];
    const Word& behind = at[1];
    if (front.part == "記号" || behind.part == "記号") return between_symbols(at);
    if (is_wave(behind)) return Phrase::lean;
    if (is_wave(front)) return Phrase::word;
    if (front.part == "接頭詞" && is_katakana(front)) return Phrase::part;  // オール｜ハザード
    if (front.part == "接頭詞" || (is_interjection(front) && is_short(front))) return Phrase::inside;
    if (behind.part == "名詞" && behind.kind == "非自立") return Phrase::word;
    const bool misread = front.part == "助詞" && behind.part == "名詞" && behind.kind == "接尾";
    if (is_dependent(behind) && !misread) return Phrase::lean;
    if (is_light_verb(behind)) return front.part == "名詞" ? Phrase::lean : Phrase::word;
    if (makes_particle(front, behind)) return Phrase::lean;
    if (can_lead_compound(front) && (is_noun(behind) || behind.part == "接頭詞")) return inside_compound(at);
    if (front.part == "動詞" && behind.part == "動詞" && front.form == "連用形") return Phrase::word;
    return front.part == "連体詞" ? Phrase::word : Phrase::boundary;
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

Phrases::Phrases(std::string dictionary, std::vector<std::string> nouns, std::vector<std::u32string> whole)
    : dictionary_(std::move(dictionary)), nouns_(std::move(nouns)), whole_(std::move(whole)) {}
Phrases::~Phrases() = default;

void Phrases::mark(Prepared& prepared, const Rules& rules) {
    if (!tagger_) tagger_ = std::make_unique<Tagger>(dictionary_, nouns_);
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

/// A long word in katakana that the dictionary lacks, whose last character is the one at `last`.
void Phrases::mark_parts(const Word& word, std::size_t last, std::vector<Phrase>& phrases) {
    constexpr std::size_t letter = 3, long_word = 6;
    const std::size_t letters = word.surface.size() / letter;
    if (word.base == word.surface || letters < long_word || !is_katakana(word)) return;
    for (const std::size_t place : tagger_->parts(word.surface)) {
        phrases[last - letters + place / letter] = Phrase::part;
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
    for (std::size_t w = 0; w < words.size(); ++w) {
        while (at < ends.size() && ends[at] < words[w].end) ++at;
        if (at == ends.size() || ends[at] != words[w].end) continue;
        mark_parts(words[w], at, phrases);
        if (w + 1 == words.size()) break;
        phrases[at] = between({words, w});
        // 推進に｜関する: one particle in the dictionary, two words to a reader; but not に｜よる.
        const bool joined = words[w + 1].detail == "連語" && at + 2 < characters.size() && is_kanji(characters[at + 2]);
        if (joined) phrases[at + 1] = Phrase::word;
    }
    mark_splinters(phrases);
    return phrases;
}

}  // namespace text
