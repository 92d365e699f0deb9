// The frame: head, skip link, navigation, main part, files to download.
#include <fmt/format.h>

#include "html/markup.h"
#include "html/page_files.h"
#include "html/survey.h"
#include "html/words.h"
#include "html/writer.h"

namespace html {

namespace {

std::string head(const Writer& writer) {
    const compose::Metadata& metadata = writer.document.metadata;
    std::string out = "<!DOCTYPE html>\n<html" + attribute("lang", metadata.language.substr(0, 2)) +
                      ">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(metadata.title) + "</title>\n" +
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      // Nothing is asked of a network, and nothing may be.
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                      "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n";
    const auto meta = [&](const char* name, const std::string& content) {
        if (!content.empty()) out += "<meta" + attribute("name", name) + attribute("content", content) + ">\n";
    };
    meta("author", metadata.author);
    meta("description", metadata.subject);
    meta("keywords", metadata.keywords);
    out += "<style>\n" + std::string(page_file("edition.css"));
    for (const auto& [look, number] : writer.chips) {
        out += fmt::format(".k{} .sym {{ background: {}; color: {} }}\n", number, hexadecimal(look.first),
                           hexadecimal(look.second));
    }
    return out + "</style>\n</head>\n";
}

/// The entries, each level a list within the one above.
std::string entries(Writer& writer) {
    std::string body = std::exchange(writer.out, {});
    int depth = 0;
    std::string item_end;
    for (const compose::ContentsEntry& entry : writer.contents->entries) {
        const int level = std::clamp(entry.level, 1, depth + 1);
        if (level > depth) writer.out += "\n<ul>\n";
        for (; depth > level; --depth) writer.out += "</li>\n</ul>\n";
        if (depth == level) writer.out += "</li>\n";
        depth = level;
        writer.out += "<li>";
        const bool leads = writer.anchors.contains(entry.anchor);
        if (leads) writer.out += "<a href=\"#" + escaped(address(entry.anchor)) + "\">";
        writer.out += escaped(plain(entry.number) + (entry.number.empty() ? "" : " ") + plain(entry.title));
        if (leads) writer.out += "</a>";
    }
    for (; depth > 0; --depth) writer.out += "</li>\n</ul>\n";
    std::swap(body, writer.out);
    return body;
}

std::string navigation(Writer& writer) {
    if (writer.contents == nullptr || writer.contents->entries.empty()) return {};
    const std::string title = writer.contents_title.empty() ? words::contents : writer.contents_title;
    return "<nav aria-label=\"" + escaped(title) + "\">\n<details class=\"contents\" open>\n<summary>" +
           escaped(title) + "</summary>" + entries(writer) + "</details>\n</nav>\n";
}

std::string size_of(std::size_t bytes) {
    if (bytes == 0) return {};
    return fmt::format(" <span class=\"size\">{} kB</span>", (bytes + 999) / 1000);
}

std::string downloads(const Writer& writer) {
    if (writer.edition.downloads.empty()) return {};
    std::string out =
        std::string("<section class=\"downloads\" aria-labelledby=\"downloads\">\n<h2 id=\"downloads\">") +
        words::downloads + "</h2>\n<ul>\n";
    for (const Download& download : writer.edition.downloads) {
        out += "<li><a href=\"" + escaped(address(download.file)) + "\">" + escaped(download.title) + "</a>" +
               size_of(download.bytes) + "</li>\n";
    }
    return out + "</ul>\n</section>\n";
}

std::string body(Writer& writer) {
    write_blocks(writer, writer.document.blocks);
    write_notes(writer);
    const std::string main = std::exchange(writer.out, {});
    const compose::Document& document = writer.document;
    std::string out = "<body>\n<p class=\"skip\"><a href=\"#main\">" + std::string(words::skip) + "</a></p>\n";
    out += "<header>\n";
    if (!document.metadata.author.empty()) out += "<p>" + escaped(document.metadata.author) + "</p>\n";
    out += "<h1>" + escaped(document.metadata.title) + "</h1>\n";
    if (!document.draft_mark.empty()) out += "<p class=\"draft\">" + escaped(document.draft_mark) + "</p>\n";
    out += "</header>\n<div class=\"sheet\">\n" + navigation(writer);
    out += "<main id=\"main\" tabindex=\"-1\">\n" + main + downloads(writer) + "</main>\n</div>\n<footer>\n<p>" +
           escaped(document.metadata.author) + "</p>\n<p><a href=\"#main\">" + words::to_top +
           "</a></p>\n</footer>\n<script>\n" + std::string(page_file("edition.js")) + "</script>\n</body>\n</html>\n";
    return out;
}

}  // namespace

std::string write(const compose::Document& document, const Edition& edition, text::Typesetter& typesetter) {
    Writer writer{document, edition, typesetter};
    survey(writer, document.blocks);
    const std::string whole = body(writer);
    return head(writer) + whole;
}

}  // namespace html
