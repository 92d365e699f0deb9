// Claims on how many indicators, sentence by sentence: what both files of it share.
#pragma once

#include <algorithm>

#include "base/year.h"
#include "check/conditions.h"
#include "check/count_words.h"
#include "check/reader.h"
#include "check/unread.h"

namespace check {

/// Reads the counts of one sentence.
class Counter {
   public:
    Counter(const evaluate::Assessment& assessment, const Sentence& sentence, const std::vector<Token>& tokens,
            Context& context, std::vector<bool>& taken)
        : assessment_(assessment),
          sentence_(sentence),
          tokens_(tokens),
          words_{sentence, tokens},
          context_(context),
          taken_(taken),
          conditions_(assessment, sentence, tokens, taken) {}

    std::vector<Claim> run() {
        scope_ = context_.before;
        known_ = context_.scope_known;
        years_ = {year()};
        has_set_ = std::any_of(tokens_.begin(), tokens_.end(), names_set);
        if (!has_set_) set_ = set_of_names();
        for (std::size_t at = 0; at < tokens_.size(); ++at) step(at);
        settle_set();
        context_.counted = parts_.empty() ? std::nullopt : counted();
        return std::move(claims_);
    }

   private:
    struct Part {
        std::size_t at;
        Condition condition;
        std::vector<Subject> subjects;
        std::size_t typed;
        std::size_t claim;  ///< of claims_
    };

    /// Ａが４項目、Ｂが14項目、Ｃが３項目: where no set is named, the other counts tell which is meant.
    void settle_set();
    /// What there may be others of: where one part of a set was counted, and is as counted.
    std::optional<Counted> counted() const {
        if (parts_.empty()) return context_.counted;
        if (parts_.size() != 1 || parts_[0].subjects.size() != 1) return std::nullopt;
        if (claims_[parts_[0].claim].verdict != Verdict::tied) return std::nullopt;
        const Subject& of = parts_[0].subjects[0];
        return Counted{of, evaluated(of), parts_[0].typed};
    }
    void step(std::size_t at) {
        const Token& token = tokens_[at];
        if (token.sort == Sort::comma && at > 0 && ends_clause(tokens_, at)) scope_before_ = set_before_ = true;
        if (ends_statement(tokens_, at)) behind_ = false;
        if (token.sort == Sort::goal) scope_ = token.subjects[0], known_ = true, scope_before_ = false;
        if (token.sort == Sort::whole && !is_share_of_whole(tokens_, at))
            scope_ = {}, known_ = true, scope_before_ = false;
        if (names_set(token)) set_ = token.headline, set_before_ = false;
        if (taken_[at]) return;
        if (token.sort == Sort::figure && (on_share(at) || on_goals(at) || on_goal_gap(at) || on_plan(at))) return;
        if (token.text == U"順に" || token.text == U"順") on_order(at);
        if (token.sort == Sort::figure && is_count(at)) return on_count(at);
        if (token.sort == Sort::all || (token.sort == Sort::each && token.text != U"それぞれ")) return on_all(at);
        if (token.sort == Sort::half) return on_half(at);
        if (token.sort == Sort::rating) return on_none(at);
        if (token.sort == Sort::set) return on_no_such(at);
        if (token.sort == Sort::only) return on_only(at);
        if (token.text == U"最も") return on_most(at);
        // 目標を達成したKPIの数を見ると、｜基本目標１が
        if (token.text == U"を" && words_.text_at(token.end, U"見ると、基本目標") && known_) {
            topic_ = condition_before(at);
            by_goals_ = by_goals_ || topic_;
        }
        if (token.text == U"は") {
            // Ａ評価の項目数は、｜令和３年度が３項目、令和４年度が…
            const bool years = words_.token(at + 1).sort == Sort::comma && words_.token(at + 2).sort == Sort::year;
            // 「順調」の項目数は、基本目標４が
            const bool goals = words_.token(at + 1).sort == Sort::comma && words_.token(at + 2).sort == Sort::goal;
            const auto own = (years || goals) && known_ ? condition_before(at) : std::nullopt;
            if (years || own) topic_ = own;
            by_goals_ = by_goals_ || (goals && own);
            return on_those(at);
        }
        const bool as_before = token.text == U"同様" || token.text == U"同数" || token.text.starts_with(U"変わ");
        if (token.sort == Sort::same && as_before) return on_same(at);
    }

