// The projects of the annex with their indicators; the values of KPIs are live.
#include <algorithm>
#include <numeric>

#include "workbook/council.h"
#include "workbook/heads.h"
#include "workbook/kpi_row.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/project_ratings.h"
#include "workbook/subjects.h"

namespace workbook {

namespace {

using input::ActivityIndicator;
using input::Project;

constexpr std::size_t most_project_head_lines = 3;

class ProjectsWriter {
   public:
    ProjectsWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council), sheet_(sheet), plan_(filled_columns(plan)), table_(table_sheet(&sheet, plan_, {})) {}

    void write() {
        std::vector<WantedWidth> wanted;
        for (const ColumnPlan& column : plan_.columns) {
            wanted.push_back(width_of(column));
        }
        const FittedWidths fit = fitted(wanted, printed_breadth(plan_.a3, !plan_.portrait));
        widths_ = fit.points;
        const double head = head_height();
        begin_table(council_, table_, fit.scale, page_breaks(head, fit.scale));
        Column column = 0;
        for (const ColumnPlan& column_plan : plan_.columns) {
            sheet_.column_width(column, column, widths_[column]);
            const std::string label = broken_head(column_plan.label, widths_[column]);
            sheet_.text({TableSheet::head, column++}, label, head_look(), column_plan.span);
        }
        sheet_.row_height(TableSheet::head, head);
        for (const Project& project : council_.inputs().projects) write(project);
    }

   private:
    static bool flexible(std::string_view key) {
        return key == "initiative" || key == "project" || key == "content" || key == "results" || key == "indicator" ||
               key == "note";
    }

    /// Columns that nobody filled are left out.
    SheetPlan filled_columns(const SheetPlan& plan) const {
        SheetPlan kept = plan;
        const auto& projects = council_.inputs().projects;
        const auto none = [&](const auto& filled) { return std::none_of(projects.begin(), projects.end(), filled); };
        std::erase_if(kept.columns, [&](const ColumnPlan& column) {
            if (column.key == "account") return none([](const Project& p) { return !p.account.empty(); });
            if (column.key == "section") return none([](const Project& p) { return !p.section.empty(); });
            if (column.key == "content") return none([](const Project& p) { return !p.content.empty(); });
            if (column.key == "results") return none([](const Project& p) { return !p.results.empty(); });
            if (column.key != "note") return false;
            return none([](const Project& p) {
                return std::any_of(p.indicators.begin(), p.indicators.end(),
                                   [](const ActivityIndicator& a) { return !a.note.empty(); });
            });
        });
        return kept;
    }

    /// Of the units and values, that are measured, the typed ones too.
    WantedWidth width_of(const ColumnPlan& column) const {
        ColumnMeasure measure(column.label, most_project_head_lines);
        if (const input::OwnField* field = rating_field(column.key, council_.inputs())) {
            for (const Project& project : council_.inputs().projects) {
                if (const auto* value = rating_in(project, *field)) measure.add(value->text, rating_look());
            }
            return measure.width(column.width, false);
        }
        if (column.key == "unit") {
            for (const Project& project : council_.inputs().projects) {
                for (const ActivityIndicator& activity : project.indicators)
                    measure.add(text_of(activity, column.key), centred_look());
            }
            return measure.width(column.width, false);
        }
        const bool previous = column.key == "previous";
        if (!previous && column.key != "current") return measure.width(column.width, flexible(column.key));
        const base::Year year{council_.evaluated_year().western - (previous ? 1 : 0)};
        for (const Project& project : council_.inputs().projects) {
            for (const ActivityIndicator& activity : project.indicators) {
                if (activity.kpi && year >= council_.places.years.front()) {
                    const auto& result = council_.assessment.indicators[*activity.kpi].in(year);
                    measure.add(shown_actual(result),
                                number_look(number_format(council_, council_.places.decimals[*activity.kpi])));
                } else if (const auto found = activity.actuals.find(year);
                           found != activity.actuals.end() && found->second.amount) {
                    measure.add(*found->second.amount,
                                number_look(number_format(council_, found->second.amount->decimals)));
                }
            }
        }
        return measure.width(column.width, false);
    }

    static bool of_indicator(std::string_view key) {
        return key == "indicator" || key == "unit" || key == "previous" || key == "current" || key == "note";
    }

    void write(const Project& project) {
        const Project& original = original_of(council_.inputs(), project);
        const Row first = row_;
        const Row rows = rows_of(original);
        for (const ColumnPlan& column : plan_.columns) {
            if (of_indicator(column.key)) continue;
            const At at = table_.at(first, column.key);
            const Area area{at, {first + rows - 1, at.column}};
            if (const input::OwnField* field = rating_field(column.key, council_.inputs())) {
                write_rating(area, original, *field);
                continue;
            }
            const std::string text = text_of(project, original, column.key);
            Look look = text_look();
            look.vertical = Vertical::top;
            sheet_.merged(area, text, look, original.span);
        }
        const std::vector<double> heights = heights_of_rows(project);
        for (Row at = 0; at < rows; ++at, ++row_) {
            sheet_.row_height(row_, heights[at]);
            if (original.indicators.empty()) {
                blank_indicator(row_);
            } else {
                write(row_, original, at);
            }
        }
    }

