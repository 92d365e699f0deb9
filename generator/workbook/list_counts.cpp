// Only changes that the list has a column for are counted; each count brings the criterion for a COUNTIF of the same.
#include "workbook/list_counts.h"

#include <algorithm>

namespace workbook {

namespace {

class Counter {
   public:
    Counter(const Council& council, const std::vector<std::size_t>& listed) : council_(council), listed_(listed) {}

    /// Values that moved so: up 1, down -1.
    std::size_t moved(int sign, bool to_the_better) const {
        if (council_.places.judged < 2) return 0;
        return count_if([&](std::size_t index, const evaluate::Result& result) {
            const bool lower = council_.strategy().indicators[index].direction == input::Direction::lower;
            const int wanted = to_the_better && lower ? -sign : sign;
            return result.value_change && base::Ratio(*result.value_change).sign() == wanted;
        });
    }

    std::size_t rated(int sign) const {
        return count_if([&](std::size_t, const evaluate::Result& result) {
            return result.rating_change && *result.rating_change * sign > 0;
        });
    }

   private:
    template <typename Holds>
    std::size_t count_if(Holds holds) const {
        return static_cast<std::size_t>(std::count_if(listed_.begin(), listed_.end(), [&](std::size_t index) {
            return holds(index, council_.assessment.indicators[index].in(council_.evaluated_year()));
        }));
    }

    const Council& council_;
    const std::vector<std::size_t>& listed_;
};

}  // namespace

std::vector<ListCount> list_counts(const Council& council, const SheetPlan& plan,
                                   const std::vector<std::size_t>& listed) {
    const auto has = [&](std::string_view key) {
        return std::any_of(plan.columns.begin(), plan.columns.end(),
                           [&](const ColumnPlan& column) { return column.key == key; });
    };
    const auto word = [&](const char* key) { return formula_text(council.plan.word(key)); };
    const Counter counter(council, listed);
    std::vector<ListCount> counts;
    if (has("value_better")) {
        counts.push_back({"bettered", "value_better", word("better"), counter.moved(1, true)});
        counts.push_back({"worsened", "value_better", word("worse"), counter.moved(-1, true)});
        counts.push_back({"unchanged", "value_better", word("level"), counter.moved(0, true)});
    } else if (has("value_trend")) {
        counts.push_back({"rose", "value_trend", word("up"), counter.moved(1, false)});
        counts.push_back({"fell", "value_trend", word("down"), counter.moved(-1, false)});
        counts.push_back({"unchanged", "value_trend", word("level"), counter.moved(0, false)});
    }
    if (has("rating_change")) {
        counts.push_back({"rating_rose", "rating_change", formula_text(">0"), counter.rated(1)});
        counts.push_back({"rating_fell", "rating_change", formula_text("<0"), counter.rated(-1)});
    }
    return counts;
}

std::string counts_in_words(const Council& council, const ListSheet& list) {
    std::string text;
    for (const ListCount& count : list_counts(council, *list.plan, list.listed)) {
        text += (text.empty() ? "" : "　") + council.plan.word(count.words) + " " + std::to_string(count.value);
    }
    return text;
}

}  // namespace workbook
