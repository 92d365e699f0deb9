// Trees written by chance in the styles that YAML has for them: what is read is what was meant. Written anew rather
// than taken from a suite of cases, since kensho refuses much of YAML on purpose.
#include <doctest/doctest.h>

#include "dice.h"
#include "input/yaml.h"

namespace {

using base::Value;

constexpr const char* words[] = {"18,405", "令和５年度", "a",      "R5",   "－",   "x: y",   "#1",    "a #b", "it's",
                                 "\"",     "\\n",        "- a",    "[a]",  "{b}",  "&a",     "*a",    "!t",   "@",
                                 "null",   "~",          "true",   "0.70", "1e9",  "?",      "%",     "｜",   "a,b",
                                 ":",      "a:b",        "：",     "𠮷",   "a  b", "---",    "'",     ">",    "é\tx",
                                 " a",     "a ",         "一\n二", "a\n",  "\na",  "a\n\nb", "a\n b", "",     "a\n\n"};

Value scalar(std::string text) {
    Value value;
    value.kind = Value::Kind::scalar;
    value.text = std::move(text);
    return value;
}

Value tree(Dice& dice, std::size_t depth) {
    if (depth == 0 || dice.once_in(3)) return scalar(words[dice.below(std::size(words))]);
    Value value;
    value.kind = dice.once_in(2) ? Value::Kind::list : Value::Kind::map;
    for (std::size_t i = dice.below(4) + 1; i > 0; --i) {
        if (value.is_list()) {
            value.items.push_back(tree(dice, depth - 1));
        } else {
            value.entries.push_back(
                {"k" + std::to_string(i) + (dice.once_in(4) ? "項 目" : ""), {}, tree(dice, depth - 1)});
        }
    }
    return value;
}

/// Letters that mean themselves wherever a plain scalar may stand.
bool is_plain(const std::string& text) {
    const bool harmless = text.find_first_of("#&*!|>'\"%@`?{}[],:\n\t\\~-") == std::string::npos;
    return harmless && !text.empty() && text.front() != ' ' && text.back() != ' ' && text != "null" && text != "true";
}

std::string in_quotes(const std::string& text, bool twice) {
    std::string out;
    for (const char c : text) {
        if (twice && c == '\n') {
            out += "\\n";
        } else if (twice && c == '\t') {
            out += "\\t";
        } else {
            if (twice && (c == '"' || c == '\\')) out += '\\';
            if (!twice && c == '\'') out += '\'';
            out += c;
        }
    }
    return twice ? '"' + out + '"' : '\'' + out + '\'';
}

class Writer {
   public:
    explicit Writer(Dice& dice) : dice_(dice) {}

    std::string flow(Value& value) {
        if (value.is_scalar()) return inline_scalar(value);
        std::string out = value.is_list() ? "[" : "{";
        out += blank();
        for (Value& item : value.items) out += flow(item) + blank() + "," + blank();
        for (Value::Entry& entry : value.entries) out += key(entry.key) + ": " + flow(entry.value) + blank() + ", ";
        return out + (value.is_list() ? "]" : "}");
    }

    /// Behind `key:` or `-`, up to the end of its line or lines.
    std::string behind(Value& value, std::size_t indent) {
        if (value.is_scalar()) return " " + (dice_.once_in(2) ? block(value, indent) : inline_scalar(value) + end());
        if (dice_.once_in(3)) return " " + flow(value) + end();
        return end() + lines(value, indent);
    }

    std::string lines(Value& value, std::size_t indent) {
        const std::string head(indent, ' ');
        std::string out;
        for (Value& item : value.items) out += head + "-" + behind(item, indent + 1 + dice_.below(3)) + gap();
        for (Value::Entry& entry : value.entries) {
            out += head + key(entry.key) + ":" + behind(entry.value, indent + 1 + dice_.below(3)) + gap();
        }
        return out;
    }

   private:
    std::string key(const std::string& text) { return dice_.once_in(4) ? in_quotes(text, dice_.once_in(2)) : text; }
    std::string blank() { return std::string(dice_.below(2), ' '); }
    std::string end() { return dice_.once_in(5) ? "   # 注: [x\n" : "\n"; }
    std::string gap() { return dice_.once_in(8) ? "\n" : dice_.once_in(12) ? "# a: b\n" : ""; }

    std::string inline_scalar(Value& value) {
        if (is_plain(value.text) && dice_.once_in(2)) return value.text;
        value.quoted = true;
        const bool once = value.text.find_first_of("\n\t") == std::string::npos;
        return in_quotes(value.text, !once || dice_.once_in(2));
    }

    /// `|` with the sign that keeps just the line ends there are.
    std::string block(Value& value, std::size_t indent) {
        const std::string& text = value.text;
        const bool hard = text.empty() || text.front() == '\n' || text.front() == ' ' || text.back() == ' ';
        if (hard || text.find_first_not_of('\n') == std::string::npos) return inline_scalar(value) + end();
        value.quoted = true;
        const std::size_t last = text.find_last_not_of('\n') + 1, ends = text.size() - last;
        std::string out = ends == 0 ? "|-\n" : ends == 1 ? "|\n" : "|+\n";
        const std::string head(indent + 1, ' ');
        std::size_t begin = 0;
        for (std::size_t at = text.find('\n'); at < last; at = text.find('\n', begin)) {
            out += (at == begin ? "" : head + text.substr(begin, at - begin)) + "\n";
            begin = at + 1;
        }
        out += head + text.substr(begin, last - begin) + "\n";
        // A comment ends what keeps its line ends: an empty line behind it would be one of them.
        return out + std::string(ends > 1 ? ends - 1 : 0, '\n') + (ends > 1 ? "#\n" : "");
    }

    Dice& dice_;
};

void check_same(const Value& read, const Value& meant) {
    REQUIRE(read.kind == meant.kind);
    CHECK(read.text == meant.text);
    if (meant.is_scalar()) CHECK(read.quoted == meant.quoted);
    REQUIRE(read.items.size() == meant.items.size());
    for (std::size_t i = 0; i < meant.items.size(); ++i) check_same(read.items[i], meant.items[i]);
    REQUIRE(read.entries.size() == meant.entries.size());
    for (std::size_t i = 0; i < meant.entries.size(); ++i) {
        CHECK(read.entries[i].key == meant.entries[i].key);
        check_same(read.entries[i].value, meant.entries[i].value);
    }
}

std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

}  // namespace

TEST_CASE("a tree in any style is read as it was meant") {
    Dice dice{20241201};
    for (int round = 0; round < 3'000; ++round) {
        Value meant = tree(dice, 4);
        if (meant.is_scalar()) continue;
        std::string text = Writer(dice).lines(meant, 0);
        if (dice.once_in(6)) text = "---\n" + text;
        if (dice.once_in(6)) text = with_crlf(text);
        if (dice.once_in(6)) text = "\xEF\xBB\xBF" + text;
        CAPTURE(text);
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto read = input::parse_yaml(sources.add("any.yaml", text), sources, diagnostics);
        REQUIRE(read.has_value());
        check_same(*read, meant);
    }
}
