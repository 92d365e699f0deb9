// Notes at the foot of the page: which marks stand on it, how much room their notes take, and what goes on overleaf.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/set.h"

namespace layout {

/// Where a note is marked.
struct NoteMark {
    const compose::Inline* source;  ///< its `note` is set
    std::uint32_t note() const { return source->note->note; }
};
using NoteMarks = std::vector<NoteMark>;

/// The marks in a strip, or in a fragment of a table, in the order of reading. `at_top`: the strip begins a page.
NoteMarks note_marks(const Strip& strip, bool at_top);
NoteMarks note_marks(const Fragment& fragment);

/// Lines [from, end) of a note on one page.
struct NoteOnPage {
    Text* text = nullptr;
    std::size_t from = 0, end = 0;
    Length y;            ///< from the top of the text area
    std::string anchor;  ///< of its beginning; empty where it goes on
    std::string number;  ///< ※1, counted on each page
    NoteMarks marks;     ///< that lead to it from this page
};

/// The foot of a page that is being filled.
class Foot {
   public:
    Foot(Setter& setter, Length measure, Length page) : setter_(setter), measure_(measure), page_(page) {}

    /// Begins a page with what is left from those before.
    void begin_page();
    /// The height of the notes, those of `marks` among them, with the rule and the space above; zero without any.
    Length height(const NoteMarks& marks = {}) const { return height(marks, false); }
    /// The same where the last note goes on overleaf as soon as it may.
    Length least_height(const NoteMarks& marks) const { return height(marks, true); }
    void add(const NoteMarks& marks);
    /// Takes back what was added since the page began.
    void clear() { own_.clear(); }
    /// Whether notes wait for a page.
    bool waits() const { return !over_.empty(); }

    /// The notes of a page whose text ends there. What finds no room waits for the next one.
    std::vector<NoteOnPage> end_page(Length text_end);

   private:
    struct Entry {
        std::uint32_t note = 0;
        Text* text = nullptr;
        std::size_t from = 0, end = 0;  ///< lines
        NoteMarks marks{};              ///< none where it goes on
        std::string number{};           ///< once the page of its mark is full
    };

    static Entry rest_of(const Entry& entry, std::size_t lines);
    Length height(const NoteMarks& marks, bool least) const;
    Text* set_note(std::uint32_t note, const std::string& number) const;
    Text* measured(std::uint32_t note) const;
    /// Of a note among those marked on this page; their number where it is none of them.
    std::size_t place_of(std::uint32_t note) const;
    Length overhead() const;
    Length between(bool first) const;

    Setter& setter_;
    Length measure_, page_;
    std::vector<Entry> left_;  ///< begun or due on pages before
    std::vector<Entry> own_;   ///< marked on this page
    std::vector<Entry> over_;  ///< waits for the next page
    mutable std::map<std::uint32_t, Text*> measured_;
};

}  // namespace layout
