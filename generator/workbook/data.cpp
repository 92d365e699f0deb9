// Sheet and CSV are filled from the same row at once; what each column held tells its type in the metadata and how wide
// it is. On paper a table is one page wide, so that a row can be read: the columns from the left that find room with
// letters of 9 points, and a line that says so; the others are for the screen. How far a text is wrapped is fixed,
// since the height of its row is written before the next row is known.
#include "workbook/data.h"

#include <algorithm>
#include <cmath>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"
#include "workbook/book.h"
#include "workbook/council.h"
#include "workbook/csv.h"
#include "workbook/data_columns.h"
#include "workbook/data_package.h"
#include "workbook/heads.h"
#include "workbook/looks.h"
#include "workbook/properties.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

constexpr double least_width = 5, most_width = 76;  // half-width characters; longer texts are wrapped
constexpr double widest = 255;                      // the same, of a column whose head is long: Excel's limit
constexpr double indent = 2;                        // half-width characters
constexpr std::size_t head_lines = 3;

/// How much is shown at most of what stands in a column.
class Extent {
   public:
    /// `width`: where the plan wraps texts; 0: where they are usually wrapped.
    Extent(const std::string& label, int width, double indent)
        : label_(label),
          indent_(indent),
          allowed_(width > 0 ? width : most_width),
          line_(characters_in(points_of(allowed_))) {}
    /// The lines of the text in the column, however wide it will be. A letter has no more half-width characters than
    /// bytes; the same text often stands in many rows, one below the other.
    std::size_t add(std::string_view text) {
        if (static_cast<double>(text.size()) <= most_ && text.size() <= line_) return 1;
        if (text == last_) return last_lines_;
        most_ = std::max(most_, std::min(base::display_width(text) + 1.0, allowed_));
        last_ = text;
        return last_lines_ = lines_of(text, line_);
    }
    /// With separators between the digits, a sign and a point, unless it is a name; it is never wrapped.
    void add(const base::Decimal& number, bool names) {
        const auto digits =
            static_cast<double>(std::max(number.digits.size(), static_cast<std::size_t>(number.decimals)));
        most_ = std::max(most_, names ? digits + 1 : digits * 4 / 3 + 3);
    }
    /// As much wider than what is shown as the head needs to be broken between words.
    WantedWidth wanted() const {
        const HeadLines head(label_);
        double characters = most_;
        while (characters < widest && head.in(points_of(characters)).value_or(head_lines + 1) > head_lines) {
            characters += 0.1;
        }
        return {characters + indent_};
    }

   private:
    static double points_of(double characters) { return fitted({{characters}}, HUGE_VAL).points.front(); }

    std::string label_;
    double indent_;
    double allowed_, most_ = least_width;
    std::size_t line_;  ///< characters on a line of the widest that the column may become
    std::string last_;  ///< that was measured
    std::size_t last_lines_ = 1;
};

/// One table on its sheet and in its CSV at once: every row is made once.
class TableWriter {
   public:
    TableWriter(Sheet& sheet, const base::NumberStyle& style, bool guarded, Wanted wanted,
                const std::vector<std::string_view>& numbers)
        : sheet_(sheet), style_(style), wanted_(wanted), numbers_(numbers), csv_(guarded) {}

    void head(const Facts& facts, const TablePlan& plan) {
        bool beside_numbers = false;
        for (const ColumnPlan& column : plan.columns) {
            const std::string label = column_label(facts, column);
            const At at{0, column_};
            const bool numbers = std::find(numbers_.begin(), numbers_.end(), column.key) != numbers_.end();
            looks_.push_back(looks_of(numbers, beside_numbers));
            extents_.emplace_back(label, column.width, looks_.back().text.indent > 0 ? indent : 0);
            beside_numbers = numbers;
            sheet_.text(at, label, looks_.back().head, column.span);
            csv_.field(label);
            written_.push_back({column.key, label, column_definition(facts, column)});
            lines_ = std::max(lines_, std::min(head_lines, head_pieces(label).size()));
            ++column_;
        }
        end_row();
    }

