// What stands around a figure: whether it is one, whose it is, and which verb moves it.
#include <set>

#include "check/letters.h"
#include "check/reader.h"

namespace check {

namespace {

bool is_any(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool tells_degree(const Token& token) {
    static const std::set<std::u32string> degrees = {U"わずか", U"僅か", U"大幅",   U"若干",     U"やや", U"大きく",
                                                     U"かなり", U"少し", U"初めて", U"はじめて", U"既に", U"再び"};
    return degrees.contains(token.text);
}

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
    for (const Letters word : {Letters(U"第"), Letters(U"満"), Letters(U"～"), Letters(U"~"), Letters(U"内線"),
                               Letters(U"午前"), Letters(U"午後")}) {
        if (stands_before(letters, token.begin, word)) return true;
    }
    // ３級, ５点満点, 14番目, 一人一人, １便当たり, ３時30分, ２年に１度
    const Letters behind = tail(letters, token.end);
    const bool one = token.figure.value == base::Ratio(1);
    const bool hour = last == U'時' && token.begin > 1 && is_digit(letters[token.begin - 2]);
    constexpr Letters no_ordinal = U"標指途的";
    const bool ordinal =
        behind.starts_with(U"目") && (behind.size() < 2 || no_ordinal.find(behind[1]) == Letters::npos);
    if (ordinal || hour || behind.starts_with(U"級") || behind.starts_with(U"桁") || behind.starts_with(U"満点") ||
        behind.starts_with(U"時") || behind.starts_with(U"一人") ||
        (one && stands_before(letters, token.begin, U"年に")) ||
        (one && behind.substr(0, 5).find(U"当たり") != Letters::npos))
        return true;
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
         {Letters(U"目指"), Letters(U"見込"), Letters(U"予定"),   Letters(U"想定"), Letters(U"目標と"),
          Letters(U"期待"), Letters(U"計画"), Letters(U"推計"),   Letters(U"試算"), Letters(U"必要"),
          Letters(U"よう"), Letters(U"べき"), Letters(U"求め"),   Letters(U"に迫"), Letters(U"占め"),
          Letters(U"近づ"), Letters(U"近い"), Letters(U"に当た"), Letters(U"上限"), Letters(U"下限"),
          Letters(U"仮に"), Letters(U"なら")}) {
        if (clause.find(word) != Letters::npos) return true;
    }
    return false;
}

/// Whether the figure stands right behind its subject: nothing the data do not know comes between.
bool Reader::governed(std::size_t at) const {
    std::size_t last = before(at);
    if (last == SIZE_MAX || tokens_[last].sort == Sort::comma) {
        if (frame_.ahead) return true;
        if (last == SIZE_MAX) return false;
    }
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
                                                     U"計", U"累計",   U"合計",     U"全体", U"結果"};
    if (tokens_[last].sort == Sort::noun) return adverbs.contains(tokens_[last].text);
    if (tokens_[last].text == U"うち" || tokens_[last].text == U"・") return false;
    return true;
}

/// The word behind a figure and its particles: を上回, には達していな.
std::size_t Reader::verb_behind(std::size_t at) const {
    std::size_t next = at + 1;
    if (text_at(tokens_[at].end, U"の大台")) next += 2;  // ２億円の大台を超え
    const std::size_t last = next + 3;
    while (next < last && is_particle(next, {U"を", U"に", U"は", U"には", U"も", U"へ", U"までは", U"まで"})) ++next;
    if (tells_degree(token(next))) next += is_particle(next + 1, {U"に"}) ? 2U : 1U;
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
               token(next).text == U"分" || token(next).text == U"程度" || token(next).text == U"大幅" ||
               token(next).text == U"な" || token(next).text == U"大きな";
    };
    std::size_t next = at + 1;
    while (light(next)) ++next;
    const std::size_t first = next;
    for (std::size_t steps = 0; steps < 12 && next < tokens_.size(); ++steps) {
        const Token& here = token(next);
        if (is_move(here.sort)) return next;
        // 来場者数は前年を2.4％、利用者数は前年度を7.9％｜下回り: each from a base of its own.
        std::size_t base = next + 1;
        while (base < next + 7 && (token(base).sort == Sort::name || token(base).sort == Sort::goal ||
                                   is_bracket(token(base)) || is_particle(base, {U"は", U"が", U"も", U"の"})))
            ++base;
        const bool own_base = here.sort == Sort::comma && token(base).sort == Sort::year &&
                              is_particle(base + 1, {U"を", U"より", U"から"}) &&
                              token(base + 2).sort == Sort::figure &&
                              token(base + 2).figure.unit == tokens_[at].figure.unit;
        const bool has_base =
            at > 1 && is_particle(at - 1, {U"を", U"より", U"から"}) && tokens_[at - 2].sort == Sort::year;
        if (own_base && has_base) {
            next = base + 3;
            continue;
        }
        // 233人、率にして46.8％の｜増
        if (here.sort == Sort::comma && text_at(here.end, U"率にして")) {
            while (next + 1 < tokens_.size() && token(next + 1).sort != Sort::figure) ++next;
            ++next;
            continue;
        }
        // 57件、６分の１｜減少: its share, too.
        const std::string& unit = token(next + 1).figure.unit;
        const bool share = unit == "％" || unit == "割" || unit == "倍";
        const bool list = here.sort == Sort::comma && token(next + 1).sort == Sort::figure &&
                          (unit == tokens_[at].figure.unit || share);
        // 前年度の97.3％から1.3ポイント、令和５年度の97.9％からは1.9ポイント｜低下
        const bool from_value = here.sort == Sort::comma && token(next + 1).sort == Sort::year &&
                                is_particle(next + 2, {U"の"}) && token(next + 3).sort == Sort::figure &&
                                is_particle(next + 4, {U"から", U"より"});
        const std::size_t other = next + (is_particle(next + 5, {U"は"}) ? 6 : 5);
        if (from_value && token(other).sort == Sort::figure && token(other).figure.unit == tokens_[at].figure.unit) {
            next = other + 1;
            continue;
        }
        // 基本目標１は2.2ポイント、基本目標２は3.1ポイント、それぞれ｜低下,
        // 令和５年度は0.3ポイント、令和６年度は0.8ポイント｜下回り
        const bool next_of_list = here.sort == Sort::comma &&
                                  (token(next + 1).sort == Sort::goal || token(next + 1).sort == Sort::year) &&
                                  is_particle(next + 2, {U"は", U"が"}) && token(next + 3).sort == Sort::figure &&
                                  token(next + 3).figure.unit == tokens_[at].figure.unit;
        if (next_of_list) {
            next += 4;
            continue;
        }
        if (here.sort == Sort::each || (here.sort == Sort::comma && token(next + 1).sort == Sort::each)) {
            ++next;
            continue;
        }
        // 前年度より0.7ポイント、基準年度より2.1ポイント｜高い
        const bool beside = here.sort == Sort::comma &&
                            (token(next + 1).sort == Sort::year || base_of(token(next + 1).property)) &&
                            is_particle(next + 2, {U"より", U"から"}) && token(next + 3).sort == Sort::figure &&
                            token(next + 3).figure.unit == tokens_[at].figure.unit;
        if (beside) next += 2;
        if (here.sort == Sort::open && token(next + 1).sort == Sort::figure && token(next + 2).sort == Sort::close) {
            next += 3;
        } else if (here.sort == Sort::close || list || beside || (here.sort == Sort::figure && next > first) ||
                   light(next)) {
            ++next;
        } else {
            break;
        }
    }
    return first;
}

