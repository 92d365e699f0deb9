// Goal and measure carry down from heading rows to the rows below; of all visible sheets the fullest wins.
#include "forms/table.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "base/number_style.h"
#include "base/utf8.h"
#include "forms/table_head.h"
#include "forms/typed_number.h"

namespace forms {

namespace {

std::string one_line(const std::string& text) {
    std::string out;
    for (const char c : half_width(text)) out += c == '\n' || c == '\r' ? ' ' : c;
    return out;
}

/// The letters stay as they are (％, （）); line ends go, and blanks at the ends.
std::string as_written(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '\n' && c != '\r') out += c;
    }
    for (const std::string blank : {" ", "　"}) {
        while (out.starts_with(blank)) out.erase(0, blank.size());
        while (out.ends_with(blank)) out.resize(out.size() - blank.size());
    }
    return out;
}

bool starts_with_any(const std::string& text, std::initializer_list<const char*> heads) {
    return std::any_of(heads.begin(), heads.end(), [&](const char* head) { return text.starts_with(head); });
}

/// ※1 and （速報値） behind a number say something of it, but are not it.
std::string without_marks(std::string text) {
    for (const char* mark : {"※", "*", "(注", "注)", "(速報", "(見込", "r", "p"}) {
        const std::size_t at = text.find(mark);
        if (at != std::string::npos && at > 0) text.resize(at);
    }
    const std::size_t end = text.find_last_not_of(' ');
    return end == std::string::npos ? "" : text.substr(0, end + 1);
}

/// 増, ↓, 低いほど良い: whether less is better; nothing when the words say neither or both.
std::optional<bool> less_is_better(const std::string& text) {
    const auto says = [&](std::initializer_list<const char*> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const char* word) { return text.find(word) != std::string::npos; });
    };
    const bool less = says({"減", "下", "低", "小", "少", "抑", "縮", "↓", "↘", "⇩", "マイナス"});
    const bool more = says({"増", "上", "高", "大", "多", "拡", "↑", "↗", "⇧", "プラス"});
    return less == more ? std::nullopt : std::optional(less);
}

bool means_nothing(const std::string& text) {
    static const std::set<std::string> words = {"",  "-", "―",  "ー",   "－",   "—",     "…",
                                                "‥", "/", "\\", "空欄", "なし", "未設定"};
    return words.contains(text);
}

/// The unit behind a number: 33件.
std::string unit_behind(const std::string& text) {
    const std::size_t last = text.find_last_of("0123456789");
    if (last == std::string::npos || text.find_first_of("0123456789") > 1) return {};
    const std::string unit = text.substr(last + 1);
    return base::decode(unit).size() <= 6 ? unit : std::string();
}

/// 延べ86件, 120件以上: how a number is meant, which its name or direction says.
std::string without_manner(std::string text) {
    for (const std::string head : {"延べ", "のべ", "計", "累計"}) {
        if (text.starts_with(head)) text.erase(0, head.size());
    }
    for (const std::string tail : {"以上", "以下", "を維持", "超", "未満"}) {
        if (text.size() > tail.size() && text.ends_with(tail)) text.resize(text.size() - tail.size());
    }
    return text;
}

/// ①移住者数, 1-1　移住者数: the number of a list goes, the name stays.
std::string without_list_number(const std::string& name) {
    std::size_t at = 0;
    const auto skip = [&](const std::string& word) {
        const bool is = name.compare(at, word.size(), word) == 0;
        if (is) at += word.size();
        return is;
    };
    const std::u32string letters = base::decode(name);
    if (!letters.empty() && letters.front() >= U'①' && letters.front() <= U'⑳') {
        at = base::encode(letters.substr(0, 1)).size();
    } else if (!skip("・")) {
        bool parts = false;
        while (at < name.size() && (std::isdigit(static_cast<unsigned char>(name[at])) != 0 || name[at] == '-')) {
            parts = parts || name[at] == '-';
            ++at;
        }
        if (at == 0 || !(skip("　") || skip(".") || skip("．") || skip("）") || (parts && skip(" ")))) return name;
    }
    while (skip(" ") || skip("　")) {
    }
    return at < name.size() ? name.substr(at) : name;
}

bool is_unit(const std::string& text) {
    static const std::set<std::string> units = {
        "人",   "件",    "％", "%",  "回",   "千円", "円", "世帯", "箇所",    "か所", "団体", "店",
        "社",   "戸",    "ｍ", "m",  "km",   "ha",   "t",  "台",   "品目",    "区画", "億円", "百万円",
        "万円", "人/年", "日", "校", "施設", "冊",   "点", "位",   "団体/年", "件/年"};
    return units.contains(text);
}

