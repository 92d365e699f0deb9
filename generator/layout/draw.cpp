// The boxes' grounds first, then the pieces with their tables' rules, then the boxes' borders on top.
#include "layout/draw.h"

#include <algorithm>
#include <utility>

#include "layout/places.h"
#include "layout/rules.h"
#include "layout/structure.h"
#include "layout/unit.h"

namespace layout {

bool Drawer::leads(const base::LinkTarget& to, base::Span span) {
    const auto* near = std::get_if<base::AnchorLink>(&to);
    if (near == nullptr || known.anchors.contains(near->anchor)) return true;
    known.awaited.emplace(near->anchor, span);
    return !known.all;
}

std::string Drawer::number(const std::string& anchor) const {
    const auto found = known.anchors.find(anchor);
    return found == known.anchors.end() ? "" : known.numbers[static_cast<std::size_t>(found->second.page)].text;
}

namespace {

void draw_picture(Drawer& drawer, const PictureOf& picture, const Rect& rect) {
    const int element = drawer.element(picture.element);
    drawer.writer.mark(element, Picture{picture.image->asset, picture.image->page, rect});
    if (element >= 0) drawer.writer.bound(element, rect);
}

std::string words_of(const Stack& stack) {
    std::string words;
    for (const Strip& strip : stack.strips) {
        const auto* line = std::get_if<LineOf>(&strip.what);
        if (line == nullptr || line->line > 0 || line->text->paragraph == nullptr) continue;
        for (const compose::Inline& part : line->text->paragraph->content) words += words_aloud(part);
    }
    return words;
}

/// Of a drawing on the page that is drawn. What goes on there is a figure of its own, right behind the one before: it
/// says how it is headed, and from where to where it goes.
int element_of(Drawer& drawer, const DrawingOf& drawing) {
    if (drawer.artifact || drawing.figure == nullptr || drawing.figure->parent < 0) return -1;
    FigureSet& figure = *drawing.figure;
    Structure& structure = drawer.writer.structure();
    const int page = drawer.writer.page();
    const bool goes_on = figure.page >= 0 && figure.page != page;
    figure.page = page;
    if (goes_on) {
        const auto& kids = structure.elements[static_cast<std::size_t>(figure.parent)].kids;
        const auto before = std::ranges::find_if(
            kids, [&](const Kid& kid) { return kid.kind == Kid::Kind::element && kid.index == figure.element; });
        const auto behind = static_cast<std::size_t>(before - kids.begin()) + 1;
        figure.element = add_element(structure, "Figure", figure.parent, behind);
        figure.first = drawing.reach->first;
        figure.heading = words_of(*figure.overleaf.stack);
        if (figure.heading.empty()) figure.heading = figure.source->alt;
    }
    if (!figure.heading.empty()) {
        const std::string to = drawing.reach->last == figure.first ? "" : "〜" + drawing.reach->last;
        tell(structure, figure.element, &Said::alt, figure.heading + "：" + figure.first + to);
    }
    return figure.element;
}

/// Draws one strip whose top left corner is at `at`.
struct DrawStrip {
    Drawer& drawer;
    const Strip& strip;
    Point at;
    bool at_top;

