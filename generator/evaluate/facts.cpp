// The table, put together; what sets consist of; the pieces of rows.
#include "evaluate/facts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "evaluate/conditions.h"
#include "evaluate/fact_rows.h"
#include "evaluate/tally.h"

namespace evaluate {

namespace {

constexpr Topics of_list = only(Topic::list);

Content list_count(const Context&, const Subject&) { return {}; }

/// Of lists, which are no subjects: follow() answers them itself.
const std::array list_rows = std::to_array<Fact>({
    {"count", of_list, a_count, "数", "再掲は数えない", list_count},
    {"first", of_list, {Form::Is::element}, "最初のもの", "", list_count},
    {"last", of_list, {Form::Is::element}, "最後のもの", "", list_count},
});

constexpr std::array topics = std::to_array<TopicName>({
    {Topic::whole, "どこでも", ""},
    {Topic::report, "報告書", "report"},
    {Topic::strategy, "計画", "strategy"},
    {Topic::policy, "評価の決まり", "policy"},
    {Topic::overall, "全体", "overall"},
    {Topic::goal, "基本目標", "goal.番号"},
    {Topic::measure, "具体的な施策", "goal.番号.measure.番号"},
    {Topic::initiative, "主な取組", "goal.番号.measure.番号.initiative.番号"},
    {Topic::indicators, "指標の集まり", "overall.kpis、goal.番号.headline_targets など"},
    {Topic::selection, "選んだ指標", "overall.kpis.条件 など"},
    {Topic::indicator, "指標", "指標のid"},
    {Topic::section, "担当課", ""},
    {Topic::project_ratings, "事業の評価", "overall.project_rating.項目、goal.番号.project_rating.項目 など"},
    {Topic::rated_projects, "評価で選んだ事業", "overall.project_rating.項目.rated.語 など"},
    {Topic::project, "事業", "事業のid"},
    {Topic::work, "取組実績", ""},
    {Topic::activity, "取組指標", "取組指標のid、又は 事業のid.activity.番号"},
    {Topic::figure, "数値", ""},
    {Topic::note, "注記", ""},
    {Topic::band, "評価区分", ""},
    {Topic::year, "年度", "year"},
    {Topic::edition, "版", ""},
    {Topic::list, "並び", ""},
});

/// Where the members of a set can stand, in the order of the plan: those of one group are not sought among all.
std::vector<std::size_t> candidates(const input::Strategy& strategy, const Subject& set) {
    std::vector<std::size_t> found;
    if (set.of == Topic::goal) {
        const input::Goal& goal = strategy.goals[set.index];
        found = set.headline ? goal.headline_targets : kpis_of(strategy, goal);
    } else if (set.of == Topic::measure) {
        found = kpis_of(strategy, strategy.measures[set.index]);
    } else if (set.of == Topic::initiative) {
        found = strategy.initiatives[set.index].kpis;
    } else {
        found.resize(strategy.indicators.size());
        std::iota(found.begin(), found.end(), std::size_t{0});
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Whether a candidate is a member.
bool belongs(const input::Indicator& indicator, const Subject& set, const std::string& section) {
    const auto kind = set.headline ? input::IndicatorKind::headline_target : input::IndicatorKind::kpi;
    return indicator.kind == kind && (set.of != Topic::section || indicator.section == section);
}

bool is_of(const Context& context, std::size_t index, const Subject& selection) {
    const IndicatorAssessment& assessed = context.assessment.indicators[index];
    const input::Strategy& strategy = context.strategy();
    if (selection.year < strategy.first_year || selection.year > strategy.last_year) return false;
    const Case in_year{assessed.in(selection.year), *assessed.source};
    return in_year.present() && std::all_of(selection.conditions.begin(), selection.conditions.end(),
                                            [&](const auto& c) { return meets(in_year, c, selection.band); });
}

}  // namespace

const std::vector<Fact>& facts() {
    static const std::vector<Fact> all = [] {
        std::vector<Fact> rows;
        for (const auto& part : {report_facts(), group_facts(), indicator_facts(), annex_facts()}) {
            rows.insert(rows.end(), part.begin(), part.end());
        }
        rows.insert(rows.end(), list_rows.begin(), list_rows.end());
        return rows;
    }();
    return all;
}

const Fact* fact(Topic topic, std::string_view name) {
    using ByName = std::unordered_map<std::string_view, const Fact*>;
    static const std::vector<ByName> by_topic = [] {
        std::vector<ByName> made(static_cast<std::size_t>(Topic::list) + 1);
        for (const Fact& row : facts()) {
            for (std::size_t at = 0; at < made.size(); ++at) {
                if ((row.topics & only(static_cast<Topic>(at))) != 0) made[at].emplace(row.name, &row);
            }
        }
        return made;
    }();
    const ByName& rows = by_topic[static_cast<std::size_t>(topic)];
    const auto found = rows.find(name);
    return found == rows.end() ? nullptr : found->second;
}

std::span<const TopicName> topic_names() { return topics; }

std::vector<std::size_t> indicators_of(const Context& context, const Subject& subject) {
    const input::Strategy& strategy = context.strategy();
    const std::string section = subject.of == Topic::section ? sections_of(context.inputs())[subject.index] : "";
    std::vector<std::size_t> found;
    for (const std::size_t at : candidates(strategy, subject)) {
        if (!belongs(strategy.indicators[at], subject, section)) continue;
        if (subject.topic == Topic::indicators || is_of(context, at, subject)) found.push_back(at);
    }
    return found;
}

std::vector<std::size_t> projects_of(const Context& context, const Subject& subject) {
    const input::Strategy& strategy = context.strategy();
    const std::vector<input::Project>& projects = context.inputs().projects;
    std::vector<std::size_t> found;
    const auto add_measure = [&](const input::Measure& measure) {
        for (const std::size_t at : measure.initiatives) {
            const std::vector<std::size_t>& some = strategy.initiatives[at].projects;
            found.insert(found.end(), some.begin(), some.end());
        }
    };
    if (subject.topic == Topic::project) {
        found = {subject.index};
    } else if (subject.topic == Topic::initiative) {
        found = strategy.initiatives[subject.index].projects;
    } else if (subject.topic == Topic::measure) {
        add_measure(strategy.measures[subject.index]);
    } else if (subject.topic == Topic::goal) {
        for (const std::size_t at : strategy.goals[subject.index].measures) add_measure(strategy.measures[at]);
    } else if (subject.topic == Topic::overall) {
        found.resize(projects.size());
        std::iota(found.begin(), found.end(), std::size_t{0});
    } else if (subject.topic == Topic::section) {
        const std::string section = sections_of(context.inputs())[subject.index];
        for (std::size_t at = 0; at < projects.size(); ++at) {
            if (projects[at].section == section) found.push_back(at);
        }
    }
    return found;
}

const GroupAssessment* group_of(const Context& context, const Subject& subject) {
    const Assessment& all = context.assessment;
    switch (subject.topic) {
        case Topic::overall: return &all.overall;
        case Topic::goal: return &all.goals[subject.index];
        case Topic::measure: return &all.measures[subject.index];
        case Topic::initiative: return &all.initiatives[subject.index];
        default: return nullptr;
    }
}

const Tally* tally_of(const Context& context, const Subject& subject) {
    const bool set = subject.topic == Topic::indicators;
    const Subject owner{.topic = set ? subject.of : subject.topic, .index = subject.index};
    const GroupAssessment* group = group_of(context, owner);
    if (group == nullptr) return nullptr;
    const std::vector<Tally>& tallies = set && subject.headline ? group->headline_targets : group->kpis;
    const auto found =
        std::find_if(tallies.begin(), tallies.end(), [&](const Tally& tally) { return tally.year == subject.year; });
    return found == tallies.end() ? nullptr : &*found;
}

std::vector<std::string> sections_of(const input::Inputs& inputs) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& section) {
        if (!section.empty() && std::find(names.begin(), names.end(), section) == names.end()) names.push_back(section);
    };
    for (const input::Indicator& indicator : inputs.strategy.indicators) add(indicator.section);
    for (const input::Project& project : inputs.projects) add(project.section);
    return names;
}

std::vector<Content> items_of(const Context& context, const Content& content) {
    if (const auto* list = std::get_if<List>(&content.is)) return **list;
    if (std::holds_alternative<std::monostate>(content.is) || std::holds_alternative<Missing>(content.is)) return {};
    const auto* subject = std::get_if<Subject>(&content.is);
    const bool set = subject != nullptr && (subject->topic == Topic::indicators || subject->topic == Topic::selection);
    if (!set) return {content};
    std::vector<Content> items;
    for (const std::size_t index : indicators_of(context, *subject)) {
        items.push_back(as_subject(Topic::indicator, index, subject->year));
    }
    return items;
}

Form item_form(const Form& form) {
    const bool set = !form.list && form.is == Form::Is::subject &&
                     (form.topic == Topic::indicators || form.topic == Topic::selection);
    return set ? a(Topic::indicator) : Form{form.is, form.topic, false};
}

bool is_numeric(const Form& form) {
    if (form.list) return false;
    switch (form.is) {
        case Form::Is::anything:
        case Form::Is::ordinal:
        case Form::Is::count:
        case Form::Is::number:
        case Form::Is::percent:
        case Form::Is::change: return true;
        default: return form.is == Form::Is::subject && form.topic == Topic::figure;
    }
}

std::optional<base::Decimal> number_of(const Content& content) {
    if (const auto* number = std::get_if<Number>(&content.is)) return number->value;
    const auto* subject = std::get_if<Subject>(&content.is);
    const bool figure = subject != nullptr && subject->topic == Topic::figure;
    return figure ? subject->figure->amount : std::nullopt;
}

bool is_reprint(const Context& context, const Content& content) {
    const auto* subject = std::get_if<Subject>(&content.is);
    if (subject == nullptr) return false;
    if (subject->topic == Topic::project) return context.inputs().projects[subject->index].reprint_of.has_value();
    return subject->topic == Topic::indicator && !context.strategy().indicators[subject->index].reprint_of.empty();
}

Content get(const Context& context, const Address& address) {
    FactPath path = parse_path(address.name).value_or(FactPath{});
    Reached found{a(address.subject.topic), Content{address.subject}, {}};
    const bool there = !follow(context, found, path) && found.content;
    return there ? std::move(*found.content) : Content{};
}

Content as_count(const Context& context, std::size_t value) {
    return {Number{{false, std::to_string(value), 0}, Number::As::count, &context.inputs().policy.numbers}};
}

Content as_figure(const input::Figure* figure, const input::Policy& policy, std::string reason) {
    if (figure == nullptr) return {Missing{false, std::move(reason)}};
    return {Subject{.topic = Topic::figure, .figure = figure, .policy = &policy}};
}

Content as_number(const std::optional<base::Decimal>& value, Number::As as, const input::Policy& policy,
                  std::string reason) {
    if (!value) return {Missing{false, std::move(reason)}};
    return {Number{*value, as, &policy.numbers}};
}

Content as_trend(const std::optional<base::Decimal>& change) {
    if (!change) return {};
    const int sign = base::Ratio(*change).sign();
    return {sign > 0 ? Trend::up : sign < 0 ? Trend::down : Trend::level};
}

Content as_band(const input::Band* band, std::string reason) {
    if (band == nullptr) return {Missing{false, std::move(reason)}};
    return {Subject{.topic = Topic::band, .band = band}};
}

Content as_year(base::Year year, base::YearKind kind) {
    return {Subject{.topic = Topic::year, .year_kind = kind, .year = year}};
}

Content as_subject(Topic topic, std::size_t index, base::Year year) {
    return {Subject{.topic = topic, .year = year, .index = index}};
}

Content as_subjects(const std::vector<Subject>& subjects) {
    std::vector<Content> items;
    items.reserve(subjects.size());
    for (const Subject& subject : subjects) items.push_back({subject});
    return as_list(std::move(items));
}

Content as_subjects(Topic topic, const std::vector<std::size_t>& indices, base::Year year) {
    std::vector<Content> items;
    items.reserve(indices.size());
    for (const std::size_t index : indices) items.push_back(as_subject(topic, index, year));
    return as_list(std::move(items));
}

Context unworded(const Assessment& assessment) {
    static const Wording none;
    return {assessment, none};
}

}  // namespace evaluate
