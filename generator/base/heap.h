// How memory is asked of the system.
#pragma once

namespace base {

/// For the program, before anything is made: a run is short and makes much, so memory is asked for in few large pieces,
/// and what was given back is used again rather than returned.
void ask_for_memory_in_bulk();

/// For a thread that will make much. Threads have heaps of their own, since sharing one they wait for each other; such
/// a heap grows a page at a time, with a call of the system for each.
void ask_for_memory_of_thread();

/// For one that lays out whole volumes, as the program's own thread may: the same in huge pages, of which each heap
/// that is not filled wastes one.
void ask_for_huge_pages_of_thread();

}  // namespace base
