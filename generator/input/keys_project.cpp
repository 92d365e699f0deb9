// kensho.yaml, and the files of actuals that it names.
#include "input/keys.h"

namespace input {

using base::Key;
using base::Map;

namespace {

constexpr Key kensho_keys[] = {
    {"municipality!", "municipality"},
    {"report!", "report"},
    {"evaluated_year!", "year", "評価の対象年度"},
    {"strategy!", "path", "総合戦略のファイル"},
    {"years!", "{year_key: path}1..", "各年の実績値のファイル",
     "R5: years/r5/actuals.yaml のように、年ごとに一つ。評価の対象年度は必須。"},
    {"awaited", "text", "まだ来ていない値の語",
     "評価年度の値がこの語（集計中など）のままなら、最終版は作られない。kensho next が書く。そのまま印刷するときは "
     "{value: 集計中, note: 理由} とする。"},
    {"forms", "forms"},
    {"fields", "{id: own_field}", "市の項目",
     "事業と施策に書く、この市の項目。数（予算額、決算額）は足し上げられ、率（執行率）は数から計算し、評価（事業効果、"
     "今後の方向性）は語の並びから選ぶ。"},
    {"narrative", "path", "文章のファイル"},
    {"projects", "[path]", "主な取組（別冊）のファイル"},
    {"policy!", "text", "評価の決まり",
     "config/policies にある名前（atsugi など）、又はこのフォルダーの中のファイル（.yaml で終わる）。"},
    {"earlier_policies", "{year_key: text}", "過年度の評価の決まり",
     "別の決まりで評価した年だけを書く。書かない年は policy による。"},
    {"template!", "text", "構成と体裁",
     "templates/ の下のフォルダー名、又はこのフォルダーの中のフォルダー（/ を含める）。"},
    {"outputs!", "{output_name}1..", "作るファイル",
     "体裁フォルダーの部（main、annex など）ごとに、作るファイルの名前。書かない部は作らない。web は本編の、web-annex "
     "は別冊のウェブ版（.html）。"},
    {"carried_over", "path", "前年度から引き継いだ文章",
     "引き継いだままの文章の一覧（kensho next が作る）。直した文章、確かめた文章の行は消す。"},
    {"silence", "silence"},
    {"assets", "{path}", "画像など", "体裁から使う名前と、このフォルダーの中のファイル。"},
};

constexpr Key municipality_keys[] = {
    {"name!", "text", "自治体名"},
    {"code!", "municipality_code", "団体コード",
     "全国地方公共団体コード。5桁、又は検査数字を含む6桁。0 で始まるものがあるので引用符で囲む。"},
};

constexpr Key report_keys[] = {
    {"title!", "text", "表題"},
    {"published!", "text", "公表の時期", "表紙に印刷するとおりに書く（令和6年9月、令和６年度）。"},
    {"council", "text", "意見を聴く会議", "総合戦略会議 など。意見の見出しに使う。"},
    {"date", "date", "公表日", "PDFの文書情報に入れる日。2024-09-01 の形。"},
    {"contact", "contact"},
    {"history", "[edition]", "版の履歴",
     "公表した版を古いものから書く。最後がこの版。二つ目からは表紙に版の名と日が入り、巻末に表が付く。"},
    {"corrections", "path", "訂正した箇所",
     "kensho errata が作った corrections.yaml。訂正版の表紙の次のページに、訂正した箇所の一覧が載る。"},
    {"carry_inputs", "flag", "入力をPDFに添える",
     "true にすると、読んだファイルが本編のPDFの中に入る（PDF/A-3a）。kensho freeze NAME --from で取り出せる。"},
};

constexpr Key contact_keys[] = {
    {"section", "text", "担当課"},
    {"phone", "text", "電話", "印刷するとおりに。"},
    {"url", "web_address", "ウェブページ"},
};

constexpr Key edition_keys[] = {
    {"edition!", "text", "版の名", "初版、訂正版など。"},
    {"date!", "date", "公表した日", "2024-09-01 の形。"},
    {"reason", "text", "改めた理由", "初版には要らない。"},
};

constexpr Key forms_keys[] = {
    {"deadline", "date", "回答の期限", "2024-05-31 の形。"},
    {"return_to", "text", "提出先"},
    {"record", "flag", "回答元を書き残す", "true のとき、取り込んだ値に from:（課と記入日）を添える。"},
};

constexpr Key own_field_keys[] = {
    {"name!", "text", "名前"},
    {"unit", "text", "単位", "千円 など。"},
    {"kind", "=number|rating|text", "種類", "number 数（書かないときもこれ）、rating 評価区分の語、text 文。"},
    {"rate_of", "[id]2..2", "率のもと", "分子と分母の項目（上に書いた数）。"},
    {"decimals", "0..10", "率の小数の桁数"},
    {"words", "[word_band]1..", "選ぶ語"},
};

constexpr Map kensho_maps[] = {
    {"kensho", "報告書の設定",
     "プロジェクトフォルダーの kensho.yaml。どの年を、どのファイルから、どの決まりと体裁で報告書にするか。",
     kensho_keys},
    {"municipality", "自治体", "", municipality_keys},
    {"report", "報告書", "", report_keys},
    {"contact", "問合せ先", "奥付に載る。", contact_keys},
    {"edition", "", "", edition_keys},
    {"forms", "調査票", "", forms_keys},
    {"own_field", "", "", own_field_keys},
};

constexpr Key kensho_forms[] = {
    {"output_name", "~^[^/]+[.](pdf|xlsx|csv|html)$"},
    {"municipality_code", "~^[0-9]{5,6}$"},
    {"path", "~^[^/].*$", "", "このフォルダーからの相対的な場所。"},
};

constexpr Key actuals_file_keys[] = {
    {"year!", "year"},
    {"actuals!", "{id: figure}", "実績値",
     "strategy.yaml の指標の id ごとの実績値。指標のない行、二重の行は誤りになる。"},
};

constexpr Map year_maps[] = {
    {"actuals_file", "1年分の実績値", "years/ の下に置くファイル。1年に一つ。", actuals_file_keys},
};

}  // namespace

const base::Schema kensho_schema = {kensho_maps, kensho_forms};
const base::Schema year_schema = {year_maps, {}};

}  // namespace input
