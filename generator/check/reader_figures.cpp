// What a figure in a sentence is: a value, a change, a threshold, a length of time.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "check/conditions.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

bool is_cumulative(const evaluate::Assessment& assessment, const Subject& subject) {
    return subject.kind == Subject::Kind::indicator && assessment.indicators[subject.index].source->cumulative;
}

/// No other indicator is counted in its unit.
bool has_own_unit(const evaluate::Assessment& assessment, const Subject& subject) {
    if (subject.kind != Subject::Kind::indicator) return false;
    const std::string unit = unit_of(assessment, subject);
    const auto& all = assessment.inputs->strategy.indicators;
    return !unit.empty() && std::count_if(all.begin(), all.end(), [&](const auto& each) {
                                return base::encode(narrowed(each.unit)) == unit;
                            }) == 1;
}

}  // namespace

TypedFigure lacking(TypedFigure figure, bool loss) {
    if (loss && figure.value.sign() > 0) figure.value = base::Ratio() - figure.value;
    return figure;
}

std::optional<Question> Reader::inserted_question(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.insert == nullptr) return std::nullopt;
    const auto address = parse_address(assessment_, token.insert->path);
    if (!address) return std::nullopt;
    Question question{address->subject, Property::none, address->year.value_or(assessment_.inputs->evaluated_year),
                      false};
    const std::string& word = address->property;
    if (word == "actual_change" || word == "gap") question.property = Property::actual;
    if (word == "rate_change") question.property = Property::rate;
    if (word == "mean_change") question.property = Property::mean;
    return question;
}

void Reader::on_figure(std::size_t at) {
    if (is_no_figure(at)) {
        if (!read_streak(at) && of_a_part(at)) frame_.blocked_in_clause = true;
        return;
    }
    // 毎年１店から２店ずつ: how much each time.
    if (is_particle(at + 1, {U"から"}) && token(at + 2).sort == Sort::figure && text_at(token(at + 2).end, U"ずつ"))
        return claims_.push_back(claim_at(at));
    // 達成率は95.3％で、1,130泊から: in its own unit it is the value.
    const std::string& unit = tokens_[at].figure.unit;
    if (frame_.property == Property::rate && frame_.subjects.size() == 1 && !unit.empty() && !is_percent(unit) &&
        unit == unit_of(assessment_, frame_.subjects[0]))
        frame_.property = Property::none;
    if (const auto year = bracketed_year(at)) {
        frame_.year = tokens_[*year].year;
        frame_.year_once = true;
        taken_[*year] = true;
    }
    if (const auto year = described_year(at); year && !frame_.year) {
        frame_.year = tokens_[*year].year;
        frame_.year_once = true;
    }
    if (read_series(at)) {
        if (std::exchange(frame_.year_once, false)) frame_.year.reset();
        return;
    }
    // 有効求人倍率は1.17倍: a value.
    const bool counted_so = frame_.subjects.size() == 1 && unit_of(assessment_, frame_.subjects[0]) == "倍";
    if (tokens_[at].figure.unit == "倍" && !counted_so) {
        read_multiple(at, tokens_[at].figure);
    } else if (!read_distance(at) && !read_gap(at) && !read_share_of_target(at) && !read_ratio(at) &&
               !read_change(at) && !read_threshold(at)) {
        read_value(at);
    }
    if (frame_.year_once) frame_.year.reset();
    frame_.year_once = false;
    // 11.1haのうち、８haで: what follows are its parts.
    if (text_at(tokens_[at].end, U"のうち")) frame_.blocked = true;
}

/// 200頭を割り込んだ｜のは、計画期間で初めて, ３年ぶり: when it came to be so.
bool Reader::is_told_as_new(std::size_t verb) const {
    const Letters rest = tail(sentence_->letters, token(verb).end);
    const Letters told = rest.substr(0, std::min(rest.find(U'。'), rest.size()));
    return told.find(U"のは") < 6 && (told.find(U"初めて") != Letters::npos || told.find(U"年ぶり") != Letters::npos ||
                                      told.find(U"年度ぶり") != Letters::npos);
}

