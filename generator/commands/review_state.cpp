// Questions of the review page, answered from the runs that are kept.
#include "commands/review_state.h"

#include <malloc.h>

#include <algorithm>

#include "base/json.h"
#include "base/year.h"
#include "commands/editions.h"
#include "commands/review_actions.h"
#include "commands/review_edits.h"
#include "commands/terminal.h"
#include "serve/page_files.h"
#include "web.h"

namespace commands {

namespace {

using serve::Answer;

constexpr const char* json_type = "application/json";

Answer nothing_there() { return {404, "text/plain", ""}; }

/// A page as a picture.
Answer drawn(std::string svg) { return svg.empty() ? nothing_there() : Answer{200, "image/svg+xml", std::move(svg)}; }

/// What a volume is called; one that only the template knows by its own title, without what all titles share.
std::string name_of(const kensho::LaidOut& volume, const input::Inputs& inputs) {
    std::string name = kensho::volume_name(volume.volume);
    if (name != volume.volume) return name;
    name = volume.document.metadata.title;
    const std::string begin = inputs.strategy.title + "　";
    const std::string end = "　" + base::era_year(inputs.eras, inputs.evaluated_year, base::YearKind::fiscal);
    if (name.starts_with(begin)) name.erase(0, begin.size());
    if (name.ends_with(end)) name.erase(name.size() - end.size());
    return name.empty() ? volume.volume : name;
}

std::vector<serve::KeptEdition> editions_of(const kensho::Request& request) {
    kensho::Run aside;  // a faulty manifest is told when its edition is asked for
    std::vector<serve::KeptEdition> editions;
    for (const commands::Kept& kept : kept_editions(request.project, aside)) {
        editions.push_back({kept.folder.filename().string(), kept.manifest.date, kept.manifest.closed});
    }
    return editions;
}

/// A file of the page: style, script, icon.
Answer page_file(const std::string& name) {
    const auto type = [&]() -> std::string {
        if (name.ends_with(".css")) return "text/css; charset=utf-8";
        if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
        return name.ends_with(".svg") ? "image/svg+xml" : "text/html; charset=utf-8";
    };
    try {
        return {200, type(), std::string(serve::page_file(name))};
    } catch (const std::out_of_range&) {
        return nothing_there();
    }
}

}  // namespace

void ReviewState::build() {
    const std::lock_guard one(making_);
    const auto began = std::chrono::steady_clock::now();
    Kept before = kept();  // taken apart when the new state can be seen
    const auto show = [&](const std::function<void()>& change) {
        const auto time = std::chrono::steady_clock::now() - began;
        const std::lock_guard lock(mutex_);
        change();
        kept_.build = before.build + 1;
        kept_.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
        ++kept_.version;
    };
    auto run = std::make_shared<kensho::Run>();
    kensho::Request request = request_;
    request.draft = true;
    request.makes = kensho::Makes::pages;
    request.warm = &warm_;
    if (before.last != nullptr) {
        request.when_laid_out = [&] { show([&] { kept_.good = run; }); };
    }
    bool good = false;
    std::vector<serve::KeptEdition> editions;
    try {
        good = kensho::make(request, *run, no_progress);
        editions = editions_of(request_);
    } catch (const std::exception& error) {
        if (before.last == nullptr) throw;
        // A folder that is away comes back.
        run->diagnostics.error({}, serve::shortened(request_.project.generic_string(), error.what()));
    }
    run->diagnostics.sort();
    show([&] {
        kept_.last = run;
        if (good) kept_.good = kept_.whole = run;
        kept_.editions = std::move(editions);
        announced_ = false;
    });
    before = {};
}

void ReviewState::rest() { malloc_trim(0); }

bool ReviewState::wait_for_writing(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    writing_.wait_for(lock, time, [&] { return written_; });
    return std::exchange(written_, false);
}

ReviewState::Kept ReviewState::kept() {
    const std::lock_guard lock(mutex_);
    return kept_;
}

std::vector<std::string> ReviewState::files() {
    const std::shared_ptr<const kensho::Run> last = kept().last;
    return last == nullptr || last->inputs == nullptr ? std::vector<std::string>() : last->inputs->files;
}

std::vector<std::string> ReviewState::outputs_of(const Kept& kept) {
    std::vector<std::string> files;
    if (kept.good == nullptr) return files;
    for (const input::Output& output : kept.good->inputs->outputs) files.push_back(output.file);
    return files;
}

serve::Edition ReviewState::edition(const Kept& kept, const evaluate::Context& context) const {
    serve::Edition edition;
    edition.version = kept.version;
    edition.folder = request_.project.generic_string();
    edition.home = request_.home.root.generic_string();
    edition.found_in = &kept.last->sources;
    edition.found = &kept.last->diagnostics;
    edition.prose = &kept.last->prose;
    edition.milliseconds = kept.milliseconds;
    edition.edits = edits_;
    if (editor_) edition.root = edition.folder;
    edition.editions = kept.editions;
    if (kept.good == nullptr) return edition;
    edition.context = &context;
    edition.sources = &kept.good->sources;
    for (const kensho::LaidOut& volume : kept.good->laid_out) {
        edition.volumes.push_back({volume.volume, name_of(volume, *kept.good->inputs), volume.file, &volume.document,
                                   &volume.pages, volume.faces});
    }
    edition.outputs = outputs_of(kept);
    return edition;
}

/// A file as the build would make it, as a draft.
Answer ReviewState::output(const Kept& kept, std::size_t number) {
    if (kept.good == nullptr || number >= kept.good->inputs->outputs.size()) return nothing_there();
    const input::Output wanted = kept.good->inputs->outputs[number];
    const std::lock_guard one(making_);
    kensho::Run run;
    kensho::Request request = request_;
    request.draft = true;
    request.volume = wanted.volume;
    if (!kensho::make(request, run, no_progress)) return {409, "text/plain; charset=utf-8", "誤りがあります\n"};
    for (base::OutputFile& file : run.files) {
        if (file.path.filename() != wanted.file) continue;
        const std::string ending = file.path.extension().string();
        Answer answer{200, ending == ".pdf" ? "application/pdf" : "application/octet-stream", file.bytes.whole()};
        answer.headers["Content-Disposition"] = "attachment";
        return answer;
    }
    return nothing_there();
}

/// What changed since an edition, compared once for each state.
Answer ReviewState::changes(const Kept& kept, std::size_t number) {
    if (number >= kept.editions.size()) return nothing_there();
    const std::string& name = kept.editions[number].name;
    if (compared_ == nullptr || compared_->edition != name || compared_->build != kept.build) {
        Answer why;
        const std::lock_guard one(making_);
        compared_ = compare_with(name, kept.build, request_, why);
        if (compared_ == nullptr) return why;
    }
    return {200, json_type, compared_->json};
}

Answer ReviewState::forms(const Kept& kept) {
    find_forms(request_, outputs_of(kept), forms_);
    return {200, json_type, "{\"forms\":" + base::json_list(forms_) + "}"};
}

/// What is to be changed, told by the page.
Answer ReviewState::told(const Kept& kept, const serve::Asked& asked) {
    if (asked.path == "/collect") {
        const std::lock_guard one(making_);
        return collect_forms(request_, forms_, asked.query, asked.body);
    }
    const auto told = serve::pairs_of(asked.body);
    if (asked.path == "/value" && kept.good != nullptr) return put_right(request_, *kept.good, told);
    if (asked.path == "/silence") return silence_doubt(request_, *kept.last, told);
    const std::lock_guard one(making_);
    if (asked.path == "/freeze") return keep_version(request_, told);
    if (asked.path == "/errata") {
        const std::size_t number = number_of(told_of(told, "edition"));
        if (number >= kept.editions.size()) return refused("その版はありません");
        return correct(request_, kept.editions[number].name, told);
    }
    return nothing_there();
}

Answer ReviewState::answer(const serve::Asked& asked) {
    const auto parts = parts_of(std::string_view(asked.path).substr(std::min<std::size_t>(1, asked.path.size())));
    const std::string what = parts.empty() ? std::string() : parts[0];
    const auto number = [&](std::size_t at) { return at < parts.size() ? number_of(parts[at]) : SIZE_MAX; };
    const Kept kept = this->kept();
    if (asked.method == "POST") {
        Answer answer = told(kept, asked);
        {
            const std::lock_guard lock(mutex_);
            written_ = true;
        }
        writing_.notify_one();
        return answer;
    }
    if (what == "version") {
        const std::string changing = announced_ ? "true" : "false";
        return {200, json_type, "{\"version\":" + std::to_string(kept.version) + ",\"changing\":" + changing + "}"};
    }
    if (what == "output") return output(kept, number(1));
    if (what == "changes") return changes(kept, number(1));
    if (what == "correction") return made_correction(request_, number(1));
    if (what == "forms") return forms(kept);
    if (what == "before" && compared_ != nullptr) return drawn(page_before(*compared_, number(1), number(2)));
    if (what != "state" && what != "page" && what != "words" && what != "fact" && what != "near") {
        return parts.size() > 1 ? nothing_there() : page_file(what.empty() ? "review.html" : what);
    }
    static const evaluate::Assessment nothing;
    const evaluate::Context context = evaluate::unworded(kept.good == nullptr ? nothing : *kept.good->assessment);
    serve::Edition shown = edition(kept, context);
    if (what == "state") {
        if (kept.whole != nullptr) shown.board = forms::board(*kept.whole->inputs, kept.whole->diagnostics);
        return {200, json_type, serve::state(shown)};
    }
    if (what == "page") return drawn(serve::page(shown, number(1), number(2)));
    const std::string told = what == "words"  ? serve::words(shown, number(1))
                             : what == "near" ? serve::near(shown, number(1), number(2))
                                              : serve::fact(shown, number(1), number(2));
    return told.empty() ? nothing_there() : Answer{200, json_type, told};
}

}  // namespace commands
