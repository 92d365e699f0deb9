// The words of a style file, each in its place.
#include <doctest/doctest.h>

#include "compose/style.h"
#include "input/yaml.h"

TEST_CASE("every word of the style file is taken by its own key") {
    const std::vector<std::pair<std::string, std::string compose::Words::*>> words = {
        {"missing", &compose::Words::missing},
        {"missing_spoken", &compose::Words::missing_spoken},
        {"minus", &compose::Words::minus},
        {"arrow", &compose::Words::arrow},
        {"up", &compose::Words::up},
        {"level", &compose::Words::level},
        {"down", &compose::Words::down},
        {"provisional", &compose::Words::provisional},
        {"revised", &compose::Words::revised},
        {"reference", &compose::Words::reference},
        {"reference_spoken", &compose::Words::reference_spoken},
        {"at_least", &compose::Words::at_least},
        {"above", &compose::Words::above},
        {"below", &compose::Words::below},
        {"at_most", &compose::Words::at_most}};
    std::string yaml = "words:\n";
    for (const auto& [key, place] : words) yaml.append("  ").append(key).append(": the word of ").append(key) += "\n";
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto tree = input::parse_yaml(sources.add("style.yaml", yaml), sources, diagnostics);
    REQUIRE(tree.has_value());
    compose::Document document;
    const compose::Stylesheet sheet = compose::read_styles(*tree, base::Numerals::as_written, document, diagnostics);
    CHECK(diagnostics.all().empty());
    for (const auto& [key, place] : words) CHECK(sheet.words.*place == "the word of " + key);
}
