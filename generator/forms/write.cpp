#include <algorithm>

#include "base/message.h"
#include "forms/forms.h"
#include "forms/formulas.h"
#include "forms/sheet.h"
#include "workbook/book.h"

namespace forms {

namespace {

using workbook::Area;
using workbook::At;
using workbook::cell;
using workbook::Look;
using workbook::Row;

constexpr base::Colour ink{0x1A, 0x21, 0x29}, grey{0x4A, 0x54, 0x5E}, indigo{0x18, 0x3A, 0x5A}, panel{0xE3, 0xEA, 0xF1},
    quiet{0xF7, 0xF9, 0xFB}, yellow{0xFF, 0xF6, 0xD6}, white{0xFF, 0xFF, 0xFF}, red_ground{0xFA, 0xE1, 0xDC},
    red{0x8F, 0x1D, 0x0E}, amber_ground{0xFD, 0xEB, 0xC3}, amber{0x6B, 0x4A, 0x00};
constexpr int points = 11;  // 9.4 on an A4 page, onto whose width the sheet is fitted

Look plain() {
    Look look;
    look.points = points;
    look.ink = ink;
    look.horizontal = workbook::Horizontal::start;
    return look;
}

Look framed() {
    Look look = plain();
    look.wrap = true;
    look.lines = workbook::Lines::thin;
    return look;
}

Look label() {
    Look look = framed();
    look.ground = panel;
    look.ink = indigo;
    return look;
}

Look head() {
    Look look = framed();
    look.bold = true;
    look.ground = indigo;
    look.ink = white;
    look.horizontal = workbook::Horizontal::centre;
    return look;
}

Look number(const std::string& format) {
    Look look = framed();
    look.wrap = false;
    look.shrink = true;
    look.number_format = format;
    look.horizontal = workbook::Horizontal::end;
    return look;
}

Look input(Look look) {
    look.locked = false;
    look.ground = yellow;
    return look;
}

Look computed(Look look) {
    look.ground = quiet;
    return look;
}

Look small_grey() {
    Look look = plain();
    look.points = 8;
    look.ink = grey;
    return look;
}

Look centred(Look look) {
    look.horizontal = workbook::Horizontal::centre;
    return look;
}

Look top(Look look) {
    look.vertical = workbook::Vertical::top;
    return look;
}

std::string join(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
    return out;
}

/// One form on its way into a book.
class Writer {
   public:
    Writer(const input::Inputs& inputs, const Form& form, base::Diagnostics& diagnostics)
        : inputs_(inputs),
          form_(form),
          year_(inputs.evaluated_year),
          book_({section_name(form), inputs.municipality.name, year_.western + 1}, "BIZ UDPGothic", diagnostics),
          sheet_(book_.add_sheet(section_name(form))) {}

    std::string bytes() {
        set_up();
        write_head();
        write_kpis();
        write_projects();
        finish_head();
        write_help();
        write_statuses();
        write_list();
        return book_.bytes();
    }

   private:
    std::string short_year(int back) const { return base::short_year(inputs_.eras, {year_.western - back}); }
    std::string full_year() const { return base::era_year(inputs_.eras, year_, base::YearKind::fiscal); }

    void set_up() {
        // Pixels of the picture, in characters.
        constexpr int widths[] = {222, 48, 88, 88, 88, 116, 128, 100, 108, 218, 170, 170, 40};
        for (std::size_t i = 0; i < std::size(widths); ++i) {
            const auto column = static_cast<workbook::Column>(i);
            sheet_.column_width(column, column, (widths[i] - 5) / 7.0);
        }
        sheet_.no_grid();
        for (const input::StatusWord& status : inputs_.policy.statuses) {
            if (status.word != inputs_.awaited) statuses_.push_back(status.word);
        }
    }

    void row_of(std::initializer_list<std::pair<workbook::Column, std::string>> texts, const Look& look) {
        for (const auto& [column, words] : texts) sheet_.text({row_, column}, words, look);
    }

    void write_head() {
        Look title = plain();
        title.bold = true;
        title.points = 16;
        title.ink = indigo;
        sheet_.row_height(0, 30);
        sheet_.text({0, 0}, full_year() + "　効果検証　調査票", title);
        sheet_.text({0, sheet::status}, "提出先", label());
        sheet_.merged({{0, sheet::rate}, {0, sheet::check}}, inputs_.forms.return_to, framed());
        sheet_.text({0, sheet::code}, std::string(sheet::mark) + project_mark(inputs_), small_grey());
        // Row 2 and 3 hold what formulas below count; rows are written in order, so the places are known beforehand.
    }

