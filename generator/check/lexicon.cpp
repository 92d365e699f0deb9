// The table of words, looked up by their first letter, the longest first.
#include "check/lexicon.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "check/letters.h"

namespace check {

namespace {

using enum Sort;

using ByFirst = std::unordered_map<char32_t, std::vector<LexiconWord>>;

/// Words of one sense each, in no order.
constexpr LexiconWord known_words[] = {
    {U"達成率平均", property, Property::mean},
    {U"達成率の平均値", property, Property::mean},
    {U"達成率の平均", property, Property::mean},
    {U"平均達成率", property, Property::mean},
    {U"進捗率平均", property, Property::mean},
    {U"進捗率の平均", property, Property::mean},
    {U"平均進捗率", property, Property::mean},
    {U"平均値", property, Property::mean},
    {U"平均", property, Property::mean},
    {U"達成した割合", property, Property::share},
    {U"達成した指標の割合", property, Property::share},
    {U"達した指標の割合", property, Property::share},
    {U"達した項目の割合", property, Property::share},
    {U"達したKPIの割合", property, Property::share},
    {U"達した割合", property, Property::share},
    {U"達成した項目の割合", property, Property::share},
    {U"達成したKPIの割合", property, Property::share},
    {U"達成したものの割合", property, Property::share},
    {U"達したものの割合", property, Property::share},
    {U"目標達成割合", property, Property::share},
    {U"目標達成項目の割合", property, Property::share},
    {U"達成項目の割合", property, Property::share},
    {U"達成率", property, Property::rate},
    {U"目標達成率", property, Property::rate},
    {U"目標達成率平均", property, Property::mean},
    {U"目標達成率の平均", property, Property::mean},
    {U"進捗率", property, Property::rate},
    {U"達成度", property, Property::rate},
    {U"達成割合", property, Property::rate},
    {U"実績値", property, Property::actual},
    {U"実績", property, Property::actual},
    {U"最終目標値", property, Property::final_target},
    {U"最終目標", property, Property::final_target},
    {U"目標値", property, Property::target},
    {U"目標", property, Property::target},
    {U"目標水準", property, Property::target},
    {U"基本目標", other},  // no target
    {U"年平均", other},    // no mean of rates
    {U"月平均", other},
    {U"現状値", property, Property::baseline},
    {U"基準値", property, Property::baseline},
    {U"当初値", property, Property::baseline},
    {U"基準年", property, Property::baseline},
    {U"基準年度", property, Property::baseline},
    {U"策定当初", property, Property::baseline},
    {U"計画策定当初", property, Property::baseline},
    {U"策定時", property, Property::baseline},
    {U"計画策定時", property, Property::baseline},
    {U"計画前", property, Property::baseline},
    {U"計画策定前", property, Property::baseline},
    {U"評価", property, Property::rating},
    {U"総合評価", property, Property::rating},
    {U"進捗状況", property, Property::rating},
    {U"達成状況", property, Property::rating},
    {U"進捗", property, Property::rating},
    {U"数値目標", set},
    {U"KPI", set},
    {U"重要業績評価指標", set},
    {U"重要業績指標", set},
    {U"指標", set},
    {U"項目", set},
    {U"全KPI", whole},
    {U"KPI全体", whole},
    {U"全体", whole},
    {U"全項目", whole},
    {U"上回", above, Property::none, true},
    {U"うわまわ", above, Property::none, true},
    {U"超え", above, Property::none, true},
    {U"超過し", above, Property::none, true},
    {U"突破", above, Property::none, true},
    {U"下回", below, Property::none, true},
    {U"割り込", below, Property::none, true},
    {U"割っ", below, Property::none, true},
    {U"割れ", below, Property::none, true},
    {U"切っ", below, Property::none, true},
    {U"増加", up, Property::none, true},
    {U"増え", up, Property::none, true},
    {U"増やし", up, Property::none, true},
    {U"増", up},
    {U"上昇", up, Property::none, true},
    {U"伸び", up, Property::none, true},
    {U"伸ばし", up, Property::none, true},
    {U"伸長", up, Property::none, true},
    {U"延び", up, Property::none, true},
    {U"急増", up, Property::none, true},
    {U"微増", up, Property::none, true},
    {U"激増", up, Property::none, true},
    {U"倍増", up, Property::none, true},
    {U"回復", up, Property::none, true},
    {U"持ち直", up, Property::none, true},
    {U"急減", down, Property::none, true},
    {U"微減", down, Property::none, true},
    {U"激減", down, Property::none, true},
    {U"半減", down, Property::none, true},
    {U"上がっ", up, Property::none, true},
    {U"上がり", up, Property::none, true},
    {U"高ま", up, Property::none, true},
    {U"広が", up, Property::none, true},
    {U"狭ま", down, Property::none, true},
    {U"縮ま", down, Property::none, true},
    {U"向上", up, Property::none, true},
    {U"拡大", up, Property::none, true},
    {U"上積み", up},
    {U"減少", down, Property::none, true},
    {U"減っ", down, Property::none, true},
    {U"減り", down, Property::none, true},
    {U"減", down},
    {U"低下", down, Property::none, true},
    {U"下がっ", down, Property::none, true},
    {U"下がり", down, Property::none, true},
    {U"落ち込", down, Property::none, true},
    {U"下落", down, Property::none, true},
    {U"縮小", down, Property::none, true},
    {U"削減", down, Property::none, true},
    {U"縮減", down, Property::none, true},
    {U"短縮", down, Property::none, true},
    {U"後退", worse, Property::none, true},
    {U"改善", better, Property::none, true},
    {U"好転", better, Property::none, true},
    {U"悪化", worse, Property::none, true},
    {U"変わらず", same},
    {U"変わらな", same},
    {U"変わりな", same},
    {U"変わっていな", same},
    {U"増減はな", same},
    {U"増減がな", same},
    {U"増減もな", same},
    {U"増減はありませ", same},
    {U"大きな増減", other},  // a small one there may be
    {U"横ばい", same},
    {U"同じ", same},
    {U"同数", same},
    {U"同値", same},
    {U"同率", same},
    {U"同水準", same},
    {U"同様", same},
    {U"達成できな", reach, Property::none, true, true},
    {U"達成には至ら", reach, Property::none, true, true},
    {U"達成に至ら", reach, Property::none, true, true},
    {U"達成には至っていな", reach, Property::none, true, true},
    {U"達成に至っていな", reach, Property::none, true, true},
    {U"達成", reach, Property::none, true},
    {U"未達成", reach, Property::none, true, true},
    {U"未達", reach, Property::none, true, true},
    {U"到達", reach, Property::none, true},
    {U"達し", reach, Property::none, true},
    {U"達せ", reach, Property::none, true, true},
    {U"達する", reach, Property::none, true},
    {U"届い", reach, Property::none, true},
    {U"届か", reach, Property::none, true},
    {U"届き", reach, Property::none, true},
    {U"届く", reach, Property::none, true},
    {U"及ばな", reach, Property::none, true, true},
    {U"及ばず", reach, Property::none, true, true},
    {U"及んでいな", reach, Property::none, true, true},
    {U"及びませ", reach, Property::none, true, true},
    {U"足りな", reach, Property::none, true, true},
    {U"足りず", reach, Property::none, true, true},
    {U"満たず", reach, Property::none, true, true},
    {U"足りま", reach, Property::none, true, true},
    {U"不足", reach, Property::none, true, true},
    {U"至ら", reach, Property::none, true, true},
    {U"至っていな", reach, Property::none, true, true},
    {U"至っておら", reach, Property::none, true, true},
    {U"戻っ", reach, Property::none, true},
    {U"戻らな", reach, Property::none, true, true},
    {U"戻らず", reach, Property::none, true, true},
    {U"満たし", reach, Property::none, true},
    {U"満たな", reach, Property::none, true, true},
    {U"クリア", reach, Property::none, true},
    {U"確保", reach, Property::none, true},
    {U"多い", more},
    {U"多く", more},
    {U"高い", more},
    {U"高く", more},
    {U"多かっ", more},
    {U"高かっ", more},
    {U"長い", more},
    {U"長く", more},
    {U"短い", fewer},
    {U"短く", fewer},
    {U"少ない", fewer},
    {U"少なく", fewer},
    {U"低い", fewer},
    {U"低く", fewer},
    {U"少なかっ", fewer},
    {U"低かっ", fewer},
    {U"により", reason},
    {U"によって", reason},
    {U"による", reason},
    {U"ため", reason},
    {U"を受け", reason},
    {U"に伴", reason},
    {U"影響", reason},
    {U"を背景", reason},
    {U"ことから", reason},
    {U"などから", reason},
    {U"を踏まえ", reason},
    {U"全ての", all},
    {U"すべての", all},
    {U"全て", all},
    {U"すべて", all},
    {U"全", all},
    {U"全部", all},
    {U"いずれも", each},
    {U"いずれの", each},
    {U"どちらも", each},
    {U"ともに", each},
    {U"共に", each},
    {U"双方とも", each},
    {U"両方とも", each},
    {U"それぞれ", each},
    {U"のみ", only},
    {U"だけ", only},
    {U"しか", only},
    {U"半数", half},
    {U"過半数", half},
    {U"半分", half},
    {U"減少数", loss},
    {U"減少幅", loss},
    {U"減少者数", loss},
    {U"減少人数", loss},
    {U"転出超過数", loss},
    {U"転出超過", loss},
    {U"転出超過幅", loss},
    {U"超過数", loss},
    {U"超過幅", loss},
    {U"マイナス幅", loss},
    {U"赤字額", loss},
    {U"赤字", loss},
    {U"過去最高", record},
    {U"過去最多", record},
    {U"過去最大", record},
    {U"過去最低", record},
    {U"過去最少", record},
    {U"過去最小", record},
    {U"最多", record},
    {U"最少", record},
    {U"最高値", record},
    {U"最低値", record},
    {U"初めて", first},
    {U"はじめて", first},
    {U"全国平均", foreign},
    {U"全国", foreign},
    {U"国", foreign},
    {U"県", foreign},
    {U"県内", foreign},
    {U"県平均", foreign},
    {U"都", foreign},
    {U"府", foreign},
    {U"道", foreign},
    {U"他市", foreign},
    {U"他の市町村", foreign},
    {U"近隣市", foreign},
    {U"近隣", foreign},
    {U"他都市", foreign},
    {U"類似団体", foreign},
    {U"他自治体", foreign},
    {U"未公表", status},
    {U"公表されていな", status, Property::none, true},
    {U"公表されておら", status, Property::none, true},
    {U"集計中", status},
    {U"調査なし", status},
    {U"実績値がな", status, Property::none, true},
    {U"実績値のな", status, Property::none, true},
    {U"実績値を得られな", status, Property::none, true},
    {U"実績値が得られな", status, Property::none, true},
    {U"実績値を得られていな", status, Property::none, true},
    {U"実績値が得られていな", status, Property::none, true},
    {U"実績値が得られず", status, Property::none, true},
    {U"実績値を得られず", status, Property::none, true},
    {U"実績値を把握できな", status, Property::none, true},
    {U"実績値はな", status, Property::none, true},
    {U"評価の対象外", status},
    {U"評価対象外", status},
    {U"評価していな", status, Property::none, true},
    {U"評価しな", status, Property::none, true},
    {U"評価できな", status, Property::none, true},
    {U"評価できず", status, Property::none, true},
    {U"評価を行わな", status, Property::none, true},
    {U"評価を行っていな", status, Property::none, true},
    {U"目指", guard},
    {U"見込", guard},
    {U"予定", guard},
    {U"想定", guard},
    {U"期待", guard},
    {U"仮に", guard},
    {U"推計", guard},
};

const ByFirst& lexicon() {
    static const ByFirst words = [] {
        std::vector<LexiconWord> list(std::begin(known_words), std::end(known_words));
        std::stable_sort(list.begin(), list.end(), [](const LexiconWord& a, const LexiconWord& b) {
            return a.letters.size() > b.letters.size();
        });
        ByFirst by_first;
        for (const LexiconWord& word : list) by_first[word.letters[0]].push_back(word);
        return by_first;
    }();
    return words;
}

bool holds(Letters text, std::initializer_list<Letters> words) {
    return std::any_of(words.begin(), words.end(), [&](Letters w) { return text.find(w) != Letters::npos; });
}

/// From there to the next comma or the end of the sentence.
Letters clause(const std::u32string& letters, std::size_t at) {
    const Letters rest = tail(letters, at);
    return rest.substr(0, std::min({rest.find(U'、'), rest.find(U'。'), rest.size()}));
}

/// Wishes, plans, fears and forecasts: nothing is said of what is.
bool unsaid(Letters clause) {
    return holds(clause, {U"よう",   U"べき",     U"必要",     U"努め",   U"目指",     U"見込",    U"期待",
                          U"求め",   U"られたい", U"されたい", U"検討",   U"場合",     U"可能性",  U"懸念",
                          U"おそれ", U"恐れ",     U"予定",     U"想定",   U"かどうか", U"か否か",  U"とは限ら",
                          U"たい。", U"たい」",   U"課題",     U"図り",   U"図る",     U"図って",  U"図られ",
                          U"つなげ", U"つなが",   U"向けて",   U"向けた", U"資する",   U"かもしれ"}) ||
           begins(clause, {U"れば", U"なければ", U"を図", U"させる", U"するため", U"するには"});
}

bool past_or_lasting(Letters ending) {
    return holds(ending, {U"た", U"て", U"で", U"だ"}) || ending.ends_with(U"り") || ending.ends_with(U"し") ||
           ending.ends_with(U"え") || ending.ends_with(U"ます") || ending.ends_with(U"ず") || ending.ends_with(U"く");
}

bool negative(Letters ending) {
    return holds(ending, {U"ない", U"なか", U"なく", U"ませ", U"ぬ"}) || ending.ends_with(U"ず") ||
           ending.ends_with(U"ずに");
}

}  // namespace

const LexiconWord* lexicon_word_at(const std::u32string& letters, std::size_t at) {
    const auto found = lexicon().find(letters[at]);
    if (found == lexicon().end()) return nullptr;
    const Letters rest = tail(letters, at);
    for (const LexiconWord& word : found->second) {
        if (rest.starts_with(word.letters)) return &word;
    }
    return nullptr;
}

void read_ending(const std::u32string& letters, Token& token) {
    const char32_t stem_end = letters[token.end - 1];
    std::size_t end = token.end;
    while (end < letters.size() && is_kana(letters[end])) ++end;
    Letters ending = tail(letters, token.end).substr(0, end - token.end);
    const bool particle = begins(ending, {U"が", U"を", U"に", U"と", U"の", U"は", U"も", U"で", U"や", U"か", U"へ"});
    const bool bare = ending.empty() || (particle && !begins(ending, {U"でき", U"かっ"}));
    // 目標達成はならず, 達成とはならなかった
    const Letters behind_it = clause(letters, token.end);
    const bool short_of = begins(behind_it, {U"までには至", U"までに至", U"には至", U"に至"}) &&
                          holds(behind_it, {U"至ら", U"至っていな", U"至っておら"});
    const bool failed =
        token.sort == reach && (short_of || begins(ending, {U"はなら", U"とはなら", U"はできな", U"がなら"}));
    if (failed) token.negated = true;
    // 達成できなかった, 届いていない: the negation may stand in the stem already.
    if (!bare && negative(ending)) token.negated = true;
    if (holds(ending, {U"わけではな", U"ものではな", U"とはいえな"})) token.negated = true;
    const Letters rest = clause(letters, token.end);
    if (unsaid(rest) || holds(ending, {U"るまで"})) token.said = false;
    // 上回っていたが, 上回ってきたが: it was so at some time before.
    token.was_so = token.said && holds(ending, {U"ていた", U"でいた", U"ていまし"});
    if (holds(ending, {U"ていた", U"でいた", U"ていまし", U"てきたが", U"てきたもの", U"てきましたが"}))
        token.said = false;
    // 達成状況, 達成に: what is spoken of, not what is said; but 達成済み.
    const char32_t next = end < letters.size() ? letters[end] : U'。';
    if (token.sort == reach && ending.empty() && next >= U'一' && next <= U'龥' && next != U'済') token.said = false;
    // 目標に達する｜のは: of a time to come, or of none.
    const bool plain = stem_end == U'る' || stem_end == U'く';
    if (plain && particle) token.said = false;
    if (bare) {
        // 増加が続く, 減少に転じた, 増加となった are said; 増加を図る, 増加に努める are not.
        const bool said = ending.empty() || failed ||
                          begins(rest, {U"の", U"と", U"で", U"が続", U"が見", U"がみ", U"に転", U"は", U"も"}) ||
                          rest.starts_with(U"に歯止め") || begins(rest, {U"を示", U"を見せ", U"を記録", U"を続け"});
        if (!said) token.said = false;
    } else if (!past_or_lasting(ending) && (!is_kana(stem_end) || ending == U"る") && !token.negated) {
        // 上回る｜6,803人: a plain present is said where a figure or a result follows.
        const Letters behind = tail(letters, end);
        const bool figure = !behind.empty() && ((behind[0] >= U'0' && behind[0] <= U'9') || behind[0] == U'約');
        if (!figure && !begins(behind, {U"結果", U"水準", U"実績", U"状況", U"、", U"。", U"傾向"}) &&
            !ending.ends_with(U"こととなった")) {
            token.said = false;
        }
    }
    const Letters behind = tail(letters, end);
    token.before_noun = (!bare && begins(behind, {U"KPI", U"項目", U"指標", U"事業", U"数値目標", U"取組", U"施策",
                                                  U"重要業績", U"基本目標"})) ||
                        (!bare && holds(ending, {U"のは", U"のが", U"もの"}) && !holds(ending, {U"ものの"})) ||
                        (bare && begins(rest, {U"のKPI", U"の項目", U"の指標", U"の数値目標"}));
}

}  // namespace check
