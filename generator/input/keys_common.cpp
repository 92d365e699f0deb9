// What files of every kind have in common: years, numbers, texts, values of an indicator.
#include "input/keys.h"

namespace input {

using base::Key;
using base::Map;

namespace {

constexpr Key long_figure_keys[] = {
    {"value!", "plain_number / text", "値", "数又は語。コンマのある数は、この形では \"1,288\" のように引用符で囲む。"},
    {"brackets", "plain_number / text", "括弧内の値", "数の下に（　）で添える第2の数。総数など。"},
    {"forecast", "number", "見込値", "実績値がまだないときなどに、横に示す見込み。評価しない。"},
    {"provisional", "flag", "速報値", "後で確定する値。"},
    {"revised", "flag", "改定値", "過去の報告の後で改められた値。"},
    {"reference", "flag", "参考値", "括弧書きで示し、評価しない値。"},
    {"note", "text", "注記"},
    {"cause", "text", "要因", "その値になった要因。担当課が調査票に書く。"},
    {"next_steps", "text", "今後の取組"},
    {"from", "text", "回答元", "値を答えた課と日（福祉課 2024-05-20）。kensho collect が書く。"},
    {"source", "text / evidence", "根拠資料",
     "値を取った資料。名前だけでもよい。プロジェクトの中にあるファイルなら、ダイジェストと比べる。"},
    {"silence", "silence"},
};

constexpr Key evidence_keys[] = {
    {"paper!", "text", "資料の名", "プロジェクトのフォルダーにあれば、そこからのパス。"},
    {"digest", "digest", "ダイジェスト（SHA-256）"},
    {"given_by", "text", "値を出した人"},
    {"agreed_by", "text", "確かめた人"},
};

constexpr Key word_band_keys[] = {
    {"id", "id"},
    {"word!", "text", "語"},
    {"symbol", "text", "記号"},
    {"colour!", "colour", "地の色"},
    {"on_colour!", "colour", "地の上の文字の色"},
};

constexpr Map common_maps[] = {
    {"common", "共通の書き方", "他のスキーマが引用する、数・年・文章の書き方。", {}},
    {"long_figure", "", "", long_figure_keys},
    {"evidence", "", "", evidence_keys},
    {"word_band", "評価の語", "範囲のない評価の語。", word_band_keys},
};

constexpr Key common_forms[] = {
    {"printed_number", "~^[-−△▲－]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?$"},
    {"per_cent", "~^[0-9]+([.][0-9]+)?[%％]$"},
    {"date", "~^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    {"colour", "~^#[0-9A-Fa-f]{6}$"},
    {"web_address", "~^https?://"},
    {"digest", "~^[0-9a-f]{64}$"},
    {"year", "year_key / 1868..2200", "年", "年度又は年。R5、H30、令和5年度、2023 のいずれの書き方でもよい。"},
    {"year_key",
     "~^([A-Za-zＡ-Ｚ]{1}[0-9０-９]{1,2}|(令和|平成|昭和|大正|明治)(元|[0-9０-９]{1,2})(年|年度)?|[12][0-9]{3}(年|年度)"
     "?)$"},
    {"number", "plain_number / printed_number", "数",
     "公表する形のままの数。小数の桁も意味を持つ（0.70 と 0.7 は別）。桁区切りのコンマは3桁ごと。負の数は "
     "-1.6、△1.6、−1.6。全角数字は使えない。"},
    {"rate_target", "=year|final|share|way / year", "率を計算する目標値",
     "year はその年度の目標値（書かないときもこれ）、final は最終年度の目標値、share "
     "は最終年度の目標値の、経過した年数の割合の分（6年の計画の3年目なら3/6）、way "
     "は現状値から最終年度の目標値までの道のりの、同じ割合のところ。年（R5 "
     "など）を書くと、その年の目標値（中間目標）。"},
    {"tolerance", "number / per_cent", "許容幅",
     "維持とみなす、又は同じとみなす差。指標と同じ単位の数か、10% のような割合。"},
    {"tolerance_of", "=target|baseline", "許容幅の割合のもと",
     "target は目標値（書かないときもこれ）、baseline は現状値。"},
    {"id", "~^[A-Za-z][A-Za-z0-9_-]*$", "識別子",
     "指標や事業を指すための、英数字の短い名前。印刷されない。一度決めたら変えない。"},
    {"text", "letters", "文"},
    {"texts", "text / [text]", "文の並び", "段落や箇条を1行に一つずつ。一つだけなら文をそのまま書いてもよい。"},
    {"figure", "plain_number / text / long_figure", "値",
     "数、値がない理由の語（未公表、調査なし、集計中、－）、又は語による値（設置、策定）。注記などを付けるときは "
     "{value: …, …} の形で書く。"},
    {"own_values", "{plain_number / text}", "市の項目",
     "kensho.yaml の fields に名前のある項目の値（予算額、決算額、事業効果 など）。"},
    {"silence", "{@doubts: text}1..", "確認済みの疑い",
     "確かめた上で止める疑いの名前と、正しい理由。理由はファイルに残る。"},
};

}  // namespace

const base::Schema common_schema = {common_maps, common_forms};

}  // namespace input
