// A value that was restated after it was printed: sentences that name its indicator may still speak of the old one.
#include "base/message.h"
#include "base/utf8.h"
#include "check/kinds.h"
#include "check/letters.h"
#include "evaluate/binding.h"

namespace check {

using base::say;

namespace {

struct Restated {
    const input::Indicator& indicator;
    base::Year year;
};

std::vector<Restated> restated_values(const input::Inputs& inputs) {
    std::vector<Restated> found;
    for (const input::Indicator& indicator : inputs.strategy.indicators) {
        if (!indicator.reprint_of.empty()) continue;
        for (const auto& [year, figure] : indicator.actuals) {
            if (figure.revised && year < inputs.evaluated_year) found.push_back({indicator, year});
        }
    }
    return found;
}

std::size_t end_of_sentence(const std::string& text, std::size_t at) {
    constexpr std::string_view stop = "。";
    const std::size_t found = text.find(stop, at);
    return found == std::string::npos ? text.size() : found + stop.size();
}

/// Years are compared as numbers.
std::string with_plain_digits(const std::string& text) {
    std::string plain;
    for (char32_t c : base::decode(text)) {
        base::append_utf8(plain, with_plain_digit(c));
    }
    return plain;
}

/// Whether a sentence is about that year or compares with it: by its name, or from the year after it.
bool speaks_of(const std::string& words, const Restated& value, const input::Inputs& inputs) {
    const std::string sentence = with_plain_digits(words);
    const auto has = [&](std::string_view word) { return sentence.find(word) != std::string::npos; };
    if (value.year.western + 1 == inputs.evaluated_year.western) {
        for (const std::string_view word : {"前年", "昨年", "増加", "減少", "上昇", "低下", "上回", "下回", "横ばい"}) {
            if (has(word)) return true;
        }
    }
    std::string era =
        base::era_year(inputs.eras, value.year, base::YearKind::calendar);  // 令和4年, of 令和4（2022）年度
    era.erase(era.size() - std::string_view("年").size());
    return has(era) || has(base::short_year(inputs.eras, value.year));
}

}  // namespace

void check_restated(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    const std::vector<Restated> values = restated_values(inputs);
    if (values.empty()) return;
    for (const input::TypedText& text : inputs.texts) {
        if (!text.path.starts_with("narrative.")) continue;
        for (std::size_t begin = 0; begin < text.text.size();) {
            const std::size_t end = end_of_sentence(text.text, begin);
            const std::string sentence = text.text.substr(begin, end - begin);
            for (const Restated& value : values) {
                const std::size_t named = sentence.find(value.indicator.name);
                if (named == std::string::npos || !speaks_of(sentence, value, inputs)) continue;
                doubts.in_text(
                    "restated",
                    evaluate::Locator(text.text, text.span).locate(begin + named, value.indicator.name.size()),
                    sentence,
                    say("this sentence speaks of {0}, whose value of {1} was restated", value.indicator.name,
                        base::short_year(inputs.eras, value.year)),
                    say("see whether it still holds; if so, add to the narrative's silence: {{doubt: restated, "
                        "text: words of the sentence, reason: the reason}}"));
            }
            begin = end;
        }
    }
}

}  // namespace check
