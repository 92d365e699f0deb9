#include "check/doubt_names.h"

namespace check {

const std::vector<std::string_view>& doubt_names(About about) {
    static const std::vector<std::string_view> files = {
        "jump",           "swapped",  "unchanged",       "sign", "cumulative-fell", "over-100", "decimals",      "sum",
        "out-of-period",  "twin",     "judgement",       "hole", "annex-missing",   "stale",    "nothing-rated", "code",
        "unchanged-text", "old-year", "half-placeholder"};
    static const std::vector<std::string_view> sentences = {"claim"};
    return about == About::files ? files : sentences;
}

}  // namespace check
