// A goal's sheet: its tables as in the report, where actuals and targets are corrected.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/goal_block.h"
#include "workbook/goal_charts.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/remarks.h"

namespace workbook {

namespace {

constexpr double title_height = 24, head_height = 20, usual_height = 15, least_height = 13.5;  // points

class GoalWriter {
   public:
    GoalWriter(const Council& council, std::size_t goal, const SheetPlan& plan)
        : council_(council),
          places_(council.places),
          plan_(plan),
          goal_index_(goal),
          goal_(council.strategy().goals[goal]),
          lines_(council.places.goals[goal]),
          sheet_(*lines_.sheet),
          remark_texts_(texts_of_remarks()),
          remarks_(std::any_of(remark_texts_.begin(), remark_texts_.end(),
                               [](const std::string& text) { return !text.empty(); })),
          widths_(fitted(wanted_widths(), printed_breadth(plan.a3, !plan.portrait))),
          block_heights_(heights_of_blocks()),
          block_(council, plan, sheet_, remarks_) {}

    void write() {
        set_up();
        for (std::size_t at = 0; at < lines_.lines.size(); ++at) write(at);
        const Area area{{3, first_year_column}, {lines_.end, places_.last_column()}};
        colour_ratings(council_, sheet_, area, cell(area.first), RatingAs::chip);
        sheet_.condition(
            area,
            "AND($" + cell({3, row_column}) + "=" + formula_text(rating_label()) + "," + cell(area.first) + "=\"\")",
            Look{.ground = white});
        colour_ratings(council_, sheet_, {{2, row_column}, {2, row_column}}, cell({2, row_column}));
    }

   private:
    const std::string& label(std::string_view key) const { return plan_.label(key); }

    std::string rating_label() const {
        const auto row = std::find_if(plan_.rows.begin(), plan_.rows.end(),
                                      [](const ColumnPlan& candidate) { return candidate.key == "rating"; });
        return row == plan_.rows.end() ? "" : row->label;
    }

    /// A reprint has none: they stand at its original.
    std::vector<std::string> texts_of_remarks() const {
        std::vector<std::string> texts(lines_.lines.size());
        for (std::size_t at = 0; at < texts.size(); ++at) {
            const GoalLine& line = lines_.lines[at];
            if (line.kind != GoalLine::Kind::indicator || places_.originals[line.index] != line.index) continue;
            texts[at] = remarks(council_, line.index, places_.years);
        }
        return texts;
    }

    Column last_column() const { return remarks_ ? places_.remarks_column() : places_.last_column(); }

    std::vector<WantedWidth> wanted_widths() const {
        std::vector<WantedWidth> widths = {{34, true}, {8}, width_of_values(true), {11.5}};
        widths.insert(widths.end(), places_.years.size(), width_of_values(false));
        if (remarks_) widths.push_back({26, true});
        return widths;
    }

    /// The longest of the figures: baselines, or targets and actuals of all years.
    WantedWidth width_of_values(bool baseline) const {
        constexpr int usual = 8;
        ColumnMeasure measure(std::string(usual, '0'), 1);
        for (const GoalLine& line : lines_.lines) {
            if (line.kind != GoalLine::Kind::indicator) continue;
            const evaluate::IndicatorAssessment& assessed = council_.assessment.indicators[line.index];
            const std::string format = number_format(council_, places_.decimals[line.index]);
            const auto add = [&](const input::Figure* figure) {
                if (figure != nullptr) {
                    measure.add(figure_value(figure), number_look(marked(council_.plan, format, figure)));
                }
            };
            if (baseline) add(assessed.source->baseline ? &*assessed.source->baseline : nullptr);
            for (const evaluate::Result& result : assessed.results) {
                if (baseline) continue;
                add(result.target);
                add(result.actual);
                if (!result.rate) continue;
                const input::Policy& policy = *result.policy;
                const Look look = emphasised(number_look(rate_format(policy, policy.decimals)));
                measure.add(result.rate->shown, look);
                measure.add(result.rate->uncapped, look);
            }
        }
        return measure.width(usual, false);
    }

