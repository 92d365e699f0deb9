// A clause whose every word is known can hardly mean something else than what was read; one unknown word, one figure of
// something else or one verb that nothing was made of, and it may. What stands in another clause, which a verb or a
// reason ends, changes nothing of it.
#include "check/unread.h"

#include <algorithm>
#include <set>

#include "check/letters.h"

namespace check {

namespace {

bool is_verb(Sort sort) {
    const bool adjective = sort == Sort::more || sort == Sort::fewer;  // 最も高い
    return (is_move(sort) && !adjective) || sort == Sort::same || sort == Sort::reach;
}

/// Written with Chinese characters or katakana: of the words the dictionary alone knows, those that mean something.
bool has_meaning(const std::u32string& word) {
    return std::any_of(word.begin(), word.end(), [](char32_t letter) {
        return (letter >= U'一' && letter <= U'龥') || (letter >= U'ァ' && letter <= U'ヶ');
    });
}

bool holds(const Claim& claim, const Token& token) { return claim.begin <= token.begin && token.begin < claim.end; }

/// 6,803人｜を上回る: the verb of a figure that was read.
bool is_behind(const Claim& claim, const Token& verb) {
    constexpr std::size_t particles = 4;
    return claim.end <= verb.begin && verb.begin - claim.end <= particles;
}

/// 目標を達成した年度は｜ない: a negation that is no verb's ending, unless it was read as a claim of none.
bool is_stray_negation(const std::vector<Token>& tokens, std::size_t at, const std::vector<Claim>& claims) {
    const std::u32string& text = tokens[at].text;
    if (text != U"ない" && text != U"なかっ" && text != U"なく") return false;
    std::size_t last = at;
    const auto ending = [&](std::size_t token) {
        const Token& t = tokens[token];
        const bool joins = t.text == U"て" || (t.text == U"は" && token > 0 && tokens[token - 1].text == U"て");
        return joins || (t.sort == Sort::other && !has_meaning(t.text));
    };
    while (last > 0 && ending(last - 1)) --last;
    if (last == 0) return true;
    const Token& before = tokens[last - 1];
    if (is_verb(before.sort) || before.sort == Sort::status) return false;
    // 前年度から増減は｜ない
    const std::u32string& topic = tokens[last < 2 ? 0 : last - 2].text;
    const bool same = before.text == U"は" && (topic == U"増減" || topic == U"変化" || topic == U"差");
    return !same && std::none_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        // 一つも｜ない
        const bool not_one = claim.typed == "1つ" && claim.end + 1 == tokens[at].begin;
        const bool none = not_one || (claim.typed == "なし" && claim.end <= tokens[at].begin);
        return claim.verdict != Verdict::left && (holds(claim, tokens[at]) || none);
    });
}

bool is_unread(const Token& token, const std::vector<Claim>& claims, const std::u32string& city) {
    const auto any = [&](auto&& reads) { return std::any_of(claims.begin(), claims.end(), reads); };
    if (is_verb(token.sort)) {
        return !any([&](const Claim& claim) {
            return holds(claim, token) || (claim.verdict != Verdict::left && is_behind(claim, token));
        });
    }
    if (token.sort != Sort::noun && token.sort != Sort::other) return false;
    return has_meaning(token.text) && !is_known(token.text) && city.find(token.text) == std::u32string::npos &&
           !any([&](const Claim& claim) { return claim.verdict != Verdict::left && holds(claim, token); });
}

/// {{births.rate}}となり、前年度を上回った: what a placeholder gave is of nothing else, and so is the word behind it.
bool is_of_placeholder(const Claim& claim, const std::vector<Claim>& claims) {
    const Claim* last = &claim;
    for (const Claim& each : claims) {
        if (each.figure && each.begin <= claim.begin && (!last->figure || each.begin > last->begin)) last = &each;
    }
    return last->inserted;
}

/// 用地の取得が遅れたため｜目標を: a reason that no 、 parts from what came of it.
bool ends_reason(const std::vector<Token>& tokens, std::size_t at) {
    const Sort next = tokens[at + 1].sort;
    if (next != Sort::year && next != Sort::property && next != Sort::figure && next != Sort::name) return false;
    std::u32string said;
    for (std::size_t last = at < 3 ? 0 : at - 3; last <= at; ++last) said += tokens[last].text;
    return said.ends_with(U"ため") || said.ends_with(U"ことで") || said.ends_with(U"ことから") ||
           said.ends_with(U"により") || said.ends_with(U"によって") || said.ends_with(U"を受けて") ||
           said.ends_with(U"に伴い") || said.ends_with(U"影響で");
}

bool names_subject(const Token& token) {
    return token.sort == Sort::name || token.sort == Sort::goal || token.sort == Sort::set ||
           token.sort == Sort::whole || token.sort == Sort::loss || token.property == Property::mean ||
           token.property == Property::share;
}

