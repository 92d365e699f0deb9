#include "evaluate/path.h"

#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"

namespace evaluate {

namespace {

using base::say;
using Kind = Subject::Kind;

/// Reads a path from left to right, remembering what was read for hints.
class Reader {
   public:
    Reader(const Assessment& assessment, std::string_view text, std::string suffix)
        : assessment_(assessment),
          strategy_(assessment.inputs->strategy),
          whole_(text),
          rest_(text),
          suffix_(std::move(suffix)) {}

    std::variant<Subject, Fault> read();
    std::string_view rest() const { return rest_; }
    std::string before() const { return std::string(whole_.substr(0, whole_.size() - rest_.size())); }

   private:
    std::string_view take();
    bool take_word(std::string_view word);
    bool fail(const char* what, std::string_view word, const std::vector<std::string>& known);
    bool read_root();
    bool read_number(const char* what, const std::vector<std::size_t>& items, int (*number)(const Reader&, std::size_t),
                     Kind kind);
    void read_groups();
    void read_indicator();
    bool belongs(const input::Indicator& indicator, input::IndicatorKind kind, const Subject& group) const;
    void read_annex();
    void read_activity(std::size_t project);

    const Assessment& assessment_;
    const input::Strategy& strategy_;
    std::string_view whole_, rest_;
    std::string suffix_;
    Subject subject_;
    std::optional<Fault> fault_;
};

std::string_view Reader::take() {
    const std::size_t point = std::min(rest_.find('.'), rest_.size());
    const std::string_view word = rest_.substr(0, point);
    rest_.remove_prefix(std::min(point + 1, rest_.size()));
    return word;
}

bool Reader::take_word(std::string_view word) {
    if (rest_.substr(0, rest_.find('.')) != word) return false;
    take();
    return true;
}

/// `word` has just been taken; the hint puts the nearest known one in its place.
bool Reader::fail(const char* what, std::string_view word, const std::vector<std::string>& known) {
    const auto begin = static_cast<std::size_t>(word.data() - whole_.data());
    const std::string after = std::string(whole_.substr(begin + word.size())) + suffix_;
    fault_ = unknown_word(what, word, known, std::string(whole_.substr(0, begin)), after);
    return false;
}

bool Reader::read_root() {
    const std::string_view word = take();
    if (word == "report") subject_.kind = Kind::report;
    if (word == "goal") {
        std::vector<std::size_t> all(strategy_.goals.size());
        for (std::size_t at = 0; at < all.size(); ++at) all[at] = at;
        return read_number(
            base::to_translate("no goal `{}`"), all,
            [](const Reader& r, std::size_t at) { return r.strategy_.goals[at].number; }, Kind::goal);
    }
    if (word == "annex") {
        read_annex();
        return !fault_;
    }
    return word == "report" || word == "overall" ||
           fail("unknown placeholder, nothing is called `{}`", word, {"report", "overall", "goal", "annex"});
}

/// The number of a goal, a measure or an initiative, out of those that belong here.
bool Reader::read_number(const char* what, const std::vector<std::size_t>& items,
                         int (*number)(const Reader&, std::size_t), Kind kind) {
    const std::string_view word = take();
    std::vector<std::string> known;
    for (const std::size_t item : items) {
        known.push_back(std::to_string(number(*this, item)));
        if (known.back() != word) continue;
        subject_ = {kind, item, 0};
        return true;
    }
    return fail(what, word, known);
}

void Reader::read_groups() {
    if (subject_.kind == Kind::goal && take_word("measure")) {
        const auto number = [](const Reader& r, std::size_t at) { return r.strategy_.measures[at].number; };
        if (!read_number(base::to_translate("no measure `{}` in the goal"), strategy_.goals[subject_.index].measures,
                         number, Kind::measure))
            return;
    }
    if (subject_.kind == Kind::measure && take_word("initiative")) {
        const auto number = [](const Reader& r, std::size_t at) { return r.strategy_.initiatives[at].number; };
        const auto& items = strategy_.measures[subject_.index].initiatives;
        if (!read_number(base::to_translate("no initiative `{}` in the measure"), items, number, Kind::initiative))
            return;
    }
    read_indicator();
}

bool Reader::belongs(const input::Indicator& indicator, input::IndicatorKind kind, const Subject& group) const {
    if (indicator.kind != kind) return false;
    switch (group.kind) {
        case Kind::goal: return indicator.goal == group.index;
        case Kind::measure: return indicator.measure == group.index;
        case Kind::initiative: return indicator.initiative == group.index;
        default: return true;
    }
}

void Reader::read_indicator() {
    const bool target = (subject_.kind == Kind::overall || subject_.kind == Kind::goal) && take_word("target");
    if (!target && !take_word("kpi")) return;
    const auto kind = target ? input::IndicatorKind::headline_target : input::IndicatorKind::kpi;
    const Subject group = subject_;
    const std::string_view id = take();
    std::vector<std::string> known;
    for (std::size_t at = 0; at < strategy_.indicators.size(); ++at) {
        const input::Indicator& indicator = strategy_.indicators[at];
        if (!belongs(indicator, kind, group)) continue;
        if (indicator.id == id) {
            subject_ = {Kind::indicator, at, 0};
            return;
        }
        known.push_back(indicator.id);
    }
    fail(target ? base::to_translate("no headline target `{}` here") : base::to_translate("no KPI `{}` here"), id,
         known);
    if (const input::Indicator* elsewhere = strategy_.find(id)) {
        const auto index = static_cast<std::size_t>(elsewhere - strategy_.indicators.data());
        const std::string path = subject_text(assessment_, {Kind::indicator, index, 0});
        fault_->hint = say("did you mean `{}`?", path + (rest_.empty() ? "" : ".") + std::string(rest_) + suffix_);
    }
}

/// annex.PROJECT, annex.PROJECT.N or annex.ID of an activity indicator.
void Reader::read_annex() {
    subject_ = {Kind::overall, 0, 0};
    const std::string_view id = take();
    const auto& projects = assessment_.inputs->projects;
    std::vector<std::string> known;
    for (std::size_t at = 0; at < projects.size(); ++at) {
        if (projects[at].id == id) {
            subject_ = {Kind::project, at, 0};
            return read_activity(at);
        }
        known.push_back(projects[at].id);
        for (std::size_t n = 0; n < projects[at].indicators.size(); ++n) {
            const std::string& activity = projects[at].indicators[n].id;
            if (activity.empty()) continue;
            if (activity == id) {
                subject_ = {Kind::activity, at, n};
                return;
            }
            known.push_back(activity);
        }
    }
    fail("nothing in the annex is called `{}`", id, known);
}

void Reader::read_activity(std::size_t project) {
    const std::string_view word = rest_.substr(0, rest_.find('.'));
    if (word.empty() || word.find_first_not_of("0123456789") != std::string_view::npos) return;
    take();
    const std::size_t count = assessment_.inputs->projects[project].indicators.size();
    for (std::size_t n = 0; n < count; ++n) {
        if (std::to_string(n + 1) == word) subject_ = {Kind::activity, project, n};
    }
    if (subject_.kind != Kind::activity) fault_ = {say("the project has {} activity indicators", count), ""};
}

std::variant<Subject, Fault> Reader::read() {
    if (read_root() && subject_.kind != Kind::report && subject_.kind != Kind::project &&
        subject_.kind != Kind::activity) {
        read_groups();
    }
    if (fault_) return *fault_;
    return subject_;
}

/// @R4, @2022, @last: the year before the evaluated one.
std::optional<base::Year> year_of(const input::Inputs& inputs, std::string_view text) {
    if (text == "last") return base::Year{inputs.evaluated_year.western - 1};
    return base::parse_year(inputs.eras, text);
}

Fault year_fault(const input::Inputs& inputs, std::string_view text) {
    const input::Strategy& strategy = inputs.strategy;
    return {say("the plan has no year `{}`", text),
            say("the plan runs from {0} to {1}; `last` is the year before the evaluated one",
                base::short_year(inputs.eras, strategy.first_year), base::short_year(inputs.eras, strategy.last_year))};
}

}  // namespace

Fault unknown_word(const char* what, std::string_view word, const std::vector<std::string>& known,
                   const std::string& before, const std::string& after) {
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    Fault fault{say(what, word), ""};
    if (const auto near = base::nearest(word, candidates)) {
        fault.hint = say("did you mean `{}`?", before + std::string(*near) + after);
    } else if (!known.empty() && known.size() <= 12) {
        std::string list;
        for (const std::string& candidate : known) list += (list.empty() ? "" : ", ") + candidate;
        fault.hint = say("known here: {}", list);
    }
    return fault;
}

std::string subject_text(const Assessment& assessment, const Subject& subject) {
    const input::Strategy& strategy = assessment.inputs->strategy;
    const auto goal = [&](std::size_t at) { return "goal." + std::to_string(strategy.goals[at].number); };
    const auto measure = [&](std::size_t at) {
        return goal(strategy.measures[at].goal) + ".measure." + std::to_string(strategy.measures[at].number);
    };
    switch (subject.kind) {
        case Kind::report: return "report";
        case Kind::overall: return "overall";
        case Kind::goal: return goal(subject.index);
        case Kind::measure: return measure(subject.index);
        case Kind::initiative: {
            const input::Initiative& initiative = strategy.initiatives[subject.index];
            return measure(initiative.measure) + ".initiative." + std::to_string(initiative.number);
        }
        case Kind::indicator: {
            const input::Indicator& indicator = strategy.indicators[subject.index];
            const bool kpi = indicator.kind == input::IndicatorKind::kpi;
            return goal(indicator.goal) + (kpi ? ".kpi." : ".target.") + indicator.id;
        }
        case Kind::project: return "annex." + assessment.inputs->projects[subject.index].id;
        case Kind::activity: break;
    }
    const input::Project& project = assessment.inputs->projects[subject.index];
    const std::string& id = project.indicators[subject.activity].id;
    return "annex." + (id.empty() ? project.id + "." + std::to_string(subject.activity + 1) : id);
}

std::variant<Path, Fault> parse_path(const Assessment& assessment, std::string_view text) {
    const input::Inputs& inputs = *assessment.inputs;
    Path path;
    path.year = inputs.evaluated_year;
    const std::size_t at = text.rfind('@');
    std::string suffix;
    if (at != std::string_view::npos) {
        suffix = text.substr(at);
        path.year_named = true;
        const auto year = year_of(inputs, text.substr(at + 1));
        if (!year || *year < inputs.strategy.first_year || *year > inputs.strategy.last_year) {
            return year_fault(inputs, text.substr(at + 1));
        }
        path.year = *year;
    }
    Reader reader(assessment, text.substr(0, at), suffix);
    std::variant<Subject, Fault> subject = reader.read();
    if (Fault* fault = std::get_if<Fault>(&subject)) return *fault;
    path.subject = std::get<Subject>(subject);
    path.property = reader.rest();
    path.subject_text = reader.before();
    if (path.subject_text.ends_with('.')) path.subject_text.pop_back();
    return path;
}

}  // namespace evaluate
