// Figures that the data do not hold and that follow from others of the same sentence: a share of two that stand there,
// the way from one to another, their sum. They are checked by what the sentence says itself.
#include <algorithm>

#include "check/reader.h"

namespace check {

namespace {

using base::Ratio;

bool is_exact(const Token& token) { return token.sort == Sort::figure && token.figure.bound == Bound::exact; }

Fact fact_of_figure(const TypedFigure& figure) {
    Fact fact;
    fact.value = figure.value;
    fact.unit = figure.unit;
    return fact;
}

struct Arithmetic {
    const std::vector<Token>& tokens;

    const Token& token(std::size_t at) const { return tokens[std::min(at, tokens.size() - 1)]; }
    bool counts_like(std::size_t at, std::size_t other) const {
        return is_exact(token(at)) && is_exact(token(other)) && token(at).figure.unit == token(other).figure.unit;
    }

    /// 61頭（17.3％）, 851件と67％を占め, of 352頭 that stand before: what follows from which figure.
    std::optional<std::string> share(std::size_t at) const {
        if (!is_percent(token(at).figure.unit) || at < 2) return std::nullopt;
        const bool beside = token(at - 1).text == U"（" || token(at - 1).text == U"と" || token(at - 1).text == U"で";
        const std::size_t part = at - 2;
        if (!beside || !is_exact(token(part)) || is_percent(token(part).figure.unit)) return std::nullopt;
        for (std::size_t all = part; all-- > 0;) {
            if (!counts_like(all, part) || token(all).figure.value <= token(part).figure.value) continue;
            const Ratio percent = token(part).figure.value * Ratio(100) / token(all).figure.value;
            if (agrees(token(at).figure, percent))
                return typed_text(token(part).figure) + " ／ " + typed_text(token(all).figure);
        }
        return std::nullopt;
    }

    /// 運行経費は１億4,200万円、運賃収入は6,380万円で、収支率は44.9％: of two that stand before it, told to a decimal.
    std::optional<std::string> quotient(std::size_t at) const {
        const TypedFigure& typed = token(at).figure;
        if (!is_percent(typed.unit) || typed.bound != Bound::exact || typed.step >= Ratio(1)) return std::nullopt;
        for (std::size_t all = 0; all < at; ++all) {
            for (std::size_t part = 0; part < at; ++part) {
                if (!is_exact(token(all)) || !is_exact(token(part)) || is_percent(token(all).figure.unit)) continue;
                const auto scaled = in_unit(token(part).figure, token(all).figure.unit);
                if (!scaled || scaled->value >= token(all).figure.value || scaled->value.sign() <= 0) continue;
                if (agrees(typed, scaled->value * Ratio(100) / token(all).figure.value))
                    return typed_text(token(part).figure) + " ／ " + typed_text(token(all).figure);
            }
        }
        return std::nullopt;
    }

    /// 前年度の６億円から…％減少した: the way from what stands before から to the other figure of its kind.
    std::optional<std::string> change(std::size_t at, const Claim& claim) const {
        const bool up = claim.typed.ends_with("増"), down = claim.typed.ends_with("減");
        if (!up && !down) return std::nullopt;
        for (std::size_t from = at; from-- > 0;) {
            const bool base =
                is_exact(token(from)) &&
                (token(from + 1).text == U"から" || token(from + 1).text == U"より" || token(from + 1).text == U"に" ||
                 token(from + 1).text == U"と" || token(from + 1).text == U"を");
            if (!base) continue;
            for (std::size_t to = 0; to < tokens.size(); ++to) {
                if (to == from || to == at || !counts_like(to, from)) continue;
                const Ratio moved = token(to).figure.value - token(from).figure.value;
                if (moved.sign() != (up ? 1 : -1)) continue;
                if (fits_change(token(at).figure, fact_of_figure(token(from).figure), fact_of_figure(token(to).figure)))
                    return typed_text(token(from).figure) + " → " + typed_text(token(to).figure);
            }
        }
        return std::nullopt;
    }

