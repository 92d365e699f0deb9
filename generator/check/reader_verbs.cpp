// What verbs and words say without a figure: directions, targets reached, statuses.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

using evaluate::Result;

/// A part of the year, or a value that is not final.
constexpr Letters partial_words[] = {U"月", U"速報", U"暫定", U"期間中", U"上半期", U"下半期", U"時点", U"見込"};

/// 半減, 倍増: about so much.
std::optional<TypedFigure> multiple_of(const Token& verb) {
    if (!verb.text.starts_with(U"半減") && !verb.text.starts_with(U"倍増")) return std::nullopt;
    TypedFigure multiple;
    multiple.value = verb.sort == Sort::up ? base::Ratio(2) : base::Ratio(1) / base::Ratio(2);
    multiple.step = multiple.value * base::Ratio(6) / base::Ratio(10);
    multiple.bound = Bound::about;
    multiple.unit = "倍";
    return multiple;
}

}  // namespace

/// 前年を上回り, 目標に達した, of a value that has not come. Where the sentence says so, or speaks of other months or
/// an earlier survey, nothing is told.
std::optional<Weighed> Reader::weigh_absent(const Question& asked, const Base& from) const {
    const Result* result = result_in(assessment_, asked.subject, assessment_.inputs->evaluated_year);
    if (result == nullptr || asked.year_said || from.kind == Base::Kind::none || from.kind == Base::Kind::baseline)
        return std::nullopt;
    if (result->actual == nullptr || result->actual->amount || !result->target_value) return std::nullopt;
    const bool told =
        std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.sort == Sort::status; });
    // 令和４年の1.46まで下がり続けている: of what has come.
    const bool earlier = std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& t) {
        return t.sort == Sort::year && t.year_named && t.year < asked.year;
    });
    const Letters letters = sentence_->letters;
    const bool partly = std::any_of(std::begin(partial_words), std::end(partial_words),
                                    [&](Letters word) { return letters.find(word) != Letters::npos; });
    if (told || earlier || partly || speaks_of_another_time(letters.size())) return std::nullopt;
    Weighed weighed{Verdict::contradicted,
                    about(assessment_, asked, Property::actual),
                    result->actual->words,
                    {},
                    ClaimKind::status};
    return weighed;
}

/// 令和２年度の2.1人を底に回復した: whether it did so between two years that the sentence names, or from one that the
/// data do not know.
bool Reader::moved_elsewhere(const Subject& subject, const Movement& movement) const {
    std::vector<base::Year> years;
    for (const Token& token : tokens_) {
        if (token.sort == Sort::year && token.year_named) years.push_back(token.year);
    }
    if (years.empty()) return false;
    years.push_back(assessment_.inputs->evaluated_year);
    for (const base::Year then : years) {
        for (const base::Year year : years) {
            if (then >= year) continue;
            const Weighed weighed = weigh_direction(assessment_, {subject, frame_.property, year, true},
                                                    {Base::Kind::year, then}, movement);
            const bool unknown = !fact_of(assessment_, subject, Property::actual, then) && !subject.is_group();
            if (weighed.verdict == Verdict::tied || unknown) return true;
        }
    }
    return false;
}

/// その後は, その後も: right before a verb.
bool Reader::says_afterwards(std::size_t at) const {
    const std::u32string_view said = clause_before(at);
    return said.ends_with(U"その後も") || said.ends_with(U"その後は") || said.ends_with(U"以降も");
}

/// From where it moved, where that is not said: 前年に続き, が続く, その後も.
Base Reader::unspoken_base(std::size_t at) {
    const Base last{Base::Kind::year, {assessment_.inputs->evaluated_year.western - 1}};
    // 令和４年に1.41まで上昇し、その後も｜上昇を続け: in the years behind that one.
    if (says_afterwards(at) && frame_.topic) return {Base::Kind::year, *frame_.topic};
    if (std::exchange(frame_.again, false)) return last;
    const Letters behind = clause_behind(tokens_[at].end);
    const bool lasting = behind.starts_with(U"が続") || behind.starts_with(U"傾向") || behind.starts_with(U"し続け");
    return lasting ? last : Base();
}

