// Lists, boxes, columns, contents, links, chips, furniture, tags.
#include <doctest/doctest.h>

#include "build.h"

using namespace build;

TEST_CASE("labels of a list hang before their items") {
    Paper paper;
    compose::List list;
    for (const char* label : {"①", "②"}) {
        compose::ListItem item;
        item.label = label;
        item.label_style = paper.letters;
        item.label_width = pt(15);
        item.blocks = {{paper.lines_of(1)}};
        compose::List inner;
        compose::ListItem dot = item;
        dot.label = "・";
        dot.blocks = {{paper.paragraph("参加者")}};
        inner.items = {dot};
        item.blocks.push_back({inner});
        list.items.push_back(item);
    }
    list.numbered = true;
    list.indent = pt(10);
    paper.add(list);
    check_recorded("list", laid_out(paper) + tags(paper));
}

TEST_CASE("an item stands clear of a label that needs more than its place") {
    for (const auto& [label, expected] : {std::pair{"ア", pt(32)}, std::pair{"（ア）", Length{42500}}}) {
        Paper paper;
        compose::List list;
        list.items.push_back({label, paper.letters, pt(12), {{paper.paragraph("文")}}, {}});
        paper.add(list);
        const layout::Pages laid = pages(paper);
        Length begins{};
        for (const layout::Chunk& chunk : laid.pages[0].chunks) {
            for (const layout::Mark& mark : chunk.marks) {
                const auto& glyphs = std::get<layout::Glyphs>(mark);
                if (glyphs.run.text == "文") begins = glyphs.origin.x;
            }
        }
        CHECK(begins == expected);
    }
}

TEST_CASE("a frame goes on overleaf, open at the cut") {
    Paper paper;
    compose::Box box;
    box.blocks = paper.lines(12);
    box.padding = {pt(6), pt(6), pt(6), pt(6)};
    box.top = box.right = box.bottom = box.left = {{750}, {}};
    box.ground = base::Colour{240, 240, 240};
    paper.add(box);
    check_recorded("frame_over_pages", laid_out(paper));
}

TEST_CASE("boxes side by side are as high as the highest") {
    Paper paper;
    compose::Columns columns;
    columns.widths = {pt(95), pt(95)};
    columns.gap = pt(10);
    columns.boxes.resize(2);
    columns.boxes[0].blocks = paper.lines(3, "左");
    columns.boxes[1].blocks = paper.lines(1, "右");
    columns.boxes[1].vertical = compose::VAlign::middle;
    for (auto& box : columns.boxes) box.top = box.right = box.bottom = box.left = {{750}, {}};
    paper.add(columns);
    check_recorded("columns", laid_out(paper));
}

TEST_CASE("contents lead to their pages") {
    Paper paper;
    compose::Contents contents;
    compose::ContentsStyle style;
    style.row_height = pt(20);
    style.number_width = pt(20);
    style.page_style = paper.letters;
    contents.styles[1] = style;
    for (const char* title : {"概要", "評価"}) {
        compose::ContentsEntry entry;
        entry.number = {paper.text("1")};
        entry.title = {paper.text(title)};
        entry.anchor = title;
        contents.entries.push_back(entry);
    }
    paper.add(contents);
    for (const char* title : {"概要", "評価"}) {
        paper.add(compose::PageBreak{});
        paper.add(paper.heading(1, title));
    }
    check_recorded("contents", laid_out(paper) + tags(paper));
}

TEST_CASE("an index stands in columns of one height, and its numbers stand together by page") {
    Paper paper;
    compose::Contents index;
    index.listed = true;
    index.columns = 2;
    index.gap = pt(10);
    compose::ContentsStyle style;
    style.row_height = pt(20);
    style.page_style = style.place_style = paper.letters;
    index.styles[1] = style;
    for (const char* title : {"あ", "か", "さ"}) {
        compose::ContentsEntry entry;
        entry.title = {paper.text(title)};
        entry.anchor = "概要";
        entry.places = {{"", "概要", {}}};
        index.entries.push_back(entry);
    }
    compose::ContentsEntry section;
    section.title = {paper.text("課")};
    section.places = {{"1", "概要", {}}, {"2", "概要", {}}, {"3", "概要", {}}, {"7", "概要", {}}, {"8", "評価", {}}};
    index.entries.push_back(section);
    paper.add(index);
    for (const char* title : {"概要", "評価"}) {
        paper.add(compose::PageBreak{});
        paper.add(paper.heading(1, title));
    }
    check_recorded("index", laid_out(paper) + tags(paper));
}

