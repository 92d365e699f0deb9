// kensho.yaml: what belongs to a project and where it lies. Reads everything it names.
#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/message.h"
#include "input/beside.h"
#include "input/carried_over.h"
#include "input/figure.h"
#include "input/files.h"
#include "input/input.h"
#include "input/old_date.h"
#include "input/output_name.h"
#include "input/own_fields.h"
#include "input/papers.h"
#include "input/probable.h"
#include "input/readers.h"
#include "input/shipped.h"
#include "input/silence.h"
#include "input/template.h"

namespace input {

namespace fs = std::filesystem;

namespace {

using base::Fields;
using base::say;
using base::Value;

/// One run of reading: the project's kensho.yaml and what it leads to.
struct Run {
    Files& files;
    const Home& home;
    const Options& options;
    Reading& reading;
    base::Diagnostics& diagnostics() const { return reading.diagnostics; }
};

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

void read_municipality(Fields& fields, const Run& run) {
    const Value* value = fields.required("municipality");
    if (value == nullptr) return;
    Fields municipality(*value, run.diagnostics());
    Municipality& result = run.reading.inputs.municipality;
    result.name = municipality.required_text("name");
    result.code = municipality.required_text("code");
    if (const Value* place = municipality.optional("code")) result.code_place = place->span;
    const bool code = (result.code.size() == 5 || result.code.size() == 6) && all_digits(result.code);
    if (!code && !result.code.empty()) {
        run.diagnostics().error(municipality.optional("code")->span,
                                say("the code of a municipality has 5 or 6 digits"));
    }
}

/// A day under `key`; empty where there is none, or where it is none, which is reported.
std::string read_date(Fields& fields, std::string_view key, const Run& run) {
    std::string date = fields.optional_text(key).value_or("");
    if (date.empty() || is_date(date)) return date;
    run.diagnostics().error(fields.optional(key)->span, say("`{}` is not a date", date),
                            say("a date looks like 2024-09-01"));
    return {};
}

/// 版の履歴, as it is printed: the oldest first.
void read_history(Fields& report, const Run& run) {
    std::vector<EditionNote>& history = run.reading.inputs.history;
    for (const Value& item : report.list("history")) {
        Fields fields(item, run.diagnostics());
        EditionNote note{fields.required_text("edition"), read_date(fields, "date", run),
                         fields.optional_text("reason").value_or("")};
        const Value* date = fields.required("date");
        if (date != nullptr && !history.empty() && !note.date.empty() && note.date < history.back().date) {
            run.diagnostics().error(date->span, say("this edition is older than the one above it"),
                                    say("the oldest edition stands first"));
        }
        history.push_back(std::move(note));
    }
}

/// 問合せ先, as the 奥付 prints it.
void read_contact(Fields& report, const Run& run) {
    const Value* value = report.optional("contact");
    if (value == nullptr) return;
    Fields fields(*value, run.diagnostics());
    Contact& contact = run.reading.inputs.contact;
    contact.section = fields.optional_text("section").value_or("");
    contact.phone = fields.optional_text("phone").value_or("");
    contact.url = fields.optional_text("url").value_or("");
    if (contact.url.empty() || contact.url.starts_with("https://") || contact.url.starts_with("http://")) return;
    run.diagnostics().error(fields.optional("url")->span, say("`{}` is no address of the web", contact.url),
                            say("an address begins with https://"));
}

/// The tree of a file that `value` names; an empty one without a place when there is none.
Value named_tree(const Value& value, const Run& run) {
    const auto name = base::as_text(value, run.diagnostics());
    const auto path = name ? run.files.inside(*name, value.span) : std::nullopt;
    return path ? run.files.tree(*path, value.span) : Value{};
}

/// What this version of the report corrects, as kensho errata wrote it.
void read_corrections(Fields& report, const Run& run) {
    const Value* value = report.optional("corrections");
    if (value == nullptr) return;
    Value tree = named_tree(*value, run);
    if (!tree.span.known()) return;
    const Value* causes = tree.is_map() ? tree.find("causes") : nullptr;
    if (causes == nullptr || !causes->is_list()) {
        run.diagnostics().error(value->span, say("`{}` is no list of corrections", value->text),
                                say("name the file corrections.yaml that kensho errata makes"));
        return;
    }
    run.reading.inputs.corrections = std::move(tree);
}

void read_report(Fields& fields, const Run& run) {
    const Value* value = fields.required("report");
    if (value == nullptr) return;
    Fields report(*value, run.diagnostics());
    Inputs& inputs = run.reading.inputs;
    inputs.report_title = report.required_text("title");
    inputs.published = report.required_text("published");
    inputs.council = report.optional_text("council").value_or("");
    inputs.date = read_date(report, "date", run);
    inputs.carries_inputs = report.flag("carry_inputs", false);
    read_contact(report, run);
    read_history(report, run);
    read_corrections(report, run);
}

/// Of a file of the city's own that does not end in .yaml: policy.yml, or policy where no policy has that name.
std::string hint_of_own(const std::string& name, base::Span place, const Run& run) {
    if (!place.known()) return {};
    const bool own = is_yaml_by_any_ending(name) || name.find('/') != std::string::npos;
    std::string hint = hint_beside(run.files.folder(), name);
    if (hint.empty() && own) hint = say("the name of a policy of your own ends in .yaml: policy.yaml");
    return hint;
}

/// A policy by its name in config/policies or by its path. The place is unknown when the command line gave the name;
/// a path is then the user's, as typed.
std::optional<Policy> load_policy(const std::string& name, base::Span place, const Run& run) {
    std::optional<fs::path> path;
    if (name.ends_with(".yaml")) {
        path = place.known() ? run.files.inside(name, place) : fs::path(name);
    } else {
        const std::vector<std::string> names = policy_names(run.files.folder(), run.home.root);
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            path = shipped(fs::path("config") / "policies" / (name + ".yaml"), run.files.folder(), run.home.root);
        } else if (const std::string hint = hint_of_own(name, place, run); !hint.empty()) {
            run.diagnostics().error(place, say("unknown policy `{}`", name), hint);
        } else {
            const std::vector<std::string_view> known(names.begin(), names.end());
            base::report_unknown("unknown policy `{}`", name, place, known, run.diagnostics());
        }
    }
    if (!path) return std::nullopt;
    const Value tree = run.files.tree(*path, place);
    if (!tree.span.known()) return std::nullopt;
    return read_policy(tree, path->stem().string(), run.reading.inputs.eras, run.diagnostics());
}

std::optional<Policy> load_policy(const Value& value, const Run& run) {
    const auto name = base::as_text(value, run.diagnostics());
    return name ? load_policy(*name, value.span, run) : std::nullopt;
}

void collect_statuses(const Policy& policy, Reading& reading) {
    for (const StatusWord& status : policy.statuses) reading.statuses->push_back(status.word);
}

/// What if: the files keep the words they were written with, and classes stay classes.
Policy judging(Policy other, Policy own, Reading& reading) {
    for (const StatusWord& status : own.statuses) {
        const auto same = [&](const StatusWord& known) { return known.word == status.word; };
        if (std::none_of(other.statuses.begin(), other.statuses.end(), same)) other.statuses.push_back(status);
    }
    if (other.class_bands.empty()) other.class_bands = own.class_bands;
    reading.written_for = std::move(own);
    return other;
}

void read_policies(Fields& fields, const Run& run) {
    Reading& reading = run.reading;
    const Value* named = fields.required("policy");
    std::optional<Policy> policy = named == nullptr ? std::nullopt : load_policy(*named, run);
    if (!run.options.policy.empty()) {
        std::optional<Policy> other = load_policy(run.options.policy, {}, run);
        if (policy && other) other = judging(std::move(*other), std::move(*policy), reading);
        policy = std::move(other);
    }
    if (policy) {
        reading.inputs.policy = std::move(*policy);
        reading.statuses.emplace();
        collect_statuses(reading.inputs.policy, reading);
    }
    const auto* earlier = fields.optional("earlier_policies");
    if (earlier == nullptr) return;
    for (const auto& [year, value] : read_by_year(fields, "earlier_policies", reading)) {
        if (reading.inputs.evaluated_year.western != 0 && year >= reading.inputs.evaluated_year) {
            run.diagnostics().error(
                value->span,
                say("{0} is no earlier year: the report is of {1}", base::short_year(reading.inputs.eras, year),
                    base::short_year(reading.inputs.eras, reading.inputs.evaluated_year)),
                say("the policy of the evaluated year stands under `policy`"));
            continue;
        }
        std::optional<Policy> other = load_policy(*value, run);
        if (!other) continue;
        if (reading.statuses) collect_statuses(*other, reading);
        reading.inputs.earlier_policies[year] = std::move(*other);
    }
}

void read_awaited(Fields& fields, const Run& run) {
    Reading& reading = run.reading;
    reading.inputs.awaited = fields.optional_text("awaited").value_or("");
    if (reading.statuses && !reading.inputs.awaited.empty()) reading.statuses->push_back(reading.inputs.awaited);
}

void read_form_wishes(Fields& fields, const Run& run) {
    const Value* value = fields.optional("forms");
    if (value == nullptr) return;
    Fields forms(*value, run.diagnostics());
    FormWishes& wishes = run.reading.inputs.forms;
    wishes.deadline = read_date(forms, "deadline", run);
    wishes.return_to = forms.optional_text("return_to").value_or("");
    wishes.record = forms.flag("record", false);
}

void check_evaluated_year(Fields& fields, const Run& run) {
    const Value* value = fields.optional("evaluated_year");
    if (value == nullptr || run.reading.inputs.evaluated_year.western == 0) return;
    check_in_plan(run.reading.inputs.evaluated_year, value->span, run.reading);
}

void read_years(Fields& fields, const Run& run) {
    Reading& reading = run.reading;
    const Value* years = fields.required("years");
    bool evaluated = false;
    for (const auto& [year, value] : read_by_year(fields, "years", reading)) {
        evaluated = evaluated || year == reading.inputs.evaluated_year;
        reading.inputs.year_places[year] = value->span;
        const Value tree = named_tree(*value, run);
        if (tree.span.known()) read_actuals(tree, year, reading);
    }
    if (years == nullptr || !years->is_map() || evaluated || reading.inputs.evaluated_year.western == 0) return;
    run.diagnostics().error({years->span.file, years->span.begin, years->span.begin},
                            say("no file of actuals for the evaluated year {}",
                                base::short_year(reading.inputs.eras, reading.inputs.evaluated_year)));
}

void read_narrative(Fields& fields, const Run& run) {
    const Value* value = fields.optional("narrative");
    if (value == nullptr) return;
    run.reading.inputs.narrative = named_tree(*value, run);
    Value& tree = run.reading.inputs.narrative;
    if (tree.span.known() && !tree.is_map()) Fields(tree, run.diagnostics()).accept_rest();
    const auto silence = std::find_if(tree.entries.begin(), tree.entries.end(),
                                      [](const Value::Entry& entry) { return entry.key == "silence"; });
    if (silence != tree.entries.end()) {
        run.reading.inputs.prose_silenced = read_prose_silence(silence->value, run.diagnostics());
        tree.entries.erase(silence);
    }
    collect_texts(tree, "narrative", run.reading.inputs.texts);
}

/// A file of projects that lies beside those that are named, and is not: its projects would be in no report.
void check_unnamed(const std::set<std::string>& named, const std::string& folder, base::Span place, const Run& run) {
    for (const std::string& file : base::list_files(run.files.folder() / folder)) {
        if (!is_yaml_by_any_ending(file) || file.find('/') != std::string::npos) continue;
        const std::string path = (fs::path(folder) / file).generic_string();
        if (named.contains(path)) continue;
        run.diagnostics().warning("unnamed-file", place,
                                  say("`{}` lies beside the other files of projects, but is not named", path),
                                  say("name it under `projects`, or move it away"));
    }
}

/// Every file that kensho.yaml may name: all its texts.
void collect_names(const Value& tree, std::set<std::string>& names) {
    if (tree.is_scalar()) names.insert(fs::path(tree.text).lexically_normal().generic_string());
    for (const Value& item : tree.items) collect_names(item, names);
    for (const Value::Entry& entry : tree.entries) collect_names(entry.value, names);
}

void read_projects(Fields& fields, const Run& run) {
    run.reading.annex_read = true;
    if (const Value* projects = fields.optional("projects")) run.reading.inputs.projects_place = projects->span;
    std::set<std::string> named;
    for (const Value& item : fields.list("projects")) {
        if (item.is_scalar() && !named.insert(fs::path(item.text).lexically_normal().generic_string()).second) {
            run.diagnostics().error(item.span, say("the file `{}` is named twice", item.text));
            continue;
        }
        const Value tree = named_tree(item, run);
        if (tree.span.known()) {
            read_annex(tree, run.reading);
        } else {
            run.reading.annex_read = false;
        }
    }
    std::set<std::string> folders;
    for (const std::string& file : named) folders.insert(fs::path(file).parent_path().generic_string());
    for (const std::string_view key : {"years", "narrative", "strategy", "policy"}) {
        if (const Value* other = fields.optional(key)) collect_names(*other, named);
    }
    for (const std::string& folder : folders) {
        // Beside kensho.yaml itself lies all kind of files.
        if (!folder.empty()) check_unnamed(named, folder, run.reading.inputs.projects_place, run);
    }
}

void read_outputs(Fields& fields, const Run& run) {
    std::set<std::string> taken;
    for (const Value::Entry& entry : fields.map("outputs")) {
        const auto file = base::as_text(entry.value, run.diagnostics());
        if (!file) continue;
        if (check_output_name(entry.key, *file, entry.value.span, run.diagnostics()) &&
            !taken.insert(folded_name(*file)).second) {
            run.diagnostics().error(entry.value.span, say("the output `{}` is named twice", *file),
                                    say("on Windows large and small letters are the same"));
        }
        if (entry.key == "workbook") {
            read_usual_workbook(entry.value.span, run.home.root, run.files, run.reading.inputs);
        }
        check_output(entry, run.reading.inputs, run.diagnostics());
        run.reading.inputs.outputs.push_back(
            {entry.key, run.options.draft ? draft_name(*file) : *file, entry.key_span, entry.value.span});
    }
}

void read_assets(Fields& fields, const Run& run) {
    for (const Value::Entry& entry : fields.map("assets")) {
        const auto name = base::as_text(entry.value, run.diagnostics());
        const auto path = name ? run.files.inside(*name, entry.value.span) : std::nullopt;
        auto content = path ? run.files.bytes(*path, entry.value.span) : std::nullopt;
        if (content) run.reading.inputs.assets[entry.key] = std::move(*content);
        run.reading.inputs.asset_places[entry.key] = entry.value.span;
    }
}

/// In the order of what depends on what: the strategy gives the plan's years, the policy its status words; the
/// strategy's figures need both.
void read_all(Fields& fields, const Run& run) {
    Reading& reading = run.reading;
    read_municipality(fields, run);
    read_report(fields, run);
    fields.required("evaluated_year");
    reading.inputs.evaluated_year = read_year(fields, "evaluated_year", reading).value_or(base::Year{});
    if (const Value* year = fields.optional("evaluated_year")) reading.inputs.evaluated_year_place = year->span;
    reading.inputs.silenced = read_silence(fields);
    const Value* strategy = fields.required("strategy");
    const Value tree = strategy == nullptr ? Value{} : named_tree(*strategy, run);
    if (tree.span.known()) read_plan(tree, reading);
    read_policies(fields, run);
    read_awaited(fields, run);
    read_form_wishes(fields, run);
    reading.inputs.own_fields = read_own_fields(fields, run.diagnostics());
    if (tree.span.known()) read_strategy(tree, reading);
    check_evaluated_year(fields, run);
    const std::size_t before = run.files.read().size();
    read_years(fields, run);
    read_projects(fields, run);
    read_narrative(fields, run);
    const std::size_t behind = run.files.read().size();
    if (const Value* carried = fields.optional("carried_over")) {
        const Value list = named_tree(*carried, run);
        if (list.span.known()) reading.inputs.carried_over = read_carried_over(list, run.diagnostics());
    }
    if (const Value* name = fields.required("template"))
        read_template(*name, run.home.root, run.files, reading.inputs, run.diagnostics());
    read_outputs(fields, run);
    reading.inputs.frame = run.files.digest_without(before, behind);
    read_assets(fields, run);
    if (!run.options.draft) report_awaited(reading);
    resolve_references(reading);
    look_at_papers(run.files.folder(), reading.inputs, run.diagnostics());
}

}  // namespace

