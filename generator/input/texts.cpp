// Every text people wrote, with the path that leads to it.
#include "input/readers.h"

namespace input {

void collect_texts(const base::Value& value, const std::string& path, std::vector<TypedText>& texts) {
    if (value.is_scalar()) texts.push_back({path, value.text, value.span});
    for (std::size_t at = 0; at < value.items.size(); ++at) {
        collect_texts(value.items[at], path + "[" + std::to_string(at) + "]", texts);
    }
    for (const base::Value::Entry& entry : value.entries) collect_texts(entry.value, path + "." + entry.key, texts);
}

}  // namespace input
