// What the panes of the review page show of the small town of tests/compare: recorded/panes.json, a line a pane.
#include <doctest/doctest.h>

#include <filesystem>

#include "check/claims.h"
#include "compose/compose.h"
#include "home.h"
#include "input/input.h"
#include "layout/build.h"
#include "layout/layout.h"
#include "recorded.h"
#include "serve/review.h"
#include "text/words.h"

namespace {

/// A line where a list or a map begins within a list, so that a difference is told by its line.
std::string in_lines(std::string text) {
    for (const char* start : {",{", "[{", ",[", "<rect class=\"fact\""}) {
        for (std::size_t at = text.find(start, 1); at != std::string::npos; at = text.find(start, at + 2)) {
            text.insert(text[at] == '<' ? at : at + 1, "\n");
        }
    }
    return text + "\n";
}

}  // namespace

TEST_CASE("the panes of the review page are as recorded") {
    const std::filesystem::path source = KENSHO_HOME, project = source / "tests/compare/town";
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto inputs = input::read_project(project, {source}, {}, sources, diagnostics);
    REQUIRE(inputs != nullptr);
    const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
    const evaluate::Context context = evaluate::unworded(assessment);
    const compose::Document main = compose::compose(assessment, "main", {}, diagnostics),
                            annex = compose::compose(assessment, "annex", {}, diagnostics);
    const layout::Pages main_pages = layout::lay_out(main, build::typesetter(), diagnostics),
                        annex_pages = layout::lay_out(annex, build::typesetter(), diagnostics);
    REQUIRE(!diagnostics.has_errors());
    const input::Figure& typed = inputs->strategy.indicators.front().actuals.rbegin()->second;
    diagnostics.warning("jump", typed.span, "the value of " + project.string() + "/r5.yaml is strange", "look at it");
    diagnostics.error(inputs->texts.front().span, "the text is wrong");
    diagnostics.error({}, "nothing has a place");
    const check::Prose prose =
        check::read_prose(assessment, sources, text::word_splitter("/var/lib/mecab/dic/ipadic-utf8"));
    serve::Edition edition;
    edition.version = 3;
    edition.folder = project.string();
    edition.home = source.string();
    edition.context = &context;
    edition.sources = edition.found_in = &sources;
    edition.found = &diagnostics;
    edition.prose = &prose;
    edition.volumes = {{"main", "本編", "report.pdf", &main, &main_pages, {}},
                       {"annex", "別冊", "annex.pdf", &annex, &annex_pages, {}}};
    edition.board.rows = {{.section = "企画課",
                           .kpis = 3,
                           .projects = 1,
                           .asked = 4,
                           .answered = 2,
                           .missing = {"出生数"},
                           .doubts = {"jump: 桁の誤りか"},
                           .reminder = "お願いします。"}};
    edition.outputs = {"report.pdf", "annex.pdf"};
    edition.editions = {{"公表", "2024-09-30", true}, {"案", "2024-08-01", false}};
    edition.milliseconds = 120;
    edition.edits = true;
    std::string out = in_lines(serve::state(edition)) + in_lines(serve::page(edition, 0, 0)) +
                      in_lines(serve::words(edition, 0)) + in_lines(serve::words(edition, 1));
    for (std::size_t number = 0; number < main.facts.size(); ++number) {
        const std::string name = evaluate::text_of(context, main.facts[number]);
        if (name != "visitors.actual@R5" && name != "goal.1.mean@R5") continue;
        out += in_lines(serve::fact(edition, 0, number)) + in_lines(serve::near(edition, 0, number));
    }
    same_as_recorded(source / "tests/serve/recorded/panes.json", out);
    CHECK(serve::page(edition, 0, main_pages.pages.size()).empty());
    CHECK(serve::page(edition, 2, 0).empty());
    CHECK(serve::words(edition, 2).empty());
    CHECK(serve::near(edition, 0, main.facts.size()).empty());
    CHECK(serve::fact(edition, 2, 0).empty());
}
