// A sample, read and evaluated once for the tests that share it.
#pragma once

#include <memory>
#include <string>

#include "base/source.h"
#include "evaluate/assessment.h"
#include "home.h"
#include "input/input.h"

struct Project {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    evaluate::Assessment assessment;

    explicit Project(const std::string& name, const std::string& policy = "") {
        const input::Home home{KENSHO_HOME};
        inputs = input::read_project(home.root / "samples" / name, home, {policy, false}, sources, diagnostics);
        assessment = evaluate::evaluate(*inputs);
    }
    /// Every message of reading and evaluating; empty when all is well.
    std::string messages() const {
        std::string text;
        for (const auto& diagnostic : diagnostics.all()) text += base::render(diagnostic, sources);
        return text;
    }
};

/// Lines of a data file of tests/evaluate without comments and blank lines.
std::vector<std::string> data_lines(const std::string& name);
