// narrative.yaml: texts under keys of the template's; some keys have a meaning in every template.
#include "input/keys.h"

namespace input {

using base::Key;
using base::Map;

namespace {

constexpr Key narrative_keys[] = {
    {"overview", "branch", "概要", "策定の目的、基本方針、重要な視点など。"},
    {"verification", "branch", "効果検証について", "目的、対象年度、方法、活用。"},
    {"summary", "branch", "総論", "全体の評価（overall）と会議の意見（council）。"},
    {"goals", "{goal_number: goal_texts}", "基本目標ごとの評価",
     "基本目標の番号を見出しにし、施策の方向性（direction）、進捗状況及び評価（evaluation）、会議の意見（council）を書"
     "く。"},
    {"glossary", "[term]", "用語解説", "文章の中で 用語［注］ と書いた語の説明。そのページの下に注として載る。"},
    {"silence", "[silenced]", "確認済みの疑い", "文章についての疑いのうち、確かめた上で止めるもの。"},
    {"council", "to_council"},
    {"citizens", "branch", "市民向けの概要版",
     "4ページの概要版（kensho.yaml の outputs に citizens があるとき）の文章。reached と unreached の項目は、指標の "
     "id（indicator）、見出し（title）、文（text）。"},
    {"appendix", "appendix"},
    {"digest", "branch", "概要版", "1ページの概要版に載せる短い文。"},
};

constexpr Key goal_texts_keys[] = {
    {"direction", "texts", "施策の方向性"},
    {"evaluation", "texts", "進捗状況及び評価"},
    {"council", "texts", "会議からの意見"},
};

constexpr Key term_keys[] = {
    {"term!", "text", "語"},
    {"text!", "text", "説明"},
    {"link", "web_address", "くわしいウェブページ", "用語解説の一覧に載る。"},
};

constexpr Key silenced_keys[] = {
    {"doubt!", "string", "疑いの名前", "警告の末尾の角括弧にある名前。"},
    {"text!", "text", "文の一部", "疑いのある文にある語句を、そのまま。"},
    {"reason!", "text", "正しい理由"},
};

constexpr Key to_council_keys[] = {
    {"questions", "texts", "御意見をいただきたい点"},
};

constexpr Key appendix_keys[] = {
    {"members", "[member]", "委員"},
    {"meetings", "[meeting]", "経過"},
};

constexpr Key member_keys[] = {
    {"name!", "text", "氏名"},
    {"role!", "text", "役職・所属"},
};

constexpr Key meeting_keys[] = {
    {"date!", "text", "日"},
    {"subject!", "text", "内容"},
};

constexpr Map narrative_maps[] = {
    {"narrative", "報告書の文章",
     "章ごとの文章。見出しの名前は体裁（templates/）が決める。文の中の {…} "
     "は計算した数や評価に置き換わる（docs/facts.md）。",
     narrative_keys, "branch"},
    {"goal_texts", "", "", goal_texts_keys, "branch"},
    {"term", "", "", term_keys, "text"},
    {"silenced", "", "", silenced_keys},
    {"to_council", "会議への説明", "会議用ブックの最初のシートに載る、御意見をいただきたい点（questions）。",
     to_council_keys, "branch"},
    {"appendix", "資料編", "会議の委員（members）と経過（meetings）。", appendix_keys, "branch"},
    {"member", "", "", member_keys, "text"},
    {"meeting", "", "", meeting_keys, "text"},
};

constexpr Key narrative_forms[] = {
    {"goal_number", "~^[1-9][0-9]*$"},
    {"branch", "text / [branch] / {branch}"},
};

}  // namespace

const base::Schema narrative_schema = {narrative_maps, narrative_forms};

}  // namespace input
