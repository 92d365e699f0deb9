// The small languages: numbers, years, lengths, colours, and a template's conditions and texts.
#include "base/decimal.h"
#include "base/value.h"
#include "base/year.h"
#include "compose/expression.h"
#include "evaluate/format.h"
#include "fuzz/fuzz.h"

namespace {

const base::Eras eras = {{"令和", "R", 2019}, {"平成", "H", 1989}, {"昭和", "S", 1926}};

const evaluate::Wording wording;

/// An assessment of no city: filters ask it for the eras alone.
const evaluate::Assessment& nothing() {
    static const input::Inputs inputs;
    static evaluate::Assessment assessment;
    assessment.inputs = &inputs;
    return assessment;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    if (const auto number = base::parse_decimal(text).value) {
        const auto again = base::parse_decimal(base::plain(*number)).value;
        fuzz::expect(again && base::plain(*again) == base::plain(*number), "a number that does not come back");
    }
    if (const auto year = base::parse_year(eras, text)) {
        const auto again = base::parse_year(eras, base::short_year(eras, *year));
        fuzz::expect(again && *again == *year, "a year that does not come back");
    }
    base::Sources sources;
    base::Diagnostics diagnostics;
    base::Value scalar;
    scalar.kind = base::Value::Kind::scalar;
    scalar.text = text;
    scalar.span = {sources.add("any.yaml", text), 0, static_cast<std::uint32_t>(text.size())};
    base::as_length(scalar, diagnostics);
    base::as_colour(scalar, diagnostics);
    base::as_whole(scalar, -5, 5, diagnostics);
    compose::parse_condition(scalar, diagnostics);
    const evaluate::Context context{nothing(), wording};
    for (const evaluate::Piece& piece : compose::parse_text(scalar, diagnostics)) {
        for (const evaluate::Filter& filter : evaluate::filters()) {
            evaluate::formatted(context, {evaluate::Words{piece.literal}}, {std::string(filter.word)});
        }
        evaluate::formatted(context, {evaluate::Words{"8"}}, piece.filters);
    }
    fuzz::render_all(diagnostics, sources);
    return 0;
}
