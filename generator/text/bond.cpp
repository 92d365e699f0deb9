// Where a line may break, and how freely: pairs of classes, words and URLs, numbers as units.
#include <algorithm>
#include <string_view>

#include "text/prepare.h"

namespace text {

namespace {

bool is_full_letter(char32_t c) { return (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ'); }

class Bonding {
   public:
    Bonding(Prepared& prepared, const std::vector<Run>& runs, const Rules& rules)
        : prepared_(prepared), runs_(runs), rules_(rules), all_(prepared.characters) {}

    void all() {
        if (all_.empty()) return;
        pairs();
        words();
        numbers();
        marks();
        runs();
        fixed_spaces();
    }

   private:
    // ---- pairs of classes

    void pairs() {
        for (std::size_t i = 0; i + 1 < all_.size(); ++i) {
            if (prepared_.gaps[i].bond == Bond::must) continue;
            const bool allowed = rules_.pair(breaking(i), breaking(i + 1)).can_break;
            if (!allowed) prepared_.gaps[i].bond = forbidden(i);
            if (is_full_letter(all_[i]) && (is_full_letter(all_[i + 1]) || is_digit(i + 1))) raise(i, Bond::soft);
        }
    }

    /// Western letters and digits side by side, and …… behind a letter: rather than an overfull line it may be done.
    Bond forbidden(std::size_t i) const {
        if (alphanumeric(i) && alphanumeric(i + 1)) return Bond::inside;
        const bool leader = breaking(i + 1) == rules_.leader && breaking(i) != rules_.leader;
        return leader && breaking(i) != rules_.opening ? Bond::leader : Bond::never;
    }

    // ---- words and URLs

    void words() {
        for (std::size_t i = 0; i < all_.size();) {
            if (!western(i)) {
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (end < all_.size() && western(end)) ++end;
            word(i, end);
            i = end;
        }
    }

    /// Half-width signs and letters without a space: what the table allows between them is not meant for words.
    void word(std::size_t begin, std::size_t end) {
        const std::u32string_view token(all_.data() + begin, end - begin);
        const bool url =
            token.find(U"://") != token.npos || token.starts_with(U"www.") || token.find(U'@') != token.npos;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            Gap& gap = prepared_.gaps[i];
            if (gap.author || gap.bond == Bond::must || gap.bond == Bond::never) continue;
            gap.bond = url ? url_bond(i) : word_bond(i);
        }
        const std::size_t scheme = token.find(U"://");
        for (std::size_t i = scheme == token.npos ? end : begin + scheme - std::min<std::size_t>(scheme, 1);
             i < end && i < begin + scheme + 2; ++i) {
            prepared_.gaps[i].bond = Bond::never;
        }
    }

    Bond url_bond(std::size_t i) const {
        constexpr std::u32string_view separators = U"/?&=_-.@+~";
        return separators.find(all_[i]) != separators.npos && alphanumeric(i + 1) ? Bond::url : Bond::inside;
    }

    Bond word_bond(std::size_t i) const {
        const bool joint = all_[i] == U'-' || all_[i] == U'/';
        const bool letters = joint && i >= 2 && is_letter(i - 1) && is_letter(i - 2) && i + 2 < all_.size() &&
                             is_letter(i + 1) && is_letter(i + 2);
        return letters ? Bond::hyphen : Bond::inside;
    }

    // ---- numbers

    void numbers() {
        for (std::size_t i = 0; i < all_.size();) {
            if (!is_numeral(i)) {
                ++i;
                continue;
            }
            before_number(i);
            i = number(i);
        }
    }

    /// Signs and words that belong to the number that begins at `begin`.
    void before_number(std::size_t begin) {
        std::size_t at = begin;
        const bool ranges = at > 1 && is_digit(at - 2) && contains(rules_.numbers.ranges, all_[at - 1]);
        if (ranges) return;  // no sign, but the mark between two numbers: range() has seen to it
        if (at > 0 && contains(rules_.numbers.signs, all_[at - 1])) {
            const bool behind_number = at > 1 && (is_digit(at - 2) || breaking(at - 2) == rules_.latin);
            raise(at - 1, is_arithmetic(all_[at - 1]) ? Bond::inside : Bond::sign);
            if (behind_number) raise(at - 2, Bond::soft);
            --at;
        }
        if (at > 0 && breaking(at - 1) == rules_.space && all_[at - 1] == U' ') return;
        if (at == 0 || leads(at)) return;
        const auto found = rules_.numbers.before.find(all_[at - 1]);
        if (found == rules_.numbers.before.end()) return;
        for (const std::u32string& word : found->second) {
            if (word.size() > at || std::u32string_view(all_).substr(at - word.size(), word.size()) != word) continue;
            for (std::size_t i = at - word.size(); i < at; ++i) raise(i, i + 1 < at ? Bond::sign : Bond::soft);
            return;
        }
    }

    /// 約, 延べ, 令和: they may part from the number rather than the number from what it counts.
    bool leads(std::size_t at) {
        const auto found = rules_.numbers.leading.find(all_[at - 1]);
        if (found == rules_.numbers.leading.end()) return false;
        for (const std::u32string& word : found->second) {
            if (word.size() > at || std::u32string_view(all_).substr(at - word.size(), word.size()) != word) continue;
            for (std::size_t i = at - word.size(); i < at; ++i) raise(i, i + 1 < at ? Bond::sign : Bond::leading);
            return true;
        }
        return false;
    }

    static bool is_arithmetic(char32_t c) { return c == U'-' || c == U'+' || c == U'−'; }

    /// The number that begins at `begin` with all that belongs to it; returns where to look on.
    std::size_t number(std::size_t begin) {
        std::size_t at = digits(begin);
        at = scales(at);
        at = other_year(at);
        std::size_t next = unit(at);
        if (next == at) next = counter(at);
        return range(next);
    }

    /// 令和５（2023）年度, 2023（令和５）年度: the other year in brackets stands between a number and its counter.
    std::size_t other_year(std::size_t at) {
        if (at >= all_.size() || breaking(at) != rules_.opening) return at;
        std::size_t number = at + 1;
        while (number < all_.size() && number < at + 3 && is_letter_of_era(number)) ++number;
        std::size_t end = number;
        while (end < all_.size() && is_digit(end)) ++end;
        const bool year = number > at + 1 ? end > number : end == number + 4;
        if (!year || end >= all_.size() || breaking(end) != rules_.closing) return at;
        if (end + 1 >= all_.size() || all_[end + 1] != U'年') return at;
        for (std::size_t i = at + 1; i < number; ++i) raise(i, Bond::soft);
        digits(number);
        raise(at - 1, Bond::range);
        return end + 1;
    }

    bool is_letter_of_era(std::size_t i) const { return breaking(i) == rules_.kanji || is_letter(i); }

    std::size_t digits(std::size_t begin) {
        std::size_t at = begin + 1;
        if (!is_digit(begin)) {
            for (; at < all_.size() && contains(rules_.numbers.kanji, all_[at]); ++at) raise(at - 1, Bond::soft);
            return at;
        }
        for (; at < all_.size(); ++at) {
            const bool separated = is_separator(at) && at + 1 < all_.size() && is_digit(at + 1);
            if (!is_digit(at) && !separated) break;
            raise(at - 1, Bond::inside);
            if (!separated) continue;
            raise(at, is_comma(at) ? Bond::group : Bond::inside);
            if (is_comma(at)) prepared_.gaps[at].bond = Bond::group;
            ++at;
        }
        return at;
    }

    /// 千, 万, 百万 behind the digits, and digits behind those: 1万2千.
    std::size_t scales(std::size_t at) {
        while (at < all_.size()) {
            const std::size_t length = longest_word(rules_.numbers.scales, all_, at);
            if (length == 0) return at;
            for (std::size_t i = 0; i < length; ++i) raise(at + i - 1, Bond::soft);
            at += length;
            if (at < all_.size() && is_digit(at)) {
                raise(at - 1, Bond::range);
                at = digits(at);
            }
        }
        return at;
    }

    /// km, ha … behind digits become cl-25.
    std::size_t unit(std::size_t at) {
        std::size_t begin = at;
        if (begin < all_.size() && all_[begin] == U' ') ++begin;
        if (begin >= all_.size() || !is_digit(at - 1)) return at;
        const std::size_t length = longest_word(rules_.numbers.units, all_, begin);
        const std::size_t end = begin + length;
        if (length == 0 || (end < all_.size() && is_letter(end))) return at;
        for (std::size_t i = begin; i < end; ++i) prepared_.elements[i].is = {rules_.unit, rules_.unit};
        prepared_.gaps[begin - 1].bond = Bond::soft;
        return end;
    }

    std::size_t counter(std::size_t at) {
        if (at >= all_.size()) return at;
        std::size_t length = longest_word(rules_.numbers.counters, all_, at);
        if (length == 0) return at;
        constexpr std::u32string_view suffixes = U"目間分代";
        if (at + length < all_.size() && suffixes.find(all_[at + length]) != suffixes.npos) ++length;
        for (std::size_t i = 0; i < length; ++i) raise(at + i - 1, length > 3 && i > 1 ? Bond::counter : Bond::soft);
        at += length;
        if (all_[at - 1] == U'％' || all_[at - 1] == U'%') return counter(at);
        if (all_[at - 1] == U'の' && at < all_.size() && is_numeral(at)) raise(at - 1, Bond::soft);
        if (all_[at - 1] == U'年' && counts(at, U'月')) raise(at - 1, Bond::counter);
        if (all_[at - 1] == U'月' && counts(at, U'日')) raise(at - 1, Bond::leading);
        return at;
    }

    /// Whether a number begins at `at` that counts so. 令和５年11月１日 is one date and parts, if at all, behind 年.
    bool counts(std::size_t at, char32_t counter) const {
        std::size_t end = at;
        while (end < all_.size() && is_digit(end)) ++end;
        return end > at && end < all_.size() && all_[end] == counter;
    }

    /// 20～39, 20・30, 10：30: the mark stays with both numbers.
    std::size_t range(std::size_t at) {
        if (at + 1 >= all_.size() || !contains(rules_.numbers.ranges, all_[at])) return at;
        const std::size_t behind =
            contains(rules_.numbers.signs, all_[at + 1]) && at + 2 < all_.size() ? at + 2 : at + 1;
        if (!is_digit(behind)) return at;
        // A plain hyphen joins more than a mark of ranges does, but between years: 第2-2地区, 2016-｜2023年度.
        const Bond bond = all_[at] == U'-' && !counts(behind, U'年') ? Bond::sign : Bond::range;
        raise(at - 1, Bond::soft);
        if (prepared_.gaps[at].bond == Bond::inside) prepared_.gaps[at].bond = bond;
        raise(at, bond);
        return at;
    }

    // ---- marks and what they mark

    void marks() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (contains(rules_.marks, all_[i])) {
                reference(i);
            } else if (const std::size_t end = item_mark(i); end > i) {
                stays_with_item(i, end);
            }
        }
    }

    /// Nothing stands before it that a reference would belong to.
    bool begins_item(std::size_t i) const {
        if (i == 0 || prepared_.gaps[i - 1].bond == Bond::must) return true;
        const ClassId before = breaking(i - 1);
        return before == rules_.space || before == rules_.ideographic_space || before == rules_.stop ||
               before == rules_.comma || before == rules_.opening || before == rules_.closing || before == rules_.dot;
    }

    /// ※ with its number, and both with the word they stand behind or the note they begin.
    void reference(std::size_t i) {
        std::size_t end = i + 1;
        while (end < all_.size() && is_digit(end)) ++end;
        for (std::size_t at = i; at + 1 < end; ++at) raise(at, Bond::sign);
        if (begins_item(i)) {
            stays_with_item(i, end);
        } else {
            raise(i - 1, Bond::soft);
        }
    }

    static bool is_circled(char32_t c) {
        return (c >= 0x2460 && c <= 0x2473) || (c >= 0x24D0 && c <= 0x24E9) || (c >= 0x2776 && c <= 0x277F) ||
               (c >= 0x3220 && c <= 0x3243) || (c >= 0x3251 && c <= 0x325F) || (c >= 0x3280 && c <= 0x32B0) ||
               (c >= 0x32B1 && c <= 0x32BF) || (c >= 0x32D0 && c <= 0x32FE);
    }

    /// The end of the mark of an item that begins at i: ①, (1), （ア）, 1. at the begin of a text; i: there is none.
    std::size_t item_mark(std::size_t i) const {
        if (is_circled(all_[i])) return i + 1;
        if (!begins_item(i)) return i;
        const bool bracket = all_[i] == U'(' || all_[i] == U'（' || all_[i] == U'〔' || all_[i] == U'［';
        const std::size_t from = bracket ? i + 1 : i;
        std::size_t end = from;
        while (end < all_.size() && end - from < 2 && (is_digit(end) || is_numeral(end))) ++end;
        if (end == from && bracket && end < all_.size() && (is_kana(end) || alphanumeric(end))) ++end;
        if (end == from || end >= all_.size()) return i;
        if (bracket) return breaking(end) == rules_.closing ? end + 1 : i;
        const bool alone = i == 0 || prepared_.gaps[i - 1].bond == Bond::must;
        if (!alone || !is_digit(end - 1)) return i;
        if (all_[end] == U'.' || all_[end] == U'．') return end + 1 < all_.size() && is_digit(end + 1) ? i : end + 1;
        return breaking(end) == rules_.space || breaking(end) == rules_.ideographic_space ? end : i;
    }

    /// The mark in [begin, end) does not end a line, or, where it is spoken of (別紙①のとおり), does not begin one.
    void stays_with_item(std::size_t begin, std::size_t end) {
        if (end >= all_.size()) {
            if (!begins_item(begin)) raise(begin - 1, Bond::soft);
            return;
        }
        const bool spoken_of = !begins_item(begin) && breaking(end) == rules_.hiragana;
        raise(spoken_of ? begin - 1 : end - 1, Bond::soft);
        const bool blank = breaking(end) == rules_.space || breaking(end) == rules_.ideographic_space;
        if (blank && end + 1 < all_.size()) raise(end, Bond::soft);
    }

    // ---- the rest

    void runs() {
        for (std::size_t i = 0; i + 1 < all_.size(); ++i) {
            const Element& element = prepared_.elements[i];
            if (element.run != prepared_.elements[i + 1].run) continue;
            if (runs_[element.run].keep_together) raise(i, Bond::inside);
        }
    }

    /// No-break spaces bind on both sides; what the author marks is free, unless 禁則 forbids it.
    void fixed_spaces() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            Gap& gap = prepared_.gaps[i];
            if (all_[i] == 0xA0 || all_[i] == 0x202F ||
                (i + 1 < all_.size() && (all_[i + 1] == 0xA0 || all_[i + 1] == 0x202F))) {
                gap.bond = gap.bond == Bond::must ? gap.bond : Bond::never;
            }
            if (gap.author && gap.bond < Bond::never) gap.bond = Bond::none;
        }
        prepared_.gaps.back().bond = Bond::must;
    }

