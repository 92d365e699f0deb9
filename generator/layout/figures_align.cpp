// Finds figures by the glyphs already set, then shifts whole lines; no column is set a second time.
#include "layout/figures_align.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace layout {

namespace {

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_point(char32_t c) { return c == U'.' || c == U'．'; }
bool is_dash(char32_t c) {
    return c == U'－' || c == U'−' || c == U'-' || c == U'―' || c == U'—' || c == U'–' || c == U'‐' || c == U'…';
}
bool is_separator(char32_t c) { return is_point(c) || c == U',' || c == U'，'; }

struct Seen {
    char32_t character;
    Length left, right;
};

/// The characters of a line with their places, left to right.
std::vector<Seen> characters(const text::Line& line) {
    std::vector<Seen> seen;
    for (const text::GlyphRun& run : line.runs) {
        Length x = run.x;
        for (const text::Glyph& glyph : run.glyphs) {
            const char32_t c = glyph.cluster < run.text.size() ? base::decode_at(run.text, glyph.cluster).character : 0;
            seen.push_back({c, x, x + glyph.advance});
            x += glyph.advance;
        }
    }
    std::stable_sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.left < b.left; });
    return seen;
}

struct FigureLine {
    text::Line* line;
    FigurePlace place;
    const CellSet* cell;
    Length inner;  ///< right edge of the cell inside its padding
    Length edge;   ///< where the longest fraction ends
};

void shift(text::Line& line, Length by) {
    for (text::GlyphRun& run : line.runs) run.x += by;
    for (text::PlacedObject& object : line.objects) object.x += by;
}

/// Glue that a justified line put between mark and figure is not wanted: the mark has the cell's left edge.
void marks_to_edge(text::Line& line) {
    for (text::PlacedObject& object : line.objects) {
        const bool leads = std::all_of(line.runs.begin(), line.runs.end(),
                                       [&](const text::GlyphRun& run) { return run.x >= object.x; });
        if (leads) object.x = {};
    }
}

void align_column(std::vector<FigureLine>& lines) {
    Length fraction;
    for (const FigureLine& each : lines) {
        if (!each.place.sign) fraction = std::max(fraction, each.place.end - each.place.point);
    }
    for (const FigureLine& each : lines) {
        const Length point = each.edge - fraction;
        const Length by = each.place.sign ? each.edge - each.place.end : point - each.place.point;
        Length left = each.place.begin, right;
        for (const Seen& seen : characters(*each.line)) {
            left = std::min(left, seen.left);
            right = std::max(right, seen.right);
        }
        const bool inside =
            left + by >= -each.cell->padding.left / 2 && right + by <= each.inner + each.cell->padding.right;
        if (inside) shift(*each.line, by);
        if (inside) marks_to_edge(*each.line);
    }
}

/// By the place behind what hangs there: the digits of all lines end where the widest sign still has room.
void reserve_signs(std::vector<FigureLine>& lines) {
    Length beyond;
    for (const FigureLine& each : lines) {
        Length right = each.place.end;
        for (const Seen& seen : characters(*each.line)) right = std::max(right, seen.right);
        beyond = std::max(beyond, right - each.place.end - each.cell->padding.right);
    }
    for (FigureLine& each : lines) each.edge -= beyond;
}

/// A dash in place of a value ends where the digits of the other lines end.
std::optional<FigurePlace> sign_place(const std::vector<Seen>& seen) {
    const bool dashes = std::all_of(seen.begin(), seen.end(), [](const Seen& each) { return is_dash(each.character); });
    if (seen.empty() || !dashes) return std::nullopt;
    return FigurePlace{seen.front().left, {}, seen.back().right, true};
}

void collect(CellSet& cell, std::vector<FigureLine>& lines) {
    for (const Strip& strip : cell.stack.strips) {
        const auto* what = std::get_if<LineOf>(&strip.what);
        if (what == nullptr) continue;
        text::Line& line = what->text->set.lines[what->line];
        const Length inner = cell.width - cell.padding.left - cell.padding.right - strip.x;
        if (const std::optional<FigurePlace> place = figure_place(line))
            lines.push_back({&line, *place, &cell, inner, inner});
    }
}

}  // namespace

std::optional<FigurePlace> figure_place(const text::Line& line) {
    const std::vector<Seen> seen = characters(line);
    const auto digit = [](const Seen& each) { return is_digit(each.character); };
    const auto first = std::find_if(seen.begin(), seen.end(), digit);
    if (first == seen.end()) return sign_place(seen);
    FigurePlace place{first->left, {}, first->right};
    bool fraction = false;
    for (auto at = first; at != seen.end(); ++at) {
        const bool joins = is_separator(at->character) && at + 1 != seen.end() && digit(*(at + 1));
        if (!digit(*at) && !joins) break;
        if (is_point(at->character) && !fraction) fraction = true, place.point = at->left;
        place.end = at->right;
    }
    if (!fraction) place.point = place.end;
    return place;
}

void align_figures(const std::vector<Unit*>& units) {
    std::map<int, std::vector<FigureLine>> columns;
    for (Unit* unit : units) {
        for (CellSet& cell : unit->cells) {
            if (cell.source->point_align && cell.columns == 1) collect(cell, columns[cell.column]);
        }
    }
    for (auto& [column, lines] : columns) {
        reserve_signs(lines);
        align_column(lines);
    }
}

}  // namespace layout
