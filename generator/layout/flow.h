// Strips to pages: where each page ends.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "layout/notes.h"

namespace layout {

/// A strip, or a fragment of a unit, on a page; y from the top of the text area.
struct Piece {
    std::size_t strip = 0;
    Length y;
    std::optional<Fragment> fragment;
    bool repeated = false;  ///< a head again, on a later page
    bool overleaf = false;  ///< what stands above it
    bool page_top = false;  ///< the setting for the top of a page
};

struct Sequence;

struct PagePlan {
    Sequence* sequence = nullptr;
    std::vector<Piece> pieces;
    const compose::Image* full = nullptr;  ///< the page is a picture
    int full_element = -1;
    bool opens = true;  ///< the first page of its sequence
    std::vector<NoteOnPage> notes;
    Length filled;  ///< to where the text stands, before what sinks to the foot does
};

/// What a page break says of the pages behind it.
struct Opening {
    const compose::PageMaster* master = nullptr;
    std::map<std::string, const std::vector<compose::Inline>*> slots;
    int thumb = 0;
    int number_from = 0;
    bool roman = false;
};

/// Pages of one master, between two page breaks. It is set, planned and drawn by itself, and its pages and elements are
/// numbered from its own first.
struct Sequence : Opening {
    std::size_t first = 0, end = 0;  ///< of the document's blocks
    int elements_before = 0;         ///< set for the sequences before
    NoteNumbers notes;               ///< as last planned

    Store store;
    Stack stack;
    std::vector<PagePlan> plans;
    std::map<std::string, Destination> anchors;

    Pages part;                    ///< its share of the whole
    std::size_t set_elements = 0;  ///< made to set it; those behind them are made to draw it
    std::size_t page = 0;          ///< of the whole, its first
    bool tells_draft = false;      ///< the first page with the mark of a draft is its own,
    int draft_element = -1;        ///< and that is the mark

    base::Diagnostics setting, planning, drawing;  ///< what was found
};

/// The number printed on each page, and how many there are in its count.
struct PageNumber {
    std::string text;
    int of = 0;
};
std::vector<PageNumber> number_pages(const std::deque<Sequence>& sequences);

/// Breaks a sequence into pages no higher than `height`.
void plan_pages(Setter& setter, Sequence& sequence, Length height);

/// The notes that begin on a page, by their marks there.
std::map<const compose::Inline*, const NoteOnPage*> notes_by_mark(const std::vector<PagePlan>& plans);

/// The mark of each note as the plan numbers it.
NoteNumbers number_notes(const std::vector<PagePlan>& plans);

/// The page and place of every anchor; y from the top of the page.
std::map<std::string, Destination> find_anchors(const std::vector<PagePlan>& plans);

}  // namespace layout
