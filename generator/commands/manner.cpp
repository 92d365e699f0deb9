// Colours only on a terminal that can show them, and where neither option nor NO_COLOR forbids.
#include "commands/manner.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace commands {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

bool Manner::colours() const {
    return !no_colour && environment("NO_COLOR").empty() && environment("TERM") != "dumb" && isatty(STDERR_FILENO) == 1;
}

Manner& manner() {
    static Manner manner;
    return manner;
}

}  // namespace commands
