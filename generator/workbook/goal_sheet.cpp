// A goal's sheet: its tables as in the report, where actuals and targets are corrected.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "workbook/council.h"
#include "workbook/goal_block.h"
#include "workbook/goal_charts.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/remarks.h"

namespace workbook {

namespace {

constexpr double title_height = 24, title_line = 18, head_height = 20, section_height = 18, usual_height = 15,
                 least_height = 13.5;  // points

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
          widths_(fitted(wanted_widths(), printed_breadth(plan.a3, !plan.portrait))),
          block_heights_(heights_of_blocks()),
          block_(council, plan, sheet_) {}

    void write() {
        set_up();
        for (std::size_t at = 0; at < lines_.lines.size(); ++at) write(at);
        const Area area{{head_row() + 1, first_year_column}, {lines_.end, places_.last_column()}};
        colour_ratings(council_, sheet_, area, cell(area.first), RatingAs::chip);
        sheet_.condition(area,
                         "AND($" + cell({head_row() + 1, row_column}) + "=" + formula_text(rating_label()) + "," +
                             cell(area.first) + "=\"\")",
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

    std::vector<std::string> texts_of_remarks() const {
        std::vector<std::string> texts(lines_.lines.size());
        for (std::size_t at = 0; at < texts.size(); ++at) {
            const GoalLine& line = lines_.lines[at];
            if (line.remarked) texts[at] = remarks(council_.assessment, council_.plan, line.index, places_.years);
        }
        return texts;
    }

    std::vector<WantedWidth> wanted_widths() const {
        std::vector<WantedWidth> widths = {{34, true}, {8}, width_of_values(true), {11.5}};
        widths.insert(widths.end(), places_.years.size(), width_of_values(false));
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
        sheet_.freeze({head_row() + 1, first_year_column});
        PageSetup setup = council_.page(plan_);
        setup.repeated_rows = {0, head_row()};
        setup.breaks = page_breaks();
        setup.scale = widths_.scale;
        setup.footer = bands_in_words(council_, plan_);
        sheet_.page(setup);
    }

    Row head_row() const {
        return std::find_if(lines_.lines.begin(), lines_.lines.end(),
                            [](const GoalLine& line) { return line.kind == GoalLine::Kind::head; })
            ->row;
    }

    /// The rows of the line itself; the last row of an indicator may be that of its remarks.
    Row rows_of(const GoalLine& line) const {
        if (line.kind == GoalLine::Kind::indicator) return places_.block_rows() + (line.remarked ? 1 : 0);
        return 1;
    }

    double breadth() const { return std::accumulate(widths_.points.begin(), widths_.points.end(), 0.0); }

    /// Of a line across all columns.
    std::string text_of(const GoalLine& line) const {
        if (line.kind == GoalLine::Kind::measure) {
            const input::Measure& measure = council_.strategy().measures[line.index];
            return fmt::format("{} {} {}", label("measure"), measure.number, measure.title);
        }
        if (line.kind == GoalLine::Kind::initiative) {
            const input::Initiative& initiative = council_.strategy().initiatives[line.index];
            return fmt::format("{} {} {}", label("initiative"), initiative.number, initiative.title);
        }
        return filled(plan_.title,
                      {{"number", std::to_string(goal_.number)}, {"title", goal_.title}, {"slogan", goal_.slogan}});
    }

    /// Of its first row.
    double first_row_of(const GoalLine& line) const {
        using Kind = GoalLine::Kind;
        switch (line.kind) {
            case Kind::title: {
                const double enlarged = title_look().points / 9.0;
                const std::size_t lines = lines_in_cell(text_of(line), breadth() / enlarged);
                return title_height + static_cast<double>(lines - 1) * title_line;
            }
            case Kind::measure:
            case Kind::initiative: {
                const std::size_t lines = lines_in_cell(text_of(line), breadth());
                return lines == 1 ? usual_height : row_height_of(lines);
            }
            case Kind::head: return head_height;
            case Kind::section: return section_height;
            default: return usual_height;
        }
    }

    /// With the free rows below it.
    double height_of(std::size_t at) const {
        const GoalLine& line = lines_.lines[at];
        const Row next = at + 1 < lines_.lines.size() ? lines_.lines[at + 1].row : lines_.end;
        const double free = usual_height * (next - line.row - rows_of(line));
        if (line.kind != GoalLine::Kind::indicator) return first_row_of(line) + free;
        return block_heights_[at].row * places_.block_rows() + block_heights_[at].remarks + free;
    }

    /// So high that the block holds the name, and its last row the remarks.
    std::vector<GoalBlock::Heights> heights_of_blocks() const {
        std::vector<GoalBlock::Heights> heights(lines_.lines.size());
        double years = 0;
        for (std::size_t at = first_year_column; at < widths_.points.size(); ++at) years += widths_.points[at];
        for (std::size_t at = 0; at < heights.size(); ++at) {
            const GoalLine& line = lines_.lines[at];
            if (line.kind != GoalLine::Kind::indicator) continue;
            if (line.remarked) heights[at].remarks = row_height_of(lines_in_cell(remark_texts_[at], years));
            const auto lines = lines_in_cell(marked_name(council_, line.index), widths_.points.front());
            heights[at].row =
                std::max(least_height, (row_height_of(lines) - heights[at].remarks) / places_.block_rows());
        }
        return heights;
    }

    /// Before a measure, an initiative or an indicator that would not fit on the page whole.
    std::vector<Row> page_breaks() const {
        double repeated = 0;
        for (std::size_t at = 0; lines_.lines[at].row <= head_row(); ++at) {
            repeated += first_row_of(lines_.lines[at]);
        }
        const double page = printed_height(plan_.a3, !plan_.portrait) * 100 / widths_.scale - repeated;
        std::vector<Row> breaks;
        double used = 0;
        for (std::size_t at = 0; at < lines_.lines.size(); ++at) {
            if (lines_.lines[at].row <= head_row()) continue;
            if (starts_group(at) && used > 0 && used + wanted_height(at, page - used, page) > page) {
                breaks.push_back(lines_.lines[at].row);
                used = 0;
            }
            used += height_of(at);
        }
        if (!breaks.empty()) breaks.back() = last_break(breaks, page);
        return breaks;
    }

    /// The row of the last break, or of the group before it, so that an indicator does not stand on a page alone.
    Row last_break(const std::vector<Row>& breaks, double page) const {
        const Row before = breaks.size() > 1 ? breaks[breaks.size() - 2] : head_row() + 1;
        std::size_t indicators = 0;
        double used = 0;
        for (std::size_t at = lines_.lines.size(); at-- > 0;) {
            const GoalLine& line = lines_.lines[at];
            used += height_of(at);
            if (used > page || line.row <= before) break;
            indicators += line.kind == GoalLine::Kind::indicator;
            if (line.row <= breaks.back() && indicators > 1 && starts_group(at)) return line.row;
        }
        return breaks.back();
    }

    /// A heading that does not directly follow another, or an indicator.
    bool starts_group(std::size_t at) const {
        using Kind = GoalLine::Kind;
        const Kind kind = lines_.lines[at].kind;
        const auto follows = [&](Kind before) { return at > 0 && lines_.lines[at - 1].kind == before; };
        if (kind == Kind::indicator) return follows(Kind::indicator);
        if (kind == Kind::initiative) return !follows(Kind::measure);
        if (kind == Kind::measure) return !follows(Kind::section);
        return kind == Kind::section || kind == Kind::charts;
    }

    /// Up to the end of the first indicator; of an initiative that a page holds to its end, unless more than a third of
    /// the page would stay empty.
    double wanted_height(std::size_t at, double free, double page) const {
        using Kind = GoalLine::Kind;
        const Kind kind = lines_.lines[at].kind;
        if (kind == Kind::charts || kind == Kind::indicator) return height_of(at);
        double first = 0, all = 0;
        for (bool indicators = false; at < lines_.lines.size(); ++at) {
            const bool indicator = lines_.lines[at].kind == Kind::indicator;
            if (indicators && !indicator) break;
            all += height_of(at);
            if (!indicators) first = all;
            indicators = indicator;
        }
        return all <= page && free <= page / 3 ? all : first;
    }

    void write(std::size_t at) {
        const GoalLine& line = lines_.lines[at];
        switch (line.kind) {
            case GoalLine::Kind::title: title(line); break;
            case GoalLine::Kind::slogan: slogan(line.row); break;
            case GoalLine::Kind::mean: mean(line.row); break;
            case GoalLine::Kind::section:
                sheet_.remember(line.index == 0);  // the charts are of the headline targets
                sheet_.text({line.row, 0}, label(line.index == 0 ? "headline" : "kpis"), section_look());
                sheet_.row_height(line.row, section_height);
                break;
            case GoalLine::Kind::head: head(line.row); break;
            case GoalLine::Kind::measure: measure(line); break;
            case GoalLine::Kind::initiative: initiative(line); break;
            case GoalLine::Kind::indicator: block_.write(line, block_heights_[at], remark_texts_[at]); break;
            case GoalLine::Kind::charts: charts(line.row); break;
        }
    }

    void title(const GoalLine& line) {
        Look look = title_look();
        look.wrap = true;
        across(line, look, goal_.span);
    }

    void across(const GoalLine& line, const Look& look, base::Span span) {
        sheet_.row_height(line.row, first_row_of(line));
        sheet_.merged({{line.row, 0}, {line.row, places_.last_column()}}, text_of(line), look, span);
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
    }

    void measure(const GoalLine& line) {
        Look look = text_look();
        look.bold = true;
        look.ground = panel;
        look.ink = indigo;
        across(line, look, council_.strategy().measures[line.index].span);
    }

    void initiative(const GoalLine& line) {
        Look look = text_look();
        look.bold = true;
        look.ground = quiet;
        across(line, look, council_.strategy().initiatives[line.index].span);
    }

    void charts(Row row) { write_target_charts(council_, plan_, goal_index_, row, head_row(), breadth()); }

    const Council& council_;
    const Places& places_;
    const SheetPlan& plan_;
    std::size_t goal_index_;
    const input::Goal& goal_;
    const GoalSheet& lines_;
    Sheet& sheet_;
    std::vector<std::string> remark_texts_;  ///< of a line
    FittedWidths widths_;
    std::vector<GoalBlock::Heights> block_heights_;  ///< of a line that is an indicator
    GoalBlock block_;
};

}  // namespace

void write_goal(const Council& council, std::size_t goal, const SheetPlan& plan) {
    GoalWriter(council, goal, plan).write();
}

}  // namespace workbook
