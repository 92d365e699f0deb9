// Lists of indicators: all of them, the year's changes, questions and answers. The columns come from the template.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/heads.h"
#include "workbook/kpi_columns.h"
#include "workbook/list_counts.h"
#include "workbook/looks.h"
#include "workbook/measures.h"

namespace workbook {

namespace {

constexpr std::size_t most_head_lines = 4;

class KpisWriter {
   public:
    KpisWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council),
          sheet_(sheet),
          listed_(list_of(council, sheet).listed),
          rows_(rows_of(council, listed_)),
          plan_(filled_columns(plan)) {
        table_ = table_sheet(&sheet, plan_, {{"actuals", council.places.judged}, {"rates", council.places.judged}});
        if (table_.columns.contains("needed")) {
            Row row = TableSheet::first;
            for (KpiRow& kpi : rows_) kpi.needed = cell(table_.at(row++, "needed"));
        }
        fit_columns();
    }

    void write() {
        begin_table(council_, table_, scale_);
        if (plan_.counts) sheet_.tab_colour(indigo);  // one of those that are handed out
        if (plan_.counts && end() > TableSheet::first) counts(end() - 1);
        head();
        Row row = TableSheet::first;
        for (const KpiRow& kpi : rows_) write_row(row++, kpi);
        if (end() > TableSheet::first) finish(end() - 1);
    }

   private:
    Row end() const { return TableSheet::first + static_cast<Row>(rows_.size()); }

    static const ListSheet& list_of(const Council& council, const Sheet& sheet) {
        const auto& lists = council.places.lists;
        return *std::find_if(lists.begin(), lists.end(), [&](const ListSheet& list) { return list.sheet == &sheet; });
    }

    static std::vector<KpiRow> rows_of(const Council& council, const std::vector<std::size_t>& listed) {
        std::vector<KpiRow> rows;
        rows.reserve(listed.size());
        for (const std::size_t index : listed) rows.emplace_back(council, index, "");
        return rows;
    }

    /// Columns that nobody filled are left out.
    SheetPlan filled_columns(const SheetPlan& plan) const {
        SheetPlan kept = plan;
        std::erase_if(kept.columns, [&](const ColumnPlan& column) {
            const auto filled = kpi_column(column.key)->filled;
            return filled != nullptr && std::none_of(rows_.begin(), rows_.end(), filled);
        });
        return kept;
    }

    std::string head_label(const ColumnPlan& column, std::size_t year) const {
        if (!spreads(column.key)) return column.label;
        return filled(column.label, {{"year", council_.year_label(council_.places.years[year])}});
    }

    std::string head_text(const ColumnPlan& column, std::size_t year, Column place) const {
        return broken_head(head_label(column, year), widths_[place]);
    }

    std::size_t columns_of(const ColumnPlan& column) const { return spreads(column.key) ? council_.places.judged : 1; }

    /// A column of numbers holds the longest of them; one of texts is as wide as the template says at most.
    std::vector<WantedWidth> widths_of(const ColumnPlan& column) const {
        const bool flexible = kpi_column(column.key)->flexible;
        std::vector<ColumnMeasure> measures;
        for (std::size_t at = 0; at < columns_of(column); ++at) {
            measures.emplace_back(head_label(column, at), most_head_lines);
        }
        for (std::size_t at = 0; at < rows_.size() && !flexible; ++at) {
            std::size_t cell_at = 0;
            for (const Content& content : kpi_contents(rows_[at], column.key)) {
                measures[cell_at++].add(content.value, content.look);
            }
        }
        std::vector<WantedWidth> widths;
        widths.reserve(measures.size());
        for (const ColumnMeasure& measure : measures) widths.push_back(measure.width(column.width, flexible));
        return widths;
    }

    /// Which columns hold texts that would touch the numbers at their left.
    std::vector<bool> columns_after_numbers() const {
        std::vector<bool> found;
        Horizontal before = Horizontal::general;
        for (const ColumnPlan& column : plan_.columns) {
            if (rows_.empty()) break;
            for (const Content& content : kpi_contents(rows_.front(), column.key)) {
                found.push_back(before == Horizontal::end && content.look.horizontal == Horizontal::start);
                before = content.look.horizontal;
            }
        }
        return found;
    }

