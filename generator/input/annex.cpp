// years/*/projects/*.yaml: what was done, project by project (別冊).
#include <algorithm>

#include "base/message.h"
#include "input/figure.h"
#include "input/own_fields.h"
#include "input/readers.h"
#include "input/silence.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;

/// A list of texts; a single text stands for a list of one.
std::vector<std::string> read_texts(Fields& fields, std::string_view key) {
    std::vector<std::string> texts;
    const Value* value = fields.optional(key);
    if (value == nullptr || value->is_empty()) return texts;
    if (value->is_scalar()) return {value->text};
    for (const Value& item : base::as_list(*value, fields.diagnostics())) {
        if (auto text = base::as_text(item, fields.diagnostics())) texts.push_back(std::move(*text));
    }
    return texts;
}

void read_results(Fields& fields, Project& project, Reading& reading) {
    const Value* results = fields.optional("results");
    if (results != nullptr && results->is_list() && results->items.empty()) {
        reading.empty_results.push_back(results->span);
    }
    for (const Value& item : fields.list("results")) {
        if (item.is_map()) {
            Fields line(item, fields.diagnostics());
            project.results.push_back({line.required_text("text"), read_texts(line, "details")});
        } else if (auto text = base::as_text(item, fields.diagnostics())) {
            project.results.push_back({std::move(*text), {}});
        }
    }
}

void refuse(Fields& fields, std::string_view key, const std::string& message) {
    if (const Value* value = fields.optional(key)) fields.diagnostics().error(value->span, message);
}

/// An indicator that is one of the strategy's. Its values come from there, and so do its name and unit unless the annex
/// calls it otherwise.
void read_kpi_reference(Fields& fields, ActivityIndicator& indicator, Reading& reading) {
    const std::string id = fields.required_text("kpi");
    for (std::string_view key : {"id", "actuals"}) {
        refuse(fields, key, say("`{0}` comes from the KPI `{1}` and is not written again", key, id));
    }
    const auto found = reading.indicators.find(id);
    if (found != reading.indicators.end()) {
        indicator.kpi = found->second;
    } else if (reading.strategy_read && !id.empty()) {
        std::vector<std::string_view> known;
        for (const auto& [other, index] : reading.indicators) known.push_back(other);
        base::report_unknown("the strategy has no indicator `{}`", id, fields.optional("kpi")->span, known,
                             reading.diagnostics);
    }
}

/// An indicator that another project has too.
void read_same_as(Fields& fields, ActivityPlace place, Reading& reading) {
    const std::string id = fields.required_text("same_as");
    for (std::string_view key : {"id", "kpi", "name", "unit", "actuals"}) {
        refuse(fields, key, say("`{0}` comes from the indicator `{1}` and is not written again", key, id));
    }
    if (!id.empty()) reading.same.push_back({place, id, fields.optional("same_as")->span});
}

void read_activity_id(Fields& fields, ActivityIndicator& indicator, ActivityPlace place, Reading& reading) {
    const Value* id = fields.optional("id");
    if (id == nullptr) return;
    indicator.id = read_id(fields, reading.diagnostics);
    indicator.span = id->span;
    if (indicator.id.empty()) return;
    const bool taken = reading.indicators.contains(indicator.id);
    if (taken || !reading.activities.emplace(indicator.id, place).second) {
        reading.diagnostics.error(id->span, say("the id `{}` is given twice", indicator.id));
    }
}

/// The annex shows the evaluated year beside the one before it, which may lie before the plan.
bool check_annex_year(base::Year year, base::Span span, Reading& reading) {
    if (reading.plan && year.western + 1 == reading.plan->first.western) return true;
    return check_in_plan(year, span, reading);
}

void read_own_actuals(Fields& fields, ActivityIndicator& indicator, Reading& reading) {
    for (const Value::Entry& entry : fields.map("actuals")) {
        const auto year = parse_year_key(entry, reading);
        if (!year || !check_annex_year(*year, entry.key_span, reading)) continue;
        if (indicator.actuals.contains(*year)) {
            reading.diagnostics.error(entry.key_span,
                                      say("the year {} is given twice", base::short_year(reading.inputs.eras, *year)));
        } else if (auto figure = read_figure(entry.value, Words::any, reading)) {
            indicator.actuals[*year] = std::move(*figure);
        }
    }
}

ActivityIndicator read_activity(const Value& item, ActivityPlace place, Reading& reading) {
    ActivityIndicator indicator;
    indicator.span = item.span;
    Fields fields(item, reading.diagnostics);
    indicator.note = fields.optional_text("note").value_or("");
    indicator.silenced = read_silence(fields);
    if (fields.optional("same_as") != nullptr) {
        indicator.same_as = true;
        read_same_as(fields, place, reading);
        return indicator;
    }
    indicator.unit = fields.optional_text("unit").value_or("");
    if (fields.has("kpi")) {
        indicator.name = fields.optional_text("name").value_or("");
        read_kpi_reference(fields, indicator, reading);
        return indicator;
    }
    fields.optional("kpi");
    read_activity_id(fields, indicator, place, reading);
    indicator.name = fields.required_text("name");
    read_own_actuals(fields, indicator, reading);
    return indicator;
}

