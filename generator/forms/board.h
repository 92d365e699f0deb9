// The board: which section has answered what.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "forms/form.h"

namespace forms {

struct BoardRow {
    std::string section;
    std::size_t kpis = 0, projects = 0;   ///< asked of it
    std::size_t asked = 0, answered = 0;  ///< fields
    std::vector<std::string> missing;     ///< names of what is not answered
    std::vector<std::string> doubts;      ///< names and messages
    std::string reminder;                 ///< words for a mail; empty where nothing is missing
};

struct Board {
    std::vector<BoardRow> rows;
    bool unnamed = false;  ///< something names no section although other things do
};

/// `doubts` are those of reading the project; each goes to the section whose value it is about.
Board board(const input::Inputs& inputs, const base::Diagnostics& doubts);

/// A table for people, and below it for each section with something missing the words of a reminder.
std::string to_text(const Board& board);
std::string to_json(const Board& board, const input::Inputs& inputs);

}  // namespace forms
