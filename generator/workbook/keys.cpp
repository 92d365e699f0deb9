// One map a kind of sheet and a table, as the vocabulary has them; what stands in every one of them is in tables here.
#include "workbook/keys.h"

#include <algorithm>

#include "base/json.h"
#include "workbook/tables.h"
#include "workbook/vocabulary.h"

namespace workbook {

namespace {

using base::Key;
using base::Map;
using base::Value;

constexpr Key file_keys[] = {
    {"based_on", "=usual", "",
     "備え付けの config/workbook.yaml によること。違うところだけを書く。sheets と tables "
     "は、載せるものを並べる順に全部並べ、それぞれ違うところだけを書く。"},
    {"font", "string", "", "シートの書体。"},
    {"words", "words"},
    {"council", "council"},
    {"data", "data"},
};

constexpr Key council_keys[] = {
    {"file", "file_name", "", "ファイル名。kensho.yaml の outputs の workbook が優先する。"},
    {"header_left", "string", "", "印刷の左上。{municipality}{strategy}{report}{year} が使える。"},
    {"header_right", "string", "", "印刷の右上。"},
    {"draft", "string", "", "案のときに印刷の中央上に出す語。"},
    {"sheets", "[sheets]", "", "議会用ブックのシート。並べる順に書く"},
};

constexpr Key data_keys[] = {
    {"file", "file_name", "", "ファイル名。"},
    {"guard_formulas", "flag", "",
     "CSVで、= + - @ "
     "などで始まる文の前にアポストロフィを付ける（表計算で直に開く人のため）。機械で読むなら付けない"},
    {"licence", "licence"},
    {"tables", "[tables]", "", "公開用データの表。並べる順に書く"},
};

constexpr Key licence_keys[] = {
    {"name", "string", "", "短い名前（CC-BY-4.0）。"},
    {"title", "string", "", "名前。"},
    {"address", "string", "", "条文のアドレス。"},
};

constexpr Key any_sheet_keys[] = {
    {"name", "string", "", "シートの見出し。Excelの決まり（31字まで、使えない記号）に合わせて切る。"},
    {"title", "string", "", "シートの先頭の表題。"},
    {"lead", "string", "", "表題の下の説明。"},
    {"about", "string", "", "表紙の目次に載る説明。"},
    {"paper", "=A4|A3", "", "用紙。"},
    {"orientation", "=landscape|portrait", "", "用紙の向き。書かなければ横。"},
    {"hidden", "flag", "", "true なら、再表示するまで見えず、印刷もされない。先頭のシートにはできない。"},
};

constexpr Key any_table_keys[] = {
    {"sheet", "string", "", "シートの見出し。"},
    {"file", "file_name", "", "CSVのファイル名。"},
};

constexpr Key any_column_keys[] = {
    {"label!", "string", "", "列の見出し。"},
    {"width", "1..255", "",
     "列の幅（半角の字数）。文の列は、ほかの列が紙の幅に残した分を分け合う。データの表では、文を折り返す幅。"},
    {"name", "string", "", "列の範囲に付ける名前。計算式に現れる。字、数字、_ だけで、セルの番地でない語。"},
    {"note", "string", "", "列の説明。「項目の説明」の表に載る。"},
};

constexpr Key cover_lines = {"lines", "[string]", "", "使い方の文。上から並べる順に書く"};
constexpr Key listed_indicators[] = {
    {"of", "=kpis|headline_targets|both", "", "載せる指標。"},
    {"counts", "flag", "", "上昇・低下した指標の数を表の上に示す。"},
};

constexpr Map fixed_maps[] = {
    {"workbook", "ブックの構成", "会議用ブックとデータブックに何をどの順で、どの言葉で載せるか（docs/workbooks.md）。",
     file_keys},
    {"council", "", "会議用ブック。", council_keys},
    {"data", "", "データブックとCSV。", data_keys},
    {"licence", "", "表の利用の条件。datapackage.json と csv-metadata.json に載る。", licence_keys},
    {"any_sheet", "", "", any_sheet_keys},
    {"any_table", "", "", any_table_keys},
    {"any_column", "", "", any_column_keys},
};

/// Of what the usual workbook has no word for, or one that says nothing by itself: the list, a key of it, what it is.
struct Told {
    std::string_view list, key, what;
};

constexpr Told all_told[] = {
    {"sheets", "cover", "表紙。シートの目次と使い方"},
    {"sheets", "summary", "総括のシート。全体、全部のKPI、遅れているKPIを1枚で"},
    {"sheets", "trends", "基本目標ごとの数と平均の推移"},
    {"sheets", "goal", "基本目標ごとのシート。実績値と目標値はここで訂正する"},
    {"sheets", "kpis", "指標を1行に一つ並べたシート（一覧、前年度からの変化、想定問答）"},
    {"sheets", "projects", "事業と取組指標のシート"},
    {"sheets", "card", "指標を一つ選ぶと1枚になるシート"},
    {"sheets", "trial", "元の値を変えずに別の値を試すシート。一つまで"},
    {"sheets", "tallies", "集計のシート（計算用）"},
    {"sheets", "calculation", "指標ごと・年度ごとの計算のシート（計算用）"},
    {"sheets", "settings", "評価の決まりのシート"},
    {"words", "kpi", "KPIという語"},
    {"words", "rose", "前年度より上昇した指標"},
    {"words", "fell", "前年度より低下した指標"},
    {"words", "rating_rose", "評価が上がった指標"},
    {"words", "rating_fell", "評価が下がった指標"},
    {"words", "unchanged", "変わらない指標"},
    {"words", "highest_band", "最上位の区分にある"},
    {"words", "bettered", "前年度より改善した指標"},
    {"words", "worsened", "悪化した指標"},
    {"words", "remark_reason", "備考での理由の書き方：（{text}）"},
    {"words", "remark_note", "備考での注の書き方：{subject}：{text}"},
    {"words", "rate_unit", "率の単位：％"},
    {"summary_sheet_labels", "name", "KPIの名の見出し"},
    {"trial_sheet_labels", "kpis", "KPIの数の見出し"},
    {"trends_sheet_columns", "bands", "評価区分ごとの数"},
    {"goal_sheet_rows", "uncapped", "（上限なし）"},
    {"kpis_sheet_columns", "measure", "施策"},
    {"kpis_sheet_columns", "initiative", "主な取組"},
    {"kpis_sheet_columns", "id", "指標ID"},
    {"kpis_sheet_columns", "name", "数値目標又はKPIの名"},
    {"kpis_sheet_columns", "year_kind", "年度の値か年の値か"},
    {"kpis_sheet_columns", "direction", "向き"},
    {"kpis_sheet_columns", "formula", "算式"},
    {"kpis_sheet_columns", "baseline_year", "現状値の年"},
    {"kpis_sheet_columns", "uncapped", "上限なしの達成率"},
    {"kpis_sheet_columns", "human_rating", "人が定めた評価"},
    {"kpis_sheet_columns", "human_reason", "人が定めた評価の理由"},
    {"kpis_sheet_columns", "actuals", "各年度の実績値"},
    {"kpis_sheet_columns", "rates", "各年度の達成率"},
    {"kpis_sheet_columns", "previous_actual", "前年度の実績値"},
    {"kpis_sheet_columns", "value_change", "前年度との差"},
    {"kpis_sheet_columns", "value_trend", "値の動き"},
    {"kpis_sheet_columns", "value_better", "向きに照らした値の改善・悪化"},
    {"kpis_sheet_columns", "rate_change", "達成率の差（ポイント）"},
    {"kpis_sheet_columns", "rate_trend", "達成率の動き"},
    {"kpis_sheet_columns", "previous_beyond", "前年度の上限なしの達成率（どちらかの年度で上限・下限が効いたときだけ）"},
    {"kpis_sheet_columns", "beyond", "上限なしの達成率（どちらかの年度で上限・下限が効いたときだけ）"},
    {"kpis_sheet_columns", "beyond_change", "上限なしの達成率の差（同）"},
    {"kpis_sheet_columns", "source", "出典"},
    {"kpis_sheet_columns", "definition", "定義"},
    {"kpis_sheet_columns", "second_rate", "二つ目の率"},
    {"kpis_sheet_columns", "council_rating", "会議の評価"},
    {"kpis_sheet_columns", "council_reason", "会議の評価の理由"},
    {"results_table_columns", "second_rate", "二つ目の率"},
    {"results_table_columns", "council_rating", "会議の評価"},
    {"results_table_columns", "council_reason", "会議の評価の理由"},
    {"kpis_sheet_columns", "questions", "想定問答の行へのリンク"},
    {"projects_sheet_columns", "account", "会計"},
    {"projects_sheet_columns", "section", "担当課"},
    {"projects_sheet_columns", "project_ratings",
     "事業の評価。kensho.yaml の fields の評価の項目ごとに一つの列になり、事業に評価のない項目は載らない。label の "
     "{field} は項目の名"},
    {"projects_table_columns", "project_ratings",
     "事業の評価。kensho.yaml の fields の評価の項目ごとに一つの列になり、事業に評価のない項目は載らない。label と "
     "note の {field} は項目の名、{words} は評価の語"},
    {"tallies_sheet_columns", "bands", "区分"},
    {"tallies_sheet_columns", "classes", "到達"},
    {"calculation_sheet_columns", "wrong", "数値でも値がない語でもない入力（1）"},
    {"calculation_sheet_columns", "in_means",
     "入る平均（2 全体、1 基本目標、0 なし）。平均に入れない種類があるときだけ載る"},
    {"activities_table_columns", "indicator_id", "取組指標の識別子"},
    {"policy_table_columns", "policy_id", "評価の決まりのファイル名"},
    {"bands_table_columns", "policy_id", "評価の決まりのファイル名"},
};

const Value* at(const Value* tree, std::string_view key) {
    return tree != nullptr && tree->is_map() ? tree->find(key) : nullptr;
}

bool is(const Value& item, std::string_view key, std::string_view word) {
    const Value* value = at(&item, key);
    return value != nullptr && value->text == word;
}

/// The usual workbook's words, as an office reads them whose rate has the usual name.
class UsualWords {
   public:
    explicit UsualWords(const Value& usual) : usual_(usual) {}

