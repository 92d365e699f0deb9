// Dates stand in fields of their own, or as the first year of an era in a printed text.
#include "input/old_date.h"

#include "base/message.h"
#include "input/year_hint.h"

namespace input {

namespace {

using base::say;

/// 令和６年９月, 令和５年度の….
std::optional<base::Year> year_in(const base::Eras& eras, std::string_view text) {
    for (const base::Era& era : eras) {
        const std::size_t at = text.find(era.name);
        const std::size_t end = at == std::string_view::npos ? at : text.find("年", at);
        if (end == std::string_view::npos) continue;
        if (const auto year = year_meant(eras, std::string(text.substr(at, end - at)) + "年度")) return year;
    }
    return std::nullopt;
}

}  // namespace

void doubt_old_dates(const base::Value& project, const Inputs& inputs, base::Diagnostics& diagnostics) {
    const base::Value* report = project.is_map() ? project.find("report") : nullptr;
    if (report == nullptr || !report->is_map() || inputs.evaluated_year.western == 0) return;
    const int evaluated = inputs.evaluated_year.western;
    const std::string year = base::short_year(inputs.eras, inputs.evaluated_year);
    const auto doubt = [&](std::string_view key, const std::string& says, const std::string& hint) {
        if (const base::Value* value = report->find(key)) diagnostics.warning("old-date", value->span, says, hint);
    };
    const auto doubt_day = [&](std::string_view key, const std::string& words) {
        doubt(key, say("the report of {0} is dated {1}, before the year was over", year, words),
              say("is it the date of the report before this one?"));
    };
    if (!inputs.date.empty() && std::stoi(inputs.date.substr(0, 4)) <= evaluated) doubt_day("date", inputs.date);
    const auto published = year_in(inputs.eras, inputs.published);
    if (published && published->western <= evaluated) doubt_day("published", inputs.published);
    const auto titled = year_in(inputs.eras, inputs.report_title);
    if (titled && titled->western == evaluated - 1)
        doubt("title", say("the title of the report of {0} names the year before it", year),
              say("is it the title of the report before this one?"));
}

}  // namespace input
