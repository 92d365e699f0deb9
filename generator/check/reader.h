// Reads the sentences of a passage from left to right: what is spoken of, of which year, against what; each figure and
// each verb that says something of it becomes a claim.
#pragma once

#include <optional>
#include <vector>

#include "check/claim.h"
#include "check/tokens.h"
#include "check/weigh.h"

namespace check {

/// What the words so far are about.
struct Frame {
    std::vector<Subject> subjects;
    bool sure = false;       ///< named in full, or shortened after a full mention
    bool continued = false;  ///< of the sentence before, as far as one can tell
    int known_by = 0;        ///< figures that were values of the one subject, whose name was cut short
    Property property = Property::none;
    bool property_leads = false;  ///< 達成率は、AがX、BがY
    std::optional<base::Year> year;
    bool year_used = false;
    bool year_once = false;   ///< 前年度の｜1,308人: of one figure only
    bool relative = false;    ///< 前年度 was said of an earlier year, or of this one: the sentence does not tell
    bool year_named = false;  ///< 令和４年度, not 前年度
    std::optional<base::Year> topic;  ///< an earlier year of the sentence: what follows may still be of it
    bool target_last = false;         ///< what was last compared with: あと２件 is what is left to the target
    std::optional<base::Year> since;  ///< 令和３年度から令和５年度にかけて: the first of them
    bool loss = false;                ///< figures are of what a balance lacks: 減少数は118人
    bool ahead = false;  ///< the subject stands behind what is said of it: 66人に届かなかった｜移住者数
    bool again = false;  ///< 前年度に引き続き: so it was the year before
    std::optional<Property> property_outside;          ///< the same of the property
    std::optional<Base> distance;                      ///< 目標との差は: figures say how far it is from there
    std::optional<std::optional<base::Year>> outside;  ///< the year outside a bracket, while inside it
    std::size_t year_at = 0;                           ///< its token
    std::optional<base::Year> aside;  ///< a year that something else was told of: what follows may be of it
    std::size_t fiscal_year = 0;      ///< token of a 令和５年度 that has not met its figure yet; 0: none
    Base from;
    bool supposed = false;  ///< 仮に: nothing of the sentence is said to be so
    bool blocked = false;   ///< something the data do not know is spoken of
    bool blocked_in_clause = false;
    bool statement_ended = false;     ///< since anything was named
    bool in_passing = false;          ///< the part of the plan was no topic: …のは基本目標３で
    bool scope_ended = false;         ///< the clause that named a part of the plan has ended
    bool foreign = false;             ///< 全国, 県 in this clause
    std::string distribution;         ///< それぞれ, いずれも
    std::size_t listed = 0;           ///< figures given out with それぞれ
    std::vector<Subject> candidates;  ///< of a name that several have: 東区で４人、西区で０人
    std::vector<Subject> named;       ///< all of the sentence so far
    std::size_t named_before = 0;     ///< how many of them before the statement that is read
    std::vector<Subject> parts;       ///< of the plan that it spoke of
    bool all_sure = true;             ///< each of them named in full
};

/// How many of a set were counted: what is left of it are the others.
struct Counted {
    Subject of;
    std::size_t all = 0, some = 0;
};

/// The headings and sentences before, within one passage.
struct Context {
    Subject scope;   ///< the goal under whose heading the text stands, or the whole
    Subject before;  ///< what it was when the sentence began
    bool scope_known = true;
    std::vector<Subject> carried;  ///< of the sentence before
    bool carried_sure = true;      ///< it spoke of nothing else
    Property carried_property = Property::none;
    std::vector<Subject> mentioned_subjects;
    std::optional<Counted> counted;  ///< in the sentence before
};

class Reader {
   public:
    Reader(const Lexicon& lexicon, const Passage& passage);

    /// The claims of the next sentence of the passage.
    std::vector<Claim> read(const Sentence& sentence);

