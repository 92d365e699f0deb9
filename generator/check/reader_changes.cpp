// Figures that say how far one value is from another: changes, shares, multiples, gaps, the years one by one.
#include <utility>

#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

/// 利用者数は｜これを｜59人下回る: what that is stands before.
bool points_back(Letters said) {
    return said.find(U"これを") != Letters::npos || said.find(U"それを") != Letters::npos ||
           said.find(U"これより") != Letters::npos || said.find(U"それより") != Letters::npos;
}

}  // namespace

Movement movement_of(const Token& verb, bool loss) {
    const Sort is = verb.sort;
    if (is == Sort::same) return {};
    const bool up = is == Sort::up || is == Sort::above || is == Sort::better || is == Sort::more;
    const bool judged = is == Sort::better || is == Sort::worse;
    const int sign = up == (loss && !judged) ? -1 : 1;
    // 上回らず, 増えず: as many will do.
    const bool compares = is == Sort::above || is == Sort::below || is == Sort::up || is == Sort::down;
    return {verb.negated ? -sign : sign, judged, compares && verb.negated};
}

/// 前年度比98.5％, 前年度比△20人, 前年度の84.3％, 2,588件（△849件）.
bool Reader::read_ratio(std::size_t at) {
    const TypedFigure& figure = tokens_[at].figure;
    const std::size_t last = before(at);
    if (last == SIZE_MAX || frame_.subjects.size() != 1 || tokens_[at].insert != nullptr) return false;
    const Subject& subject = frame_.subjects[0];
    const char32_t first = sentence_->letters[figure.begin];
    const bool is_signed = first == U'△' || first == U'-' || first == U'+';
    // 令和元年と比較すると96.4％まで戻って
    const bool back = text_at(tokens_[at].end, U"まで戻") || text_at(tokens_[at].end, U"まで回復") ||
                      text_at(tokens_[at].end, U"の水準");
    const auto told = back ? base_of(frame_.property) : std::nullopt;  // 基準値の97.8％の水準
    if (told) frame_.from = *told;
    if (told) frame_.property = Property::none;
    const bool compared = (tokens_[last].text == U"比" || back) && frame_.from.kind != Base::Kind::none;
    const bool bracketed = at > 0 && tokens_[at - 1].sort == Sort::open && tokens_[last].sort == Sort::figure;
    if (is_signed && (compared || bracketed)) {
        TypedFigure amount = figure;
        const int sign = figure.value.sign();
        if (sign < 0) amount.value = base::Ratio() - amount.value;
        const Weighed weighed = weigh_change(assessment_, question(subject), frame_.from, amount, {sign, false});
        if (bracketed && weighed.verdict != Verdict::tied) return false;
        add(claim_at(at), weighed, subject_sure() && !in_guard(at));
        return true;
    }
    const bool share = (figure.unit == "％" || figure.unit == "割") && !subject.is_group() &&
                       !is_percent(unit_of(assessment_, subject));
    // 基準値の22人の｜２割弱: of what was compared with.
    const std::size_t adverb = at > 2 && tokens_[at - 1].text == U"約" ? 1 : 0;
    const bool of_base = share && at > 1 + adverb && is_particle(at - 1 - adverb, {U"の"}) &&
                         tokens_[at - 2 - adverb].sort == Sort::figure && frame_.from.kind != Base::Kind::none;
    const bool of_last = frame_.year_once && frame_.year && frame_.property == Property::none;
    if (!share || (!compared && !of_last && !of_base)) return false;
    std::size_t next = at + 1;
    while (is_particle(next, {U"の"})) ++next;
    if (is_move(token(next).sort)) return false;
    const Base from = of_last ? Base{Base::Kind::year, *frame_.year} : frame_.from;
    // …の水準まで｜回復: told by the share.
    for (std::size_t verb = at + 1; back && verb < std::min(at + 6, tokens_.size()); ++verb) {
        if (tokens_[verb].sort == Sort::up) taken_[verb] = true;
    }
    if (back) frame_.from = {};
    // 目標の30回の９割に達した
    if (of_base && token(verb_behind(at)).sort == Sort::reach) taken_[verb_behind(at)] = true;
    frame_.year.reset();
    // 前年度の79.5％ may as well be last year's rate.
    add(claim_at(at), weigh_ratio(assessment_, question(subject), from, figure),
        (compared || of_base) && subject_sure() && !in_guard(at));
    return true;
}

