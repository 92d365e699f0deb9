// The notes of the assessment in the template's words, with what else a reader of a figure must know.
#include "workbook/remarks.h"

#include <algorithm>

namespace workbook {

namespace {

using evaluate::Note;
using evaluate::Result;
using input::Figure;

const char* word_of_note(const Note& note) {
    switch (note.kind) {
        case Note::Kind::provisional: return "remark_provisional";
        case Note::Kind::revised: return "remark_revised";
        case Note::Kind::reference: return "remark_reference";
        case Note::Kind::human: return "remark_human";
        case Note::Kind::value:
        case Note::Kind::strict: break;
    }
    return "remark_note";
}

class Remarks {
   public:
    Remarks(const input::Inputs& inputs, const Plan& plan)
        : inputs_(inputs), plan_(plan), style_(inputs.policy.numbers) {}

    void indicator(const input::Indicator& indicator) {
        if (indicator.cumulative) line(word("remark_cumulative"));
        if (indicator.survey) line(word("remark_survey"));
        line(indicator.period);
    }

    /// That a target must be exceeded stands at the name.
    void note(const Note& note) {
        if (note.kind == Note::Kind::strict) return;
        if (note.of == Note::Of::indicator) return line(note.text);
        if (note.of == Note::Of::target && note.kind == Note::Kind::revised) return revision(note);
        const bool plain = note.kind == Note::Kind::value;
        const Words values = {{"subject", subject(note)}, {"text", note.text}, {"rating", note.word}};
        const std::string reason = plain || note.text.empty() ? "" : filled(word("remark_reason"), values);
        line(filled(word(word_of_note(note)), values) + reason);
    }

    /// From which year on, who decided it and why; the old values stand at their years.
    void revision(const Note& note) {
        const std::string why = note.word + (note.word.empty() || note.text.empty() ? "" : "　") + note.text;
        const std::string reason = why.empty() ? "" : filled(word("remark_reason"), {{"text", why}});
        line(filled(word("remark_revision"), {{"year", year_label(*note.year)}}) + reason);
    }

    void year(const Result& result) {
        const std::string year = year_label(result.year);
        if (result.actual != nullptr && !result.actual->beside->cause.empty()) {
            add("remark_cause", {{"year", year}, {"text", result.actual->beside->cause}});
        }
        if (result.actual != nullptr && !result.actual->beside->next_steps.empty()) {
            add("remark_next_steps", {{"year", year}, {"text", result.actual->beside->next_steps}});
        }
        if (result.actual != nullptr && result.actual->beside->evidence) {
            add("remark_evidence", {{"year", year}, {"text", result.actual->beside->evidence->paper}});
        }
        if (result.original_target != nullptr) {
            add("remark_target", {{"year", year}, {"target", text_of(*result.original_target)}});
        }
        if (result.actual != nullptr && !result.actual->beside->in_brackets.empty()) {
            add("remark_brackets", {{"year", year}, {"text", result.actual->beside->in_brackets}});
        }
        if (result.verdict != nullptr && !result.verdict->word.empty()) {
            add("remark_verdict", {{"year", year}, {"text", result.verdict->word}});
        }
    }

    std::string take() { return std::move(text_); }

   private:
    const std::string& word(const char* key) const { return plan_.word(key); }

    std::string year_label(base::Year year) const { return base::era_year(inputs_.eras, year, base::YearKind::fiscal); }

    std::string text_of(const Figure& figure) const {
        return figure.amount ? base::to_text(*figure.amount, style_) : figure.words;
    }

    std::string subject(const Note& note) const {
        if (note.of == Note::Of::baseline) return word("subject_baseline");
        const std::string year = year_label(*note.year);
        return note.of == Note::Of::target ? filled(word("subject_target"), {{"year", year}}) : year;
    }

    void add(const char* key, const Words& values) { line(filled(word(key), values)); }

    void line(const std::string& text) {
        if (!text.empty()) text_ += (text_.empty() ? "" : "\n") + text;
    }

    const input::Inputs& inputs_;
    const Plan& plan_;
    const base::NumberStyle& style_;
    std::string text_;
};

}  // namespace

std::string remarks(const evaluate::Assessment& assessment, const Plan& plan, std::size_t index,
                    const std::vector<base::Year>& years) {
    const evaluate::IndicatorAssessment& assessed = assessment.indicators[index];
    Remarks all(*assessment.inputs, plan);
    all.indicator(*assessed.source);
    for (const Note& note : assessed.notes) {
        const bool of_year = note.of == Note::Of::actual || note.of == Note::Of::target;
        if (!of_year || std::find(years.begin(), years.end(), *note.year) != years.end()) all.note(note);
    }
    for (const base::Year year : years) all.year(assessed.in(year));
    return all.take();
}

const std::string& short_name(const input::Goal& goal) { return goal.slogan.empty() ? goal.title : goal.slogan; }

std::string marked_name(const Council& council, std::size_t index) {
    const input::Indicator& indicator = *council.assessment.indicators[index].source;
    std::string name = indicator.name;
    if (indicator.year_kind == base::YearKind::calendar) name += council.plan.word("calendar_mark");
    if (indicator.strict) name += council.plan.word("strict_mark");
    return name;
}

}  // namespace workbook
