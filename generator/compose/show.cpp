// How things are printed, and what is heard instead.

#include <algorithm>
#include <array>

#include "base/number_style.h"
#include "compose/members.h"
#include "evaluate/assessment.h"

namespace compose {

namespace {

Shown show_missing(const World& world, const Missing& missing) {
    if (missing.unreported && world.draft) return {world.words.draft_value, {}, {}, {}, true};
    return {world.words.missing, {}, world.words.missing_spoken, {}, true};
}

Shown show_year(const World& world, const YearThing& year) {
    const base::Eras& eras = world.inputs.eras;
    return {base::short_year(eras, year.year), {}, {}, base::era_year(eras, year.year, year.kind), false};
}

std::string spoken_status(const input::Policy& policy, const std::string& word) {
    for (const input::StatusWord& status : policy.statuses) {
        if (status.word == word && status.meaning != word) return status.meaning;
    }
    return {};
}

Shown show_figure(const World& world, const FigureThing& thing) {
    const input::Figure& figure = *thing.figure;
    if (!figure.amount) return {figure.words, {}, spoken_status(*thing.policy, figure.words), {}, true};
    const std::string printed = base::to_text(*figure.amount, thing.policy->numbers);
    const std::string spoken = spoken_number(world, printed, thing.policy->numbers);
    if (!figure.reference) return {printed, printed, spoken, {}, true};
    std::string bracketed = world.words.reference;
    if (const std::size_t at = bracketed.find("{}"); at != std::string::npos) bracketed.replace(at, 2, printed);
    return {bracketed, printed, world.words.reference_spoken + (spoken.empty() ? printed : spoken), {}, true};
}

Shown show_trend(const World& world, Trend trend) {
    const Words& words = world.words;
    return {trend == Trend::up ? words.up : trend == Trend::down ? words.down : words.level, {}, {}, {}, false};
}

}  // namespace

std::string spoken_number(const World& world, const std::string& printed, const base::NumberStyle& style) {
    if (world.words.minus.empty() || style.minus.empty() || !printed.starts_with(style.minus)) return {};
    return world.words.minus + printed.substr(style.minus.size());
}

Shown show(const World& world, const Thing& thing) {
    return std::visit(
        [&]<typename T>(const T& is) -> Shown {
            if constexpr (std::is_same_v<T, Shown>) return is;
            if constexpr (std::is_same_v<T, Missing>) return show_missing(world, is);
            if constexpr (std::is_same_v<T, std::int64_t>) return {std::to_string(is), {}, {}, {}, false};
            if constexpr (std::is_same_v<T, YearThing>) return show_year(world, is);
            if constexpr (std::is_same_v<T, FigureThing>) return show_figure(world, is);
            if constexpr (std::is_same_v<T, BandThing>) return {is.band->word, {}, {}, {}, true};
            if constexpr (std::is_same_v<T, SectionThing>) return {is.name, {}, {}, {}, true};
            if constexpr (std::is_same_v<T, Trend>) return show_trend(world, is);
            if constexpr (std::is_same_v<T, Unseen>) return {std::string(1, hole), {}, {}, {}, true};
            if constexpr (std::is_same_v<T, NarrativeThing>) {
                return {is.value == nullptr ? std::string() : is.value->text, {}, {}, {}, false};
            }
            return {};
        },
        thing.is);
}

bool prints(Kind kind) {
    constexpr std::array<Kind, 9> with_letters = {anything,          a_number,         a_text,
                                                  one<YearThing>,    one<FigureThing>, one<BandThing>,
                                                  one<SectionThing>, one<Trend>,       one<NarrativeThing>};
    return !kind.list && std::any_of(with_letters.begin(), with_letters.end(),
                                     [&](Kind one) { return one.alternative == kind.alternative; });
}

bool truth(const World& world, const Thing& thing) {
    return std::visit(
        [&]<typename T>(const T& is) -> bool {
            if constexpr (std::is_same_v<T, bool>) return is;
            if constexpr (std::is_same_v<T, std::monostate> || std::is_same_v<T, Missing>) return false;
            if constexpr (std::is_same_v<T, std::int64_t>) return is != 0;
            if constexpr (std::is_same_v<T, Shown>) return !is.text.empty();
            if constexpr (std::is_same_v<T, Things>) return !is->empty();
            if constexpr (std::is_same_v<T, NarrativeThing>) return is.value != nullptr && !is.value->is_empty();
            if constexpr (std::is_same_v<T, DraftThing>) return world.draft;
            return true;
        },
        thing.is);
}

Thing figure_or_missing(const input::Figure* figure, const input::Policy* policy) {
    return figure == nullptr ? Thing{Missing{}} : Thing{FigureThing{figure, policy}};
}

Thing difference(const World& world, const std::optional<base::Decimal>& value) {
    if (!value) return {Missing{}};
    const base::NumberStyle& style = world.inputs.policy.numbers;
    const std::string printed = base::difference_text(*value, style);
    return {Shown{printed, printed, spoken_number(world, printed, style), {}, true}};
}

Thing per_cent(const World& world, const std::optional<base::Decimal>& value, const input::Policy& policy) {
    if (!value) return {Missing{}};
    const std::string number = base::to_text(*value, policy.numbers);
    const std::string printed = number + policy.numbers.percent;
    return {Shown{printed, number, spoken_number(world, printed, policy.numbers), {}, true}};
}

Thing trend_of(const std::optional<base::Decimal>& change) {
    if (!change) return {};
    const int sign = base::Ratio(*change).sign();
    return {sign > 0 ? Trend::up : sign < 0 ? Trend::down : Trend::level};
}

Thing band_or_nothing(const input::Band* band) { return band == nullptr ? Thing{} : Thing{BandThing{band}}; }

}  // namespace compose
