#include "workbook/kpi_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "workbook/formulas.h"
#include "workbook/looks.h"
#include "workbook/next_band.h"
#include "workbook/policy_words.h"

namespace workbook {

namespace {

using evaluate::Result;
using input::Indicator;
using input::Policy;

/// The indicator, its year and the year before.
class KpiRow {
   public:
    KpiRow(const Council& council, std::size_t index, std::string needed)
        : council_(council),
          places_(council.places),
          index_(index),
          indicator_(*council.assessment.indicators[index].source),
          now_(council.assessment.indicators[index].in(council.evaluated_year())),
          before_(places_.judged < 2 ? nullptr
                                     : &council.assessment.indicators[index].in(last_year(council.evaluated_year()))),
          needed_(std::move(needed)) {}

    static base::Year last_year(base::Year year) { return {year.western - 1}; }

    Content content(std::string_view key) const;
    Content actual_in(base::Year year) const { return figure("actual", result_in(year)); }
    Content rate_in(base::Year year) const { return rate("shown", result_in(year)); }

   private:
    const std::string& word(std::string_view key) const { return council_.plan.word(key); }
    int decimals() const { return places_.decimals[index_]; }
    std::string format() const { return number_format(council_, decimals()); }
    std::string ref(const Result& result, std::string_view key) const {
        return places_.calculated_ref(index_, result.year, key);
    }
    const Result& result_in(base::Year year) const { return council_.assessment.indicators[index_].in(year); }

    Content text(const std::string& value, base::Span span = {}) const { return {"", value, text_look(), span}; }
    Content centred(const std::string& formula, const Computed& value) const {
        return {formula, value, centred_look(), {}};
    }
    Content nothing() const { return text(""); }

    Content figure(std::string_view key, const Result& result) const {
        const Computed value = key == "actual" ? shown_actual(result) : figure_value(result.target);
        return {ref(result, key), value, number_look(format()), {}};
    }

    Content rate(std::string_view key, const Result& result) const {
        const Policy& policy = *result.policy;
        std::optional<base::Decimal> value;
        if (result.evaluated() && result.rate) {
            value = key == "shown" ? result.rate->shown : result.rate->uncapped;
        }
        return {ref(result, key), number_or_blank(value), number_look(rate_format(policy, policy.decimals)), {}};
    }

    Content rating(const Result& result) const {
        return centred(ref(result, "rating"), rating_of(result.evaluated() ? result.band : nullptr));
    }

    /// The column of the rate that the report prints for comparing years.
    const char* printed(const Result& result) const {
        return evaluate::shows_uncapped(*result.policy, indicator_) ? "uncapped" : "shown";
    }

    Content difference(const std::string& now, const std::string& before, int decimals,
                       const std::optional<base::Decimal>& value, const std::string& number) const {
        return {fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),ROUND({0}-{1},{2}),\"\")", now, before, decimals),
                number_or_blank(value),
                number_look(number),
                {}};
    }