bool is_date(const std::string& text) {
    constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) &&
                        all_digits(text.substr(5, 2)) && all_digits(text.substr(8, 2));
    if (!shaped) return false;
    const int month = std::stoi(text.substr(5, 2));
    const int day = std::stoi(text.substr(8, 2));
    const int year = std::stoi(text.substr(0, 4));
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] && (month != 2 || day < 29 || leap);
}

base::Eras read_eras_file(const Home& home, base::Sources& sources, base::Diagnostics& diagnostics) {
    return read_eras(read_tree(home.root / "config" / "eras.yaml", sources, diagnostics), diagnostics);
}

std::string draft_name(const std::string& file) {
    const std::size_t dot = file.rfind('.');
    const bool ending = dot != std::string::npos && dot > 0 && file.find('/', dot) == std::string::npos;
    return ending ? file.substr(0, dot) + "-案" + file.substr(dot) : file + "-案";
}

std::unique_ptr<Inputs> read_project(const fs::path& folder, const Home& home, const Options& options,
                                     base::Sources& sources, base::Diagnostics& diagnostics) {
    auto inputs = std::make_unique<Inputs>();
    Files files(folder, options, sources, diagnostics);
    const Value project = files.tree((folder / "kensho.yaml").lexically_normal(), {});
    files.read_ahead(probable_files(project, folder, home.root));
    inputs->eras = read_eras(files.tree(shipped("config/eras.yaml", folder, home.root), {}), diagnostics);
    Reading reading(diagnostics, *inputs);
    if (project.span.known()) {
        Fields fields(project, diagnostics);
        const Run run{files, home, options, reading};
        read_all(fields, run);
        doubt_old_dates(project, run.reading.inputs, run.diagnostics());
    }
    inputs->digest = files.digest();
    inputs->files = files.read();
    return inputs;
}

}  // namespace input