    /// Rows 2 to 4 stand above all others and count them: the number of rows is known from the form.
    void write_counts(Row last_row) {
        const std::string fields = std::to_string(form_.fields.size());
        const std::string filled = "SUM(" + cell({4, sheet::filled}) + ":" + cell({last_row, sheet::filled}) + ")";
        const std::string checks = cell({4, sheet::check}) + ":" + cell({last_row, sheet::check});
        row_ = 1;
        sheet_.row_height(1, 22);
        sheet_.text({1, 0}, "課名", label());
        sheet_.merged({{1, 1}, {1, 2}}, form_.section, bold(framed()));
        sheet_.text({1, 3}, "期限", label());
        sheet_.text({1, 4}, inputs_.forms.deadline, framed());
        sheet_.text({1, 5}, "記入日", label());
        sheet_.text({1, 6}, "", input(framed()));
        sheet_.text({1, 7}, "記入者", label());
        sheet_.merged({{1, 8}, {1, 9}}, "", input(framed()));
        sheet_.accept({{1, 6}, {1, 6}}, "TRUE", "記入日", "2024-05-20 のように半角で記入");
        define("kensho_date", {1, 6});
        sheet_.row_height(2, 22);
        sheet_.text({2, 0}, "記入の状況", label());
        sheet_.formula({2, 1}, filled + "&\" / " + fields + "欄\"", std::string(), overflowing());
        sheet_.text({2, 3}, "未記入", label());
        sheet_.formula({2, 4}, fields + "-" + filled, std::string(), number("0"));
        sheet_.text({2, 5}, "要確認", label());
        sheet_.formula({2, 6}, "COUNTIF(" + checks + ",\"×*\")+COUNTIF(" + checks + ",\"△*\")", std::string(),
                       number("0"));
        sheet_.formula({2, 7}, "IF(" + cell({2, 6}) + ">0,\"赤と橙の欄を見てください\",\"\")", std::string(), plain());
        sheet_.row_height(3, 48);
        sheet_.merged({{3, 0}, {3, sheet::check}},
                      "黄色の欄だけに記入してください。ほかの欄は保護してあります。達成率と評価は自動で出ます。\n"
                      "値は数字だけを半角で記入し、値がないときは値の状態を選びます。右の確認欄に × や △ "
                      "が出たら、値を確かめてください。\n"
                      "保存して、そのまま提出先に置けば取り込まれます。行や列は足したり消したりせず、灰色の符号も変えな"
                      "いでください。",
                      wrapped(plain()));
    }

    static Look bold(Look look) {
        look.bold = true;
        return look;
    }
    static Look wrapped(Look look) {
        look.wrap = true;
        return look;
    }
    static Look overflowing() { return plain(); }

    void define(const std::string& name, At at) { book_.define(name, workbook::cell_of(sheet_.name(), at)); }

    void section(const std::string& title) {
        Look look = plain();
        look.bold = true;
        look.points = 13;
        look.ink = indigo;
        sheet_.row_height(row_, 24);
        sheet_.text({row_++, 0}, title, look);
    }

    std::size_t kpis() const {
        return static_cast<std::size_t>(
            std::count_if(form_.fields.begin(), form_.fields.end(), [](const Field& field) { return field.is_kpi(); }));
    }

    /// Each project takes a row an activity indicator asked, at least one.
    std::size_t project_rows() const {
        std::size_t rows = 0;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            const Field& field = form_.fields[i];
            if (field.is_kpi()) continue;
            const bool alone = i + 1 == form_.fields.size() || form_.fields[i + 1].part == Part::results;
            if (field.part == Part::value || alone) ++rows;
        }
        return rows;
    }