    /// 四つの基本目標: the parts of the plan itself.
    bool on_plan(std::size_t at);
    bool on_part_of_goal(std::size_t at);
    bool on_each_part(std::size_t at);
    bool on_sum(std::size_t at, std::size_t typed);
    bool on_years_alike(std::size_t at);
    bool on_years_listed(std::size_t at);
    std::optional<Claim> in_years(std::size_t at, const std::vector<base::Year>& years) const;
    bool on_others(std::size_t at, std::size_t typed);
    bool on_goal_gap(std::size_t at);
    void on_order(std::size_t at);
    /// What goals are counted by.
    struct GoalCondition {
        std::optional<TypedFigure> edge;  ///< of their mean
        int sign = 0;                     ///< how it moved from last year's
        std::u32string rating;
        std::vector<std::size_t> tokens;  ///< that say so
    };
    std::optional<GoalCondition> goal_condition(std::size_t begin, std::size_t end, bool mean) const;
    std::optional<bool> holds(const GoalCondition& condition, const Subject& goal) const;
    std::optional<std::vector<Subject>> goals_that(const GoalCondition& condition) const;
    void mark_goal_condition(const GoalCondition& condition);
    bool on_goals(std::size_t at);
    bool on_those_goals(std::size_t begin, std::size_t at);
    void on_most(std::size_t at);
    void judge_foremost(std::size_t at, const Subject& named, const std::vector<Subject>& all, Property property,
                        int sign);
    bool on_left_out(std::size_t at);
    bool on_described(std::size_t at);
    bool on_subset(std::size_t at);
    /// 「やや遅れ」と「遅れ」がそれぞれ｜１項目.
    bool on_each_rating(std::size_t at);
    /// 観光入込客数と移住者数の｜２項目が目標を達成: as many as are named, and each of them.
    bool on_named(std::size_t at);
    /// A number of things that are named beside it.
    void judge_number(std::size_t at, std::size_t named, std::string about);
    void judge_named(const std::vector<std::size_t>& names, const Condition& condition, base::Year then);
    void judge_no_others(const std::vector<std::size_t>& names, const Condition& condition, base::Year then);
    std::optional<base::Year> year_of_those(std::size_t begin, std::size_t end) const;
    bool says_no_more(std::size_t begin, std::size_t end) const;
    /// 達成率が80％に満たないKPIはない.
    void on_no_such(std::size_t set);
    void on_all_of(std::size_t at, std::size_t typed);
    /// 8項目, 八つ, 9件のKPI; but 四つの視点 and 二つの公園 count other things.
    bool is_count(std::size_t at) const;
    /// Ｄ評価のKPIはない.
    void on_none(std::size_t at);
    bool on_no_rating(std::size_t at);
    /// KPIのうち、市債残高のみが目標を達成した: as many as are named.
    void on_only(std::size_t at);
    /// 目標に届かなかったのは、出生数と定住率の２つである: each that is named.
    void on_those(std::size_t at);
    bool on_foremost(std::size_t begin, std::size_t at);
    std::vector<Subject> subjects(std::size_t at) const {
        // 9項目のKPI: the set may stand behind.
        std::optional<bool> set = set_;
        const Token& behind = words_.token(at + 2);
        if (words_.text_at(tokens_[at].end, U"の") && names_set(behind)) set = behind.headline;
        std::vector<Subject> list;
        for (const bool headline : {false, true}) {
            if (set && *set != headline && !set_before_) continue;
            Subject subject = scope_;
            subject.headline = headline;
            if (headline && (scope_.kind == Subject::Kind::measure || scope_.kind == Subject::Kind::initiative))
                continue;
            list.push_back(subject);
            // 基本目標１は100％を超えており、KPI45項目のうち: of the goal in the clause before, or of the heading's.
            Subject other = context_.before;
            other.headline = headline;
            if (scope_before_ && !(other == subject)) list.push_back(other);
            // In words of its own: the goal or any of its parts.
            if (!known_) add_parts(list, headline);
        }
        return list;
    }

