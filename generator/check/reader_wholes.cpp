// Claims on all, half, none or the only ones of the indicators, and on the same counts a year before.
#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "check/counter.h"
#include "check/letters.h"

namespace check {

namespace {

using base::Year;
using evaluate::Result;

}  // namespace

/// …「やや遅れ」が１項目で、「遅れ」は｜なかった: none of those that the sentence counts.
bool Counter::on_no_rating(std::size_t at) {
    const std::size_t end = tokens_[at + (words_.token(at + 1).sort == Sort::close ? 1 : 0)].end;
    static constexpr Letters none[] = {U"はない", U"はなか", U"はなく", U"はなし",    U"はありませ",
                                       U"もない", U"もなか", U"もなく", U"もありませ"};
    const bool is_none =
        std::any_of(std::begin(none), std::end(none), [&](Letters word) { return words_.text_at(end, word); });
    if (!is_none || !known_ || parts_.empty()) return false;
    // 「やや遅れ」と｜「遅れ」: each by itself.
    const auto condition = conditions_.read(at, at + 1, false);
    if (!condition) return false;
    Claim claim = claim_at(at);
    claim.typed = "なし";
    years_ = years_told(at);
    weigh(claim, parts_.back().subjects, *condition, [](std::size_t count) { return count == 0; });
    years_ = {year()};
    taken_[at] = true;
    claims_.push_back(std::move(claim));
    return true;
}

void Counter::on_none(std::size_t at) {
    if (on_no_rating(at)) return;
    std::size_t next = at + 1;
    while (words_.token(next).sort == Sort::close || words_.token(next).property == Property::rating ||
           words_.token(next).text == U"の" || words_.token(next).text == U"と" || words_.token(next).text == U"さ" ||
           words_.token(next).text == U"れ" || words_.token(next).text == U"し" || words_.token(next).text == U"た" ||
           words_.token(next).text == U"なっ" || words_.token(next).text == U"に" ||
           words_.token(next).text == U"該当" || words_.token(next).text == U"する")
        ++next;
    if (words_.token(next).sort != Sort::set && words_.token(next).text != U"もの") return;
    const std::size_t end = words_.token(next).end;
    const bool none = words_.text_at(end, U"はない") || words_.text_at(end, U"はなか") ||
                      words_.text_at(end, U"はなく") || words_.text_at(end, U"はありませ");
    if (!none || !known_) return;
    const auto condition = conditions_.read(at, next, false);
    if (!condition) return;
    Subject subject = scope_;
    subject.headline = words_.token(next).headline;
    Claim claim = claim_at(at);
    claim.typed = "なし";
    weigh(claim, {subject}, *condition, [](std::size_t count) { return count == 0; });
    taken_[at] = true;
    claims_.push_back(claim);
}

void Counter::on_no_such(std::size_t set) {
    if (!known_ || !words_.says_none(set)) return;
    std::size_t begin = set;
    while (begin > 0 && tokens_[begin - 1].sort != Sort::comma) --begin;
    const bool rated = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                                   tokens_.begin() + static_cast<std::ptrdiff_t>(set),
                                   [](const Token& t) { return t.sort == Sort::rating; });
    const auto condition = rated ? std::nullopt : conditions_.read(begin, set, false);  // ratings: on_none
    if (!condition) return;
    Subject subject = scope_;
    subject.headline = tokens_[set].headline;
    Claim claim = claim_at(set);
    claim.typed = "なし";
    weigh(claim, {subject}, *condition, [](std::size_t count) { return count == 0; });
    claims_.push_back(claim);
}

void Counter::on_only(std::size_t at) {
    if (!has_set_ || !known_ || !words_.text_at(tokens_[at].end, U"が")) return;
    std::size_t names = 0;
    for (std::size_t last = at; last-- > 0;) {
        if (tokens_[last].sort == Sort::name) ++names;
        const bool joins = tokens_[last].sort == Sort::name || tokens_[last].sort == Sort::open ||
                           tokens_[last].sort == Sort::close || tokens_[last].text == U"と" ||
                           tokens_[last].text == U"及び" || tokens_[last].text == U"の";
        if (!joins) break;
    }
    const auto condition = names == 0 ? std::nullopt : condition_behind(at);
    const std::vector<Subject> counted = subjects(at);
    if (!condition || counted.size() != 1) return;
    Claim claim = claim_at(at);
    claim.typed = "のみ";
    weigh(claim, counted, *condition, [names](std::size_t count) { return count == names; });
    claims_.push_back(claim);
}

