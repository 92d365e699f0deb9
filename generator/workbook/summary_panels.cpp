// The panels beside the matrix: key figures, goals and headline targets at the left, what lags behind at the right.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/list_counts.h"
#include "workbook/looks.h"
#include "workbook/remarks.h"
#include "workbook/summary_parts.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

using evaluate::Tally;

Look plain_look() {
    Look look = text_look();
    look.lines = Lines::none;
    return look;
}

Look end_look(const std::string& format = "") {
    Look look = number_look(format);
    look.lines = Lines::hair;
    return look;
}

Look named(Look look) {
    look.lines = Lines::hair;
    return look;
}

std::vector<std::string> questions_of(const Council& council) {
    std::vector<std::string> texts;
    const base::Value& prose = council.inputs().narrative;
    const base::Value* of_council = prose.is_map() ? prose.find("council") : nullptr;
    const base::Value* questions =
        of_council != nullptr && of_council->is_map() ? of_council->find("questions") : nullptr;
    if (questions == nullptr || !questions->is_list()) return texts;
    base::Diagnostics reported;  // what cannot be filled is reported where all prose is
    for (const base::Value& item : questions->items) {
        if (item.is_scalar()) texts.push_back(evaluate::fill(council.assessment, item.text, item.span, reported));
    }
    return texts;
}

class Panel {
   public:
    Panel(const SummaryContext& context, Pieces& pieces, Column first)
        : context_(context),
          council_(context.council),
          places_(context.council.places),
          pieces_(pieces),
          first_(first) {}

    Row row() const { return row_; }

   protected:
    const std::string& label(std::string_view key) const { return context_.plan.label(key); }
    Column column(std::size_t at) const { return static_cast<Column>(first_ + at); }

    /// Over columns and rows of the panel, from its present row on.
    void add(std::size_t from, std::size_t to, Row rows, Content content) {
        pieces_[row_].push_back({{{row_, column(from)}, {row_ + rows - 1, column(to)}}, std::move(content)});
    }

    void head(const std::string& text, std::size_t to) {
        Look look = section_look();
        look.vertical = Vertical::bottom;
        add(0, to, 1, {"", text, look});
    }

    /// Rows that a name takes in its column.
    Row rows_of(const std::string& name, std::size_t at) const {
        return static_cast<Row>(lines_of(name, characters_in(context_.points[column(at)])));
    }

    std::string tally_ref(std::string_view key, std::optional<std::size_t> goal, std::size_t offset = 0) const {
        At at = places_.tallies.at(places_.tally_row(true, council_.evaluated_year(), goal), key);
        at.column = static_cast<Column>(at.column + offset);
        return cell_of(places_.tallies.sheet->name(), at);
    }

    const SummaryContext& context_;
    const Council& council_;
    const Places& places_;
    Pieces& pieces_;
    Column first_;
    Row row_ = summary_head;
};

class LeftPanel : Panel {
   public:
    LeftPanel(const SummaryContext& context, Pieces& pieces)
        : Panel(context, pieces, context.columns.left),
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

   private:
    std::string mean_format(const Tally& tally) const {
        const int decimals = tally.policy->mean_decimals;
        return tally.in_points ? number_format(council_, decimals) : rate_format(*tally.policy, decimals);
    }

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
        big.number_format = mean_format(tally_);
        big.ink = indigo;
        add(0, 2, 3, {tally_ref("mean", std::nullopt), number_or_blank(tally_.mean), big});
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
            add(3, 4, 1, {fmt::format("IF({0}=\"\",\"\",{0})", source), number_or_blank(tally_.mean_change), change});
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
            const auto band = band_place(tally_.policy->bands, count.band);
            const auto other = band_place(tally_.policy->class_bands, count.band);
            const std::string source = band    ? tally_ref("bands", std::nullopt, *band - 1)
                                       : other ? tally_ref("classes", std::nullopt, *other - 1)
                                               : without_band();
            Look chip = centred_look();
            chip.ground = count.band->colour;
            chip.ink = count.band->on_colour;
            chip.bold = true;
            chip.wrap = false;
            chip.shrink = true;
            add(0, 0, 1, {"", band_chip(*count.band), chip});
            add(1, 1, 1, {"", count.band->word, named(text_look())});
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

