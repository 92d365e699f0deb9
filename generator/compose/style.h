// The style file of a template, read: every look by its name.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "compose/document.h"
#include "compose/thing.h"

namespace compose {

template <typename T>
using Named = std::map<std::string, T, std::less<>>;

/// The looks of one kind that add to each other: a name of several, separated by blanks, is made when it is asked for.
template <typename T>
struct Looks {
    Named<T> named;
    Named<std::vector<const base::Value*>> written;  ///< as which maps, the one that a look is `like` before its own
    Named<T> composed;
};

struct ParagraphLook {
    const CharacterStyle* text = nullptr;
    ParagraphStyle style;
    Space space;
    Length indent, overhang;
    const CharacterStyle* label = nullptr;
    bool keep_with_next = false;
    int level = 1;     ///< of a heading
    int contents = 0;  ///< of its entry in the contents; 0: none
};

/// A box, and how the paragraphs look that stand in it and name no look of their own.
struct FrameLook {
    BoxLook box;
    ParagraphLook paragraph;
};

struct CellLook : FrameLook {
    bool point_align = false;
    std::string head;  ///< the cell look of the head over a column of such cells; empty: the table's
};

struct TableLook {
    Rule top, bottom;
    bool close_cuts = false;
    bool rows_split = false;
    Space space;
    Length indent;
    std::string cell;  ///< the cell look of cells that name none
    std::string head;  ///< the same in the head; empty: as in the body
};

struct ListLook {
    ParagraphLook paragraph;
    const CharacterStyle* label = nullptr;
    Length label_width, indent, between;
    Space space;
};

struct ChipLook {
    Length height;
    const CharacterStyle* text = nullptr;
    bool word = true;
    std::string empty_symbol;  ///< of an indicator that has no rating; empty: nothing is drawn
    Colour empty_colour, empty_on_colour;
};

struct MarkLook {
    Length size;
    Colour colour;
};

struct FigureLook {
    FigureStyle style;
    Length width, height;
    Space space;
    struct Name {
        std::string_view section;  ///< text, colours, lengths or words
        std::string name;
        base::Span span;
    };
    std::vector<Name> names;  ///< as written in the style file
};

struct ContentsLook {
    std::map<int, ContentsStyle> levels;
    std::map<int, const CharacterStyle*> text;
    std::map<int, const CharacterStyle*> number;
    Space space;
};

/// Everything named in style.yaml. Character styles live in the Document that was given to read_styles, those of names
/// composed later too.
struct Stylesheet {
    Document* document = nullptr;
    Named<Colour> colours;
    Looks<const CharacterStyle*> text;
    Named<Rule> rules;
    Looks<ParagraphLook> paragraphs;
    Looks<FrameLook> boxes;
    Looks<CellLook> cells;
    Named<TableLook> tables;
    Named<ListLook> lists;
    Named<ChipLook> chips;
    Named<MarkLook> marks;
    Named<FigureLook> figures;
    Named<ContentsLook> contents;
    Named<PageMaster> pages;
    /// {chapter} and the like in the heads and feet of pages; `page` and `pages` are not among them.
    std::vector<std::pair<std::string, base::Span>> slots;
    std::vector<std::pair<std::string, base::Span>> roles;  ///< of texts: the faces they ask for
    NoteStyle notes;
    Words words;
    base::Value draft_value;  ///< on every page of a draft, a text with bindings
    const CharacterStyle* draft_style = nullptr;
    Length draft_y = Length::points(28);            ///< its baseline; negative: from the page's foot
    const CharacterStyle* missing_style = nullptr;  ///< of what a draft marks as missing
    ParagraphLook plain;
};

/// A name of looks and the scalars it was made of, in which a word that is unknown is looked for.
struct AskedLook {
    std::string name;
    base::Span span;  ///< of what asks, where the word is not written out
    const base::Value* written = nullptr;
    const base::Value* added = nullptr;
};

/// Reads the style file, whose tree must outlive what is returned. `numerals` is the volume's choice for paragraph
/// styles that make none of their own.
Stylesheet read_styles(const base::Value& tree, base::Numerals numerals, Document& document,
                       base::Diagnostics& diagnostics);

/// The words of `numerals:` in styles and volumes.
const std::vector<std::pair<std::string_view, base::Numerals>>& numerals_words();

/// A text for a message: … for every hole.
std::string with_holes_shown(std::string_view text);

/// The look of that name, or null after a report that names the nearest one. A name with holes finds the first it can
/// stand for. Of several names, each adds what it was written with to those before it.
template <typename T>
const T* find_look(Stylesheet& sheet, Looks<T>& looks, const AskedLook& asked, const char* what,
                   base::Diagnostics& diagnostics);
template <typename T>
const T* find_look(Stylesheet& sheet, Looks<T>& looks, const base::Value& written, const char* what,
                   base::Diagnostics& diagnostics);

/// Puts on a look what other names say, and what keys say that are written on the spot: {like: …, size: 12}.
template <typename T>
void add_look(Stylesheet& sheet, Looks<T>& looks, const AskedLook& asked, T& look, const char* what,
              base::Diagnostics& diagnostics);
template <typename T>
void add_keys(Stylesheet& sheet, const base::Value& keys, T& look, base::Diagnostics& diagnostics);

template <typename T>
const T* find_look(const Named<T>& looks, std::string_view name, base::Span span, const char* what,
                   base::Diagnostics& diagnostics) {
    const auto found = looks.find(name);
    if (found != looks.end()) return &found->second;
    std::vector<std::string_view> known;
    for (const auto& [key, look] : looks) {
        if (may_be_same(name, key)) return &look;
        known.push_back(key);
    }
    base::report_unknown(what, with_holes_shown(name), span, known, diagnostics);
    return nullptr;
}

}  // namespace compose
