// Books and tables as rows of cells.
#include <algorithm>

#include "base/file.h"
#include "compare/edition.h"
#include "workbook/names.h"

namespace compare {

namespace {

void add_cell(Sheet& sheet, workbook::At at, const std::string& words) {
    const int number = static_cast<int>(at.row) + 1;
    if (sheet.rows.empty() || sheet.rows.back().number != number) sheet.rows.push_back({number, {}});
    sheet.rows.back().cells.emplace_back(workbook::column_name(at.column), words);
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
        if (!field.empty()) row.cells.emplace_back(workbook::column_name(column), std::exchange(field, {}));
        ++column;
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

bool same(const workbook::WrittenSheet& a, const workbook::WrittenSheet& b) {
    return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), [](const auto& x, const auto& y) {
        return x.second == y.second && x.first.row == y.first.row && x.first.column == y.first.column;
    });
}

/// The sheets that are not the same in both.
void read_sheets(const workbook::File& file, const workbook::File* other, Edition& edition) {
    for (const workbook::WrittenSheet& sheet : file.sheets) {
        const bool known =
            other != nullptr && std::any_of(other->sheets.begin(), other->sheets.end(),
                                            [&](const auto& o) { return o.name == sheet.name && same(o, sheet); });
        if (known) continue;
        edition.sheets.push_back({file.name, sheet.name, {}});
        for (const auto& [at, words] : sheet.cells) add_cell(edition.sheets.back(), at, words);
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
                edition.sheets.push_back(read_table(file.name, file.bytes.whole()));
        } else if (file.sheets.empty()) {
            edition.tables[file.name] = base::digest(file.bytes.pieces());
        } else {
            read_sheets(file, other, edition);
        }
    }
}

}  // namespace compare
