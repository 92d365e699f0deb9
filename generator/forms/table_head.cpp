// Every stack of one to three rows is scored by how much of it is understood, and the best one is the head.
#include "forms/table_head.h"

#include <algorithm>
#include <set>
#include <utility>

#include "forms/typed_number.h"

namespace forms {

namespace {

constexpr std::uint32_t deepest_head = 30, most_table_columns = 60;
constexpr std::size_t longest_line_word = 30;  // bytes
constexpr int last_month = 3;                  // of a fiscal year

bool holds(const std::string& text, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return text.find(word) != std::string::npos; });
}

std::string joined(const Sheet& sheet, std::uint32_t first, std::uint32_t last, std::uint32_t column) {
    std::string out;
    std::string before;
    for (std::uint32_t row = first; row <= last; ++row) {
        std::string text = half_width(sheet.spread_text(row, column));
        text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == ' '; }),
                   text.end());
        if (text.empty() || text == before) continue;
        before = text;
        out += (out.empty() ? "" : " ") + text;
    }
    return out;
}

bool is_year(const std::string& number) { return number.size() == 4 && number >= "1990" && number <= "2100"; }

/// R4, 2022(令和4)年度, and nothing besides: what R4見込 holds is not known.
bool is_bare_year(const base::Eras& eras, const std::string& head) {
    if (!year_in(eras, head)) return false;
    std::string rest = half_width(head);
    for (const std::string word : {"令和", "平成", "昭和", "年度", "年", "月", "日", "元", "末", "現在", "時点"}) {
        for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
            rest.erase(at, word.size());
    }
    return rest.find_first_not_of("0123456789RHS()./- ") == std::string::npos;
}

/// A number that is no year, typed as one or as a text, as all of a CSV file is.
bool counts(const Cell& cell) {
    if (cell.kind != Cell::Kind::number && cell.kind != Cell::Kind::text) return false;
    const std::string plain = half_width(cell.text);
    return plain.find_first_not_of("0123456789,.-") == std::string::npos &&
           plain.find_first_of("0123456789") != std::string::npos && !is_year(plain);
}

/// A row below the head: something in it counts.
bool has_numbers(const Sheet& sheet, std::uint32_t row) {
    for (auto cell = sheet.cells.lower_bound({row, 0}); cell != sheet.cells.end() && cell->first.first == row; ++cell) {
        if (counts(cell->second)) return true;
    }
    return false;
}

/// Whether the rows of an indicator lie below each other, and this column says which is which: 目標値, 実績値.
bool names_lines(const Sheet& sheet, std::uint32_t head_end, std::uint32_t column) {
    std::set<std::string> kinds;
    for (std::uint32_t row = head_end + 1; row <= head_end + 4; ++row) {
        const std::string& text = sheet.text(row, column);
        if (text.size() <= longest_line_word) kinds.insert(kind_of(half_width(text), false));
    }
    return kinds.contains("target") && kinds.contains("actual");
}

/// A year that stands over several columns, though not merged: the rows above the last are empty in this column.
bool is_under_the_last(const Sheet& sheet, std::uint32_t first, std::uint32_t last, std::uint32_t column) {
    for (std::uint32_t row = first; row < last; ++row) {
        if (!sheet.spread_text(row, column).empty()) return false;
    }
    return first < last;
}

/// Columns that are no more than a year hold what was reached, where others hold the targets.
void take_years_as_actuals(std::vector<TableColumn>& columns) {
    const auto has = [&](const char* kind) {
        return std::any_of(columns.begin(), columns.end(), [&](const TableColumn& each) { return each.kind == kind; });
    };
    const bool take = has("target") && !has("actual");
    for (TableColumn& column : columns) {
        if (column.kind == "year") column.kind = take ? "actual" : "";
    }
}

/// 基準値 | 年度 beside 基準値 | 値: the years of values stand in a column of their own.
bool holds_years(const TableColumn& column) {
    const auto ends = [&](std::string_view word) { return column.head.ends_with(word); };
    return !column.year && (ends("年度") || ends("年") || ends("年次") || ends("時点"));
}

/// 基準値 over 値 and 年度, in either order, though not merged, and 年度 beside 基準値: one of two columns says what
/// the other is of.
void read_as_pair(TableColumn& left, TableColumn& one) {
    const auto is_years = [](const TableColumn& column) { return column.head == "年度" || column.head == "年"; };
    for (const std::string kind : {"baseline", "target"}) {
        if (left.kind == kind + "-year" && (one.head == "値" || one.head == "数値")) one.kind = kind;
        if (left.kind == kind && !left.year && is_years(one)) one.kind = kind + "-year";
        if (one.kind == kind && !one.year && left.kind.empty() && is_years(left)) left.kind = kind + "-year";
    }
}

