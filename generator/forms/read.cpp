// Forms that came back. Protection, styles, hidden sheets and names may all be gone: rows are found by the code that
// stands in them, and the defined names only confirm it.
#include <algorithm>
#include <map>

#include "base/message.h"
#include "forms/archive.h"
#include "forms/forms.h"
#include "forms/sheet.h"
#include "forms/sheets.h"
#include "forms/typed_day.h"
#include "forms/typed_number.h"

namespace forms {

namespace {

using base::say;

std::string cell_name(const Sheet& from, std::uint32_t row, std::uint32_t column) {
    return from.name + "!" + workbook::cell({row, static_cast<workbook::Column>(column)});
}

/// births.actual@R5: what stands in a column of codes.
bool is_code(const std::string& text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string::npos || at == 0 || text.size() > 300) return false;
    const std::string head = text.substr(0, at);
    for (const char* end : {".actual", ".cause", ".next_steps", ".source", ".results"}) {
        if (head.ends_with(end)) return true;
    }
    return false;
}

class Reader {
   public:
    Reader(const input::Inputs& inputs, const std::string& file) : inputs_(inputs) { answer_.file = file; }

    Answer read(std::string_view bytes) {
        try {
            book_ = read_sheets(bytes);
            if (find_sheet() && same_project() && find_rows() && names_agree()) read_fields();
        } catch (const Refusal& refusal) {
            error("", refusal.message, refusal.hint);
        }
        return std::move(answer_);
    }

   private:
    void error(const std::string& place, std::string message, std::string hint = {}) {
        answer_.faults.push_back(
            {answer_.file + (place.empty() ? "" : "!" + place), std::move(message), std::move(hint), false});
    }
    void warning(const std::string& place, std::string message, std::string hint = {}) {
        answer_.faults.push_back(
            {answer_.file + (place.empty() ? "" : "!" + place), std::move(message), std::move(hint), true});
    }

    /// The sheet with most codes, whatever it is called now; the hidden list counts only where nothing else does.
    bool find_sheet() {
        std::size_t most = 0;
        for (const Sheet& sheet : book_.sheets) {
            std::size_t codes = 0;
            for (const auto& [place, cell] : sheet.cells)
                codes += is_code(cell.text) && place.second >= sheet::value ? 1U : 0U;
            if (codes > most) {
                most = codes;
                sheet_ = &sheet;
            }
        }
        if (sheet_ != nullptr) return true;
        error("", say("this is no form of kensho: no row has its code"),
              say("fill in the form that was sent, and send it back as .xlsx"));
        return false;
    }

    bool same_project() {
        const std::string wanted = std::string(sheet::mark) + project_mark(inputs_);
        std::string found;
        for (const Sheet& sheet : book_.sheets) {
            for (const auto& [place, cell] : sheet.cells) {
                if (found.empty() && cell.text.starts_with(sheet::mark)) found = cell.text;
            }
        }
        if (found.empty()) {
            warning("", say("the mark of the project is gone; rows are read by their codes"));
            return true;
        }
        if (found == wanted) return true;
        // 厚木市 R5 0123456789ab: the digest last, the year before it.
        const auto part = [](const std::string& text, bool digest) {
            const std::size_t last = text.rfind(' ');
            if (last == std::string::npos || digest) return last == std::string::npos ? text : text.substr(last + 1);
            const std::size_t before = text.rfind(' ', last - 1);
            return text.substr(before + 1, last - before - 1);
        };
        if (part(found, true) != part(wanted, true)) {
            error("", say("this form is of another project: {}", found.substr(sheet::mark.size())));
        } else {
            error("", say("this form is of {}, not of {}", part(found, false), part(wanted, false)),
                  say("send the form of this year"));
        }
        return false;
    }

