#include "pipeline.h"

#include <map>
#include <set>

#include "compose/compose.h"
#include "evaluate/report.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/line.h"
#include "workbook/workbook.h"

namespace kensho {

namespace {

using Clock = std::chrono::steady_clock;

/// Runs one stage, notes its time and passes its result on.
template <typename Stage>
auto timed(const std::string& name, Run& run, const Progress& progress, Stage stage) {
    progress(name);
    const auto begin = Clock::now();
    auto result = stage();
    run.timings.emplace_back(name, std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin));
    return result;
}

/// The glyphs each face shows on the pages.
std::map<text::FaceId, std::vector<std::uint32_t>> used_glyphs(const layout::Pages& pages) {
    std::map<text::FaceId, std::set<std::uint32_t>> used;
    for (const layout::Page& page : pages.pages) {
        for (const layout::Chunk& chunk : page.chunks) {
            for (const layout::Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
                if (glyphs == nullptr) continue;
                auto& ids = used[glyphs->run.face];
                for (const text::Glyph& glyph : glyphs->run.glyphs) ids.insert(glyph.id);
            }
        }
    }
    std::map<text::FaceId, std::vector<std::uint32_t>> result;
    for (const auto& [face, ids] : used) result[face].assign(ids.begin(), ids.end());
    return result;
}

}  // namespace

bool read_and_evaluate(const Request& request, Run& run, const Progress& progress) {
    run.inputs = timed("read", run, progress, [&] {
        return input::read_project(request.project, request.home, {request.policy, request.draft}, run.sources,
                                   run.diagnostics);
    });
    if (run.diagnostics.has_errors()) return false;
    run.assessment = timed("evaluate", run, progress, [&] {
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
    const base::Value fonts = tree("fonts/fonts.yaml");
    const base::Value classes = tree("config/typesetting.yaml");
    text::Typesetter typesetter(fonts, classes, run.diagnostics);
    for (const input::Output& output : run.inputs->outputs) {
        if (output.volume == "workbook") continue;
        const compose::Document document = timed("compose " + output.volume, run, progress, [&] {
            return compose::compose(*run.assessment, output.volume, {request.draft, request.today}, run.diagnostics);
        });
        pdf::check_pictures(document, run.diagnostics);
        if (run.diagnostics.has_errors()) continue;
        const layout::Pages pages = timed("lay out " + output.volume, run, progress,
                                          [&] { return layout::lay_out(document, typesetter, run.diagnostics); });
        std::string bytes = timed("write " + output.volume, run, progress,
                                  [&] { return pdf::write(pages, typesetter.programs(used_glyphs(pages)), document); });
        run.files.push_back({request.out / output.file, std::move(bytes)});
    }
    const auto books = timed("workbooks", run, progress,
                             [&] { return workbook::write(*run.assessment, {request.draft}, run.diagnostics); });
    for (const workbook::File& book : books) run.files.push_back({request.out / book.name, book.bytes});
    return !run.diagnostics.has_errors();
}

}  // namespace kensho