/// 目標値（件）, （単位：件）: a unit in brackets, for all that stands below.
std::string unit_of_head(const std::string& head) {
    for (std::size_t open = head.find('('); open != std::string::npos; open = head.find('(', open + 1)) {
        std::string inside = head.substr(open + 1, head.find(')', open) - open - 1);
        for (const std::string word : {"単位:", "単位"}) {
            if (inside.starts_with(word)) inside.erase(0, word.size());
        }
        while (inside.starts_with(' ')) inside.erase(0, 1);
        if (is_unit(inside)) return inside;
    }
    return {};
}

/// 出生数（人）: a short bracket behind a name.
std::string take_unit_of_name(std::string& name) {
    for (const auto& [open, close] :
         {std::pair{"（", "）"}, std::pair{"(", ")"}, std::pair{"【", "】"}, std::pair{"［", "］"}}) {
        const std::size_t at = name.rfind(open);
        if (at == std::string::npos || at == 0 || !name.ends_with(close)) continue;
        std::string inside = name.substr(at + std::string(open).size(),
                                         name.size() - at - std::string(open).size() - std::string(close).size());
        if (!is_unit(inside)) continue;
        name.resize(at);
        return inside;
    }
    return {};
}

class TableReader {
   public:
    TableReader(const Sheet& sheet, Head head, const base::Eras& eras)
        : sheet_(sheet), head_(std::move(head)), eras_(eras) {}

    Table read() {
        table_.sheet = sheet_.name;
        table_.columns = head_.columns;
        for (std::uint32_t row = 0; row < head_.first_row; ++row) read_heading(first_text(row));
        for (auto cell = sheet_.cells.begin(); cell != sheet_.cells.lower_bound({head_.first_row, 0}); ++cell) {
            if (const std::string unit = unit_of_head(half_width(cell->second.text)); !unit.empty()) unit_ = unit;
        }
        // From row to row in which something stands: a cell in the last row of all costs no more than any other.
        for (auto cell = sheet_.cells.lower_bound({head_.last_row + 1, 0}); cell != sheet_.cells.end();) {
            const std::uint32_t row = cell->first.first;
            read_row(row);
            cell = sheet_.cells.lower_bound({row + 1, 0});
        }
        return std::move(table_);
    }

   private:
    /// As it is written, on one line.
    std::string text(std::uint32_t row, std::uint32_t column) const {
        return as_written(sheet_.spread_text(row, column));
    }

    std::string of_kind(std::uint32_t row, const std::string& kind) const {
        const auto column = head_.column_of(kind);
        return column ? text(row, *column) : std::string();
    }

    /// The first words of a row.
    std::string first_text(std::uint32_t row) const {
        for (auto cell = sheet_.cells.lower_bound({row, 0}); cell != sheet_.cells.end() && cell->first.first == row;
             ++cell) {
            if (!half_width(cell->second.text).empty()) return as_written(cell->second.text);
        }
        return {};
    }

    bool has_values(std::uint32_t row) const {
        return std::any_of(head_.columns.begin(), head_.columns.end(), [&](const TableColumn& column) {
            const bool holds = column.kind == "target" || column.kind == "actual" || column.kind == "baseline" ||
                               column.kind == "by line";
            return holds && sheet_.cells.contains({row, column.column});
        });
    }

    /// A line that begins a block: 基本目標１ ….
    bool read_heading(const std::string& written) {
        const std::string words = one_line(written);
        if (words.empty()) return true;
        if (starts_with_any(words, {"※", "注", "(注", "*", "出典", "資料", "備考"})) return true;
        if (starts_with_any(words, {"基本目標", "政策", "柱", "目標"})) {
            goal_ = written;
            measure_.clear();
            initiative_.clear();
            headline_ = false;
            return true;
        }
        if (starts_with_any(words, {"施策", "具体的な施策", "具体的施策", "(施策"})) {
            measure_ = written;
            initiative_.clear();
            headline_ = false;
            return true;
        }
        if (starts_with_any(words, {"主な取組", "取組"})) {
            initiative_ = written;
            return true;
        }
        if (words.find("数値目標") != std::string::npos || words.find("KPI") != std::string::npos ||
            words.find("重要業績") != std::string::npos) {
            headline_ = words.find("数値目標") != std::string::npos && words.find("KPI") == std::string::npos;
            return true;
        }
        return false;
    }