    void operator()(NothingOf&) const {}
    void operator()(LineOf& line) const {
        Text& text = *line.text;
        if (line.line == 0 && !drawer.artifact && text.paragraph != nullptr && !text.paragraph->bookmark.empty()) {
            drawer.writer.pages().bookmarks.push_back(
                {text.paragraph->bookmark, text.paragraph->bookmark_level, {drawer.writer.page(), at.y}});
        }
        draw_line(drawer, text, line.line, at, text.boxes[line.line].baseline);
        if (drawer.is_last() && line.line + 1 == text.set.lines.size()) text = {};
    }
    void operator()(LabelOf& label) const {
        if (!label.text->set.lines.empty()) draw_line(drawer, *label.text, 0, at, label.baseline);
        if (drawer.is_last()) *label.text = {};
    }
    void operator()(UnitOf&) const {}  // stand on pages as fragments, see draw_piece
    void operator()(PageTopOf& page_top) const {
        Stack& stack = at_top ? *page_top.at_top : *page_top.elsewhere;
        draw_stack(drawer, stack, 0, stack.strips.size(), at);
    }
    void operator()(PictureOf& picture) const {
        draw_picture(drawer, picture, {at.x, at.y, strip.width, strip.height});
    }
    void operator()(DrawingOf& drawing) const {
        const int element = element_of(drawer, drawing);
        for (const figures::Mark& mark : drawing.drawing->marks) {
            drawer.writer.mark(element, mark, at, ArtifactKind::layout);
            const auto* label = std::get_if<figures::Glyphs>(&mark);
            if (label != nullptr) {
                note_label(drawer.writer.pages(), *label, {at.x + label->origin.x, at.y + label->origin.y});
            }
        }
        if (element >= 0) drawer.writer.bound(element, {at.x, at.y, strip.width, strip.height});
        if (drawer.is_last() && drawing.drawing != drawing.figure->overleaf.head) *drawing.drawing = {};
    }
    void operator()(compose::Rule& rule) const {
        const Length y = at.y + rule.weight / 2;
        drawer.writer.mark(-1, Stroke{{at.x, y}, {at.x + strip.width, y}, rule.weight, rule.colour});
    }
    void operator()(EntryOf& entry) const { draw_entry(drawer, entry, at, strip.width); }
    void operator()(PlacedOf& placed) const {
        Stack& stack = *placed.stack;
        draw_stack(drawer, stack, 0, stack.strips.size(), {placed.placed->x, placed.placed->y});
    }
};

struct FrameSpan {
    int frame;
    Length top, bottom;
    std::size_t first, end;  ///< strips on this page
};

/// What of each box stands among the pieces, outer ones first.
std::vector<FrameSpan> frame_spans(const Stack& stack, const std::vector<Piece>& pieces) {
    std::vector<FrameSpan> spans;
    std::map<int, std::size_t> index;
    for (const Piece& piece : pieces) {
        const Strip& strip = stack.strips[piece.strip];
        const auto* page_top = std::get_if<PageTopOf>(&strip.what);
        Length bottom = piece.y + (piece.fragment ? piece.fragment->height() : strip.height);
        if (page_top != nullptr && piece.page_top) bottom = piece.y + page_top->at_top->height();
        for (int frame = strip.frame; frame >= 0; frame = stack.frames[static_cast<std::size_t>(frame)].outer) {
            const auto [at, is_new] = index.emplace(frame, spans.size());
            if (is_new) spans.push_back({frame, piece.y, bottom, piece.strip, piece.strip});
            FrameSpan& span = spans[at->second];
            span.bottom = std::max(span.bottom, bottom);
            span.end = piece.strip + 1;
        }
    }
    std::sort(spans.begin(), spans.end(), [](const FrameSpan& a, const FrameSpan& b) { return a.frame < b.frame; });
    return spans;
}

void draw_ground(Drawer& drawer, const Frame& frame, const FrameSpan& span, Point origin) {
    if (!frame.box->ground) return;
    const Rect rect{origin.x + frame.x, origin.y + span.top, frame.width, span.bottom - span.top};
    drawer.writer.mark(-1, Fill{rect, *frame.box->ground}, ArtifactKind::background);
}

void draw_rule(Drawer& drawer, const compose::Rule& rule, Point from, Point to) {
    if (rule.weight > Length{}) drawer.writer.mark(-1, Stroke{from, to, rule.weight, rule.colour});
}

/// Open at the top and at the foot where the box goes on over the edge of the page.
void draw_border(Drawer& drawer, const Frame& frame, const FrameSpan& span, Point origin) {
    const Length left = origin.x + frame.x, right = left + frame.width;
    const Length top = origin.y + span.top, bottom = origin.y + span.bottom;
    if (span.first == frame.first) draw_rule(drawer, frame.box->top, {left, top}, {right, top});
    if (span.end == frame.end) draw_rule(drawer, frame.box->bottom, {left, bottom}, {right, bottom});
    draw_rule(drawer, frame.box->left, {left, top}, {left, bottom});
    draw_rule(drawer, frame.box->right, {right, top}, {right, bottom});
}

/// Rows that nothing is left of, and that no later page repeats.
void give_up(const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
        if (!piece.fragment || piece.repeated || !piece.fragment->last) continue;
        Unit& unit = *piece.fragment->unit;
        if (!unit.head && !unit.repeats) std::vector<CellSet>().swap(unit.cells);
    }
}

void draw_overleaf(Drawer& drawer, Stack& overleaf, Point at) {
    const bool outer = std::exchange(drawer.artifact, true);
    draw_stack(drawer, overleaf, 0, overleaf.strips.size(), at);
    drawer.artifact = outer;
}

void draw_piece(Drawer& drawer, Stack& stack, const Piece& piece, Point origin, TableRules& rules, bool first) {
    Strip& strip = stack.strips[piece.strip];
    const Point at{origin.x + strip.x, origin.y + piece.y};
    auto* unit = std::get_if<UnitOf>(&strip.what);
    if (piece.overleaf) return draw_overleaf(drawer, *overleaf_of(strip)->stack, {origin.x, at.y});
    if (unit == nullptr || !piece.fragment) return std::visit(DrawStrip{drawer, strip, at, piece.page_top}, strip.what);
    if (unit->table != nullptr && rules.table() == nullptr) rules.begin(*unit->table, {at.x, origin.y});
    const bool outer = std::exchange(drawer.artifact, drawer.artifact || piece.repeated);
    const bool again =
        std::exchange(drawer.again, drawer.again || piece.fragment->unit->head || piece.fragment->unit->repeats);
    draw_fragment(drawer, *piece.fragment, at);
    drawer.again = again;
    drawer.artifact = outer;
    if (unit->table != nullptr) rules.add(*piece.fragment, piece.y, first);
}

const TableSet* table_of(const Stack& stack, const Piece& piece) {
    const auto* unit = std::get_if<UnitOf>(&stack.strips[piece.strip].what);
    return unit == nullptr || !piece.fragment ? nullptr : unit->table;
}

}  // namespace

