// Claims on how many indicators: KPI45項目のうち22項目が目標を達成した, 全てのKPIで, 半数を超える.
#include <algorithm>

#include "check/conditions.h"
#include "check/count_words.h"
#include "check/reader.h"

namespace check {

namespace {

using base::Ratio;
using base::Year;
using evaluate::Assessment;
using evaluate::Result;
using Letters = std::u32string_view;

class Counter {
   public:
    Counter(const Assessment& assessment, const Sentence& sentence, const std::vector<Token>& tokens,
            const Context& context, std::vector<bool>& taken)
        : assessment_(assessment),
          sentence_(sentence),
          tokens_(tokens),
          words_{sentence, tokens},
          context_(context),
          taken_(taken),
          conditions_(assessment, sentence, tokens, taken) {}

    std::vector<Claim> run() {
        scope_ = context_.scope;
        known_ = context_.scope_known;
        has_set_ = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) {
            return t.sort == Sort::set && t.text != U"指標" && t.text != U"項目";
        });
        for (std::size_t at = 0; at < tokens_.size(); ++at) step(at);
        settle_set();
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
    void settle_set() {
        if (parts_.size() < 3 || !known_) return;
        for (const Subject& subject : parts_[0].subjects) {
            std::vector<std::size_t> others;
            for (std::size_t at = 0; at < parts_.size(); ++at) {
                const auto& list = parts_[at].subjects;
                const bool here = std::find(list.begin(), list.end(), subject) != list.end();
                const auto& readings = parts_[at].condition.readings;
                const bool fits = here && std::any_of(readings.begin(), readings.end(), [&](const Holds& holds) {
                                      return count_of(assessment_, subject, year(), holds) == parts_[at].typed;
                                  });
                if (!fits) others.push_back(at);
            }
            if (others.size() != 1 || claims_[parts_[others[0]].claim].verdict != Verdict::left) continue;
            Claim& claim = claims_[parts_[others[0]].claim];
            const Part& part = parts_[others[0]];
            const std::size_t count = count_of(assessment_, subject, year(), part.condition.readings[0]);
            claim.verdict = Verdict::contradicted;
            claim.about = name_of(assessment_, subject) + "のうち" + part.condition.words;
            claim.truth = std::to_string(count) + "項目";
            return;
        }
    }

    void step(std::size_t at) {
        const Token& token = tokens_[at];
        if (token.sort == Sort::goal) scope_ = token.subjects[0], known_ = true;
        if (token.sort == Sort::whole) scope_ = {}, known_ = true;
        if (token.sort == Sort::set && token.text != U"指標" && token.text != U"項目") set_ = token.headline;
        if (token.sort == Sort::figure && on_plan(at)) return;
        if (token.sort == Sort::figure && is_count(at)) return on_count(at);
        if (token.sort == Sort::all || (token.sort == Sort::each && token.text != U"それぞれ")) return on_all(at);
        if (token.sort == Sort::half) return on_half(at);
        if (token.sort == Sort::rating) return on_none(at);
        if (token.sort == Sort::only) return on_only(at);
        if (token.sort == Sort::same && token.text == U"同様") return on_same(at);
    }

    /// 四つの基本目標: the parts of the plan itself.
    bool on_plan(std::size_t at) {
        if (!words_.text_at(tokens_[at].end, U"の基本目標") || tokens_[at].figure.step != Ratio(1)) return false;
        const auto goals = static_cast<std::int64_t>(assessment_.inputs->strategy.goals.size());
        taken_[at] = true;
        Claim claim = claim_at(at);
        claim.about = "基本目標の数";
        claim.truth = std::to_string(goals);
        // 二つの基本目標で: some of them.
        const bool all =
            words_.text_at(tokens_[at].end, U"の基本目標を掲げ") || tokens_[at].figure.value > Ratio(goals);
        const bool same = tokens_[at].figure.value == Ratio(goals);
        claim.verdict = same ? Verdict::tied : all ? Verdict::contradicted : Verdict::left;
        claims_.push_back(claim);
        return true;
    }

