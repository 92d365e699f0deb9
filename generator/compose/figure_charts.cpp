// Charts: shares of ratings, means over the years, headline targets from their baseline, the skyline of all rates.

#include <algorithm>
#include <set>

#include "base/message.h"
#include "base/utf8.h"
#include "compose/figures.h"
#include "compose/ranges.h"

namespace compose {

namespace {

std::int64_t thousandths(const base::Decimal& value) { return base::Ratio(value).thousandths(); }

void report_not_a_group(Composer& composer, const base::Fields& fields) {
    composer.diagnostics.error(fields.span(), base::say("`of` must be a goal, a measure, an initiative or `overall`"));
}

const base::Decimal* amount(const input::Figure* figure) {
    return figure != nullptr && figure->amount ? &*figure->amount : nullptr;
}

/// +364: what was reached, from the baseline.
std::string change_from(const World& world, const base::Decimal& value, const base::Decimal& baseline) {
    const int decimals = std::max(value.decimals, baseline.decimals);
    const base::Decimal change = (base::Ratio(value) - base::Ratio(baseline)).rounded(decimals);
    return base::difference_text(change, world.inputs.policy.numbers);
}

TargetBars::Panel bars_of(const World& world, const input::Indicator& indicator,
                          const evaluate::IndicatorAssessment& assessed) {
    TargetBars::Panel panel;
    const base::Decimal* baseline = amount(indicator.baseline ? &*indicator.baseline : nullptr);
    if (baseline != nullptr) {
        panel.baseline = base::to_text(*baseline, world.inputs.policy.numbers);
        panel.baseline_value = thousandths(*baseline);
    }
    for (const evaluate::Result& result : assessed.results) {
        TargetBars::Point point;
        point.year = base::short_year(world.inputs.eras, result.year);
        point.current = result.year == world.inputs.evaluated_year;
        const base::Decimal* target = amount(result.target);
        const base::Decimal* actual = amount(result.actual);
        if (target != nullptr) point.target = thousandths(*target);
        if (actual != nullptr) point.actual = thousandths(*actual);
        if (actual != nullptr && baseline != nullptr) point.label = change_from(world, *actual, *baseline);
        panel.points.push_back(std::move(point));
    }
    return panel;
}

/// The counts of a tally in the order of the figure's bands, which are those of the whole.
std::vector<int> parts_of(const evaluate::Tally& tally, const std::vector<evaluate::BandCount>& bands) {
    std::vector<int> parts(bands.size(), 0);
    for (const evaluate::BandCount& counted : evaluate::band_counts(tally)) {
        for (std::size_t i = 0; i < bands.size(); ++i) {
            if (bands[i].band == counted.band) parts[i] = static_cast<int>(counted.count);
        }
    }
    return parts;
}

std::string first_letter(const std::string& word) { return base::encode(base::decode(word).substr(0, 1)); }

/// A part too narrow for its word is told by its symbol: where the policy has none, by the first letter of the word,
/// and where two begin alike, by a number. What the symbol says already is no word beside it.
void give_symbols(std::vector<Band>& bands) {
    std::set<std::string> letters;
    for (const Band& band : bands) letters.insert(band.symbol.empty() ? first_letter(band.word) : band.symbol);
    const bool distinct = letters.size() == bands.size();
    for (std::size_t i = 0; i < bands.size(); ++i) {
        Band& band = bands[i];
        if (band.symbol.empty()) band.symbol = distinct ? first_letter(band.word) : std::to_string(i + 1);
        if (band.symbol == band.word) band.word.clear();
    }
}

}  // namespace

FigureData read_distribution(Composer& composer, base::Fields& fields) {
    Distribution distribution;
    const evaluate::Tally& all = composer.world.assessment.overall.kpis_in(composer.world.inputs.evaluated_year);
    const std::vector<evaluate::BandCount> bands = evaluate::band_counts(all);
    for (const evaluate::BandCount& of : bands) {
        distribution.bands.push_back({of.band->symbol, of.band->word, of.band->colour, of.band->on_colour});
    }
    give_symbols(distribution.bands);
    for_each_fields(composer, fields, "bars", [&](base::Fields& of) {
        Distribution::Bar bar;
        bar.number = text_at(composer, of, "number");
        bar.label = text_at(composer, of, "label");
        bar.count = text_at(composer, of, "count");
        bar.total = of.flag("total", false);
        const evaluate::Tally* tally = tally_of(composer.world, thing_of(composer, of));
        if (tally == nullptr) return report_not_a_group(composer, of);
        bar.parts = parts_of(*tally, bands);
        distribution.bars.push_back(std::move(bar));
    });
    return distribution;
}

FigureData read_trends(Composer& composer, base::Fields& fields) {
    Trends trends;
    const World& world = composer.world;
    for (const input::Band& band : world.inputs.policy.bands) {
        if (band.lower) trends.grid.push_back(thousandths(*band.lower));
    }
    std::sort(trends.grid.begin(), trends.grid.end());
    trends.ground_from = fields.optional_whole("ground_from", 0, 1000).value_or(0) * 1000;
    trends.ground_to = fields.optional_whole("ground_to", 0, 1000).value_or(0) * 1000;
    for_each_fields(composer, fields, "panels", [&](base::Fields& of) {
        Trends::Panel panel{text_at(composer, of, "title"), {}};
        const evaluate::GroupAssessment* group = group_of(world, thing_of(composer, of));
        if (group == nullptr) return report_not_a_group(composer, of);
        for (const evaluate::Tally& tally : group->kpis) {
            if (tally.year > world.inputs.evaluated_year) continue;
            Trends::Point point;
            point.year = base::short_year(world.inputs.eras, tally.year);
            point.current = tally.year == world.inputs.evaluated_year;
            if (tally.mean) point.thousandths = thousandths(*tally.mean);
            if (tally.mean) point.label = base::to_text(*tally.mean, world.inputs.policy.numbers);
            panel.points.push_back(std::move(point));
        }
        trends.panels.push_back(std::move(panel));
    });
    return trends;
}

FigureData read_target_bars(Composer& composer, base::Fields& fields) {
    TargetBars bars;
    const World& world = composer.world;
    for_each_fields(composer, fields, "panels", [&](base::Fields& of) {
        const Thing thing = thing_of(composer, of);
        const std::string title = text_at(composer, of, "title");
        const std::string unit = text_at(composer, of, "unit");
        const evaluate::Subject* indicator = indicator_of(composer, of, thing);
        if (indicator == nullptr) return;
        TargetBars::Panel panel = bars_of(world, world.inputs.strategy.indicators[indicator->index],
                                          world.assessment.indicators[indicator->index]);
        panel.title = title;
        panel.unit = unit;
        bars.panels.push_back(std::move(panel));
    });
    const auto from = length_in_range(fields, "columns_from");
    const auto to = length_in_range(fields, "columns_to");
    if (bars.panels.size() != 1) {
        for (TargetBars::Panel& panel : bars.panels) {
            for (TargetBars::Point& point : panel.points) point.label.clear();
        }
    } else if (from && to) {
        const auto count = static_cast<std::int64_t>(bars.panels[0].points.size());
        for (std::int64_t i = 0; i < count; ++i) {
            bars.column_centres.push_back(composer.fit.across(*from + scaled(*to - *from, 2 * i + 1, 2 * count)));
        }
    }
    return bars;
}

FigureData read_skyline(Composer& composer, base::Fields& fields) {
    Skyline skyline;
    for_each_fields(composer, fields, "groups", [&](base::Fields& of) {
        Skyline::Group group{text_at(composer, of, "number"), text_at(composer, of, "label"), {}};
        const evaluate::Tally* tally = tally_of(composer.world, thing_of(composer, of));
        if (tally == nullptr) return report_not_a_group(composer, of);
        std::vector<std::size_t> indices = tally->evaluated;
        std::sort(indices.begin(), indices.end());
        for (std::size_t index : indices) {
            const evaluate::Result& result = composer.world.assessment.indicators[index].in(tally->year);
            group.rates.push_back(result.rate ? std::optional(thousandths(result.rate->uncapped)) : std::nullopt);
        }
        skyline.groups.push_back(std::move(group));
    });
    return skyline;
}

}  // namespace compose