/// 90.0％を上回った, 80％に届かなかった.
bool Reader::read_threshold(std::size_t at) {
    const bool round = text_at(tokens_[at].end, U"の大台");
    if (!is_particle(at + (round ? 3 : 1), {U"を", U"に", U"には"})) return false;
    const std::size_t behind = verb_behind(at);
    const Token& verb = token(behind);
    const bool compares = verb.sort == Sort::above || verb.sort == Sort::below;
    // 100.0％に達した gives the value, 90％に達していない an edge.
    const bool short_of = verb.sort == Sort::reach && verb.negated;
    if (!compares && !short_of) return false;
    // 目標値の4,000件に届かなかった, 前年の262,700人を上回った: a value that is compared with.
    const bool compared = frame_.property == Property::target || frame_.property == Property::final_target ||
                          frame_.property == Property::baseline || frame_.year_once;
    // 200頭を割り込んだのは、初めて: of this year; not …を割り込んだのは、用地の取得が遅れたため.
    const bool at_last = verb.before_noun && is_told_as_new(behind);
    if ((verb.before_noun && !at_last) || compared) return false;
    taken_[behind] = true;
    if (round) taken_[at + 2] = true;
    Claim claim = claim_at(at);
    claim.end = verb.end;
    int sign = verb.sort == Sort::above ? 1 : -1;
    const bool negated = compares && verb.negated;
    if (negated) sign = -sign;
    claim.typed = typed_text(tokens_[at].figure) + (sign > 0 ? "超" : "未満");
    bool sure = subject_sure() && verb.said && governed(at) && !at_last;
    // 全体の６割を超えた: of a group only its mean or rate is known to be meant.
    const bool group = !frame_.subjects.empty() && frame_.subjects[0].is_group();
    if (group && !is_of_group(frame_.property)) sure = false;
    if (of_each_counted(at) || describes_another(behind)) sure = false;
    // 全体の５割を超え is no rate where none is spoken of.
    const bool tenths = tokens_[at].figure.unit == "割" && !speaks_of_rates();
    for (const Subject& subject : frame_.subjects) {
        const bool other = tenths && !is_percent(unit_of(assessment_, subject));
        add(claim,
            other ? Weighed() : weigh_threshold(assessment_, question(subject), tokens_[at].figure, sign, negated),
            sure);
    }
    if (frame_.subjects.empty()) add(claim, {}, false);
    return true;
}

/// 令和５年度の出生数は1,288人: a figure of the calendar year, called one of the fiscal year. The other way round is
/// left alone, since an indicator is fiscal where nobody says otherwise.
void Reader::check_fiscal(const Subject& subject) {
    if (frame_.fiscal_year == 0) return;
    const std::size_t at = frame_.fiscal_year - 1;
    frame_.fiscal_year = 0;
    if (frame_.property != Property::none || year_kind_of(assessment_, subject) != base::YearKind::calendar) return;
    Claim claim = claim_at(at);
    const Question asked = question(subject);
    claim.typed = base::era_year(assessment_.inputs->eras, asked.year, base::YearKind::fiscal);
    Weighed weighed{Verdict::contradicted, about(assessment_, asked, Property::actual), "", {}, ClaimKind::year};
    weighed.truth = base::era_year(assessment_.inputs->eras, asked.year, base::YearKind::calendar);
    add(claim, weighed, true);
}

/// 累計45件で、令和６年度は｜16件を除却した: of a sum that grows, what came to it this year, in a word of its name.
bool Reader::is_of_one_year(std::size_t at) const {
    bool this_year = clause_before(at).find(U"1年間で") != Letters::npos;
    for (std::size_t last = at; last-- > 0 && tokens_[last].sort != Sort::comma;) {
        const Token& token = tokens_[last];
        if (token.sort == Sort::year && token.year != assessment_.inputs->evaluated_year) return false;
        this_year = this_year || token.sort == Sort::year;
    }
    const Token& done = token(at + 2);
    const std::u32string name = narrowed(name_of(assessment_, frame_.subjects[0]));
    const bool own = is_particle(at + 1, {U"の", U"を", U"が"}) && done.text.size() > 1 &&
                     (done.sort == Sort::noun || done.sort == Sort::other) &&
                     name.find(done.text) != std::u32string::npos;
    const bool summed = sentence_->letters.find(U"累計") != std::u32string::npos;
    return frame_.subjects.size() == 1 && this_year && own && summed &&
           tokens_[at].figure.unit == unit_of(assessment_, frame_.subjects[0]);
}