    /// 8項目, 八つ, 9件のKPI; but 四つの視点 and 二つの公園 count other things.
    bool is_count(std::size_t at) const {
        const Token& token = tokens_[at];
        const std::string& unit = token.figure.unit;
        if (token.figure.step != Ratio(1) || token.figure.value.sign() < 0) return false;
        const bool of = words_.text_at(token.end, U"の");
        const Sort behind = words_.token(at + 2).sort;
        if (of && behind == Sort::set)
            return unit.empty() || unit == "項目" || unit == "つ" || unit == "件" || unit == "指標" || unit == "個";
        if (unit != "項目" && unit != "つ" && unit != "指標") return false;
        if (of && !words_.text_at(token.end, U"のうち") && !words_.text_at(token.end, U"の中") &&
            !words_.text_at(token.end, U"のなか") && behind == Sort::noun)
            return false;
        if (words_.text_at(token.end, U"の基本目標")) return false;
        // Ｂ評価は四つ
        const bool rated = at > 1 && tokens_[at - 1].sort == Sort::particle &&
                           (tokens_[at - 2].sort == Sort::rating || tokens_[at - 2].property == Property::rating);
        return has_set_ || ((unit != "つ" || rated) && known_);
    }

    /// Ｄ評価のKPIはない.
    void on_none(std::size_t at) {
        std::size_t next = at + 1;
        while (words_.token(next).sort == Sort::close || words_.token(next).property == Property::rating ||
               words_.token(next).text == U"の" || words_.token(next).text == U"と" ||
               words_.token(next).text == U"された" || words_.token(next).text == U"した")
            ++next;
        if (words_.token(next).sort != Sort::set && words_.token(next).text != U"もの") return;
        const std::size_t end = words_.token(next).end;
        const bool none = words_.text_at(end, U"はない") || words_.text_at(end, U"はなか") ||
                          words_.text_at(end, U"はなく") || words_.text_at(end, U"はあります") ||
                          words_.text_at(end, U"はありま");
        if (!none || !known_) return;
        const auto condition = conditions_.read(at, next, false);
        if (!condition) return;
        Subject subject = scope_;
        subject.headline = words_.token(next).headline;
        Claim claim = claim_at(at);
        claim.typed = "なし";
        weigh(claim, {subject}, *condition, [](std::size_t count) { return count == 0; });
        taken_[at] = true;
        claims_.push_back(claim);
    }

    /// KPIのうち、市債残高のみが目標を達成した: as many as are named.
    void on_only(std::size_t at) {
        if (!has_set_ || !known_ || !words_.text_at(tokens_[at].end, U"が")) return;
        std::size_t names = 0;
        for (std::size_t last = at; last-- > 0;) {
            if (tokens_[last].sort == Sort::name) ++names;
            const bool joins = tokens_[last].sort == Sort::name || tokens_[last].sort == Sort::open ||
                               tokens_[last].sort == Sort::close || tokens_[last].text == U"と" ||
                               tokens_[last].text == U"及び" || tokens_[last].text == U"の";
            if (!joins) break;
        }
        const auto condition = names == 0 ? std::nullopt : condition_behind(at);
        const std::vector<Subject> counted = subjects(at);
        if (!condition || counted.size() != 1) return;
        Claim claim = claim_at(at);
        claim.typed = "のみ";
        weigh(claim, counted, *condition, [names](std::size_t count) { return count == names; });
        claims_.push_back(claim);
    }