    /// The head row filters the rows below it, and stands on every page. `part` is said of a table whose columns are
    /// not all printed.
    void finish(PageSetup setup, const std::string& part) {
        const auto columns = static_cast<Column>(written_.size());
        if (row_ > 1) sheet_.filter({{0, 0}, {row_ - 1, static_cast<Column>(columns - 1)}});
        std::vector<WantedWidth> wanted;
        for (const Extent& extent : extents_) wanted.push_back(extent.wanted());
        const std::vector<double> widths = fitted(wanted, HUGE_VAL).points;
        for (Column at = 0; at < columns; ++at) sheet_.column_width(at, at, widths[at]);
        setup.a3 = in_breadth(widths, printed_breadth(false, true)) < columns;
        const Column printed = in_breadth(widths, printed_breadth(setup.a3, true));
        if (printed < columns) {
            setup.area = {{0, 0}, {row_ - 1, static_cast<Column>(printed - 1)}};
            setup.footer = filled(part, {{"count", std::to_string(printed)}, {"columns", std::to_string(columns)}});
        }
        setup.repeated_rows = {0, 0};
        sheet_.page(setup);
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
    base::Bytes csv() { return csv_.take(); }
    const std::vector<WrittenColumn>& columns() const { return written_; }

   private:
    /// How many columns from the left find room; one at least.
    static Column in_breadth(const std::vector<double>& widths, double breadth) {
        double taken = widths.front();
        std::size_t count = 1;
        while (count < widths.size() && (taken += widths[count]) <= breadth) ++count;
        return static_cast<Column>(count);
    }

    /// How wide and high cells are is seen on a sheet that is written.
    bool measures() const { return wanted_ == Wanted::bytes; }
    /// Else only what a sheet refuses is found.
    bool with_csv() const { return wanted_ != Wanted::none; }

    void cell(const Datum& datum) {
        const At at{row_, column_};
        WrittenColumn& written = written_[column_++];
        if (datum.number) {
            written.numbers = true;
            written.decimals = written.decimals || datum.number->decimals > 0;
            if (measures()) extents_[at.column].add(*datum.number, datum.names);
            const Look& look = datum.names ? looks_[at.column].name : number_look(datum.number->decimals);
            sheet_.number(at, *datum.number, look, datum.span);
            if (with_csv()) csv_.number(base::plain(*datum.number));
        } else {
            written.texts = written.texts || !datum.text.empty();
            if (measures()) lines_ = std::max(lines_, extents_[at.column].add(datum.text));
            if (!datum.text.empty()) sheet_.text(at, datum.text, looks_[at.column].text, datum.span);
            if (with_csv()) csv_.field(datum.text);
        }
    }

    struct ColumnLooks {
        Look head, text, name;
    };

    /// What stands beside numbers keeps off them; the numbers themselves are not indented, since LibreOffice forgets
    /// that where two formats of numbers meet.
    static ColumnLooks looks_of(bool numbers, bool beside_numbers) {
        Look head{.bold = true, .wrap = true, .points = points};
        // "@" keeps a program that opens the file from taking a text for a number or a formula when it is edited.
        Look text{.number_format = "@", .wrap = true, .points = points, .vertical = Vertical::top};
        Look name{.number_format = "0", .points = points, .horizontal = Horizontal::start, .vertical = Vertical::top};
        if (numbers) head.horizontal = Horizontal::end;
        if (numbers || !beside_numbers) return {head, text, name};
        return {after_number(head), after_number(text), after_number(name)};
    }

    const Look& number_look(int decimals) {
        const auto at = static_cast<std::size_t>(decimals);
        while (number_looks_.size() <= at) {
            Look look;
            look.points = points;
            look.horizontal = Horizontal::end;
            look.vertical = Vertical::top;
            look.number_format = base::spreadsheet_format(static_cast<int>(number_looks_.size()), style_);
            number_looks_.push_back(look);
        }
        return number_looks_[at];
    }

    void end_row() {
        if (lines_ > 1) sheet_.row_height(row_, row_height_of(lines_));
        lines_ = 1;
        csv_.end_line();
        ++row_;
        column_ = 0;
    }

    static constexpr int points = 9;

    Sheet& sheet_;
    base::NumberStyle style_;
    Wanted wanted_;
    const std::vector<std::string_view>& numbers_;  ///< the columns of numbers
    Csv csv_;
    std::vector<WrittenColumn> written_;
    std::vector<Extent> extents_;
    Row row_ = 0;
    Column column_ = 0;
    std::size_t lines_ = 1;  ///< of the row
    std::vector<ColumnLooks> looks_;
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
    PageSetup setup;
    setup.header_left = facts.strategy().title;
    setup.header_right = facts.inputs().municipality.name;
    writer.finish(std::move(setup), facts.word("printed_columns"));
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
    for (const TablePlan& table : plan.tables) {
        Sheet& sheet = book.add_sheet(table.sheet);
        sheet.freeze({1, 0});
        TableWriter writer(sheet, assessment.inputs->policy.numbers, plan.guard_formulas, options.wanted,
                           *numbers_of_table(table.table));
        if (!fill_table(writer, facts, table, diagnostics)) return {};
        tables.push_back({table.file, writer.csv()});
        const base::Bytes& csv = tables.back().bytes;
        written.push_back({table.sheet, table.file, writer.columns(), csv.size(), base::digest(csv.pieces())});
    }
    tables.push_back({plan.package_file, data_package(facts, written)});
    tables.push_back({plan.csvw_file, csvw_metadata(facts, written)});
    tables.insert(tables.begin(), file_of(plan.data_file, book, options));
    return tables;
}

}  // namespace workbook