    /// 男性12人、女性８人の計20人: the sum of those of its kind that stand right before it.
    std::optional<std::string> sum(std::size_t at) const {
        if (at == 0 || (token(at - 1).text != U"計" && token(at - 1).text != U"合計")) return std::nullopt;
        Ratio sum;
        std::size_t parts = 0;
        for (std::size_t last = at; last-- > 0 && token(last).sort != Sort::end;) {
            if (!counts_like(last, at)) continue;
            sum = sum + token(last).figure.value;
            ++parts;
            if (parts > 1 && sum == token(at).figure.value) return typed_text(token(at).figure);
        }
        return std::nullopt;
    }
};

std::size_t token_of(const Claim& claim, const std::vector<Token>& tokens) {
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.sort == Sort::figure && token.begin == claim.begin;
    });
    return static_cast<std::size_t>(found - tokens.begin());
}

void bear_out(Claim& claim, const std::string& follows) {
    claim.kind = ClaimKind::itself;
    claim.verdict = Verdict::tied;
    claim.about = "同じ文の数";
    claim.truth = follows;
    claim.fact = {};
    claim.address.clear();
}

/// 移住者69人の内訳は、県内からが24人、県外からが45人: figures that were left, one behind the other, and are together
/// what stands before them, or what each of them was put beside.
void tie_parts(std::vector<Claim>& claims, const std::vector<Token>& tokens) {
    struct Told {
        Claim* claim;
        const TypedFigure* figure;
    };
    std::vector<Told> figures;
    for (Claim& claim : claims) {
        const std::size_t at = token_of(claim, tokens);
        if (claim.figure && !claim.inserted && at < tokens.size()) figures.push_back({&claim, &tokens[at].figure});
    }
    std::sort(figures.begin(), figures.end(),
              [](const Told& a, const Told& b) { return a.claim->begin < b.claim->begin; });
    const auto is_part = [&](const Told& told) {
        const bool way = told.claim->typed.ends_with("増") || told.claim->typed.ends_with("減");
        return told.claim->verdict == Verdict::left && !way && told.figure->bound == Bound::exact;
    };
    for (std::size_t first = 0; first < figures.size(); ++first) {
        const std::string& unit = figures[first].figure->unit;
        Ratio sum;
        for (std::size_t last = first;
             last < figures.size() && is_part(figures[last]) && figures[last].figure->unit == unit; ++last) {
            sum = sum + figures[last].figure->value;
            // One of a few small numbers is soon the sum of two others, and shares are 100％ of anything.
            const auto& facts = figures[last].claim->facts;
            const bool counts = unit == "項目" || unit == "つ" || unit == "指標";  // have facts of their own
            if (last == first || sum <= Ratio(9) || is_percent(unit) || counts) continue;
            const bool of_fact = !facts.empty() && facts[0].unit == unit && facts[0].value == sum;
            const TypedFigure* before = first > 0 ? figures[first - 1].figure : nullptr;
            const bool of_figure = before != nullptr && before->unit == unit && before->value == sum;
            if (!of_fact && !of_figure) continue;
            for (std::size_t part = first; part <= last; ++part)
                bear_out(*figures[part].claim, of_fact ? facts[0].printed : typed_text(*before));
            first = last;
            break;
        }
    }
}

}  // namespace

void tie_to_each_other(std::vector<Claim>& claims, const std::vector<Token>& tokens) {
    const Arithmetic arithmetic{tokens};
    tie_parts(claims, tokens);
    for (Claim& claim : claims) {
        if (!claim.figure || claim.verdict != Verdict::left || claim.inserted) continue;
        const std::size_t at = token_of(claim, tokens);
        if (at == tokens.size()) continue;
        auto follows = arithmetic.share(at);
        if (!follows) follows = arithmetic.change(at, claim);
        if (!follows) follows = arithmetic.quotient(at);
        if (!follows) follows = arithmetic.sum(at);
        if (follows) bear_out(claim, *follows);
    }
}

}  // namespace check