TEST_CASE("each link of an index says whose place it is, as a reader would say it") {
    Paper paper;
    compose::Contents index;
    index.listed = true;
    compose::ContentsEntry section, name;
    section.title = {paper.text("課")};
    section.places = {{"1", "概要", {}}, {"2", "概要", {}}, {"8", "評価", {}}};
    name.title = {paper.text("Ｒ６の値")};
    name.title[0].aloud.own().spoken = "令和6年度の値";
    name.anchor = "概要";
    index.entries = {section, name};
    paper.add(index);
    for (const char* title : {"概要", "評価"}) {
        paper.add(compose::PageBreak{});
        paper.add(paper.heading(1, title));
    }
    const layout::Pages laid = pages(paper);
    std::string said;
    for (const layout::LinkAnnotation& link : laid.pages[0].links) said += link.contents + "|";
    CHECK(said == "課 1・2 2|課 8 3|令和6年度の値|");
}

TEST_CASE("the number of another page is printed in the text, and a link leads there") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("別冊");
    compose::Inline page = paper.text("");
    page.page = compose::PageReference{"事業"};
    page.link = base::AnchorLink{"事業"};
    paragraph.content.push_back(page);
    paragraph.content.push_back(paper.text("ページ"));
    compose::Inline out = paper.text("市");
    out.link = base::UriLink{"https://example.jp/"};
    paragraph.content.push_back(out);
    paper.add(paragraph);
    for (int i = 0; i < 11; ++i) {
        paper.add(compose::PageBreak{});
        paper.add(paper.heading(1, i == 10 ? "事業" : "他"));
    }
    const std::string text = laid_out(paper);
    CHECK(text.substr(0, text.find("page 2")) ==
          "page 1 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"別冊\"\n"
          "  Link 42.5,29.8 10.0 \"12\"\n"
          "  P 55.0,29.8 10.0 \"ページ\"\n"
          "  Link 85.0,29.8 10.0 \"市\"\n"
          "  link 42.5,21.0 12.5x10.0 -> 事業\n"
          "  link 85.0,21.0 10.0x10.0 -> https://example.jp/\n");
}

TEST_CASE("a link that leads nowhere is reported and left out") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("参照");
    paragraph.content[0].link = base::AnchorLink{"どこにもない"};
    paper.add(paragraph);
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"参照\"\n"
          "nothing is called `どこにもない`: the link leads nowhere\n");
}

TEST_CASE("a link is drawn before all anchors are known, and taken back where none comes") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("前");
    for (const char* anchor : {"どこにもない", "後"}) {
        paragraph.content.push_back(paper.text("参照"));
        paragraph.content.back().link = base::AnchorLink{anchor};
    }
    paper.add(paragraph);
    paper.add(compose::PageBreak{});
    paper.add(paper.heading(1, "後"));
    const std::string laid = laid_out(paper);
    CHECK(laid.substr(0, laid.find("page 2")) ==
          "page 1 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"前\"\n"
          "  P 30.0,29.8 10.0 \"参照\"\n"
          "  Link 50.0,29.8 10.0 \"参照\"\n"
          "  link 50.0,21.0 20.0x10.0 -> 後\n");
    CHECK(laid.ends_with("nothing is called `どこにもない`: the link leads nowhere\n"));
    base::Diagnostics found;
    CHECK(layout::dump_structure(layout::lay_out(paper.document, typesetter(), found)) ==
          "Document lang=ja-JP\n"
          "  P\n"
          "    1: 前\n"
          "    1: 参照\n"
          "    Link\n"
          "      1: 参照\n"
          "      1: -> 後\n"
          "  H1\n"
          "    2: 後\n");
}

