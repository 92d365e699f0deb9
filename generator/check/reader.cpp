// One pass over the tokens of a sentence: subjects and years are carried on, a figure or a verb makes the claim.
#include "check/reader.h"

#include <algorithm>
#include <set>

#include "check/letters.h"
#include "check/unread.h"

namespace check {

namespace {

bool is_bracket(const Token& token) { return token.sort == Sort::open || token.sort == Sort::close; }

}  // namespace

Reader::Reader(const Lexicon& lexicon, const Passage& passage)
    : lexicon_(lexicon), assessment_(lexicon.assessment), passage_(passage) {
    if (passage.goal) context_.scope = {Subject::Kind::goal, *passage.goal};
}

std::vector<Claim> Reader::read(const Sentence& sentence) {
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
    context_.carried = frame_.sure && frame_.subjects.size() == 1 ? frame_.subjects : std::vector<Subject>();
    return std::move(claims_);
}

void Reader::walk() {
    taken_.assign(tokens_.size(), false);
    frame_ = {};
    frame_.supposed = sentence_->letters.find(U"仮に") != std::u32string::npos;
    claims_.clear();
    known_.clear();
    bool counted = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const Token& token = tokens_[at];
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
            case Sort::figure:
                // The counts of a sentence belong together: all are read at the first.
                if (!counted) {
                    auto counts = read_counts(assessment_, *sentence_, tokens_, context_, taken_);
                    std::move(counts.begin(), counts.end(), std::back_inserter(claims_));
                    counted = true;
                }
                if (!taken_[at]) on_figure(at);
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
            case Sort::end: end_clause(); break;
            default: break;
        }
    }
    if (!counted) {
        auto counts = read_counts(assessment_, *sentence_, tokens_, context_, taken_);
        std::move(counts.begin(), counts.end(), std::back_inserter(claims_));
    }
}

/// 基準値（令和３年、1,846.2ｔ）からも: a year that a bracket names is that of what stands in it; 出荷額（令和５年）,
/// of what stands before it.
void Reader::on_bracket(std::size_t at) {
    const bool goes_on = token(at + 1).sort == Sort::year && token(at + 2).sort != Sort::close;
    if (tokens_[at].text == U"（" && goes_on) frame_.outside = frame_.year;
    if (tokens_[at].text != U"）" || !frame_.outside) return;
    frame_.year = *frame_.outside;
    frame_.outside.reset();
}

/// 社会増減は118人の減で、減少数は前年の176人から縮小した: of a balance below zero its size; of anything else how much
/// it fell, which is no value.
void Reader::on_loss(std::size_t at) {
    if (!is_particle(at + 1, {U"は", U"が", U"も", U"を"})) return;
    const bool alone = frame_.subjects.size() == 1;
    const auto value =
        alone ? fact_of(assessment_, frame_.subjects[0], Property::actual, question(frame_.subjects[0]).year)
              : std::nullopt;
    frame_.loss = value && value->value.sign() < 0;
    if (!frame_.loss) frame_.blocked = true;
}

