// Each band is compared with the one above it: every edge between two must belong to exactly one of them.
#include "input/bands.h"

#include <algorithm>
#include <compare>
#include <string_view>

#include "base/message.h"

namespace input {

namespace {

using base::Decimal;
using base::Diagnostics;
using base::Fields;
using base::Ratio;
using base::say;
using base::Span;
using base::Value;

/// An end of a band as it was written. A strict lower edge does not belong to the band; a strict upper one neither.
struct Edge {
    std::optional<Decimal> at;
    bool strict = false;
    Span span;
};

struct EdgedBand {
    Band band;
    Edge lower, upper;
};

/// At most one of the two keys: `with` counts the edge in, `without` leaves it out.
Edge read_edge(Fields& fields, std::string_view with, std::string_view without) {
    const Value* inclusive = fields.optional(with);
    const Value* exclusive = fields.optional(without);
    if (inclusive != nullptr && exclusive != nullptr) {
        fields.diagnostics().error(exclusive->span, say("a band has either `{0}` or `{1}`, not both", with, without));
    }
    Edge edge;
    edge.strict = inclusive == nullptr && exclusive != nullptr;
    edge.at = fields.optional_number(edge.strict ? without : with);
    if (inclusive != nullptr || exclusive != nullptr) edge.span = (edge.strict ? exclusive : inclusive)->span;
    return edge;
}

EdgedBand read_band(const Value& item, bool points_needed, Diagnostics& diagnostics) {
    Fields fields(item, diagnostics);
    EdgedBand result;
    result.lower = read_edge(fields, "from", "above");
    result.upper = read_edge(fields, "up_to", "below");
    Band& band = result.band;
    band = read_looks(fields);
    band.id = fields.optional_text("id").value_or(band.word);
    band.range = fields.optional_text("range").value_or("");
    band.points =
        points_needed && fields.required("points") == nullptr ? std::nullopt : fields.optional_number("points");
    band.lower = result.lower.at;
    band.lower_strict = result.lower.strict;
    return result;
}

/// 80 to 99 under 100 where values come in whole numbers: one step lies between the edges, and nothing in it.
bool one_step_below(const EdgedBand& higher, const EdgedBand& band, int decimals) {
    base::Decimal step = base::whole(1);
    step.decimals = decimals;
    return !band.upper.strict && !higher.lower.strict && Ratio(*band.upper.at) + Ratio(step) == Ratio(*higher.lower.at);
}

/// The upper edge a band states must be the lower edge of the one above it, and belong to exactly one of the two; or
/// lie one step below it, where rated values come in steps of so many decimals.
void check_upper(const EdgedBand& higher, const EdgedBand& band, std::optional<int> decimals,
                 Diagnostics& diagnostics) {
    if (!band.upper.at || !higher.lower.at) return;
    if (decimals && one_step_below(higher, band, *decimals)) return;
    const auto order = Ratio(*band.upper.at) <=> Ratio(*higher.lower.at);
    const std::string edge = base::plain(*higher.lower.at);
    const std::string hint = higher.lower.strict ? say("write `up_to: {}`", edge) : say("write `below: {}`", edge);
    if (std::is_lt(order) || (std::is_eq(order) && band.upper.strict && higher.lower.strict)) {
        diagnostics.error(band.upper.span,
                          say("a gap between the bands `{0}` and `{1}`", higher.band.word, band.band.word), hint);
    } else if (std::is_gt(order) || (std::is_eq(order) && !band.upper.strict && !higher.lower.strict)) {
        diagnostics.error(band.upper.span, say("the bands `{0}` and `{1}` overlap", higher.band.word, band.band.word),
                          hint);
    }
}

/// Lower edges fall from band to band. Equal ones are right only where the higher band leaves the edge to the lower.
void check_lower(const EdgedBand& higher, const EdgedBand& band, Diagnostics& diagnostics) {
    if (!higher.lower.at) {
        diagnostics.error(higher.band.span,
                          say("the band `{}` has no lower edge, so none can follow", higher.band.word),
                          say("only the lowest band is without `from` or `above`"));
        return;
    }
    if (!band.lower.at) return;
    const auto order = Ratio(*band.lower.at) <=> Ratio(*higher.lower.at);
    if (std::is_gt(order)) {
        diagnostics.error(band.lower.span, say("the bands `{0}` and `{1}` overlap", higher.band.word, band.band.word),
                          say("bands stand highest first, each with a lower edge than the one before"));
    } else if (std::is_eq(order) && !(higher.lower.strict && !band.lower.strict)) {
        diagnostics.error(band.lower.span, say("the bands `{0}` and `{1}` overlap", higher.band.word, band.band.word),
                          say("the same edge belongs to one band only"));
    }
}

void check_unique(const std::vector<EdgedBand>& bands, Diagnostics& diagnostics) {
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const auto same = [&](const EdgedBand& other) {
            return other.band.word == bands[i].band.word || other.band.id == bands[i].band.id;
        };
        const auto end = bands.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(bands.begin(), end, same)) {
            diagnostics.error(bands[i].band.span, say("the band `{}` is given twice", bands[i].band.word));
            continue;
        }
        const auto alike = std::find_if(bands.begin(), end, [&](const EdgedBand& other) {
            return !other.band.symbol.empty() && other.band.symbol == bands[i].band.symbol;
        });
        if (alike == end) continue;
        diagnostics.error(
            bands[i].band.span,
            say("the bands `{0}` and `{1}` have the same symbol, {2}", alike->band.word, bands[i].band.word,
                bands[i].band.symbol),
            say("narrow places show the symbol alone; leave it out, and they show the word's first letter"));
    }
}