/// A head of these rows, and how much of it is understood.
std::pair<Head, int> try_head(const Sheet& sheet, const base::Eras& eras, std::uint32_t first, std::uint32_t last,
                              std::uint32_t width) {
    Head head{first, last, {}};
    std::set<std::string> singles;
    std::string running;  // 目標値 over several years in the row below, though not merged
    std::string first_name;
    std::optional<base::Year> running_year;
    bool lines = false;
    for (std::uint32_t column = 0; column < width; ++column) {
        TableColumn one{column, joined(sheet, first, last, column), {}, {}, {}};
        one.year = year_in(eras, one.head);
        one.kind = kind_of(one.head, is_bare_year(eras, one.head));
        if ((one.kind == "baseline" || one.kind == "target") && holds_years(one)) one.kind += "-year";
        if (column > 0) read_as_pair(head.columns.back(), one);
        const bool value = one.kind == "target" || one.kind == "actual";
        const bool under = is_under_the_last(sheet, first, last, column);
        if (!under) running_year = first < last ? year_in(eras, joined(sheet, first, last - 1, column)) : std::nullopt;
        if (value && under && !one.year) one.year = running_year;
        if (!lines && (one.kind.empty() || one.kind == "type" || value) && names_lines(sheet, last, column)) {
            one.kind = "line";
            lines = true;
        } else if (one.kind == "year") {
            one.kind = lines ? "by line" : running.empty() ? "year" : running;
        }
        if (value) running = one.kind;
        if (one.kind == "name" && !first_name.empty() && one.head == first_name) singles.clear();  // a table beside it
        if (one.kind == "name" && first_name.empty()) first_name = one.head;
        const bool single = !value && one.kind != "target-year" && one.kind != "by line" && one.kind != "year";
        if (single && !one.kind.empty()) {
            running.clear();
            if (!singles.insert(one.kind).second) one.kind.clear();  // the first column of a kind is it
        }
        head.columns.push_back(std::move(one));
    }
    take_years_as_actuals(head.columns);
    int score = 0;
    bool name = false, value = false;
    for (const TableColumn& one : head.columns) {
        const bool dated = (one.kind == "target" || one.kind == "actual" || one.kind == "by line") && one.year;
        name = name || one.kind == "name";
        value =
            value || one.kind == "target" || one.kind == "actual" || one.kind == "baseline" || one.kind == "by line";
        score += one.kind.empty() ? 0 : dated ? 4 : 2;
    }
    return {std::move(head), name && value ? score * 4 - static_cast<int>(last - first) : 0};
}

/// 値 | 年度 | 値 | 年度 and 年度 | 値: each column of years is of the target before it, or else of the next one.
void pair_years_of_targets(std::vector<TableColumn>& columns) {
    const auto open = [](const TableColumn& column) {
        return column.kind == "target" && !column.year && !column.years;
    };
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].kind != "target-year") continue;
        const auto here = columns.begin() + static_cast<std::ptrdiff_t>(at);
        const auto before = std::find_if(std::make_reverse_iterator(here), columns.rend(), open);
        const auto behind = std::find_if(here, columns.end(), open);
        if (before != columns.rend())
            before->years = columns[at].column;
        else if (behind != columns.end())
            behind->years = columns[at].column;
    }
}

void correct(Head& head, const base::Eras& eras, const Corrections& corrections) {
    for (TableColumn& column : head.columns) {
        const auto found = corrections.find(workbook::column_name(static_cast<workbook::Column>(column.column)));
        if (found == corrections.end()) continue;
        const std::size_t blank = found->second.find(' ');
        column.kind = found->second.substr(0, blank);
        column.year =
            blank == std::string::npos ? std::nullopt : base::parse_year(eras, found->second.substr(blank + 1));
    }
}

}  // namespace

