// SVG pictures as forms: points are transformed here, so that operators hold only paths, colours and strokes.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/message.h"
#include "pdf/pictures.h"
#include "pdf/svg_path.h"
#include "pdf/svg_style.h"

namespace pdf {
namespace {

constexpr double form_width = 1000;  ///< points; wide enough that thousandths of a point are fine

constexpr std::uint64_t most_work = 10'000'000;  ///< steps: a second or two; maps of a town take some 100,000

void append(std::string& out, double value) {
    append_number(out, {std::llround(std::clamp(value, -1e6, 1e6) * 1000)});
    out += ' ';
}

void append(std::string& out, SvgPoint point) {
    append(out, point.x);
    append(out, point.y);
}

/// Turns shapes into operators.
class SvgWriter {
   public:
    SvgWriter(const SvgSheet& sheet, base::Budget& work, std::string& out) : sheet_(sheet), work_(work), out_(out) {}

    void write(const XmlElement& element, const SvgMatrix& above, const SvgStyle& inherited) {
        static const std::set<std::string_view> silent = {"title", "desc", "metadata", "defs", "style", "namedview"};
        if (silent.contains(element.name)) return;
        const bool group = element.name == "g" || element.name == "svg" || element.name == "a";
        const auto outline = group ? std::nullopt : svg_outline(element);
        if (!group && !outline) refuse_svg(element, "<" + element.name + ">");
        const auto own = svg_transform(element.attribute("transform"));
        if (!own) refuse_svg(element, "transform");
        const SvgMatrix matrix = above * *own;
        const SvgStyle style = svg_style(element, inherited, sheet_, work_);
        if (!style.visible) return;
        if (outline) shape(*outline, matrix, style);
        for (const XmlElement& kid : element.elements) {
            if (group) write(kid, matrix, style);
        }
    }

   private:
    void shape(const SvgOutline& outline, const SvgMatrix& matrix, const SvgStyle& style) {
        const bool stroked = style.stroke && style.width > 0;
        if (outline.empty() || (!style.fill && !stroked)) return;
        if (style.fill) colour(*style.fill, " g\n", " rg\n");
        if (stroked) stroke_state(matrix, style);
        for (const SvgStep& step : outline) add(step, matrix);
        const std::string rule = style.fill && style.even_odd ? "*\n" : "\n";
        out_ += (style.fill && stroked ? "B" : style.fill ? "f" : "S") + rule;
    }

    void add(const SvgStep& step, const SvgMatrix& matrix) {
        if (step.kind == SvgStep::Kind::close) {
            out_ += "h ";
            return;
        }
        if (step.kind == SvgStep::Kind::curve) {
            append(out_, matrix * step.c1);
            append(out_, matrix * step.c2);
        }
        append(out_, matrix * step.to);
        out_ += step.kind == SvgStep::Kind::move ? "m " : step.kind == SvgStep::Kind::line ? "l " : "c ";
    }

    void colour(base::Colour value, const char* grey, const char* rgb) {
        const std::string operands = colour_operands(value);
        out_ += operands + (operands.find(' ') == std::string::npos ? grey : rgb);
    }

    void stroke_state(const SvgMatrix& matrix, const SvgStyle& style) {
        const double scale = std::sqrt(std::abs(matrix.a * matrix.d - matrix.b * matrix.c));
        colour(*style.stroke, " G\n", " RG\n");
        append(out_, style.width * scale);
        out_ += "w " + std::to_string(style.cap) + " J " + std::to_string(style.join) + " j ";
        append(out_, style.miter);
        out_ += "M [";
        spend(work_, style.dashes.size());
        const std::vector<double> dashes = svg_numbers(style.dashes);
        const bool usable = std::all_of(dashes.begin(), dashes.end(), [](double dash) { return dash >= 0; }) &&
                            std::any_of(dashes.begin(), dashes.end(), [](double dash) { return dash > 0; });
        for (std::size_t i = 0; usable && i < dashes.size(); ++i) append(out_, dashes[i] * scale);
        out_ += "] 0 d\n";
    }

    const SvgSheet& sheet_;
    base::Budget& work_;
    std::string& out_;
};

void collect_sheets(const XmlElement& element, SvgSheet& sheet, base::Budget& work) {
    if (element.name == "style") read_svg_sheet(sheet, element.text, work);
    for (const XmlElement& kid : element.elements) collect_sheets(kid, sheet, work);
}

struct ViewBox {
    double x = 0, y = 0, width = 0, height = 0;
};

ViewBox view_box(const XmlElement& root) {
    const std::vector<double> box = svg_numbers(root.attribute("viewBox"));
    ViewBox result;
    if (box.size() == 4) {
        result = {box[0], box[1], box[2], box[3]};
    } else {
        result.width = svg_length(root.attribute("width")).value_or(0);
        result.height = svg_length(root.attribute("height")).value_or(0);
    }
    if (!(result.width > 0) || !(result.height > 0) || result.height / result.width > 100) {
        throw PictureFault(base::say("the SVG picture has no viewBox, or an empty one"));
    }
    return result;
}

}  // namespace

PictureResource write_svg(Objects& objects, std::string_view bytes) {
    const XmlElement root = parse_xml(bytes);
    if (root.name != "svg") throw PictureFault(base::say("the picture is neither PNG, JPEG, SVG nor PDF"));
    const ViewBox box = view_box(root);
    SvgSheet sheet;
    base::Budget work(most_work);
    collect_sheets(root, sheet, work);
    const double scale = form_width / box.width;
    const SvgMatrix upright{scale, 0, 0, -scale, -box.x * scale, (box.y + box.height) * scale};
    std::string operators;
    SvgWriter(sheet, work, operators).write(root, upright, SvgStyle{});
    PictureResource result;
    result.width = {std::llround(form_width * 1000)};
    result.height = {std::llround(box.height * scale * 1000)};
    result.id = objects.add_stream(
        "/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 " + number(result.width) + " " + number(result.height) + "]",
        operators);
    return result;
}

}  // namespace pdf
