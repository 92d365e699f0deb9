// The panel at the right of the matrix: what lags behind, what changed, what the council is asked.
#include <fmt/format.h>

#include <algorithm>

#include "base/author_marks.h"
#include "workbook/formulas.h"
#include "workbook/list_counts.h"
#include "workbook/remarks.h"
#include "workbook/summary_panel.h"

namespace workbook {

namespace {

std::vector<std::string> questions_of(const Council& council) {
    std::vector<std::string> texts;
    const base::Value& prose = council.inputs().narrative;
    const base::Value* of_council = prose.is_map() ? prose.find("council") : nullptr;
    const base::Value* questions =
        of_council != nullptr && of_council->is_map() ? of_council->find("questions") : nullptr;
    if (questions == nullptr || !questions->is_list()) return texts;
    base::Diagnostics reported;  // what cannot be filled is reported where all prose is
    for (const base::Value& item : questions->items) {
        if (!item.is_scalar()) continue;
        texts.push_back(base::unmarked(evaluate::fill(council.assessment, item.text, item.span, reported)));
    }
    return texts;
}

class RightPanel : Panel {
   public:
    RightPanel(const SummaryContext& context, Pieces& pieces)
        : Panel(context, pieces, context.columns.right()), lagging_(lagging(context)) {}

    Row add_all() {
        const std::string order = context_.range(context_.columns.order());
        Look count = lead_look();
        add(0, 2, 1,
            {fmt::format("IF(COUNT({0})=0,{2},COUNT({0})&{1})", order, formula_text(label("attention_count")),
                         formula_text(label("attention_none"))),
             lagging_.empty() ? label("attention_none") : std::to_string(lagging_.size()) + label("attention_count"),
             count});
        ++row_;
        const std::size_t slots = slots_of_list();
        for (std::size_t at = 0; at < slots; ++at) entry(at);
        const std::string& words = label("more");
        const std::size_t gap = std::min(words.find(count_mark), words.size());
        const std::string before = words.substr(0, gap),
                          after = words.substr(std::min(gap + count_mark.size(), words.size()));
        add(0, 2, 1,
            {fmt::format("IF(COUNT({0})>{1},{2}&(COUNT({0})-{1})&{3},\"\")", order, slots, formula_text(before),
                         formula_text(after)),
             lagging_.size() > slots ? before + std::to_string(lagging_.size() - slots) + after : std::string(),
             count});
        row_ += 2;
        changes();
        questions();
        return row_;
    }

   private:
    static constexpr std::string_view count_mark = "{count}";
    static constexpr Row lines_of_cause = 2, lines_of_changes = 2, free_lines = 3, lines_of_free = 2;

    /// The rows of an entry from `row` on: its name, the distance, the cause.
    struct EntryRows {
        Row name, cause;
        Row all() const { return name + 1 + cause; }
    };
    EntryRows entry_rows(Row row) const {
        const Row name = rows_from(row, name_lines_);
        return {name, causes_ ? rows_from(row + name + 1, lines_of_cause) : 0};
    }

    /// That stand below the list: how many more lag, the changes, the questions, and a free row before each.
    Row rows_below_list() const {
        Row lines = 2 + lines_of_changes + 3 + 2;
        const std::vector<std::string> texts = questions_of(council_);
        for (const std::string& text : texts) lines += rows_of(text, 1);
        if (texts.empty()) lines += free_lines * lines_of_free;
        return lines;
    }

    /// So many that the page holds them: two more than lag now, since a correction may bring another.
    std::size_t slots_of_list() {
        constexpr std::size_t least = 4;
        for (const std::size_t index : lagging_) {
            name_lines_ = std::max(name_lines_, rows_of(marked_name(council_, index), 1));
        }
        causes_ = std::any_of(lagging_.begin(), lagging_.end(),
                              [&](std::size_t index) { return !cause_words(council_, index).empty(); });
        const std::size_t wanted = std::max(least, lagging_.size() + 2);
        const Row below = rows_below_list();
        Row row = row_;
        for (std::size_t slots = 0; slots < wanted; ++slots) {
            row = whole_from(row, entry_rows(row).all());
            row += entry_rows(row).all();
            if (slots >= least && !fits_to(row + below)) return slots;
        }
        return wanted;
    }

    Content taken(Column from, const std::string& value, const Look& look) const {
        const std::string place = fixed_cell({row_, context_.columns.place()});
        return {fmt::format("IF({0}=\"\",\"\",INDEX({1},{0}))", place, context_.range(from)), value, look};
    }

    /// Rows of name and rate, one of the distance; a live list, so empty where nothing lags.
    void entry(std::size_t at) {
        keep_whole(entry_rows(row_).all());
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
        const EntryRows rows = entry_rows(row_);
        const std::string place_now = fixed_cell({row_, place});
        add(0, 0, rows.name, numbered);
        name(rows.name, filled_now ? marked_name(council_, index) : "");
        rate(rows.name, filled_now ? &council_.assessment.indicators[index].in(council_.evaluated_year()) : nullptr);
        row_ += rows.name;
        distance(place_now, filled_now ? distance_words(council_, context_.plan, index) : "");
        ++row_;
        if (rows.cause > 0) cause(place_now, rows.cause, filled_now ? cause_words(council_, index) : "");
        row_ += rows.cause;
    }