    const Value* words() const { return at(&usual_, "words"); }

    /// The map under `part` in the first sheet of the kind.
    const Value* of_sheet(std::string_view kind, std::string_view part) const {
        for (const Value& sheet : list("council", "sheets")) {
            if (is(sheet, "sheet", kind)) return at(&sheet, part);
        }
        return nullptr;
    }

    /// The heading of a column in the sheets of the kind.
    std::string heading(std::string_view kind, std::string_view part, std::string_view column) const {
        for (const Value& sheet : list("council", "sheets")) {
            const Value* columns = is(sheet, "sheet", kind) ? at(&sheet, part) : nullptr;
            if (columns == nullptr) continue;
            for (const Value& each : columns->items) {
                if (is(each, "column", column)) return text(at(&each, "label"));
            }
        }
        return {};
    }

    /// Heading and note of a column of a table; else those of another table's column of that key.
    std::string in_table(std::string_view table, std::string_view column) const {
        std::string elsewhere;
        for (const Value& each : list("data", "tables")) {
            const Value* columns = at(&each, "columns");
            if (columns == nullptr) continue;
            for (const Value& one : columns->items) {
                if (!is(one, "column", column)) continue;
                std::string what = text(at(&one, "label"));
                if (const Value* note = at(&one, "note")) what += "：" + text(note);
                if (is(each, "table", table)) return what;
                if (elsewhere.empty()) elsewhere = std::move(what);
            }
        }
        return elsewhere;
    }

