// Labels are cut out letter by letter; likeness counts pairs of letters, since annexes shorten and turn names about.
#include "check/entry.h"

#include <algorithm>
#include <cstdint>

#include "check/letters.h"
#include "check/weigh.h"

namespace check {

namespace {

bool ends_any(Letters text, std::initializer_list<Letters> words) {
    return std::any_of(words.begin(), words.end(), [&](Letters word) { return text.ends_with(word); });
}

/// 令和5年, 11月, 3歳, 第2-2地区, 1回目, 40周年, 5類, Society5.0, 2丁目: nothing is counted.
bool is_no_amount(const std::u32string& letters, const TypedFigure& figure) {
    const Letters before = Letters(letters).substr(0, figure.begin);
    std::size_t digits = figure.begin;
    while (digits < letters.size() && (is_digit(letters[digits]) || letters[digits] == U',' || letters[digits] == U'.'))
        ++digits;
    const Letters behind = tail(letters, std::max(digits, figure.begin));
    const char32_t last = before.empty() ? U' ' : before.back();
    if (is_latin(last) || is_digit(last) || last == U'-') return true;
    // ダイヤル24, 1・2級市道
    const bool katakana = last >= 0x30A1 && last <= 0x30FC;
    if (figure.unit.empty() && (katakana || behind.starts_with(U"・"))) return true;
    if (last == U'・' && before.size() > 1 && is_digit(before[before.size() - 2])) return true;
    if (ends_any(before, {U"第", U"満", U"令和", U"平成", U"昭和", U"～", U"~"})) return true;
    const bool year =
        figure.unit.empty() && figure.step == base::Ratio(1) && digits - figure.begin == 4 &&
        (tail(letters, figure.begin).starts_with(U"19") || tail(letters, figure.begin).starts_with(U"20"));
    if (year) return true;
    if (begins(behind, {U"年",   U"月", U"日",   U"歳",   U"か月", U"ヶ月", U"ヵ月", U"週",   U"周年", U"回目", U"人目",
                        U"日目", U"次", U"号",   U"丁目", U"条",   U"章",   U"類",   U"階",   U"番",   U"代",   U"期",
                        U"級",   U"時", U"分の", U"者",   U"-",    U"～",   U"~",    U"世代", U"大"}))
        return true;
    return begins(tail(letters, figure.end), {U"目", U"当たり", U"あたり", U"につき", U"ごと", U"以上の者"});
}

std::u32string trimmed(Letters label) {
    const auto is_blank = [](char32_t c) { return c == U' ' || c == U':' || c == U'・' || c == U'○' || c == U'-'; };
    while (!label.empty() && (is_blank(label.front()) || (label.front() >= U'①' && label.front() <= U'⑳')))
        label.remove_prefix(1);
    for (bool more = true; more;) {
        more = false;
        while (!label.empty() && is_blank(label.back())) label.remove_suffix(1), more = true;
        for (const Letters word :
             {Letters(U"延べ"), Letters(U"約"), Letters(U"計は"), Letters(U"は"), Letters(U"が")}) {
            if (label.size() > word.size() && label.ends_with(word)) label.remove_suffix(word.size()), more = true;
        }
    }
    return std::u32string(label);
}

/// Pairs of neighbouring letters, each as one number, without what is written in kana between the words.
std::vector<std::uint64_t> pairs_of(Letters text) {
    std::vector<std::uint64_t> pairs;
    pairs.reserve(text.size());
    std::uint64_t before = 0;
    for (const char32_t c : text) {
        if (is_kana(c) || Letters(U" （）「」・、。:\n").find(c) != Letters::npos) continue;
        if (before != 0) pairs.push_back(before << 32 | c);
        before = c;
    }
    return pairs;
}

/// How many of the pairs stand in `text`, in percent; 0 where there are none.
std::size_t share_within(Letters of, Letters text) {
    const auto pairs = pairs_of(of);
    const auto others = pairs_of(text);
    if (pairs.empty()) return 0;
    const auto found = std::count_if(pairs.begin(), pairs.end(), [&](std::uint64_t pair) {
        return std::find(others.begin(), others.end(), pair) != others.end();
    });
    return static_cast<std::size_t>(found) * 100 / pairs.size();
}

/// How much of a name stands before what the label repeats of its end: 援助件数 of …センター援助活動件数.
std::optional<std::size_t> head_before(Letters name, Letters label) {
    const std::size_t tail = std::min<std::size_t>(label.size(), 2);
    if (label.size() >= name.size() || !name.ends_with(label.substr(label.size() - tail))) return std::nullopt;
    std::size_t at = name.size(), left = label.size();
    while (left > 0) {
        if (at == 0) return std::nullopt;
        --at;
        if (name[at] == label[left - 1]) --left;
    }
    return at;
}

std::u32string bare(Letters name) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : name) {
        if (c == U'（') ++depth;
        if (depth == 0 && c != U'「' && c != U'」' && c != U' ' && c != U'・') out += c;
        if (c == U'）') --depth;
    }
    return out;
}

}  // namespace

