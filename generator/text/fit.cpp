// The deepest step of adjustment a line needs sets its cost; hanging and trailing spaces are tried as other measures.
#include "text/fit.h"

#include <algorithm>

namespace text {

namespace {

// Costs by the deepest step used (JLREQ 3.8.2-4): reducing (追い込み) comes before expanding (追い出し). Within a step
// the cost grows with the square of the share used.
struct StepCost {
    std::int64_t base, whole;
};
constexpr std::array<StepCost, reduce_steps> reduce_cost = {{{2, 10}, {6, 0}, {12, 20}, {20, 40}, {28, 50}, {60, 90}}};
constexpr std::array<StepCost, expand_steps> expand_cost = {{{8, 20}, {32, 60}, {70, 1600}}};
constexpr std::size_t line_end_step = 1;
constexpr std::int64_t hanging_cost = 5;
constexpr std::int64_t underfull_cost = 20000;
// In a measure narrower than so many em, a line that would be stretched by more than that share, in thousandths, keeps
// its natural width: holes in its few gaps show more than a short line. It costs more than any other break that holds
// words and units together.
constexpr std::int64_t narrow_measure = 20;
constexpr std::int64_t most_stretch = 80;
constexpr std::int64_t loose_cost = 1500;

template <std::size_t N>
std::int64_t cost_of(std::int64_t amount, const std::array<std::int64_t, N>& limits,
                     const std::array<StepCost, N>& costs) {
    for (std::size_t step = 0; step < N; ++step) {
        if (amount > limits[step]) {
            amount -= limits[step];
            continue;
        }
        const std::int64_t share = limits[step] == 0 ? 0 : amount * 1000 / limits[step];
        return costs[step].base + costs[step].whole * share / 1000 * share / 1000;
    }
    return -1;
}

Fit fit_to(const Extent& line, std::int64_t measure, std::int64_t extra_cost) {
    Fit fit;
    fit.change = measure - line.natural;
    if (fit.change == 0) {
        fit.possible = true;
        fit.cost = extra_cost;
        return fit;
    }
    const std::int64_t cost =
        fit.change < 0 ? cost_of(-fit.change, line.reduce, reduce_cost) : cost_of(fit.change, line.expand, expand_cost);
    fit.possible = cost >= 0 || fit.change > 0;
    fit.underfull = cost < 0 && fit.change > 0;
    // Where a line cannot be filled, the square keeps what is missing from gathering in a single stump of a line.
    const std::int64_t missing = fit.change * 10 / std::max<std::int64_t>(line.em, 1);
    fit.cost = fit.underfull ? underfull_cost + 3 * missing * missing : cost;
    const bool narrow = measure < narrow_measure * line.em;
    if (narrow && !fit.underfull && fit.change * 1000 > line.natural * most_stretch) {
        fit.underfull = true;
        fit.cost = loose_cost + 3 * missing * missing;
    }
    fit.cost += extra_cost;
    if (fit.underfull) fit.change = 0;
    return fit;
}

const Fit& better(const Fit& a, const Fit& b) {
    if (a.possible != b.possible) return a.possible ? a : b;
    return b.cost < a.cost ? b : a;
}

}  // namespace

std::vector<Sums> sums_of(const Prepared& prepared) {
    std::vector<Sums> sums(prepared.elements.size() + 1);
    for (std::size_t i = 0; i < prepared.elements.size(); ++i) {
        const Gap& gap = prepared.gaps[i];
        sums[i + 1].width = sums[i].width + prepared.elements[i].body + gap.natural;
        for (std::size_t s = 0; s < reduce_steps; ++s) sums[i + 1].reduce[s] = sums[i].reduce[s] + gap.reduce[s];
        for (std::size_t s = 0; s < expand_steps; ++s) sums[i + 1].expand[s] = sums[i].expand[s] + gap.expand[s];
    }
    return sums;
}

Fit fit_justified(const Extent& line, std::int64_t measure) {
    Fit best = fit_to(line, measure, line.trailing == 0 ? 0 : reduce_cost[line_end_step].base);
    if (line.trailing > 0) best = better(fit_to(line, measure - line.trailing, 0), best);
    if (line.hanging > 0) best = better(best, fit_to(line, measure + line.hanging, hanging_cost));
    return best;
}

Fit fit_reduced(const Extent& line, std::int64_t measure) { return fit_to(line, measure, 0); }

}  // namespace text
