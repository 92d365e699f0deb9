// Edits to last year's YAML, so that comments and order stay; last year's value becomes the comment beside 集計中.
#include "scaffold/next.h"

#include <algorithm>
#include <map>

#include "base/message.h"
#include "base/utf8.h"
#include "input/carried_over.h"
#include "input/write.h"
#include "scaffold/news.h"
#include "scaffold/years.h"

namespace scaffold {

namespace {

using base::say;
using base::Value;
using input::Edit;
using input::KeyPath;
using input::text_value;

/// What stands between last year's value and an older comment on its line.
constexpr std::string_view bar = " ｜ ";

/// Everything one run needs and fills.
struct Run {
    const Project& project;
    const input::Inputs& inputs;
    const base::Sources& sources;
    base::Diagnostics& diagnostics;
    NextYear made;
    std::string last, next;  ///< R5, R6
    std::string awaited;     ///< 集計中
};

Value empty_list() {
    Value list;
    list.kind = Value::Kind::list;
    return list;
}

/// A year later in the comment lines on top of a file, which say what it is; the line for editors names no year.
std::string with_new_head(const base::Eras& eras, const std::string& text) {
    std::size_t end = 0;
    while (end < text.size() && (text[end] == '#' || text[end] == '\n' || text[end] == '\r' || end == 0)) {
        if (end == 0 && text[0] != '#' && !text.starts_with("\xEF\xBB\xBF")) break;
        const std::size_t line = text.find('\n', end);
        if (line == std::string::npos) break;
        end = line + 1;
    }
    const std::string head = text.substr(0, end);
    const std::size_t schema = head.find("yaml-language-server");
    const std::size_t behind = schema == std::string::npos ? 0 : head.find('\n', schema);
    return head.substr(0, behind) + a_year_later(eras, head.substr(behind)) + text.substr(end);
}

/// years/r5/actuals.yaml → years/r6/actuals.yaml; a name without a year moves into a folder of the new one.
std::string new_name(const Run& run, const std::string& name) {
    std::string later = a_year_later(run.inputs.eras, name);
    if (later != name) return later;
    const std::size_t slash = name.rfind('/');
    return "years/" + base::ascii_lower(run.next) + "/" + name.substr(slash == std::string::npos ? 0 : slash + 1);
}

/// As typed: 1,288 or 347,900（速報値）.
std::string as_typed(const Value& value) {
    const Value* amount = value.is_map() ? value.find("value") : &value;
    if (amount == nullptr || !amount->is_scalar()) return {};
    const Value* provisional = value.is_map() ? value.find("provisional") : nullptr;
    return amount->text + (provisional != nullptr && provisional->text == "true" ? "（速報値）" : "");
}

/// Last year's value, and of the old comment what is not the year's before.
std::string comment_for(const Run& run, const Value& value, std::string old) {
    const std::size_t cut = old.find(bar);
    const std::size_t first = old.find(' ');
    const bool ours = first != std::string::npos && base::parse_year(run.inputs.eras, old.substr(0, first)).has_value();
    if (ours) old = cut == std::string::npos ? "" : old.substr(cut + bar.size());
    if (value.is_map() && value.find("silence") != nullptr) old.clear();  // it told why
    const std::string typed = as_typed(value);
    std::string comment = typed.empty() ? "" : run.last + " " + typed;
    if (!old.empty()) comment += (comment.empty() ? "" : std::string(bar)) + old;
    return comment;
}

bool write(Run& run, const SourceFile& file, std::string name, const std::vector<Edit>& edits) {
    auto text = input::write_back(file.tree, run.sources, edits, run.diagnostics);
    if (!text) return false;
    run.made.files.push_back({std::move(name), with_new_head(run.inputs.eras, *text)});
    return true;
}

bool write_actuals(Run& run) {
    const SourceFile& file = run.project.actuals;
    const std::string& text = run.sources.text(file.tree.span.file);
    std::vector<Edit> edits = {{{"year"}, text_value(run.next), {}}};
    const Value* actuals = file.tree.find("actuals");
    if (actuals == nullptr) return true;
    for (const input::Indicator& indicator : run.inputs.strategy.indicators) {
        const Value* value = actuals->is_map() ? actuals->find(indicator.id) : nullptr;
        const KeyPath path = {"actuals", indicator.id};
        if (!indicator.asked_in(run.made.year)) {
            if (value != nullptr) edits.push_back({path, {}, {}});
            continue;
        }
        ++run.made.values;
        if (value == nullptr) {
            edits.push_back({path, text_value(run.awaited), {}});
        } else {
            edits.push_back(
                {path, text_value(run.awaited), comment_for(run, *value, input::comment_beside(text, *value))});
        }
    }
    return write(run, file, new_name(run, file.name), edits);
}

/// The entry of the new year for each activity indicator with values of its own.
void ask_activities(Run& run, const Value& indicators, const KeyPath& at, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i < indicators.items.size(); ++i) {
        const Value* actuals = indicators.items[i].is_map() ? indicators.items[i].find("actuals") : nullptr;
        if (actuals == nullptr || actuals->find(run.next) != nullptr) continue;
        KeyPath path = at;
        path.insert(path.end(), {"indicators", i, "actuals", run.next});
        edits.push_back({std::move(path), text_value(run.awaited), {}});
        ++run.made.activities;
    }
}

/// Every project of a file, wherever it stands: what has an id and lies in a list `projects`.
void ask_projects(Run& run, const Value& value, KeyPath& here, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        here.emplace_back(i);
        ask_projects(run, value.items[i], here, edits);
        here.pop_back();
    }
    if (!value.is_map()) return;
    for (const Value::Entry& entry : value.entries) {
        here.emplace_back(entry.key);
        if (entry.key == "indicators" && entry.value.is_list()) {
            here.pop_back();
            ask_activities(run, entry.value, here, edits);
            here.emplace_back(entry.key);
        } else if (entry.key == "results" && entry.value.is_list()) {
            if (!entry.value.items.empty()) edits.push_back({here, empty_list(), {}});
            ++run.made.results;
        } else {
            ask_projects(run, entry.value, here, edits);
        }
        here.pop_back();
    }
}

