// Notes at the foot of the page: ten lines of 12 pt on a page, a rule of nothing, notes of 12 pt.
#include <doctest/doctest.h>

#include "build.h"

using namespace build;

namespace {

struct WithNotes : Paper {
    WithNotes() {
        document.note_style.style.leading = pt(12);
        document.note_style.style.align = base::Align::start;
        document.note_style.style.hang = pt(30);
        document.note_style.text = document.note_style.mark = letters;
        document.note_style.above = pt(12);
        document.note_style.below = {};
    }

    /// A paragraph of one line whose note has so many lines.
    compose::Paragraph marked(const std::string& words, int lines, const std::string& note = "注") {
        compose::Paragraph paragraph = this->paragraph(words);
        compose::Inline mark;
        mark.style = letters;
        mark.note = compose::NoteReference{static_cast<std::uint32_t>(document.notes.size())};
        paragraph.content.push_back(mark);
        std::string text;
        for (int i = 1; i <= lines; ++i) text += (i > 1 ? "\n" : "") + note + std::to_string(i);
        document.notes.push_back({this->text(text)});
        return paragraph;
    }
};

}  // namespace

TEST_CASE("a note stands at the foot of the page that marks it, and takes its room") {
    WithNotes paper;
    paper.add(paper.marked("甲", 1));
    for (auto& block : paper.lines(9)) paper.document.blocks.push_back(block);
    // Ten lines less the note and the space above it.
    CHECK(texts(paper) == "1: 甲 ※1 あ1 あ2 あ3 あ4 あ5 あ6 あ7 ※1  注1 | 2: あ8 あ9");
}

TEST_CASE("notes are counted on each page; one that is marked twice stands once") {
    WithNotes paper;
    paper.add(paper.marked("甲", 1, "子"));
    paper.add(paper.marked("乙", 1, "丑"));
    compose::Paragraph again = paper.paragraph("丙");
    again.content.push_back(std::get<compose::Paragraph>(paper.document.blocks.front().is).content.back());
    paper.add(again);
    for (auto& block : paper.lines(4)) paper.document.blocks.push_back(block);
    paper.add(paper.marked("丁", 1, "寅"));
    CHECK(texts(paper) == "1: 甲 ※1 乙 ※2 丙 ※1 あ1 あ2 あ3 あ4 ※1  子1 ※2  丑1 | 2: 丁 ※1 ※1  寅1");
}

TEST_CASE("a line whose note finds no room goes to the next page with it") {
    WithNotes paper;
    for (auto& block : paper.lines(8)) paper.document.blocks.push_back(block);
    paper.add(paper.marked("甲", 1));
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 | 2: 甲 ※1 ※1  注1");
}

TEST_CASE("what fills a page exactly and has a note leaves the note to the next") {
    for (const int height : {120, 119}) {
        CAPTURE(height);
        WithNotes paper;
        compose::Paragraph high = paper.marked("甲", 1);
        high.style.leading = pt(height);
        paper.add(high);
        paper.add(paper.paragraph("乙"));
        CHECK(texts(paper) == "1: 甲 ※1 | 2: 乙 ※1  注1");
        CHECK(laid_out(paper).find("higher than the page") == std::string::npos);
    }
}

TEST_CASE("a long note goes on overleaf, two lines of it at least on either page") {
    WithNotes paper;
    for (auto& block : paper.lines(5)) paper.document.blocks.push_back(block);
    paper.add(paper.marked("甲", 5));
    paper.add(paper.paragraph("乙"));
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 甲 ※1 ※1  注1 注2 注3 | 2: 乙 注4 注5");
}

TEST_CASE("what is left of notes has pages of its own when the text is at its end") {
    WithNotes paper;
    paper.add(paper.marked("甲", 24));
    const std::string found = texts(paper);
    CHECK(found.starts_with("1: 甲 ※1 ※1  注1 "));
    CHECK(found.find("注24") != std::string::npos);
}

TEST_CASE("rows of a table keep their notes on their page") {
    WithNotes paper;
    compose::Table table;
    table.columns = {pt(200)};
    for (int i = 1; i <= 11; ++i) {
        compose::Row row;
        row.cells.push_back(paper.cell({{i == 2 || i == 8 ? paper.marked("行" + std::to_string(i), 1)
                                                          : paper.paragraph("行" + std::to_string(i))}}));
        table.body.push_back(row);
    }
    paper.add(table);
    CHECK(texts(paper) == "1: 行1 行2 ※1 行3 行4 行5 行6 行7 ※1  注1 | 2: 行8 ※1 行9 行10 行11 ※1  注1");
}

TEST_CASE("a mark refers to its note, which has an id and a label") {
    WithNotes paper;
    paper.add(paper.marked("甲", 1));
    const layout::Pages found = pages(paper);
    std::string path;
    for (const layout::Element& element : found.structure.elements) {
        const std::string_view parent =
            element.parent < 0 ? "" : found.structure.elements[static_cast<std::size_t>(element.parent)].type;
        path.append(parent).append(">").append(element.type).append(element.id ? "#" + *element.id : "").append(" ");
    }
    CHECK(path == ">Document Document>P P>Reference Reference>Link P>Note#footnote-1 Note>Lbl ");
    REQUIRE(found.pages.front().links.size() == 1);
    CHECK(found.pages.front().links.front().to == base::LinkTarget(base::AnchorLink{"footnote-1"}));
    CHECK(found.anchors.contains("footnote-1"));
}

TEST_CASE("a reading stands an eighth of its size under the line above") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("厚木");
    paragraph.style.leading = pt(10);
    for (const char* reading : {"", "あつぎ"}) {
        paragraph.content[0].aloud.own().ruby.clear();
        if (*reading != 0) paragraph.content[0].aloud.own().ruby = {reading};
        paper.add(paragraph);
    }
    paragraph.content[0].aloud.own().ruby.clear();
    paper.add(paragraph);
    std::vector<base::Length> baselines;
    const layout::Pages laid = pages(paper);
    for (const layout::Chunk& chunk : laid.pages[0].chunks) {
        for (const layout::Mark& mark : chunk.marks) {
            const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
            if (glyphs != nullptr && glyphs->run.text.starts_with("厚")) baselines.push_back(glyphs->origin.y);
        }
    }
    REQUIRE(baselines.size() == 3);
    CHECK((baselines[2] - baselines[0]).value == 10'000 + 10'000 + 5'000 + 625);
}

TEST_CASE("a name and its reading are Ruby, RB and RT") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("本市は");
    compose::Inline name = paper.text("厚木");
    name.aloud.own().ruby = {"あつぎ"};
    paragraph.content.push_back(name);
    paragraph.content.push_back(paper.text("市"));
    paper.add(paragraph);
    const layout::Pages found = pages(paper);
    std::string path;
    for (const layout::Element& element : found.structure.elements) path.append(element.type).append(" ");
    CHECK(path == "Document P Ruby RB RT ");
    CHECK(texts(paper) == "1: 本市は 厚木 あつぎ 市");
}
