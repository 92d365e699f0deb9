// Years: what is told in them, and what is compared with them.
#include <algorithm>

#include "check/letters.h"
#include "check/reader.h"

namespace check {

/// 令和３年度から令和５年度にかけて
bool Reader::read_span(std::size_t at) {
    const base::Year first = tokens_[at].year;
    const Token& last = token(at + 2);
    if (last.sort != Sort::year || !last.year_named || last.year <= first ||
        !clause_behind(last.end).starts_with(U"にかけ"))
        return false;
    taken_[at + 2] = true;
    frame_.since = first;
    frame_.from = {Base::Kind::year, first};
    if (last.year != assessment_.inputs->evaluated_year) frame_.topic = last.year;
    return true;
}

/// 前の年（△66人）より, 前年（66人の減少）より: the figure in brackets is of the year, what follows is compared with
/// it.
bool Reader::read_bracketed_value(std::size_t at, base::Year year) {
    std::size_t close = at + 3;
    while (close < at + 6 && (is_particle(close, {U"の"}) || is_move(token(close).sort))) ++close;
    if (token(at + 1).sort != Sort::open || token(at + 2).sort != Sort::figure || token(close).sort != Sort::close ||
        year >= assessment_.inputs->evaluated_year)
        return false;
    frame_.year = year;
    frame_.year_once = true;
    frame_.from = {Base::Kind::year, year};
    return true;
}

/// 前回の調査から: the last year before this one that has a value, of what surveys ask for.
void Reader::on_last_survey(std::size_t at) {
    const bool of_one = frame_.subjects.size() == 1 && frame_.subjects[0].kind == Subject::Kind::indicator;
    if (!of_one || !assessment_.indicators[frame_.subjects[0].index].source->survey) return;
    // 前回（令和４年度）: the year is told.
    if (token(at + 1).sort == Sort::open && token(at + 2).sort == Sort::year) taken_[at] = true;
    std::size_t end = at + 1;
    while (is_particle(end, {U"の"}) || token(end).text == U"調査") ++end;
    const Letters behind = tail(sentence_->letters, token(end - 1).end);
    const bool compared = behind.starts_with(U"から") || behind.starts_with(U"より") || behind.starts_with(U"を") ||
                          behind.starts_with(U"に比べ") || behind.starts_with(U"と比べ") || behind.starts_with(U"比");
    if (!compared) return;
    const int first = assessment_.inputs->strategy.first_year.western;
    for (int year = assessment_.inputs->evaluated_year.western - 1; year >= first; --year) {
        if (!fact_of(assessment_, frame_.subjects[0], Property::actual, {year})) continue;
        frame_.from = {Base::Kind::year, {year}};
        for (std::size_t each = at; each < end; ++each) taken_[each] = true;
        return;
    }
}

void Reader::on_year(std::size_t at) {
    Token token = tokens_[at];
    auto clause = clause_behind(token.end);
    const auto begins = [&](std::initializer_list<Letters> words) {
        return std::any_of(words.begin(), words.end(), [&](Letters w) { return clause.starts_with(w); });
    };
    // 前年度末から: its end stands for the year.
    const bool end = begins({U"末から", U"末より", U"末の", U"末と比", U"末に比"});
    if (end) clause.remove_prefix(1);
    // 前年度 in a sentence on an earlier year may be the one before that.
    const bool named = token.year_named;
    const bool one_before = !named && token.text.starts_with(U"前");
    if (one_before && frame_.topic) frame_.relative = true;
    // 令和４年は、前年の104.3百万円から: of the year that has just been named there is no doubt.
    if (one_before && !frame_.topic && frame_.year && frame_.year_named &&
        *frame_.year < assessment_.inputs->evaluated_year)
        frame_.topic = frame_.year;
    if (one_before && frame_.topic)
        token.year.western += frame_.topic->western - assessment_.inputs->evaluated_year.western;
    frame_.target_last = false;
    if (read_bracketed_value(at, token.year)) return;
    if (named && token.year == assessment_.inputs->evaluated_year) frame_.topic.reset();
    const bool to_come = token.year > assessment_.inputs->evaluated_year && begins({U"までに"});
    const bool last_year = token.year.western == assessment_.inputs->evaluated_year.western - 1;
    if (last_year && begins({U"に続", U"に引き続"})) frame_.again = true;
    // 令和４年度以降は, ５年度からは: up to the year that is evaluated.
    if (named && begins({U"以降", U"からは"})) {
        frame_.year.reset();
        frame_.topic.reset();
    }
    if (!to_come && begins({U"に続", U"に引き続", U"以降", U"まで", U"中に公表", U"に公表", U"末"})) return;
    // 前年度の1,308人から: the figure's year; 前年度の実績から, 前年度から: what is compared with.
    // 前回（令和４年度）の76.0％を
    const bool bracketed = at > 0 && tokens_[at - 1].text == U"（" && this->token(at + 1).text == U"）";
    const std::size_t of = at + (end || bracketed ? 2 : 1);
    const bool qualifies = is_particle(of, {U"の"});
    if (qualifies) {
        const Token& next = this->token(of + 1);
        Letters behind = next.sort == Sort::figure ? Letters() : clause_behind(next.end);
        // 前年度の落ち込みから
        const bool moved = is_move(next.sort) && behind.size() > 1 && is_kana(behind[0]);
        if (moved) behind.remove_prefix(1);
        const bool compared =
            (next.sort == Sort::property || next.sort == Sort::noun || moved) &&
            (behind.starts_with(U"から") || behind.starts_with(U"より") || behind.starts_with(U"を") ||
             behind.starts_with(U"に比べ") || behind.starts_with(U"と比べ") || behind.starts_with(U"と比較")) &&
            next.property != Property::target && next.property != Property::final_target;
        if (compared) {
            frame_.from = {Base::Kind::year, token.year};
            return;
        }
        frame_.year = token.year;
        frame_.year_at = at;
        frame_.year_named = named;
        // 前年度の1,308人, 前年度の達成率103.6％から
        const bool of_rate = next.property == Property::rate && this->token(of + 2).sort == Sort::figure &&
                             is_particle(of + 3, {U"から"});
        frame_.year_once = next.sort == Sort::figure || of_rate;
        if (token.year_named && token.year_kind == base::YearKind::fiscal) frame_.fiscal_year = at + 1;
        return;
    }
    if (named && begins({U"から"}) && read_span(at)) return;
    if (begins({U"から", U"より", U"を", U"割れ", U"と比", U"に比", U"比", U"に対し", U"並み", U"と同", U"と変わ",
                U"とは同", U"とは変わ", U"からは"})) {
        frame_.from = {Base::Kind::year, token.year};
        return;
    }
    frame_.year = token.year;
    frame_.year_at = at;
    frame_.year_named = named;
    // 目標を下回ったことから、…、令和６年度は59百万円の増: what was compared with before is of the year before.
    if (named && is_particle(at + 1, {U"は", U"には"})) frame_.from = {};
    const bool here = is_particle(at + 1, {U"に", U"は", U"には"});
    frame_.fiscal_year = here && token.year_named && token.year_kind == base::YearKind::fiscal ? at + 1 : 0;
}

}  // namespace check
