// In which manner the program speaks: how much, in which form, with colours or without. One for the whole run.
#pragma once

#include <string>

namespace commands {

struct Manner {
    bool quiet = false;
    bool no_colour = false;
    std::string format = "text";  ///< of faults and doubts: "text", "line", "json"
    std::string answer = "text";  ///< of what was asked for: "text", "json"; what stands in its way is told likewise

    /// Whether people read along, to whom progress and the good end are told.
    bool talks() const { return !quiet && format == "text"; }
    /// Whether the error stream is a terminal that takes colours, and nobody said no.
    bool colours() const;
};

/// That of this run; set by the options that all commands have.
Manner& manner();

}  // namespace commands