/// 達成率平均が最も高いのは基本目標２, 達成率が最も低いのは刑法犯認知件数: what is first or last of all there are.
bool Counter::on_foremost(std::size_t begin, std::size_t at) {
    int sign = 0;
    bool most = false;
    Property property = Property::none;
    for (std::size_t here = begin; here < at; ++here) {
        const Token& token = tokens_[here];
        most = most || token.text == U"最も";
        if (token.sort == Sort::more || token.sort == Sort::fewer) sign = token.sort == Sort::more ? 1 : -1;
        if (token.sort == Sort::year || token.sort == Sort::name) return false;
    }
    // …が最も高いのは基本目標２、｜最も低いのは基本目標１
    for (std::size_t here = 0; here < at; ++here) {
        if (tokens_[here].sort == Sort::property) property = tokens_[here].property;
    }
    std::size_t named = at + 1;
    while (words_.token(named).sort == Sort::comma || words_.token(named).sort == Sort::open) ++named;
    const Token& name = words_.token(named);
    const bool of_goals = name.sort == Sort::goal && (property == Property::mean || property == Property::rate) &&
                          name.subjects.size() == 1 && name.subjects[0].kind == Subject::Kind::goal;
    if (of_goals) property = Property::mean;
    const bool of_indicators = name.sort == Sort::name && property == Property::rate && name.whole_name &&
                               name.subjects.size() == 1 && name.subjects[0].kind == Subject::Kind::indicator;
    if (!most || sign == 0 || (!of_goals && !of_indicators)) return false;
    std::vector<Subject> all;
    if (of_goals) {
        all = goals_between(0, assessment_.inputs->strategy.goals.size());
    } else {
        Subject scope = scope_;
        scope.headline = set_.value_or(false);
        for (const std::size_t index : tally_of(assessment_, scope, year()).evaluated)
            all.push_back({Subject::Kind::indicator, index});
    }
    judge_foremost(named, name.subjects[0], all, property, sign);
    return true;
}

void Counter::on_those(std::size_t at) {
    static constexpr Letters heads[] = {U"の", U"もの", U"指標", U"KPI", U"項目", U"数値目標"};
    const bool head = at > 1 && std::any_of(std::begin(heads), std::end(heads),
                                            [&](Letters word) { return tokens_[at - 1].text == word; });
    const bool of_goals = stands_before(sentence_.letters, tokens_[at].begin, U"基本目標");
    const bool counted = at > 1 && counts(at - 1);  // Ｃ評価の｜３項目は、…
    if ((!head && !of_goals && !counted) || !known_) return;
    std::size_t begin = at - 1;
    while (begin > 0 && tokens_[begin - 1].sort != Sort::comma && tokens_[begin - 1].sort != Sort::goal &&
           !counts(begin - 1))
        --begin;
    if (on_foremost(begin, at) || on_those_goals(begin, at) || (!head && !counted)) return;
    const auto joins = [](const Token& t) {
        return t.sort == Sort::open || t.sort == Sort::close || t.sort == Sort::comma || t.text == U"と" ||
               t.text == U"及び" || t.text == U"や" || t.text == U"・";
    };
    std::vector<std::size_t> names;
    std::size_t end = at + 1;
    for (; joins(words_.token(end)) || words_.token(end).sort == Sort::name; ++end) {
        if (words_.token(end).sort == Sort::name) names.push_back(end);
    }
    if (names.empty()) return;
    // …と出生数で、社会増減数は: the list ends where something else is said of what follows.
    const bool listed = words_.text_at(words_.token(end).begin, U"の") ||
                        words_.text_at(words_.token(end).begin, U"で") ||
                        words_.text_at(words_.token(end).begin, U"だ") || words_.token(end).sort == Sort::only ||
                        words_.token(end).sort == Sort::end;
    const auto then = year_of_those(begin, at);
    const auto condition = listed && then ? conditions_.read(begin, at - 1, false) : std::nullopt;
    if (!condition) return;
    topic_ = condition;
    // …と出生数の二つである: as many as are named.
    const std::size_t number = end + 1;
    bool as_many = false;
    if (words_.text_at(words_.token(end).begin, U"の") && words_.token(number).sort == Sort::figure &&
        is_count(number) && words_.token(number).insert == nullptr) {
        judge_number(number, names.size(), condition->words);
        as_many = claims_.back().verdict == Verdict::tied;
    }
    judge_named(names, *condition, *then);
    // …は移住者数の１項目である: nor is there one beside those.
    if ((as_many || words_.token(end).sort == Sort::only) && says_no_more(begin, at))
        judge_no_others(names, *condition, *then);
}

