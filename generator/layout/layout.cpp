// Sets and plans anew with the page numbers found, until no line that prints one changes, four times at most.
#include "layout/layout.h"

#include "layout/draw.h"
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

/// One way from the document to planned pages.
class Pass {
   public:
    Pass(const compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics,
         const std::map<std::string, std::string>& numbers, const NoteNumbers& notes)
        : document_(document), setter_{document, typesetter, diagnostics, store_, structure_,
                                       numbers,  notes,      {},          0,      0} {
        Element root;
        root.type = "Document";
        root.said.own().language = document.metadata.language;
        root.said.own().title = document.metadata.title;
        structure_.elements.push_back(std::move(root));
    }

    void set() {
        open({});
        for (; end_ < document_.blocks.size(); ++end_) {
            const auto* page_break = std::get_if<compose::PageBreak>(&document_.blocks[end_].is);
            if (page_break == nullptr) continue;
            open(*page_break);
            first_ = end_ + 1;
        }
        close();
    }

    void plan() {
        for (Sequence& sequence : sequences_) {
            plan_pages(setter_, sequence, text_height(*sequence.master), plans_);
        }
        anchors_ = find_anchors(plans_);
        page_numbers_ = number_pages(plans_);
    }

    std::map<std::string, std::string> numbers() const {
        std::map<std::string, std::string> found;
        for (const auto& [anchor, place] : anchors_) {
            found.emplace(anchor, page_numbers_[static_cast<std::size_t>(place.page)].text);
        }
        return found;
    }

    NoteNumbers note_numbers() const { return number_notes(plans_); }

    /// Sets paragraphs with page numbers and marks of notes again. False when one of them has other lines now.
    bool settle(const std::map<std::string, std::string>& numbers, const NoteNumbers& notes) {
        bool same = true;
        for (Text& text : store_.texts) {
            if (!text.has_references || !change_numbers(text, numbers, notes)) continue;
            const std::vector<std::size_t> before = lines_of_marks(text);
            same = set_again(text, setter_.typesetter) && before == lines_of_marks(text) && same;
        }
        return same;
    }

    /// Gives up the blocks `spent`, the document's, where there are any.
    Pages draw(compose::Blocks* spent) {
        Pages pages;
        pages.metadata = document_.metadata;
        pages.assets = document_.assets;
        pages.structure = std::move(structure_);
        pages.anchors = anchors_;
        Writer writer(pages);
        Drawer drawer{setter_, writer, anchors_, page_numbers_, false, false, false, spent, 0, {}, {}};
        draw_pages(drawer, plans_);
        prune(pages);
        return pages;
    }

   private:
    static Length text_height(const compose::PageMaster& master) {
        return master.height - master.margins.top - master.margins.bottom;
    }

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
        sequence.master = now_.master;
        sequence.slots = now_.slots;
        sequence.thumb = now_.thumb;
        sequence.number_from = std::exchange(now_.number_from, 0);
        sequence.roman = now_.roman;
        sequence.first = first_;
        sequence.end = end_;
        const compose::Insets& margins = now_.master->margins;
        setter_.page_height = text_height(*now_.master);
        Builder builder(sequence.stack);
        const Where where{{}, now_.master->width - margins.left - margins.right, 0};
        const compose::Blocks& blocks = document_.blocks;
        for (std::size_t i = first_; i < end_; ++i) {
            const Neighbours near{i > first_ ? &blocks[i - 1] : nullptr, i + 1 < end_ ? &blocks[i + 1] : nullptr};
            set_block(setter_, builder, near, blocks[i], where);
        }
        finish(sequence.stack);
        sequence.texts = store_.texts.size();
    }

    static bool change_numbers(Text& text, const std::map<std::string, std::string>& numbers,
                               const NoteNumbers& notes) {
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
    static std::vector<std::size_t> lines_of_marks(const Text& text) {
        std::vector<std::size_t> lines;
        for (std::size_t i = 0; i < text.set.lines.size(); ++i) {
            for (const text::GlyphRun& run : text.set.lines[i].runs) {
                const compose::Inline* source = text.source(run.run);
                if (source != nullptr && source->note) lines.push_back(i);
            }
        }
        return lines;
    }

    const compose::Document& document_;
    Store store_;
    Structure structure_;
    Setter setter_;
    Sequence now_;                     ///< what the next page break opens with
    std::size_t first_ = 0, end_ = 0;  ///< blocks since the last page break
    std::deque<Sequence> sequences_;
    std::vector<PagePlan> plans_;
    std::vector<PageNumber> page_numbers_;
    std::map<std::string, Destination> anchors_;
};

/// All that the pages of a sequence were drawn from.
void give_up(Drawer& drawer, Sequence& sequence) {
    std::deque<Text>& texts = drawer.setter.store.texts;
    for (; drawer.spent_texts < sequence.texts; ++drawer.spent_texts) texts.pop_front();
    sequence.stack = {};
    if (drawer.spent == nullptr) return;
    for (std::size_t i = sequence.first; i < sequence.end; ++i) (*drawer.spent)[i] = {};
}

Pages lay_out(const compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics,
              compose::Blocks* spent) {
    std::map<std::string, std::string> numbers;
    NoteNumbers notes;
    for (int i = 1;; ++i) {
        base::Diagnostics found;
        Pass pass(document, typesetter, found, numbers, notes);
        pass.set();
        pass.plan();
        numbers = pass.numbers();
        notes = pass.note_numbers();
        if (!pass.settle(numbers, notes) && i < most_passes) continue;
        Pages pages = pass.draw(spent);
        for (const base::Diagnostic& each : found.all())
            diagnostics.warning(each.name, each.span, each.message, each.hint);
        return pages;
    }
}

}  // namespace

void draw_pages(Drawer& drawer, std::vector<PagePlan>& plans) {
    drawer.notes = notes_by_mark(plans);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        PagePlan& plan = plans[i];
        plan.opens = i == 0 || plans[i - 1].sequence != plan.sequence;
        const compose::PageMaster& master = *plan.sequence->master;
        drawer.writer.begin_page(master.width, master.height,
                                 drawer.setter.document.page_label_prefix + drawer.numbers[i].text);
        if (plan.full != nullptr) {
            const Rect rect{{}, {}, master.width, master.height};
            drawer.writer.mark(plan.full_element, Picture{plan.full->asset, plan.full->page, rect});
            if (plan.full_element >= 0) drawer.writer.bound(plan.full_element, rect);
        } else {
            const Point corner{master.margins.left, master.margins.top};
            draw_pieces(drawer, plan.sequence->stack, plan.pieces, corner);
            draw_notes(drawer, plan.notes, corner);
            draw_furniture(drawer, plan, i);
            std::vector<Piece>().swap(plan.pieces);
        }
        if (i + 1 == plans.size() || plans[i + 1].sequence != plan.sequence) give_up(drawer, *plan.sequence);
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
