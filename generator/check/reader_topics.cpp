// Words that say what is spoken of: names, parts of the plan, properties, other nouns.
#include <algorithm>
#include <set>
#include <utility>

#include "check/conditions.h"
#include "check/count_words.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

bool Reader::is_tail_here(const Subject& subject, const std::u32string& text) const {
    constexpr std::size_t long_enough = 5;
    if (subject.kind != Subject::Kind::indicator || context_.scope.kind != Subject::Kind::goal) return false;
    const input::Indicator& indicator = assessment_.inputs->strategy.indicators[subject.index];
    return text.size() >= long_enough && indicator.goal == context_.scope.index &&
           narrowed(indicator.name).ends_with(text);
}

/// 転出者数は412人で、転入者数を｜115人上回り, 死亡数は出生数より23人｜多く: what is compared with, not what is told
/// of.
bool Reader::is_measured_by(std::size_t at) const {
    // 売上高は、来場者数の伸びを上回る6.1％の増
    const bool growth = is_particle(at + 1, {U"の"}) && is_move(token(at + 2).sort);
    std::size_t next = growth ? at + 3 : at + 1;
    if (growth && (token(next).text == U"率" || token(next).text == U"幅")) ++next;
    if (!is_particle(next, {U"を", U"より"})) return false;
    ++next;
    if (tells_degree(token(next))) next += is_particle(next + 1, {U"に"}) ? 2U : 1U;
    if (token(next).sort == Sort::figure) ++next;
    const Sort verb = token(next).sort;
    return verb == Sort::above || verb == Sort::below || verb == Sort::more || verb == Sort::fewer;
}

/// 前年度に78.1％であった｜基本目標２: the year of what described it ends there.
void Reader::end_description(std::size_t at) {
    if (at > 0 && tokens_[at - 1].text.ends_with(U"た") && frame_.year) frame_.year.reset();
}

/// …であったが、出生数は: the year that was told of something else may be that of what is named now, or not.
void Reader::begin_statement() {
    if (!std::exchange(frame_.statement_ended, false)) return;
    if (frame_.topic) frame_.aside = std::exchange(frame_.topic, std::nullopt);
    frame_.relative = false;
}

/// What a name can mean here, and whether that is sure.
std::vector<Subject> Reader::meant_by(const Token& token, bool& sure) const {
    std::vector<Subject> subjects = token.subjects;
    sure = token.whole_name && subjects.size() == 1;
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
            // 待機児童数, under the heading of its goal: long enough to be nothing else's name.
            sure = subjects.size() == 1 && is_tail_here(subjects[0], token.text);
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
    return subjects;
}

