// What the compose room produces: a publication as meaning - headings, paragraphs, lists, tables, figures - with the
// names of styles resolved. Nothing here knows a page number or a position on a page, except what the template fixes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "base/link_target.h"
#include "base/number_style.h"
#include "base/publication.h"
#include "base/seldom.h"
#include "base/source.h"
#include "base/text_style.h"
#include "compose/figure_data.h"
#include "evaluate/fact.h"

namespace compose {

using base::Metadata;
using base::ParagraphStyle;
using evaluate::Trend;

// ---- inline --------------------------------------------------------------------------------------------------------

/// 評価: symbol and word in the rating's colour, LOOK.md "Rating chip".
struct Chip {
    std::string symbol;  ///< ◎○△× drawn as a path; anything else is set as text
    std::string word;    ///< may be empty: the square alone
    Colour colour, on_colour;
    Length height;
    const CharacterStyle* style = nullptr;  ///< of the word
};

/// ↗ → ↘, drawn.
struct TrendMark {
    Trend trend = Trend::level;
    Length size;
    Colour colour;
};

/// The number of the page an anchor stands on.
struct PageReference {
    std::string anchor;
};

/// The mark of a note, ※1: the note itself stands at the foot of the page.
struct NoteReference {
    std::uint32_t note = 0;  ///< in Document::notes
};

/// A stretch of an inline's text, in bytes, that shows a fact; of a chip or a mark, which show one too, it is empty.
struct ShownFact {
    std::uint32_t begin = 0, length = 0;
    std::uint32_t fact = 0;  ///< in Document::facts
    base::Digits digits{};   ///< of a number, from the stretch's begin
};

/// A text of the city's own: narrative.goals.1.evaluation.2, and where it was written.
struct Origin {
    std::string path;
    base::Span span;
};

/// How a stretch is read aloud, where its letters do not say it.
struct Aloud {
    std::string spoken;             ///< what a screen reader says instead (ActualText is the text, this is Alt)
    std::string expansion;          ///< E: Ｒ６ -> 令和6年度
    std::string language;           ///< when it differs from the document's
    std::vector<std::string> ruby;  ///< readings of the text: one of all, or one a character
};

/// A stretch of a paragraph. Exactly one of text, chip, mark, page, note is set.
struct Inline {
    std::string text;
    base::Seldom<Chip> chip;
    std::optional<TrendMark> mark;
    base::Seldom<PageReference> page;
    std::optional<NoteReference> note;
    base::Seldom<Aloud> aloud;
    const CharacterStyle* style = nullptr;  ///< never null
    base::Seldom<base::LinkTarget> link;
    bool exact = false;  ///< names and codes: digits left as written
    bool keep_together = false;
    base::Span span;
    std::vector<ShownFact> facts;  ///< from left to right
    std::uint32_t origin = 0;      ///< in Document::origins; 0: a text of the template
};

/// What a chip or a mark of a trend says: the rating's word, else its symbol; of a mark what is said aloud.
inline const std::string& words_drawn(const Inline& part) {
    if (!part.chip) return part.aloud->spoken;
    return part.chip->word.empty() ? part.chip->symbol : part.chip->word;
}

/// How a part is said aloud: in words of its own, as what it is short for, or as it stands.
inline const std::string& words_aloud(const Inline& part) {
    const Aloud& aloud = *part.aloud;
    return !aloud.spoken.empty() ? aloud.spoken : !aloud.expansion.empty() ? aloud.expansion : part.text;
}

// ---- blocks --------------------------------------------------------------------------------------------------------

struct Block;
using Blocks = std::vector<Block>;

/// What a paragraph is, for tags, bookmarks and contents.
enum class Role { paragraph, heading, caption, note, label, furniture };

struct Space {
    Length before, after;
};

/// A line as it was written of a column of figures, in bytes of its paragraph's text, all inlines put together.
struct Aligned {
    base::Digits digits;      ///< of a dash in place of a value none, where it begins
    std::uint32_t flush = 0;  ///< behind what ends at the column's edge: ％, a unit, but no closing bracket
};

struct Paragraph {
    Role role = Role::paragraph;
    int level = 0;  ///< of a heading, 1 and up
    std::vector<Inline> content;
    ParagraphStyle style;
    Space space;
    std::string label;  ///< ①, (1), ア, ・: hangs
    const CharacterStyle* label_style = nullptr;
    std::string anchor;    ///< where links and contents lead; may be empty
    std::string bookmark;  ///< title in the outline; empty: none
    int bookmark_level = 0;
    bool keep_with_next = false;
    Length indent;    ///< of the whole paragraph, label and all, from the left edge of its measure
    Length overhang;  ///< the measure reaches that much further to the right: a closing bracket outside the digits
    std::vector<Aligned> aligned{};  ///< in a column of figures: the lines that are figures
};

struct ListItem;
struct List {
    std::vector<ListItem> items;
    Space space;
    Length indent;  ///< of the labels
    bool numbered = false;
};

enum class VAlign { top, middle, bottom };

struct Rule {
    Length weight;  ///< zero: none
    Colour colour;
};

struct Insets {
    Length top, right, bottom, left;
};

/// The ground, the border and the room inside of a box or a cell.
struct Surface {
    Insets padding;
    std::optional<Colour> ground;
    Rule top, right, bottom, left;
    VAlign vertical = VAlign::top;
};

enum class Scope { none, column, row, both };

/// What is set, as an artifact, when a cell goes on overleaf: 国際交流推進事業（続き）
struct Continued {
    std::string words;
    const CharacterStyle* style = nullptr;  ///< null: that of the cell's first words
};

struct Cell : Surface {
    Blocks blocks;
    int columns = 1;
    int rows = 1;
    bool header = false;
    Scope scope = Scope::none;
    base::Seldom<std::vector<std::string>> headers;  ///< ids of header cells, where scope is not enough
    base::Seldom<std::string> id;
    base::Seldom<Continued> continued;
};

struct Row {
    std::vector<Cell> cells;  ///< those that begin in this row, left to right
    Length least_height;
    bool keep_with_next = false;  ///< the rows of an indicator never part
    bool artifact = false;        ///< for the eye only: what it says is said elsewhere too
    bool repeat = false;          ///< heads the rows below it: stands again where they go on overleaf
    std::string anchor;
};

/// A table: head rows repeat on every page, as artifacts after the first.
struct Table {
    std::vector<Length> columns;        ///< widths
    std::vector<std::size_t> growing;   ///< columns that are widened for a short entry which would be broken,
    std::vector<std::size_t> yielding;  ///< and those that give the room
    std::vector<Row> head;
    std::vector<Row> body;
    bool rows_split = false;  ///< a row may be split inside its cells
    /// The row that takes the extra height when a spanning cell is taller than its rows: the last of the span.
    Rule top, bottom;  ///< of the table, and where it is cut at the foot of a page if `close_cuts`
    bool close_cuts = false;
    Space space;
    Length indent;    ///< of the left edge
    Blocks overleaf;  ///< set as artifacts above the repeated head on every page after the first: title（続き）
    std::string caption_for_readers;  ///< a summary for screen readers
};

struct BoxLook : Surface {
    Length least_height;
    Space space;
    bool keep_together = false;
    bool continues = true;  ///< may go on overleaf, its frame open at the cut
    bool at_foot = false;   ///< stands, with what follows, at the foot of its page
};

/// A box around blocks: frames, panels, header boxes, label bars, bands of colour.
struct Box : BoxLook {
    Blocks blocks;
};

/// Boxes side by side, as high as the highest.
struct Columns {
    std::vector<Length> widths;
    std::vector<Box> boxes;
    Length gap;
    Space space;
    bool keep_together = true;
};

/// Blocks at a fixed place of the page (covers, dividers); the flow is not moved.
struct Placed {
    Length x, y, width;
    Length height;  ///< zero: as it comes
    Blocks blocks;
    bool artifact = false;
};

/// A straight rule across the measure.
struct RuleLine {
    Rule rule;
    Space space;
};

/// 目次: one entry a heading that was asked for, page numbers found by layout.
struct ContentsEntry {
    int level = 1;
    std::vector<Inline> number;  ///< hangs before the title
    std::vector<Inline> title;
    std::string anchor;
    bool page = true;  ///< print the page number
    /// Where else than at one anchor it leads: 企画課 1・2 *11*, 17 *16*. Those of one page stand together.
    struct Place {
        std::string number;  ///< before the page, those in a row as 12–16; may be empty
        std::string anchor;
        base::Span span;
    };
    std::vector<Place> places;
};
struct ContentsStyle {
    Length row_height, space_before, number_width, indent;
    Length turn;  ///< how far further in the second line of a title begins
    Rule rule;    ///< above the entry
    const CharacterStyle* page_style = nullptr;
    const CharacterStyle* place_style = nullptr;  ///< of the numbers before pages
    bool leaders = true;
    Length page_width = Length::points(28);  ///< kept free of leaders at the right
    Length leader_pitch = Length::points(6), leader_radius{600};
    Colour leader_colour;
};
struct Contents {
    std::vector<ContentsEntry> entries;
    std::map<int, ContentsStyle> styles;  ///< by level
    Space space;
    bool listed = false;  ///< an index: the entries are the template's, side by side; a level is a look
    int columns = 1;      ///< as high as each other
    Length gap;
};

/// Blocks that stay on one page if a page can hold them: what does not fit whole starts on the next page, and is
/// broken only when even a whole page is too short.
struct Group {
    Blocks blocks;
};

/// One of two settings of the same thing: the full header box where a page begins, its last line in mid-page. Only
/// the chosen one exists on the page; both carry the same anchor.
struct PageTop {
    Blocks at_top;
    Blocks elsewhere;
};

struct PageBreak {
    std::string master;  ///< of the pages from here on; empty: as before
    /// Texts of head and foot from here on, by slot name (chapter, section); thumb index position.
    std::map<std::string, std::vector<Inline>> slots;
    int thumb = 0;        ///< which thumb is the current one; 0: none
    int number_from = 0;  ///< the next page has this number; 0: go on counting
    bool roman = false;   ///< i, ii: pages before the first numbered one, in page labels; with number_from only
};

/// A picture or a PDF page of the city's own.
struct Image {
    std::string asset;  ///< key of Inputs::assets
    std::string alt;
    Length width, height;          ///< of the place it fills; zero height: by its own proportions
    Length own_width, own_height;  ///< of the picture itself, which only pdf/ can read; zero: not known
    int page = 1;
    bool full_page = false;
    Space space;
    base::Span span;
};

// ---- figures: figure_data.h ----------------------------------------------------------------------------------------

struct Figure {
    base::Seldom<FigureData> data;    ///< apart, so that blocks of every kind are not as large
    base::Seldom<FigureStyle> style;  ///< the same
    std::string alt;                  ///< gives the numbers
    Length width;                     ///< zero: the measure
    Length height;                    ///< zero: its own
    Space space;
    Blocks overleaf;  ///< set as artifacts above the parts of it that go on on later pages: 図２　…（続き）
    bool artifact = false;
};

struct Block {
    std::variant<Paragraph, List, Table, Box, Columns, Placed, RuleLine, Contents, Group, PageTop, PageBreak, Image,
                 Figure>
        is;
};

struct ListItem {
    std::string label;  ///< Lbl
    const CharacterStyle* label_style = nullptr;
    Length label_width;
    Blocks blocks;  ///< LBody
    Space space;
};

// ---- pages and the whole -------------------------------------------------------------------------------------------

/// Where a page's text stands and what its head and foot say. Slots are filled by PageBreak.
struct PageMaster {
    Length width, height;
    Insets margins;
    /// The page the template's lengths were written for, where it is another one (page_fit.h).
    struct DrawnFor {
        Length width, height;
        Insets margins;
    };
    std::optional<DrawnFor> drawn_for;
    DrawnFor drawn() const { return drawn_for.value_or(DrawnFor{width, height, margins}); }
    struct Furniture {
        Length x, y, width;  ///< y: of the baseline
        base::Align align = base::Align::start;
        /// Text with {chapter}, {page}, {pages} and other slots in braces.
        std::string pattern;
        const CharacterStyle* style = nullptr;
        bool on_opening = true;  ///< also on the first page after a PageBreak: false for running heads of chapters
    };
    std::vector<Furniture> furniture;
    struct FixedRule {
        Length x, y, width;
        Rule rule;
        bool on_opening = true;
    };
    std::vector<FixedRule> rules;
    struct Thumbs {
        bool shown = false;
        Length y, width, height, gap;
        Colour current_ground, current_text, other_ground, other_text;
        const CharacterStyle* style = nullptr;
        std::vector<std::string> labels;
    } thumbs;
};

/// How notes at the foot of a page look.
struct NoteStyle {
    ParagraphStyle style;
    const CharacterStyle* text = nullptr;  ///< of the notes
    const CharacterStyle* mark = nullptr;  ///< of ※1 where it is set: before the note
    std::string sign = "※";                ///< before the number
    Rule rule;                             ///< above the notes
    Length rule_width = Length::points(120);
    Length above = Length::points(9);  ///< between the text and the rule, at least
    Length below = Length::points(4);  ///< between the rule and the first note
    Length between;
};

/// Styles live in the document so that pointers to them stay good when it moves.
struct Document {
    Metadata metadata;
    std::vector<std::unique_ptr<CharacterStyle>> styles;
    std::map<std::string, PageMaster> masters;
    Blocks blocks;
    std::vector<evaluate::Address> facts;    ///< shown anywhere, each once
    std::vector<Origin> origins{1};          ///< the first is none
    std::vector<std::vector<Inline>> notes;  ///< in the order of their first marks
    NoteStyle note_style;
    std::string draft_mark;  ///< 案 with date and digest on each page; empty: final
    const CharacterStyle* draft_style = nullptr;
    Length draft_y = Length::points(28);  ///< the mark's baseline; negative: from the page's foot
    std::string page_label_prefix;
    std::shared_ptr<const base::Assets> assets = std::make_shared<base::Assets>();  ///< never null
};

}  // namespace compose
