// Books and tables as rows of cells.
#include <algorithm>
#include <map>

#include "base/file.h"
#include "compare/edition.h"
#include "workbook/names.h"

namespace compare {

namespace {

/// F12 is column F of row 12.
void add_cell(Sheet& sheet, const std::string& at, const std::string& words) {
    const std::size_t digits = at.find_first_of("0123456789");
    const int number = std::stoi(at.substr(digits));
    if (sheet.rows.empty() || sheet.rows.back().number != number) sheet.rows.push_back({number, {}});
    sheet.rows.back().cells.emplace_back(at.substr(0, digits), words);
}

/// RFC 4180: fields in quotes may hold commas, line ends and doubled quotes.
Sheet read_table(const std::string& file, std::string_view text) {
    Sheet sheet{file, {}, {}};
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Row row{1, {}};
    std::string field;
    workbook::Column column = 0;
    bool quoted = false;
    const auto end_field = [&] {
        const std::string at = workbook::cell({0, column++});
        if (!field.empty()) row.cells.emplace_back(at.substr(0, at.size() - 1), std::exchange(field, {}));
    };
    const auto end_row = [&] {
        end_field();
        const int next = row.number + 1;
        sheet.rows.push_back(std::exchange(row, {next, {}}));
        column = 0;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            field += text[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            end_field();
        } else if (!quoted && c == '\n') {
            end_row();
        } else if (quoted || c != '\r') {
            field += c;
        }
    }
    if (!field.empty() || column > 0) end_row();
    return sheet;
}

/// The cells of a book by their sheets.
using Sheets = std::map<std::string, std::vector<const workbook::Cell*>>;
Sheets sheets_of(const workbook::File& file) {
    Sheets sheets;
    for (const workbook::Cell& cell : file.cells) sheets[cell.sheet].push_back(&cell);
    return sheets;
}

bool same(const std::vector<const workbook::Cell*>& a, const std::vector<const workbook::Cell*>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const workbook::Cell* x, const workbook::Cell* y) {
        return x->words == y->words && x->at == y->at;
    });
}

/// The sheets that are not the same in both.
void read_sheets(const workbook::File& file, const workbook::File* other, Edition& edition) {
    const Sheets others = other == nullptr ? Sheets() : sheets_of(*other);
    std::map<std::string, std::size_t> order;
    for (const workbook::Cell& cell : file.cells) order.try_emplace(cell.sheet, order.size());
    std::vector<std::pair<std::string, std::vector<const workbook::Cell*>>> sheets(order.size());
    for (auto& [name, cells] : sheets_of(file)) sheets[order[name]] = {name, std::move(cells)};
    for (const auto& [name, cells] : sheets) {
        const auto before = others.find(name);
        if (before != others.end() && same(cells, before->second)) continue;
        edition.sheets.push_back({file.name, name, {}});
        for (const workbook::Cell* cell : cells) add_cell(edition.sheets.back(), cell->at, cell->words);
    }
}

}  // namespace

void read_books(const std::vector<workbook::File>& books, const std::vector<workbook::File>& others, Edition& edition) {
    for (const workbook::File& file : books) {
        const auto found = std::find_if(others.begin(), others.end(),
                                        [&](const workbook::File& each) { return each.name == file.name; });
        const workbook::File* other = found == others.end() ? nullptr : &*found;
        if (file.name.ends_with(".csv")) {
            if (other == nullptr || other->bytes != file.bytes)
                edition.sheets.push_back(read_table(file.name, file.bytes));
        } else if (file.cells.empty()) {
            edition.tables[file.name] = base::digest(file.bytes);
        } else {
            read_sheets(file, other, edition);
        }
    }
}

}  // namespace compare