bool is_total(const std::u32string& label) { return label == U"合計" || label == U"総計" || label == U"計"; }

std::vector<Entry> entries_in(const std::u32string& letters, const std::vector<std::u32string>& units) {
    std::vector<Entry> entries;
    std::vector<std::optional<std::size_t>> open;  // for each bracket the entry before it
    std::size_t label_from = 0;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const char32_t c = letters[at];
        if (c == U'（') {
            const bool right_behind = !entries.empty() && entries.back().figure.end == at;
            open.push_back(right_behind ? std::optional(entries.size() - 1) : std::nullopt);
            label_from = at + 1;
        } else if (c == U'）') {
            if (!open.empty()) open.pop_back();
            label_from = at + 1;
        } else if (c == U'、' || c == U'。' || c == U',') {
            label_from = at + 1;
        }
        const auto figure = figure_at(letters, at, units);
        if (!figure) {
            const Letters word = tail(letters, at);
            if (!open.empty() && open.back() && begins(word, {U"ほか", U"など", U"等", U"その他"}))
                entries[*open.back()].exhaustive = false;
            continue;
        }
        const std::size_t behind = std::max(figure->end, at + 1);
        if (is_no_amount(letters, *figure)) {
            at = behind - 1;
            continue;
        }
        Entry entry;
        entry.number = entries.size();
        entry.figure = *figure;
        entry.label = trimmed(Letters(letters).substr(label_from, at - label_from));
        entry.is_some = entry.label.starts_with(U"うち");
        if (!open.empty()) entry.inside = open.back();
        const bool stands_in_brackets = !open.empty();
        entry.claim.begin = at;
        entry.claim.end = behind;
        entry.claim.figure = true;
        entry.claim.typed = typed_text(*figure);
        entry.is_listed = !stands_in_brackets && !entry.label.empty() &&
                          (behind == letters.size() || letters[behind] == U'（' || letters[behind] == U' ');
        for (Entry& other : entries) {
            if (other.label != entry.label) continue;
            other.only_one = entry.only_one = false;
        }
        entries.push_back(std::move(entry));
        at = behind - 1;
        label_from = behind;
    }
    return entries;
}

Likeness likeness(const Entry& entry, const std::u32string& name, const std::u32string& around) {
    Likeness like;
    const std::u32string plain = bare(name);
    const std::u32string label = bare(entry.label);
    if (plain.empty()) return like;
    like.by_label = !label.empty() && share_within(label, name) >= 75;
    like.by_context = share_within(name, around) >= 50;
    if (!entry.is_listed || label.size() < 3) return like;
    if (label == plain) like.certain = true;
    // 交付件数 below 「特許等出願支援補助金を交付した」, of 特許等出願支援補助金交付件数.
    if (const auto head = head_before(plain, label); head && *head > 0)
        like.certain = share_within(plain.substr(0, *head), around) >= 75;
    return like;
}

}  // namespace check
