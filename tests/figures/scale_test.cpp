// The axis of a chart by its values alone.
#include "figures/scale.h"

#include <doctest/doctest.h>

namespace {

/// "floor to ceiling by step", and whether the zero is off it.
std::string scale(const std::vector<const char*>& values, bool from_zero = false) {
    std::vector<base::Decimal> numbers;
    for (const char* value : values) numbers.push_back(*base::parse_decimal(value).value);
    const figures::Scale made = figures::scale_of(numbers, 5, from_zero);
    return made.floor.fraction() + " to " + made.ceiling.fraction() + " by " + made.step.fraction() +
           (made.cut ? ", cut" : "");
}

}  // namespace

TEST_CASE("values of one size stand inside their axis, and nothing is below zero where no value is") {
    CHECK(scale({"100", "100"}) == "95/1 to 105/1 by 5/1, cut");
    CHECK(scale({"0", "0"}) == "0/1 to 1/1 by 1/1");
    CHECK(scale({"0.0"}) == "0/1 to 1/10 by 1/10");
    CHECK(scale({"-100", "-100"}) == "-105/1 to -95/1 by 5/1, cut");
    CHECK(scale({"1"}) == "0/1 to 2/1 by 1/1");
}

TEST_CASE("the axis begins at zero where that is no further off than the values reach, and under bars") {
    CHECK(scale({"50", "100"}) == "0/1 to 100/1 by 20/1");
    CHECK(scale({"51", "100"}) == "50/1 to 100/1 by 10/1, cut");
    CHECK(scale({"-50", "-100"}) == "-100/1 to 0/1 by 20/1");
    CHECK(scale({"-51", "-100"}) == "-100/1 to -50/1 by 10/1, cut");
    CHECK(scale({"98", "100"}, true) == "0/1 to 100/1 by 20/1");
    CHECK(scale({"-98", "-100"}, true) == "-100/1 to 0/1 by 20/1");
    CHECK(scale({"-20", "30"}) == "-20/1 to 30/1 by 10/1");
}
