// What sentences say over several years: records, values that last, streaks.

#include "base/utf8.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

/// Whether a year bears out a streak; nullopt where the data do not reach.
std::optional<bool> holds_in(const evaluate::Assessment& assessment, const Question& question, const Token& verb,
                             Base::Kind target, bool loss, base::Year year) {
    Question then = question;
    then.year = year;
    const bool compares = verb.sort == Sort::above || verb.sort == Sort::below;
    if (compares && target != Base::Kind::none) {
        const Weighed weighed = weigh_direction(assessment, then, {target, {}}, movement_of(verb));
        if (weighed.verdict == Verdict::left) return std::nullopt;
        return weighed.verdict == Verdict::tied;
    }
    if (verb.sort == Sort::reach) {
        const Weighed weighed = weigh_reached(assessment, then, Base::Kind::target, !verb.negated);
        if (weighed.verdict == Verdict::left) return std::nullopt;
        return weighed.verdict == Verdict::tied;
    }
    const Base before{Base::Kind::year, {year.western - 1}};
    const Weighed weighed = weigh_direction(assessment, then, before, movement_of(verb, loss));
    if (weighed.verdict == Verdict::left) return std::nullopt;
    return weighed.verdict == Verdict::tied;
}

bool is_particle_letter(Letters letters, std::size_t at) {
    constexpr Letters particles = U"はがもをにの、";
    return at < letters.size() && particles.find(letters[at]) != Letters::npos;
}

}  // namespace

/// 目標を達成した｜年度は: what is told of some years is not told of this one; 年度はない: of none of them.
bool Reader::read_of_years(std::size_t at) {
    const Token& verb = tokens_[at];
    const Letters rest = tail(sentence_->letters, verb.end);
    constexpr std::size_t ending = 5;
    std::size_t noun = Letters::npos;
    for (const Letters word : {Letters(U"た年度"), Letters(U"た年"), Letters(U"たこと")}) {
        const std::size_t found = rest.find(word);
        if (found >= ending || !is_particle_letter(rest, found + word.size())) continue;
        noun = found + word.size();
        break;
    }
    if (noun == Letters::npos) return false;
    std::size_t none = noun + 1;
    for (const Letters word : {Letters(U"、"), Letters(U"これまで"), Letters(U"まだ"), Letters(U"過去に"),
                               Letters(U"一度も"), Letters(U"1度も"), Letters(U"1年も")}) {
        if (rest.substr(none).starts_with(word)) none += word.size();
    }
    const Letters last = rest.substr(none);
    const bool never = last.starts_with(U"ない") || last.starts_with(U"なか") || last.starts_with(U"なく") ||
                       last.starts_with(U"ありませ");
    if (!never) return rest[noun - 1] != U'と';  // 達成したことは評価できる
    const bool of_target = frame_.from.kind == Base::Kind::target || frame_.from.kind == Base::Kind::final_target;
    if (frame_.subjects.size() != 1 || (!of_target && frame_.from.kind != Base::Kind::year)) return true;
    add_years(at, verb.begin, verb.end + none + 2, of_target ? frame_.from.kind : Base::Kind::none, false);
    frame_.from = {};
    return true;
}

/// 毎年度｜増加, 一貫して目標を上回って: so in each year of the plan.
bool Reader::read_always(std::size_t at) {
    const bool of_target = frame_.from.kind == Base::Kind::target || frame_.from.kind == Base::Kind::final_target;
    Letters said = Letters(sentence_->letters).substr(0, tokens_[at].begin);
    for (const Letters word : {Letters(U"目標を"), Letters(U"目標値を"), Letters(U"、"), Letters(U"着実に")}) {
        if (said.ends_with(word)) said.remove_suffix(word.size());
    }
    const bool always = said.ends_with(U"毎年度") || said.ends_with(U"毎年") || said.ends_with(U"一貫して");
    // 令和４年度から毎年: not of each year there is.
    const bool since = std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                   [](const Token& t) { return t.sort == Sort::year && t.year_named; });
    const bool known = !since && (of_target || frame_.from.kind == Base::Kind::none);
    if (!always || !known || frame_.subjects.size() != 1 || frame_.subjects[0].is_group() || !tokens_[at].said)
        return false;
    const std::size_t begin = said.rfind(said.ends_with(U"一貫して") ? U"一貫" : U"毎年");
    add_years(at, begin, tokens_[at].end, of_target ? frame_.from.kind : Base::Kind::none, true);
    frame_.from = {};
    return true;
}

