// Claims on how many indicators: KPI45項目のうち22項目が目標を達成した.
#include "base/year.h"
#include "check/counter.h"
#include "check/letters.h"

namespace check {

namespace {

using base::Ratio;
using base::Year;
using evaluate::Assessment;
using evaluate::Result;

constexpr Letters other_words[] = {U"残る", U"残りの", U"その他の", U"ほかの", U"他の"};

}  // namespace

bool Counter::is_count(std::size_t at) const {
    const Token& token = tokens_[at];
    const std::string& unit = token.figure.unit;
    if (token.figure.step != Ratio(1) || token.figure.value.sign() < 0) return false;
    const bool of = words_.text_at(token.end, U"の");
    const Token& behind_it = words_.token(at + 1);
    const Sort behind = words_.token(at + 2).sort;
    if (of && behind == Sort::set)
        return unit.empty() || unit == "項目" || unit == "つ" || unit == "件" || unit == "指標" || unit == "個";
    // Ｂ評価は四つ, ◎が６, 「順調」が４
    const std::size_t owner = at > 2 && tokens_[at - 2].sort == Sort::close ? at - 3 : at - 2;
    const bool rated = at > 1 && tokens_[at - 1].sort == Sort::particle &&
                       (tokens_[owner].sort == Sort::rating || tokens_[owner].property == Property::rating);
    // But Ａ～Ｄの４段階 counts the ratings themselves.
    // 「順調」５、「おおむね順調」７
    const bool quoted = at > 1 && tokens_[at - 1].sort == Sort::close && tokens_[at - 2].sort == Sort::rating;
    // ２項目からゼロに
    const bool none_now = unit.empty() && token.figure.value.is_zero() && at > 1 && tokens_[at - 1].text == U"から" &&
                          tokens_[at - 2].sort == Sort::figure && counts(at - 2);
    if (none_now) return true;
    // 45の指標のうち22が
    const bool of_numbers = (numbered_ && (behind_it.text == U"が" || behind_it.text == U"は")) ||
                            (words_.numbers_before(at) && behind_it.sort == Sort::particle);
    const bool bare = unit.empty() && ((rated && tokens_[at - 1].text != U"の" && behind_it.sort != Sort::noun) ||
                                       (quoted && behind_it.sort != Sort::noun) || of_numbers);
    if (unit != "項目" && unit != "つ" && unit != "指標" && !bare) return false;
    if (of && !words_.text_at(token.end, U"のうち") && !words_.text_at(token.end, U"の中") &&
        !words_.text_at(token.end, U"のなか") && !words_.text_at(token.end, U"の内訳") && behind == Sort::noun)
        return false;
    if (words_.text_at(token.end, U"の基本目標")) return false;
    // 実施率、除却件数の三つ
    const std::size_t named = at > 2 && tokens_[at - 2].sort == Sort::close ? at - 3 : at - 2;
    if (unit == "つ" && at > 2 && tokens_[at - 1].text == U"の" && tokens_[named].sort == Sort::name) return true;
    return has_set_ || ((unit != "つ" || rated) && known_);
}

bool Counter::on_plan(std::size_t at) {
    if (!words_.text_at(tokens_[at].end, U"の基本目標") || tokens_[at].figure.step != Ratio(1)) return false;
    const auto goals = static_cast<std::int64_t>(assessment_.inputs->strategy.goals.size());
    taken_[at] = true;
    Claim claim = claim_at(at);
    claim.about = "基本目標の数";
    claim.truth = std::to_string(goals);
    // 二つの基本目標で: some of them.
    const bool all = words_.text_at(tokens_[at].end, U"の基本目標を掲げ") || tokens_[at].figure.value > Ratio(goals);
    const bool same = tokens_[at].figure.value == Ratio(goals);
    claim.verdict = same ? Verdict::tied : all ? Verdict::contradicted : Verdict::left;
    claims_.push_back(claim);
    return true;
}

/// ５項目は全てＡ評価となった: no fewer can be.
void Counter::on_all_of(std::size_t at, std::size_t typed) {
    const auto condition = condition_behind(at);
    if (!condition) return;
    Claim claim = claim_at(at);
    claim.figure = false;
    claim.typed += "全て";
    weigh(claim, subjects(at), *condition, [typed](std::size_t count) { return count >= typed; });
    claims_.push_back(claim);
}

/// 前年度は、「順調」が９項目、…: the year that the words before tell of; where more than a list stands between, this
/// one may be meant as well.
std::vector<Year> Counter::years_told(std::size_t at) const {
    bool list = true;
    for (std::size_t last = at; last-- > 0;) {
        const Token& token = tokens_[last];
        if (token.sort == Sort::end || (token.sort == Sort::comma && last > 0 && tokens_[last - 1].text == U"が"))
            break;
        // 前年度に目標を達成したKPIは
        const bool topic = words_.text_at(token.end, U"は") || words_.text_at(token.end, U"に") ||
                           words_.text_at(token.end, U"では") || words_.text_at(token.end, U"においては");
        // 前年度の「順調」は
        const Sort owned = words_.token(last + 2).sort;
        const bool owns = words_.text_at(token.end, U"の") && (owned == Sort::open || owned == Sort::rating);
        if (token.sort == Sort::year && (topic || owns)) {
            if (token.year >= year()) break;
            if (token.year < assessment_.inputs->strategy.first_year) return {};
            return list ? std::vector<Year>{token.year} : std::vector<Year>{token.year, year()};
        }
        list = list && (token.sort == Sort::rating || token.sort == Sort::particle || token.sort == Sort::comma ||
                        token.sort == Sort::each || token.sort == Sort::set || token.sort == Sort::figure ||
                        is_bracket(token) || token.property == Property::rating);
    }
    return {year()};
}

void Counter::on_count(std::size_t at) {
    years_ = years_told(at);
    // ４項目全てが達成だった｜前年度の
    for (std::size_t next = at + 1; next < std::min(at + 9, tokens_.size()) && tokens_[next].sort != Sort::comma;
         ++next) {
        const bool described = tokens_[next].sort == Sort::year && sentence_.letters[tokens_[next].begin - 1] == U'た';
        const bool known = tokens_[next].year >= assessment_.inputs->strategy.first_year;
        if (described && known && tokens_[next].year < year()) years_ = {tokens_[next].year};
    }
    others_ = std::any_of(std::begin(other_words), std::end(other_words),
                          [&](Letters word) { return stands_before(sentence_.letters, tokens_[at].begin, word); });
    weigh_count(at);
    years_ = {year()};
}

void Counter::weigh_count(std::size_t at) {
    const std::int64_t number = tokens_[at].figure.value.thousandths() / 1000;
    const auto typed = not_one(at) ? std::size_t{0} : static_cast<std::size_t>(number);
    if (words_.is_total(at)) {
        if (on_subset(at)) return;
        last_total_ = at;
        numbered_ = numbered_ || tokens_[at].figure.unit.empty();
        return on_total(at, typed);
    }
    if (subset_) {
        taken_[at] = true;
        return claims_.push_back(claim_at(at));
    }
    // 全19項目の｜57.9％: all of which it is the share.
    const std::size_t share = at + (words_.token(at + 2).sort == Sort::figure ? 2 : 3);
    if (words_.text_at(tokens_[at].end, U"の") && words_.token(share).sort == Sort::figure &&
        (is_percent(words_.token(share).figure.unit) || words_.token(share).figure.unit == "割") && !parts_.empty())
        return on_total(at, typed);
    if (on_sum(at, typed) || on_described(at) || on_left_out(at) || on_count_beside_last_year(at, typed) ||
        on_each_rating(at) || on_named(at) || on_each_part(at) || on_part_of_goal(at) || on_years_alike(at) ||
        on_years_listed(at))
        return;
    // 22項目が「順調」、３項目が「遅れ」: once they stand behind, they do so to the end.
    std::optional<Condition> condition = behind_ ? condition_behind(at) : std::nullopt;
    if (!condition) condition = condition_before(at);
    // 前年度と同じ｜２項目
    const bool as_before = at > 2 && tokens_[at - 1].sort == Sort::same && tokens_[at - 2].text == U"と" &&
                           tokens_[at - 3].sort == Sort::year;
    if (!condition && as_before) {
        condition = condition_before(at - 3);
        taken_[at - 1] = condition.has_value();
    }
    // 目標を達成したのは45項目中22項目
    if (!condition && last_total_) condition = condition_before(*last_total_);
    // 前年度の６項目から１項目減って｜５項目となり
    // But 令和６年度は｜10項目のKPI全てを評価し: all there are.
    const bool of_set = words_.text_at(tokens_[at].end, U"の") && words_.token(at + 2).sort == Sort::set;
    const bool of_this_year = at > 1 && tokens_[at - 2].sort == Sort::year && tokens_[at - 2].year == year() && !of_set;
    if (!condition && topic_ && at > 0 && (is_after_change(at) || of_this_year || (at > 1 && goes_on_to_count(at - 2))))
        condition = topic_;
    last_total_.reset();
    // KPI６項目は全て…, 22項目を評価した: all there are.
    // 数値目標８項目の達成率は、…: so is what the sentence then tells of.
    const std::size_t of = words_.token(at + 2).end;  // 19項目のKPIについて
    const bool about = words_.text_at(tokens_[at].end, U"の") && words_.token(at + 2).sort == Sort::set &&
                       (words_.text_at(of, U"について") || words_.text_at(of, U"を") || words_.text_at(of, U"に係る") ||
                        words_.text_at(of, U"に関する"));
    static constexpr Letters set_words[] = {U"を設定", U"を掲げ", U"を設け", U"を定め", U"を評価", U"のKPIを評価"};
    const bool set_up = std::any_of(std::begin(set_words), std::end(set_words),
                                    [&](Letters word) { return words_.text_at(tokens_[at].end, word); });
    const bool topic = about || set_up ||
                       (words_.set_before(at) && words_.text_at(tokens_[at].end, U"の") &&
                        words_.token(at + 2).sort == Sort::property && words_.text_at(words_.token(at + 2).end, U"は"));
    const bool all = topic || words_.text_at(tokens_[at].end, U"は全て") ||
                     words_.text_at(tokens_[at].end, U"は、全て") || words_.text_at(tokens_[at].end, U"はいずれも") ||
                     words_.text_at(tokens_[at].end, U"全て") || words_.text_at(tokens_[at].end, U"の全て");
    const bool divided = words_.text_at(tokens_[at].end, U"の内訳");
    if (!condition && !all && !divided) {
        condition = condition_behind(at);
        behind_ = condition.has_value();
    }
    if (!condition && on_others(at, typed)) return;
    if (!condition) {
        on_total(at, typed);
        if (all && !topic) on_all_of(at, typed);
        return;
    }
    taken_[at] = true;
    const std::vector<Subject> counted = subjects(at);
    Claim claim = claim_at(at);
    claim.kind = condition->words.find("％") != std::string::npos ? ClaimKind::threshold : ClaimKind::count;
    weigh(claim, counted, *condition, as_typed(at));
    check_zero(claim, typed);
    claims_.push_back(claim);
    parts_.push_back({at, *condition, counted, typed, claims_.size() - 1});
    topic_ = condition;
    if (words_.token(at + 1).sort == Sort::open && words_.token(at + 2).sort == Sort::figure &&
        words_.token(at + 2).figure.unit == "％")
        read_share(at + 2);
}

std::optional<Year> Counter::year_of_count(std::size_t at) const {
    // 前年度の６項目; where what is counted was said before, 令和４年度が15項目, 令和４年度15項目
    // 前年度に１項目あった「遅れ」
    const bool there_were = at > 1 && tokens_[at - 1].text == U"に" && words_.text_at(tokens_[at].end, U"あっ");
    // ２項目から、令和３年度に｜５項目
    const bool came_to = topic_ && at > 4 && tokens_[at - 1].text == U"に" && tokens_[at - 3].text == U"から" &&
                         tokens_[at - 4].sort == Sort::figure && counts(at - 4);
    const bool told = at > 1 && (tokens_[at - 1].text == U"の" || there_were || came_to ||
                                 (topic_ && (tokens_[at - 1].text == U"が" || tokens_[at - 1].text == U"は")));
    const bool right_behind = at > 0 && topic_ && tokens_[at - 1].sort == Sort::year;
    if (!right_behind && !(told && tokens_[at - 2].sort == Sort::year)) return std::nullopt;
    const Year then = tokens_[at - (right_behind ? 1 : 2)].year;
    return then < assessment_.inputs->strategy.first_year || then >= year() ? std::nullopt : std::optional(then);
}

/// ３項目から｜０項目となった
bool Counter::goes_on_to_count(std::size_t at) const {
    const Token& next = words_.token(at + 2);
    return at + 2 < tokens_.size() && words_.token(at + 1).text == U"から" && next.sort == Sort::figure &&
           (next.figure.unit == tokens_[at].figure.unit || next.figure.value.is_zero()) && counts(at + 2);
}

bool Counter::on_count_beside_last_year(std::size_t at, std::size_t typed) {
    std::optional<Year> then = year_of_count(at);
    bool of_own = false;
    if (then && words_.text_at(tokens_[at].end, U"あっ")) topic_ = condition_behind(at);
    if (goes_on_to_count(at)) {
        if (const auto own = condition_before(then && at > 1 ? at - 2 : at)) topic_ = own, of_own = true;
        if (!then) then = Year{year().western - 1};
    }
    std::size_t next = at + 1;
    while (words_.token(next).text == U"の" || words_.token(next).text == U"も") ++next;
    const Token& verb = words_.token(next);
    const bool more = verb.sort == Sort::up || verb.sort == Sort::more;
    const bool moved = (more || verb.sort == Sort::down || verb.sort == Sort::fewer) && verb.said && !verb.negated;
    // 「やや遅れ」は前年度の６項目から: what is counted stands before the year.
    if (then && !topic_) topic_ = condition_before(at - 2);
    // 「順調」が２項目減少: what stands right before it, not what was counted before.
    if (moved) {
        if (const auto own = condition_before(at)) topic_ = own, of_own = true;
    }
    // 目標を達成したKPIは、｜前年度から２項目増えて
    if (moved && at > 1 && tokens_[at - 2].sort == Sort::year &&
        (tokens_[at - 1].text == U"から" || tokens_[at - 1].text == U"より")) {
        if (const auto own = condition_before(at - 2)) topic_ = own, of_own = true;
    }
    if ((!then && !moved) || !topic_) return false;
    taken_[at] = true;
    if (moved) taken_[next] = true;
    Claim claim = claim_at(at);
    if (moved) claim.typed += more ? "増" : "減";
    const Year before{then.value_or(Year{year().western - 1})};
    const auto signed_change = static_cast<std::int64_t>(typed) * (moved && !more ? -1 : 1);
    const std::vector<Subject> counted = parts_.empty() || of_own ? subjects(at) : parts_.back().subjects;
    for (const Subject& subject : counted) {
        for (const Holds& holds : topic_->readings) {
            const auto now = static_cast<std::int64_t>(count_of(assessment_, subject, year(), holds));
            const auto past = static_cast<std::int64_t>(count_of(assessment_, subject, before, holds));
            const bool fits = moved ? now - past == signed_change : past == signed_change;
            if (!claim.about.empty() && !fits) continue;
            claim.about = name_of(assessment_, subject) + "のうち" + topic_->words;
            claim.truth = std::to_string(past) + "項目（" + base::short_year(assessment_.inputs->eras, before) + "）";
            if (moved) claim.truth += " → " + std::to_string(now) + "項目";
            if (fits) claim.verdict = Verdict::tied;
        }
        if (claim.verdict == Verdict::tied) break;
    }
    const bool reached = before >= assessment_.inputs->strategy.first_year;
    if (claim.verdict != Verdict::tied && known_ && reached && !claim.inserted &&
        (counted.size() == 1 || topic_->rated))
        claim.verdict = Verdict::contradicted;
    claims_.push_back(claim);
    return true;
}

void Counter::check_zero(Claim& claim, std::size_t typed) const {
    if (!claim.inserted || typed != 0 || claim.verdict != Verdict::tied) return;
    const Letters behind = Letters(sentence_.letters).substr(std::min(claim.end, sentence_.letters.size()));
    if (behind.starts_with(U"で") && !behind.starts_with(U"であ") && !behind.starts_with(U"です") &&
        !behind.starts_with(U"でし")) {
        claim.nothing = true;
    }
    if (behind.starts_with(U"が") || behind.starts_with(U"と、") || behind.starts_with(U"に") ||
        behind.starts_with(U"を")) {
        claim.nothing = true;
    }
    if (claim.nothing) claim.verdict = Verdict::contradicted;
}

void Counter::on_total(std::size_t at, std::size_t typed) {
    taken_[at] = true;
    Claim claim = claim_at(at);
    const std::vector<Subject> counted = subjects(at);
    const std::size_t begin = words_.clause_begin(at);
    const Letters clause = Letters(sentence_.letters).substr(begin, tokens_[at].begin - begin);
    const auto says = [&](std::initializer_list<Letters> words) {
        return std::any_of(words.begin(), words.end(), [&](Letters w) { return clause.find(w) != Letters::npos; });
    };
    const bool of_measured = says({U"実績値を得", U"実績値が得", U"実績値のあ", U"実績値があ", U"評価した", U"評価対象",
                                   U"評価の対象", U"測定でき", U"評価でき", U"把握でき", U"値があ", U"値のあ"}) &&
                             !says({U"ない", U"なか", U"ず"});
    // …を除く22項目を評価した
    const bool says_evaluated = words_.text_at(tokens_[at].end, U"を評価し") ||
                                words_.text_at(tokens_[at].end, U"を評価の対象") ||
                                words_.text_at(tokens_[at].end, U"を評価対象");
    for (const Subject& subject : counted) {
        const std::size_t all = total(subject);
        const std::size_t some =
            count_of(assessment_, subject, year(), [](const Result& r, const auto&) { return is_measured(r); });
        const std::size_t rated = evaluated(subject);
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
    // 評価した10項目のうち: as many as neither set has, nor both together.
    const auto together = [&](auto&& count) {
        std::size_t sum = 0;
        for (const Subject& subject : counted) sum += count(subject);
        return sum == typed;
    };
    const bool of_no_set =
        of_measured && words_.is_total(at) && !together([&](const Subject& each) { return evaluated(each); }) &&
        !together([&](const Subject& each) {
            return count_of(assessment_, each, year(), [](const Result& r, const auto&) { return is_measured(r); });
        }) &&
        std::none_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                     [&](const Token& t) { return t.sort == Sort::year && t.year != year(); });
    // Without 「のうち」 the number may be of anything.
    const bool of_mean = of_measured && words_.text_at(tokens_[at].end, U"の達成率");
    const bool said = of_mean || words_.is_total(at) || words_.is_whole(at) || words_.set_before(at) || says_evaluated;
    if (claim.verdict != Verdict::tied && said && known_ && (counted.size() == 1 || of_no_set) && !claim.inserted)
        claim.verdict = Verdict::contradicted;
    if (claim.inserted) claim.verdict = Verdict::tied;
    claims_.push_back(claim);
}

void Counter::settle_set() {
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
        // All but one fit, or together they are as many as are rated: of no other set.
        const bool fits_all = typed_in_all() == evaluated(subject) && others.size() < parts_.size();
        if (others.empty() || (others.size() != 1 && !fits_all)) continue;
        bool settled = false;
        for (const std::size_t other : others) {
            const Part& part = parts_[other];
            Claim& claim = claims_[part.claim];
            if (claim.verdict != Verdict::left) continue;
            claim.verdict = Verdict::contradicted;
            tell(claim, subject, part.condition, count_of(assessment_, subject, year(), part.condition.readings[0]));
            settled = true;
        }
        if (settled) return;
    }
}

std::vector<Claim> read_counts(const Assessment& assessment, const Sentence& sentence, const std::vector<Token>& tokens,
                               Context& context, std::vector<bool>& taken) {
    return Counter(assessment, sentence, tokens, context, taken).run();
}

}  // namespace check
