// Changes for programs; docs/corrections.md names every key.
#include "base/json.h"
#include "base/utf8.h"
#include "compare/changes.h"

namespace compare {

namespace {

using base::json_string;

const char* word(PartKind kind) {
    switch (kind) {
        case PartKind::heading: return "heading";
        case PartKind::text: return "text";
        case PartKind::table: return "table";
        case PartKind::figure: return "drawing";
        case PartKind::running: return "running-head";
        case PartKind::cell: return "cell";
    }
    return "";
}

const char* word(CauseKind kind) {
    switch (kind) {
        case CauseKind::value: return "value";
        case CauseKind::target: return "target";
        case CauseKind::baseline: return "baseline";
        case CauseKind::text: return "text";
        case CauseKind::name: return "plan";
        case CauseKind::policy: return "policy";
        case CauseKind::templates: return "template";
        case CauseKind::setting: return "setting";
    }
    return "";
}

template <typename List, typename Make>
std::string listed(const List& list, const Make& make, const char* between = ", ") {
    std::string out = "[";
    for (const auto& each : list) out += (out.size() > 1 ? between : "") + make(each);
    return out + "]";
}

std::string text(const char* key, const std::string& value) {
    return value.empty() ? std::string() : std::string(", \"") + key + "\": " + json_string(value);
}

std::string whole(const char* key, std::int64_t value) {
    return value == 0 ? std::string() : std::string(", \"") + key + "\": " + std::to_string(value);
}

std::string side(const Side& side) {
    std::string out = "{\"file\": " + json_string(side.file) + text("volume", side.volume) + whole("page", side.page) +
                      text("label", side.label) + text("sheet", side.sheet) + text("cell", side.cell) +
                      text("heading", side.heading) + text("table", side.table) + text("row", side.row) +
                      whole("line", side.line);
    if (side.page > 0) out += ", \"rectangle\": " + base::json_rectangle(side.rect);
    if (!side.areas.empty()) {
        out += ", \"areas\": " + listed(side.areas, [](const Area& area) {
                   return "{\"page\": " + std::to_string(area.page) +
                          ", \"rectangle\": " + base::json_rectangle(area.rect) + "}";
               });
    }
    if (!side.pages.empty()) out += ", \"pages\": " + base::json_list(side.pages);
    const auto letters = [&](std::size_t begin, std::size_t end) {
        return std::to_string(base::decode(std::string_view(side.words).substr(begin, end - begin)).size());
    };
    out += ", \"words\": " + json_string(side.words) + ", \"changed\": ";
    out += listed(side.changed, [&](const Stretch& each) {
        return json_string(side.words.substr(each.begin, each.end - each.begin));
    });
    return out + ", \"stretches\": " +
           listed(side.changed,
                  [&](const Stretch& each) {
                      return "[" + letters(0, each.begin) + ", " + letters(each.begin, each.end) + "]";
                  }) +
           "}";
}

std::string optional_side(const std::optional<Side>& is) { return is ? side(*is) : "null"; }

std::string typed(const std::optional<TypedAt>& at) {
    return at ? "{\"text\": " + json_string(at->text) + ", \"place\": " + json_string(at->place) + "}" : "null";
}

std::string numbers(const std::vector<std::size_t>& list) {
    return listed(list, [](std::size_t each) { return std::to_string(each); });
}

std::string cause(const Cause& cause) {
    return "\n    {\"kind\": " + json_string(word(cause.kind)) + ", \"what\": " + json_string(cause.path) +
           ", \"label\": " + json_string(cause.label) + ",\n     \"before\": " + typed(cause.before) +
           ", \"after\": " + typed(cause.after) + ",\n     \"facts\": " + numbers(cause.facts) +
           ", \"places\": " + numbers(cause.items) + "}";
}

std::string fact(const FactChange& fact) {
    return "\n    {\"fact\": " + json_string(fact.fact) + ", \"label\": " + json_string(fact.label) +
           ", \"before\": " + json_string(fact.before) + ", \"after\": " + json_string(fact.after) + "}";
}

std::string item(const Item& item) {
    return "\n    {\"kind\": " + json_string(word(item.kind)) + text("text", item.origin) +
           ", \"facts\": " + base::json_list(item.facts) + ",\n     \"before\": " + optional_side(item.before) +
           ",\n     \"after\": " + optional_side(item.after) + "}";
}

std::string moved(const Moved& moved) {
    return "\n    {\"volume\": " + json_string(moved.volume) + ", \"before\": " + json_string(moved.before) +
           ", \"after\": " + json_string(moved.after) + ", \"parts\": " + std::to_string(moved.parts) +
           ", \"facts\": " + base::json_list(moved.facts) + "}";
}

std::string redrawn(const Redrawn& page) {
    return "\n    {\"volume\": " + json_string(page.volume) + ", \"label\": " + json_string(page.label) + "}";
}

}  // namespace

std::string to_json(const Changes& changes) {
    return "{\n  \"version\": 1,\n  \"before\": " + json_string(changes.before) +
           ",\n  \"after\": " + json_string(changes.after) + ",\n  \"same\": " + (changes.empty() ? "true" : "false") +
           ",\n  \"causes\": " + listed(changes.causes, cause, ",") + ",\n  \"shared\": " + numbers(changes.shared) +
           ",\n  \"facts\": " + listed(changes.facts, fact, ",") +
           ",\n  \"places\": " + listed(changes.items, item, ",") +
           ",\n  \"moved\": " + listed(changes.moved, moved, ",") +
           ",\n  \"redrawn\": " + listed(changes.redrawn, redrawn, ",") +
           ",\n  \"tables\": " + base::json_list(changes.tables) + "\n}\n";
}

}  // namespace compare
