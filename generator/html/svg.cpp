// Drawings as SVG: shapes as they are, letters as text that can be found and copied. Neighbours of one look stand in a
// group that has it.
#include "html/svg.h"

#include "html/markup.h"

namespace html {

namespace {

/// A shape or letters: where it stands, and its look, which neighbours often share.
struct Element {
    std::string name;
    std::string place;
    std::string look;
    std::string content;
};

struct MarkWriter {
    const Faces& faces;

    Element operator()(const figures::Fill& fill) const {
        return {"path",
                " d=\"M" + points(fill.rect.x) + " " + points(fill.rect.y) + "h" + points(fill.rect.width) + "v" +
                    points(fill.rect.height) + "h" + points(-fill.rect.width) + "z\"",
                attribute("fill", hexadecimal(fill.colour)),
                {}};
    }
    Element operator()(const figures::Stroke& stroke) const {
        const std::string line = written({figures::PathStep::Kind::line, stroke.to, {}, {}}, stroke.from);
        return {"path",
                " d=\"M" + points(stroke.from.x) + " " + points(stroke.from.y) + line + "\"",
                attribute("stroke", hexadecimal(stroke.colour)) + attribute("stroke-width", points(stroke.weight)),
                {}};
    }
    Element operator()(const figures::Path& path) const {
        std::string steps;
        base::Point pen, first;
        for (const figures::PathStep& step : path.steps) {
            steps += written(step, pen);
            if (step.kind == figures::PathStep::Kind::move) first = step.to;
            pen = step.kind == figures::PathStep::Kind::close ? first : step.to;
        }
        std::string look = attribute("fill", path.fill ? hexadecimal(*path.fill) : "none");
        if (path.stroke) {
            look += attribute("stroke", hexadecimal(*path.stroke)) + attribute("stroke-width", points(path.weight));
            if (path.round_joins) look += " stroke-linejoin=\"round\" stroke-linecap=\"round\"";
        }
        return {"path", " d=\"" + steps + "\"", std::move(look), {}};
    }
    Element operator()(const figures::Glyphs& glyphs) const {
        const text::GlyphRun& run = glyphs.run;
        if (!is_drawn(glyphs)) return {};
        std::string look = attribute("font-size", points(run.size)) + attribute("fill", hexadecimal(run.colour));
        const auto face = faces.find(run.face);
        if (face != faces.end()) look += attribute("class", face->second);
        return {"text", attribute("x", places(glyphs)) + attribute("y", points(glyphs.origin.y)), std::move(look),
                escaped(run.text)};
    }

   private:
    /// From the pen, exactly: steps of dashes and rounds are short.
    static std::string from(base::Point pen, base::Point point) {
        return beside(points(point.x - pen.x), points(point.y - pen.y));
    }
    /// A sign parts numbers as a blank does.
    static std::string beside(const std::string& numbers, const std::string& next) {
        return numbers + (next.front() == '-' ? "" : " ") + next;
    }
    static std::string written(const figures::PathStep& step, base::Point pen) {
        switch (step.kind) {
            case figures::PathStep::Kind::move: return "m" + from(pen, step.to);
            case figures::PathStep::Kind::line:
                if (step.to.y == pen.y) return "h" + points(step.to.x - pen.x);
                if (step.to.x == pen.x) return "v" + points(step.to.y - pen.y);
                return "l" + from(pen, step.to);
            case figures::PathStep::Kind::curve:
                return "c" + beside(beside(from(pen, step.c1), from(pen, step.c2)), from(pen, step.to));
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

std::string markup(const Element& element, const std::string& look) {
    const std::string begin = "<" + element.name + element.place + look;
    return element.content.empty() ? begin + "/>" : begin + ">" + element.content + "</" + element.name + ">";
}

}  // namespace

std::string face_class(const text::FontProgram& program) {
    const auto named = [&](const char* part) { return program.postscript_name.find(part) != std::string::npos; };
    const bool serif = program.serif || named("Mincho") || named("Serif");
    return std::string(serif ? "mincho" : "gothic") + (named("UDP") ? " proportional" : "") +
           (named("Bold") ? " bold" : "");
}

bool is_drawn(const figures::Glyphs& glyphs) { return !glyphs.run.text.empty() && !glyphs.run.glyphs.empty(); }

std::string svg_marks(const std::vector<figures::Mark>& marks, const Faces& faces) {
    std::vector<Element> elements;
    for (const figures::Mark& mark : marks) {
        Element element = std::visit(MarkWriter{faces}, mark);
        if (!element.name.empty()) elements.push_back(std::move(element));
    }
    std::string out;
    for (std::size_t from = 0, to = 0; from < elements.size(); from = to) {
        const std::string& look = elements[from].look;
        while (to < elements.size() && elements[to].look == look) ++to;
        const bool alone = to == from + 1;
        if (!alone) out += "<g" + look + ">";
        for (std::size_t i = from; i < to; ++i) out += markup(elements[i], alone ? look : "");
        if (!alone) out += "</g>";
    }
    return out;
}

std::string svg(const figures::Drawing& drawing, const std::string& name, const Faces& faces) {
    std::string out = "<svg viewBox=\"0 0 " + points(drawing.width) + " " + points(drawing.height) + "\"";
    out += name.empty() ? " aria-hidden=\"true\"" : " role=\"img\"" + attribute("aria-label", name);
    return out + ">" + svg_marks(drawing.marks, faces) + "</svg>";
}

}  // namespace html