/// Beside the new narrative: years/r6/carried-over.yaml.
std::string carried_over_name(const Run& run) {
    const std::string narrative = new_name(run, run.project.narrative->name);
    const std::size_t slash = narrative.rfind('/');
    return (slash == std::string::npos ? "" : narrative.substr(0, slash + 1)) + "carried-over.yaml";
}

/// The narrative as it is, and the digests of its texts: each is doubted until it is changed or confirmed.
bool write_narrative(Run& run) {
    std::vector<input::TypedText> texts;
    for (const input::TypedText& text : run.inputs.texts) {
        if (text.path.starts_with("narrative.")) texts.push_back(text);
    }
    run.made.texts = texts.size();
    if (!texts.empty()) {
        run.made.files.push_back({carried_over_name(run), input::carried_over_file(texts, run.last)});
    }
    return write(run, *run.project.narrative, new_name(run, run.project.narrative->name), {});
}

void move_names(const Run& run, const std::string& key, std::vector<Edit>& edits) {
    const Value* map = run.project.kensho.tree.find(key);
    if (map == nullptr || !map->is_map()) return;
    for (const Value::Entry& entry : map->entries) {
        const std::string later = a_year_later(run.inputs.eras, entry.value.text);
        if (later != entry.value.text) edits.push_back({{key, entry.key}, text_value(later), {}});
    }
}