/// 社会増減数は63人の減, 目標の60人の減: of a balance below zero, the value itself.
std::optional<Weighed> Reader::weigh_balance(std::size_t at, const Question& asked) const {
    if (!is_particle(at + 1, {U"の"})) return std::nullopt;
    TypedFigure figure = tokens_[at].figure;
    figure.value = base::Ratio() - figure.value;
    Question of_value = asked;
    if (of_value.property == Property::none) of_value.property = Property::actual;
    const Weighed weighed = weigh_value(assessment_, of_value, figure);
    return weighed.verdict == Verdict::tied ? std::optional(weighed) : std::nullopt;
}

/// 解体により、延床面積を｜3,210㎡削減した: what somebody did to it, and not how it stands to the year before.
bool Reader::is_done_to(std::size_t at) const {
    return at > 2 && frame_.from.kind == Base::Kind::none && is_particle(at - 1, {U"を"}) &&
           tokens_[at - 2].sort == Sort::name;
}

/// ３年間で｜5,100冊増: since so many years ago, the first of them counted or not, or since the baseline.
bool Reader::read_over_years(std::size_t at, const Claim& claim, int span, const Movement& movement, bool sure) {
    const Question asked = question(frame_.subjects[0]);
    const Base bases[] = {{Base::Kind::year, {asked.year.western - span}},
                          {Base::Kind::year, {asked.year.western - span + 1}},
                          {Base::Kind::baseline, {}}};
    Weighed told;
    for (const Base& from : bases) {
        const Weighed weighed = weigh_change(assessment_, asked, from, tokens_[at].figure, movement);
        if (told.about.empty() || weighed.verdict == Verdict::tied) told = weighed;
        if (weighed.verdict == Verdict::tied) break;
    }
    // Years that the data do not reach are not contradicted.
    if (asked.year.western - span < assessment_.inputs->strategy.first_year.western - 1) sure = false;
    add(claim, told, sure && !frame_.topic);
    return true;
}

/// Whether the stretch before a figure, back to the 、, names what is spoken of.
bool Reader::named_here(std::size_t at) const {
    while (at > 0 && tokens_[at].sort != Sort::comma && tokens_[at].sort != Sort::name) --at;
    return tokens_[at].sort == Sort::name;
}

/// 令和２年度の79.4％から上昇を続け、｜17.7ポイント高くなった: since a year told before, where that bears it out.
std::optional<Weighed> Reader::weigh_since(std::size_t at, const Movement& movement) const {
    if (frame_.from.kind != Base::Kind::none || frame_.subjects.size() != 1 || frame_.year) return std::nullopt;
    const Question asked = question(frame_.subjects[0]);
    for (std::size_t told = at; told-- > 0;) {
        const Token& year = tokens_[told];
        if (year.sort != Sort::year || !year.year_named || year.year.western + 1 >= asked.year.western) continue;
        const Weighed weighed =
            weigh_change(assessment_, asked, {Base::Kind::year, year.year}, tokens_[at].figure, movement);
        if (weighed.verdict == Verdict::tied) return weighed;
    }
    return std::nullopt;
}