/// What the verb moves is no value: a distance, a rating, what it was in a year that is told behind it.
bool Reader::moves_another(std::size_t at) const {
    const Token& verb = tokens_[at];
    if (frame_.distance) return true;  // it is the distance that moved
    // 「おおむね順調」に｜下がった: it is the rating that did.
    std::size_t rating = at > 1 && is_particle(at - 1, {U"に", U"へ"}) ? at - 2 : at;
    while (rating < at && rating > 0 && (is_bracket(tokens_[rating]) || tokens_[rating].property == Property::rating))
        --rating;
    if (rating < at && tokens_[rating].sort == Sort::rating) {
        return true;
    }
    // 2,105人に落ち込んだ｜令和２年度, 増加した｜前年の279件: told of that year.
    std::size_t after = at + 1;
    while (token(after).sort == Sort::other && is_kana(token(after).text[0])) ++after;
    const char32_t last = token(after).begin == 0 ? U' ' : sentence_->letters[token(after).begin - 1];
    if (token(after).sort == Sort::year && (last == U'た' || last == U'だ')) {
        return true;
    }
    // 令和６年に1.24まで低下した, of a year that has no value: told by the figure.
    if (!claims_.empty() && claims_.back().kind == ClaimKind::year && claims_.back().figure &&
        claims_.back().verdict == Verdict::contradicted && claims_.back().end + 2 >= verb.begin) {
        return true;
    }
    return false;
}

void Reader::on_move(std::size_t at) {
    const Token& verb = tokens_[at];
    if (taken_[at] || verb.before_noun || frame_.property == Property::rating) return;
    if (moves_another(at)) {
        taken_[at] = true;
        return;
    }
    if (read_of_years(at) || read_always(at) || read_extreme(at)) return;
    const bool adjective = verb.sort == Sort::more || verb.sort == Sort::fewer;
    const bool compares = verb.sort == Sort::above || verb.sort == Sort::below;
    if (frame_.from.kind == Base::Kind::none && (adjective || compares || verb.sort == Sort::same)) return;
    if (verb.text == U"横ばい" || verb.text == U"同様" || verb.text == U"同水準" || frame_.subjects.empty()) return;
    const bool of_count = verb.text == U"同数" || (!claims_.empty() && claims_.back().kind == ClaimKind::count);
    constexpr std::size_t beside = 12;
    const bool told = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
        return claim.kind == ClaimKind::count && claim.end <= verb.begin && verb.begin - claim.end < beside;
    });
    if (verb.sort == Sort::same && of_count && (told || frame_.subjects[0].is_group())) return;
    Base from = frame_.from;
    const bool unbound = from.kind == Base::Kind::none;
    // 最も低い: among others, which counts tell.
    if (adjective && at > 0 && tokens_[at - 1].text == U"最も") return;
    const bool since_then = unbound && says_afterwards(at);
    if (unbound) from = unspoken_base(at);
    frame_.from = {};
    Claim claim = claim_at(at);
    claim.typed = base::encode(verb.text);
    // △118人と△130人より縮小: so does the size of a balance below zero.
    const auto now = fact_of(assessment_, frame_.subjects[0], Property::actual, question(frame_.subjects[0]).year);
    const bool sized =
        (verb.text.starts_with(U"縮小") || verb.text.starts_with(U"拡大")) && now && now->value.sign() < 0;
    const Movement movement = movement_of(verb, frame_.loss || sized);
    const bool group_without_mean = frame_.subjects[0].is_group() && !is_of_group(frame_.property);
    std::size_t front = before(at);
    while (front != SIZE_MAX && (tells_degree(tokens_[front]) || tokens_[front].text == U"ほぼ")) front = before(front);
    const bool other_thing = front != SIZE_MAX && is_particle(front, {U"が", U"を", U"の", U"も"}) &&
                             before(front) != SIZE_MAX &&
                             (tokens_[before(front)].sort == Sort::noun || is_move(tokens_[before(front)].sort));
    // 三つの基本目標で達成率平均が: of each of those.
    const bool of_some_goals =
        std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                    [&](const Token& t) { return t.sort == Sort::figure && text_at(t.end, U"の基本目標"); });
    if (group_without_mean || other_thing || (of_some_goals && frame_.subjects[0].kind == Subject::Kind::overall))
        return;
    const bool was_so = was_so_then(at);
    bool sure = subject_sure() && (verb.said || was_so) && !of_each_counted(at);
    // A rank that rises is a smaller number.
    const bool counted_so = compares || ((verb.sort == Sort::up || verb.sort == Sort::down) && !unbound);
    if ((verb.negated && !counted_so) || unit_of(assessment_, frame_.subjects[0]) == "位") sure = false;
    if (frame_.property == Property::target || frame_.property == Property::baseline) frame_.property = Property::none;
    const std::optional<TypedFigure> multiple = multiple_of(verb);
    for (const Subject& subject : frame_.subjects) {
        const Question asked = question(subject);
        if (multiple && from.kind != Base::Kind::none) {
            const Weighed times = weigh_change(assessment_, asked, from, *multiple, movement);
            if (times.verdict == Verdict::contradicted) {
                add(claim, times, sure && frame_.subjects.size() == 1);
                continue;
            }
        }
        // 令和６年度が1,302.9億円で、目標を上回っている: of that year, or of this one.
        const Question then = questions(subject).front();
        const Weighed earlier = weigh_direction(assessment_, then, from, movement);
        if (then.year != asked.year && from.kind != Base::Kind::none && (was_so || earlier.verdict == Verdict::tied)) {
            add(claim, earlier, sure);
            continue;
        }
        const auto absent = weigh_absent(asked, from);
        const bool before = (from.kind != Base::Kind::year || from.year < asked.year) &&
                            (since_then || !(unbound && moved_elsewhere(subject, movement)));
        add(claim, absent ? *absent : weigh_direction(assessment_, asked, from, movement), sure && before);
    }
}

