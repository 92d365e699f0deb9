// How many there were of what a sentence counts, year by year.
#include "check/counter.h"

namespace check {

using base::Year;

/// A count that is said to be that of each of some years, of what the sentence told before.
std::optional<Claim> Counter::in_years(std::size_t at, const std::vector<Year>& years) const {
    if (!topic_ || years.empty() || !known_) return std::nullopt;
    for (const Year then : years) {
        if (then < assessment_.inputs->strategy.first_year || then > year()) return std::nullopt;
    }
    Claim claim = claim_at(at);
    const auto fits = as_typed(at);
    std::vector<Subject> counted = parts_.empty() ? subjects(at) : parts_.back().subjects;
    std::erase_if(counted, [&](const Subject& subject) { return set_ && subject.headline != *set_; });
    for (const Subject& subject : counted) {
        for (const Holds& holds : topic_->readings) {
            std::optional<Year> other;
            for (const Year then : years) {
                if (!fits(count_of(assessment_, subject, then, holds))) other = then;
            }
            if (!claim.about.empty() && other) continue;
            const Year told = other.value_or(years.back());
            tell(claim, subject, *topic_, count_of(assessment_, subject, told, holds));
            claim.truth += "（" + base::short_year(assessment_.inputs->eras, told) + "）";
            claim.verdict = other ? Verdict::contradicted : Verdict::tied;
            if (!other) return claim;
        }
    }
    for (const Year then : years) {
        claim.facts.push_back({});
        claim.facts.back().year = then;
    }
    if (counted.size() > 1) claim.verdict = Verdict::left;
    return claim;
}

/// 令和５年度と令和６年度はいずれも｜５項目
bool Counter::on_years_alike(std::size_t at) {
    if (at < 3 || tokens_[at - 1].sort != Sort::each || tokens_[at - 2].text != U"は") return false;
    std::vector<Year> years;
    const auto joins = [](const Token& t) { return t.text == U"と" || t.text == U"、" || t.text == U"及び"; };
    for (std::size_t last = at - 2; last > 0 && (tokens_[last - 1].sort == Sort::year || joins(tokens_[last - 1]));
         --last) {
        if (tokens_[last - 1].sort == Sort::year) years.push_back(tokens_[last - 1].year);
    }
    auto claim = years.size() > 1 ? in_years(at, years) : std::nullopt;
    if (!claim) return false;
    taken_[at] = taken_[at - 1] = true;
    claims_.push_back(std::move(*claim));
    return true;
}

/// その後は｜４項目、５項目、５項目と推移: the years up to this one, where they are.
bool Counter::on_years_listed(std::size_t at) {
    std::size_t last = at;
    while (last + 2 < tokens_.size() && tokens_[last + 1].sort == Sort::comma && counts(last + 2)) last += 2;
    const std::size_t size = (last - at) / 2 + 1;
    if (size < 2 || !words_.text_at(tokens_[last].end, U"と推移")) return false;
    std::vector<Claim> claims;
    for (std::size_t each = 0; each < size; ++each) {
        auto claim = in_years(at + 2 * each, {Year{year().western - static_cast<int>(size - 1 - each)}});
        if (!claim) return false;
        if (claim->verdict != Verdict::tied) claim->verdict = Verdict::left;
        claims.push_back(std::move(*claim));
    }
    mark(at, last + 1);
    std::move(claims.begin(), claims.end(), std::back_inserter(claims_));
    return true;
}

}  // namespace check