/// 前年度に目標を達成したのは, but 前年度を上回ったのは: of which year it is told; nullopt where the data do not reach
/// it.
std::optional<Year> Counter::year_of_those(std::size_t begin, std::size_t end) const {
    static constexpr Letters bases[] = {U"を",       U"より",     U"から",       U"と",       U"に比",
                                        U"比",       U"の実績を", U"の実績値を", U"の値を",   U"の水準を",
                                        U"の実績よ", U"の実績か", U"に続",       U"に引き続", U"に引続き"};
    Year then = year();
    for (std::size_t at = begin; at < end; ++at) {
        const std::size_t behind = tokens_[at].end;
        const bool base =
            std::any_of(std::begin(bases), std::end(bases), [&](Letters word) { return words_.text_at(behind, word); });
        if (tokens_[at].sort == Sort::year && !base) then = tokens_[at].year;
    }
    const bool reached = then >= assessment_.inputs->strategy.first_year && then <= year();
    return reached ? std::optional(then) : std::nullopt;
}

/// 目標を２割以上下回ったのは, 前年度に続いて達成したのは: more than the condition that was read of it; nor is it told
/// of some only, or behind a clause on how it was once: 令和４年度に達成できず、その後達成したのは.
bool Counter::says_no_more(std::size_t begin, std::size_t end) const {
    if (subset_) return false;
    for (std::size_t at = 0; at < end; ++at) {
        const Token& token = tokens_[at];
        const bool verb = token.sort == Sort::reach || is_move(token.sort);
        if (at < begin && verb && !taken_[at]) return false;
        if (at < begin) continue;
        const bool time = token.text == U"初めて" || token.text == U"再び" || token.text == U"新た" ||
                          token.text == U"引き続き" || words_.text_at(token.begin, U"に続") ||
                          words_.text_at(token.begin, U"に引き続");
        // 令和６年度｜も達成したのは: as in a year before.
        const bool as_before = token.sort == Sort::year && words_.text_at(token.end, U"も");
        if (time || as_before || (token.sort == Sort::figure && !taken_[at])) return false;
        if (token.sort == Sort::noun && !is_known(token.text)) return false;
    }
    return true;
}

/// 目標を達成したのは、水産加工品の売上額｜のみ: those that are named, and none beside them.
void Counter::judge_no_others(const std::vector<std::size_t>& names, const Condition& condition, Year then) {
    Subject subject = scope_;
    for (const std::size_t name : names) {
        const Token& token = tokens_[name];
        if (!token.whole_name || token.subjects.size() != 1 || token.subjects[0].kind != Subject::Kind::indicator)
            return;
        const auto kind = assessment_.indicators[token.subjects[0].index].source->kind;
        subject.headline = kind == input::IndicatorKind::headline_target;
        if (set_ && *set_ != subject.headline) return;
    }
    Claim claim = claim_at(names.back());
    claim.typed = base::encode(tokens_[names.back()].text) + "のみ";
    years_ = {then};
    weigh(claim, {subject}, condition, [&](std::size_t count) { return count == names.size(); });
    years_ = {year()};
    claims_.push_back(std::move(claim));
}

void Counter::judge_number(std::size_t at, std::size_t named, std::string about) {
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.about = std::move(about);
    claim.truth = std::to_string(named) + "項目";
    const base::Ratio count(static_cast<std::int64_t>(named));
    claim.verdict = agrees(tokens_[at].figure, count) ? Verdict::tied : Verdict::contradicted;
    claims_.push_back(std::move(claim));
}

