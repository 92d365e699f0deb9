// Stages run in turn and are timed; workbooks, prose and the writing of a volume run beside the layout.
#include "pipeline.h"

#include <algorithm>
#include <future>

#include "base/exchange.h"
#include "base/message.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/claims.h"
#include "compose/compose.h"
#include "evaluate/report.h"
#include "glyph_places.h"
#include "html/html.h"
#include "input/shipped.h"
#include "layout/layout.h"
#include "outputs.h"
#include "pdf/pdf.h"
#include "text/line.h"
#include "text/words.h"
#include "web.h"
#include "workbook/workbook.h"

namespace kensho {

namespace {

using base::say;
using Clock = std::chrono::steady_clock;

/// What a stage made, and how long it took.
template <typename Result>
struct Timed {
    Result result;
    std::chrono::microseconds time;
};

template <typename Stage>
auto measured(const Stage& stage) {
    const auto begin = Clock::now();
    auto result = stage();
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    return Timed<decltype(result)>{std::move(result), time};
}

/// Runs one stage, notes its time and passes its result on.
template <typename Stage>
auto timed(const std::string& name, Run& run, const Progress& progress, Stage stage) {
    progress(name);
    auto done = measured(stage);
    run.timings.emplace_back(name, done.time);
    return std::move(done.result);
}

/// A stage that runs beside the others; its result and its time are fetched when everything else is done.
template <typename Result>
struct Beside {
    std::string name;
    std::future<Timed<Result>> pending;