/// 20人減少, 前年度比1.5％減, 20件増の271件.
bool Reader::read_change(std::size_t at) {
    const std::size_t next = move_behind(at);
    const bool marked =
        is_particle(at + 1, {U"の"}) && (token(next).sort == Sort::more || token(next).sort == Sort::fewer);
    if (!is_move(token(next).sort) || marked) {
        // 前年度との差は20人, 前年度比△20人
        return false;
    }
    const Token& move = tokens_[next];
    // 基準値の41.7億円も下回った: what is compared with, too.
    const bool compares = move.sort == Sort::above || move.sort == Sort::below;
    if (compares && is_particle(at + 1, {U"も"}) && (base_of(frame_.property) || frame_.year_once)) return false;
    taken_[next] = true;
    Claim claim = claim_at(at);
    claim.end = move.end;
    claim.typed += std::string(move.sort == Sort::up || move.sort == Sort::above || move.sort == Sort::more      ? "増"
                               : move.sort == Sort::down || move.sort == Sort::below || move.sort == Sort::fewer ? "減"
                               : move.sort == Sort::better ? "改善"
                                                           : "悪化");
    const bool said = move.said && !move.negated;
    if (const auto question = inserted_question(at); question && question->property != Property::none) {
        // The placeholder prints no sign: its words must give the right one.
        const bool against_year = frame_.from.kind == Base::Kind::none || frame_.from.kind == Base::Kind::year;
        const Base from = against_year ? Base{Base::Kind::year, {question->year.western - 1}} : frame_.from;
        add(claim, weigh_change(assessment_, *question, from, tokens_[at].figure, movement_of(move)), said);
        return true;
    }
    // A rank that rises is a smaller number: by how much is told, not which way.
    const bool rank = tokens_[at].figure.unit == "位";
    const Movement movement = rank ? Movement() : movement_of(move, frame_.loss);
    bool sure = subject_sure() && said && !in_guard(at) && !is_counted_otherwise(at) && !explains_another(at) &&
                !is_done_to(at) && !describes_another(next);
    // 達成率が前年度から30ポイント上昇したのは: of those that are named behind it.
    const bool of_some = !frame_.subjects.empty() && frame_.subjects[0].is_group() && frame_.property != Property::mean;
    if (move.before_noun && (of_some || !named_here(at))) sure = false;
    if (points_back(clause_before(at))) sure = false;
    const int span = frame_.from.kind == Base::Kind::none ? years_before(at) : 0;
    if (span > 1 && frame_.subjects.size() == 1) return read_over_years(at, claim, span, movement, sure);
    if (frame_.from.kind == Base::Kind::none && speaks_of_another_time(tokens_[at].begin)) sure = false;
    std::vector<Subject> subjects = frame_.subjects;
    // 前年度66.8％、令和６年度74.3％と、目標をそれぞれ4.8ポイント、5.3ポイント上回り: one for each year.
    if (subjects.size() == 1 && frame_.distribution == "each") sure = false;
    if (subjects.size() > 1 && frame_.distribution == "each" && frame_.listed < subjects.size()) {
        // それぞれ７人、３人減少: one for each.
        if (frame_.listed == 0 && list_size(at) != subjects.size()) sure = false;
        subjects = {subjects[frame_.listed++]};
    }
    std::optional<Weighed> against;
    if (span > 1) sure = false;
    if (const auto weighed = weigh_since(at, movement)) return add(claim, *weighed, sure), true;
    for (const Subject& subject : subjects) {
        for (const Question& asked : questions(subject)) {
            Base from = frame_.from;
            // 前年度 of a sentence on an earlier year is the one before that.
            const bool of_topic = frame_.topic && asked.year == *frame_.topic && from.year >= asked.year;
            if (from.kind == Base::Kind::year && (of_topic || frame_.relative)) from.year = {asked.year.western - 1};
            if (from.kind == Base::Kind::year && from.year >= asked.year) sure = false;
            if (move.sort == Sort::down && (!frame_.loss || base_of(frame_.property))) {
                if (const auto balance = weigh_balance(at, asked)) {
                    compare_with_property();
                    if (base_of(frame_.property)) frame_.property = Property::none;
                    add(claim, *balance, sure);
                    return true;
                }
            }
            const Weighed weighed = weigh_change(assessment_, asked, from, tokens_[at].figure, movement);
            const bool more = subjects.size() > 1 || other_year();
            // Of an earlier year or of this one: doubted where it fits neither.
            if (weighed.verdict == Verdict::contradicted && subjects.size() == 1) against = weighed;
            if (more && weighed.verdict != Verdict::tied) continue;
            const bool misread = weighed.verdict == Verdict::contradicted && !bound(at) && fits_elsewhere(at, subject);
            add(claim, weighed, sure && !misread);
            return true;
        }
    }
    const bool misread = against && !bound(at) && fits_elsewhere(at, subjects[0]);
    add(claim, against.value_or(Weighed()), against && sure && !misread);
    return true;
}

