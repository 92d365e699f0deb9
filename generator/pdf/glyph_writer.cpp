// Each glyph goes where layout put it: adjustments are taken from its place, so that rounding never adds up.
#include "pdf/glyph_writer.h"

#include <stdexcept>

#include "pdf/syntax.h"

namespace pdf {
namespace {

/// Thousandths of an em, to the nearest.
std::int64_t in_ems(base::Length length, base::Length size) {
    const std::int64_t twice = length.value * 2000 / size.value;
    return (twice + (twice >= 0 ? 1 : -1)) / 2;
}

}  // namespace

void GlyphWriter::draw(const layout::Glyphs& glyphs) {
    if (glyphs.run.glyphs.empty()) return;
    const auto found = fonts_.find(glyphs.run.face);
    if (found == fonts_.end()) throw std::runtime_error("no font for face " + std::to_string(glyphs.run.face));
    begin();
    select(found->second, glyphs.run.size);
    paint(glyphs.run.colour);
    move_to(glyphs.origin);
    show_run(glyphs);
}

void GlyphWriter::end() {
    if (!in_text_) return;
    close_array();
    if (rise_ != base::Length{}) stream_.write("0 Ts ");
    rise_ = {};
    stream_.write("ET\n");
    in_text_ = false;
}

void GlyphWriter::begin() {
    if (in_text_) return;
    stream_.write("BT\n");
    in_text_ = true;
    placed_ = false;
    line_ = {};
}

void GlyphWriter::select(const Font& font, base::Length size) {
    if (font_ == &font && size_ == size) return;
    close_array();
    font_ = &font;
    size_ = size;
    placed_ = false;
    stream_.write("/" + font.resource + " " + number(size) + " Tf\n");
}

void GlyphWriter::paint(base::Colour colour) {
    if (stream_.fill() == colour) return;
    close_array();
    stream_.set_fill(colour);
}

/// A run on the line in hand goes on from the pen; adjustments bridge the gap.
void GlyphWriter::move_to(base::Point origin) {
    const base::Point target = stream_.from_bottom(origin);
    if (placed_ && target.y == line_.y) return;
    close_array();
    stream_.number(target.x - line_.x);
    stream_.number(target.y - line_.y);
    stream_.write("Td\n");
    line_ = target;
    drawn_ = 0;
    placed_ = true;
}

/// Clusters that the font's map of characters does not tell rightly are wrapped in spans with their own text.
void GlyphWriter::show_run(const layout::Glyphs& glyphs) {
    const text::GlyphRun& run = glyphs.run;
    base::Length pen = glyphs.origin.x;
    for (const Cluster& cluster : clusters(run)) {
        const bool told = reads_as_written(run, cluster, font_->text);
        if (!told) open_span("/ActualText" + hex_text_string(cluster.characters));
        for (std::size_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
            const text::Glyph& glyph = run.glyphs[i];
            show(font_->code(glyph), pen + glyph.dx, glyph.dy);
            pen += glyph.advance;
        }
        if (!told) close_span();
    }
}

/// The pen is led by the places asked for, not by sums of rounded steps, so that no error grows along a line.
void GlyphWriter::show(const FontCode& code, base::Length x, base::Length rise) {
    if (rise != rise_) {
        close_array();
        stream_.number(rise);
        stream_.write("Ts ");
        rise_ = rise;
    }
    const std::int64_t wanted = in_ems(x - line_.x, size_);
    if (!in_array_) stream_.write("[");
    in_array_ = true;
    if (wanted != drawn_) {
        if (in_string_) stream_.write(")");
        in_string_ = false;
        stream_.write(std::to_string(drawn_ - wanted));
        drawn_ = wanted;
    }
    if (!in_string_) stream_.write("(");
    in_string_ = true;
    stream_.code(code.code);
    drawn_ += code.width;
}

void GlyphWriter::open_span(const std::string& properties) {
    close_array();
    stream_.write("/Span<<" + properties + ">>BDC\n");
}

void GlyphWriter::close_span() {
    close_array();
    stream_.write("EMC\n");
}

void GlyphWriter::close_array() {
    if (!in_array_) return;
    stream_.write(in_string_ ? ")]TJ\n" : "]TJ\n");
    in_array_ = in_string_ = false;
}

}  // namespace pdf
