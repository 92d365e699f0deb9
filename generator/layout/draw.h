// Planned pages to marks.
#pragma once

#include <map>
#include <set>
#include <string>

#include "layout/flow.h"
#include "layout/writer.h"

namespace layout {

/// What drawing needs to know; one for a whole document.
struct Drawer {
    Setter& setter;
    Writer& writer;
    const std::map<std::string, Destination>& anchors;
    const std::vector<PageNumber>& numbers;  ///< by page
    bool artifact = false;                   ///< what is drawn now is no content: heads repeated
    bool again = false;                      ///< it will be drawn again on other pages
    bool draft_told = false;                 ///< its mark has been an element
    compose::Blocks* spent = nullptr;        ///< of the document, given up as they are drawn
    std::size_t spent_texts = 0;
    std::set<std::string> missing;                              ///< anchors already reported
    std::map<const compose::Inline*, const NoteOnPage*> notes;  ///< where they begin, by their marks

    int element(int wanted) const { return artifact ? -1 : wanted; }
    /// What is drawn now is drawn for the last time, and may be given up: pages need the room.
    bool is_last() const { return !artifact && !again; }
    /// Whether a link can lead there; reports an anchor that does not exist, once.
    bool leads(const base::LinkTarget& to, base::Span span);
    /// The printed number of an anchor's page; empty when it is unknown.
    std::string number(const std::string& anchor) const;
};

void draw_pages(Drawer& drawer, std::vector<PagePlan>& plans);

void draw_pieces(Drawer& drawer, Stack& stack, const std::vector<Piece>& pieces, Point origin);
/// The strips [from, end) of a stack that is no page's, one under the other.
void draw_stack(Drawer& drawer, Stack& stack, std::size_t from, std::size_t end, Point origin);
void draw_line(Drawer& drawer, Text& text, std::size_t line, Point origin, Length baseline);
void draw_text(Drawer& drawer, Text& text, Point origin);
/// The notes at the foot of a page and the rule above them.
void draw_notes(Drawer& drawer, const std::vector<NoteOnPage>& notes, Point corner);
void draw_entry(Drawer& drawer, const EntryOf& entry, Point origin, Length width);
void draw_fragment(Drawer& drawer, const Fragment& fragment, Point origin);
void draw_furniture(Drawer& drawer, const PagePlan& plan, std::size_t page);
/// Draws a mark of a drawing that has its origin there.
void draw_at(Drawer& drawer, const figures::Mark& mark, Point origin, int element,
             ArtifactKind kind = ArtifactKind::layout);

}  // namespace layout
