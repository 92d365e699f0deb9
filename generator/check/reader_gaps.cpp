// How far a value is from its target, from where it was or from another: あと２件, 目標との差は, 最終目標まで.
#include "check/letters.h"
#include "check/reader.h"

namespace check {

/// 最終目標まで, 令和７年度の目標とするには: the target that was told last.
Base Reader::target_told(std::size_t at) const {
    while (at-- > 0) {
        const auto base = base_of(tokens_[at].property);
        if (!base || base->kind == Base::Kind::baseline) continue;
        const bool of_year = at > 1 && is_particle(at - 1, {U"の"}) && tokens_[at - 2].sort == Sort::year;
        const bool to_come = of_year && tokens_[at - 2].year > assessment_.inputs->evaluated_year;
        return to_come && base->kind == Base::Kind::target ? Base{base->kind, tokens_[at - 2].year} : *base;
    }
    return {Base::Kind::target, {}};
}

/// 最終目標とするには、なお｜31人の増加が必要である: how much it lacks; not so much each year.
bool Reader::is_needed(std::size_t at) const {
    const Sort move = token(move_behind(at)).sort;
    const Letters said = clause_before(at), behind = clause_behind(tokens_[at].end);
    const bool each_year = said.find(U"毎年") != Letters::npos || said.find(U"年平均") != Letters::npos ||
                           said.find(U"ずつ") != Letters::npos || behind.find(U"ずつ") != Letters::npos ||
                           said.find(U"当たり") != Letters::npos;
    return (move == Sort::up || move == Sort::down) && behind.find(U"が必要") != Letters::npos && !each_year;
}

/// 最終目標に｜達するには、あと22店の｜増加が｜必要: all of it tells how much it lacks.
void Reader::take_need(std::size_t at) {
    taken_[move_behind(at)] = true;
    for (std::size_t next = at; next < tokens_.size() && tokens_[next].sort != Sort::comma; ++next) {
        if (tokens_[next].text == U"必要") taken_[next] = true;
    }
    for (std::size_t last = at; last-- > 0 && !base_of(tokens_[last].property);) {
        if (tokens_[last].sort == Sort::reach) taken_[last] = true;
    }
}

/// 目標の30人までは｜７人, 最終目標まで｜982人.
bool Reader::is_until(std::size_t at) const {
    const std::size_t last = at > 1 && is_particle(at - 1, {U"は"}) ? at - 1 : at;
    if (last < 2 || !is_particle(last - 1, {U"まで"})) return false;
    const auto base = base_of(tokens_[last - 2].property);
    return tokens_[last - 2].sort == Sort::figure || (base && base->kind != Base::Kind::baseline);
}

/// あと２件, 残り32g, 6.8ポイント及ばない, 3.1ポイントの開き: how far it is to the target.
bool Reader::read_gap(std::size_t at) {
    const Token& figure = tokens_[at];
    const std::size_t last = before(at);
    const auto& letters = sentence_->letters;
    const bool to_go = is_until(at), needed = frame_.target_last && is_needed(at);
    const bool left =
        (to_go && frame_.target_last) || needed || stands_before(letters, figure.begin, U"あと") ||
        stands_before(letters, figure.begin, U"残り") || stands_before(letters, figure.begin, U"残すところ") ||
        stands_before(letters, figure.begin, U"目標まで") || stands_before(letters, figure.begin, U"目標までわずか") ||
        stands_before(letters, figure.begin, U"目標値までわずか") ||
        stands_before(letters, figure.begin, U"目標値まで") || stands_before(letters, figure.begin, U"との差は") ||
        stands_before(letters, figure.begin, U"との差が") || stands_before(letters, figure.begin, U"との開きは") ||
        stands_before(letters, figure.begin, U"との開きが");
    const Token& verb = token(at + 1);
    const bool short_of = verb.sort == Sort::reach && verb.negated;
    // 目標まで0.6ポイントに迫る; but ８割に迫る, 最終目標の74件に迫る
    const bool apart = (text_at(figure.end, U"に迫") && (to_go || stands_before(letters, figure.begin, U"まで"))) ||
                       text_at(figure.end, U"を残") || text_at(figure.end, U"の開き") ||
                       text_at(figure.end, U"の隔たり") || text_at(figure.end, U"の不足") ||
                       text_at(figure.end, U"の差");
    if (last == SIZE_MAX || (!left && !short_of && !apart) || figure.insert != nullptr) return false;
    const bool to_target = frame_.from.kind == Base::Kind::target || frame_.from.kind == Base::Kind::year_target ||
                           frame_.from.kind == Base::Kind::final_target;
    const bool to_base = to_target || (short_of && frame_.from.kind == Base::Kind::baseline);
    const Base from = to_base ? frame_.from : target_told(at);
    if (needed) take_need(at);
    if (short_of) frame_.from = from;
    if (left && !short_of) frame_.from = {};
    const bool sure = subject_sure() && frame_.target_last && frame_.subjects.size() == 1 && !is_counted_otherwise(at);
    const std::optional<base::Year> year = std::exchange(frame_.year, std::nullopt);
    if (!is_of_group(frame_.property)) frame_.property = Property::none;
    Weighed weighed;
    if (frame_.subjects.size() == 1 && (frame_.target_last || short_of)) {
        std::vector<Question> list = questions(frame_.subjects[0]);
        // 前年度に79.1％と目標に0.9ポイント届かなかった: of that year.
        if (year && *year < assessment_.inputs->evaluated_year) {
            list.push_back(list.front());
            list.back().year = *year;
        }
        for (const Question& asked : list) {
            const Weighed each = weigh_change(assessment_, asked, from, figure.figure, {});
            // Of an earlier year or of this one: doubted where it fits neither.
            if (each.verdict != Verdict::left) weighed = each;
            if (each.verdict == Verdict::tied) break;
        }
    }
    // 基準値の412千人泊を上回るまでには、なお｜15千人泊の差: to the base that was spoken of.
    for (std::size_t told = at; told-- > 0 && !to_target && weighed.verdict == Verdict::contradicted;) {
        const auto base = base_of(tokens_[told].property);
        if (!base || base->kind == Base::Kind::target) continue;
        const Weighed other = weigh_change(assessment_, question(frame_.subjects[0]), *base, figure.figure, {});
        if (other.verdict == Verdict::tied) weighed = other;
    }
    // 令和７年度の目標880人には16人足りない: told by the figure.
    if (short_of && from.year.western != 0) {
        taken_[at + 1] = true;
        frame_.from = {};
    }
    add(claim_at(at), weighed, sure);
    if (!frame_.year_once) frame_.year = year;
    return true;
}

/// 目標との差は, 移住相談件数の伸びは: what follows says how far it was from there, each year.
void Reader::on_distance(std::size_t at) {
    if (!is_particle(at + 1, {U"は", U"が", U"も"}) || frame_.subjects.size() != 1) return;
    const Token& word = tokens_[at];
    const auto behind_target = [&](std::u32string_view words) {
        return stands_before(sentence_->letters, word.begin, std::u32string(U"目標") + std::u32string(words)) ||
               stands_before(sentence_->letters, word.begin, std::u32string(U"目標値") + std::u32string(words));
    };
    const bool gap = word.text == U"差" || word.text == U"開き" || word.text == U"隔たり";
    // 目標の320人との差は｜19人から11人に
    std::size_t owner = at;
    while (owner > 0 && is_particle(owner - 1, {U"と", U"の", U"との"})) --owner;
    const bool from_value = owner > 0 && owner < at && tokens_[owner - 1].sort == Sort::figure && frame_.target_last &&
                            stands_before(sentence_->letters, word.begin, U"との") && is_particle(at + 3, {U"から"});
    if (gap && (from_value || behind_target(U"との") || behind_target(U"までの")))
        frame_.distance = Base{Base::Kind::target, {}};
    // 伸びは, 低下｜幅は, 伸び｜率は
    const bool measure = (word.text == U"幅" || word.text == U"率" || word.text == U"数") && at > 0 &&
                         (tokens_[at - 1].sort == Sort::up || tokens_[at - 1].sort == Sort::down) &&
                         tokens_[at - 1].end == word.begin;
    const bool moved = word.text == U"増加" || word.text == U"減少" || word.text == U"上昇" || word.text == U"低下";
    const bool growth = word.text == U"伸び" || word.text == U"伸び幅" || word.text == U"増加数" || measure || moved;
    const std::size_t of = measure ? at - 1 : at;
    const bool of_name = (of > 1 && is_particle(of - 1, {U"の"}) &&
                          (tokens_[of - 2].sort == Sort::name || tokens_[of - 2].sort == Sort::goal)) ||
                         (measure && of > 0 && tokens_[of - 1].sort == Sort::comma);
    // 前年度からの｜伸びは
    const bool from_year = growth && of > 2 && stands_before(sentence_->letters, tokens_[of].begin, U"からの") &&
                           frame_.from.kind == Base::Kind::year &&
                           frame_.from.year.western == assessment_.inputs->evaluated_year.western - 1;
    if (from_year) frame_.from = {};
    if (from_year || (growth && of_name)) frame_.distance = Base{Base::Kind::year, {}};
    if (growth && of_name && measure) taken_[at - 1] = true;
    if (!frame_.distance) return;
    frame_.property = Property::none;
    taken_[at] = true;
}

bool Reader::read_distance(std::size_t at) {
    if (!frame_.distance || frame_.subjects.size() != 1 || is_move(token(move_behind(at)).sort)) return false;
    Question asked = question(frame_.subjects[0]);
    // 前年の42人から65人に: the first of two is last year's.
    if (!frame_.year && is_particle(at + 1, {U"から"})) --asked.year.western;
    asked.property = Property::none;
    Base from = *frame_.distance;
    if (from.kind == Base::Kind::year) from.year = {asked.year.western - 1};
    Weighed weighed = weigh_change(assessment_, asked, from, tokens_[at].figure, {});
    // 基準値より320ｔ少なく、減少率は｜3.6％: from where the sentence measured before.
    for (std::size_t last = at; from.kind == Base::Kind::year && last-- > 0 && weighed.verdict != Verdict::tied;) {
        const Token& base = tokens_[last];
        const bool earlier = base.sort == Sort::year && base.year < asked.year;
        if (!earlier && base.property != Property::baseline) continue;
        const Weighed other = weigh_change(assessment_, asked,
                                           earlier ? Base{Base::Kind::year, base.year} : Base{Base::Kind::baseline, {}},
                                           tokens_[at].figure, {});
        if (other.verdict == Verdict::tied) weighed = other;
    }
    // ３年間で85頭減ったが、減少率は｜0.7％: since so many years ago, it may be.
    const Letters said = Letters(sentence_->letters).substr(0, tokens_[at].begin);
    const bool over_years = from.kind == Base::Kind::year && said.find(U"年間で") != Letters::npos &&
                            said.find(U"1年間で") == Letters::npos;
    const bool own = (at > 1 && taken_[at - 2]) || governed(at);
    add(claim_at(at), weighed, subject_sure() && own && !in_guard(at) && !over_years);
    return true;
}

}  // namespace check
