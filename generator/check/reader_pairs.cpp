// A sentence beside itself: 「61件から52件に増え」 is wrong whatever the data hold, and a figure beside the one that is
// the fact is of something else.
#include <algorithm>

#include "base/utf8.h"
#include "check/reader.h"

namespace check {

namespace {

/// Two figures of a sentence, the verb between whom it tells, and by how much where it says so.
struct Pair {
    std::size_t before = 0, now = 0;  ///< tokens
    std::size_t amount = 0, move = 0;
};

bool is_particle(const Token& token, std::initializer_list<std::u32string_view> words) {
    return token.sort == Sort::particle && std::find(words.begin(), words.end(), token.text) != words.end();
}

bool is_amount(const Token& token, const std::string& unit) {
    if (token.sort != Sort::figure || token.figure.bound != Bound::exact) return false;
    return token.figure.unit == unit || (is_percent(unit) && token.figure.unit == "ポイント");
}

/// 8,312人から7,460人に（852人）減った: a figure, から, a figure of the same unit, に or まで, perhaps the amount, a
/// move.
std::optional<Pair> pair_at(const std::vector<Token>& tokens, std::size_t at) {
    const auto token = [&](std::size_t i) -> const Token& { return tokens[std::min(i, tokens.size() - 1)]; };
    if (token(at).sort != Sort::figure || !is_particle(token(at + 1), {U"から"})) return std::nullopt;
    std::size_t next = at + 2;
    if (token(next).sort == Sort::comma) ++next;
    const Token &before = token(at), &now = token(next);
    const bool alike = now.sort == Sort::figure && now.figure.unit == before.figure.unit;
    if (!alike || before.figure.bound != Bound::exact || now.figure.bound != Bound::exact) return std::nullopt;
    Pair pair{at, next, 0, 0};
    if (!is_particle(token(++next), {U"に", U"へ", U"まで", U"へと", U"にまで"})) return std::nullopt;
    while (is_particle(token(next), {U"に", U"へ", U"まで", U"へと", U"にまで", U"と"})) ++next;
    if (token(next).sort == Sort::comma) ++next;
    if (is_amount(token(next), now.figure.unit)) pair.amount = next++;
    while (is_particle(token(next), {U"の", U"も"})) ++next;
    const Token& move = token(next);
    if ((move.sort != Sort::up && move.sort != Sort::down) || move.negated || !move.said) return std::nullopt;
    pair.move = next;
    return pair;
}

/// 288日から29日増の317日, 49人から８人増えて57人: the amount and its move stand between.
std::optional<Pair> pair_over_amount(const std::vector<Token>& tokens, std::size_t at) {
    const auto token = [&](std::size_t i) -> const Token& { return tokens[std::min(i, tokens.size() - 1)]; };
    if (token(at).sort != Sort::figure || !is_particle(token(at + 1), {U"から", U"より"})) return std::nullopt;
    std::size_t next = at + 2;
    if (token(next).sort == Sort::comma) ++next;
    const TypedFigure& before = token(at).figure;
    if (before.bound != Bound::exact || !is_amount(token(next), before.unit)) return std::nullopt;
    Pair pair{at, 0, next++, 0};
    while (is_particle(token(next), {U"の", U"も"})) ++next;
    const Token& move = token(next);
    if ((move.sort != Sort::up && move.sort != Sort::down) || move.negated || !move.said) return std::nullopt;
    pair.move = next++;
    while (is_particle(token(next), {U"の", U"て", U"で", U"と"}) || token(next).sort == Sort::comma) ++next;
    pair.now = next;
    const TypedFigure& now = token(next).figure;
    const bool alike = token(next).sort == Sort::figure && now.unit == before.unit && now.bound == Bound::exact;
    return alike ? std::optional(pair) : std::nullopt;
}

}  // namespace

std::vector<Claim> read_pairs(const std::vector<Token>& tokens, const std::vector<Claim>& read) {
    std::vector<Claim> claims;
    for (std::size_t at = 0; at + 3 < tokens.size(); ++at) {
        auto pair = pair_at(tokens, at);
        if (!pair) pair = pair_over_amount(tokens, at);
        if (!pair) continue;
        const TypedFigure &before = tokens[pair->before].figure, &now = tokens[pair->now].figure;
        const base::Ratio change = now.value - before.value;
        const Token& move = tokens[pair->move];
        const bool other_way = change.sign() != (move.sort == Sort::up ? 1 : -1);
        bool other_amount = false;
        if (pair->amount != 0) {
            const base::Ratio amount = tokens[pair->amount].figure.value;
            other_amount = amount != change && amount + change != base::Ratio();
        }
        if (!other_way && !other_amount) continue;
        Claim claim;
        claim.kind = ClaimKind::itself;
        claim.verdict = Verdict::contradicted;
        const Token& first = other_way ? move : tokens[pair->amount];
        claim.begin = first.begin;
        claim.end = first.end;
        claim.figure = !other_way;
        claim.typed = other_way ? base::encode(move.text) : typed_text(first.figure);
        claim.truth = typed_text(before) + " → " + typed_text(now);
        // Where the data told as much already, once is enough.
        const bool told = std::any_of(read.begin(), read.end(), [&](const Claim& each) {
            return each.verdict == Verdict::contradicted &&
                   each.begin < std::max(tokens[pair->move].end, tokens[pair->now].end) &&
                   each.end > tokens[pair->before].begin;
        });
        if (!told) claims.push_back(std::move(claim));
    }
    return claims;
}

void leave_parts(std::vector<Claim>& claims, const std::u32string& letters) {
    const auto against = [](const Claim& claim) { return claim.verdict == Verdict::contradicted && claim.figure; };
    const auto beside = [&](const Claim& claim, auto&& holds) {
        return std::any_of(claims.begin(), claims.end(),
                           [&](const Claim& each) { return each.begin != claim.begin && each.figure && holds(each); });
    };
    std::vector<Claim*> parts;
    for (Claim& claim : claims) {
        const bool is_value = claim.kind == ClaimKind::value || claim.kind == ClaimKind::rate;
        if (!against(claim) || !(is_value || claim.kind == ClaimKind::change)) continue;
        const bool told = beside(claim, [&](const Claim& each) {
            return each.kind == claim.kind && each.about == claim.about &&
                   (is_value ? each.verdict != Verdict::left : against(each));
        });
        if (told) parts.push_back(&claim);
    }
    for (Claim* part : parts) part->verdict = Verdict::left;
    for (Claim& claim : claims) {
        const bool bracketed = claim.begin > 0 && letters[claim.begin - 1] == U'（';
        if (against(claim) && bracketed && beside(claim, [&](const Claim& each) {
                return each.verdict == Verdict::left && each.end + 1 == claim.begin;
            }))
            parts.push_back(&claim);
    }
    for (Claim* part : parts) {
        part->verdict = Verdict::left;
        part->about.clear();
    }
}

}  // namespace check
