// Where two editions differ, place by place, whatever the cause.
#pragma once

#include "compare/align.h"
#include "compare/changes.h"

namespace compare {

/// narrative.goals.1.evaluation[0], as its author counts, and narrative.goals.1.evaluation.1, as a template does.
std::string as_counted(const std::string& path);

/// A number as it is kept in a cell, however the city writes it.
std::string bare(std::string_view words);

/// Adds what differs on the pages of all volumes: items, what only moved, what only looks different.
void compare_pages(const Pair& pair, Changes& changes);
/// Adds what differs in the cells of books and tables.
void compare_books(const Pair& pair, Changes& changes);

inline constexpr std::size_t no_other = SIZE_MAX;

/// Pairs what went with what came within a gap: in order where there are as many of both, else those that `alike` says
/// are the same thing; no_other where there is no other side.
template <typename Alike>
std::vector<std::pair<std::size_t, std::size_t>> paired(const Gap& gap, const Alike& alike) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const bool as_many = gap.before_end - gap.before_from == gap.after_end - gap.after_from;
    std::size_t next = gap.after_from;
    for (std::size_t x = gap.before_from; x < gap.before_end; ++x) {
        std::size_t y = next;
        while (!as_many && y < gap.after_end && !alike(x, y)) ++y;
        if (y >= gap.after_end) {
            pairs.emplace_back(x, no_other);
            continue;
        }
        for (; next < y; ++next) pairs.emplace_back(no_other, next);
        pairs.emplace_back(x, next++);
    }
    for (; next < gap.after_end; ++next) pairs.emplace_back(no_other, next);
    return pairs;
}

}  // namespace compare
