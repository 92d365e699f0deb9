// The vocabulary, walked from end to end over the samples: every fact says what its row promises, and every address
// can be written down and read again; and what depends on a fact is all that changes with it.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "evaluate/dependents.h"
#include "evaluate/facts.h"
#include "evaluate/format.h"
#include "evaluate/index_order.h"
#include "evaluate/own.h"
#include "evaluate/project.h"
#include "evaluate/where.h"

namespace {

using evaluate::Content;
using evaluate::Form;
using evaluate::Subject;
using evaluate::Topic;

std::string form_of(const Content& content) {
    return std::visit(
        []<typename T>(const T& is) -> std::string {
            if constexpr (std::is_same_v<T, bool>) return "flag";
            if constexpr (std::is_same_v<T, std::int64_t>) return "ordinal";
            if constexpr (std::is_same_v<T, evaluate::Words>) return "words";
            if constexpr (std::is_same_v<T, evaluate::Trend>) return "trend";
            if constexpr (std::is_same_v<T, Subject>) return "subject " + std::to_string(static_cast<int>(is.topic));
            if constexpr (std::is_same_v<T, evaluate::Number>) {
                return is.as == evaluate::Number::As::count ? "count" : "number";
            }
            return "nothing";
        },
        content.is);
}

std::string promised(const Form& form) {
    switch (form.is) {
        case Form::Is::flag: return "flag";
        case Form::Is::ordinal: return "ordinal";
        case Form::Is::words: return "words";
        case Form::Is::trend: return "trend";
        case Form::Is::count: return "count";
        case Form::Is::number:
        case Form::Is::percent:
        case Form::Is::change: return "number";
        default: return "subject " + std::to_string(static_cast<int>(form.topic));
    }
}

/// Subjects reached from the whole, up to so many of each topic.
struct Walk {
    const evaluate::Context& context;
    std::size_t most_of_a_topic;
    std::vector<Subject> reached = {};
    std::set<std::string> seen = {};
    std::map<Topic, std::size_t> of_topic = {};
    std::vector<evaluate::Address> addresses = {};
    std::string faults = {};

    void reach(const Subject& subject) {
        const std::string text = evaluate::text_of(context, {subject, std::to_string(static_cast<int>(subject.topic))});
        const bool part = subject.topic >= Topic::figure;
        if (!part && !seen.insert(text).second) return;
        if (++of_topic[subject.topic] <= (part ? 60 : most_of_a_topic)) reached.push_back(subject);
    }

    void judge(const evaluate::Fact& row, const Subject& of) {
        const Content content = row.get(context, of);
        const std::string what = evaluate::subject_text(context, of) + "." + std::string(row.name);
        const bool list = std::holds_alternative<evaluate::List>(content.is);
        const bool own = row.form.is == Form::Is::own_list;
        if (form_of(content) == "nothing" && !list) return;
        if (list != (row.form.list || own)) faults += what + " is a list or is none\n";
        const std::vector<Content> alone = {content};
        for (const Content& one : list ? *std::get<evaluate::List>(content.is) : alone) {
            const std::string wanted =
                own ? "subject " + std::to_string(static_cast<int>(of.topic)) : promised(row.form);
            if (form_of(one) != wanted)
                faults.append(what).append(" is ").append(form_of(one)).append(", not ").append(wanted).append("\n");
            if (const auto* subject = std::get_if<Subject>(&one.is)) reach(*subject);
            const auto* part = std::get_if<Subject>(&one.is);
            const bool shown = part != nullptr && (part->topic == Topic::figure || part->topic == Topic::band);
            const bool addressed = of.topic < Topic::figure && of.topic != Topic::policy && of.topic != Topic::whole;
            if (addressed && !list && (shown || std::holds_alternative<evaluate::Number>(one.is)))
                addresses.push_back({of, std::string(row.name)});
        }
    }