/// What is aimed at: a target of this year, of a year to come that the sentence names, or of the last one.
std::optional<Weighed> Reader::weigh_aim(std::size_t at, const Subject& subject) const {
    const Letters rest = tail(sentence_->letters, tokens_[at].end);
    if (rest.substr(0, rest.find(U'。')).find(U"目指") == Letters::npos) return std::nullopt;
    std::vector<base::Year> years = {assessment_.inputs->evaluated_year};
    for (const Token& each : tokens_) {
        if (each.sort == Sort::year && each.year > years[0]) years.push_back(each.year);
    }
    for (const base::Year year : years) {
        const Weighed weighed = weigh_value(assessment_, {subject, Property::target, year, true}, tokens_[at].figure);
        if (weighed.verdict == Verdict::tied) return weighed;
    }
    return std::nullopt;
}

/// A figure as the value of a subject: of the year that is spoken of, or of one named before, or as a way to it.
Weighed Reader::weigh_reading(std::size_t at, const Subject& subject, bool& sure) {
    // 減少数は118人, 214人の転出超過
    const bool loss = frame_.loss || token(at + 1).sort == Sort::loss ||
                      (is_particle(at + 1, {U"の"}) && token(at + 2).sort == Sort::loss);
    const TypedFigure figure = lacking(tokens_[at].figure, loss);
    Weighed weighed = weigh_value(assessment_, question(subject), figure);
    // 17項目のうち達成したものは10項目、達成率は58.8％: the share of those that reached their target.
    if (subject.is_group() && frame_.property == Property::rate && weighed.verdict == Verdict::contradicted) {
        Question of_share = question(subject);
        of_share.property = Property::share;
        const Weighed share = weigh_value(assessment_, of_share, figure);
        if (share.verdict == Verdict::tied) weighed = share;
    }
    if (other_year() && !frame_.year && weighed.verdict != Verdict::tied) {
        // 令和４年度に1,308人であったが、1,288人に: of that year or of this one.
        const Weighed then = weigh_value(assessment_, questions(subject).front(), figure);
        if (then.verdict == Verdict::tied) weighed = then;
    }
    // 目標の45,000kW is that of the last year where only that one fits.
    if (weighed.verdict == Verdict::tied && weighed.fact && frame_.from.kind == Base::Kind::target) {
        if (weighed.fact->property == Property::final_target) frame_.from.kind = Base::Kind::final_target;
        const auto of_year = fact_of(assessment_, subject, Property::year_target, question(subject).year);
        const bool year_target = of_year && of_year->value == weighed.fact->value;
        if (weighed.fact->property == Property::year_target || year_target) frame_.from.kind = Base::Kind::year_target;
    }
    // 令和７年度は、延べ宿泊者数19,000人泊を目指す
    if (weighed.verdict == Verdict::contradicted) {
        if (const auto aim = weigh_aim(at, subject)) weighed = *aim;
    }
    // 直近の3,688億円: an earlier value that is said to be one.
    if (weighed.kind == ClaimKind::year && !frame_.year && speaks_of_another_time(sentence_->letters.size()))
        sure = false;
    if (weighed.verdict == Verdict::contradicted && weighed.fact && weighed.fact->property == Property::actual) {
        // 単年度では5.2ha, 定員に61人足らず: what is no value may be the way to one, whatever the words.
        Question asked = question(subject);
        asked.property = Property::actual;
        const Weighed change = weigh_change(assessment_, asked, {}, figure, {});
        if (change.verdict == Verdict::tied) weighed = change;
        const bool of_one_year = is_cumulative(assessment_, subject) && is_of_one_year(at);
        if (of_one_year || (is_cumulative(assessment_, subject) && clause_before(at).ends_with(U"単年度で")))
            weighed = weigh_change(assessment_, asked, {Base::Kind::year, {asked.year.western - 1}}, figure, {});
        if (of_one_year) {
            sure = subject_sure() && !in_guard(at);
            taken_[at + 2] = true;  // 除却
        } else if (is_cumulative(assessment_, subject) && clause_before(at).find(U"単年度") != Letters::npos) {
            sure = false;
        }
    }
    return weighed;
}

