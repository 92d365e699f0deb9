// JSON by a small writer of its own; a column's type follows from the values that were written and from its key.
#include "workbook/data_package.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/json.h"
#include "base/utf8.h"
#include "workbook/properties.h"

namespace workbook {

namespace {

/// Members and elements of JSON, two blanks a level.
class Json {
   public:
    void open(char bracket, std::string_view key = {}) {
        begin(key);
        text_ += bracket;
        first_ = true;
        ++level_;
    }
    void close(char bracket) {
        --level_;
        if (!first_) line();
        text_ += bracket;
        first_ = false;
    }
    void text(std::string_view key, std::string_view value) { raw(key, base::json_string(value)); }
    void optional(std::string_view key, std::string_view value) {
        if (!value.empty()) text(key, value);
    }
    void raw(std::string_view key, std::string_view value) {
        begin(key);
        text_ += value;
    }
    std::string take() { return std::move(text_) + "\n"; }

   private:
    void begin(std::string_view key) {
        if (!first_) text_ += ',';
        if (level_ > 0) line();
        if (!key.empty()) text_ += base::json_string(key) + ": ";
        first_ = false;
    }
    void line() { text_.append(1, '\n').append(2 * level_, ' '); }

    std::string text_;
    std::size_t level_ = 0;
    bool first_ = true;
};

/// Columns of numbers that may be empty in every row of a year.
bool always_numbers(std::string_view key) {
    constexpr std::array<std::string_view, 12> keys = {"original_target", "weight",      "valid_from",    "valid_to",
                                                       "points",          "lower",       "value_change",  "rate_change",
                                                       "baseline_year",   "mean_change", "detail_number", "mean"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const char* type_of(const WrittenColumn& column) {
    if (column.texts) return "string";
    if (!column.numbers) return always_numbers(column.key) ? "number" : "string";
    const bool whole = !column.decimals && (column.key.find("year") != std::string::npos ||
                                            column.key.find("number") != std::string::npos ||
                                            column.key.find("count") != std::string::npos);
    return whole ? "integer" : "number";
}

std::string identifier(const Facts& facts) {
    const input::Inputs& inputs = facts.inputs();
    const std::string year = base::ascii_lower(base::short_year(inputs.eras, inputs.evaluated_year));
    return "kensho-" + inputs.municipality.code + "-" + year;
}

std::string stem(const std::string& file) { return file.substr(0, file.find('.')); }

void resource(Json& json, const WrittenTable& table) {
    json.open('{');
    json.text("name", stem(table.file));
    json.text("path", table.file);
    json.text("title", table.title);
    json.text("profile", "tabular-data-resource");
    json.text("format", "csv");
    json.text("mediatype", "text/csv");
    json.text("encoding", "utf-8");
    json.raw("bytes", std::to_string(table.bytes));
    json.text("hash", "sha256:" + table.digest);
    json.open('{', "dialect");
    json.text("delimiter", ",");
    json.text("lineTerminator", "\r\n");
    json.text("quoteChar", "\"");
    json.raw("doubleQuote", "true");
    json.raw("header", "true");
    json.close('}');
    json.open('{', "schema");
    json.open('[', "fields");
    for (const WrittenColumn& column : table.columns) {
        json.open('{');
        json.text("name", column.label);
        json.text("type", type_of(column));
        json.optional("description", column.definition);
        json.close('}');
    }
    json.close(']');
    json.open('[', "missingValues");
    json.raw({}, base::json_string(""));
    json.close(']');
    json.close('}');
    json.close('}');
}

}  // namespace

std::string data_package(const Facts& facts, const std::vector<WrittenTable>& tables) {
    const input::Inputs& inputs = facts.inputs();
    const Licence& licence = facts.plan.licence;
    Json json;
    json.open('{');
    json.text("profile", "tabular-data-package");
    json.text("name", identifier(facts));
    json.text("title", properties_of(inputs).title + " " +
                           base::era_year(inputs.eras, inputs.evaluated_year, base::YearKind::fiscal));
    if (!inputs.date.empty()) json.text("created", inputs.date + "T00:00:00+09:00");
    json.open('[', "licenses");
    json.open('{');
    json.text("name", licence.name);
    json.text("path", licence.address);
    json.text("title", licence.title);
    json.close('}');
    json.close(']');
    json.open('[', "contributors");
    json.open('{');
    json.text("title", inputs.municipality.name);
    json.text("role", "publisher");
    json.close('}');
    json.close(']');
    json.open('[', "sources");
    json.open('{');
    json.text("title", inputs.strategy.title + " " + inputs.report_title);
    json.close('}');
    json.close(']');
    json.open('[', "resources");
    for (const WrittenTable& table : tables) resource(json, table);
    json.close(']');
    json.close('}');
    return json.take();
}

std::string csvw_metadata(const Facts& facts, const std::vector<WrittenTable>& tables) {
    const input::Inputs& inputs = facts.inputs();
    Json json;
    json.open('{');
    json.open('[', "@context");
    json.raw({}, base::json_string("http://www.w3.org/ns/csvw"));
    json.open('{');
    json.text("@language", "ja");
    json.close('}');
    json.close(']');
    json.text("dc:title", properties_of(inputs).title);
    json.text("dc:publisher", inputs.municipality.name);
    json.optional("dc:issued", inputs.date);
    json.open('{', "dc:license");
    json.text("@id", facts.plan.licence.address);
    json.close('}');
    json.open('{', "dialect");
    json.text("encoding", "utf-8");
    json.raw("header", "true");
    json.raw("doubleQuote", "true");
    json.close('}');
    json.open('[', "tables");
    for (const WrittenTable& table : tables) {
        json.open('{');
        json.text("url", table.file);
        json.text("dc:title", table.title);
        json.open('{', "tableSchema");
        json.open('[', "columns");
        for (const WrittenColumn& column : table.columns) {
            json.open('{');
            json.text("name", column.key);
            json.text("titles", column.label);
            json.text("datatype", type_of(column) == std::string_view("number") ? "decimal" : type_of(column));
            json.optional("dc:description", column.definition);
            json.close('}');
        }
        json.close(']');
        json.close('}');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    return json.take();
}

}  // namespace workbook
