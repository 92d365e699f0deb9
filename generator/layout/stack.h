// What stands between a Document and its Pages: stacks of strips, measured once, then cut into pages.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "compose/document.h"
#include "layout/page.h"
#include "text/line.h"

namespace layout {

/// How much a page break above a strip is unwanted. They add up; a break goes where the sum is least.
namespace keep {
inline constexpr int group = 1;     ///< a group, box or row of columns that one page can hold; once for each around it
inline constexpr int row = 64;      ///< a table's first or last row, a figure's last part would stand alone
inline constexpr int next = 256;    ///< a heading and what follows; rows of one indicator
inline constexpr int lines = 4096;  ///< the first and the last line of a paragraph
inline constexpr int always = 65536;  ///< padding, labels, heads of tables: never unless nothing else is left
}  // namespace keep

/// Where a line of text stands.
struct LineBox {
    Length height, baseline;  ///< under its top
};

/// A paragraph, label or entry, set at its measure.
struct Text {
    std::unique_ptr<text::Paragraph> runs;  ///< while it may be set again
    text::SetParagraph set;
    std::vector<LineBox> boxes;                ///< by line
    std::span<const compose::Inline> sources;  ///< by run; none for what layout adds
    /// What few have.
    struct Parts {
        std::vector<const figures::Drawing*> objects;  ///< by run, to the last that has one: chips and marks
        std::vector<int> elements;                     ///< by run, when the first is made: its Link or Span, or -1
    };
    base::Seldom<Parts> parts;
    Length measure;
    int element = -1;
    const compose::Paragraph* paragraph = nullptr;
    int label_element = -1;       ///< where the label has one of its own
    bool has_references = false;  ///< prints page numbers

    /// Of a run; null where it has none.
    const compose::Inline* source(std::size_t run) const { return run < sources.size() ? &sources[run] : nullptr; }
    /// The Link or Span made for a run, -1: not yet.
    int& element_of(std::size_t run) {
        std::vector<int>& elements = parts.own().elements;
        if (elements.empty()) elements.assign(sources.size(), -1);
        return elements[run];
    }
};

struct Unit;
struct TableSet;
struct FigureSet;
struct Overleaf;

struct LineOf {
    Text* text;
    std::uint32_t line;
};
/// A label that hangs before the next strip: no height of its own.
struct LabelOf {
    Text* text;
    Length baseline;  ///< under the top of the next strip
};
struct UnitOf {
    Unit* unit;
    TableSet* table;  ///< null for columns
};
struct PictureOf {
    const compose::Image* image;
    int element;
};
/// The first and the last thing in a part of a figure.
struct Reach {
    std::string first, last;
};
/// A figure, or a part of one.
struct DrawingOf {
    figures::Drawing* drawing;
    FigureSet* figure;
    bool begins;  ///< the figure
    base::Seldom<Reach> reach = {};
};
struct EntryOf {
    Text* number;  ///< may be null
    Text* title;
    const compose::ContentsEntry* entry;
    const compose::ContentsStyle* style;
    int title_element;
    int item_element;
};
struct PlacedOf {
    const compose::Placed* placed;
    std::unique_ptr<struct Stack> stack;
};
/// One of two settings, chosen when pages are made: at the top of one, or elsewhere.
struct PageTopOf {
    std::unique_ptr<struct Stack> at_top, elsewhere;
};
struct NothingOf {};

/// A slice of content that no page break parts, except the units of tables.
struct Strip {
    std::variant<NothingOf, LineOf, LabelOf, UnitOf, PictureOf, DrawingOf, compose::Rule, EntryOf, PlacedOf, PageTopOf>
        what;
    Length before;  ///< space above; none at the top of a page
    text::GlyphLength x, width;
    Length height;
    Length top;                           ///< in its stack, `before` of the first left out
    int level = 0;                        ///< of a break above it, see keep
    int inner = 0;                        ///< of a break inside it
    bool fresh = false;                   ///< begins what no page can hold: on a page of its own
    bool at_foot = false;                 ///< begins what stands at the foot of its page
    int frame = -1;                       ///< the innermost box around it
    const std::string* anchor = nullptr;  ///< of the paragraph that begins here: the Document's
};

/// A box whose strips lie in the stack itself, so that it goes on over pages.
struct Frame {
    const compose::Box* box;
    Length x, width;
    int outer = -1;
    std::size_t first = 0, end = 0;  ///< strips
};

/// What stands above a strip that goes on with what began on an earlier page; null where nothing could.
Overleaf* overleaf_of(const Strip& strip);

/// Strips from top to bottom; the content of a page sequence, a cell or a placed block.
struct Stack {
    std::vector<Strip> strips;
    std::vector<Frame> frames;