TEST_CASE("a page more for the numbers of others moves those behind it, and what they print") {
    Paper paper;
    const auto reference = [&](const std::string& words, const std::string& anchor) {
        compose::Paragraph paragraph = paper.paragraph(words);
        paragraph.content.push_back(paper.text(""));
        paragraph.content.back().page = compose::PageReference{anchor};
        return paragraph;
    };
    paper.document.blocks = paper.lines(9);
    paper.add(reference("一二三四五六七八九十一二三四五六七八", "遠"));
    paper.add(compose::PageBreak{});
    paper.add(paper.heading(1, "次"));
    compose::PageBreak far;
    far.number_from = 12345;
    paper.add(far);
    paper.add(paper.heading(1, "遠"));
    paper.add(compose::PageBreak{});
    paper.add(reference("戻", "次"));
    CHECK(
        texts(paper) ==
        "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 | 2: 一二三四五六七八九十一二三四五六七八 12345 | 3: 次 | 12345: 遠 | "
        "12346: 戻3");
    std::string bookmarks;
    for (const layout::Bookmark& each : pages(paper).bookmarks) {
        bookmarks += each.title + std::to_string(each.destination.page) + " ";
    }
    CHECK(bookmarks == "次2 遠3 ");
}

TEST_CASE("a link says where it leads as a reader would say it") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("Ｒ６");
    paragraph.content[0].aloud.own().expansion = "令和6年度";
    compose::Inline rate = paper.text("△1.6");
    rate.aloud.own().spoken = "マイナス1.6";
    paragraph.content.push_back(rate);
    for (auto& part : paragraph.content) part.link = base::UriLink{"https://example.jp/"};
    paper.add(paragraph);
    CHECK(pages(paper).pages[0].links[0].contents == "令和6年度マイナス1.6");
}

TEST_CASE("signs have words: chips, marks, spoken and expanded text") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("－");
    paragraph.content[0].aloud.own().spoken = "値なし";
    compose::Inline year = paper.text("Ｒ６");
    year.aloud.own().expansion = "令和6年度";
    compose::Inline chip = paper.text("");
    chip.chip = compose::Chip{"◎", "順調", {21, 75, 122}, {255, 255, 255}, pt(14), paper.letters};
    compose::Inline square = chip;
    square.chip.own().word.clear();
    square.aloud.own().spoken = "順調";
    compose::Inline mark = paper.text("");
    mark.mark = compose::TrendMark{compose::Trend::up, pt(9), {}};
    mark.aloud.own().spoken = "上昇";
    for (const auto& part : {year, chip, square, mark}) paragraph.content.push_back(part);
    paper.add(paragraph);
    CHECK(tags(paper) ==
          "Document lang=ja-JP\n"
          "  P\n"
          "    1: －\n"
          "    1: Ｒ６\n"
          "    1: 順調\n"
          "    Span actual=順調\n"
          "      1: \n"
          "    Span actual=上昇\n"
          "      1: \n");
    check_recorded("signs", laid_out(paper));
}

TEST_CASE("a chip whose word has no room is its symbol, and says the word") {
    Paper paper;
    compose::Inline chip = paper.text("");
    chip.chip = compose::Chip{"○", "おおむね順調", {21, 75, 122}, {255, 255, 255}, pt(14), paper.letters};
    compose::Paragraph paragraph = paper.paragraph("");
    paragraph.content = {chip};
    compose::Table table = table_of(paper, {{"評価", ""}});
    table.columns = {pt(100), pt(40)};
    table.body[0].cells[1].blocks = {{paragraph}};
    paper.add(table);
    CHECK(texts(paper) == "1: 評価");
    CHECK(tags(paper).find("Span alt=おおむね順調\n") != std::string::npos);
}