void Reader::end_clause() {
    if (frame_.year_used && frame_.year) {
        if (frame_.year_named && *frame_.year != assessment_.inputs->evaluated_year) frame_.topic = frame_.year;
        frame_.year.reset();
    }
    frame_.year_used = false;
    frame_.foreign = false;
    frame_.blocked_in_clause = false;
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

void Reader::on_name(std::size_t at) {
    const Token& token = tokens_[at];
    std::size_t last = before(at);
    while (last != SIZE_MAX &&
           (tokens_[last].sort == Sort::set || tokens_[last].sort == Sort::comma ||
            is_particle(last, {U"と", U"や", U"及び", U"並びに"}) || tokens_[last].text == U"及び" ||
            tokens_[last].text == U"並びに" || tokens_[last].text == U"・")) {
        last = before(last);
    }
    const bool lists =
        last != SIZE_MAX && last != before(at) && tokens_[last].sort == Sort::name && !frame_.subjects.empty();
    std::vector<Subject> subjects = token.subjects;
    bool sure = token.whole_name && subjects.size() == 1;
    if (!sure) {
        // Shortened, or one name for several: the one named in full before, else the only one under this heading.
        std::vector<Subject> known;
        for (const Subject& subject : subjects) {
            const auto& list = context_.mentioned_subjects;
            if (std::find(list.begin(), list.end(), subject) != list.end()) known.push_back(subject);
        }
        if (known.size() == 1) subjects = known, sure = true;
        if (known.empty()) {
            std::erase_if(subjects, [&](const Subject& s) { return s.kind == Subject::Kind::activity; });
            if (subjects.empty()) subjects = token.subjects;
        }
    }
    if (passage_.project != nullptr) {
        // Texts of a project speak of its own indicators.
        const auto own = std::find_if(token.subjects.begin(), token.subjects.end(), [&](const Subject& s) {
            const auto& projects = assessment_.inputs->projects;
            return s.kind == Subject::Kind::activity &&
                   (&projects[s.index] == passage_.project || passage_.project->reprint_of == s.index);
        });
        if (own != token.subjects.end()) {
            subjects = {*own};
            sure = token.whole_name;
        } else {
            sure = false;
        }
    }
    if (sure && token.whole_name) context_.mentioned_subjects.push_back(subjects[0]);
    if (token.narrowed) sure = false;
    if (subjects.size() != 1) sure = false;
    if (lists) {
        frame_.subjects.push_back(subjects[0]);
        frame_.sure = frame_.sure && sure;
    } else {
        frame_.candidates = subjects;
        frame_.known_by = 0;
        frame_.subjects = {subjects[0]};
        frame_.sure = sure;
        frame_.loss = false;
        if (!frame_.property_leads) frame_.property = Property::none;
        frame_.distribution.clear();
        frame_.listed = 0;
    }
    // 発生件数のうち、高齢者が関係するものは: its parts.
    frame_.blocked = text_at(token.end, U"のうち");
    frame_.blocked_in_clause = false;
    if (std::find(frame_.named.begin(), frame_.named.end(), subjects[0]) == frame_.named.end()) {
        frame_.named.push_back(subjects[0]);
        frame_.all_sure = frame_.all_sure && sure;
    }
}

/// それぞれ, いずれも, ともに: of all that the sentence has named, where it named them one by one.
void Reader::on_each(std::size_t at) {
    if (tokens_[at].text == U"ともに" && at > 0 && is_particle(at - 1, {U"と"})) return;
    frame_.distribution = tokens_[at].text == U"それぞれ" ? "each" : "same";
    if (frame_.subjects.size() != 1 || frame_.named.size() < 2) return;
    frame_.subjects = frame_.named;
    frame_.sure = frame_.all_sure;
    frame_.listed = 0;
}

void Reader::on_part(std::size_t at) {
    const Token& token = tokens_[at];
    Subject subject;
    if (token.sort == Sort::goal) subject = token.subjects[0];
    // 全体を8.6ポイント下回る: what is compared with, not what is spoken of.
    if (token.sort == Sort::whole && is_particle(at + 1, {U"を", U"より"})) {
        frame_.blocked = true;
        return;
    }
    // 基本目標２の達成率平均は98.3％で、基本目標４は89.8％: what is said of one group goes on to the next.
    const bool groups = !frame_.subjects.empty() && frame_.subjects[0].is_group() && frame_.property == Property::mean;
    // 基本目標１から基本目標４までの: several, one by one.
    const bool range = is_particle(at + 1, {U"から", U"まで"});
    const bool ends_range = at >= 2 && is_particle(at - 1, {U"から"}) && tokens_[at - 2].sort == Sort::goal;
    context_.scope = subject;
    context_.scope_known = !range;
    frame_.subjects = {subject};
    frame_.sure = !range;
    if (ends_range && subject.kind == Subject::Kind::goal && tokens_[at - 2].subjects[0].kind == subject.kind &&
        tokens_[at - 2].subjects[0].index < subject.index) {
        frame_.subjects.clear();
        for (std::size_t goal = tokens_[at - 2].subjects[0].index; goal <= subject.index; ++goal)
            frame_.subjects.push_back({Subject::Kind::goal, goal});
        frame_.sure = true;
        frame_.listed = 0;
    }
    frame_.loss = false;
    frame_.blocked = frame_.blocked_in_clause = false;
    if (!frame_.property_leads && !groups) frame_.property = Property::none;
}

void Reader::on_set(std::size_t at) {
    const Token& token = tokens_[at];
    std::size_t next = at + 1;
    while (next < tokens_.size() && is_bracket(tokens_[next])) ++next;
    if (this->token(next).sort == Sort::name || token.text == U"指標" || token.text == U"項目") return;
    // KPIで唯一, KPIの中で: among which it stands.
    const bool among = is_particle(at + 1, {U"で"}) || text_at(token.end, U"の中で") || text_at(token.end, U"のうち");
    if (among && frame_.subjects.size() == 1 && !frame_.subjects[0].is_group()) return;
    // 全体のKPI, 基本目標３のKPI and KPI alone are of the scope.
    frame_.subjects = {scope(token.headline)};
    frame_.sure = context_.scope_known;
    frame_.blocked = frame_.blocked_in_clause = false;
    if (!frame_.property_leads) frame_.property = Property::none;
}

void Reader::on_property(std::size_t at) {
    const Token& token = tokens_[at];
    const Token& next = this->token(at + 1);
    const bool from =
        is_particle(at + 1, {U"から", U"より"}) || next.sort == Sort::other || is_particle(at + 1, {U"と", U"に"});
    // 基準値を2.1ポイント上回る, 現状値をも下回る
    const auto said = clause_behind(token.end);
    const bool compared =
        is_particle(at + 1, {U"を"}) && (said.find(U"上回") != Letters::npos || said.find(U"下回") != Letters::npos);
    if (token.property == Property::baseline && compared) {
        frame_.from = {Base::Kind::baseline, {}};
        return;
    }
    if (token.property == Property::baseline && from && next.sort != Sort::figure) {
        const auto clause = clause_behind(token.end);
        if (is_particle(at + 1, {U"から", U"より"}) || clause.find(U"比べ") == 1 || clause.find(U"比較") == 1) {
            frame_.from = {Base::Kind::baseline, {}};
            return;
        }
    }
    if (token.property == Property::target || token.property == Property::final_target) {
        frame_.target_last = true;
        // 目標を上回った: what is compared with, not what is spoken of.
        const bool object = is_particle(at + 1, {U"を", U"に", U"には", U"より", U"へ"}) || next.sort == Sort::reach;
        if (object) {
            const bool last = token.property == Property::final_target ||
                              (frame_.year && *frame_.year == assessment_.inputs->strategy.last_year);
            frame_.from = {last ? Base::Kind::final_target : Base::Kind::target, {}};
            if (last && frame_.year && *frame_.year == assessment_.inputs->strategy.last_year) frame_.year.reset();
            return;
        }
        const bool bracketed = next.sort == Sort::open && this->token(at + 2).sort == Sort::figure;
        if (token.text == U"目標" && next.sort != Sort::figure && !bracketed &&
            !is_particle(at + 1, {U"は", U"の", U"が"}))
            return;
    }
    if (token.property == Property::rating) {
        frame_.property = Property::rating;
        return;
    }
    if (token.text.starts_with(U"達成した") || token.text.starts_with(U"達した")) {
        // The share of those that reached their target: the mean where the policy has it so, else nothing it prints.
        const input::Policy& policy = assessment_.inputs->policy;
        const bool shown = policy.goal_by == input::OverallBy::share_achieved;
        frame_.property = shown ? Property::mean : Property::none;
        if (!shown) frame_.blocked = true;
        if (shown && frame_.subjects.empty()) frame_.subjects = {scope(false)}, frame_.sure = context_.scope_known;
        return;
    }
    if (frame_.subjects.empty()) {
        if (!context_.carried.empty()) {
            frame_.subjects = context_.carried;
            frame_.sure = true;
        } else {
            frame_.property_leads = true;
        }
    }
    const bool of_groups = token.property == Property::mean;
    if (of_groups && (frame_.subjects.empty() || !frame_.subjects[0].is_group())) {
        frame_.subjects = {scope(false)};
        frame_.sure = context_.scope_known;
        frame_.property_leads = false;
    }
    frame_.blocked = frame_.blocked_in_clause = false;
    frame_.property = token.property;
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
    // 前の年（△66人）より: the figure in brackets is of the year, what follows is compared with it.
    if (this->token(at + 1).sort == Sort::open && this->token(at + 2).sort == Sort::figure &&
        this->token(at + 3).sort == Sort::close && token.year < assessment_.inputs->evaluated_year) {
        frame_.year = token.year;
        frame_.year_once = true;
        frame_.from = {Base::Kind::year, token.year};
        return;
    }
    if (named && token.year == assessment_.inputs->evaluated_year) frame_.topic.reset();
    const bool to_come = token.year > assessment_.inputs->evaluated_year && begins({U"までに"});
    if (!to_come && begins({U"に続", U"に引き続", U"以降", U"まで", U"中に公表", U"に公表", U"末"})) return;
    // 前年度の1,308人から: the figure's year; 前年度の実績から, 前年度から: what is compared with.
    const std::size_t of = at + (end ? 2 : 1);
    const bool qualifies = is_particle(of, {U"の"});
    if (qualifies) {
        const Token& next = this->token(of + 1);
        const Letters behind = next.sort == Sort::figure ? Letters() : clause_behind(next.end);
        const bool compared =
            (next.sort == Sort::property || next.sort == Sort::noun) &&
            (behind.starts_with(U"から") || behind.starts_with(U"より") || behind.starts_with(U"を") ||
             behind.starts_with(U"に比べ") || behind.starts_with(U"と比べ") || behind.starts_with(U"と比較")) &&
            next.property != Property::target && next.property != Property::final_target;
        if (compared) {
            frame_.from = {Base::Kind::year, token.year};
            return;
        }
        frame_.year = token.year;
        frame_.year_named = named;
        frame_.year_once = next.sort == Sort::figure;
        if (token.year_named && token.year_kind == base::YearKind::fiscal) frame_.fiscal_year = at + 1;
        return;
    }
    // 令和３年度から令和５年度にかけて
    const Token& last = this->token(at + 2);
    if (begins({U"から"}) && last.sort == Sort::year && named && last.year_named && token.year < last.year &&
        clause_behind(last.end).starts_with(U"にかけ")) {
        taken_[at + 2] = true;
        frame_.since = token.year;
        frame_.from = {Base::Kind::year, token.year};
        if (last.year != assessment_.inputs->evaluated_year) frame_.topic = last.year;
        return;
    }
    if (begins({U"から", U"より", U"を", U"と比", U"に比", U"比", U"に対し", U"並み", U"と同", U"と変わ", U"からは"})) {
        frame_.from = {Base::Kind::year, token.year};
        return;
    }
    frame_.year = token.year;
    frame_.year_named = named;
    const bool here = is_particle(at + 1, {U"に", U"は", U"には"});
    frame_.fiscal_year = here && token.year_named && token.year_kind == base::YearKind::fiscal ? at + 1 : 0;
}

/// 保育所待機児童数は、東区で４人、西区で０人: the word that only one of the names has.
bool Reader::tell_apart(std::size_t at) {
    if (frame_.candidates.size() < 2 || tokens_[at].text.size() < 2) return false;
    std::vector<Subject> with;
    for (const Subject& subject : frame_.candidates) {
        if (narrowed(name_of(assessment_, subject)).find(tokens_[at].text) != std::u32string::npos)
            with.push_back(subject);
    }
    if (with.size() != 1) return false;
    frame_.subjects = with;
    frame_.sure = true;
    frame_.blocked = frame_.blocked_in_clause = false;
    return true;
}

void Reader::on_noun(std::size_t at) {
    const Token& token = tokens_[at];
    if (tell_apart(at)) return;
    static const std::set<std::u32string> light = {
        U"結果", U"状況", U"数", U"値",   U"水準", U"傾向", U"割合", U"率",     U"者",   U"推移", U"件数",
        U"人数", U"数値", U"比", U"比較", U"増減", U"差",   U"速報", U"速報値", U"確定", U"年",   U"年度",
        U"本市", U"本町", U"市", U"町",   U"全",   U"前",   U"各",   U"等",     U"度",   U"分",   U"以上",
        U"以下", U"未満", U"超", U"うち", U"点",   U"こと", U"もの", U"ところ", U"記録", U"推計", U"率平均"};
    // 転出した人の数は: of something the data do not know.
    const bool of_another = at >= 2 && is_particle(at - 1, {U"の"}) && tokens_[at - 2].sort == Sort::noun;
    if (light.contains(token.text) && !of_another) return;
    const bool topic = is_particle(at + 1, {U"に", U"で"}) && is_particle(at + 2, {U"は", U"も"});
    if (topic || is_particle(at + 1, {U"は", U"も", U"では", U"には", U"については"})) frame_.blocked = true;
    if (is_particle(at + 1, {U"が"})) frame_.blocked_in_clause = true;
    // …に係る取組では, …の分野では: a part of the plan in words of its own.
    const bool part = (token.text == U"取組" || token.text == U"施策" || token.text == U"分野" ||
                       token.text == U"事業" || token.text == U"取り組み") &&
                      (text_at(token.end, U"で") || text_at(token.end, U"にお") || text_at(token.end, U"につ") ||
                       text_at(token.end, U"は"));
    if (part) context_.scope_known = false;
}

Question Reader::question(const Subject& subject) const {
    const base::Year year = frame_.year.value_or(assessment_.inputs->evaluated_year);
    Property property = frame_.property;
    // A share in per cent is the value where the sentence speaks of no rate; else it may be either.
    const bool of_rates = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) {
        return t.sort == Sort::property && (t.property == Property::rate || t.property == Property::mean);
    });
    const bool share = !subject.is_group() && is_percent(unit_of(assessment_, subject));
    // 令和８年度までに128経営体とする: of a year to come there are only targets.
    if (property == Property::none && year > assessment_.inputs->evaluated_year) property = Property::year_target;
    if (property == Property::none && share && !of_rates) property = Property::actual;
    return {subject, property, year, frame_.year.has_value()};
}

std::vector<Question> Reader::questions(const Subject& subject) const {
    std::vector<Question> list = {question(subject)};
    if (frame_.year || !frame_.topic) return list;
    list.insert(list.begin(), list[0]);
    list.front().year = *frame_.topic;
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
    if (weighed.fact) {
        claim.fact = weighed.fact->span;
        claim.address = weighed.fact->address;
    }
    claims_.push_back(std::move(claim));
}

}  // namespace check