/// 令和５年度には946ｇとなり、目標を｜達成していた: of the year that was told; at which time of it matters.
bool Reader::was_so_then(std::size_t at) const {
    if (!tokens_[at].was_so) return false;
    const auto year = frame_.year ? frame_.year : frame_.topic;
    const Letters said = Letters(sentence_->letters).substr(0, tokens_[at].begin);
    const bool partly = std::any_of(std::begin(partial_words), std::end(partial_words),
                                    [&](Letters word) { return said.find(word) != Letters::npos; });
    return year && *year < assessment_.inputs->evaluated_year && !partly;
}

/// 達成した｜目標, 減少していた｜出生数: what the verb says belongs to the word behind it.
bool Reader::leads_on(std::size_t at) const {
    for (std::size_t next = at + 1; next < std::min(at + 6, tokens_.size()); ++next) {
        const Token& here = tokens_[next];
        const Letters last = tokens_[next - 1].text;
        if (here.sort == Sort::name || here.property == Property::target)
            return last.ends_with(U"た") || last.ends_with(U"る");
        if (here.sort != Sort::other && here.text != U"て") return false;
    }
    return false;
}

void Reader::on_reach(std::size_t at) {
    const Token& verb = tokens_[at];
    const bool to_target = frame_.from.kind == Base::Kind::target || frame_.from.kind == Base::Kind::year_target ||
                           frame_.from.kind == Base::Kind::final_target;
    const Base::Kind target = to_target ? frame_.from.kind : Base::Kind::target;
    const bool alone = verb.text.starts_with(U"未達");
    // 前年度に達成した｜目標に: a year before that verb is not that of what follows.
    if (leads_on(at) && !frame_.ahead) return frame_.year.reset();
    const bool then = was_so_then(at);
    if (taken_[at] || verb.before_noun || !(verb.said || then) || !(to_target || alone)) return;
    if (read_of_years(at) || read_always(at)) return;
    // 目標をほぼ達成する水準: and may be short of it.
    for (const Letters word : {Letters(U"ほぼ"), Letters(U"おおむね"), Letters(U"概ね")}) {
        if (!stands_before(sentence_->letters, verb.begin, word)) continue;
        taken_[at] = true;
        frame_.from = {};
        return;
    }
    frame_.from = {};
    const bool again = std::exchange(frame_.again, false);
    Claim claim = claim_at(at);
    claim.typed = verb.negated ? "目標に届かない" : "目標に達した";
    for (const Subject& subject : frame_.subjects) {
        if (subject.kind != Subject::Kind::indicator) continue;
        const std::vector<Question> asked = questions(subject);
        const auto absent = weigh_absent(asked.back(), {target, {}});
        Weighed weighed = absent.value_or(weigh_reached(assessment_, asked.back(), target, !verb.negated));
        // 令和４年は63.7億円で、目標に届かなかった: of that year, or of this one.
        if (asked.size() > 1 && (then || weighed.verdict != Verdict::tied))
            weighed = weigh_reached(assessment_, asked.front(), target, !verb.negated);
        if (again && weighed.verdict == Verdict::tied) {
            Question last = asked.back();
            --last.year.western;
            const Weighed before = weigh_reached(assessment_, last, target, !verb.negated);
            if (before.verdict == Verdict::contradicted) weighed = before;
        }
        add(claim, weighed, subject_sure());
    }
}

