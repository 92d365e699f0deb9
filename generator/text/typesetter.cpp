// The room's entry: a paragraph and a measure become lines.
#include <algorithm>

#include "base/kept.h"
#include "base/utf8.h"
#include "text/assemble.h"
#include "text/content.h"
#include "text/phrases.h"
#include "text/prepare.h"
#include "text/subset.h"

namespace text {

namespace {

using base::Align;

/// A measure no paragraph fills.
constexpr Length endless{100'000'000'000};

/// By which type grows smaller where a style allows it: half a point.
constexpr std::int64_t size_step = 500;

/// What is settled before a paragraph is broken.
struct Job {
    const Paragraph& paragraph;
    Length measure;
    Length label_width;
    bool narrow = false;
    std::int64_t em = 1;
};

std::int64_t em_of(const Paragraph& paragraph) {
    std::int64_t em = 1000;
    for (const Run& run : paragraph.runs) em = std::max(em, run.style->size.value);
    return em;
}

Mode mode_of(const Job& job) {
    const ParagraphStyle& style = job.paragraph.style;
    if (style.setting == base::Setting::heading) return Mode::balanced;
    if (style.align != Align::justify || (style.setting == base::Setting::cell && job.narrow)) return Mode::ragged;
    const std::int64_t measure = (job.measure - style.hang).value;
    if (measure < style.justify_from * job.em) return Mode::ragged;
    return Mode::justified;
}

/// Where the first line's text begins: behind the label, if there is one.
Length first_x(const Job& job) {
    const ParagraphStyle& style = job.paragraph.style;
    if (job.paragraph.label.empty()) return style.hang + style.first_indent;
    const Length label = style.first_indent + job.label_width;
    if (label <= style.hang || style.hang == Length{}) return std::max(style.hang, label);
    return label + Length{job.em / 4};  // one that needs more than its place stands clear of the text
}

/// Where the other lines begin: under the text of the first, whose label may need more than its place.
Length rest_x(const Job& job) {
    const Length hang = job.paragraph.style.hang;
    return job.paragraph.label.empty() || hang == Length{} ? hang : std::max(hang, first_x(job));
}

Length shift_of(const Job& job, Length room, Length width) {
    switch (job.paragraph.style.align) {
        case Align::centre: return Length{std::max<std::int64_t>((room - width).value / 2, 0)};
        case Align::end: return Length{std::max<std::int64_t>((room - width).value, 0)};
        default: return {};
    }
}

/// Headings and cells set flush part at phrases where they can, if they have more than one line.
bool wants_phrases(const Job& job, const Prepared& prepared) {
    const bool heading = mode_of(job) == Mode::balanced;
    const bool cell = mode_of(job) == Mode::ragged && job.paragraph.style.setting == base::Setting::cell;
    if (!heading && !cell) return false;
    std::int64_t width = 0;
    for (std::size_t i = 0; i < prepared.elements.size(); ++i) {
        width += prepared.elements[i].body + prepared.gaps[i].natural;
    }
    const Length x = heading ? std::max(first_x(job), rest_x(job)) : first_x(job);
    return width > (job.measure - x).value;
}

Run label_of(const Paragraph& paragraph) {
    Run run;
    run.text = paragraph.label + " ";  // unseen: it parts label and text where they are read or copied
    run.style = paragraph.label_style != nullptr || paragraph.runs.empty() ? paragraph.label_style
                                                                           : paragraph.runs.front().style;
    run.exact = true;
    if (!paragraph.runs.empty()) run.span = paragraph.runs.front().span;
    return run;
}

}  // namespace

struct Typesetter::Impl {
    Impl(const base::Value& fonts, const base::Value& classes, base::Diagnostics& diagnostics)
        : rules(read_rules(classes, diagnostics)),
          faces(fonts, diagnostics),
          complaints(diagnostics),
          phrases(rules.dictionary, rules.nouns, rules.whole_names) {}

    Impl(const Impl& like)
        : rules(like.rules),
          faces(like.faces),
          complaints(like.complaints),
          phrases(rules.dictionary, rules.nouns, rules.whole_names) {}
    Impl& operator=(const Impl&) = delete;

