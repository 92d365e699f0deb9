// The first sheet for the council: on one page what was reached, all KPIs, and what lags behind.
#include <algorithm>

#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/summary_parts.h"

namespace workbook {

namespace {

constexpr std::size_t most_years = 3;
constexpr double title_height = 24.75, note_height = 15, parts_height = 15.75;  // points

/// The longest figure of a kind, or its head: `key` is target, actual or shown.
WantedWidth width_of(const Council& council, const char* key, input::IndicatorKind kind, const std::string& head = "") {
    constexpr int usual = 6;
    const std::string least(usual, '0');
    ColumnMeasure measure(points_of_text(head) > points_of_text(least) ? head : least, 1);
    for (std::size_t index = 0; index < council.assessment.indicators.size(); ++index) {
        const KpiRow row(council, index, "");
        if (row.indicator.kind != kind) continue;
        Content content = std::string_view(key) == "shown" ? row.rate(key, row.now) : row.figure(key, row.now);
        measure.add(content.value, content.look);
    }
    return measure.width(usual, false);
}

/// A symbol takes three half-width letters, a word of a policy without symbols as many as it has. `means`: of goals
/// too, which in the matrix stand over the columns of all years.
double width_of_chips(const Council& council, bool means) {
    constexpr double symbol = 3, of_letter = 5.4;
    const input::Policy& policy = council.inputs().policy;
    double widest = symbol;
    for (const auto* bands : {&policy.bands, &policy.class_bands, &policy.group_bands}) {
        if (bands == &policy.group_bands && !means) continue;
        for (const input::Band& band : *bands) {
            const std::string& chip = band_chip(band);
            if (chip.size() > 3) widest = std::max(widest, points_of_text(chip) / of_letter);
        }
    }
    return widest;
}

/// Number, name, two values, rating | number, name, unit, target, actual, rate, years, arrow | number, name, rate.
std::vector<WantedWidth> wanted_widths(const Council& council, const SheetPlan& plan, std::size_t years) {
    const auto headline = [&](const char* key) {
        return width_of(council, key, input::IndicatorKind::headline_target);
    };
    const auto kpi = [&](const char* key, const char* head) {
        return width_of(council, key, input::IndicatorKind::kpi, plan.label(head));
    };
    const double chip = width_of_chips(council, false), own_chip = width_of_chips(council, true);
    std::vector<WantedWidth> widths = {
        {2.5},      {19}, headline("actual"),      headline("target"),      {own_chip},          {1}, {3.5},
        {34, true}, {6},  kpi("target", "target"), kpi("actual", "actual"), kpi("shown", "rate")};
    widths.insert(widths.end(), years, {chip});
    for (const double characters : {2.5, 1.0, 3.5, 31.0, 7.5}) widths.push_back({characters});
    return widths;
}

class SummaryWriter {
   public:
    SummaryWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : sheet_(sheet), context_{council, plan, {}, matrix_lines(council), {}, {}, 0, {}, {}} {
        context_.columns.years = std::min(council.places.judged, most_years);
    }

    void write() {
        set_up();
        title();
        context_.measure();
        const Row left = add_left_panel(context_, pieces_), right = add_right_panel(context_, pieces_);
        const Row end = std::max({left, right, context_.last() + 1});
        set_page(end);
        for (Row row = 2; row < end; ++row) write_row(row);
        colour(end);
    }

   private:
    const Council& council() const { return context_.council; }

    void set_up() {
        sheet_.no_grid();
        sheet_.tab_colour(indigo);
        const SheetPlan& plan = context_.plan;
        const FittedWidths fit =
            fitted(wanted_widths(council(), plan, context_.columns.years), printed_breadth(plan.a3, !plan.portrait));
        context_.points = fit.points;
        context_.page = whole_height(plan.a3, !plan.portrait) * 100 / fit.scale - title_height - parts_height -
                        note_height - context_.height_of(summary_head);
        for (std::size_t at = 0; at < fit.points.size(); ++at) {
            sheet_.column_width(static_cast<Column>(at), static_cast<Column>(at), fit.points[at]);
        }
        sheet_.hide_columns(context_.columns.order(), context_.columns.cause());
        sheet_.freeze({summary_first, 0});
        scale_ = fit.scale;
    }