    void fit_columns() {
        std::vector<WantedWidth> wanted;
        for (const ColumnPlan& column : plan_.columns) {
            const std::vector<WantedWidth> widths = widths_of(column);
            wanted.insert(wanted.end(), widths.begin(), widths.end());
        }
        const FittedWidths fit = fitted(wanted, printed_breadth(plan_.a3, !plan_.portrait));
        widths_ = fit.points;
        scale_ = fit.scale;
        after_number_ = columns_after_numbers();
    }

    void head() {
        std::size_t lines = 1;
        Column place = 0;
        for (const ColumnPlan& column : plan_.columns) {
            for (std::size_t at = 0; at < columns_of(column); ++at, ++place) {
                lines = std::max(lines, lines_in_cell(head_text(column, at, place), widths_[place]));
            }
        }
        sheet_.row_height(TableSheet::head, row_height_of(lines));
        place = 0;
        for (const ColumnPlan& column : plan_.columns) {
            for (std::size_t at = 0; at < columns_of(column); ++at, ++place) {
                sheet_.column_width(place, place, widths_[place]);
                sheet_.text({TableSheet::head, place}, head_text(column, at, place), head_look(), column.span);
            }
        }
    }

    void write_row(Row row, const KpiRow& kpi) {
        std::size_t lines = 1;
        for (const ColumnPlan& column : plan_.columns) {
            At at = table_.at(row, column.key);
            for (Content& content : kpi_contents(kpi, column.key)) {
                const bool apart = after_number_[at.column];
                if (apart) content.look = after_number(content.look);
                put(sheet_, at, content);
                if (const auto* text = std::get_if<std::string>(&content.value)) {
                    lines = std::max(lines, lines_in_cell(*text, widths_[at.column] - (apart ? points_of_indent : 0)));
                }
                ++at.column;
            }
        }
        sheet_.row_height(row, row_height_of(lines));
    }

    void finish(Row last) {
        sheet_.filter({{TableSheet::head, 0}, {last, static_cast<Column>(widths_.size() - 1)}});
        for (const char* key : {"rating", "previous_rating", "next_band"}) {
            if (!table_.columns.contains(key)) continue;
            colour_rating_column(council_, sheet_, table_.at(TableSheet::first, key), last);
        }
        const auto name = table_.columns.find("name");
        if (name != table_.columns.end()) {
            sheet_.freeze({TableSheet::first, static_cast<Column>(name->second + 1)});
        }
    }

    std::string range(std::string_view key, Row last) const {
        const At first = table_.at(TableSheet::first, key);
        return fixed_cell(first) + ":" + fixed_cell({last, first.column});
    }

    /// One line of text, so that it needs no columns of its own.
    void counts(Row last) {
        std::string formula, words;
        for (const ListCount& count : list_counts(council_, plan_, listed_)) {
            const std::string lead = (formula.empty() ? "" : "　") + council_.plan.word(count.words) + " ";
            formula += fmt::format("{}{}&COUNTIF({},{})", formula.empty() ? "" : "&", formula_text(lead),
                                   range(count.column, last), count.criterion);
            words += lead + std::to_string(count.value);
        }
        if (!formula.empty()) sheet_.formula({1, 0}, formula, words, lead_look());
    }

    const Council& council_;
    Sheet& sheet_;
    const std::vector<std::size_t>& listed_;  ///< the indicators, a row each
    std::vector<KpiRow> rows_;
    SheetPlan plan_;  ///< without the columns that would be empty
    TableSheet table_;
    std::vector<double> widths_;      ///< points
    std::vector<bool> after_number_;  ///< of the columns
    int scale_ = 100;
};

}  // namespace

void write_kpis(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    KpisWriter(council, sheet, plan).write();
}

}  // namespace workbook