    static Look rating_look() {
        Look look = centred_look();
        look.vertical = Vertical::top;
        look.bold = true;
        return look;
    }

    /// On the ground of its band.
    void write_rating(Area area, const Project& original, const input::OwnField& field) {
        const input::OwnValue* value = rating_in(original, field);
        Look look = rating_look();
        const input::Band* band = value == nullptr ? nullptr : rating_band(*value, field, council_.inputs());
        if (band != nullptr) {
            look.ground = band->colour;
            look.ink = band->on_colour;
        }
        const auto index = static_cast<std::size_t>(&original - council_.inputs().projects.data());
        sheet_.shows(project_in(index, council_.evaluated_year()), "own." + field.id);
        sheet_.merged(area, value == nullptr ? "" : value->text, look, value == nullptr ? original.span : value->span);
    }

    static Row rows_of(const Project& original) {
        return static_cast<Row>(std::max<std::size_t>(1, original.indicators.size()));
    }

    double head_height() const {
        std::size_t lines = 1;
        for (std::size_t at = 0; at < plan_.columns.size(); ++at) {
            lines = std::max(lines, lines_in_cell(broken_head(plan_.columns[at].label, widths_[at]), widths_[at]));
        }
        return row_height_of(lines);
    }

    /// Of each of the project's rows, in points: it holds the texts of its indicator, and all together the project's.
    std::vector<double> heights_of_rows(const Project& project) const {
        const Project& original = original_of(council_.inputs(), project);
        std::size_t lines = 1;
        std::vector<std::size_t> indicator_lines(rows_of(original), 1);
        for (std::size_t at = 0; at < plan_.columns.size(); ++at) {
            const std::string& key = plan_.columns[at].key;
            if (!of_indicator(key))
                lines = std::max(lines, lines_in_cell(text_of(project, original, key), widths_[at]));
            for (std::size_t row = 0; of_indicator(key) && row < original.indicators.size(); ++row) {
                const double points = widths_[at] - (key == "note" ? points_of_indent : 0);
                indicator_lines[row] =
                    std::max(indicator_lines[row], lines_in_cell(text_of(original.indicators[row], key), points));
            }
        }
        constexpr double highest = 409;  // of Excel's rows
        std::vector<double> heights;
        heights.reserve(indicator_lines.size());
        for (const std::size_t row_lines : indicator_lines) heights.push_back(row_height_of(row_lines));
        const double held = std::accumulate(heights.begin(), heights.end(), 0.0);
        const double more = std::max(0.0, height_of_lines(lines) - held) / static_cast<double>(heights.size());
        for (double& height : heights) height = std::min(highest, height + more);
        return heights;
    }

    /// What is wrapped.
    std::string text_of(const ActivityIndicator& activity, std::string_view key) const {
        const input::Indicator* kpi = kpi_of(activity);
        if (key == "indicator") return kpi == nullptr ? activity.name : kpi->name;
        if (key == "unit") return kpi == nullptr ? activity.unit : kpi->unit;
        if (key == "note") return activity.note;
        if (activity.kpi) return "";
        const int back = key == "previous" ? 1 : 0;
        const auto found = activity.actuals.find({council_.evaluated_year().western - back});
        return found == activity.actuals.end() || is_number(found->second) ? "" : words_of(found->second);
    }

    /// A page that ends within merged cells would cut their text: a project that does not fit whole begins the next.
    std::vector<Row> page_breaks(double head, int scale) const {
        constexpr double title = 40;  // with the free row below it
        const double page = printed_height(plan_.a3, !plan_.portrait) * 100 / scale - head;
        std::vector<Row> breaks;
        double used = title, before = 0;
        std::size_t on_page = 0;  // projects
        Row row = TableSheet::first, row_before = row;
        const auto& projects = council_.inputs().projects;
        for (const Project& project : projects) {
            const std::vector<double> heights = heights_of_rows(project);
            const double height = std::accumulate(heights.begin(), heights.end(), 0.0);
            if (used > 0 && used + height > page) {
                // The last of all does not stand on a page alone.
                const bool joined = &project == &projects.back() && on_page > 1 && before + height <= page;
                breaks.push_back(joined ? row_before : row);
                used = 0;
                on_page = 0;
            }
            used += height;
            before = height;
            ++on_page;
            row_before = row;
            row += rows_of(original_of(council_.inputs(), project));
        }
        return breaks;
    }

