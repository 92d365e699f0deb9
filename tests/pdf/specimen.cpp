// Pages and structure tree are built side by side through one small author, without composing or layout.
#include "pdf/specimen.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include "pdf/pdf.h"

namespace test {
namespace {

using base::Length;
using layout::Chunk;
using layout::Element;
using layout::Kid;

constexpr base::Colour ink{0x1A, 0x21, 0x29};
constexpr base::Colour indigo{0x18, 0x3A, 0x5A};
constexpr base::Colour white{0xFF, 0xFF, 0xFF};
constexpr base::Colour pale{0xE3, 0xEA, 0xF1};

Length pt(int points) { return Length::points(points); }

/// Puts marks on pages and elements under one another.
class Author {
   public:
    explicit Author(Specimen& specimen) : specimen_(specimen) {}

    void new_page(const std::string& label) {
        layout::Page page;
        page.width = Length{595'276};
        page.height = Length{841'890};
        page.label = label;
        specimen_.pages.pages.push_back(page);
    }

    int element(std::string_view type, int parent) {
        std::deque<Element>& elements = specimen_.pages.structure.elements;
        const int self = static_cast<int>(elements.size());
        Element element;
        element.type = type;
        element.parent = parent;
        elements.push_back(element);
        if (parent >= 0) elements[static_cast<std::size_t>(parent)].kids.push_back({Kid::Kind::element, self, 0});
        return self;
    }
    Element& at(int element) { return specimen_.pages.structure.elements[static_cast<std::size_t>(element)]; }

    void content(int element, layout::Marks marks) {
        std::vector<Chunk>& chunks = page().chunks;
        if (element >= 0) {
            at(element).kids.push_back({Kid::Kind::chunk, static_cast<int>(chunks.size()), page_index()});
        }
        chunks.push_back({element, layout::ArtifactKind::layout, std::move(marks)});
    }
    void furniture(layout::Marks marks) {
        page().chunks.push_back({-1, layout::ArtifactKind::pagination, std::move(marks)});
    }
    void ground(base::Rect rect, base::Colour colour) { content(-1, {layout::Fill{rect, colour}}); }

    void link(int element, base::Rect rect, const base::LinkTarget& to, const std::string& contents) {
        at(element).kids.push_back({Kid::Kind::link, static_cast<int>(page().links.size()), page_index()});
        page().links.push_back({{rect}, to, contents, element});
    }

    layout::Glyphs gothic(const std::string& text, int x, int y, int size = 10) {
        return coloured(specimen_.gothic->set(text, {pt(x), pt(y)}, pt(size)), ink);
    }
    layout::Glyphs mincho(const std::string& text, int x, int y, Length glue = {}) {
        return coloured(specimen_.mincho->set(text, {pt(x), pt(y)}, pt(12), glue), ink);
    }
    layout::Glyphs noto(const std::string& text, int x, int y) {
        return coloured(specimen_.noto->set(text, {pt(x), pt(y)}, pt(10)), ink);
    }
    static layout::Glyphs coloured(layout::Glyphs glyphs, base::Colour colour) {
        glyphs.run.colour = colour;
        return glyphs;
    }
    int page_index() const { return static_cast<int>(specimen_.pages.pages.size()) - 1; }

   private:
    layout::Page& page() { return specimen_.pages.pages.back(); }
    Specimen& specimen_;
};

void cover(Author& author, int root) {
    author.new_page("");
    author.ground({pt(0), pt(0), pt(595), pt(300)}, indigo);
    author.content(author.element("P", root), {Author::coloured(author.gothic("効果検証報告書", 60, 200, 36), white)});
}

/// Text in every form whose copy could go wrong.
void chapter(Author& author, int root) {
    author.new_page("1");
    author.furniture(
        {author.gothic("第１章", 60, 45, 9), layout::Stroke{{pt(60), pt(52)}, {pt(540), pt(52)}, Length{500}, ink}});
    const int section = author.element("Sect", root);
    author.content(author.element("H1", section), {author.gothic("第１章　はじめに", 60, 90, 18)});
    author.content(
        author.element("P", section),
        {author.mincho("令和６年度―2024～2025〜、−1.6と－の違い—", 60, 120),
         author.mincho("葛󠄀城市の fi ffi と￥1,000・¥1,000（か゚）。", 60, 140, Length{37})});
    const int paragraph = author.element("P", section);
    layout::Glyphs english = author.noto("Plan Do Check Act", 60, 160);
    english.said.own().language = "en";
    layout::Glyphs year = author.noto("Ｒ６", 200, 160);
    year.said.own().expansion = "令和６年度";
    layout::Glyphs sign = author.noto("◎", 260, 160);
    sign.said.own().words = "順調";
    for (const layout::Glyphs& mark : {english, year, sign}) author.content(paragraph, {mark});
    const int list = author.element("L", section);
    author.at(list).said.own().list_numbering = "Decimal";
    for (int i = 0; i < 2; ++i) {
        const int item = author.element("LI", list);
        author.content(author.element("Lbl", item), {author.mincho(i == 0 ? "ア" : "イ", 60, 200 + 20 * i)});
        author.content(author.element("LBody", item), {author.mincho("施策の柱", 80, 200 + 20 * i)});
    }
    const int links = author.element("P", section);
    const int inner = author.element("Link", links);
    author.content(inner, {author.mincho("第２章", 60, 260)});
    author.link(inner, {pt(60), pt(248), pt(36), pt(14)}, base::AnchorLink{"chapter-2"}, "第２章へ");
    const int outer = author.element("Link", links);
    author.content(outer, {author.mincho("厚木市", 120, 260)});
    author.link(outer, {pt(120), pt(248), pt(36), pt(14)}, base::UriLink{"https://www.city.atsugi.kanagawa.jp/"},
                "厚木市のページ");
    const int split = author.element("P", section);
    author.content(author.element("Note", section), {author.mincho("※　注記", 60, 740)});
    author.content(split, {author.mincho("頁をまたぐ段落の前半、", 60, 780)});
    author.new_page("2");
    author.content(split, {author.mincho("後半。", 60, 80)});
}

int cell(Author& author, int row, std::string_view type, const std::string& text, int x, int y) {
    const int self = author.element(type, row);
    if (!text.empty()) author.content(self, {author.gothic(text, x, y, 9)});
    return self;
}

void table(Author& author, int section) {
    const int whole = author.element("Table", section);
    author.at(whole).said.own().summary = "指標ごとの実績値";
    author.ground({pt(60), pt(130), pt(300), pt(20)}, pale);
    const int head = author.element("TR", author.element("THead", whole));
    for (const auto& [text, x] : {std::pair("施策", 64), std::pair("指標", 150), std::pair("令和５年度", 260)}) {
        Element& heading = author.at(cell(author, head, "TH", text, x, 144));
        heading.scope = "Column";
        heading.id.own() = "column-" + std::to_string(x);
    }
    const int body = author.element("TBody", whole);
    const int first = author.element("TR", body);
    const int measure = cell(author, first, "TH", "子育て支援", 64, 164);
    author.at(measure).scope = "Row";
    author.at(measure).row_span = 2;
    author.at(measure).id.own() = "measure-1";
    cell(author, first, "TD", "転入者数", 150, 164);
    author.at(cell(author, first, "TD", "18,405", 260, 164)).headers.own() = {"column-260", "measure-1"};
    author.at(cell(author, author.element("TR", body), "TD", "調査なし", 150, 184)).column_span = 2;
}

void figure(Author& author, int section) {
    const int self = author.element("Figure", section);
    author.at(self).said.own().alt = "達成率の推移。令和４年度89.1％、令和５年度92.3％";
    author.at(self).said.own().bounds = base::Rect{pt(60), pt(300), pt(200), pt(100)};
    author.at(self).said.own().bounds_page = author.page_index();
    using Step = layout::PathStep::Kind;
    layout::Path path;
    path.steps = {{Step::move, {pt(60), pt(400)}, {}, {}},
                  {Step::line, {pt(160), pt(340)}, {}, {}},
                  {Step::curve, {pt(260), pt(300)}, {pt(190), pt(320)}, {pt(220), pt(310)}},
                  {Step::close, {}, {}, {}}};
    path.fill = pale;
    path.stroke = indigo;
    path.weight = Length{1500};
    path.round_joins = true;
    author.content(self, {path, author.gothic("92.3", 230, 330, 9)});
}

}  // namespace

Specimen::Specimen()
    : gothic(std::make_unique<Face>(0, "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf", 0,
                                    "BIZUDGothic", false)),
      mincho(std::make_unique<Face>(1, "/usr/share/fonts/truetype/bizud-mincho/BIZUDMincho-Regular.ttf", 0,
                                    "BIZUDMincho-Regular", false)),
      noto(std::make_unique<Face>(2, "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 0,
                                  "NotoSansCJKjp-Regular", true)) {
    Author author(*this);
    const int root = author.element("Document", -1);
    cover(author, root);
    chapter(author, root);
    const int section = author.element("Sect", root);
    author.content(author.element("H1", section), {author.gothic("第２章　検証の結果", 60, 115, 18)});
    table(author, section);
    author.content(author.element("H2", section), {author.gothic("達成率", 60, 280, 12)});
    figure(author, section);
    pages.anchors = {{"chapter-1", {1, pt(70)}}, {"chapter-2", {2, pt(95)}}};
    pages.bookmarks = {{"表紙", 1, {0, pt(0)}},
                       {"第１章　はじめに", 1, {1, pt(70)}},
                       {"第２章　検証の結果", 1, {2, pt(95)}},
                       {"達成率", 2, {2, pt(265)}}};
    pages.metadata.title = "厚木市 効果検証報告書 <試し> & 別冊";
    pages.metadata.author = "厚木市";
    pages.metadata.subject = "総合戦略の検証";
    pages.metadata.keywords = "KPI, 検証";
    pages.metadata.created = "2024-09-01";
    pages.metadata.digest = "sha256:0123456789abcdef";
}

std::string Specimen::write() const {
    layout::Pages whole = pages;
    whole.assets = std::make_shared<base::Assets>(assets);
    base::Jobs alone(1);
    return pdf::write(whole, {gothic->program(), mincho->program(), noto->program()}, alone);
}

void leave(const std::string& name, const std::string& bytes) {
    const char* folder = std::getenv("KENSHO_SPECIMENS");
    if (folder != nullptr) std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << bytes;
}

}  // namespace test