/// A name cut short is known by its own value: nothing else in the sentence says 17,935人, or 38.2％; of shorter values
/// two, 前年の19回 and 27回.
void Reader::note_known(std::size_t at, const Subject& subject) {
    const TypedFigure& typed = tokens_[at].figure;
    if (typed.bound != Bound::exact || !governed(at)) return;
    const bool of_a_year = frame_.year && frame_.year_named && typed.value > base::Ratio(9) * typed.step;
    const bool precise = of_a_year || typed.value > base::Ratio(99) * typed.step || has_own_unit(assessment_, subject);
    frame_.known_by += precise ? 2 : 1;
    if (frame_.known_by < 2 || frame_.sure) return;
    frame_.sure = true;
    known_.push_back(subject);
}

/// 目標の135件に対し、交通事故件数は: a value of what the sentence goes on to name, where it is one; where it is said
/// to be the target of what is named right behind, whatever it is.
std::optional<Weighed> Reader::weigh_before_name(std::size_t at, bool& sure) {
    for (std::size_t next = at + 1; next < tokens_.size(); ++next) {
        if (tokens_[next].sort != Sort::name) continue;
        if (!tokens_[next].whole_name || tokens_[next].subjects.size() != 1) return std::nullopt;
        const Weighed weighed = weigh_value(assessment_, question(tokens_[next].subjects[0]), tokens_[at].figure);
        sure = frame_.property == Property::target && text_at(tokens_[at].end, U"に対し、") &&
               tokens_[next - 1].sort == Sort::comma && is_particle(next + 1, {U"は"}) && !tokens_[next].narrowed;
        if (weighed.verdict != Verdict::tied && !sure) return std::nullopt;
        frame_.property = Property::none;
        return weighed;
    }
    return std::nullopt;
}

/// Whether a figure can only be said of the subjects: it stands right behind them, and nothing else explains it.
bool Reader::is_value_of(std::size_t at, const std::vector<Subject>& subjects) {
    // 50人を下回るのは: an edge that is told of something else.
    const Token& verb = token(verb_behind(at));
    const bool edge = is_particle(at + 1, {U"を", U"に", U"には"}) && verb.before_noun &&
                      (verb.sort == Sort::above || verb.sort == Sort::below || verb.sort == Sort::reach);
    const bool compared_with = base_of(frame_.property) || frame_.year_once;
    bool sure = subject_sure() && governed(at) && !in_guard(at) && !owns_noun(at) && (!edge || compared_with) &&
                !is_counted_otherwise(at);
    if (frame_.relative && frame_.year && !frame_.year_named) sure = false;
    // 561t（17.4％）: the share of a change that stands before it.
    // 前年を｜2.4％: by how much, and no value.
    if (at > 0 && is_particle(at - 1, {U"を"})) sure = false;
    const bool behind_change = at > 1 && tokens_[at - 1].text == U"（" && !claims_.empty() &&
                               claims_.back().kind == ClaimKind::change && claims_.back().end == tokens_[at - 2].end;
    if (behind_change) sure = false;
    // KPIの48.9％が…: of a group only its mean or rate is known to be meant.
    const bool group = !subjects.empty() && subjects[0].is_group();
    // 基本目標３が3.7点, 評価は3.4点: where ratings are given points, that is the mean.
    if (group && tokens_[at].figure.unit == "点" &&
        tally_of(assessment_, subjects[0], assessment_.inputs->evaluated_year).in_points)
        frame_.property = Property::mean;
    if (group && !is_of_group(frame_.property)) sure = false;
    if (of_each_counted(at)) sure = false;
    // 入込客数の｜6.4％: a share of it, where no rate is spoken of.
    const bool of_name = at > 1 && is_particle(at - 1, {U"の"}) && tokens_[at - 2].sort == Sort::name;
    const std::size_t amount = verb_behind(at);
    if (describes_another(token(amount).sort == Sort::figure ? move_behind(amount) : amount)) sure = false;
    if (of_name && is_percent(tokens_[at].figure.unit) && !speaks_of_rates() && frame_.property == Property::none &&
        !is_percent(unit_of(assessment_, subjects[0])))
        sure = false;
    return sure;
}