    void read_row(std::uint32_t row) {
        const std::string words = first_text(row);
        std::string name = of_kind(row, "name");
        if (words.empty() || is_head_again(sheet_, row, head_)) return;
        const std::string line = kind_of(half_width(of_kind(row, "line")), false);
        if (has_lines() && !line.empty() && has_values(row) && (name.empty() || name == last_name_) &&
            !table_.rows.empty()) {
            return read_values(row, line, table_.rows.back());
        }
        if (has_lines() && line.empty() && has_values(row)) return;  // 達成率
        last_name_ = name;
        if (!has_values(row) || name.empty()) {
            if (!read_heading(words) && !name.empty()) unread(row, *head_.column_of("name"));
            return;
        }
        if (starts_with_any(half_width(name), {"※", "(注"})) return;
        TableRow out;
        out.goal = of_kind(row, "goal").empty() ? goal_ : of_kind(row, "goal");
        out.measure = of_kind(row, "measure").empty() ? measure_ : of_kind(row, "measure");
        out.initiative = of_kind(row, "initiative").empty() ? initiative_ : of_kind(row, "initiative");
        out.headline = headline_;
        const std::string kind = of_kind(row, "type");
        if (!kind.empty()) out.headline = kind.find("数値目標") != std::string::npos;
        out.unit = of_kind(row, "unit");
        if (out.unit.empty()) out.unit = take_unit_of_name(name);
        out.name = without_list_number(name);
        out.section = of_kind(row, "section");
        out.note = of_kind(row, "note");
        out.definition = of_kind(row, "definition");
        read_direction(row, out);
        const auto years = head_.column_of("baseline-year");
        const auto of = years ? year_beside(row, *years) : std::nullopt;
        if (of) out.baseline_year = era_year(of->second, of->first);
        read_values(row, line, out);
        if (out.unit.empty() && !out.in_words) out.unit = unit_;
        table_.rows.push_back(std::move(out));
    }

    bool has_lines() const {
        return std::any_of(head_.columns.begin(), head_.columns.end(),
                           [](const TableColumn& column) { return column.kind == "line"; });
    }

    void read_direction(std::uint32_t row, TableRow& out) {
        const std::string words = half_width(of_kind(row, "direction"));
        if (means_nothing(words)) return;
        const std::optional<bool> less = less_is_better(words);
        out.lower = less.value_or(false);
        if (!less) unread(row, *head_.column_of("direction"));
    }

    /// What a column says that holds nothing but the years of the values beside it: R5, and the year that is.
    std::optional<std::pair<std::string, base::Year>> year_beside(std::uint32_t row, std::uint32_t column) {
        std::string written = text(row, column);
        if (means_nothing(half_width(written))) return std::nullopt;
        if (const auto year = year_in(eras_, written)) return std::pair(std::move(written), *year);
        unread(row, column);
        return std::nullopt;
    }

    static bool has_numbers(const TableRow& row) {
        const auto number = [](const std::string& value) { return !value.empty() && !is_status(value); };
        const auto any = [&](const std::map<base::Year, std::string>& values) {
            return std::any_of(values.begin(), values.end(), [&](const auto& each) { return number(each.second); });
        };
        return number(row.last_target) || any(row.targets) || any(row.actuals) || number(row.baseline);
    }

    void put(const TableColumn& column, const std::string& value, TableRow& out) const {
        if (column.kind == "baseline") {
            out.baseline = value;
            if (column.year) out.baseline_year = base::era_year(eras_, *column.year, base::YearKind::fiscal);
        } else if (!column.year) {
            (column.kind == "target" ? out.last_target : out.note) = value;
        } else {
            (column.kind == "target" ? out.targets : out.actuals)[*column.year] = value;
        }
    }

    /// `line` says what the columns hold that are no more than a year. Words count where nothing of the indicator is a
    /// number: 検討, 工事, 供用.
    void read_values(std::uint32_t row, const std::string& line, TableRow& out) {
        std::vector<std::pair<TableColumn, std::string>> words;
        for (TableColumn column : head_.columns) {
            if (column.kind == "by line") column.kind = line;
            if (column.kind != "target" && column.kind != "actual" && column.kind != "baseline") continue;
            const Read read = read_value(row, column.column, out);
            if (!read.words.empty()) words.emplace_back(column, read.words);
            if (read.value.empty()) continue;
            if (out.unit.empty()) out.unit = unit_of_head(half_width(column.head));
            if (column.years) {
                if (const auto of = year_beside(row, *column.years)) column.year = of->second;
            }
            put(column, read.value, out);
        }
        const bool aims = out.in_words || std::any_of(words.begin(), words.end(),
                                                      [](const auto& each) { return each.first.kind == "target"; });
        const bool in_words = aims && (out.in_words || !has_numbers(out));
        for (const auto& [column, word] : words) {
            if (in_words) {
                put(column, word, out);
            } else {
                unread(row, column.column);
            }
        }
        out.in_words = out.in_words || (in_words && !words.empty());
    }