    void write_kpis() {
        const bool any = kpis() > 0;
        const std::size_t rows = 4 + (any ? 2 + 3 * kpis() : 0) + (project_rows() > 0 ? 2 + project_rows() : 0);
        last_row_ = static_cast<Row>(rows);
        write_counts(last_row_);
        row_ = 4;
        if (!any) return;
        section("1　指標（数値目標・KPI）");
        sheet_.row_height(row_, 24);
        row_of({{sheet::name, "指標・定義"},
                {sheet::unit, "単位"},
                {sheet::target, "目標値 " + short_year(0)},
                {sheet::before_last, "実績値 " + short_year(2)},
                {sheet::last, "実績値 " + short_year(1)},
                {sheet::value, "実績値 " + short_year(0)},
                {sheet::status, "値の状態"},
                {sheet::rate, "達成率"},
                {sheet::rating, "評価"},
                {sheet::check, "確認"},
                {sheet::code, "符号（変えない）"},
                {sheet::filled, "済"}},
               head());
        ++row_;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            if (form_.fields[i].is_kpi()) write_kpi(i);
        }
    }

    static const input::Figure* target_of(const input::Indicator& indicator, base::Year year) {
        const auto found = indicator.targets.find(year);
        if (found == indicator.targets.end()) return nullptr;
        const input::Target& target = found->second;
        return target.revised && target.revised_from <= year ? &*target.revised
               : target.original                             ? &*target.original
                                                             : nullptr;
    }

    std::string format_for(int decimals) const { return base::spreadsheet_format(decimals, inputs_.policy.numbers); }

    void figure(At at, const input::Figure* figure, const Look& look) {
        if (figure != nullptr && figure->amount) {
            Look counted = look;
            counted.number_format = format_for(figure->amount->decimals);
            sheet_.number(at, *figure->amount, counted);
        } else {
            sheet_.text(at, figure == nullptr ? "" : figure->words, look);
        }
    }

    /// What is known already, as it would be typed; nothing for a value that is waited for.
    const input::Figure* known(const Field& field) const {
        const input::Figure* figure = figure_of(inputs_, field, year_);
        return figure != nullptr && figure->words == inputs_.awaited && !inputs_.awaited.empty() ? nullptr : figure;
    }

    /// Decimals that values of the indicator have had.
    int decimals_of(const Field& field) const {
        for (int back = 1; back <= 6; ++back) {
            const input::Figure* figure = figure_of(inputs_, field, {year_.western - back});
            if (figure != nullptr && figure->amount) return figure->amount->decimals;
        }
        const input::Figure* figure =
            field.indicator ? target_of(inputs_.strategy.indicators[*field.indicator], year_) : nullptr;
        return figure != nullptr && figure->amount ? figure->amount->decimals : 0;
    }

    void alarms(Area area, const std::string& check) {
        Look wrong;
        wrong.ground = red_ground;
        wrong.ink = red;
        wrong.bold = true;
        Look doubtful;
        doubtful.ground = amber_ground;
        doubtful.ink = amber;
        sheet_.condition(area, "LEFT(" + check + ",1)=\"×\"", wrong);
        sheet_.condition(area, "LEFT(" + check + ",1)=\"△\"", doubtful);
    }

    void write_kpi(std::size_t index) {
        const Field& field = form_.fields[index];
        const input::Indicator& indicator = inputs_.strategy.indicators[*field.indicator];
        const std::string words = indicator.name + (indicator.definition.empty() ? "" : "\n" + indicator.definition);
        const std::size_t lines = workbook::lines_of(words, 27);
        const int decimals = decimals_of(field);
        const input::Figure* typed = known(field);
        const RowCells cells = {cell({row_, sheet::value}), cell({row_, sheet::status}), cell({row_, sheet::target}),
                                cell({row_, sheet::last}), decimals};
        const std::string check = cell({row_, sheet::check});
        sheet_.row_height(row_, std::max(46.0, 16.0 * static_cast<double>(lines) + 6));
        sheet_.text({row_, sheet::name}, words, framed());
        sheet_.text({row_, sheet::unit}, indicator.unit, centred(framed()));
        figure({row_, sheet::target}, target_of(indicator, year_), number(""));
        figure({row_, sheet::before_last}, figure_of(inputs_, field, {year_.western - 2}), number(""));
        figure({row_, sheet::last}, figure_of(inputs_, field, {year_.western - 1}), number(""));
        value_cell({row_, sheet::value}, typed, decimals);
        status_cell(typed);
        const std::string rate = rate_formula(inputs_, indicator, cells, check);
        if (rate.empty()) {
            sheet_.text({row_, sheet::rate}, "―", computed(centred(framed())));
            sheet_.text({row_, sheet::rating}, "―", computed(centred(framed())));
        } else {
            Look percent = computed(number(base::spreadsheet_format(inputs_.policy.decimals, inputs_.policy.numbers,
                                                                    inputs_.policy.numbers.percent)));
            sheet_.formula({row_, sheet::rate}, rate, std::string(), percent);
            sheet_.formula({row_, sheet::rating}, rating_formula(inputs_, cell({row_, sheet::rate})), std::string(),
                           computed(centred(framed())));
        }
        sheet_.formula({row_, sheet::check}, check_formula(cells), std::string(), computed(framed()));
        sheet_.text({row_, sheet::code}, field.code, small_grey());
        const std::string is_filled = "IF(OR(" + cells.value + "<>\"\",AND(" + cells.status + "<>\"\"," + cells.status +
                                      "<>\"確定\"," + cells.status + "<>\"速報\")),1,0)";
        sheet_.formula({row_, sheet::filled}, is_filled, std::string(), small_grey());
        alarms({{row_, sheet::value}, {row_, sheet::value}}, check);
        alarms({{row_, sheet::check}, {row_, sheet::check}}, check);
        tip({row_, sheet::value}, indicator.unit, figure_of(inputs_, field, {year_.western - 1}));
        name_cell("kensho_v", index, {row_, sheet::value});
        ++row_;
        text_row("要因", "cause", field, index, typed == nullptr ? "" : typed->cause);
        text_row("今後の取組", "next_steps", field, index, typed == nullptr ? "" : typed->next_steps);
    }

