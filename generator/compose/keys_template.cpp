// The volumes of a template: blocks, what stands in a line, tables; and the steps between them.
#include "compose/keys.h"
#include "compose/keys_figures.h"
#include "compose/keys_looks.h"

namespace compose {

using base::Key;
using base::Map;

namespace {

constexpr Key template_keys[] = {
    {"based_on", "=usual", "備え付けのもの",
     "usual と書くと、書かないものは備え付けの config/volumes "
     "の同じ名前のファイルによる（errata、notice、proof、pieces）。部品と言葉は、同じ名前のものが替わる。"},
    {"title", "text", "文書の題名"},
    {"author", "text", "作成者"},
    {"subject", "text", "主題"},
    {"keywords", "text", "キーワード"},
    {"language", "text", "言語", "省くと ja-JP"},
    {"page_labels", "text", "ページ番号の前に付ける文字"},
    {"numerals", "@numerals", "数字",
     "half_width 半角、one_full_more_half 1桁は全角・2桁以上は半角、as_written 書いたとおり"},
    {"most_pages", "1..10000 / {goal_count: 1..10000}", "多くとも何ページ",
     "これを越えると警告する。基本目標の数ごとに書ける：{4: 1, 12: 2} は、四つまで1ページ、十二まで2ページ"},
    {"thumbs", "labels", "つめの文字"},
    {"let", "{text}", "言葉", "名前を付けた言葉。どこでも {名前} と書ける。"},
    {"define", "{blocks / rows / cells / table_columns / content / boxes / list_items / index_entries / index_pages}",
     "部品", "名前を付けた部品。use で呼び出す。"},
    {"blocks", "blocks", "ブロック"},
};

constexpr std::string_view look_about =
    "名前を空白で区切って幾つも書けば、後のものが前のものに加わる。一度だけの体裁は、{like: 名前, size: 12} "
    "のように、ここに書ける。";

constexpr Key space_keys[] = {
    {"before", "length", "前のアキ"},
    {"after", "length", "後のアキ"},
};

constexpr Key inline_look_keys[] = {
    {"style", "text / look_of_text", "文字の体裁", look_about},
    {"link", "text", "リンク先", "この巻の行き先（anchor）、別の巻（file.pdf#行き先）又はURL"},
    {"spoken", "text", "読み上げ", "読み上げソフトが代わりに読む言葉"},
    {"expansion", "text", "略さない形"},
    {"language", "text", "言語"},
    {"exact", "flag", "書いたとおり", "数字の全角・半角を変えない"},
    {"keep", "flag", "行の途中で切らない"},
};

constexpr Key paragraph_look_keys[] = {
    {"style", "text / look_of_paragraph", "段落の体裁", look_about},
    {"label", "content", "番号・記号", "本文の前に下げて置く"},
    {"anchor", "content", "行き先の名前"},
    {"keep_with_next", "flag", "次と離さない"},
};

constexpr Key turns_keys[] = {
    {"where", "expression", "条件"},
    {"sort", "expression", "並べる値", "k.rate など。値のないものは後ろになる。"},
    {"order", "order", "並べる順",
     "rising は小さい順（書かないときもこれ）、falling は大きい順（sort がなければ、並びの終わりから）。"},
    {"most", "1..1000", "多くともいくつ"},
};

constexpr Key how_often_keys[] = {
    {"if", "expression", "条件", "これが成り立つときだけ、ここに出る"},
    {"for", "loop", "繰り返し", "k in kpis のように書くと、並びの一つずつについて、ここに出る"},
    {"...", "turns"},
};

constexpr Key for_keys[] = {
    {"for!", "loop", "並び"},
    {"...", "turns"},
    {"do!", "inside", "繰り返すもの"},
};

constexpr Key if_keys[] = {
    {"if!", "expression", "条件"},
    {"do!", "inside", "成り立つとき"},
    {"else", "inside", "成り立たないとき"},
};

constexpr Key use_keys[] = {
    {"use!", "string", "部品の名前"},
    {"with", "{expression / words_given}", "渡す値", "呼び出す所にある名前は、渡さなくても部品の中で使える。"},
    {"...", "how_often"},
};

constexpr Key words_given_keys[] = {
    {"text!", "string", "言葉", "値の名前でなく、言葉そのもの。埋め込みも書ける。"},
};

constexpr Key set_text_keys[] = {
    {"text!", "content", "文字"},
    {"...", "inline_look"},
    {"...", "how_often"},
};

constexpr Key chip_keys[] = {
    {"chip!", "expression", "評価のあるもの"},
    {"look", "string", "札の体裁"},
    {"...", "inline_look"},
    {"...", "how_often"},
};

constexpr Key trend_keys[] = {
    {"trend!", "expression", "前年度比のあるもの", "up、level、down と書くと、その矢印"},
    {"look", "string", "矢印の体裁"},
    {"...", "inline_look"},
    {"...", "how_often"},
};

constexpr Key page_number_keys[] = {
    {"page!", "text", "行き先"},
    {"...", "inline_look"},
    {"...", "how_often"},
};

constexpr Key cell_keys[] = {
    {"cell", "content", "中身"},
    {"blocks", "blocks", "中のブロック"},
    {"style", "text / look_of_cell", "セルの体裁", look_about},
    {"filled", "expression", "評価の色で塗る",
     "評価のあるもの（区分、指標、基本目標 "
     "など）の名前。セルの地がその評価の色、文字がその上の色になる。評価がなければ塗らない。"},
    {"columns", "expression", "またがる列の数", "rest と書くと、残りの列すべて"},
    {"rows", "expression", "またがる行の数"},
    {"header", "=column|row|both", "見出しセル"},
    {"id", "text", "見出しの名前"},
    {"headers", "[text]", "見出しの名前の並び"},
    {"continued", "content", "次のページで繰り返す文字"},
    {"continued_style", "text", "その文字の体裁"},
    {"...", "how_often"},
};

constexpr Key table_column_keys[] = {
    {"width!", "length", "幅"},
    {"head", "content", "頭のセルの中身"},
    {"head_style", "text / look_of_cell", "頭のセルの体裁",
     "書かなければ、style のセルの体裁の head、なければ表の体裁の head"},
    {"...", "cell"},
};

constexpr Key row_keys[] = {
    {"row!", "cells", "セル", "columns と書くと、表の columns に書いたセル"},
    {"top", "text", "セルの上の罫", "none は罫なし"},
    {"bottom", "text", "セルの下の罫", "none は罫なし"},
    {"height", "length", "高さ"},
    {"style", "text", "セルの体裁", "体裁を書かないセルのもの"},
    {"add", "text", "加える体裁", "この行のどのセルの体裁にも加わる。"},
    {"keep_with_next", "flag", "次の行と離さない"},
    {"repeat", "flag", "次のページで繰り返す行",
     "下の行を束ねる見出しの行。下の行が次のページの頭に来るとき、そこにもう一度置く（読み上げない）"},
    {"artifact", "flag", "読み上げない行", "目のためだけの行。その内容は別のところでも伝えること"},
    {"anchor", "text", "行き先の名前"},
    {"...", "how_often"},
};

constexpr Key list_item_keys[] = {
    {"label", "content", "記号"},
    {"item", "content", "文字"},
    {"blocks", "blocks", "中のブロック"},
    {"...", "how_often"},
};

constexpr Key index_page_keys[] = {
    {"number", "content", "番号", "ページの前に置く番号。続く番号は 12–16 となる"},
    {"page!", "text", "行き先"},
    {"...", "how_often"},
};

constexpr Key index_entry_keys[] = {
    {"entry!", "content", "言葉"},
    {"number", "content", "前に置く字"},
    {"look", "level", "体裁", "contents の levels の、いくつめか。書かなければ 1"},
    {"page", "text", "行き先"},
    {"pages", "index_pages", "行き先", "幾つもあるとき"},
    {"...", "how_often"},
};

constexpr Key heading_keys[] = {
    {"heading!", "content", "文字"},
    {"level", "level", "段階", "書かなければ、体裁の level"},
    {"title", "content", "しおりと目次での題名"},
    {"number", "content", "しおりと目次での番号"},
    {"contents", "0..6", "目次の段階", "書かなければ、体裁の contents。0 は載せない"},
    {"bookmark", "flag", "しおりにする"},
    {"...", "paragraph_look"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key paragraph_keys[] = {
    {"paragraph!", "content", "中身"},
    {"role", "=paragraph|caption|note|label|furniture", "役割"},
    {"bookmark", "content", "しおりの題名"},
    {"bookmark_level", "level", "しおりの段階"},
    {"...", "paragraph_look"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key narrative_text_keys[] = {
    {"text!", "text", "文章の道筋"},
    {"style", "text / look_of_paragraph", "段落の体裁", look_about},
    {"label", "content", "記号"},
    {"...", "how_often"},
};

constexpr Key list_keys[] = {
    {"list!", "list_items", "項目"},
    {"style", "text", "箇条書きの体裁"},
    {"numbered", "flag", "番号付き"},
    {"own_marks", "flag", "自分の印", "① などの印や【内訳】で始まる項目を、その下の並びにする"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key box_keys[] = {
    {"box!", "blocks", "中のブロック"},
    {"style", "text / look_of_box", "囲みの体裁", look_about},
    {"height", "length", "最小の高さ"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key columns_keys[] = {
    {"columns!", "boxes", "囲み", "列。左から並べる順に書く"},
    {"widths!", "widths", "幅"},
    {"gap", "length", "間"},
    {"keep_together", "flag", "ページを分けない"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key placed_keys[] = {
    {"placed!", "blocks", "中のブロック"},
    {"x", "length", "左", "書かなければ、余白の内側の左端"},
    {"y", "length", "上"},
    {"width", "length", "幅", "書かなければ、余白の内側の右端まで"},
    {"height", "length", "高さ"},
    {"artifact", "flag", "飾り"},
    {"...", "how_often"},
};

constexpr Key rule_keys[] = {
    {"rule!", "text", "罫の名前"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key contents_keys[] = {
    {"contents!", "text", "目次の体裁"},
    {"levels", "level", "載せる段階"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key index_keys[] = {
    {"index!", "text", "体裁", "style.yaml の contents の名前"},
    {"entries!", "index_entries", "項目"},
    {"columns", "1..6", "段の数", "段の高さはそろう"},
    {"gap", "length", "段の間"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key group_keys[] = {
    {"group!", "blocks", "中のブロック"},
    {"...", "how_often"},
};

constexpr Key at_page_top_keys[] = {
    {"at_page_top!", "blocks", "先頭"},
    {"elsewhere!", "blocks", "途中"},
    {"...", "how_often"},
};

constexpr Key new_page_keys[] = {
    {"page!", "text", "ページの型"},       {"slots", "{content}", "柱の文字"},
    {"thumb", "expression", "つめの番号"}, {"number_from", "1..", "ページ番号の始め"},
    {"roman", "flag", "ローマ数字"},       {"...", "how_often"},
};

constexpr Key image_keys[] = {
    {"image!", "text", "図版の名前"},
    {"alt!", "content", "代替テキスト"},
    {"width", "length", "幅"},
    {"height", "length", "高さ"},
    {"page", "1..", "PDFのページ"},
    {"full_page", "flag", "ページ全体"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Key table_keys[] = {
    {"table!", "text", "表の体裁"},
    {"columns!", "table_columns", "列", "左から並べる順に、幅だけを、又は幅、頭、セルを書く"},
    {"width", "length", "表の幅"},
    {"head", "rows", "頭の行"},
    {"body!", "rows", "行"},
    {"overleaf", "blocks", "次のページの頭"},
    {"caption", "content", "読み上げのための要約"},
    {"...", "space"},
    {"...", "how_often"},
};

constexpr Map template_maps[] = {
    {"template", "テンプレートの巻と部品",
     "報告書の一巻（main、annex、digest …）、又は各巻で共に使う言葉と部品（pieces）。書き方は docs/templates.md。",
     template_keys},
    {"space", "", "", space_keys},
    {"inline_look", "", "", inline_look_keys},
    {"paragraph_look", "", "", paragraph_look_keys},
    {"turns", "", "", turns_keys},
    {"how_often", "", "", how_often_keys},
    {"for", "繰り返し",
     "並びを一つずつ名付けて、do の中を繰り返す（for: k in kpis）。where で絞る。繰り返しの中では "
     "loop.number、loop.count、loop.first、loop.last が使える。",
     for_keys},
    {"if", "場合分け", "if の条件が成り立つときは do、成り立たないときは else", if_keys},
    {"use", "部品", "define に書いた部品を呼び出す。with で値を渡す。", use_keys},
    {"words_given", "", "", words_given_keys},
    {"set_text", "文字", "体裁やリンクを付けた文字", set_text_keys},
    {"chip", "評価の札", "評価の記号と言葉", chip_keys},
    {"trend", "前年度比の矢印", "上昇・同じ・低下を矢印で示す", trend_keys},
    {"page_number", "ページ番号", "行き先のあるページの番号", page_number_keys},
    {"cell", "セル", "表のセル", cell_keys},
    {"table_column", "列", "表の列：幅、頭のセル、行のセル", table_column_keys},
    {"row", "行", "表の行", row_keys},
    {"list_item", "項目", "箇条書きの項目", list_item_keys},
    {"index_page", "行き先", "", index_page_keys},
    {"index_entry", "索引の項目", "", index_entry_keys},
    {"heading", "見出し", "しおりと目次の元になる見出し", heading_keys},
    {"paragraph", "段落", "一つの段落", paragraph_keys},
    {"narrative_text", "文章", "narrative.yaml の文章を段落にする", narrative_text_keys},
    {"list", "箇条書き", "項目の並び", list_keys},
    {"box", "囲み", "枠、地、余白のある囲み", box_keys},
    {"columns", "段組み", "囲みを横に並べる", columns_keys},
    {"placed", "位置を決めたブロック", "ページの決まった位置に置く", placed_keys},
    {"rule", "罫", "横の罫線", rule_keys},
    {"contents", "目次", "見出しから作る目次", contents_keys},
    {"index", "索引", "並べた項目と、その載るページ", index_keys},
    {"group", "まとまり", "一つのページに収める", group_keys},
    {"at_page_top", "ページの先頭", "ページの先頭に来たときと、途中のときで書き分ける", at_page_top_keys},
    {"new_page", "改ページ", "新しいページを始め、ページの型と柱の文字を決める", new_page_keys},
    {"image", "図版", "自分の写真、図、PDFのページ", image_keys},
    {"table", "表", "表", table_keys},
};

constexpr Key template_forms[] = {
    {"goal_count", "~^[1-9][0-9]*$"},
    {"loop", "~^[^ ]+ in .+$"},
    {"text", "string / plain_number / flag", "",
     "文字。{ } の中に値の道筋を書くと、その値に置き換わる（例：{g.title}、{year.short | wide}）。波括弧そのものは {{ "
     "と書く。"},
    {"expression", "string / plain_number / flag", "",
     "値の道筋（goals、g.title）、条件（not k.evaluated and g.number = 1）、引用符に入れた文字（'body'）又は数"},
    {"length", "plain_number / string", "", "長さ。単位はポイント。10mm のようにも書ける。"},
    {"level", "1..6"},
    {"order", "=rising|falling / ~^\\{.*\\}$"},
    {"content", "[inline] / inline", "", "段落の中身：文字、又は文字・札・矢印・ページ番号の並び"},
    {"inline", "text / set_text / chip / trend / page_number / +content"},
    {"cells", "*text / cell", "", "セルの並び"},
    {"rows", "*row", "", "行の並び"},
    {"widths", "*length", "",
     "幅の並び。rest は、残りの幅を等しく分ける。表の列では 25+ "
     "のように書くと、短い語や数が一行に収まるまで rest の列から幅をもらう"},
    {"table_columns", "*length / table_column", "", "列の並び"},
    {"boxes", "*box", "", "囲みの並び"},
    {"list_items", "*list_item", "", "項目の並び"},
    {"labels", "*text", "", "文字の並び"},
    {"index_pages", "*index_page", "", "行き先の並び"},
    {"index_entries", "*index_entry", "", "索引の項目"},
    {"blocks", "[block] / block", "", "ブロックの並び"},
    {"block",
     "heading / paragraph / narrative_text / list / box / columns / placed / rule / contents / index / group / "
     "at_page_top / new_page / image / table / steps_figure / tree_figure / cycle_figure / distribution_figure / "
     "trends_figure / chart_figure / slope_figure / skyline_figure / +blocks"},
};

constexpr auto all_maps = base::joined(base::joined(template_maps, figure_maps), look_maps);
constexpr auto all_forms = base::joined(base::joined(template_forms, figure_forms), look_forms);

}  // namespace

const base::Schema template_schema = {all_maps, all_forms};

}  // namespace compose
