// The small town of tests/workbook in a template of a test's own: main.yaml and style.yaml of a folder.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "compose/compose.h"
#include "home.h"
#include "input/input.h"

struct ComposedTown {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    evaluate::Assessment assessment;
    compose::Document document;

    explicit ComposedTown(const std::filesystem::path& folder) {
        const std::filesystem::path source = KENSHO_HOME;
        inputs = input::read_project(source / "tests/workbook/town", {source}, {{}, true}, sources, diagnostics);
        REQUIRE(inputs != nullptr);
        inputs->template_files.clear();
        for (const char* file : {"main", "style"}) {
            const std::filesystem::path path = folder / (std::string(file) + ".yaml");
            inputs->template_files.push_back({file, input::read_tree(path, sources, diagnostics)});
        }
        assessment = evaluate::evaluate(*inputs);
        document = compose::compose(assessment, "main", {}, diagnostics);
    }

    void has_no_errors() const {
        std::string said;
        for (const base::Diagnostic& each : diagnostics.all()) said += base::render(each, sources);
        REQUIRE_MESSAGE(!diagnostics.has_errors(), said);
    }
};
