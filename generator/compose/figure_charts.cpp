// Shares of ratings, means over the years, the skyline of all rates.

#include <algorithm>
#include <set>

#include "base/message.h"
#include "base/utf8.h"
#include "compose/figures.h"
#include "compose/inlines.h"

namespace compose {

namespace {

std::int64_t thousandths(const base::Decimal& value) { return base::Ratio(value).thousandths(); }

void report_not_a_group(Composer& composer, const base::Fields& fields) {
    composer.diagnostics.error(fields.span(), base::say("`of` must be a goal, a measure, an initiative or `overall`"));
}

/// The counts of a tally in the order of the figure's bands, which are those of the whole.
std::vector<int> parts_of(const evaluate::Tally& tally, const std::vector<evaluate::BandCount>& bands) {
    std::vector<int> parts(bands.size(), 0);
    for (const auto& counts : {evaluate::band_counts(tally), evaluate::status_counts(tally)}) {
        for (const evaluate::BandCount& counted : counts) {
            for (std::size_t i = 0; i < bands.size(); ++i) {
                if (bands[i].band == counted.band) parts[i] = static_cast<int>(counted.count);
            }
        }
    }
    return parts;
}

/// What has no rating is white: it is none of the ratings, but it counts.
constexpr Colour unrated_ground{0xFF, 0xFF, 0xFF}, unrated_ink{0x1A, 0x21, 0x29};

int unrated_in(const evaluate::Tally& tally) {
    int unrated = static_cast<int>(tally.in_force) - static_cast<int>(tally.evaluated.size());
    for (const evaluate::BandCount& of : evaluate::status_counts(tally)) unrated -= static_cast<int>(of.count);
    return unrated;
}

std::string first_letter(const std::string& word) { return base::encode(base::decode(word).substr(0, 1)); }

/// A part too narrow for its word is told by its symbol: where the policy has none, by the first letter of the word,
/// and where two begin alike, by a number. What the symbol says already is no word beside it.
void give_symbols(std::vector<ChartBand>& bands) {
    std::set<std::string> letters;
    for (const ChartBand& band : bands) letters.insert(band.symbol.empty() ? first_letter(band.word) : band.symbol);
    const bool distinct = letters.size() == bands.size();
    for (std::size_t i = 0; i < bands.size(); ++i) {
        ChartBand& band = bands[i];
        if (band.symbol.empty()) band.symbol = distinct ? first_letter(band.word) : std::to_string(i + 1);
        if (band.symbol == band.word) band.word.clear();
    }
}

}  // namespace

FigureData read_distribution(Composer& composer, base::Fields& fields) {
    Distribution distribution;
    const evaluate::Tally& all = composer.world.assessment.overall.kpis_in(composer.world.inputs.evaluated_year);
    std::vector<evaluate::BandCount> bands = evaluate::band_counts(all);
    for (const evaluate::BandCount& of : evaluate::status_counts(all)) bands.push_back(of);
    for (const evaluate::BandCount& of : bands) {
        distribution.bands.push_back({of.band->symbol, of.band->word, of.band->colour, of.band->on_colour});
    }
    give_symbols(distribution.bands);
    const bool unrated = unrated_in(all) > 0;
    if (unrated) distribution.bands.push_back({"－", all.policy->excluded_word, unrated_ground, unrated_ink});
    for_each_fields(composer, fields, "bars", [&](base::Fields& of) {
        Distribution::Bar bar;
        bar.number = text_at(composer, of, "number");
        bar.label = text_at(composer, of, "label");
        bar.count = text_at(composer, of, "count");
        bar.total = of.flag("total", false);
        const evaluate::Tally* tally = tally_of(composer.world, thing_of(composer, of));
        if (tally == nullptr) return report_not_a_group(composer, of);
        bar.parts = parts_of(*tally, bands);
        if (unrated) bar.parts.push_back(unrated_in(*tally));
        distribution.bars.push_back(std::move(bar));
    });
    return distribution;
}

FigureData read_trends(Composer& composer, base::Fields& fields) {
    Trends trends;
    const World& world = composer.world;
    const input::Policy& policy = world.inputs.policy;
    const evaluate::Tally& all = world.assessment.overall.kpis_in(world.inputs.evaluated_year);
    // Means are rated by the bands of groups, in their own unit; where there are none, points have no lines.
    for (const input::Band& band : policy.group_bands.empty() && !all.in_points ? policy.bands : policy.group_bands) {
        if (band.lower) trends.grid.push_back(thousandths(*band.lower));
    }
    std::sort(trends.grid.begin(), trends.grid.end());
    trends.ground_from = fields.optional_whole("ground_from", 0, 1000).value_or(0) * 1000;
    trends.ground_to = fields.optional_whole("ground_to", 0, 1000).value_or(0) * 1000;
    if (all.in_points) trends.ground_from = trends.ground_to = 0;  // the ground is told in per cents
    for_each_fields(composer, fields, "panels", [&](base::Fields& of) {
        Trends::Panel panel{text_at(composer, of, "title"), {}};
        const Thing thing = thing_of(composer, of);
        const evaluate::GroupAssessment* group = group_of(world, thing);
        if (group == nullptr) return report_not_a_group(composer, of);
        for (const evaluate::Tally& tally : group->kpis) {
            if (tally.year > world.inputs.evaluated_year) continue;
            Trends::Point point;
            point.year = base::short_year(world.inputs.eras, tally.year);
            point.current = tally.year == world.inputs.evaluated_year;
            if (tally.mean) point.thousandths = thousandths(*tally.mean);
            if (tally.mean) point.label = base::to_text(*tally.mean, world.inputs.policy.numbers);
            if (tally.mean)
                point.fact = fact_of(composer, followed(composer, thing, {{"mean"}, point.year}, of.span()));
            panel.points.push_back(std::move(point));
        }
        trends.panels.push_back(std::move(panel));
    });
    return trends;
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
