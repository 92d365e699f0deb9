// Pages as text, for tests: what stands where, and what it is.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "layout/layout.h"

namespace layout {

namespace {

/// Points with one decimal, halves upwards.
std::string points(Length length) {
    const std::int64_t tenths = (length.value + (length.value < 0 ? -50 : 50)) / 100;
    const std::int64_t whole = tenths < 0 ? -tenths : tenths;
    return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", whole / 10, whole % 10);
}

std::string colour(const Colour& c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

std::string place(const Rect& r) {
    return fmt::format("{},{} {}x{}", points(r.x), points(r.y), points(r.width), points(r.height));
}

std::string said(const Glyphs& glyphs) {
    std::string text;
    if (!glyphs.said->words.empty()) text += " alt=" + glyphs.said->words;
    if (!glyphs.said->expansion.empty()) text += " e=" + glyphs.said->expansion;
    if (!glyphs.said->language.empty()) text += " lang=" + glyphs.said->language;
    return text;
}

Rect bounds(const Path& path) {
    Point low = path.steps.empty() ? Point{} : path.steps.front().to, high = low;
    for (const PathStep& step : path.steps) {
        if (step.kind == PathStep::Kind::close) continue;
        low = {std::min(low.x, step.to.x), std::min(low.y, step.to.y)};
        high = {std::max(high.x, step.to.x), std::max(high.y, step.to.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

struct MarkText {
    std::string operator()(const Glyphs& glyphs) const {
        return fmt::format("{},{} {} \"{}\"{}", points(glyphs.origin.x), points(glyphs.origin.y),
                           points(glyphs.run.size), glyphs.run.text, said(glyphs));
    }
    std::string operator()(const Fill& fill) const {
        return fmt::format("fill {} {}", place(fill.rect), colour(fill.colour));
    }
    std::string operator()(const Stroke& stroke) const {
        return fmt::format("rule {},{} {},{} {} {}", points(stroke.from.x), points(stroke.from.y), points(stroke.to.x),
                           points(stroke.to.y), points(stroke.weight), colour(stroke.colour));
    }
    std::string operator()(const Path& path) const {
        return fmt::format("path {}{}{}", place(bounds(path)), path.fill ? " fill " + colour(*path.fill) : "",
                           path.stroke ? fmt::format(" stroke {} {}", points(path.weight), colour(*path.stroke)) : "");
    }
    std::string operator()(const Picture& picture) const {
        return fmt::format("picture {} page {} {}", picture.asset, picture.page, place(picture.rect));
    }
};

constexpr const char* artifact_name(ArtifactKind kind) {
    switch (kind) {
        case ArtifactKind::pagination: return "pagination";
        case ArtifactKind::background: return "background";
        case ArtifactKind::layout: break;
    }
    return "artifact";
}

void dump_page(std::string& out, const Pages& pages, const Page& page) {
    out += fmt::format("page {} {}x{}\n", page.label, points(page.width), points(page.height));
    for (const Chunk& chunk : page.chunks) {
        const std::string_view name = chunk.element < 0
                                          ? artifact_name(chunk.artifact)
                                          : pages.structure.elements[static_cast<std::size_t>(chunk.element)].type;
        for (const Mark& mark : chunk.marks) out += fmt::format("  {} {}\n", name, std::visit(MarkText{}, mark));
    }
    for (const LinkAnnotation& link : page.links) {
        out += "  link";
        for (const Rect& area : link.areas) out += " " + place(area);
        out += " -> " + base::written(link.to) + "\n";
    }
}

std::string attributes(const Element& element) {
    std::string text;
    const auto add = [&](const char* name, std::string_view value) {
        if (!value.empty()) text += fmt::format(" {}={}", name, value);
    };
    const Said& said = *element.said;
    add("id", *element.id);
    add("alt", said.alt);
    add("actual", said.actual_text);
    add("e", said.expansion);
    add("lang", said.language);
    add("scope", element.scope);
    add("numbering", said.list_numbering);
    add("summary", said.summary);
    if (element.row_span > 1) add("rows", std::to_string(element.row_span));
    if (element.column_span > 1) add("columns", std::to_string(element.column_span));
    for (const std::string& header : *element.headers) add("header", header);
    if (said.bounds) add("bounds", place(*said.bounds));
    return text;
}

std::string chunk_text(const Chunk& chunk) {
    std::string text;
    for (const Mark& mark : chunk.marks) {
        const auto* glyphs = std::get_if<Glyphs>(&mark);
        text += glyphs == nullptr ? "" : glyphs->run.text;
    }
    return text;
}

void dump_element(std::string& out, const Pages& pages, int index, int depth) {
    const Element& element = pages.structure.elements[static_cast<std::size_t>(index)];
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    out += fmt::format("{}{}{}\n", indent, element.type, attributes(element));
    for (const Kid& kid : element.kids) {
        if (kid.kind == Kid::Kind::element) {
            dump_element(out, pages, kid.index, depth + 1);
            continue;
        }
        const Page& page = pages.pages[static_cast<std::size_t>(kid.page)];
        const auto at = static_cast<std::size_t>(kid.index);
        const std::string what =
            kid.kind == Kid::Kind::link ? "-> " + base::written(page.links[at].to) : chunk_text(page.chunks[at]);
        out += fmt::format("{}  {}: {}\n", indent, page.label, what);
    }
}

}  // namespace

std::string dump_structure(const Pages& pages) {
    std::string out;
    if (!pages.structure.elements.empty()) dump_element(out, pages, 0, 0);
    return out;
}

std::string dump(const Pages& pages) {
    std::string out;
    for (const Page& page : pages.pages) dump_page(out, pages, page);
    for (const Bookmark& bookmark : pages.bookmarks) {
        out += fmt::format("bookmark {} {} page {} y {}\n", bookmark.level, bookmark.title,
                           pages.pages[static_cast<std::size_t>(bookmark.destination.page)].label,
                           points(bookmark.destination.y));
    }
    return out;
}

}  // namespace layout
