// A row without a title goes on under the part above it; parts of the same title are one, wherever they stand.
#include "scaffold/from_table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace scaffold {

namespace {

/// The part with this title, or a new one behind the others.
template <typename Part>
Part& part_for(std::vector<Part>& parts, const std::string& title, const std::string& otherwise) {
    const std::string wanted = title.empty() ? (parts.empty() ? otherwise : parts.back().title) : title;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.title == wanted; });
    if (found != parts.end()) return *found;
    Part part;
    part.title = wanted;
    parts.push_back(std::move(part));
    return parts.back();
}

/// How offices number the parts of a plan: 1, １, ①, Ⅰ, 一.
std::optional<std::size_t> take_number(std::u32string& text) {
    constexpr std::u32string_view kanji = U"一二三四五六七八九十";
    std::size_t digits = 0, number = 0;
    for (; digits < text.size() && digits < 3; ++digits) {
        const char32_t c = text[digits] >= U'０' && text[digits] <= U'９' ? text[digits] - U'０' + U'0' : text[digits];
        if (c < U'0' || c > U'9') break;
        number = number * 10 + (c - U'0');
    }
    if (digits == 0 && !text.empty()) {
        const char32_t c = text.front();
        const std::size_t at = kanji.find(c);
        digits = 1;
        if (c >= U'①' && c <= U'⑳')
            number = c - U'①' + 1;
        else if (c >= U'Ⅰ' && c <= U'Ⅻ')
            number = c - U'Ⅰ' + 1;
        else if (at != std::u32string_view::npos)
            number = at + 1;
        else
            return std::nullopt;
    }
    text.erase(0, digits);
    return number;
}

bool take_any_of(std::u32string& text, std::u32string_view letters) {
    const bool is = !text.empty() && letters.find(text.front()) != std::u32string_view::npos;
    if (is) text.erase(0, 1);
    return is;
}

/// 基本目標１　人を呼ぶ, 1-2 子育て, （２）移住: what the plan counts itself goes, where it counts the same.
/// 3世代同居の推進 and ２ where the first part stands keep theirs.
std::string without_number(const std::string& title, std::size_t number) {
    std::u32string text = base::decode(title);
    bool named = false;
    for (const std::u32string_view word : {U"基本目標", U"具体的な施策", U"具体的施策", U"政策目標", U"政策", U"施策",
                                           U"主な取組", U"取組", U"目標", U"柱"}) {
        if (named || !text.starts_with(word)) continue;
        text.erase(0, word.size());
        named = true;
    }
    while (take_any_of(text, U" 　")) {
    }
    const bool bracket = take_any_of(text, U"(（【［");
    std::optional<std::size_t> last = take_number(text);
    while (last && take_any_of(text, U"-－‐−・.．")) {
        const std::optional<std::size_t> next = take_number(text);
        if (!next) {
            named = true;  // 1. しごと: the point ends the number
            break;
        }
        last = next;
    }
    if (last != number) return title;
    const bool ended = take_any_of(text, bracket ? U")）】］" : U":：、 　");
    if (!ended && (bracket || !named)) return title;
    while (take_any_of(text, U" 　:：、")) {
    }
    return text.empty() ? title : base::encode(text);
}

/// All or none: numbers that count otherwise mean something.
template <typename Part>
void drop_numbers(std::vector<Part>& parts) {
    std::vector<std::string> titles;
    titles.reserve(parts.size());
    for (const Part& part : parts) titles.push_back(without_number(part.title, titles.size() + 1));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (titles[i] == parts[i].title) return;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i].title = titles[i];
}

PlannedIndicator indicator_of(const forms::TableRow& row, base::Year first, base::Year last, const base::Eras& eras) {
    PlannedIndicator out;
    out.name = row.name;
    out.unit = row.unit;
    out.section = row.section;
    out.note = row.note;
    out.definition = row.definition;
    out.baseline = row.baseline;
    out.baseline_year = row.baseline_year;
    out.headline = row.headline;
    out.lower = row.lower;
    out.in_words = row.in_words;
    out.cumulative = row.name.find("累計") != std::string::npos;
    const auto within = [&](const std::map<base::Year, std::string>& values) {
        std::map<base::Year, std::string> kept;
        for (const auto& [year, value] : values) {
            if (year >= first && year <= last) kept[year] = value;
        }
        return kept;
    };
    out.targets = within(row.targets);
    out.actuals = within(row.actuals);
    const auto before = row.actuals.lower_bound(first);
    if (out.baseline.empty() && before != row.actuals.begin()) {
        out.baseline = std::prev(before)->second;
        out.baseline_year = base::era_year(eras, std::prev(before)->first, base::YearKind::fiscal);
    }
    if (!row.last_target.empty()) out.targets[last] = row.last_target;
    return out;
}

struct Years {
    std::set<base::Year> aimed, reached;  ///< of targets, of actual values
};

Years years_in(const std::vector<forms::Table>& tables) {
    Years years;
    for (const forms::Table& table : tables) {
        for (const forms::TableRow& row : table.rows) {
            for (const auto& [year, value] : row.targets) years.aimed.insert(year);
            for (const auto& [year, value] : row.actuals) years.reached.insert(year);
        }
    }
    return years;
}

}  // namespace

std::vector<PlannedGoal> goals_of(const std::vector<forms::Table>& tables, base::Year first, base::Year last,
                                  const base::Eras& eras) {
    std::vector<PlannedGoal> goals;
    for (const forms::Table& table : tables) {
        for (const forms::TableRow& row : table.rows) {
            PlannedGoal& goal = part_for(goals, row.goal, "基本目標");
            PlannedIndicator indicator = indicator_of(row, first, last, eras);
            if (indicator.headline) {
                goal.headline_targets.push_back(std::move(indicator));
                continue;
            }
            PlannedMeasure& measure = part_for(goal.measures, row.measure, "具体的な施策");
            part_for(measure.initiatives, row.initiative, "主な取組").indicators.push_back(std::move(indicator));
        }
    }
    drop_numbers(goals);
    for (PlannedGoal& goal : goals) {
        drop_numbers(goal.measures);
        for (PlannedMeasure& measure : goal.measures) drop_numbers(measure.initiatives);
    }
    return goals;
}

std::set<base::Year> years_left_out(const std::vector<forms::Table>& tables, base::Year first, base::Year last) {
    auto [aimed, reached] = years_in(tables);
    aimed.merge(reached);
    std::erase_if(aimed, [&](base::Year year) { return year >= first && year <= last; });
    return aimed;
}

KnownYears years_of(const std::vector<forms::Table>& tables) {
    auto [aimed, reached] = years_in(tables);
    KnownYears years;
    if (!reached.empty()) years.last_actual = *reached.rbegin();
    // A single year of targets is the last of a plan that began before.
    std::set<base::Year> of_plan = aimed;
    if (aimed.size() < 2) of_plan.merge(reached);
    years.any = !of_plan.empty();
    if (years.any) years.first = *of_plan.begin(), years.last = *of_plan.rbegin();
    return years;
}

}  // namespace scaffold
