// Fills a page until a strip overflows, then breaks above at the last of the least unwanted places, or cuts it.
#include "layout/flow.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <limits>
#include <span>

#include "base/message.h"
#include "layout/span.h"
#include "layout/unit.h"

namespace layout {

namespace {

/// A head higher than half the page would leave no room for rows: it is not repeated.
constexpr std::int64_t head_share = 2;
/// What a page can hold is parted only where more than that part of one would stay empty.
constexpr std::int64_t empty_share = 3;
/// The same for a table, which is read across its rows.
constexpr std::int64_t table_share = 2;
/// So often a unit is cut shorter for the notes that it marks.
constexpr int most_cuts = 4;
/// A last page that is filled to less than that part takes over from so many before it.
constexpr std::int64_t full_share = 3;
constexpr std::size_t most_giving = 2;

class Flow {
   public:
    Flow(Setter& setter, Sequence& sequence, Length height)
        : setter_(setter),
          sequence_(sequence),
          height_(height),
          foot_(setter, text_width(*sequence.master), height),
          has_notes_(!setter.document.notes.empty()) {}

    bool done() const { return next_ >= strips().size() && !foot_.waits(); }

    /// From now on pages hold about as much, where a break is no less wanted. What is reported has been before.
    void share(Length part) { part_ = part; }

    PagePlan page() {
        PagePlan plan{&sequence_, {}, nullptr, -1, true, {}, {}};
        const bool more = next_ < strips().size();
        if (more && full_picture(plan, next_)) return plan;
        pieces_.clear();
        y_ = {};
        first_ = next_;
        foot_.begin_page();
        if (more) repeat_head();
        if (more) fill();
        plan.filled = text_end();
        sink();
        plan.notes = foot_.end_page(text_end());
        plan.pieces = std::move(pieces_);
        return plan;
    }

   private:
    std::vector<Strip>& strips() const { return sequence_.stack.strips; }
    /// The first strip of the page is a unit cut on the page before.
    bool resuming() const { return cursor_.row > 0 || cursor_.open; }
    UnitOf* unit_at(std::size_t strip) const { return std::get_if<UnitOf>(&strips()[strip].what); }

    const compose::Image* full_image(std::size_t strip) const {
        const auto* picture = std::get_if<PictureOf>(&strips()[strip].what);
        return picture != nullptr && picture->image->full_page ? picture->image : nullptr;
    }

    bool full_picture(PagePlan& plan, std::size_t strip) {
        plan.full = full_image(strip);
        if (plan.full == nullptr) return false;
        plan.full_element = std::get<PictureOf>(strips()[strip].what).element;
        ++next_;
        return true;
    }

    /// Whether what begins the page goes on with a table or figure that began before it.
    bool goes_on(const Overleaf& overleaf) const {
        return resuming() || (first_ > 0 && overleaf_of(strips()[first_ - 1]) == &overleaf);
    }

    void repeat_head() {
        const UnitOf* what = unit_at(first_);
        if (what != nullptr && what->unit->head) return;
        Overleaf* overleaf = overleaf_of(strips()[first_]);
        if (overleaf == nullptr) return;
        // A table's first row stands here anyway when its head could not stay with it.
        if (what != nullptr && !goes_on(*overleaf)) return;
        set_overleaf(setter_, *overleaf);
        const Length heads = overleaf->height + (what == nullptr ? Length{} : what->table->head_height);
        if (heads > height_ / head_share) return;
        if (!overleaf->stack->strips.empty()) pieces_.push_back({first_, {}, std::nullopt, true, true, false});
        y_ = overleaf->height;
        if (what == nullptr) return;
        TableSet& table = *what->table;
        if (table.head != nullptr) repeat(*table.head);
        if (Unit* group = group_above(table)) repeat(*group);
    }

    void repeat(Unit& unit) {
        Fragment fragment = whole_fragment(unit);
        const Length height = fragment.height();
        pieces_.push_back({first_, y_, std::move(fragment), true, false, false});
        y_ += height;
    }

    /// A row of one heading across the table: the rows below it are its own, whether it is set again or not.
    static bool is_band(const Unit& unit) {
        if (unit.cells.size() != 1 || unit.cells[0].source == nullptr) return false;
        const compose::Cell& cell = *unit.cells[0].source;
        return cell.header && cell.scope == compose::Scope::both;
    }