    Rules rules;
    Faces faces;
    Complaints complaints;
    Phrases phrases;
    bool keeps = false;  ///< for later runs
    base::Kept<SetParagraph> set_paragraphs;
    base::Kept<Length> natural_widths;
    std::string content;  ///< of the paragraph that is asked for
    Prepared prepared;    ///< the same taken apart
    std::vector<Character> characters;

    /// What was made of the same content in this run or the last; what there is to complain of is made again.
    template <typename Thing, typename Make>
    Thing kept(base::Kept<Thing>& things, const Paragraph& paragraph, Length measure, const Make& make) {
        if (!keeps) return make();
        take_content(paragraph, measure, content);
        if (const Thing* thing = things.find(content)) return *thing;
        const std::size_t before = complaints.count();
        Thing thing = make();
        if (complaints.count() == before) things.keep(content, thing);
        return thing;
    }

    std::vector<Cut> cuts(const Job& job, Bond limit) const {
        const Length room = job.measure - rest_x(job);
        const Frame frame{mode_of(job), (job.measure - first_x(job)).value, room.value, job.em,
                          job.paragraph.style.hanging_punctuation && mode_of(job) == Mode::justified};
        return break_lines(prepared, rules, frame, limit);
    }

    void take_apart(const std::vector<Run>& runs, base::Numerals numerals, bool narrow, Length largest) {
        prepare(runs, numerals, {rules, faces, complaints, characters, narrow, largest}, prepared);
    }

    void take_apart(const Job& job, Length largest) {
        take_apart(job.paragraph.runs, job.paragraph.style.numerals, job.narrow, largest);
        if (wants_phrases(job, prepared)) phrases.mark(prepared, rules);
    }

    /// Whether a line ends inside a word.
    bool cuts_word(const std::vector<Cut>& found) const {
        return std::any_of(found.begin(), found.end(), [&](const Cut& cut) {
            const Gap& gap = prepared.gaps[cut.next - 1];
            return cut.next < prepared.elements.size() && gap.bond != Bond::must && gap.phrase >= Phrase::inside;
        });
    }

    /// The ladder: whole words, units and soft bonds; smaller sizes, half a point at a time; soft bonds and words given
    /// up; digit groups; and at last anywhere.
    std::vector<Cut> ladder(const Job& job) {
        std::vector<Cut> found = cuts(job, Bond::sign);
        const bool possible = !found.empty();
        bool shrunk = false;
        const std::int64_t least = job.paragraph.style.smaller_size.value;
        const auto fits = [&] { return !found.empty() && !cuts_word(found); };
        for (std::int64_t size = job.em; least > 0 && size > least && !fits();) {
            size = std::max(size - size_step, least);
            take_apart(job, Length{size});
            shrunk = true;
            found = cuts(job, Bond::sign);
        }
        if (shrunk && possible && !fits()) {  // no size helps
            take_apart(job, Length{INT64_MAX});
            found = cuts(job, Bond::sign);
        }
        for (Bond limit : {Bond::group, Bond::inside, Bond::leader, Bond::never}) {
            if (found.empty()) found = cuts(job, limit);
        }
        return found;
    }

    /// The label's glyphs; its width with what follows it is reported in `width`.
    std::vector<GlyphRun> label(const Paragraph& paragraph, Length x, Length& width) {
        const std::vector<Run> runs = {label_of(paragraph)};
        if (runs[0].style == nullptr) return {};
        take_apart(runs, base::Numerals::as_written, false, Length{INT64_MAX});
        const std::size_t count = prepared.elements.size();
        Line line = assemble({prepared, runs}, {0, count - 1, count, {}}, x);
        for (GlyphRun& run : line.runs) run.run = label_run;
        width = line.width;
        return std::move(line.runs);
    }

