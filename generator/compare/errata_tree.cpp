// The 正誤表 as a tree that templates walk, and what an officer says of it.
#include <algorithm>

#include "compare/errata.h"
#include "input/emit.h"

namespace compare {

namespace {

using base::Value;

Value scalar(const std::string& text) {
    Value value;
    value.kind = text.empty() ? Value::Kind::empty : Value::Kind::scalar;
    for (const char c : text) value.text += (c == '{' || c == '}') ? std::string(2, c) : std::string(1, c);
    return value;
}

Value flag(bool is) { return scalar(is ? "1" : ""); }

Value list() {
    Value value;
    value.kind = Value::Kind::list;
    return value;
}

Value map(const std::vector<std::pair<std::string, Value>>& entries) {
    Value value;
    value.kind = Value::Kind::map;
    for (const auto& [key, each] : entries) value.entries.push_back({key, {}, each});
    return value;
}

template <typename Items, typename Make>
Value items_of(const Items& items, const Make& make) {
    Value value = list();
    for (const auto& item : items) value.items.push_back(make(item));
    return value;
}

/// The template words the names of its volumes: `if: r.in.main`.
Value in_volume(const std::string& name) {
    if (name.empty()) return map({});
    return map({{name, flag(true)}});
}

Value row(const ErrataRow& row) {
    const auto pieces = [](const std::vector<Piece>& all) {
        return items_of(all, [](const Piece& piece) {
            return map({{"text", scalar(piece.text)}, {"changed", flag(piece.changed)}});
        });
    };
    return map({{"number", scalar(row.number)},
                {"in", in_volume(row.volume)},
                {"data", flag(row.volume.empty() && !row.page.empty())},
                {"page", scalar(row.page)},
                {"place", scalar(row.place)},
                {"what", scalar(row.what)},
                {"before", pieces(row.before)},
                {"after", pieces(row.after)},
                {"prose", flag(row.prose)},
                {"reworded", flag(row.reworded)}});
}

Value cause_of(const ErrataCause& cause) {
    Value made = row(cause.head);
    made.entries.push_back({"typed", {}, flag(!cause.head.before.empty())});
    made.entries.push_back({"fact", {}, scalar(cause.fact)});
    made.entries.push_back({"says", {}, scalar(cause.says)});
    made.entries.push_back({"reason", {}, scalar(cause.reason)});
    made.entries.push_back({"count", {}, scalar(cause.rows.empty() ? "" : std::to_string(cause.rows.size()))});
    made.entries.push_back({"rows", {}, items_of(cause.rows, row)});
    made.entries.push_back({"also", {}, items_of(cause.also, [](const AlsoPrinted& also) {
                                return map({{"edition", scalar(also.edition)},
                                            {"year", scalar(also.year)},
                                            {"pages", scalar(also.pages)}});
                            })});
    return made;
}

std::map<std::string, std::string> texts(base::Fields& fields, std::string_view key) {
    std::map<std::string, std::string> all;
    for (const Value::Entry& entry : fields.map(key)) {
        if (const auto text = base::as_text(entry.value, fields.diagnostics())) all[entry.key] = *text;
    }
    return all;
}

std::vector<std::string> lines(base::Fields& fields, std::string_view key) {
    std::vector<std::string> all;
    for (const Value& item : fields.list(key)) {
        if (const auto text = base::as_text(item, fields.diagnostics())) all.push_back(*text);
    }
    return all;
}

/// Without what is empty: a template finds nothing where there is nothing.
Value pruned(const Value& tree) {
    Value kept = tree;
    kept.quoted = tree.is_scalar();  // 1-2 and 1,228 are words here
    kept.items.clear();
    kept.entries.clear();
    for (const Value& item : tree.items) kept.items.push_back(pruned(item));
    for (const Value::Entry& entry : tree.entries) {
        if (!entry.value.is_empty()) kept.entries.push_back({entry.key, {}, pruned(entry.value)});
    }
    return kept;
}

}  // namespace

std::string to_corrections(const Value& tree) {
    return "# 訂正した箇所。kensho errata が作った。kensho.yaml の report に corrections: "
           "として書くと、訂正版に一覧が載る\n\n" +
           input::emit_lines(pruned(tree), 0, "\n") + "\n";
}

Value to_tree(const Errata& errata, const Occasion& occasion, const Wishes& wishes) {
    const auto text = [](const std::string& each) { return scalar(each); };
    return map({{"name", scalar(occasion.review ? "変更箇所一覧" : "正誤表")},
                {"old", scalar(occasion.review ? "変更前" : "誤")},
                {"new", scalar(occasion.review ? "変更後" : "正")},
                {"review", flag(occasion.review)},
                {"edition", scalar(occasion.edition)},
                {"date", scalar(occasion.date)},
                {"since", scalar(occasion.since)},
                {"cause", scalar(wishes.cause)},
                {"prevention", scalar(wishes.prevention)},
                {"contact", wishes.contact.empty() ? Value{} : items_of(wishes.contact, text)},
                {"grade", map({{"words", flag(errata.grade == Grade::words)},
                               {"figure", flag(errata.grade == Grade::figure)},
                               {"result", flag(errata.grade == Grade::result)}})},
                {"causes", items_of(errata.causes, cause_of)},
                {"unchanged", items_of(errata.unchanged, text)},
                {"unchanged_volumes", items_of(errata.unchanged_volumes, in_volume)},
                {"changed_volumes", items_of(errata.changed_volumes, in_volume)}});
}

Wishes read_wishes(const Value& tree, base::Diagnostics& diagnostics) {
    Wishes wishes;
    if (tree.is_empty()) return wishes;
    base::Fields fields(tree, diagnostics);
    const auto take = [&](std::string_view key, std::string& text) {
        text = fields.optional_text(key).value_or("");
        const Value* value = fields.optional(key);
        return value == nullptr ? base::Span{} : value->span;
    };
    wishes.date_place = take("date", wishes.date);
    wishes.since_place = take("since", wishes.since);
    take("cause", wishes.cause);
    take("prevention", wishes.prevention);
    wishes.causes = texts(fields, "causes");
    wishes.words = texts(fields, "places");
    wishes.contact = lines(fields, "contact");
    wishes.leave_out = lines(fields, "leave_out");
    wishes.join = lines(fields, "join");
    for (const char* key : {"causes", "places"}) {
        for (const Value::Entry& entry : fields.map(key)) wishes.names.push_back({entry.key, entry.key_span});
    }
    for (const char* key : {"leave_out", "join"}) {
        for (const Value& item : fields.list(key)) wishes.names.push_back({item.text, item.span});
    }
    for (const Value& item : fields.list("add")) {
        base::Fields added(item, diagnostics);
        wishes.add.push_back(
            {added.required_text("place"), added.required_text("before"), added.required_text("after")});
    }
    return wishes;
}

}  // namespace compare
