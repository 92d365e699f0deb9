// Sequence after sequence is set, planned and drawn, and what it was drawn from given up. One that prints numbers of
// pages waits until all are planned; it is set anew with the numbers found, until no line that prints one changes, four
// times at most.
#include "layout/layout.h"

#include <algorithm>
#include <utility>

#include "base/message.h"
#include "layout/draw.h"
#include "layout/join.h"
#include "layout/structure.h"
#include "layout/unit.h"

namespace layout {

namespace {

/// Page numbers printed in the text can move lines and so pages; they settle at once or nearly so.
constexpr int most_passes = 4;

/// A4 with margins, for a document that names no master.
compose::PageMaster plain_master() {
    compose::PageMaster master;
    master.width = {595280};
    master.height = {841890};
    master.margins = {{70000}, {57640}, {51890}, {57640}};
    return master;
}

const compose::PageMaster& plain() {
    static const compose::PageMaster master = plain_master();
    return master;
}

/// Whether other numbers stand in a text than those it was set with.
bool change_numbers(Text& text, const std::map<std::string, std::string>& numbers, const NoteNumbers& notes) {
    bool changed = false;
    for (std::size_t i = 0; i < text.sources.size(); ++i) {
        const compose::Inline* source = &text.sources[i];
        if (!source->page && !source->note) continue;
        std::string number;
        if (source->page) {
            const auto found = numbers.find(source->page->anchor);
            if (found != numbers.end()) number = found->second;
        } else {
            const auto found = notes.find(source);
            number = found == notes.end() ? text.runs->runs[i].text : found->second;
        }
        changed = changed || text.runs->runs[i].text != number;
        text.runs->runs[i].text = std::move(number);
    }
    return changed;
}

/// The line of each mark of a note: with another one, the mark may stand on another page.
std::vector<std::size_t> lines_of_marks(const Text& text) {
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < text.set.lines.size(); ++i) {
        for (const text::GlyphRun& run : text.set.lines[i].runs) {
            const compose::Inline* source = text.source(run.run);
            if (source != nullptr && source->note) lines.push_back(i);
        }
    }
    return lines;
}

Length text_height(const compose::PageMaster& master) {
    return master.height - master.margins.top - master.margins.bottom;
}

/// What was made of it: it is to be set anew.
void forget(Sequence& sequence) {
    sequence.store = {};
    sequence.stack = {};
    sequence.plans.clear();
    sequence.part = {};
    sequence.setting = sequence.planning = {};
}

/// One document on its way to its pages.
class Layout {
   public:
    Layout(const compose::Document& document, text::Typesetter& typesetter, compose::Blocks* spent)
        : document_(document), typesetter_(typesetter), spent_(spent) {}

    Pages pages() {
        open({});
        for (; end_ < document_.blocks.size(); ++end_) {
            const auto* page_break = std::get_if<compose::PageBreak>(&document_.blocks[end_].is);
            if (page_break == nullptr) continue;
            open(*page_break);
            first_ = end_ + 1;
        }
        close();
        settle_waiting();
        for (Sequence* sequence : waiting_) name_notes(*sequence);
        number();
        for (Sequence* sequence : waiting_) draw(*sequence);
        return whole();
    }

    /// What was found, as if all were set first, then planned, then drawn.
    base::Diagnostics found() const {
        base::Diagnostics found;
        for (const Sequence& sequence : sequences_) found.append(sequence.setting);
        for (const Sequence& sequence : sequences_) found.append(sequence.planning);
        for (const Sequence& sequence : sequences_) found.append(sequence.drawing);
        found.append(missing_);
        return found;
    }

   private:
    const compose::PageMaster* master_named(const std::string& name) const {
        const auto found = document_.masters.find(name);
        if (found != document_.masters.end()) return &found->second;
        if (now_.master != nullptr) return now_.master;
        return document_.masters.empty() ? &plain() : &document_.masters.begin()->second;
    }

    void open(const compose::PageBreak& page_break) {
        close();
        now_.master = master_named(page_break.master);
        for (const auto& [name, text] : page_break.slots) now_.slots[name] = &text;
        now_.thumb = page_break.thumb;
        if (page_break.number_from > 0) now_.number_from = page_break.number_from, now_.roman = page_break.roman;
    }