/// …は148.7千人である。目標の｜42人には: what the sentence before spoke of is not counted so, and may not be meant.
bool Reader::is_counted_otherwise(std::size_t at) const {
    if (!frame_.named.empty() || frame_.subjects.size() != 1 || frame_.subjects[0].is_group()) return false;
    const std::string own = unit_of(assessment_, frame_.subjects[0]);
    const std::string& unit = tokens_[at].figure.unit;
    return unit != own && !is_percent(unit) && scale_of(unit).unit == scale_of(own).unit;
}

/// 目標の30人を３人上回った｜創業者数に対し: of what stands behind, and may be no name that is known.
bool Reader::describes_another(std::size_t verb) const {
    if (frame_.ahead) return false;
    const Letters letters = sentence_->letters;
    std::size_t at = token(verb).end;
    while (at < letters.size() && is_kana(letters[at])) ++at;
    if (at == token(verb).end || letters[at - 1] != U'た') return false;
    std::size_t end = at;
    while (end < letters.size() && !is_kana(letters[end]) && letters[end] != U'、' && letters[end] != U'。') ++end;
    constexpr Letters measures = U"数率額量";
    return end > at + 1 && measures.find(letters[end - 1]) != Letters::npos;
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

/// 402人だった令和３年, 2,105人に落ち込んだ令和２年度: the year that the figure describes.
std::optional<std::size_t> Reader::described_year(std::size_t at) const {
    for (std::size_t next = at + 1; next < std::min(at + 7, tokens_.size()); ++next) {
        const Token& here = tokens_[next];
        if (here.sort == Sort::year)
            return next > at + 1 && (tokens_[next - 1].text.ends_with(U"た") || tokens_[next - 1].text == U"だ")
                       ? std::optional(next)
                       : std::nullopt;
        if (here.sort != Sort::particle && here.sort != Sort::other && !is_move(here.sort)) break;
    }
    return std::nullopt;
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

/// ２年で｜7,445人増え, ３年間で: over how many years; 0 where it is not said.
int Reader::years_before(std::size_t at) const {
    for (std::size_t last = at; last-- > 0 && tokens_[last].sort != Sort::comma;) {
        const Token& token = tokens_[last];
        const std::string& unit = token.figure.unit;
        const bool years = token.sort == Sort::figure && (unit == "年" || unit == "年間" || unit == "か年");
        if (years && text_at(token.end, U"で")) return static_cast<int>(token.figure.value.thousandths() / 1000);
    }
    return 0;
}

/// 前回の調査, コロナ前: a time that the data do not know by that word.
bool Reader::speaks_of_another_time(std::size_t letter) const {
    const Letters said = Letters(sentence_->letters).substr(0, letter);
    for (const Letters word :
         {Letters(U"前回"), Letters(U"当初"), Letters(U"以前"), Letters(U"コロナ"), Letters(U"ピーク"),
          Letters(U"年間で"), Letters(U"同期"), Letters(U"同月"), Letters(U"ぶり"), Letters(U"最も"), Letters(U"最高"),
          Letters(U"底"), Letters(U"毎年"), Letters(U"例年"), Letters(U"年平均"), Letters(U"計画"), Letters(U"中間"),
          Letters(U"直近"), Letters(U"最新")}) {
        const std::size_t at = said.find(word);
        // １年間で: from last year's.
        const bool of_a_year = word == U"年間で" && at != Letters::npos && at > 0 && said[at - 1] == U'1' &&
                               (at == 1 || !is_digit(said[at - 2]));
        if (at != Letters::npos && !of_a_year) return true;
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
    const bool group = frame_.subjects.size() == 1 && frame_.subjects[0].is_group();
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

}  // namespace check
