// Shifts whole lines; no column is set a second time. Which letters align the Document says: here they are only places.
#include "layout/figures_align.h"

#include <algorithm>
#include <map>
#include <vector>

#include "layout/run_reader.h"

namespace layout {

namespace {

struct FigureLine {
    text::Line* line = nullptr;
    const CellSet* cell = nullptr;
    Length inner;       ///< right edge of the cell inside its padding
    Length left;        ///< of all that is set
    Length point, end;  ///< right edges of the whole digits and of the last one
    Length flush;       ///< right edge of what ends at the padding
    bool sign = false;  ///< a dash stands for a value, or something behind the digits: ％, a unit
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

bool leaves(const FigureLine& each, Length by) { return each.left + by < -each.cell->surface->padding.left / 2; }

/// Flush right at the padding. Lines without a sign behind their digits put their points under one another, unless
/// one of them would then leave its cell at the left.
void align_column(std::vector<FigureLine>& lines) {
    Length fraction;
    for (const FigureLine& each : lines) {
        if (!each.sign) fraction = std::max(fraction, each.end - each.point);
    }
    const auto on_point = [&](const FigureLine& each) { return each.inner - fraction - each.point; };
    const bool points = std::none_of(
        lines.begin(), lines.end(), [&](const FigureLine& each) { return !each.sign && leaves(each, on_point(each)); });
    for (const FigureLine& each : lines) {
        const bool flush = !points || each.sign;
        shift(*each.line, flush ? each.inner - each.flush : on_point(each));
        marks_to_edge(*each.line);
    }
}

/// A run of a line that shows words of the paragraph.
struct Stretch {
    const compose::Inline* part;
    const text::GlyphRun* run;
    std::size_t before;  ///< bytes of the paragraph's text that stand before the inline

    std::size_t begin() const { return before + run->source; }
    std::size_t in_run(std::size_t byte) const { return RunReader(*part, *run).at(byte - before); }
    bool shows(std::size_t byte) const { return byte >= begin() && in_run(byte) < run->text.size(); }
    Length behind(std::size_t byte) const { return run->x + width_before(*run, in_run(byte)); }
};

std::vector<Stretch> stretches_of(const compose::Paragraph& paragraph, const text::Line& line) {
    std::vector<std::size_t> before = {0};
    for (const compose::Inline& part : paragraph.content) before.push_back(before.back() + part.text.size());
    std::vector<Stretch> stretches;
    for (const text::GlyphRun& run : line.runs) {
        if (run.run == text::label_run || paragraph.content[run.run].text.empty()) continue;
        stretches.push_back({&paragraph.content[run.run], &run, before[run.run]});
    }
    return stretches;
}

/// The right edge of what stands before a byte of the paragraph's text.
Length behind(const std::vector<Stretch>& stretches, std::size_t byte) {
    const auto last = std::find_if(stretches.rbegin(), stretches.rend() - 1,
                                   [&](const Stretch& each) { return each.begin() < byte; });
    return last->behind(byte);
}

/// The label and the marks of notes, which are no words of the paragraph: they end at the padding if they stand last.
Length right_of_others(const compose::Paragraph& paragraph, const text::Line& line) {
    Length right;
    for (const text::GlyphRun& run : line.runs) {
        const bool own = run.run != text::label_run && !paragraph.content[run.run].text.empty();
        if (!own) right = std::max(right, run.x + width_before(run, run.text.size()));
    }
    return right;
}

void collect(CellSet& cell, std::vector<FigureLine>& lines) {
    for (const Strip& strip : cell.stack.strips) {
        const auto* what = std::get_if<LineOf>(&strip.what);
        if (what == nullptr || what->text->paragraph == nullptr) continue;
        const compose::Paragraph& paragraph = *what->text->paragraph;
        if (paragraph.aligned.empty()) continue;
        text::Line& line = what->text->set.lines[what->line];
        const std::vector<Stretch> stretches = stretches_of(paragraph, line);
        const auto here =
            std::find_if(paragraph.aligned.begin(), paragraph.aligned.end(), [&](const compose::Aligned& each) {
                return std::any_of(stretches.begin(), stretches.end(),
                                   [&](const Stretch& stretch) { return stretch.shows(each.digits.begin); });
            });
        if (here == paragraph.aligned.end()) continue;
        FigureLine figure;
        figure.line = &line;
        figure.cell = &cell;
        figure.inner = cell.width - cell.surface->padding.left - cell.surface->padding.right - strip.x;
        figure.left = line.runs.front().x;
        figure.point = behind(stretches, here->digits.point);
        figure.end = behind(stretches, here->digits.end);
        figure.flush = std::max(behind(stretches, here->flush), right_of_others(paragraph, line));
        figure.sign = !here->digits.any() || figure.flush > figure.end;
        lines.push_back(figure);
    }
}

}  // namespace

void align_figures(Unit& unit) {
    std::map<int, std::vector<FigureLine>> columns;
    for (CellSet& cell : unit.cells) {
        if (cell.columns == 1) collect(cell, columns[cell.column]);
    }
    for (auto& [column, lines] : columns) align_column(lines);
}

}  // namespace layout
