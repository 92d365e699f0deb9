// Policies: how rates are computed, rounded and rated.
#include "input/keys.h"

namespace input {

using base::Key;
using base::Map;

namespace {

constexpr Key policy_keys[] = {
    {"name!", "text", "名称"},
    {"formula", "@formulas", "達成率の計算方法",
     "ratio 目標値に対する比、progress 現状値からの進み、maintain 維持、linear 現状値から最終目標への直線、classes "
     "上回る・同じ・下回る、words 語による判定。指標ごとに変えられる。"},
    {"zero_target", "=not_evaluated|achieved_if_zero", "目標値が0のとき",
     "not_evaluated は評価しない。achieved_if_zero は実績値が0なら達成とする。"},
    {"rate_target", "rate_target"},
    {"tolerance", "tolerance"},
    {"tolerance_of", "tolerance_of"},
    {"rate", "rate"},
    {"means", "means"},
    {"bands!", "[band]1..", "評価区分", "高い順に並べる。すき間や重なりは誤りになる。"},
    {"judged", "judged"},
    {"group_bands", "[band]1..", "基本目標と全体の評価区分", "書かないときは bands による。"},
    {"class_bands", "[class_band]4..4", "計算方法 classes の区分",
     "above 目標を上回る、equal 同じ、below 下回る、worse 現状値より悪い、の順に四つ。現状値から見るときは、reached "
     "目標に達した、better 現状値より良い、same 変わらない、worse 悪い、の順。"},
    {"unions", "[union_of]", "まとめた評価", "幾つかの評価区分をまとめて数えるときの語。◎と○を順調とする、など。"},
    {"types", "{type}", "指標の種類",
     "種類の語（意識調査 など）ごとの計算方法、目標値の取り方、許容幅。指標の type に語を書く。"},
    {"second_rate", "second_rate"},
    {"rated_by", "=computed|section|council", "誰の評価を評価とするか",
     "computed 計算（書かないときもこれ）、section 担当課（ratings）、council "
     "会議（council_ratings）。その評価がない指標は計算による。ほかの評価は横に示す。"},
    {"council_bands", "[word_band]1..", "会議の評価の区分", "会議の評価だけに使う語。書かないときは bands の語。"},
    {"statuses", "[status]", "値がないときの語"},
    {"words!", "reason_words"},
    {"style", "prose_style"},
    {"numbers", "numbers"},
};

constexpr Key rate_keys[] = {
    {"name", "text", "率の名前", "報告書に印刷する。達成率（書かないときもこれ）、進捗率、目標達成度 など。"},
    {"achieved", "number / text", "達成とする率（％）、又は評価区分の語",
     "丸める前の率がこの値以上なら達成とする。書かないときは100。語を書けば、その区分以上を達成とする。"},
    {"decimals", "0..10", "小数の桁数"},
    {"rounding", "@roundings", "丸め方", "half_up 四捨五入、half_even 偶数への丸め、truncate 切捨て。"},
    {"rated_value", "=displayed|exact", "区分に当てはめる値", "displayed は印刷する値、exact は丸める前の値。"},
    {"cap", "number", "上限（％）"},
    {"floor", "number", "下限（％）"},
    {"show_uncapped", "flag", "上限を適用しない値を括弧で添えるか"},
    {"show_uncapped_targets", "flag", "数値目標にも添えるか"},
};

constexpr Key means_keys[] = {
    {"of", "=displayed_rates|exact_rates", "平均する値",
     "displayed_rates は印刷する達成率、exact_rates は丸める前の達成率。"},
    {"of_goals", "=displayed_means|exact_means", "基本目標の平均を平均するとき",
     "displayed_means は印刷する平均、exact_means は丸める前の平均。書かないときは of に従う。"},
    {"decimals", "0..10", "小数の桁数"},
    {"goal", "=mean_of_kpis|weighted_kpis|share_achieved|points|points_sum", "基本目標の評価",
     "mean_of_kpis KPIの平均、weighted_kpis 重み付き平均、share_achieved 達成した割合、points 点数の平均、points_sum "
     "点数の合計。"},
    {"overall", "@wholes", "全体の評価",
     "mean_of_goal_means 基本目標の平均の平均、mean_of_kpis 全KPIの平均、weighted_goals "
     "基本目標の重み付き平均、weighted_kpis KPIの重み付き平均、share_achieved 達成した割合、points "
     "点数の平均、points_sum 点数の合計。"},
    {"note", "text", "全体の値の説明", "何の平均であるかを報告書に示す文。"},
};

constexpr Key judged_keys[] = {
    {"reached", "text", "達したとき"},
    {"missed", "text", "達しないとき"},
};

constexpr Key class_band_keys[] = {
    {"class!", "=above|equal|below|reached|better|same|worse", "区分",
     "目標に比べて、上回る（above）、同じ（equal）、下回る（below）、現状値より悪い（worse）。現状値から見て、目標に達"
     "した（reached）、良い（better）、変わらない（same）、悪い（worse）。"},
    {"word!", "text", "評価の語"},
    {"symbol", "text", "記号"},
    {"range", "text", "区分表の文言"},
    {"points", "number", "点数"},
    {"colour!", "colour"},
    {"on_colour!", "colour"},
};

constexpr Key union_of_keys[] = {
    {"word!", "text", "語", "評価区分にない語。"},
    {"of!", "[text]1..", "まとめる評価区分の語"},
};

constexpr Key type_keys[] = {
    {"formula", "@formulas", "計算方法"},
    {"rate_target", "rate_target"},
    {"tolerance", "tolerance"},
    {"tolerance_of", "tolerance_of"},
    {"edges", "{number}", "区分の端",
     "この種類の指標だけの、区分の下の端（％）。区分の語: 端。書かない区分は bands のまま。"},
    {"in_means", "=none|goals", "入る平均",
     "none 平均（達成割合、点数）に入れない。評価し、数にも入れる。goals "
     "基本目標などの平均には入れ、全体の平均には入れない。書かないときは、どの平均にも入れる。"},
};

constexpr Key second_rate_keys[] = {
    {"name!", "text", "率の名前"},
    {"formula", "=ratio|progress|maintain|linear", "計算方法"},
    {"rate_target", "rate_target"},
};

constexpr Key status_keys[] = {
    {"word!", "text", "語", "未公表、調査なし、－ など。"},
    {"meaning", "text", "意味", "読み上げや理由の説明に使う。"},
    {"symbol", "text", "記号"},
    {"colour", "colour", "色",
     "書けば、評価と並ぶ一つの区分（終了 など）として示し、図にも数える。評価と平均には入らない。"},
    {"on_colour", "colour", "色の上の文字の色"},
};

constexpr Key reason_words_keys[] = {
    {"no_target!", "text", "目標値がないとき"},
    {"excluded!", "text", "評価しないとき"},
    {"replaced!", "text", "指標変更"},
    {"reprint", "text", "再掲", "この語から下は、書かないときは excluded の語を使う。"},
    {"not_yet", "text", "指標を使い始める前", "書かないときは no_target の語を使う。"},
    {"no_actual", "text", "実績値の報告がないとき"},
    {"zero_target", "text", "目標値が0で率を計算できないとき"},
    {"refused", "text", "負の値のため率を計算できないとき"},
    {"no_baseline", "text", "現状値がなく進み具合を計算できないとき"},
    {"reference", "text", "参考値"},
    {"no_verdict", "text", "語による判定がまだないとき"},
    {"other", "text", "評価区分の内訳で、区分のない評価", "内訳の数が評価した数と合うように示す。"},
};

constexpr Key prose_style_keys[] = {
    {"set", "=公用文|none", "決まりの組", "none では、true と書いた決まりだけを確かめる。"},
    {"punctuation", "flag", "句読点は「、」と「。」"},
    {"digits", "flag", "数字の幅をそろえる"},
    {"commas", "flag", "4桁からコンマを入れる"},
    {"percent", "flag", "百分率の記号をそろえる"},
    {"counters", "flag", "か所、か月"},
    {"brackets", "flag", "括弧の対と重ね方"},
    {"ranges", "flag", "範囲は「～」"},
    {"bands", "flag", "区分の表に隙間や重なりがない"},
    {"no_value", "flag", "値のないことを示す記号をそろえる"},
    {"compatibility", "flag", "互換文字を使わない"},
    {"controls", "flag", "見えない文字を使わない"},
    {"spellings", "flag", "同じ語の表記をそろえる"},
};

constexpr Key numbers_keys[] = {
    {"grouping", "flag", "3桁ごとにコンマを入れるか"},
    {"minus", "=−|△|▲|-", "負の符号"},
    {"plus", "string", "正の符号", "増減を示すとき。"},
    {"percent", "=%|％", "百分率の記号"},
};

constexpr Key band_keys[] = {
    {"id", "id"},
    {"word!", "text", "評価の語", "順調 など。"},
    {"symbol", "text", "記号", "◎ など。"},
    {"from", "number", "以上（％）"},
    {"above", "number", "超（％）"},
    {"up_to", "number", "以下（％）"},
    {"below", "number", "未満（％）"},
    {"range", "text", "区分表の文言", "80％以上100％未満 など。書かないときは自動で作る。"},
    {"points", "number", "点数"},
    {"colour!", "colour"},
    {"on_colour!", "colour"},
};

constexpr Map policy_maps[] = {
    {"policy", "評価の決まり",
     "達成率の計算、丸め、評価区分、平均の取り方。config/policies に置くか、プロジェクトフォルダーの中に置く。",
     policy_keys},
    {"rate", "達成率", "", rate_keys},
    {"means", "平均", "", means_keys},
    {"judged", "率のない判定の評価区分",
     "語や順位の目標に、達したとき・達しないときの評価区分の語。書かないときは、100％の区分と最も低い区分。verdicts の "
     "word が評価区分の語なら、それによる。",
     judged_keys, "", R"("minProperties": 1)"},
    {"class_band", "", "", class_band_keys},
    {"union_of", "", "", union_of_keys},
    {"type", "", "", type_keys, "", R"("type": ["object", "null"])"},
    {"second_rate", "二つ目の率", "達成率の横に示す率（進捗率 など）。評価と平均には使わない。", second_rate_keys},
    {"status", "", "", status_keys},
    {"reason_words", "評価しないときの語", "", reason_words_keys},
    {"prose_style", "文章の決まり",
     "文章の書き方の決まり（docs/prose.md）。書かないときは「公用文」の決まりを全て確かめる。", prose_style_keys},
    {"numbers", "数の書き方", "", numbers_keys},
    {"band", "評価区分", "", band_keys, "",
     R"("not": {"anyOf": [{"required": ["from", "above"]}, {"required": ["up_to", "below"]}]})"},
};

constexpr Key policy_forms[] = {
    {"colour", "~^#[0-9A-Fa-f]{6}$", "色", "#154B7A の形。colour は地の色、on_colour はその上の文字の色。"},
};

}  // namespace

const base::Schema policy_schema = {policy_maps, policy_forms};

}  // namespace input