/// What is told of each year of the plan so far, or of none.
void Reader::add_years(std::size_t at, std::size_t begin, std::size_t end, Base::Kind target, bool expected) {
    const Question asked = question(frame_.subjects[0]);
    const int first = assessment_.inputs->strategy.first_year.western;
    std::optional<int> broken;
    bool known = true;
    for (int year = first; year <= asked.year.western; ++year) {
        const auto holds = holds_in(assessment_, asked, tokens_[at], target, frame_.loss, {year});
        // Of the first year there may be nothing to compare with.
        if (!holds && !(year == first && target == Base::Kind::none)) known = false;
        if (holds && *holds != expected) broken = year;
    }
    Claim claim = claim_at(at);
    claim.begin = begin;
    claim.end = end;
    claim.typed = base::encode(sentence_->letters.substr(begin, end - begin));
    Weighed weighed;
    weighed.kind = ClaimKind::streak;
    weighed.verdict = broken ? Verdict::contradicted : known ? Verdict::tied : Verdict::left;
    if (broken) tell_year(weighed, asked, {*broken}, target, target != Base::Kind::none);
    add(claim, weighed, subject_sure());
    taken_[at] = true;
}

/// The value of the year that does not bear it out, beside its target or the year before.
void Reader::tell_year(Weighed& weighed, Question then, base::Year year, Base::Kind target, bool aimed) const {
    then.year = year;
    weighed.about = about(assessment_, then, Property::actual);
    const auto now = fact_of(assessment_, then.subject, Property::actual, year);
    const auto last = fact_of(assessment_, then.subject, Property::actual, {year.western - 1});
    const auto aim = fact_of(assessment_, then.subject,
                             target == Base::Kind::final_target ? Property::final_target : Property::target, year);
    weighed.fact = now;
    const auto& beside = aimed ? aim : last;
    weighed.truth = (now ? now->printed : "") + (beside ? (aimed ? "、目標値 " : "、前年 ") + beside->printed : "");
}

/// ２億円を｜初めて｜突破した: in this year, and in none before it.
bool Reader::read_first_edge(std::size_t at) {
    const Token& verb = token(at + 1);
    std::size_t edge = at;
    while (edge > 0 && tokens_[edge].sort != Sort::figure && tokens_[edge].sort != Sort::comma) --edge;
    const bool over = verb.sort == Sort::above || verb.sort == Sort::below;
    if (!over || verb.negated || tokens_[edge].sort != Sort::figure || !is_particle(at - 1, {U"を"}) || edge + 4 < at)
        return false;
    const Question asked = question(frame_.subjects[0]);
    const int sign = verb.sort == Sort::above ? 1 : -1;
    for (int year = assessment_.inputs->strategy.first_year.western - 1; year < asked.year.western; ++year) {
        Question then = asked;
        then.year = {year};
        Weighed weighed = weigh_threshold(assessment_, then, tokens_[edge].figure, sign, false);
        if (weighed.verdict != Verdict::tied) continue;
        weighed.verdict = Verdict::contradicted;
        weighed.kind = ClaimKind::streak;
        Claim claim = claim_at(at);
        claim.typed = base::encode(tokens_[at].text);
        add(claim, weighed, subject_sure() && verb.said);
        break;
    }
    return true;
}

