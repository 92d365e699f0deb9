// The tree of a YAML file: places to the byte, and what it does with hostile text.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "home.h"
#include "input/input.h"
#include "input/packed.h"
#include "input/shipped_trees.h"
#include "input/yaml.h"

namespace fs = std::filesystem;

using base::Value;

namespace {

struct ParsedText {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::optional<Value> value;
    explicit ParsedText(std::string text) {
        value = input::parse_yaml(sources.add("a.yaml", std::move(text)), sources, diagnostics);
    }
    std::string_view at(base::Span span) const {
        return std::string_view(sources.text(span.file)).substr(span.begin, span.end - span.begin);
    }
    /// The one message, or how many there are.
    std::string message() const {
        const auto& all = diagnostics.all();
        return all.size() == 1 ? all[0].message : std::to_string(all.size()) + " messages";
    }
};

/// Every scalar of the tree, as written.
void collect(const ParsedText& parsed, const Value& value, std::vector<std::string>& out) {
    if (value.is_scalar()) out.emplace_back(parsed.at(value.span));
    for (const Value& item : value.items) collect(parsed, item, out);
    for (const Value::Entry& entry : value.entries) {
        out.emplace_back(parsed.at(entry.key_span));
        collect(parsed, entry.value, out);
    }
}

std::vector<std::string> as_written(const std::string& text) {
    const ParsedText parsed(text);
    std::vector<std::string> out;
    REQUIRE(parsed.value);
    collect(parsed, *parsed.value, out);
    return out;
}

using Strings = std::vector<std::string>;

/// Plain scalars of one line mean what is written; checks all of a file.
void check_places(const ParsedText& parsed, const Value& value) {
    if (value.is_scalar() && !value.quoted && value.text.find('\n') == std::string::npos) {
        CHECK(parsed.at(value.span) == value.text);
    }
    for (const Value& item : value.items) check_places(parsed, item);
    for (const Value::Entry& entry : value.entries) {
        CHECK(parsed.at(entry.key_span) == entry.key);
        CHECK(entry.key_span.end <= entry.value.span.end);
        check_places(parsed, entry.value);
    }
}

}  // namespace

TEST_CASE("places are exact to the byte") {
    CHECK(as_written("a: 1\n観光: 二　三 # 注\n") == Strings{"a", "1", "観光", "二　三"});
    CHECK(as_written("\xEF\xBB\xBF"
                     "a: 1\r\nb: 2\r\n") == Strings{"a", "1", "b", "2"});
    CHECK(as_written("a: \"x\\\"y\"\nb: 'it''s'\n") == Strings{"a", "\"x\\\"y\"", "b", "'it''s'"});
    CHECK(as_written("{a: [1, 二], b: {c: d}}") == Strings{"a", "1", "二", "b", "c", "d"});
    CHECK(as_written("a: 一\n  二\n\n  三\nb: 1\n") == Strings{"a", "一\n  二\n\n  三", "b", "1"});
    CHECK(as_written("a: |\n  一\n\n   二\nb: >-\n  三\n  四\n\nc: 1") ==
          Strings{"a", "|\n  一\n\n   二", "b", ">-\n  三\n  四", "c", "1"});
    CHECK(as_written("- - a\n  - b\n-\n  c\n") == Strings{"a", "b", "c"});
}

TEST_CASE("texts are kept to the letter, and quotes are remembered") {
    const ParsedText parsed("a: 0.70\nb: \"0.70\"\nc: |\n  x\n  y\nd: ~\ne:\nf: null\ng: 'null'\nh: true\n");
    REQUIRE(parsed.value);
    const Value& tree = *parsed.value;
    CHECK(tree.find("a")->text == "0.70");
    CHECK_FALSE(tree.find("a")->quoted);
    CHECK(tree.find("b")->text == "0.70");
    CHECK(tree.find("b")->quoted);
    CHECK(tree.find("c")->text == "x\ny\n");
    CHECK(tree.find("c")->quoted);
    for (const char* key : {"d", "e", "f"}) CHECK(tree.find(key)->is_empty());
    CHECK(parsed.at(tree.find("e")->span) == "e");
    CHECK(tree.find("g")->text == "null");
    CHECK(tree.find("h")->text == "true");
    CHECK(tree.find("i") == nullptr);
}

TEST_CASE("every place in the samples' files is exact") {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(KENSHO_HOME) / "samples")) {
        if (entry.path().extension() != ".yaml") continue;
        CAPTURE(entry.path().string());
        const ParsedText parsed(base::read_file(entry.path(), 1 << 24));
        REQUIRE(parsed.value);
        CHECK(parsed.message() == "0 messages");
        check_places(parsed, *parsed.value);
        ++files;
    }
    CHECK(files >= 10);
}

