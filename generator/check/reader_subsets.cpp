// How many of a part are counted: those that are described, left out, rated so, or of one goal; what is left of a sum.
#include <algorithm>

#include "check/counter.h"
#include "check/letters.h"

namespace check {

namespace {

using evaluate::Result;

}  // namespace

/// 前年度に「不振」であった｜５項目: how many were so in that year, and may be so no more.
bool Counter::on_described(std::size_t at) {
    if (at == 0 || tokens_[at - 1].text != U"た") return false;
    const std::size_t begin = words_.clause_begin(at);
    std::size_t first = at, then = at;
    while (first > 0 && tokens_[first - 1].begin >= begin) --first;
    while (then > first && tokens_[then].sort != Sort::year) --then;
    const Letters behind = words_.token(then + 1).text;
    const bool in_that_year = tokens_[then].sort == Sort::year && tokens_[then].year != year() &&
                              (behind == U"に" || behind == U"は" || behind == U"、");
    const bool was_so = std::any_of(
        tokens_.begin() + static_cast<std::ptrdiff_t>(first), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
        [](const Token& t) { return t.sort == Sort::rating || t.sort == Sort::reach || is_move(t.sort); });
    if (!in_that_year || !was_so) return false;
    taken_[at] = true;
    claims_.push_back(claim_at(at));
    const auto once = conditions_.read(first, at, false);
    for (const Subject& subject : once ? subjects(at) : std::vector<Subject>()) {
        for (const Holds& holds : once->readings) {
            const std::size_t count = count_of(assessment_, subject, tokens_[then].year, holds);
            if (!as_typed(at)(count)) continue;
            tell(claims_.back(), subject, *once, count);
            claims_.back().verdict = Verdict::tied;
        }
    }
    return true;
}

/// 「遅れ」となった３項目のうち｜２項目は: some of those that meet a condition already; how many is not told.
bool Counter::on_subset(std::size_t at) {
    if (at > 0 && words_.set_before(at)) return false;
    if (on_described(at)) return subset_ = true;
    const auto condition = condition_before(at);
    if (!condition) return false;
    Claim claim = claim_at(at);
    weigh(claim, subjects(at), *condition, as_typed(at));
    if (claim.verdict != Verdict::tied || claim.inserted) return false;
    subset_ = true;
    taken_[at] = true;
    claims_.push_back(claim);
    return true;
}

/// 数値目標１項目とKPI１項目を除いて: those that were left out.
bool Counter::on_left_out(std::size_t at) {
    std::size_t last = at;
    while (words_.text_at(tokens_[last].end, U"と") && counts(std::min(last + 3, tokens_.size() - 1))) last += 3;
    if (!words_.text_at(tokens_[last].end, U"を除") && !words_.text_at(tokens_[last].end, U"を評価の対象外"))
        return false;
    const Condition without{{[](const Result& r, const auto&) { return !r.evaluated(); },
                             [](const Result& r, const auto&) { return !is_measured(r); }},
                            "評価していないもの"};
    taken_[at] = true;
    Claim claim = claim_at(at);
    weigh(claim, subjects(at), without, as_typed(at));
    // What else may be left out is not told.
    if (claim.verdict == Verdict::contradicted) claim.verdict = Verdict::left;
    claims_.push_back(claim);
    return true;
}

bool Counter::on_each_rating(std::size_t at) {
    if (at < 2 || tokens_[at - 1].sort != Sort::each) return false;
    std::size_t first = at - 1;
    const auto lists = [](const Token& t) {
        return t.sort == Sort::rating || is_bracket(t) || t.sort == Sort::comma || t.property == Property::rating ||
               t.text == U"と" || t.text == U"及び" || t.text == U"が" || t.text == U"は";
    };
    while (first > 0 && lists(tokens_[first - 1]) && !counts(first - 1)) --first;
    std::vector<std::size_t> ratings;
    for (std::size_t each = first; each < at; ++each) {
        if (tokens_[each].sort == Sort::rating) ratings.push_back(each);
    }
    if (ratings.size() < 2) return false;
    taken_[at] = true;
    std::optional<Claim> told;
    for (const std::size_t each : ratings) {
        const auto condition = conditions_.read(each, each + 1, false);
        if (!condition) return false;
        Claim claim = claim_at(at);
        weigh(claim, subjects(at), *condition, as_typed(at));
        if (!told || claim.verdict != Verdict::tied) told = claim;
    }
    claims_.push_back(*told);
    return true;
}

bool Counter::on_named(std::size_t at) {
    if (at < 2 || tokens_[at - 1].text != U"の") return false;
    std::vector<std::size_t> names;
    std::optional<Condition> said;
    for (std::size_t last = at - 1; last-- > 0;) {
        const Token& t = tokens_[last];
        if (t.sort == Sort::name) names.push_back(last);
        // 「未達成」は｜空き家バンクの成約件数の１項目
        if (t.text == U"は" && !names.empty()) said = condition_before(last + 1);
        const bool joins = t.sort == Sort::name || is_bracket(t) || t.sort == Sort::comma || t.text == U"と" ||
                           t.text == U"及び" || t.text == U"並びに" || t.text == U"・" || t.text == U"、";
        if (!joins) break;
    }
    if (names.size() < 2 && !said) return false;
    if (said) {
        Claim claim = claim_at(at);
        claim.figure = false;
        weigh(claim, subjects(at), *said, as_typed(at));
        claims_.push_back(claim);
        judge_named(names, *said, year());
        topic_ = said;
    }
    judge_number(at, names.size(), "挙げたもの");
    const auto condition = said ? std::nullopt : condition_behind(at);
    if (condition) judge_named(names, *condition, year());
    return true;
}

/// 前年度は「順調」が８項目、「遅れ」が２項目であったが、今年度は｜いずれも５項目: each of those that were counted.
bool Counter::on_each_part(std::size_t at) {
    if (parts_.size() < 2 || at == 0 || tokens_[at - 1].sort != Sort::each) return false;
    const bool others = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(parts_.back().at),
                                    tokens_.begin() + static_cast<std::ptrdiff_t>(at), [](const Token& t) {
                                        return t.sort == Sort::rating || t.sort == Sort::name || t.sort == Sort::goal ||
                                               t.sort == Sort::reach || is_move(t.sort);
                                    });
    if (others) return false;
    taken_[at] = true;
    Claim claim = claim_at(at);
    for (const Part& part : parts_) {
        claim.about.clear();
        weigh(claim, part.subjects, part.condition, as_typed(at));
        if (claim.verdict != Verdict::tied) break;
    }
    claims_.push_back(std::move(claim));
    return true;
}

