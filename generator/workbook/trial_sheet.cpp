// What if: another value beside the original one, and what follows, side by side. The original stays untouched.
#include <fmt/format.h>

#include "workbook/heads.h"
#include "workbook/kpi_row.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/remarks.h"

namespace workbook {

namespace {

using evaluate::Tally;

class TrialWriter {
   public:
    TrialWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council), places_(council.places), sheet_(sheet), plan_(plan) {}

    void write() {
        set_up();
        sheet_.row_height(0, 24);
        sheet_.text({0, 0}, council_.worded(plan_.title), title_look(), plan_.span);
        sheet_.text({1, 0}, council_.worded(plan_.lead), lead_look(), plan_.span);
        means();
        heads(places_.trial_head, {"goal", "name", "unit", "target", "actual", "input", "rate_before", "rate_after",
                                   "rating_before", "rating_after"});
        for (std::size_t at = 0; at < places_.trials.size(); ++at) kpi(at);
        finish();
    }

   private:
    const std::string& label(std::string_view key) const { return plan_.label(key); }
    base::Year year() const { return council_.evaluated_year(); }

    /// The longest of the figures that are tried.
    WantedWidth width_of(const char* key) const {
        constexpr int usual = 8;
        ColumnMeasure measure(std::string(usual, '0'), 1);
        for (const std::size_t index : places_.trials) {
            const KpiRow row(council_, index, "");
            const Content content = row.figure(key, row.now);
            measure.add(content.value, content.look);
        }
        return measure.width(usual, false);
    }

    void set_up() {
        sheet_.no_grid();
        const WantedWidth actual = width_of("actual");
        const FittedWidths fit =
            fitted({{5}, {34, true}, {8}, width_of("target"), actual, actual, {9}, {9}, {14}, {14}},
                   printed_breadth(plan_.a3, !plan_.portrait));
        for (std::size_t at = 0; at < fit.points.size(); ++at) {
            sheet_.column_width(static_cast<Column>(at), static_cast<Column>(at), fit.points[at]);
        }
        widths_ = fit.points;
        sheet_.freeze({places_.trial_head + 1, 2});
        PageSetup setup = council_.page(plan_);
        setup.scale = fit.scale;
        setup.repeated_rows = {places_.trial_head, places_.trial_head};
        sheet_.page(setup);
    }

    void heads(Row row, const std::vector<const char*>& keys) {
        Column column = 0;
        std::size_t lines = 2;
        for (const char* key : keys) {
            const std::string text = *key == '\0' ? "" : broken_head(label(key), widths_[column]);
            lines = std::max(lines, lines_in_cell(text, widths_[column]));
            sheet_.text({row, column++}, text, head_look());
        }
        sheet_.row_height(row, row_height_of(lines));
    }

    /// Goals, then the whole: before, after, difference.
    void means() {
        sheet_.text({2, 0}, label("means"), section_look());
        heads(3, {"goal", "", "", "", "", "change", "before", "after", "rating_before", "rating_after"});
        sheet_.merged({{3, 1}, {3, 4}}, label("name"), head_look());
        for (std::size_t goal = 0; goal <= places_.goal_count; ++goal) {
            mean(static_cast<Row>(4 + goal), goal == places_.goal_count ? std::nullopt : std::optional(goal));
        }
    }

    void mean(Row row, std::optional<std::size_t> goal) {
        const Tally& tally =
            goal ? council_.assessment.goals[*goal].kpis_in(year()) : council_.assessment.overall.kpis_in(year());
        const Row before = places_.tally_row(true, year(), goal), after = places_.trial_tally(goal);
        const TableSheet& tallies = places_.tallies;
        if (goal) {
            sheet_.number({row, 0}, whole(std::int64_t{council_.strategy().goals[*goal].number}), centred_look());
        } else {
            sheet_.blank({row, 0}, centred_look());
        }
        const std::string& title = goal ? council_.strategy().goals[*goal].title : label("total");
        sheet_.row_height(row, row_height_of(lines_in_cell(title, widths_[1] + widths_[2] + widths_[3] + widths_[4])));
        sheet_.merged({{row, 1}, {row, 4}}, title, text_look());
        const std::string change = tallies.ref(after, "change");
        Look difference = number_look(signed_format(council_, tally.policy->mean_decimals));
        sheet_.formula({row, 5}, fmt::format("IF(OR({0}=\"\",{0}=0),\"\",{0})", change), std::string(), difference);
        const std::string format = mean_format(council_, tally);
        sheet_.formula({row, 6}, tallies.ref(before, "mean"), number_or_blank(tally.mean), number_look(format));
        sheet_.formula({row, 7}, tallies.ref(after, "mean"), number_or_blank(tally.mean),
                       emphasised(number_look(format)));
        sheet_.formula({row, 8}, tallies.ref(before, "rating"), rating_of(tally.band), centred_look());
        sheet_.formula({row, 9}, tallies.ref(after, "rating"), rating_of(tally.band), centred_look());
    }

    std::string after(std::size_t at, std::string_view key) const {
        return places_.calculation.ref(places_.trial_calculation(at), key);
    }

    void kpi(std::size_t at) {
        const KpiRow row(council_, places_.trials[at], "");
        const Row here = places_.trial_head + 1 + static_cast<Row>(at);
        const std::string name = marked_name(council_, row.index);
        put(sheet_, {here, 0},
            {"",
             whole(std::int64_t{council_.strategy().goals[row.indicator.goal].number}),
             link_look(centred_look()),
             {},
             places_.goal_cell(row.index)});
        put(sheet_, {here, 1}, {"", name, text_look(), row.indicator.span});
        put(sheet_, {here, 2}, {"", row.indicator.unit, centred_look(), row.indicator.span});
        put(sheet_, {here, 3}, row.figure("target", row.now));
        put(sheet_, {here, 4}, row.figure("actual", row.now));
        sheet_.blank(places_.trial_input(at), input_look(row.format()));
        put(sheet_, {here, 6}, row.rate("shown", row.now));
        Content rate = row.rate("shown", row.now), rating = row.rating(row.now);
        rate.formula = after(at, "shown");
        rate.look = emphasised(rate.look);
        rating.formula = after(at, "rating");
        put(sheet_, {here, 7}, rate);
        put(sheet_, {here, 8}, row.rating(row.now));
        put(sheet_, {here, 9}, rating);
        sheet_.row_height(here, row_height_of(lines_in_cell(name, widths_[1])));
    }

    void finish() {
        const Area ratings{{4, 8}, {places_.trial_head + static_cast<Row>(places_.trials.size()), 9}};
        colour_ratings(council_, sheet_, ratings, cell(ratings.first));
        if (places_.trials.empty()) return;
        const At first = places_.trial_input(0), last = places_.trial_input(places_.trials.size() - 1);
        accept_values(council_, sheet_, {first, last}, plan_);
        sheet_.filter({{places_.trial_head, 0}, {last.row, 9}});
    }

    const Council& council_;
    const Places& places_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    std::vector<double> widths_;  ///< points
};

}  // namespace

void write_trial(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    TrialWriter(council, sheet, plan).write();
}

}  // namespace workbook
