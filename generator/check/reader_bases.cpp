// What a figure or a verb is compared with: the target, the baseline, the value of a year before.
#include "check/letters.h"
#include "check/reader.h"

namespace check {

/// The baseline or a target that was spoken of last is what is compared with.
void Reader::compare_with_property() {
    if (const auto told = base_of(frame_.property)) frame_.from = *told;
    // 最終年度の目標である1,520円を
    const bool last = frame_.year && *frame_.year == assessment_.inputs->strategy.last_year;
    if (last && frame_.from.kind == Base::Kind::target) frame_.from = {Base::Kind::final_target, {}};
    // 令和７年度の目標である54人まで
    const bool to_come = frame_.year && *frame_.year > assessment_.inputs->evaluated_year;
    if (to_come && frame_.from.kind == Base::Kind::target) frame_.from.year = *frame_.year;
}

/// 3.1haから: the baseline, or the value of an earlier year, as what is compared with.
std::optional<Weighed> Reader::earlier_value(const Subject& subject, const TypedFigure& figure) {
    Question asked = question(subject);
    asked.property = Property::baseline;
    const Weighed baseline = weigh_value(assessment_, asked, figure);
    if (baseline.verdict == Verdict::tied) {
        frame_.from = {Base::Kind::baseline, {}};
        return baseline;
    }
    asked.property = frame_.property;
    const int first = assessment_.inputs->strategy.first_year.western;
    for (int year = assessment_.inputs->evaluated_year.western - 1; year >= first; --year) {
        asked.year = {year};
        const Weighed then = weigh_value(assessment_, asked, figure);
        if (then.verdict != Verdict::tied) continue;
        frame_.from = {Base::Kind::year, asked.year};
        return then;
    }
    return std::nullopt;
}

/// 1,308人から1,288人に: the value before.
void Reader::read_value_before(std::size_t at, const std::vector<Subject>& subjects, bool sure) {
    const Claim claim = claim_at(at);
    frame_.year = frame_.since.value_or(base::Year{assessment_.inputs->evaluated_year.western - 1});
    frame_.from = {Base::Kind::year, *frame_.year};
    compare_with_property();
    const bool other = frame_.from.kind != Base::Kind::year;
    for (const Subject& subject : subjects) {
        const TypedFigure figure = lacking(tokens_[at].figure, frame_.loss);
        Weighed last = weigh_value(assessment_, question(subject), figure);
        // Of no year that is named it may be the baseline or an earlier one.
        if (last.verdict == Verdict::contradicted && !other && !frame_.since) {
            if (const auto earlier = earlier_value(subject, figure)) last = *earlier;
        }
        add(claim, last, sure);
        // What is moved from there is of the same kind.
        if (frame_.property == Property::none && last.fact) frame_.property = last.fact->property;
    }
    if (other) frame_.property = Property::none;
    frame_.year.reset();
}

/// Whether what follows is compared with the figure: を上回った, に比べ, より.
void Reader::note_base(std::size_t at) {
    if (token(at + 1).text == U"）") {
        // 基準値（1,846.2ｔ）から, 前回調査（令和３年度、60.1％）を
        if (!is_particle(at + 2, {U"から", U"より", U"を", U"に", U"と"})) return;
        if (frame_.year) frame_.from = {Base::Kind::year, *frame_.year};
        return compare_with_property();
    }
    const std::size_t behind = verb_behind(at);
    const Sort verb = token(behind).sort;
    // …を1.5ポイント上回った: the amount stands before its verb.
    const bool amount = verb == Sort::figure && (is_move(token(move_behind(behind)).sort) ||
                                                 (token(behind + 1).sort == Sort::reach && token(behind + 1).negated));
    const bool beside = (is_particle(at + 1, {U"を", U"に", U"には", U"も"}) &&
                         (verb == Sort::above || verb == Sort::below || verb == Sort::reach || amount ||
                          token(behind).text.starts_with(U"比べ") || token(behind).text == U"比較")) ||
                        text_at(tokens_[at].end, U"と比べ") || text_at(tokens_[at].end, U"と比較");
    // 目標の190.0億円に対しても3.6億円上回り
    std::size_t over = at + 1;
    if (text_at(tokens_[at].end, U"に対し")) {
        while (over < at + 5 && (token(over).sort == Sort::particle || token(over).sort == Sort::comma ||
                                 token(over).text == U"に対し" || token(over).text == U"て"))
            ++over;
    }
    const Sort moved_over = token(move_behind(over)).sort;
    const bool set_against =
        over > at + 1 && token(over).sort == Sort::figure && token(over).figure.unit != "％" &&
        (moved_over == Sort::above || moved_over == Sort::below || moved_over == Sort::more ||
         moved_over == Sort::fewer || (token(over + 1).sort == Sort::reach && token(over + 1).negated));
    // 目標値の24件は｜確保した, 基準値の212頭は｜上回っている
    const bool kept = is_particle(at + 1, {U"は"}) && base_of(frame_.property) &&
                      (verb == Sort::reach || verb == Sort::above || verb == Sort::below);
    // 死亡数の2,411人を1,123人下回り: what is compared with is nothing of the data.
    if (beside && !governed(at)) frame_.blocked_in_clause = true;
    // …は96.3％で、転入超過数の87.0％を9.3ポイント上回る: another indicator.
    const std::size_t of = before(at);
    const bool named =
        of != SIZE_MAX && is_particle(of, {U"の"}) && before(of) != SIZE_MAX && tokens_[before(of)].sort == Sort::name;
    if (beside && named && frame_.named.size() > 1) frame_.blocked_in_clause = true;
    // 最終目標の28棟まで｜残り４棟
    const bool aimed = frame_.property == Property::target || frame_.property == Property::final_target;
    Letters ahead = tail(sentence_->letters, tokens_[at].end);
    const bool until = ahead.starts_with(U"まで");
    if (until) ahead.remove_prefix(2);
    for (const char32_t light : {U'は', U'、'}) {
        if (until && !ahead.empty() && ahead[0] == light) ahead.remove_prefix(1);
    }
    const bool to_go =
        until && (token(at + 2).sort == Sort::figure || ahead.starts_with(U"残り") || ahead.starts_with(U"あと"));
    // 最終目標の20件に｜あと１件と迫った
    const bool near =
        is_particle(at + 1, {U"に"}) && (text_at(token(at + 1).end, U"あと") || text_at(token(at + 1).end, U"残り"));
    // 令和８年の目標180.0千人とは｜31.3千人の差
    const std::size_t far = at + (is_particle(at + 2, {U"は"}) ? 3 : 2);
    const bool apart = is_particle(at + 1, {U"と", U"とは"}) && token(far).sort == Sort::figure &&
                       (text_at(token(far).end, U"の差") || text_at(token(far).end, U"の開き"));
    if (aimed && (to_go || near || apart)) compare_with_property();
    // 前年こそ｜目標の265件を上回ったが: not the target's year alone.
    std::size_t of_year = at;
    while (of_year > 0 && tokens_[of_year].sort != Sort::year) --of_year;
    const bool of_target_alone = text_at(tokens_[of_year].end, U"の");
    const bool base_year =
        frame_.year && *frame_.year != assessment_.inputs->evaluated_year &&
        (!base_of(frame_.property) || of_target_alone || *frame_.year > assessment_.inputs->evaluated_year);
    if ((beside || is_particle(at + 1, {U"より"})) && base_year) frame_.year_once = true;
    // 基準値の64人の｜約３倍
    const std::size_t number = at + (token(at + 2).sort == Sort::figure ? 2 : 3);
    const bool times = is_particle(at + 1, {U"の"}) && token(number).sort == Sort::figure &&
                       token(number).begin <= tokens_[at].end + 3 &&
                       (token(number).figure.unit == "倍" || token(number).figure.unit == "割");
    if (beside || kept || times || set_against || is_particle(at + 1, {U"から", U"より"})) {
        if (frame_.year) frame_.from = {Base::Kind::year, *frame_.year};
        compare_with_property();
    }
}

}  // namespace check
