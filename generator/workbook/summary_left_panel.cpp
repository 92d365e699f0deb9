// The panel at the left of the matrix: key figures, the counts of the bands, goals and headline targets.
#include <fmt/format.h>

#include "workbook/remarks.h"
#include "workbook/summary_panel.h"

namespace workbook {

namespace {

using evaluate::Tally;

Look end_look(const std::string& format = "") {
    Look look = number_look(format);
    look.lines = Lines::hair;
    return look;
}

Look named(Look look) {
    look.lines = Lines::hair;
    return look;
}

class LeftPanel : Panel {
   public:
    /// `most`: lines that a name may take.
    LeftPanel(const SummaryContext& context, Pieces& pieces, Row most)
        : Panel(context, pieces, context.columns.left),
          most_(most),
          tally_(council_.assessment.overall.kpis_in(council_.evaluated_year())) {}

    /// Below the rows that are repeated on every page.
    Row add_all() {
        row_ = summary_first;
        overall();
        bands();
        goals();
        headline_targets();
        return row_;
    }

    bool fits() const { return fits_to(row_); }

   private:
    /// In each section of the format.
    std::string with_unit(const std::string& format) const {
        const std::string unit = "\"" + council_.plan.word("points_unit") + "\"";
        std::string out;
        for (const char c : format) out += c == ';' ? unit + c : std::string(1, c);
        return out + unit;
    }

    void overall() {
        Look big = plain_look();
        big.points = 26;
        big.wrap = false;
        big.number_format = mean_format(council_, tally_);
        big.ink = indigo;
        add(0, 2, 3,
            showing({tally_ref("mean", std::nullopt), number_or_blank(tally_.mean), big},
                    goal_in(std::nullopt, tally_.year), "mean"));
        if (places_.judged > 1) {
            Look small = plain_look();
            small.horizontal = Horizontal::end;
            add(3, 4, 1, {"", label("change"), small});
            ++row_;
            Look change = small;
            change.bold = true;
            change.wrap = false;
            change.number_format = with_unit(signed_format(council_, tally_.policy->mean_decimals));
            const std::string source = tally_ref("change", std::nullopt);
            add(3, 4, 1,
                showing({fmt::format("IF({0}=\"\",\"\",{0})", source), number_or_blank(tally_.mean_change), change},
                        goal_in(std::nullopt, tally_.year), "mean_change"));
            row_ += 2;
        } else {
            row_ += 3;
        }
        Look rating = centred_look();
        rating.points = 12;
        rating.bold = true;
        if (tally_.band != nullptr) {
            rating.ground = tally_.band->colour;
            rating.ink = tally_.band->on_colour;
        }
        add(0, 2, 2, {tally_ref("rating", std::nullopt), rating_of(tally_.band), rating});
        row_ += 3;
    }

    /// A bar of letters follows its count, as a shape would not.
    void bands() {
        head(label("ratings"), 4);
        ++row_;
        for (const evaluate::BandCount& count : evaluate::band_counts(tally_)) {
            const std::string counted = counted_as(count.band->word);
            const std::string source = counted.empty() ? without_band() : counted;
            Look chip = centred_look();
            chip.ground = count.band->colour;
            chip.ink = count.band->on_colour;
            chip.bold = true;
            chip.wrap = false;
            chip.shrink = true;
            if (band_chip(*count.band) == count.band->word) {
                add(0, 1, 1, {"", count.band->word, chip});
            } else {
                add(0, 0, 1, {"", count.band->symbol, chip});
                add(1, 1, 1, {"", count.band->word, named(text_look())});
            }
            add(2, 2, 1, {source, whole(count.count), end_look("0")});
            Look bar = plain_look();
            bar.wrap = false;
            bar.ink = indigo;
            add(3, 4, 1, bar_of(source, count.count, bar));
            ++row_;
        }
        number("evaluated", tally_ref("evaluated", std::nullopt), tally_.evaluated.size());
        number("excluded", tally_ref("in_force", std::nullopt) + "-" + tally_ref("evaluated", std::nullopt),
               tally_.in_force - tally_.evaluated.size());
        number("achieved", tally_ref("achieved", std::nullopt), tally_.achieved);
        ++row_;
    }

    /// Of both lists, what is called so.
    std::string counted_as(const std::string& word) const {
        std::string formula;
        for (const BandColumn& column : band_columns(tally_)) {
            if (*column.word == word)
                formula += (formula.empty() ? "" : "+") + tally_ref(column.key, std::nullopt, column.at);
        }
        return formula;
    }

    /// What is evaluated and has no band.
    std::string without_band() const {
        std::string formula = tally_ref("evaluated", std::nullopt);
        for (const BandColumn& column : band_columns(tally_)) {
            formula += "-" + tally_ref(column.key, std::nullopt, column.at);
        }
        return "(" + formula + ")";
    }

