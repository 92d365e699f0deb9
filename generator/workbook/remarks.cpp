#include "workbook/remarks.h"

namespace workbook {

namespace {

using evaluate::Result;
using input::Figure;

class Remarks {
   public:
    explicit Remarks(const Council& council) : council_(council), style_(council.inputs().policy.numbers) {}

    void indicator(const input::Indicator& indicator) {
        if (indicator.cumulative) add("remark_cumulative", {});
        if (indicator.survey) add("remark_survey", {});
        line(indicator.period);
        line(indicator.note);
        if (indicator.baseline && !indicator.baseline->note.empty()) {
            add("remark_baseline", {{"text", indicator.baseline->note}});
        }
    }

    void year(const Result& result) {
        const std::string year = council_.year_label(result.year);
        if (result.original_target != nullptr) {
            add("remark_target", {{"year", year}, {"target", text_of(*result.original_target)}});
        }
        if (const Figure* actual = result.actual) {
            if (actual->provisional) add("remark_provisional", {{"year", year}});
            if (actual->revised) add("remark_revised", {{"year", year}});
            if (actual->reference) add("remark_reference", {{"year", year}});
            if (!actual->in_brackets.empty()) {
                add("remark_brackets", {{"year", year}, {"text", actual->in_brackets}});
            }
            if (!actual->note.empty()) add("remark_note", {{"year", year}, {"text", actual->note}});
        }
        if (result.target != nullptr && !result.target->note.empty()) {
            add("remark_note", {{"year", year}, {"text", result.target->note}});
        }
        if (result.verdict != nullptr && !result.verdict->word.empty()) {
            add("remark_verdict", {{"year", year}, {"text", result.verdict->word}});
        }
        if (result.human != nullptr) human(result, year);
    }

    std::string take() { return std::move(text_); }

   private:
    std::string text_of(const Figure& figure) const {
        return figure.amount ? base::to_text(*figure.amount, style_) : figure.words;
    }

    void human(const Result& result, const std::string& year) {
        const Words values = {{"year", year}, {"rating", result.human->word}, {"text", result.human->reason}};
        add(result.human->reason.empty() ? "remark_human" : "remark_human_reason", values);
    }

    void add(const char* key, const Words& values) { line(filled(council_.plan.word(key), values)); }

    void line(const std::string& text) {
        if (!text.empty()) text_ += (text_.empty() ? "" : "\n") + text;
    }

    const Council& council_;
    const base::NumberStyle& style_;
    std::string text_;
};

}  // namespace

std::string remarks(const Council& council, std::size_t index, const std::vector<base::Year>& years) {
    Remarks all(council);
    all.indicator(*council.assessment.indicators[index].source);
    for (const base::Year year : years) all.year(council.assessment.indicators[index].in(year));
    return all.take();
}

std::string marked_name(const Council& council, std::size_t index) {
    const input::Indicator& indicator = *council.assessment.indicators[index].source;
    std::string name = indicator.name;
    if (indicator.year_kind == base::YearKind::calendar) name += council.plan.word("calendar_mark");
    if (indicator.strict) name += council.plan.word("strict_mark");
    return name;
}

}  // namespace workbook
