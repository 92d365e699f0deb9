// Sentences about the samples, true and false: how many of their figures are tied to a fact, how many false ones are
// found, how many true ones are doubted. The three numbers are printed together.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "check/claims.h"
#include "evaluate/project.h"
#include "home.h"
#include "text/words.h"

namespace {

/// A line of a data file: `true` or `false`, a blank, the sentence. `@ atsugi goals 3` begins a group.
struct Line {
    std::string project, heading, sentence;
    bool is_true = false;
    std::size_t number = 0;
    std::uint32_t offset = 0;  ///< of the sentence in the file
};

std::string file_text(const std::string& name) {
    std::ifstream file(std::string(KENSHO_HOME) + "/tests/check/" + name);
    REQUIRE_MESSAGE(file.good(), name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<Line> lines_of(const std::string& text) {
    std::vector<Line> lines;
    std::string project, heading;
    std::size_t number = 0;
    std::uint32_t offset = 0;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line); offset += static_cast<std::uint32_t>(line.size()) + 1) {
        ++number;
        if (line.starts_with("@ ")) {
            std::istringstream words(line.substr(2));
            heading.clear();
            words >> project >> heading;
        }
        for (const std::string& verdict : {std::string("true "), std::string("false ")}) {
            if (!line.starts_with(verdict)) continue;
            const auto at = offset + static_cast<std::uint32_t>(verdict.size());
            lines.push_back({project, heading, line.substr(verdict.size()), verdict == "true ", number, at});
        }
    }
    return lines;
}

base::Value scalar(const Line& line, std::uint32_t file) {
    base::Value value;
    value.kind = base::Value::Kind::scalar;
    value.text = line.sentence;
    value.span = {file, line.offset, line.offset + static_cast<std::uint32_t>(line.sentence.size())};
    return value;
}

base::Value map_of(const std::string& key, base::Value value) {
    base::Value map;
    map.kind = base::Value::Kind::map;
    map.entries.push_back({key, {}, std::move(value)});
    return map;
}

/// Each sentence as a text of its own: under its goal's heading, or in the summary.
base::Value narrative_of(const std::vector<Line>& lines, std::uint32_t file) {
    base::Value tree;
    tree.kind = base::Value::Kind::map;
    base::Value goals;
    goals.kind = base::Value::Kind::map;
    std::map<std::string, base::Value> lists;
    for (const Line& line : lines) {
        base::Value& list = lists[line.heading];
        list.kind = base::Value::Kind::list;
        list.items.push_back(scalar(line, file));
    }
    for (auto& [heading, list] : lists) {
        if (heading.empty()) {
            tree.entries.push_back({"summary", {}, std::move(list)});
        } else {
            goals.entries.push_back({heading, {}, map_of("evaluation", std::move(list))});
        }
    }
    tree.entries.push_back({"goals", {}, std::move(goals)});
    return tree;
}

base::WordSplitter words() {
    static const base::WordSplitter splitter = text::word_splitter("/var/lib/mecab/dic/ipadic-utf8");
    return splitter;
}

struct Score {
    std::size_t sentences = 0, false_ones = 0, found = 0, true_ones = 0, alarms = 0, figures = 0, tied = 0;
};

void judge(const Line& line, const std::vector<check::ReadSentence>& read, bool show, Score& score) {
    bool doubted = false;
    std::string claims;
    for (const check::ReadSentence& sentence : read) {
        for (const check::Claim& claim : sentence.claims) {
            doubted = doubted || claim.verdict == check::Verdict::contradicted;
            if (claim.figure) ++score.figures;
            if (claim.figure && claim.verdict != check::Verdict::left) ++score.tied;
            const char* verdict = claim.verdict == check::Verdict::tied   ? "tied"
                                  : claim.verdict == check::Verdict::left ? "LEFT"
                                                                          : "AGAINST";
            claims +=
                std::string("      ") + verdict + " " + claim.typed + " <- " + claim.about + " " + claim.truth + "\n";
        }
    }
    ++score.sentences;
    ++(line.is_true ? score.true_ones : score.false_ones);
    if (doubted) ++(line.is_true ? score.alarms : score.found);
    const bool left = show && claims.find("LEFT") != std::string::npos;
    if (doubted == line.is_true || left) {
        if (show) {
            std::cout << (doubted == line.is_true ? line.is_true ? "FALSE ALARM " : "MISSED " : "left ") << line.number
                      << "  " << line.sentence << "\n"
                      << claims;
        }
    }
}

Score score_of_text(const std::string& name, const std::string& text, bool show) {
    const std::vector<Line> all = lines_of(text);
    Score score;
    // 帆待市 and the others made up for sentences are no samples: small projects beside them.
    const std::string beside = std::string(KENSHO_HOME) + "/tests/check/";
    std::set<std::string> projects;
    for (const Line& line : all) projects.insert(line.project);
    for (const std::string& sample : projects) {
        std::vector<Line> lines;
        for (const Line& line : all) {
            if (line.project == sample) lines.push_back(line);
        }
        Project project(std::filesystem::exists(beside + sample) ? "../tests/check/" + sample : sample);
        const std::uint32_t file = project.sources.add(name, text);
        project.inputs->narrative = narrative_of(lines, file);
        const auto read = check::read_prose(project.assessment, project.sources, words()).sentences;
        for (const Line& line : lines) {
            std::vector<check::ReadSentence> own;
            for (const check::ReadSentence& sentence : read) {
                if (sentence.span.file == file && sentence.span.begin >= line.offset &&
                    sentence.span.begin < line.offset + line.sentence.size())
                    own.push_back(sentence);
            }
            judge(line, own, show, score);
        }
    }
    std::cout << name << ": " << score.sentences << " sentences; " << score.tied << " of " << score.figures
              << " figures tied, " << score.found << " of " << score.false_ones << " false ones found, " << score.alarms
              << " of " << score.true_ones << " true ones doubted\n";
    return score;
}

Score score_of(const std::string& name, bool show) { return score_of_text(name, file_text(name), show); }

/// The true sentences of all sets, by the line that begins their group.
std::map<std::string, std::vector<std::string>> true_sentences() {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(std::string(KENSHO_HOME) + "/tests/check")) {
        if (file.path().extension() == ".sentences") names.push_back(file.path().filename());
    }
    std::sort(names.begin(), names.end());
    std::map<std::string, std::vector<std::string>> groups;
    for (const std::string& name : names) {
        for (const Line& line : lines_of(file_text(name))) {
            if (line.is_true) groups["@ " + line.project + " " + line.heading + "\n"].push_back(line.sentence);
        }
    }
    return groups;
}