    /// Codes in the columns where they belong, each once.
    bool find_rows() {
        for (const auto& [place, cell] : sheet_->cells) {
            if (!is_code(cell.text) || place.second < sheet::value) continue;
            if (!rows_.emplace(cell.text, place).second) {
                error(cell_name(*sheet_, place.first, place.second), say("the code `{}` stands in two rows", cell.text),
                      say("a block was pasted over other rows: fill in the form again"));
            }
        }
        std::vector<Form> forms = forms_of(inputs_);
        std::map<std::string, std::size_t> votes;
        for (const Form& form : forms) {
            for (const Field& field : form.fields) {
                if (rows_.contains(field.code)) ++votes[form.section];
            }
        }
        const auto most = std::max_element(votes.begin(), votes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == votes.end()) {
            error("", say("no row of this form belongs to this year's project"));
            return false;
        }
        for (Form& form : forms) {
            if (form.section == most->first) form_ = std::move(form);
        }
        answer_.section = section_name(form_);
        answer_.asked = form_.fields.size();
        for (const Field& field : form_.fields) {
            if (!rows_.contains(field.code))
                error(sheet_->name, say("the row of `{}` is gone", field.code), say("send the whole form again"));
        }
        return !answer_.has_errors();
    }

    /// Where names survived, the cell a name points to lies in the row of its code; sorted rows move codes, not names,
    /// and then every code still stands once, which was seen above.
    bool names_agree() {
        std::size_t moved = 0, known = 0;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            const Field& field = form_.fields[i];
            const auto name = book_.names.find(range_name(field, i));
            if (name == book_.names.end() || name->second.sheet != sheet_->name) continue;
            ++known;
            if (name->second.place.first != rows_.at(field.code).first) ++moved;
        }
        if (moved > 0) {
            warning(sheet_->name,
                    say("{0} of {1} rows are not where the form had them; they are read by their codes", moved, known));
        }
        return true;
    }

    const Cell* cell(std::uint32_t row, std::uint32_t column) const {
        const auto found = sheet_->cells.find({row, column});
        return found == sheet_->cells.end() ? nullptr : &found->second;
    }

    /// The text of a merged cell lies in its first one.
    std::string text_at(std::uint32_t row, std::uint32_t column) const {
        const Cell* found = cell(row, column);
        return found == nullptr ? "" : trimmed(found->text);
    }

    void read_fields() {
        for (const Field& field : form_.fields) {
            if (field.part == Part::results) {
                read_results(field);
            } else {
                read_value(field);
            }
        }
        look_for_shift();
        read_date();
    }

    void read_date() {
        const Cell* typed = cell(1, sheet::date);
        const std::string text = text_at(1, sheet::date);
        if (!text.empty()) {
            const auto day = read_day(*typed, inputs_.eras);
            answer_.date = day.value_or("");
            if (!day && inputs_.forms.record) {
                warning(cell_name(*sheet_, 1, sheet::date), say("`{}` is not a date", text),
                        say("a date looks like 2024-09-01"));
            }
        } else if (answer_.filled > 0 && inputs_.forms.record) {
            warning(sheet_->name, say("the form has no date (記入日)"));
        }
    }