void Reader::on_record(std::size_t at) {
    const Token& word = tokens_[at];
    if (frame_.subjects.size() != 1 || modifies(at)) return;
    const Subject subject = frame_.subjects[0];
    const Question asked = question(subject);
    Claim claim = claim_at(at);
    claim.typed = base::encode(word.text);
    const int first_year = assessment_.inputs->strategy.first_year.western;
    if (word.sort == Sort::first) {
        if (read_first_edge(at)) return;
        // 初めて目標を達成した: in no earlier year of the data.
        const auto clause = clause_behind(word.end);
        const bool here = Letters(sentence_->letters).substr(word.begin).find(U"わけでは") == Letters::npos;
        if (!here || !clause.starts_with(U"目標") || clause.find(U'達') == Letters::npos) return;
        for (int year = first_year; year < asked.year.western; ++year) {
            Question then = asked;
            then.year = {year};
            Weighed weighed = weigh_reached(assessment_, then, Base::Kind::target, false);
            if (weighed.verdict != Verdict::contradicted) continue;
            weighed.kind = ClaimKind::streak;
            add(claim, weighed, subject_sure());
            return;
        }
        return;
    }
    // 最多 alone may be of the wards, the months or the country.
    const Letters said = Letters(sentence_->letters).substr(0, word.begin);
    const bool of_the_past = word.text.starts_with(U"過去") ||
                             (word.text.ends_with(U"値") && !is_particle(at - 1, {U"の"})) ||
                             said.find(U"過去") != Letters::npos || said.find(U"計画期間") != Letters::npos;
    if (!of_the_past) return;
    const bool most = word.text.find(U"最高") != std::u32string::npos ||
                      word.text.find(U"最多") != std::u32string::npos ||
                      word.text.find(U"最大") != std::u32string::npos;
    const Property property = frame_.property == Property::rate ? Property::uncapped
                              : subject.is_group()              ? Property::mean
                                                                : Property::actual;
    const auto now = fact_of(assessment_, subject, property, asked.year);
    if (!now) return;
    std::vector<std::optional<Fact>> others = {fact_of(assessment_, subject, Property::baseline, asked.year)};
    if (property != Property::actual) others.clear();
    for (int year = first_year; year < asked.year.western; ++year) {
        others.push_back(fact_of(assessment_, subject, property, {year}));
    }
    Weighed weighed;
    for (const auto& other : others) {
        if (!other) continue;
        const int sign = (other->value - now->value).sign();
        if (sign == 0 || (sign > 0) != most) continue;
        weighed = {Verdict::contradicted, about(assessment_, asked, property),
                   now->printed + "、" + other->printed + "（" +
                       base::short_year(assessment_.inputs->eras, other->year) + "）",
                   other, ClaimKind::streak};
    }
    if (is_particle(at + 1, {U"を"}) && (token(at + 2).text == U"更新" || token(at + 2).text == U"記録"))
        taken_[at + 2] = true;
    if (weighed.verdict == Verdict::contradicted) add(claim, weighed, subject_sure() && !in_guard(at));
}

/// 計画期間で最も｜少なかった: beside all years of the plan so far.
bool Reader::read_extreme(std::size_t at) {
    const Token& word = tokens_[at];
    const bool most =
        at > 0 && tokens_[at - 1].text == U"最も" && (word.sort == Sort::more || word.sort == Sort::fewer);
    const Letters said = clause_before(at), behind = clause_behind(word.end);
    if (!most || said.find(U"計画期間") == Letters::npos || frame_.subjects.size() != 1 || frame_.loss) return false;
    // 最も多い｜令和５年度, 最も少なくはない: not said of what was named.
    const bool leads_on = std::any_of(behind.begin(), behind.end(), [](char32_t letter) { return !is_kana(letter); });
    if (leads_on || behind.starts_with(U"ない") || behind.starts_with(U"なか") || behind.starts_with(U"は") ||
        behind.find(U'の') != Letters::npos)
        return false;
    const Subject& subject = frame_.subjects[0];
    const Property property = subject.is_group()                  ? Property::mean
                              : frame_.property == Property::rate ? Property::rate
                                                                  : Property::actual;
    Claim claim = claim_at(at);
    claim.begin = tokens_[at - 1].begin;
    claim.typed = base::encode(sentence_->letters.substr(claim.begin, claim.end - claim.begin));
    Weighed weighed;
    // 令和３年の159件が｜計画期間で最も少ない: of that year.
    std::vector<Question> asked_of = questions(subject);
    for (std::size_t last = at; last-- > 0 && tokens_[last].sort != Sort::comma;) {
        if (tokens_[last].sort == Sort::year) asked_of = {{subject, frame_.property, tokens_[last].year, true}};
    }
    for (const Question& asked : asked_of) {
        const auto mine = fact_of(assessment_, subject, property, asked.year);
        if (!mine || weighed.verdict == Verdict::tied) continue;
        weighed = {Verdict::tied, about(assessment_, asked, property), mine->printed, mine, ClaimKind::streak};
        for (int year = assessment_.inputs->strategy.first_year.western;
             year <= assessment_.inputs->evaluated_year.western; ++year) {
            const auto other = fact_of(assessment_, subject, property, {year});
            if (!other || (other->value - mine->value).sign() != (word.sort == Sort::more ? 1 : -1)) continue;
            weighed.verdict = Verdict::contradicted;
            weighed.truth = mine->printed + "、" + other->printed + "（" +
                            base::short_year(assessment_.inputs->eras, {year}) + "）";
        }
    }
    taken_[at] = true;
    add(claim, weighed, subject_sure() && !in_guard(at));
    return true;
}