/// What was tied once stays tied, what is false is found but for `missed` (most of them in sentences that are not read
/// whole, and left alone for it), and no true sentence is doubted.
void check_score(const std::string& name, std::size_t tied, std::size_t missed = 0) {
    const Score score = score_of(name, std::getenv("SHOW") != nullptr);
    CHECK(score.tied >= tied);
    CHECK(score.found + missed >= score.false_ones);
    CHECK(score.alarms == 0);
}

}  // namespace

TEST_CASE("sentences that the reader was built with") { check_score("claims.sentences", 355, 3); }

TEST_CASE("sentences that faults in the reader got past") {
    check_score("counts.sentences", 19);
    check_score("mended.sentences", 243);
}

TEST_CASE("sentences that were kept apart") { check_score("heldout.sentences", 110); }

TEST_CASE("sentences about a city that is no sample") { check_score("claims2.sentences", 326, 1); }

TEST_CASE("sentences about a city that is no sample, kept apart") { check_score("heldout3.sentences", 160); }

TEST_CASE("sentences as reports and newsletters write them, kept apart") { check_score("heldout4.sentences", 125, 1); }

// Most figures of the next four sets are of other things on purpose: what is left alone there is left rightly.
TEST_CASE("sentences of causes, next steps, surveys and other things' numbers, kept apart") {
    check_score("heldout5.sentences", 107, 2);
}

TEST_CASE("sentences of answers, summaries and delays, kept apart") {
    check_score("heldout7.sentences", 116);
    check_score("heldout8.sentences", 81);
}

TEST_CASE("sentences close to the names of indicators that speak of something else, kept apart") {
    check_score("heldout6.sentences", 130, 1);
}

