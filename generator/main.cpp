// The program: the table of its commands. What the machine causes is answered here, once.
#include <malloc.h>

#include <cstdio>
#include <exception>
#include <iostream>
#include <system_error>

#include "base/file.h"
#include "base/message.h"
#include "base/reason.h"
#include "base/shown.h"
#include "commands/command.h"
#include "commands/machine.h"
#include "out_of_memory.h"

namespace {

std::vector<commands::Command> all_commands() {
    return {
        commands::build(),  commands::check(), commands::evaluate(), commands::specimen(), commands::begin(),
        commands::next(),   commands::forms(), commands::collect(),  commands::status(),   commands::where(),
        commands::freeze(), commands::diff(),  commands::errata(),   commands::schema(),   commands::serve(),
    };
}

/// A run is short and makes much: memory is asked of the system in few large pieces, and what was given back is used
/// again rather than returned, since every page costs a fault when it comes. Threads share it: heaps of their own grow
/// by a call to the system for every few pages.
void ask_for_memory_in_bulk() {
    constexpr int mebibyte = 1 << 20;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, mebibyte);
    mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
}

}  // namespace

int main(int argc, char** argv) {
    ask_for_memory_in_bulk();
    try {
        base::choose_language(commands::find_catalogues().string());
        kensho::say_out_of_memory("kensho: " + base::say("there is not enough memory") + "\n");
        const int status = commands::run(all_commands(), {argv + (argc > 0 ? 1 : 0), argv + argc});
        std::cout.flush();
        if (!std::cout) throw base::FileError(base::say("cannot write to the standard output"));
        return status;
    } catch (const std::system_error& error) {
        std::fputs(("kensho: " + base::reason(error.code().value()) + "\n").c_str(), stderr);
        return commands::misuse_or_machine;
    } catch (const std::exception& error) {
        std::fputs(("kensho: " + base::shown(error.what(), true) + "\n").c_str(), stderr);
        return commands::misuse_or_machine;
    }
}
