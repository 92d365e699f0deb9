// Doubts about a large plan are raised in two halves: the same ones, in the same order.
#include <doctest/doctest.h>

#include "check/check.h"
#include "home.h"
#include "input/input.h"
#include "large_plan.h"

namespace {

std::string all_of(const evaluate::Assessment& assessment, const base::Sources& sources, std::size_t threads) {
    base::Diagnostics diagnostics;
    check::raise_doubts(assessment, false, diagnostics, threads);
    std::string out;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) out += base::render(diagnostic, sources);
    return out;
}

}  // namespace

TEST_CASE("a large plan raises the same doubts on any number of threads") {
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        const input::Home home{KENSHO_HOME};
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(home.root / "samples" / sample, home, {}, sources, diagnostics);
        make_large(*inputs, 2'300);
        const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
        const std::string once = all_of(assessment, sources, 1);
        CAPTURE(sample);
        CHECK(once.size() > 1'000);
        CHECK((all_of(assessment, sources, 2) == once));
        CHECK((all_of(assessment, sources, 3) == once));
    }
}
