// Punctuation, brackets, letters that only look right, and words in two spellings.
#include <algorithm>
#include <map>

#include "base/message.h"
#include "base/utf8.h"
#include "check/style_rules.h"

namespace check {

namespace {

using base::say;
using Letters = std::u32string_view;

/// The 214 radicals from U+2F00 on, as the characters they are pasted for.
constexpr Letters radicals =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋"
    U"弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶"
    U"白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰"
    U"辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Squares and signs that a PDF gives for plain letters. ㎡ and ① stay: everybody writes them.
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
    if (c >= 0x2F00 && c < 0x2F00 + radicals.size()) return utf8(radicals.substr(c - 0x2F00, 1));
    const auto square = squares().find(c);
    if (square != squares().end()) return square->second;
    if (c >= 0xFF66 && c <= 0xFF9D) return std::string();
    return std::nullopt;
}

bool is_control(char32_t c) {
    if (c < 0x20) return c != U'\n' && c != U'\t';
    return (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0xFFFC || c == 0xFFFD;
}

std::string code_of(char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string code;
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) code += digits[(c >> shift) & 0xF];
    return "U+" + code;
}

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
            sink.add("punctuation", text, at, at + 1, say("`{}` as punctuation", utf8(Letters(letters).substr(at, 1))),
                     say("write {}", stop ? "。" : "、"));
        }
    }
}

void check_brackets(const std::vector<Written>& texts, StyleSink& sink) {
    constexpr Letters opening = U"（「『【〔(［", closing = U"）」』】〕)］";
    for (const Written& text : texts) {
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < text.letters.size(); ++at) {
            const char32_t c = text.letters[at];
            if (opening.find(c) != Letters::npos) {
                const bool inside =
                    std::any_of(open.begin(), open.end(), [&](std::size_t o) { return text.letters[o] == U'「'; });
                const bool direct = !open.empty() && text.letters[open.back()] == U'「';
                if (c == U'「' && inside && direct) {
                    sink.add("brackets", text, at, at + 1, say("`「` within `「`"), say("write {}", "『』"));
                }
                open.push_back(at);
            }
            const std::size_t kind = closing.find(c);
            if (kind == Letters::npos) continue;
            if (open.empty()) {
                // 1) and ア) number a list.
                if (c == U')' || (c == U'）' && at < 4)) continue;
                sink.add("brackets", text, at, at + 1,
                         say("`{}` closes nothing", utf8(Letters(text.letters).substr(at, 1))), "");
            } else if (text.letters[open.back()] != opening[kind]) {
                sink.add("brackets", text, open.back(), at + 1,
                         say("`{0}` is closed by `{1}`", utf8(Letters(text.letters).substr(open.back(), 1)),
                             utf8(Letters(text.letters).substr(at, 1))),
                         "");
                open.pop_back();
            } else {
                open.pop_back();
            }
        }
        for (const std::size_t at : open) {
            sink.add("brackets", text, at, at + 1,
                     say("`{}` is never closed", utf8(Letters(text.letters).substr(at, 1))), "");
        }
    }
}

void check_letters(const std::vector<Written>& texts, StyleSink& sink) {
    for (const Written& text : texts) {
        for (std::size_t at = 0; at < text.letters.size(); ++at) {
            const char32_t c = text.letters[at];
            if (sink.on("controls") && is_control(c)) {
                sink.add("controls", text, at, at + 1, say("the invisible character {}", code_of(c)), say("delete it"));
            }
            const auto plain = sink.on("compatibility") ? plain_letter(c) : std::nullopt;
            if (!plain) continue;
            // (ｱ) numbers a list.
            if (plain->empty() && at > 0 && (text.letters[at - 1] == U'(' || text.letters[at - 1] == U'（')) continue;
            sink.add("compatibility", text, at, at + 1,
                     say("`{0}` ({1}) is a letter of its own that only looks like plain ones",
                         utf8(Letters(text.letters).substr(at, 1)), code_of(c)),
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
        sink.add("no_value", figure.span,
                 say("`{0}` for no value, where `{1}` stands elsewhere", figure.words, utf8(Letters(&right, 1))), "");
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
                     say("`{0}` is written `{1}` elsewhere in the texts", utf8(rare), utf8(usual)), "");
        }
    }
}

}  // namespace check
