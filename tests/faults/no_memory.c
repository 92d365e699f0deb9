/* LD_PRELOAD: the allocation number FAIL_AT of the program finds no memory. With COUNT_TO=FILE the number of all of
   them is written there instead. They are counted under the names by which kensho asks the C library. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long seen;
static long fail_at = -1;
static void* (*real_malloc)(size_t);
static void* (*real_calloc)(size_t, size_t);
static void* (*real_realloc)(void*, size_t);

static void resolve(void) {
    if (real_realloc != NULL) return;
    real_malloc = (void* (*)(size_t))dlsym(RTLD_NEXT, "__libc_malloc");
    real_calloc = (void* (*)(size_t, size_t))dlsym(RTLD_NEXT, "__libc_calloc");
    real_realloc = (void* (*)(void*, size_t))dlsym(RTLD_NEXT, "__libc_realloc");
    const char* wanted = getenv("FAIL_AT");
    if (wanted != NULL) fail_at = atol(wanted);
}

static int fails(void) {
    resolve();
    return atomic_fetch_add(&seen, 1) == fail_at;
}

void* __libc_malloc(size_t size) { return fails() ? NULL : real_malloc(size); }
void* __libc_calloc(size_t count, size_t size) { return fails() ? NULL : real_calloc(count, size); }
void* __libc_realloc(void* old, size_t size) { return fails() ? NULL : real_realloc(old, size); }

__attribute__((destructor)) static void tell(void) {
    const char* path = getenv("COUNT_TO");
    if (path == NULL) return;
    char text[32];
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    const int length = snprintf(text, sizeof text, "%ld", atomic_load(&seen));
    if (file >= 0 && write(file, text, (size_t)length) == length) close(file);
}