    std::string sheet_of(std::string_view table) const {
        for (const Value& each : list("data", "tables")) {
            if (is(each, "table", table)) return text(at(&each, "sheet"));
        }
        return {};
    }

    static std::string text(const Value* value) {
        static const Words usual_rate = {{"rate", "達成率"},
                                         {"mean_name", "達成率平均"},
                                         {"mean_change_unit", "ポイント"},
                                         {"code_digits", "5又は6"}};
        return value == nullptr ? std::string() : filled(value->text, usual_rate);
    }

   private:
    const std::vector<Value>& list(std::string_view part, std::string_view key) const {
        static const std::vector<Value> none;
        const Value* found = at(at(&usual_, part), key);
        return found == nullptr ? none : found->items;
    }

    const Value& usual_;
};

class Maker {
   public:
    Maker(WorkbookKeys& made, const Value& usual) : made_(made), usual_(usual) {}

    void make() {
        made_.maps.assign(std::begin(fixed_maps), std::end(fixed_maps));
        Keys words = required_words();
        std::string all_words;
        for (const std::string_view word : words) {
            all_words += (all_words.empty() ? "" : ", ") + base::json_string(word);
        }
        made_.maps.front().json = keep(
            R"("if": {"not": {"required": ["based_on"]}}, "then": {"required": ["font", "words", "council", "data"], )"
            R"("properties": {)"
            R"("words": {"description": "シートの中で使う言葉。", "required": [)" +
            all_words +
            "]}, "
            R"("council": {"description": "会議用ブック。", "required": ["file", "draft", "sheets"]}, )"
            R"("data": {"description": "データブックとCSV。", "required": ["file", "licence", "tables"]}}})");
        words.emplace_back("points_sum");
        texts("words", "シートの中で使う言葉。", words, usual_.words());
        std::string sheets;
        for (const std::string_view kind : sheet_kind_words()) {
            sheet(*vocabulary_of(kind));
            sheets += (sheets.empty() ? "" : " / ") + std::string(kind) + "_sheet";
        }
        std::string tables;
        for (const std::string_view name : table_names()) {
            table(name);
            tables += (tables.empty() ? "" : " / ") + std::string(name) + "_table";
        }
        made_.forms = {{"file_name", R"(~^[^./\\][^/\\]*$)"}, {"sheets", keep(sheets)}, {"tables", keep(tables)}};
    }