    void name(Row rows, const std::string& value) {
        Look look = link_look(plain_look());
        look.vertical = Vertical::bottom;
        const std::string place = fixed_cell({row_, context_.columns.place()});
        add(1, 1, rows,
            {fmt::format("IF({0}=\"\",\"\",HYPERLINK(\"#\"&INDEX({1},{0}),INDEX({2},{0})))", place,
                         context_.range(context_.columns.target()), context_.range(context_.matrix(1))),
             value, look});
    }

    void rate(Row rows, const evaluate::Result* result) {
        Look look = plain_look();
        look.wrap = false;
        look.bold = true;
        look.vertical = Vertical::bottom;
        look.horizontal = Horizontal::end;
        const input::Policy& policy = council_.inputs().policy;
        look.number_format = rate_format(policy, policy.decimals);
        Content content = taken(context_.matrix(5), "", look);
        if (result != nullptr && result->rate) content.value = result->rate->shown;
        add(2, 2, rows, content);
    }

    /// `place`: that of the entry, which stands beside its name.
    void distance(const std::string& place, const std::string& words) {
        Look look = plain_look();
        look.vertical = Vertical::top;
        look.ink = grey;
        add(1, 2, 1,
            {fmt::format("IF({0}=\"\",\"\",INDEX({1},{0}))", place, context_.range(context_.columns.distance())), words,
             look});
    }

    void cause(const std::string& place, Row rows, const std::string& words) {
        Look look = plain_look();
        look.vertical = Vertical::top;
        add(1, 2, rows,
            {fmt::format("IF({0}=\"\",\"\",INDEX({1},{0})&\"\")", place, context_.range(context_.columns.cause())),
             words, look});
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
            keep_whole(rows);
            Look look = plain_look();
            look.vertical = Vertical::top;
            Look centre = look;
            centre.horizontal = Horizontal::centre;
            add(0, 0, rows, {"", whole(++number), centre});
            add(1, 2, rows, {"", text, look});
            row_ += rows;
        }
        for (Row line = 0; texts.empty() && line < free_lines; ++line, row_ += lines_of_free) {
            Look look = input_look("");
            look.lines = Lines::hair;
            look.wrap = true;
            look.shrink = false;
            look.horizontal = Horizontal::start;
            keep_whole(lines_of_free);
            add(0, 2, lines_of_free, {"", std::string(), look});
        }
    }

    std::size_t line_of(std::size_t index) const {
        const auto found = std::find_if(context_.lines.begin(), context_.lines.end(),
                                        [&](const MatrixLine& line) { return !line.goal && line.index == index; });
        return static_cast<std::size_t>(found - context_.lines.begin());
    }

    /// The sentence of the list; what is said of ratings begins a line.
    Content on_two_lines(const ListSheet& list, const Look& look) const {
        const std::string sentence = cell_of(list.sheet->name(), {1, 0});
        std::string words = counts_in_words(council_, list);
        const auto counts = list_counts(council_, *list.plan, list.listed);
        const auto ratings = std::find_if(counts.begin(), counts.end(), [&](const ListCount& count) {
            return std::string_view(count.column) != counts.front().column;
        });
        if (counts.empty() || ratings == counts.end()) return {sentence, words, look};
        const std::string lead = council_.plan.word(ratings->words) + " ", joined = "　" + lead;
        if (const std::size_t at = words.find(joined); at != std::string::npos) {
            words.replace(at, joined.size(), "\n" + lead);
        }
        return {fmt::format("SUBSTITUTE({},{},CHAR(10)&{})", sentence, formula_text(joined), formula_text(lead)), words,
                look};
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
        const Row rows = rows_from(row_, lines_of_changes);
        add(0, 2, rows, on_two_lines(*list, look));
        row_ += rows;
        add(0, 2, 1, {"", label("all_changes"), link_look(plain_look()), {}, cell_of(list->sheet->name(), {0, 0})});
        ++row_;
    }

    std::vector<std::size_t> lagging_;
    Row name_lines_ = 2;   ///< that the longest of their names takes
    bool causes_ = false;  ///< somebody wrote why a KPI lags
};

}  // namespace

std::vector<std::size_t> lagging(const SummaryContext& context) {
    struct Entry {
        std::size_t below;
        base::Ratio rate;
        std::size_t index;
    };
    std::vector<Entry> entries;
    for (const MatrixLine& line : context.lines) {
        if (line.goal) continue;
        const Council& council = context.council;
        const evaluate::Result& result = council.assessment.indicators[line.index].in(council.evaluated_year());
        const auto below = steps_from_below(result);
        if (!below) continue;
        entries.push_back({*below, result.rate ? base::Ratio(result.rate->shown) : base::Ratio(), line.index});
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
    std::string text = now.actual != nullptr ? now.actual->beside->cause : "";
    if (text.empty() && now.human != nullptr) text = now.human->reason;
    const std::string stop = "。";
    const std::size_t end = text.find(stop);
    return end == std::string::npos ? text : text.substr(0, end + stop.size());
}

Row add_right_panel(const SummaryContext& context, Pieces& pieces) { return RightPanel(context, pieces).add_all(); }

}  // namespace workbook
