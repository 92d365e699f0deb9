// The council workbook: what people correct, print and show, with live formulas.
#pragma once

#include <string>
#include <vector>

#include "workbook/places.h"
#include "workbook/workbook.h"

namespace workbook {

/// The book as it goes out: its bytes, or only what its cells hold.
File file_of(const std::string& name, Book& book, const Options& options);

/// What every sheet's writer works on.
struct Council {
    const evaluate::Assessment& assessment;
    const Plan& plan;
    Book& book;
    Places places;
    const std::vector<PlannedSheet>& sheets;
    std::vector<std::vector<const input::Project*>> reporting;  ///< of an indicator: the projects that report it
    bool draft = false;

    const input::Inputs& inputs() const { return *assessment.inputs; }
    const input::Strategy& strategy() const { return inputs().strategy; }
    base::Year evaluated_year() const { return inputs().evaluated_year; }
    std::string year_label(base::Year year) const;
    /// {year}, {strategy} and the like filled in.
    std::string worded(std::string_view text) const;
    PageSetup page(const SheetPlan& plan) const;
};

void write_cover(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_summary(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_trends(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_card(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_trial(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_goal(const Council& council, std::size_t goal, const SheetPlan& plan);
void write_kpis(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_projects(const Council& council, Sheet& sheet, const SheetPlan& plan);
void write_tallies(const Council& council);
void write_calculation(const Council& council);
void write_settings(const Council& council);

/// Title and lead at the top, the head in TableSheet::head: what the table sheets share. Frozen below the head, and
/// printed at `scale`, with pages that begin at `breaks`.
void begin_table(const Council& council, const TableSheet& table, int scale = 100, std::vector<Row> breaks = {});

// Values that cells store.

using base::whole;
base::Decimal whole(std::size_t value);
/// Per cent, as the cells keep it: formulas.h.
base::Decimal kept(const base::Ratio& percent);
Computed number_or_blank(const std::optional<base::Decimal>& value);
/// ◎ 順調; the word alone where the band has no symbol, or the same one.
std::string band_display(const input::Band& band);
/// What a narrow cell shows: the symbol, else the word.
const std::string& band_chip(const input::Band& band);
Computed rating_of(const input::Band* band);
/// A figure's number or words; "" for none.
Computed figure_value(const input::Figure* figure);
/// What stands in the cell of the actual: of an indicator outside its years the words for that.
Computed shown_actual(const evaluate::Result& result);
/// From 1; nothing when the band does not belong to the list.
std::optional<std::size_t> band_place(const std::vector<input::Band>& bands, const input::Band* band);

/// Where the sheet of sums counts a band: under `bands` or `classes`, at a place; and how many there are.
struct BandColumn {
    const char* key;
    std::size_t at;
    const std::string* word;
    std::size_t count;
};
/// Of the bands of the rate and of the classes, in this order.
std::vector<BandColumn> band_columns(const evaluate::Tally& tally);

/// The number format of a rate under the policy: 102.3%.
std::string rate_format(const input::Policy& policy, int decimals);
std::string number_format(const Council& council, int decimals);
/// Of a chart's axis, whose decimals are those of its steps: 1,500 · 97.5 · △20.
std::string axis_format(const Council& council, const std::string& unit = "");
/// Of a mean: a rate's, or of points a number's.
std::string mean_format(const Council& council, const evaluate::Tally& tally);
/// The number format of a difference: +8.8, −1.6, 0.0.
std::string signed_format(const Council& council, int decimals);
/// The format of a figure with the mark that belongs to it: 速 1,234 · 改 1,234 · (1,234).
std::string marked(const Plan& plan, const std::string& format, const input::Figure* figure);

/// The bands of the policy with their ranges, for the foot of a page; on two lines when one would leave no room beside
/// it.
std::string bands_in_words(const Council& council, const SheetPlan& plan);

/// As a formula: how many inputs of the goal, or of all, are no values and stand outside the mean; "" for none.
std::string wrong_sentence(const Council& council, std::optional<std::size_t> goal);

/// As a formula: whether a cell counts as a number for some program though nobody meant one: TRUE, a date.
std::string no_figure(const std::string& cell);

/// Free cells take a number or a status; what is pasted passes the rule, and then the cell turns red.
void accept_values(const Council& council, Sheet& sheet, Area area, const SheetPlan& plan);

enum class RatingAs { display, chip };
/// The look of every band of the policies, where the cell (relative, like $A1) shows it.
void colour_ratings(const Council& council, Sheet& sheet, Area area, const std::string& first_cell,
                    RatingAs as = RatingAs::display);
/// The same in a column of a table.
void colour_rating_column(const Council& council, Sheet& sheet, At first, Row last);

File write_council(const evaluate::Assessment& assessment, const Plan& plan, const Options& options,
                   base::Diagnostics& diagnostics);

}  // namespace workbook