    void add_parts(std::vector<Subject>& list, bool headline) const {
        const input::Strategy& strategy = assessment_.inputs->strategy;
        if (headline) return;
        for (std::size_t m = 0; m < strategy.measures.size(); ++m) list.push_back({Subject::Kind::measure, m});
        for (std::size_t i = 0; i < strategy.initiatives.size(); ++i) list.push_back({Subject::Kind::initiative, i});
        for (std::size_t g = 0; g < strategy.goals.size(); ++g) list.push_back({Subject::Kind::goal, g});
    }

    /// KPI or 数値目標; 指標 and 項目 may be either.
    static bool names_set(const Token& token) {
        if (token.sort == Sort::whole) return token.text.find(U"KPI") != std::u32string::npos;
        return token.sort == Sort::set && token.text != U"指標" && token.text != U"項目";
    }

    /// How many of the subject's indicators there are, and how many are rated.
    std::size_t total(const Subject& subject) const {
        return count_of(assessment_, subject, year(), [](const evaluate::Result&, const auto&) { return true; });
    }
    std::size_t evaluated(const Subject& subject) const {
        return count_of(assessment_, subject, year(),
                        [](const evaluate::Result& r, const auto&) { return r.evaluated(); });
    }

    base::Year year() const { return assessment_.inputs->evaluated_year; }

    void on_count(std::size_t at);
    void weigh_count(std::size_t at);
    std::vector<base::Year> years_told(std::size_t at) const;
    /// 前年度の６項目から｜１項目減って: how many there were, and how many more or fewer there are.
    bool on_count_beside_last_year(std::size_t at, std::size_t typed);
    std::optional<base::Year> year_of_count(std::size_t at) const;
    bool goes_on_to_count(std::size_t at) const;
    bool is_after_change(std::size_t at) const {
        std::size_t last = at;
        // ３項目減少し、５項目となった
        const auto light = [](const Token& t) {
            return t.sort == Sort::particle || t.sort == Sort::comma || t.text == U"し" || t.text == U"り";
        };
        while (last > 0 && light(tokens_[last - 1])) --last;
        return last > 0 && is_move(tokens_[last - 1].sort);
    }
    /// 22項目（48.9％）が: the share of those evaluated, or of the number that was named.
    void read_share(std::size_t at, bool over = false);
    bool on_share(std::size_t at);
    bool on_share_of(std::size_t at);
    bool on_share_change(std::size_t at);
    void judge_share(std::size_t at, const Condition& condition, base::Year then);
    /// A placeholder that printed 0項目: the words around it were written for another count.
    void check_zero(Claim& claim, std::size_t typed) const;
    Claim claim_at(std::size_t at) const {
        Claim claim;
        claim.kind = ClaimKind::count;
        claim.begin = tokens_[at].begin;
        claim.end = tokens_[at].end;
        claim.figure = tokens_[at].sort == Sort::figure;
        claim.inserted = tokens_[at].insert != nullptr;
        if (claim.figure) claim.typed = typed_text(tokens_[at].figure);
        return claim;
    }

    /// What the data count.
    void tell(Claim& claim, const Subject& subject, const Condition& condition, std::size_t count) const {
        claim.about = name_of(assessment_, subject) + "のうち" + condition.words;
        claim.truth = std::to_string(count) + "項目";
    }

    /// KPIs and headline targets together, where 項目 may mean either.
    template <typename Fits>
    bool fits_together(const std::vector<Subject>& counted, const Condition& condition, Fits fits) const {
        return std::any_of(condition.readings.begin(), condition.readings.end(), [&](const Holds& holds) {
            std::size_t count = 0;
            for (const Subject& subject : counted) count += count_of(assessment_, subject, years_.front(), holds);
            return fits(count);
        });
    }

    /// 一つもなく
    bool not_one(std::size_t at) const {
        const std::size_t end = tokens_[at].end;
        return tokens_[at].figure.value == base::Ratio(1) &&
               (words_.text_at(end, U"もな") || words_.text_at(end, U"もありませ"));
    }

    /// Whether a count is the figure that stands there.
    auto as_typed(std::size_t at) const {
        const bool none = not_one(at);
        return [&figure = tokens_[at].figure, none](std::size_t count) {
            return none ? count == 0 : agrees(figure, base::Ratio(static_cast<std::int64_t>(count)));
        };
    }