   private:
    std::vector<Claim> read_in_context(const Sentence& sentence);
    void walk();
    void carry_on();
    void on_name(std::size_t at);
    std::vector<Subject> meant_by(const Token& token, bool& sure) const;
    void begin_statement();
    void end_description(std::size_t at);
    bool is_measured_by(std::size_t at) const;
    void on_part(std::size_t at);
    void on_set(std::size_t at);
    void on_property(std::size_t at);
    bool compares_with(std::size_t at);
    bool aims_at(std::size_t at);
    bool is_passed(std::size_t at) const;
    void on_share();
    void on_year(std::size_t at);
    bool read_bracketed_value(std::size_t at, base::Year year);
    bool read_span(std::size_t at);
    void on_noun(std::size_t at);
    bool is_other_measure(std::size_t at) const;
    void on_figure(std::size_t at);
    void on_move(std::size_t at);
    void on_reach(std::size_t at);
    void on_rating(std::size_t at);
    bool rates_its_subject(std::size_t at) const;
    bool names_indicator(std::size_t at) const;
    bool rates_counted(std::size_t at) const;
    bool modifies(std::size_t at) const;
    bool leads_on(std::size_t at) const;
    void on_status(std::size_t at);
    void on_record(std::size_t at);
    void on_bracket(std::size_t at);
    void on_loss(std::size_t at);
    void on_distance(std::size_t at);
    bool read_distance(std::size_t at);
    void end_clause(std::size_t at);
    bool sets_year(std::size_t comma) const;
    void look_ahead(std::size_t at);
    std::optional<std::size_t> described_from(std::size_t at) const;
    bool is_tail_here(const Subject& subject, const std::u32string& text) const;

    // What a figure is, and what is done with it.
    bool is_no_figure(std::size_t at) const;
    bool lasts(const Token& figure) const;
    bool read_streak(std::size_t at);
    bool read_lasting_edge(std::size_t at);
    bool read_of_years(std::size_t at);
    bool read_always(std::size_t at);
    void add_years(std::size_t at, std::size_t begin, std::size_t end, Base::Kind target, bool expected);
    void tell_year(Weighed& weighed, Question then, base::Year year, Base::Kind target, bool aimed) const;
    bool read_lasting_value(std::size_t at, std::size_t value);
    bool read_ratio(std::size_t at);
    bool read_change(std::size_t at);
    bool is_done_to(std::size_t at) const;
    bool read_over_years(std::size_t at, const Claim& claim, int span, const Movement& movement, bool sure);
    bool read_gap(std::size_t at);
    Base target_told(std::size_t at) const;
    bool is_needed(std::size_t at) const;
    void take_need(std::size_t at);
    bool is_until(std::size_t at) const;
    bool named_here(std::size_t at) const;
    bool read_extreme(std::size_t at);
    bool read_first_edge(std::size_t at);
    bool is_of_one_year(std::size_t at) const;
    void on_last_survey(std::size_t at);
    std::optional<Weighed> weigh_aim(std::size_t at, const Subject& subject) const;
    std::optional<Weighed> weigh_since(std::size_t at, const Movement& movement) const;
    bool read_series(std::size_t at);
    void read_multiple(std::size_t at, TypedFigure figure);
    void on_half(std::size_t at);
    bool read_share_of_target(std::size_t at);
    bool tell_apart(std::size_t at);
    bool is_told_as_new(std::size_t verb) const;
    bool read_threshold(std::size_t at);
    void read_value(std::size_t at);
    bool is_value_of(std::size_t at, const std::vector<Subject>& subjects);
    std::optional<Weighed> weigh_before_name(std::size_t at, bool& sure);
    void read_value_before(std::size_t at, const std::vector<Subject>& subjects, bool sure);
    void note_known(std::size_t at, const Subject& subject);
    std::optional<Weighed> earlier_value(const Subject& subject, const TypedFigure& figure);
    void compare_with_property();
    void note_base(std::size_t at);
    Weighed weigh_reading(std::size_t at, const Subject& subject, bool& sure);
    bool governed(std::size_t at) const;
    bool of_a_part(std::size_t at) const;
    bool of_each_counted(std::size_t at) const;
    bool bound(std::size_t at) const;
    bool fits_elsewhere(std::size_t at, const Subject& subject) const;
    bool says_afterwards(std::size_t at) const;
    bool was_so_then(std::size_t at) const;
    bool moves_another(std::size_t at) const;
    Base unspoken_base(std::size_t at);
    bool moved_elsewhere(const Subject& subject, const Movement& movement) const;
    bool explains_another(std::size_t at) const;
    bool owns_noun(std::size_t at) const;
    void check_fiscal(const Subject& subject);
    bool in_guard(std::size_t at) const;
    bool describes_another(std::size_t verb) const;
    bool is_counted_otherwise(std::size_t at) const;
    std::size_t verb_behind(std::size_t at) const;
    std::size_t move_behind(std::size_t at) const;
    std::optional<std::size_t> bracketed_year(std::size_t at) const;
    std::optional<std::size_t> described_year(std::size_t at) const;
    std::size_t list_size(std::size_t at) const;
    std::u32string_view clause_before(std::size_t at) const;
    int years_before(std::size_t at) const;
    bool speaks_of_another_time(std::size_t letter) const;
    std::optional<Weighed> weigh_absent(const Question& asked, const Base& from) const;
    std::optional<Weighed> weigh_balance(std::size_t at, const Question& asked) const;
    void on_each(std::size_t at);
    void on_all_goals(std::size_t at);
    std::optional<Question> inserted_question(std::size_t at) const;