    void name_cell(const std::string& kind, std::size_t index, At at) {
        define(kind + "_" + std::to_string(index + 1), at);
    }

    void tip(At at, const std::string& unit, const input::Figure* last) {
        const std::string before = printed(inputs_, last);
        sheet_.accept({at, at}, "TRUE", "実績値 " + short_year(0) + (unit.empty() ? "" : "　" + unit),
                      "数字だけを半角で記入。" + (before.empty() ? "" : "前年度は " + before + "。"));
    }

    void value_cell(At at, const input::Figure* typed, int decimals) {
        const Look look = input(number(format_for(decimals)));
        if (typed != nullptr && typed->amount) {
            figure(at, typed, look);
        } else {
            sheet_.blank(at, look);
        }
    }

    void status_cell(const input::Figure* typed) {
        std::string word;
        if (typed != nullptr)
            word = typed->words.empty() ? std::string(typed->provisional ? sheet::provisional_word : sheet::final_word)
                                        : typed->words;
        sheet_.text({row_, sheet::status}, word, input(framed()));
        std::vector<std::string> words = {std::string(sheet::final_word), std::string(sheet::provisional_word)};
        words.insert(words.end(), statuses_.begin(), statuses_.end());
        sheet_.choose({{row_, sheet::status}, {row_, sheet::status}}, words, "値の状態",
                      "値がないときは、その理由を選びます。");
    }

    void text_row(const std::string& title, const std::string& key, const Field& field, std::size_t index,
                  const std::string& text) {
        Look side = label();
        side.horizontal = workbook::Horizontal::end;
        sheet_.row_height(row_, 33);
        sheet_.text({row_, sheet::name}, title, side);
        sheet_.merged({{row_, sheet::text}, {row_, sheet::text_end}}, text, top(input(framed())));
        const std::size_t dot = field.code.rfind(".actual@");
        sheet_.text({row_, sheet::code}, field.code.substr(0, dot) + "." + key + field.code.substr(dot + 7),
                    small_grey());
        name_cell("kensho_" + key.substr(0, 1), index, {row_, sheet::text});
        ++row_;
    }

