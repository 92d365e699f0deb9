// Reading is driven by the vocabulary: unknown, doubled and missing keys are told with their place in the template.
#include "workbook/plan.h"

#include <algorithm>
#include <set>

#include "base/message.h"
#include "workbook/names.h"
#include "workbook/tables.h"
#include "workbook/vocabulary.h"

namespace workbook {

namespace {

using base::Diagnostics;
using base::Fields;
using base::say;
using base::Value;

constexpr int widest_column = 255;  // Excel's limit, in characters

bool known(const Keys& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

/// A file beside the others in the output folder.
std::string file_name(Fields& fields, std::string_view key) {
    std::string name = fields.required_text(key);
    if (name.find_first_of("/\\") != std::string::npos || name.starts_with('.')) {
        fields.diagnostics().error(fields.span(), say("`{}` is not a plain file name", name));
    }
    return name;
}

/// A text in a formula has at most 255 characters.
void check_word(const std::string& word, base::Span span, Diagnostics& diagnostics) {
    if (const auto length = utf16_length(word); length > max_formula_text) {
        diagnostics.error(span, say("this text has {0} characters; a formula takes {1}", length, max_formula_text));
    }
}

/// The name of a range, once in the book.
void check_name(const std::string& name, base::Span span, std::set<std::string>& taken, Diagnostics& diagnostics) {
    if (name.empty()) return;
    switch (fault_of_name(name)) {
        case NameFault::none: break;
        case NameFault::character:
            diagnostics.error(span, say("`{}` cannot be a range's name: it takes letters, digits, _ and . and begins "
                                        "with a letter or _",
                                        name));
            break;
        case NameFault::address:
            diagnostics.error(span, say("`{}` cannot be a range's name: it is the address of a cell", name));
            break;
        case NameFault::kept:
            diagnostics.error(span, say("`{}` cannot be a range's name: formulas mean something else by it", name));
            break;
        case NameFault::length:
            diagnostics.error(
                span, say("`{0}` cannot be a range's name: it has more than {1} characters", name, max_range_name));
            break;
    }
    if (!taken.insert(folded(name)).second) diagnostics.error(span, say("the name `{}` stands twice", name));
}

/// The texts of a map with exactly these keys.
Words read_words(const Value* map, const Keys& keys, Diagnostics& diagnostics,
                 std::set<std::string>* range_names = nullptr) {
    Words words;
    if (map == nullptr) return words;
    Fields fields(*map, diagnostics);
    for (std::string_view key : keys) {
        const Value* value = fields.required(key);
        std::string word = value == nullptr ? "" : base::as_text(*value, diagnostics).value_or("");
        if (value != nullptr) check_word(word, value->span, diagnostics);
        if (value != nullptr && range_names != nullptr) check_name(word, value->span, *range_names, diagnostics);
        words.emplace(key, std::move(word));
    }
    return words;
}

ColumnPlan read_column(const Value& value, const Keys& keys, Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    ColumnPlan column;
    column.span = value.span;
    column.key = fields.required_text("column");
    column.label = fields.required_text("label");
    column.note = fields.optional_text("note").value_or("");
    column.name = fields.optional_text("name").value_or("");
    column.width = static_cast<int>(fields.optional_whole("width", 1, widest_column).value_or(0));
    if (!column.key.empty() && !known(keys, column.key)) {
        base::report_unknown("unknown column `{}`", column.key, value.span, keys, diagnostics);
    }
    return column;
}

std::vector<ColumnPlan> read_columns(const std::vector<Value>& list, const Keys& keys, Diagnostics& diagnostics,
                                     std::set<std::string>* range_names = nullptr) {
    std::vector<ColumnPlan> columns;
    std::set<std::string> seen;
    for (const Value& value : list) {
        ColumnPlan column = read_column(value, keys, diagnostics);
        if (!seen.insert(column.key).second) {
            diagnostics.error(column.span, say("the column `{}` stands twice", column.key));
        }
        if (range_names != nullptr) check_name(column.name, column.span, *range_names, diagnostics);
        columns.push_back(std::move(column));
    }
    return columns;
}

void need_columns(const std::vector<ColumnPlan>& columns, const Keys& needed, base::Span span,
                  Diagnostics& diagnostics) {
    for (std::string_view key : needed) {
        const bool there =
            std::any_of(columns.begin(), columns.end(), [&](const ColumnPlan& column) { return column.key == key; });
        if (!there) diagnostics.error(span, say("the column `{}` is needed by the formulas", key));
    }
}

void read_sheet_columns(Fields& fields, const SheetVocabulary& vocabulary, SheetPlan& sheet,
                        std::set<std::string>& range_names) {
    Diagnostics& diagnostics = fields.diagnostics();
    if (!vocabulary.columns.empty()) {
        sheet.columns = read_columns(fields.required_list("columns"), vocabulary.columns, diagnostics, &range_names);
        Keys needed = vocabulary.all_columns ? vocabulary.columns : Keys();
        std::erase(needed, in_means_column);
        need_columns(sheet.columns, needed, sheet.span, diagnostics);
    }
    if (!vocabulary.rows.empty()) {
        sheet.rows = read_columns(fields.required_list("rows"), vocabulary.rows, diagnostics);
        need_columns(sheet.rows, vocabulary.needed_rows, sheet.span, diagnostics);
    }
}

/// Nothing when the kind is unknown.
std::optional<SheetPlan> read_sheet(const Value& value, std::set<std::string>& range_names, Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    SheetPlan sheet;
    sheet.span = value.span;
    const std::string kind = fields.required_text("sheet");
    const SheetVocabulary* vocabulary = vocabulary_of(kind);
    if (vocabulary == nullptr) {
        if (!kind.empty()) {
            base::report_unknown("unknown sheet `{}`", kind, value.span, sheet_kind_words(), diagnostics);
        }
        fields.accept_rest();
        return std::nullopt;
    }
    sheet.kind = vocabulary->kind;
    sheet.name = fields.required_text("name");
    sheet.title = fields.required_text("title");
    sheet.lead = fields.optional_text("lead").value_or("");
    sheet.about = fields.optional_text("about").value_or("");
    sheet.hidden = fields.flag("hidden", false);
    sheet.portrait =
        fields.optional_choice<bool>("orientation", {{"landscape", false}, {"portrait", true}}).value_or(false);
    sheet.a3 = fields.optional_choice<bool>("paper", {{"A4", false}, {"A3", true}}).value_or(false);
    if (sheet.kind == SheetKind::kpis) {
        sheet.counts = fields.flag("counts", false);
        sheet.of = fields
                       .optional_choice<Of>(
                           "of", {{"kpis", Of::kpis}, {"headline_targets", Of::headline_targets}, {"both", Of::both}})
                       .value_or(Of::kpis);
    }
    if (sheet.kind == SheetKind::cover) {
        for (const Value& line : fields.required_list("lines")) {
            sheet.lines.push_back(base::as_text(line, diagnostics).value_or(""));
        }
    }
    read_sheet_columns(fields, *vocabulary, sheet, range_names);
    if (!vocabulary->labels.empty()) {
        sheet.labels = read_words(fields.required("labels"), vocabulary->labels, diagnostics);
    }
    if (!vocabulary->names.empty()) {
        sheet.names = read_words(fields.required("names"), vocabulary->names, diagnostics, &range_names);
    }
    return sheet;
}

/// Formulas refer from sheet to sheet, so these must be there, once.
void need_sheets(const Plan& plan, base::Span span, Diagnostics& diagnostics) {
    for (std::string_view word : {"goal", "tallies", "calculation", "settings"}) {
        const SheetKind kind = vocabulary_of(word)->kind;
        const auto count = std::count_if(plan.sheets.begin(), plan.sheets.end(),
                                         [&](const SheetPlan& sheet) { return sheet.kind == kind; });
        if (count != 1) diagnostics.error(span, say("the sheet `{0}` must stand once, not {1} times", word, count));
    }
}

void read_council(const Value& value, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    plan.council_file = file_name(fields, "file");
    plan.header_left = fields.optional_text("header_left").value_or("");
    plan.header_right = fields.optional_text("header_right").value_or("");
    plan.draft = fields.required_text("draft");
    std::set<std::string> range_names;
    for (const Value& item : fields.required_list("sheets")) {
        if (auto sheet = read_sheet(item, range_names, diagnostics)) plan.sheets.push_back(std::move(*sheet));
    }
    need_sheets(plan, value.span, diagnostics);
    const auto trials = std::count_if(plan.sheets.begin(), plan.sheets.end(),
                                      [](const SheetPlan& sheet) { return sheet.kind == SheetKind::trial; });
    if (trials > 1)
        diagnostics.error(value.span, say("the sheet `{0}` must stand once, not {1} times", "trial", trials));
    if (!plan.sheets.empty() && plan.sheets.front().hidden) {
        diagnostics.error(plan.sheets.front().span, say("the first sheet cannot be hidden"));
    }
}

void read_table(const Value& value, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    TablePlan table;
    table.span = value.span;
    table.table = fields.required_text("table");
    table.sheet = fields.required_text("sheet");
    table.file = file_name(fields, "file");
    const std::vector<Value>& columns = fields.required_list("columns");
    const Keys* keys = columns_of_table(table.table);
    if (keys == nullptr) {
        if (!table.table.empty()) {
            base::report_unknown("unknown table `{}`", table.table, value.span, table_names(), diagnostics);
        }
        return;
    }
    table.columns = read_columns(columns, *keys, diagnostics);
    const bool taken = std::any_of(plan.tables.begin(), plan.tables.end(),
                                   [&](const TablePlan& other) { return other.file == table.file; });
    if (taken || table.file == plan.data_file || table.file == plan.council_file) {
        diagnostics.error(value.span, say("the file `{}` stands twice", table.file));
    }
    plan.tables.push_back(std::move(table));
}

void read_data(const Value& value, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    plan.data_file = file_name(fields, "file");
    plan.guard_formulas = fields.flag("guard_formulas", false);
    if (const Value* licence = fields.required("licence")) {
        Fields terms(*licence, diagnostics);
        plan.licence = {terms.required_text("name"), terms.required_text("title"), terms.required_text("address")};
    }
    for (const Value& item : fields.required_list("tables")) read_table(item, plan, diagnostics);
}

/// What texts of a workbook may have filled in.
constexpr std::string_view holes[] = {
    "municipality", "strategy", "report",   "year",    "number",   "slogan",      "title",    "count", "band",
    "actual",       "target",   "gap",      "rate",    "rating",   "baseline",    "decimals", "exact", "reason",
    "shown",        "text",     "rounding", "subject", "uncapped", "code_digits", "field",    "words", "columns"};

/// A hole that nothing fills would stand in the sheet as it is written.
void check_holes(const Value& value, Diagnostics& diagnostics) {
    for (const Value& item : value.items) check_holes(item, diagnostics);
    for (const Value::Entry& entry : value.entries) check_holes(entry.value, diagnostics);
    const std::string_view text = value.text;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t end = text.find('}', at);
        const std::string_view name = text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
        if (end != std::string_view::npos && std::find(std::begin(holes), std::end(holes), name) != std::end(holes))
            continue;
        base::report_unknown("nothing fills `{{{}}}` here", name, value.span, {std::begin(holes), std::end(holes)},
                             diagnostics);
    }
}

/// The column stands where a policy leaves indicators out of means, and only there.
void settle_in_means(Plan& plan, bool needed, Diagnostics& diagnostics) {
    for (SheetPlan& sheet : plan.sheets) {
        if (sheet.kind != SheetKind::calculation) continue;
        if (needed) {
            need_columns(sheet.columns, {in_means_column}, sheet.span, diagnostics);
        } else {
            std::erase_if(sheet.columns, [](const ColumnPlan& column) { return column.key == in_means_column; });
        }
    }
}

}  // namespace

Plan read_plan(const Value& tree, PlanNeeds needs, Diagnostics& diagnostics) {
    Plan plan;
    check_holes(tree, diagnostics);
    Fields fields(tree, diagnostics);
    plan.font = fields.required_text("font");
    const Value* words = fields.required("words");
    Keys keys = required_words();
    if (needs.points_sum || (words != nullptr && words->is_map() && words->find("points_sum") != nullptr)) {
        keys.push_back("points_sum");
    }
    plan.words = read_words(words, keys, diagnostics);
    if (const Value* council = fields.required("council")) read_council(*council, plan, diagnostics);
    settle_in_means(plan, needs.in_means, diagnostics);
    if (const Value* data = fields.required("data")) read_data(*data, plan, diagnostics);
    return plan;
}

std::string filled(std::string_view text, const Words& values) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        const auto value =
            end == std::string_view::npos ? values.end() : values.find(text.substr(at + 1, end - at - 1));
        if (value == values.end()) {
            out += text[at++];
        } else {
            out += value->second;
            at = end + 1;
        }
    }
    return out;
}

}  // namespace workbook