void Counter::judge_named(const std::vector<std::size_t>& names, const Condition& condition, Year then) {
    for (const std::size_t name : names) {
        const Token& token = tokens_[name];
        if (token.subjects.size() != 1 || token.subjects[0].kind != Subject::Kind::indicator) return;
        const evaluate::IndicatorAssessment& indicator = assessment_.indicators[token.subjects[0].index];
        const Result& result = indicator.in(then);
        const bool holds = std::any_of(condition.readings.begin(), condition.readings.end(),
                                       [&](const Holds& each) { return each(result, *indicator.source); });
        Claim claim = claim_at(name);
        claim.kind = ClaimKind::count;
        claim.typed = base::encode(token.text);
        claim.about = condition.words;
        claim.truth = result.band != nullptr ? result.band->word : result.reason;
        claim.verdict = holds ? Verdict::tied : token.whole_name ? Verdict::contradicted : Verdict::left;
        claims_.push_back(std::move(claim));
    }
}

void Counter::on_all(std::size_t at) {
    std::size_t end = at + 1;
    while (end < tokens_.size() && tokens_[end].sort != Sort::end && tokens_[end].sort != Sort::comma) ++end;
    const bool other_subject = std::any_of(
        tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.begin() + static_cast<std::ptrdiff_t>(end),
        [&](const Token& t) { return t.sort == Sort::name || t.sort == Sort::noun; });
    if (counts(at + 1) || !has_set_ || !known_ || other_subject) return;
    std::optional<bool> set = set_;
    for (std::size_t next = at + 1; next < std::min(end, at + 4); ++next) {
        if (tokens_[next].sort == Sort::set) set = tokens_[next].headline;
    }
    // The set must stand beside: 全てのKPI, KPIは全て.
    const bool beside = words_.token(at + 1).sort == Sort::set || words_.set_before_topic(at);
    if (!set || !beside) return;
    const auto condition = conditions_.read(at + 1, end, !parts_.empty());
    if (!condition) return;
    Subject subject = scope_;
    subject.headline = *set;
    const std::size_t rated = evaluated(subject);
    Claim claim = claim_at(at);
    claim.typed = "全て";
    if (rated == 0) return;
    weigh(claim, {subject}, *condition, [&](std::size_t count) { return count >= rated; });
    if (claim.verdict == Verdict::contradicted) claim.truth = std::to_string(rated) + "項目のうち" + claim.truth;
    topic_ = condition;
    mark(at + 1, end);
    claims_.push_back(claim);
}

void Counter::on_half(std::size_t at) {
    const bool counts_some =
        std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.sort == Sort::set; });
    if (!counts_some || !known_) return;
    const std::size_t end = tokens_[at].end;
    const bool over = tokens_[at].text == U"過半数" || words_.text_at(end, U"を超") || words_.text_at(end, U"以上") ||
                      words_.text_at(end, U"を上回");
    const bool below = words_.text_at(end, U"に満たな") || words_.text_at(end, U"に届か") ||
                       words_.text_at(end, U"に届いていな") || words_.text_at(end, U"に届いておら") ||
                       words_.text_at(end, U"未満") || words_.text_at(end, U"を下回") || words_.text_at(end, U"以下");
    // 半数が: as many as the others, give or take one.
    const bool just = !over && !below && (words_.text_at(end, U"が") || words_.text_at(end, U"の"));
    if (over == below && !just) return;
    const std::size_t after = at + (words_.text_at(end, U"を") || words_.text_at(end, U"に") ? 3 : 1);
    auto condition = condition_before(at);
    std::size_t stop = after;
    while (stop < tokens_.size() && tokens_[stop].sort != Sort::end) ++stop;
    if (!condition) condition = conditions_.read(after, stop, !parts_.empty());
    const std::vector<Subject> counted = subjects(at);
    if (!condition || counted.size() != 1) return;
    const std::size_t rated = evaluated(counted[0]);
    Claim claim = claim_at(at);
    claim.typed = just ? "半数" : over ? "半数を超える" : "半数に満たない";
    const bool or_equal = words_.text_at(end, U"以上") || words_.text_at(end, U"以下");
    weigh(claim, counted, *condition, [&](std::size_t count) {
        if (just) return count * 2 <= rated + 2 && count * 2 + 2 >= rated;
        if (count * 2 == rated) return or_equal;
        return (count * 2 > rated) == over;
    });
    if (claim.verdict == Verdict::contradicted) claim.truth = std::to_string(rated) + "項目のうち" + claim.truth;
    claims_.push_back(claim);
}

