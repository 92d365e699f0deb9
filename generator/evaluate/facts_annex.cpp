// Facts of the annex: projects, what was done, and their activity indicators.
#include <algorithm>
#include <array>

#include "evaluate/fact_rows.h"
#include "evaluate/own.h"
#include "evaluate/project_ratings.h"

namespace evaluate {

namespace {

const input::Project& own(const Context& c, const Subject& s) { return c.inputs().projects[s.index]; }
const input::ActivityIndicator& activity(const Context& c, const Subject& s) { return own(c, s).indicators[s.part]; }

Content parts(const Subject& s, Topic topic, std::size_t count) {
    std::vector<Content> items;
    for (std::size_t at = 0; at < count; ++at) {
        items.push_back({Subject{.topic = topic, .year = s.year, .index = s.index, .part = at}});
    }
    return as_list(std::move(items));
}

Content texts(const std::vector<std::string>& lines) {
    std::vector<Content> items;
    items.reserve(lines.size());
    for (const std::string& line : lines) items.push_back(as_text(line));
    return as_list(std::move(items));
}

Content kpis(const Context& c, const Subject& s) {
    std::vector<std::size_t> found;
    for (const input::ActivityIndicator& one : own(c, s).indicators) {
        if (one.kpi) found.push_back(*one.kpi);
    }
    return as_subjects(Topic::indicator, found, s.year);
}

Content kpi(const Context& c, const Subject& s) {
    const std::optional<std::size_t>& index = activity(c, s).kpi;
    return index ? as_subject(Topic::indicator, *index, s.year) : Content{};
}

Content actual(const Context& c, const Subject& s) {
    const input::ActivityIndicator& of = activity(c, s);
    const auto found = of.actuals.find(s.year);
    const input::Figure* figure = found == of.actuals.end() ? nullptr : &found->second;
    // A KPI's may be made of other activity indicators.
    const bool planned = s.year >= c.strategy().first_year && s.year <= c.strategy().last_year;
    if (figure == nullptr && of.kpi && planned) figure = c.assessment.indicators[*of.kpi].in(s.year).actual;
    if (figure != nullptr) return as_figure(figure, c.inputs().policy, "");
    return {Missing{s.year == c.inputs().evaluated_year, ""}};
}

std::size_t achieved_kpis(const Context& c, std::size_t project, base::Year year) {
    const auto& activities = c.inputs().projects[project].indicators;
    return static_cast<std::size_t>(std::count_if(activities.begin(), activities.end(), [&](const auto& one) {
        if (!one.kpi || year < c.strategy().first_year || year > c.strategy().last_year) return false;
        const Result& result = c.assessment.indicators[*one.kpi].in(year);
        return result.evaluated() && result.achieved;
    }));
}

Content projects_achieved(const Context& c, const Subject& s) {
    std::size_t count = 0;
    for (const std::size_t at : projects_of(c, s)) {
        const bool counted = !c.inputs().projects[at].reprint_of;
        if (counted && achieved_kpis(c, at, s.year) > 0) ++count;
    }
    return as_count(c, count);
}

bool has_ended(const input::Project& project, base::Year year) { return project.ended && project.ended->year <= year; }

/// Projects of a group that are no reprints and have what is asked.
template <typename Has>
Content projects_with(const Context& c, const Subject& s, const Has& has) {
    const std::vector<std::size_t> all = projects_of(c, s);
    return as_count(c, static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](std::size_t at) {
                        const input::Project& project = c.inputs().projects[at];
                        return !project.reprint_of && has(project);
                    })));
}

Content projects_ended(const Context& c, const Subject& s) {
    return projects_with(c, s, [&](const input::Project& project) { return has_ended(project, s.year); });
}

Content projects_renamed(const Context& c, const Subject& s) {
    return projects_with(c, s, [](const input::Project& project) { return !project.formerly.empty(); });
}

Content ended_in(const Context& c, const Subject& s) {
    return own(c, s).ended ? as_year(own(c, s).ended->year, base::YearKind::fiscal) : Content{};
}

/// Where nobody has rated a project, how many have a word is not known to be none.
Content rated_count(const Context& c, const Subject& s) {
    if (rated_projects(c, all_words(s)).empty()) return {Missing{}};
    return as_count(c, rated_projects(c, s).size());
}

Content rated_share(const Context& c, const Subject& s) {
    const auto whole = static_cast<std::int64_t>(rated_projects(c, all_words(s)).size());
    if (whole == 0) return {Missing{}};
    const auto part = static_cast<std::int64_t>(rated_projects(c, s).size());
    const input::Policy& policy = c.inputs().policy;
    const base::Ratio exact = base::Ratio(part) * base::Ratio(100) / base::Ratio(whole);
    return as_number(exact.rounded(policy.mean_decimals, policy.rounding), Number::As::percent, policy, "");
}

constexpr Topics counting_projects = Topic::overall | Topic::goal | Topic::measure | Topic::initiative | Topic::section;
constexpr Topics of_ratings = only(Topic::project_ratings), of_rated = only(Topic::rated_projects);
constexpr Topics of = only(Topic::project), of_work = only(Topic::work), of_activity = only(Topic::activity);