    void write_projects() {
        if (project_rows() == 0) return;
        section((kpis() > 0 ? "2　" : "1　") + std::string("主な取組　") + full_year() + "の実績");
        sheet_.row_height(row_, 24);
        sheet_.text({row_, sheet::name}, "事業・取組内容", head());
        sheet_.merged({{row_, sheet::results}, {row_, sheet::results_end}},
                      "取組実績（一つの行に一つ。細目は「・」で始める）", head());
        row_of({{sheet::activity, "取組指標"},
                {sheet::activity_last, short_year(1)},
                {sheet::activity_value, short_year(0)},
                {sheet::check, "確認"},
                {sheet::code, "符号（変えない）"},
                {sheet::results_code, "符号（変えない）"},
                {sheet::filled, "済"}},
               head());
        ++row_;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            if (form_.fields[i].part != Part::results) continue;
            std::size_t end = i + 1;
            while (end < form_.fields.size() && form_.fields[end].part == Part::value && !form_.fields[end].is_kpi())
                ++end;
            write_project(i, end);
        }
    }

    static std::string results_text(const input::Project& project) {
        std::vector<std::string> lines;
        for (const input::ResultLine& line : project.results) {
            lines.push_back(line.text);
            for (const std::string& detail : line.details) lines.push_back("・" + detail);
        }
        return join(lines);
    }

    void write_project(std::size_t first, std::size_t end) {
        const Field& field = form_.fields[first];
        const input::Project& project = inputs_.projects[field.project];
        const std::size_t rows = std::max<std::size_t>(1, end - first - 1);
        const Row last = row_ + static_cast<Row>(rows) - 1;
        std::string name = project.name;
        if (!project.formerly.empty()) name += "\n（旧 " + project.formerly + "）";
        if (project.ended)
            name += "\n（" + base::era_year(inputs_.eras, project.ended->year, base::YearKind::fiscal) + "で終了）";
        if (!project.content.empty()) name += "\n" + join(project.content);
        const std::string results = results_text(project);
        const std::size_t lines =
            std::max<std::size_t>({workbook::lines_of(name, 27), workbook::lines_of(results, 56), 4});
        const double height =
            std::clamp(16.0 * static_cast<double>(lines) / static_cast<double>(rows) + 6, 36.0, 300.0);
        area({{row_, sheet::name}, {last, sheet::name}}, name, top(framed()));
        sheet_.merged({{row_, sheet::results}, {last, sheet::results_end}}, results, top(input(framed())));
        sheet_.text({row_, sheet::results_code}, field.code, small_grey());
        name_cell("kensho_r", first, {row_, sheet::results});
        const std::string filled = "IF(" + cell({row_, sheet::results}) + "<>\"\",1,0)";
        for (std::size_t i = 0; i < rows; ++i) {
            sheet_.row_height(row_, height);
            if (first + 1 + i < end) {
                write_activity(first + 1 + i, i == 0 ? filled : "");
            } else {
                for (const workbook::Column column :
                     {sheet::activity, sheet::activity_last, sheet::activity_value, sheet::check}) {
                    sheet_.text({row_, column}, column == sheet::activity ? "（取組指標の欄なし）" : "",
                                computed(framed()));
                }
                sheet_.formula({row_, sheet::filled}, filled, std::string(), small_grey());
            }
            ++row_;
        }
    }

    void area(Area area, const std::string& text, const Look& look) {
        if (area.first.row == area.last.row) {
            sheet_.text(area.first, text, look);
        } else {
            sheet_.merged(area, text, look);
        }
    }

    void write_activity(std::size_t index, const std::string& also_filled) {
        const Field& field = form_.fields[index];
        const input::ActivityIndicator& indicator = inputs_.projects[field.project].indicators[field.activity];
        const int decimals = decimals_of(field);
        const input::Figure* typed = known(field);
        const RowCells cells = {cell({row_, sheet::activity_value}), "", "", cell({row_, sheet::activity_last}),
                                decimals};
        sheet_.text({row_, sheet::activity},
                    indicator.name + (indicator.unit.empty() ? "" : "（" + indicator.unit + "）"), framed());
        figure({row_, sheet::activity_last}, figure_of(inputs_, field, {year_.western - 1}), number(""));
        const Look look = input(number(format_for(decimals)));
        if (typed == nullptr) {
            sheet_.blank({row_, sheet::activity_value}, look);
        } else {
            figure({row_, sheet::activity_value}, typed, look);
        }
        sheet_.formula({row_, sheet::check}, check_formula(cells), std::string(), computed(framed()));
        sheet_.text({row_, sheet::code}, field.code, small_grey());
        const std::string own = "IF(" + cells.value + "<>\"\",1,0)";
        sheet_.formula({row_, sheet::filled}, also_filled.empty() ? own : own + "+" + also_filled, std::string(),
                       small_grey());
        const std::string check = cell({row_, sheet::check});
        alarms({{row_, sheet::activity_value}, {row_, sheet::activity_value}}, check);
        alarms({{row_, sheet::check}, {row_, sheet::check}}, check);
        tip({row_, sheet::activity_value}, indicator.unit, figure_of(inputs_, field, {year_.western - 1}));
        name_cell("kensho_v", index, {row_, sheet::activity_value});
    }

    void finish_head() {
        workbook::PageSetup page;
        page.header_left = inputs_.municipality.name + "　" + full_year() + "　調査票";
        page.header_right = form_.section;
        page.repeated_rows = std::pair<Row, Row>(0, 3);
        sheet_.page(page);
        sheet_.print_area({{0, 0}, {row_ > 0 ? row_ - 1 : 0, sheet::check}});
        sheet_.freeze({4, 1});
        sheet_.protect();
    }

    void lines(const std::string& name, const std::vector<std::pair<std::string, std::string>>& rows) {
        workbook::Sheet& help = book_.add_sheet(name);
        help.no_grid();
        help.column_width(0, 0, 22);
        help.column_width(1, 1, 90);
        Row row = 0;
        for (const auto& [left, right] : rows) {
            const std::size_t count = workbook::lines_of(right, 88);
            help.row_height(row, 16.0 * static_cast<double>(count) + 8);
            help.text({row, 0}, left, label());
            help.text({row++, 1}, right, framed());
        }
        workbook::PageSetup page;
        page.header_left = name;
        help.page(page);
        help.protect();
    }

    void write_help() {
        lines("記入のしかた",
              {{"どこに書くか", "黄色の欄だけです。白と灰色の欄は保護してあります。"},
               {"実績値", "数字だけを半角で書きます。単位、「約」、括弧は書きません。負の数は -58 か △58 と書きます。"},
               {"値がないとき", "実績値は空のまま、値の状態から 未公表、調査なし などを選びます。"},
               {"速報値のとき", "実績値を書き、値の状態で 速報 を選びます。"},
               {"要因・今後の取組", "報告書に載る文章です。数の増減の理由と、これからすることを一、二文で書きます。"},
               {"取組実績", "一つの行に一つずつ書きます（Alt+Enter で改行）。細目は「・」で始めます。"},
               {"取組指標", "値がないときは、未公表 などの語を書きます。"},
               {"確認欄",
                "× は誤りと思われるもの、△ "
                "は確かめてほしいものです。値が正しければ、そのままで構いません。要因に一言あると助かります。"},
               {"提出",
                "名前を付け替えても構いません。.xlsx のまま保存してください（.xls、.ods、PDF では取り込めません）。"}});
    }

    void write_statuses() {
        std::vector<std::pair<std::string, std::string>> rows = {
            {"確定", "その値で公表してよい"}, {"速報", "後で改まることがある値（速報値として公表する）"}};
        for (const input::StatusWord& status : inputs_.policy.statuses) {
            if (status.word != inputs_.awaited) rows.emplace_back(status.word, status.meaning);
        }
        lines("値の状態の一覧", rows);
    }

    /// The hidden list: which name stands for which fact.
    void write_list() {
        workbook::Sheet& list = book_.add_sheet("_kensho");
        list.text({0, 0}, std::string(sheet::mark) + project_mark(inputs_), plain());
        list.text({0, 1}, form_.section, plain());
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            const Row row = static_cast<Row>(i) + 1;
            list.text({row, 0},
                      (form_.fields[i].part == Part::results ? "kensho_r_" : "kensho_v_") + std::to_string(i + 1),
                      plain());
            list.text({row, 1}, form_.fields[i].code, plain());
        }
        list.hide();
    }

    const input::Inputs& inputs_;
    const Form& form_;
    base::Year year_;
    workbook::Book book_;
    workbook::Sheet& sheet_;
    Row row_ = 0;
    Row last_row_ = 0;
    std::vector<std::string> statuses_;
};

}  // namespace

std::vector<FormFile> write(const input::Inputs& inputs, base::Diagnostics& diagnostics) {
    std::vector<FormFile> files;
    const std::string year = base::era_year(inputs.eras, inputs.evaluated_year, base::YearKind::fiscal);
    for (const Form& form : forms_of(inputs)) {
        std::string section = form.section.empty() ? "" : "_" + form.section;
        std::replace(section.begin(), section.end(), '/', '-');
        files.push_back({"調査票" + section + "_" + year + ".xlsx", Writer(inputs, form, diagnostics).bytes()});
    }
    return files;
}

}  // namespace forms
