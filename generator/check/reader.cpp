// One pass over the tokens of a sentence: subjects and years are carried on, a figure or a verb makes the claim.
#include "check/reader.h"

#include <algorithm>
#include <utility>

#include "check/letters.h"
#include "check/otherwise.h"
#include "check/unread.h"

namespace check {

Reader::Reader(const Lexicon& lexicon, const Passage& passage)
    : lexicon_(lexicon), assessment_(lexicon.assessment), passage_(passage) {
    if (passage.goal) heading_ = {Subject::Kind::goal, *passage.goal};
    context_.scope = heading_;
}

/// What names no part of the plan is of the goal that was spoken of before, or of the heading's: of the one that bears
/// it out.
std::vector<Claim> Reader::read(const Sentence& sentence) {
    const Context before = context_;
    std::vector<Claim> claims = read_in_context(sentence);
    const auto doubts = [](const std::vector<Claim>& list) {
        return std::count_if(list.begin(), list.end(),
                             [](const Claim& claim) { return claim.verdict == Verdict::contradicted; });
    };
    if (before.scope == heading_ || doubts(claims) == 0) return claims;
    const Context after = std::exchange(context_, before);
    context_.scope = heading_;
    if (!context_.carried.empty() && context_.carried[0].is_group()) context_.carried.clear();
    std::vector<Claim> others = read_in_context(sentence);
    if (doubts(others) < doubts(claims)) return others;
    context_ = after;
    return claims;
}

std::vector<Claim> Reader::read_in_context(const Sentence& sentence) {
    context_.before = context_.scope;
    sentence_ = &sentence;
    tokens_ = tokens_of(sentence, lexicon_);
    const Context context = context_;
    walk();
    if (!known_.empty()) {
        // Known by its value at the end, a name cut short was meant at the beginning too: read again.
        context_ = context;
        auto& mentioned = context_.mentioned_subjects;
        mentioned.insert(mentioned.end(), known_.begin(), known_.end());
        walk();
        context_.mentioned_subjects = context.mentioned_subjects;
    }
    leave_parts(claims_, sentence.letters);
    auto pairs = read_pairs(tokens_, claims_);
    std::move(pairs.begin(), pairs.end(), std::back_inserter(claims_));
    auto periods = read_periods(*assessment_.inputs, sentence, tokens_);
    std::move(periods.begin(), periods.end(), std::back_inserter(claims_));
    leave_half_read(claims_, tokens_, taken_, lexicon_.city);
    leave_otherwise_meant(claims_, tokens_, assessment_.inputs->evaluated_year);
    tie_to_each_other(claims_, tokens_);
    context_.carried = frame_.sure && frame_.subjects.size() == 1 ? frame_.subjects : std::vector<Subject>();
    context_.carried_sure = frame_.named.size() + (frame_.named.empty() ? frame_.parts.size() : 0) <= 1;
    context_.carried_property = frame_.property;
    return std::move(claims_);
}

void Reader::walk() {
    taken_.assign(tokens_.size(), false);
    frame_ = {};
    frame_.supposed = sentence_->letters.find(U"仮に") != std::u32string::npos;
    claims_.clear();
    known_.clear();
    carry_on();
    bool counted = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const Token& token = tokens_[at];
        if (at == 0 || tokens_[at - 1].sort == Sort::comma) look_ahead(at);
        on_distance(at);
        if (token.text == U"前回") on_last_survey(at);
        switch (token.sort) {
            case Sort::name: on_name(at); break;
            case Sort::goal:
            case Sort::whole: on_part(at); break;
            case Sort::set: on_set(at); break;
            case Sort::property: on_property(at); break;
            case Sort::year:
                if (!taken_[at]) on_year(at);
                break;
            case Sort::noun: on_noun(at); break;
            case Sort::loss: on_loss(at); break;
            case Sort::half: on_half(at); break;
            case Sort::foreign: frame_.foreign = true; break;
            case Sort::each: on_each(at); break;
            case Sort::all: on_all_goals(at); break;
            case Sort::figure:
                // The counts of a sentence belong together: all are read at the first.
                if (!counted) {
                    auto counts = read_counts(assessment_, *sentence_, tokens_, context_, taken_);
                    std::move(counts.begin(), counts.end(), std::back_inserter(claims_));
                    counted = true;
                }
                if (!taken_[at]) on_figure(at);
                if (std::exchange(frame_.year_once, false)) frame_.year.reset();
                break;
            case Sort::up:
            case Sort::down:
            case Sort::above:
            case Sort::below:
            case Sort::better:
            case Sort::worse:
            case Sort::more:
            case Sort::fewer:
            case Sort::same: on_move(at); break;
            case Sort::reach: on_reach(at); break;
            case Sort::rating: on_rating(at); break;
            case Sort::status: on_status(at); break;
            case Sort::record:
            case Sort::first: on_record(at); break;
            case Sort::open:
            case Sort::close: on_bracket(at); break;
            case Sort::comma:
            case Sort::end: end_clause(at); break;
            default:
                // 基本目標１から基本目標４までの達成率平均は、｜順に
                if (token.text == U"順に" && frame_.subjects.size() > 1) frame_.distribution = "each";
                break;
        }
    }
    if (!counted) {
        auto counts = read_counts(assessment_, *sentence_, tokens_, context_, taken_);
        std::move(counts.begin(), counts.end(), std::back_inserter(claims_));
    }
}