    void close() {
        if (first_ == end_) return;
        Sequence& sequence = sequences_.emplace_back();
        static_cast<Opening&>(sequence) = now_;
        now_.number_from = 0;
        sequence.first = first_;
        sequence.end = end_;
        sequence.elements_before = elements_;
        plan(sequence);
        elements_ += static_cast<int>(sequence.set_elements) - 1;
        tell_draft(sequence);
        if (sequence.store.prints_pages) {
            waiting_.push_back(&sequence);
        } else {
            settle_notes(sequence);
            name_notes(sequence);
            known_.anchors.insert(sequence.anchors.begin(), sequence.anchors.end());
            draw(sequence);
        }
    }

    Setter setter(Sequence& sequence, base::Diagnostics& found) {
        return {document_,
                typesetter_,
                found,
                sequence.store,
                sequence.part.structure,
                numbers_,
                sequence.notes,
                common_,
                text_height(*sequence.master),
                sequence.elements_before};
    }

    void set(Sequence& sequence) {
        sequence.part.structure.elements.emplace_back().type = "Document";
        Setter setter = this->setter(sequence, sequence.setting);
        Builder builder(sequence.stack);
        const compose::PageMaster& master = *sequence.master;
        const Where where{{}, master.width - master.margins.left - master.margins.right, 0};
        const compose::Blocks& blocks = document_.blocks;
        for (std::size_t i = sequence.first; i < sequence.end; ++i) {
            const Neighbours near{i > sequence.first ? &blocks[i - 1] : nullptr,
                                  i + 1 < sequence.end ? &blocks[i + 1] : nullptr};
            set_block(setter, builder, near, blocks[i], where);
        }
        finish(sequence.stack);
        sequence.set_elements = sequence.part.structure.elements.size();
    }

    /// Anew, with the numbers that are known.
    void plan(Sequence& sequence) {
        forget(sequence);
        set(sequence);
        Setter setter = this->setter(sequence, sequence.planning);
        plan_pages(setter, sequence, setter.page_height);
        sequence.anchors = find_anchors(sequence.plans);
        known_.anchors.insert(sequence.anchors.begin(), sequence.anchors.end());
    }

    /// Sets paragraphs with page numbers and marks of notes again. False when one of them has other lines now.
    bool settle(Sequence& sequence) {
        sequence.notes = number_notes(sequence.plans);
        bool same = true;
        for (Text& text : sequence.store.texts) {
            if (!text.has_references || !change_numbers(text, numbers_, sequence.notes)) continue;
            const std::vector<std::size_t> before = lines_of_marks(text);
            same = set_again(text, typesetter_) && before == lines_of_marks(text) && same;
        }
        return same;
    }

    void settle_notes(Sequence& sequence) {
        for (int pass = 1; !settle(sequence) && pass < most_passes; ++pass) plan(sequence);
    }

    void settle_waiting() {
        for (int pass = 1;; ++pass) {
            number();
            std::vector<Sequence*> moved;
            for (Sequence* sequence : waiting_) {
                if (!settle(*sequence)) moved.push_back(sequence);
            }
            if (moved.empty() || pass == most_passes) return;
            for (Sequence* sequence : moved) plan(*sequence);
        }
    }

    /// Notes are known by where they begin, once that is settled.
    void name_notes(Sequence& sequence) {
        for (PagePlan& plan : sequence.plans) {
            for (NoteOnPage& note : plan.notes) {
                if (!note.marks.empty()) note.anchor = "footnote-" + std::to_string(++footnotes_);
            }
        }
        sequence.anchors = find_anchors(sequence.plans);
    }

    /// Where every sequence begins, and what is printed on its pages.
    void number() {
        known_.numbers = number_pages(sequences_);
        known_.all = true;
        known_.anchors.clear();
        numbers_.clear();
        std::size_t page = 0;
        for (Sequence& sequence : sequences_) {
            sequence.page = page;
            for (auto [anchor, place] : sequence.anchors) {
                place.page += static_cast<int>(page);
                const bool first = known_.anchors.emplace(anchor, place).second;
                if (first) numbers_[anchor] = known_.numbers[static_cast<std::size_t>(place.page)].text;
            }
            page += sequence.plans.size();
        }
    }

    /// Its mark is an element on the first page that has one: no picture that fills its page does.
    void tell_draft(Sequence& sequence) {
        if (draft_told_ || document_.draft_mark.empty() || document_.draft_style == nullptr) return;
        const auto has_mark = [](const PagePlan& plan) { return plan.full == nullptr; };
        sequence.tells_draft = draft_told_ = std::any_of(sequence.plans.begin(), sequence.plans.end(), has_mark);
    }

