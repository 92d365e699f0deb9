// What came back from a section.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "forms/form.h"

namespace forms {

/// What was typed for one field.
struct Typed {
    Field field;
    std::string cell;  ///< 実績値!F12, for messages
    std::optional<base::Decimal> amount;
    std::string words;  ///< a status
    bool provisional = false;
    std::string cause, next_steps;
    std::optional<input::Evidence> evidence;  ///< nothing: the form does not ask for it
    std::vector<std::string> results;         ///< lines; of Part::results
};

/// Something wrong with the file or a cell: `回答/福祉課.xlsx!実績値!F12: error: …`.
struct Fault {
    std::string place;
    std::string message, hint;
    bool warning = false;
};

enum class Completeness { whole, partly, untouched };

struct Answer {
    std::string file;
    std::string section;  ///< of the form; empty when it could not be told
    std::string date;     ///< 2024-05-20, as written into the form; may be empty
    std::vector<Typed> typed;
    std::vector<Fault> faults;
    std::size_t asked = 0, filled = 0;  ///< fields
    bool has_errors() const;
    Completeness completeness() const;
};

/// One line for people, and the hint.
std::string render(const Fault& fault);

}  // namespace forms
