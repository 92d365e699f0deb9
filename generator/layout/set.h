// From blocks to stacks: every block is measured once.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "layout/page.h"
#include "layout/stack.h"

namespace layout {

/// ※1, by the mark.
using NoteNumbers = std::map<const compose::Inline*, std::string>;

/// What the sequences of a document have in common while they are set.
struct Common {
    Signs signs;
    int notes = 0;  ///< that have a name
};

/// What setting blocks needs to know; one for a sequence.
struct Setter {
    const compose::Document& document;
    text::Typesetter& typesetter;
    base::Diagnostics& diagnostics;
    Store& store;
    Structure& structure;
    const std::map<std::string, std::string>& numbers;  ///< page label by anchor, as far as known
    const NoteNumbers& note_numbers;                    ///< of the marks of notes, as far as known
    Common& common;
    Length page_height;       ///< of the text area of the master
    int elements_before;      ///< set for the sequences before
    bool bare_chips = false;  ///< ratings with a symbol are that alone: one of their column has no room for its word
};

/// Where blocks are set: from x, so wide, under that element (-1: an artifact).
struct Where {
    Length x, width;
    int element;
    bool cell = false;  ///< the element is a cell: a paragraph alone in it needs no element of its own
};

/// Appends to a stack. Between two blocks stands the larger of the spaces they ask for; none at the edges of a box.
class Builder {
   public:
    explicit Builder(Stack& stack) : stack_(stack) {}
    void space(Length length) { space_ = std::max(space_, length); }
    /// The next break is unwanted.
    void keep(int level) { level_ = std::max(level_, level); }
    /// What was asked for the next break, handed over to the end of the box around.
    int take_keep() { return std::exchange(level_, 0); }
    void push(Strip strip);
    /// What comes next stands at an edge: no space before it.
    void edge() { at_edge_ = true, space_ = {}; }
    void drop_space() { space_ = {}; }
    void open_frame(const compose::Box* box, Length x, Length width);
    void close_frame();
    /// Breaks inside the strips from `first` on are unwanted.
    void group(std::size_t first);
    std::size_t size() const { return stack_.strips.size(); }
    Stack& stack() { return stack_; }
    /// Height of the strips from `first` on.
    Length height(std::size_t first) const;
    /// The space that the first strip and what follows the last ask for, beyond the edges.
    Length lead() const { return lead_; }
    Length trail() const { return space_; }

   private:
    Stack& stack_;
    Length space_, lead_;
    int level_ = 0;
    int frame_ = -1;
    bool at_edge_ = true;
};

/// The blocks on either side of one; null at an end.
struct Neighbours {
    const compose::Block *before, *next;
};

void set_block(Setter& setter, Builder& builder, const Neighbours& near, const compose::Block& block, Where where);
void set_blocks(Setter& setter, Builder& builder, const compose::Blocks& blocks, Where where);

// One kind of block each, in files of their names.
void set_paragraph(Setter& setter, Builder& builder, const compose::Paragraph& paragraph, Where where);
void set_list(Setter& setter, Builder& builder, const compose::List& list, Where where);
void set_table(Setter& setter, Builder& builder, const compose::Table& table, Where where);
void set_box(Setter& setter, Builder& builder, const compose::Box& box, Where where);
void set_columns(Setter& setter, Builder& builder, const compose::Columns& columns, Where where);
void set_contents(Setter& setter, Builder& builder, const compose::Contents& contents, Where where);
void set_image(Setter& setter, Builder& builder, const compose::Image& image, Where where);
void set_figure(Setter& setter, Builder& builder, const compose::Figure& figure, Where where);
void set_page_top(Setter& setter, Builder& builder, const compose::PageTop& page_top, Where where);
void set_placed(Setter& setter, Builder& builder, const compose::Placed& placed, Where where);

/// Sets inlines at a measure; chips and marks are drawn, page numbers filled in as far as known. The label is that of
/// `paragraph`, which may be null.
Text* set_text(Setter& setter, const std::vector<compose::Inline>& content, const base::ParagraphStyle& style,
               Length measure, int element, const compose::Paragraph* paragraph = nullptr);
/// The same for layout's own words.
Text* set_words(Setter& setter, const std::string& words, const base::CharacterStyle* style,
                const base::ParagraphStyle& paragraph, Length measure, int element);
/// Sets a text again whose runs have changed. False when its lines are not as many or as high as before.
bool set_again(Text& text, text::Typesetter& typesetter);

/// What stands above what goes on overleaf; set once.
void set_overleaf(Setter& setter, Overleaf& overleaf);

/// Strips in their places: fills in Strip::top.
void finish(Stack& stack);

}  // namespace layout
