// Punctuation, brackets, letters that only look right, and words in two spellings.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/message.h"
#include "base/utf8.h"
#include "check/letters.h"
#include "check/style_rules.h"

namespace check {

namespace {

using base::say;

/// Squares and signs that a PDF gives for plain letters; radicals are named wherever they stand. ㎡ and ① stay:
/// everybody writes them.
const std::map<char32_t, std::string>& squares() {
    static const std::map<char32_t, std::string> map = {
        {U'㎢', "km2"},      {U'㎞', "km"},         {U'㎏', "kg"},         {U'㎝', "cm"},       {U'㎜', "mm"},
        {U'㎎', "mg"},       {U'㏄', "cc"},         {U'㎥', "m3"},         {U'㋿', "令和"},    {U'㍻', "平成"},
        {U'㍼', "昭和"},     {U'㍽', "大正"},       {U'㍾', "明治"},       {U'㈱', "（株）"},   {U'㈲', "（有）"},
        {U'㈹', "（代）"},   {U'№', "No."},         {U'℡', "TEL"},         {U'㌔', "キロ"},     {U'㌘', "グラム"},
        {U'㍑', "リットル"}, {U'㌫', "パーセント"}, {U'㌶', "ヘクタール"}, {U'㍍', "メートル"}, {U'㌧', "トン"},
        {U'㌢', "センチ"},   {U'㍉', "ミリ"},       {U'㌦', "ドル"}};
    return map;
}

std::optional<std::string> plain_letter(char32_t c) {
    if (c < squares().begin()->first) return std::nullopt;
    const auto square = squares().find(c);
    if (square != squares().end()) return square->second;
    if (c >= 0xFF66 && c <= 0xFF9F) return std::string();
    return std::nullopt;
}

bool is_control(char32_t c) {
    if (c < 0x20) return c != U'\n' && c != U'\t';
    return (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0xFFFC || c == 0xFFFD;
}

/// A blank that looks like any other and is none: no-break, of a fixed width, a tab, a line that ends here.
bool is_odd_blank(char32_t c) {
    return c == U'\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0;
}

std::string code_of(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

}  // namespace

void check_punctuation(const std::vector<Written>& texts, StyleSink& sink) {
    for (const Written& text : texts) {
        const std::u32string& letters = text.letters;
        for (std::size_t at = 0; at < letters.size(); ++at) {
            const char32_t c = letters[at];
            const bool comma = c == U'，' || (c == U',' && at > 0 && is_japanese(letters[at - 1]));
            const bool stop = c == U'．' || c == U'｡' || (c == U'.' && at > 0 && is_japanese(letters[at - 1]));
            const bool half = c == U'､';
            const bool number =
                at > 0 && at + 1 < letters.size() && is_any_digit(letters[at - 1]) && is_any_digit(letters[at + 1]);
            if ((!comma && !stop && !half) || number) continue;
            // 1．施策の方向: a number of a list.
            if (c == U'．' && at > 0 && is_any_digit(letters[at - 1])) continue;
            sink.add("punctuation", text, at, at + 1,
                     say("`{}` as punctuation", base::encode(Letters(letters).substr(at, 1))),
                     say("write {}", stop ? "。" : "、"));
        }
    }
}

namespace {

constexpr Letters opening = U"（「『【〔(［", closing = U"）」』】〕)］";

/// Of “ and ” some write both, some the second twice: what holds for all is that they come in twos. Behind a digit one
/// stands for inches.
void check_quotes(const Written& text, StyleSink& sink) {
    constexpr Letters quotes = U"“”〝〟＂\"";
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < text.letters.size(); ++at) {
        const bool inches = found.size() % 2 == 0 && at > 0 && is_any_digit(text.letters[at - 1]);
        if (quotes.find(text.letters[at]) != Letters::npos && !inches) found.push_back(at);
    }
    if (found.size() % 2 == 0) return;
    const std::size_t at = found.back();
    sink.add("brackets", text, at, at + 1,
             say("`{}` stands without its partner", base::encode(Letters(text.letters).substr(at, 1))),
             say("write both, or 「」"));
}

/// The first fault of a text; the others often follow from it.
void check_pairs(const Written& text, StyleSink& sink) {
    const auto letter = [&](std::size_t at) { return base::encode(Letters(text.letters).substr(at, 1)); };
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.letters.size(); ++at) {
        const char32_t c = text.letters[at];
        if (opening.find(c) != Letters::npos) {
            if (c == U'「' && !open.empty() && text.letters[open.back()] == U'「') {
                return sink.add("brackets", text, at, at + 1, say("`「` within `「`"), say("write {}", "『』"));
            }
            open.push_back(at);
        }
        const std::size_t kind = closing.find(c);
        if (kind == Letters::npos) continue;
        // 1) and ア) number a list.
        if (open.empty() && (c == U')' || (c == U'）' && at < 3))) continue;
        if (open.empty()) return sink.add("brackets", text, at, at + 1, say("`{}` closes nothing", letter(at)), "");
        if (text.letters[open.back()] != opening[kind]) {
            return sink.add("brackets", text, open.back(), at + 1,
                            say("`{0}` is closed by `{1}`", letter(open.back()), letter(at)), "");
        }
        open.pop_back();
    }
    if (!open.empty()) {
        return sink.add("brackets", text, open[0], open[0] + 1, say("`{}` is never closed", letter(open[0])), "");
    }
    check_quotes(text, sink);
}

}  // namespace

void check_brackets(const std::vector<Written>& texts, StyleSink& sink) {
    for (const Written& text : texts) check_pairs(text, sink);
}

void check_letters(const std::vector<Written>& texts, StyleSink& sink) {
    const bool controls = sink.on("controls"), compatibility = sink.on("compatibility");
    for (const Written& text : texts) {
        for (std::size_t at = 0; at < text.letters.size(); ++at) {
            const char32_t c = text.letters[at];
            if (controls && is_control(c)) {
                sink.add("controls", text, at, at + 1, say("the invisible character {}", code_of(c)), say("delete it"));
            }
            if (controls && is_odd_blank(c)) {
                sink.add("controls", text, at, at + 1, say("a blank of an unusual kind, {}", code_of(c)),
                         say("write a full-width or an ordinary blank, or none"));
            }
            const auto plain = compatibility ? plain_letter(c) : std::nullopt;
            if (!plain) continue;
            const bool goes_on = plain->empty() && at > 0 && plain_letter(text.letters[at - 1]) == std::string();
            if (goes_on) continue;
            // (ｱ) numbers a list.
            if (plain->empty() && at > 0 && (text.letters[at - 1] == U'(' || text.letters[at - 1] == U'（')) continue;
            sink.add("compatibility", text, at, at + 1,
                     say("`{0}` ({1}) is a letter of its own that only looks like plain ones",
                         base::encode(Letters(text.letters).substr(at, 1)), code_of(c)),
                     plain->empty() ? say("write full-width katakana") : say("write {}", *plain));
        }
    }
}

void check_no_value(StyleSink& sink) {
    constexpr Letters dashes = U"－-ー―—–−‐";
    const auto dash_of = [&](const input::Figure& figure) -> char32_t {
        const std::u32string words = base::decode(figure.words);
        return words.size() == 1 && dashes.find(words[0]) != Letters::npos ? words[0] : 0;
    };
    std::map<char32_t, std::size_t> counts;
    const auto for_figures = [&](auto use) {
        const input::Inputs& inputs = *sink.assessment().inputs;
        for (const input::Indicator& indicator : inputs.strategy.indicators) {
            for (const auto& [year, figure] : indicator.actuals) use(figure);
        }
        for (const input::Project& project : inputs.projects) {
            if (project.reprint_of) continue;
            for (const input::ActivityIndicator& activity : project.indicators) {
                for (const auto& [year, figure] : activity.actuals) use(figure);
            }
        }
    };
    for_figures([&](const input::Figure& figure) {
        if (const char32_t dash = dash_of(figure)) ++counts[dash];
    });
    const auto usual = std::max_element(counts.begin(), counts.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    for_figures([&](const input::Figure& figure) {
        const char32_t dash = dash_of(figure);
        if (dash == 0 || dash == usual->first) return;
        const char32_t right = usual->first;
        sink.add(
            "no_value", figure.span,
            say("`{0}` for no value, where `{1}` stands elsewhere", figure.words, base::encode(Letters(&right, 1))),
            "");
    });
}

namespace {

/// A noun that is written in two ways. The verb 取り組む keeps its り.
struct Spellings {
    Letters one, other;
};

constexpr Spellings pairs[] = {{U"取組", U"取り組み"},     {U"重要業績評価指標", U"重要業績指標"},
                               {U"手続", U"手続き"},       {U"問合せ", U"問い合わせ"},
                               {U"打合せ", U"打ち合わせ"}, {U"申込み", U"申し込み"},
                               {U"サーバー", U"サーバ"},   {U"ユーザー", U"ユーザ"},
                               {U"センター", U"センタ"},   {U"コンピューター", U"コンピュータ"},
                               {U"ウェブ", U"ウエブ"},     {U"子供", U"子ども"},
                               {U"空き家", U"空家"},       {U"引き続き", U"引続き"}};

struct Found {
    const Written* text;
    std::size_t at;
};

/// Where the noun stands: not in 「」, which quote names, nor as the stem of a verb.
std::vector<Found> nouns(const std::vector<Written>& texts, Letters word, Letters other) {
    std::vector<Found> found;
    for (const Written& text : texts) {
        if (text.passage->project != nullptr) continue;
        int quoted = 0;
        for (std::size_t at = 0; at < text.letters.size(); ++at) {
            if (text.letters[at] == U'「') ++quoted;
            if (text.letters[at] == U'」') --quoted;
            const Letters rest = Letters(text.letters).substr(at);
            if (quoted > 0 || !rest.starts_with(word)) continue;
            if (other.size() > word.size() && rest.starts_with(other)) continue;
            const Letters behind = rest.substr(word.size());
            const bool verb = word.back() == U'み' || word.back() == U'せ' || word.back() == U'き';
            const bool noun = !behind.empty() && Letters(U"はがをのでにと。」）").find(behind[0]) != Letters::npos;
            const bool longer = word.back() != U'み' && !behind.empty() && behind[0] == U'ー';
            if (longer || (verb && !noun)) continue;
            found.push_back({&text, at});
        }
    }
    return found;
}

}  // namespace

void check_spellings(const std::vector<Written>& texts, StyleSink& sink) {
    for (const auto& [one, other] : pairs) {
        const std::vector<Found> first = nouns(texts, one, other), second = nouns(texts, other, one);
        if (first.empty() || second.empty()) continue;
        const bool rarer_first = first.size() < second.size();
        const Letters rare = rarer_first ? one : other, usual = rarer_first ? other : one;
        for (const Found& found : rarer_first ? first : second) {
            sink.add("spellings", *found.text, found.at, found.at + rare.size(),
                     say("`{0}` is written `{1}` elsewhere in the texts", base::encode(rare), base::encode(usual)), "");
        }
    }
}

}  // namespace check