/// …であった。前年度の119.9％からは25.3ポイントの低下である: what names nothing goes on with the sentence before; for
/// sure where it begins with what it compares with and speaks of nothing else.
void Reader::carry_on() {
    const Sort first = tokens_.front().sort;
    const bool compares = first == Sort::year || base_of(tokens_.front().property) || tokens_.front().text == U"この";
    if (context_.carried.empty()) return;
    bool other = false;
    for (const Token& token : tokens_) {
        if (token.sort == Sort::name || token.sort == Sort::goal || token.sort == Sort::set ||
            token.sort == Sort::whole || token.sort == Sort::foreign || token.sort == Sort::loss)
            return;
        other = other || (token.sort == Sort::noun && !is_known(token.text));
    }
    frame_.subjects = context_.carried;
    frame_.sure = compares && !other && context_.carried_sure;
    frame_.continued = !frame_.sure;
    if (is_of_group(context_.carried_property)) frame_.property = context_.carried_property;
}

/// 基準値（令和３年、1,846.2ｔ）からも: a year that a bracket names is that of what stands in it; 出荷額（令和５年）,
/// of what stands before it.
void Reader::on_bracket(std::size_t at) {
    const bool goes_on = token(at + 1).sort == Sort::year && token(at + 2).sort != Sort::close;
    if (tokens_[at].text == U"（" && goes_on) frame_.outside = frame_.year;
    // …水準（達成率99.9％）まで減少: nor is what a bracket speaks of what is told behind it.
    if (tokens_[at].text == U"（") frame_.property_outside = frame_.property;
    if (tokens_[at].text == U"）" && frame_.property_outside) {
        const Property outside = *std::exchange(frame_.property_outside, std::nullopt);
        if (frame_.property != Property::none) frame_.property = outside;
    }
    if (tokens_[at].text != U"）" || !frame_.outside) return;
    frame_.year = *frame_.outside;
    frame_.outside.reset();
}

/// 社会増減は118人の減で、減少数は前年の176人から縮小した: of a balance below zero its size; of anything else how much
/// it fell, which is no value.
void Reader::on_loss(std::size_t at) {
    const bool seen = is_particle(at + 1, {U"で"}) && text_at(token(at + 1).end, U"見");  // 転出超過数で見ると
    if (!seen && !is_particle(at + 1, {U"は", U"が", U"も", U"を"})) return;
    // 転出超過は128人: of the one balance of people who come and go.
    if (frame_.subjects.empty() && tokens_[at].text.starts_with(U"転出超過")) {
        const auto& all = assessment_.inputs->strategy.indicators;
        for (std::size_t index = 0; index < all.size(); ++index) {
            const bool balance = narrowed(all[index].name).find(U"社会増減") != std::u32string::npos;
            if (balance && all[index].reprint_of.empty()) frame_.subjects.push_back({Subject::Kind::indicator, index});
        }
        if (frame_.subjects.size() != 1) frame_.subjects.clear();
        frame_.sure = frame_.subjects.size() == 1;
    }
    const bool alone = frame_.subjects.size() == 1;
    const auto value =
        alone ? fact_of(assessment_, frame_.subjects[0], Property::actual, question(frame_.subjects[0]).year)
              : std::nullopt;
    frame_.loss = value && value->value.sign() < 0;
    if (frame_.loss) return;
    // 出生数の｜減少幅は: how much less it became, each year.
    const bool fell = value && tokens_[at].text.starts_with(U"減少") && at > 1 && is_particle(at - 1, {U"の"}) &&
                      tokens_[at - 2].sort == Sort::name;
    if (fell) frame_.distance = Base{Base::Kind::year, {}};
    if (!fell) frame_.blocked = true;
}

/// 令和４年度は｜、令和４年度においては｜: the year of what follows; not 前年度に策定した計画に基づき、.
bool Reader::sets_year(std::size_t comma) const {
    const Letters behind = clause_behind(tokens_[frame_.year_at].end);
    for (const Letters word : {Letters(U"は"), Letters(U"も"), Letters(U"には"), Letters(U"にも"), Letters(U"では"),
                               Letters(U"においては"), Letters(U"については")}) {
        if (behind.starts_with(word)) return true;
    }
    if (ends_clause(tokens_, comma)) return false;
    return std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(frame_.year_at) + 1,
                        tokens_.begin() + static_cast<std::ptrdiff_t>(comma), [](const Token& t) {
                            return t.sort == Sort::noun || t.sort == Sort::reason || t.sort == Sort::set ||
                                   (t.sort == Sort::other && t.text.size() > 1 && !is_kana(t.text[0]));
                        });
}