    /// A number or a status; or words that are neither, and may be all there is to say.
    struct Read {
        std::string value, words;
    };

    Read read_value(std::uint32_t row, std::uint32_t column, TableRow& out) {
        const auto cell = sheet_.cells.find({row, column});
        if (cell == sheet_.cells.end()) return {};
        Cell plain = cell->second;
        if (plain.kind == Cell::Kind::text) {
            plain.text = half_width(plain.text);
            if (means_nothing(plain.text)) return {};
            const std::string year = take_year(plain.text);
            if (!year.empty()) out.baseline_year = year;
            plain.text = without_manner(without_marks(plain.text));
            const std::string unit = unit_behind(plain.text);
            if (out.unit.empty()) out.unit = unit;
            if (!unit.empty()) plain.text.resize(plain.text.size() - unit.size());
        }
        const TypedNumber typed = read_typed(plain, out.unit);
        if (typed.amount) return {number_for_file(*typed.amount), {}};
        if (!typed.message.empty()) {
            unread(row, column);
            return {};
        }
        if (is_status(typed.words)) return {typed.words, {}};
        return {{}, as_written(cell->second.text)};
    }

    /// 54,317(R1): the year of a value, in brackets behind or in front of it.
    std::string take_year(std::string& text) const {
        const std::size_t open = text.find('(');
        const std::size_t close = text.find(')', open == std::string::npos ? 0 : open);
        if (open == std::string::npos || close == std::string::npos) return {};
        std::optional<base::Year> year = year_in(eras_, text.substr(open + 1, close - open - 1));
        if (!year) return {};
        const std::string inside = text.substr(open + 1, close - open - 1);
        text = half_width(text.substr(0, open) + text.substr(close + 1));
        return era_year(*year, inside);
    }

    /// 令和元年 where 年 is written and no 年度, otherwise 令和元年度.
    std::string era_year(base::Year year, const std::string& written) const {
        const bool calendar = written.find("年度") == std::string::npos && written.find("年") != std::string::npos;
        return base::era_year(eras_, year, calendar ? base::YearKind::calendar : base::YearKind::fiscal);
    }

    static bool is_status(const std::string& word) {
        static const std::set<std::string> words = {"未公表", "集計中", "調査なし", "指標変更"};
        return words.contains(word);
    }

    void unread(std::uint32_t row, std::uint32_t column) {
        table_.unread.push_back({sheet_.name + "!" + workbook::cell({row, static_cast<workbook::Column>(column)}),
                                 one_line(sheet_.spread_text(row, column))});
    }

    const Sheet& sheet_;
    Head head_;
    const base::Eras& eras_;
    Table table_;
    std::string goal_, measure_, initiative_;
    std::string unit_;       ///< of all indicators that name none
    std::string last_name_;  ///< of the row above, as it is written
    bool headline_ = false;
};

/// Tables side by side: each begins at its column of names.
std::vector<Head> parted(const Head& head) {
    std::vector<Head> parts = {{head.first_row, head.last_row, {}}};
    bool named = false;
    for (const TableColumn& column : head.columns) {
        if (column.kind == "name" && named) parts.push_back({head.first_row, head.last_row, {}});
        named = named || column.kind == "name";
        parts.back().columns.push_back(column);
    }
    return parts;
}

}  // namespace

Table read_table(const Sheets& book, const base::Eras& eras, const Corrections& corrections) {
    Table best;
    for (const Sheet& sheet : book.sheets) {
        if (sheet.hidden) continue;
        std::optional<Head> head = find_head(sheet, eras, corrections);
        if (!head) continue;
        Table table;
        for (Head& part : parted(*head)) {
            Table one = TableReader(sheet, std::move(part), eras).read();
            table.sheet = one.sheet;
            table.columns.insert(table.columns.end(), one.columns.begin(), one.columns.end());
            table.rows.insert(table.rows.end(), one.rows.begin(), one.rows.end());
            table.unread.insert(table.unread.end(), one.unread.begin(), one.unread.end());
        }
        if (table.rows.size() > best.rows.size()) best = std::move(table);
    }
    return best;
}

}  // namespace forms