void read_reprint(Fields& fields, const Project& project, Reading& reading) {
    const std::string of = fields.required_text("reprint_of");
    reading.reprints.push_back({.project = reading.inputs.projects.size(),
                                .of = of,
                                .own_content = fields.has("content"),
                                .own_results = fields.has("results"),
                                .own_indicators = fields.has("indicators"),
                                .span = fields.optional("reprint_of")->span});
    if (of == project.id) reading.diagnostics.error(project.span, say("`{}` cannot be a reprint of itself", of));
}

void read_ending(Fields& fields, Project& project, Reading& reading) {
    const Value* value = fields.optional("ended");
    if (value == nullptr) return;
    Fields ended(*value, reading.diagnostics);
    ended.required("year");
    const auto year = read_year(ended, "year", reading);
    const std::string reason = ended.required_text("reason");
    if (year && check_in_plan(*year, ended.optional("year")->span, reading)) project.ended = {*year, reason};
}

Project read_project_entry(const Value& item, std::size_t initiative, Reading& reading) {
    Project project;
    Fields fields(item, reading.diagnostics);
    project.initiative = initiative;
    project.id = read_id(fields, reading.diagnostics);
    const Value* id = fields.optional("id");
    project.span = id == nullptr ? item.span : id->span;
    const bool reprint = fields.optional("reprint_of") != nullptr;
    if (reprint) read_reprint(fields, project, reading);
    project.name = reprint ? fields.optional_text("name").value_or("") : fields.required_text("name");
    project.account = fields.optional_text("account").value_or("");
    project.section = fields.optional_text("section").value_or("");
    project.formerly = fields.optional_text("formerly").value_or("");
    read_ending(fields, project, reading);
    project.own = read_own_values(fields, reading);
    project.content = read_texts(fields, "content");
    project.results_numbered = fields.flag("numbered", true);
    read_results(fields, project, reading);
    for (std::string_view key : {"content", "results"}) {
        if (const Value* texts = fields.optional(key)) {
            collect_texts(*texts, "projects." + project.id + "." + std::string(key), reading.inputs.texts);
        }
    }
    for (const Value& indicator : fields.list("indicators")) {
        const ActivityPlace place = {reading.inputs.projects.size(), project.indicators.size()};
        project.indicators.push_back(read_activity(indicator, place, reading));
    }
    return project;
}

void add_project(const Value& item, std::optional<std::size_t> initiative, Reading& reading) {
    Project project = read_project_entry(item, initiative.value_or(0), reading);
    const std::size_t index = reading.inputs.projects.size();
    if (!project.id.empty() && !reading.projects.emplace(project.id, index).second) {
        reading.diagnostics.error(project.span, say("the id `{}` is given twice", project.id));
    }
    reading.inputs.projects.push_back(std::move(project));
    if (initiative) reading.inputs.strategy.initiatives[*initiative].projects.push_back(index);
}

/// The index of the goal, measure or initiative with the number that `key` gives; reported when there is none.
template <typename Part, typename Indices>
std::optional<std::size_t> find_number(Fields& fields, std::string_view key, const std::vector<Part>& parts,
                                       const Indices& indices, const char* unknown, bool check) {
    const auto number = fields.required_whole(key, 1, 999);
    if (!number) return std::nullopt;
    for (std::size_t index : indices) {
        if (parts[index].number == *number) return index;
    }
    if (check) fields.diagnostics().error(fields.optional(key)->span, say(unknown, *number));
    return std::nullopt;
}

void read_annex_initiative(const Value& item, std::optional<std::size_t> measure, Reading& reading) {
    const Strategy& strategy = reading.inputs.strategy;
    Fields fields(item, reading.diagnostics);
    const std::vector<std::size_t> within =
        measure ? strategy.measures[*measure].initiatives : std::vector<std::size_t>();
    const auto initiative = find_number(fields, "number", strategy.initiatives, within,
                                        base::to_translate("this measure has no initiative {}"), measure.has_value());
    for (const Value& project : fields.required_list("projects")) add_project(project, initiative, reading);
}

void read_annex_measure(const Value& item, std::optional<std::size_t> goal, Reading& reading) {
    const Strategy& strategy = reading.inputs.strategy;
    Fields fields(item, reading.diagnostics);
    const std::vector<std::size_t> within = goal ? strategy.goals[*goal].measures : std::vector<std::size_t>();
    const auto measure = find_number(fields, "number", strategy.measures, within,
                                     base::to_translate("this goal has no measure {}"), goal.has_value());
    OwnValues own = read_own_values(fields, reading);
    if (measure) reading.inputs.strategy.measures[*measure].own = std::move(own);
    for (const Value& initiative : fields.required_list("initiatives")) {
        read_annex_initiative(initiative, measure, reading);
    }
}

}  // namespace

void read_annex(const Value& tree, Reading& reading) {
    const Strategy& strategy = reading.inputs.strategy;
    Fields fields(tree, reading.diagnostics);
    std::vector<std::size_t> all(strategy.goals.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto goal = find_number(fields, "goal", strategy.goals, all,
                                  base::to_translate("the strategy has no goal {}"), reading.strategy_read);
    for (const Value& measure : fields.required_list("measures")) read_annex_measure(measure, goal, reading);
}

}  // namespace input