void Reader::end_clause(std::size_t at) {
    const bool stated = tokens_[at].sort == Sort::comma && at > 0 && ends_clause(tokens_, at);
    if (stated) frame_.fiscal_year = 0;
    // …が95.3％で、…が88.1％: a list goes on; what a verb ends does not.
    if (ends_statement(tokens_, at)) {
        frame_.named_before = frame_.named.size();
        frame_.statement_ended = true;
        frame_.again = false;
        frame_.from = {};
        frame_.property_leads = false;
        frame_.scope_ended = true;
        // 基本目標１と基本目標２は…, …なのは基本目標３で: no topic of what follows.
        if (!frame_.subjects.empty() && frame_.subjects[0].is_group() &&
            (frame_.subjects.size() > 1 || frame_.in_passing))
            frame_.subjects.clear();
    }
    if (frame_.year && !frame_.year_used && (ends_statement(tokens_, at) || !sets_year(at))) {
        frame_.aside = frame_.year;
        frame_.year.reset();
        frame_.fiscal_year = 0;
    }
    if (frame_.year_used && frame_.year) {
        if (frame_.year_named && *frame_.year != assessment_.inputs->evaluated_year) frame_.topic = frame_.year;
        frame_.year.reset();
    }
    frame_.year_used = false;
    frame_.foreign = false;
    frame_.blocked_in_clause = false;
    frame_.ahead = false;
}

std::size_t Reader::before(std::size_t at) const {
    while (at > 0) {
        --at;
        if (!is_bracket(tokens_[at])) return at;
    }
    return SIZE_MAX;
}

bool Reader::is_particle(std::size_t at, std::initializer_list<Letters> words) const {
    if (at >= tokens_.size() || tokens_[at].sort != Sort::particle) return false;
    return std::find(words.begin(), words.end(), tokens_[at].text) != words.end();
}

bool Reader::text_at(std::size_t letter, Letters word) const {
    return check::text_at(sentence_->letters, letter, word);
}

std::u32string_view Reader::clause_behind(std::size_t letter) const {
    const Letters rest = Letters(sentence_->letters).substr(std::min(letter, sentence_->letters.size()));
    return rest.substr(0, std::min({rest.find(U'、'), rest.find(U'。'), rest.size()}));
}

Subject Reader::scope(bool headline) const {
    Subject subject = context_.scope;
    subject.headline = headline;
    return subject;
}

bool Reader::speaks_of_rates() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) {
        return t.sort == Sort::property && (t.property == Property::rate || t.property == Property::mean);
    });
}

Question Reader::question(const Subject& subject) const {
    const base::Year year = frame_.year.value_or(assessment_.inputs->evaluated_year);
    Property property = frame_.property;
    // A share in per cent is the value where the sentence speaks of no rate; else it may be either.
    const bool of_rates = speaks_of_rates();
    const bool share = !subject.is_group() && is_percent(unit_of(assessment_, subject));
    // 令和８年度までに128経営体とする: of a year to come there are only targets.
    if (property == Property::none && year > assessment_.inputs->evaluated_year) property = Property::year_target;
    if (property == Property::none && share && !of_rates) property = Property::actual;
    return {subject, property, year, frame_.year.has_value()};
}

std::vector<Question> Reader::questions(const Subject& subject) const {
    std::vector<Question> list = {question(subject)};
    if (frame_.year || !other_year()) return list;
    list.insert(list.begin(), list[0]);
    list.front().year = *other_year();
    return list;
}

Claim Reader::claim_at(std::size_t at) const {
    const Token& token = tokens_[at];
    Claim claim;
    claim.begin = token.begin;
    claim.end = token.end;
    claim.figure = token.sort == Sort::figure;
    claim.inserted = token.insert != nullptr;
    if (claim.figure) claim.typed = typed_text(token.figure);
    return claim;
}

void Reader::add(Claim claim, const Weighed& weighed, bool sure) {
    claim.kind = weighed.kind;
    // Two digits changed places: nobody writes 37.6％ beside 36.7％ of something else.
    const bool doubted = sure || (weighed.swapped && !frame_.foreign);
    claim.verdict = weighed.verdict == Verdict::contradicted && !doubted ? Verdict::left : weighed.verdict;
    claim.swapped = weighed.swapped;
    claim.about = weighed.about;
    claim.truth = weighed.truth;
    if (weighed.before) claim.facts.push_back(*weighed.before);
    if (weighed.fact) {
        claim.facts.push_back(*weighed.fact);
        claim.fact = weighed.fact->span;
        claim.address = weighed.fact->address;
    }
    claims_.push_back(std::move(claim));
}

}  // namespace check
