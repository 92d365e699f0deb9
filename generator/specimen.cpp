// Each text is set by the real typesetter and goes to a page just as wide as its column and as high as its lines.
#include "specimen.h"

#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/line.h"

namespace kensho {

namespace {

using base::Fields;
using base::Length;
using base::say;
using base::Setting;

struct Entry {
    text::Paragraph paragraph;
    Length width;
};

struct Sheet {
    base::CharacterStyle style;
    std::vector<Entry> entries;
};

/// Families whose name holds the wanted one's first word, else the nearest by spelling.
std::string near_families(const std::string& wanted) {
    const std::vector<std::string> families = text::installed_families();
    const std::string word = base::ascii_lower(wanted.substr(0, wanted.find(' ')));
    std::string names;
    std::vector<std::string_view> all;
    for (const std::string& family : families) {
        all.push_back(family);
        const bool alike = !word.empty() && base::ascii_lower(family).find(word) != std::string::npos;
        if (alike) names += (names.empty() ? "" : ", ") + family;
    }
    if (names.empty()) names = base::nearest(wanted, all).value_or("");
    return names.empty() ? std::string() : say("installed are: {}", names);
}

void read_font(Fields& fields, Sheet& sheet, base::Diagnostics& diagnostics) {
    const base::Value* font = fields.required("font");
    const std::string family = font == nullptr ? "" : base::as_text(*font, diagnostics).value_or("");
    if (!family.empty() && !text::is_installed(family)) {
        diagnostics.error(font->span, say("the font family `{}` is not installed", family), near_families(family));
    }
    sheet.style.role = "family:" + family;
    sheet.style.size = fields.optional_length("size").value_or(Length::points(10));
    if (sheet.style.size < Length::points(1) || sheet.style.size > Length::points(500)) {
        diagnostics.error(fields.span(), say("`size` must lie between 1 and 500 points"));
    }
}

Length width_of(Fields& fields, Length size) {
    const auto em = fields.optional_number("width");
    const std::int64_t thousandths = em && em->digits.size() < 8 ? base::Ratio(*em).thousandths() : 0;
    if (thousandths <= 0) {
        fields.diagnostics().error(fields.span(), say("`width` must be a positive number of em"));
    }
    return Length{thousandths * size.value / 1000};
}

Entry read_entry(const base::Value& value, const base::CharacterStyle& style, base::Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    Entry entry;
    const base::Value* words = fields.required("text");
    text::Run run;
    run.style = &style;
    if (words != nullptr) {
        run.text = base::as_text(*words, diagnostics).value_or("");
        run.span = words->span;
    }
    entry.width = width_of(fields, style.size);
    base::ParagraphStyle& set = entry.paragraph.style;
    set.setting = fields
                      .optional_choice<Setting>(
                          "style", {{"body", Setting::body}, {"cell", Setting::cell}, {"heading", Setting::heading}})
                      .value_or(Setting::body);
    set.align = set.setting == Setting::heading ? base::Align::start : base::Align::justify;
    set.numerals = base::Numerals::as_written;
    set.leading = scaled(style.size, 17, 10);
    entry.paragraph.runs.push_back(std::move(run));
    return entry;
}

void read_sheet(const base::Value& tree, Sheet& sheet, base::Diagnostics& diagnostics) {
    Fields fields(tree, diagnostics);
    read_font(fields, sheet, diagnostics);
    for (const base::Value& value : fields.required_list("entries")) {
        sheet.entries.push_back(read_entry(value, sheet.style, diagnostics));
    }
    if (sheet.entries.empty() && fields.has("entries"))
        diagnostics.error(fields.span(), say("`entries` must hold at least one text"));
}

/// A page as wide as the column and as high as the lines.
layout::Page page_of(const text::SetParagraph& set, const Entry& entry, Length leading, int element) {
    layout::Page page;
    page.width = entry.width;
    page.height = leading * std::max<std::int64_t>(static_cast<std::int64_t>(set.lines.size()), 1);
    layout::Chunk chunk;
    chunk.element = element;
    Length top;
    for (const text::Line& line : set.lines) {
        const Length baseline = top + (leading - line.size) / 2 + scaled(line.size, 88, 100);
        for (const text::GlyphRun& run : line.runs) {
            layout::Glyphs glyphs;
            glyphs.origin = {run.x, baseline - run.raise};
            glyphs.run = run;
            chunk.marks.push_back(std::move(glyphs));
        }
        top += leading;
    }
    page.chunks.push_back(std::move(chunk));
    return page;
}

void add_page(layout::Pages& pages, layout::Page page) {
    const auto index = static_cast<int>(pages.pages.size());
    const auto element = static_cast<int>(pages.structure.elements.size());
    page.label = std::to_string(index + 1);
    layout::Element paragraph;
    paragraph.type = "P";
    paragraph.parent = 0;
    paragraph.kids.push_back({layout::Kid::Kind::chunk, 0, index});
    pages.structure.elements.front().kids.push_back({layout::Kid::Kind::element, element});
    pages.structure.elements.push_back(std::move(paragraph));
    pages.pages.push_back(std::move(page));
}

std::string lines_of(const std::vector<text::SetParagraph>& all) {
    std::string lines;
    for (const text::SetParagraph& set : all) {
        for (const text::Line& line : set.lines) lines += text_of(line) + "\n";
        lines += "\n";
    }
    return lines;
}

std::string pdf_of(const Sheet& sheet, const std::vector<text::SetParagraph>& all, const text::Typesetter& typesetter) {
    layout::Pages pages;
    layout::Element root;
    root.type = "Document";
    pages.structure.elements.push_back(root);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Entry& entry = sheet.entries[i];
        const auto element = static_cast<int>(pages.structure.elements.size());
        add_page(pages, page_of(all[i], entry, entry.paragraph.style.leading, element));
    }
    pages.metadata.title = "Specimen";
    base::Jobs alone(1);
    return pdf::write(pages, typesetter.programs(layout::used_glyphs(pages)), alone);
}

}  // namespace

Specimen make_specimen(const std::filesystem::path& file, const input::Home& home, base::Sources& sources,
                       base::Diagnostics& diagnostics) {
    const base::Value tree = input::read_tree(file, sources, diagnostics);
    const base::Value fonts = input::read_tree(home.root / "fonts" / "fonts.yaml", sources, diagnostics);
    const base::Value rules = input::read_tree(home.root / "config" / "typesetting.yaml", sources, diagnostics);
    text::Typesetter typesetter(fonts, rules, diagnostics);
    Sheet sheet;
    read_sheet(tree, sheet, diagnostics);
    if (diagnostics.has_errors()) return {};
    std::vector<text::SetParagraph> all;
    for (const Entry& entry : sheet.entries) all.push_back(typesetter.set(entry.paragraph, entry.width));
    if (diagnostics.has_errors()) return {};
    return {pdf_of(sheet, all, typesetter), lines_of(all)};
}

}  // namespace kensho
