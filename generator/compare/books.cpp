// Books and tables as rows of cells.
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

}  // namespace

void read_books(const std::vector<workbook::File>& books, Edition& edition) {
    for (const workbook::File& file : books) {
        if (file.name.ends_with(".csv")) {
            edition.sheets.push_back(read_table(file.name, file.bytes));
        } else if (file.cells.empty()) {
            edition.tables[file.name] = base::digest(file.bytes);
        }
        std::map<std::string, std::size_t> known;
        for (const workbook::Cell& cell : file.cells) {
            const auto [found, is_new] = known.try_emplace(cell.sheet, edition.sheets.size());
            if (is_new) edition.sheets.push_back({file.name, cell.sheet, {}});
            add_cell(edition.sheets[found->second], cell.at, cell.words);
        }
    }
}

}  // namespace compare
