// What a typesetter would still circle, counted: names cut inside a word, headings parted inside a phrase, lines
// stretched so far that it shows. Names and prose are those of the sample, in the columns the templates give them.
#include "line_faults.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/utf8.h"
#include "input/input.h"
#include "text/words.h"

namespace {

using base::Length;
using base::Value;

constexpr std::int64_t size = 9000;

/// A list of texts and the column they are set in, in em.
struct Column {
    const char* name;
    std::int64_t em;
    std::vector<std::string> texts;
};

text::SetParagraph set(text::Typesetter& typesetter, const std::string& words, base::Setting setting, base::Align align,
                       std::int64_t em) {
    base::CharacterStyle style;
    style.role = "gothic";
    style.size = Length{size};
    text::Paragraph paragraph;
    text::Run run;
    run.text = words;
    run.style = &style;
    paragraph.runs.push_back(run);
    paragraph.style.setting = setting;
    paragraph.style.align = align;
    return typesetter.set(paragraph, Length{em * size});
}

/// Texts under `key` of the maps in the list under `list`, anywhere in the tree.
void collect(const Value& tree, std::string_view list, std::string_view key, std::vector<std::string>& texts) {
    for (const Value& item : tree.items) collect(item, list, key, texts);
    for (const Value::Entry& entry : tree.entries) {
        collect(entry.value, list, key, texts);
        if (entry.key != list) continue;
        for (const Value& item : entry.value.items) {
            if (item.find(key) != nullptr) texts.push_back(item.find(key)->text);
        }
    }
}

/// The sentence with a number for every {fact}.
std::string filled(std::string text) {
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos;) {
        const std::size_t end = text.find('}', at);
        if (end == std::string::npos) break;
        text.replace(at, end + 1 - at, "98.7");
    }
    return text;
}

/// Every text that is long enough to fill a line of prose.
void collect_prose(const Value& tree, std::vector<std::string>& texts) {
    if (tree.is_scalar() && base::decode(tree.text).size() > 30) texts.push_back(filled(tree.text));
    for (const Value& item : tree.items) collect_prose(item, texts);
    for (const Value::Entry& entry : tree.entries) collect_prose(entry.value, texts);
}

// ---- names

std::string full_width(const std::string& text) {
    std::string wide;
    for (char32_t c : base::decode(text)) base::append_utf8(wide, c > 0x20 && c < 0x7F ? c + 0xFEE0 : c);
    return wide;
}

/// Characters before each word's begin, the text's end included.
std::vector<std::size_t> word_edges(const base::WordSplitter& split, const std::string& text) {
    const std::string wide = full_width(text);
    std::vector<std::size_t> edges = {0};
    for (const base::Word& word : split(wide)) {
        const std::u32string letters = base::decode(word.surface);
        const bool two = word.detail == "連語" && letters.size() > 1 && letters[1] >= 0x4E00;  // に｜関する
        if (two) edges.push_back(edges.back() + 1);
        edges.push_back(base::decode(wide.substr(0, word.end)).size());
    }
    return edges;
}

/// Inside which word the place is, by its length in characters; 0: between two.
std::size_t word_around(const std::vector<std::size_t>& edges, std::size_t at) {
    const auto behind = std::lower_bound(edges.begin(), edges.end(), at);
    if (behind == edges.end() || *behind == at) return 0;
    return *behind - *(behind - 1);
}

void count_names(text::Typesetter& typesetter, const base::WordSplitter& split, const Column& column) {
    std::size_t cut = 0, avoidable = 0, lines = 0;
    for (const std::string& name : column.texts) {
        const text::SetParagraph lined = set(typesetter, name, base::Setting::cell, base::Align::start, column.em);
        const std::vector<std::size_t> edges = word_edges(split, name);
        std::size_t at = 0, longest = 0, least = SIZE_MAX;
        for (const text::Line& line : lined.lines) {
            if (at > 0 && word_around(edges, at) > 0) {
                longest = std::max(longest, word_around(edges, at));
                least = std::min(least, word_around(edges, at));
            }
            at += base::decode(text_of(line)).size();
        }
        lines += lined.lines.size();
        cut += longest > 0 ? 1U : 0U;
        const bool spared = longest > 0 && least <= static_cast<std::size_t>(column.em);
        avoidable += spared ? 1U : 0U;
        if (spared && std::getenv("SHOW") != nullptr) {
            for (const text::Line& line : lined.lines) std::printf("%s/", text_of(line).c_str());
            std::printf("\n");
        }
    }
    std::printf("%-12s %2lld em: %3zu of %3zu cut inside a word, %3zu of them without need; %zu lines\n", column.name,
                static_cast<long long>(column.em), cut, column.texts.size(), avoidable, lines);
}

// ---- headings