    Line line(const Job& job, const Cut& cut, bool alone) const {
        const Length x = cut.begin == 0 ? first_x(job) : rest_x(job);
        const Length room = job.measure - x;
        const Assembly assembly{prepared, job.paragraph.runs};
        if (alone && job.paragraph.style.align == Align::distribute && cut.end > cut.begin) {
            return distribute(assembly, cut, x, room);
        }
        Line line = assemble(assembly, cut, x);
        const Length shift = shift_of(job, room, line.width);
        for (GlyphRun& run : line.runs) run.x += shift;
        for (Ruby& ruby : line.rubies) {
            for (GlyphRun& run : ruby.reading) run.x += shift;
        }
        for (PlacedObject& object : line.objects) object.x += shift;
        return line;
    }

    SetParagraph set(const Paragraph& paragraph, Length measure) {
        Job job{paragraph, measure, {}, false, em_of(paragraph)};
        std::vector<GlyphRun> label;
        if (!paragraph.label.empty()) label = this->label(paragraph, paragraph.style.first_indent, job.label_width);
        job.narrow = paragraph.style.setting == base::Setting::cell && measure.value < rules.cell_measure * job.em;
        take_apart(job, Length{INT64_MAX});
        const std::vector<Cut> cuts = ladder(job);
        SetParagraph result;
        result.lines.reserve(cuts.size());
        for (const Cut& cut : cuts) result.lines.push_back(line(job, cut, cuts.size() == 1));
        if (!label.empty()) {
            if (result.lines.empty()) result.lines.emplace_back();
            Line& first = result.lines.front();
            first.runs.insert(first.runs.begin(), label.begin(), label.end());
            for (Ruby& ruby : first.rubies) {
                ruby.first += label.size();
                ruby.last += label.size();
            }
        }
        return result;
    }

    Length natural_width(const Paragraph& paragraph) {
        Job job{paragraph, endless, {}, false, em_of(paragraph)};
        if (!paragraph.label.empty()) this->label(paragraph, {}, job.label_width);
        take_apart(paragraph.runs, paragraph.style.numerals, false, Length{INT64_MAX});
        const Frame frame{Mode::ragged, endless.value, endless.value, job.em, false};
        Length widest;
        for (const Cut& cut : break_lines(prepared, rules, frame, Bond::none)) {
            const Line line = assemble({prepared, paragraph.runs}, cut, {});
            widest = std::max(widest, line.width + (cut.begin == 0 ? first_x(job) : rest_x(job)));
        }
        return widest;
    }
};

Typesetter::Typesetter(const base::Value& fonts, const base::Value& classes, base::Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(fonts, classes, diagnostics)) {}

Typesetter::Typesetter(const Typesetter& like) : impl_(std::make_unique<Impl>(*like.impl_)) {}

Typesetter::~Typesetter() = default;

void Typesetter::keep_whole(const std::vector<std::string>& names) {
    std::vector<std::u32string> decoded;
    for (const std::string& name : names) {
        if (!name.empty()) decoded.push_back(base::decode(name));
    }
    if (impl_->phrases.keep_whole(std::move(decoded))) impl_->set_paragraphs.clear();
}

void Typesetter::tell(base::Diagnostics& diagnostics) {
    impl_->complaints.tell(diagnostics);
    impl_->faces.tell(diagnostics);
}

void Typesetter::begin_run() {
    impl_->keeps = true;
    impl_->complaints.begin_run();
    impl_->set_paragraphs.next_run();
    impl_->natural_widths.next_run();
}

bool Typesetter::lacks_role() const { return impl_->faces.lacks_role(); }

SetParagraph Typesetter::set(const Paragraph& paragraph, Length measure) {
    return impl_->kept(impl_->set_paragraphs, paragraph, measure, [&] { return impl_->set(paragraph, measure); });
}

Length Typesetter::natural_width(const Paragraph& paragraph) {
    return impl_->kept(impl_->natural_widths, paragraph, endless, [&] { return impl_->natural_width(paragraph); });
}

std::vector<FontProgram> Typesetter::programs(const std::map<FaceId, std::vector<EmbeddedGlyph>>& used) const {
    std::vector<FontProgram> programs;
    for (const auto& [face, glyphs] : used) {
        programs.push_back(font_program(impl_->faces.infos()[face], impl_->faces.face(face).opened(), glyphs));
        programs.back().face = face;
    }
    return programs;
}

}  // namespace text
