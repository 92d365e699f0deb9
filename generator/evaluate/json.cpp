// The assessment for other programs; docs/evaluate-json.md describes every key.
#include <nlohmann/json.hpp>

#include "evaluate/names.h"
#include "evaluate/own.h"
#include "evaluate/project_ratings.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 2;

class Writer {
   public:
    explicit Writer(const Assessment& assessment)
        : assessment_(assessment), inputs_(*assessment.inputs), strategy_(inputs_.strategy) {}
    /// The list of indicators is left empty.
    Json document() const;
    Json indicator(const IndicatorAssessment& indicator) const;

   private:
    std::string year(base::Year year) const { return base::short_year(inputs_.eras, year); }
    Json result(const Result& result) const;
    Json group(const GroupAssessment& group, bool has_targets) const;
    Json tally(const Tally& tally) const;
    Json ids(const std::vector<std::size_t>& indices) const;
    Json excluded(const Tally& tally) const;
    Json goal(std::size_t index) const;
    Json measure(std::size_t index) const;
    Json initiative(std::size_t index) const;
    void add_ratings(Json& json, const Subject& group) const;
    Json project(std::size_t index) const;
    void add_fields(Json& json, const Subject& subject) const;

    const Assessment& assessment_;
    const input::Inputs& inputs_;
    const input::Strategy& strategy_;
};

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json number(const std::optional<base::Decimal>& value) { return value ? Json(base::plain(*value)) : Json(nullptr); }

Json fraction(const std::optional<base::Ratio>& value) { return value ? Json(value->fraction()) : Json(nullptr); }

/// The paper that a value was taken from.
Json source(const input::Evidence& evidence) {
    Json json;
    json["paper"] = evidence.paper;
    json["digest"] = text_or_null(evidence.digest);
    json["given_by"] = text_or_null(evidence.given_by);
    json["agreed_by"] = text_or_null(evidence.agreed_by);
    return json;
}

Json figure(const input::Figure* figure) {
    if (figure == nullptr) return nullptr;
    Json json;
    json["value"] = number(figure->amount);
    json["words"] = text_or_null(figure->words);
    if (!figure->beside->in_brackets.empty()) json["brackets"] = figure->beside->in_brackets;
    if (figure->provisional) json["provisional"] = true;
    if (figure->revised) json["revised"] = true;
    if (figure->reference) json["reference"] = true;
    if (figure->beside->forecast) json["forecast"] = base::plain(*figure->beside->forecast);
    if (!figure->beside->note.empty()) json["note"] = figure->beside->note;
    if (figure->beside->evidence) json["source"] = source(*figure->beside->evidence);
    return json;
}

Json rating(const input::Band* band) {
    if (band == nullptr) return nullptr;
    return {{"id", band->id}, {"word", band->word}, {"symbol", text_or_null(band->symbol)}};
}

Json human(const input::HumanRating* rating) {
    if (rating == nullptr) return nullptr;
    return {{"word", rating->word}, {"reason", text_or_null(rating->reason)}};
}

Json verdict(const input::Verdict* verdict) {
    if (verdict == nullptr) return nullptr;
    return {{"reached", verdict->reached}, {"word", text_or_null(verdict->word)}};
}

Json Writer::result(const Result& result) const {
    Json json;
    json["year"] = year(result.year);
    json["western"] = result.year.western;
    json["policy"] = result.policy->id;
    json["target"] = figure(result.target);
    if (result.original_target != nullptr) json["original_target"] = figure(result.original_target);
    json["actual"] = figure(result.actual);
    json["evaluated"] = result.evaluated();
    json["exclusion"] = result.evaluated() ? Json(nullptr) : Json(name_of(result.exclusion));
    json["reason"] = text_or_null(result.reason);
    json["rule"] = name_of(result.rule);
    json["basis"] = name_of(result.basis);
    json["rate_exact"] = result.rate ? Json(result.rate->exact.fraction()) : Json(nullptr);
    json["rate"] = result.rate ? number(result.rate->shown) : Json(nullptr);
    json["uncapped_rate"] = result.rate ? number(result.rate->uncapped) : Json(nullptr);
    json["capped"] = result.rate && result.rate->capped;
    json["achieved"] = result.evaluated() ? Json(result.achieved) : Json(nullptr);
    json["rating"] = rating(result.band);
    if (result.human != nullptr) json["human_rating"] = human(result.human);
    if (result.council != nullptr) json["council_rating"] = human(result.council);
    if (result.rated_by_people()) json["computed_rating"] = rating(result.computed_band);
    if (result.policy->second_rate) {
        json["second_rate"] = result.second ? number(result.second->shown) : Json(nullptr);
        json["second_rate_exact"] = result.second ? Json(result.second->exact.fraction()) : Json(nullptr);
    }
    if (result.verdict != nullptr) json["verdict"] = verdict(result.verdict);
    json["actual_change_exact"] =
        result.value_change ? Json(base::Ratio(*result.value_change).fraction()) : Json(nullptr);
    json["rate_change"] = number(result.rate_change);
    json["rating_change"] = result.rating_change ? Json(*result.rating_change) : Json(nullptr);
    return json;
}