/// ３年続けて, 2年連続で.
bool Reader::lasts(const Token& figure) const {
    const std::string& unit = figure.figure.unit;
    if (unit != "年" && unit != "年連続" && unit != "か年" && unit != "年度" && unit != "年間") return false;
    return unit == "年連続" || text_at(figure.end, U"連続") || text_at(figure.end, U"続け") ||
           text_at(figure.end, U"続いて") || text_at(figure.end, U"続き") || text_at(figure.end, U"にわたって");
}

/// ３年続けて｜ゼロ, ２年連続で｜100.0％: the same value in each of the years.
bool Reader::read_lasting_value(std::size_t at, std::size_t value) {
    const Question asked = question(frame_.subjects[0]);
    const auto count = static_cast<int>(tokens_[at].figure.value.thousandths() / 1000);
    const Weighed now = weigh_value(assessment_, asked, tokens_[value].figure);
    if (now.verdict != Verdict::tied || is_move(token(move_behind(value)).sort)) return false;
    Weighed weighed = now;
    for (int back = 1; back < count; ++back) {
        Question then = asked;
        then.year.western -= back;
        if (then.year < assessment_.inputs->strategy.first_year) weighed.verdict = Verdict::left;
        const Weighed before = weigh_value(assessment_, then, tokens_[value].figure);
        if (before.verdict == Verdict::left) weighed.verdict = Verdict::left;
        if (before.verdict != Verdict::contradicted) continue;
        weighed = before;
        break;
    }
    weighed.kind = ClaimKind::streak;
    Claim claim = claim_at(at);
    claim.end = tokens_[value].end;
    claim.figure = false;
    claim.typed = base::encode(sentence_->letters.substr(claim.begin, claim.end - claim.begin));
    add(claim, weighed, subject_sure());
    return true;
}

/// 300人を下回るのは｜２年連続: beyond the edge in each of the years.
bool Reader::read_lasting_edge(std::size_t at) {
    std::size_t verb = at;
    const bool parted = at > 0 && tokens_[at - 1].sort == Sort::comma;
    if (parted) --verb;
    while (verb > 0 && (tokens_[verb - 1].sort == Sort::particle || tokens_[verb - 1].sort == Sort::other)) --verb;
    if (verb < 3 || !stands_before(sentence_->letters, tokens_[at].begin, parted ? U"のは、" : U"のは")) return false;
    const Token& compares = tokens_[--verb];
    const Token& edge = tokens_[verb - 2];
    if ((compares.sort != Sort::above && compares.sort != Sort::below) || compares.negated ||
        !is_particle(verb - 1, {U"を"}))
        return false;
    // 前年を上回ったのは２年連続: beside the year before each; 目標を下回ったのは, beside the target of each.
    const bool of_year = edge.sort == Sort::year && edge.year.western + 1 == assessment_.inputs->evaluated_year.western;
    const bool of_target = edge.property == Property::target;
    if (edge.sort != Sort::figure && !of_year && !of_target) return false;
    const Question asked = question(frame_.subjects[0]);
    const auto count = static_cast<int>(tokens_[at].figure.value.thousandths() / 1000);
    Weighed weighed;
    for (int back = 0; back < count; ++back) {
        Question then = asked;
        then.year.western -= back;
        const Base from = of_year ? Base{Base::Kind::year, {then.year.western - 1}} : Base{Base::Kind::target, {}};
        weighed = edge.sort == Sort::figure
                      ? weigh_threshold(assessment_, then, edge.figure, compares.sort == Sort::above ? 1 : -1, false)
                      : weigh_direction(assessment_, then, from, movement_of(compares, frame_.loss));
        if (weighed.verdict != Verdict::tied) break;
    }
    weighed.kind = ClaimKind::streak;
    Claim claim = claim_at(at);
    claim.figure = false;
    claim.typed = base::encode(sentence_->letters.substr(edge.begin, claim.end - edge.begin));
    taken_[verb] = taken_[verb - 2] = true;
    // The edge by itself was no value of anything.
    for (Claim& each : claims_) {
        if (each.begin == edge.begin && each.verdict == Verdict::left && weighed.verdict != Verdict::left)
            each.verdict = Verdict::tied;
    }
    add(claim, weighed, subject_sure());
    return true;
}