void Reader::on_status(std::size_t at) {
    const Token& word = tokens_[at];
    const Letters behind = clause_behind(word.end);
    // 実績値のな｜い１項目, 評価できな｜かった１項目
    const std::size_t ending = static_cast<std::size_t>(
        std::find_if(behind.begin(), behind.end(), [](char32_t letter) { return !is_kana(letter); }) - behind.begin());
    const bool of_some = ending > 0 && ending < behind.size() && is_digit(behind[ending]) &&
                         (behind[ending - 1] == U'い' || behind[ending - 1] == U'た');
    const bool of_others = is_particle(at + 1, {U"の"}) && token(at + 2).sort == Sort::figure;  // 集計中の１項目
    if (token(at + 1).sort == Sort::figure || of_some || of_others || word.before_noun || behind.starts_with(U"等") ||
        behind.starts_with(U"など"))
        return;
    Claim claim = claim_at(at);
    claim.typed = base::encode(word.text);
    std::vector<Subject> subjects = frame_.subjects;
    // 事業所数と合計特殊出生率は、それぞれ｜調査なし、｜未公表: one for each.
    if (frame_.distribution == "each" && frame_.listed < subjects.size() && !word.text.starts_with(U"評価"))
        subjects = {subjects[frame_.listed++]};
    for (const Subject& subject : subjects) {
        const Question asked = question(subject);
        const Result* result = result_in(assessment_, subject, asked.year);
        if (result == nullptr) continue;
        const bool of_rating = word.text.starts_with(U"評価");
        const bool has =
            of_rating ? result->evaluated() : result->actual != nullptr && result->actual->amount.has_value();
        Weighed weighed;
        weighed.kind = ClaimKind::status;
        weighed.about = about(assessment_, asked, of_rating ? Property::rating : Property::actual);
        weighed.fact = fact_of(assessment_, subject, Property::actual, asked.year);
        weighed.truth = weighed.fact ? weighed.fact->printed : result->reason;
        weighed.verdict = has ? Verdict::contradicted : Verdict::tied;
        // 集計中 where 未公表 stands.
        const input::Policy& policy = assessment_.inputs->policy;
        const bool both_statuses = policy.is_status(claim.typed) && policy.is_status(result->reason);
        if (!has && both_statuses && claim.typed != result->reason) {
            weighed.verdict = Verdict::contradicted;
        }
        add(claim, weighed, subject_sure() && !in_guard(at));
    }
}

}  // namespace check
