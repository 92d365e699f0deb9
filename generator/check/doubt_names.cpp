// Lists of the names for files and for sentences; each rule of house style adds its own with `style-` before it.
#include "check/doubt_names.h"

#include <string>

#include "input/policy.h"

namespace check {

namespace {

/// A rule of house style is doubted by its own name.
std::vector<std::string> style_names() {
    std::vector<std::string> names;
    for (const std::string_view rule : input::style_rules()) names.push_back("style-" + std::string(rule));
    return names;
}

}  // namespace

const std::vector<std::string_view>& doubt_names(About about) {
    static const std::vector<std::string_view> files = {"jump",
                                                        "swapped",
                                                        "unchanged",
                                                        "sign",
                                                        "cumulative-fell",
                                                        "over-100",
                                                        "decimals",
                                                        "sum",
                                                        "out-of-period",
                                                        "unused-value",
                                                        "twin",
                                                        "judgement",
                                                        "hole",
                                                        "annex-missing",
                                                        "stale",
                                                        "nothing-rated",
                                                        "code",
                                                        "source",
                                                        "restated",
                                                        "corrections",
                                                        "unchanged-text",
                                                        "old-year",
                                                        "half-placeholder",
                                                        "doubled-unit",
                                                        "mark-in-name",
                                                        "no-section",
                                                        "no-reading",
                                                        "no-cause"};
    static const std::vector<std::string> styles = style_names();
    static const std::vector<std::string_view> sentences = [] {
        std::vector<std::string_view> names = {"claim"};
        names.insert(names.end(), styles.begin(), styles.end());
        return names;
    }();
    static const std::vector<std::string_view> lost = {"unread-key",  "unnamed-file",   "cut-text",
                                                       "joined-text", "strange-letter", "old-date"};
    return about == About::files ? files : about == About::sentences ? sentences : lost;
}

}  // namespace check
