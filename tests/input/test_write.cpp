// Values put back into YAML: every value of both samples, awkward files, and what must be refused.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "home.h"
#include "input/write.h"
#include "input/yaml.h"

namespace fs = std::filesystem;

using base::Value;
using input::Edit;
using input::KeyPath;
using input::text_value;

namespace {

struct Parsed {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::optional<Value> tree;
    explicit Parsed(std::string text) {
        tree = input::parse_yaml(sources.add("a.yaml", std::move(text)), sources, diagnostics);
        REQUIRE(tree);
    }
    std::string write(const std::vector<Edit>& edits) {
        return input::write_back(*tree, sources, edits, diagnostics).value_or("refused");
    }
};

std::string written(const std::string& text, const std::vector<Edit>& edits) { return Parsed(text).write(edits); }

Edit set(KeyPath path, std::string text) { return {std::move(path), text_value(std::move(text)), {}}; }

Value list_of(const std::vector<std::string>& texts) {
    Value list;
    list.kind = Value::Kind::list;
    for (const std::string& text : texts) list.items.push_back(text_value(text));
    return list;
}

Value map_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    Value map;
    map.kind = Value::Kind::map;
    for (const auto& [key, text] : entries) map.entries.push_back({key, {}, text_value(text)});
    return map;
}

/// What a person may type, and what YAML would take for something else.
const std::vector<std::string> awkward = {"18,405",    "△1.6",
                                          "null",      "~",
                                          "",          "a: b",
                                          "#7119",     "消防 #7119 に",
                                          "- 一",      "{{goal.1.mean}}",
                                          "it's",      "\"引用\"",
                                          "[x]",       "a\\b",
                                          "一\n二",    "　全角で始まる",
                                          " 空白 ",    "&a",
                                          "*b",        "!c",
                                          "%d",        "@e",
                                          "`f`",       "? g",
                                          "yes",       "0.70",
                                          "｛｝",      "a,b",
                                          "終わりの:", "| h",
                                          "> i",       "---",
                                          "...",       "<<",
                                          "𠮷野家",    "x # y: z",
                                          "'",         "\ttab"};

/// Paths of all scalars and empty values.
void paths_of(const Value& value, KeyPath& here, std::vector<KeyPath>& out) {
    if (value.is_scalar() || value.is_empty()) out.push_back(here);
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        here.emplace_back(i);
        paths_of(value.items[i], here, out);
        here.pop_back();
    }
    for (const Value::Entry& entry : value.entries) {
        here.emplace_back(entry.key);
        paths_of(entry.value, here, out);
        here.pop_back();
    }
}

std::vector<fs::path> sample_files() {
    std::vector<fs::path> out;
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        const fs::path folder = fs::path(KENSHO_HOME) / "samples" / sample;
        for (const std::string& file : base::list_files(folder)) {
            if (file.ends_with(".yaml")) out.push_back(folder / file);
        }
    }
    return out;
}

/// The text with every scalar cut out: what a writer must leave alone.
std::string around(const Parsed& parsed) {
    const std::string& text = parsed.sources.text(0);
    std::string out;
    std::size_t at = 0;
    std::vector<KeyPath> paths;
    KeyPath root;
    paths_of(*parsed.tree, root, paths);
    for (const KeyPath& path : paths) {
        const base::Span span = input::value_at(*parsed.tree, path)->span;
        if (span.begin < at) continue;
        out += text.substr(at, span.begin - at) + "\x01";
        at = span.end;
    }
    return out + text.substr(at);
}

}  // namespace

TEST_CASE("every value of both samples can be replaced by anything, and nothing else moves") {
    std::size_t values = 0;
    for (const fs::path& file : sample_files()) {
        CAPTURE(file.string());
        Parsed parsed(base::read_file(file, std::size_t{16} << 20U));
        std::vector<KeyPath> paths;
        KeyPath root;
        paths_of(*parsed.tree, root, paths);
        values += paths.size();
        for (std::size_t turn = 0; turn < 3; ++turn) {
            std::vector<Edit> edits;
            for (std::size_t i = 0; i < paths.size(); ++i) {
                edits.push_back(set(paths[i], awkward[(i + turn * 13) % awkward.size()]));
            }
            Parsed after(parsed.write(edits));
            CHECK(around(after) == around(parsed));
            std::vector<Edit> back;
            for (const KeyPath& path : paths) {
                back.push_back(set(path, input::value_at(*parsed.tree, path)->text));
            }
            Parsed again(after.write(back));
            for (const KeyPath& path : paths) {
                CHECK(input::value_at(*again.tree, path)->text == input::value_at(*parsed.tree, path)->text);
            }
        }
    }
    CHECK(values > 3900);
}