    void set_page(Row end) {
        PageSetup setup = council().page(context_.plan);
        setup.scale = scale_;
        setup.repeated_rows = {0, summary_head};
        setup.footer = bands_in_words(council(), context_.plan);
        for (Row row = context_.next_page(summary_first); row < end; row = context_.next_page(row)) {
            setup.breaks.push_back(row);
        }
        sheet_.page(setup);
    }

    void title() {
        Look big = title_look();
        big.points = 18;
        sheet_.row_height(0, title_height);
        sheet_.text({0, 0}, council().worded(context_.plan.title), big, context_.plan.span);
        Look end = lead_look();
        end.horizontal = Horizontal::end;
        sheet_.text({0, context_.columns.last()}, council().worded(context_.plan.lead), end, context_.plan.span);
        sheet_.text({1, 0}, council().inputs().policy.overall_note, lead_look(), council().inputs().policy.span);
        Look alarm = alarm_look();
        alarm.horizontal = Horizontal::end;
        sheet_.formula({1, context_.columns.last()}, wrong_sentence(council(), std::nullopt), std::string(), alarm);
    }

    void write_row(Row row) {
        const bool of_matrix = row >= summary_first && row <= context_.last();
        const MatrixLine* line = of_matrix ? &context_.lines[row - summary_first] : nullptr;
        sheet_.row_height(row, row == 2 ? parts_height : context_.height_of(row));
        if (row == 2) heads();
        if (row == summary_head) matrix_head();
        if (const auto found = pieces_.find(row); found != pieces_.end()) {
            for (const Piece& piece : found->second) put_piece(piece);
        }
        if (line != nullptr) write_matrix_line(context_, sheet_, *line, row);
    }

    void heads() {
        sheet_.text({2, 0}, context_.plan.label("overall"), section_look());
        sheet_.text({2, context_.columns.matrix}, context_.plan.label("matrix"), section_look());
        Look note = lead_look();
        note.horizontal = Horizontal::end;
        sheet_.text({2, context_.columns.arrow()}, context_.plan.label("matrix_note"), note);
        sheet_.text({2, context_.columns.right()}, context_.plan.label("attention"), section_look());
    }

    void matrix_head() {
        std::size_t at = 0;
        for (const char* key : {"", "name", "unit", "target", "actual", "rate"}) {
            sheet_.text({summary_head, context_.matrix(at++)}, *key == '\0' ? "" : context_.plan.label(key),
                        head_look());
        }
        for (std::size_t year = 0; year < context_.columns.years; ++year) {
            const base::Year of = council().places.years[council().places.judged - context_.columns.years + year];
            Look look = head_look();
            look.wrap = false;
            if (of == council().evaluated_year()) {
                look.ground = indigo;
                look.ink = white;
            }
            sheet_.text({summary_head, context_.matrix(6 + year)}, base::short_year(council().inputs().eras, of), look);
        }
        sheet_.text({summary_head, context_.columns.arrow()}, "", head_look());
    }

    void put_piece(const Piece& piece) {
        const auto [first, last] = piece.area;
        if (first.row != last.row || first.column != last.column) sheet_.merged(piece.area, "", piece.content.look);
        put(sheet_, first, piece.content);
    }

    void colour(Row end) {
        const SummaryColumns& columns = context_.columns;
        const Look plain{.ground = white};
        for (const Column first : {static_cast<Column>(4), context_.matrix(6)}) {
            const Column last = first == 4 ? first : static_cast<Column>(columns.arrow() - 1);
            const Area area{{summary_head + 1, first}, {end, last}};
            colour_ratings(council(), sheet_, area, cell(area.first), RatingAs::chip);
            sheet_.condition(area, cell(area.first) + "=\"\"", plain);
        }
        const Area left{{summary_head, 0}, {end, 3}};
        colour_ratings(council(), sheet_, left, cell(left.first));
    }

    Sheet& sheet_;
    SummaryContext context_;
    int scale_ = 100;  ///< per cent
    Pieces pieces_;
};

}  // namespace

void write_summary(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    SummaryWriter(council, sheet, plan).write();
}

}  // namespace workbook