/// 目標の66.5％にとどまり, 目標の50.0％に対し８割強: the value as a share of its target, or the rate.
bool Reader::read_share_of_target(std::size_t at) {
    const TypedFigure& figure = tokens_[at].figure;
    if (frame_.subjects.size() != 1 || frame_.subjects[0].is_group() || tokens_[at].insert != nullptr) return false;
    const Subject& subject = frame_.subjects[0];
    const bool share = is_percent(unit_of(assessment_, subject));
    const bool target = frame_.property == Property::target || frame_.property == Property::final_target;
    const bool tenths = figure.unit == "割" && (target || frame_.target_last);
    // 最終目標の28,000人に対して｜97.6％
    const bool set_against = frame_.target_last && (stands_before(sentence_->letters, figure.begin, U"に対して") ||
                                                    stands_before(sentence_->letters, figure.begin, U"に対し"));
    const bool percent = figure.unit == "％" && !share && (target || set_against);
    const std::size_t behind = verb_behind(at);
    const Sort verb = token(behind).sort;
    // 目標値の９割を超える
    const bool edge =
        (target || tenths) && (verb == Sort::above || verb == Sort::below) && is_particle(at + 1, {U"を"});
    if (!(tenths || percent) || (!edge && (is_move(token(move_behind(at)).sort) || is_move(verb)))) return false;
    TypedFigure typed = figure;
    if (edge) typed.bound = (verb == Sort::above) == token(behind).negated ? Bound::below : Bound::over;
    // ９割に達した, ９割に届かない
    const bool reaches = verb == Sort::reach && is_particle(at + 1, {U"に", U"には"});
    if (reaches && token(behind).negated) typed.bound = Bound::below;
    if (edge || reaches) taken_[behind] = true;
    const Base from{frame_.property == Property::final_target ? Base::Kind::final_target : Base::Kind::target, {}};
    frame_.property = Property::none;
    Question asked = question(subject);
    asked.property = Property::none;
    Weighed weighed = weigh_ratio(assessment_, asked, from, typed);
    // 36％とする目標の６割: of the last year's, it may be.
    const Weighed of_last = weigh_ratio(assessment_, asked, {Base::Kind::final_target, {}}, typed);
    if (weighed.verdict != Verdict::tied && of_last.verdict == Verdict::tied) weighed = of_last;
    asked.property = Property::rate;
    const Weighed rate = weigh_value(assessment_, asked, typed);
    if (weighed.verdict != Verdict::tied && rate.verdict == Verdict::tied) weighed = rate;
    // ８割の目標に対して７割: of a share it may be the value.
    asked.property = Property::actual;
    const Weighed value = weigh_value(assessment_, asked, typed);
    if (weighed.verdict != Verdict::tied && value.verdict == Verdict::tied) weighed = value;
    // Where lower is better, shares of the target are told both ways.
    const bool plain = subject.kind == Subject::Kind::indicator &&
                       assessment_.indicators[subject.index].source->direction == input::Direction::higher;
    add(claim_at(at), weighed, plain && subject_sure() && !in_guard(at) && !frame_.topic);
    return true;
}