/// ３年続けて目標を達成, 2年連続で減少; true when it is one.
bool Reader::read_streak(std::size_t at) {
    const Token& figure = tokens_[at];
    const bool again = figure.figure.unit == "年" && (text_at(figure.end, U"ぶりに") || text_at(figure.end, U"ぶりの"));
    if ((!lasts(figure) && !again) || frame_.subjects.size() != 1) return false;
    if (!again && read_lasting_edge(at)) return true;
    std::size_t next = at + 1;
    // ３年連続で目標を上回った, 目標を３年連続で上回った
    const bool of_target = frame_.from.kind == Base::Kind::target || frame_.from.kind == Base::Kind::final_target;
    Base::Kind target = of_target                             ? frame_.from.kind
                        : frame_.property == Property::target ? Base::Kind::target  // 目標は３年続けて上回り
                                                              : Base::Kind::none;
    bool loss = frame_.loss;  // ３年続けて減少幅が縮小した
    while (next < tokens_.size() && tokens_[next].sort != Sort::end && tokens_[next].sort != Sort::reach &&
           tokens_[next].sort != Sort::up && tokens_[next].sort != Sort::down && tokens_[next].sort != Sort::above &&
           tokens_[next].sort != Sort::below && tokens_[next].sort != Sort::better &&
           tokens_[next].sort != Sort::worse && tokens_[next].sort != Sort::figure &&
           tokens_[next].sort != Sort::comma) {
        if (tokens_[next].property == Property::target) target = Base::Kind::target;
        if (tokens_[next].property == Property::final_target) target = Base::Kind::final_target;
        loss = loss || tokens_[next].sort == Sort::loss;
        // ４年続けて転入が転出を上回っている: of something else.
        if (tokens_[next].sort == Sort::noun && is_particle(next + 1, {U"が", U"を"})) return false;
        ++next;
    }
    const Token& verb = token(next);
    if (verb.sort == Sort::figure) return !again && read_lasting_value(at, next);
    const bool of_others = verb.before_noun;  // ２年続けて達成した｜のは
    if (verb.sort == Sort::end || verb.sort == Sort::comma || !verb.said || of_others || leads_on(next)) return false;
    // 増加しているわけではない: no streak is told.
    const Letters rest = Letters(sentence_->letters).substr(verb.begin);
    // ３年続けて上昇した後に｜低下: up to some year before.
    constexpr std::size_t soon = 6;
    if (rest.find(U"た後") < soon || rest.find(U"たのち") < soon) return taken_[next] = true;
    if (rest.substr(0, rest.find(U'、')).find(U"わけでは") != Letters::npos) return false;
    // ４年連続の目標達成はならず: of which year is not told.
    if (verb.sort == Sort::reach && rest.find(U"なら") < 6) return false;
    const Question asked = question(frame_.subjects[0]);
    const auto count = static_cast<int>(figure.figure.value.thousandths() / 1000);
    std::optional<int> broken;
    bool known = true;
    for (int back = 0; back < count; ++back) {
        const auto holds = holds_in(assessment_, asked, verb, target, loss, {asked.year.western - back});
        if (!holds) known = false;
        // ３年ぶりに: in this year, and in none of the two before.
        const bool expected = !again || back == 0;
        if (holds && *holds != expected) broken = asked.year.western - back;
    }
    Claim claim = claim_at(at);
    claim.end = verb.end;
    claim.figure = false;
    claim.typed = base::encode(sentence_->letters.substr(figure.begin, verb.end - figure.begin));
    Weighed weighed;
    weighed.kind = ClaimKind::streak;
    weighed.verdict = broken ? Verdict::contradicted : known ? Verdict::tied : Verdict::left;
    if (broken) tell_year(weighed, asked, {*broken}, target, verb.sort == Sort::reach || target != Base::Kind::none);
    add(claim, weighed, subject_sure());
    taken_[next] = true;
    if (target != Base::Kind::none) frame_.from = {};
    return true;
}

}  // namespace check
