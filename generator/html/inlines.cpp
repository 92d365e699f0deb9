// Texts, figures, ratings and links within a paragraph.
#include <algorithm>

#include "base/utf8.h"
#include "html/markup.h"
#include "html/words.h"
#include "html/writer.h"

namespace html {

namespace {

using compose::Inline;

const Said* said(const Writer& writer, std::uint32_t fact) {
    return fact < writer.edition.facts.size() ? &writer.edition.facts[fact] : nullptr;
}

/// Text, each figure in it with its value; a line end of the author's own stays one.
std::string letters(std::string_view text) {
    std::string out = escaped(text);
    for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n', at + 4)) {
        out.replace(at, 1, "<br>");
    }
    return out;
}

void write_text(Writer& writer, const Inline& part) {
    const std::string_view text = part.text;
    std::size_t at = 0;
    for (const compose::ShownFact& shown : part.facts) {
        const Said* fact = said(writer, shown.fact);
        if (fact == nullptr || fact->value.empty() || shown.length == 0 || shown.begin < at) continue;
        writer.out += letters(text.substr(at, shown.begin - at));
        writer.out += "<data" + attribute("value", fact->value) + attribute("title", fact->title) + ">" +
                      letters(text.substr(shown.begin, shown.length)) + "</data>";
        at = shown.begin + shown.length;
    }
    writer.out += letters(text.substr(at));
}

/// One reading above all the letters, or one above each.
void write_ruby(Writer& writer, const Inline& part) {
    const std::u32string all = base::decode(part.text);
    const bool each = part.aloud->ruby.size() > 1 && part.aloud->ruby.size() == all.size();
    std::string whole;
    for (const std::string& reading : part.aloud->ruby) whole += reading;
    writer.out += "<ruby>";
    for (std::size_t i = 0; i < (each ? all.size() : 1); ++i) {
        writer.out += letters(each ? base::encode(std::u32string(1, all[i])) : part.text) + "<rp>（</rp><rt>" +
                      escaped(each ? part.aloud->ruby[i] : whole) + "</rt><rp>）</rp>";
    }
    writer.out += "</ruby>";
}

std::string note_id(std::size_t number) { return "note-" + std::to_string(number); }
std::string mark_id(std::size_t number, int use) {
    return "note-" + std::to_string(number) + "-mark" + (use == 1 ? "" : "-" + std::to_string(use));
}

void write_note_mark(Writer& writer, std::uint32_t note) {
    auto found =
        std::find_if(writer.notes.begin(), writer.notes.end(), [&](const auto& known) { return known.first == note; });
    if (found == writer.notes.end()) found = writer.notes.insert(found, {note, 0});
    const auto number = static_cast<std::size_t>(found - writer.notes.begin()) + 1;
    writer.out += "<sup><a" + attribute("id", mark_id(number, ++found->second)) +
                  attribute("href", "#" + note_id(number)) + " role=\"doc-noteref\">" +
                  escaped(writer.document.note_style.sign) + std::to_string(number) + "</a></sup>";
}

std::string hidden(const std::string& words) { return "<span class=\"vh\">" + escaped(words) + "</span>"; }

void write_chip(Writer& writer, const Inline& part) {
    const compose::Chip& chip = *part.chip;
    writer.out += "<span class=\"chip " + chip_class(writer, chip.colour, chip.on_colour) + "\">";
    const std::string& word = chip.word.empty() ? part.aloud->spoken : chip.word;
    if (!chip.symbol.empty()) {
        const bool told = !word.empty() && word != chip.symbol;
        writer.out += std::string("<span class=\"sym\"") + (told ? " aria-hidden=\"true\"" : "") + ">" +
                      escaped(chip.symbol) + "</span>";
    }
    if (!chip.word.empty()) {
        writer.out += "<span class=\"word\">" + escaped(chip.word) + "</span>";
    } else if (!word.empty() && word != chip.symbol) {
        writer.out += hidden(word);
    }
    writer.out += "</span>";
}

const char* arrow(compose::Trend trend) {
    return trend == compose::Trend::up ? "↗" : trend == compose::Trend::down ? "↘" : "→";
}

void write_mark(Writer& writer, const Inline& part) {
    writer.out += std::string("<span class=\"trend\" aria-hidden=\"true\">") + arrow(part.mark->trend) + "</span>" +
                  hidden(part.aloud->spoken);
}

/// What a reader hears instead stands beside the letters, unseen.
void write_spoken(Writer& writer, const Inline& part) {
    writer.out += "<span aria-hidden=\"true\">";
    write_text(writer, part);
    writer.out += "</span>" + hidden(part.aloud->spoken);
}

/// The tags around a text by its look.
std::pair<std::string, std::string> look(const compose::CharacterStyle* style) {
    if (style == nullptr) return {};
    if (style->underlined.value > 0 && style->struck.value == 0) return {"<u>", "</u>"};
    if (style->raise.value > 0) return {"<sup>", "</sup>"};
    if (style->size >= base::Length::points(20)) return {"<span class=\"big\">", "</span>"};
    if (style->role.find("bold") != std::string::npos) return {"<b>", "</b>"};
    return {};
}

void write_part(Writer& writer, const Inline& part) {
    if (part.page) {
        writer.out += paper_link(writer, part.page->anchor);
        return;
    }
    if (part.chip) return write_chip(writer, part);
    if (part.mark) return write_mark(writer, part);
    if (part.note) return write_note_mark(writer, part.note->note);
    if (part.text.empty()) return;
    const auto [open, close] = look(part.style);
    writer.out += open;
    if (!part.aloud->expansion.empty()) {
        writer.out += "<abbr" + attribute("title", part.aloud->expansion) + ">";
        write_text(writer, part);
        writer.out += "</abbr>";
    } else if (!part.aloud->language.empty()) {
        writer.out += "<span" + attribute("lang", part.aloud->language) + ">";
        write_text(writer, part);
        writer.out += "</span>";
    } else if (!part.aloud->ruby.empty()) {
        write_ruby(writer, part);
    } else if (!part.aloud->spoken.empty()) {
        write_spoken(writer, part);
    } else {
        write_text(writer, part);
    }
    writer.out += close;
}

}  // namespace

