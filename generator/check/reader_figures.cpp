// What a figure in a sentence is: a value, a change, a threshold, a length of time.
#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "check/conditions.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

bool is_any(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

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

/// Ordinals, dates, ages, lengths of time and shares of one are nothing the data hold.
bool Reader::is_no_figure(std::size_t at) const {
    const Token& token = tokens_[at];
    const auto& letters = sentence_->letters;
    const char32_t last = token.begin == 0 ? U' ' : letters[token.begin - 1];
    const bool part_of_word = (last >= U'A' && last <= U'Z') || (last >= U'a' && last <= U'z');  // Society5.0
    if (part_of_word && token.insert == nullptr) return true;
    // 0548-22-9900: the numbers of a telephone or an address.
    const auto dashed = [&](std::size_t dash, std::size_t digit) {
        return dash < letters.size() && digit < letters.size() && is_digit(letters[digit]) &&
               (letters[dash] == U'-' || letters[dash] == U'△');
    };
    if (dashed(token.begin, token.begin - 1) || dashed(token.end, token.end + 1)) return true;
    for (const Letters word : {Letters(U"第"), Letters(U"満"), Letters(U"～"), Letters(U"~")}) {
        if (stands_before(letters, token.begin, word)) return true;
    }
    // Where years of age are what is counted, they are figures.
    const bool counted = frame_.subjects.size() == 1 && token.figure.unit == unit_of(assessment_, frame_.subjects[0]);
    const bool broken = token.figure.step < base::Ratio(1);  // 1.51年
    const bool usual =
        (broken || !is_any(token.figure.unit, {"年", "年度", "月"})) && !(token.figure.unit == "日" && last == U'月');
    const bool edge = token.figure.bound != Bound::exact || text_at(token.end, U"時") || text_at(token.end, U"の");
    if (counted && usual && !edge && !text_at(token.end, U"当たり")) return false;
    if (is_any(token.figure.unit,
               {"年", "年度", "年間", "か年", "月", "日", "歳",   "歳代",   "代", "期",   "次", "号", "条", "章",
                "階", "番",   "時間", "週",   "分", "秒", "か月", "年連続", "回", "日間", "種", "類", "本"}) &&
        frame_.subjects.empty()) {
        return true;
    }
    if (is_any(token.figure.unit, {"年", "年度", "年間", "か年", "月", "日", "歳", "歳代", "代", "期", "次", "章", "条",
                                   "号", "か月", "年連続"})) {
        return true;
    }
    return text_at(token.end, U"当たり") || text_at(token.end, U"あたり") || text_at(token.end, U"～") ||
           text_at(token.end, U"につき");
}

/// Whether what is said of the figure is a plan, a wish or a forecast.
bool Reader::in_guard(std::size_t at) const {
    const Letters clause = clause_behind(tokens_[at].end);
    for (const Letters word :
         {Letters(U"目指"), Letters(U"見込"), Letters(U"予定"), Letters(U"想定"), Letters(U"目標と"), Letters(U"期待"),
          Letters(U"計画"), Letters(U"推計"), Letters(U"試算"), Letters(U"必要"), Letters(U"よう"),   Letters(U"べき"),
          Letters(U"求め"), Letters(U"占め"), Letters(U"近づ"), Letters(U"近い"), Letters(U"に当た"), Letters(U"上限"),
          Letters(U"下限"), Letters(U"仮に"), Letters(U"なら")}) {
        if (clause.find(word) != Letters::npos) return true;
    }
    return false;
}

/// Whether the figure stands right behind its subject: nothing the data do not know comes between.
bool Reader::governed(std::size_t at) const {
    std::size_t last = before(at);
    if (last == SIZE_MAX) return false;
    if (is_particle(last, {U"は", U"が", U"も", U"の", U"で", U"に", U"と", U"へ", U"では", U"には", U"とも"})) {
        std::size_t owner = before(last);
        if (owner != SIZE_MAX && is_particle(owner, {U"で", U"に"})) owner = before(owner);  // では, には
        if (owner != SIZE_MAX && tokens_[owner].sort == Sort::noun) {
            // 死亡数: a count of something else.
            const bool of_another =
                owner > 0 && tokens_[owner - 1].sort == Sort::noun && tokens_[owner - 1].end == tokens_[owner].begin;
            if (of_another) return false;
            const bool counts = tokens_[owner].text == U"結果" || tokens_[owner].text == U"数" ||
                                tokens_[owner].text == U"人数" || tokens_[owner].text == U"件数" ||
                                tokens_[owner].text == U"値" || tokens_[owner].text == U"数値" ||
                                tokens_[owner].text == U"累計" || tokens_[owner].text == U"合計";
            return counts;
        }
    }
    static const std::set<std::u32string> adverbs = {U"約", U"およそ", U"おおよそ", U"ほぼ", U"概ね",
                                                     U"計", U"合計",   U"全体",     U"結果"};
    if (tokens_[last].sort == Sort::noun) return adverbs.contains(tokens_[last].text);
    if (tokens_[last].text == U"うち" || tokens_[last].text == U"・") return false;
    return true;
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

/// The word behind a figure and its particles: を上回, には達していな.
std::size_t Reader::verb_behind(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < at + 4 && is_particle(next, {U"を", U"に", U"は", U"には", U"も", U"へ", U"までは", U"まで"})) ++next;
    // わずかに上回った, 大幅に, 大きく
    static const std::set<std::u32string> degrees = {U"わずか", U"僅か", U"大幅",   U"若干",     U"やや", U"大きく",
                                                     U"かなり", U"少し", U"初めて", U"はじめて", U"既に", U"再び"};
    if (degrees.contains(token(next).text)) next += is_particle(next + 1, {U"に"}) ? 2U : 1U;
    // １億円を｜２年続けて｜超えている
    if (token(next).sort == Sort::figure && lasts(token(next))) {
        std::size_t verb = next + 1;
        while (verb < next + 5 && token(verb).sort != Sort::comma && token(verb).sort != Sort::end &&
               !is_move(token(verb).sort) && token(verb).sort != Sort::reach)
            ++verb;
        if (is_move(token(verb).sort) || token(verb).sort == Sort::reach) next = verb;
    }
    return std::min(next, tokens_.size() - 1);
}

/// The move a figure is the amount of: 20人の｜減少, 90人（4.2％）増, 7人、3人｜減; that of the token behind where none
/// is.
std::size_t Reader::move_behind(std::size_t at) const {
    const auto light = [&](std::size_t next) {
        return is_particle(next, {U"の", U"も", U"ほど", U"だけ", U"分"}) || token(next).text == U"ほど" ||
               token(next).text == U"分" || token(next).text == U"程度";
    };
    std::size_t next = at + 1;
    while (light(next)) ++next;
    const std::size_t first = next;
    for (std::size_t steps = 0; steps < 12 && next < tokens_.size(); ++steps) {
        const Token& here = token(next);
        if (is_move(here.sort)) return next;
        // 57件、６分の１｜減少: its share, too.
        const std::string& unit = token(next + 1).figure.unit;
        const bool share = unit == "％" || unit == "割" || unit == "倍";
        const bool list = here.sort == Sort::comma && token(next + 1).sort == Sort::figure &&
                          (unit == tokens_[at].figure.unit || share);
        if (here.sort == Sort::open && token(next + 1).sort == Sort::figure && token(next + 2).sort == Sort::close) {
            next += 3;
        } else if (here.sort == Sort::close || list || (here.sort == Sort::figure && next > first) || light(next)) {
            ++next;
        } else {
            break;
        }
    }
    return first;
}

std::u32string_view Reader::clause_before(std::size_t at) const {
    const Letters said = Letters(sentence_->letters).substr(0, tokens_[at].begin);
    const std::size_t comma = said.rfind(U'、');
    return comma == Letters::npos ? said : said.substr(comma + 1);
}

/// 884万t（令和６年）: the year of the figure before the bracket.
std::optional<std::size_t> Reader::bracketed_year(std::size_t at) const {
    const bool there =
        token(at + 1).sort == Sort::open && token(at + 2).sort == Sort::year && token(at + 3).sort == Sort::close;
    return there ? std::optional(at + 2) : std::nullopt;
}

/// 604人、597人、588人: how many figures of one unit follow each other.
std::size_t Reader::list_size(std::size_t at) const {
    std::size_t size = 1;
    // 38人から25人、11人、４人と: three or more; two are a change.
    const bool from = is_particle(at + 1, {U"から"}) && token(at + 2).sort == Sort::figure &&
                      token(at + 3).sort == Sort::comma && token(at + 4).sort == Sort::figure &&
                      token(at + 2).figure.unit == tokens_[at].figure.unit;
    if (from) at += 2, ++size;
    while (token(at + 1).sort == Sort::comma || token(at + 1).text == U"→" || is_particle(at + 1, {U"と"})) {
        if (token(at + 2).sort != Sort::figure || token(at + 2).figure.unit != tokens_[at].figure.unit) break;
        at += 2;
        ++size;
    }
    return size;
}

/// 前回の調査, コロナ前: a time that the data do not know by that word.
bool Reader::speaks_of_another_time(std::size_t letter) const {
    const Letters said = Letters(sentence_->letters).substr(0, letter);
    for (const Letters word :
         {Letters(U"前回"), Letters(U"当初"), Letters(U"以前"), Letters(U"コロナ"), Letters(U"ピーク"),
          Letters(U"年間で"), Letters(U"同期"), Letters(U"同月"), Letters(U"ぶり"), Letters(U"最も"), Letters(U"最高"),
          Letters(U"底"), Letters(U"計画"), Letters(U"中間"), Letters(U"直近"), Letters(U"最新")}) {
        if (said.find(word) != Letters::npos) return true;
    }
    return false;
}

/// 40歳代が25.3％, 人口１万人当たりでは, 第３回は: of a part of what the subject counts.
bool Reader::of_a_part(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < at + 3 && (token(next).sort == Sort::noun || token(next).text == U"代")) ++next;
    return is_particle(next, {U"は", U"が", U"も", U"では", U"には", U"で"}) &&
           (!is_particle(next, {U"で"}) || is_particle(next + 1, {U"は", U"も"}) ||
            text_at(tokens_[at].end, U"当たり"));
}

