// Claims on the goals themselves: how many of them do what, which ones, and what is first or last among its like.
#include <algorithm>

#include "base/utf8.h"
#include "check/counter.h"
#include "check/letters.h"
#include "check/weigh.h"

namespace check {

namespace {

constexpr Letters goal_word = U"基本目標";

}  // namespace

/// 達成率平均が100％を上回った, 前年度より上昇した, 「良好」: of the goals' means and ratings.
std::optional<Counter::GoalCondition> Counter::goal_condition(std::size_t begin, std::size_t end, bool mean) const {
    GoalCondition condition;
    bool last_year = false;
    for (std::size_t at = begin; at < end; ++at) {
        const Token& token = tokens_[at];
        if (token.sort == Sort::name || token.sort == Sort::set || token.sort == Sort::foreign) return std::nullopt;
        if (token.sort == Sort::year && token.year_named) return std::nullopt;
        last_year = last_year || (token.sort == Sort::year && token.year.western == year().western - 1);
        mean = mean || token.property == Property::mean || token.property == Property::rate;
        if (mean && token.sort == Sort::figure && is_percent(token.figure.unit)) {
            condition.edge = token.figure;
            const Token& verb = words_.token(at + 2);
            Bound& bound = condition.edge->bound;
            if (verb.sort == Sort::above && bound == Bound::exact) bound = verb.negated ? Bound::at_most : Bound::over;
            if (verb.sort == Sort::below && bound == Bound::exact)
                bound = verb.negated ? Bound::at_least : Bound::below;
            if (verb.sort == Sort::reach && bound == Bound::exact)
                bound = verb.negated ? Bound::below : Bound::at_least;
            if (bound == Bound::exact || !verb.said) return std::nullopt;
            condition.tokens = {at, at + 2};
            return condition;
        }
        if (mean && last_year && is_move(token.sort) && token.said && !token.negated) {
            condition.sign = token.sort == Sort::up || token.sort == Sort::above || token.sort == Sort::better ? 1 : -1;
            condition.tokens = {at};
            return condition;
        }
        if (token.sort == Sort::rating) {
            condition.rating = token.text;
            condition.tokens = {at};
            return condition;
        }
    }
    return std::nullopt;
}

std::optional<bool> Counter::holds(const GoalCondition& condition, const Subject& goal) const {
    const evaluate::Tally& tally = tally_of(assessment_, goal, year());
    if (!condition.rating.empty())
        return tally.band == nullptr ? std::nullopt : std::optional(is_called(*tally.band, condition.rating));
    const auto now = fact_of(assessment_, goal, Property::mean, year());
    if (!now) return std::nullopt;
    if (condition.edge) return agrees(*condition.edge, now->value);
    const auto last = fact_of(assessment_, goal, Property::mean, {year().western - 1});
    if (!last) return std::nullopt;
    return (now->value - last->value).sign() == condition.sign;
}

std::optional<std::vector<Subject>> Counter::goals_that(const GoalCondition& condition) const {
    std::vector<Subject> list;
    for (const Subject& goal : goals_between(0, assessment_.inputs->strategy.goals.size())) {
        const auto does = holds(condition, goal);
        if (!does) return std::nullopt;
        if (*does) list.push_back(goal);
    }
    return list;
}

/// 達成率平均が100％を上回った基本目標は四つ; 三つの基本目標で前年度を上回った; 基本目標のうち三つが.
bool Counter::on_goals(std::size_t at) {
    const Token& figure = tokens_[at];
    const std::string& unit = figure.figure.unit;
    const bool counts_them = unit == "つ" || (unit.empty() && words_.text_at(figure.end, U"目標"));
    if (!counts_them || figure.figure.step != base::Ratio(1)) return false;
    const auto stands = [&](Letters word) { return stands_before(sentence_.letters, figure.begin, word); };
    const bool behind = stands(U"基本目標は") || stands(U"基本目標が") || stands(U"基本目標は、");
    const bool among = stands(U"基本目標のうち") || stands(U"基本目標のうち、");
    const bool some =
        among || (words_.text_at(figure.end, U"の基本目標") && !words_.text_at(figure.end, U"の基本目標のうち") &&
                  !words_.text_at(figure.end, U"の基本目標中") && !words_.text_at(figure.end, U"の基本目標の中"));
    if (!behind && !some) return false;
    std::size_t begin = at, end = at;
    if (behind) {
        while (begin > 0 && tokens_[begin - 1].sort != Sort::end && tokens_[begin - 1].sort != Sort::figure) --begin;
        // 100％を上回った: an edge is no count.
        while (begin > 0 && is_percent(tokens_[begin - 1].figure.unit)) {
            --begin;
            while (begin > 0 && tokens_[begin - 1].sort != Sort::end && tokens_[begin - 1].sort != Sort::figure)
                --begin;
        }
    } else {
        while (end + 1 < tokens_.size() && tokens_[end].sort != Sort::end && !ends_statement(tokens_, end)) ++end;
    }
    // 達成率平均は104.1％で、四つの基本目標のうち｜三つが100％を上回っている: said before.
    const auto last = std::find_if(tokens_.rend() - static_cast<std::ptrdiff_t>(at), tokens_.rend(),
                                   [](const Token& t) { return t.property != Property::none; });
    const bool of_means = some && last != tokens_.rend() && last->property == Property::mean;
    const auto condition = behind ? goal_condition(begin, at, false) : goal_condition(at + 1, end, of_means);
    const auto those = condition ? goals_that(*condition) : std::nullopt;
    if (!those && among) {  // of goals, whatever is said of them
        taken_[at] = true;
        claims_.push_back(claim_at(at));
        return true;
    }
    if (!those) return false;
    mark_goal_condition(*condition);
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.about = "そのような基本目標の数";
    claim.truth = std::to_string(those->size());
    const bool same = agrees(figure.figure, base::Ratio(static_cast<std::int64_t>(those->size())));
    claim.verdict = same ? Verdict::tied : Verdict::contradicted;
    claims_.push_back(std::move(claim));
    return true;
}

void Counter::mark_goal_condition(const GoalCondition& condition) {
    for (const std::size_t at : condition.tokens) taken_[std::min(at, tokens_.size() - 1)] = true;
}

/// 達成率平均が前年度を上回ったのは基本目標３のみ; …のは、基本目標１と基本目標３の二つ: those, and no others.
bool Counter::on_those_goals(std::size_t begin, std::size_t at) {
    std::vector<Subject> named;
    std::size_t end = at + 1, first = 0;
    const auto joins = [](const Token& t) {
        return is_bracket(t) || t.sort == Sort::comma || t.text == U"と" || t.text == U"及び" || t.text == U"・";
    };
    for (; joins(words_.token(end)) || words_.token(end).sort == Sort::goal; ++end) {
        const Token& goal = words_.token(end);
        if (goal.sort != Sort::goal) continue;
        if (goal.subjects.size() != 1 || goal.subjects[0].kind != Subject::Kind::goal) return false;
        if (first == 0) first = end;
        named.push_back(goal.subjects[0]);
    }
    const Token& next = words_.token(end);
    const bool closed = next.sort == Sort::only || next.sort == Sort::end || words_.text_at(next.begin, U"である") ||
                        words_.text_at(next.begin, U"であ") || words_.text_at(next.begin, U"の") ||
                        words_.text_at(next.begin, U"で、") || words_.text_at(next.begin, U"です");
    // 基本目標３の｜不妊治療費の助成件数のみ: an indicator, and whose it is.
    const bool owns = words_.text_at(next.begin, U"の") &&
                      (words_.token(end + 1).sort == Sort::name || words_.token(end + 2).sort == Sort::name);
    if (named.empty() || !closed || owns) return false;
    const auto condition = goal_condition(begin, at, false);
    const auto those = condition ? goals_that(*condition) : std::nullopt;
    if (!those) return false;
    mark_goal_condition(*condition);
    const bool all = named.size() == those->size() && std::all_of(named.begin(), named.end(), [&](const Subject& goal) {
                         return std::find(those->begin(), those->end(), goal) != those->end();
                     });
    Claim claim = claim_at(first);
    claim.kind = ClaimKind::count;
    claim.typed = base::encode(words_.token(first).text);
    claim.about = "そのような基本目標";
    for (const Subject& goal : *those) {
        claim.truth += (claim.truth.empty() ? "" : "、") + base::encode(goal_word) +
                       std::to_string(assessment_.inputs->strategy.goals[goal.index].number);
    }
    claim.verdict = all ? Verdict::tied : Verdict::contradicted;
    claims_.push_back(std::move(claim));
    // …の二つである: as many as are named.
    const std::size_t number = end + 1;
    if (words_.text_at(next.begin, U"の") && words_.token(number).sort == Sort::figure &&
        words_.token(number).figure.unit == "つ")
        judge_number(number, named.size(), "挙げたもの");
    return true;
}

/// 基本目標間の差は最大で｜5.7ポイント, 基本目標１と基本目標４の差は: how far the means are from each other.
bool Counter::on_goal_gap(std::size_t at) {
    const Token& figure = tokens_[at];
    if (figure.figure.unit != "ポイント") return false;
    std::size_t begin = at;
    while (begin > 0 && tokens_[begin - 1].sort != Sort::end && tokens_[begin - 1].sort != Sort::figure) --begin;
    const Letters said = Letters(sentence_.letters).substr(tokens_[begin].begin, figure.begin - tokens_[begin].begin);
    const auto says = [&](std::initializer_list<Letters> words) {
        return std::any_of(words.begin(), words.end(), [&](Letters w) { return said.find(w) != Letters::npos; });
    };
    if (!says({U"差は", U"差が", U"開きは", U"開きが"})) return false;
    std::vector<Subject> goals;
    for (std::size_t last = begin; last < at; ++last) {
        if (tokens_[last].sort == Sort::name || tokens_[last].sort == Sort::year || base_of(tokens_[last].property))
            return false;
        if (tokens_[last].sort == Sort::goal) goals.push_back(tokens_[last].subjects[0]);
    }
    const bool all = says({U"基本目標間の"}) && goals.empty();
    // 最も高い基本目標２と最も低い基本目標３の差は
    if (!all && (goals.size() != 2 || !says({U"と基本目標", U"と最も"}))) return false;
    if (all) goals = goals_between(0, assessment_.inputs->strategy.goals.size());
    std::optional<base::Ratio> low, high;
    for (const Subject& goal : goals) {
        const auto mean = fact_of(assessment_, goal, Property::mean, year());
        if (!mean) return false;
        if (!low || mean->value < *low) low = mean->value;
        if (!high || mean->value > *high) high = mean->value;
    }
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.kind = ClaimKind::change;
    claim.about = all ? "基本目標の間の最大の差" : "二つの基本目標の差";
    const base::Ratio gap = *high - *low;
    const base::NumberStyle style{.plus = ""};
    claim.truth = base::difference_text(gap.rounded(figure.figure.step < base::Ratio(1) ? 1 : 0), style) + "ポイント";
    claim.verdict = agrees(figure.figure, gap) ? Verdict::tied : Verdict::contradicted;
    claims_.push_back(std::move(claim));
    return true;
}

/// 達成率平均が高い｜順に、基本目標４、基本目標２、…: whether they stand in that order.
void Counter::on_order(std::size_t at) {
    if (at == 0 || (tokens_[at - 1].sort != Sort::more && tokens_[at - 1].sort != Sort::fewer)) return;
    const int sign = tokens_[at - 1].text.starts_with(U"高") ? -1 : tokens_[at - 1].text.starts_with(U"低") ? 1 : 0;
    const bool of_means = std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                      [](const Token& t) { return t.property == Property::mean; });
    const bool of_year = std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                     [&](const Token& t) { return t.sort == Sort::year && t.year != year(); });
    if (sign == 0 || !of_means || of_year) return;
    std::optional<Fact> last;
    std::string truth;
    std::size_t named = 0, first = 0;
    bool holds = true;
    for (std::size_t next = at + 1; next < tokens_.size() && tokens_[next].sort != Sort::end; ++next) {
        const Token& token = tokens_[next];
        if (token.sort != Sort::goal) {
            const bool light = token.sort == Sort::comma || token.sort == Sort::particle || is_bracket(token) ||
                               token.sort == Sort::figure;
            if (!light && named > 0) break;
            continue;
        }
        const auto mean = fact_of(assessment_, token.subjects[0], Property::mean, year());
        if (!mean) return;
        if (named == 0) first = next;
        if (last && (mean->value - last->value).sign() == -sign) holds = false;
        truth += (truth.empty() ? "" : "、") + base::encode(token.text) + " " + mean->printed;
        last = mean;
        ++named;
    }
    if (named < 2) return;
    Claim claim = claim_at(first);
    claim.typed = base::encode(tokens_[at - 1].text) + "順";
    claim.about = "基本目標のKPIの達成率平均";
    claim.truth = truth;
    claim.verdict = holds ? Verdict::tied : Verdict::contradicted;
    taken_[at] = taken_[at - 1] = true;
    claims_.push_back(std::move(claim));
}