    template <typename Fits>
    void weigh(Claim& claim, const std::vector<Subject>& counted, const Condition& condition, Fits fits) const {
        if (years_.empty()) return;  // of one that the data do not reach
        for (const base::Year then : years_) {
            for (const Subject& subject : counted) {
                for (const Holds& holds : condition.readings) {
                    const std::size_t count = count_of(assessment_, subject, then, holds);
                    const bool tied = fits(count);
                    if (tied || claim.about.empty()) {
                        tell(claim, subject, condition, count);
                        if (then != year())
                            claim.truth += "（" + base::short_year(assessment_.inputs->eras, then) + "）";
                    }
                    if (!tied) continue;
                    claim.verdict = Verdict::tied;
                    return;
                }
            }
        }
        // A placeholder counts what it says; its words are another matter. Ratings are of KPIs or headline targets.
        const bool sure = known_ && (counted.size() == 1 || condition.rated ||
                                     (!others_ && !fits_together(counted, condition, fits)));
        claim.verdict = claim.inserted ? Verdict::tied : sure ? Verdict::contradicted : Verdict::left;
        for (const base::Year then : years_) {
            claim.facts.push_back({});
            claim.facts.back().year = then;
        }
    }

    void on_total(std::size_t at, std::size_t typed);
    /// The stretch of tokens before the count that could hold its condition: back to the count before.
    std::optional<Condition> condition_before(std::size_t at) const {
        std::size_t end = at;
        if (end > 0 && ends_statement(tokens_, end - 1)) return std::nullopt;
        if (end > 0 && (tokens_[end - 1].sort == Sort::comma || tokens_[end - 1].text == U":")) --end;
        // 「順調」と「おおむね順調」は｜合わせて
        if (end > 1 && tokens_[end - 2].text == U"合わせ" && tokens_[end - 1].text == U"て") end -= 2;
        const bool topic = end > 0 && tokens_[end - 1].sort == Sort::particle &&
                           (tokens_[end - 1].text == U"は" || tokens_[end - 1].text == U"が" ||
                            tokens_[end - 1].text == U"も" || tokens_[end - 1].text == U"の");
        if (topic) --end;
        std::size_t last = end;
        const auto leans = [&](const Token& t) {
            return t.sort == Sort::set || t.sort == Sort::close || t.sort == Sort::open ||
                   (t.sort == Sort::other && t.text != U"うち") || t.property == Property::rating ||
                   t.text == U"もの" || t.text == U"の" || t.text == U"と" || t.text == U"に" || t.text == U"た" ||
                   t.text == U"て" || t.text == U"数" || words_.text_at(t.begin, U"を合わせ") ||
                   words_.text_at(t.begin, U"を加え");
        };
        while (last > 0 && leans(tokens_[last - 1])) --last;
        if (last == 0) return std::nullopt;
        const Token& front = tokens_[last - 1];
        // 目標を達成できなかった｜２項目
        const std::u32string& ending = tokens_[end - (end > 0 ? 1 : 0)].text;
        const bool modifies = front.sort == Sort::reach && front.said &&
                              (ending == U"た" || ending == U"ない" || ending == U"いる" || ending == U"る");
        const bool ends_in_condition = modifies || front.sort == Sort::rating || front.before_noun ||
                                       (front.sort == Sort::figure && front.figure.unit == "％") ||
                                       front.sort == Sort::status || (front.sort == Sort::reach && last == end) ||
                                       conditions_.is_measured(last - 1);
        if (!ends_in_condition) return std::nullopt;
        std::size_t begin = last - 1;
        // Ａ、Ｂの18項目: a list of ratings goes on over its commas.
        const auto ends = [&](std::size_t here) {
            if (tokens_[here].sort == Sort::end || counts(here)) return true;
            return tokens_[here].sort == Sort::comma && (here == 0 || tokens_[here - 1].sort != Sort::rating);
        };
        while (begin > 0 && !ends(begin - 1)) --begin;
        // 前年度に未達成であった｜10項目
        const bool earlier = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                                         tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                         [&](const Token& t) { return t.sort == Sort::year && t.year != year(); });
        if (modifies && earlier) return std::nullopt;
        return conditions_.read(begin, end, !parts_.empty());
    }