TEST_CASE("levels of headings are never skipped; notes have ids; empty elements vanish") {
    Paper paper;
    paper.add(paper.heading(1, "一"));
    paper.add(paper.heading(3, "三"));
    paper.add(paper.heading(2, "二"));
    compose::Paragraph note = paper.paragraph("※");
    note.role = compose::Role::note;
    paper.add(note);
    paper.add(paper.paragraph(""));
    paper.add(compose::List{});
    CHECK(tags(paper) ==
          "Document lang=ja-JP\n"
          "  H1\n    1: 一\n"
          "  H2\n    1: 三\n"
          "  H2\n    1: 二\n"
          "  Note id=note-1\n    1: ※\n");
}

TEST_CASE("a setting that was not chosen leaves no gap in the levels of headings") {
    Paper paper;
    compose::PageTop header;
    header.at_top = {{paper.heading(1, "目標")}, {paper.heading(2, "施策")}, {paper.heading(3, "取組")}};
    header.elsewhere = {{paper.heading(3, "取組")}};
    paper.add(paper.heading(1, "章"));
    paper.add(header);
    CHECK(tags(paper) ==
          "Document lang=ja-JP\n"
          "  H1\n    1: 章\n"
          "  H2\n    1: 取組\n");
}

TEST_CASE("heads, folios, rules and thumbs are artifacts of every page; that it is a draft is said once, and first") {
    Paper paper;
    compose::PageMaster::Furniture head, folio;
    head.x = folio.x = pt(20), head.y = pt(12), head.width = folio.width = pt(200), folio.y = pt(150);
    head.pattern = "{chapter}　{section}";
    folio.pattern = "- {page} -";
    folio.align = base::Align::end;
    head.style = folio.style = paper.letters;
    paper.master.furniture = {head, folio};
    paper.master.rules = {{pt(20), pt(16), pt(200), {{350}, {}}}};
    paper.master.thumbs.shown = true;
    paper.master.thumbs.y = pt(20), paper.master.thumbs.width = pt(12), paper.master.thumbs.height = pt(20);
    paper.master.thumbs.style = paper.letters;
    paper.master.thumbs.labels = {"1", "2"};
    paper.document.draft_mark = "案";
    paper.document.draft_style = paper.letters;
    compose::PageBreak first;
    first.slots["chapter"] = {paper.text("第4章")};
    first.thumb = 2;
    paper.master.furniture[0].on_opening = false;
    paper.add(first);
    for (auto& block : paper.lines(11)) paper.document.blocks.push_back(block);
    check_recorded("furniture", laid_out(paper));
    CHECK(tags(paper).starts_with("Document lang=ja-JP\n  P\n    1: 案\n"));
}

TEST_CASE("where the first page is a picture, the next one says that it is a draft") {
    Paper paper;
    paper.document.draft_mark = "案";
    paper.document.draft_style = paper.letters;
    compose::Image full;
    full.asset = "cover";
    full.alt = "表紙の絵";
    full.full_page = true;
    paper.add(full);
    for (auto& block : paper.lines(11)) paper.document.blocks.push_back(block);
    CHECK(tags(paper).starts_with("Document lang=ja-JP\n  P\n    2: 案\n"));
}

TEST_CASE("placed blocks do not move the flow; a picture may fill a page") {
    Paper paper;
    compose::Placed placed;
    placed.x = pt(150), placed.y = pt(100), placed.width = pt(80);
    placed.blocks = {{paper.paragraph("厚木市")}};
    paper.add(placed);
    paper.add(paper.paragraph("表紙"));
    compose::Image full;
    full.asset = "cover";
    full.alt = "表紙の絵";
    full.full_page = true;
    paper.add(full);
    paper.add(paper.paragraph("裏"));
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  P 150.0,109.8 10.0 \"厚木市\"\n"
          "  P 20.0,29.8 10.0 \"表紙\"\n"
          "page 2 240.0x160.0\n"
          "  Figure picture cover page 1 0.0,0.0 240.0x160.0\n"
          "page 3 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"裏\"\n");
}