TEST_CASE("one value changes one place") {
    CHECK(written("a: 1  # 注\nb: 2\n", {set({"a"}, "3")}) == "a: 3  # 注\nb: 2\n");
    CHECK(written("\xEF\xBB\xBF# 頭\r\na: 1\r\nb: 2\r\n", {set({"b"}, "9")}) == "\xEF\xBB\xBF# 頭\r\na: 1\r\nb: 9\r\n");
    CHECK(written("a:\nb: 2\n", {set({"a"}, "3")}) == "a: 3\nb: 2\n");
    CHECK(written("a:    # 注\nb: 2\n", {set({"a"}, "3")}) == "a: 3    # 注\nb: 2\n");
    CHECK(written("a: ~\n", {set({"a"}, "3")}) == "a: 3\n");
    CHECK(written("- 1\n-\n- 3\n", {set({1U}, "2")}) == "- 1\n- 2\n- 3\n");
    CHECK(written("a: {value: 1, note: x}  # 注\n", {set({"a", "value"}, "1,234")}) ==
          "a: {value: \"1,234\", note: x}  # 注\n");
    CHECK(written("code: \"142123\"\n", {set({"code"}, "142131")}) == "code: \"142131\"\n");
    CHECK(written("a: |  # 注\n  一\n  二\nb: 2\n", {set({"a"}, "三")}) == "a: 三  # 注\nb: 2\n");
    CHECK(written("a: 1", {set({"a"}, "2")}) == "a: 2");
    CHECK(written("k: {a: 'x', b: y}\n", {set({"k", "a"}, "z")}) == "k: {a: z, b: y}\n");
}

TEST_CASE("comments beside a value are replaced where that is asked for") {
    CHECK(written("a: {value: 1, silence: [sum]}    # 古い\nb: 2\n", {{{"a"}, text_value("集計中"), "R5 1"}}) ==
          "a: 集計中    # R5 1\nb: 2\n");
    CHECK(written("a: 1    # 古い\n", {{{"a"}, text_value("2"), ""}}) == "a: 2\n");
    CHECK(written("a: 1\n", {{{"a"}, text_value("2"), "新しい"}}) == "a: 2    # 新しい\n");
    Parsed parsed("a: {value: 1}   # 五年ごと\nb: 2\nc:  # 空\n");
    CHECK(input::comment_beside(parsed.sources.text(0), *parsed.tree->find("a")) == "五年ごと");
    CHECK(input::comment_beside(parsed.sources.text(0), *parsed.tree->find("b")).empty());
    CHECK(input::comment_beside(parsed.sources.text(0), *parsed.tree->find("c")) == "空");
}

TEST_CASE("entries and items are added at the end of theirs") {
    CHECK(written("a:\n  R4: 1\n  # 注\n  R5: 2  # 注\nb: 1\n", {set({"a", "R6"}, "3")}) ==
          "a:\n  R4: 1\n  # 注\n  R5: 2  # 注\n  R6: 3\nb: 1\n");
    CHECK(written("a: {R4: 1, R5: 2}\n", {set({"a", "R6"}, "1,000")}) == "a: {R4: 1, R5: 2, R6: \"1,000\"}\n");
    CHECK(written("a: {}\n", {set({"a", "x"}, "1"), set({"a", "y"}, "2")}) == "a: {x: 1, y: 2}\n");
    CHECK(written("a:\nb: 2\n", {set({"a", "x"}, "1"), set({"a", "y"}, "2")}) == "a:\n  x: 1\n  y: 2\nb: 2\n");
    CHECK(written("a: [x]\n", {set({"a", 1U}, "y")}) == "a: [x, y]\n");
    CHECK(written("a:\n  - x\nb: 1\n", {set({"a", 1U}, "y")}) == "a:\n  - x\n  - y\nb: 1\n");
    CHECK(written("a: 1\r\n", {set({"b"}, "2")}) == "a: 1\r\nb: 2\r\n");
    CHECK(written("a: 1", {set({"b"}, "2")}) == "a: 1\nb: 2");
    CHECK(written("- id: x\n  results:\n    - 一\n- id: y\n", {set({0U, "note"}, "注")}) ==
          "- id: x\n  results:\n    - 一\n  note: 注\n- id: y\n");
}

