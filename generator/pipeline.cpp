// Stages run in turn and are timed; workbooks, prose and the writing of a volume run beside the layout.
#include "pipeline.h"

#include <algorithm>
#include <mutex>

#include "base/exchange.h"
#include "base/jobs.h"
#include "base/message.h"
#include "check/check.h"
#include "check/claims.h"
#include "compose/compose.h"
#include "evaluate/report.h"
#include "glyph_places.h"
#include "html/html.h"
#include "input/fonts.h"
#include "input/shipped.h"
#include "layout/layout.h"
#include "outputs.h"
#include "pdf/pdf.h"
#include "read_files.h"
#include "text/line.h"
#include "timed.h"
#include "volumes.h"
#include "warm.h"
#include "web.h"
#include "workbook/workbook.h"

namespace kensho {

namespace {

using base::say;

/// A stage that runs beside the others; its result and its time are fetched when everything else is done.
template <typename Result>
struct Beside {
    std::string name;
    base::Jobs::Pending<Timed<Result>> pending;

    Result fetch(Run& run) {
        Timed<Result> done = pending.get();
        run.timings.emplace_back(name, done.time);
        return std::move(done.result);
    }
};

template <typename Stage>
auto beside(base::Jobs& jobs, std::string name, Stage stage) {
    using Result = decltype(stage());
    return Beside<Result>{std::move(name), jobs.beside([stage = std::move(stage)] { return measured(stage); })};
}

struct Books {
    std::vector<workbook::File> files;
    base::Diagnostics diagnostics;
};

Books make_books(const evaluate::Assessment& assessment, const workbook::Options& options) {
    Books books;
    books.files = workbook::write(assessment, options, books.diagnostics);
    return books;
}

/// What stays of the files that were parsed; null where nothing does.
input::ParsedFiles* kept_files(const Request& request) {
    return request.warm == nullptr ? nullptr : &request.warm->parsed;
}

base::Value read_own_tree(const char* name, const Request& request, Run& run) {
    return input::read_tree(input::shipped(name, request.project, request.home.root), run.sources, run.diagnostics,
                            kept_files(request));
}

base::Value read_fonts(const Request& request, Run& run) {
    return input::read_fonts(request.project, request.home.root, run.sources, run.diagnostics, kept_files(request));
}

/// The names under which faces are asked for.
std::vector<std::string> roles_of(const base::Value& fonts) {
    std::vector<std::string> names;
    const base::Value* roles = fonts.is_map() ? fonts.find("roles") : nullptr;
    if (roles == nullptr) return names;
    for (const base::Value::Entry& role : roles->entries) names.push_back(role.key);
    return names;
}

/// Volumes that are laid out side by side where none is written.
constexpr std::size_t most_side_by_side = 2;

/// Which dictionary parts texts into words; empty where none is named.
std::string dictionary_in(const base::Value& typesetting) {
    const base::Value* phrases = typesetting.is_map() ? typesetting.find("phrases") : nullptr;
    const base::Value* dictionary = phrases != nullptr && phrases->is_map() ? phrases->find("dictionary") : nullptr;
    return dictionary == nullptr ? "" : dictionary->text;
}

/// All that the check of the template follows from, and the numbers of its files, which its places bear.
std::string template_content(const input::Inputs& inputs, const std::vector<std::string>& roles) {
    std::string content = inputs.frame + " " + std::to_string(inputs.projects.size());
    for (const input::TemplateFile& file : inputs.template_files) content += " " + std::to_string(file.tree.span.file);
    for (const std::string& role : roles) content += "\n" + role;
    for (const auto& [name, bytes] : inputs.assets) content += "\n" + name;  // of pictures that could be read
    return content;
}

/// The faults of the template; those of the last run are known where nothing changed but values and texts.
base::Diagnostics check_template(const input::Inputs& inputs, const std::vector<std::string>& roles, Warm& warm) {
    warm.slips.next_run();
    std::string content = template_content(inputs, roles);
    if (const base::Diagnostics* known = warm.slips.find(content)) return *known;
    return warm.slips.keep(std::move(content), compose::check_template(inputs, roles));
}

/// What the prose claims and how it is written; no claims where no dictionary parts it into words.
check::Prose read_prose(const evaluate::Assessment& assessment, const base::Sources& sources,
                        const base::Value& typesetting, Warm& warm) {
    const std::string dictionary = dictionary_in(typesetting);
    base::WordSplitter words;
    if (!dictionary.empty()) words = splitter_of(warm, dictionary);
    return check::read_prose(assessment, sources, words);
}

/// The web edition of a volume, which was laid out for paper or is composed for the screen alone.
void make_web(const input::Output& output, const Volume* volume, const Request& request, text::Typesetter& typesetter,
              Run& run, const Progress& progress) {
    compose::Document composed;
    if (volume == nullptr) {
        composed = compose::compose(*run.assessment, volume_of_web(output.volume),
                                    {request.draft, request.today, &run.use}, run.diagnostics);
    }
    if (run.diagnostics.has_errors()) return;
    if (request.makes == Makes::names) {
        run.files.push_back({request.out / output.file, {}});
        return;
    }
    const compose::Document& document = volume == nullptr ? composed : volume->document;
    typesetter.tell(run.diagnostics);
    const html::Edition edition = web_edition(run, output.file, document, volume == nullptr ? nullptr : &volume->pages);
    run.files.push_back({request.out / output.file, timed(say("write {}", output.volume), run.timings, progress,
                                                          [&] { return html::write(document, edition, typesetter); })});
}

/// Workshops for a run; with what stayed from the last one, if there is any.
void open_workshops(Warm& warm, std::size_t count, const Request& request, const base::Value& fonts,
                    const base::Value& typesetting, Run& run) {
    if (request.laid_out == nullptr) open_workshops(warm, count, fonts, typesetting);  // else pages have theirs
    for (Workshop& shop : warm.workshops) {
        run.diagnostics.append(shop.found);
        keep_title(run.inputs->strategy.title, *shop.typesetter);
        if (request.warm == nullptr) continue;
        shop.typesetter->begin_run();
        shop.pictures.next_run();
    }
}

/// What is made of each volume that was laid out.
void keep_pages(const input::Output& output, Volume volume, Workshop& shop, Run& run) {
    run.laid_out.push_back({output.volume, output.file, std::move(volume.document), std::move(volume.pages), {}});
    name_faces(run.laid_out.back(), shop);
}

using Volumes = std::map<std::string, std::shared_ptr<const Volume>>;

/// Volumes that are not written: a template with slips is composed for its other faults, and no further.
Volumes look_at_volumes(const Request& request, const Faulty& slips, Warm& warm, Run& run, base::Jobs& jobs,
                        const std::function<void()>& others) {
    Volumes volumes;
    const std::vector<const input::Output*> paper = paper_of(request, *run.inputs);
    const bool errors = run.diagnostics.has_errors();
    const auto faulty = [&] { return errors || slips(); };
    std::vector<Attempt> made = attempts(request, faulty, warm.workshops, run, jobs, others);
    for (std::size_t i = 0; i < paper.size(); ++i) {
        std::optional<Volume> volume = take(std::move(made[i]), run);
        if (!volume) continue;
        if (request.makes == Makes::pages) {
            keep_pages(*paper[i], std::move(*volume), warm.workshops[i % warm.workshops.size()], run);
        } else {
            run.files.push_back({request.out / paper[i]->file, {}});
            volumes[paper[i]->volume] = std::make_shared<const Volume>(std::move(*volume));
        }
    }
    return volumes;
}

/// Each volume is written while the next one is laid out, and then given up, except for the web.
Volumes write_volumes(const Request& request, const Faulty& slips, std::vector<Workshop>& shops, Run& run,
                      base::Jobs& jobs, const Progress& progress) {
    Volumes volumes;
    std::vector<std::pair<std::string, Beside<std::string>>> writing;
    const std::vector<const input::Output*> paper = paper_of(request, *run.inputs);
    for (std::size_t i = 0; i < paper.size(); ++i) {
        const input::Output* output = paper[i];
        Workshop& shop = shops[i % shops.size()];  // more than one where look() has laid out
        std::optional<Volume> laid_out = lay_out_volume(output->volume, request, slips, shop, run, progress);
        if (!laid_out) continue;
        laid_out->fonts = shop.typesetter->programs(layout::used_glyphs(laid_out->pages));
        if (run.inputs->carries_inputs && writing.empty()) laid_out->pages.attachments = carried_files(request, run);
        const bool stays = is_on_the_web(request, *run.inputs, output->volume);
        run.places.push_back(take_places(output->file, *laid_out, stays));
        const auto volume = std::make_shared<Volume>(std::move(*laid_out));
        if (stays) volumes[output->volume] = volume;
        auto write = [volume, stays, &jobs] {
            std::string bytes = pdf::write(volume->pages, volume->fonts, jobs);
            if (!stays) *volume = {};
            return bytes;
        };
        writing.emplace_back(output->file, beside(jobs, say("write {}", output->volume), std::move(write)));
    }
    for (auto& [file, volume] : writing) run.files.push_back({request.out / file, volume.fetch(run)});
    return volumes;
}

void make_outputs(const Request& request, const base::Value& fonts, const base::Value& typesetting, const Faulty& slips,
                  Warm& warm, Run& run, base::Jobs& jobs, const Progress& progress,
                  const std::function<void()>& begin_prose) {
    const bool wants_books = is_wanted(request, "workbook") && request.makes != Makes::pages;
    std::optional<Beside<Books>> books;
    // These need nothing of the pages.
    const auto begin_others = [&] {
        begin_prose();
        books.emplace(beside(jobs, say("workbooks"), [&run, &request, &jobs, wants_books] {
            const auto of_books = request.makes == Makes::names ? workbook::Wanted::none : workbook::Wanted::bytes;
            return wants_books ? make_books(*run.assessment, {request.draft, of_books, &jobs}) : Books{};
        }));
    };
    const bool writes = request.makes == Makes::files;
    if (writes) begin_others();
    open_workshops(warm, writes ? 1 : std::min(jobs.threads(), most_side_by_side), request, fonts, typesetting, run);
    Volumes volumes = writes ? write_volumes(request, slips, warm.workshops, run, jobs, progress)
                             : look_at_volumes(request, slips, warm, run, jobs, begin_others);
    // To take them apart takes a tenth of the way to new pages, which somebody waits for.
    std::vector<compose::Blocks> spent;
    for (LaidOut& volume : run.laid_out) spent.push_back(std::exchange(volume.document.blocks, {}));
    if (request.when_laid_out && !slips() && !run.diagnostics.has_errors()) request.when_laid_out();
    Books made = books->fetch(run);
    run.diagnostics.append(made.diagnostics);
    for (workbook::File& book : made.files) run.files.push_back({request.out / book.name, std::move(book.bytes)});
    if (slips() || request.makes == Makes::pages) return;
    // Last, since it offers the other files for download.
    for (const input::Output& output : run.inputs->outputs) {
        const std::string shown = volume_of_web(output.volume);
        if (shown.empty() || !is_wanted(request, output.volume)) continue;
        make_web(output, volumes[shown].get(), request, *warm.workshops.front().typesetter, run, progress);
    }
}

void check_volume(const Request& request, Run& run) {
    std::vector<std::string_view> known;
    for (const input::Output& output : run.inputs->outputs) known.emplace_back(output.volume);
    if (request.volume.empty() || std::find(known.begin(), known.end(), request.volume) != known.end()) return;
    base::report_unknown("the project makes no `{}`", request.volume, {}, known, run.diagnostics);
}

/// Every doubt as an error.
base::Diagnostics without_doubts(const base::Diagnostics& diagnostics) {
    base::Diagnostics strict;
    for (const base::Diagnostic& each : diagnostics.all()) {
        if (each.name.empty() && each.severity == base::Severity::warning) {
            strict.warning({}, each.span, each.message, each.hint);
            continue;
        }
        strict.error(each.span, each.message + (each.name.empty() ? "" : " [" + each.name + "]"), each.hint);
    }
    return strict;
}

/// Reads and evaluates; what is doubted does not matter.
bool read_plainly(const Request& request, Run& run) {
    base::settle(request.project);
    input::ParsedFiles* kept = kept_files(request);
    if (kept != nullptr) kept->next_run();
    run.inputs =
        input::read_project(request.project, request.home, {request.policy, request.draft, kept, request.threads},
                            run.sources, run.diagnostics);
    if (run.diagnostics.has_errors()) return false;
    if (request.unsaid) {
        run.inputs->history.clear();
        run.inputs->corrections = {};
    }
    run.assessment = std::make_unique<evaluate::Assessment>(evaluate::evaluate(*run.inputs, request.threads));
    return true;
}

}  // namespace

bool read_draft(const Request& request, Run& run) {
    base::settle(request.project);
    run.inputs = input::read_project(request.project, request.home, {{}, true}, run.sources, run.diagnostics);
    return !run.diagnostics.has_errors();
}

bool read_and_evaluate(const Request& request, Run& run, const Progress& progress) {
    base::settle(request.project);  // what a command that was cut off has left there
    input::ParsedFiles* kept = kept_files(request);
    if (kept != nullptr) kept->next_run();
    run.inputs = timed(say("read"), run.timings, progress, [&] {
        return input::read_project(request.project, request.home,
                                   {request.policy, request.draft, kept, request.threads}, run.sources,
                                   run.diagnostics);
    });
    if (run.diagnostics.has_errors()) return false;
    run.assessment = timed(say("evaluate"), run.timings, progress, [&] {
        return std::make_unique<evaluate::Assessment>(evaluate::evaluate(*run.inputs, request.threads));
    });
    // Files are written for the project's own policy; another one only answers "what if".
    if (request.policy.empty()) {
        check::raise_doubts(*run.assessment, request.draft, run.diagnostics, request.threads);
        evaluate::check_narrative(*run.assessment, run.inputs->narrative, run.diagnostics, &run.sources, request.draft);
    }
    return !run.diagnostics.has_errors();
}

bool make(const Request& request, Run& run, const Progress& progress) {
    if (request.warm == nullptr) run.warm = std::make_shared<Warm>();
    Warm& warm = request.warm == nullptr ? *run.warm : *request.warm;
    base::Jobs jobs(request.threads);
    const bool evaluated = read_and_evaluate(request, run, progress);
    const base::Value fonts = read_fonts(request, run);
    base::Value typesetting;
    if (evaluated) typesetting = read_own_tree("config/typesetting.yaml", request, run);
    // Whether the template has slips is asked when the first volume is composed.
    auto checking =
        beside(jobs, say("check the template"), [&] { return check_template(*run.inputs, roles_of(fonts), warm); });
    std::once_flag checked;
    base::Diagnostics slips;
    const auto slip = [&] {
        std::call_once(checked, [&] { slips = checking.fetch(run); });
        return slips.has_errors();
    };
    if (evaluated) {
        check_volume(request, run);
        std::optional<Beside<check::Prose>> prose;
        make_outputs(request, fonts, typesetting, slip, warm, run, jobs, progress, [&] {
            prose.emplace(beside(jobs, say("read the prose"),
                                 [&] { return read_prose(*run.assessment, run.sources, typesetting, warm); }));
        });
        run.prose = prose->fetch(run);
        const bool whole = request.volume.empty() && !run.diagnostics.has_errors();
        if (whole) compose::name_unread(*run.inputs, run.use, run.diagnostics);
        check::doubt_prose(run.prose, *run.inputs, run.sources, run.diagnostics);
        check_outputs(request, run);
        run.diagnostics = check::without_silenced(run.diagnostics, *run.inputs, run.sources, whole);
    } else if (run.inputs != nullptr) {
        run.diagnostics = check::without_silenced(run.diagnostics, *run.inputs, run.sources, false);
    }
    slip();
    compose::add_elsewhere(slips, run.diagnostics);
    run.diagnostics = at_typed_characters(run.diagnostics, run.sources, request.project);
    if (request.strict) run.diagnostics = without_doubts(run.diagnostics);
    return !run.diagnostics.has_errors();
}

bool look(const Request& request, Run& run) {
    if (!read_plainly(request, run)) return false;
    // A list of faces of the project's own would stand between: what stays of another state is known by its number.
    const base::Value typesetting = read_own_tree("config/typesetting.yaml", request, run);
    const base::Value fonts = read_fonts(request, run);
    run.dictionary = dictionary_in(typesetting);
    base::Jobs jobs(request.threads);
    Warm cold;
    Warm& warm = request.warm == nullptr ? cold : *request.warm;
    open_workshops(warm, std::min(jobs.threads(), most_side_by_side), request, fonts, typesetting, run);
    const std::vector<const input::Output*> paper = paper_of(request, *run.inputs);
    std::optional<Beside<Books>> books;
    const auto begin_books = [&] {
        books.emplace(beside(jobs, say("workbooks"), [&] {
            return make_books(*run.assessment, {request.draft, workbook::Wanted::cells, &jobs});
        }));
    };
    const auto faulty = [errors = run.diagnostics.has_errors()] { return errors; };
    std::vector<Attempt> made = attempts(request, faulty, warm.workshops, run, jobs, begin_books);
    for (std::size_t i = 0; i < paper.size(); ++i) {
        base::Diagnostics told = made[i].composing;
        told.append(made[i].laying_out);
        compose::NarrativeUse use = made[i].use;
        auto volume = take(std::move(made[i]), run);
        if (!volume) continue;
        keep_pages(*paper[i], std::move(*volume), warm.workshops[i % warm.workshops.size()], run);
        run.laid_out.back().told = std::move(told);
        run.laid_out.back().use = std::move(use);
    }
    Books written = books->fetch(run);
    run.books = std::move(written.files);
    run.diagnostics.append(written.diagnostics);
    return !run.diagnostics.has_errors();
}

bool make_volume(const Request& request, const std::string& volume, const std::string& file, Run& run,
                 const Progress& progress) {
    const base::Value fonts = read_fonts(request, run);
    const base::Value typesetting = read_own_tree("config/typesetting.yaml", request, run);
    Warm warm;
    open_workshops(warm, 1, request, fonts, typesetting, run);
    Workshop& shop = warm.workshops.front();
    std::optional<Volume> made = lay_out_volume(
        volume, request, [] { return false; }, shop, run, progress);
    if (!made) return false;
    made->fonts = shop.typesetter->programs(layout::used_glyphs(made->pages));
    base::Jobs jobs(request.threads);
    run.files.push_back({file, pdf::write(made->pages, made->fonts, jobs)});
    return !run.diagnostics.has_errors();
}

std::map<std::string, std::size_t> missing_values(const Run& run) {
    std::map<std::string, std::size_t> missing;
    if (run.assessment == nullptr) return missing;
    const base::Year year = run.inputs->evaluated_year;
    for (const evaluate::IndicatorAssessment& assessed : run.assessment->indicators) {
        const input::Figure* actual = assessed.indicator->reprint_of.empty() ? assessed.in(year).actual : nullptr;
        if (actual == nullptr || actual->amount || !run.inputs->policy.is_status(actual->words)) continue;
        ++missing[actual->words];
    }
    return missing;
}

}  // namespace kensho
