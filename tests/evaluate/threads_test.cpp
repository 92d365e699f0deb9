// A large plan is judged on several threads: with each number of them alike.
#include <doctest/doctest.h>

#include "evaluate/project.h"
#include "evaluate/report.h"
#include "large_plan.h"

TEST_CASE("a large plan is judged alike on any number of threads") {
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        Project project(sample);
        make_large(*project.inputs, 2'300);
        const evaluate::Assessment once = evaluate::evaluate(*project.inputs);
        CHECK(once.made_figures->size() > 100);
        const std::string json = evaluate::to_json(once);
        for (const std::size_t threads : {2U, 3U, 8U}) {
            CAPTURE(sample);
            CAPTURE(threads);
            const bool same = evaluate::to_json(evaluate::evaluate(*project.inputs, threads)) == json;
            CHECK(same);
        }
    }
}
