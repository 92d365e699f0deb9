// One small page, one ten-point style for all documents; results are compared with recorded text, renewed by UPDATE.
#include "build.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "home.h"
#include "input/yaml.h"

namespace build {

namespace {

const std::string home = KENSHO_HOME;

base::Value tree(const std::string& path) {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto value = input::parse_yaml(sources.load(home + "/" + path), sources, diagnostics);
    REQUIRE(value.has_value());
    return *value;
}

std::string messages(const base::Diagnostics& diagnostics) {
    std::string text;
    for (const base::Diagnostic& each : diagnostics.all())
        text += (each.name.empty() ? "" : each.name + ": ") + each.message + "\n";
    return text;
}

}  // namespace

text::Typesetter& typesetter() {
    static const base::Value fonts = tree("fonts/fonts.yaml"), classes = tree("config/typesetting.yaml");
    static base::Diagnostics diagnostics;
    static text::Typesetter setter(fonts, classes, diagnostics);
    return setter;
}

Paper::Paper() : master(document.masters["page"]) {
    auto style = std::make_unique<base::CharacterStyle>();
    style->role = "gothic";
    style->size = pt(10);
    style->latin = base::LatinWidth::fixed;
    letters = style.get();
    document.styles.push_back(std::move(style));
    master.width = pt(240);
    master.height = pt(160);
    master.margins = {pt(20), pt(20), pt(20), pt(20)};
}

compose::Inline Paper::text(const std::string& words) const {
    compose::Inline part;
    part.text = words;
    part.style = letters;
    return part;
}

compose::Paragraph Paper::paragraph(const std::string& words) const {
    compose::Paragraph paragraph;
    paragraph.content = {text(words)};
    paragraph.style.leading = pt(12);
    paragraph.style.setting = base::Setting::cell;
    paragraph.style.align = base::Align::start;
    return paragraph;
}

compose::Paragraph Paper::heading(int level, const std::string& words) const {
    compose::Paragraph heading = paragraph(words);
    heading.role = compose::Role::heading;
    heading.level = level;
    heading.bookmark = words;
    heading.bookmark_level = level;
    heading.anchor = words;
    return heading;
}

compose::Blocks Paper::lines(int count, const std::string& word) const {
    compose::Blocks blocks;
    for (int i = 1; i <= count; ++i) blocks.push_back({paragraph(word + std::to_string(i))});
    return blocks;
}

compose::Paragraph Paper::lines_of(int count, const std::string& word) const {
    std::string words;
    // 20 ems a line in a measure of 200 pt.
    for (int i = 1; i <= count; ++i) {
        for (int j = 0; j < 20; ++j) words += word;
    }
    compose::Paragraph text = paragraph(words);
    text.style.setting = base::Setting::body;
    text.style.align = base::Align::justify;
    return text;
}

compose::Cell Paper::cell(compose::Blocks blocks) const {
    compose::Cell cell;
    cell.blocks = std::move(blocks);
    return cell;
}

compose::Cell Paper::cell(const std::string& words) const { return cell(compose::Blocks{{paragraph(words)}}); }

compose::Row Paper::row(const std::vector<std::string>& words) const {
    compose::Row row;
    for (const std::string& each : words) row.cells.push_back(cell(each));
    return row;
}

layout::Pages pages(const Paper& paper) {
    base::Diagnostics diagnostics;
    layout::Pages result = layout::lay_out(paper.document, typesetter(), diagnostics);
    CHECK(messages(diagnostics) == "");
    return result;
}

std::string laid_out(const Paper& paper) {
    base::Diagnostics diagnostics;
    const layout::Pages result = layout::lay_out(paper.document, typesetter(), diagnostics);
    return layout::dump(result) + messages(diagnostics);
}

compose::Table table_of(const Paper& paper, const std::vector<std::vector<std::string>>& rows) {
    compose::Table table;
    table.columns = {pt(100), pt(100)};
    for (const auto& row : rows) table.body.push_back(paper.row(row));
    return table;
}

std::string tags(const Paper& paper) { return layout::dump_structure(pages(paper)); }

std::string texts(const Paper& paper) {
    std::string out;
    for (const layout::Page& page : pages(paper).pages) {
        out += (out.empty() ? "" : " | ") + page.label + ":";
        for (const layout::Chunk& chunk : page.chunks) {
            Length line{-1}, end;
            for (const layout::Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
                if (glyphs == nullptr) continue;
                const bool goes_on = glyphs->origin.y == line && glyphs->origin.x - end < pt(5);
                out += (goes_on ? "" : " ") + glyphs->run.text;
                line = glyphs->origin.y;
                end = glyphs->origin.x;
                for (const text::Glyph& glyph : glyphs->run.glyphs) end += glyph.advance;
            }
        }
    }
    return out;
}

void check_recorded(const std::string& name, const std::string& text) {
    const std::string path = home + "/tests/layout/recorded/" + name + ".txt";
    if (std::getenv("UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << text;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream recorded;
    recorded << file.rdbuf();
    INFO("recorded in ", path);
    CHECK(text == recorded.str());
}

}  // namespace build