    Length height() const { return height(0, strips.size()); }
    /// Of the strips [from, end): from the top of the first to the foot of the last.
    Length height(std::size_t from, std::size_t end) const;
};

/// A cell of a table or a box of columns, content measured.
struct CellSet {
    Stack stack;
    int element = -1;
    int column = 0, columns = 1, row = 0, rows = 1;
    Length x, width;
    const compose::Surface* surface = nullptr;  ///< never null: the Document's
    const compose::Cell* source = nullptr;      ///< null for a box
    Text* continued = nullptr;                  ///< made when it is needed
    Length least_height;
};

/// Rows that spans tie together, or a row of columns: what a table is broken between.
struct Unit {
    const TableSet* table = nullptr;
    std::vector<CellSet> cells;          ///< by row, then column
    std::vector<std::size_t> row_cells;  ///< index of the first cell of each row; one more at the end
    std::vector<Length> least;           ///< by row
    std::vector<bool> row_keeps;         ///< by row: stays with the next
    std::vector<std::string> anchors;    ///< by row
    bool inside = false;                 ///< may be cut inside its cells
    bool head = false;
    bool final = false;    ///< the table's last
    bool repeats = false;  ///< set again, for the eye, above rows below it that begin a page
};

/// What stands as artifacts above a table or figure that goes on; set when it is first needed.
struct Overleaf {
    const compose::Blocks* blocks = nullptr;
    Length x, width;
    figures::Drawing* head = nullptr;  ///< of a figure: its legend
    std::unique_ptr<Stack> stack;
    Length height;  ///< with the space below it
};

struct FigureSet {
    const compose::Figure* source = nullptr;
    int parent = -1;   ///< of its elements, one a page; -1: an artifact
    int element = -1;  ///< of the page that is drawn now
    int page = -1;
    std::string first;    ///< thing on the page
    std::string heading;  ///< of what goes on there
    Overleaf overleaf;
};

struct TableSet {
    const compose::Table* source = nullptr;
    std::vector<Length> edges;  ///< of the columns, from the table's left; one more than columns
    Unit* head = nullptr;
    Length head_height;
    Overleaf overleaf;  ///< above the repeated head
};

/// A part of a cell that stands on one page; measures from the top of its fragment.
struct CellPart {
    std::size_t cell = 0;
    std::size_t from = 0, end = 0;
    int row = 0, row_end = 0;  ///< index into Fragment::row_tops
    bool continued = false, ends = true;
};

/// The part of a unit that stands on one page.
struct Fragment {
    Unit* unit = nullptr;
    std::vector<CellPart> parts;
    std::vector<Length> row_tops;  ///< one more than rows
    std::size_t first_row = 0;
    bool begins = true;  ///< its first row begins here
    bool ends = true;    ///< its last row ends here: the edge is no cut
    bool last = true;    ///< nothing is left of the unit
    Length height() const { return row_tops.back(); }
};

/// Where the next fragment of a unit begins.
struct Cursor {
    std::size_t row = 0;
    bool open = false;  ///< the row has begun on an earlier page
    struct OpenCell {
        std::size_t cell, from;
    };
    std::vector<OpenCell> cells;  ///< begun and not past, by index
};

/// All that a chip or a mark of a trend is drawn from; tables show the same few again and again.
using SignLook = std::tuple<std::string, std::string, base::Colour, base::Colour, Length, const base::CharacterStyle*,
                            Length, std::optional<compose::Trend>>;

/// Chips and marks of trends, each drawn once.
using Signs = std::map<SignLook, figures::Drawing>;

/// Keeps what strips point to.
struct Store {
    std::deque<Text> texts;
    std::deque<Unit> units;
    std::deque<TableSet> tables;
    std::deque<FigureSet> figures;
    std::deque<figures::Drawing> drawings;
    std::deque<compose::Block> blocks;
    std::deque<base::CharacterStyle> styles;  ///< of letters that were made smaller
    bool prints_pages = false;                ///< something here prints the number of a page
};

}  // namespace layout
