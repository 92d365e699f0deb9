// Finds figures by the glyphs already set, then shifts whole lines; no column is set a second time.
#include "layout/figures_align.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "base/utf8.h"

namespace layout {

namespace {

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_point(char32_t c) { return c == U'.' || c == U'．'; }
bool is_dash(char32_t c) {
    return c == U'－' || c == U'−' || c == U'-' || c == U'―' || c == U'—' || c == U'–' || c == U'‐' || c == U'…';
}
bool is_closing(char32_t c) { return c == U')' || c == U'）' || c == U'〕' || c == U']'; }
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

/// Where the digits of a line stand, from the left edge of the measure.
struct FigurePlace {
    Length begin;       ///< left edge of the first digit
    Length point;       ///< right edge of the whole digits
    Length end;         ///< right edge of the last digit
    bool sign = false;  ///< a dash stands for a value, or something behind the digits: ％, a unit
};

struct FigureLine {
    text::Line* line;
    FigurePlace place;
    const CellSet* cell;
    Length inner;      ///< right edge of the cell inside its padding
    Length left, end;  ///< of all that is set, but for a closing bracket
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

bool leaves(const FigureLine& each, Length by) { return each.left + by < -each.cell->padding.left / 2; }

/// Flush right at the padding. Lines without a sign behind their digits put their points under one another, unless
/// one of them would then leave its cell at the left.
void align_column(std::vector<FigureLine>& lines) {
    Length fraction;
    for (const FigureLine& each : lines) {
        if (!each.place.sign) fraction = std::max(fraction, each.place.end - each.place.point);
    }
    const auto on_point = [&](const FigureLine& each) { return each.inner - fraction - each.place.point; };
    const bool points = std::none_of(lines.begin(), lines.end(), [&](const FigureLine& each) {
        return !each.place.sign && leaves(each, on_point(each));
    });
    for (const FigureLine& each : lines) {
        const bool flush = !points || each.place.sign;
        shift(*each.line, flush ? each.inner - each.end : on_point(each));
        marks_to_edge(*each.line);
    }
}

/// A dash in place of a value ends where the digits of the other lines end.
std::optional<FigurePlace> sign_place(const std::vector<Seen>& seen) {
    const bool dashes = std::all_of(seen.begin(), seen.end(), [](const Seen& each) { return is_dash(each.character); });
    if (seen.empty() || !dashes) return std::nullopt;
    return FigurePlace{seen.front().left, {}, seen.back().right, true};
}

/// Nothing when the line holds neither digits nor a dash alone. Digits are ASCII or full-width; commas and points
/// between them belong.
std::optional<FigurePlace> place_in(const std::vector<Seen>& seen) {
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

void collect(CellSet& cell, std::vector<FigureLine>& lines) {
    for (const Strip& strip : cell.stack.strips) {
        const auto* what = std::get_if<LineOf>(&strip.what);
        if (what == nullptr) continue;
        text::Line& line = what->text->set.lines[what->line];
        const Length inner = cell.width - cell.padding.left - cell.padding.right - strip.x;
        const std::vector<Seen> all = characters(line);
        const std::optional<FigurePlace> place = place_in(all);
        if (!place) continue;
        FigureLine figure{&line, *place, &cell, inner, place->begin, place->end};
        for (const Seen& seen : all) {
            figure.left = std::min(figure.left, seen.left);
            if (!is_closing(seen.character)) figure.end = std::max(figure.end, seen.right);
        }
        figure.place.sign = place->sign || figure.end > place->end;
        lines.push_back(figure);
    }
}

}  // namespace

void align_figures(Unit& unit) {
    std::map<int, std::vector<FigureLine>> columns;
    for (CellSet& cell : unit.cells) {
        if (cell.source->point_align && cell.columns == 1) collect(cell, columns[cell.column]);
    }
    for (auto& [column, lines] : columns) align_column(lines);
}

}  // namespace layout