    void run() {
        reach({.topic = Topic::whole, .year = context.inputs().evaluated_year});
        for (std::size_t at = 0; at < reached.size(); ++at) {
            const Subject subject = reached[at];
            for (const evaluate::Fact& row : evaluate::facts()) {
                if ((row.topics & evaluate::only(subject.topic)) != 0) judge(row, subject);
            }
        }
    }
};

std::string printed(const evaluate::Context& context, const evaluate::Address& address) {
    const auto letters = evaluate::formatted(context, evaluate::get(context, address), {});
    return std::holds_alternative<evaluate::Printed>(letters) ? std::get<evaluate::Printed>(letters).text : "";
}

std::set<std::string> dependents(const evaluate::Context& context, std::string_view of) {
    const auto address = evaluate::parse_address(context, of);
    REQUIRE(std::holds_alternative<evaluate::Address>(address));
    std::set<std::string> found;
    for (const auto& one : evaluate::dependents_of(context, std::get<evaluate::Address>(address))) {
        const std::string text = evaluate::text_of(context, one);
        CHECK_MESSAGE(found.insert(text).second, text << " depends on it twice");
    }
    return found;
}

/// Own numbers, rates and shares of all that has them: no row of the vocabulary names them.
void add_own(const evaluate::Context& context, const std::vector<Subject>& reached,
             std::vector<evaluate::Address>& addresses) {
    for (const Subject& subject : reached) {
        const bool now = subject.year == context.inputs().evaluated_year;
        if (!now || !evaluate::has_own_fields(subject.topic)) continue;
        for (const input::OwnField& field : context.inputs().own_fields) {
            addresses.push_back({subject, "own." + field.id});
            if (field.is == input::OwnField::Is::number) addresses.push_back({subject, "own_share." + field.id});
        }
    }
}

/// Types another value in the place of each in turn: whatever says something else then must be among what depends on
/// it. Returns how many facts changed.
std::size_t change_each(const input::Inputs& inputs, const std::vector<std::string>& typed) {
    const evaluate::Wording wording;
    const evaluate::Assessment assessment = evaluate::evaluate(inputs);
    const evaluate::Context before{assessment, wording};
    Walk walk{before, 100'000};
    walk.run();
    add_own(before, walk.reached, walk.addresses);
    std::size_t changes = 0;
    for (const std::string& value : typed) {
        input::Inputs other = inputs;
        const auto address = evaluate::parse_address(before, value);
        REQUIRE_MESSAGE(std::holds_alternative<evaluate::Address>(address), value);
        const std::string itself = evaluate::text_of(before, std::get<evaluate::Address>(address));
        const auto number = evaluate::number_of(evaluate::get(before, std::get<evaluate::Address>(address)));
        if (!number) continue;
        base::Decimal another = *number;
        another.digits += "7";
        another.negative = false;
        if (!evaluate::retype(other, std::get<evaluate::Address>(address), another)) continue;
        const evaluate::Assessment changed = evaluate::evaluate(other);
        const evaluate::Context after{changed, wording};
        const std::set<std::string> expected = dependents(before, value);
        for (const evaluate::Address& each : walk.addresses) {
            const std::string text = evaluate::text_of(before, each);
            // Read anew, since bands are told apart by where they stand.
            const auto again = std::get<evaluate::Address>(evaluate::parse_address(after, text));
            if (text == itself || printed(before, each) == printed(after, again)) continue;
            ++changes;
            CHECK_MESSAGE(expected.contains(text), text << " changes with " << value);
        }
    }
    return changes;
}

}  // namespace

TEST_CASE("what depends on a value: its rate, its rating, the means above it, their ratings, the counts") {
    const evaluate::Wording wording;
    const Project project("atsugi");
    const evaluate::Context context{project.assessment, wording};
    const std::set<std::string> of_births = dependents(context, "births.actual@R5");
    for (const char* fact :
         {"births.rate@R5", "births.rating@R5", "births.actual_change@R5", "births.rate_change@R6",
          "goal.3.headline_targets.mean@R5", "goal.3.headline_targets.rating@R5", "overall.headline_targets.mean@R5",
          "overall.headline_targets.mean_change@R6", "overall.headline_targets.achieved.count@R5",
          "goal.3.headline_targets.rated.順調.count@R5"}) {
        CHECK_MESSAGE(of_births.contains(fact), fact);
    }
    // A headline target is in no mean of KPIs, no other goal and no earlier year.
    for (const char* fact : {"births.actual@R5", "births.rate@R4", "goal.3.mean@R5", "overall.mean@R5",
                             "goal.1.headline_targets.mean@R5", "overall.kpis.achieved.count@R5"}) {
        CHECK_MESSAGE(!of_births.contains(fact), fact);
    }
    const std::set<std::string> of_kpi = dependents(context, "crimes.actual@R5");
    for (const char* fact : {"crimes.rate@R5", "crimes.rating@R5", "goal.4.mean@R5", "goal.4.rating@R5",
                             "overall.mean@R5", "overall.rating@R5", "overall.kpis.rated.順調.count@R5",
                             "goal.4.kpis.declined.share@R5", "overall.mean_change@R5"}) {
        CHECK_MESSAGE(of_kpi.contains(fact), fact);
    }
    CHECK(!of_kpi.contains("goal.3.mean@R5"));
    CHECK(dependents(context, "report.title").empty());
}

TEST_CASE("a rate that begins at the baseline depends on it in every year, another does not") {
    const Project project("shiomizawa");
    const evaluate::Context context = evaluate::unworded(project.assessment);
    const std::set<std::string> of_baseline = dependents(context, "visitors.baseline");
    CHECK(of_baseline.contains("visitors.rate@R4"));
    CHECK(of_baseline.contains("visitors.rate@R3"));
    CHECK(dependents(context, "bus-riders.baseline").contains("bus-riders.rate@R4"));
    CHECK(!dependents(context, "new-farmers.baseline").contains("new-farmers.rate@R4"));
}

TEST_CASE("what a fact is called") {
    const Project project("atsugi");
    const evaluate::Context context = evaluate::unworded(project.assessment);
    const auto label = [&](std::string_view name) {
        return evaluate::label_of(context, std::get<evaluate::Address>(evaluate::parse_address(context, name)));
    };
    CHECK(label("births.actual@R5") == "出生数　R5　実績値");
    CHECK(label("births.actual_change@R5") == "出生数　R5　実績値の前年度比");
    CHECK(label("births.rate_change@R5") == "出生数　R5　達成率の前年度比");
    CHECK(label("goal.1.mean@R5") == "基本目標1　R5　達成率平均");
    CHECK(label("goal.1.mean_change@R5") == "基本目標1　R5　達成率平均の前年度比");
    CHECK(label("overall.kpis.rated.順調.count@R5") == "全体　KPI（順調）　R5　数");
    CHECK(label("births.target_change@R5") == "出生数　R5　目標値の前年度比");
}

TEST_CASE("the years that are still to come are those of an indicator that goes on") {
    const Project project("atsugi");
    const evaluate::Context context = evaluate::unworded(project.assessment);
    const auto coming = [&](const char* id) {
        const auto address = std::get<evaluate::Address>(evaluate::parse_address(context, std::string(id) + ".rate"));
        const Content content = evaluate::fact(Topic::indicator, "coming_years")->get(context, address.subject);
        return std::get<evaluate::List>(content.is)->size();
    };
    const input::Strategy& strategy = project.inputs->strategy;
    const auto left = static_cast<std::size_t>(strategy.last_year.western - project.inputs->evaluated_year.western);
    REQUIRE(left > 0);
    CHECK(coming("births") == left);
    CHECK(coming("ayuco-rate") == 0);  // another stands in its place
}

TEST_CASE("a reading stands under the row of its first kana, whichever kana and mark write it") {
    for (const char* reading : {"カメラ", "がいど", "ギター", "こー", "ご"})
        CHECK(evaluate::index_head(reading) == "か");
    CHECK(evaluate::index_head("ぱん") == "は");
    CHECK(evaluate::index_head("をのこ") == "わ");
    CHECK(evaluate::index_head("ABC").empty());
    CHECK(evaluate::index_head("").empty());
    CHECK(evaluate::index_key("コード") > evaluate::index_key("こえだ"));
    CHECK(evaluate::index_key("コード") < evaluate::index_key("こか"));
    CHECK(evaluate::index_key("がいど") > evaluate::index_key("かいと"));
    CHECK(evaluate::index_key("がいど") < evaluate::index_key("かう"));
}

TEST_CASE("what depends on a rating of a project: how many have each word, of what the project stands in") {
    const evaluate::Wording wording;
    const Project project("kuzuse");
    const evaluate::Context context{project.assessment, wording};
    const input::Project& rated = project.inputs->projects.front();
    const std::set<std::string> of_rating = dependents(context, rated.id + ".own.effect");
    const std::string section = "section." + rated.section;
    for (const std::string& group : std::vector<std::string>{"overall", "goal.1", "goal.1.measure.1", section}) {
        for (const char* fact : {"count", "rated.高い.count", "rated.低い.share"}) {
            const std::string name = group + ".project_rating.effect." + fact + "@R5";
            CHECK_MESSAGE(of_rating.contains(name), name);
        }
    }
    CHECK(!of_rating.contains("goal.2.project_rating.effect.count@R5"));
    CHECK(!of_rating.contains("overall.project_rating.direction.count@R5"));
}

TEST_CASE("words that the policy which judges does not know are counted as they were typed") {
    Project project("kuzuse");
    for (input::OwnField& field : project.inputs->own_fields) field.bands.clear();  // now those of the policy
    const evaluate::Context context = evaluate::unworded(project.assessment);
    const auto said = [&](const std::string& path) {
        const auto address = evaluate::parse_address(context, path);
        REQUIRE(std::holds_alternative<evaluate::Address>(address));
        return printed(context, std::get<evaluate::Address>(address));
    };
    CHECK(said("overall.project_rating.effect.rated.高い.count") == "11");
    CHECK(said("overall.project_rating.effect.rated.高い.band") == "高い");  // the word alone
    CHECK(said("overall.project_rating.effect.rated." + project.inputs->policy.bands[0].word + ".count") == "0");
}

TEST_CASE("every fact that changes with a value depends on it") {
    const Project project("shiomizawa");
    std::vector<std::string> typed;
    for (const input::Indicator& indicator : project.inputs->strategy.indicators) {
        if (indicator.reprint_of.empty()) typed.push_back(indicator.id + ".actual");
    }
    CHECK(change_each(*project.inputs, typed) > 200);
}

TEST_CASE("so does what is made of targets, baselines, activity indicators and the city's own numbers") {
    Project project("kuzuse");
    input::Inputs& inputs = *project.inputs;
    inputs.policy.second_rate = {"進捗率", input::Formula::progress, {input::TargetOf::final, {}}};
    std::vector<std::string> typed = {"farm-advice.target@R5", "farm-advice.target@R6", "farm-advice.baseline"};
    for (std::size_t at = 0; at < 6; ++at) typed.push_back(inputs.projects[at].id + ".own.settled");
    const std::vector<std::string> ids = {"some", "others"};
    for (const std::string& id : ids) {
        input::ActivityIndicator activity;
        activity.id = activity.name = id;
        for (const int year : {2022, 2023}) {
            input::Figure& figure = activity.actuals[base::Year{year}];
            figure.amount = base::whole(year + static_cast<int>(id.size()));
            figure.span = {0, static_cast<std::uint32_t>(year), static_cast<std::uint32_t>(id.size())};
            typed.push_back(id + ".actual@" + std::to_string(year));
        }
        inputs.projects[0].indicators.push_back(activity);
    }
    // A copy, as of a reprint.
    inputs.projects[1].indicators.push_back(inputs.projects[0].indicators.back());
    inputs.projects[1].indicators.back().id.clear();
    inputs.projects[1].indicators.back().same_as = true;
    auto indicator = inputs.strategy.indicators.begin() + 1;
    indicator->quotient_of = input::Quotient{ids[0], ids[1], base::whole(100), 1};
    indicator->actuals.clear();
    ++indicator;
    indicator->sum_of = ids;
    indicator->sum_over_years = true;
    indicator->actuals.clear();
    CHECK(change_each(inputs, typed) > 100);
}

TEST_CASE("a KPI of a project has the values of the KPI, from the first year of the plan to the last and no other") {
    Project project("atsugi");
    input::ActivityIndicator kpi;
    kpi.kpi = 0;
    std::vector<input::ActivityIndicator>& activities = project.inputs->projects[0].indicators;
    activities.push_back(kpi);
    const evaluate::Wording wording;
    const evaluate::Context context{project.assessment, wording};
    const input::Strategy& strategy = project.inputs->strategy;
    std::size_t years = 0;
    for (int year = strategy.first_year.western - 1; year <= strategy.last_year.western + 1; ++year) {
        const Subject subject{
            .topic = Topic::activity, .year = base::Year{year}, .index = 0, .part = activities.size() - 1};
        const auto number = evaluate::number_of(evaluate::get(context, {subject, "actual"}));
        CAPTURE(year);
        if (base::Year{year} < strategy.first_year || base::Year{year} > strategy.last_year) {
            CHECK(!number);
            continue;
        }
        const input::Figure* actual = project.assessment.indicators[0].in(base::Year{year}).actual;
        const bool published = actual != nullptr && actual->amount.has_value();
        REQUIRE(number.has_value() == published);
        if (published) CHECK(base::to_text(*number, {}) == base::to_text(*actual->amount, {}));
        years += published ? 1 : 0;
    }
    CHECK(years > 1);
}

TEST_CASE("another value may stand in the place of what was typed, and of nothing else") {
    Project project("atsugi");
    input::Inputs& inputs = *project.inputs;
    std::size_t typed = 0, none = 0;
    for (std::size_t at = 0; at < inputs.strategy.indicators.size(); ++at) {
        const input::Indicator& indicator = inputs.strategy.indicators[at];
        for (int year = inputs.strategy.first_year.western - 1; year <= inputs.strategy.last_year.western; ++year) {
            const Subject subject{.topic = Topic::indicator, .year = base::Year{year}, .index = at};
            const input::Figure* target = evaluate::typed_figure(inputs, {subject, "target"});
            const auto given = indicator.targets.find(subject.year);
            CHECK((target != nullptr) == (given != indicator.targets.end()));
            ++(target == nullptr ? none : typed);
            if (target != nullptr && given->second.revised.empty()) CHECK(target == &*given->second.original);
            CHECK(evaluate::typed_figure(inputs, {subject, "rate"}) == nullptr);
        }
    }
    CHECK(typed > 100);
    CHECK(none > 10);
}

TEST_CASE("every fact says what its row promises, and its address leads back to it") {
    const evaluate::Wording wording;
    for (const char* sample : {"atsugi", "shiomizawa", "kuzuse"}) {
        const Project project(sample);
        const evaluate::Context context{project.assessment, wording};
        Walk walk{context, 60};
        walk.run();
        CHECK(walk.faults == "");
        CHECK(walk.of_topic.size() >= 17);
        REQUIRE(walk.addresses.size() > 1000);
        for (const evaluate::Address& address : walk.addresses) {
            const std::string text = evaluate::text_of(context, address);
            CAPTURE(text);
            const auto read = evaluate::parse_address(context, text);
            REQUIRE(std::holds_alternative<evaluate::Address>(read));
            CHECK(evaluate::text_of(context, std::get<evaluate::Address>(read)) == text);
        }
    }
}

TEST_CASE("no name is given twice to one topic") {
    for (std::size_t topic = 0; topic <= static_cast<std::size_t>(Topic::list); ++topic) {
        std::set<std::string_view> names;
        for (const evaluate::Fact& row : evaluate::facts()) {
            if ((row.topics & evaluate::only(static_cast<Topic>(topic))) == 0) continue;
            CHECK_MESSAGE(names.insert(row.name).second, row.name);
            CHECK(!row.japanese.empty());
        }
        CHECK(!names.empty());
    }
}

TEST_CASE("where a fact stands, as text and for programs") {
    evaluate::Followed typed, follows;
    typed.name = "births.actual@R5";
    typed.says = "1,288";
    typed.otherwise = "1,300";
    typed.typed = "r5.yaml:8:11";
    typed.evidence.emplace();
    typed.evidence->paper = "動態.pdf";
    typed.evidence->digest = "0123456789abcdef";
    typed.evidence->given_by = "佐藤";
    evaluate::Spot page, cell;
    page.file = "report.pdf";
    page.page = 7;
    page.label = "5";
    page.rect = {base::Length{72'549}, base::Length{100'050}, base::Length{30'000}, base::Length{9'999}};
    page.words = "1,288人";
    cell.file = "council.xlsx";
    cell.sheet = "まとめ";
    cell.cell = "K6";
    cell.words = "1288";
    typed.spots = {page, cell};
    follows.name = "births.rating@R5";
    follows.otherwise = "";
    const std::vector<evaluate::Followed> both = {typed, follows};
    CHECK(evaluate::to_text(both) ==
          "births.actual@R5  1,288 -> 1,300  r5.yaml:8:11\n"
          "  < 動態.pdf  0123456789ab  佐藤\n"
          "  report.pdf  #7 (5)  72.5,100.1 30.0x10.0  1,288人\n"
          "  council.xlsx  まとめ!K6  1288\n"
          "births.rating@R5 -> -\n");
    std::string json = evaluate::to_json(both);
    std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(
        json ==
        R"([{"fact":"births.actual@R5","says":"1,288","otherwise":"1,300","typed":"r5.yaml:8:11",)"
        R"("source":{"paper":"動態.pdf","digest":"0123456789abcdef","given_by":"佐藤","agreed_by":""},)"
        R"("places":[{"file":"report.pdf","page":7,"label":"5","rectangle":[72549,100050,30000,9999],"words":"1,288人"},)"
        R"({"file":"council.xlsx","sheet":"まとめ","cell":"K6","words":"1288"}]},)"
        R"({"fact":"births.rating@R5","says":"","otherwise":"","places":[]}])");
}