    void draw(Sequence& sequence) {
        Setter setter = this->setter(sequence, sequence.drawing);
        Writer writer(sequence.part);
        Drawer drawer{setter, writer, known_};
        draw_pages(drawer, sequence);
        give_up(sequence);
    }

    /// All that the pages were drawn from.
    void give_up(Sequence& sequence) {
        sequence.store = {};
        sequence.stack = {};
        if (spent_ == nullptr) return;
        for (std::size_t i = sequence.first; i < sequence.end; ++i) (*spent_)[i] = {};
    }

    void draw_all_furniture(Sequence& sequence) {
        Setter setter = this->setter(sequence, sequence.drawing);
        Writer writer(sequence.part);
        Drawer drawer{setter, writer, known_};
        int draft_element = sequence.draft_element;
        for (std::size_t i = 0; i < sequence.plans.size(); ++i) {
            const PageNumber& number = known_.numbers[sequence.page + i];
            sequence.part.pages[i].label = document_.page_label_prefix + number.text;
            if (sequence.plans[i].full != nullptr) continue;
            writer.turn_to(static_cast<int>(i));
            draw_furniture(drawer, sequence.plans[i], number, std::exchange(draft_element, -1));
        }
        sequence.store = {};
    }

    /// Links that were drawn before all anchors were known, and lead nowhere.
    void take_back_links() {
        for (const auto& [anchor, span] : known_.awaited) {
            if (known_.anchors.contains(anchor)) continue;
            missing_.error(span, base::say("nothing is called `{}`: the link leads nowhere", anchor));
            for (Sequence& sequence : sequences_) unlink(sequence.part, anchor);
        }
    }

    Pages whole() {
        take_back_links();
        for (Sequence& sequence : sequences_) draw_all_furniture(sequence);
        Pages pages;
        pages.metadata = document_.metadata;
        pages.assets = document_.assets;
        Element& root = pages.structure.elements.emplace_back();
        root.type = "Document";
        root.said.own().language = document_.metadata.language;
        root.said.own().title = document_.metadata.title;
        join(sequences_, pages);
        pages.anchors = std::move(known_.anchors);
        return pages;
    }

    const compose::Document& document_;
    text::Typesetter& typesetter_;
    compose::Blocks* spent_;           ///< the document's, where they are given up
    Opening now_;                      ///< what the next page break opens with
    std::size_t first_ = 0, end_ = 0;  ///< blocks since the last page break
    Common common_;
    std::deque<Sequence> sequences_;
    std::vector<Sequence*> waiting_;              ///< for the numbers of pages
    std::map<std::string, std::string> numbers_;  ///< of pages, by anchor
    Known known_;
    int elements_ = 0;   ///< that are set
    int footnotes_ = 0;  ///< that have a name
    bool draft_told_ = false;
    base::Diagnostics missing_;
};

Pages lay_out(const compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics,
              compose::Blocks* spent) {
    Layout layout(document, typesetter, spent);
    Pages pages = layout.pages();
    const base::Diagnostics found = layout.found();
    for (const base::Diagnostic& each : found.all()) diagnostics.warning(each.name, each.span, each.message, each.hint);
    return pages;
}

}  // namespace

void draw_pages(Drawer& drawer, Sequence& sequence) {
    drawer.notes = notes_by_mark(sequence.plans);
    const compose::PageMaster& master = *sequence.master;
    for (std::size_t i = 0; i < sequence.plans.size(); ++i) {
        PagePlan& plan = sequence.plans[i];
        plan.opens = i == 0;
        drawer.writer.begin_page(master.width, master.height);
        if (plan.full != nullptr) {
            const Rect rect{{}, {}, master.width, master.height};
            drawer.writer.mark(plan.full_element, Picture{plan.full->asset, plan.full->page, rect});
            if (plan.full_element >= 0) drawer.writer.bound(plan.full_element, rect);
            continue;
        }
        const Point corner{master.margins.left, master.margins.top};
        draw_pieces(drawer, sequence.stack, plan.pieces, corner);
        draw_notes(drawer, plan.notes, corner);
        std::vector<Piece>().swap(plan.pieces);
        if (sequence.tells_draft && sequence.draft_element < 0) {
            sequence.draft_element = add_element(drawer.writer.structure(), "P", 0, 0);
        }
    }
}

Pages lay_out(const compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics) {
    return lay_out(document, typesetter, diagnostics, nullptr);
}

Pages lay_out_last(compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics) {
    Pages pages = lay_out(document, typesetter, diagnostics, &document.blocks);
    compose::Blocks().swap(document.blocks);
    return pages;
}

}  // namespace layout
