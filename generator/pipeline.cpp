#include "pipeline.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <mutex>

#include "compose/compose.h"
#include "evaluate/report.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/line.h"
#include "workbook/workbook.h"

namespace kensho {

namespace {

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
auto timed(const std::string& name, Timings& timings, const Progress& progress, const Stage& stage) {
    progress(name);
    auto done = measured(stage);
    timings.emplace_back(name, done.time);
    return std::move(done.result);
}

/// What a part of the publication made and reports.
struct Made {
    std::vector<base::OutputFile> files;
    base::Diagnostics diagnostics;
    Timings timings;
};

Made make_books(const Request& request, const evaluate::Assessment& assessment, const Progress& progress) {
    Made made;
    auto books = timed("workbooks", made.timings, progress,
                       [&] { return workbook::write(assessment, {request.draft}, made.diagnostics); });
    for (workbook::File& book : books) made.files.push_back({request.out / book.name, std::move(book.bytes)});
    return made;
}

/// The trees of the faces and of the rules by which text is set.
struct Typesetting {
    base::Value fonts, rules;
};

Made make_volume(const Request& request, const evaluate::Assessment& assessment, const input::Output& output,
                 const Typesetting& typesetting, const Progress& progress) {
    Made made;
    const std::string& name = output.volume;
    const compose::Document document = timed("compose " + name, made.timings, progress, [&] {
        return compose::compose(assessment, name, {request.draft, request.today}, made.diagnostics);
    });
    pdf::check_pictures(document, made.diagnostics);
    if (made.diagnostics.has_errors()) return made;
    text::Typesetter typesetter(typesetting.fonts, typesetting.rules, made.diagnostics);
    const layout::Pages pages = timed("lay out " + name, made.timings, progress,
                                      [&] { return layout::lay_out(document, typesetter, made.diagnostics); });
    made.files.push_back({request.out / output.file, timed("write " + name, made.timings, progress, [&] {
                              return pdf::write(pages, typesetter.programs(layout::used_glyphs(pages)), document);
                          })});
    return made;
}

}  // namespace

bool read_and_evaluate(const Request& request, Run& run, const Progress& progress) {
    run.inputs = timed("read", run.timings, progress, [&] {
        return input::read_project(request.project, request.home, {request.policy, request.draft}, run.sources,
                                   run.diagnostics);
    });
    if (run.diagnostics.has_errors()) return false;
    run.assessment = timed("evaluate", run.timings, progress, [&] {
        return std::make_unique<evaluate::Assessment>(evaluate::evaluate(*run.inputs, run.diagnostics));
    });
    // Prose is written for the project's own policy; another one only answers "what if".
    if (request.policy.empty()) {
        evaluate::check_narrative(*run.assessment, run.inputs->narrative, run.diagnostics, &run.sources);
    }
    return !run.diagnostics.has_errors();
}

bool make_outputs(const Request& request, Run& run, const Progress& progress) {
    const auto tree = [&](const char* path) {
        return input::read_tree(request.home.root / path, run.sources, run.diagnostics);
    };
    const Typesetting typesetting{tree("fonts/fonts.yaml"), tree("config/typesetting.yaml")};
    std::mutex speaking;
    const Progress one_by_one = [&](const std::string& stage) {
        const std::lock_guard<std::mutex> alone(speaking);
        progress(stage);
    };
    // No part needs anything of another.
    std::vector<std::future<Made>> parts;
    for (const input::Output& output : run.inputs->outputs) {
        if (output.volume == "workbook") continue;
        parts.push_back(std::async(std::launch::async, [&, output] {
            return make_volume(request, *run.assessment, output, typesetting, one_by_one);
        }));
    }
    parts.push_back(std::async(std::launch::async, [&] { return make_books(request, *run.assessment, one_by_one); }));
    for (std::future<Made>& part : parts) {
        Made made = part.get();
        std::move(made.files.begin(), made.files.end(), std::back_inserter(run.files));
        std::move(made.timings.begin(), made.timings.end(), std::back_inserter(run.timings));
        run.diagnostics.append(made.diagnostics);
    }
    return !run.diagnostics.has_errors();
}

}  // namespace kensho
