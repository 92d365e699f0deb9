// The program: the table of its commands. What the machine causes is answered here, once.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
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
/// again rather than returned, since every page costs a fault when it comes. The first piece holds a usual report and
/// may come in huge pages. Threads have heaps of their own: sharing one they wait for each other.
void ask_for_memory_in_bulk() {
    constexpr int mebibyte = 1 << 20, huge_page = 2 * mebibyte, first_piece = 96 * mebibyte;
    mallopt(M_ARENA_MAX, 4);
    mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
    mallopt(M_TOP_PAD, first_piece);
    auto* const begin = static_cast<char*>(sbrk(0));
    std::free(std::malloc(mebibyte));  // the heap grows here
    auto* const end = static_cast<char*>(sbrk(0));
    mallopt(M_TOP_PAD, mebibyte);
    const std::size_t before = huge_page - reinterpret_cast<std::uintptr_t>(begin) % huge_page;
    if (end - begin < first_piece) return;  // the system refuses so much at once, or gives it elsewhere
    static_cast<void>(madvise(begin + before, static_cast<std::size_t>(end - begin) - before, MADV_HUGEPAGE));
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