/// …の内訳は、基本目標１が｜４項目、基本目標２と基本目標３が｜３項目ずつ: of what was counted before, goal by goal.
bool Counter::on_part_of_goal(std::size_t at) {
    std::size_t first = at;
    while (first > 0 && tokens_[first - 1].sort == Sort::particle && first + 2 > at) --first;
    if (!topic_ || first == at) return false;
    std::vector<Subject> goals;
    while (first > 0 &&
           (tokens_[first - 1].sort == Sort::goal || (!goals.empty() && tokens_[first - 1].text == U"と"))) {
        --first;
        if (tokens_[first].sort == Sort::goal) goals.push_back(tokens_[first].subjects[0]);
    }
    const bool apart = words_.text_at(tokens_[at].end, U"ずつ");
    if (goals.empty() || (goals.size() > 1 && !apart)) return false;
    const bool listed = by_goals_ || goals.size() > 1 ||
                        sentence_.letters.substr(0, tokens_[first].begin).find(U"内訳") != std::u32string::npos;
    taken_[at] = true;
    Claim claim = claim_at(at);
    for (Subject& goal : goals) {
        goal.headline = set_.value_or(false);
        claim.about.clear();
        weigh(claim, {goal}, *topic_, as_typed(at));
        if (claim.verdict != Verdict::tied) break;
    }
    if (claim.verdict == Verdict::contradicted && !listed) claim.verdict = Verdict::left;
    claims_.push_back(std::move(claim));
    return true;
}

/// 「順調」の８項目と「おおむね順調」の７項目を合わせると｜15項目
bool Counter::on_sum(std::size_t at, std::size_t typed) {
    if (parts_.size() < 2 || !stands_before(sentence_.letters, tokens_[at].begin, U"合わせると")) return false;
    taken_[at] = true;
    Claim claim = claim_at(at);
    sum_ = typed;
    claim.about = "合わせたもの";
    claim.truth = std::to_string(typed_in_all()) + "項目";
    claim.verdict = typed == typed_in_all() ? Verdict::tied : Verdict::left;
    claims_.push_back(std::move(claim));
    return true;
}

/// ２項目が「順調」であり、残る｜３項目は: those of the set that were not counted.
bool Counter::on_others(std::size_t at, std::size_t typed) {
    // …は水揚高のみで、残る｜16項目は: of what this sentence told itself.
    const bool own = std::any_of(
        tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
        [](const Token& t) { return t.sort == Sort::name || t.sort == Sort::only || t.sort == Sort::goal; });
    const std::optional<Counted> told = others_ && !own ? counted() : std::nullopt;
    if (!told || told->of.kind != scope_.kind || told->of.index != scope_.index || told->some > told->all) return false;
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.about = name_of(assessment_, told->of) + "のうち残りのもの";
    claim.truth = std::to_string(told->all - told->some) + "項目";
    claim.verdict = typed + told->some == told->all ? Verdict::tied : Verdict::contradicted;
    if (claim.verdict == Verdict::contradicted && (!known_ || claim.inserted)) claim.verdict = Verdict::left;
    claims_.push_back(std::move(claim));
    return true;
}

}  // namespace check