    /// What is evaluated and has no band.
    std::string without_band() const {
        std::string formula = tally_ref("evaluated", std::nullopt);
        for (std::size_t at = 0; at < tally_.per_band.size(); ++at) {
            formula += "-" + tally_ref("bands", std::nullopt, at);
        }
        for (std::size_t at = 0; at < tally_.per_class_band.size(); ++at) {
            formula += "-" + tally_ref("classes", std::nullopt, at);
        }
        return "(" + formula + ")";
    }

    Content bar_of(const std::string& count, std::size_t value, const Look& look) const {
        constexpr std::size_t longest = 8;
        const std::size_t all = tally_.evaluated.size();
        const std::size_t length = all == 0 ? 0 : (2 * value * longest + all) / (2 * all);
        std::string bar;
        for (std::size_t at = 0; at < length; ++at) bar += "■";
        return {fmt::format("IF({1}=0,\"\",REPT(\"■\",ROUND({0}*{2}/{1},0)))", count,
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
            const std::string& name = source.slogan.empty() ? source.title : source.slogan;
            const Row rows = rows_of(name, 1);
            const std::string sheet = cell_of(places_.goals[goal].sheet->name(), {0, 0});
            add(0, 0, rows,
                {"", whole(std::int64_t{source.number}), named(link_look(centred_look())), source.span, sheet});
            add(1, 1, rows, {"", name, named(text_look()), source.span});
            Look mean = end_look(mean_format(tally));
            mean.bold = true;
            add(2, 2, rows, {tally_ref("mean", goal), number_or_blank(tally.mean), mean});
            if (places_.judged > 1) {
                const std::string change = tally_ref("change", goal);
                add(3, 3, rows,
                    {fmt::format("IF({0}=\"\",\"\",{0})", change), number_or_blank(tally.mean_change),
                     end_look(signed_format(council_, tally.policy->mean_decimals))});
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
            const std::string name = marked_name(council_, index);
            const Row rows = rows_of(name, 1);
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

    const Tally& tally_;
};

class RightPanel : Panel {
   public:
    RightPanel(const SummaryContext& context, Pieces& pieces)
        : Panel(context, pieces, context.columns.right()), lagging_(lagging(context.council)) {}

    Row add_all() {
        const std::string order = context_.range(context_.columns.order());
        Look count = lead_look();
        add(0, 2, 1,
            {fmt::format("COUNT({})&{}", order, formula_text(label("attention_count"))),
             std::to_string(lagging_.size()) + label("attention_count"), count});
        ++row_;
        const std::size_t slots = slots_of_list();
        for (std::size_t at = 0; at < slots; ++at) entry(at);
        add(0, 2, 1,
            {fmt::format("IF(COUNT({0})>{1},{2}&(COUNT({0})-{1})&{3},\"\")", order, slots, formula_text(label("more")),
                         formula_text(label("attention_count"))),
             lagging_.size() > slots
                 ? label("more") + std::to_string(lagging_.size() - slots) + label("attention_count")
                 : std::string(),
             count});
        row_ += 2;
        changes();
        questions();
        return row_;
    }

   private:
    // Rows of the page, and those that the other parts of the panel take.
    static constexpr Row least_rows = 44, rows_below_list = 18, rows_of_cause = 2;

    /// So many that the page holds them: two more than lag now, since a correction may bring another.
    std::size_t slots_of_list() {
        for (const std::size_t index : lagging_) {
            name_rows_ = std::max(name_rows_, rows_of(marked_name(council_, index), 1));
        }
        causes_ = std::any_of(lagging_.begin(), lagging_.end(),
                              [&](std::size_t index) { return !cause_words(council_, index).empty(); });
        const Row rows = std::max<Row>(context_.last(), least_rows) - rows_below_list;
        const std::size_t most = std::max<std::size_t>(4, rows / (name_rows_ + 1 + (causes_ ? rows_of_cause : 0)));
        return std::min(std::max<std::size_t>(4, lagging_.size() + 2), most);
    }

    Content taken(Column from, const std::string& value, const Look& look) const {
        const std::string place = fixed_cell({row_, context_.columns.place()});
        return {fmt::format("IF({0}=\"\",\"\",INDEX({1},{0}))", place, context_.range(from)), value, look};
    }

    /// Rows of name and rate, one of the distance; a live list, so empty where nothing lags.
    void entry(std::size_t at) {
        const bool filled_now = at < lagging_.size();
        const std::size_t index = filled_now ? lagging_[at] : 0;
        const std::string order = context_.range(context_.columns.order());
        const Column place = context_.columns.place();
        Computed position = std::string();
        if (filled_now) position = whole(line_of(index) + 1);
        pieces_[row_].push_back(
            {{{row_, place}, {row_, place}},
             {fmt::format("IFERROR(MATCH(SMALL({0},{1}),{0},0),\"\")", order, at + 1), position, number_look("0")}});
        Look number = plain_look();
        number.vertical = Vertical::bottom;
        number.horizontal = Horizontal::centre;
        Content numbered = taken(context_.matrix(0), "", number);
        if (filled_now) numbered.value = whole(std::int64_t{places_.numbers[index]});
        add(0, 0, name_rows_, numbered);
        name(filled_now ? marked_name(council_, index) : "");
        rate(filled_now ? &council_.assessment.indicators[index].in(council_.evaluated_year()) : nullptr);
        row_ += name_rows_;
        distance(filled_now ? distance_words(council_, context_.plan, index) : "");
        ++row_;
        if (causes_) cause(filled_now ? cause_words(council_, index) : "");
    }

    void name(const std::string& value) {
        Look look = link_look(plain_look());
        look.vertical = Vertical::bottom;
        const std::string place = fixed_cell({row_, context_.columns.place()});
        add(1, 1, name_rows_,
            {fmt::format("IF({0}=\"\",\"\",HYPERLINK(\"#\"&INDEX({1},{0}),INDEX({2},{0})))", place,
                         context_.range(context_.columns.target()), context_.range(context_.matrix(1))),
             value, look});
    }

    void rate(const evaluate::Result* result) {
        Look look = plain_look();
        look.wrap = false;
        look.bold = true;
        look.vertical = Vertical::bottom;
        look.horizontal = Horizontal::end;
        const input::Policy& policy = council_.inputs().policy;
        look.number_format = rate_format(policy, policy.decimals);
        Content content = taken(context_.matrix(5), "", look);
        if (result != nullptr && result->rate) content.value = result->rate->shown;
        add(2, 2, name_rows_, content);
    }

    /// The place of the entry stands above, with the name.
    void distance(const std::string& words) {
        const std::string place = fixed_cell({row_ - name_rows_, context_.columns.place()});
        Look look = plain_look();
        look.vertical = Vertical::top;
        look.ink = grey;
        add(1, 2, 1,
            {fmt::format("IF({0}=\"\",\"\",INDEX({1},{0}))", place, context_.range(context_.columns.distance())), words,
             look});
    }

    void cause(const std::string& words) {
        const std::string place = fixed_cell({row_ - name_rows_ - 1, context_.columns.place()});
        Look look = plain_look();
        look.vertical = Vertical::top;
        add(1, 2, rows_of_cause,
            {fmt::format("IF({0}=\"\",\"\",INDEX({1},{0})&\"\")", place, context_.range(context_.columns.cause())),
             words, look});
        row_ += rows_of_cause;
    }

    /// What the council is asked: the texts under council.questions of the year's prose; else free lines to type into.
    void questions() {
        ++row_;
        head(label("questions"), 2);
        ++row_;
        const std::vector<std::string> texts = questions_of(council_);
        std::size_t number = 0;
        for (const std::string& text : texts) {
            const Row rows = rows_of(text, 1);
            Look look = plain_look();
            look.vertical = Vertical::top;
            Look centre = look;
            centre.horizontal = Horizontal::centre;
            add(0, 0, rows, {"", whole(++number), centre});
            add(1, 2, rows, {"", text, look});
            row_ += rows;
        }
        constexpr std::size_t free_lines = 3;
        for (std::size_t line = 0; texts.empty() && line < free_lines; ++line, row_ += 2) {
            Look look = input_look("");
            look.lines = Lines::hair;
            look.wrap = true;
            look.shrink = false;
            look.horizontal = Horizontal::start;
            add(0, 2, 2, {"", std::string(), look});
        }
    }

    std::size_t line_of(std::size_t index) const {
        const auto found = std::find_if(context_.lines.begin(), context_.lines.end(),
                                        [&](const MatrixLine& line) { return !line.goal && line.index == index; });
        return static_cast<std::size_t>(found - context_.lines.begin());
    }

    /// Where the list of changes counts them.
    void changes() {
        const auto list = std::find_if(places_.lists.begin(), places_.lists.end(),
                                       [](const ListSheet& candidate) { return candidate.plan->counts; });
        if (list == places_.lists.end() || places_.judged < 2) return;
        head(label("changes"), 2);
        ++row_;
        Look look = plain_look();
        look.vertical = Vertical::top;
        add(0, 2, 3, {cell_of(list->sheet->name(), {1, 0}), counts_in_words(council_, *list), look});
        row_ += 3;
        add(0, 2, 1, {"", label("all_changes"), link_look(plain_look()), {}, cell_of(list->sheet->name(), {0, 0})});
        ++row_;
    }

    std::vector<std::size_t> lagging_;
    Row name_rows_ = 2;    ///< that the longest of their names takes
    bool causes_ = false;  ///< somebody wrote why a KPI lags
};

}  // namespace

std::vector<std::size_t> lagging(const Council& council) {
    struct Entry {
        std::size_t below;
        base::Ratio rate;
        std::size_t index;
    };
    std::vector<Entry> entries;
    for (const MatrixLine& line : matrix_lines(council)) {
        if (line.goal) continue;
        const evaluate::Result& result = council.assessment.indicators[line.index].in(council.evaluated_year());
        if (!result.evaluated() || result.band == nullptr) continue;
        const auto band = band_place(result.policy->bands, result.band);
        const auto other = band_place(result.policy->class_bands, result.band);
        const std::size_t bands = band ? result.policy->bands.size() : result.policy->class_bands.size();
        const std::size_t below = bands - (band ? *band : other.value_or(0));
        if (below >= bands / 2) continue;
        entries.push_back({below, result.rate ? base::Ratio(result.rate->shown) : base::Ratio(), line.index});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.below != b.below ? a.below < b.below : a.rate < b.rate;
    });
    std::vector<std::size_t> indices;
    indices.reserve(entries.size());
    for (const Entry& entry : entries) indices.push_back(entry.index);
    return indices;
}

std::string cause_words(const Council& council, std::size_t index) {
    const evaluate::Result& now = council.assessment.indicators[index].in(council.evaluated_year());
    std::string text = now.actual != nullptr ? now.actual->cause : "";
    if (text.empty() && now.human != nullptr) text = now.human->reason;
    const std::string stop = "。";
    const std::size_t end = text.find(stop);
    return end == std::string::npos ? text : text.substr(0, end + stop.size());
}

Row add_left_panel(const SummaryContext& context, Pieces& pieces) { return LeftPanel(context, pieces).add_all(); }
Row add_right_panel(const SummaryContext& context, Pieces& pieces) { return RightPanel(context, pieces).add_all(); }

}  // namespace workbook