/// 基本目標２の107.7％が最も高く, 達成率は116.7％と、KPIの中で最も高い: what is first or last among its like.
void Counter::on_most(std::size_t at) {
    const Token& way = words_.token(at + 1);
    if (way.sort != Sort::more && way.sort != Sort::fewer) return;
    // 最も高い｜ものは, 最も低かったのは: what follows is told of.
    const Token& behind = words_.token(at + 2);
    const Letters rest = tail(sentence_.letters, way.end);
    if (rest.starts_with(U"の") || rest.starts_with(U"もの") || rest.starts_with(U"たの") ||
        behind.sort == Sort::goal || behind.sort == Sort::name || behind.sort == Sort::set)
        return;
    // Back to what is spoken of, over nothing but its figure and among which it stands.
    std::optional<Subject> among;
    Property property = Property::none;
    std::size_t owner = at;
    // 達成率平均は、五つの基本目標の中で最も高い: of the goal under whose heading it stands.
    const auto of_heading = [&] {
        const bool named = std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                       [](const Token& t) { return t.sort == Sort::goal || t.sort == Sort::whole; });
        if (property != Property::mean || scope_.kind != Subject::Kind::goal || !known_ || named) return;
        judge_foremost(at, scope_, goals_between(0, assessment_.inputs->strategy.goals.size()), property,
                       way.sort == Sort::more ? 1 : -1);
    };
    for (;;) {
        if (owner == 0) return of_heading();
        const Token& last = tokens_[--owner];
        const bool leads = words_.text_at(last.end, U"の中で") || words_.text_at(last.end, U"のうち") ||
                           words_.text_at(last.end, U"のKPI") || words_.text_at(last.end, U"で最も");
        if (last.sort == Sort::name || (last.sort == Sort::goal && !leads)) break;
        if (last.sort == Sort::goal) among = last.subjects[0];
        if (last.sort == Sort::whole) among = Subject();
        if (last.property != Property::none && property == Property::none) property = last.property;
        const bool light = last.sort == Sort::particle || last.sort == Sort::comma || is_bracket(last) ||
                           last.sort == Sort::goal || last.sort == Sort::whole || last.sort == Sort::set ||
                           last.sort == Sort::property || (last.sort == Sort::figure && is_percent(last.figure.unit)) ||
                           last.text == U"中" || last.text == U"うち" || last.text == U"基本目標" ||
                           last.text == U"依然" || last.text == U"として" || last.text == U"引き続き" ||
                           words_.text_at(last.end, U"の基本目標");  // 五つの基本目標の中で
        if (!light) return of_heading();
    }
    const Token& name = tokens_[owner];
    if (name.subjects.size() != 1 || name.narrowed) return;
    const Subject& subject = name.subjects[0];
    // 達成率は、基本目標２が最も高い: said at the beginning.
    if (property == Property::none) {
        for (std::size_t here = 0; here < owner; ++here) {
            if (tokens_[here].sort == Sort::property) property = tokens_[here].property;
        }
    }
    const bool of_goals = subject.kind == Subject::Kind::goal && name.sort == Sort::goal;
    const bool of_indicators =
        subject.kind == Subject::Kind::indicator && name.whole_name && property == Property::rate;
    if (of_goals && property != Property::mean && property != Property::rate && property != Property::none) return;
    if (!of_goals && !of_indicators) return;
    if (of_goals) property = Property::mean;
    std::vector<Subject> all;
    if (of_goals) {
        all = goals_between(0, assessment_.inputs->strategy.goals.size());
    } else {
        Subject scope = among.value_or(scope_);
        for (const std::size_t index : tally_of(assessment_, scope, year()).evaluated)
            all.push_back({Subject::Kind::indicator, index});
    }
    judge_foremost(owner, subject, all, property, way.sort == Sort::more ? 1 : -1);
}

/// Whether what is named at a token is first among its like, or last.
void Counter::judge_foremost(std::size_t at, const Subject& named, const std::vector<Subject>& all, Property property,
                             int sign) {
    if (std::find(all.begin(), all.end(), named) == all.end()) return;
    const auto value = [&](const Subject& subject) { return fact_of(assessment_, subject, property, year()); };
    const auto mine = value(named);
    if (!mine) return;
    Claim claim = claim_at(at);
    claim.kind = ClaimKind::count;
    claim.typed = base::encode(tokens_[at].text);
    claim.about = sign > 0 ? "最も高いもの" : "最も低いもの";
    claim.verdict = Verdict::tied;
    auto foremost = mine->value;
    for (const Subject& other : all) {
        const auto theirs = value(other);
        if (!theirs || (theirs->value - foremost).sign() != sign) continue;
        foremost = theirs->value;
        claim.verdict = Verdict::contradicted;
        claim.truth = name_of(assessment_, other) + " " + theirs->printed;
    }
    claims_.push_back(std::move(claim));
}

}  // namespace check
