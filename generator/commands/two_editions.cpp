// Both states are made one after the other, with what stayed of the first, and read back as their readers meet them.
#include "commands/two_editions.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>

#include "base/message.h"
#include "base/year.h"
#include "commands/editions.h"
#include "commands/terminal.h"
#include "read_files.h"
#include "text/words.h"
#include "warm.h"

namespace commands {

using kensho::Run;

namespace {

/// The state as its readers meet it. The first volume, often the longest, is read beside the others.
void see(State& state) {
    const Run& run = *state.run;
    const evaluate::Context context = evaluate::unworded(*run.assessment);
    std::vector<compare::Seen> seen;
    for (const kensho::LaidOut& volume : run.laid_out) {
        seen.push_back({volume.volume, volume.file, volume.document, volume.pages});
    }
    state.edition.year = base::short_year(run.inputs->eras, run.inputs->evaluated_year);
    state.edition.title = run.inputs->report_title;
    std::vector<compare::Volume>& volumes = state.edition.volumes;
    volumes.resize(seen.size());
    const auto read = [&](std::size_t volume) { volumes[volume] = compare::read_volume(context, seen[volume]); };
    std::future<void> first;
    if (!seen.empty()) first = std::async(std::launch::async, read, 0);
    for (std::size_t volume = 1; volume < seen.size(); ++volume) read(volume);
    compare::read_facts(context, run.sources, seen, state.edition);
    if (first.valid()) first.get();
}

/// The files of a state by their place in an edition.
std::map<std::string, std::string> files_of(const State& state) {
    std::map<std::string, std::string> files;
    for (const auto& [place, path] : kensho::read_files(state.request, *state.run)) files.emplace(place, path);
    return files;
}

base::Value tree_of(const State& state, const std::string& path) {
    if (!path.ends_with(".yaml")) return {};
    base::Diagnostics told;  // the run has told what is wrong with it
    return input::read_tree(path, state.run->sources, told);
}

/// Takes out of kensho.yaml which version the report is; the file of its corrections goes too.
void leave_unsaid(std::vector<compare::InputPair>& inputs) {
    std::set<std::string> files;
    for (compare::InputPair& input : inputs) {
        if (input.name != "kensho.yaml") continue;
        for (base::Value* tree : {&input.before, &input.after}) {
            for (base::Value::Entry& entry : tree->entries) {
                if (entry.key != "report") continue;
                if (const base::Value* file = entry.value.find("corrections")) files.insert(file->text);
                std::erase_if(entry.value.entries, [](const base::Value::Entry& each) {
                    return each.key == "history" || each.key == "corrections";
                });
            }
        }
    }
    std::erase_if(inputs, [&](const compare::InputPair& input) { return files.contains(input.name); });
}

std::vector<compare::InputPair> changed_inputs(const State& before, const State& after) {
    const auto a = files_of(before), b = files_of(after);
    std::map<std::string, std::pair<const std::string*, const std::string*>> all;
    for (const auto& [place, path] : a) all[place].first = &path;
    for (const auto& [place, path] : b) all[place].second = &path;
    std::vector<compare::InputPair> changed;
    for (const auto& [place, paths] : all) {
        const auto [was, is] = paths;
        const std::string x = was == nullptr ? "" : kensho::bytes_of(*before.run, *was);
        const std::string y = is == nullptr ? "" : kensho::bytes_of(*after.run, *is);
        if (was != nullptr && is != nullptr && x == y) continue;
        compare::InputPair pair{place, {}, {}, {}, {}};
        if (was != nullptr) pair.before = tree_of(before, *was);
        if (is != nullptr) pair.after = tree_of(after, *is);
        if (was != nullptr) pair.before_digest = base::digest(x);
        if (is != nullptr) pair.after_digest = base::digest(y);
        changed.push_back(std::move(pair));
    }
    return changed;
}

}  // namespace

std::optional<State> state_of(const std::string& word, const kensho::Request& request, Run& run) {
    State state;
    state.request = request;
    state.edition.name = word;
    if (!word.empty()) {
        const auto folder = edition_folder(word, request.project, run);
        if (!folder) return std::nullopt;
        state.request.project = *folder;
        if (const auto kept = kept_in(*folder, run)) state.request.draft = state.request.draft || kept->manifest.draft;
    }
    return state;
}

bool see_state(State& state) {
    const bool good = kensho::look(state.request, *state.run);
    if (good) see(state);
    return good;
}

std::optional<TwoEditions> compared(const std::string& before_word, const std::string& after_word,
                                    const kensho::Request& request, Run& run) {
    auto was = state_of(before_word, request, run);
    auto is = was ? state_of(after_word, request, run) : std::nullopt;
    if (!was || !is) return std::nullopt;
    TwoEditions both{std::move(*was), std::move(*is), {}};
    both.before.request.draft = both.after.request.draft = both.before.request.draft || both.after.request.draft;
    // What both have is read, and typeset, once: the second is made of what stayed of the first.
    kensho::Warm passing;
    kensho::Warm* warm = request.warm == nullptr ? &passing : request.warm;
    const auto look = [&](State& state) {
        kensho::Request asked = state.request;
        asked.warm = warm;
        return kensho::look(asked, *state.run);
    };
    const bool before = look(both.before);
    auto beside = std::async(before ? std::launch::async : std::launch::deferred, [&] { see(both.before); });
    const bool after = look(both.after);
    if (before) beside.get();
    if (!before || !after) {
        Run& faulty = before ? *both.after.run : *both.before.run;
        std::swap(run.sources, faulty.sources);
        std::swap(run.diagnostics, faulty.diagnostics);
        return std::nullopt;
    }
    const evaluate::Context context_before = evaluate::unworded(*both.before.run->assessment),
                            context_after = evaluate::unworded(*both.after.run->assessment);
    auto pages = std::async(std::launch::async, [&] { see(both.after); });
    compare::read_books(both.before.run->books, both.after.run->books, both.before.edition);
    compare::read_books(both.after.run->books, both.before.run->books, both.after.edition);
    pages.get();
    std::vector<compare::InputPair> inputs = changed_inputs(both.before, both.after);
    if (request.unsaid) leave_unsaid(inputs);
    both.changes = compare::compare({both.before.edition, both.after.edition, context_before, context_after,
                                     both.before.run->sources, both.after.run->sources, std::move(inputs),
                                     text::compared_words(both.after.run->dictionary)});
    return both;
}

bool has_volume(const input::Inputs& inputs, const std::string& volume) {
    return std::any_of(inputs.template_files.begin(), inputs.template_files.end(),
                       [&](const input::TemplateFile& each) { return each.name == volume; });
}

bool make_listing(const base::Value& tree, const std::string& volume, const std::string& file, State& state) {
    kensho::Request asked = state.request;
    asked.errata = &tree;
    return kensho::make_volume(asked, volume, file, *state.run, no_progress);
}

layout::Changes changed_areas(const TwoEditions& both) {
    layout::Changes changes;
    for (const compare::Item& item : both.changes.items) {
        if (!item.after || item.kind == compare::PartKind::running) continue;
        for (const compare::Area& area : item.after->areas) {
            changes[item.after->volume].push_back({area.page - 1, area.rect});
        }
    }
    return changes;
}

}  // namespace commands