void Reader::on_name(std::size_t at) {
    end_description(at);
    begin_statement();
    const Token& token = tokens_[at];
    if (std::exchange(frame_.ahead, false)) frame_.year.reset();  // of what described it
    if (is_measured_by(at)) {
        frame_.blocked_in_clause = true;
        return;
    }
    // 父親の育児参加率を除く３項目は: of the others.
    if (text_at(token.end, U"を除") || text_at(token.end, U"」を除") || text_at(token.end, U"以外")) {
        frame_.subjects.clear();
        frame_.sure = false;
        frame_.blocked = true;
        return;
    }
    std::size_t last = before(at);
    while (last != SIZE_MAX &&
           (tokens_[last].sort == Sort::set || tokens_[last].sort == Sort::comma ||
            is_particle(last, {U"と", U"や", U"及び", U"並びに"}) || tokens_[last].text == U"及び" ||
            tokens_[last].text == U"並びに" || tokens_[last].text == U"・")) {
        last = before(last);
    }
    const bool lists =
        last != SIZE_MAX && last != before(at) && tokens_[last].sort == Sort::name && !frame_.subjects.empty();
    bool sure = false;
    const std::vector<Subject> subjects = meant_by(token, sure);
    // 訪問は329件で、実施率は: cut short, it is of what this sentence speaks of.
    if (frame_.blocked && !token.whole_name && frame_.subjects.empty()) sure = false;
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
        frame_.distance.reset();
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

/// 目標を１件上回った｜企業誘致件数, 69,105人という｜利用者数: the name that what stands from here on describes.
std::optional<std::size_t> Reader::described_from(std::size_t at) const {
    bool says = false;
    for (std::size_t next = at; next < tokens_.size(); ++next) {
        const Token& here = tokens_[next];
        if (here.sort == Sort::name) {
            const std::size_t last = before(next);
            const bool leads =
                last != SIZE_MAX && (tokens_[last].text.ends_with(U"た") || tokens_[last].text == U"る" ||
                                     tokens_[last].text == U"い" || tokens_[last].text == U"という");
            const bool known =
                here.whole_name || (here.subjects.size() == 1 && is_tail_here(here.subjects[0], here.text));
            return says && leads && known && !here.narrowed ? std::optional(next) : std::nullopt;
        }
        says = says || here.sort == Sort::figure || here.sort == Sort::reach || here.sort == Sort::rating ||
               is_move(here.sort);
        // 前年度は100.0％であった, 達成率が７割に満たない
        const bool of_it =
            next > at && (tokens_[next - 1].sort == Sort::year || tokens_[next - 1].sort == Sort::property);
        if (is_particle(next, {U"は", U"が", U"も"}) && !of_it) return std::nullopt;
        if (here.sort == Sort::comma || here.sort == Sort::goal || here.sort == Sort::set || here.sort == Sort::whole ||
            here.sort == Sort::foreign || here.sort == Sort::loss)
            return std::nullopt;
    }
    return std::nullopt;
}

void Reader::look_ahead(std::size_t at) {
    const auto name = described_from(at);
    if (!name) return;
    on_name(*name);
    frame_.ahead = true;
}

/// それぞれ, いずれも, ともに: of all that the sentence has named, where it named them one by one.
void Reader::on_each(std::size_t at) {
    if (text_at(tokens_[at].end, U"年")) return;  // いずれの年も
    if (tokens_[at].text == U"ともに" && at > 0 && is_particle(at - 1, {U"と"})) return;
    frame_.distribution = tokens_[at].text == U"それぞれ" ? "each" : "same";
    if (frame_.subjects.size() != 1 || frame_.subjects[0].is_group() || frame_.named.size() < 2) return;
    // …で、…となり、｜それぞれ: of those of the statement before, where this one names none.
    const std::size_t first = frame_.named.size() == frame_.named_before ? 0 : frame_.named_before;
    if (frame_.named.size() < first + 2) return;
    frame_.subjects.assign(frame_.named.begin() + static_cast<std::ptrdiff_t>(first), frame_.named.end());
    frame_.sure = frame_.all_sure;
    frame_.listed = 0;
}

/// 四つの基本目標の全てで, 全ての基本目標で: of each of them.
void Reader::on_all_goals(std::size_t at) {
    const Token& all = tokens_[at];
    if (!stands_before(sentence_->letters, all.begin, U"基本目標の") && !text_at(all.end, U"基本目標") &&
        !text_at(all.end, U"の基本目標"))
        return;
    frame_.subjects = goals_between(0, assessment_.inputs->strategy.goals.size());
    frame_.sure = true;
    frame_.distribution = "same";
    if (frame_.property != Property::mean) frame_.property = Property::none;
    frame_.property_leads = false;
    taken_[at] = true;
}

void Reader::on_part(std::size_t at) {
    end_description(at);
    const Token& token = tokens_[at];
    Subject subject;
    if (token.sort == Sort::goal) subject = token.subjects[0];
    // 全体を8.6ポイント下回る: what is compared with, not what is spoken of.
    if (token.sort == Sort::whole && is_particle(at + 1, {U"を", U"より"})) {
        frame_.blocked = true;
        return;
    }
    if (is_share_of_whole(tokens_, at)) return;
    if (std::find(frame_.parts.begin(), frame_.parts.end(), subject) == frame_.parts.end())
        frame_.parts.push_back(subject);
    // 基本目標２の達成率平均は98.3％で、基本目標４は89.8％: what is said of one group goes on to the next.
    const bool groups = !frame_.subjects.empty() && frame_.subjects[0].is_group() && frame_.property == Property::mean;
    // 基本目標１から基本目標４までの: several, one by one.
    const bool range = is_particle(at + 1, {U"から", U"まで"});
    const bool ends_range = at >= 2 && is_particle(at - 1, {U"から"}) && tokens_[at - 2].sort == Sort::goal;
    // 基本目標２と基本目標４の達成率平均は、いずれも
    const bool joins = at >= 2 && tokens_[at - 2].sort == Sort::goal && !frame_.subjects.empty() &&
                       (tokens_[at - 1].sort == Sort::comma || tokens_[at - 1].text == U"と" ||
                        tokens_[at - 1].text == U"及び" || tokens_[at - 1].text == U"・");
    context_.scope = subject;
    context_.scope_known = !range;
    frame_.scope_ended = false;
    frame_.in_passing = is_particle(at + 1, {U"が", U"で", U"に"}) && frame_.property == Property::none;
    if (!joins) frame_.subjects.clear();
    frame_.subjects.push_back(subject);
    if (!joins) frame_.distribution.clear();
    if (!joins) frame_.listed = 0;
    frame_.sure = !range;
    if (ends_range && subject.kind == Subject::Kind::goal && tokens_[at - 2].subjects[0].kind == subject.kind &&
        tokens_[at - 2].subjects[0].index < subject.index) {
        frame_.subjects = goals_between(tokens_[at - 2].subjects[0].index, subject.index + 1);
        frame_.sure = true;
        frame_.listed = 0;
    }
    // 基本目標１から順に92.7％、91.8％、…
    if (subject.kind == Subject::Kind::goal && is_particle(at + 1, {U"から"}) &&
        text_at(this->token(at + 1).end, U"順")) {
        frame_.subjects = goals_between(subject.index, assessment_.inputs->strategy.goals.size());
        frame_.sure = true;
        frame_.distribution = "each";
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
    frame_.sure = scope_sure();
    frame_.blocked = frame_.blocked_in_clause = false;
    if (!frame_.property_leads) frame_.property = Property::none;
}

/// 基準値を2.1ポイント上回る, 現状値から, 目標比38人増: what is compared with, not what is spoken of.
bool Reader::compares_with(std::size_t at) {
    const Token& token = tokens_[at];
    const Token& next = this->token(at + 1);
    const auto said = clause_behind(token.end);
    if (base_of(token.property) && said.starts_with(U"比") && !said.starts_with(U"比べ") &&
        !said.starts_with(U"比較")) {
        frame_.from = *base_of(token.property);
        return true;
    }
    if (token.property != Property::baseline) return false;
    const bool over =
        is_particle(at + 1, {U"を"}) && (said.find(U"上回") != Letters::npos || said.find(U"下回") != Letters::npos);
    const bool from = next.sort != Sort::figure &&
                      (is_particle(at + 1, {U"から", U"より"}) ||
                       ((next.sort == Sort::other || is_particle(at + 1, {U"と", U"に"})) &&
                        (said.find(U"比べ") == 1 || said.find(U"比較") == 1 || said.starts_with(U"との比較"))));
    if (over || from) frame_.from = {Base::Kind::baseline, {}};
    return over || from;
}

/// 目標は達成した, 目標値は｜460件上回り, 目標も大きく上回る: what was named before is what is reached or passed.
bool Reader::is_passed(std::size_t at) const {
    if (tells_degree(token(at))) at += is_particle(at + 1, {U"に"}) ? 2U : 1U;
    if (token(at).sort == Sort::reach) return true;
    if (token(at).sort == Sort::figure) ++at;
    return token(at).sort == Sort::above || token(at).sort == Sort::below;
}

/// 目標を上回った, 目標に届かず: the same of a target; true as well where 目標 is no property of what follows.
bool Reader::aims_at(std::size_t at) {
    const Token& token = tokens_[at];
    const Token& next = this->token(at + 1);
    frame_.target_last = true;
    const bool object = is_particle(at + 1, {U"を", U"に", U"には", U"より", U"へ", U"に対し", U"に対して"}) ||
                        next.sort == Sort::reach || (is_particle(at + 1, {U"は", U"も"}) && is_passed(at + 2));
    if (object) {
        const bool of_last = frame_.year && *frame_.year == assessment_.inputs->strategy.last_year;
        const bool last = token.property == Property::final_target || of_last;
        frame_.from = {last ? Base::Kind::final_target : Base::Kind::target, {}};
        if (of_last) frame_.year.reset();
        return true;
    }
    const bool bracketed = next.sort == Sort::open && this->token(at + 2).sort == Sort::figure;
    const bool stated = text_at(token.end, U"である") || text_at(token.end, U"とする");
    return token.text == U"目標" && next.sort != Sort::figure && !bracketed && !stated &&
           !is_particle(at + 1, {U"は", U"の", U"が"});
}

/// The share of those that reached their target: the mean where the policy has it so.
void Reader::on_share() {
    const bool shown = assessment_.inputs->policy.goal_by == input::OverallBy::share_achieved;
    frame_.property = shown ? Property::mean : Property::share;
    if (frame_.subjects.empty() || frame_.continued || (!shown && !frame_.subjects[0].is_group())) {
        frame_.subjects = {scope(false)};
        frame_.sure = scope_sure();
    }
    // Of those rated, or of all there are.
    const auto count = [&](auto&& holds) {
        return count_of(assessment_, frame_.subjects[0], assessment_.inputs->evaluated_year, holds);
    };
    const bool all_rated = !frame_.subjects[0].is_group() ||
                           count([](const evaluate::Result&, const auto&) { return true; }) ==
                               count([](const evaluate::Result& r, const auto&) { return r.evaluated(); });
    frame_.blocked = !shown && !all_rated;
    frame_.blocked_in_clause = false;
}

void Reader::on_property(std::size_t at) {
    end_description(at);
    const Token& token = tokens_[at];
    // １日｜平均: no mean of rates.
    if (token.property == Property::mean && at > 0 && tokens_[at - 1].sort == Sort::figure &&
        tokens_[at - 1].end == token.begin)
        return;
    if (compares_with(at)) return;
    if ((token.property == Property::target || token.property == Property::final_target) && aims_at(at)) return;
    if (token.property == Property::rating) {
        // 「停滞」と評価され、: a verb, and what was spoken of goes on.
        const Letters behind = this->token(at + 1).text;
        const bool verb = is_particle(at - 1, {U"と"}) && (behind == U"さ" || behind == U"し");
        if (!verb) frame_.property = Property::rating;
        return;
    }
    const bool of_group = frame_.subjects.empty() || frame_.subjects[0].is_group();
    if (token.property == Property::share || (token.text == U"達成割合" && of_group)) return on_share();
    if (frame_.subjects.empty() || std::exchange(frame_.continued, false)) {
        if (!context_.carried.empty()) {
            frame_.subjects = context_.carried;
            // 目標の30人を上回った｜創業者数: of what is named behind, it may be.
            const bool named =
                base_of(token.property) && std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.end(),
                                                       [](const Token& t) { return t.sort == Sort::name; });
            frame_.sure = context_.carried_sure && !named;
        } else {
            frame_.property_leads = !is_particle(at + 1, {U"の"});  // but 目標の15件
        }
    }
    const bool of_groups = token.property == Property::mean;
    if (of_groups && (frame_.subjects.empty() || !frame_.subjects[0].is_group())) {
        frame_.subjects = {scope(false)};
        frame_.sure = scope_sure();
        frame_.property_leads = false;
    }
    frame_.blocked = frame_.blocked_in_clause = false;
    frame_.distance.reset();
    frame_.property = token.property;
    // 令和９年度の目標に対する｜達成率: of this year.
    const bool rate = token.property == Property::rate || token.property == Property::mean;
    if (rate && frame_.year && *frame_.year > assessment_.inputs->evaluated_year) frame_.year.reset();
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

/// 検挙｜率は, 負傷｜者｜数は: a measure by a word that the names spoken of do not have.
bool Reader::is_other_measure(std::size_t at) const {
    std::size_t first = at;
    while (first > 0 && tokens_[first - 1].sort == Sort::noun && tokens_[first - 1].end == tokens_[first].begin)
        --first;
    if (first == at || !is_particle(at + 1, {U"は", U"が", U"も"}) || frame_.subjects.size() != 1) return false;
    const Subject& subject = frame_.subjects[0];
    if (subject.is_group()) return false;
    const std::u32string word =
        sentence_->letters.substr(tokens_[first].begin, tokens_[first].end - tokens_[first].begin);
    return narrowed(name_of(assessment_, subject)).find(word) == std::u32string::npos;
}

void Reader::on_noun(std::size_t at) {
    const Token& token = tokens_[at];
    if (taken_[at] || tell_apart(at)) return;
    static const std::set<std::u32string> light = {
        U"結果", U"状況", U"数", U"値",   U"水準", U"傾向", U"割合", U"率",     U"者",   U"推移", U"件数",
        U"人数", U"数値", U"比", U"比較", U"増減", U"差",   U"速報", U"速報値", U"確定", U"年",   U"年度",
        U"本市", U"本町", U"市", U"町",   U"全",   U"前",   U"各",   U"等",     U"度",   U"分",   U"以上",
        U"以下", U"未満", U"超", U"うち", U"点",   U"こと", U"もの", U"ところ", U"記録", U"推計", U"率平均"};
    // 転出した人の数は: of something the data do not know.
    const bool of_another = at >= 2 && is_particle(at - 1, {U"の"}) && tokens_[at - 2].sort == Sort::noun;
    if (light.contains(token.text) && !of_another && !is_other_measure(at)) return;
    const bool topic = is_particle(at + 1, {U"に", U"で"}) && is_particle(at + 2, {U"は", U"も"});
    // 増設した効果もあり: a cause, and nothing that is spoken of.
    const bool cause = is_particle(at + 1, {U"も"}) && text_at(this->token(at + 1).end, U"あ");
    if (!cause && (topic || is_particle(at + 1, {U"は", U"も", U"では", U"には", U"については"})))
        frame_.blocked = true;
    if (is_particle(at + 1, {U"が"})) frame_.blocked_in_clause = true;
    // …に係る取組では, …の分野では: a part of the plan in words of its own.
    const bool part = (token.text == U"取組" || token.text == U"施策" || token.text == U"分野" ||
                       token.text == U"事業" || token.text == U"取り組み") &&
                      (text_at(token.end, U"で") || text_at(token.end, U"にお") || text_at(token.end, U"につ") ||
                       text_at(token.end, U"は"));
    if (part) context_.scope_known = false;
}

}  // namespace check