    void raise(std::size_t i, Bond bond) {
        Gap& gap = prepared_.gaps[i];
        if (gap.bond < bond) gap.bond = bond;
    }

    static bool contains(const std::u32string& set, char32_t c) { return set.find(c) != set.npos; }
    ClassId breaking(std::size_t i) const { return prepared_.elements[i].is.breaking; }
    ClassId spacing(std::size_t i) const { return prepared_.elements[i].is.spacing; }
    bool is_digit(std::size_t i) const { return breaking(i) == rules_.digit; }
    bool is_numeral(std::size_t i) const { return is_digit(i) || contains(rules_.numbers.kanji, all_[i]); }
    bool is_kana(std::size_t i) const { return breaking(i) == rules_.hiragana || breaking(i) == rules_.katakana; }
    bool is_comma(std::size_t i) const { return all_[i] == U',' || all_[i] == U'，'; }
    bool is_separator(std::size_t i) const { return is_comma(i) || all_[i] == U'.' || all_[i] == U'．'; }
    bool alphanumeric(std::size_t i) const {
        return breaking(i) == rules_.latin || breaking(i) == rules_.unit || breaking(i) == rules_.digit;
    }
    bool is_letter(std::size_t i) const {
        return (all_[i] >= U'A' && all_[i] <= U'Z') || (all_[i] >= U'a' && all_[i] <= U'z');
    }
    bool western(std::size_t i) const {
        return spacing(i) == rules_.latin || spacing(i) == rules_.digit || spacing(i) == rules_.unit;
    }

    Prepared& prepared_;
    const std::vector<Run>& runs_;
    const Rules& rules_;
    const std::u32string& all_;
};

}  // namespace

void bond(Prepared& prepared, const std::vector<Run>& runs, const Rules& rules) {
    Bonding(prepared, runs, rules).all();
}

}  // namespace text
