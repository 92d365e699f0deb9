// Every page of memory costs a fault when it comes, so large pieces may come in huge pages.
#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace base {

namespace {

constexpr int mebibyte = 1 << 20, huge_page = 2 * mebibyte;
constexpr int first_piece = 96 * mebibyte;   ///< holds a usual report
constexpr int most_at_once = 32 * mebibyte;  ///< more than this does not come from a heap
constexpr int piece_of_thread = 30 * mebibyte;

/// From the first whole huge page on.
void in_huge_pages(char* begin, char* end) {
    const std::size_t before = huge_page - reinterpret_cast<std::uintptr_t>(begin) % huge_page;
    static_cast<void>(madvise(begin + before, static_cast<std::size_t>(end - begin) - before, MADV_HUGEPAGE));
}

}  // namespace

void ask_for_memory_in_bulk() {
    mallopt(M_ARENA_MAX, 4);
    mallopt(M_MMAP_THRESHOLD, most_at_once);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
    mallopt(M_TOP_PAD, first_piece);
    auto* const begin = static_cast<char*>(sbrk(0));
    void* volatile piece = std::malloc(mebibyte);  // the heap grows here; what nobody keeps might be left out
    std::free(piece);
    auto* const end = static_cast<char*>(sbrk(0));
    mallopt(M_TOP_PAD, mebibyte);
    if (end - begin < first_piece) return;  // the system refuses so much at once, or gives it elsewhere
    in_huge_pages(begin, end);
}

void ask_for_memory_of_thread() {
    void* volatile piece = std::malloc(piece_of_thread);  // the heap has grown, and keeps it
    std::free(piece);
}

void ask_for_huge_pages_of_thread() {
    auto* const piece = static_cast<char*>(std::malloc(piece_of_thread));
    if (piece != nullptr) in_huge_pages(piece, piece + piece_of_thread);
    std::free(piece);
}

}  // namespace base
