// The web edition says what its Document says, all of it and in the same order, and nothing twice.
#include <doctest/doctest.h>

#include <filesystem>

#include "compose/compose.h"
#include "home.h"
#include "html/html.h"
#include "input/input.h"

namespace {

namespace fs = std::filesystem;
const fs::path home = KENSHO_HOME;

const char* sign(compose::Trend trend) {
    return trend == compose::Trend::up ? "↗" : trend == compose::Trend::down ? "↘" : "→";
}

/// What a Document says in its flow: no furniture, no artifacts, no contents, no numbers of pages.
struct Says {
    std::string& out;

    void operator()(const compose::Paragraph& paragraph) const {
        if (paragraph.role == compose::Role::furniture) return;
        out += paragraph.label;
        inlines(paragraph.content);
    }
    void inlines(const std::vector<compose::Inline>& parts) const {
        for (const compose::Inline& part : parts) {
            if (part.page) continue;
            out += part.chip ? part.chip->symbol + part.chip->word : part.mark ? sign(part.mark->trend) : part.text;
        }
    }
    void operator()(const compose::List& list) const {
        for (const compose::ListItem& item : list.items) {
            out += item.label;
            all(item.blocks);
        }
    }
    void operator()(const compose::Table& table) const {
        out += table.caption_for_readers;
        for (const auto* rows : {&table.head, &table.body}) {
            for (const compose::Row& row : *rows) {
                if (row.artifact) continue;
                for (const compose::Cell& cell : row.cells) all(cell.blocks);
            }
        }
    }
    void operator()(const compose::Box& box) const { all(box.blocks); }
    void operator()(const compose::Columns& columns) const {
        for (const compose::Box& box : columns.boxes) all(box.blocks);
    }
    void operator()(const compose::Placed& placed) const {
        if (!placed.artifact) all(placed.blocks);
    }
    void operator()(const compose::Contents& contents) const {
        if (!contents.listed) return;  // the contents are the navigation
        for (const compose::ContentsEntry& entry : contents.entries) {
            inlines(entry.number);
            inlines(entry.title);
            for (const auto& place : entry.places) out += place.number;
        }
    }
    void operator()(const compose::Group& group) const { all(group.blocks); }
    void operator()(const compose::PageTop& top) const { all(top.at_top); }
    template <typename Silent>
    void operator()(const Silent& /*silent*/) const {}

    void all(const compose::Blocks& blocks) const {
        for (const compose::Block& block : blocks) std::visit(*this, block.is);
    }
};

std::string without_blanks(std::string text) {
    for (const std::string_view blank : {" ", "\n", "　"}) {
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at)) {
            text.erase(at, blank.size());
        }
    }
    return text;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin), to = text.rfind(end);
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    return text.substr(from + begin.size(), to - from - begin.size());
}

/// Elements that say something beside the Document: drawings, words for readers alone, links to the paper.
void cut(std::string& text, std::string_view begin, std::string_view end) {
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        const std::size_t to = text.find(end, at);
        REQUIRE(to != std::string::npos);
        text.erase(at, to + end.size() - at);
    }
}

std::string letters(std::string text) {
    cut(text, "<figure>", "</figure>");
    cut(text, "<span class=\"vh\">", "</span>");
    cut(text, "<a class=\"paper\"", "</a>");
    cut(text, "<section class=\"downloads\"", "</section>");
    cut(text, "<section class=\"notes\"", "</section>");
    cut(text, "<sup><a id=\"note-", "</sup>");
    cut(text, "<rp>", "</rp>");
    cut(text, "<rt>", "</rt>");
    cut(text, "<", ">");
    for (const auto& [code, letter] :
         {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""), std::pair("&amp;", "&")}) {
        for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1)) {
            text.replace(at, std::string_view(code).size(), letter);
        }
    }
    return without_blanks(text);
}

}  // namespace

