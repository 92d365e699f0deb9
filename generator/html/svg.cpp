// Drawings as SVG: shapes as they are, letters as text that can be found and copied.
#include "html/svg.h"

#include "html/markup.h"

namespace html {

namespace {

struct Written {
    const Faces& faces;

    std::string operator()(const figures::Fill& fill) const {
        return "<path d=\"M" + points(fill.rect.x) + " " + points(fill.rect.y) + "h" + points(fill.rect.width) + "v" +
               points(fill.rect.height) + "h" + points(-fill.rect.width) + "z\" fill=\"" + hexadecimal(fill.colour) +
               "\"/>";
    }
    std::string operator()(const figures::Stroke& stroke) const {
        return "<path d=\"M" + points(stroke.from.x) + " " + points(stroke.from.y) + "L" + points(stroke.to.x) + " " +
               points(stroke.to.y) + "\" stroke=\"" + hexadecimal(stroke.colour) + "\" stroke-width=\"" +
               points(stroke.weight) + "\"/>";
    }
    std::string operator()(const figures::Path& path) const {
        std::string out = "<path d=\"";
        base::Point pen, first;
        for (const figures::PathStep& step : path.steps) {
            out += written(step, pen);
            if (step.kind == figures::PathStep::Kind::move) first = step.to;
            pen = step.kind == figures::PathStep::Kind::close ? first : step.to;
        }
        out += "\" fill=\"" + (path.fill ? hexadecimal(*path.fill) : std::string("none")) + "\"";
        if (path.stroke) {
            out += " stroke=\"" + hexadecimal(*path.stroke) + "\" stroke-width=\"" + points(path.weight) + "\"";
            if (path.round_joins) out += " stroke-linejoin=\"round\" stroke-linecap=\"round\"";
        }
        return out + "/>";
    }
    std::string operator()(const figures::Glyphs& glyphs) const {
        const text::GlyphRun& run = glyphs.run;
        if (run.text.empty() || run.glyphs.empty()) return {};
        std::string out = "<text x=\"" + places(glyphs) + "\" y=\"" + points(glyphs.origin.y) + "\" font-size=\"" +
                          points(run.size) + "\" fill=\"" + hexadecimal(run.colour) + "\"";
        const auto face = faces.find(run.face);
        if (face != faces.end()) out += attribute("class", face->second);
        return out + ">" + escaped(run.text) + "</text>";
    }

   private:
    /// From the pen, exactly: steps of dashes and rounds are short.
    static std::string from(base::Point pen, base::Point point) {
        const std::string y = points(point.y - pen.y);
        return points(point.x - pen.x) + (y.front() == '-' ? "" : " ") + y;
    }
    static std::string written(const figures::PathStep& step, base::Point pen) {
        switch (step.kind) {
            case figures::PathStep::Kind::move: return "m" + from(pen, step.to);
            case figures::PathStep::Kind::line:
                if (step.to.y == pen.y) return "h" + points(step.to.x - pen.x);
                if (step.to.x == pen.x) return "v" + points(step.to.y - pen.y);
                return "l" + from(pen, step.to);
            case figures::PathStep::Kind::curve:
                return "c" + from(pen, step.c1) + " " + from(pen, step.c2) + " " + from(pen, step.to);
            case figures::PathStep::Kind::close: break;
        }
        return "z";
    }
    /// Every letter has a place of its own, so that another face on the reader's machine moves none of them: one for
    /// each UTF-16 unit, as SVG 1.1 counts them.
    static std::string places(const figures::Glyphs& glyphs) {
        const text::GlyphRun& run = glyphs.run;
        std::string out;
        base::Length pen = glyphs.origin.x;
        std::size_t glyph = 0;
        base::Length x = pen;
        for (std::size_t byte = 0; byte < run.text.size(); ++byte) {
            const auto lead = static_cast<unsigned char>(run.text[byte]);
            if ((lead & 0xC0U) == 0x80U) continue;
            while (glyph < run.glyphs.size() && run.glyphs[glyph].cluster <= byte) {
                if (run.glyphs[glyph].cluster == byte) x = pen + run.glyphs[glyph].dx;
                pen += run.glyphs[glyph].advance;
                ++glyph;
            }
            out += (out.empty() ? "" : " ") + tenths(x);
            if (lead >= 0xF0U) out += " " + tenths(x);
        }
        return out;
    }
    /// A twentieth of a millimetre is nothing the eye can see.
    static std::string tenths(base::Length x) { return points({(x.value + 50) / 100 * 100}); }
};

}  // namespace

std::string face_class(const text::FontProgram& program) {
    const auto named = [&](const char* part) { return program.postscript_name.find(part) != std::string::npos; };
    const bool serif = program.serif || named("Mincho") || named("Serif");
    return std::string(serif ? "mincho" : "gothic") + (named("UDP") ? " proportional" : "") +
           (named("Bold") ? " bold" : "");
}

std::string svg_marks(const std::vector<figures::Mark>& marks, const Faces& faces) {
    std::string out;
    for (const figures::Mark& mark : marks) out += std::visit(Written{faces}, mark);
    return out;
}

std::string svg(const figures::Drawing& drawing, const std::string& name, const Faces& faces) {
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + points(drawing.width) + " " +
                      points(drawing.height) + "\"";
    out += name.empty() ? " aria-hidden=\"true\"" : " role=\"img\"" + attribute("aria-label", name);
    return out + ">" + svg_marks(drawing.marks, faces) + "</svg>";
}

}  // namespace html
