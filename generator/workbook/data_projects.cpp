// Tables of the annex: projects, their texts, their indicators. A reprint's row names the project it repeats and gives
// that project's data, so that nothing is omitted.
#include <deque>

#include "workbook/data_columns.h"
#include "workbook/places.h"
#include "workbook/project_ratings.h"
#include "workbook/subjects.h"

namespace workbook {

namespace {

using input::ActivityIndicator;
using input::Project;

struct Text {
    const char* kind;  ///< a word of the plan: content, result, detail
    std::size_t number = 0;
    std::size_t detail = 0;
    const std::string* text = nullptr;
};

/// A project; of its texts one, or of its indicators one in one year.
struct ProjectEntry {
    const Project* project;   ///< where it stands
    const Project* original;  ///< whose data are shown; differs for a reprint
    Text text = {};
    std::size_t number = 0;  ///< of the indicator
    const ActivityIndicator* activity = nullptr;
    base::Year year = {};
};

const input::Initiative& initiative_of(const Facts& f, const ProjectEntry& e) {
    return f.strategy().initiatives[e.project->initiative];
}
const input::Measure& measure_of(const Facts& f, const ProjectEntry& e) {
    return f.strategy().measures[initiative_of(f, e).measure];
}
const input::Goal& goal_of(const Facts& f, const ProjectEntry& e) {
    return f.strategy().goals[initiative_of(f, e).goal];
}

std::vector<DataColumn<ProjectEntry>> with_project(std::vector<DataColumn<ProjectEntry>> columns) {
    std::vector<DataColumn<ProjectEntry>> all = {
        {"municipality_code", [](const Facts& f, const ProjectEntry&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const ProjectEntry&) { return municipality_name(f); }},
        {"strategy", [](const Facts& f, const ProjectEntry&) { return name_datum(f.strategy().title); }},
        {"goal_number", [](const Facts& f, const ProjectEntry& e) { return whole_datum(goal_of(f, e).number); }},
        {"goal", [](const Facts& f, const ProjectEntry& e) { return name_datum(goal_of(f, e).title); }},
        {"measure_number", [](const Facts& f, const ProjectEntry& e) { return whole_datum(measure_of(f, e).number); }},
        {"measure", [](const Facts& f, const ProjectEntry& e) { return name_datum(measure_of(f, e).title); }},
        {"initiative_number",
         [](const Facts& f, const ProjectEntry& e) { return whole_datum(initiative_of(f, e).number); }},
        {"initiative", [](const Facts& f, const ProjectEntry& e) { return name_datum(initiative_of(f, e).title); }},
        {"project_id", [](const Facts&, const ProjectEntry& e) { return name_datum(e.project->id, e.project->span); }},
        {"project", [](const Facts&, const ProjectEntry& e) { return name_datum(e.original->name, e.original->span); }},
        {"account",
         [](const Facts&, const ProjectEntry& e) { return name_datum(e.original->account, e.original->span); }},
        {"section",
         [](const Facts&, const ProjectEntry& e) { return name_datum(e.original->section, e.original->span); }},
        {"reprint", [](const Facts& f, const ProjectEntry& e) { return flag_datum(f, e.project != e.original); }},
        {"reprint_of",
         [](const Facts&, const ProjectEntry& e) {
             return e.project == e.original ? nothing() : name_datum(e.original->id);
         }},
    };
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
}

const std::vector<DataColumn<ProjectEntry>>& project_columns() {
    static const auto columns = with_project({
        {"indicator_count",
         [](const Facts&, const ProjectEntry& e) {
             return whole_datum(static_cast<std::int64_t>(e.original->indicators.size()));
         }},
        {"count_unit", [](const Facts& f, const ProjectEntry&) { return text_datum(f.word("count_unit")); }},
    });
    return columns;
}

/// The same with those of ratings that the plan has; `names` keeps what their facts are called.
std::vector<DataColumn<ProjectEntry>> with_ratings(std::vector<DataColumn<ProjectEntry>> columns, const Facts& facts,
                                                   const TablePlan& plan, std::deque<std::string>& names) {
    for (const ColumnPlan& column : plan.columns) {
        const input::OwnField* field = rating_field(column.key, facts.inputs());
        if (field == nullptr) continue;
        const auto rating = [field](const Facts&, const ProjectEntry& e) {
            const input::OwnValue* value = rating_in(*e.original, *field);
            return value == nullptr ? nothing() : text_datum(value->text, value->span);
        };
        columns.push_back({column.key, rating, names.emplace_back("own." + field->id)});
    }
    return columns;
}

Datum position(std::size_t number) { return number == 0 ? nothing() : whole_datum(static_cast<std::int64_t>(number)); }

const std::vector<DataColumn<ProjectEntry>>& text_columns() {
    static const auto columns = with_project({
        {"year", [](const Facts& f, const ProjectEntry&) { return western_datum(f.inputs().evaluated_year); }},
        {"era_year",
         [](const Facts& f, const ProjectEntry&) {
             return era_datum(f, f.inputs().evaluated_year, base::YearKind::fiscal);
         }},
        {"text_kind", [](const Facts& f, const ProjectEntry& e) { return text_datum(f.word(e.text.kind)); }},
        {"text_number", [](const Facts&, const ProjectEntry& e) { return position(e.text.number); }},
        {"detail_number", [](const Facts&, const ProjectEntry& e) { return position(e.text.detail); }},
        {"text", [](const Facts&, const ProjectEntry& e) { return text_datum(*e.text.text, e.original->span); }},
    });
    return columns;
}

const input::Indicator* kpi_of(const Facts& f, const ProjectEntry& e) {
    return e.activity->kpi ? f.assessment.indicators[*e.activity->kpi].source : nullptr;
}

const input::Figure* figure_of(const Facts& f, const ProjectEntry& e) {
    if (e.activity->kpi) return f.assessment.indicators[*e.activity->kpi].in(e.year).actual;
    const auto found = e.activity->actuals.find(e.year);
    return found == e.activity->actuals.end() ? nullptr : &found->second;
}

base::YearKind year_kind_of(const Facts& f, const ProjectEntry& e) {
    const input::Indicator* kpi = kpi_of(f, e);
    return kpi == nullptr ? base::YearKind::fiscal : kpi->year_kind;
}

Datum in_brackets(const Facts& f, const ProjectEntry& e) {
    const input::Figure* figure = figure_of(f, e);
    if (figure == nullptr || figure->beside->in_brackets.empty()) return nothing();
    const base::ParsedDecimal parsed = base::parse_decimal(figure->beside->in_brackets);
    return parsed.value ? number_datum(parsed.value, figure->span)
                        : text_datum(figure->beside->in_brackets, figure->span);
}

const std::vector<DataColumn<ProjectEntry>>& activity_columns() {
    static const auto columns = with_project({
        {"indicator_number", [](const Facts&, const ProjectEntry& e) { return position(e.number); }},
        {"indicator_id",
         [](const Facts&, const ProjectEntry& e) { return name_datum(e.activity->id, e.activity->span); }},
        {"kpi_id",
         [](const Facts& f, const ProjectEntry& e) {
             return e.activity->kpi ? name_datum(f.strategy().indicators[*e.activity->kpi].id) : nothing();
         }},
        {"indicator",
         [](const Facts& f, const ProjectEntry& e) {
             const input::Indicator* kpi = kpi_of(f, e);
             return name_datum(kpi == nullptr ? e.activity->name : kpi->name, e.activity->span);
         }},
        {"unit",
         [](const Facts& f, const ProjectEntry& e) {
             const input::Indicator* kpi = kpi_of(f, e);
             return unit_datum(f, kpi == nullptr ? e.activity->unit : kpi->unit);
         }},
        {"year", [](const Facts&, const ProjectEntry& e) { return western_datum(e.year); }},
        {"era_year", [](const Facts& f, const ProjectEntry& e) { return era_datum(f, e.year, year_kind_of(f, e)); }},
        {"year_kind", [](const Facts& f, const ProjectEntry& e) { return year_kind_datum(f, year_kind_of(f, e)); }},
        {"actual", [](const Facts& f, const ProjectEntry& e) { return amount_datum(figure_of(f, e)); }, "actual"},
        {"in_brackets", in_brackets},
        {"status", [](const Facts& f, const ProjectEntry& e) { return status_datum(f, figure_of(f, e)); }, "actual"},
        {"actual_words", [](const Facts& f, const ProjectEntry& e) { return word_value_datum(f, figure_of(f, e)); },
         "actual"},
        {"note", [](const Facts&, const ProjectEntry& e) { return text_datum(e.activity->note, e.activity->span); }},
    });
    return columns;
}

std::optional<evaluate::Subject> subject_of_project(const Facts& f, const ProjectEntry& e) {
    const auto project = static_cast<std::size_t>(e.original - f.inputs().projects.data());
    return project_in(project, f.inputs().evaluated_year);
}

std::optional<evaluate::Subject> subject_of_activity(const Facts& f, const ProjectEntry& e) {
    const auto project = static_cast<std::size_t>(e.original - f.inputs().projects.data());
    return activity_in(*e.activity, project, e.number - 1, e.year);
}

template <typename Take>
void each_project(const Facts& facts, Take take) {
    for (const Project& project : facts.inputs().projects)
        take(ProjectEntry{&project, &original_of(facts.inputs(), project)});
}

template <typename Take>
void each_text(ProjectEntry entry, Take take) {
    std::size_t number = 0;
    for (const std::string& paragraph : entry.original->content) {
        entry.text = {"content", ++number, 0, &paragraph};
        take(entry);
    }
    number = 0;
    for (const input::ResultLine& line : entry.original->results) {
        entry.text = {"result", ++number, 0, &line.text};
        take(entry);
        std::size_t detail = 0;
        for (const std::string& text : line.details) {
            entry.text = {"detail", number, ++detail, &text};
            take(entry);
        }
    }
}

/// The years an indicator reports: its own, or a KPI's up to the evaluated one.
template <typename Take>
void each_activity_year(const Facts& facts, ProjectEntry entry, Take take) {
    const base::Year last = facts.inputs().evaluated_year;
    for (const ActivityIndicator& activity : entry.original->indicators) {
        ++entry.number;
        entry.activity = &activity;
        const auto in_year = [&](base::Year year) {
            entry.year = year;
            if (year <= last && figure_of(facts, entry) != nullptr) take(entry);
        };
        if (activity.kpi) {
            for (const base::Year year : facts.strategy().years()) in_year(year);
        } else {
            for (const auto& [year, figure] : activity.actuals) in_year(year);
        }
    }
}

}  // namespace

TableKind projects_table() {
    std::vector<std::string_view> keys = keys_of(project_columns());
    keys.push_back(project_ratings_column);
    return {"projects",
            std::move(keys),
            {"goal_number", "measure_number", "initiative_number", "indicator_count"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                std::deque<std::string> names;
                const auto columns = with_ratings(project_columns(), facts, plan, names);
                RowMaker<ProjectEntry> rows(facts, columns, plan, take, subject_of_project);
                each_project(facts, [&](const ProjectEntry& entry) { rows(entry); });
            }};
}

TableKind project_texts_table() {
    return {"project_texts",
            keys_of(text_columns()),
            {"goal_number", "measure_number", "initiative_number", "text_number", "detail_number"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<ProjectEntry> rows(facts, text_columns(), plan, take);
                each_project(facts, [&](const ProjectEntry& entry) {
                    each_text(entry, [&](const ProjectEntry& e) { rows(e); });
                });
            }};
}

TableKind activities_table() {
    return {"activities",
            keys_of(activity_columns()),
            {"goal_number", "measure_number", "initiative_number", "indicator_number", "actual", "in_brackets"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<ProjectEntry> rows(facts, activity_columns(), plan, take, subject_of_activity);
                each_project(facts, [&](const ProjectEntry& entry) {
                    each_activity_year(facts, entry, [&](const ProjectEntry& e) { rows(e); });
                });
            }};
}

}  // namespace workbook
