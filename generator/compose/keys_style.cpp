// style.yaml: colours, text, paragraphs, tables, figures and pages.
#include "compose/keys.h"
#include "compose/keys_looks.h"

namespace compose {

using base::Key;
using base::Map;

namespace {

constexpr Key style_file_keys[] = {
    {"based_on", "=usual", "備え付けのもの",
     "usual と書くと、書かないものは config/volumes/style.yaml による。同じ名前のものは、書いたキーだけが替わる。"},
    {"colours", "{hex_colour}", "色"},
    {"rules", "{rule}", "罫"},
    {"text", "{look_of_text}", "文字"},
    {"paragraphs", "{look_of_paragraph}", "段落"},
    {"lists", "{list}", "箇条書き"},
    {"boxes", "{look_of_box}", "囲み"},
    {"cells", "{look_of_cell}", "セル"},
    {"tables", "{table}", "表"},
    {"chips", "{chip}", "評価の札"},
    {"marks", "{mark}", "矢印"},
    {"figures", "{figure}", "図", "図の種類と同じ名前が、省いたときの体裁になる"},
    {"contents", "{contents}", "目次"},
    {"pages", "{page}", "ページの型"},
    {"notes", "notes"},
    {"words", "words"},
    {"draft", "draft"},
};

constexpr Key like_style_keys[] = {
    {"like", "string", "引き継ぐ体裁", "同じ種類で先に書いた名前"},
};

constexpr Key space_style_keys[] = {
    {"before", "length", "前のアキ"},
    {"after", "length", "後のアキ"},
};

constexpr Key rule_style_keys[] = {
    {"...", "like"},
    {"weight", "length", "太さ"},
    {"colour", "colour", "色"},
};

constexpr Key list_style_keys[] = {
    {"...", "like"},
    {"paragraph", "string", "段落の体裁"},
    {"label", "string", "記号の体裁"},
    {"label_width", "length", "記号の幅"},
    {"indent", "length", "下げ"},
    {"between", "length", "項目の間"},
    {"...", "space"},
};

constexpr Key table_style_keys[] = {
    {"...", "like"},
    {"cell", "string", "セルの体裁", "体裁を書かないセルのもの"},
    {"head", "string", "頭のセルの体裁", "head の、体裁を書かないセルのもの。書かなければ cell と同じ"},
    {"top", "string", "上の罫"},
    {"bottom", "string", "下の罫"},
    {"close_cuts", "flag", "ページの切れ目にも罫を引く"},
    {"rows_split", "flag", "行の途中で改ページする"},
    {"indent", "length", "下げ"},
    {"...", "space"},
};

constexpr Key chip_style_keys[] = {
    {"...", "like"},
    {"height", "length", "高さ"},
    {"text", "string", "文字の体裁"},
    {"word", "flag", "言葉も出す"},
    {"empty_symbol", "string", "評価がないときの記号"},
    {"empty_colour", "colour", "その地"},
    {"empty_on_colour", "colour", "その色"},
};

constexpr Key mark_style_keys[] = {
    {"...", "like"},
    {"size", "length", "大きさ"},
    {"colour", "colour", "色"},
};

constexpr Key figure_style_keys[] = {
    {"...", "like"},
    {"text", "{string}", "文字"},
    {"colours", "{colour}", "色"},
    {"lengths", "{length}", "長さ"},
    {"words", "{string}", "言葉"},
    {"width", "length", "幅"},
    {"height", "length", "高さ"},
    {"...", "space"},
};

constexpr Key contents_style_keys[] = {
    {"...", "like"},
    {"levels", "{heading_level: contents_level}", "段階"},
    {"...", "space"},
};

constexpr Key contents_level_style_keys[] = {
    {"row_height", "length", "行送り"},
    {"before", "length", "前のアキ"},
    {"number_width", "length", "番号の幅"},
    {"indent", "length", "下げ"},
    {"text", "string", "題名の体裁"},
    {"number", "string", "番号の体裁"},
    {"page", "string", "ページ番号の体裁"},
    {"place", "string", "ページの前の番号の体裁", "索引の項目が幾つものページに載るとき"},
    {"turn", "length", "２行目からの下げ"},
    {"rule", "string", "項目の上の罫"},
    {"leaders", "flag", "点線"},
    {"page_width", "length", "右に空ける幅"},
    {"leader_pitch", "length", "点の間"},
    {"leader_radius", "length", "点の半径"},
    {"leader_colour", "colour", "点の色"},
};

constexpr Key page_style_keys[] = {
    {"...", "like"},
    {"width", "length", "幅"},
    {"height", "length", "高さ"},
    {"margins", "insets", "余白"},
    {"drawn_for", "drawn_for"},
    {"furniture", "[furniture]", "柱・ノンブル"},
    {"rules", "[page_rule]", "罫"},
    {"thumbs", "thumbs"},
};

constexpr Key drawn_for_style_keys[] = {
    {"width!", "length"},
    {"height!", "length"},
    {"margins", "insets"},
};

constexpr Key furniture_style_keys[] = {
    {"x", "length", "左", "書かなければ、余白の内側の左端"},
    {"y", "length", "並び線の高さ"},
    {"width", "length", "幅", "書かなければ、余白の内側の右端まで"},
    {"align", "=start|centre|end", "そろえ"},
    {"text!", "string", "文字", "{page} {pages} と、改ページの slots の名前が使える"},
    {"style", "string", "文字の体裁"},
    {"on_opening", "flag", "章の最初のページにも出す"},
};

constexpr Key page_rule_style_keys[] = {
    {"x", "length", "左", "書かなければ、余白の内側の左端"},
    {"y", "length", "高さ"},
    {"width", "length", "幅", "書かなければ、余白の内側の右端まで"},
    {"rule", "string", "罫の名前"},
    {"on_opening", "flag", "章の最初のページにも出す"},
};

constexpr Key thumbs_style_keys[] = {
    {"y", "length", "上"},
    {"width", "length", "幅"},
    {"height", "length", "高さ"},
    {"gap", "length", "間"},
    {"current_ground", "colour", "今の地"},
    {"current_text", "colour", "今の文字"},
    {"other_ground", "colour", "ほかの地"},
    {"other_text", "colour", "ほかの文字"},
    {"style", "string", "文字の体裁"},
};

constexpr Key notes_style_keys[] = {
    {"paragraph", "string", "注の段落の体裁", "hang は番号の幅"},
    {"sign", "string", "番号の前の印", "初めは ※"},
    {"rule", "string", "注の上の罫"},
    {"rule_width", "length", "罫の長さ"},
    {"above", "length", "罫の上の空き"},
    {"below", "length", "罫の下の空き"},
    {"between", "length", "注と注の空き"},
};

constexpr Key words_style_keys[] = {
    {"missing", "string", "値がないときの記号"},
    {"missing_spoken", "string", "その読み上げ"},
    {"minus", "string", "マイナスの読み上げ"},
    {"arrow", "string", "矢印の読み上げ", "文の中の → を読む言葉"},
    {"up", "string", "上昇"},
    {"level", "string", "同じ"},
    {"down", "string", "低下"},
    {"provisional", "string", "速報値の印"},
    {"revised", "string", "改定値の印"},
    {"reference", "string", "参考値", "{} が値になる。"},
    {"reference_spoken", "string", "参考値の前に読み上げる言葉"},
    {"at_least", "string", "以上（{} は値）"},
    {"above", "string", "超"},
    {"below", "string", "未満"},
    {"at_most", "string", "以下"},
};

constexpr Key draft_style_keys[] = {
    {"text", "string", "各ページの文字", "{draft.date} {draft.digest} が使える"},
    {"style", "string", "その体裁"},
    {"y", "plain_number", "印の基線", "紙の上端から。負の値は下端から。初めは 28"},
    {"missing", "string", "足りないものの体裁"},
    {"missing_value", "string", "値がないときの文字"},
    {"missing_text", "string", "文章がないときの文字", "{path} は文章の場所"},
    {"places", "{string}", "文章の場所の読み方", "文章のキーを、読む人の言葉で。ないキーはそのまま"},
    {"between", "string", "場所の名前をつなぐ文字", "初めは ."},
};

constexpr Map style_maps[] = {
    {"style", "テンプレートの体裁", "色、文字、段落、表、図、ページの型。書き方は docs/templates.md。",
     style_file_keys},
    {"like", "", "", like_style_keys},
    {"space", "", "", space_style_keys},
    {"rule", "体裁", "", rule_style_keys},
    {"list", "体裁", "", list_style_keys},
    {"table", "体裁", "", table_style_keys},
    {"chip", "体裁", "", chip_style_keys},
    {"mark", "体裁", "", mark_style_keys},
    {"figure", "体裁", "", figure_style_keys},
    {"contents", "体裁", "", contents_style_keys},
    {"contents_level", "段階", "", contents_level_style_keys},
    {"page", "体裁", "", page_style_keys},
    {"drawn_for", "元の紙",
     "テンプレートの寸法は、この大きさの紙に合わせて書いてある。width、height、margins "
     "が違えば、それに合わせて伸び縮みする。",
     drawn_for_style_keys},
    {"furniture", "柱・ノンブル", "", furniture_style_keys},
    {"page_rule", "罫", "", page_rule_style_keys},
    {"thumbs", "つめ", "", thumbs_style_keys},
    {"notes", "ページの下の注", "文章の ［注：…］ と ［注］", notes_style_keys},
    {"words", "言葉", "値がないときの記号、読み上げの言葉、評価区分の範囲の言い方", words_style_keys},
    {"draft", "案", "--draft のときの印", draft_style_keys},
};

constexpr Key style_forms[] = {
    {"hex_colour", "~^#[0-9A-Fa-f]{6}$"},
    {"heading_level", "~^[1-6]$"},
    {"length", "plain_number / string", "", "長さ。単位はポイント。10mm のようにも書ける。"},
};

constexpr auto style_and_look_maps = base::joined(style_maps, look_maps);
constexpr auto style_and_look_forms = base::joined(style_forms, look_forms);

}  // namespace

const base::Schema style_schema = {style_and_look_maps, style_and_look_forms};

}  // namespace compose