    /// A square an indicator, or its share of the longest bar where there are more.
    Content bar_of(const std::string& count, std::size_t value, const Look& look) const {
        constexpr std::size_t longest = 8;
        const std::size_t all = tally_.evaluated.size();
        const std::size_t length = all <= longest ? value : (2 * value * longest + all) / (2 * all);
        std::string bar;
        for (std::size_t at = 0; at < length; ++at) bar += "■";
        return {fmt::format("REPT(\"■\",IF({1}<={2},{0},ROUND({0}*{2}/{1},0)))", count,
                            tally_ref("evaluated", std::nullopt), longest),
                bar, look};
    }

    void number(const char* key, const std::string& formula, std::size_t value) {
        add(0, 1, 1, {"", label(key), named(text_look())});
        add(2, 2, 1, {formula, whole(value), end_look("0")});
        ++row_;
    }

    void goals() {
        head(label("goals"), 1);
        add(2, 4, 1, {"", label("goals_head"), right_lead()});
        ++row_;
        for (std::size_t goal = 0; goal < places_.goal_count; ++goal) {
            const input::Goal& source = council_.strategy().goals[goal];
            const Tally& tally = council_.assessment.goals[goal].kpis_in(council_.evaluated_year());
            const std::string name = bounded(short_name(source), 1, most_);
            keep_whole(rows_here(name, 1));
            const Row rows = rows_here(name, 1);
            const std::string sheet = cell_of(places_.goals[goal].sheet->name(), {0, 0});
            add(0, 0, rows,
                {"", whole(std::int64_t{source.number}), named(link_look(centred_look())), source.span, sheet});
            add(1, 1, rows, {"", name, named(text_look()), source.span});
            Look mean = end_look(mean_format(council_, tally));
            mean.bold = true;
            add(2, 2, rows,
                showing({tally_ref("mean", goal), number_or_blank(tally.mean), mean}, goal_in(goal, tally.year),
                        "mean"));
            if (places_.judged > 1) {
                const std::string change = tally_ref("change", goal);
                add(3, 3, rows,
                    showing({fmt::format("IF({0}=\"\",\"\",{0})", change), number_or_blank(tally.mean_change),
                             end_look(signed_format(council_, tally.policy->mean_decimals))},
                            goal_in(goal, tally.year), "mean_change"));
            } else {
                add(3, 3, rows, {"", std::string(), end_look()});
            }
            add(4, 4, rows, chip_of_tally(council_, tally, goal));
            row_ += rows;
        }
        ++row_;
    }

    static Look right_lead() {
        Look look = lead_look();
        look.horizontal = Horizontal::end;
        look.vertical = Vertical::bottom;
        return look;
    }

    void headline_targets() {
        std::vector<std::size_t> targets;
        for (std::size_t index = 0; index < places_.originals.size(); ++index) {
            const bool kpi = council_.strategy().indicators[index].kind == input::IndicatorKind::kpi;
            if (!kpi && places_.originals[index] == index) targets.push_back(index);
        }
        if (targets.empty()) return;
        head(label("headline"), 1);
        add(2, 4, 1, {"", label("headline_head"), right_lead()});
        ++row_;
        for (const std::size_t index : targets) {
            const KpiRow row(council_, index, "");
            const std::string name = bounded(marked_name(council_, index), 1, most_);
            keep_whole(rows_here(name, 1));
            const Row rows = rows_here(name, 1);
            add(0, 0, rows,
                {"",
                 whole(std::int64_t{council_.strategy().goals[row.indicator.goal].number}),
                 named(link_look(centred_look())),
                 {},
                 places_.goal_cell(index)});
            add(1, 1, rows, {"", name, named(text_look()), row.indicator.span});
            for (const auto& [at, key] : {std::pair<std::size_t, const char*>{2, "actual"}, {3, "target"}}) {
                Content figure = row.figure(key, row.now);
                figure.look.lines = Lines::hair;
                add(at, at, rows, figure);
            }
            add(4, 4, rows, chip_of_result(row, row.now));
            row_ += rows;
        }
    }

    Row most_;
    const Tally& tally_;
};

}  // namespace

/// Names stand whole where the panel has room for them.
Row add_left_panel(const SummaryContext& context, Pieces& pieces) {
    constexpr Row whole = 8, least = 2;
    for (Row most = whole;; --most) {
        Pieces tried = pieces;
        LeftPanel panel(context, tried, most);
        const Row end = panel.add_all();
        if (!panel.fits() && most > least) continue;
        pieces = std::move(tried);
        return end;
    }
}

}  // namespace workbook