    /// The row that heads the page's first row, when it stands on an earlier page.
    Unit* group_above(const TableSet& table) const {
        const Unit& first = *unit_at(first_)->unit;
        if (first.repeats || is_band(first)) return nullptr;
        for (std::size_t at = first_; at-- > 0 && same_table(at, table);) {
            Unit& unit = *unit_at(at)->unit;
            if (unit.repeats) return &unit;
            if (is_band(unit)) return nullptr;
        }
        return nullptr;
    }

    bool same_table(std::size_t strip, const TableSet& table) const {
        const UnitOf* what = unit_at(strip);
        return what != nullptr && what->table == &table;
    }

    /// What stands first on a page may have a setting of its own.
    Length height_of(std::size_t strip) const {
        const auto* page_top = std::get_if<PageTopOf>(&strips()[strip].what);
        return page_top != nullptr && strip == first_ ? page_top->at_top->height() : strips()[strip].height;
    }

    static Length text_width(const compose::PageMaster& master) {
        return master.width - master.margins.left - master.margins.right;
    }

    /// In a strip or a fragment; where the Document has no notes, nothing is looked through for them.
    template <typename... What>
    NoteMarks marks_in(const What&... what) const {
        return has_notes_ ? note_marks(what...) : NoteMarks{};
    }
    NoteMarks marks_at(std::size_t strip) const { return marks_in(strips()[strip], strip == first_); }
    NoteMarks marks_of(const Piece& piece) const {
        if (piece.repeated) return {};
        return piece.fragment ? marks_in(*piece.fragment) : marks_in(strips()[piece.strip], piece.page_top);
    }

    Length end_of(const Piece& piece) const {
        return piece.y + (piece.fragment ? piece.fragment->height() : height_of(piece.strip));
    }

    /// Where the last piece ends.
    Length text_end() const { return pieces_.empty() ? Length{} : end_of(pieces_.back()); }

    void fill() {
        for (std::size_t i = first_; i < strips().size(); ++i) {
            if (i > first_ && full_image(i) != nullptr) return end_page(i);
            if (strips()[i].fresh && begin_fresh(i)) return;
            const Length top = y_ + (i == first_ ? Length{} : strips()[i].before);
            if (i == first_ && resuming()) {
                if (!resume(i, top)) return;
                continue;
            }
            const NoteMarks marks = marks_at(i);
            if (top + height_of(i) + foot_.height(marks) > height_) return overflow(i, top, marks);
            place(i, top);
            foot_.add(marks);
        }
        end_page(strips().size());
    }

    void place(std::size_t strip, Length top) {
        Piece piece{strip, top, std::nullopt, false, false, strip == first_};
        if (const UnitOf* what = unit_at(strip)) piece.fragment = whole_fragment(*what->unit);
        pieces_.push_back(std::move(piece));
        y_ = top + height_of(strip);
    }

    void end_page(std::size_t next) {
        next_ = next;
        while (!pieces_.empty() && pieces_.back().strip >= next && !pieces_.back().repeated) pieces_.pop_back();
        foot_.clear();
        for (const Piece& piece : pieces_) foot_.add(marks_of(piece));
    }

    /// Moves what is to stand at the foot there, with all below it.
    void sink() {
        const auto sinks = [&](const Piece& piece) { return !piece.repeated && strips()[piece.strip].at_foot; };
        const auto from = std::find_if(pieces_.begin(), pieces_.end(), sinks);
        const Length room = height_ - foot_.height() - text_end();
        if (room > Length{}) std::for_each(from, pieces_.end(), [&](Piece& piece) { piece.y += room; });
    }

    /// Goes on with a unit cut on the page before. False when it fills this page too.
    bool resume(std::size_t strip, Length top) {
        std::optional<Fragment> fragment = cut_with_notes(*unit_at(strip)->unit, cursor_, height_ - top, true);
        return add_fragment(strip, top, std::move(*fragment));
    }

    /// As much of a unit as has room with the notes it marks.
    std::optional<Fragment> cut_with_notes(Unit& unit, Cursor& cursor, Length room, bool forced) {
        Length foot = foot_.height();
        for (int turn = 0;; ++turn) {
            Cursor moved = cursor;
            std::optional<Fragment> fragment = cut_unit(setter_, unit, moved, room - foot, forced);
            const Length needed = fragment ? foot_.height(marks_in(*fragment)) : foot;
            if (needed > foot && turn < most_cuts) {
                foot = needed;
                continue;
            }
            cursor = std::move(moved);
            return fragment;
        }
    }