TEST_CASE("hostile text ends in a message") {
    const auto repeated = [](const std::string& piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += piece;
        return text;
    };
    const std::string too_deep = "lists and maps are nested deeper than 40 levels";
    CHECK(ParsedText(repeated("[", 300'000)).message() == too_deep);
    CHECK(ParsedText(repeated("{a: ", 300'000)).message() == too_deep);
    CHECK(ParsedText(repeated("- ", 300'000)).message() == too_deep);
    CHECK(ParsedText(repeated("[", 40) + repeated("]", 40)).message() == "0 messages");
    CHECK(ParsedText(repeated("[", 41) + repeated("]", 41)).message() == too_deep);
    CHECK(ParsedText("[" + repeated("a,", 4'010'000) + "]").message() == "a file holds at most 4000000 values");
    CHECK(ParsedText(repeated("a: 1\n", 200'000)).diagnostics.all().size() == 50);
    CHECK(ParsedText(repeated("? ", 100'000)).diagnostics.has_errors());
    CHECK(ParsedText(std::string(2'000'000, '"')).diagnostics.has_errors());
    CHECK(ParsedText(std::string(2'000'000, '\'')).value);
    CHECK(ParsedText("a: " + std::string(2'000'000, 'x')).value);
    CHECK(ParsedText(std::string(100'000, '&')).diagnostics.has_errors());
    CHECK(ParsedText(std::string(100'000, ':')).message() == "a colon stands where none can");
    std::string bomb = "a0: &a0 x\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "*a" + std::to_string(i - 1) + ",";
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(before, 9) + "]\n";
    }
    CHECK(ParsedText(bomb).diagnostics.all().size() == 50);
}

TEST_CASE("lines that end as on Windows are explained like others") {
    for (const std::string text :
         {"actuals:\n\tvisitors: 1\n", "year: R5\n actuals:\n", "actuals:\n  visitors: 1\n\n events: 2\n",
          "actuals:\n  visitors\n  events: 2\n", "actuals:\n  visitors:1\n  events: 2\n", "actuals:\n  - [1, 2\n",
          "actuals:\n  visitors: \"1\n"}) {
        CAPTURE(text);
        std::string windows;
        for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
        const ParsedText usual(text), other(windows);
        REQUIRE(usual.diagnostics.all().size() == 1);
        REQUIRE(other.diagnostics.all().size() == 1);
        CHECK(other.message() == usual.message());
        CHECK(other.diagnostics.all()[0].hint == usual.diagnostics.all()[0].hint);
    }
}

TEST_CASE("bytes that are no text") {
    std::string noise;
    std::uint32_t state = 1;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24U);
    }
    CHECK(ParsedText(noise).message().starts_with("this file is not UTF-8"));
    CHECK(ParsedText(std::string(10, '\0')).message() == "a control character, U+0000");
    CHECK(ParsedText("\x7F"
                     "ELF")
              .message() == "a control character, U+007F");
    CHECK(ParsedText("").message() == "this file is empty");
    CHECK(ParsedText("# only a remark").value->is_empty());
}

namespace {

/// Alike in all that a reader can ask.
bool same(const Value& a, const Value& b) {
    const auto entries = [](const Value::Entry& x, const Value::Entry& y) {
        return x.key == y.key && x.key_span == y.key_span && same(x.value, y.value);
    };
    return a.kind == b.kind && a.quoted == b.quoted && a.span == b.span && a.text == b.text &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), entries);
}

std::vector<fs::path> shipped_files() {
    std::vector<fs::path> files;
    for (const char* folder : {"config", "fonts", "templates"}) {
        for (const std::string& file : base::list_files(fs::path(KENSHO_HOME) / folder)) {
            if (file.ends_with(".yaml")) files.push_back(fs::path(KENSHO_HOME) / folder / file);
        }
    }
    return files;
}

}  // namespace

TEST_CASE("a tree that was packed is the tree that was parsed") {
    for (const char* text :
         {"a: 1\nb: [x, \"y\", 'it''s', \"\\u3042\\n\", ~, null, , \"\", '']\n",
          "- |\n  two\n  lines\n- >\n  folded\n  over\n", "出生数: 長い\n  文の続き\n\"引用\": {}\nempty:\nlast: []\n",
          "\xEF\xBB\xBF"
          "a:\r\n  b: c d\r\n",
          "? a\n? b\n", "'quoted only'"}) {
        INFO(text);
        const ParsedText parsed(text);
        REQUIRE(parsed.value);
        const std::string& whole = parsed.sources.text(0);
        CHECK(same(input::unpacked(input::packed(*parsed.value, whole), whole, 0), *parsed.value));
    }
}

TEST_CASE("the files that kensho brings along are known without parsing, and copies that were edited are not") {
    const std::vector<fs::path> files = shipped_files();
    REQUIRE(files.size() > 30);
    for (const fs::path& path : files) {
        INFO(path);
        const ParsedText parsed(base::read_file(path, 1 << 20));
        const auto known = input::shipped_tree(parsed.sources.text(0), 0);
        REQUIRE(known);
        REQUIRE(parsed.value);
        CHECK(same(*known, *parsed.value));
        std::string edited = parsed.sources.text(0);
        edited.back() = ' ';
        CHECK(!input::shipped_tree(edited, 0));
    }
}