std::string plain(const std::vector<Inline>& content) {
    std::string text;
    for (const Inline& part : content) {
        text += part.chip ? part.chip->symbol + part.chip->word : part.mark ? arrow(part.mark->trend) : part.text;
    }
    return text;
}

std::string target_of(const Writer& writer, const base::LinkTarget& link) {
    if (const auto* near = std::get_if<base::AnchorLink>(&link)) {
        return writer.anchors.contains(near->anchor) ? "#" + address(near->anchor) : std::string();
    }
    const auto* far = std::get_if<base::VolumeLink>(&link);
    if (far == nullptr) return base::written(link);
    const auto web = writer.edition.files.find(far->file);
    return address(
        base::written(web == writer.edition.files.end() ? link : base::VolumeLink{web->second, far->anchor}));
}

std::string paper_link(const Writer& writer, const std::string& anchor) {
    const auto page = writer.edition.pages.find(anchor);
    if (writer.edition.pdf.empty() || page == writer.edition.pages.end()) return {};
    return "<a class=\"paper\" href=\"" + escaped(address(writer.edition.pdf)) +
           "#page=" + std::to_string(page->second.first) + "\">" + words::paper + escaped(page->second.second) +
           words::page + "</a>";
}

/// Neighbours that lead to one place are one link.
void write_inlines(Writer& writer, const std::vector<Inline>& content) {
    std::string open;
    for (const Inline& part : content) {
        const std::string target = part.page || !part.link ? std::string() : target_of(writer, *part.link);
        if (target != open) {
            if (!open.empty()) writer.out += "</a>";
            if (!target.empty()) writer.out += "<a href=\"" + escaped(target) + "\">";
            open = target;
        }
        write_part(writer, part);
    }
    if (!open.empty()) writer.out += "</a>";
}

void write_notes(Writer& writer) {
    if (writer.notes.empty()) return;
    writer.out +=
        std::string("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">") +
        words::notes + "</h2>\n<ol>\n";
    for (std::size_t i = 0; i < writer.notes.size(); ++i) {
        const auto [note, uses] = writer.notes[i];
        writer.out += "<li" + attribute("id", note_id(i + 1)) + ">" +
                      label_of(writer.document.note_style.sign + std::to_string(i + 1));
        write_inlines(writer, writer.document.notes[note]);
        for (int use = 1; use <= uses; ++use) {
            const std::string which = uses == 1 ? "" : " " + std::to_string(use);
            writer.out += " <a" + attribute("href", "#" + mark_id(i + 1, use)) + " role=\"doc-backlink\">" +
                          words::to_text + which + "</a>";
        }
        writer.out += "</li>\n";
    }
    writer.out += "</ol>\n</section>\n";
}

}  // namespace html
