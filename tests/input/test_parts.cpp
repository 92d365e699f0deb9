// A file that is parsed in parts gives the tree, the places and the messages of the whole: files made up of pieces that
// end where they should and others that do not, struck, and cut as often as can be.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/source.h"
#include "dice.h"
#include "home.h"
#include "input/yaml.h"
#include "input/yaml_parts.h"

namespace fs = std::filesystem;

namespace {

using base::Value;

/// What stands above the list.
constexpr const char* heads[] = {"",
                                 "title: 計画\ngoals:\n",
                                 "goals:\n",
                                 "a:\n  b:\n",
                                 "a:\n  - b:\n",
                                 "- first\n",
                                 "- - deep\n",
                                 "text: |\n  - a\n  - b\ngoals:\n",
                                 "text: |\n  - a\n  - b\n",
                                 "---\n",
                                 "---\ngoals:\n",
                                 "%YAML 1.2\n---\n",
                                 "- a\n...\n",
                                 "text\n",
                                 "k: text\n",
                                 "k: \"text\n",
                                 "k: >\n",
                                 "k: [\n",
                                 "# a remark\n\ngoals: # another\n",
                                 "x:\n  - a\ny: b\n",
                                 "x:\n  - a\ny:\n"};

/// What stands behind the dash; the first is harmless, and so are many of the others.
constexpr const char* items[] = {"number: 1\n title: 目標\n",
                                 "id: a\n values:\n  R3: 1,030\n  R4: 未公表\n",
                                 "a:\n  - x\n  - y: z\n",
                                 "a:\n - x\n - y\n",
                                 "- x\n - y\n",
                                 "- - - z\n",
                                 "plain\n",
                                 "plain\n  that goes on\n",
                                 "日本語の\n 続き\n",
                                 "a: |\n   - x\n   - y\n",
                                 "a: |\n\n   text\n\n\n",
                                 "|+\n  text\n\n",
                                 ">-\n  folded\n  text\n\n   more\n",
                                 "|2\n   text\n",
                                 "|\n",
                                 "a: >\n",
                                 "a: |-\n\n",
                                 "\"quoted\n over lines\"\n",
                                 "'it''s'\n",
                                 "a: 'over\n\n  lines'\n",
                                 "\"over\n- lines\"\n",
                                 "\"over\n  - lines\"\n",
                                 "\"never closed\n",
                                 "\"a\\\n  b\"\n",
                                 "\n",
                                 "~\n",
                                 "null\n",
                                 "a:\n",
                                 "a: ~\n",
                                 "a: null # none\n",
                                 "[a, b]\n",
                                 "{a: 1, b: [c]}\n",
                                 "{a: 1,\n  b: 2}\n",
                                 "[a,\n - b]\n",
                                 "[a,\n",
                                 "# a remark\n a: b\n",
                                 "x # a remark\n",
                                 "x #cut\n",
                                 "-移住\n",
                                 "⽊と水\n",
                                 "? k\n : v\n",
                                 "? k\n",
                                 ": v\n",
                                 "a: 1\n a: 2\n",
                                 "&x a\n",
                                 "*x\n",
                                 "!t a\n",
                                 "<<: {a: 1}\n",
                                 "a:\tb\n",
                                 "\ta\n",
                                 "a: b: c\n",
                                 "a: b\n c\n",
                                 "a\n  b: c\n",
                                 "\xEF\xBB\xBF\n",
                                 "\x07\n"};

constexpr const char* tails[] = {"", "\n\n", "# the end", "   ", "end: 1\n", "...\n", "---\n", "no more\n", "-", "- "};

constexpr const char* blows[] = {"\n",  ": ",   "- ",  "\n- ",    "\n  - ", "[",    "]",   "{",   "}",
                                 "\"",  "'",    "|\n", ">",       "#",      " # ",  "&a ", "*a",  "~",
                                 "\t",  "  ",   "\r",  "%",       "!",      "?",    "…",   "---", "\n---",
                                 "...", "\n\n", "\\",  "<<: a\n", ",",      "\xE3", "\x1B"};

/// Lines further in by so many blanks; those of an item stand one further in than its dash.
std::string indented(std::string_view lines, std::size_t by, bool item) {
    std::string out;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
        if (out.empty() && item) {
            out += std::string(by, ' ') + "- ";
        } else if (lines.front() != '\n') {
            out += std::string(item && lines.front() == ' ' ? by + 1 : by, ' ');
        }
        out += lines.substr(0, end);
        lines.remove_prefix(end);
    }
    return out;
}