TEST_CASE("sentences about places made up for them, kept apart") {
    check_score("heldout9.sentences", 140, 4);
    check_score("heldout10.sentences", 104, 2);
    check_score("heldout11.sentences", 92);
    check_score("heldout12.sentences", 106, 1);
    check_score("heldout13.sentences", 35, 1);
    check_score("heldout14.sentences", 222, 1);
    check_score("heldout15.sentences", 220);
    check_score("heldout16.sentences", 250);
    check_score("heldout17.sentences", 209);
    check_score("heldout18.sentences", 142, 4);
    check_score("heldout19.sentences", 238, 1);
    check_score("heldout20.sentences", 183, 1);
    check_score("heldout21.sentences", 226, 1);
    check_score("heldout22.sentences", 214);
    check_score("heldout23.sentences", 143);
    check_score("heldout24.sentences", 313);
    check_score("heldout25.sentences", 184);
    check_score("heldout26.sentences", 119, 14);
    check_score("heldout27.sentences", 211);
    check_score("heldout28.sentences", 142, 12);
    check_score("heldout29.sentences", 117, 3);
    check_score("heldout30.sentences", 126, 2);
    check_score("heldout31.sentences", 113, 1);
    check_score("heldout32.sentences", 9);
    check_score("heldout33.sentences", 107);
    check_score("heldout34.sentences", 268, 1);
    check_score("heldout35.sentences", 231, 3);
    check_score("heldout36.sentences", 268, 1);
    check_score("heldout37.sentences", 199, 1);
    check_score("heldout38.sentences", 57);
    check_score("heldout39.sentences", 148, 1);
    check_score("heldout40.sentences", 169);
    check_score("heldout41.sentences", 138);
    check_score("heldout42.sentences", 121);
    check_score("heldout43.sentences", 221, 3);
    check_score("heldout44.sentences", 134);
    check_score("heldout45.sentences", 81, 2);
    check_score("heldout46.sentences", 107);
    check_score("heldout47.sentences", 298);
    check_score("heldout48.sentences", 260, 1);
    check_score("heldout49.sentences", 191, 2);
    check_score("heldout50.sentences", 177, 6);
    check_score("heldout51.sentences", 155, 2);
    check_score("heldout52.sentences", 266, 1);
    check_score("heldout53.sentences", 220, 1);
    check_score("heldout54.sentences", 160, 3);
    check_score("heldout55.sentences", 170);
    check_score("heldout56.sentences", 119, 1);
    check_score("heldout57.sentences", 124, 1);
    check_score("heldout58.sentences", 106);
    check_score("heldout59.sentences", 181);
}

// Each pair was measured when the reader had been mended by all sets before it.
TEST_CASE("sentences of another hand, and after them, about places old and new, kept apart") {
    check_score("heldout60.sentences", 158);
    check_score("heldout61.sentences", 195);
    check_score("heldout62.sentences", 154);
    check_score("heldout63.sentences", 155);
    check_score("heldout64.sentences", 149, 1);
    check_score("heldout65.sentences", 154);
    check_score("heldout66.sentences", 133);
    check_score("heldout67.sentences", 199);
    check_score("heldout68.sentences", 69);
    check_score("heldout69.sentences", 123);
}

TEST_CASE("sentences in other styles that were kept apart") { check_score("heldout2.sentences", 84); }

TEST_CASE("true sentences of one heading are true in one paragraph") {
    std::string text;
    for (const auto& [group, sentences] : true_sentences()) {
        text += group;
        const std::size_t third = (sentences.size() + 2) / 3;
        for (std::size_t at = 0; at < third; ++at) {
            text += "true ";
            for (std::size_t each = at; each < sentences.size(); each += third) {
                text += sentences[each] + (sentences[each].ends_with("。") ? "" : "。");
            }
            text += "\n";
        }
    }
    CHECK(score_of_text("paragraphs", text, std::getenv("SHOW") != nullptr).alarms == 0);
}

TEST_CASE("what a clause in front tells of something else in another year changes nothing") {
    std::string text;
    for (const auto& [group, sentences] : true_sentences()) {
        text += group;
        for (const std::string& sentence : sentences) text += "true 前年度に策定した計画に基づき、" + sentence + "\n";
    }
    CHECK(score_of_text("with a clause in front", text, std::getenv("SHOW") != nullptr).alarms == 0);
}

