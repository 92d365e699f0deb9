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

}  // namespace

void Reader::on_record(std::size_t at) {
    const Token& word = tokens_[at];
    if (frame_.subjects.size() != 1 || modifies(at)) return;
    const Subject subject = frame_.subjects[0];
    const Question asked = question(subject);
    Claim claim = claim_at(at);
    claim.typed = base::encode(word.text);
    const int first_year = assessment_.inputs->strategy.first_year.western;
    if (word.sort == Sort::first) {
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

/// ３年続けて目標を達成, 2年連続で減少; true when it is one.
bool Reader::read_streak(std::size_t at) {
    const Token& figure = tokens_[at];
    const bool again = figure.figure.unit == "年" && text_at(figure.end, U"ぶりに");
    if ((!lasts(figure) && !again) || frame_.subjects.size() != 1) return false;
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
    if (verb.sort == Sort::end || verb.sort == Sort::comma || !verb.said || leads_on(next)) return false;
    // 増加しているわけではない: no streak is told.
    const Letters rest = Letters(sentence_->letters).substr(verb.begin);
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
    if (broken) {
        Question then = asked;
        then.year = {*broken};
        weighed.about = about(assessment_, then, Property::actual);
        const auto now = fact_of(assessment_, then.subject, Property::actual, then.year);
        const auto last = fact_of(assessment_, then.subject, Property::actual, {*broken - 1});
        const bool aimed = verb.sort == Sort::reach || target != Base::Kind::none;
        const auto aim =
            fact_of(assessment_, then.subject,
                    target == Base::Kind::final_target ? Property::final_target : Property::target, then.year);
        weighed.fact = now;
        const auto& beside = aimed ? aim : last;
        weighed.truth = (now ? now->printed : "") + (beside ? (aimed ? "、目標値 " : "、前年 ") + beside->printed : "");
    }
    add(claim, weighed, subject_sure());
    taken_[next] = true;
    if (target != Base::Kind::none) frame_.from = {};
    return true;
}

}  // namespace check