    std::string text_of(const Project& project, const Project& original, std::string_view key) const {
        const input::Initiative& initiative = council_.strategy().initiatives[project.initiative];
        if (key == "goal") return std::to_string(council_.strategy().goals[initiative.goal].number);
        if (key == "measure") return std::to_string(council_.strategy().measures[initiative.measure].number);
        if (key == "initiative") return std::to_string(initiative.number) + " " + initiative.title;
        if (key == "account") return original.account;
        if (key == "section") return original.section;
        if (key == "content") return content_of(original);
        if (key == "results") return results_of(original);
        if (const input::OwnField* field = rating_field(key, council_.inputs())) {
            const input::OwnValue* value = rating_in(original, *field);
            return value == nullptr ? "" : value->text;
        }
        std::string name = original.name;
        if (!original.account.empty() && !table_.columns.contains("account")) name += "\n【" + original.account + "】";
        if (project.reprint_of) name += "\n（" + council_.plan.word("reprint") + "）";
        return name;
    }

    static std::string content_of(const Project& project) {
        std::string text;
        for (const std::string& paragraph : project.content) text += (text.empty() ? "" : "\n") + paragraph;
        return text;
    }

    static std::string results_of(const Project& project) {
        std::string text;
        std::size_t number = 0;
        for (const input::ResultLine& line : project.results) {
            ++number;
            const bool numbered = project.results_numbered && project.results.size() > 1;
            text += (text.empty() ? "" : "\n") + (numbered ? "(" + std::to_string(number) + ") " : "") + line.text;
            for (const std::string& detail : line.details) text += "\n・" + detail;
        }
        return text;
    }

    void blank_indicator(Row row) {
        for (const ColumnPlan& column : plan_.columns) {
            if (of_indicator(column.key)) sheet_.blank(table_.at(row, column.key), text_look());
        }
    }

    const input::Indicator* kpi_of(const ActivityIndicator& activity) const {
        return activity.kpi ? council_.assessment.indicators[*activity.kpi].source : nullptr;
    }

    void write(Row row, const Project& project, std::size_t number) {
        const ActivityIndicator& activity = project.indicators[number];
        const auto index = static_cast<std::size_t>(&project - council_.inputs().projects.data());
        const input::Indicator* kpi = kpi_of(activity);
        for (const ColumnPlan& column : plan_.columns) {
            if (!of_indicator(column.key)) continue;
            const At at = table_.at(row, column.key);
            if (column.key == "indicator") {
                sheet_.text(at, text_of(activity, column.key), text_look(), activity.span);
            } else if (column.key == "unit") {
                // To the list of KPIs; the name would not be wrapped by LibreOffice.
                const std::string unit = text_of(activity, column.key);
                const std::string list = kpi == nullptr || unit.empty() ? "" : council_.places.list_cell(*activity.kpi);
                put(sheet_, at,
                    {"", unit, list.empty() ? centred_look() : link_look(centred_look()), activity.span, list});
            } else if (column.key == "note") {
                sheet_.text(at, activity.note, after_number(text_look()), activity.span);
            } else {
                const int back = column.key == "previous" ? 1 : 0;
                const base::Year year{council_.evaluated_year().western - back};
                sheet_.shows(activity_in(activity, index, number, year), "actual");
                value(at, activity, year);
            }
        }
    }

    void value(At at, const ActivityIndicator& activity, base::Year year) {
        if (activity.kpi && year >= council_.places.years.front()) {
            const auto& result = council_.assessment.indicators[*activity.kpi].in(year);
            const std::string format = number_format(council_, council_.places.decimals[*activity.kpi]);
            put(sheet_, at,
                {council_.places.calculated_ref(*activity.kpi, year, "actual"), shown_actual(result),
                 number_look(format)});
            return;
        }
        const auto found = activity.actuals.find(year);
        typed(at, found == activity.actuals.end() ? nullptr : &found->second);
    }

    /// A second figure in brackets makes the cell words: the sheet is for reading, the data workbook keeps both apart.
    void typed(At at, const input::Figure* figure) {
        Look words = number_look("");
        words.wrap = true;
        words.shrink = false;
        if (figure == nullptr) {
            sheet_.blank(at, words);
        } else if (is_number(*figure)) {
            sheet_.number(at, *figure->amount, number_look(number_format(council_, figure->amount->decimals)),
                          figure->span);
        } else {
            sheet_.text(at, words_of(*figure), words, figure->span);
        }
    }

    static bool is_number(const input::Figure& figure) { return figure.amount && figure.beside->in_brackets.empty(); }

    std::string words_of(const input::Figure& figure) const {
        const std::string shown =
            figure.amount ? base::to_text(*figure.amount, council_.inputs().policy.numbers) : figure.words;
        return figure.beside->in_brackets.empty() ? shown : shown + " (" + figure.beside->in_brackets + ")";
    }

    const Council& council_;
    Sheet& sheet_;
    SheetPlan plan_;  ///< without the columns that would be empty
    TableSheet table_;
    std::vector<double> widths_;  ///< points
    Row row_ = TableSheet::first;
};

}  // namespace

void write_projects(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    ProjectsWriter(council, sheet, plan).write();
}

}  // namespace workbook
