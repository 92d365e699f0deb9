// The program: the table of its commands. What the machine causes is answered here, once.
#include <cstdio>
#include <exception>
#include <iostream>
#include <system_error>

#include "base/file.h"
#include "base/heap.h"
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

}  // namespace

int main(int argc, char** argv) {
    base::ask_for_memory_in_bulk();
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
