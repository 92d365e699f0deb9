// Where anchors stand once the pages are planned.
#include "layout/flow.h"

namespace layout {

namespace {

struct Finder {
    std::map<std::string, Destination>& found;
    int page;

    void note(const std::string& anchor, Length y) const {
        if (!anchor.empty()) found.emplace(anchor, Destination{page, y});
    }

    void fragment(const Fragment& fragment, Length top) const {
        const std::size_t rows = fragment.row_tops.size() - 1;
        for (std::size_t i = fragment.begins ? 0 : 1; i < rows; ++i) {
            note(fragment.unit->anchors[fragment.first_row + i], top + fragment.row_tops[i]);
        }
        for (const CellPart& part : fragment.parts) {
            const Stack& stack = fragment.unit->cells[part.cell].stack;
            stack_part(stack, part.from, part.end, top + fragment.row_tops[static_cast<std::size_t>(part.row)]);
        }
    }

    void stack_part(const Stack& stack, std::size_t from, std::size_t end, Length top) const {
        for (std::size_t i = from; i < end; ++i) {
            const Length y = top + stack.strips[i].top - stack.strips[from].top;
            strip(stack.strips[i], y);
            if (const auto* unit = std::get_if<UnitOf>(&stack.strips[i].what)) whole(*unit->unit, y);
            if (const auto* inner = std::get_if<PageTopOf>(&stack.strips[i].what)) page_top(*inner, false, y);
        }
    }

    /// A unit inside a cell is never cut; its rows are taken to stand at its top.
    void whole(const Unit& unit, Length y) const {
        for (const std::string& anchor : unit.anchors) note(anchor, y);
        for (const CellSet& cell : unit.cells) stack_part(cell.stack, 0, cell.stack.strips.size(), y);
    }

    void strip(const Strip& strip, Length y) const {
        if (strip.anchor != nullptr) note(*strip.anchor, y);
        const auto* placed = std::get_if<PlacedOf>(&strip.what);
        if (placed != nullptr) stack_part(*placed->stack, 0, placed->stack->strips.size(), placed->placed->y);
    }

    void page_top(const PageTopOf& page_top, bool at_top, Length y) const {
        const Stack& stack = at_top ? *page_top.at_top : *page_top.elsewhere;
        stack_part(stack, 0, stack.strips.size(), y);
    }
};

}  // namespace

std::map<std::string, Destination> find_anchors(const std::vector<PagePlan>& plans) {
    std::map<std::string, Destination> found;
    for (std::size_t page = 0; page < plans.size(); ++page) {
        const PagePlan& plan = plans[page];
        const Finder finder{found, static_cast<int>(page)};
        const Length top = plan.sequence->master->margins.top;
        for (const NoteOnPage& note : plan.notes) finder.note(note.anchor, top + note.y);
        for (const Piece& piece : plan.pieces) {
            if (piece.repeated) continue;
            if (piece.fragment) finder.fragment(*piece.fragment, top + piece.y);
            const Strip& strip = plan.sequence->stack.strips[piece.strip];
            finder.strip(strip, top + piece.y);
            const auto* page_top = std::get_if<PageTopOf>(&strip.what);
            if (page_top != nullptr) finder.page_top(*page_top, piece.page_top, top + piece.y);
        }
    }
    return found;
}

}  // namespace layout
