// What nobody said is a placeholder marked ここを直す; the narrative's keys grow into a tree from their paths.
#include "scaffold/skeleton.h"

#include <algorithm>
#include <map>
#include <memory>

#include "input/write.h"
#include "scaffold/plan_text.h"

namespace scaffold {

namespace {

using input::as_yaml;

/// What nobody said is marked, so that it is found.
constexpr const char* to_fill = "    # ここを直す";

std::string fiscal(const base::Eras& eras, base::Year year) {
    return base::era_year(eras, year, base::YearKind::fiscal);
}

std::string name_of_volume(const std::string& volume) {
    if (volume == "main") return "報告書";
    if (volume == "annex") return "報告書_別冊";
    if (volume == "digest") return "報告書_概要版";
    return "報告書_" + volume;
}

/// Texts by their keys; what has no keys below it is a text.
struct Branch {
    std::map<std::string, std::unique_ptr<Branch>> below;
};

void plant(Branch& root, std::string_view path) {
    Branch* at = &root;
    while (!path.empty()) {
        const std::size_t dot = path.find('.');
        auto& next = at->below[std::string(path.substr(0, dot))];
        if (!next) next = std::make_unique<Branch>();
        at = next.get();
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
}

/// A key with [] behind it is a list of such texts, and begins with one, whose sign is ア.
void write_branch(std::string& out, const Branch& branch, std::size_t depth, bool item = false) {
    bool first = item;
    for (const auto& [key, below] : branch.below) {
        const bool list = key.ends_with("[]");
        out += std::string(depth * 2 - (first ? 2 : 0), ' ') + (first ? "- " : "") +
               (list ? key.substr(0, key.size() - 2) : key) + ":" + (item && key == "label" ? " ア" : "") + "\n";
        write_branch(out, *below, depth + (list ? 2 : 1), list);
        first = false;
    }
}

/// Years of the plan before the first one that has a file: their values are not kept here, and nothing asks for them.
std::string unnamed_years(const Beginning& wishes, const base::Eras& eras) {
    std::string names;
    const std::vector<base::Year> known = years_with_values(wishes);
    for (base::Year year = wishes.first; year < wishes.evaluated; year = {year.western + 1}) {
        if (std::find(known.begin(), known.end(), year) == known.end())
            names += (names.empty() ? "" : "、") + base::short_year(eras, year);
    }
    if (names.empty()) return "";
    return "silence:    # " + names + " の値のファイルを years に足したら、この2行を消す\n  hole: " + names +
           " の値は入れていない\n";
}

}  // namespace

std::string kensho_yaml(const Beginning& wishes, const base::Eras& eras) {
    const std::string year = fiscal(eras, wishes.evaluated);
    std::string out = schema_line("kensho", "kensho.yaml");
    out += "# " + year + " 効果検証（" + (wishes.city.empty() ? "○○市" : wishes.city) + "）\n\n";
    out += "municipality:\n  name: " + as_yaml(wishes.city.empty() ? "○○市" : wishes.city) +
           (wishes.city.empty() ? to_fill : "") + "\n";
    out += "  code: \"" + (wishes.code.empty() ? "000000" : wishes.code) + "\"" + (wishes.code.empty() ? to_fill : "") +
           "    # 全国地方公共団体コード\n";
    out += "report:\n  title: 効果検証報告書\n  published: " + fiscal(eras, {wishes.evaluated.western + 1}) +
           "    # 表紙に印刷するとおりに\n\n";
    out += "evaluated_year: " + base::short_year(eras, wishes.evaluated) + "\nstrategy: strategy.yaml\nyears:\n";
    for (const base::Year known : years_with_values(wishes)) {
        out += "  " + base::short_year(eras, known) + ": " + year_file(wishes, known, eras) + "\n";
    }
    out += unnamed_years(wishes, eras);
    out += "awaited: 集計中    # まだ来ていない値の語。この語が残っている間は、最終版は作られない\n";
    out += "narrative: " + year_folder(wishes, eras) + "/narrative.yaml\nprojects:\n";
    for (std::size_t i = 0; i < wishes.goals.size(); ++i) {
        out += "  - " + year_folder(wishes, eras) + "/projects/goal-" + std::to_string(i + 1) + ".yaml\n";
    }
    out += "\npolicy: " + wishes.policy + "    # 評価の決まり（kensho の docs/policies.md）\n";
    out += "template: " + wishes.template_id + "    # 報告書の構成と体裁（docs/templates.md）\n\noutputs:\n";
    for (const std::string& volume : wishes.volumes) {
        out.append("  ").append(volume).append(": ").append(year).append(name_of_volume(volume)).append(".pdf\n");
    }
    if (wishes.workbook) out += "  workbook: " + year + "会議資料.xlsx\n";
    return out;
}

std::string narrative_yaml(const Beginning& wishes, const base::Eras& eras) {
    Branch root;
    for (const std::string& text : wishes.texts) {
        const std::size_t brace = text.find('{');
        const std::size_t end = text.find('}');
        if (brace == std::string::npos || end == std::string::npos) {
            plant(root, text);
            continue;
        }
        for (std::size_t i = 0; i < wishes.goals.size(); ++i) {
            plant(root, text.substr(0, brace) + std::to_string(i + 1) + text.substr(end + 1));
        }
    }
    std::string out = schema_line("narrative", year_folder(wishes, eras) + "/narrative.yaml");
    out += "# " + fiscal(eras, wishes.evaluated) +
           "の報告書の文章。見出しの後に書く。段落が二つ以上のときは、行を改めて - で始める。\n";
    out += "# 計算で決まる数と評価は {…} で書き、打ち込まない（kensho の docs/facts.md）。\n\n";
    write_branch(out, root, 0);
    return out;
}

std::string projects_yaml(const Beginning& wishes, std::size_t index, const base::Eras& eras) {
    const std::string number = std::to_string(index + 1);
    const std::string last = base::short_year(eras, {wishes.evaluated.western - 1});
    const std::string year = base::short_year(eras, wishes.evaluated);
    std::string out = schema_line("projects", year_folder(wishes, eras) + "/projects/goal.yaml");
    out += "# 基本目標" + number + "の主な取組：" + fiscal(eras, wishes.evaluated) +
           "の実績。事業を - id: から続けて書き足す。\n\n";
    out += "goal: " + number + "\nmeasures:\n  - number: 1\n    initiatives:\n      - number: 1\n        projects:\n";
    out += "          - id: project-" + number +
           "-1\n            name: 事業の例\n            content: 取組の内容を書く。\n";
    out += "            results: []    # 取組の実績を、行を改めて - で始めて書く\n            indicators:\n";
    out += "              - name: 取組指標の例" + number + "\n                unit: 件\n                actuals:\n";
    out += "                  " + last + ": 集計中\n                  " + year + ": 集計中\n";
    return out;
}

std::string readme(const Beginning& wishes, const base::Eras& eras) {
    const std::string year = fiscal(eras, wishes.evaluated);
    return "# " + (wishes.city.empty() ? std::string("○○市") : wishes.city) + " " + year + " 効果検証\n\n" +
           "1. `strategy.yaml` に計画の指標と目標値、`years/` に実績値を書く。\n"
           "2. `kensho check` で、足りないものと疑わしいものを見る。\n"
           "3. `kensho build --draft` で案を作る（`out/` にできる）。\n"
           "4. `kensho forms --out 調査票` で担当課の調査票を作り、`kensho collect 回答/*.xlsx` で取り込む。\n"
           "5. そろったら `kensho build` で公表する版を作る。\n"
           "6. 翌年度は `kensho next` から始める。\n";
}

}  // namespace scaffold