    void read_results(const Field& field) {
        const Place place = rows_.at(field.code);
        Typed typed;
        typed.field = field;
        typed.cell = cell_name(*sheet_, place.first, sheet::results);
        std::string text = text_at(place.first, sheet::results);
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const std::string line = trimmed(text.substr(0, end));
            if (!line.empty()) typed.results.push_back(line);
            text = end == std::string::npos ? "" : text.substr(end + 1);
        }
        if (typed.results.empty()) return;
        ++answer_.filled;
        answer_.typed.push_back(std::move(typed));
    }

    const std::string& unit_of(const Field& field) const {
        return field.indicator ? inputs_.strategy.indicators[*field.indicator].unit
                               : inputs_.projects[field.project].indicators[field.activity].unit;
    }

    void check_locked(const Field& field, std::uint32_t row) {
        if (!field.indicator) return;
        const input::Indicator& indicator = inputs_.strategy.indicators[*field.indicator];
        if (half_width(text_at(row, sheet::unit)) != half_width(indicator.unit)) {
            error(cell_name(*sheet_, row, sheet::unit),
                  say("the unit was changed from {0} to {1}", indicator.unit, text_at(row, sheet::unit)),
                  say("type the value in the unit of the plan"));
        }
        if (!text_at(row, sheet::name).starts_with(indicator.name)) {
            warning(cell_name(*sheet_, row, sheet::name),
                    say("the name of the indicator was changed, which the form does not ask for"));
        }
    }

    /// The policy's own word for a status, whatever width it was typed in; null where it is none.
    const std::string* status_of(const std::string& word) const {
        const auto& all = inputs_.policy.statuses;
        const auto found = std::find_if(all.begin(), all.end(), [&](const input::StatusWord& status) {
            return half_width(status.word) == half_width(word);
        });
        return found == all.end() ? nullptr : &found->word;
    }
    bool is_status(const std::string& word) const { return status_of(word) != nullptr; }

    void read_value(const Field& field) {
        const std::uint32_t row = rows_.at(field.code).first;
        const std::uint32_t column = field.indicator ? sheet::value : sheet::activity_value;
        check_locked(field, row);
        Typed typed;
        typed.field = field;
        typed.cell = cell_name(*sheet_, row, column);
        const Cell* found = cell(row, column);
        TypedNumber number = found == nullptr ? TypedNumber{} : read_typed(*found, unit_of(field));
        if (found != nullptr) take_words(number, *found, field, typed);
        std::string status = field.indicator ? text_at(row, sheet::status) : "";
        if (!number.message.empty()) return error(typed.cell, number.message, number.hint);
        if (!number.words.empty() && status.empty()) std::swap(status, number.words);
        typed.amount = number.amount;
        if (number.changed)
            warning(typed.cell, say("read as {}", base::to_text(*number.amount, inputs_.policy.numbers)));
        if (!take_status(status, number, typed)) return;
        if (field.indicator) {
            typed.cause = text_of(sibling_code(field.code, "cause"));
            typed.next_steps = text_of(sibling_code(field.code, "next_steps"));
            typed.evidence = evidence_of(sibling_code(field.code, "source"));
        }
        if (!typed.amount && typed.words.empty()) {
            if (!typed.cause.empty()) warning(typed.cell, say("there is a 要因 but no value"));
            return;
        }
        ++answer_.filled;
        answer_.typed.push_back(std::move(typed));
    }

    std::string text_of(const std::string& code) const {
        const auto row = rows_.find(code);
        return row == rows_.end() ? "" : text_at(row->second.first, sheet::text);
    }

    std::optional<input::Evidence> evidence_of(const std::string& code) {
        const auto found = rows_.find(code);
        if (found == rows_.end()) return std::nullopt;
        const std::uint32_t row = found->second.first;
        input::Evidence evidence;
        evidence.paper = text_at(row, sheet::text);
        evidence.given_by = text_at(row, sheet::given_by);
        evidence.agreed_by = text_at(row, sheet::agreed_by);
        if (evidence.paper.empty() && !(evidence.given_by.empty() && evidence.agreed_by.empty())) {
            warning(cell_name(*sheet_, row, sheet::text), say("the paper (根拠資料) is missing"),
                    say("who gave the value and who agreed is kept with the name of a paper"));
        }
        return evidence;
    }

    /// What stood there when the form was made, or stands in the report of the year before.
    bool had_words(const Field& field) const {
        const auto is = [&](int back) {
            const input::Figure* figure = figure_of(inputs_, field, {inputs_.evaluated_year.western - back});
            return figure != nullptr && !figure->amount && !is_status(figure->words);
        };
        return is(0) || is(1);
    }

    /// Of the annex any words are taken; of an indicator where it is judged by words.
    bool may_be_words(const Field& field) const {
        if (!field.indicator) return true;
        return input::formula_of(inputs_.strategy.indicators[*field.indicator], inputs_.policy) ==
               input::Formula::words;
    }

    /// What is no number where words may stand.
    void take_words(TypedNumber& number, const Cell& cell, const Field& field, Typed& typed) {
        if (!may_be_words(field) || cell.kind != Cell::Kind::text) return;
        const std::string words = trimmed(cell.text);
        if (const std::string* status = field.indicator ? nullptr : status_of(words)) {
            typed.words = *status;
            number = {};
            return;
        }
        const bool counted = !number.message.empty();  // 工事（２棟） is words only where words are usual
        if (words.empty() || number.amount || is_status(half_width(words)) || (counted && !had_words(field))) return;
        if (!had_words(field)) warning(typed.cell, say("`{}` is taken as words, not as a number", words));
        typed.words = words;
        number = {};
    }

    /// False when status and value do not fit together.
    bool take_status(const std::string& status, const TypedNumber& number, Typed& typed) {
        if (const std::string* word = number.words.empty() ? nullptr : status_of(number.words)) {
            error(typed.cell,
                  say("「{0}」 stands where the value belongs, while the status says 「{1}」", *word, status),
                  say("leave the value empty and choose 「{}」 as its status", *word));
            return false;
        }
        if (!number.words.empty()) {
            error(typed.cell, say("`{}` is neither a number nor a status word of the policy", number.words),
                  say("type the digits alone"));
            return false;
        }
        const auto says = [&](std::string_view word) { return status == word || status == std::string(word) + "値"; };
        if (status.empty() || says(sheet::final_word)) return true;
        if (says(sheet::provisional_word)) {
            typed.provisional = true;
            return true;
        }
        if (!is_status(status)) {
            error(typed.cell, say("`{}` is neither a number nor a status word of the policy", status),
                  say("choose a word of the list"));
            return false;
        }
        if (typed.amount || !typed.words.empty()) {
            error(typed.cell, say("a value and 「{}」 stand here both", status), say("take one of the two away"));
            return false;
        }
        typed.words = *status_of(status);
        return true;
    }

    /// How far two values are apart, as a factor of at least 1; 0 when it cannot be told.
    static std::int64_t distance(const base::Decimal& a, const base::Decimal& b) {
        const base::Ratio x(a), y(b);
        if (x.sign() == 0 || y.sign() == 0 || x.sign() != y.sign()) return 0;
        const base::Ratio factor = x / y;
        return std::max(factor.thousandths(), (base::Ratio(1) / factor).thousandths());
    }

    /// A block pasted a row off: several values far from their own past, each near the past of a neighbour in the form.
    void look_for_shift() {
        for (const int step : {-1, 1}) {
            std::size_t fits = 0;
            for (std::size_t i = 0; i < form_.fields.size(); ++i) {
                const auto typed = std::find_if(answer_.typed.begin(), answer_.typed.end(), [&](const Typed& other) {
                    return other.field.code == form_.fields[i].code;
                });
                const std::size_t neighbour = i + static_cast<std::size_t>(step);
                if (typed == answer_.typed.end() || !typed->amount || neighbour >= form_.fields.size()) continue;
                const base::Year last{inputs_.evaluated_year.western - 1};
                const auto* own =
                    form_.fields[i].part == Part::value ? figure_of(inputs_, form_.fields[i], last) : nullptr;
                const auto* other = form_.fields[neighbour].part == Part::value
                                        ? figure_of(inputs_, form_.fields[neighbour], last)
                                        : nullptr;
                if (own == nullptr || other == nullptr || !own->amount || !other->amount) continue;
                const std::int64_t far = distance(*typed->amount, *own->amount),
                                   near = distance(*typed->amount, *other->amount);
                if (far > 3'000 && near > 0 && near < 1'500) ++fits;
            }
            if (fits < 2) continue;
            error(sheet_->name,
                  say("{} values fit the indicator of the neighbouring row, not their own: pasted one row off?", fits),
                  say("compare the values with last year's, row by row"));
            return;
        }
    }

    const input::Inputs& inputs_;
    Answer answer_;
    Sheets book_;
    const Sheet* sheet_ = nullptr;
    std::map<std::string, Place> rows_;
    Form form_;
};

}  // namespace

bool Answer::has_errors() const {
    return std::any_of(faults.begin(), faults.end(), [](const Fault& fault) { return !fault.warning; });
}

Completeness Answer::completeness() const {
    if (filled == 0) return Completeness::untouched;
    return filled < asked ? Completeness::partly : Completeness::whole;
}

std::string render(const Fault& fault) {
    std::string out = fault.place + ": ";
    out += fault.warning ? say("warning: {}", fault.message) : say("error: {}", fault.message);
    return out + "\n" + (fault.hint.empty() ? "" : "  " + say("hint: {}", fault.hint) + "\n");
}

Answer read(const input::Inputs& inputs, const std::string& file, std::string_view bytes) {
    return Reader(inputs, file).read(bytes);
}

}  // namespace forms
