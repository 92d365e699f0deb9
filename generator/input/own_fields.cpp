// 項目: what a city writes of its projects and measures beside what kensho knows; kensho.yaml declares them.
#include "input/own_fields.h"

#include <algorithm>

#include "base/message.h"
#include "input/bands.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;
using Is = OwnField::Is;

/// A number that was declared above, of which a rate is made.
void check_term(const std::string& id, base::Span span, const std::vector<OwnField>& before,
                base::Diagnostics& diagnostics) {
    std::vector<std::string_view> known;
    for (const OwnField& field : before) {
        if (field.is == Is::number) known.emplace_back(field.id);
    }
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    base::report_unknown("no number among the fields above is called `{}`", id, span, known, diagnostics);
}

void read_quotient(Fields& fields, OwnField& field, const std::vector<OwnField>& before) {
    const Value* of = fields.optional("rate_of");
    if (of == nullptr) return;
    field.is = Is::rate;
    field.decimals = static_cast<int>(fields.optional_whole("decimals", 0, 10).value_or(1));
    const std::vector<Value>& terms = base::as_list(*of, fields.diagnostics());
    if (terms.size() != 2 || !terms[0].is_scalar() || !terms[1].is_scalar()) {
        fields.diagnostics().error(of->span, say("a rate is made of two numbers"),
                                   say("write `rate_of: [settled, budget]`"));
        return;
    }
    field.part = terms[0].text;
    field.whole = terms[1].text;
    for (const Value& term : terms) check_term(term.text, term.span, before, fields.diagnostics());
}

OwnField read_field(const Value::Entry& entry, const std::vector<OwnField>& before, base::Diagnostics& diagnostics) {
    OwnField field;
    field.id = entry.key;
    field.span = entry.key_span;
    Fields fields(entry.value, diagnostics);
    field.name = fields.required_text("name");
    field.unit = fields.optional_text("unit").value_or("");
    field.is = fields.optional_choice<Is>("kind", {{"number", Is::number}, {"rating", Is::rating}, {"text", Is::text}})
                   .value_or(Is::number);
    read_quotient(fields, field, before);
    field.bands = read_word_bands(fields, "words");
    if (!field.bands.empty()) field.is = Is::rating;
    return field;
}

bool good_id(const std::string& id) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !id.empty() && letter(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

void check_word(const OwnField& field, const Value& value, Reading& reading) {
    std::vector<std::string_view> known;
    for (const Band& band : field.bands.empty() ? written_policy(reading).bands : field.bands) {
        known.emplace_back(band.word);
    }
    if (known.empty() || std::find(known.begin(), known.end(), value.text) != known.end()) return;
    base::report_unknown("`{}` is no word of the field", value.text, value.span, known, reading.diagnostics);
}

OwnValue read_value(const OwnField& field, const Value& value, Reading& reading) {
    OwnValue result;
    result.span = value.span;
    if (field.is == Is::rate) {
        reading.diagnostics.error(value.span, say("`{}` is computed and not written", field.id));
    } else if (field.is == Is::number) {
        result.number = base::as_number(value, reading.diagnostics);
    } else {
        result.text = base::as_text(value, reading.diagnostics).value_or("");
        if (field.is == Is::rating && !result.text.empty()) check_word(field, value, reading);
    }
    return result;
}

}  // namespace

const OwnField* Inputs::own_field(std::string_view id) const {
    const auto found =
        std::find_if(own_fields.begin(), own_fields.end(), [&](const OwnField& field) { return field.id == id; });
    return found == own_fields.end() ? nullptr : &*found;
}

std::vector<OwnField> read_own_fields(Fields& project, base::Diagnostics& diagnostics) {
    std::vector<OwnField> fields;
    for (const Value::Entry& entry : project.map("fields")) {
        if (!good_id(entry.key)) {
            diagnostics.error(entry.key_span, say("`{}` cannot be an id", entry.key),
                              say("an id begins with a letter and has letters, digits, - and _: daily-support"));
        }
        fields.push_back(read_field(entry, fields, diagnostics));
    }
    return fields;
}

OwnValues read_own_values(Fields& owner, Reading& reading) {
    OwnValues values;
    std::vector<std::string_view> known;
    for (const OwnField& field : reading.inputs.own_fields) known.emplace_back(field.id);
    for (const Value::Entry& entry : owner.map("fields")) {
        const OwnField* field = reading.inputs.own_field(entry.key);
        if (field == nullptr) {
            base::report_unknown("kensho.yaml declares no field `{}`", entry.key, entry.key_span, known,
                                 reading.diagnostics);
        } else if (!entry.value.is_empty()) {
            values[entry.key] = read_value(*field, entry.value, reading);
        }
    }
    return values;
}

}  // namespace input