/// ８項目も全て達成率が８割を超え: of each of those that the clause counts, not of what was spoken of.
bool Reader::of_each_counted(std::size_t at) const {
    const bool group = !frame_.subjects.empty() && frame_.subjects[0].is_group();
    for (std::size_t last = at; last-- > 0 && tokens_[last].sort != Sort::comma;) {
        const std::string& unit = tokens_[last].figure.unit;
        const bool count = tokens_[last].sort == Sort::figure && (unit == "項目" || unit == "つ" || unit == "指標");
        if (count || (group && (tokens_[last].sort == Sort::all || tokens_[last].sort == Sort::each))) return true;
    }
    return false;
}

/// 前年度の1,308人, 目標を｜３人, 1,102件から｜160件, 出生数は1,288人: what it is of stands right before it.
bool Reader::bound(std::size_t at) const {
    std::size_t last = before(at);
    while (last != SIZE_MAX && (tokens_[last].sort == Sort::particle || tokens_[last].text == U"末"))
        last = before(last);
    if (last == SIZE_MAX) return true;
    const Token& owner = tokens_[last];
    return owner.sort == Sort::name || owner.sort == Sort::year || owner.sort == Sort::property ||
           owner.sort == Sort::goal || owner.sort == Sort::figure || owner.text.starts_with(U"比");
}

