// The keys of the looks that add to each other: a style file names them, a volume may write them on the spot.
#pragma once

#include "base/keys.h"

namespace compose {

inline constexpr base::Key composed_style_keys[] = {
    {"like", "string", "引き継ぐ体裁", "同じ種類の名前。空白で区切って幾つも書けば、後のものが前のものに加わる。"},
};

inline constexpr base::Key letters_style_keys[] = {
    {"role", "string", "書体の役割", "fonts/fonts.yaml の名前"},
    {"size", "length", "文字の大きさ"},
    {"letterspace", "length", "字間"},
    {"colour", "colour", "文字の色"},
    {"latin", "=proportional|fixed", "英数字"},
    {"narrow_separators", "flag", "点とコンマを詰める"},
    {"raise", "length", "文字を上げる"},
    {"struck", "length", "消し線の太さ"},
    {"underlined", "length", "下線の太さ"},
    {"line_colour", "colour", "消し線と下線の色"},
};

inline constexpr base::Key text_style_keys[] = {
    {"...", "composed"},
    {"...", "letters"},
};

inline constexpr base::Key set_style_keys[] = {
    {"text", "string", "文字の体裁", "text の名前。これと違うところだけを、role、size、colour などで書き足せる。"},
    {"...", "letters"},
    {"label", "string", "番号・記号の体裁"},
    {"setting", "=body|cell|heading", "組み方"},
    {"align", "=justify|start|centre|end|distribute", "そろえ"},
    {"leading", "length", "行送り"},
    {"first_indent", "length", "字下げ"},
    {"hang", "length", "2行目からの下げ"},
    {"indent", "length", "全体の下げ"},
    {"overhang", "length", "右へのはみ出し"},
    {"numerals", "@numerals", "数字"},
    {"justify_from", "0..100", "両端をそろえる幅",
     "全角で数える。行がこれより短いときは、字間を広げずに左へそろえる。"},
    {"hanging_punctuation", "flag", "ぶら下げ"},
    {"smaller_size", "length", "収まらないときの大きさ"},
    {"keep_with_next", "flag", "次と離さない"},
    {"level", "1..6", "見出しの段階"},
    {"contents", "0..6", "見出しの目次の段階", "0 は載せない"},
};

inline constexpr base::Key paragraph_style_keys[] = {
    {"...", "composed"},
    {"...", "set"},
    {"...", "space"},
};

inline constexpr base::Key sides_style_keys[] = {
    {"padding", "insets", "余白"}, {"ground", "colour", "地"},         {"border", "string", "四方の罫"},
    {"top", "string", "上の罫"},   {"right", "string", "右の罫"},      {"bottom", "string", "下の罫"},
    {"left", "string", "左の罫"},  {"height", "length", "最小の高さ"}, {"vertical", "=top|middle|bottom", "上下の位置"},
};

inline constexpr base::Key frame_style_keys[] = {
    {"...", "composed"},
    {"...", "sides"},
    {"paragraph", "string", "段落の体裁",
     "paragraphs の名前。中の、体裁を書かない段落のもの。これと違うところだけを、align、leading、role "
     "などで書き足せる。"},
    {"...", "set"},
    {"...", "space"},
};

inline constexpr base::Key box_style_keys[] = {
    {"...", "frame"},
    {"keep_together", "flag", "ページを分けない"},
    {"continues", "flag", "次のページへ続ける"},
    {"at_foot", "flag", "ページの下に置く", "奥付など。続くものも、その下に立つ"},
};

inline constexpr base::Key cell_style_keys[] = {
    {"...", "frame"},
    {"point_align", "flag", "小数点でそろえる"},
    {"head", "string", "頭のセルの体裁", "このセルの列の頭が、体裁を書かないときのもの"},
};

inline constexpr base::Map look_maps[] = {
    {"composed", "", "", composed_style_keys},
    {"letters", "", "", letters_style_keys},
    {"set", "", "", set_style_keys},
    {"sides", "", "", sides_style_keys},
    {"frame", "", "", frame_style_keys},
    {"look_of_text", "文字の体裁", "", text_style_keys},
    {"look_of_paragraph", "段落の体裁", "", paragraph_style_keys},
    {"look_of_box", "囲みの体裁", "", box_style_keys},
    {"look_of_cell", "セルの体裁", "", cell_style_keys},
};

inline constexpr base::Key look_forms[] = {
    {"colour", "string", "", "colours の名前、又は #183A5A のような16進数6桁"},
    {"insets", "length / [length]2..4", "", "一つ（四方）、二つ（上下、左右）又は四つ（上、右、下、左）"},
};

}  // namespace compose
