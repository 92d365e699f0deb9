// Sheet and CSV are filled from the same row at once, and what each column held tells its type in the metadata.
#include "workbook/data.h"

#include <algorithm>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"
#include "workbook/book.h"
#include "workbook/council.h"
#include "workbook/csv.h"
#include "workbook/data_columns.h"
#include "workbook/data_package.h"
#include "workbook/properties.h"

namespace workbook {

namespace {

constexpr double least_width = 8, most_width = 50;

double width_of(const std::string& label) {
    return std::clamp(base::display_width(label) + 2.0, least_width, most_width);
}

/// One table on its sheet and in its CSV at once: every row is made once.
class TableWriter {
   public:
    /// `with_csv`: else only what a sheet refuses is found.
    TableWriter(Sheet& sheet, const base::NumberStyle& style, bool guarded, bool with_csv)
        : sheet_(sheet), style_(style), with_csv_(with_csv), csv_(guarded) {}

    void head(const Facts& facts, const TablePlan& plan) {
        for (const ColumnPlan& column : plan.columns) {
            const std::string label = column_label(facts, column);
            const At at{0, column_};
            sheet_.column_width(column_, column_, 6 + 5.5 * (column.width > 0 ? column.width : width_of(label)));
            sheet_.text(at, label, head_look_, column.span);
            csv_.field(label);
            written_.push_back({column.key, label, column_definition(facts, column)});
            ++column_;
        }
        end_row();
    }

    /// The head row filters the rows below it.
    void finish() {
        if (row_ > 1) sheet_.filter({{0, 0}, {row_ - 1, static_cast<Column>(written_.size() - 1)}});
    }

    void row(const std::vector<Datum>& data, const std::optional<evaluate::Subject>& subject) {
        for (const Datum& datum : data) {
            const bool says = datum.number || !datum.text.empty();
            if (subject && says && !datum.fact.empty()) sheet_.shows(*subject, datum.fact);
            cell(datum);
        }
        end_row();
    }

    Row rows() const { return row_; }
    std::string csv() { return csv_.take(); }
    const std::vector<WrittenColumn>& columns() const { return written_; }

   private:
    void cell(const Datum& datum) {
        const At at{row_, column_};
        WrittenColumn& written = written_[column_++];
        if (datum.number) {
            written.numbers = true;
            written.decimals = written.decimals || datum.number->decimals > 0;
            sheet_.number(at, *datum.number, number_look(datum.number->decimals), datum.span);
            if (with_csv_) csv_.number(base::plain(*datum.number));
        } else {
            written.texts = written.texts || !datum.text.empty();
            if (!datum.text.empty()) sheet_.text(at, datum.text, text_look_, datum.span);
            if (with_csv_) csv_.field(datum.text);
        }
    }

    const Look& number_look(int decimals) {
        const auto at = static_cast<std::size_t>(decimals);
        while (number_looks_.size() <= at) {
            Look look;
            look.number_format = base::spreadsheet_format(static_cast<int>(number_looks_.size()), style_);
            number_looks_.push_back(look);
        }
        return number_looks_[at];
    }

    void end_row() {
        csv_.end_line();
        ++row_;
        column_ = 0;
    }

    Sheet& sheet_;
    base::NumberStyle style_;
    bool with_csv_;
    Csv csv_;
    std::vector<WrittenColumn> written_;
    Row row_ = 0;
    Column column_ = 0;
    Look head_look_{.bold = true};
    /// "@" keeps a program that opens the file from taking a text for a number or a formula when it is edited.
    Look text_look_{.number_format = "@"};
    std::vector<Look> number_looks_;
};

/// False when the table is longer than a sheet.
bool fill_table(TableWriter& writer, const Facts& facts, const TablePlan& plan, base::Diagnostics& diagnostics) {
    writer.head(facts, plan);
    std::size_t left_out = 0;
    each_row(facts, plan, [&](const std::vector<Datum>& row, const std::optional<evaluate::Subject>& subject) {
        if (writer.rows() < max_rows) {
            writer.row(row, subject);
        } else {
            ++left_out;
        }
    });
    writer.finish();
    if (left_out == 0) return true;
    diagnostics.error(plan.span, base::say("the table `{0}` has {1} rows more than a spreadsheet's {2}", plan.sheet,
                                           left_out, max_rows));
    return false;
}

}  // namespace

std::vector<File> write_data(const evaluate::Assessment& assessment, const Plan& plan, const Options& options,
                             base::Diagnostics& diagnostics) {
    const Facts facts{assessment, plan};
    Book book(properties_of(*assessment.inputs), plan.font, diagnostics, options.wanted);
    std::vector<File> tables;
    std::vector<WrittenTable> written;
    const bool with_csv = options.wanted != Wanted::none;
    for (const TablePlan& table : plan.tables) {
        Sheet& sheet = book.add_sheet(table.sheet);
        sheet.freeze({1, 0});
        TableWriter writer(sheet, assessment.inputs->policy.numbers, plan.guard_formulas, with_csv);
        if (!fill_table(writer, facts, table, diagnostics)) return {};
        tables.push_back({table.file, writer.csv()});
        const std::string& csv = tables.back().bytes;
        written.push_back({table.sheet, table.file, writer.columns(), csv.size(), base::digest(csv)});
    }
    tables.push_back({plan.package_file, data_package(facts, written)});
    tables.push_back({plan.csvw_file, csvw_metadata(facts, written)});
    tables.insert(tables.begin(), file_of(plan.data_file, book, options));
    return tables;
}

}  // namespace workbook
