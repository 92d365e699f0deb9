// From when to when the plan lasts: the years that a sentence gives it, beside those of the strategy.
#include <algorithm>

#include "base/utf8.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

/// 令和４年度から令和８年度まで: tokens of two years that were named.
struct Period {
    std::size_t first = 0, last = 0;
};

std::optional<Period> period_at(const Sentence& sentence, const std::vector<Token>& tokens, std::size_t at) {
    if (at + 2 >= tokens.size() || tokens[at].sort != Sort::year || !tokens[at].year_named) return std::nullopt;
    std::size_t last = at + 1;
    while (last < tokens.size() && tokens[last].sort == Sort::comma) ++last;
    if (!text_at(sentence.letters, tokens[at].end, U"から") || tokens[last].sort != Sort::particle) return std::nullopt;
    ++last;
    if (last >= tokens.size() || tokens[last].sort != Sort::year || !tokens[last].year_named) return std::nullopt;
    if (!text_at(sentence.letters, tokens[last].end, U"まで")) return std::nullopt;
    return Period{at, last};
}

/// 計画は…, 本戦略の期間は…: whether the sentence is of the plan, and not of an indicator that it names.
bool is_of_plan(const Sentence& sentence, const std::vector<Token>& tokens, std::size_t at) {
    const Letters said = Letters(sentence.letters).substr(0, tokens[at].begin);
    return (said.find(U"計画") != Letters::npos || said.find(U"戦略") != Letters::npos) &&
           std::none_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                        [](const Token& token) { return token.sort == Sort::name; });
}

}  // namespace

std::vector<Claim> read_periods(const input::Inputs& inputs, const Sentence& sentence,
                                const std::vector<Token>& tokens) {
    std::vector<Claim> claims;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        const auto period = period_at(sentence, tokens, at);
        if (!period || !is_of_plan(sentence, tokens, at)) continue;
        const base::Year first = tokens[period->first].year, last = tokens[period->last].year;
        const bool begins = first == inputs.strategy.first_year, ends = last == inputs.strategy.last_year;
        if (!begins && !ends) continue;  // of another plan
        Claim claim;
        claim.begin = tokens[period->first].begin;
        claim.end = tokens[period->last].end;
        claim.typed = base::encode(sentence.letters.substr(claim.begin, claim.end - claim.begin));
        claim.about = "計画期間";
        claim.truth = base::era_year(inputs.eras, inputs.strategy.first_year, base::YearKind::fiscal) + "～" +
                      base::era_year(inputs.eras, inputs.strategy.last_year, base::YearKind::fiscal);
        claim.verdict = begins && ends ? Verdict::tied : Verdict::contradicted;
        claims.push_back(std::move(claim));
    }
    return claims;
}

}  // namespace check
