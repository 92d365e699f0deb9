// Myers' greedy walk over the diagonals, with its way kept to be walked back.
#include "compare/align.h"

#include <algorithm>
#include <functional>

namespace compare {

namespace {

using Keys = std::vector<std::uint64_t>;

constexpr int most_differences = 1500;

/// How far each diagonal was reached after each number of differences; empty where there are too many.
std::vector<std::vector<int>> walk(const Keys& a, const Keys& b, std::size_t from, int n, int m) {
    std::vector<std::vector<int>> trace;
    const int most = std::min(n + m, most_differences);
    std::vector<int> reach(2 * static_cast<std::size_t>(most) + 3, 0);
    const auto at = [&](int diagonal) -> int& {
        return reach[static_cast<std::size_t>(diagonal) + static_cast<std::size_t>(most) + 1];
    };
    for (int d = 0; d <= most; ++d) {
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 &&
                   a[from + static_cast<std::size_t>(x)] == b[from + static_cast<std::size_t>(x - k)]) {
                ++x;
            }
            at(k) = x;
            if (x >= n && x - k >= m) {
                trace.push_back({reach.begin() + (most + 1 - d), reach.begin() + (most + 2 + d)});
                return trace;
            }
        }
        trace.push_back({reach.begin() + (most + 1 - d), reach.begin() + (most + 2 + d)});
    }
    return {};
}

/// The elements that are the same, walked back; positions from `from`.
std::vector<std::pair<int, int>> matches(const std::vector<std::vector<int>>& trace, int n, int m) {
    std::vector<std::pair<int, int>> same;
    int x = n, y = m;
    for (int d = static_cast<int>(trace.size()) - 1; d > 0; --d) {
        const std::vector<int>& before = trace[static_cast<std::size_t>(d - 1)];
        const auto reached = [&](int diagonal) {
            const int index = diagonal + d - 1;
            return index < 0 || index >= static_cast<int>(before.size()) ? -1 : before[static_cast<std::size_t>(index)];
        };
        const int k = x - y;
        const bool down = k == -d || (k != d && reached(k - 1) < reached(k + 1));
        const int last_x = down ? reached(k + 1) : reached(k - 1);
        const int last_y = last_x - (down ? k + 1 : k - 1);
        while (x > last_x && y > last_y && x > (down ? last_x : last_x + 1)) same.emplace_back(--x, --y);
        x = last_x;
        y = last_y;
    }
    while (x > 0 && y > 0) same.emplace_back(--x, --y);
    std::reverse(same.begin(), same.end());
    return same;
}

}  // namespace

std::uint64_t key_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::vector<Gap> gaps(const Keys& before, const Keys& after) {
    std::size_t from = 0, a = before.size(), b = after.size();
    while (from < a && from < b && before[from] == after[from]) ++from;
    while (a > from && b > from && before[a - 1] == after[b - 1]) {
        --a;
        --b;
    }
    if (from == a && from == b) return {};
    const int n = static_cast<int>(a - from), m = static_cast<int>(b - from);
    const auto trace = walk(before, after, from, n, m);
    std::vector<Gap> found;
    Gap gap{from, from, from, from};
    const auto close = [&](std::size_t x, std::size_t y) {
        gap.before_end = x;
        gap.after_end = y;
        if (gap.before_from < gap.before_end || gap.after_from < gap.after_end) found.push_back(gap);
        gap = {x + 1, x + 1, y + 1, y + 1};
    };
    if (!trace.empty()) {
        for (const auto& [x, y] : matches(trace, n, m)) {
            close(from + static_cast<std::size_t>(x), from + static_cast<std::size_t>(y));
        }
    }
    close(a, b);
    return found;
}

}  // namespace compare
