// Blocks as HTML: what a block means stays, where it stands on paper does not.
#include <algorithm>

#include "base/jpeg.h"
#include "html/markup.h"
#include "html/words.h"
#include "html/writer.h"

namespace html {

namespace {

using compose::Block;
using compose::Blocks;
using compose::Paragraph;
using compose::Role;

/// The type of a picture that browsers show; empty: none of them does.
std::string picture_type(const std::string& bytes) {
    if (std::string type = raster_type(bytes); !type.empty()) return type;
    return bytes.substr(0, 1000).find("<svg") != std::string::npos ? "image/svg+xml" : "";
}

std::string class_of(const Paragraph& paragraph) {
    const char* side = side_of(paragraph.style.align);
    const std::string name = paragraph.role == Role::caption ? "caption" : paragraph.role == Role::note ? "note" : side;
    return attribute("class", name);
}

struct Write {
    Writer& writer;

    void operator()(const Paragraph& paragraph) const {
        if (paragraph.role == Role::furniture) return;
        if (paragraph.role == Role::heading) return heading(paragraph);
        if (paragraph.content.empty() && paragraph.label.empty()) return;
        writer.out +=
            "<p" + class_of(paragraph) + id_attribute(writer, paragraph.anchor) + ">" + label_of(paragraph.label);
        write_inlines(writer, paragraph.content);
        writer.out += "</p>\n";
    }
    void operator()(const compose::List& list) const {
        writer.out += "<ul class=\"list\">\n";
        for (const compose::ListItem& item : list.items) {
            writer.out += "<li>" + label_of(item.label) + "<div>";
            write_blocks(writer, item.blocks);
            writer.out += "</div></li>\n";
        }
        writer.out += "</ul>\n";
    }
    void operator()(const compose::Table& table) const { write_table(writer, table); }
    void operator()(const compose::Box& box) const {
        const bool framed = box.ground || box.top.weight.value > 0 || box.left.weight.value > 0;
        inside(framed ? "box" : "", box.blocks);
    }
    void operator()(const compose::Columns& columns) const {
        const auto filled = std::count_if(columns.boxes.begin(), columns.boxes.end(),
                                          [](const compose::Box& box) { return !box.blocks.empty(); });
        if (filled > 1) writer.out += "<div class=\"columns\">\n";
        for (const compose::Box& box : columns.boxes) {
            if (box.blocks.empty()) continue;
            if (filled > 1) writer.out += "<div>\n";
            write_blocks(writer, box.blocks);
            if (filled > 1) writer.out += "</div>\n";
        }
        if (filled > 1) writer.out += "</div>\n";
    }
    void operator()(const compose::Placed& placed) const {
        if (!placed.artifact) write_blocks(writer, placed.blocks);
    }
    void operator()(const compose::Group& group) const { write_blocks(writer, group.blocks); }
    void operator()(const compose::PageTop& top) const { write_blocks(writer, top.at_top); }
    void operator()(const compose::Image& image) const {
        const auto asset = writer.document.assets->find(image.asset);
        const std::string type = asset == writer.document.assets->end() ? std::string() : picture_type(asset->second);
        if (type.empty()) {
            // A page of a PDF: what it shows is told in words; the paper has it.
            if (!image.alt.empty()) writer.out += "<p class=\"note\">" + escaped(image.alt) + "</p>\n";
            return;
        }
        const auto jpeg = base::read_jpeg(asset->second);
        writer.out += "<p class=\"picture\"><img src=\"data:" + type + ";base64," +
                      base64(jpeg ? jpeg->bytes : asset->second) + "\" alt=\"" + escaped(image.alt) + "\"></p>\n";
    }
    void operator()(const compose::Figure& figure) const {
        if (!figure.artifact) write_figure(writer, figure);
    }
    /// The first contents are the page's navigation; an index stands where it is.
    void operator()(const compose::Contents& contents) const {
        if (contents.listed) return index(contents);
        if (writer.contents == nullptr) writer.contents = &contents;
    }
    // Rules across the page and the turning of pages have no words.
    void operator()(const compose::RuleLine& /*line*/) const {}
    void operator()(const compose::PageBreak& /*turn*/) const {}

