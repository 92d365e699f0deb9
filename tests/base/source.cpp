// How a message shows its place: the caret by display width, long lines shortened, messages in order and told once.
#include "base/source.h"

#include <doctest/doctest.h>

#include "base/value.h"

using base::Diagnostic;
using base::Diagnostics;
using base::render;
using base::Severity;
using base::Sources;
using base::Span;

namespace {

/// The message about `piece`, the only one of its kind in `text`.
std::string about(const std::string& text, std::string_view piece) {
    Sources sources;
    const std::uint32_t file = sources.add("a.yaml", text);
    const auto at = static_cast<std::uint32_t>(text.find(piece));
    const Span span = {file, at, at + static_cast<std::uint32_t>(piece.size())};
    return render({Severity::error, span, "wrong", "", ""}, sources);
}

}  // namespace

TEST_CASE("the caret stands below the fault by display width") {
    CHECK(about("a: b\n観光客数: 18,4O5\n", "18,4O5") ==
          "a.yaml:2:7: error: wrong\n"
          "    観光客数: 18,4O5\n"
          "              ^~~~~~\n");
    CHECK(about("値: 未公開 # 注\n", "未公開") ==
          "a.yaml:1:4: error: wrong\n"
          "    値: 未公開 # 注\n"
          "        ^~~~~~\n");
}

TEST_CASE("tabs and carriage returns take no more room than they have") {
    CHECK(about("a:\tb\r\n", "b") ==
          "a.yaml:1:4: error: wrong\n"
          "    a: b\n"
          "       ^\n");
}

TEST_CASE("a long line is shortened around the fault") {
    const std::string before(300, 'x');
    const std::string after(300, 'y');
    CHECK(about(before + "!" + after, "!") == "a.yaml:1:301: error: wrong\n    …" + std::string(60, 'x') + "!" +
                                                  std::string(39, 'y') + "…\n    " + std::string(61, ' ') + "^\n");
    std::string long_line(4'000'001, 'x');
    long_line.back() = '!';
    CHECK(about(long_line, "!").size() < 300);
}

TEST_CASE("a fault over several lines is marked on the first") {
    CHECK(about("a: |\n  b\n  c\n", "|\n  b\n  c") ==
          "a.yaml:1:4: error: wrong\n"
          "    a: |\n"
          "       ^\n");
}

TEST_CASE("the end of a file, an empty file, no place") {
    Sources sources;
    const std::uint32_t file = sources.add("a.yaml", "a: b");
    const std::uint32_t empty = sources.add("empty.yaml", "");
    CHECK(render({Severity::error, {file, 4, 4}, "wrong", "", ""}, sources) ==
          "a.yaml:1:5: error: wrong\n    a: b\n        ^\n");
    CHECK(render({Severity::warning, {empty, 0, 0}, "odd", "look", "jump"}, sources) ==
          "empty.yaml:1:1: warning: odd [jump]\n    \n    ^\n  hint: look\n");
    CHECK(render({Severity::error, {}, "wrong", "", ""}, sources) == "error: wrong\n");
}

TEST_CASE("diagnostics are sorted by place and told once") {
    Diagnostics diagnostics;
    diagnostics.error({1, 5, 6}, "c");
    diagnostics.error({0, 9, 9}, "b");
    diagnostics.warning("name", {0, 2, 2}, "a");
    diagnostics.error({1, 5, 6}, "c");
    CHECK(diagnostics.has_errors());
    diagnostics.sort();
    std::string order;
    for (const Diagnostic& diagnostic : diagnostics.all()) order += diagnostic.message;
    CHECK(order == "abc");
}

TEST_CASE("warnings are no errors, and a flood is cut") {
    Diagnostics diagnostics;
    diagnostics.warning("name", {}, "a");
    CHECK_FALSE(diagnostics.has_errors());
    for (int i = 0; i < 20'000; ++i) diagnostics.error({}, "b");
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.all().size() == 10'000);
}

TEST_CASE("lengths and colours") {
    Diagnostics diagnostics;
    const auto scalar = [](std::string text) {
        base::Value value;
        value.kind = base::Value::Kind::scalar;
        value.text = std::move(text);
        return value;
    };
    CHECK(base::as_length(scalar("9.5"), diagnostics) == base::Length{9500});
    CHECK(base::as_length(scalar("9.5pt"), diagnostics) == base::Length{9500});
    CHECK(base::as_length(scalar("25.4mm"), diagnostics) == base::Length{72000});
    CHECK(base::as_length(scalar("-1"), diagnostics) == base::Length{-1000});
    CHECK(base::as_colour(scalar("#183A5a"), diagnostics) == base::Colour{0x18, 0x3A, 0x5A});
    CHECK_FALSE(diagnostics.has_errors());
    for (std::string_view text : {"", "1em", "１pt", "12345678901", "pt"}) {
        CHECK_FALSE(base::as_length(scalar(std::string(text)), diagnostics));
    }
    for (std::string_view text : {"", "#183A5", "183A5A", "#183A5G", "#183A5A0", "red"}) {
        CHECK_FALSE(base::as_colour(scalar(std::string(text)), diagnostics));
    }
    CHECK(diagnostics.all().size() == 11);
}
