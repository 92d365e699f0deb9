// The files of the annex: projects with their activity indicators.
#include "input/keys.h"

namespace input {

using base::Key;
using base::Map;

namespace {

constexpr Key projects_keys[] = {
    {"goal!", "1..", "基本目標の番号"},
    {"measures!", "[measure]", "具体的な施策"},
};

constexpr Key annex_measure_keys[] = {
    {"number!", "1..", "施策の番号"},
    {"fields", "own_values"},
    {"initiatives!", "[initiative]", "主な取組"},
};

constexpr Key annex_initiative_keys[] = {
    {"number!", "1..", "取組の番号"},
    {"projects!", "[project]", "事業"},
};

constexpr Key project_keys[] = {
    {"id!", "id"},
    {"name", "text", "事業名"},
    {"reprint_of", "id", "再掲", "元の事業の id。ここに書かない項目は元の事業のものを使う。"},
    {"account", "text", "会計", "一般会計でないときの会計の名称。"},
    {"section", "text", "担当課"},
    {"formerly", "text", "旧事業名", "名前を変えた事業の、前の名前。"},
    {"ended", "ended"},
    {"fields", "own_values"},
    {"content", "texts", "取組内容"},
    {"numbered", "flag", "実績に番号を付けるか", "①②… を付けないときに false。"},
    {"results", "[text / result]", "取組実績", "評価年度に行ったこと。"},
    {"indicators", "[activity]", "取組指標", "指標のない事業では [] とする。"},
};

constexpr Key ended_keys[] = {
    {"year!", "year"},
    {"reason!", "text"},
};

constexpr Key result_keys[] = {
    {"text!", "text", "実績"},
    {"details", "[text]", "内訳", "「・」を付けて実績の下に並べる。"},
};

constexpr Key activity_keys[] = {
    {"id", "id"},
    {"kpi", "id", "KPI", "総合戦略のKPIの id。値はKPIのものを使う。"},
    {"same_as", "id", "同じ指標", "別の事業に載せた取組指標の id。"},
    {"name", "text", "指標名", "kpi と共に書くと、別冊での名称になる。"},
    {"unit", "text", "単位"},
    {"note", "text", "注記", "※カッコ内は総数 など。"},
    {"silence", "silence"},
    {"actuals", "{year_key: figure}1..", "実績値", "前年度と評価年度の値。"},
};

constexpr Map projects_maps[] = {
    {"projects", "主な取組の実績（別冊）", "一つの基本目標の事業と取組指標。", projects_keys},
    {"measure", "", "", annex_measure_keys},
    {"initiative", "", "", annex_initiative_keys},
    {"project", "事業", "", project_keys, "",
     R"("anyOf": [{"required": ["name", "content", "results"]}, {"required": ["reprint_of"]}])"},
    {"ended", "終了", "終了した事業の、最後の年度とその理由。", ended_keys},
    {"result", "", "", result_keys},
    {"activity", "取組指標",
     "事業に固有の指標。総合戦略のKPIであれば kpi で、別の事業に載せた指標であれば same_as で指し、値を打ち直さない。",
     activity_keys, "",
     R"("oneOf": [{"required": ["name", "actuals"], "properties": {"kpi": false, "same_as": false}}, {"required": ["kpi"], "properties": {"same_as": false, "actuals": false}}, {"required": ["same_as"], "properties": {"kpi": false, "actuals": false}}])"},
};

}  // namespace

const base::Schema projects_schema = {projects_maps, {}};

}  // namespace input
