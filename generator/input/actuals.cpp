// years/*.yaml: the actual values of one year, by indicator.
#include "base/message.h"
#include "input/figure.h"
#include "input/readers.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;

void check_year(Fields& fields, base::Year expected, Reading& reading) {
    fields.required("year");
    const auto year = read_year(fields, "year", reading);
    if (!year || *year == expected) return;
    const base::Eras& eras = reading.inputs.eras;
    reading.diagnostics.error(fields.optional("year")->span,
                              say("this file is of {0}, but kensho.yaml names it for {1}",
                                  base::short_year(eras, *year), base::short_year(eras, expected)));
}

std::vector<std::string_view> ids(const Reading& reading) {
    std::vector<std::string_view> result;
    for (const auto& [id, index] : reading.indicators) result.push_back(id);
    return result;
}

/// The id of the indicator that has the name; null where none has it.
const std::string* id_of_name(const std::string& name, const Reading& reading) {
    for (const Indicator& indicator : reading.inputs.strategy.indicators) {
        if (indicator.name == name) return &indicator.id;
    }
    return nullptr;
}

/// The key itself: what is missing among the values is said there.
base::Span key_place(const Value& tree, std::string_view key) {
    for (const Value::Entry& entry : tree.entries) {
        if (entry.key == key) return entry.key_span;
    }
    return tree.span;
}

void read_actual(const Value::Entry& entry, Indicator& indicator, base::Year year, Reading& reading) {
    if (!indicator.reprint_of.empty()) {
        reading.diagnostics.error(entry.key_span, say("`{0}` is a reprint of `{1}`: its value is written there",
                                                      indicator.id, indicator.reprint_of));
        return;
    }
    const bool words_judged = formula_of(indicator, written_policy(reading)) == Formula::words;
    auto figure = read_figure(entry.value, words_judged ? Words::any : Words::statuses, reading);
    if (figure) indicator.actuals[year] = std::move(*figure);
}

}  // namespace

void read_actuals(const Value& tree, base::Year year, Reading& reading) {
    Fields fields(tree, reading.diagnostics);
    check_year(fields, year, reading);
    fields.required("actuals");
    reading.inputs.actuals_places[year] = key_place(tree, "actuals");
    std::vector<std::string_view> known;  // gathered when one is not
    for (const Value::Entry& entry : fields.map("actuals")) {
        const auto found = reading.indicators.find(entry.key);
        if (found != reading.indicators.end()) {
            read_actual(entry, reading.inputs.strategy.indicators[found->second], year, reading);
        } else if (const std::string* id = id_of_name(entry.key, reading); id != nullptr && reading.strategy_read) {
            // 移住相談件数: the name is not the key.
            reading.diagnostics.error(entry.key_span, say("the strategy has no indicator `{}`", entry.key),
                                      say("did you mean `{}`?", *id));
        } else if (reading.strategy_read) {
            if (known.empty()) known = ids(reading);
            base::report_unknown("the strategy has no indicator `{}`", entry.key, entry.key_span, known,
                                 reading.diagnostics);
        }
    }
}

}  // namespace input
