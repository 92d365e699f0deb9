// Every shape comes down to moves, lines, cubic curves and closes; arcs become curves of a quarter turn at most.
#include "pdf/svg_path.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace pdf {
namespace {

/// Reads the commands and numbers of path data.
class Scanner {
   public:
    explicit Scanner(std::string_view text) : text_(text) {}

    void skip() { text_.remove_prefix(std::min(text_.find_first_not_of(" \t\r\n,"), text_.size())); }
    bool at_end() {
        skip();
        return text_.empty();
    }
    std::optional<char> letter() {
        skip();
        if (text_.empty() || !std::isalpha(static_cast<unsigned char>(text_[0]))) return std::nullopt;
        const char found = text_[0];
        text_.remove_prefix(1);
        return found;
    }
    std::optional<double> number() {
        skip();
        if (text_.starts_with('+')) text_.remove_prefix(1);
        double value = 0;
        const auto [end, fault] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (fault != std::errc{} || !std::isfinite(value) || std::abs(value) > 1e7) return std::nullopt;
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        return value;
    }
    /// A flag of an arc, which may touch the next number.
    std::optional<double> flag() {
        skip();
        if (text_.empty() || (text_[0] != '0' && text_[0] != '1')) return std::nullopt;
        const double value = text_[0] - '0';
        text_.remove_prefix(1);
        return value;
    }
    std::string_view rest() const { return text_; }

   private:
    std::string_view text_;
};

struct Arc {
    double rx, ry, turn;
    bool large, sweep;
    SvgPoint from, to;
};

/// An elliptical arc as curves of a quarter turn at most (SVG 1.1, F.6.5).
void add_arc(SvgOutline& out, Arc arc) {
    if (arc.rx == 0 || arc.ry == 0) {
        out.push_back({SvgStep::Kind::line, arc.to});
        return;
    }
    const double rx0 = std::abs(arc.rx);
    const double ry0 = std::abs(arc.ry);
    const double phi = arc.turn * std::numbers::pi / 180;
    const double cosine = std::cos(phi);
    const double sine = std::sin(phi);
    const double dx = (arc.from.x - arc.to.x) / 2;
    const double dy = (arc.from.y - arc.to.y) / 2;
    const double x1 = cosine * dx + sine * dy;
    const double y1 = -sine * dx + cosine * dy;
    const double grow = std::sqrt(std::max(1.0, x1 * x1 / (rx0 * rx0) + y1 * y1 / (ry0 * ry0)));
    const double rx = rx0 * grow;
    const double ry = ry0 * grow;
    const double below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    if (below == 0) return;
    const double root = std::sqrt(std::max(0.0, rx * rx * ry * ry / below - 1)) * (arc.large == arc.sweep ? -1 : 1);
    const double cx = root * rx * y1 / ry;
    const double cy = -root * ry * x1 / rx;
    const double start = std::atan2((y1 - cy) / ry, (x1 - cx) / rx);
    double span = std::atan2((-y1 - cy) / ry, (-x1 - cx) / rx) - start;
    if (arc.sweep && span < 0) span += 2 * std::numbers::pi;
    if (!arc.sweep && span > 0) span -= 2 * std::numbers::pi;
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(span) / (std::numbers::pi / 2) - 1e-9)));
    const double step = span / pieces;
    const double reach = 4.0 / 3 * std::tan(step / 4);
    const SvgMatrix place{rx * cosine,
                          rx * sine,
                          -ry * sine,
                          ry * cosine,
                          cosine * cx - sine * cy + (arc.from.x + arc.to.x) / 2,
                          sine * cx + cosine * cy + (arc.from.y + arc.to.y) / 2};
    for (int i = 0; i < pieces; ++i) {
        const double a = start + step * i;
        const double b = a + step;
        out.push_back({SvgStep::Kind::curve, place * SvgPoint{std::cos(b), std::sin(b)},
                       place * SvgPoint{std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a)},
                       place * SvgPoint{std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b)}});
    }
    out.back().to = arc.to;
}

/// Path data, command by command.
class PathReader {
   public:
    explicit PathReader(std::string_view data) : scanner_(data) {}

