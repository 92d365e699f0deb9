// strategy.yaml: goals, measures, initiatives and their indicators.
#include "input/keys.h"

namespace input {

using base::Key;
using base::Map;

namespace {

constexpr Key strategy_keys[] = {
    {"title!", "text", "総合戦略の名称"},
    {"short_title", "text", "総合戦略の短い言い方",
     "柱や見出しに使う。第２期総合戦略 など。書かないときは名称を使う。"},
    {"period!", "period"},
    {"goals!", "[goal]1..", "基本目標"},
};

constexpr Key period_keys[] = {
    {"from!", "year", "初年度"},
    {"to!", "year", "最終年度"},
};

constexpr Key goal_keys[] = {
    {"number!", "number_in_plan"},
    {"title!", "text", "基本目標の名称"},
    {"slogan", "text", "基本目標の短い言い方", "転入促進 など。"},
    {"weight", "number", "重み", "全体の評価を重み付き平均とする決まりで使う。"},
    {"headline_targets", "[indicator]", "数値目標"},
    {"measures!", "[measure]1..", "具体的な施策"},
};

constexpr Key measure_keys[] = {
    {"number!", "number_in_plan"},
    {"title!", "text", "施策の名称"},
    {"initiatives!", "[initiative]1..", "主な取組"},
};

constexpr Key initiative_keys[] = {
    {"number!", "number_in_plan"},
    {"title!", "text", "取組の名称"},
    {"kpis", "[indicator]", "重要業績評価指標（KPI）"},
};

constexpr Key indicator_keys[] = {
    {"id!", "id"},
    {"name", "text", "指標名"},
    {"unit", "text", "単位", "人、件、％ など。単位のない指標では書かない。"},
    {"baseline", "baseline"},
    {"rate_baseline", "rate_baseline"},
    {"type", "text", "種類", "評価の決まりの types にある語。意識調査 など。"},
    {"direction", "=higher|lower", "望ましい向き",
     "higher は大きいほどよい（書かないときもこれ）。lower は小さいほどよい。"},
    {"formula", "@formulas", "達成率の計算方法",
     "書かないときは評価の決まりによる。ratio 目標値に対する比、progress 現状値からの進み、maintain 維持、linear "
     "現状値から最終目標への直線、classes 上回る・同じ・下回る、words 語による判定。"},
    {"year_kind", "=fiscal|calendar", "年度か暦年か", "fiscal は年度（書かないときもこれ）、calendar は暦年。"},
    {"cumulative", "flag", "累計", "計画の初めからの累計値。"},
    {"survey", "flag", "調査による値", "市民実感度など、調査で得る値。"},
    {"strict", "flag", "超", "目標値を超えて初めて達成とする。"},
    {"rate_target", "rate_target"},
    {"tolerance", "tolerance"},
    {"tolerance_of", "tolerance_of"},
    {"weight", "number", "重み"},
    {"period", "text", "測る間隔", "５年ごとの調査 など。"},
    {"note", "text", "注記"},
    {"reading", "kana", "よみ", "名称のよみを、かなで。指標の索引はこの順に並ぶ。"},
    {"section", "text", "担当課"},
    {"source", "text", "出典"},
    {"next_publication", "text", "次の公表時期", "公表の遅い統計で、値が出る時期。"},
    {"definition", "text", "指標の定義", "何をどう数えるか。"},
    {"valid", "valid"},
    {"replaced_by", "id", "代わりの指標", "指標変更の後に評価する指標の id。"},
    {"reprint_of", "id", "再掲",
     "元の指標の id。名称、単位、目標値、実績値は元の指標のものを使い、集計では1回だけ数える。"},
    {"sum_of", "[id!]1..", "内訳",
     "合計がこの指標になる取組指標の "
     "id。打ち込んだ実績値と合わないときは誤りになる。実績値を書かなければ合計が実績値になる。"},
    {"sum_over_years", "flag", "内訳を年度を通して足すか", "計画の初めからその年度までの、sum_of の合計（累計）。"},
    {"quotient_of", "[id]2..2", "比",
     "分子と分母の取組指標の id。times（書かないときは100）を掛け、decimals 桁に丸めた値が実績値になる。"},
    {"times", "number", "比に掛ける数", "quotient_of とともに書く。書かないときは100。"},
    {"decimals", "0..10", "比の小数の桁数", "quotient_of とともに書く。書かないときは1。"},
    {"targets", "by_year", "目標値", "年ごとの目標値。計画どおりに書く。"},
    {"revised_targets", "revision / [revision]1..", "改定後の目標値",
     "計画期間の途中で改めた目標値。from の年の報告から使う。二度以上改めたときは、古い順に並べる。"},
    {"verdicts", "{year_key: verdict}", "達成の判定",
     "語や順位の目標のように計算できない指標で、年ごとに達成したかどうかを書く。"},
    {"silence", "silence"},
    {"ratings", "{year_key: human_rating}", "担当者による評価", "計算による評価と並べて示す評価とその理由。年ごと。"},
    {"council_ratings", "{year_key: council_rating}", "会議による評価", "会議が付けた評価とその理由。年ごと。"},
};

constexpr Key baseline_keys[] = {
    {"value", "figure", "値", "コンマのある数は引用符で囲む。値がなければ書かない。"},
    {"label", "text", "時点の言い方", "平成27～29年度平均 のように、一つの年で言えないときに、年の代わりに印刷する。"},
    {"year!", "year", "時点", "令和元年（暦年）、令和元年度 のように書き分ける。"},
};

constexpr Key rate_baseline_keys[] = {
    {"value!", "figure", "値"},
    {"year!", "year", "時点"},
};

constexpr Key valid_keys[] = {
    {"from", "year"},
    {"to", "year"},
};

constexpr Key verdict_keys[] = {
    {"reached!", "flag", "達成したか"},
    {"word", "text", "示す語"},
};

constexpr Key human_rating_keys[] = {
    {"word!", "text", "評価", "評価区分の語。"},
    {"reason", "text", "理由", "計算による評価と二つ以上違うときは必ず書く。"},
};

constexpr Key council_rating_keys[] = {
    {"word!", "text", "評価", "評価区分の語、又は決まりの council_bands の語。"},
    {"reason", "text", "理由", "計算による評価と違う理由など。"},
};

constexpr Key revision_keys[] = {
    {"from!", "year", "使い始める年", "この年の報告から、改めた値で評価する。"},
    {"decided", "text", "決めた時", "令和５年３月 のように、報告書に印刷するとおりに書く。"},
    {"reason", "text", "改めた理由", "目標値の注に印刷される一文。"},
    {"values!", "by_year", "改めた目標値"},
};

constexpr Map strategy_maps[] = {
    {"strategy", "総合戦略", "基本目標、数値目標、具体的な施策、主な取組、KPIとその目標値。", strategy_keys},
    {"period", "計画期間", "", period_keys},
    {"goal", "基本目標", "", goal_keys},
    {"measure", "具体的な施策", "", measure_keys},
    {"initiative", "主な取組", "", initiative_keys},
    {"indicator", "指標", "数値目標又はKPI。", indicator_keys, "",
     R"("anyOf": [{"required": ["name", "targets"]}, {"required": ["reprint_of"]}])"},
    {"baseline", "現状値（基準値）", "", baseline_keys},
    {"rate_baseline", "計算に使う現状値", "後の年の値を、計算のときだけ現状値とする。印刷する現状値は変わらない。",
     rate_baseline_keys},
    {"valid", "有効な期間", "指標変更のとき、評価する最初の年・最後の年。片方だけでもよい。", valid_keys, "",
     R"("minProperties": 1)"},
    {"verdict", "", "", verdict_keys},
    {"human_rating", "", "", human_rating_keys},
    {"council_rating", "", "", council_rating_keys},
    {"revision", "", "", revision_keys},
};

constexpr Key strategy_forms[] = {
    {"kana", "~^[ぁ-ゖァ-ヶ][ぁ-ゖァ-ヶー]*$"},
    {"number_in_plan", "1..", "番号"},
    {"by_year", "{year_key: figure}1.."},
};

}  // namespace

const base::Schema strategy_schema = {strategy_maps, strategy_forms};

}  // namespace input