    Content trend(const std::string& now, const std::string& before, const std::optional<int>& sign) const {
        const char* key = !sign ? nullptr : *sign > 0 ? "up" : *sign < 0 ? "down" : "level";
        return centred(
            fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),IF(ROUND({0}-{1},9)>0,{2},IF(ROUND({0}-{1},9)<0,{3},{4})),"
                        "\"\")",
                        now, before, formula_text(word("up")), formula_text(word("down")), formula_text(word("level"))),
            key == nullptr ? std::string() : word(key));
    }

    Content value_change() const {
        if (before_ == nullptr) return nothing();
        std::optional<base::Decimal> value;
        if (now_.value_change) value = now_.value_change->rounded(decimals());
        return difference(ref(now_, "actual"), ref(*before_, "actual"), decimals(), value, format());
    }

    Content value_trend() const {
        if (before_ == nullptr) return nothing();
        std::optional<int> sign;
        if (now_.value_change) sign = now_.value_change->sign();
        return trend(ref(now_, "actual"), ref(*before_, "actual"), sign);
    }

    Content rate_change() const {
        if (before_ == nullptr) return nothing();
        const int decimals = std::max(now_.policy->decimals, before_->policy->decimals);
        return difference(ref(now_, printed(now_)), ref(*before_, printed(*before_)), decimals, now_.rate_change,
                          number_format(council_, decimals));
    }

    Content rate_trend() const {
        if (before_ == nullptr) return nothing();
        std::optional<int> sign;
        if (now_.rate_change) sign = base::Ratio(*now_.rate_change).sign();
        return trend(ref(now_, printed(now_)), ref(*before_, printed(*before_)), sign);
    }

    /// Steps between bands of the same name where the years' policies differ.
    Content rating_change() const {
        if (before_ == nullptr) return nothing();
        const auto steps = [&](const char* key, const char* words) {
            const std::string now = ref(now_, key), before = ref(*before_, key);
            if (now_.policy == before_->policy) {
                return fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),{1}-{0},", now, before);
            }
            const std::string old_words = places_.name_of(words, before_->policy);
            return fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),IFERROR(MATCH(INDEX({2},{1}),{3},0)-{0},\"\"),",
                               now, before, old_words, places_.name_of(words, now_.policy));
        };
        std::string formula = steps("band", "band_word");
        const bool classes = !now_.policy->class_bands.empty() && !before_->policy->class_bands.empty();
        formula += classes ? steps("class", "class_word") + "\"\"))" : "\"\")";
        std::optional<base::Decimal> value;
        if (now_.rating_change) value = whole(std::int64_t{*now_.rating_change});
        return {formula, number_or_blank(value), number_look("+0;−0;0"), {}};
    }

    Content gap() const {
        std::optional<base::Decimal> value;
        const bool numbers = now_.actual != nullptr && now_.actual->amount && now_.target_value;
        if (numbers) value = (base::Ratio(*now_.actual->amount) - *now_.target_value).rounded(decimals());
        return difference(ref(now_, "actual"), ref(now_, "target"), decimals(), value, format());
    }

    Content achieved() const {
        const std::string flag = ref(now_, "achieved");
        const Computed value = now_.evaluated() ? word(now_.achieved ? "yes" : "no") : std::string();
        return centred(fmt::format("IF({0}=\"\",\"\",IF({0}=1,{1},{2}))", flag, formula_text(word("yes")),
                                   formula_text(word("no"))),
                       value);
    }

    Content next_band() const {
        const std::string band = ref(now_, "band");
        const auto place = band_place(now_.policy->bands, now_.evaluated() ? now_.band : nullptr);
        Computed value = std::string();
        if (place) {
            value = *place == 1 ? Computed(word("highest_band")) : rating_of(&now_.policy->bands[*place - 2]);
        }
        return centred(fmt::format("IF({0}=\"\",\"\",IF({0}=1,{1},INDEX({2},{0}-1)))", band,
                                   formula_text(word("highest_band")), places_.name_of("band_display", now_.policy)),
                       value);
    }

    std::string formula_of_needed() const {
        return needed_formula(places_, now_, indicator_,
                              {ref(now_, "target"), ref(now_, "baseline"), ref(now_, "band"), ref(now_, "exact")});
    }

    Content needed() const {
        const std::string formula = formula_of_needed();
        if (formula.empty()) return nothing();
        return {formula, number_or_blank(needed_actual(now_, indicator_)), number_look(format()), {}};
    }

    /// How many more, or fewer, than now.
    Content more() const {
        const std::string own = formula_of_needed();
        if (own.empty()) return nothing();
        const std::string& formula = needed_.empty() ? own : needed_;
        const int decimals = this->decimals();
        std::optional<base::Decimal> value;
        if (const auto wanted = needed_actual(now_, indicator_)) {
            value = (base::Ratio(*wanted) - base::Ratio(*now_.actual->amount)).rounded(decimals);
        }
        const base::NumberStyle& style = council_.inputs().policy.numbers;
        const std::string plus = "\"" + style.plus + "\"";
        const std::string signed_format =
            plus + base::spreadsheet_format(decimals, {style.grouping, "-", style.plus, style.percent}) + ";\"" +
            style.minus + "\"" + base::spreadsheet_format(decimals, {style.grouping, "-", style.plus, style.percent});
        return {fmt::format("IF(ISNUMBER({0}),ROUND({0}-{1},{2}),\"\")", formula, ref(now_, "actual"), decimals),
                number_or_blank(value),
                number_look(signed_format),
                {}};
    }

    /// The projects that report this indicator, else those of its initiative.
    Content projects() const {
        std::vector<const input::Project*> found = council_.reporting[index_];
        if (found.empty() && indicator_.kind == input::IndicatorKind::kpi) {
            for (std::size_t at : council_.strategy().initiatives[indicator_.initiative].projects) {
                if (!council_.inputs().projects[at].reprint_of) found.push_back(&council_.inputs().projects[at]);
            }
        }
        return text(listed(found));
    }

    /// Each name once, and not more than a cell shows well.
    std::string listed(const std::vector<const input::Project*>& projects) const {
        constexpr std::size_t most = 8;
        std::vector<std::string> names;
        for (const input::Project* project : projects) {
            if (std::find(names.begin(), names.end(), project->name) == names.end()) names.push_back(project->name);
        }
        std::string text;
        for (std::size_t at = 0; at < std::min(names.size(), most); ++at) text += (at == 0 ? "" : "、") + names[at];
        if (names.size() <= most) return text;
        return text + "、" + filled(word("more_projects"), {{"count", std::to_string(names.size() - most)}});
    }

    Content baseline_year() const {
        if (!indicator_.baseline_year) return nothing();
        return text(base::era_year(council_.inputs().eras, *indicator_.baseline_year, indicator_.baseline_year_kind));
    }

    bool kpi() const { return indicator_.kind == input::IndicatorKind::kpi; }
    Content number(int value) const { return {"", whole(std::int64_t{value}), centred_look(), {}}; }

    Content identity(std::string_view key) const;
    Content description(std::string_view key) const;

    const Council& council_;
    const Places& places_;
    std::size_t index_;
    const Indicator& indicator_;
    const Result& now_;
    const Result* before_;
    std::string needed_;
};