Json kind_of(base::YearKind kind) { return kind == base::YearKind::fiscal ? "fiscal" : "calendar"; }

Json Writer::indicator(const IndicatorAssessment& assessed) const {
    const input::Indicator& own = *assessed.indicator;
    const input::Indicator& source = *assessed.source;
    const bool kpi = own.kind == input::IndicatorKind::kpi;
    Json json;
    json["id"] = own.id;
    json["kind"] = kpi ? "kpi" : "headline_target";
    json["goal"] = strategy_.goals[own.goal].number;
    json["measure"] = kpi ? Json(strategy_.measures[own.measure].number) : Json(nullptr);
    json["initiative"] = kpi ? Json(strategy_.initiatives[own.initiative].number) : Json(nullptr);
    json["name"] = source.name;
    json["unit"] = text_or_null(source.unit);
    json["direction"] = source.direction == input::Direction::higher ? "higher" : "lower";
    json["baseline"] = figure(source.baseline ? &*source.baseline : nullptr);
    json["baseline_year"] = source.baseline_year
                                ? Json(base::era_year(inputs_.eras, *source.baseline_year, source.baseline_year_kind))
                                : Json(nullptr);
    json["year_kind"] = kind_of(source.year_kind);
    json["cumulative"] = source.cumulative;
    json["survey"] = source.survey;
    json["strict"] = source.strict;
    json["valid_from"] = source.valid_from ? Json(year(*source.valid_from)) : Json(nullptr);
    json["valid_to"] = source.valid_to ? Json(year(*source.valid_to)) : Json(nullptr);
    json["replaced_by"] = text_or_null(source.replaced_by);
    json["reprint_of"] = text_or_null(own.reprint_of);
    json["sum_of"] = source.sum_of;
    if (!source.type.empty()) json["type"] = source.type;
    if (source.quotient_of) json["quotient_of"] = {source.quotient_of->part, source.quotient_of->whole};
    json["years"] = Json::array();
    for (const Result& in_year : assessed.results) json["years"].push_back(result(in_year));
    return json;
}

Json Writer::ids(const std::vector<std::size_t>& indices) const {
    Json list = Json::array();
    for (const std::size_t index : indices) list.push_back(strategy_.indicators[index].id);
    return list;
}

/// One entry a kind and wording, in the order of the plan.
Json Writer::excluded(const Tally& tally) const {
    Json list = Json::array();
    for (const std::size_t index : tally.excluded) {
        const Result& result = assessment_.indicators[index].in(tally.year);
        const auto same = std::find_if(list.begin(), list.end(), [&](const Json& entry) {
            return entry["exclusion"] == name_of(result.exclusion) && entry["reason"] == result.reason;
        });
        Json& entry = same != list.end() ? *same
                                         : list.emplace_back(Json{{"exclusion", name_of(result.exclusion)},
                                                                  {"reason", result.reason},
                                                                  {"indicators", Json::array()}});
        entry["indicators"].push_back(strategy_.indicators[index].id);
    }
    return list;
}

Json Writer::tally(const Tally& tally) const {
    Json json;
    json["by"] = name_of(tally.by);
    json["mean"] = number(tally.mean);
    json["mean_exact"] = fraction(tally.mean_exact);
    json["unit"] = tally.in_points ? "points" : "percent";
    json["mean_change"] = number(tally.mean_change);
    json["rating"] = rating(tally.band);
    json["count"] = tally.in_force;
    json["evaluated"] = tally.evaluated.size();
    json["achieved"] = tally.achieved;
    json["by_band"] = Json::array();
    for (const BandCount& count : band_counts(tally)) {
        Json band = rating(count.band);
        band["count"] = count.count;
        json["by_band"].push_back(std::move(band));
    }
    json["indicators"] = ids(tally.evaluated);
    json["excluded"] = excluded(tally);
    if (tally.policy->leaves_out()) json["left_out_of_mean"] = ids(tally.left_out);
    return json;
}

Json Writer::group(const GroupAssessment& group, bool has_targets) const {
    Json years = Json::array();
    for (std::size_t at = 0; at < group.kpis.size(); ++at) {
        Json json;
        json["year"] = year(group.kpis[at].year);
        json["western"] = group.kpis[at].year.western;
        json["policy"] = group.kpis[at].policy->id;
        json["kpis"] = tally(group.kpis[at]);
        if (has_targets) json["headline_targets"] = tally(group.headline_targets[at]);
        years.push_back(std::move(json));
    }
    return years;
}

/// The values of the city's own fields; nothing where it declares none.
void Writer::add_fields(Json& json, const Subject& subject) const {
    const Context context = unworded(assessment_);
    for (const input::OwnField& field : inputs_.own_fields) {
        const Content value = own_value(context, subject, field);
        Json& at = json["fields"][field.id];
        if (const auto* number = std::get_if<Number>(&value.is)) {
            at = base::plain(number->value);
        } else if (const auto* words = std::get_if<Words>(&value.is)) {
            at = words->text;
        } else if (const auto* band = std::get_if<Subject>(&value.is); band != nullptr && band->band != nullptr) {
            at = band->band->word;
        } else {
            at = nullptr;
        }
    }
}

