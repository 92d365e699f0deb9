// Claims on shares of the indicators: 48.9％ of all, Ａ評価の割合, 約６割が目標を達成.
#include "base/year.h"
#include "check/counter.h"
#include "check/letters.h"

namespace check {

namespace {

using base::Ratio;
using base::Year;
using evaluate::Result;

/// How many tokens before one say about: ｜約６割.
std::size_t adverbs_before(const std::vector<Token>& tokens, std::size_t at) {
    return at > 0 && (tokens[at - 1].text == U"約" || tokens[at - 1].text == U"およそ") ? 1 : 0;
}

}  // namespace

/// A share of those rated, of what meets a condition in a year.
void Counter::judge_share(std::size_t at, const Condition& condition, Year then) {
    const auto typed = in_unit(tokens_[at].figure, "％");
    const std::vector<Subject> counted = subjects(at);
    taken_[at] = true;
    Claim claim = claim_at(at);
    for (const Subject& subject : counted) {
        const std::size_t all =
            count_of(assessment_, subject, then, [](const Result& r, const auto&) { return r.evaluated(); });
        if (all == 0 || !typed) continue;
        for (const Holds& holds : condition.readings) {
            const std::size_t some = count_of(assessment_, subject, then, holds);
            const Ratio share = Ratio(static_cast<std::int64_t>(some * 100)) / Ratio(static_cast<std::int64_t>(all));
            const bool fits = agrees(*typed, share);
            if (!claim.about.empty() && !fits) continue;
            tell(claim, subject, condition, some);
            claim.truth += "／" + std::to_string(all) + "項目";
            if (fits) claim.verdict = Verdict::tied;
        }
        if (claim.verdict == Verdict::tied) break;
    }
    const bool all_rated = counted.size() == 1 && total(counted[0]) == evaluated(counted[0]);
    const bool of_neither = counted.size() > 1 && condition.rated;
    if (claim.verdict != Verdict::tied && (all_rated || of_neither) && !claim.inserted)
        claim.verdict = Verdict::contradicted;
    claims_.push_back(std::move(claim));
}

/// Ａ評価の割合は｜61.1％, 前年度の｜83.3％から; 全KPIの｜約６割が目標を達成
bool Counter::on_share_of(std::size_t at) {
    const std::string& unit = tokens_[at].figure.unit;
    if ((!is_percent(unit) && unit != "割") || at < 2 || !known_) return false;
    const bool said = tokens_[at - 1].sort == Sort::particle && tokens_[at - 2].text == U"割合" && is_percent(unit);
    if (said) share_of_ = condition_before(at - 2);
    const bool last_year = tokens_[at - 1].text == U"の" && tokens_[at - 2].sort == Sort::year &&
                           tokens_[at - 2].year.western == year().western - 1;
    if (share_of_ && (said || last_year)) {
        judge_share(at, *share_of_, Year{year().western - (last_year ? 1 : 0)});
        return true;
    }
    // 評価の構成比は「順調」50.0％、「おおむね順調」43.8％
    const bool rated = tokens_[at - 1].sort == Sort::rating ||
                       (tokens_[at - 1].sort == Sort::close && tokens_[at - 2].sort == Sort::rating);
    const bool listed = sentence_.letters.find(U"構成比") < tokens_[at].begin;
    if (const auto own = rated && listed ? condition_before(at) : std::nullopt) {
        judge_share(at, *own, year());
        return true;
    }
    const std::size_t adverb = adverbs_before(tokens_, at);
    if (at < 2 + adverb || tokens_[at - 1 - adverb].text != U"の") return false;
    const Token& of = tokens_[at - 2 - adverb];
    const bool of_all = of.sort == Sort::whole || names_set(of);
    const bool amounts = words_.text_at(tokens_[at].end, U"に当た");
    const bool some = amounts || words_.text_at(tokens_[at].end, U"が") ||
                      (words_.text_at(tokens_[at].end, U"で") && words_.token(at + 2).sort != Sort::comma &&
                       !words_.text_at(tokens_[at].end, U"であ") && !words_.text_at(tokens_[at].end, U"です"));
    // 約６割に当たる｜10項目が
    std::size_t counted = at;
    if (amounts) {
        while (counted + 1 < tokens_.size() && (counted == at || !counts(counted))) ++counted;
    }
    const auto condition = of_all && some ? condition_behind(counted) : std::nullopt;
    if (!condition) return false;
    judge_share(at, *condition, year());
    return true;
}

/// 「順調」の割合は68.8％で、前年度の50.0％から｜18.8ポイント高まった: how the share moved from the year before.
bool Counter::on_share_change(std::size_t at) {
    const Token& move = words_.token(at + 1);
    const std::vector<Subject> counted = subjects(at);
    if (!share_of_ || tokens_[at].figure.unit != "ポイント" || !is_move(move.sort) || counted.empty()) return false;
    if (year() == assessment_.inputs->strategy.first_year) return false;
    for (std::size_t last = at; last-- > 0 && tokens_[last].sort != Sort::comma;) {
        if (tokens_[last].sort == Sort::year && tokens_[last].year.western != year().western - 1) return false;
    }
    const auto share = [&](Year of) {
        const auto all =
            count_of(assessment_, counted[0], of, [](const Result& r, const auto&) { return r.evaluated(); });
        const auto some = static_cast<std::int64_t>(count_of(assessment_, counted[0], of, share_of_->readings[0]));
        return all == 0 ? Ratio() : Ratio(some * 100) / Ratio(static_cast<std::int64_t>(all));
    };
    const Year last{year().western - 1};
    // Of shares as printed.
    Ratio change = Ratio(share(year()).rounded(1)) - Ratio(share(last).rounded(1));
    const int sign = change.sign();
    if (sign < 0) change = Ratio() - change;
    const bool up = move.sort == Sort::up || move.sort == Sort::above || move.sort == Sort::better;
    taken_[at] = taken_[at + 1] = true;
    Claim claim = claim_at(at);
    claim.kind = ClaimKind::change;
    claim.end = move.end;
    claim.typed += up ? "増" : "減";
    tell(claim, counted[0], *share_of_, count_of(assessment_, counted[0], last, share_of_->readings[0]));
    claim.truth += "（" + base::short_year(assessment_.inputs->eras, last) + "）";
    const bool holds = agrees(tokens_[at].figure, change) && sign == (up ? 1 : -1);
    claim.verdict = holds ? Verdict::tied : Verdict::left;
    claims_.push_back(std::move(claim));
    return true;
}

/// 22項目で、全体の48.9％を占める; 全19項目の57.9％.
bool Counter::on_share(std::size_t at) {
    if (on_share_of(at) || on_share_change(at)) return true;
    const std::size_t adverb = adverbs_before(tokens_, at);
    const std::string& unit = tokens_[at].figure.unit;
    if (parts_.empty() || (unit != "％" && unit != "割") || at < 2 + adverb) return false;
    if (tokens_[at - 1 - adverb].text != U"の") return false;
    const std::size_t of = at - 2 - adverb;
    if (tokens_[of].sort != Sort::whole && tokens_[of].sort != Sort::set && !counts(of)) return false;
    // 全体の約６割（58.8％）を占め, 全体の８割を超え
    const bool twice = words_.token(at + 1).text == U"（" && words_.token(at + 2).sort == Sort::figure &&
                       is_percent(words_.token(at + 2).figure.unit) && words_.token(at + 3).text == U"）";
    const std::size_t end = words_.token(twice ? at + 3 : at).end;
    const bool over = words_.text_at(end, U"を超え") || words_.text_at(end, U"を上回");
    if (!over && !words_.text_at(end, U"を占め") && !words_.text_at(end, U"に当た") && !words_.text_at(end, U"に相当"))
        return false;
    read_share(at, over && !twice);
    if (over) taken_[std::min(at + (twice ? 5 : 2), tokens_.size() - 1)] = true;
    if (twice) read_share(at + 2, false);
    return true;
}

void Counter::read_share(std::size_t at, bool over) {
    taken_[at] = true;
    Claim claim = claim_at(at);
    TypedFigure typed_share = in_unit(tokens_[at].figure, "％").value_or(tokens_[at].figure);
    if (over) typed_share.bound = Bound::over;
    // …が22項目、…が15項目で、両者を合わせると
    const std::size_t told = tokens_[parts_.back().at].end;
    const Letters since =
        Letters(sentence_.letters).substr(told, tokens_[at].begin - std::min(told, tokens_[at].begin));
    const bool together = since.find(U"合わせ") != Letters::npos;
    const std::size_t typed = together ? sum_.value_or(typed_in_all()) : parts_.back().typed;
    for (const Subject& subject : parts_.back().subjects) {
        for (const std::size_t all : {evaluated(subject), total(subject)}) {
            if (all == 0) continue;
            const Ratio share = Ratio(static_cast<std::int64_t>(typed * 100)) / Ratio(static_cast<std::int64_t>(all));
            const bool fits = agrees(typed_share, share);
            if (claim.about.empty() || fits) {
                claim.about = name_of(assessment_, subject) + "のうちの割合";
                claim.truth =
                    typed_text({Ratio(share.rounded(1)), Ratio(1) / Ratio(10), "％", Bound::exact, false, 0, 0});
            }
            if (fits) claim.verdict = Verdict::tied;
            if (fits) break;
        }
    }
    const bool sure = known_ && parts_.back().subjects.size() == 1;
    if (claim.verdict != Verdict::tied && sure) claim.verdict = Verdict::contradicted;
    claims_.push_back(claim);
}

}  // namespace check