    SvgOutline read() {
        char command = 0;
        while (!scanner_.at_end()) {
            if (const auto letter = scanner_.letter()) {
                command = *letter;
            } else if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l';
            } else if (command == 'Z' || command == 'z') {
                break;
            }
            if ((out_.empty() && command != 'M' && command != 'm') || !step(command)) break;
        }
        return std::move(out_);
    }

   private:
    /// One command's operands; false where they are malformed.
    bool step(char command) {
        relative_ = command >= 'a';
        const char upper = static_cast<char>(relative_ ? command - 'a' + 'A' : command);
        if (upper == 'Z') {
            out_.push_back({SvgStep::Kind::close, start_});
            pen_ = control_ = start_;
            last_ = upper;
            return true;
        }
        bool good = false;
        switch (upper) {
            case 'M':
            case 'L': good = straight(upper); break;
            case 'H':
            case 'V': good = along_axis(upper); break;
            case 'C':
            case 'S': good = cubic(upper); break;
            case 'Q':
            case 'T': good = quadratic(upper); break;
            case 'A': good = arc(); break;
            default: return false;
        }
        if (upper == 'M' && good) start_ = pen_;
        last_ = upper;
        return good;
    }

    std::optional<SvgPoint> point() {
        const auto x = scanner_.number();
        const auto y = x ? scanner_.number() : std::nullopt;
        if (!y) return std::nullopt;
        return relative_ ? SvgPoint{pen_.x + *x, pen_.y + *y} : SvgPoint{*x, *y};
    }
    bool straight(char upper) {
        const auto to = point();
        if (!to) return false;
        out_.push_back({upper == 'M' ? SvgStep::Kind::move : SvgStep::Kind::line, *to});
        pen_ = control_ = *to;
        return true;
    }
    bool along_axis(char upper) {
        const auto value = scanner_.number();
        if (!value) return false;
        if (upper == 'H') pen_.x = relative_ ? pen_.x + *value : *value;
        if (upper == 'V') pen_.y = relative_ ? pen_.y + *value : *value;
        control_ = pen_;
        out_.push_back({SvgStep::Kind::line, pen_});
        return true;
    }
    SvgPoint mirrored() const { return {2 * pen_.x - control_.x, 2 * pen_.y - control_.y}; }
    bool cubic(char upper) {
        const auto first = upper == 'C' ? point() : (last_ == 'C' || last_ == 'S' ? mirrored() : pen_);
        const auto second = first ? point() : std::nullopt;
        const auto to = second ? point() : std::nullopt;
        if (!to) return false;
        out_.push_back({SvgStep::Kind::curve, *to, *first, *second});
        control_ = *second;
        pen_ = *to;
        return true;
    }
    bool quadratic(char upper) {
        const auto middle = upper == 'Q' ? point() : (last_ == 'Q' || last_ == 'T' ? mirrored() : pen_);
        const auto to = middle ? point() : std::nullopt;
        if (!to) return false;
        const auto toward = [&middle](SvgPoint end) {
            return SvgPoint{end.x + (middle->x - end.x) * 2 / 3, end.y + (middle->y - end.y) * 2 / 3};
        };
        out_.push_back({SvgStep::Kind::curve, *to, toward(pen_), toward(*to)});
        control_ = *middle;
        pen_ = *to;
        return true;
    }
    bool arc() {
        const auto rx = scanner_.number();
        const auto ry = rx ? scanner_.number() : std::nullopt;
        const auto turn = ry ? scanner_.number() : std::nullopt;
        const auto large = turn ? scanner_.flag() : std::nullopt;
        const auto sweep = large ? scanner_.flag() : std::nullopt;
        const auto to = sweep ? point() : std::nullopt;
        if (!to) return false;
        add_arc(out_, {*rx, *ry, *turn, *large != 0, *sweep != 0, pen_, *to});
        pen_ = control_ = *to;
        return true;
    }

    Scanner scanner_;
    SvgOutline out_;
    SvgPoint pen_, start_, control_;
    bool relative_ = false;
    char last_ = 0;
};

double attribute_length(const XmlElement& element, std::string_view key) {
    return svg_length(element.attribute(key)).value_or(0);
}

SvgOutline ellipse(double cx, double cy, double rx, double ry) {
    if (rx <= 0 || ry <= 0) return {};
    SvgOutline out = {{SvgStep::Kind::move, {cx + rx, cy}}};
    add_arc(out, {rx, ry, 0, false, true, {cx + rx, cy}, {cx - rx, cy}});
    add_arc(out, {rx, ry, 0, false, true, {cx - rx, cy}, {cx + rx, cy}});
    out.push_back({SvgStep::Kind::close, {}});
    return out;
}

SvgOutline rectangle(const XmlElement& element) {
    const double x = attribute_length(element, "x");
    const double y = attribute_length(element, "y");
    const double width = attribute_length(element, "width");
    const double height = attribute_length(element, "height");
    if (width <= 0 || height <= 0) return {};
    const auto given_x = svg_length(element.attribute("rx"));
    const auto given_y = svg_length(element.attribute("ry"));
    const double rx = std::min(given_x.value_or(given_y.value_or(0)), width / 2);
    const double ry = std::min(given_y.value_or(given_x.value_or(0)), height / 2);
    SvgOutline out = {{SvgStep::Kind::move, {x + rx, y}}};
    const auto side = [&](SvgPoint end, SvgPoint corner_end) {
        out.push_back({SvgStep::Kind::line, end});
        if (rx > 0 && ry > 0) add_arc(out, {rx, ry, 0, false, true, end, corner_end});
    };
    side({x + width - rx, y}, {x + width, y + ry});
    side({x + width, y + height - ry}, {x + width - rx, y + height});
    side({x + rx, y + height}, {x, y + height - ry});
    side({x, y + ry}, {x + rx, y});
    out.push_back({SvgStep::Kind::close, {}});
    return out;
}

