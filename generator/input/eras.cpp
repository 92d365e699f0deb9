// config/eras.yaml
#include "base/message.h"
#include "input/readers.h"

namespace input {

base::Eras read_eras(const base::Value& tree, base::Diagnostics& diagnostics) {
    base::Eras eras;
    for (const base::Value& item : base::as_list(tree, diagnostics)) {
        base::Fields fields(item, diagnostics);
        base::Era era{fields.required_text("name"), fields.required_text("initial"),
                      static_cast<int>(fields.required_whole("first_year", 1, 9999).value_or(1))};
        const bool newest_first = eras.empty() || era.first_year < eras.back().first_year;
        if (!newest_first) diagnostics.error(item.span, base::say("eras stand newest first"));
        if (!era.name.empty() && era.initial.size() == 1) {
            eras.push_back(std::move(era));
        } else if (!era.initial.empty()) {
            diagnostics.error(item.span, base::say("the initial of an era is one letter"));
        }
    }
    return eras;
}

}  // namespace input
