// A doubt is silenced only by name and with its reason; an entry without one is reported at its place.
#include "input/silence.h"

#include "base/message.h"

namespace input {

using base::Fields;
using base::say;
using base::Value;

std::vector<Silence> read_silence(Fields& fields) {
    std::vector<Silence> result;
    const Value* value = fields.optional("silence");
    if (value == nullptr || value->is_empty()) return result;
    if (!value->is_map()) {
        fields.diagnostics().error(value->span, say("a doubt is silenced with the reason why all is right"),
                                   say("write silence: {{jump: the reason}}"));
        return result;
    }
    for (const Value::Entry& entry : value->entries) {
        if (!entry.value.is_scalar() || entry.value.text.empty()) {
            fields.diagnostics().error(entry.key_span, say("a doubt is silenced with the reason why all is right"),
                                       say("write silence: {{{}: the reason}}", entry.key));
            continue;
        }
        result.push_back({entry.key, entry.value.text, entry.key_span});
    }
    return result;
}

std::vector<ProseSilence> read_prose_silence(const Value& list, base::Diagnostics& diagnostics) {
    std::vector<ProseSilence> result;
    for (const Value& item : base::as_list(list, diagnostics)) {
        Fields fields(item, diagnostics);
        const Value* doubt = fields.required("doubt");
        ProseSilence silence;
        silence.silence.name = fields.required_text("doubt");
        silence.silence.reason = fields.required_text("reason");
        silence.silence.span = doubt == nullptr ? item.span : doubt->span;
        silence.text = fields.required_text("text");
        if (!silence.silence.name.empty() && !silence.text.empty()) result.push_back(std::move(silence));
    }
    return result;
}

}  // namespace input