   private:
    std::string_view keep(std::string text) { return made_.texts.emplace_back(std::move(text)); }

    std::string_view named(std::string_view name, std::string_view part) {
        return keep(std::string(name) + "_" + std::string(part));
    }

    void add(std::string_view name, std::string_view about, std::vector<Key> keys) {
        made_.maps.push_back({name, "", about, made_.keys.emplace_back(std::move(keys))});
    }

    std::string_view what(std::string_view list, std::string_view key, std::string otherwise) {
        const auto told = std::find_if(std::begin(all_told), std::end(all_told),
                                       [&](const Told& each) { return each.list == list && each.key == key; });
        return told == std::end(all_told) ? keep(std::move(otherwise)) : told->what;
    }

    /// A map of texts.
    void texts(std::string_view name, std::string_view about, const Keys& words, const Value* usual) {
        std::vector<Key> keys;
        for (const std::string_view word : words) {
            keys.push_back({word, "string", "", what(name, word, UsualWords::text(at(usual, word)))});
        }
        add(name, about, std::move(keys));
    }

    /// A list of columns, and the map that each is; `usual` gives the word for a key.
    template <typename Usual>
    std::string_view columns(std::string_view name, const Keys& columns, const Usual& usual) {
        std::vector<Key> kinds;
        for (const std::string_view column : columns) {
            kinds.push_back({column, "", "", what(name, column, usual(column))});
        }
        const std::string_view words = named(name, "words");
        add(words, "", std::move(kinds));
        add(name, "", {{"column!", words, "", "列の種類"}, {"...", "any_column"}});
        return keep("[" + std::string(name) + "]");
    }

    void sheet(const SheetVocabulary& of) {
        const std::string_view sheet = named(of.word, "sheet");
        std::vector<Key> keys = {{"sheet!", keep("=" + std::string(of.word)), "", what("sheets", of.word, {})},
                                 {"...", "any_sheet"}};
        if (of.kind == SheetKind::kpis) {
            keys.insert(keys.end(), std::begin(listed_indicators), std::end(listed_indicators));
        }
        if (of.kind == SheetKind::cover) keys.push_back(cover_lines);
        const auto list = [&](std::string_view part, const Keys& known, std::string_view about) {
            if (known.empty()) return;
            const auto heading = [&](std::string_view column) { return usual_.heading(of.word, part, column); };
            keys.push_back({part, columns(named(sheet, part), known, heading), "", about});
        };
        list("columns", of.columns, "列。左から並べる順に書く");
        list("rows", of.rows, "行の種類");
        const auto map = [&](std::string_view part, const Keys& known, std::string_view about) {
            if (known.empty()) return;
            const std::string_view name = named(sheet, part);
            texts(name, about, known, usual_.of_sheet(of.word, part));
            keys.push_back({part, name});
        };
        map("labels", of.labels, "見出しの文言");
        map("names", of.names, "セルの範囲に付ける名前");
        add(sheet, "", std::move(keys));
    }

    void table(std::string_view name) {
        const auto usual = [&](std::string_view column) { return usual_.in_table(name, column); };
        const std::string_view table = named(name, "table");
        const std::string_view list = columns(named(table, "columns"), *columns_of_table(name), usual);
        add(table, "",
            {{"table!", keep("=" + std::string(name)), "", keep(usual_.sheet_of(name))},
             {"...", "any_table"},
             {"columns", list, "", "列。左から並べる順に書く"}});
    }

    WorkbookKeys& made_;
    UsualWords usual_;
};

}  // namespace

WorkbookKeys workbook_keys(const Value& usual) {
    WorkbookKeys made;
    Maker(made, usual).make();
    return made;
}

}  // namespace workbook
