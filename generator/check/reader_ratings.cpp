// Words of ratings: of whom they are said, and whether it has that rating.
#include <algorithm>

#include "base/utf8.h"
#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

using evaluate::Result;

/// The bands it is rated by in a year: computed, and by people.
std::vector<const input::Band*> ratings_of(const evaluate::Assessment& assessment, const Subject& subject,
                                           base::Year year) {
    std::vector<const input::Band*> bands;
    if (subject.is_group()) {
        bands = {tally_of(assessment, subject, year).band};
    } else if (const Result* result = result_in(assessment, subject, year)) {
        bands = {result->band, result->human_band};
    }
    std::erase(bands, nullptr);
    return bands;
}

}  // namespace

/// 「遅れ」と評価した｜年間宿泊者数, 過去最高であった｜前年: the word is said of what follows.
bool Reader::modifies(std::size_t at) const {
    for (std::size_t next = at + 1; next < std::min(at + 9, tokens_.size()); ++next) {
        const Token& here = tokens_[next];
        const bool ends = tokens_[next - 1].text == U"た" || tokens_[next - 1].text == U"ある";
        if (ends && (here.sort == Sort::name || here.sort == Sort::noun || here.sort == Sort::year ||
                     here.sort == Sort::set || here.sort == Sort::figure))
            return true;
        const bool light = here.sort == Sort::particle || here.sort == Sort::close || here.sort == Sort::other ||
                           here.property == Property::rating;
        if (!light || is_particle(next, {U"が", U"は", U"から"})) return false;
    }
    return false;
}

/// Whether the word rates what is spoken of: not how many are rated so, nor some that are.
bool Reader::rates_its_subject(std::size_t at) const {
    const Token& word = tokens_[at];
    const Letters behind = clause_behind(word.end);
    const auto begins = [&](std::initializer_list<Letters> words) {
        return std::any_of(words.begin(), words.end(), [&](Letters w) {
            return behind.starts_with(w) || behind.starts_with(std::u32string(U"」") + std::u32string(w));
        });
    };
    // Ａ評価が多い, Ａ評価は１項目: how many they are.
    if (begins({U"評価が", U"評価は",   U"評価の",     U"評価と",     U"評価も",  U"のKPI",      U"の指標",
                U"の項目", U"のもの",   U"の数値目標", U"の評価は",   U"が多",    U"の割合",     U"が最も",
                U"が増",   U"が減",     U"はな",       U"はありませ", U"もな",    U"もありませ", U"以上",
                U"以下",   U"評価以上", U"評価以下",   U"評価を",     U"を合わせ"}) &&
        !begins({U"評価とした", U"評価となり", U"評価となっ", U"評価とす"}))
        return false;
    const bool judged = begins({U"に推移", U"に進", U"と評価", U"と判", U"とな", U"であ", U"で、", U"です", U"でし",
                                U"の評価", U"が見られ", U"評価"});
    // 出生数は「停滞」、: the word alone.
    const bool said_so = behind == U"」" && at > 1 && tokens_[at - 1].sort == Sort::open &&
                         is_particle(at - 2, {U"は", U"が"}) && !frame_.subjects.empty() &&
                         !frame_.subjects[0].is_group();
    if (!judged && !said_so && frame_.property != Property::rating) return false;
    // 「やや遅れ」と「遅れ」は: a list of ratings.
    const std::size_t joint = at + (token(at + 1).sort == Sort::close ? 2 : 1);
    const std::size_t other = joint + (token(joint + 1).sort == Sort::open ? 2 : 1);
    if (is_particle(joint, {U"と", U"や"}) && token(other).sort == Sort::rating) return false;
    // 「遅れ」と評価されたKPIは: some that are rated so.
    const std::size_t passive = behind.find(U"された");
    if (passive < 6 && behind.size() > passive + 3) return false;
    if (behind.find(U"のは") < 8) return false;
    if (modifies(at)) return false;
    // 「遅れ」であったKPIは: some that were rated so.
    for (std::size_t next = at + 1; next < std::min(at + 6, tokens_.size()) && tokens_[next].sort != Sort::comma;
         ++next) {
        if (tokens_[next].sort == Sort::set) return false;
    }
    // 順調が22項目, 22項目が「順調」: how many, not how it is.
    for (std::size_t next = at + 1; next < std::min(at + 4, tokens_.size()); ++next) {
        if (tokens_[next].sort == Sort::figure) return false;
        if (tokens_[next].sort != Sort::particle && tokens_[next].sort != Sort::close &&
            tokens_[next].sort != Sort::set)
            break;
    }
    for (std::size_t last = at; last-- > 0 && at - last < 4;) {
        if (tokens_[last].sort == Sort::figure &&
            (tokens_[last].figure.unit == "項目" || tokens_[last].figure.unit == "つ"))
            return false;
        if (tokens_[last].sort != Sort::particle && tokens_[last].sort != Sort::open) break;
    }
    return true;
}

/// 達成した３項目の評価は「順調」, ２項目は、いずれも「良好」: of each of those that are counted.
bool Reader::rates_counted(std::size_t at) const {
    bool one_by_one = false;
    for (std::size_t last = at; last-- > 0 && (one_by_one || tokens_[last].sort != Sort::comma);) {
        one_by_one = one_by_one || tokens_[last].sort == Sort::each;
        const std::string& unit = tokens_[last].figure.unit;
        if (tokens_[last].sort != Sort::figure || (unit != "項目" && unit != "つ" && unit != "指標")) continue;
        // ＡとＢの２項目は、いずれも「良好」: of those that are named.
        const std::size_t owner = last > 1 && is_bracket(tokens_[last - 2]) ? last - 3 : last - 2;
        return last < 3 || !is_particle(last - 1, {U"の"}) || tokens_[owner].sort != Sort::name;
    }
    return false;
}

