// Planned pages to marks.
#pragma once

#include <map>
#include <string>

#include "layout/flow.h"
#include "layout/writer.h"

namespace layout {

/// What is known of the whole while its sequences are drawn.
struct Known {
    std::map<std::string, Destination> anchors;  ///< those that were planned
    std::vector<PageNumber> numbers;             ///< by page, once all are planned
    bool all = false;                            ///< every sequence is planned
    std::map<std::string, base::Span> awaited;   ///< anchors that were not, with the first link that leads to each
};

/// What drawing needs to know; one for a sequence.
struct Drawer {
    Setter& setter;
    Writer& writer;
    Known& known;
    bool artifact = false;                                        ///< what is drawn now is no content: heads repeated
    bool again = false;                                           ///< it will be drawn again on other pages
    std::map<const compose::Inline*, const NoteOnPage*> notes{};  ///< where they begin, by their marks

    int element(int wanted) const { return artifact ? -1 : wanted; }
    /// What is drawn now is drawn for the last time, and may be given up: pages need the room.
    bool is_last() const { return !artifact && !again; }
    /// Whether a link can lead there, as far as is known; asks for an anchor that is not.
    bool leads(const base::LinkTarget& to, base::Span span);
    /// The printed number of an anchor's page; empty when it is unknown.
    std::string number(const std::string& anchor) const;
};

/// All but the furniture. What a page was drawn from is given up with it.
void draw_pages(Drawer& drawer, Sequence& sequence);

void draw_pieces(Drawer& drawer, Stack& stack, const std::vector<Piece>& pieces, Point origin);
/// The strips [from, end) of a stack that is no page's, one under the other.
void draw_stack(Drawer& drawer, Stack& stack, std::size_t from, std::size_t end, Point origin);
void draw_line(Drawer& drawer, Text& text, std::size_t line, Point origin, Length baseline);
void draw_text(Drawer& drawer, Text& text, Point origin);
/// The notes at the foot of a page and the rule above them.
void draw_notes(Drawer& drawer, const std::vector<NoteOnPage>& notes, Point corner);
void draw_entry(Drawer& drawer, const EntryOf& entry, Point origin, Length width);
void draw_fragment(Drawer& drawer, const Fragment& fragment, Point origin);
/// What stands on a page beside its text. The mark of a draft is an artifact but for the first one.
void draw_furniture(Drawer& drawer, const PagePlan& plan, const PageNumber& number, int draft_element);

}  // namespace layout
