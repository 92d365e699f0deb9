// Edges of bands for one type of indicators: the policy's ladder, some of whose steps lie elsewhere.
#include <algorithm>

#include "base/message.h"
#include "input/bands.h"

namespace input {

namespace {

using base::Ratio;
using base::say;
using base::Value;

/// Edges fall from band to band; equal ones are right only where the higher band begins above them.
bool in_order(const Band& higher, const Band& band) {
    const Ratio upper(*higher.lower), lower(*band.lower);
    return upper > lower || (upper == lower && higher.lower_strict && !band.lower_strict);
}

/// `policys`: the bands as they were, whose spans are not those of edges.
void check_order(const std::vector<Band>& bands, const std::vector<Band>& policys, base::Diagnostics& diagnostics) {
    for (std::size_t at = 1; at < bands.size(); ++at) {
        const Band &higher = bands[at - 1], &band = bands[at];
        if (!higher.lower || !band.lower || in_order(higher, band)) continue;
        const bool stayed = band.span == policys[at].span;
        if (stayed && higher.span == policys[at - 1].span) continue;  // told where the policy's bands are read
        diagnostics.error(stayed ? higher.span : band.span,
                          say("the bands `{0}` and `{1}` overlap", higher.word, band.word),
                          say("bands that `edges` leaves out keep the edge they have in `bands`"));
    }
}

void move_edge(std::vector<Band>& bands, const Value::Entry& entry, base::Diagnostics& diagnostics) {
    const auto found = std::find_if(bands.begin(), bands.end(), [&](const Band& b) { return b.is_called(entry.key); });
    if (found == bands.end()) {
        std::vector<std::string_view> known;
        known.reserve(bands.size());
        for (const Band& band : bands) known.emplace_back(band.word);
        return base::report_unknown("`{}` is no rating of the policy", entry.key, entry.key_span, known, diagnostics);
    }
    const std::optional<base::Decimal> edge = base::as_number(entry.value, diagnostics);
    if (!edge) return;
    if (!found->lower) {
        diagnostics.error(entry.key_span, say("the lowest band has no lower edge"),
                          say("give the edge of the band above it"));
        return;
    }
    const Ratio value(*edge);
    if (value.sign() > 0 && value < Ratio(2) && Ratio(*found->lower) >= Ratio(2)) {
        diagnostics.error(entry.value.span,
                          say("`{0}` is in per cent, and {1} is nearly nothing", entry.key, entry.value.text),
                          say("write 100 for 1"));
    }
    found->lower = edge;
    found->span = entry.value.span;
}

}  // namespace

std::vector<Band> read_edges(base::Fields& type, const std::vector<Band>& bands) {
    const std::vector<Value::Entry>& entries = type.map("edges");
    if (entries.empty()) return {};
    std::vector<Band> moved = bands;
    for (Band& band : moved) band.range.clear();
    for (const Value::Entry& entry : entries) move_edge(moved, entry, type.diagnostics());
    check_order(moved, bands, type.diagnostics());
    return moved;
}

}  // namespace input
