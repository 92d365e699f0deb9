// A claim that was read rightly uses what its clause names: the year, the target, the baseline. Where one is left over,
// something else was meant than what was read; and so it was where other figures of the sentence bear the figure out.
#include "check/otherwise.h"

#include <algorithm>

#include "check/unread.h"
#include "check/weigh.h"

namespace check {

namespace {

using base::Ratio;
using base::Year;

bool is_one_of(ClaimKind kind, std::initializer_list<ClaimKind> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_value(const Claim& claim) {
    return is_one_of(claim.kind, {ClaimKind::value, ClaimKind::rate, ClaimKind::threshold});
}

bool is_comparison(const Claim& claim) { return is_one_of(claim.kind, {ClaimKind::change, ClaimKind::direction}); }

bool is_target(Property property) {
    return property == Property::target || property == Property::year_target || property == Property::final_target;
}

/// Whether one of a claim's facts is of the year, the target or the baseline that a word names.
bool is_beside(const Claim& claim, const Token& word) {
    return std::any_of(claim.facts.begin(), claim.facts.end(), [&](const Fact& fact) {
        if (word.sort == Sort::year) return fact.year == word.year;
        return is_target(word.property) ? is_target(fact.property) : fact.property == word.property;
    });
}

struct Reading {
    const std::vector<Token>& tokens;
    const std::vector<Claim>& claims;
    Year now;

    const Token& token(std::size_t at) const { return tokens[std::min(at, tokens.size() - 1)]; }

    /// 前年度｜に続き: of both years.
    bool goes_on(std::size_t at) const {
        const std::u32string& verb = token(at + 2).text;
        return token(at + 1).text == U"に" && (verb.starts_with(U"続") || verb.starts_with(U"引"));
    }

    /// A year right before a value, with no other figure between, or one that it describes: 402人だった令和３年.
    bool is_year_of(std::size_t year, const Claim& value) const {
        const auto figure = [](const Token& t) { return t.sort == Sort::figure; };
        const auto at = [&](std::size_t token) { return tokens.begin() + static_cast<std::ptrdiff_t>(token); };
        if (tokens[year].begin < value.begin) {
            const auto own = std::find_if(at(year), tokens.end(), [&](const Token& t) { return t.end > value.begin; });
            return std::none_of(at(year), own, figure);
        }
        constexpr std::size_t verb = 8;
        const std::u32string& before = tokens[year - 1].text;
        return tokens[year].begin >= value.end && tokens[year].begin < value.end + verb && before.ends_with(U"た");
    }

    /// 前年度に停滞であった｜苦情件数: what was so then is told of what follows, in a year other than this.
    bool describes(std::size_t at) const {
        const Sort next = token(at + 1).sort;
        const bool noun = next == Sort::name || next == Sort::property || next == Sort::goal || next == Sort::year ||
                          (next == Sort::open && token(at + 2).sort == Sort::name);
        return tokens[at].sort == Sort::other && tokens[at].text.ends_with(U"た") && noun;
    }

    /// Behind what describes its subject by another year, or itself such a description: 増加した｜前年の279件.
    bool is_described(const Claim& claim, const Clause& clause) const {
        bool then = false;
        for (std::size_t at = clause.begin; at < clause.end; ++at) {
            const Token& word = tokens[at];
            const bool behind = word.begin >= claim.end;
            if (behind && word.sort != Sort::other) return false;
            if (behind && describes(at)) return !claim.figure && token(at + 1).sort == Sort::year;
            if (word.sort == Sort::year && word.year != now) then = true;
            if (!behind && then && describes(at) && token(at + 1).sort != Sort::year) return true;
        }
        return false;
    }

    /// 前年比｜57人増、目標比38人増: what another comparison of the clause used.
    bool is_used(const Token& word, const Clause& clause) const {
        return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
            const bool here = tokens[clause.begin].begin <= claim.begin && claim.begin < tokens[clause.end - 1].end;
            const bool compared = is_comparison(claim) || claim.kind == ClaimKind::reached;
            return here && compared && claim.verdict == Verdict::tied && is_beside(claim, word);
        });
    }

    /// 前年度は「順調」が｜９項目: the year that the words before a count tell of is its own.
    bool counts_then(const Claim& claim, const Clause& clause) const {
        std::size_t last = clause.end;
        for (std::size_t at = clause.begin; at < clause.end && tokens[at].begin < claim.begin; ++at) {
            const std::u32string& behind = token(at + 1).text;
            if (tokens[at].sort != Sort::year) continue;
            last = behind == U"は" || behind == U"に" || behind == U"には" || behind == U"では" ? at : clause.end;
        }
        return last != clause.end && tokens[last].year != now && !goes_on(last) && !is_beside(claim, tokens[last]);
    }

    /// 令和９年度の目標に対する達成率: the year is the target's.
    bool is_of_target(std::size_t year) const {
        return tokens[year].year > now && token(year + 1).text == U"の" && is_target(token(year + 2).property);
    }

