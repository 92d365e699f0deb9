// Texts that are last year's: taken over and not yet touched, or still speaking of last year.
#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "check/kinds.h"
#include "check/letters.h"
#include "evaluate/binding.h"
#include "input/carried_over.h"

namespace check {

namespace {

using base::say;
using input::TypedText;

/// A fiscal year in prose: 令和5年度, 令和５（2023）年度, 令和元年度.
struct WrittenYear {
    std::size_t begin, end;  ///< in characters
    base::Year year;
};

std::vector<WrittenYear> fiscal_years(const std::u32string& text, const base::Eras& eras) {
    std::vector<WrittenYear> found;
    for (const base::Era& era : eras) {
        const std::u32string name = base::decode(era.name);
        for (std::size_t at = text.find(name); at != std::u32string::npos; at = text.find(name, at + 1)) {
            std::size_t end = at + name.size();
            std::u32string number;
            while (end < text.size() && (is_digit_of_any_width(text[end]) || text[end] == U'元')) number += text[end++];
            if (number.empty()) continue;
            if (end < text.size() && (text[end] == U'（' || text[end] == U'(')) {
                const std::size_t close = text.find_first_of(U"）)", end);
                if (close == std::u32string::npos || close - end > 6) continue;
                end = close + 1;
            }
            if (text.compare(end, 2, U"年度") != 0) continue;
            std::string words = era.name;
            for (const char32_t c : number) {
                base::append_utf8(words, with_plain_digit(c));
            }
            const auto year = base::parse_year(eras, words + "年度");
            if (year) found.push_back({at, end + 2, *year});
        }
    }
    return found;
}

/// The sentence around a place, without its 。
std::u32string sentence_around(const std::u32string& text, std::size_t at) {
    const std::size_t before = at == 0 ? std::u32string::npos : text.find_last_of(U"。\n", at - 1);
    const std::size_t begin = before == std::u32string::npos ? 0 : before + 1;
    return text.substr(begin, std::min(text.find_first_of(U"。\n", at), text.size()) - begin);
}

/// Named as past: the sentence compares with it, or something began or was done in it.
bool named_as_past(const std::u32string& text, const WrittenYear& words) {
    const std::u32string sentence = sentence_around(text, words.begin);
    for (const char32_t* sign : {U"前年", U"昨年", U"比べ", U"比較", U"比で", U"当時", U"過去", U"推移"}) {
        if (sentence.find(sign) != std::u32string::npos) return true;
    }
    const std::u32string_view rest = std::u32string_view(text).substr(words.end);
    for (const std::u32string_view sign :
         {U"に", U"から", U"以降", U"以来", U"以前", U"末", U"より", U"事業完了", U"〜", U"～", U"には", U"をもって"}) {
        if (rest.starts_with(sign)) return true;
    }
    return false;
}

/// The bytes of the text that are these characters, where it was written; the whole text where escapes or folded
/// lines shift them.
base::Span part_of(const TypedText& text, const std::u32string& characters, const WrittenYear& words) {
    const std::size_t begin = base::encode(std::u32string_view(characters).substr(0, words.begin)).size();
    const std::size_t length =
        base::encode(std::u32string_view(characters).substr(words.begin, words.end - words.begin)).size();
    return evaluate::Locator(text.text, text.span).locate(begin, length);
}

void check_years(const TypedText& text, Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    const std::u32string characters = base::decode(text.text);
    for (const WrittenYear& words : fiscal_years(characters, inputs.eras)) {
        if (words.year.western + 1 != inputs.evaluated_year.western || named_as_past(characters, words)) continue;
        const std::string typed =
            base::encode(std::u32string_view(characters).substr(words.begin, words.end - words.begin));
        doubts.in_text(
            "old-year", part_of(text, characters, words), base::encode(sentence_around(characters, words.begin)),
            say("{0} in the report on {1}", typed, base::short_year(inputs.eras, inputs.evaluated_year)),
            say("if the year before is meant, say so (前年度の…), or add to the narrative's silence: {{doubt: "
                "old-year, text: words of the sentence, reason: the reason}}"));
    }
}

}  // namespace

void check_texts(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    for (const TypedText& text : inputs.texts) {
        if (!inputs.carried_over.empty() && inputs.carried_over.contains(input::text_digest(text.text))) {
            doubts.in_text("unchanged-text", text.span, text.text, say("this text is last year's"),
                           say("change it, or take the line `{}` out of the file of texts carried over", text.path));
        }
        if (text.path.starts_with("narrative.")) check_years(text, doubts);
    }
}

}  // namespace check