SvgOutline polygon(const XmlElement& element, bool closed) {
    const std::vector<double> values = svg_numbers(element.attribute("points"));
    SvgOutline out;
    for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
        out.push_back({out.empty() ? SvgStep::Kind::move : SvgStep::Kind::line, {values[i], values[i + 1]}});
    }
    if (closed && !out.empty()) out.push_back({SvgStep::Kind::close, {}});
    return out;
}

std::optional<SvgMatrix> one_transform(std::string_view name, const std::vector<double>& v) {
    const auto turned = [](double degrees) {
        const double angle = degrees * std::numbers::pi / 180;
        return SvgMatrix{std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
    };
    if (name == "matrix" && v.size() == 6) return SvgMatrix{v[0], v[1], v[2], v[3], v[4], v[5]};
    if (name == "translate" && (v.size() == 1 || v.size() == 2))
        return SvgMatrix{1, 0, 0, 1, v[0], v.size() == 2 ? v[1] : 0};
    if (name == "scale" && (v.size() == 1 || v.size() == 2)) return SvgMatrix{v[0], 0, 0, v.back(), 0, 0};
    if (name == "rotate" && v.size() == 1) return turned(v[0]);
    if (name == "rotate" && v.size() == 3) {
        return SvgMatrix{1, 0, 0, 1, v[1], v[2]} * turned(v[0]) * SvgMatrix{1, 0, 0, 1, -v[1], -v[2]};
    }
    if (name == "skewX" && v.size() == 1) return SvgMatrix{1, 0, std::tan(v[0] * std::numbers::pi / 180), 1, 0, 0};
    if (name == "skewY" && v.size() == 1) return SvgMatrix{1, std::tan(v[0] * std::numbers::pi / 180), 0, 1, 0, 0};
    return std::nullopt;
}

}  // namespace

SvgMatrix operator*(const SvgMatrix& outer, const SvgMatrix& inner) {
    return {outer.a * inner.a + outer.c * inner.b,           outer.b * inner.a + outer.d * inner.b,
            outer.a * inner.c + outer.c * inner.d,           outer.b * inner.c + outer.d * inner.d,
            outer.a * inner.e + outer.c * inner.f + outer.e, outer.b * inner.e + outer.d * inner.f + outer.f};
}

SvgPoint operator*(const SvgMatrix& m, SvgPoint p) {
    return {m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f};
}

std::vector<double> svg_numbers(std::string_view text) {
    Scanner scanner(text);
    std::vector<double> out;
    while (const auto value = scanner.number()) out.push_back(*value);
    return out;
}

std::optional<double> svg_length(std::string_view text) {
    Scanner scanner(text);
    const auto value = scanner.number();
    if (!value) return std::nullopt;
    const std::string_view unit = scanner.rest();
    for (const auto& [name, size] : {std::pair<std::string_view, double>("", 1),
                                     {"px", 1},
                                     {"pt", 96.0 / 72},
                                     {"mm", 96 / 25.4},
                                     {"cm", 96 / 2.54},
                                     {"in", 96}}) {
        if (unit == name) return *value * size;
    }
    return std::nullopt;
}

std::optional<SvgMatrix> svg_transform(std::string_view text) {
    SvgMatrix result;
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
        if (text.empty()) return result;
        const std::size_t open = text.find('(');
        const std::size_t close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
        std::string_view name = text.substr(0, open);
        while (name.ends_with(' ')) name.remove_suffix(1);
        const auto one = one_transform(name, svg_numbers(text.substr(open + 1, close - open - 1)));
        if (!one) return std::nullopt;
        result = result * *one;
        text.remove_prefix(close + 1);
    }
}

SvgOutline svg_path(std::string_view data) { return PathReader(data).read(); }

std::optional<SvgOutline> svg_outline(const XmlElement& element) {
    const auto length = [&element](std::string_view key) { return attribute_length(element, key); };
    if (element.name == "path") return svg_path(element.attribute("d"));
    if (element.name == "rect") return rectangle(element);
    if (element.name == "circle") return ellipse(length("cx"), length("cy"), length("r"), length("r"));
    if (element.name == "ellipse") return ellipse(length("cx"), length("cy"), length("rx"), length("ry"));
    if (element.name == "polyline") return polygon(element, false);
    if (element.name == "polygon") return polygon(element, true);
    if (element.name != "line") return std::nullopt;
    return SvgOutline{{SvgStep::Kind::move, {length("x1"), length("y1")}},
                      {SvgStep::Kind::line, {length("x2"), length("y2")}}};
}

}  // namespace pdf