    /// 目標未達の２項目は、出生数と…: what is named, or has a mean, tells whether KPIs are counted.
    std::optional<bool> set_of_names() const {
        std::optional<bool> set;
        bool counted = false;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const Token& token = tokens_[at];
            counted = counted || (token.sort == Sort::figure && token.figure.unit == "項目");
            if (counted && token.sort == Sort::comma && ends_clause(tokens_, at)) break;
            if (token.property == Property::mean) return false;
            if (token.sort != Sort::name || !token.whole_name || token.subjects.size() != 1) continue;
            if (token.subjects[0].kind != Subject::Kind::indicator) continue;
            const input::Indicator& indicator = *assessment_.indicators[token.subjects[0].index].source;
            const bool headline = indicator.kind == input::IndicatorKind::headline_target;
            if (set && *set != headline) return std::nullopt;
            set = headline;
        }
        return set;
    }

    bool counts(std::size_t at) const { return tokens_[at].sort == Sort::figure && is_count(at); }

    std::optional<Condition> condition_behind(std::size_t at) const {
        // 22項目（48.9％）が: the share in brackets is no condition.
        const bool share = words_.token(at + 1).sort == Sort::open && words_.token(at + 2).sort == Sort::figure;
        const std::size_t begin = at + (share ? 3 : 1);
        std::size_t end = begin;
        while (end < tokens_.size() && tokens_[end].sort != Sort::end && !counts(end) && !ends_statement(tokens_, end))
            ++end;
        // 13項目で、評価できなかった｜項目はない: what there is none of is told by itself.
        for (std::size_t next = begin; next < end; ++next) {
            if (tokens_[next].sort != Sort::set || !words_.says_none(next)) continue;
            end = next;
            while (end > begin && tokens_[end].sort != Sort::comma) --end;
        }
        // 内訳は、「順調」22項目, 11項目で、「順調」が４: what stands right before the next count is counted by that
        // one.
        std::size_t last = end;
        const auto leans = [](const Token& t) {
            return t.sort == Sort::close || t.property == Property::rating || t.text == U"が" || t.text == U"は";
        };
        while (last > begin && leans(tokens_[last - 1])) --last;
        if (end < tokens_.size() && counts(end) && last > begin && tokens_[last - 1].sort == Sort::rating)
            return std::nullopt;
        const std::size_t from = words_.token(begin).begin;
        const std::u32string_view rest =
            std::u32string_view(sentence_.letters).substr(from, words_.token(end).begin - from);
        if (rest.find(U"わけでは") != std::u32string_view::npos || rest.find(U"とは限ら") != std::u32string_view::npos)
            return std::nullopt;
        return conditions_.read(begin, end, !parts_.empty());
    }

    std::size_t typed_in_all() const {
        std::size_t sum = 0;
        for (const Part& part : parts_) sum += part.typed;
        return sum;
    }

    /// 全てのKPIが目標を達成した: no figure stands behind.
    void on_all(std::size_t at);
    void mark(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) taken_[at] = true;
    }

    /// 半数を超えるKPIが, KPIの過半数で, 半数に満たない.
    void on_half(std::size_t at);
    /// 100.0%が4項目、80.0%超が1項目と、前年度と同様: the same counts a year before.
    void on_same(std::size_t at);
    void on_as_many(std::size_t at);
    void on_same_share(std::size_t at);
    const evaluate::Assessment& assessment_;
    const Sentence& sentence_;
    const std::vector<Token>& tokens_;
    CountWords words_;
    Context& context_;
    std::vector<bool>& taken_;
    ConditionReader conditions_;
    Subject scope_;
    bool known_ = true;
    bool has_set_ = false;
    bool scope_before_ = false, set_before_ = false;  ///< named in a clause that has ended
    std::optional<bool> set_;                         ///< whether 数値目標 was spoken of last
    std::vector<Part> parts_;
    bool behind_ = false;    ///< the conditions of this sentence stand behind their counts
    bool numbered_ = false;  ///< 45の指標のうち: so are those that are told of
    bool subset_ = false;    ///< what follows counts among some only
    std::optional<std::size_t> last_total_;
    std::optional<Condition> topic_;     ///< what the sentence counted last
    std::optional<Condition> share_of_;  ///< what it told the share of
    std::optional<std::size_t> sum_;     ///< what it told of some of them together
    std::vector<base::Year> years_;      ///< that a count may be of
    bool others_ = false;                ///< 残る３項目: of some only
    bool by_goals_ = false;              ///< what was counted is told goal by goal
    std::vector<Claim> claims_;
};

}  // namespace check