/// 新規創業件数は、…もあり、: what the sentence goes on to speak of, whatever comes between.
bool leads_with_topic(const std::vector<Token>& tokens, const Clause& clause) {
    std::size_t at = clause.begin;
    while (at < clause.end && (is_bracket(tokens[at]) || tokens[at].sort == Sort::name)) ++at;
    return at > clause.begin && at + 1 < clause.end && tokens[at].text == U"は" && tokens[at + 1].sort == Sort::comma;
}

/// 前年度に伸びた｜輸出額は、成長不良により: so it does where all that describes the name was read.
bool leads_with_described(const std::vector<Token>& tokens, const Clause& clause, const std::vector<bool>& unread) {
    std::size_t at = clause.begin;
    while (at < clause.end && !unread[at] && tokens[at].sort != Sort::name) ++at;
    if (at == clause.end || tokens[at].sort != Sort::name) return false;
    ++at;
    while (at < clause.end && is_bracket(tokens[at])) ++at;
    return at + 1 < clause.end && tokens[at].text == U"は" && tokens[at + 1].sort == Sort::comma;
}

/// Which clauses were read whole, and are said of a subject that is known.
std::vector<bool> told_clauses(const std::vector<Clause>& clauses, const std::vector<Token>& tokens,
                               const std::vector<bool>& taken, const std::vector<Claim>& claims,
                               const std::u32string& city) {
    std::vector<bool> told;
    bool topic = false, subject = true;
    std::vector<bool> unread;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        unread.push_back((!taken[at] && is_unread(tokens[at], claims, city)) || is_stray_negation(tokens, at, claims));
    }
    for (const Clause& clause : clauses) {
        bool whole = true, named = false;
        for (std::size_t at = clause.begin; at < clause.end; ++at) {
            named = named || names_subject(tokens[at]);
            whole = whole && !unread[at];
        }
        for (const Claim& claim : claims) {
            const bool here = tokens[clause.begin].begin <= claim.begin && claim.begin < tokens[clause.end - 1].end;
            whole = whole && !(here && claim.verdict == Verdict::left);
        }
        told.push_back(whole && (named || subject));
        if (named)
            topic =
                clause.begin == 0 && (leads_with_topic(tokens, clause) || leads_with_described(tokens, clause, unread));
        subject = topic || (whole && (named || subject));
    }
    return told;
}

}  // namespace

bool stays(const Claim& claim, const std::vector<Claim>& claims) {
    return claim.swapped || claim.inserted || claim.kind == ClaimKind::itself || is_of_placeholder(claim, claims);
}

std::vector<Clause> clauses_of(const std::vector<Token>& tokens) {
    std::vector<Clause> clauses = {{}};
    int depth = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].sort == Sort::open) ++depth;
        if (tokens[at].sort == Sort::close) --depth;
        clauses.back().end = at + 1;
        const bool ends = tokens[at].sort == Sort::comma ? at > 0 && ends_clause(tokens, at)
                                                         : at + 1 < tokens.size() && ends_reason(tokens, at);
        if (ends && depth == 0) clauses.push_back({at + 1, at + 1});
    }
    return clauses;
}

bool ends_clause(const std::vector<Token>& tokens, std::size_t comma) {
    std::u32string said;
    for (std::size_t at = comma < 6 ? 0 : comma - 6; at < comma; ++at) said += tokens[at].text;
    const auto ends = [&](std::initializer_list<std::u32string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return said.ends_with(word); });
    };
    if (ends({U"のに対し",       U"のに対して",     U"ものの",   U"ため",           U"ことから",   U"などから",
              U"一方",           U"一方で",         U"結果",     U"影響で",         U"により",     U"によって",
              U"を受け",         U"に伴い",         U"を背景に", U"を追い風に",     U"とともに",   U"ことについて",
              U"ことについては", U"ことは",         U"たところ", U"ことを踏まえ",   U"ことに加え", U"た背景には",
              U"た要因は",       U"た要因としては", U"た理由は", U"た理由としては", U"た後",       U"にもかかわらず",
              U"とはいえ",       U"ながら",         U"つつ"}))
        return true;
    const bool asked = said.find(U"市民") != said.npos || said.find(U"町民") != said.npos ||
                       said.find(U"村民") != said.npos || said.find(U"住民") != said.npos;
    if (asked && ends({U"調査によれば", U"調査によると", U"アンケートによれば", U"アンケートによると"})) return true;
    if (ends({U"に対し",     U"に対して", U"に関し",   U"に関して", U"を除き",   U"を除いて", U"を含め",
              U"を含めて",   U"に限り",   U"と比べ",   U"に比べ",   U"と比べて", U"に比べて", U"と比較し",
              U"と比較して", U"において", U"について", U"として",   U"に当たり", U"にあたり", U"とすると",
              U"としても",   U"ても",     U"でも",     U"ように",   U"うち"}))
        return false;
    const Token& last = tokens[comma - 1];
    const Sort before = comma > 1 ? tokens[comma - 2].sort : Sort::end;
    const bool behind_noun = before == Sort::noun || before == Sort::name || before == Sort::property ||
                             before == Sort::set || before == Sort::year || before == Sort::goal ||
                             before == Sort::foreign || before == Sort::whole;
    const bool behind_figure = before == Sort::figure || before == Sort::rating || before == Sort::close;
    if (last.text == U"が") return !behind_noun && !behind_figure;
    // 催しが好評で、: a noun that is said of something.
    const auto states = [&] {
        for (std::size_t at = comma - 1; at-- > 0 && tokens[at].sort != Sort::comma;) {
            if (tokens[at].sort == Sort::particle && tokens[at].text == U"が") return true;
        }
        return false;
    };
    if (last.text == U"で") return behind_figure || !behind_noun || states();
    if (last.sort != Sort::other && last.sort != Sort::particle && !is_verb(last.sort)) return false;
    constexpr std::u32string_view endings = U"りしみきちいえれけげめせてずくび";
    return endings.find(last.text.back()) != std::u32string_view::npos;
}

