// The keys of figures and of what they are made from; keys_template.cpp puts them beside those of the other blocks.
#pragma once

#include "base/keys.h"

namespace compose {

inline constexpr base::Key any_figure_keys[] = {
    {"style", "text", "図の体裁"},
    {"alt", "content", "代替テキスト", "図の数値を文章で"},
    {"brief", "content", "短い代替テキスト", "`alt` が 400 字を超えるとき、代わりに使う"},
    {"width", "length", "幅"},
    {"height", "length", "高さ"},
    {"overleaf", "blocks", "次のページの頭"},
    {"artifact", "flag", "飾り", "読み上げの対象にしない"},
    {"...", "space"},
    {"...", "how_often"},
};

inline constexpr base::Key step_keys[] = {
    {"number", "content", "番号"},
    {"label", "content", "見出し"},
    {"title", "content", "題名"},
    {"...", "how_often"},
};

inline constexpr base::Key cycle_step_keys[] = {
    {"name", "content", "名前"}, {"foreign", "content", "外国語"},
    {"text", "content", "説明"}, {"current", "flag", "今の段階"},
    {"...", "how_often"},
};

inline constexpr base::Key tree_target_keys[] = {
    {"name", "content", "数値目標"},
    {"from", "content", "現状値"},
    {"to", "content", "目標値"},
    {"...", "how_often"},
};

inline constexpr base::Key tree_initiative_keys[] = {
    {"number", "content", "番号"},
    {"title", "content", "取組"},
    {"...", "how_often"},
};

inline constexpr base::Key tree_measure_keys[] = {
    {"number", "content", "番号"},
    {"title", "content", "施策"},
    {"initiatives!", "tree_initiatives", "取組"},
    {"...", "how_often"},
};

inline constexpr base::Key tree_goal_keys[] = {
    {"number", "content", "番号"},          {"label", "content", "見出し"},
    {"title", "content", "題名"},           {"targets!", "tree_targets", "数値目標"},
    {"measures!", "tree_measures", "施策"}, {"...", "how_often"},
};

inline constexpr base::Key bar_keys[] = {
    {"number", "content", "番号"},         {"label", "content", "名前"},  {"count", "content", "件数"},
    {"of!", "expression", "集計するもの"}, {"total", "flag", "全体の行"}, {"...", "how_often"},
};

inline constexpr base::Key trend_panel_keys[] = {
    {"title", "content", "題名"},
    {"of!", "expression", "集計するもの"},
    {"...", "how_often"},
};

inline constexpr base::Key chart_panel_keys[] = {
    {"title", "content", "題名"},
    {"unit", "content", "単位"},
    {"text", "content", "題名の下の文"},
    {"of!", "expression", "対象", "年度ごとの値を持つもの：指標、基本目標、施策、全体など"},
    {"...", "how_often"},
};

inline constexpr base::Key series_keys[] = {
    {"value!", "text", "値", "of の対象の値の名前：actual、target、rate、mean など"},
    {"draw", "=line|dot|bar", "形", "line は線と点、dot は点、bar は0からの棒"},
    {"look", "=actual|target|other", "体裁",
     "actual は太い線、target は細い線、other は三つ目の色。書かなければ、目標値は target、ほかは actual"},
    {"name", "content", "凡例の語"},
    {"...", "how_often"},
};

inline constexpr base::Key skyline_group_keys[] = {
    {"number", "content", "番号"},
    {"label", "content", "名前"},
    {"of!", "expression", "集計するもの"},
    {"...", "how_often"},
};

inline constexpr base::Key steps_figure_keys[] = {
    {"figure!", "=steps", "", "図の種類"},
    {"...", "any_figure"},
    {"steps!", "steps", "段"},
};

inline constexpr base::Key tree_figure_keys[] = {
    {"figure!", "=tree", "", "図の種類"},
    {"...", "any_figure"},
    {"heads", "[text]", "列の見出し"},
    {"goals!", "tree_goals", "基本目標"},
};

inline constexpr base::Key cycle_figure_keys[] = {
    {"figure!", "=cycle", "", "図の種類"},
    {"...", "any_figure"},
    {"steps!", "cycle_steps", "段階"},
    {"back", "content", "戻る矢印の言葉"},
};

inline constexpr base::Key distribution_figure_keys[] = {
    {"figure!", "=distribution", "", "図の種類"},
    {"...", "any_figure"},
    {"bars!", "bars", "帯"},
};

inline constexpr base::Key trends_figure_keys[] = {
    {"figure!", "=trends", "", "図の種類"}, {"...", "any_figure"},
    {"panels!", "trend_panels", "枠"},      {"ground_from", "0..", "地の下端（％）"},
    {"ground_to", "0..", "地の上端（％）"},
};

inline constexpr base::Key chart_figure_keys[] = {
    {"figure!", "=chart", "", "図の種類"},
    {"...", "any_figure"},
    {"show", "chart_series", "描く値", "書かなければ、目標値と実績値の線"},
    {"panels!", "chart_panels", "枠"},
};

inline constexpr base::Key slope_figure_keys[] = {
    {"figure!", "=slope", "", "図の種類"},
    {"...", "any_figure"},
    {"of!", "expression", "指標"},
};

inline constexpr base::Key skyline_figure_keys[] = {
    {"figure!", "=skyline", "", "図の種類"},
    {"...", "any_figure"},
    {"groups!", "skyline_groups", "基本目標"},
};

inline constexpr base::Map figure_maps[] = {
    {"any_figure", "", "", any_figure_keys},
    {"step", "データ", "", step_keys},
    {"cycle_step", "データ", "", cycle_step_keys},
    {"tree_target", "データ", "", tree_target_keys},
    {"tree_initiative", "データ", "", tree_initiative_keys},
    {"tree_measure", "データ", "", tree_measure_keys},
    {"tree_goal", "データ", "", tree_goal_keys},
    {"bar", "データ", "", bar_keys},
    {"trend_panel", "データ", "", trend_panel_keys},
    {"chart_panel", "データ", "", chart_panel_keys},
    {"series", "描く値", "", series_keys},
    {"skyline_group", "データ", "", skyline_group_keys},
    {"steps_figure", "積み重ね図", "基本目標を積み重ねた図", steps_figure_keys},
    {"tree_figure", "体系図", "基本目標から主な取組までの体系", tree_figure_keys},
    {"cycle_figure", "循環図", "PDCAなどの循環", cycle_figure_keys},
    {"distribution_figure", "評価の内訳", "評価ごとの割合の帯", distribution_figure_keys},
    {"trends_figure", "推移", "年度ごとの平均の折れ線", trends_figure_keys},
    {"chart_figure", "年度ごとの図", "指標などの年度ごとの値を、線、点、棒で", chart_figure_keys},
    {"slope_figure", "矢印", "現状値から目標値への矢印", slope_figure_keys},
    {"skyline_figure", "達成率の並び", "全KPIの達成率の柱", skyline_figure_keys},
};

inline constexpr base::Key figure_forms[] = {
    {"steps", "*step", "", "図のデータ"},
    {"cycle_steps", "*cycle_step", "", "図のデータ"},
    {"tree_targets", "*tree_target", "", "図のデータ"},
    {"tree_initiatives", "*tree_initiative", "", "図のデータ"},
    {"tree_measures", "*tree_measure", "", "図のデータ"},
    {"tree_goals", "*tree_goal", "", "図のデータ"},
    {"bars", "*bar", "", "図のデータ"},
    {"trend_panels", "*trend_panel", "", "図のデータ"},
    {"chart_panels", "*chart_panel", "", "図のデータ"},
    {"chart_series", "*series", "", "図に描く値"},
    {"skyline_groups", "*skyline_group", "", "図のデータ"},
};

}  // namespace compose