/// Whether another year that the sentence names, its target or its baseline bears the figure out, as the value or as
/// the way from one to another: then the sentence was read wrong.
bool Reader::fits_elsewhere(std::size_t at, const Subject& subject) const {
    std::vector<Fact> facts;
    const auto note = [&](Property property, base::Year year) {
        if (const auto fact = fact_of(assessment_, subject, property, year)) facts.push_back(*fact);
    };
    const Property measured = subject.is_group() ? Property::mean : Property::actual;
    note(measured, assessment_.inputs->evaluated_year);
    for (const Token& token : tokens_) {
        if (token.sort == Sort::year) note(measured, token.year);
        if (token.sort == Sort::property && base_of(token.property))
            note(token.property, assessment_.inputs->evaluated_year);
    }
    const TypedFigure& figure = tokens_[at].figure;
    if (figure.value < base::Ratio(10) * figure.step) return false;  // as many a number would
    for (const Fact& now : facts) {
        if (fits_value(figure, now)) return true;
        for (const Fact& before : facts) {
            if (fits_change(figure, before, now)) return true;
        }
    }
    return false;
}

/// 自転車盗の増加（前年比87件増）: the bracket tells of the noun before it.
bool Reader::explains_another(std::size_t at) const {
    std::size_t open = at;
    while (open > 0 && tokens_[open].sort != Sort::close && tokens_[open].text != U"（") --open;
    if (open < 2 || tokens_[open].text != U"（") return false;
    std::size_t owner = open - 1;
    if (is_move(tokens_[owner].sort) && is_particle(owner - 1, {U"の", U"が", U"は"}) && owner > 1) owner -= 2;
    return tokens_[owner].sort == Sort::noun;
}