TEST_CASE("the text of the web edition is the text of the Document") {
    for (const char* sample : {"atsugi", "shiomizawa"}) {
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(home / "samples" / sample, {home}, {}, sources, diagnostics);
        REQUIRE(!diagnostics.has_errors());
        const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
        text::Typesetter typesetter(input::read_tree(home / "fonts/fonts.yaml", sources, diagnostics),
                                    input::read_tree(home / "config/typesetting.yaml", sources, diagnostics),
                                    diagnostics);
        for (const input::Output& output : inputs->outputs) {
            if (output.volume == "workbook") continue;
            CAPTURE(sample);
            CAPTURE(output.volume);
            const compose::Document document = compose::compose(assessment, output.volume, {}, diagnostics);
            html::Edition edition;
            for (std::size_t i = 0; i < document.facts.size(); ++i) edition.facts.push_back({std::to_string(i), "x"});
            const std::string page = html::write(document, edition, typesetter);
            const std::string main = between(page, "<main id=\"main\" tabindex=\"-1\">", "</main>");
            std::string said;
            Says{said}.all(document.blocks);
            // The title of the contents is the navigation's.
            const std::string got = letters(main);
            std::string wanted = without_blanks(said);
            const bool named = page.find("<nav") != std::string::npos && wanted.size() != got.size();
            if (named) {
                const std::string name = without_blanks(
                    page.substr(page.find("<summary>") + 9, page.find("</summary>") - page.find("<summary>") - 9));
                REQUIRE(wanted.find(name) != std::string::npos);
                wanted.erase(wanted.find(name), name.size());
            }
            const auto apart = std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end());
            const auto at = static_cast<std::size_t>(apart.first - got.begin());
            CHECK(got.substr(at < 60 ? 0 : at - 60, 120) == wanted.substr(at < 60 ? 0 : at - 60, 120));
            CHECK(got.size() == wanted.size());
            CHECK(page == html::write(document, edition, typesetter));
        }
    }
}

TEST_CASE("notes stand at the end, with links both ways, and readings above their characters") {
    compose::Document document;
    document.metadata.title = "報告書";
    compose::Paragraph paragraph;
    const auto part = [](const std::string& words) {
        compose::Inline made;
        made.text = words;
        return made;
    };
    compose::Inline name = part("厚木");
    name.aloud.own().ruby = {"あつ", "ぎ"};
    compose::Inline mark;
    mark.note = compose::NoteReference{0};
    document.notes.push_back({part("県の中央")});
    paragraph.content = {name, part("市"), mark, part("と厚木市"), mark};
    document.blocks.push_back({paragraph});
    base::Sources sources;
    base::Diagnostics diagnostics;
    text::Typesetter typesetter(input::read_tree(home / "fonts/fonts.yaml", sources, diagnostics),
                                input::read_tree(home / "config/typesetting.yaml", sources, diagnostics), diagnostics);
    const std::string main =
        between(html::write(document, {}, typesetter), "<main id=\"main\" tabindex=\"-1\">\n", "</main>");
    CHECK(main ==
          "<p><ruby>厚<rp>（</rp><rt>あつ</rt><rp>）</rp>木<rp>（</rp><rt>ぎ</rt><rp>）</rp></ruby>市"
          "<sup><a id=\"note-1-mark\" href=\"#note-1\" role=\"doc-noteref\">※1</a></sup>と厚木市"
          "<sup><a id=\"note-1-mark-2\" href=\"#note-1\" role=\"doc-noteref\">※1</a></sup></p>\n"
          "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">注</h2>\n<ol>\n"
          "<li id=\"note-1\"><span class=\"label\">※1</span> 県の中央"
          " <a href=\"#note-1-mark\" role=\"doc-backlink\">本文へ戻る 1</a>"
          " <a href=\"#note-1-mark-2\" role=\"doc-backlink\">本文へ戻る 2</a></li>\n</ol>\n</section>\n");
}

TEST_CASE("a box is one on the screen where a ground or a rule shows it on paper") {
    const auto boxed = [](const compose::Box& look) {
        compose::Paragraph paragraph;
        paragraph.content.emplace_back().text = "言葉";
        compose::Box box = look;
        box.blocks.push_back({paragraph});
        compose::Document document;
        document.blocks.push_back({box});
        base::Sources sources;
        base::Diagnostics diagnostics;
        text::Typesetter typesetter(input::read_tree(home / "fonts/fonts.yaml", sources, diagnostics),
                                    input::read_tree(home / "config/typesetting.yaml", sources, diagnostics),
                                    diagnostics);
        return between(html::write(document, {}, typesetter), "<main id=\"main\" tabindex=\"-1\">\n", "</main>");
    };
    compose::Box plain, ground, top, left;
    ground.ground = base::Colour{0xE6, 0xEB, 0xF3};
    top.top.weight = left.left.weight = base::Length::points(1);
    CHECK(boxed(plain) == "<p>言葉</p>\n");
    for (const compose::Box& box : {ground, top, left}) {
        CHECK(boxed(box) == "<div class=\"box\">\n<p>言葉</p>\n</div>\n");
    }
}