    std::vector<Subject> subjects(std::size_t at) const {
        // 9項目のKPI: the set may stand behind.
        std::optional<bool> set = set_;
        if (words_.text_at(tokens_[at].end, U"の") && words_.token(at + 2).sort == Sort::set) {
            const Token& behind = words_.token(at + 2);
            if (behind.text != U"指標" && behind.text != U"項目") set = behind.headline;
        }
        std::vector<Subject> list;
        for (const bool headline : {false, true}) {
            if (set && *set != headline) continue;
            Subject subject = scope_;
            subject.headline = headline;
            if (headline && (scope_.kind == Subject::Kind::measure || scope_.kind == Subject::Kind::initiative))
                continue;
            list.push_back(subject);
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

    Year year() const { return assessment_.inputs->evaluated_year; }

    void on_count(std::size_t at) {
        const auto typed = static_cast<std::size_t>(tokens_[at].figure.value.thousandths() / 1000);
        if (words_.is_total(at)) {
            last_total_ = at;
            return on_total(at, typed);
        }
        // 22項目が「順調」、３項目が「遅れ」: once they stand behind, they do so to the end.
        std::optional<Condition> condition = behind_ ? condition_behind(at) : std::nullopt;
        if (!condition) condition = condition_before(at);
        // 目標を達成したのは45項目中22項目
        if (!condition && last_total_) condition = condition_before(*last_total_);
        last_total_.reset();
        // KPI６項目は全て…, 22項目を評価した: all there are.
        const bool all = words_.text_at(tokens_[at].end, U"は全て") || words_.text_at(tokens_[at].end, U"は、全て") ||
                         words_.text_at(tokens_[at].end, U"はいずれも") || words_.text_at(tokens_[at].end, U"全て");
        if (!condition && !all) {
            condition = condition_behind(at);
            behind_ = condition.has_value();
        }
        if (!condition) return on_total(at, typed);
        taken_[at] = true;
        const std::vector<Subject> counted = subjects(at);
        Claim claim = claim_at(at);
        claim.kind = condition->words.find("％") != std::string::npos ? ClaimKind::threshold : ClaimKind::count;
        weigh(claim, counted, *condition,
              [&](std::size_t count) { return agrees(tokens_[at].figure, Ratio(static_cast<std::int64_t>(count))); });
        check_zero(claim, typed);
        claims_.push_back(claim);
        parts_.push_back({at, *condition, counted, typed, claims_.size() - 1});
        read_share(at, typed);
    }

    /// 22項目（48.9％）が: the share of those evaluated, or of the number that was named.
    void read_share(std::size_t at, std::size_t typed) {
        if (words_.token(at + 1).sort != Sort::open || words_.token(at + 2).sort != Sort::figure ||
            words_.token(at + 2).figure.unit != "％")
            return;
        taken_[at + 2] = true;
        Claim claim = claim_at(at + 2);
        for (const Subject& subject : parts_.back().subjects) {
            for (const std::size_t all :
                 {count_of(assessment_, subject, year(), [](const Result&r, const auto&) { return r.evaluated(); }),
                  count_of(assessment_, subject, year(), [](const Result&, const auto&) { return true; })}) {
                if (all == 0) continue;
                const Ratio share =
                    Ratio(static_cast<std::int64_t>(typed * 100)) / Ratio(static_cast<std::int64_t>(all));
                const bool fits = agrees(words_.token(at + 2).figure, share);
                if (claim.about.empty() || fits) {
                    claim.about = name_of(assessment_, subject) + "のうちの割合";
                    claim.truth =
                        typed_text({Ratio(share.rounded(1)), Ratio(1) / Ratio(10), "％", Bound::exact, false, 0, 0});
                }
                if (fits) claim.verdict = Verdict::tied;
                if (fits) break;
            }
        }
        const bool sure = known_ && parts_.back().subjects.size() == 1;
        if (claim.verdict != Verdict::tied && sure) claim.verdict = Verdict::contradicted;
        claims_.push_back(claim);
    }

    /// A placeholder that printed 0項目: the words around it were written for another count.
    void check_zero(Claim& claim, std::size_t typed) const {
        if (!claim.inserted || typed != 0 || claim.verdict != Verdict::tied) return;
        const Letters behind = Letters(sentence_.letters).substr(std::min(claim.end, sentence_.letters.size()));
        if (behind.starts_with(U"で") && !behind.starts_with(U"であ") && !behind.starts_with(U"です")) {
            claim.nothing = true;
        }
        if (behind.starts_with(U"が") || behind.starts_with(U"と、") || behind.starts_with(U"に") ||
            behind.starts_with(U"を")) {
            claim.nothing = true;
        }
        if (claim.nothing) claim.verdict = Verdict::contradicted;
    }

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

    template <typename Fits>
    void weigh(Claim& claim, const std::vector<Subject>& counted, const Condition& condition, Fits fits) const {
        for (const Subject& subject : counted) {
            for (const Holds& holds : condition.readings) {
                const std::size_t count = count_of(assessment_, subject, year(), holds);
                if (claim.about.empty()) {
                    claim.about = name_of(assessment_, subject) + "のうち" + condition.words;
                    claim.truth = std::to_string(count) + "項目";
                }
                if (!fits(count)) continue;
                claim.verdict = Verdict::tied;
                claim.about = name_of(assessment_, subject) + "のうち" + condition.words;
                claim.truth = std::to_string(count) + "項目";
                return;
            }
        }
        // A placeholder counts what it says; its words are another matter.
        claim.verdict = claim.inserted                  ? Verdict::tied
                        : known_ && counted.size() == 1 ? Verdict::contradicted
                                                        : Verdict::left;
    }

    void on_total(std::size_t at, std::size_t typed) {
        taken_[at] = true;
        Claim claim = claim_at(at);
        const std::vector<Subject> counted = subjects(at);
        const std::size_t begin = words_.clause_begin(at);
        const Letters clause = Letters(sentence_.letters).substr(begin, tokens_[at].begin - begin);
        const auto says = [&](std::initializer_list<Letters> words) {
            return std::any_of(words.begin(), words.end(), [&](Letters w) { return clause.find(w) != Letters::npos; });
        };
        const bool of_measured = says({U"実績値を得", U"実績値が得", U"実績値のあ", U"実績値があ", U"評価した",
                                       U"評価対象", U"評価の対象", U"測定でき", U"把握でき", U"値があ", U"値のあ"}) &&
                                 !says({U"ない", U"なか", U"ず"});
        // …を除く22項目を評価した
        const bool evaluated = words_.text_at(tokens_[at].end, U"を評価し") ||
                               words_.text_at(tokens_[at].end, U"を評価の対象") ||
                               words_.text_at(tokens_[at].end, U"を評価対象");
        for (const Subject& subject : counted) {
            const std::size_t all =
                count_of(assessment_, subject, year(), [](const Result&, const auto&) { return true; });
            const std::size_t some =
                count_of(assessment_, subject, year(), [](const Result& r, const auto&) { return is_measured(r); });
            const std::size_t rated =
                count_of(assessment_, subject, year(), [](const Result& r, const auto&) { return r.evaluated(); });
            const bool fits =
                of_measured ? typed == some || typed == rated : typed == all || typed == rated || typed == some;
            if (claim.about.empty() || fits) {
                claim.about = name_of(assessment_, subject) + (of_measured ? "のうち実績値のあるもの" : "の数");
                claim.truth = std::to_string(of_measured ? some : all) + "項目";
            }
            if (fits) claim.verdict = Verdict::tied;
            // 評価した22項目のうち: of the set that has so many.
            if (fits && !set_ && words_.is_total(at)) set_ = subject.headline;
            if (fits) break;
        }
        // Without 「のうち」 the number may be of anything.
        const bool said = words_.is_total(at) || words_.is_whole(at) || words_.set_before(at) || evaluated;
        if (claim.verdict != Verdict::tied && said && known_ && counted.size() == 1 && !claim.inserted)
            claim.verdict = Verdict::contradicted;
        if (claim.inserted) claim.verdict = Verdict::tied;
        claims_.push_back(claim);
    }

    /// The stretch of tokens before the count that could hold its condition: back to the count before.
    std::optional<Condition> condition_before(std::size_t at) const {
        std::size_t end = at;
        if (end > 0 && tokens_[end - 1].sort == Sort::comma) --end;
        const bool topic = end > 0 && tokens_[end - 1].sort == Sort::particle &&
                           (tokens_[end - 1].text == U"は" || tokens_[end - 1].text == U"が" ||
                            tokens_[end - 1].text == U"も" || tokens_[end - 1].text == U"の");
        if (topic) --end;
        std::size_t last = end;
        const auto leans = [&](const Token& t) {
            return t.sort == Sort::set || t.sort == Sort::close || t.sort == Sort::open ||
                   (t.sort == Sort::other && t.text != U"うち") || t.property == Property::rating ||
                   t.text == U"もの" || t.text == U"の" || t.text == U"と" || t.text == U"に" || t.text == U"た" ||
                   t.text == U"て";
        };
        while (last > 0 && leans(tokens_[last - 1])) --last;
        if (last == 0) return std::nullopt;
        const Token& front = tokens_[last - 1];
        const bool ends_in_condition = front.sort == Sort::rating || front.before_noun ||
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
        return conditions_.read(begin, end, !parts_.empty());
    }

    bool counts(std::size_t at) const { return tokens_[at].sort == Sort::figure && is_count(at); }

    std::optional<Condition> condition_behind(std::size_t at) const {
        // 22項目（48.9％）が: the share in brackets is no condition.
        const bool share = words_.token(at + 1).sort == Sort::open && words_.token(at + 2).sort == Sort::figure;
        const std::size_t begin = at + (share ? 3 : 1);
        std::size_t end = begin;
        while (end < tokens_.size() && tokens_[end].sort != Sort::end && !counts(end)) ++end;
        const std::size_t from = words_.token(begin).begin;
        const Letters rest = Letters(sentence_.letters).substr(from, words_.token(end).begin - from);
        if (rest.find(U"わけでは") != Letters::npos || rest.find(U"とは限ら") != Letters::npos) return std::nullopt;
        return conditions_.read(begin, end, !parts_.empty());
    }

    /// 全てのKPIが目標を達成した: no figure stands behind.
    void on_all(std::size_t at) {
        std::size_t end = at + 1;
        while (end < tokens_.size() && tokens_[end].sort != Sort::end && tokens_[end].sort != Sort::comma) ++end;
        const bool other_subject = std::any_of(
            tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.begin() + static_cast<std::ptrdiff_t>(end),
            [&](const Token& t) { return t.sort == Sort::name || t.sort == Sort::noun; });
        if (counts(at + 1) || !has_set_ || !known_ || other_subject) return;
        std::optional<bool> set = set_;
        for (std::size_t next = at + 1; next < std::min(end, at + 4); ++next) {
            if (tokens_[next].sort == Sort::set) set = tokens_[next].headline;
        }
        // The set must stand beside: 全てのKPI, KPIは全て.
        const bool beside = words_.token(at + 1).sort == Sort::set || words_.set_before_topic(at);
        if (!set || !beside) return;
        const auto condition = conditions_.read(at + 1, end, !parts_.empty());
        if (!condition) return;
        Subject subject = scope_;
        subject.headline = *set;
        const std::size_t rated =
            count_of(assessment_, subject, year(), [](const Result& r, const auto&) { return r.evaluated(); });
        Claim claim = claim_at(at);
        claim.typed = "全て";
        if (rated == 0) return;
        weigh(claim, {subject}, *condition, [&](std::size_t count) { return count >= rated; });
        if (claim.verdict == Verdict::contradicted) claim.truth = std::to_string(rated) + "項目のうち" + claim.truth;
        mark(at + 1, end);
        claims_.push_back(claim);
    }

    void mark(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) taken_[at] = true;
    }

    /// 半数を超えるKPIが, KPIの過半数で, 半数に満たない.
    void on_half(std::size_t at) {
        if (!has_set_ || !known_) return;
        const std::size_t end = tokens_[at].end;
        const bool over = tokens_[at].text == U"過半数" || words_.text_at(end, U"を超") ||
                          words_.text_at(end, U"以上") || words_.text_at(end, U"を上回");
        const bool below = words_.text_at(end, U"に満たな") || words_.text_at(end, U"未満") ||
                           words_.text_at(end, U"を下回") || words_.text_at(end, U"以下");
        // 半数が: as many as the others, give or take one.
        const bool just = !over && !below && (words_.text_at(end, U"が") || words_.text_at(end, U"の"));
        if (over == below && !just) return;
        const std::size_t after = at + (words_.text_at(end, U"を") || words_.text_at(end, U"に") ? 3 : 1);
        auto condition = condition_before(at);
        std::size_t stop = after;
        while (stop < tokens_.size() && tokens_[stop].sort != Sort::end) ++stop;
        if (!condition) condition = conditions_.read(after, stop, !parts_.empty());
        const std::vector<Subject> counted = subjects(at);
        if (!condition || counted.size() != 1) return;
        const std::size_t rated =
            count_of(assessment_, counted[0], year(), [](const Result& r, const auto&) { return r.evaluated(); });
        Claim claim = claim_at(at);
        claim.typed = just ? "半数" : over ? "半数を超える" : "半数に満たない";
        const bool or_equal = words_.text_at(end, U"以上") || words_.text_at(end, U"以下");
        weigh(claim, counted, *condition, [&](std::size_t count) {
            if (just) return count * 2 <= rated + 2 && count * 2 + 2 >= rated;
            if (count * 2 == rated) return or_equal;
            return (count * 2 > rated) == over;
        });
        if (claim.verdict == Verdict::contradicted) claim.truth = std::to_string(rated) + "項目のうち" + claim.truth;
        claims_.push_back(claim);
    }

    /// 100.0%が4項目、80.0%超が1項目と、前年度と同様: the same counts a year before.
    void on_same(std::size_t at) {
        const bool with_last = at >= 2 && tokens_[at - 1].text == U"と" && tokens_[at - 2].sort == Sort::year;
        if (!with_last || parts_.empty()) return;
        const Year then = tokens_[at - 2].year;
        if (then < assessment_.inputs->strategy.first_year || then >= year()) return;
        Claim claim = claim_at(at);
        claim.begin = tokens_[at - 2].begin;
        claim.typed = "前年度と同様";
        claim.verdict = Verdict::tied;
        for (const Part& part : parts_) {
            bool any = false, same = false;
            std::size_t before = 0;
            for (const Subject& subject : part.subjects) {
                for (const Holds& holds : part.condition.readings) {
                    if (count_of(assessment_, subject, year(), holds) != part.typed) continue;
                    any = true;
                    before = count_of(assessment_, subject, then, holds);
                    same = same || before == part.typed;
                }
            }
            if (!any || same) continue;
            claim.verdict = Verdict::contradicted;
            claim.about = name_of(assessment_, part.subjects[0]) + "のうち" + part.condition.words;
            claim.truth = std::to_string(before) + "項目（" + base::short_year(assessment_.inputs->eras, then) +
                          "） → " + std::to_string(part.typed) + "項目";
        }
        claims_.push_back(claim);
    }

    const Assessment& assessment_;
    const Sentence& sentence_;
    const std::vector<Token>& tokens_;
    CountWords words_;
    const Context& context_;
    std::vector<bool>& taken_;
    ConditionReader conditions_;
    Subject scope_;
    bool known_ = true;
    bool has_set_ = false;
    std::optional<bool> set_;  ///< whether 数値目標 was spoken of last
    std::vector<Part> parts_;
    bool behind_ = false;  ///< the conditions of this sentence stand behind their counts
    std::optional<std::size_t> last_total_;
    std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> read_counts(const Assessment& assessment, const Sentence& sentence, const std::vector<Token>& tokens,
                               const Context& context, std::vector<bool>& taken) {
    return Counter(assessment, sentence, tokens, context, taken).run();
}

}  // namespace check
