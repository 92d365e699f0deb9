// Lists of indicators: all of them, the year's changes, questions and answers. The columns come from the template.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/kpi_row.h"
#include "workbook/looks.h"

namespace workbook {

namespace {

constexpr double line_height = 12.5, least_height = 18, most_height = 400;

class KpisWriter {
   public:
    KpisWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council),
          sheet_(sheet),
          plan_(plan),
          table_(table_sheet(&sheet, plan, {{"actuals", council.places.judged}, {"rates", council.places.judged}})) {
        for (std::size_t index = 0; index < council.strategy().indicators.size(); ++index) {
            if (belongs(index)) listed_.push_back(index);
        }
    }

    void write() {
        begin_table(council_, table_);
        if (plan_.counts && end() > TableSheet::first) counts(end() - 1);
        head();
        Row row = TableSheet::first;
        for (const std::size_t index : listed_) write_row(row++, index);
        if (end() > TableSheet::first) finish(end() - 1);
    }

   private:
    Row end() const { return TableSheet::first + static_cast<Row>(listed_.size()); }

    bool belongs(std::size_t index) const {
        if (council_.places.originals[index] != index) return false;
        const bool kpi = council_.strategy().indicators[index].kind == input::IndicatorKind::kpi;
        return plan_.of == Of::both || kpi == (plan_.of == Of::kpis);
    }

    std::size_t columns_of(const ColumnPlan& column) const { return spreads(column.key) ? council_.places.judged : 1; }

    void head() {
        sheet_.row_height(TableSheet::head, 30);
        for (const ColumnPlan& column : plan_.columns) {
            for (std::size_t at = 0; at < columns_of(column); ++at) {
                const auto place = static_cast<Column>(width_++);
                sheet_.column_width(place, place, column.width > 0 ? column.width : 12);
                const std::string label =
                    spreads(column.key)
                        ? filled(column.label, {{"year", council_.year_label(council_.places.years[at])}})
                        : column.label;
                sheet_.text({TableSheet::head, place}, label, head_look(), column.span);
            }
        }
    }

    void write_row(Row row, std::size_t index) {
        const bool has_needed = table_.columns.contains("needed");
        const std::string needed = has_needed ? cell(table_.at(row, "needed")) : std::string();
        std::size_t lines = 1;
        for (const ColumnPlan& column : plan_.columns) {
            At at = table_.at(row, column.key);
            for (const Content& content : kpi_contents(council_, index, column.key, needed)) {
                put(sheet_, at, content);
                ++at.column;
                if (const auto* text = std::get_if<std::string>(&content.value)) {
                    lines = std::max(lines, lines_of(*text, static_cast<std::size_t>(std::max(column.width, 6)) - 1));
                }
            }
        }
        sheet_.row_height(row, std::clamp(static_cast<double>(lines) * line_height + 4, least_height, most_height));
    }

    void finish(Row last) {
        sheet_.filter({{TableSheet::head, 0}, {last, static_cast<Column>(width_ - 1)}});
        for (const char* key : {"rating", "previous_rating", "next_band"}) {
            if (!table_.columns.contains(key)) continue;
            const At first = table_.at(TableSheet::first, key);
            colour_ratings(council_, sheet_, {first, {last, first.column}}, cell(first));
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

    /// One line of text, so that it needs no columns of its own: how many rose, fell, changed rating.
    void counts(Row last) {
        std::string formula, text;
        const auto add = [&](const char* words, const std::string& count, std::size_t value) {
            const std::string lead = (text.empty() ? "" : "　") + council_.plan.word(words) + " ";
            formula += (formula.empty() ? "" : "&") + formula_text(lead) + "&" + count;
            text += lead + std::to_string(value);
        };
        if (table_.columns.contains("value_trend")) {
            const std::string trends = range("value_trend", last);
            const auto count = [&](const char* key) {
                return fmt::format("COUNTIF({},{})", trends, formula_text(council_.plan.word(key)));
            };
            add("rose", count("up"), count_values(1));
            add("fell", count("down"), count_values(-1));
            add("unchanged", count("level"), count_values(0));
        }
        if (table_.columns.contains("rating_change")) {
            const std::string steps = range("rating_change", last);
            add("rating_rose", fmt::format("COUNTIF({},\">0\")", steps), count_steps(1));
            add("rating_fell", fmt::format("COUNTIF({},\"<0\")", steps), count_steps(-1));
        }
        if (!formula.empty()) sheet_.formula({1, 0}, formula, text, lead_look());
    }

    template <typename Holds>
    std::size_t count_if(Holds holds) const {
        return static_cast<std::size_t>(std::count_if(listed_.begin(), listed_.end(), [&](std::size_t index) {
            return holds(council_.assessment.indicators[index].in(council_.evaluated_year()));
        }));
    }

    std::size_t count_values(int sign) const {
        if (council_.places.judged < 2) return 0;
        return count_if([&](const evaluate::Result& r) { return r.value_change && r.value_change->sign() == sign; });
    }
    std::size_t count_steps(int sign) const {
        return count_if([&](const evaluate::Result& r) { return r.rating_change && *r.rating_change * sign > 0; });
    }

    const Council& council_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    TableSheet table_;
    std::vector<std::size_t> listed_;  ///< the indicators, a row each
    std::size_t width_ = 0;
};

}  // namespace

void write_kpis(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    KpisWriter(council, sheet, plan).write();
}

}  // namespace workbook