    void set_up() {
        sheet_.no_grid();
        for (std::size_t at = 0; at < widths_.points.size(); ++at) {
            sheet_.column_width(static_cast<Column>(at), static_cast<Column>(at), widths_.points[at]);
        }
        sheet_.freeze({0, first_year_column});
        PageSetup setup = council_.page(plan_);
        setup.repeated_rows = {0, 0};
        setup.breaks = page_breaks();
        setup.scale = widths_.scale;
        setup.footer = bands_in_words(council_);
        sheet_.page(setup);
    }

    double height_of(std::size_t at) const {
        const GoalLine& line = lines_.lines[at];
        if (line.kind == GoalLine::Kind::title) return title_height;
        if (line.kind == GoalLine::Kind::head) return head_height;
        if (line.kind == GoalLine::Kind::indicator) return block_heights_[at] * places_.block_rows();
        const Row next = at + 1 < lines_.lines.size() ? lines_.lines[at + 1].row : lines_.end;
        return usual_height * (next - line.row);
    }

    /// So high that the block holds the name and the remarks.
    std::vector<double> heights_of_blocks() const {
        std::vector<double> heights(lines_.lines.size());
        for (std::size_t at = 0; at < heights.size(); ++at) {
            const GoalLine& line = lines_.lines[at];
            if (line.kind != GoalLine::Kind::indicator) continue;
            std::size_t lines = lines_of(marked_name(council_, line.index), characters_in(widths_.points.front()));
            if (!remark_texts_[at].empty()) {
                lines = std::max(lines, lines_of(remark_texts_[at], characters_in(widths_.points.back())));
            }
            heights[at] = std::max(least_height, row_height_of(lines) / places_.block_rows());
        }
        return heights;
    }

    /// Before a measure, an initiative or an indicator that would not fit on the page whole.
    std::vector<Row> page_breaks() const {
        const double page = printed_height(plan_.a3, !plan_.portrait) * 100 / widths_.scale - title_height;
        std::vector<Row> breaks;
        double used = 0;
        for (std::size_t at = 0; at < lines_.lines.size(); ++at) {
            if (starts_group(at) && used > 0 && used + group_height(at) > page) {
                breaks.push_back(lines_.lines[at].row);
                used = 0;
            }
            used += height_of(at);
        }
        return breaks;
    }

    /// A heading that does not directly follow another, a table's head without heading, or an indicator.
    bool starts_group(std::size_t at) const {
        using Kind = GoalLine::Kind;
        const Kind kind = lines_.lines[at].kind;
        const auto follows = [&](Kind before) { return at > 0 && lines_.lines[at - 1].kind == before; };
        if (kind == Kind::indicator) return follows(Kind::indicator);
        if (kind == Kind::initiative) return !follows(Kind::measure);
        if (kind == Kind::measure) return !follows(Kind::section);
        return kind == Kind::section || kind == Kind::charts;
    }

    /// Up to the end of the first indicator.
    double group_height(std::size_t at) const {
        if (lines_.lines[at].kind == GoalLine::Kind::charts) return height_of(at);
        double height = 0;
        for (; at < lines_.lines.size(); ++at) {
            height += height_of(at);
            if (lines_.lines[at].kind == GoalLine::Kind::indicator) break;
        }
        return height;
    }

    void write(std::size_t at) {
        const GoalLine& line = lines_.lines[at];
        switch (line.kind) {
            case GoalLine::Kind::title: title(line.row); break;
            case GoalLine::Kind::slogan: slogan(line.row); break;
            case GoalLine::Kind::mean: mean(line.row); break;
            case GoalLine::Kind::section:
                sheet_.remember(line.index == 0);  // the charts are of the headline targets
                sheet_.text({line.row, 0}, label(line.index == 0 ? "headline" : "kpis"), section_look());
                break;
            case GoalLine::Kind::head: head(line.row); break;
            case GoalLine::Kind::measure: measure(line); break;
            case GoalLine::Kind::initiative: initiative(line); break;
            case GoalLine::Kind::indicator: block_.write(line, block_heights_[at], remark_texts_[at]); break;
            case GoalLine::Kind::charts: charts(line.row); break;
        }
    }

