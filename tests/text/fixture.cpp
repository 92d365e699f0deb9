// One typesetter is shared by all tests, so that the faces are opened once; a specimen is one run at ten points.
#include "text/fixture.h"

#include "home.h"
#include "input/input.h"

namespace text_test {

using base::Length;

Bench::Bench() {
    const std::string home = KENSHO_HOME;
    const base::Value fonts = input::read_tree(home + "/fonts/fonts.yaml", sources, diagnostics);
    const base::Value rules = input::read_tree(home + "/config/typesetting.yaml", sources, diagnostics);
    typesetter = std::make_unique<text::Typesetter>(fonts, rules, diagnostics);
}

Bench& Bench::shared() {
    static Bench bench;
    return bench;
}

base::ParagraphStyle style_of(const std::string& name) {
    base::ParagraphStyle style;
    style.setting = name == "body"   ? base::Setting::body
                    : name == "cell" ? base::Setting::cell
                                     : base::Setting::heading;
    style.align = name == "heading" ? base::Align::start : base::Align::justify;
    style.numerals = base::Numerals::as_written;
    return style;
}

text::SetParagraph Bench::set(const Specimen& specimen) {
    base::CharacterStyle character;
    character.role = "family:" + specimen.face;
    character.size = Length::points(10);
    text::Run run;
    run.text = specimen.text;
    run.style = &character;
    return set({run}, style_of(specimen.style), Length{specimen.width * 10});
}

text::SetParagraph Bench::set(const std::vector<text::Run>& runs, const base::ParagraphStyle& style, Length measure) {
    text::Paragraph paragraph;
    paragraph.runs = runs;
    paragraph.style = style;
    return typesetter->set(paragraph, measure);
}

std::vector<std::string> texts(const text::SetParagraph& set) {
    std::vector<std::string> lines;
    for (const text::Line& line : set.lines) lines.push_back(text_of(line));
    return lines;
}

}  // namespace text_test
