// The program: the table of its commands. What the machine causes is answered here, once.
#include <cstdio>
#include <exception>
#include <iostream>

#include "base/file.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/machine.h"

namespace {

std::vector<commands::Command> all_commands() {
    return {
        commands::build(), commands::check(), commands::evaluate(), commands::specimen(), commands::where(),
    };
}

}  // namespace

int main(int argc, char** argv) {
    try {
        base::choose_language((commands::program_path().parent_path() / "locale").string());
        const int status = commands::run(all_commands(), argc, argv);
        std::cout.flush();
        if (!std::cout) throw base::FileError(base::say("cannot write to the standard output"));
        return status;
    } catch (const std::exception& error) {
        std::fputs(("kensho: " + std::string(error.what()) + "\n").c_str(), stderr);
        return commands::misuse_or_machine;
    }
}