    void title(Row row) {
        const Words values = {
            {"number", std::to_string(goal_.number)}, {"title", goal_.title}, {"slogan", goal_.slogan}};
        sheet_.row_height(row, title_height);
        sheet_.text({row, 0}, filled(plan_.title, values), title_look(), goal_.span);
    }

    void slogan(Row row) {
        if (goal_.slogan.empty()) return;
        sheet_.text({row, 0}, label("slogan"), label_look());
        sheet_.merged({{row, 1}, {row, row_column}}, goal_.slogan, text_look(), goal_.span);
    }

    void mean(Row row) {
        const TableSheet& tallies = places_.tallies;
        const evaluate::Tally& tally = council_.assessment.goals[goal_index_].kpis_in(council_.evaluated_year());
        const Row source = places_.tally_row(true, council_.evaluated_year(), goal_index_);
        sheet_.text({row, 0}, label("mean"), label_look());
        sheet_.formula({row, 1}, tallies.ref(source, "mean"), number_or_blank(tally.mean),
                       emphasised(number_look(mean_format(council_, tally))));
        sheet_.text({row, 2}, label("rating"), label_look());
        sheet_.merged({{row, 3}, {row, 4}}, "", emphasised(centred_look()));
        sheet_.formula({row, 3}, tallies.ref(source, "rating"), rating_of(tally.band), emphasised(centred_look()));
        sheet_.formula({row, 5}, wrong_sentence(council_, goal_index_), std::string(), alarm_look());
    }

    void head(Row row) {
        sheet_.row_height(row, head_height);
        sheet_.text({row, name_column}, label("name"), head_look());
        sheet_.text({row, unit_column}, label("unit"), head_look());
        sheet_.text({row, baseline_column}, label("baseline"), head_look());
        sheet_.text({row, row_column}, label("row"), head_look());
        for (const base::Year year : places_.years) {
            Look look = head_look();
            if (year == council_.evaluated_year()) {
                look.ground = indigo;
                look.ink = white;
            }
            sheet_.text({row, places_.year_column(year)}, council_.year_label(year), look);
        }
        if (remarks_) sheet_.text({row, places_.remarks_column()}, label("remarks"), head_look());
        head_ = row;
    }

    void measure(const GoalLine& line) {
        const input::Measure& measure = council_.strategy().measures[line.index];
        Look look = text_look();
        look.bold = true;
        look.ground = panel;
        look.ink = indigo;
        sheet_.merged({{line.row, 0}, {line.row, last_column()}},
                      fmt::format("{} {} {}", label("measure"), measure.number, measure.title), look, measure.span);
    }

    void initiative(const GoalLine& line) {
        const input::Initiative& initiative = council_.strategy().initiatives[line.index];
        Look look = text_look();
        look.bold = true;
        look.ground = quiet;
        sheet_.merged({{line.row, 0}, {line.row, last_column()}},
                      fmt::format("{} {} {}", label("initiative"), initiative.number, initiative.title), look,
                      initiative.span);
    }

    void charts(Row row) {
        double breadth = 0;
        for (const double points : widths_.points) breadth += points;
        write_target_charts(council_, plan_, goal_index_, row, head_, breadth);
    }

    const Council& council_;
    const Places& places_;
    const SheetPlan& plan_;
    std::size_t goal_index_;
    const input::Goal& goal_;
    const GoalSheet& lines_;
    Sheet& sheet_;
    std::vector<std::string> remark_texts_;  ///< of a line
    bool remarks_;                           ///< any of them says something
    FittedWidths widths_;
    std::vector<double> block_heights_;  ///< of a line that is an indicator: of each of its rows, in points
    GoalBlock block_;
    Row head_ = 0;  ///< of the last table
};

}  // namespace

void write_goal(const Council& council, std::size_t goal, const SheetPlan& plan) {
    GoalWriter(council, goal, plan).write();
}

}  // namespace workbook