   private:
    /// Without pages, words lead where they name, and numbers do where there are several.
    void index(const compose::Contents& contents) const {
        writer.out += "<ul class=\"index\">\n";
        for (const compose::ContentsEntry& entry : contents.entries) {
            writer.out += "<li>" + label_of(plain(entry.number));
            const std::string target = target_of(writer, base::AnchorLink{entry.anchor});
            if (!target.empty()) writer.out += "<a href=\"" + escaped(target) + "\">";
            write_inlines(writer, entry.title);
            if (!target.empty()) writer.out += "</a>";
            for (const auto& place : entry.places) {
                const std::string there = target_of(writer, base::AnchorLink{place.anchor});
                if (place.number.empty() || there.empty()) continue;
                writer.out += " <a href=\"" + escaped(there) + "\">" + escaped(place.number) + "</a>";
            }
            writer.out += "</li>\n";
        }
        writer.out += "</ul>\n";
    }

    void inside(const char* name, const Blocks& blocks) const {
        const std::string_view named = name;
        if (!named.empty()) writer.out += "<div" + attribute("class", named) + ">\n";
        write_blocks(writer, blocks);
        if (!named.empty()) writer.out += "</div>\n";
    }

    /// The page's name is its one h1; a level is never skipped.
    void heading(const Paragraph& paragraph) const {
        if (!writer.in_head) writer.heading = std::min({paragraph.level + 1, writer.heading + 1, 6});
        const std::string tag = writer.in_head ? "p" : "h" + std::to_string(writer.heading);
        writer.out += "<" + tag + attribute("class", writer.in_head ? "name" : "") +
                      id_attribute(writer, paragraph.anchor) + ">" + label_of(paragraph.label);
        write_inlines(writer, paragraph.content);
        writer.out += "</" + tag + ">\n";
        const std::string paper =
            writer.heading <= 3 && !writer.in_head ? paper_link(writer, paragraph.anchor) : std::string();
        if (!paper.empty()) writer.out += "<p class=\"paper\">" + paper + "</p>\n";
    }
};

bool is_contents(const Block& block) {
    const auto* contents = std::get_if<compose::Contents>(&block.is);
    return contents != nullptr && !contents->listed;
}

/// A heading that stands above the contents, with nothing but rules between, names the navigation.
bool names_contents(const Blocks& blocks, std::size_t at) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[at].is);
    if (paragraph == nullptr || paragraph->role != Role::heading) return false;
    std::size_t next = at + 1;
    while (next < blocks.size() && std::holds_alternative<compose::RuleLine>(blocks[next].is)) ++next;
    return next < blocks.size() && is_contents(blocks[next]);
}

}  // namespace

std::string id_attribute(Writer& writer, const std::string& anchor) {
    if (anchor.empty() || !writer.anchored.insert(anchor).second) return {};
    return attribute("id", anchor);
}

const char* side_of(base::Align align) {
    if (align == base::Align::end) return "r";
    return align == base::Align::centre ? "c" : "";
}

std::string label_of(const std::string& label) {
    return label.empty() ? std::string() : "<span class=\"label\">" + escaped(label) + "</span> ";
}

std::string chip_class(Writer& writer, base::Colour ground, base::Colour ink) {
    const auto [look, fresh] = writer.chips.try_emplace({ground, ink}, static_cast<int>(writer.chips.size()));
    return "k" + std::to_string(look->second);
}

void write_blocks(Writer& writer, const Blocks& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (names_contents(blocks, i)) {
            writer.contents_title = plain(std::get<Paragraph>(blocks[i].is).content);
            continue;
        }
        std::visit(Write{writer}, blocks[i].is);
    }
}

}  // namespace html
