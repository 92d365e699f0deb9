// A field counts as answered once its value stands in the YAML, unless it is only awaited and has no note.
#include "forms/board.h"

#include <algorithm>

#include "base/json.h"
#include "base/message.h"
#include "base/utf8.h"

namespace forms {

namespace {

using base::say;

bool answered(const input::Inputs& inputs, const Field& field) {
    if (field.part == Part::results) return !inputs.projects[field.project].results.empty();
    const input::Figure* figure = figure_of(inputs, field, inputs.evaluated_year);
    return figure != nullptr && !inputs.waits_for(*figure);
}

std::string name_of(const input::Inputs& inputs, const Field& field) {
    if (field.indicator) return inputs.strategy.indicators[*field.indicator].name;
    const input::Project& project = inputs.projects[field.project];
    return field.part == Part::results ? project.name + "　取組実績" : project.indicators[field.activity].name;
}

std::string reminder(const BoardRow& row, const input::Inputs& inputs) {
    const std::string year = base::era_year(inputs.eras, inputs.evaluated_year, base::YearKind::fiscal);
    std::string out =
        year + "効果検証の調査票について、次の" + std::to_string(row.missing.size()) + "件の記入をお願いします。\n";
    for (const std::string& name : row.missing) out += "・" + name + "\n";
    if (!inputs.forms.deadline.empty()) out += "期限：" + inputs.forms.deadline + "\n";
    if (!inputs.forms.return_to.empty()) out += "提出先：" + inputs.forms.return_to + "\n";
    return out;
}

BoardRow row_of(const input::Inputs& inputs, const Form& form, const base::Diagnostics& doubts) {
    BoardRow row;
    row.section = form.section;
    for (const Field& field : form.fields) {
        row.kpis += field.is_kpi() ? 1U : 0U;
        row.projects += field.part == Part::results ? 1U : 0U;
        ++row.asked;
        if (answered(inputs, field)) {
            ++row.answered;
        } else {
            row.missing.push_back(name_of(inputs, field));
        }
        if (field.part == Part::results) continue;
        const input::Figure* figure = figure_of(inputs, field, inputs.evaluated_year);
        for (const base::Diagnostic& doubt : doubts.all()) {
            if (figure != nullptr && doubt.span == figure->span)
                row.doubts.push_back(name_of(inputs, field) + "：" + doubt.message);
        }
    }
    if (row.answered < row.asked) row.reminder = reminder(row, inputs);
    return row;
}

std::string padded(const std::string& text, int width) {
    std::string out = text;
    for (int have = base::display_width(text); have < width; ++have) out += ' ';
    return out;
}

std::string right(std::size_t number, int width) {
    const std::string text = std::to_string(number);
    return std::string(static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), ' ') + text;
}

std::string state(const BoardRow& row) {
    if (row.answered == row.asked) return say("answered");
    return row.answered == 0 ? say("nothing yet") : say("begun");
}

std::string shown(const BoardRow& row) { return row.section.empty() ? say("(no section)") : row.section; }

}  // namespace

Board board(const input::Inputs& inputs, const base::Diagnostics& doubts) {
    Board board;
    for (const Form& form : forms_of(inputs)) board.rows.push_back(row_of(inputs, form, doubts));
    const auto unnamed = [](const BoardRow& row) { return row.section.empty(); };
    board.unnamed = board.rows.size() > 1 && std::any_of(board.rows.begin(), board.rows.end(), unnamed);
    return board;
}

std::string to_text(const Board& board) {
    int width = 12;
    for (const BoardRow& row : board.rows) width = std::max(width, base::display_width(shown(row)) + 2);
    std::string out = padded(say("section"), width) + say("   KPI projects answered/asked  state     doubts") + "\n";
    std::size_t done = 0;
    std::string reminders;
    for (const BoardRow& row : board.rows) {
        out += padded(shown(row), width) + right(row.kpis, 6) + right(row.projects, 6) + right(row.answered, 7) + "/" +
               padded(std::to_string(row.asked), 5) + " " + padded(state(row), 12) + right(row.doubts.size(), 4) + "\n";
        if (row.answered == row.asked) {
            ++done;
        } else {
            reminders += "\n── " + shown(row) + " ──\n" + row.reminder;
        }
        for (const std::string& doubt : row.doubts) out += "    ? " + doubt + "\n";
    }
    out += say("{0} of {1} sections have answered", done, board.rows.size()) + "\n";
    if (board.unnamed) out += say("what names no section (section:) goes to a form of its own") + "\n";
    return out + reminders;
}

std::string to_json(const Board& board, const input::Inputs& inputs) {
    std::string out =
        "{\"year\": " + base::json_string(base::short_year(inputs.eras, inputs.evaluated_year)) + ", \"sections\": [";
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
        const BoardRow& row = board.rows[i];
        out += (i == 0 ? "\n  " : ",\n  ");
        out += "{\"section\": " + base::json_string(row.section) + ", \"kpis\": " + std::to_string(row.kpis) +
               ", \"projects\": " + std::to_string(row.projects) + ", \"asked\": " + std::to_string(row.asked) +
               ", \"answered\": " + std::to_string(row.answered) + ", \"missing\": " + base::json_list(row.missing) +
               ", \"doubts\": " + base::json_list(row.doubts) + "}";
    }
    return out + "\n]}\n";
}

}  // namespace forms
