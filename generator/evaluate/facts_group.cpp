// Facts of goals, measures, initiatives, departments and the whole, and of the indicators under them.
#include <array>

#include "evaluate/conditions.h"
#include "evaluate/fact_rows.h"
#include "evaluate/tally.h"

namespace evaluate {

namespace {

using As = Number::As;

const input::Goal& goal(const Context& c, const Subject& s) { return c.strategy().goals[s.index]; }
const input::Measure& measure(const Context& c, const Subject& s) { return c.strategy().measures[s.index]; }
const input::Initiative& initiative(const Context& c, const Subject& s) { return c.strategy().initiatives[s.index]; }

/// The initiatives of a goal or a measure, in the order of the plan.
std::vector<std::size_t> initiatives_of(const Context& c, const Subject& s) {
    std::vector<std::size_t> found;
    const auto& list = c.strategy().initiatives;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if ((s.topic == Topic::goal ? list[at].goal : list[at].measure) == s.index) found.push_back(at);
    }
    return found;
}

Content indicators(const Subject& s, bool headline) {
    Subject set{.topic = Topic::indicators, .of = s.topic, .headline = headline, .year = s.year, .index = s.index};
    return {std::move(set)};
}

/// The same subject in every year of the plan.
Content by_year(const Context& c, const Subject& s) {
    std::vector<Content> items;
    for (const base::Year year : c.strategy().years()) {
        items.push_back({s});
        std::get<Subject>(items.back().is).year = year;
    }
    return as_list(std::move(items));
}

Content mean(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    if (tally == nullptr) return {Missing{}};
    return as_number(tally->mean, tally->in_points ? As::plain : As::percent, *tally->policy,
                     tally->policy->excluded_word);
}

/// How the means of the KPIs below are taken: a whole of goals' means is called as they are.
input::OverallBy taken_by(const Tally& tally) {
    const bool of_goals =
        tally.by == input::OverallBy::mean_of_goal_means || tally.by == input::OverallBy::weighted_goals;
    return of_goals ? tally.policy->goal_by : tally.by;
}

Content mean_name(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    if (tally == nullptr) return {Missing{}};
    switch (taken_by(*tally)) {
        case input::OverallBy::share_achieved: return as_text("達成割合");
        case input::OverallBy::points: return as_text("評価の平均点");
        case input::OverallBy::points_sum: return as_text("評価の合計点");
        default: return as_text(tally->policy->rate_name + "平均");
    }
}

Content mean_unit(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    if (tally == nullptr) return {Missing{}};
    return as_text(tally->in_points ? "点" : tally->policy->numbers.percent);
}

Content mean_change_unit(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    return tally == nullptr ? Content{Missing{}} : as_text(tally->in_points ? "点" : "ポイント");
}

Content is_mean_of_rates(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    if (tally == nullptr) return {false};
    const input::OverallBy by = taken_by(*tally);
    return {by == input::OverallBy::mean_of_kpis || by == input::OverallBy::weighted_kpis};
}

Content is_mean_of_goals(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    return {tally != nullptr && taken_by(*tally) != tally->by};
}

Content mean_change(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    if (tally == nullptr) return {Missing{}};
    const bool first = s.year == c.strategy().first_year;
    return as_number(tally->mean_change, As::change, c.inputs().policy, first ? "" : tally->policy->excluded_word);
}

Content mean_trend(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    return tally == nullptr ? Content{} : as_trend(tally->mean_change);
}

Content rating(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    if (tally == nullptr) return {Missing{}};
    return as_band(tally->band, tally->policy->excluded_word);
}

/// One selection a band, the best first.
Content by_band(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    std::vector<Content> items;
    if (tally == nullptr) return as_list({});
    for (const BandCount& counted : band_counts(*tally)) {
        Subject set = s;
        set.topic = Topic::selection;
        set.conditions = {std::string(rated) + counted.band->word};
        set.band = counted.band;
        items.push_back({std::move(set)});
    }
    return as_list(std::move(items));
}

/// The bands of the lower half, the worst first.
Content lagging_by_band(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    std::vector<Content> items;
    if (tally == nullptr) return as_list({});
    const Content bands = by_band(c, s);
    for (const Content& each : *std::get<List>(bands.is)) {
        const Subject& set = std::get<Subject>(each.is);
        if (steps_from_below(*tally->policy, set.band)) items.insert(items.begin(), each);
    }
    return as_list(std::move(items));
}

/// A selection for each of the words behind a condition.
Content selections(const Subject& s, const std::string& condition, const std::vector<std::string>& words) {
    std::vector<Content> items;
    for (const std::string& word : words) {
        Subject set = s;
        set.topic = Topic::selection;
        set.conditions = {std::string(condition).append(".").append(word)};
        items.push_back({std::move(set)});
    }
    return as_list(std::move(items));
}

Content by_union(const Context& c, const Subject& s) {
    std::vector<std::string> words;
    for (const input::BandUnion& one : policy_of(c.inputs(), s.year).unions) words.push_back(one.word);
    return selections(s, "rated", words);
}

Content by_reason(const Context& c, const Subject& s) {
    const Tally* tally = tally_of(c, s);
    return selections(s, "reason", tally == nullptr ? std::vector<std::string>() : reasons_in(c.assessment, *tally));
}

Content by_type(const Context& c, const Subject& s) {
    std::vector<std::string> words;
    for (const input::TypeRule& type : policy_of(c.inputs(), s.year).types) words.push_back(type.word);
    return selections(s, "type", words);
}

/// What a selection was made by, in words: 順調, 未公表, 意識調査.
Content selected_word(const Context&, const Subject& s) {
    if (s.band != nullptr) return as_name(s.band->word);
    if (s.conditions.empty()) return {};
    const std::string& last = s.conditions.back();
    const std::size_t point = last.find('.');
    return point == std::string::npos || !takes_word(last.substr(0, point)) ? Content{}
                                                                            : as_name(last.substr(point + 1));
}

/// Taken as the policy takes a goal's.
Content mean_of_selection(const Context& c, const Subject& s) {
    const bool of_type = std::any_of(s.conditions.begin(), s.conditions.end(),
                                     [](const std::string& condition) { return condition.starts_with("type."); });
    const Tally tally = tally_of(c.assessment, indicators_of(c, s), s.year, of_type ? Reach::of_type : Reach::part);
    return as_number(tally.mean, tally.in_points ? As::plain : As::percent, *tally.policy, tally.policy->excluded_word);
}

/// The band a selection was made by: by_band, or a rating that was named.
Content band_of(const Context& c, const Subject& s) {
    const input::Policy& policy = policy_of(c.inputs(), s.year);
    const input::Band* named = s.band;
    for (const std::string& condition : s.conditions) {
        if (named != nullptr || !condition.starts_with(rated)) continue;
        for (const auto* bands : {&policy.bands, &policy.class_bands}) {
            for (const input::Band& band : *bands) {
                const bool meant = band.is_called(std::string_view(condition).substr(rated.size()));
                if (named == nullptr && meant) named = &band;
            }
        }
    }
    return as_band(named, "");
}

/// Of all that are evaluated, in per cent as means are shown.
Content share(const Context& c, const Subject& s) {
    Subject all = s;
    all.topic = Topic::selection;
    all.conditions = {"evaluated"};
    all.band = nullptr;
    const input::Policy& policy = policy_of(c.inputs(), s.year);
    const auto whole = static_cast<std::int64_t>(indicators_of(c, all).size());
    if (whole == 0) return {Missing{false, policy.excluded_word}};
    const auto part = static_cast<std::int64_t>(indicators_of(c, s).size());
    const base::Ratio exact = base::Ratio(part) * base::Ratio(100) / base::Ratio(whole);
    return as_number(exact.rounded(policy.mean_decimals, policy.rounding), As::percent, policy, "");
}

Content counted(const Context& c, const Subject& s) {
    Subject all = s;
    all.topic = Topic::selection;
    return as_count(c, indicators_of(c, all).size());
}

Content edge_item(const Context& c, const Subject& s, bool last) {
    const auto indices = indicators_of(c, s);
    if (indices.empty()) return {};
    return as_subject(Topic::indicator, last ? indices.back() : indices.front(), s.year);
}

constexpr Topics tallied = Topic::overall | Topic::goal | Topic::measure | Topic::initiative | Topic::indicators;
constexpr Topics sets = Topic::indicators | Topic::selection;
constexpr Topics of_goal = only(Topic::goal), of_measure = only(Topic::measure),
                 of_initiative = only(Topic::initiative);

const std::array rows = std::to_array<Fact>({
    {"number", of_goal, an_ordinal, "番号", "",
     [](const Context& c, const Subject& s) { return Content{std::int64_t{goal(c, s).number}}; }},
    {"number", of_measure, an_ordinal, "番号", "",
     [](const Context& c, const Subject& s) { return Content{std::int64_t{measure(c, s).number}}; }},
    {"number", of_initiative, an_ordinal, "番号", "",
     [](const Context& c, const Subject& s) { return Content{std::int64_t{initiative(c, s).number}}; }},
    {"title", of_goal, a_text, "名称", "",
     [](const Context& c, const Subject& s) { return as_name(goal(c, s).title); }},
    {"title", of_measure, a_text, "名称", "",
     [](const Context& c, const Subject& s) { return as_name(measure(c, s).title); }},
    {"title", of_initiative, a_text, "名称", "",
     [](const Context& c, const Subject& s) { return as_name(initiative(c, s).title); }},
    {"slogan", of_goal, a_text, "標語", "転入促進",
     [](const Context& c, const Subject& s) { return as_name(goal(c, s).slogan); }},
    {"label", of_goal, a_text, "呼び名", "標語、なければ名称",
     [](const Context& c, const Subject& s) {
         return as_name(goal(c, s).slogan.empty() ? goal(c, s).title : goal(c, s).slogan);
     }},
    {"goals", only(Topic::overall), many(Topic::goal), "基本目標", "",
     [](const Context& c, const Subject& s) {
         std::vector<std::size_t> indices(c.strategy().goals.size());
         for (std::size_t at = 0; at < indices.size(); ++at) indices[at] = at;
         return as_subjects(Topic::goal, indices, s.year);
     }},
    {"goal", of_measure, a(Topic::goal), "属する基本目標", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::goal, measure(c, s).goal, s.year); }},
    {"goal", of_initiative, a(Topic::goal), "属する基本目標", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::goal, initiative(c, s).goal, s.year); }},
    {"measure", of_initiative, a(Topic::measure), "属する施策", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::measure, initiative(c, s).measure, s.year); }},
    {"measures", of_goal, many(Topic::measure), "具体的な施策", "一つは measure.番号",
     [](const Context& c, const Subject& s) { return as_subjects(Topic::measure, goal(c, s).measures, s.year); }},
    {"initiatives", Topic::goal | Topic::measure, many(Topic::initiative), "主な取組",
     "施策の一つは initiative.番号",
     [](const Context& c, const Subject& s) {
         return as_subjects(Topic::initiative, initiatives_of(c, s), s.year);
     }},
    {"projects", Topic::goal | Topic::measure | Topic::initiative | Topic::section, many(Topic::project), "事業",
     "別冊の事業",
     [](const Context& c, const Subject& s) { return as_subjects(Topic::project, projects_of(c, s), s.year); }},
    {"name", only(Topic::section), a_text, "名称", "",
     [](const Context& c, const Subject& s) { return as_name(sections_of(c.inputs())[s.index]); }},
    {"kpis", Topic::overall | Topic::goal | Topic::measure | Topic::initiative | Topic::section, a(Topic::indicators),
     "KPI", "", [](const Context&, const Subject& s) { return indicators(s, false); }},
    {"headline_targets", Topic::overall | Topic::goal | Topic::section, a(Topic::indicators), "数値目標",
     "KPIの集計には混ざらない", [](const Context&, const Subject& s) { return indicators(s, true); }},

    {"mean", tallied, a_percent, "達成率平均", "評価の決まりによって、達成した割合や平均の点数", mean},
    {"mean_name", tallied, a_text, "平均の名前", "達成率平均、達成割合、評価の平均点、評価の合計点：決まりによる", mean_name},
    {"mean_unit", tallied, a_text, "平均の単位", "％（決まりの書き方による）、又は点", mean_unit},
    {"mean_change_unit", tallied, a_text, "平均の前年度比の単位", "ポイント、又は点", mean_change_unit},
    {"mean_of_rates", tallied, a_flag, "率の平均か", "達成割合や点数でなく", is_mean_of_rates},
    {"mean_of_goals", tallied, a_flag, "基本目標の平均の平均か", "全体の値がそうであるとき", is_mean_of_goals},
    {"mean_change", tallied, a_change, "達成率平均の前年度比", "表示した値の差（ポイント）", mean_change},
    {"trend", tallied, a_trend, "達成率平均の動き", "前年度から上がったか、下がったか", mean_trend},
    {"rating", tallied, a(Topic::band), "評価", "達成率平均の評価", rating},
    {"year", tallied, a(Topic::year), "年度", "",
     [](const Context&, const Subject& s) { return as_year(s.year, base::YearKind::fiscal); }},
    {"by_year", tallied, {Form::Is::own_list}, "年度ごと", "計画の各年度の、同じもの", by_year},
    {"by_band", only(Topic::indicators), many(Topic::selection), "評価区分ごと", "評価した指標を区分に分けたもの",
     by_band},
    {"lagging_by_band", only(Topic::indicators), many(Topic::selection), "遅れている評価区分ごと",
     "区分の下の半分。悪いものから", lagging_by_band},
    {"by_union", only(Topic::indicators), many(Topic::selection), "まとめた評価ごと",
     "決まりの unions（◎と○を順調とするなど）に分けたもの", by_union},
    {"by_reason", only(Topic::indicators), many(Topic::selection), "評価しない理由ごと",
     "評価しなかった指標を理由（未公表など）に分けたもの", by_reason},
    {"by_type", only(Topic::indicators), many(Topic::selection), "種類ごと", "決まりの types に分けたもの", by_type},
    {"word", only(Topic::selection), a_text, "選んだ語", "評価、理由、種類の語", selected_word},
    {"mean", only(Topic::selection), a_percent, "達成率平均", "選んだものについて、基本目標と同じ決まりで。種類で選んだものは、平均に入れない種類でも", mean_of_selection},
    {"band", only(Topic::selection), a(Topic::band), "評価区分", "評価区分で選んだもの（rated、by_band）の区分",
     band_of},
    {"count", sets, a_count, "数", "再掲と、使い始める前・指標変更の後の指標は数えない", counted},
    {"share", sets, a_percent, "割合", "評価したものに占める割合", share},
    {"first", sets, a(Topic::indicator), "最初の指標", "",
     [](const Context& c, const Subject& s) { return edge_item(c, s, false); }},
    {"last", sets, a(Topic::indicator), "最後の指標", "",
     [](const Context& c, const Subject& s) { return edge_item(c, s, true); }},
});

}  // namespace

std::span<const Fact> group_facts() { return rows; }

}  // namespace evaluate