bool write_kensho(Run& run) {
    const Value& tree = run.project.kensho.tree;
    std::vector<Edit> edits = {{{"evaluated_year"}, text_value(run.next), {}},
                               {{"years", run.next}, text_value(new_name(run, run.project.actuals.name)), {}}};
    if (run.project.narrative) {
        edits.push_back({{"narrative"}, text_value(new_name(run, run.project.narrative->name)), {}});
        if (run.made.texts > 0) edits.push_back({{"carried_over"}, text_value(carried_over_name(run)), {}});
    }
    for (std::size_t i = 0; i < run.project.annex.size(); ++i) {
        edits.push_back({{"projects", i}, text_value(new_name(run, run.project.annex[i].name)), {}});
    }
    move_names(run, "report", edits);
    // A new report has had no edition yet, and corrects none.
    for (const char* key : {"history", "corrections"}) {
        const Value* report = tree.find("report");
        if (report != nullptr && report->is_map() && report->find(key) != nullptr)
            edits.push_back({{"report", key}, std::nullopt, {}});
    }
    move_names(run, "outputs", edits);
    if (tree.find("awaited") == nullptr) {
        edits.push_back(
            {{"awaited"}, text_value(run.awaited), say("a value that has not come: a final report waits for it")});
    }
    return write(run, run.project.kensho, run.project.kensho.name, edits);
}

/// Values of the year before that nobody has sent yet: a year that is begun twice by mistake has all of them.
std::size_t still_waiting(const Run& run) {
    const auto waits = [&](const input::Indicator& indicator) {
        const auto found = indicator.actuals.find(run.inputs.evaluated_year);
        return found != indicator.actuals.end() && run.inputs.waits_for(found->second);
    };
    const auto& indicators = run.inputs.strategy.indicators;
    return static_cast<std::size_t>(std::count_if(indicators.begin(), indicators.end(), waits));
}

bool has_next_year(const Run& run) {
    const base::Eras& eras = run.inputs.eras;
    const Value* evaluated = run.project.kensho.tree.find("evaluated_year");
    if (const std::size_t waiting = still_waiting(run); waiting > 0) {
        run.diagnostics.error(
            evaluated->span, say("{0} is not finished: {1} values have not come", run.last, waiting),
            say("write the value, or a status word such as 未公表; {{value: {}, note: …}} is printed as it stands",
                run.inputs.awaited));
        return false;
    }
    if (run.made.year > run.inputs.strategy.last_year) {
        run.diagnostics.error(evaluated->span,
                              say("the plan ends with {}", base::short_year(eras, run.inputs.strategy.last_year)),
                              say("the plan that follows is a project of its own: kensho new"));
        return false;
    }
    const Value* years = run.project.kensho.tree.find("years");
    for (const Value::Entry& entry : years->entries) {
        if (base::parse_year(eras, entry.key) != run.made.year) continue;
        run.diagnostics.error(entry.key_span, say("{} is there already", run.next));
        return false;
    }
    return true;
}

}  // namespace

std::optional<NextYear> next_year(const Project& project, const input::Inputs& inputs, const base::Sources& sources,
                                  base::Diagnostics& diagnostics) {
    Run run{project, inputs, sources, diagnostics, {}, {}, {}, {}};
    run.made.year = {inputs.evaluated_year.western + 1};
    run.last = base::short_year(inputs.eras, inputs.evaluated_year);
    run.next = base::short_year(inputs.eras, run.made.year);
    run.awaited = inputs.awaited.empty() ? "集計中" : inputs.awaited;
    if (!has_next_year(run) || !write_actuals(run)) return std::nullopt;
    for (const SourceFile& file : project.annex) {
        std::vector<Edit> edits;
        KeyPath root;
        ask_projects(run, file.tree, root, edits);
        if (!write(run, file, new_name(run, file.name), edits)) return std::nullopt;
    }
    if (project.narrative && !write_narrative(run)) return std::nullopt;
    if (!write_kensho(run)) return std::nullopt;
    run.made.news = news_of(inputs, run.made.year);
    return std::move(run.made);
}

}  // namespace scaffold
