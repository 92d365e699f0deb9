// Each note is measured once; it is set anew with its number when the page it is marked on is full.
#include "layout/notes.h"

#include <algorithm>

namespace layout {

namespace {

/// A note of that many lines or more may go on overleaf, so many of them on either page.
constexpr std::size_t long_note = 4, least_lines = 2;
/// What is left from the page before takes at most two thirds of a page.
constexpr std::int64_t most_left_of = 3, most_left = 2;

struct Gather {
    NoteMarks& found;

    void line(const Text& text, std::size_t line) const {
        for (const text::GlyphRun& run : text.set.lines[line].runs) {
            const compose::Inline* source = text.source(run.run);
            if (source == nullptr || !source->note) continue;
            if (found.empty() || found.back().source != source) found.push_back({source});
        }
    }

    void stack(const Stack& stack, std::size_t from, std::size_t end) const {
        for (std::size_t i = from; i < end; ++i) strip(stack.strips[i], false);
    }
    void stack(const Stack& stack) const { this->stack(stack, 0, stack.strips.size()); }

    void strip(const Strip& strip, bool at_top) const {
        if (const auto* of = std::get_if<LineOf>(&strip.what)) line(*of->text, of->line);
        if (const auto* of = std::get_if<PlacedOf>(&strip.what)) stack(*of->stack);
        if (const auto* of = std::get_if<PageTopOf>(&strip.what)) stack(at_top ? *of->at_top : *of->elsewhere);
        if (const auto* of = std::get_if<UnitOf>(&strip.what)) {
            for (const CellSet& cell : of->unit->cells) stack(cell.stack);
        }
    }
};

Length height_of(const Text& text, std::size_t from, std::size_t end) {
    Length sum;
    for (std::size_t i = from; i < end; ++i) sum += text.boxes[i].height;
    return sum;
}

/// How many of the lines [from, end) find room; as many as may stand alone, or none.
std::size_t lines_in(const Text& text, std::size_t from, std::size_t end, Length room) {
    std::size_t at = from;
    Length height;
    while (at < end && height + text.boxes[at].height <= room) height += text.boxes[at++].height;
    if (at == end) return end - from;
    const bool whole = end - from < long_note;
    const std::size_t most = end - std::min(least_lines, end - from);
    const std::size_t fit = std::min(at, most) - from;
    return whole || fit < least_lines ? 0 : fit;
}

}  // namespace

NoteMarks note_marks(const Strip& strip, bool at_top) {
    NoteMarks found;
    Gather{found}.strip(strip, at_top);
    return found;
}

NoteMarks note_marks(const Fragment& fragment) {
    NoteMarks found;
    for (const CellPart& part : fragment.parts) {
        Gather{found}.stack(fragment.unit->cells[part.cell].stack, part.from, part.end);
    }
    return found;
}

Text* Foot::set_note(std::uint32_t note, const std::string& number) const {
    const compose::NoteStyle& style = setter_.document.note_style;
    Text* text = set_text(setter_, setter_.document.notes[note], style.style, measure_, -1);
    text->runs->label = number;
    text->runs->label_style = style.mark;
    set_again(*text, setter_.typesetter);
    return text;
}

Text* Foot::measured(std::uint32_t note) const {
    Text*& text = measured_[note];
    if (text == nullptr) text = set_note(note, setter_.document.note_style.sign + "1");
    return text;
}

std::size_t Foot::place_of(std::uint32_t note) const {
    const auto is = [&](const Entry& entry) { return entry.note == note; };
    return static_cast<std::size_t>(std::find_if(own_.begin(), own_.end(), is) - own_.begin());
}

Length Foot::overhead() const {
    const compose::NoteStyle& style = setter_.document.note_style;
    return style.above + style.rule.weight + style.below;
}

Length Foot::between(bool first) const { return first ? Length{} : setter_.document.note_style.between; }

Length Foot::height(const NoteMarks& marks, bool least) const {
    if (left_.empty() && own_.empty() && marks.empty()) return {};
    Length sum = overhead();
    bool first = true;
    const auto count = [&](const Text& text, std::size_t from, std::size_t end) {
        sum += between(first) + height_of(text, from, end);
        first = false;
    };
    for (const Entry& entry : left_) count(*entry.text, entry.from, entry.end);
    for (const Entry& entry : own_) count(*entry.text, entry.from, entry.end);
    std::vector<std::uint32_t> fresh;
    for (const NoteMark& mark : marks) {
        const bool known =
            place_of(mark.note()) < own_.size() || std::find(fresh.begin(), fresh.end(), mark.note()) != fresh.end();
        if (!known) fresh.push_back(mark.note());
    }
    for (const std::uint32_t note : fresh) {
        const Text& text = *measured(note);
        const std::size_t lines = text.boxes.size();
        const bool goes_on = least && note == fresh.back() && lines >= long_note;
        count(text, 0, goes_on ? least_lines : lines);
    }
    return sum;
}

/// What is left of a note when so many of its lines stand.
Foot::Entry Foot::rest_of(const Entry& entry, std::size_t lines) {
    Entry rest = entry;
    rest.from += lines;
    if (lines > 0) rest.marks.clear();
    return rest;
}

void Foot::begin_page() {
    left_.clear();
    own_.clear();
    std::vector<Entry> waiting = std::exchange(over_, {});
    Length room = page_ / most_left_of * most_left - overhead();
    for (Entry& entry : waiting) {
        const std::size_t lines = over_.empty() ? lines_in(*entry.text, entry.from, entry.end, room) : 0;
        // A page of nothing but what is left must come to an end.
        const std::size_t here = lines == 0 && left_.empty() && over_.empty() ? entry.end - entry.from : lines;
        if (here < entry.end - entry.from) {
            over_.push_back(rest_of(entry, here));
        }
        if (here == 0) continue;
        entry.end = entry.from + here;
        room -= height_of(*entry.text, entry.from, entry.end) + between(left_.empty());
        left_.push_back(std::move(entry));
    }
}

void Foot::add(const NoteMarks& marks) {
    for (const NoteMark& mark : marks) {
        const std::size_t place = place_of(mark.note());
        if (place < own_.size()) {
            own_[place].marks.push_back(mark);
            continue;
        }
        Text* text = measured(mark.note());
        own_.push_back({mark.note(), text, 0, text->boxes.size(), {mark}, {}});
    }
}

std::vector<NoteOnPage> Foot::end_page(Length text_end) {
    std::vector<NoteOnPage> notes;
    Length used = overhead();
    const auto place = [&](const Entry& entry, std::size_t end) {
        NoteOnPage note{entry.text, entry.from, end, {}, {}, entry.number, entry.marks};
        used += between(notes.empty()) + height_of(*entry.text, entry.from, end);
        notes.push_back(std::move(note));
    };
    for (const Entry& entry : left_) place(entry, entry.end);
    int number = 0;
    for (Entry& entry : own_) {
        entry.number = setter_.document.note_style.sign + std::to_string(++number);
        entry.text = set_note(entry.note, entry.number);
        entry.end = entry.text->boxes.size();
        const Length room = page_ - text_end - used - between(notes.empty());
        const std::size_t here = over_.empty() ? lines_in(*entry.text, 0, entry.end, room) : 0;
        if (here > 0) place(entry, here);
        if (here == entry.end) continue;
        over_.push_back(rest_of(entry, here));
    }
    Length y = page_ - used + overhead();
    for (NoteOnPage& note : notes) {
        note.y = y;
        y += height_of(*note.text, note.from, note.end) + setter_.document.note_style.between;
    }
    return notes;
}

}  // namespace layout