std::string made_up(Dice& dice) {
    std::string text = dice.once_in(12) ? "\xEF\xBB\xBF" : "";
    text += dice.one_of(heads);
    const std::size_t column = std::size_t{2} * dice.below(3);
    for (std::size_t many = dice.below(9) + 2; many > 0; --many) {
        const char* item = dice.once_in(6) ? dice.one_of(items) : items[dice.below(16)];
        text += indented(item, dice.once_in(40) ? dice.below(6) : column, true);
        if (dice.once_in(20)) text += indented("# a remark\n", dice.below(6), false);
    }
    if (dice.once_in(6)) text += dice.one_of(tails);
    return text;
}

std::string struck(std::string text, Dice& dice) {
    for (std::size_t many = dice.below(3); many > 0 && !text.empty(); --many) {
        const std::size_t at = dice.below(text.size());
        switch (dice.below(5)) {
            case 0: text.resize(at); break;
            case 1: text.erase(at, dice.below(12)); break;
            case 2: text.insert(at, text.substr(dice.below(text.size()), dice.below(30))); break;
            default: text.insert(at, dice.one_of(blows)); break;
        }
    }
    return text;
}

std::string with_returns(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
    return out;
}

std::string told(base::Span span) {
    return " " + (span.known() ? std::to_string(span.begin) + "-" + std::to_string(span.end) : "nowhere");
}

std::string told(const Value& value) {
    std::string out = std::to_string(static_cast<int>(value.kind)) + (value.quoted ? "q" : "") + told(value.span) +
                      " `" + value.text + "`(";
    for (const Value& item : value.items) out += told(item) + ", ";
    for (const Value::Entry& entry : value.entries) {
        out += "`" + entry.key + "`" + told(entry.key_span) + ": " + told(entry.value) + ", ";
    }
    return out + ")";
}

std::string told(const input::ParsedFile& parsed) {
    std::string out = parsed.tree ? told(*parsed.tree) + "\n" : "nothing\n";
    for (const base::Diagnostic& each : parsed.diagnostics.all()) {
        out += each.name + told(each.span) + (each.severity == base::Severity::error ? " error: " : " warning: ") +
               each.message + " | " + each.hint + "\n";
    }
    return out;
}

struct Outcome {
    std::size_t parts = 0;
    bool held = false;
};

/// Both ways, compared; how it went.
Outcome both_ways(const std::string& text, std::size_t about) {
    base::Sources sources;
    const std::uint32_t file = sources.add("any.yaml", text);
    input::ParsedFile whole;
    whole.tree = input::parse_yaml(file, sources, whole.diagnostics);
    input::YamlParts parts(file, sources, about);
    const Outcome outcome{parts.count(), true};
    for (std::size_t part = outcome.parts; part-- > 0;) parts.parse(part);
    const std::string in_parts = told(parts.take());
    CAPTURE(text);
    CHECK(in_parts == told(whole));
    return {outcome.parts, outcome.parts > 1 && parts.hold()};
}

}  // namespace

TEST_CASE("a file in parts is the whole file") {
    Dice dice{20241130};
    std::size_t cut = 0, held = 0, doubted = 0;
    const int rounds = std::getenv("ALL") != nullptr ? 4'000'000 : 30'000;
    for (int round = 0; round < rounds; ++round) {
        std::string text = made_up(dice);
        if (dice.once_in(2)) text = struck(std::move(text), dice);
        if (dice.once_in(6)) text = with_returns(text);
        const Outcome outcome = both_ways(text, 1 + dice.below(60));
        cut += outcome.parts > 1 ? 1 : 0;
        held += outcome.held ? 1 : 0;
        doubted += outcome.parts > 1 && !outcome.held ? 1 : 0;
    }
    CHECK(held > 5'000);
    CHECK(doubted > 5'000);
    MESSAGE(cut << " cut, " << held << " held, " << doubted << " parsed again");
}

TEST_CASE("the plans of the samples are read in parts") {
    Dice dice{20241201};
    for (const char* sample : {"atsugi", "kuzuse", "shiomizawa"}) {
        const std::string plan =
            base::read_file(fs::path(KENSHO_HOME) / "samples" / sample / "strategy.yaml", 1 << 20U);
        CAPTURE(sample);
        CHECK(both_ways(plan, 4'000).held);
        CHECK(both_ways(with_returns(plan), 4'000).held);
        for (int round = 0; round < 40; ++round) both_ways(struck(plan, dice), 4'000);
    }
}

TEST_CASE("lists and maps of a file in parts are nested no deeper than those of a whole one") {
    std::string head;
    for (std::size_t level = 0; level < 20; ++level) head += std::string(level, ' ') + "k:\n";
    const std::string item = std::string(20, ' ') + "- 1\n";
    for (const std::size_t levels : {18U, 19U, 20U, 21U}) {
        const std::string deep =
            std::string(20, ' ') + "- " + std::string(levels, '[') + std::string(levels, ']') + "\n";
        const Outcome outcome = both_ways(head + item + item + deep + item, 1);
        CHECK(outcome.parts == 4);
        CHECK(outcome.held == (levels < 20));
    }
}