void check_ends(const std::vector<EdgedBand>& bands, Diagnostics& diagnostics) {
    if (bands.front().upper.at) {
        diagnostics.error(bands.front().upper.span, say("no band covers what lies above `{}`", bands.front().band.word),
                          say("the highest band has no upper edge"));
    }
    if (bands.back().lower.at) {
        diagnostics.error(bands.back().lower.span, say("no band covers what lies below `{}`", bands.back().band.word),
                          say("the lowest band has no lower edge"));
    }
}

void check_bands(const std::vector<EdgedBand>& bands, std::optional<int> decimals, Diagnostics& diagnostics) {
    if (bands.empty()) return;
    check_unique(bands, diagnostics);
    for (std::size_t i = 1; i < bands.size(); ++i) {
        check_lower(bands[i - 1], bands[i], diagnostics);
        check_upper(bands[i - 1], bands[i], decimals, diagnostics);
    }
    check_ends(bands, diagnostics);
}

/// Edges are in per cent: a ladder that ends at 1 was meant in shares.
void check_scale(const std::vector<Band>& bands, Diagnostics& diagnostics) {
    if (bands.empty() || !bands.front().lower) return;
    const Ratio highest(*bands.front().lower);
    if (highest.sign() <= 0 || highest >= Ratio(2)) return;
    diagnostics.error(
        bands.front().span,
        say("the edges of bands are in per cent, and the highest is {}", base::plain(*bands.front().lower)),
        say("write 100 for 1"));
}

std::vector<Band> checked_bands(const std::vector<Value>& items, bool points_needed, std::optional<int> decimals,
                                Diagnostics& diagnostics) {
    std::vector<EdgedBand> bands;
    bands.reserve(items.size());
    for (const Value& item : items) bands.push_back(read_band(item, points_needed, diagnostics));
    check_bands(bands, decimals, diagnostics);
    std::vector<Band> result;
    result.reserve(bands.size());
    for (EdgedBand& band : bands) result.push_back(std::move(band.band));
    return result;
}

