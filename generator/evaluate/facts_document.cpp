// The vocabulary as a page of the documentation: docs/facts.md is what this prints.
#include "evaluate/conditions.h"
#include "evaluate/format.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

/// Bars would end a cell of the table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
    return out;
}

std::string row(std::string_view name, std::string_view japanese, std::string_view kind, std::string_view line) {
    return "| `" + cell(name) + "` | " + cell(japanese) + " | " + cell(kind) + " | " + cell(line) + " |\n";
}

std::string_view japanese(Topic topic) {
    for (const TopicName& name : topic_names()) {
        if (name.topic == topic) return name.japanese;
    }
    return "";
}

std::string kind_of(const Form& form) {
    const std::string list = form.list ? "の並び" : "";
    switch (form.is) {
        case Form::Is::flag: return "はい・いいえ";
        case Form::Is::ordinal: return "番号";
        case Form::Is::count: return "数";
        case Form::Is::number: return "数値";
        case Form::Is::percent: return "割合";
        case Form::Is::change: return "差";
        case Form::Is::words: return "語" + list;
        case Form::Is::trend: return "動き";
        case Form::Is::subject: return std::string(japanese(form.topic)) + list;
        case Form::Is::own_list: return "同じものの並び";
        default: return "並びの中のもの";
    }
}

std::string section(const TopicName& topic) {
    std::string text = "\n## " + std::string(topic.japanese);
    if (!topic.path.empty()) text += "（" + std::string(topic.path) + "）";
    text += "\n\n| 名前 | 意味 | 種類 | 説明 |\n|---|---|---|---|\n";
    for (const Fact& fact : facts()) {
        if ((fact.topics & only(topic.topic)) != 0)
            text += row(fact.name, fact.japanese, kind_of(fact.form), fact.line);
    }
    return text;
}

std::string conditions_section() {
    std::string text =
        "\n## 条件\n\n指標の集まりは条件で絞れます。重ねても書けます：`overall.kpis.at_100.value_down.count`。"
        "名前だけの条件は、一つの指標にも尋ねられます：`births.achieved`。\n"
        "再掲と、使い始める前・指標変更の後の指標は数えません。率は、表示した値で比べます。\n\n"
        "| 条件 | 選ぶもの | 説明 |\n|---|---|---|\n";
    const auto add = [&](std::string name, std::string_view what, std::string_view line) {
        text += "| `" + std::move(name) + "` | " + std::string(what) + " | " + std::string(line) + " |\n";
    };
    for (const Condition& condition : conditions) add(std::string(condition.name), condition.japanese, condition.line);
    for (const Comparison& one : comparisons) add(std::string(one.name) + "N", one.japanese, one.line);
    add("N_to_N", "達成率が前の数を超え、後の数未満", "80％以上なら at_least_80.below_100");
    add("rated.X", "評価がX", "語、記号、区分の id のどれでも");
    return text;
}

std::string filters_section() {
    std::string text =
        "\n## 書式\n\n`|` の後に書きます。いくつもつなげられます：`{overall.kpis.count | 漢数字 | 項目}`。\n\n"
        "| 書式 | はたらき | 例 |\n|---|---|---|\n"
        "| （なし） | 3桁ごとのコンマ、半角。割合には％、差には符号が付く | 18,405 ・ 83.8% ・ +1.6 |\n"
        "| `項目` など | 数の後に付ける語。知らない語はそのまま助数詞になる | 8項目 |\n";
    for (const Filter& filter : filters()) {
        text += "| `" + std::string(filter.word) + "` | " + std::string(filter.line) + " | " +
                std::string(filter.example) + " |\n";
    }
    return text + "| `増加/減少/横ばい` など | 値の代わりに、増えた・減った・同じときの語を入れる | 減少 |\n";
}

}  // namespace

std::string facts_document() {
    std::string text =
        "# 値の名前\n\n"
        "報告書で言える値のすべてです。テンプレートでも、文章（`narrative.yaml`）でも、`kensho evaluate --explain` "
        "でも、"
        "同じ名前で同じ値を指します。\nこの文書はプログラムの表から作られています（`evaluate/facts.*`）。\n\n"
        "値は `対象.名前` か `対象.名前@年度` と書きます：`births.actual`、`births.actual@R4`、`goal.1.mean@last`、"
        "`overall.kpis.rated.順調.count`。\n"
        "年度を書かなければ評価年度、`@last` はその前の年度です。テンプレートの中では、`for` などで名付けたものからも"
        "書けます：`{k.actual}`。\n"
        "数字を示すどの名前にも `_change` を付けられます。表示した値の、前の年度との差です：`births.target_change`、"
        "`overall.kpis.achieved.count_change`。\n";
    for (const TopicName& topic : topic_names()) text += section(topic);
    return text + conditions_section() + filters_section();
}

}  // namespace evaluate