const std::array rows = std::to_array<Fact>({
    {"id", of, a_text, "id", "", [](const Context& c, const Subject& s) { return as_name(own(c, s).id); }},
    {"name", of, a_text, "事業名", "", [](const Context& c, const Subject& s) { return as_name(own(c, s).name); }},
    {"account", of, a_text, "会計", "", [](const Context& c, const Subject& s) { return as_name(own(c, s).account); }},
    {"section", of, a_text, "担当課", "",
     [](const Context& c, const Subject& s) { return as_name(own(c, s).section); }},
    {"reprint", of, a_flag, "再掲か", "",
     [](const Context& c, const Subject& s) { return Content{own(c, s).reprint_of.has_value()}; }},
    {"content", of, many_texts, "取組内容", "",
     [](const Context& c, const Subject& s) { return texts(own(c, s).content); }},
    {"numbered", of, a_flag, "取組実績に番号を付けるか", "",
     [](const Context& c, const Subject& s) { return Content{own(c, s).results_numbered}; }},
    {"works", of, many(Topic::work), "取組実績", "",
     [](const Context& c, const Subject& s) { return parts(s, Topic::work, own(c, s).results.size()); }},
    {"activities", of, many(Topic::activity), "取組指標", "一つは id、又は activity.番号",
     [](const Context& c, const Subject& s) { return parts(s, Topic::activity, own(c, s).indicators.size()); }},
    {"kpis", of, many(Topic::indicator), "KPI", "取組指標としているKPI", kpis},
    {"achieved_kpis", of, a_count, "達成したKPIの数", "取組指標としているKPIのうち",
     [](const Context& c, const Subject& s) { return as_count(c, achieved_kpis(c, s.index, s.year)); }},
    {"projects_achieved", counting_projects, a_count, "KPIを達成した事業の数",
     "一つ以上のKPIを達成した事業。再掲は数えない", projects_achieved},
    {"projects_ended", counting_projects, a_count, "終了した事業の数",
     "その年度までに終了したもの（ended）。再掲は数えない", projects_ended},
    {"projects_renamed", counting_projects, a_count, "名を改めた事業の数", "旧事業名のあるもの。再掲は数えない",
     projects_renamed},
    {"project_ratings", counting_projects, many(Topic::project_ratings), "事業の評価",
     "kensho.yaml の fields の評価の項目ごと。事業に評価のある項目だけ。一つは project_rating.項目",
     [](const Context& c, const Subject& s) { return as_subjects(project_ratings_of(c, s)); }},
    {"formerly", of, a_text, "旧事業名", "",
     [](const Context& c, const Subject& s) { return as_name(own(c, s).formerly); }},
    {"ended", of, a_text, "終了の理由", "終了した事業だけ",
     [](const Context& c, const Subject& s) { return own(c, s).ended ? as_text(own(c, s).ended->reason) : Content{}; }},
    {"ended_in", of, a(Topic::year), "終了した年度", "その年度までで終わる。終了した事業だけ", ended_in},
    {"initiative", of, a(Topic::initiative), "属する取組", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::initiative, own(c, s).initiative, s.year); }},

    {"name", of_ratings | Topic::rated_projects, a_text, "項目の名", "事業効果など",
     [](const Context& c, const Subject& s) { return as_name(c.inputs().own_fields[s.part].name); }},
    {"count", of_ratings, a_count, "評価した事業の数",
     "項目に評価を書いた事業。再掲は数えない。一つもなければ、数はない", rated_count},
    {"by_band", of_ratings, many(Topic::rated_projects), "評価区分ごと",
     "項目の words、なければ決まりの区分の順。事業のない区分は0。評価した事業がなければ空",
     [](const Context& c, const Subject& s) {
         return as_subjects(rated_projects(c, s).empty() ? std::vector<Subject>() : by_word(c, s));
     }},
    {"projects", of_ratings | Topic::rated_projects, many(Topic::project), "事業", "再掲は入らない",
     [](const Context& c, const Subject& s) { return as_subjects(Topic::project, rated_projects(c, s), s.year); }},
    {"word", of_rated, a_text, "評価の語", "", [](const Context&, const Subject& s) { return as_name(word_of(s)); }},
    {"band", of_rated, a(Topic::band), "評価区分", "別の決まり（--policy）にない語は、語だけ",
     [](const Context&, const Subject& s) { return as_band(s.band, word_of(s)); }},
    {"count", of_rated, a_count, "その評価の事業の数",
     "再掲は数えない。評価した事業が一つもなければ、数はない（0でない）", rated_count},
    {"share", of_rated, a_percent, "割合", "評価した事業に占める割合", rated_share},

    {"number", of_work, an_ordinal, "番号", "",
     [](const Context&, const Subject& s) { return Content{static_cast<std::int64_t>(s.part) + 1}; }},
    {"text", of_work, a_text, "文", "",
     [](const Context& c, const Subject& s) { return as_text(own(c, s).results[s.part].text); }},
    {"details", of_work, many_texts, "細目", "",
     [](const Context& c, const Subject& s) { return texts(own(c, s).results[s.part].details); }},

    {"name", of_activity, a_text, "名称", "",
     [](const Context& c, const Subject& s) { return as_name(activity(c, s).name); }},
    {"unit", of_activity, a_text, "単位", "",
     [](const Context& c, const Subject& s) { return as_name(activity(c, s).unit); }},
    {"note", of_activity, a_text, "備考", "",
     [](const Context& c, const Subject& s) { return as_text(activity(c, s).note); }},
    {"kpi", of_activity, a(Topic::indicator), "KPI", "KPIを取組指標としているとき", kpi},
    {"actual", of_activity, a(Topic::figure), "実績値", "", actual},
});

}  // namespace

std::span<const Fact> annex_facts() { return rows; }

}  // namespace evaluate