    /// True when the unit is at its end.
    bool add_fragment(std::size_t strip, Length top, Fragment fragment) {
        y_ = top + fragment.height();
        foot_.add(marks_in(fragment));
        const bool last = fragment.last;
        pieces_.push_back({strip, top, std::move(fragment), false, false, false});
        if (last) {
            cursor_ = {};
            next_ = strip + 1;
            if (y_ > height_) report(strip);
        } else {
            next_ = strip;
        }
        return last;
    }

    struct Break {
        std::size_t at;
        int level;
    };

    /// The last of the least unwanted breaks above strip i, or where the page shares what it holds the one nearest to
    /// its part; at the page's first strip when there is none.
    Break best_break(std::size_t i) const {
        Break best{first_, std::numeric_limits<int>::max()};
        for (std::size_t at = first_ + 1; at <= i; ++at) {
            if (strips()[at].level <= best.level) best = {at, strips()[at].level};
        }
        if (part_ == Length{}) return best;
        const std::size_t last = best.at;
        Length off = beside_part(end_before(last));
        for (const Piece& piece : pieces_) {
            const std::size_t at = piece.strip + 1;
            if (piece.repeated || at >= last || strips()[at].level != best.level) continue;
            if (beside_part(end_of(piece)) >= off || !(begins(at) || in_one_table(at, last))) continue;
            best.at = at;
            off = beside_part(end_of(piece));
        }
        return best;
    }

    /// How far from its part a page is that ends there.
    Length beside_part(Length end) const { return std::max(end - part_, part_ - end); }

    /// Whether something begins there that may begin a page early: no paragraph, which fills a page to its foot, unless
    /// it heads what follows, and no row of a table that began before.
    bool begins(std::size_t strip) const {
        if (in_one_table(strip - 1, strip)) return false;
        std::size_t after = strip;
        if (std::holds_alternative<LabelOf>(strips()[after].what)) ++after;
        const auto* line = std::get_if<LineOf>(&strips()[after].what);
        if (line == nullptr) return true;
        after += line->text->set.lines.size();
        return line->line == 0 && after < strips().size() && strips()[after].level >= keep::next;
    }

    bool in_one_table(std::size_t strip, std::size_t later) const {
        const UnitOf* what = unit_at(strip);
        return what != nullptr && what->table != nullptr && later < strips().size() && same_table(later, *what->table);
    }

    /// Ends the page above strip i, unless only what must stay with it stands there.
    bool begin_fresh(std::size_t i) {
        const Break best = best_break(i);
        if (best.level >= keep::next) return false;
        end_page(best.at);
        return true;
    }

    /// Strip i does not fit with its notes: its last note goes on overleaf, it is cut, or the page breaks where that is
    /// least unwanted.
    void overflow(std::size_t i, Length top, const NoteMarks& marks) {
        const Length foot = top + height_of(i);
        if (!marks.empty() && unit_at(i) == nullptr && foot + foot_.least_height(marks) <= height_) {
            place(i, top);
            return end_page(i + 1 < strips().size() ? best_break(i + 1).at : i + 1);
        }
        if (i == first_ && foot_.height() > Length{}) return end_page(i);  // what is left from before comes first
        if (i == first_ && !marks.empty() && foot <= height_) {
            place(i, top);
            return end_page(i + 1);
        }
        const auto [best, least] = best_break(i);
        if (unit_at(i) != nullptr && (strips()[i].inner <= least || best == first_) && !waits(i, best)) {
            if (cut(i, top, best == first_)) return;
        }
        if (best == first_) return oversize(i, top);
        end_page(parting(i, best));
    }

    /// The break above strip i, or where the figure or table is parted that goes on there, though a page can hold it:
    /// with the break that is less unwanted, too much of this page would stay empty.
    std::size_t parting(std::size_t i, std::size_t best) const {
        const Overleaf* whole = overleaf_of(strips()[i]);
        const std::int64_t share = unit_at(i) == nullptr ? empty_share : table_share;
        if (whole == nullptr || height_ - end_before(best) <= height_ / share) return best;
        std::size_t parted = best;
        for (std::size_t at = i; at > best && overleaf_of(strips()[at]) == whole; --at) {
            if (strips()[at].level >= keep::row) continue;
            const bool nearer = part_ > Length{} && beside_part(end_before(at)) < beside_part(end_before(parted));
            if (parted == best || nearer) parted = at;
        }
        return parted;
    }