constexpr std::string_view class_names[] = {"above", "equal", "below", "worse"};
constexpr std::string_view class_names_by_baseline[] = {"reached", "better", "same", "worse"};

bool reached(const Band& band, const Ratio& value, bool beyond) {
    if (!band.lower) return true;
    const Ratio edge(*band.lower);
    const bool whole_target = beyond && edge == Ratio(100);
    return band.lower_strict || whole_target ? value > edge : value >= edge;
}

}  // namespace

Band read_looks(Fields& fields) {
    Band band;
    band.span = fields.span();
    band.word = fields.required_text("word");
    band.symbol = fields.optional_text("symbol").value_or("");
    if (fields.required("colour") != nullptr) band.colour = fields.optional_colour("colour").value_or(base::Colour{});
    if (fields.required("on_colour") != nullptr) {
        band.on_colour = fields.optional_colour("on_colour").value_or(base::Colour{});
    }
    band.id = band.word;
    return band;
}

std::vector<Band> read_bands(Fields& policy, bool points_needed, std::optional<int> decimals) {
    const std::vector<Value>& items = policy.required_list("bands");
    if (items.empty() && policy.has("bands") && policy.optional("bands")->is_list()) {
        policy.diagnostics().error(policy.optional("bands")->span, say("a policy has at least one band"));
    }
    std::vector<Band> bands = checked_bands(items, points_needed, decimals, policy.diagnostics());
    check_scale(bands, policy.diagnostics());
    return bands;
}

std::vector<Band> read_group_bands(Fields& policy) {
    return checked_bands(policy.list("group_bands"), false, std::nullopt, policy.diagnostics());
}

std::vector<Band> read_word_bands(Fields& fields, std::string_view key) {
    std::vector<Band> bands;
    for (const Value& item : fields.list(key)) {
        Fields one(item, fields.diagnostics());
        Band band = read_looks(one);
        band.id = one.optional_text("id").value_or(band.word);
        const auto same = [&](const Band& other) { return other.word == band.word; };
        if (std::any_of(bands.begin(), bands.end(), same)) {
            fields.diagnostics().error(item.span, say("the band `{}` is given twice", band.word));
        }
        bands.push_back(std::move(band));
    }
    return bands;
}

std::vector<Band> read_class_bands(Fields& policy, bool needed, bool& by_baseline) {
    std::vector<Band> bands;
    if (needed) policy.required("class_bands");
    for (const Value& item : policy.list("class_bands")) {
        Fields fields(item, policy.diagnostics());
        Band band = read_looks(fields);
        band.id = fields.required_text("class");
        band.range = fields.optional_text("range").value_or("");
        band.points = fields.optional_number("points");
        bands.push_back(std::move(band));
    }
    const auto ids = [](const Band& band, std::string_view name) { return band.id == name; };
    const Value* value = policy.optional("class_bands");
    const auto are = [&](const auto& names) {
        return std::equal(bands.begin(), bands.end(), std::begin(names), std::end(names), ids);
    };
    by_baseline = are(class_names_by_baseline);
    if (!bands.empty() && !are(class_names) && !by_baseline) {
        policy.diagnostics().error(value->span, say("the classes are above, equal, below, worse, in this order"),
                                   say("or, told from the baseline: reached, better, same, worse"));
    }
    return bands;
}

const Band* band_of(const std::vector<Band>& bands, const Ratio& value, bool beyond) {
    const auto found =
        std::find_if(bands.begin(), bands.end(), [&](const Band& b) { return reached(b, value, beyond); });
    return found == bands.end() ? nullptr : &*found;
}

const Band* judged_band(const Policy& policy, bool reached) {
    const std::optional<std::size_t>& named = reached ? policy.judged.reached : policy.judged.missed;
    if (named) return &policy.bands[*named];
    if (reached) return band_of(policy.bands, Ratio(100));
    return policy.bands.empty() ? nullptr : &policy.bands.back();
}

}  // namespace input