TEST_CASE("a clause that names a year beside the one that was read, or whose figure others bear out, is left alone") {
    const std::string text =
        "@ shibato 2\n"
        "true 市ホームページの閲覧数は172.3万回で、目標を達成できなかった前年度の158.9万回から13.4万回増えた。\n"
        "true 前年度に目標を達成した移住者数は66人であった。\n"
        "true 移住者数の58人は最終目標70人の82.9％に当たる。\n"
        "false 市ホームページの閲覧数は172.3万回で、前年度の158.9万回から12.4万回増えた。\n"
        "false 市ホームページの閲覧数は172.3万回で、目標を達成できなかった。\n"
        "@ shibato\n"
        "true 令和５年度に目標を達成したKPIは８項目であった。\n"
        "true 前年度に「順調」と評価したKPIは８項目で、令和６年度は５項目である。\n"
        "false 令和６年度に「順調」と評価したKPIは８項目である。\n";
    const Score score = score_of_text("otherwise", text, std::getenv("SHOW") != nullptr);
    CHECK(score.alarms == 0);
    CHECK(score.found == score.false_ones);
}

TEST_CASE("lines of the annex that their indicator, their parts or their reprint bear out or contradict") {
    const std::string text = file_text("entries.lines");
    Project project("atsugi");
    const std::uint32_t file = project.sources.add("entries.lines", text);
    std::vector<Line> lines = lines_of(text);
    for (Line& line : lines) {
        const std::size_t first = line.sentence.find(" | "), second = line.sentence.find(" | ", first + 3);
        REQUIRE(second != std::string::npos);
        const std::string path = "projects." + line.sentence.substr(0, first) + ".results";
        const std::string from = line.sentence.substr(first + 3, second - first - 3);
        line.offset += static_cast<std::uint32_t>(second) + 3;
        line.sentence = line.sentence.substr(second + 3);
        auto& texts = project.inputs->texts;
        const auto found = std::find_if(texts.begin(), texts.end(), [&](const input::TypedText& each) {
            return each.path.starts_with(path) && each.text == from;
        });
        REQUIRE_MESSAGE(found != texts.end(), from);
        const auto end = line.offset + static_cast<std::uint32_t>(line.sentence.size());
        *found = {found->path, line.sentence, {file, line.offset, end}};
    }
    const auto read = check::read_prose(project.assessment, project.sources, words()).sentences;
    for (const Line& line : lines) {
        CAPTURE(line.sentence);
        std::size_t against = 0;
        for (const check::ReadSentence& sentence : read) {
            if (sentence.span.file != file || sentence.span.begin != line.offset) continue;
            for (const check::Claim& claim : sentence.claims) against += claim.verdict == check::Verdict::contradicted;
        }
        CHECK((against == 0) == line.is_true);
    }
}

TEST_CASE("a doubt in prose is silenced by words of its sentence, and a silence in vain is named") {
    const std::string text = "@ atsugi 3\nfalse 出生数は1,299人となった。\n";
    Project project("atsugi");
    const std::uint32_t file = project.sources.add("narrative.yaml", text);
    project.inputs->narrative = narrative_of(lines_of(text), file);
    const check::Prose prose = check::read_prose(project.assessment, project.sources, words());
    const auto doubts = [&](std::vector<input::ProseSilence> silenced) {
        project.inputs->prose_silenced = std::move(silenced);
        base::Diagnostics diagnostics;
        check::doubt_prose(prose, *project.inputs, project.sources, diagnostics);
        std::vector<std::string> names;
        for (const base::Diagnostic& each : diagnostics.all()) names.push_back(each.name);
        return names;
    };
    const base::Span own{file, 0, 1};
    CHECK(doubts({}) == std::vector<std::string>{"claim"});
    CHECK(doubts({{{"claim", "別の調査による", own}, "1,299人"}}).empty());
    CHECK(doubts({{{"claim", "別の調査による", own}, "1,288人"}}) ==
          std::vector<std::string>{"claim", "unused-silence"});
    CHECK(doubts({{{"style-digits", "表記を変えない", own}, "1,299人"}}) ==
          std::vector<std::string>{"claim", "unused-silence"});
}