    /// Whether what a page can hold is left whole for the next one: little stays empty here, with the heads that would
    /// go with it.
    bool waits(std::size_t i, std::size_t best) const {
        const TableSet* table = unit_at(i)->table;
        const Length heads = table == nullptr ? Length{} : table->head_height + table->overleaf.height;
        if (best == first_ || strips()[i].height + heads > height_) return false;
        return height_ - end_before(best) <= height_ / empty_share;
    }

    /// Where the page would end with a break above that strip.
    Length end_before(std::size_t strip) const {
        Length end;
        for (const Piece& piece : pieces_) {
            if (piece.strip < strip || piece.repeated) end = end_of(piece);
        }
        return end;
    }

    bool cut(std::size_t i, Length top, bool forced) {
        Unit& unit = *unit_at(i)->unit;
        if (!forced && !unit.inside && strips()[i].height <= height_) return false;
        Cursor cursor;
        std::optional<Fragment> fragment = cut_with_notes(unit, cursor, height_ - top, forced);
        if (!fragment) return false;
        cursor_ = std::move(cursor);
        add_fragment(i, top, std::move(*fragment));
        return true;
    }

    void oversize(std::size_t i, Length top) {
        report(i);
        place(i, top);
        next_ = i + 1;
    }

    void report(std::size_t strip) {
        if (part_ > Length{}) return;
        setter_.diagnostics.warning("overflow", span_of(strips()[strip]),
                                    base::say("this block is higher than the page: {} of {} pt",
                                              strips()[strip].height.value / 1000, height_.value / 1000));
    }

    Setter& setter_;
    Sequence& sequence_;
    Length height_;
    std::size_t next_ = 0;   ///< strip the next page begins with
    std::size_t first_ = 0;  ///< strip this page begins with
    Cursor cursor_;
    std::vector<Piece> pieces_;
    Length y_;
    Foot foot_;
    bool has_notes_;
    Length part_;  ///< what a page is to hold that shares with the next ones; zero: it does not
};

/// The last pages of a sequence anew, so that they share what they hold: none where that takes a page more, or leaves
/// as much empty on one of them. `flow` stands where the first of them begins.
std::vector<PagePlan> shared(Flow flow, std::span<const PagePlan> pages) {
    Length held;
    for (const PagePlan& page : pages) held += page.filled;
    flow.share(held / static_cast<std::int64_t>(pages.size()));
    std::vector<PagePlan> anew;
    while (!flow.done()) {
        anew.push_back(flow.page());
        if (anew.size() > pages.size() || anew.back().filled <= pages.back().filled) return {};
    }
    return anew;
}

}  // namespace

std::map<const compose::Inline*, const NoteOnPage*> notes_by_mark(const std::vector<PagePlan>& plans) {
    std::map<const compose::Inline*, const NoteOnPage*> notes;
    for (const PagePlan& plan : plans) {
        for (const NoteOnPage& note : plan.notes) {
            for (const NoteMark& mark : note.marks) notes[mark.source] = &note;
        }
    }
    return notes;
}

NoteNumbers number_notes(const std::vector<PagePlan>& plans) {
    NoteNumbers numbers;
    for (const auto& [mark, note] : notes_by_mark(plans)) numbers.emplace(mark, note->number);
    return numbers;
}

void plan_pages(Setter& setter, Sequence& sequence, Length height) {
    std::vector<PagePlan>& plans = sequence.plans;
    Flow flow(setter, sequence, height);
    std::deque<Flow> begun;  // with the last pages
    while (!flow.done()) {
        begun.push_back(flow);
        if (begun.size() > most_giving + 1) begun.pop_front();
        plans.push_back(flow.page());
    }
    if (begun.size() < 2 || plans.back().full != nullptr || plans.back().filled >= height / full_share) return;
    for (; begun.size() > 1; begun.pop_front()) {
        const auto last = plans.end() - static_cast<std::ptrdiff_t>(begun.size());
        std::vector<PagePlan> anew = shared(begun.front(), {last, plans.end()});
        if (anew.empty()) continue;
        plans.erase(last, plans.end());
        std::move(anew.begin(), anew.end(), std::back_inserter(plans));
        return;
    }
}

}  // namespace layout
