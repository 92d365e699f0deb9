// The numbers printed on pages.
#include <array>
#include <utility>

#include "layout/flow.h"

namespace layout {

namespace {

std::string roman(int number) {
    static constexpr std::array<std::pair<int, const char*>, 13> signs{{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
    std::string text;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value) text += sign;
    }
    return text;
}

}  // namespace

std::vector<PageNumber> number_pages(const std::deque<Sequence>& sequences) {
    std::vector<PageNumber> numbers;
    std::size_t begin = 0;
    int next = 1;
    const auto close = [&] {
        for (; begin < numbers.size(); ++begin) numbers[begin].of = next - 1;
    };
    for (const Sequence& sequence : sequences) {
        if (!sequence.plans.empty() && sequence.number_from > 0) {
            close();
            next = sequence.number_from;
        }
        for (std::size_t i = 0; i < sequence.plans.size(); ++i, ++next) {
            numbers.push_back({sequence.roman ? roman(next) : std::to_string(next), 0});
        }
    }
    close();
    return numbers;
}

}  // namespace layout