void draw_pieces(Drawer& drawer, Stack& stack, const std::vector<Piece>& pieces, Point origin) {
    const std::vector<FrameSpan> spans = frame_spans(stack, pieces);
    const auto frame = [&](const FrameSpan& span) -> const Frame& {
        return stack.frames[static_cast<std::size_t>(span.frame)];
    };
    for (const FrameSpan& span : spans) draw_ground(drawer, frame(span), span, origin);
    TableRules rules;
    for (const Piece& piece : pieces) {
        const TableSet* table = table_of(stack, piece);
        if (rules.table() != nullptr && table != rules.table()) rules.draw(drawer);
        draw_piece(drawer, stack, piece, origin, rules, rules.table() == nullptr);
    }
    if (rules.table() != nullptr) rules.draw(drawer);
    for (const FrameSpan& span : spans) draw_border(drawer, frame(span), span, origin);
    if (drawer.is_last()) give_up(pieces);
}

void draw_notes(Drawer& drawer, const std::vector<NoteOnPage>& notes, Point corner) {
    if (notes.empty()) return;
    const compose::NoteStyle& style = drawer.setter.document.note_style;
    const Length y = corner.y + notes.front().y - style.below - style.rule.weight / 2;
    draw_rule(drawer, style.rule, {corner.x, y}, {corner.x + style.rule_width, y});
    for (const NoteOnPage& note : notes) {
        Point at{corner.x, corner.y + note.y};
        for (std::size_t i = note.from; i < note.end; ++i) {
            draw_line(drawer, *note.text, i, at, note.text->boxes[i].baseline);
            at.y += note.text->boxes[i].height;
        }
    }
}

void draw_stack(Drawer& drawer, Stack& stack, std::size_t from, std::size_t end, Point origin) {
    std::vector<Piece> pieces;
    for (std::size_t i = from; i < end; ++i) {
        Piece piece{i, stack.strips[i].top - stack.strips[from].top, std::nullopt, false, false, false};
        if (auto* unit = std::get_if<UnitOf>(&stack.strips[i].what)) piece.fragment = whole_fragment(*unit->unit);
        pieces.push_back(std::move(piece));
    }
    draw_pieces(drawer, stack, pieces, origin);
}

}  // namespace layout
