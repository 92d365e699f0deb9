// A limit must lie between its neighbours, and off the range 0 to 2 where a share would be mistaken for a percentage.
#include "workbook/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/decimal.h"

namespace workbook {

namespace {

bool per_cent(const input::Band& band) {
    return !band.lower || base::Ratio(*band.lower) >= base::Ratio(2) || base::Ratio(*band.lower).sign() <= 0;
}

/// Two bands may share a limit where one of them begins above it.
const char* order(const input::Band& higher, const input::Band& lower) {
    return base::Ratio(*higher.lower) == base::Ratio(*lower.lower) ? "<=" : "<";
}

constexpr const char* scale = "OR({0}<=0,{0}>=2)";

}  // namespace

std::vector<std::string> limit_conditions(const std::vector<input::Band>& bands,
                                          const std::vector<std::string>& cells) {
    const bool scaled = std::all_of(bands.begin(), bands.end(), per_cent);
    std::vector<std::string> conditions;
    for (std::size_t at = 0; at < bands.size(); ++at) {
        if (!bands[at].lower) {
            conditions.push_back(fmt::format("{}=\"\"", cells[at]));
            continue;
        }
        std::string condition = fmt::format("ISNUMBER({})", cells[at]);
        if (at > 0 && bands[at - 1].lower) {
            condition += fmt::format(",{}{}{}", cells[at], order(bands[at - 1], bands[at]), cells[at - 1]);
        }
        if (at + 1 < bands.size() && bands[at + 1].lower) {
            condition += fmt::format(",{}{}{}", cells[at + 1], order(bands[at], bands[at + 1]), cells[at]);
        }
        if (scaled) condition += "," + fmt::format(fmt::runtime(scale), cells[at]);
        conditions.push_back("AND(" + condition + ")");
    }
    return conditions;
}

std::string cap_condition(const std::string& cell, const std::string& floor) {
    return fmt::format("OR({0}=\"\",AND(ISNUMBER({0}),{0}>=2,{0}>N({1})))", cell, floor);
}

std::string floor_condition(const std::string& cell, const std::string& cap) {
    return fmt::format("OR({0}=\"\",AND(ISNUMBER({0}),OR({0}<=0,{0}>=2),OR({1}=\"\",{0}<{1})))", cell, cap);
}

std::string digits_condition(const std::string& cell) {
    return fmt::format("AND(ISNUMBER({0}),N({0})>=0,N({0})<=6,N({0})=INT(N({0})))", cell);
}

std::string tolerance_condition(const std::string& cell) { return fmt::format("AND(ISNUMBER({0}),N({0})>=0)", cell); }

}  // namespace workbook