void Reader::read_value(std::size_t at) {
    Claim claim = claim_at(at);
    // 364件の目標を: the property stands behind.
    const Token& owner = token(at + 2);
    if (is_particle(at + 1, {U"の", U"という"}) && owner.sort == Sort::property && owner.property != Property::rating) {
        frame_.property = owner.property;
    }
    std::vector<Subject> subjects = frame_.subjects;
    // 99.3％の｜基本目標３: of what follows.
    const bool of_goal = is_particle(at + 1, {U"の"}) && owner.sort == Sort::goal && owner.subjects.size() == 1 &&
                         owner.subjects[0].is_group() && frame_.property == Property::mean;
    if (of_goal) subjects = owner.subjects;
    const bool several = subjects.size() > 1;
    const Token& verb = token(verb_behind(at));
    bool sure = is_value_of(at, subjects);
    if (several && frame_.distribution == "each") {
        if (frame_.listed < subjects.size()) {
            subjects = {subjects[frame_.listed]};
            ++frame_.listed;
        } else {
            sure = false;
        }
    } else if (several && frame_.distribution != "same") {
        sure = false;
    }
    frame_.year_used = frame_.year.has_value();
    if (is_particle(at + 1, {U"から"}) && !frame_.year) return read_value_before(at, subjects, sure);
    note_base(at);
    if (subjects.empty()) {
        bool of_next = false;
        if (const auto weighed = weigh_before_name(at, of_next)) return add(claim, *weighed, of_next);
        if (const auto question = inserted_question(at)) claim.verdict = Verdict::tied;
        claims_.push_back(claim);
        return;
    }
    const bool compared = frame_.from.kind == Base::Kind::year;
    for (const Subject& subject : subjects) {
        const Weighed weighed = weigh_reading(at, subject, sure);
        // 498人から｜233人: it may be the way from there, whatever the words.
        std::size_t owner_of = at;
        while (owner_of > 1 && is_particle(owner_of - 1, {U"から", U"は"})) --owner_of;
        const bool from_figure = owner_of < at && tokens_[owner_of - 1].sort == Sort::figure;
        const bool loose = !bound(at) || from_figure;
        const bool misread = weighed.verdict == Verdict::contradicted && loose && fits_elsewhere(at, subject);
        add(claim, weighed, sure && !misread);
        if (weighed.verdict == Verdict::tied && weighed.fact && weighed.fact->property == Property::actual && sure) {
            check_fiscal(subject);
        }
        // 118件に達した: what it came to, and no target.
        const bool came_to = weighed.verdict == Verdict::tied && weighed.fact &&
                             weighed.fact->property == Property::actual && is_particle(at + 1, {U"に"}) &&
                             verb.sort == Sort::reach && !verb.negated;
        if (came_to) taken_[verb_behind(at)] = true;
        if (!several && weighed.verdict == Verdict::tied && weighed.fact) note_known(at, subject);
        if (compared && frame_.property == Property::none && weighed.fact) frame_.property = weighed.fact->property;
        if (claims_.back().verdict == Verdict::left) claims_.back().about.clear();
        if (tokens_[at].insert != nullptr && claims_.back().verdict == Verdict::left)
            claims_.back().verdict = Verdict::tied;
        if (several && frame_.distribution.empty()) break;
    }
    // 目標値1,556人に対し実績値は…: a property without は holds for its own figure; so does a year to come.
    if (!base_of(frame_.property)) return;
    if (frame_.year && *frame_.year > assessment_.inputs->evaluated_year) frame_.year.reset();
    frame_.property = Property::none;
}

}  // namespace check
