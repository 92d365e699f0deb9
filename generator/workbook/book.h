// One xlsx being written: sheets of cells with their looks. The only part of the room that knows libxlsxwriter; the
// only place where a value becomes a double, because that is what a spreadsheet's cell holds.
//
// A sheet is written row by row and holds one row in memory, so that a book of any size needs little: cells go into
// `Rows`, and the library is told of all that stands around them. Cells and heights
// of a row may come in any order, but never after those of a later row; everything else may come at any time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/length.h"
#include "base/source.h"
#include "workbook/label_sides.h"
#include "workbook/names.h"
#include "workbook/rows.h"
#include "workbook/streams.h"
#include "workbook/wanted.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace workbook {

enum class Horizontal { general, start, centre, end };
enum class Vertical { top, middle, bottom };
enum class Lines { none, hair, thin };

/// How a cell looks. Two equal looks are one format in the file.
struct Look {
    std::string number_format = {};  ///< empty: General
    bool bold = false;
    bool wrap = false;
    bool locked = true;
    bool shrink = false;
    bool underline = false;
    int points = 10;
    int indent = 0;
    Horizontal horizontal = Horizontal::general;
    Vertical vertical = Vertical::middle;
    Lines lines = Lines::none;
    std::optional<base::Colour> ground = std::nullopt;
    std::optional<base::Colour> ink = std::nullopt;
    bool operator==(const Look&) const = default;
};

/// Nearly every cell asks for the format of its look.
struct HashOfLook {
    std::size_t operator()(const Look& look) const;
};

/// What a formula gives, stored beside it for programs that do not calculate.
using Computed = std::variant<std::string, base::Decimal>;

struct PageSetup {
    bool a3 = false;
    bool landscape = true;
    int scale = 100;                        ///< per cent
    bool fit_width = false;                 ///< instead of the scale. Excel then ignores the breaks
    std::string header_left, header_right;  ///< plain text
    std::string draft_word;                 ///< 案, in the header's middle; empty: no draft
    std::string footer;                     ///< at the left of the foot; plain text
    std::optional<std::pair<Row, Row>> repeated_rows;
    std::optional<Area> area;  ///< that is printed; all without one
    std::vector<Row> breaks;   ///< a new page begins at each of these rows
};

/// The nearest double: what a cell holds. Decimals of up to 15 digits come back unchanged.
double spreadsheet_number(const base::Decimal& value);

/// A series of a chart: cells of the chart's own sheet.
struct Series {
    At name;
    Area categories, values;
    base::Colour colour;
    bool dashed = false;   ///< of a line
    bool labelled = true;  ///< where the chart shows values
    base::Colour label_ink{0x1A, 0x21, 0x29};
};

struct Chart {
    enum class Kind { columns, stacked_bars, lines };
    Kind kind = Kind::columns;
    std::string title;
    std::string value_title;
    std::string description;  ///< alternative text
    std::vector<Series> series;
    int left = 0;                   ///< of the cell's left edge, in pixels
    int width = 480, height = 288;  ///< pixels
    bool from_zero = true;
    bool value_labels = false;          ///< the values stand in the bars or above the points
    LabelSides label_sides;             ///< or beside these points of the first line that has values
    std::string label_format;           ///< of those; "" that of the cells
    std::string axis_format;            ///< of the values' axis; "" that of the cells
    std::optional<base::Decimal> step;  ///< of the values' axis; nothing: what the program chooses
    bool legend = true;
};

/// Values by their place.
using Cells = std::map<std::pair<Row, Column>, Computed>;

class Book;

class Sheet {
   public:
    const std::string& name() const { return name_; }

    /// Never a formula, whatever it begins with. An empty text is a blank cell.
    void text(At at, std::string_view text, const Look& look, base::Span span = {});
    void number(At at, const base::Decimal& value, const Look& look, base::Span span = {});
    void blank(At at, const Look& look);
    /// `formula` stands without its leading =.
    void formula(At at, const std::string& formula, const Computed& value, const Look& look);
    /// Belongs to the first row of the area; the sheet carries it down through the others.
    void merged(Area area, std::string_view text, const Look& look, base::Span span = {});
    /// Which fact the next cell shows: where cells are wanted, it stands beside its words.
    void shows(const evaluate::Subject& subject, std::string_view fact);
    void note(At at, const std::string& text);
    /// A click leads to the cell (cell_of); belongs before the content. A sheet holds 65,530 links; more are left out.
    void link(At at, const std::string& cell);