// More special words come first: 目標値 before 指標, 基本目標 before 目標.
std::string kind_of(const std::string& head, bool has_year) {
    if (head.empty()) return {};
    const bool name = holds(head, {"業績評価指標"}) || (holds(head, {"指標", "項目"}) && holds(head, {"単位"}));
    if (name) return "name";  // 指標（単位）
    if (holds(head, {"望ましい", "増減の別"}) || (holds(head, {"方向"}) && !holds(head, {"方向性"})))
        return "direction";
    if (holds(head, {"達成率", "進捗", "達成度", "達成状況", "増減", "評価", "判定", "番号", "No", "№", "差"}))
        return {};
    if (holds(head, {"単位"})) return "unit";
    if (holds(head, {"担当", "所管", "所属", "主管", "部署", "課名", "関係課"})) return "section";
    if (holds(head, {"備考", "摘要", "注記", "補足", "コメント"})) return "note";
    if (holds(head, {"定義", "算出", "計算", "説明", "考え方", "出典"})) return "definition";
    if (holds(head, {"基準値", "現状値", "現況値", "策定時", "基準", "当初値", "初期値", "現状", "現況"}))
        return "baseline";
    if (holds(head, {"実績", "実数"})) return "actual";
    if (holds(head, {"区分", "種別", "分類"})) return "type";
    if (holds(head, {"目標値", "目標年", "最終目標", "計画値"})) return "target";
    if (holds(head, {"基本目標", "政策", "大項目"})) return "goal";
    if (holds(head, {"主な取組", "取組", "小項目"})) return "initiative";
    if (holds(head, {"施策", "中項目"})) return "measure";
    if (holds(head, {"指標", "項目", "KPI", "数値目標"})) return "name";
    if (holds(head, {"目標"})) return "target";
    return has_year ? "year" : "";
}

namespace {

/// The fiscal year of a day: behind its year stands 年3月, .3.31 or /3/31. Without a month the year itself.
base::Year fiscal(int year, const std::string& text, std::size_t at) {
    constexpr std::string_view word = "年";
    if (text.compare(at, word.size(), word) == 0) {
        at += word.size();
    } else if (at < text.size() && (text[at] == '.' || text[at] == '/')) {
        ++at;
    } else {
        return {year};
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (end == at || end - at > 2) return {year};
    return {std::stoi(text.substr(at, end - at)) <= last_month ? year - 1 : year};
}

}  // namespace

std::optional<std::uint32_t> Head::column_of(const std::string& kind) const {
    for (const TableColumn& column : columns) {
        if (column.kind == kind) return column.column;
    }
    return std::nullopt;
}

std::optional<base::Year> year_in(const base::Eras& eras, const std::string& text) {
    const std::string plain = half_width(text);
    const auto digit = [&](std::size_t at) { return at < plain.size() && plain[at] >= '0' && plain[at] <= '9'; };
    for (std::size_t at = 0; at < plain.size(); ++at) {
        for (const base::Era& era : eras) {
            for (const std::string& head : {era.name, era.initial}) {
                if (plain.compare(at, head.size(), head) != 0) continue;
                std::size_t begin = at + head.size();
                if (plain.compare(begin, 3, "元") == 0) return base::Year{era.first_year};
                if (begin < plain.size() && plain[begin] == '.') ++begin;
                if (!digit(begin)) continue;
                std::size_t end = begin;
                while (digit(end)) ++end;
                if (end - begin <= 2)
                    return fiscal(era.first_year + std::stoi(plain.substr(begin, end - begin)) - 1, plain, end);
            }
        }
        const bool begins = digit(at) && (at == 0 || !digit(at - 1));
        if (begins && digit(at + 3) && !digit(at + 4)) {
            const int year = std::stoi(plain.substr(at, 4));
            if (year >= 1990 && year <= 2100) return fiscal(year, plain, at + 4);
        }
    }
    return std::nullopt;
}

bool is_head_again(const Sheet& sheet, std::uint32_t row, const Head& head) {
    std::size_t same = 0;
    for (const TableColumn& column : head.columns) {
        const std::string text = half_width(sheet.spread_text(row, column.column));
        if (text.empty()) continue;
        for (std::uint32_t of = head.first_row; of <= head.last_row; ++of) {
            if (half_width(sheet.spread_text(of, column.column)) != text) continue;
            ++same;
            break;
        }
    }
    return same >= 2;
}

std::optional<Head> find_head(const Sheet& sheet, const base::Eras& eras, const Corrections& corrections) {
    std::uint32_t width = 0, depth = 0;
    for (const auto& [place, cell] : sheet.cells) {
        width = std::max(width, place.second + 1);
        depth = std::max(depth, place.first + 1);
    }
    width = std::min(width, most_table_columns);
    std::optional<Head> best;
    int most = 0;
    for (std::uint32_t first = 0; first < std::min(depth, deepest_head); ++first) {
        for (std::uint32_t last = first; last < first + 3 && last < depth; ++last) {
            if (has_numbers(sheet, last)) break;
            auto [head, score] = try_head(sheet, eras, first, last, width);
            if (score <= most) continue;
            most = score;
            best = std::move(head);
        }
    }
    if (best) {
        correct(*best, eras, corrections);
        pair_years_of_targets(best->columns);
    }
    return best;
}

}  // namespace forms