/// ４件の｜立地, 61人の｜欠員, １か所が廃止され, ４件を採択し: the figure is that of the noun, or of what was done.
bool Reader::owns_noun(std::size_t at) const {
    static const std::set<std::u32string> light = {U"水準", U"実績", U"値", U"結果", U"差", U"状況", U"規模", U"大台"};
    const Token& noun = token(at + 2);
    if (is_particle(at + 1, {U"が"})) return true;
    const Sort verb = token(verb_behind(at)).sort;
    if (is_particle(at + 1, {U"を"}) && (verb == Sort::noun || verb == Sort::other)) return true;
    return is_particle(at + 1, {U"の"}) && noun.sort == Sort::noun && !light.contains(noun.text);
}

void Reader::on_figure(std::size_t at) {
    if (is_no_figure(at)) {
        if (!read_streak(at) && of_a_part(at)) frame_.blocked_in_clause = true;
        return;
    }
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
    if (read_series(at)) return;
    // 有効求人倍率は1.17倍: a value.
    const bool counted_so = frame_.subjects.size() == 1 && unit_of(assessment_, frame_.subjects[0]) == "倍";
    if (tokens_[at].figure.unit == "倍" && !counted_so) {
        read_multiple(at, tokens_[at].figure);
    } else if (!read_gap(at) && !read_share_of_target(at) && !read_ratio(at) && !read_change(at) &&
               !read_threshold(at)) {
        read_value(at);
    }
    if (frame_.year_once) frame_.year.reset();
    frame_.year_once = false;
    // 11.1haのうち、８haで: what follows are its parts.
    if (text_at(tokens_[at].end, U"のうち")) frame_.blocked = true;
}

