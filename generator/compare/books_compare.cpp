// Sheet beside sheet, row by row, then cell by cell.
#include <algorithm>
#include <map>

#include "base/decimal.h"
#include "compare/items.h"

namespace compare {

namespace {

std::string letters(const Row& row) {
    std::string all;
    for (const auto& [column, words] : row.cells) all.append(column).append("\x1f").append(words).append("\x1e");
    return all;
}

std::vector<std::uint64_t> keys(const Sheet& sheet) {
    std::vector<std::uint64_t> all;
    for (const Row& row : sheet.rows) all.push_back(key_of(letters(row)));
    return all;
}

const std::string& words_at(const Row& row, const std::string& column) {
    static const std::string none;
    for (const auto& [at, words] : row.cells) {
        if (at == column) return words;
    }
    return none;
}

Side side(const Sheet& sheet, const Row& row, const std::string& column, std::string words) {
    Side side;
    side.file = sheet.file;
    side.sheet = sheet.name;
    side.cell = column + std::to_string(row.number);
    side.row = row.cells.empty() ? std::string() : row.cells.front().second;
    side.heading = sheet.rows.empty() ? std::string() : words_at(sheet.rows.front(), column);
    side.words = std::move(words);
    return side;
}

/// 100 and 100.00: one number to a spreadsheet, however many decimals it was computed to.
bool is_one_number(const std::string& a, const std::string& b) {
    const auto x = base::parse_decimal(a).value, y = base::parse_decimal(b).value;
    return x && y && base::Ratio(*x) == base::Ratio(*y);
}

void compare_rows(const Sheet& before, const Row& a, const Sheet& after, const Row& b, Changes& changes) {
    std::map<std::string, std::pair<std::string, std::string>> cells;
    for (const auto& [column, words] : a.cells) cells[column].first = words;
    for (const auto& [column, words] : b.cells) cells[column].second = words;
    for (const auto& [column, words] : cells) {
        const bool table = before.name.empty();  // between commas every letter counts
        if (words.first == words.second || (!table && is_one_number(words.first, words.second))) continue;
        Item item;
        item.kind = PartKind::cell;
        item.before = side(before, a, column, words.first);
        item.after = side(after, b, column, words.second);
        changes.items.push_back(std::move(item));
    }
}

std::string joined(const Row& row) {
    std::string all;
    for (const auto& [column, words] : row.cells) all += (all.empty() ? "" : "，") + words;
    return all;
}

void compare_sheets(const Sheet& before, const Sheet& after, Changes& changes) {
    for (const Gap& gap : gaps(keys(before), keys(after))) {
        const auto alike = [&](std::size_t i, std::size_t j) {
            const auto &a = before.rows[i].cells, &b = after.rows[j].cells;
            return !a.empty() && !b.empty() && a.front() == b.front();
        };
        for (const auto& [i, j] : paired(gap, alike)) {
            if (i != no_other && j != no_other) {
                compare_rows(before, before.rows[i], after, after.rows[j], changes);
                continue;
            }
            Item item;
            item.kind = PartKind::cell;
            if (i != no_other) item.before = side(before, before.rows[i], "", joined(before.rows[i]));
            if (j != no_other) item.after = side(after, after.rows[j], "", joined(after.rows[j]));
            changes.items.push_back(std::move(item));
        }
    }
}

}  // namespace

void compare_books(const Pair& pair, Changes& changes) {
    std::map<std::pair<std::string, std::string>, std::pair<const Sheet*, const Sheet*>> sheets;
    std::vector<std::pair<std::string, std::string>> order;
    for (const Edition* edition : {&pair.before, &pair.after}) {
        for (const Sheet& sheet : edition->sheets) {
            const auto [found, is_new] = sheets.try_emplace({sheet.file, sheet.name});
            if (is_new) order.push_back(found->first);
            (edition == &pair.before ? found->second.first : found->second.second) = &sheet;
        }
    }
    for (const auto& name : order) {
        const Sheet none{name.first, name.second, {}};
        const auto [before, after] = sheets[name];
        compare_sheets(before == nullptr ? none : *before, after == nullptr ? none : *after, changes);
    }
    for (const auto& [name, digest] : pair.after.tables) {
        const auto was = pair.before.tables.find(name);
        if (was == pair.before.tables.end() || was->second != digest) changes.tables.push_back(name);
    }
    for (const auto& [name, digest] : pair.before.tables) {
        if (!pair.after.tables.contains(name)) changes.tables.push_back(name);
    }
}

}  // namespace compare