/// Ａ評価の割合は61.1％で、前年度と｜変わらない.
void Counter::on_same_share(std::size_t at) {
    const bool with_last = at >= 2 && tokens_[at - 1].text == U"と" && tokens_[at - 2].sort == Sort::year;
    const std::vector<Subject> counted = subjects(at);
    if (!with_last || !share_of_ || counted.size() != 1) return;
    if (tokens_[at - 2].year < assessment_.inputs->strategy.first_year) return;
    const auto share = [&](Year of) {
        const auto all =
            count_of(assessment_, counted[0], of, [](const Result& r, const auto&) { return r.evaluated(); });
        const auto some = count_of(assessment_, counted[0], of, share_of_->readings[0]);
        return all == 0 ? base::Ratio()
                        : base::Ratio(static_cast<std::int64_t>(some)) / base::Ratio(static_cast<std::int64_t>(all));
    };
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.typed = base::encode(tokens_[at].text);
    tell(claim, counted[0], *share_of_,
         count_of(assessment_, counted[0], tokens_[at - 2].year, share_of_->readings[0]));
    claim.verdict = share(tokens_[at - 2].year) == share(year()) ? Verdict::tied : Verdict::contradicted;
    claims_.push_back(std::move(claim));
}

/// 前年度と比べると、Ａが３項目増加し、Ｃは｜同数: as many as the year before.
void Counter::on_as_many(std::size_t at) {
    const bool last_year =
        std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                    [&](const Token& t) { return t.sort == Sort::year && t.year.western == year().western - 1; });
    const bool own = at > 1 && (tokens_[at - 1].text == U"は" || tokens_[at - 1].text == U"が");
    const bool reached = year() > assessment_.inputs->strategy.first_year;
    const auto condition = own && last_year && reached && known_ ? condition_before(at) : std::nullopt;
    if (!condition) return;
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.typed = base::encode(tokens_[at].text);
    for (const Subject& subject : subjects(at)) {
        for (const Holds& holds : condition->readings) {
            const std::size_t now = count_of(assessment_, subject, year(), holds);
            const std::size_t before = count_of(assessment_, subject, {year().western - 1}, holds);
            if (claim.verdict == Verdict::tied || (now != before && !claim.about.empty())) continue;
            tell(claim, subject, *condition, before);
            claim.truth += " → " + std::to_string(now) + "項目";
            claim.verdict = now == before ? Verdict::tied : Verdict::contradicted;
        }
    }
    if (claim.verdict == Verdict::contradicted && !condition->rated) claim.verdict = Verdict::left;
    claims_.push_back(std::move(claim));
}

void Counter::on_same(std::size_t at) {
    if (tokens_[at].text == U"同数") on_as_many(at);
    if (tokens_[at].text.starts_with(U"変わ")) return on_same_share(at);
    const bool with_last = at >= 2 && tokens_[at - 1].text == U"と" && tokens_[at - 2].sort == Sort::year;
    if (!with_last || parts_.empty()) return;
    const Year then = tokens_[at - 2].year;
    if (then < assessment_.inputs->strategy.first_year || then >= year()) return;
    Claim claim = claim_at(at);
    claim.begin = tokens_[at - 2].begin;
    claim.typed = "前年度と同様";
    claim.verdict = Verdict::tied;
    // …であったことから、22項目が目標を達成し、前年度と同様: of the clause that counted last.
    std::size_t clause = parts_.back().at;
    while (clause > 0 && !(tokens_[clause].sort == Sort::comma && ends_clause(tokens_, clause))) --clause;
    for (const Part& part : parts_) {
        if (part.at < clause) continue;
        bool any = false, same = false;
        std::size_t before = 0;
        for (const Subject& subject : part.subjects) {
            for (const Holds& holds : part.condition.readings) {
                if (count_of(assessment_, subject, year(), holds) != part.typed) continue;
                any = true;
                before = count_of(assessment_, subject, then, holds);
                same = same || before == part.typed;
            }
        }
        if (!any || same) continue;
        claim.verdict = Verdict::contradicted;
        claim.about = name_of(assessment_, part.subjects[0]) + "のうち" + part.condition.words;
        claim.truth = std::to_string(before) + "項目（" + base::short_year(assessment_.inputs->eras, then) + "） → " +
                      std::to_string(part.typed) + "項目";
    }
    claims_.push_back(claim);
}

}  // namespace check