Content KpiRow::identity(std::string_view key) const {
    const input::Strategy& strategy = council_.strategy();
    if (key == "goal") return number(strategy.goals[indicator_.goal].number);
    if (key == "measure") return kpi() ? number(strategy.measures[indicator_.measure].number) : nothing();
    if (key == "initiative") return text(kpi() ? strategy.initiatives[indicator_.initiative].title : "");
    if (key == "id") return text(indicator_.id, indicator_.span);
    if (key == "kind") return text(word(kpi() ? "kpi" : "headline_target"));
    if (key == "name") return text(indicator_.name, indicator_.span);
    if (key == "unit") return {"", indicator_.unit, centred_look(), indicator_.span};
    if (key == "year_kind") return text(word(indicator_.year_kind == base::YearKind::fiscal ? "fiscal" : "calendar"));
    if (key == "direction") {
        return {"", word(indicator_.direction == input::Direction::higher ? "higher" : "lower"), centred_look(), {}};
    }
    if (key == "formula") return text(word(word_of(indicator_.formula.value_or(now_.policy->formula))));
    return baseline_year();
}

Content KpiRow::description(std::string_view key) const {
    if (key == "section") return text(indicator_.section, indicator_.span);
    if (key == "next_publication") return text(indicator_.next_publication, indicator_.span);
    if (key == "source") return text(indicator_.source, indicator_.span);
    if (key == "note") return text(indicator_.note, indicator_.span);
    if (key == "definition") return text(indicator_.definition, indicator_.span);
    Look answer = text_look();
    answer.locked = false;
    answer.ground = input_ground;
    return {"", std::string(), answer, {}};
}

Content KpiRow::content(std::string_view key) const {
    using Maker = Content (KpiRow::*)() const;
    static const std::map<std::string_view, Maker> makers = {
        {"value_change", &KpiRow::value_change},
        {"value_trend", &KpiRow::value_trend},
        {"rate_change", &KpiRow::rate_change},
        {"rate_trend", &KpiRow::rate_trend},
        {"rating_change", &KpiRow::rating_change},
        {"gap", &KpiRow::gap},
        {"achieved", &KpiRow::achieved},
        {"next_band", &KpiRow::next_band},
        {"needed", &KpiRow::needed},
        {"more", &KpiRow::more},
        {"projects", &KpiRow::projects},
    };
    if (const auto maker = makers.find(key); maker != makers.end()) return (this->*maker->second)();
    if (key == "target" || key == "actual") return figure(key, now_);
    if (key == "baseline") {
        return {ref(now_, "baseline"),
                figure_value(indicator_.baseline ? &*indicator_.baseline : nullptr),
                number_look(format()),
                {}};
    }
    if (key == "rate") return rate("shown", now_);
    if (key == "uncapped") return rate("uncapped", now_);
    if (key == "rating") return rating(now_);
    if (key == "reason") return centred(ref(now_, "reason"), now_.reason);
    if (key == "human_rating") return centred("", now_.human == nullptr ? std::string() : now_.human->word);
    if (key.starts_with("previous_")) {
        if (before_ == nullptr) return nothing();
        if (key == "previous_actual") return figure("actual", *before_);
        return key == "previous_rate" ? rate("shown", *before_) : rating(*before_);
    }
    static const std::vector<std::string_view> descriptions = {"section", "next_publication", "source",
                                                               "note",    "definition",       "answer"};
    const bool describes = std::find(descriptions.begin(), descriptions.end(), key) != descriptions.end();
    return describes ? description(key) : identity(key);
}

}  // namespace

bool spreads(std::string_view key) { return key == "actuals" || key == "rates"; }

std::vector<Content> kpi_contents(const Council& council, std::size_t index, std::string_view key,
                                  const std::string& needed) {
    const KpiRow row(council, index, needed);
    if (!spreads(key)) return {row.content(key)};
    std::vector<Content> contents;
    for (std::size_t at = 0; at < council.places.judged; ++at) {
        const base::Year year = council.places.years[at];
        contents.push_back(key == "actuals" ? row.actual_in(year) : row.rate_in(year));
        if (year == council.evaluated_year()) contents.back().look = emphasised(contents.back().look);
    }
    return contents;
}

void put(Sheet& sheet, At at, const Content& content) {
    if (!content.formula.empty()) {
        sheet.formula(at, content.formula, content.value, content.look);
    } else if (const auto* number = std::get_if<base::Decimal>(&content.value)) {
        sheet.number(at, *number, content.look, content.span);
    } else {
        sheet.text(at, std::get<std::string>(content.value), content.look, content.span);
    }
}

}  // namespace workbook