    Result fetch(Run& run) {
        Timed<Result> done = pending.get();
        run.timings.emplace_back(name, done.time);
        return std::move(done.result);
    }
};

template <typename Stage>
auto beside(std::string name, Stage stage) {
    using Result = decltype(stage());
    return Beside<Result>{std::move(name),
                          std::async(std::launch::async, [stage = std::move(stage)] { return measured(stage); })};
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

base::Value read_own_tree(const char* name, const Request& request, Run& run) {
    return input::read_tree(input::shipped(name, request.project, request.home.root), run.sources, run.diagnostics);
}

/// The names under which faces are asked for.
std::vector<std::string> roles_of(const base::Value& fonts) {
    std::vector<std::string> names;
    const base::Value* roles = fonts.is_map() ? fonts.find("roles") : nullptr;
    if (roles == nullptr) return names;
    for (const base::Value::Entry& role : roles->entries) names.push_back(role.key);
    return names;
}

/// One volume, laid out and ready to be written.
struct Volume {
    compose::Document document;
    layout::Pages pages;
    std::vector<text::FontProgram> fonts;
};

std::optional<Volume> lay_out_volume(const std::string& name, const Request& request, bool slips,
                                     text::Typesetter& typesetter, Run& run, const Progress& progress) {
    Volume volume;
    volume.document = timed(say("compose {}", name), run, progress, [&] {
        return compose::compose(*run.assessment, name, {request.draft, request.today, &run.use, request.errata},
                                run.diagnostics);
    });
    pdf::check_pictures(volume.document, run.diagnostics, run.inputs->asset_places);
    if (slips || run.diagnostics.has_errors()) return std::nullopt;
    volume.pages = timed(say("lay out {}", name), run, progress,
                         [&] { return layout::lay_out(volume.document, typesetter, run.diagnostics); });
    return volume;
}

/// Neither a workbook nor a web edition.
bool is_on_pages(const input::Output& output) {
    return output.volume != "workbook" && volume_of_web(output.volume).empty();
}

/// The places of a volume that is about to be written; its pages need them no more.
VolumePlaces take_places(const std::string& file, Volume& volume) {
    VolumePlaces places{file, volume.document.facts, volume.document.origins, {}, {}, {}, {}};
    places.shown = std::exchange(volume.pages.facts, {});
    places.texts = std::exchange(volume.pages.texts, {});
    for (const layout::Page& page : volume.pages.pages) {
        places.labels.push_back(page.label);
        places.contents.push_back(pdf::marked_contents(page));
    }
    return places;
}

/// What the prose claims and how it is written; no claims where no dictionary parts it into words.
check::Prose read_prose(const evaluate::Assessment& assessment, const base::Sources& sources,
                        const base::Value& typesetting) {
    const base::Value* phrases = typesetting.is_map() ? typesetting.find("phrases") : nullptr;
    const base::Value* dictionary = phrases != nullptr && phrases->is_map() ? phrases->find("dictionary") : nullptr;
    base::WordSplitter words;
    if (dictionary != nullptr) words = text::word_splitter(dictionary->text);
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
    const compose::Document& document = volume == nullptr ? composed : volume->document;
    const html::Edition edition = web_edition(run, output.file, document, volume == nullptr ? nullptr : &volume->pages);
    run.files.push_back({request.out / output.file, timed(say("write {}", output.volume), run, progress,
                                                          [&] { return html::write(document, edition, typesetter); })});
}

/// A face is asked for one glyph of it: what it is called comes with its program.
void name_faces(LaidOut& volume, const text::Typesetter& typesetter) {
    auto used = layout::used_glyphs(volume.pages);
    for (auto& [face, glyphs] : used) glyphs.resize(std::min<std::size_t>(glyphs.size(), 1));
    for (const text::FontProgram& program : typesetter.programs(used)) {
        volume.faces[program.face] = html::face_class(program);
    }
}

/// まち・ひと・しごと of a strategy's title: what its dots join, as far as the letters around them are of one script.
/// Headings keep it whole, beside the names that config/typesetting.yaml lists.
void keep_title(const std::string& title, text::Typesetter& typesetter) {
    const std::u32string all = base::decode(title);
    const auto script = [&](std::size_t i) {
        const char32_t c = all[i];
        return c >= 0x3041 && c <= 0x309F ? 1 : c >= 0x30A0 && c <= 0x30FF ? 2 : c >= 0x4E00 && c <= 0x9FFF ? 3 : 0;
    };
    for (std::size_t dot = all.find(U'・'); dot != all.npos && dot > 0; dot = all.find(U'・', dot)) {
        std::size_t begin = dot - 1, end = dot;
        while (begin > 0 && all[begin - 1] != U'・' && script(begin - 1) == script(dot - 1)) --begin;
        while (end < all.size() && all[end] == U'・') {
            const std::size_t next = end + 1;
            for (end = next; end < all.size() && all[end] != U'・' && script(end) == script(next);) ++end;
        }
        typesetter.keep_whole(base::encode(all.substr(begin, end - begin)));
        dot = end;
    }
}

/// A template with slips is composed for its other faults, and no further.
void make_outputs(const Request& request, const base::Value& fonts, const base::Value& typesetting, bool slips,
                  Run& run, const Progress& progress) {
    // The workbooks need nothing of the pages, and a volume is written while the next one is laid out.
    const auto wanted = [&](const std::string& name) { return request.volume.empty() || request.volume == name; };
    auto books = beside(say("workbooks"), [&, wants_books = wanted("workbook") && !request.only_pages] {
        return wants_books ? make_books(*run.assessment, {request.draft}) : Books{};
    });
    std::vector<std::pair<std::string, Beside<std::string>>> writing;
    std::map<std::string, std::shared_ptr<const Volume>> made_volumes;
    text::Typesetter typesetter(fonts, typesetting, run.diagnostics);
    keep_title(run.inputs->strategy.title, typesetter);
    for (const input::Output& output : run.inputs->outputs) {
        if (!is_on_pages(output) || !wanted(output.volume)) continue;
        std::optional<Volume> laid_out = lay_out_volume(output.volume, request, slips, typesetter, run, progress);
        if (!laid_out) continue;
        if (request.only_pages) {
            run.laid_out.push_back(
                {output.volume, output.file, std::move(laid_out->document), std::move(laid_out->pages), {}});
            name_faces(run.laid_out.back(), typesetter);
            continue;
        }
        laid_out->fonts = typesetter.programs(layout::used_glyphs(laid_out->pages));
        run.places.push_back(take_places(output.file, *laid_out));
        const auto volume = std::make_shared<const Volume>(std::move(*laid_out));
        made_volumes[output.volume] = volume;
        auto write = [volume] { return pdf::write(volume->pages, volume->fonts, volume->document); };
        writing.emplace_back(output.file, beside(say("write {}", output.volume), std::move(write)));
    }
    for (auto& [file, volume] : writing) run.files.push_back({request.out / file, volume.fetch(run)});
    Books made = books.fetch(run);
    run.diagnostics.append(made.diagnostics);
    for (workbook::File& book : made.files) run.files.push_back({request.out / book.name, std::move(book.bytes)});
    // Last, since it offers the other files for download.
    for (const input::Output& output : run.inputs->outputs) {
        const std::string shown = volume_of_web(output.volume);
        if (shown.empty() || !wanted(output.volume) || slips || request.only_pages) continue;
        make_web(output, made_volumes[shown].get(), request, typesetter, run, progress);
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
    run.inputs = input::read_project(request.project, request.home, {request.policy, request.draft}, run.sources,
                                     run.diagnostics);
    if (run.diagnostics.has_errors()) return false;
    run.assessment = std::make_unique<evaluate::Assessment>(evaluate::evaluate(*run.inputs));
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
    run.inputs = timed(say("read"), run, progress, [&] {
        return input::read_project(request.project, request.home, {request.policy, request.draft}, run.sources,
                                   run.diagnostics);
    });
    if (run.diagnostics.has_errors()) return false;
    run.assessment = timed(say("evaluate"), run, progress,
                           [&] { return std::make_unique<evaluate::Assessment>(evaluate::evaluate(*run.inputs)); });
    // Files are written for the project's own policy; another one only answers "what if".
    if (request.policy.empty()) {
        check::raise_doubts(*run.assessment, request.draft, run.diagnostics);
        evaluate::check_narrative(*run.assessment, run.inputs->narrative, run.diagnostics, &run.sources, request.draft);
    }
    return !run.diagnostics.has_errors();
}

bool make(const Request& request, Run& run, const Progress& progress) {
    const bool evaluated = read_and_evaluate(request, run, progress);
    const base::Value fonts = read_own_tree("fonts/fonts.yaml", request, run);
    const base::Diagnostics slips = timed(say("check the template"), run, progress,
                                          [&] { return compose::check_template(*run.inputs, roles_of(fonts)); });
    if (evaluated) {
        const base::Value typesetting = read_own_tree("config/typesetting.yaml", request, run);
        auto prose =
            beside(say("read the prose"), [&] { return read_prose(*run.assessment, run.sources, typesetting); });
        check_volume(request, run);
        make_outputs(request, fonts, typesetting, slips.has_errors(), run, progress);
        run.prose = prose.fetch(run);
        const bool whole = request.volume.empty() && !run.diagnostics.has_errors();
        if (whole) compose::name_unread(*run.inputs, run.use, run.diagnostics);
        check::doubt_prose(run.prose, *run.inputs, run.sources, run.diagnostics);
        check_outputs(request, run);
        run.diagnostics = check::without_silenced(run.diagnostics, *run.inputs, run.sources, whole);
    } else if (run.inputs != nullptr) {
        run.diagnostics = check::without_silenced(run.diagnostics, *run.inputs, run.sources, false);
    }
    compose::add_elsewhere(slips, run.diagnostics);
    run.diagnostics = at_typed_characters(run.diagnostics, run.sources, request.project);
    if (request.strict) run.diagnostics = without_doubts(run.diagnostics);
    return !run.diagnostics.has_errors();
}

bool look(const Request& request, Run& run) {
    if (!read_plainly(request, run)) return false;
    const base::Value fonts = read_own_tree("fonts/fonts.yaml", request, run);
    const base::Value typesetting = read_own_tree("config/typesetting.yaml", request, run);
    auto books = beside(say("workbooks"), [&] { return make_books(*run.assessment, {request.draft, true}); });
    text::Typesetter typesetter(fonts, typesetting, run.diagnostics);
    keep_title(run.inputs->strategy.title, typesetter);
    for (const input::Output& output : run.inputs->outputs) {
        if (!is_on_pages(output)) continue;
        auto volume = lay_out_volume(output.volume, request, false, typesetter, run, [](const std::string&) {});
        if (!volume) continue;
        run.laid_out.push_back({output.volume, output.file, std::move(volume->document), std::move(volume->pages), {}});
    }
    Books made = books.fetch(run);
    run.books = std::move(made.files);
    run.diagnostics.append(made.diagnostics);
    return !run.diagnostics.has_errors();
}

bool make_volume(const Request& request, const std::string& volume, const std::string& file, Run& run,
                 const Progress& progress) {
    const base::Value fonts = read_own_tree("fonts/fonts.yaml", request, run);
    const base::Value typesetting = read_own_tree("config/typesetting.yaml", request, run);
    text::Typesetter typesetter(fonts, typesetting, run.diagnostics);
    keep_title(run.inputs->strategy.title, typesetter);
    std::optional<Volume> made = lay_out_volume(volume, request, false, typesetter, run, progress);
    if (!made) return false;
    made->fonts = typesetter.programs(layout::used_glyphs(made->pages));
    run.files.push_back({file, pdf::write(made->pages, made->fonts, made->document)});
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
