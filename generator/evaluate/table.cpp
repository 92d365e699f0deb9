// The evaluated year as a table for a terminal.
#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using base::say;

struct Cell {
    std::string text;
    bool right = false;
};
using Row = std::vector<Cell>;

constexpr int name_width = 44;

/// The text, shortened to the width of the column of names.
std::string shortened(const std::string& text) {
    if (base::display_width(text) <= name_width) return text;
    std::string out;
    for (const char32_t c : base::decode(text)) {
        if (base::display_width(out) + base::display_width(c) > name_width - 2) break;
        base::append_utf8(out, c);
    }
    return out + "…";
}

std::string padded(const Cell& cell, int width) {
    const std::string blanks(static_cast<std::size_t>(std::max(0, width - base::display_width(cell.text))), ' ');
    return cell.right ? blanks + cell.text : cell.text + blanks;
}

std::string lines(const std::vector<Row>& rows) {
    std::vector<int> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t at = 0; at < row.size(); ++at) {
            widths[at] = std::max(widths[at], base::display_width(row[at].text));
        }
    }
    std::string out;
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t at = 0; at < row.size(); ++at) line += " " + padded(row[at], widths[at]);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

class Table {
   public:
    explicit Table(const Assessment& assessment) : assessment_(assessment), inputs_(*assessment.inputs) {}
    std::string text() const;

   private:
    std::string figure(const input::Figure* figure) const {
        if (figure == nullptr) return "";
        return figure->amount ? base::to_text(*figure->amount, inputs_.policy.numbers) : figure->words;
    }
    std::string percent(const base::Decimal& value) const {
        return base::to_text(value, inputs_.policy.numbers) + inputs_.policy.numbers.percent;
    }
    Row row(const IndicatorAssessment& indicator) const;
    std::string rate(const IndicatorAssessment& indicator, const Result& result) const;
    std::string summary(const std::string& name, const Tally& tally) const;
    std::string goal(std::size_t index) const;

    const Assessment& assessment_;
    const input::Inputs& inputs_;
};

std::string Table::rate(const IndicatorAssessment& indicator, const Result& result) const {
    if (!result.rate) return "";
    const bool brackets = result.rate->capped && shows_uncapped(*result.policy, *indicator.source);
    return percent(result.rate->shown) + (brackets ? " (" + percent(result.rate->uncapped) + ")" : "");
}

std::string rating_text(const input::Band* band) {
    if (band == nullptr) return "";
    return band->symbol.empty() ? band->word : band->symbol + " " + band->word;
}

Row Table::row(const IndicatorAssessment& indicator) const {
    const Result& result = indicator.in(inputs_.evaluated_year);
    return {{indicator.indicator->id},       {shortened(indicator.source->name)},
            {figure(result.target), true},   {figure(result.actual), true},
            {rate(indicator, result), true}, {result.evaluated() ? rating_text(result.band) : result.reason}};
}

std::string Table::summary(const std::string& name, const Tally& tally) const {
    const std::string unit = tally.in_points ? "" : inputs_.policy.numbers.percent;
    const std::string mean =
        tally.mean ? base::to_text(*tally.mean, inputs_.policy.numbers) + unit : tally.policy->excluded_word;
    std::string text = say("{0}: {1} {2} ({3} of {4} evaluated, {5} achieved)", name, mean, rating_text(tally.band),
                           tally.evaluated.size(), tally.in_force, tally.achieved);
    if (tally.mean_change) {
        text += say(", {} on the year", base::difference_text(*tally.mean_change, inputs_.policy.numbers));
    }
    return text + "\n";
}

std::string Table::goal(std::size_t index) const {
    const input::Goal& goal = inputs_.strategy.goals[index];
    std::vector<Row> rows = {{{say("id")},
                              {say("indicator")},
                              {say("target"), true},
                              {say("actual"), true},
                              {say("rate"), true},
                              {say("rating")}}};
    for (const std::size_t target : goal.headline_targets) rows.push_back(row(assessment_.indicators[target]));
    for (const std::size_t measure : goal.measures) {
        for (const std::size_t initiative : inputs_.strategy.measures[measure].initiatives) {
            for (const std::size_t kpi : inputs_.strategy.initiatives[initiative].kpis) {
                rows.push_back(row(assessment_.indicators[kpi]));
            }
        }
    }
    const Tally& tally = assessment_.goals[index].kpis_in(inputs_.evaluated_year);
    return say("Goal {0}: {1}", goal.number, goal.title) + "\n" + lines(rows) + "  " + summary(say("KPIs"), tally) +
           "\n";
}

std::string Table::text() const {
    const base::Year year = inputs_.evaluated_year;
    std::string text = inputs_.municipality.name + "  " + inputs_.strategy.title + "  " +
                       base::era_year(inputs_.eras, year, base::YearKind::fiscal) + "\n\n";
    for (std::size_t at = 0; at < inputs_.strategy.goals.size(); ++at) text += goal(at);
    text += summary(say("All KPIs"), assessment_.overall.kpis_in(year));
    const std::string& note = inputs_.policy.overall_note;
    return note.empty() ? text : text + note + "\n";
}

}  // namespace

std::string to_table(const Assessment& assessment) { return Table(assessment).text(); }

}  // namespace evaluate