    void column_width(Column first, Column last, double points);
    void hide_columns(Column first, Column last);
    void row_height(Row row, double points);
    void freeze(At at);
    void filter(Area area);
    void page(const PageSetup& setup);
    /// Cells whose look is not locked stay free; filters may be used.
    void protect();
    /// Not shown and not printed until somebody asks for it.
    void hide();
    void tab_colour(base::Colour colour);
    void no_grid();
    /// Input is accepted while the formula is true; the words show when the cell is chosen and when input is refused.
    void accept(Area area, const std::string& formula, const std::string& title, const std::string& words);
    /// A list to choose from; only its words are taken. Together they have at most 255 letters.
    void choose(Area area, const std::vector<std::string>& words, const std::string& title, const std::string& text);
    void print_area(Area area);
    /// Input is one of the cells' values, offered in a list.
    void accept_list(At at, const std::string& source, const std::string& title, const std::string& words);
    /// The look's ground, ink and weight hold where the formula (relative to the first cell) is true.
    void condition(Area area, const std::string& formula, const Look& look);
    /// Cells written from now on are remembered, or no longer: a chart holds a copy of the values it shows, for
    /// programs that draw without calculating, and the library keeps no cells to copy from.
    void remember(bool cells) { remembers_ = cells; }
    /// Belongs after the cells it shows.
    void chart(At at, const Chart& chart);

   private:
    friend class Book;
    Sheet(Book& book, lxw_worksheet* sheet, std::string name) : book_(book), sheet_(sheet), name_(std::move(name)) {}
    void enter(Row row);
    void carry_down_merges();
    void blanks(Column first, Column last, int style);
    /// Whatever the library wrote into cells beside what it was told to do: rows are not its own.
    void forget_cells();
    bool keeps() const;
    void keep(At at, std::string words);
    /// Others are written meanwhile.
    void rest();
    /// Input is held to the formula, under a kind of the file's.
    void validate(Area area, std::string_view kind, std::string_view formula, std::string_view title,
                  std::string_view words);
    Stretch finish_rules();
    void print_links();
    Stretch finish_links();
    /// All rows, with those of what was merged, and the rules.
    SheetContent finish();

    /// A merged area whose last row has not been reached.
    struct OpenMerge {
        Area area;
        int style;
    };

    Book& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    Rows rows_;
    std::vector<OpenMerge> open_merges_;
    struct Conditions {
        std::string cells, rules;  ///< as XML
    };
    std::vector<Conditions> conditions_;               ///< of the same cells together
    std::map<std::string, std::size_t> condition_of_;  ///< by the cells
    std::size_t condition_count_ = 0, validation_count_ = 0;
    Stretch validations_;  ///< as XML
    bool remembers_ = false;
    std::size_t link_count_ = 0;
    Row link_row_ = 0;
    std::map<Column, std::string> row_links_;  ///< of that row, by where they begin
    Stretch links_;                            ///< of those above, as XML
    std::optional<evaluate::Address> fact_;    ///< of the next cell
    std::map<Column, double> column_points_;   ///< as set
    std::vector<Anchor> anchors_;              ///< of its charts
    std::vector<LabelSides> label_sides_;      ///< of its charts
    Cells remembered_;
    std::vector<std::pair<At, std::string>> written_;
    std::vector<std::pair<std::size_t, evaluate::Address>> facts_;  ///< by their place in `written_`
};

struct Properties {
    std::string title, author;
    int created_year = 2000;  ///< 1 April of it, so that the file does not depend on the day it was made
};

class Book {
   public:
    Book(const Properties& properties, std::string font, base::Diagnostics& diagnostics, Wanted wanted = Wanted::bytes);
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book();

    Sheet& add_sheet(std::string_view wanted_name);
    /// A name for a cell or an area anywhere in the book.
    void define(const std::string& name, const std::string& reference);
    /// The whole file; the book cannot be written to afterwards. Throws base::FileError when the machine fails.
    base::Bytes bytes();
    /// Of a book whose cells are wanted: the sheets that have some.
    std::vector<WrittenSheet> take_written();

   private:
    friend class Sheet;
    bool writes() const { return wanted_ == Wanted::bytes; }
    /// The place of the look's format in the file.
    int style(const Look& look);
    /// Another sheet's turn: a sheet that others are written after rests.
    void turn(Sheet& sheet);
    /// Only what a condition may change: ground, ink, weight.
    int condition_style(const Look& look);
    /// The text as a cell can hold it; what it cannot hold is reported.
    std::string checked(std::string_view text, base::Span span);

    Streams streams_;
    lxw_workbook* book_ = nullptr;
    std::string font_;
    base::Diagnostics& diagnostics_;
    SheetNames names_;
    std::vector<std::unique_ptr<Sheet>> sheets_;
    Sheet* turn_ = nullptr;
    std::unordered_map<Look, int, HashOfLook> styles_, condition_styles_;
    Wanted wanted_;  ///< without bytes the library is not told of cells, which take nearly all its time
};

}  // namespace workbook