/// tests/bench/headings.txt: a heading a line, a stroke where a reader would part it.
void count_headings(text::Typesetter& typesetter, const std::string& path) {
    std::ifstream in(path);
    std::size_t set_headings = 0, parted = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::u32string heading;
        std::set<std::size_t> places;
        std::size_t longest = 0, from = 0;
        for (char32_t c : base::decode(line)) {
            if (c != U'|') {
                heading += c;
                continue;
            }
            places.insert(heading.size());
            longest = std::max(longest, heading.size() - from);
            from = heading.size();
        }
        longest = std::max(longest, heading.size() - from);
        for (std::int64_t em : {8, 10, 12, 14, 16}) {
            if (static_cast<std::size_t>(em) < longest) continue;
            const text::SetParagraph lined =
                set(typesetter, base::encode(heading), base::Setting::heading, base::Align::start, em);
            std::size_t at = 0;
            bool whole = true;
            for (const text::Line& each : lined.lines) {
                whole = whole && (at == 0 || places.count(at) > 0);
                at += base::decode(text_of(each)).size();
            }
            ++set_headings;
            parted += whole ? 0U : 1U;
            if (!whole && std::getenv("SHOW") != nullptr) {
                std::printf("%lld ", static_cast<long long>(em));
                for (const text::Line& each : lined.lines) std::printf("%s/", text_of(each).c_str());
                std::printf("\n");
            }
        }
    }
    std::printf("headings, 8 to 16 em: %zu of %zu parted inside a phrase\n", parted, set_headings);
}

// ---- units

/// tests/bench/units.txt: a text a line, a stroke where no line should end.
void count_units(text::Typesetter& typesetter, const std::string& path) {
    std::ifstream in(path);
    std::size_t layouts = 0, parted = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::u32string text;
        std::set<std::size_t> places;
        for (char32_t c : base::decode(line)) {
            if (c == U'|') {
                places.insert(text.size());
            } else {
                text += c;
            }
        }
        for (std::int64_t em = 8; em <= 40; ++em) {
            const text::SetParagraph lined =
                set(typesetter, base::encode(text), base::Setting::body, base::Align::justify, em);
            std::size_t at = 0;
            bool whole = true;
            for (const text::Line& each : lined.lines) {
                whole = whole && (at == 0 || places.count(at) == 0);
                at += base::decode(text_of(each)).size();
            }
            ++layouts;
            parted += whole ? 0U : 1U;
            if (!whole && std::getenv("SHOW") != nullptr) {
                std::printf("%lld ", static_cast<long long>(em));
                for (const text::Line& each : lined.lines) std::printf("%s/", text_of(each).c_str());
                std::printf("\n");
            }
        }
    }
    std::printf("units, 8 to 40 em: %zu of %zu layouts part one\n", parted, layouts);
}

// ---- stretched lines

void count_stretched(text::Typesetter& typesetter, const std::vector<std::string>& prose, std::int64_t em) {
    std::size_t full = 0, over8 = 0, over10 = 0, left_short = 0;
    double worst = 0;
    for (const std::string& text : prose) {
        const text::SetParagraph lined = set(typesetter, text, base::Setting::body, base::Align::justify, em);
        for (std::size_t i = 0; i + 1 < lined.lines.size(); ++i) {
            const text::SetParagraph alone =
                set(typesetter, text_of(lined.lines[i]), base::Setting::body, base::Align::start, 1000);
            const double stretch =
                static_cast<double>(lined.lines[i].width.value) / static_cast<double>(alone.lines.front().width.value);
            ++full;
            left_short += lined.lines[i].width.value < em * size * 92 / 100 ? 1U : 0U;
            over8 += stretch > 1.08 ? 1U : 0U;
            over10 += stretch > 1.1 ? 1U : 0U;
            worst = std::max(worst, stretch);
            if (stretch > 1.08 && em > 14 && std::getenv("SHOW") != nullptr) {
                std::printf("%.1f %s | %s\n", (stretch - 1) * 100, text_of(lined.lines[i]).c_str(),
                            text_of(lined.lines[i + 1]).c_str());
            }
        }
    }
    std::printf(
        "justified, %2lld em: %4zu full lines, %3zu stretched over 8 %%, %3zu over 10 %%, worst %.1f %%, %zu left "
        "short\n",
        static_cast<long long>(em), full, over8, over10, (worst - 1) * 100, left_short);
}

}  // namespace

void print_line_faults(text::Typesetter& typesetter, const std::string& home) {
    base::Diagnostics diagnostics;
    base::Sources sources;
    const auto tree = [&](const std::string& path) { return input::read_tree(path, sources, diagnostics); };
    const std::string sample = home + "/samples/atsugi/";
    Column kpis{"KPI", 7, {}}, projects{"事業名", 4, {}}, indicators{"取組指標", 6, {}};
    collect(tree(sample + "strategy.yaml"), "kpis", "name", kpis.texts);
    std::vector<std::string> prose, details;
    collect_prose(tree(sample + "years/r5/narrative.yaml"), prose);
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(sample + "years/r5/projects")) files.insert(entry);
    for (const std::filesystem::path& file : files) {
        const Value goal = tree(file.string());
        collect(goal, "projects", "name", projects.texts);
        collect(goal, "indicators", "name", indicators.texts);
        collect_prose(goal, details);
    }
    const base::WordSplitter split = text::word_splitter("/var/lib/mecab/dic/ipadic-utf8");
    for (const Column& column : {kpis, projects, indicators}) count_names(typesetter, split, column);
    count_headings(typesetter, home + "/tests/bench/headings.txt");
    count_units(typesetter, home + "/tests/bench/units.txt");
    count_stretched(typesetter, details, 10);
    count_stretched(typesetter, details, 16);
    count_stretched(typesetter, prose, 40);
}
