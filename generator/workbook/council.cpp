// All sheets are added and placed first, then each is written by its kind; ratings are coloured by conditions.
#include "workbook/council.h"

#include <fmt/format.h>

#include "workbook/looks.h"
#include "workbook/properties.h"
#include "workbook/vocabulary.h"

namespace workbook {

namespace {

void write_sheet(const Council& council, const PlannedSheet& planned) {
    Sheet& sheet = *planned.sheet;
    const SheetPlan& plan = *planned.plan;
    vocabulary_of(plan.kind).write(council, planned);
    sheet.protect();
    if (plan.hidden) sheet.hide();
}

std::vector<std::vector<const input::Project*>> reporting_projects(const input::Inputs& inputs) {
    std::vector<std::vector<const input::Project*>> of_indicator(inputs.strategy.indicators.size());
    for (const input::Project& project : inputs.projects) {
        for (const input::ActivityIndicator& activity : project.indicators) {
            if (activity.kpi) of_indicator[*activity.kpi].push_back(&project);
        }
    }
    return of_indicator;
}

}  // namespace

std::string Council::year_label(base::Year year) const {
    return base::era_year(inputs().eras, year, base::YearKind::fiscal);
}

std::string Council::worded(std::string_view text) const {
    return filled(text, {{"municipality", inputs().municipality.name},
                         {"strategy", strategy().title},
                         {"report", inputs().report_title},
                         {"year", year_label(evaluated_year())}});
}

PageSetup Council::page(const SheetPlan& sheet) const {
    PageSetup setup;
    setup.a3 = sheet.a3;
    setup.landscape = !sheet.portrait;
    setup.header_left = worded(plan.header_left);
    setup.header_right = worded(plan.header_right);
    if (draft) setup.draft_word = plan.draft;
    return setup;
}

void begin_table(const Council& council, const TableSheet& table, int scale, std::vector<Row> breaks) {
    Sheet& sheet = *table.sheet;
    const SheetPlan& plan = *table.plan;
    sheet.no_grid();
    sheet.row_height(0, 24);
    sheet.text({0, 0}, council.worded(plan.title), title_look(), plan.span);
    if (!plan.lead.empty()) sheet.text({1, 0}, council.worded(plan.lead), lead_look(), plan.span);
    sheet.freeze({TableSheet::first, 0});
    PageSetup setup = council.page(plan);
    setup.repeated_rows = {TableSheet::head, TableSheet::head};
    setup.scale = scale;
    setup.breaks = std::move(breaks);
    sheet.page(setup);
}

std::string no_figure(const std::string& cell) {
    // Excel calls the formats of dates D…, LibreOffice only those of its own locale; the others it calls G, as Excel
    // does 標準, which to LibreOffice is F0. There a number of that format between the days 2000 and 2099 begin with is
    // a date.
    return fmt::format(
        "OR(ISLOGICAL({0}),LEFT(CELL(\"format\",{0}),1)=\"D\",AND(CELL(\"format\",{0})=\"G\","
        "CELL(\"format\",$A$1)<>\"G\",N({0})>36525,N({0})<73051))",
        cell);
}

void accept_values(const Council& council, Sheet& sheet, Area area, const SheetPlan& plan) {
    const std::string first = cell(area.first), statuses = council.places.name_of("statuses", &council.inputs().policy);
    const std::string good = "OR(AND(ISNUMBER(" + first + "),NOT(" + no_figure(first) + ")),SUMPRODUCT(--(" + statuses +
                             "=" + first + "))>0)";
    sheet.accept(area, good, plan.label("input_title"), plan.label("input_words"));
    sheet.condition(area, "IFERROR(AND(" + first + "<>\"\",NOT(" + good + ")),TRUE)", wrong_look());
}

void colour_ratings(const Council& council, Sheet& sheet, Area area, const std::string& first_cell, RatingAs as) {
    const input::Policy& policy = council.inputs().policy;
    const bool chips = as == RatingAs::chip;
    for (const auto* bands : {&policy.bands, &policy.class_bands, &policy.group_bands}) {
        const std::string key = bands == &policy.bands         ? (chips ? "band_chip" : "band_display")
                                : bands == &policy.class_bands ? (chips ? "class_chip" : "class_display")
                                                               : (chips ? "group_chip" : "group_display");
        for (std::size_t at = 0; at < bands->size(); ++at) {
            Look look;
            look.bold = true;
            look.ground = (*bands)[at].colour;
            look.ink = (*bands)[at].on_colour;
            sheet.condition(
                area,
                first_cell + "=INDEX(" + council.places.name_of(key, &policy) + "," + std::to_string(at + 1) + ")",
                look);
        }
    }
}

void colour_rating_column(const Council& council, Sheet& sheet, At first, Row last) {
    colour_ratings(council, sheet, {first, {last, first.column}}, cell(first));
}

File write_council(const evaluate::Assessment& assessment, const Plan& plan, const Options& options,
                   base::Diagnostics& diagnostics) {
    Book book(properties_of(*assessment.inputs), plan.font, diagnostics, options.wanted);
    std::vector<PlannedSheet> sheets;
    const Council council{assessment,   plan,
                          book,         find_places(assessment, plan, book, sheets),
                          sheets,       reporting_projects(*assessment.inputs),
                          options.draft};
    for (const PlannedSheet& sheet : sheets) write_sheet(council, sheet);
    return file_of(plan.council_file, book, options);
}

}  // namespace workbook
