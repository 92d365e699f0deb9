// Sheet and CSV are filled from the same row at once; what each column held tells its type in the metadata and how wide
// it is. A sheet is printed on one page across where its letters can keep their 9 points, else on several. How far a
// text is wrapped is fixed, since the height of its row is written before the next row is known.
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
#include "workbook/properties.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

constexpr double least_width = 5, most_width = 36;  // half-width characters; longer texts are wrapped
constexpr std::size_t head_lines = 3;

/// How much is shown at most of what stands in a column.
class Extent {
   public:
    /// `width`: as the plan asks for it; 0: as wide as what is shown.
    Extent(const std::string& label, int width)
        : label_(label), most_(width > 0 ? width : least_width), asked_(width > 0) {
        const double most = asked_ ? most_ : most_width;
        line_ = characters_in(points_of(most));
    }
    /// A letter has no more half-width characters than bytes.
    void add(std::string_view text) {
        if (asked_ || static_cast<double>(text.size()) <= most_) return;
        most_ = std::max(most_, std::min(base::display_width(text) + 1.0, most_width));
    }
    /// Of the text in the column, however wide it will be.
    std::size_t lines(std::string_view text) const { return text.size() <= line_ ? 1 : lines_of(text, line_); }
    /// With separators between the digits, a sign and a point; it is never wrapped.
    void add(const base::Decimal& number) {
        if (asked_) return;
        const auto digits =
            static_cast<double>(std::max(number.digits.size(), static_cast<std::size_t>(number.decimals)));
        most_ = std::max(most_, digits * 4 / 3 + 3);
    }
    /// As much wider than what is shown as the head needs to be broken between words.
    WantedWidth wanted() const {
        double characters = most_;
        while (!asked_ && lines_of_head(label_, points_of(characters)).value_or(head_lines + 1) > head_lines) {
            characters += 0.1;
        }
        return {characters};
    }

   private:
    static double points_of(double characters) { return fitted({{characters}}, HUGE_VAL).points.front(); }

    std::string label_;
    double most_;
    bool asked_;
    std::size_t line_;  ///< characters on a line of the widest that the column may become
};

/// One table on its sheet and in its CSV at once: every row is made once.
class TableWriter {
   public:
    TableWriter(Sheet& sheet, const base::NumberStyle& style, bool guarded, Wanted wanted)
        : sheet_(sheet), style_(style), wanted_(wanted), csv_(guarded) {}

    void head(const Facts& facts, const TablePlan& plan) {
        for (const ColumnPlan& column : plan.columns) {
            const std::string label = column_label(facts, column);
            const At at{0, column_};
            extents_.emplace_back(label, column.width);
            sheet_.text(at, label, head_look_, column.span);
            csv_.field(label);
            written_.push_back({column.key, label, column_definition(facts, column)});
            lines_ = std::max(lines_, std::min(head_lines, head_pieces(label).size()));
            ++column_;
        }
        end_row();
    }

    /// The head row filters the rows below it, and stands on every page; so do the columns that tell rows apart.
    void finish(PageSetup setup, const std::vector<std::string_view>& identity) {
        if (row_ > 1) sheet_.filter({{0, 0}, {row_ - 1, static_cast<Column>(written_.size() - 1)}});
        std::vector<WantedWidth> wanted;
        for (const Extent& extent : extents_) wanted.push_back(extent.wanted());
        FittedWidths widths = fitted(wanted, printed_breadth(false, true));
        if (widths.scale < 100) {
            setup.a3 = true;
            widths = fitted(wanted, printed_breadth(true, true));
        }
        if (widths.scale < 100) {
            setup.across = true;
            setup.repeated_columns = repeated(identity, widths.points);
        }
        for (std::size_t at = 0; at < widths.points.size(); ++at) {
            sheet_.column_width(static_cast<Column>(at), static_cast<Column>(at), widths.points[at]);
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
    /// What tells a row from others where the table goes on, on another page: the columns from the first to the last of
    /// those that do, or the foremost alone where a plan has set them so far apart that little else would find room.
    std::optional<std::pair<Column, Column>> repeated(const std::vector<std::string_view>& identity,
                                                      const std::vector<double>& points) const {
        std::vector<std::size_t> places;
        for (const std::string_view key : identity) {
            const auto found = std::find_if(written_.begin(), written_.end(),
                                            [&](const WrittenColumn& column) { return column.key == key; });
            if (found != written_.end()) places.push_back(static_cast<std::size_t>(found - written_.begin()));
        }
        if (places.empty()) return std::nullopt;
        const auto [first, last] = std::minmax_element(places.begin(), places.end());
        double breadth = 0;
        for (std::size_t at = *first; at <= *last; ++at) breadth += points[at];
        if (breadth > printed_breadth(true, true) / 2) {
            return {{static_cast<Column>(places.front()), static_cast<Column>(places.front())}};
        }
        return {{static_cast<Column>(*first), static_cast<Column>(*last)}};
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
            if (measures()) extents_[at.column].add(*datum.number);
            const Look& look = datum.names ? name_look_ : number_look(datum.number->decimals);
            sheet_.number(at, *datum.number, look, datum.span);
            if (with_csv()) csv_.number(base::plain(*datum.number));
        } else {
            written.texts = written.texts || !datum.text.empty();
            if (measures()) {
                extents_[at.column].add(datum.text);
                lines_ = std::max(lines_, extents_[at.column].lines(datum.text));
            }
            if (!datum.text.empty()) sheet_.text(at, datum.text, text_look_, datum.span);
            if (with_csv()) csv_.field(datum.text);
        }
    }

    const Look& number_look(int decimals) {
        const auto at = static_cast<std::size_t>(decimals);
        while (number_looks_.size() <= at) {
            Look look;
            look.points = points;
            look.horizontal = Horizontal::end;
            look.indent = 1;  // a text at its right does not touch it
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
    Csv csv_;
    std::vector<WrittenColumn> written_;
    std::vector<Extent> extents_;
    Row row_ = 0;
    Column column_ = 0;
    std::size_t lines_ = 1;  ///< of the row
    Look head_look_{.bold = true, .wrap = true, .points = points};
    /// "@" keeps a program that opens the file from taking a text for a number or a formula when it is edited.
    Look text_look_{.number_format = "@", .wrap = true, .points = points, .vertical = Vertical::top};
    Look name_look_{.number_format = "0", .points = points, .horizontal = Horizontal::start, .vertical = Vertical::top};
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
    writer.finish(std::move(setup), *identity_of_table(plan.table));
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
        TableWriter writer(sheet, assessment.inputs->policy.numbers, plan.guard_formulas, options.wanted);
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