/// How many projects of a group people gave each rating, field by field; nothing where they gave none.
void Writer::add_ratings(Json& json, const Subject& group) const {
    const Context context = unworded(assessment_);
    for (const Subject& ratings : project_ratings_of(context, group)) {
        Json& field = json["project_ratings"][inputs_.own_fields[ratings.part].id];
        field["count"] = rated_projects(context, ratings).size();
        for (const Subject& each : by_word(context, ratings)) {
            Json word = each.band != nullptr ? rating(each.band)
                                             : Json{{"id", nullptr}, {"word", word_of(each)}, {"symbol", nullptr}};
            word["count"] = rated_projects(context, each).size();
            field["by_band"].push_back(std::move(word));
        }
    }
}

Json Writer::project(std::size_t index) const {
    const input::Project& project = inputs_.projects[index];
    Json json = {{"id", project.id}, {"name", project.name}, {"reprint", project.reprint_of.has_value()}};
    add_fields(json, {.topic = Topic::project, .year = inputs_.evaluated_year, .index = index});
    return json;
}

Json Writer::initiative(std::size_t index) const {
    const input::Initiative& initiative = strategy_.initiatives[index];
    return {{"number", initiative.number},
            {"title", initiative.title},
            {"years", group(assessment_.initiatives[index], false)}};
}

Json Writer::measure(std::size_t index) const {
    const input::Measure& measure = strategy_.measures[index];
    Json json;
    json["number"] = measure.number;
    json["title"] = measure.title;
    json["years"] = group(assessment_.measures[index], false);
    add_fields(json, {.topic = Topic::measure, .year = inputs_.evaluated_year, .index = index});
    add_ratings(json, {.topic = Topic::measure, .year = inputs_.evaluated_year, .index = index});
    json["initiatives"] = Json::array();
    for (const std::size_t at : measure.initiatives) json["initiatives"].push_back(initiative(at));
    return json;
}

Json Writer::goal(std::size_t index) const {
    const input::Goal& goal = strategy_.goals[index];
    Json json;
    json["number"] = goal.number;
    json["title"] = goal.title;
    json["slogan"] = text_or_null(goal.slogan);
    json["weight"] = number(goal.weight);
    json["years"] = group(assessment_.goals[index], true);
    add_fields(json, {.topic = Topic::goal, .year = inputs_.evaluated_year, .index = index});
    add_ratings(json, {.topic = Topic::goal, .year = inputs_.evaluated_year, .index = index});
    json["measures"] = Json::array();
    for (const std::size_t at : goal.measures) json["measures"].push_back(measure(at));
    return json;
}

Json policy(const input::Policy& policy) { return {{"id", policy.id}, {"name", policy.name}}; }

Json Writer::document() const {
    Json json;
    json["format"] = "kensho-evaluate";
    json["version"] = format_version;
    json["municipality"] = {{"name", inputs_.municipality.name}, {"code", text_or_null(inputs_.municipality.code)}};
    json["strategy"] = strategy_.title;
    json["period"] = {{"from", year(strategy_.first_year)}, {"to", year(strategy_.last_year)}};
    json["evaluated_year"] = year(inputs_.evaluated_year);
    json["policy"] = policy(inputs_.policy);
    json["earlier_policies"] = Json::object();
    for (const auto& [report, earlier] : inputs_.earlier_policies) {
        json["earlier_policies"][year(report)] = policy(earlier);
    }
    json["note"] = text_or_null(inputs_.policy.overall_note);
    json["indicators"] = Json::array();
    json["goals"] = Json::array();
    for (std::size_t at = 0; at < strategy_.goals.size(); ++at) json["goals"].push_back(goal(at));
    json["overall"] = group(assessment_.overall, true);
    if (inputs_.own_fields.empty()) return json;
    json["projects"] = Json::array();
    for (std::size_t at = 0; at < inputs_.projects.size(); ++at) json["projects"].push_back(project(at));
    add_fields(json, {.topic = Topic::overall, .year = inputs_.evaluated_year});
    add_ratings(json, {.topic = Topic::overall, .year = inputs_.evaluated_year});
    return json;
}

}  // namespace

/// Indicators are printed one at a time: as one tree they take several times the room of their text.
std::string to_json(const Assessment& assessment) {
    const Writer writer(assessment);
    std::string indicators;
    for (const IndicatorAssessment& assessed : assessment.indicators) {
        indicators += indicators.empty() ? "\n  " : ",\n  ";
        for (const char c : writer.indicator(assessed).dump(1)) indicators.append(1, c).append(c == '\n' ? 2 : 0, ' ');
    }
    if (!indicators.empty()) indicators += "\n ";
    std::string text = writer.document().dump(1) + "\n";
    constexpr std::string_view place = "\n \"indicators\": [";  // a line's beginning, so in no text
    text.insert(text.find(place) + place.size(), indicators);
    return text;
}

}  // namespace evaluate
