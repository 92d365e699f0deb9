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
    return token.figure.unit == unit || (is_percent(unit) && token.figure.unit == "ポイント") ||
           is_percent(token.figure.unit);
}

/// Tokens of a sentence, the last one behind its end.
struct Tokens {
    const std::vector<Token>& all;
    const Token& operator[](std::size_t at) const { return all[std::min(at, all.size() - 1)]; }
};

/// 8,312人から: the place behind a figure that something comes from.
std::optional<std::size_t> behind_from(const Tokens& tokens, std::size_t at) {
    const bool figure = tokens[at].sort == Sort::figure && tokens[at].figure.bound == Bound::exact;
    if (!figure || !is_particle(tokens[at + 1], {U"から", U"より"})) return std::nullopt;
    return at + (tokens[at + 2].sort == Sort::comma ? 3 : 2);
}

/// Up or down; of a distance 縮まった and 広がった as well, which elsewhere are said of anything.
int sign_of(const Token& move) {
    if (move.sort == Sort::up || move.text.starts_with(U"広が")) return 1;
    return move.sort == Sort::down || move.text.starts_with(U"縮ま") || move.text.starts_with(U"狭ま") ? -1 : 0;
}

/// A move from there, over の and も, that is said to have been.
bool finds_move(const Tokens& tokens, std::size_t at, Pair& pair) {
    while (is_particle(tokens[at], {U"の", U"も"})) ++at;
    const Token& move = tokens[at];
    pair.move = at;
    return sign_of(move) != 0 && !move.negated && move.said;
}

/// 8,312人から7,460人に（852人）減った: a figure of the same unit, に or まで, perhaps the amount, a move.
std::optional<Pair> pair_at(const Tokens& tokens, std::size_t at) {
    const auto from = behind_from(tokens, at);
    if (!from) return std::nullopt;
    std::size_t next = *from;
    const TypedFigure& now = tokens[next].figure;
    const bool alike = tokens[next].sort == Sort::figure && now.unit == tokens[at].figure.unit;
    if (!alike || now.bound != Bound::exact) return std::nullopt;
    Pair pair{at, next, 0, 0};
    if (!is_particle(tokens[++next], {U"に", U"へ", U"まで", U"へと", U"にまで"})) return std::nullopt;
    while (is_particle(tokens[next], {U"に", U"へ", U"まで", U"へと", U"にまで", U"と"})) ++next;
    if (tokens[next].sort == Sort::comma) ++next;
    if (is_amount(tokens[next], now.unit)) pair.amount = next++;
    return finds_move(tokens, next, pair) ? std::optional(pair) : std::nullopt;
}

/// 288日から29日増の317日, 49人から８人増えて57人: the amount and its move stand between.
std::optional<Pair> pair_over_amount(const Tokens& tokens, std::size_t at) {
    const auto from = behind_from(tokens, at);
    if (!from || !is_amount(tokens[*from], tokens[at].figure.unit)) return std::nullopt;
    Pair pair{at, 0, *from, 0};
    if (!finds_move(tokens, *from + 1, pair)) return std::nullopt;
    std::size_t next = pair.move + 1;
    while (is_particle(tokens[next], {U"の", U"て", U"で", U"と"}) || tokens[next].sort == Sort::comma) ++next;
    pair.now = next;
    const TypedFigure& now = tokens[next].figure;
    const bool per = tokens[next + 1].text.starts_with(U"当たり") || tokens[next + 1].text.starts_with(U"あたり");
    const bool alike =
        tokens[next].sort == Sort::figure && now.unit == tokens[at].figure.unit && now.bound == Bound::exact && !per;
    return alike ? std::optional(pair) : std::nullopt;
}

}  // namespace

std::vector<Claim> read_pairs(const std::vector<Token>& tokens, const std::vector<Claim>& read) {
    std::vector<Claim> claims;
    for (std::size_t at = 0; at + 3 < tokens.size(); ++at) {
        auto pair = pair_at({tokens}, at);
        if (!pair) pair = pair_over_amount({tokens}, at);
        if (!pair) continue;
        const TypedFigure &before = tokens[pair->before].figure, &now = tokens[pair->now].figure;
        const base::Ratio change = now.value - before.value;
        const Token& move = tokens[pair->move];
        const bool other_way = change.sign() != sign_of(move);
        bool other_amount = false;
        if (pair->amount != 0) {
            const TypedFigure& amount = tokens[pair->amount].figure;
            const bool share = is_percent(amount.unit) && !is_percent(now.unit);
            other_amount = share ? !before.value.is_zero() &&
                                       !agrees(amount, magnitude(change) * base::Ratio(100) / magnitude(before.value))
                                 : amount.value != change && amount.value + change != base::Ratio();
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