    const Token& token(std::size_t at) const { return tokens_[std::min(at, tokens_.size() - 1)]; }
    bool speaks_of_rates() const;
    /// A year that what is told without one may be of, as well as of this one.
    std::optional<base::Year> other_year() const { return frame_.topic ? frame_.topic : frame_.aside; }
    bool is_particle(std::size_t at, std::initializer_list<std::u32string_view> words) const;
    bool text_at(std::size_t letter, std::u32string_view word) const;
    std::u32string_view clause_behind(std::size_t letter) const;
    std::size_t before(std::size_t at) const;  ///< the token before, brackets skipped; SIZE_MAX at the beginning
    Question question(const Subject& subject) const;
    /// The readings of a figure's year, the likeliest first.
    std::vector<Question> questions(const Subject& subject) const;
    Subject scope(bool headline) const;
    /// Not so in 基本目標１は100％を超えており、KPIの達成率平均は: of that goal, or of what the sentence began with.
    bool scope_sure() const {
        return context_.scope_known && !(frame_.scope_ended && !(context_.scope == context_.before));
    }
    void add(Claim claim, const Weighed& weighed, bool sure);
    Claim claim_at(std::size_t at) const;
    bool subject_sure() const {
        return frame_.sure && !frame_.blocked && !frame_.blocked_in_clause && !frame_.foreign && !frame_.supposed;
    }

    const Lexicon& lexicon_;
    const evaluate::Assessment& assessment_;
    const Passage& passage_;
    Subject heading_;  ///< what the passage's heading is of: a goal or the whole
    Context context_;
    const Sentence* sentence_ = nullptr;
    std::vector<Token> tokens_;
    std::vector<bool> taken_;  ///< tokens that a claim has used
    Frame frame_;
    std::vector<Subject> known_;  ///< named in short, and known by their values
    std::vector<Claim> claims_;
};

/// 減少数は118人: where what a balance lacks is told without its sign, the balance.
TypedFigure lacking(TypedFigure figure, bool loss);

/// わずかに上回った, 大幅に, 大きく: how much, or when, which changes nothing of what the verb says.
bool tells_degree(const Token& token);

/// What a verb of change says: its sign, and whether it is one of good and bad. `loss`: what grows or shrinks is the
/// size of a balance below zero.
Movement movement_of(const Token& verb, bool loss = false);

/// Claims on how many: N項目のうちM項目が目標に達した. Marks the figures it took in `taken`.
std::vector<Claim> read_counts(const evaluate::Assessment& assessment, const Sentence& sentence,
                               const std::vector<Token>& tokens, Context& context, std::vector<bool>& taken);

/// Claims of figures that the sentence itself contradicts: 61件から52件に増え. `read`: what the data told of it.
std::vector<Claim> read_pairs(const std::vector<Token>& tokens, const std::vector<Claim>& read);

/// What was left alone and follows from other figures of the sentence.
void tie_to_each_other(std::vector<Claim>& claims, const std::vector<Token>& tokens);

/// Claims on the years of the plan: 令和４年度から令和８年度まで.
std::vector<Claim> read_periods(const input::Inputs& inputs, const Sentence& sentence,
                                const std::vector<Token>& tokens);

/// 出生数は109人で、第１子が48人、第２子が41人: beside the figure that is the fact, and two against one fact, figures
/// are of its parts or of something else. So is the share in brackets behind a figure of a part.
void leave_parts(std::vector<Claim>& claims, const std::u32string& letters);

}  // namespace check