/// 90.0％を上回った, 80％に届かなかった.
bool Reader::read_threshold(std::size_t at) {
    if (!is_particle(at + 1, {U"を", U"に", U"には"})) return false;
    const std::size_t behind = verb_behind(at);
    const Token& verb = token(behind);
    const bool compares = verb.sort == Sort::above || verb.sort == Sort::below;
    // 100.0％に達した gives the value, 90％に達していない an edge.
    const bool short_of = verb.sort == Sort::reach && verb.negated;
    if (!compares && !short_of) return false;
    // 目標値の4,000件に届かなかった, 前年の262,700人を上回った: a value that is compared with.
    const bool compared = frame_.property == Property::target || frame_.property == Property::final_target ||
                          frame_.property == Property::baseline || frame_.year_once;
    if (verb.before_noun || compared) return false;
    taken_[behind] = true;
    Claim claim = claim_at(at);
    claim.end = verb.end;
    int sign = verb.sort == Sort::above ? 1 : -1;
    const bool negated = compares && verb.negated;
    if (negated) sign = -sign;
    claim.typed = typed_text(tokens_[at].figure) + (sign > 0 ? "超" : "未満");
    bool sure = subject_sure() && verb.said && governed(at);
    // 全体の６割を超えた: of a group only its mean or rate is known to be meant.
    const bool group = !frame_.subjects.empty() && frame_.subjects[0].is_group();
    if (group && frame_.property != Property::mean && frame_.property != Property::rate) sure = false;
    if (of_each_counted(at)) sure = false;
    for (const Subject& subject : frame_.subjects) {
        add(claim, weigh_threshold(assessment_, question(subject), tokens_[at].figure, sign, negated), sure);
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

/// The baseline or a target that was spoken of last is what is compared with.
void Reader::compare_with_property() {
    if (const auto told = base_of(frame_.property)) frame_.from = *told;
}

bool Reader::is_share_achieved(const Subject& group, const TypedFigure& figure) const {
    const base::Year year = assessment_.inputs->evaluated_year;
    const auto count = [&](auto&& holds) {
        return base::Ratio(static_cast<std::int64_t>(count_of(assessment_, group, year, holds)));
    };
    const auto rated = count([](const evaluate::Result& r, const auto&) { return r.evaluated(); });
    const auto achieved = count([](const evaluate::Result& r, const auto&) { return r.evaluated() && r.achieved; });
    return !rated.is_zero() && agrees(figure, achieved * base::Ratio(100) / rated);
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
        TypedFigure figure = tokens_[at].figure;
        if (frame_.loss && figure.value.sign() > 0) figure.value = base::Ratio() - figure.value;
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
    // 死亡数の2,411人を1,123人下回り: what is compared with is nothing of the data.
    if (beside && !governed(at)) frame_.blocked_in_clause = true;
    // …は96.3％で、転入超過数の87.0％を9.3ポイント上回る: another indicator.
    const std::size_t of = before(at);
    const bool named =
        of != SIZE_MAX && is_particle(of, {U"の"}) && before(of) != SIZE_MAX && tokens_[before(of)].sort == Sort::name;
    if (beside && named && frame_.named.size() > 1) frame_.blocked_in_clause = true;
    // 最終目標の28棟まで｜残り４棟
    const bool aimed = frame_.property == Property::target || frame_.property == Property::final_target;
    const bool to_go = is_particle(at + 1, {U"まで"}) &&
                       (text_at(tokens_[at].end, U"まで残り") || text_at(tokens_[at].end, U"まであと"));
    if (aimed && to_go) compare_with_property();
    const bool base_year = frame_.year && *frame_.year != assessment_.inputs->evaluated_year;
    if ((beside || is_particle(at + 1, {U"より"})) && base_year) frame_.year_once = true;
    // 基準値の64人の｜約３倍
    const std::size_t number = at + (token(at + 2).sort == Sort::figure ? 2 : 3);
    const bool times = is_particle(at + 1, {U"の"}) && token(number).sort == Sort::figure &&
                       token(number).begin <= tokens_[at].end + 3 && token(number).figure.unit == "倍";
    if (beside || times || is_particle(at + 1, {U"から", U"より"})) {
        if (frame_.year) frame_.from = {Base::Kind::year, *frame_.year};
        compare_with_property();
    }
}

/// A figure as the value of a subject: of the year that is spoken of, or of one named before, or as a way to it.
Weighed Reader::weigh_reading(std::size_t at, const Subject& subject, bool& sure) {
    TypedFigure figure = tokens_[at].figure;
    // 減少数は118人, 214人の転出超過
    const bool loss = frame_.loss || token(at + 1).sort == Sort::loss ||
                      (is_particle(at + 1, {U"の"}) && token(at + 2).sort == Sort::loss);
    if (loss && figure.value.sign() > 0) figure.value = base::Ratio() - figure.value;
    Weighed weighed = weigh_value(assessment_, question(subject), figure);
    if (frame_.topic && !frame_.year && weighed.verdict != Verdict::tied) {
        // 令和４年度に1,308人であったが、1,288人に: of that year or of this one.
        const Weighed then = weigh_value(assessment_, questions(subject).front(), figure);
        if (then.verdict == Verdict::tied) weighed = then;
    }
    // 目標の45,000kW is that of the last year where only that one fits.
    if (weighed.verdict == Verdict::tied && weighed.fact && frame_.from.kind == Base::Kind::target) {
        if (weighed.fact->property == Property::final_target) frame_.from = {Base::Kind::final_target, {}};
        const auto of_year = fact_of(assessment_, subject, Property::year_target, question(subject).year);
        const bool year_target = of_year && of_year->value == weighed.fact->value;
        if (weighed.fact->property == Property::year_target || year_target) frame_.from = {Base::Kind::year_target, {}};
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
        if (is_cumulative(assessment_, subject) && clause_before(at).find(U"単年度") != Letters::npos) sure = false;
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

void Reader::read_value(std::size_t at) {
    Claim claim = claim_at(at);
    // 364件の目標を: the property stands behind.
    const Token& owner = token(at + 2);
    if (is_particle(at + 1, {U"の"}) && owner.sort == Sort::property && owner.property != Property::rating) {
        frame_.property = owner.property;
    }
    std::vector<Subject> subjects = frame_.subjects;
    const bool several = subjects.size() > 1;
    // 50人を下回るのは: an edge that is told of something else.
    const Token& verb = token(verb_behind(at));
    const bool edge = is_particle(at + 1, {U"を", U"に", U"には"}) && verb.before_noun &&
                      (verb.sort == Sort::above || verb.sort == Sort::below);
    const bool compared_with = base_of(frame_.property) || frame_.year_once;
    bool sure = subject_sure() && governed(at) && !in_guard(at) && !owns_noun(at) && (!edge || compared_with);
    if (frame_.relative && frame_.year && !frame_.year_named) sure = false;
    // 561t（17.4％）: the share of a change that stands before it.
    const bool behind_change = at > 1 && tokens_[at - 1].text == U"（" && !claims_.empty() &&
                               claims_.back().kind == ClaimKind::change && claims_.back().end == tokens_[at - 2].end;
    if (behind_change) sure = false;
    // KPIの48.9％が…: of a group only its mean or rate is known to be meant.
    const bool group = !subjects.empty() && subjects[0].is_group();
    // 基本目標３が3.7点, 評価は3.4点: where ratings are given points, that is the mean.
    if (group && tokens_[at].figure.unit == "点" &&
        tally_of(assessment_, subjects[0], assessment_.inputs->evaluated_year).in_points)
        frame_.property = Property::mean;
    if (group && frame_.property != Property::mean && frame_.property != Property::rate) sure = false;
    if (of_each_counted(at)) sure = false;
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
        if (const auto question = inserted_question(at)) claim.verdict = Verdict::tied;
        claims_.push_back(claim);
        return;
    }
    const bool compared = frame_.from.kind == Base::Kind::year;
    for (const Subject& subject : subjects) {
        const Weighed weighed = weigh_reading(at, subject, sure);
        bool misread = weighed.verdict == Verdict::contradicted && !bound(at) && fits_elsewhere(at, subject);
        // 17項目のうち達成したものは10項目、達成率は58.8％: the share of those that reached their target.
        if (group && frame_.property == Property::rate)
            misread = misread || is_share_achieved(subject, tokens_[at].figure);
        add(claim, weighed, sure && !misread);
        if (weighed.verdict == Verdict::tied && weighed.fact && weighed.fact->property == Property::actual && sure) {
            check_fiscal(subject);
        }
        if (!several && weighed.verdict == Verdict::tied && weighed.fact) note_known(at, subject);
        if (compared && frame_.property == Property::none && weighed.fact) frame_.property = weighed.fact->property;
        if (claims_.back().verdict == Verdict::left) claims_.back().about.clear();
        if (tokens_[at].insert != nullptr && claims_.back().verdict == Verdict::left)
            claims_.back().verdict = Verdict::tied;
        if (several && frame_.distribution.empty()) break;
    }
    // 目標値1,556人に対し実績値は…: a property without は holds for its own figure.
    if (frame_.property == Property::baseline || frame_.property == Property::target ||
        frame_.property == Property::final_target) {
        frame_.property = Property::none;
    }
}

}  // namespace check