/// 604人、597人、588人、579人と減り続け: the years up to the one that is evaluated, where they are.
bool Reader::read_series(std::size_t at) {
    const std::size_t size = list_size(at);
    const bool given_out = frame_.distribution == "each" || frame_.subjects.size() != 1 || bracketed_year(at);
    if (given_out || size < 2 || is_move(token(move_behind(at)).sort)) return false;
    // 41.8％と｜1.8％上昇した: a value and its change.
    if (size == 2 && is_particle(at + 1, {U"と"}) && is_move(token(move_behind(at + 2)).sort)) return false;
    const Subject& subject = frame_.subjects[0];
    int last = frame_.year.value_or(assessment_.inputs->evaluated_year).western;
    // 令和４年度の12,910頭から12,870頭、12,755頭と: the first of them is of the year.
    if (frame_.year && frame_.year_once) last += static_cast<int>(size) - 1;
    std::vector<Weighed> weighed;
    std::size_t tied = 0;
    const auto weigh_years = [&](int to) {
        weighed.clear();
        tied = 0;
        for (std::size_t each = 0; each < size; ++each) {
            Question asked = question(subject);
            asked.year = {to - static_cast<int>(size - 1 - each)};
            const TypedFigure figure = lacking(tokens_[at + 2 * each].figure, frame_.loss);
            if (frame_.distance) {
                Base from = *frame_.distance;
                const bool first = asked.year == assessment_.inputs->strategy.first_year;
                if (from.kind == Base::Kind::year && first) from = {Base::Kind::baseline, {}};
                if (from.kind == Base::Kind::year) from.year = {asked.year.western - 1};
                weighed.push_back(weigh_change(assessment_, asked, from, figure, {}));
                tied += weighed.back().verdict == Verdict::tied;
                continue;
            }
            weighed.push_back(weigh_value(assessment_, asked, figure));
            // 令和３年の214人から: before the plan's first year it may be the baseline.
            if (asked.year < assessment_.inputs->strategy.first_year && weighed.back().verdict == Verdict::left) {
                asked.property = Property::baseline;
                weighed.back() = weigh_value(assessment_, asked, figure);
                if (weighed.back().verdict == Verdict::contradicted) weighed.back() = {};
            }
            tied += weighed.back().verdict == Verdict::tied;
        }
    };
    weigh_years(last);
    // ８件、13件、19件と伸びてきたが、令和６年度は: up to the year before.
    if (tied <= 1) {
        weigh_years(last - 1);
        if (tied < size) weigh_years(last);
    }
    // 創業者は、令和２年度から順に９人、11人、15人: of a sum that grows, what came to it each year.
    const auto& all = assessment_.indicators;
    const bool sum = subject.kind == Subject::Kind::indicator && all[subject.index].source->cumulative;
    if (tied <= 1 && size > 2 && sum && !frame_.distance) {
        frame_.distance = Base{Base::Kind::year, {}};
        weigh_years(last);
        if (tied < size) weigh_years(last - 1);
        frame_.distance.reset();
        if (tied < size) tied = 0;
    }
    // 21件と｜１件の不足: no list.
    if (size == 2 && is_particle(at + 1, {U"と"}) && tied < 2) return false;
    // All but one are the years' values: that one is meant to be.
    const bool sure = subject_sure() && tied + 1 >= size && tied > 1;
    for (std::size_t each = 0; each < size; ++each) {
        add(claim_at(at + 2 * each), tied > 1 ? weighed[each] : Weighed(), sure);
        taken_[at + 2 * each] = true;
    }
    return true;
}

/// 前年度の2.3倍, 目標の1.5倍, 令和３年度（12.5％）の３倍を超えた.
void Reader::read_multiple(std::size_t at, TypedFigure figure) {
    Claim claim = claim_at(at);
    // ３分の１の補助: a share of something else, unless the value came to be that.
    const bool share = figure.value < base::Ratio(1);
    if (share && !is_particle(at + 1, {U"に", U"へ", U"まで"})) return claims_.push_back(claim);
    const std::size_t verb = verb_behind(at);
    if (token(verb).sort == Sort::above && figure.bound == Bound::exact) figure.bound = Bound::over;
    if (token(verb).sort == Sort::below && figure.bound == Bound::exact) figure.bound = Bound::below;
    Base from = frame_.from;
    if (frame_.year && *frame_.year != assessment_.inputs->evaluated_year) from = {Base::Kind::year, *frame_.year};
    if (const auto told = base_of(frame_.property)) from = *told;
    const bool known = from.kind != Base::Kind::none && frame_.subjects.size() == 1;
    frame_.year.reset();
    frame_.year_used = false;
    if (!is_of_group(frame_.property)) frame_.property = Property::none;
    Weighed weighed;
    if (frame_.subjects.size() == 1)
        weighed = weigh_change(assessment_, question(frame_.subjects[0]), from, figure, {});
    // Of no base that is named: where one bears it out.
    if (!known && weighed.verdict != Verdict::tied) weighed = {};
    add(claim, weighed, subject_sure() && (!in_guard(at) || text_at(tokens_[at].end, U"に当た")) && !frame_.topic);
    if (known) frame_.from = from;
    if (is_move(token(verb).sort)) taken_[verb] = true;
}

/// 前年度の約半分に減った.
void Reader::on_half(std::size_t at) {
    const bool came_to_it = tokens_[at].text == U"半分" && is_particle(at + 1, {U"に", U"へ", U"まで"});
    if (!came_to_it || token(verb_behind(at)).sort != Sort::down) return;
    TypedFigure figure;
    set_share(figure, base::Ratio(1) / base::Ratio(2));
    read_multiple(at, figure);
}

}  // namespace check
