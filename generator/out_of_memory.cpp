// No memory: said once, for everybody. Libraries that are told "no" abort, crash or leave out what they had no room
// for, so that a report would be cut short; none of them is ever told. Outputs stay as they were: they are exchanged as
// one at the very end.
#include "out_of_memory.h"

#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace {

// Held ready, since nothing can be made when it is needed.
char message[512] = "kensho: there is not enough memory\n";

}  // namespace

namespace kensho {

void say_out_of_memory(const std::string& text) { message[text.copy(message, sizeof message - 1)] = '\0'; }

}  // namespace kensho

// The sanitizers bring their own, which ends the program too.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KENSHO_SANITIZED
#endif
#endif
#if !defined(__SANITIZE_ADDRESS__) && !defined(KENSHO_SANITIZED)

namespace {

constexpr int machine_fault = 2;

[[noreturn]] void give_up() {
    const ssize_t written = ::write(STDERR_FILENO, message, std::strlen(message));
    static_cast<void>(written);
    ::_exit(machine_fault);
}

}  // namespace

extern "C" {

// The C library's own, under the names it keeps for those who stand in their place.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);

void* malloc(std::size_t size) {
    void* memory = __libc_malloc(size);
    if (memory == nullptr && size != 0) give_up();
    return memory;
}

void* calloc(std::size_t count, std::size_t size) {
    void* memory = __libc_calloc(count, size);
    if (memory == nullptr && count != 0 && size != 0) give_up();
    return memory;
}

void* realloc(void* old, std::size_t size) {
    void* memory = __libc_realloc(old, size);
    if (memory == nullptr && size != 0) give_up();
    return memory;
}
}

#endif