    /// 令和７年度の目標880人には｜16人足りない, beside this year's target.
    bool names_another(const Claim& claim, const Clause& clause) const {
        const bool value = is_value(claim), compared = is_comparison(claim);
        if (claim.kind == ClaimKind::count && !claim.facts.empty()) return counts_then(claim, clause);
        if (claim.facts.empty() || !(value || compared || claim.kind == ClaimKind::reached)) return false;
        for (std::size_t at = clause.begin; at < clause.end; ++at) {
            const Token& word = tokens[at];
            const bool base = is_target(word.property) || word.property == Property::baseline;
            const bool year = word.sort == Sort::year && word.year != now && !goes_on(at);
            if (claim.kind == ClaimKind::rate && year && is_of_target(at)) continue;
            if (!(base && compared) && !(year && (!value || is_year_of(at, claim)))) continue;
            if (!is_beside(claim, word) && (value || !is_used(word, clause))) return true;
        }
        return false;
    }

    /// ２人減: the way from one to another. Of a sum that grows, 13人 is what came to it, and as good as a value.
    static bool is_way(const Claim& claim) {
        const auto ends = [&](std::string_view word) { return claim.typed.ends_with(word); };
        const bool between_values = !claim.facts.empty() && claim.facts[0].property == Property::actual;
        return is_comparison(claim) && (!between_values || ends("増") || ends("減") || ends("改善") || ends("悪化"));
    }

    /// No way from one to another, and not doubted itself.
    bool is_level(const Token& figure) const {
        return figure.sort == Sort::figure && figure.figure.bound == Bound::exact &&
               std::none_of(claims.begin(), claims.end(), [&](const Claim& claim) {
                   const bool of_it = claim.figure && claim.begin <= figure.begin && figure.begin < claim.end;
                   return of_it && (claim.verdict == Verdict::contradicted || is_way(claim));
               });
    }

    /// The way from one to the other, where it goes as it is said to: up or down.
    static bool leads(const Claim& claim, const TypedFigure& figure, const Fact& from, const Fact& to) {
        const int sign = (to.value - from.value).sign();
        const bool against = claim.typed.ends_with("増") ? sign < 0 : claim.typed.ends_with("減") && sign > 0;
        return !against && fits_change(figure, from, to);
    }

    /// 最終目標の20件に、あと｜１件と迫った; or a share of one in the other.
    static bool lies_between(const Claim& claim, const TypedFigure& figure, const Fact& one, const Fact& other) {
        const auto share = [&](const Fact& part, const Fact& all) {
            return !all.value.is_zero() && agrees(figure, part.value * Ratio(100) / all.value);
        };
        return leads(claim, figure, one, other) || leads(claim, figure, other, one) ||
               (figure.unit == "％" && !is_percent(one.unit) && (share(one, other) || share(other, one)));
    }

    bool follows_from_others(const Claim& claim) const {
        // Of a year that is told with it, a figure is the value.
        const bool past = is_value(claim) && !claim.facts.empty() && claim.facts[0].year != now;
        const bool may_follow = is_one_of(claim.kind, {ClaimKind::change, ClaimKind::value, ClaimKind::rate});
        const auto own = std::find_if(tokens.begin(), tokens.end(),
                                      [&](const Token& t) { return t.sort == Sort::figure && t.begin == claim.begin; });
        if (!claim.figure || past || !may_follow || own == tokens.end()) return false;
        std::vector<Fact> others;
        for (const Token& token : tokens) {
            if (!is_level(token)) continue;
            others.push_back({});
            others.back().value = token.figure.value;
            others.back().unit = token.figure.unit;
        }
        for (auto one = others.begin(); one != others.end(); ++one) {
            const bool of_two = std::any_of(one + 1, others.end(), [&](const Fact& other) {
                return other.unit == one->unit && lies_between(claim, own->figure, *one, other);
            });
            const bool of_fact = std::any_of(claim.facts.begin(), claim.facts.end(), [&](const Fact& fact) {
                TypedFigure figure;
                figure.value = one->value;
                figure.unit = one->unit;
                const auto scaled = in_unit(figure, fact.unit);
                if (!scaled) return false;
                Fact typed = fact;
                typed.value = scaled->value;
                return lies_between(claim, own->figure, typed, fact);
            });
            if (of_two || of_fact) return true;
        }
        return false;
    }
};

}  // namespace

void leave_otherwise_meant(std::vector<Claim>& claims, const std::vector<Token>& tokens, Year now) {
    const std::vector<Clause> clauses = clauses_of(tokens);
    const Reading reading{tokens, claims, now};
    std::vector<Claim*> meant_otherwise;
    for (Claim& claim : claims) {
        // Two digits that changed places are explained by that, but where the figure is borne out as it stands.
        const bool kept = claim.swapped ? claim.inserted : stays(claim, claims);
        if (claim.verdict != Verdict::contradicted || kept) continue;
        const auto in = std::find_if(clauses.begin(), clauses.end(),
                                     [&](const Clause& clause) { return claim.begin < tokens[clause.end - 1].end; });
        const bool otherwise = in != clauses.end() && !claim.swapped &&
                               (reading.names_another(claim, *in) || reading.is_described(claim, *in));
        if (otherwise || reading.follows_from_others(claim)) meant_otherwise.push_back(&claim);
    }
    for (Claim* claim : meant_otherwise) claim->verdict = Verdict::left;
}

}  // namespace check
