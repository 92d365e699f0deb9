// An indicator's own note first, then its baseline, actuals, targets, revisions, and what people judged, each by year.
#include "evaluate/notes.h"

namespace evaluate {

namespace {

using Kind = Note::Kind;

Kind kind_of(const input::Figure& figure) {
    if (figure.provisional) return Kind::provisional;
    if (figure.revised) return Kind::revised;
    return figure.reference ? Kind::reference : Kind::value;
}

/// A figure with a mark is explained even where its author wrote nothing.
void add_figure(std::vector<Note>& notes, const input::Figure* figure, const Note& about) {
    if (figure == nullptr) return;
    Note note = about;
    note.kind = kind_of(*figure);
    note.text = figure->beside->note;
    if (note.kind != Kind::value || !note.text.empty()) notes.push_back(std::move(note));
}

/// One note for each revision of the targets.
void add_revisions(std::vector<Note>& notes, const input::Indicator& indicator, base::Year evaluated_year) {
    for (const input::TargetRevision& revision : indicator.revisions) {
        if (revision.from > evaluated_year) continue;
        Note note;
        note.kind = Kind::revised;
        note.of = Note::Of::target;
        note.year = revision.from;
        note.text = revision.reason;
        note.word = revision.decided;
        notes.push_back(std::move(note));
    }
}

}  // namespace

std::vector<Note> notes_of(const IndicatorAssessment& assessed, const input::Inputs& inputs) {
    const input::Indicator& indicator = *assessed.source;
    std::vector<Note> notes;
    const auto about = [&](Kind kind, Note::Of of) {
        Note note;
        note.kind = kind;
        note.of = of;
        note.year_kind = indicator.year_kind;
        return note;
    };
    Note own = about(Kind::value, Note::Of::indicator);
    own.text = assessed.indicator->note.empty() ? indicator.note : assessed.indicator->note;
    if (!own.text.empty()) notes.push_back(own);
    if (indicator.baseline) {
        Note note = about(Kind::value, Note::Of::baseline);
        note.year = indicator.baseline_year;
        note.year_kind = indicator.baseline_year_kind;
        add_figure(notes, &*indicator.baseline, note);
    }
    for (const Note::Of of : {Note::Of::actual, Note::Of::target}) {
        for (const Result& result : assessed.results) {
            Note note = about(Kind::value, of);
            note.year = result.year;
            const bool seen = of == Note::Of::target || result.year <= inputs.evaluated_year;
            if (seen) add_figure(notes, of == Note::Of::target ? result.target : result.actual, note);
            // The target before the revision is printed beside the one in force, and so is what was said of it.
            if (of == Note::Of::target && result.original_target != nullptr &&
                !result.original_target->beside->note.empty()) {
                note.text = result.original_target->beside->note;
                notes.push_back(note);
            }
        }
    }
    add_revisions(notes, indicator, inputs.evaluated_year);
    if (indicator.strict) notes.push_back(about(Kind::strict, Note::Of::indicator));
    for (const Result& result : assessed.results) {
        if (result.human == nullptr || result.year > inputs.evaluated_year) continue;
        Note note = about(Kind::human, Note::Of::actual);
        note.year = result.year;
        note.text = result.human->reason;
        note.word = result.human->word;
        note.band = result.human_band;
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace evaluate