/// Whether what the rating is of was named right here: in its stretch to the comma, or anywhere where the sentence
/// speaks of 評価 or of nothing but indicators.
bool Reader::names_indicator(std::size_t at) const {
    std::size_t begin = at, word_for_it = at;
    while (word_for_it > 0 && tokens_[word_for_it].property != Property::rating) --word_for_it;
    const bool whole_sentence = tokens_[word_for_it].text == U"評価";
    // 新規就業者数の達成率は120.0％で、Ａ評価となった: where nothing but indicators is spoken of.
    const bool of_indicators =
        std::none_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at), [](const Token& t) {
            return t.sort == Sort::goal || t.sort == Sort::set || t.sort == Sort::whole ||
                   t.property == Property::rating;
        });
    while (begin > 0 && (whole_sentence || of_indicators || tokens_[begin - 1].sort != Sort::comma)) --begin;
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Token& t) { return t.sort == Sort::name && t.whole_name; });
}

void Reader::on_rating(std::size_t at) {
    const Token& word = tokens_[at];
    if (taken_[at] || !rates_its_subject(at)) return;
    const bool unnamed = frame_.subjects.empty() || frame_.continued;
    const std::vector<Subject> subjects = unnamed ? std::vector<Subject>{scope(false)} : frame_.subjects;
    const Subject& subject = subjects[0];
    if (rates_counted(at)) return;
    Question asked = question(subject);
    // 「遅れ」から「やや遅れ」となった: the one before is last year's.
    std::size_t next = at + 1 + (token(at + 1).sort == Sort::close ? 1 : 0);
    if (token(next).property == Property::rating) ++next;  // Ａ評価から
    const bool before = is_particle(next, {U"から", U"より"});
    if (before && (!asked.year_said || asked.year == assessment_.inputs->evaluated_year)) --asked.year.western;
    if (before) frame_.year.reset();  // 前年度の「停滞」から｜「おおむね良好」に
    if (asked.year < assessment_.inputs->strategy.first_year || asked.year > assessment_.inputs->evaluated_year) return;
    std::vector<const input::Band*> right = ratings_of(assessment_, subject, asked.year);
    Weighed weighed;
    weighed.kind = ClaimKind::rating;
    weighed.about = about(assessment_, asked, Property::rating);
    for (const input::Band* each : right) weighed.truth += (weighed.truth.empty() ? "" : "、") + each->word;
    // In the text of a goal 進捗は… may be of the goal though an indicator was named before.
    // But not 人口普及率は84.75％で、評価は「順調」.
    if (!subject.is_group() && !names_indicator(at)) {
        for (const input::Band* each : ratings_of(assessment_, scope(false), asked.year)) right.push_back(each);
    }
    const std::string typed = base::encode(word.text);
    const input::Policy& policy = assessment_.inputs->policy;
    // 順調, where that is a word for ◎ and ○ together.
    const auto joined = std::find_if(policy.unions.begin(), policy.unions.end(),
                                     [&](const input::BandUnion& each) { return narrowed(each.word) == word.text; });
    const auto is_meant = [&](const input::Band* rating) {
        if (is_called(*rating, word.text)) return true;
        return joined != policy.unions.end() &&
               std::find(joined->of.begin(), joined->of.end(), rating->word) != joined->of.end();
    };
    bool holds = std::any_of(right.begin(), right.end(), is_meant);
    // ＡとＢが「達成」、: each of them.
    const bool listed = subjects.size() > 1 && frame_.sure && frame_.distribution != "each" &&
                        std::none_of(subjects.begin(), subjects.end(), [](const Subject& s) { return s.is_group(); });
    for (const Subject& other : subjects) {
        if (!listed || other == subject) continue;
        const auto ratings = ratings_of(assessment_, other, asked.year);
        if (ratings.empty()) right.clear();
        holds = holds && std::any_of(ratings.begin(), ratings.end(), is_meant);
    }
    // 前年度と変わらず｜Ａである: so it was rated then.
    for (std::size_t last = at; last-- > 1 && at - last < 5;) {
        if (tokens_[last].sort != Sort::same || !is_particle(last - 1, {U"と"})) continue;
        taken_[last] = true;
        const auto then = ratings_of(assessment_, subject, {asked.year.western - 1});
        holds = holds && (then.empty() || std::any_of(then.begin(), then.end(), is_meant));
    }
    Claim claim = claim_at(at);
    claim.typed = typed;
    // A goal is not rated by the words of its indicators where the policy has others for it.
    const auto has = [&](const std::vector<input::Band>& bands) {
        return std::any_of(bands.begin(), bands.end(), [&](const auto& band) { return is_called(band, word.text); });
    };
    const bool usual = subject.is_group() && !policy.group_bands.empty()
                           ? has(policy.group_bands)
                           : has(policy.bands) || has(policy.class_bands) || joined != policy.unions.end();
    if (right.empty() || (subjects.size() > 1 && !listed) || !usual) {
        add(claim, {}, false);
        return;
    }
    weighed.verdict = holds ? Verdict::tied : Verdict::contradicted;
    const bool headline = subject.is_group() && subject.headline;
    // むし歯のない子の割合は88.4％で、Ａ評価となった: of what had the figures, by whatever name.
    const bool of_another = unnamed && std::any_of(claims_.begin(), claims_.end(), [](const Claim& each) {
                                return each.figure && each.verdict == Verdict::left && each.about.empty();
                            });
    const bool sure = !of_another && !frame_.blocked && !frame_.blocked_in_clause && !headline &&
                      (frame_.sure || unnamed) && context_.scope_known && !in_guard(at);
    add(claim, weighed, sure);
}

}  // namespace check