bool ends_statement(const std::vector<Token>& tokens, std::size_t comma) {
    return tokens[comma].sort == Sort::comma && comma > 0 && tokens[comma - 1].text != U"で" &&
           ends_clause(tokens, comma);
}

bool is_known(const std::u32string& word) {
    static const std::set<std::u32string> words = {
        // the plan and its evaluation
        U"基本", U"基本目標", U"戦略", U"総合", U"計画", U"期間", U"検証", U"効果", U"成果", U"事業", U"取組", U"施策",
        U"策定", U"対象", U"把握", U"段階", U"区分", U"内訳", U"掲げ", U"掲げる", U"公表", U"確定", U"速報", U"速報値",
        U"実施", U"見る", U"示し", U"設定", U"次い", U"次ぐ", U"占め", U"占める", U"単年度", U"新た", U"加え", U"意見",
        U"委員", U"会議", U"有識者", U"質問", U"当たる", U"当たり", U"相当", U"唯一", U"構成", U"行っ", U"行い",
        U"行う",
        // what is counted, and how much of it
        U"数", U"値", U"数値", U"件数", U"人数", U"割合", U"率", U"者", U"点", U"度", U"分", U"差", U"開き", U"隔たり",
        U"累計", U"合計", U"計", U"合わせ", U"合わせる", U"半数", U"項目", U"千", U"約", U"程度", U"概ね", U"主", U"別",
        U"各", U"全", U"含む", U"含め", U"等", U"的", U"中", U"除く", U"最も", U"及び", U"並びに", U"又は", U"以上",
        U"以下", U"未満", U"超",
        // how it went
        U"結果", U"背景", U"要因", U"理由", U"実績", U"水準", U"状況", U"傾向", U"状態", U"推移", U"増減", U"比",
        U"比べ", U"比べる", U"比べれ", U"比較", U"残り", U"残る", U"記録", U"続け", U"続き", U"続い", U"転じ", U"上っ",
        U"上り", U"引き続き", U"大きく", U"大幅", U"若干", U"僅か", U"近く", U"遠く", U"遠い", U"上げ", U"下げ",
        U"好調", U"堅調", U"順調", U"着実", U"既に", U"再び", U"総じて", U"年々", U"順", U"順に", U"迫っ", U"迫り",
        U"迫る", U"広がっ", U"広がり", U"縮まっ", U"縮まり", U"底", U"経", U"大きい", U"大きな", U"小さい", U"小さく",
        // who says so
        U"事務", U"局", U"説明", U"報告",
        // when
        U"年", U"年度", U"年間", U"末", U"時点", U"目", U"前", U"次", U"同", U"当初", U"現状", U"基準", U"今年",
        U"今年度", U"毎年", U"毎年度", U"以来", U"後", U"その後", U"同年", U"同年度", U"毎", U"間", U"最大",
        // where
        U"本", U"本市", U"本町", U"市", U"町", U"村"};
    return words.contains(word);
}

void leave_half_read(std::vector<Claim>& claims, const std::vector<Token>& tokens, const std::vector<bool>& taken,
                     const std::u32string& city) {
    const std::vector<Clause> clauses = clauses_of(tokens);
    const std::vector<bool> told = told_clauses(clauses, tokens, taken, claims, city);
    for (Claim& claim : claims) {
        if (claim.verdict != Verdict::contradicted || stays(claim, claims)) continue;
        const auto in = std::find_if(clauses.begin(), clauses.end(),
                                     [&](const Clause& clause) { return claim.begin < tokens[clause.end - 1].end; });
        const bool known = in != clauses.end() && told[static_cast<std::size_t>(in - clauses.begin())];
        if (!known) claim.verdict = Verdict::left;
    }
}

}  // namespace check
