// Nothing is guessed: an item of a list is matched by the key that names its kind, and by its number among these.
#include "input/based_on.h"

#include <algorithm>
#include <array>
#include <map>

namespace input {

namespace {

using base::Value;

struct NamedList {
    std::string_view list, kind;
};
constexpr std::array named_lists = {NamedList{"sheets", "sheet"}, NamedList{"tables", "table"}};

std::string kind_of(const Value& item, std::string_view key) {
    const Value* kind = item.is_map() ? item.find(key) : nullptr;
    return kind != nullptr && kind->is_scalar() ? kind->text : "";
}

Value items_over(const Value& own, const Value& usual, std::string_view kind) {
    Value list = own;
    std::map<std::string, std::size_t> seen;
    for (Value& item : list.items) {
        const std::string name = kind_of(item, kind);
        std::size_t left = seen[name]++;
        const auto same = std::find_if(usual.items.begin(), usual.items.end(),
                                       [&](const Value& other) { return kind_of(other, kind) == name && left-- == 0; });
        if (same != usual.items.end()) item = laid_over(item, *same);
    }
    return list;
}

/// Pieces are taken whole, whatever they are made of.
Value pieces_over(const Value& own, const Value& usual) {
    Value made = own;
    std::copy_if(usual.entries.begin(), usual.entries.end(), std::back_inserter(made.entries),
                 [&](const Value::Entry& entry) { return own.find(entry.key) == nullptr; });
    return made;
}

Value entry_over(const std::string& key, const Value& own, const Value& usual) {
    if (key == "define" && own.is_map() && usual.is_map()) return pieces_over(own, usual);
    const auto named =
        std::find_if(named_lists.begin(), named_lists.end(), [&](const NamedList& list) { return list.list == key; });
    if (named != named_lists.end() && own.is_list() && usual.is_list()) return items_over(own, usual, named->kind);
    return laid_over(own, usual);
}

}  // namespace

Value laid_over(const Value& own, const Value& usual) {
    if (!own.is_map() || !usual.is_map()) return own;
    Value made = own;
    for (const Value::Entry& entry : usual.entries) {
        const auto same = std::find_if(made.entries.begin(), made.entries.end(),
                                       [&](const Value::Entry& other) { return other.key == entry.key; });
        if (same == made.entries.end()) {
            made.entries.push_back(entry);
        } else {
            same->value = entry_over(entry.key, same->value, entry.value);
        }
    }
    return made;
}

}  // namespace input