TEST_CASE("lists and maps take the form people give them") {
    const std::vector<std::string> prose = {"一つ目の取組を行い、多くの参加者があった。", "二つ目: 補助金を出した。"};
    const std::string lines =
        "a:\n  - 一つ目の取組を行い、多くの参加者があった。\n  - \"二つ目: 補助金を出した。\"\nb: 1\n";
    CHECK(written("a: []\nb: 1\n", {{{"a"}, list_of(prose), {}}}) == lines);
    CHECK(written("a:\nb: 1\n", {{{"a"}, list_of(prose), {}}}) == lines);
    CHECK(written("a: 一\nb: 1\n", {{{"a"}, list_of(prose), {}}}) == lines);
    CHECK(written("a:\n  - 前の年の長い文章がここにあって、消える。\n  - x\nb: 1\n", {{{"a"}, list_of(prose), {}}}) ==
          lines);
    CHECK(written("a:  # 注\n  - x\n  - y  # z\nb: 1\n", {{{"a"}, list_of({}), {}}}) == "a: []  # 注\nb: 1\n");
    CHECK(written("a: 1  # 注\n", {{{"a"}, map_of({{"value", "1,299"}, {"provisional", "true"}}), {}}}) ==
          "a: {value: \"1,299\", provisional: true}  # 注\n");
    CHECK(written("a:\n  value: 1\n  note: x\nb: 1\n", {{{"a"}, text_value("2"), "R5 1"}}) == "a: 2    # R5 1\nb: 1\n");
    Value nested = map_of({{"text", "長い文章を含む取組の実績をここに書くことにする。"}});
    nested.entries.push_back({"details", {}, list_of({"細目のひとつめ、これも十分に長い文である。"})});
    Value results;
    results.kind = Value::Kind::list;
    results.items.push_back(nested);
    CHECK(written("x:\n  - id: p\n    results: []\n", {{{"x", 0U, "results"}, results, {}}}) ==
          "x:\n  - id: p\n    results:\n      - text: 長い文章を含む取組の実績をここに書くことにする。\n        "
          "details:\n"
          "          - 細目のひとつめ、これも十分に長い文である。\n");
}

TEST_CASE("entries are taken out with their line") {
    CHECK(written("a: 1\n# b の注\nb: 2  # 注\nc: 3\n", {{{"b"}, {}, {}}}) == "a: 1\n# b の注\nc: 3\n");
    CHECK(written("a: {x: 1, y: [p, q], z: 3}\n", {{{"a", "y"}, {}, {}}}) == "a: {x: 1, z: 3}\n");
    CHECK(written("a: {x: 1, y: 2}\n", {{{"a", "x"}, {}, {}}}) == "a: {y: 2}\n");
    CHECK(written("a: {x: 1}\n", {{{"a", "x"}, {}, {}}}) == "a: {}\n");
    CHECK(written("a:\n  - 一\n  - 二\nb: 1\n", {{{"a"}, {}, {}}}) == "b: 1\n");
}

TEST_CASE("what cannot be changed alone is refused at its place") {
    Parsed parsed("a: 1\nb: {x: 1}\n");
    CHECK(parsed.write({set({"a", "x"}, "1")}) == "refused");
    CHECK(parsed.write({set({"q", "x"}, "1")}) == "refused");
    CHECK(parsed.write({set({"a"}, "1"), set({"a"}, "2")}) == "refused");
    CHECK(parsed.write({{{"a"}, {}, {}}, {{"b"}, {}, {}}}) == "refused");
    REQUIRE(parsed.diagnostics.all().size() == 4);
    CHECK(parsed.diagnostics.all()[0].span == parsed.tree->find("a")->span);
}

TEST_CASE("a place is found by its span") {
    Parsed parsed("a:\n  - x: 1\n    y: {value: 2}\n");
    const Value& value = *input::value_at(*parsed.tree, {"a", 0U, "y", "value"});
    CHECK(input::path_to(*parsed.tree, value.span) == KeyPath{"a", 0U, "y", "value"});
    CHECK_FALSE(input::path_to(*parsed.tree, {7, 1, 2}));
}
