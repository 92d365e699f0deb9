// Attributes, sheet and style attribute are laid over one another; what flat colours cannot show is refused.
#include "pdf/svg_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "base/message.h"
#include "pdf/pictures.h"
#include "pdf/svg_path.h"

namespace pdf {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t end = text.find(separator);
        out.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

using Properties = std::map<std::string, std::string>;

void read_declarations(Properties& properties, std::string_view text) {
    for (std::string_view declaration : split(text, ';')) {
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        std::string_view value = trimmed(declaration.substr(colon + 1));
        if (value.ends_with("!important")) value = trimmed(value.substr(0, value.size() - 10));
        properties[std::string(trimmed(declaration.substr(0, colon)))] = value;
    }
}

void add_rule(Properties& properties, const SvgSheet& sheet, std::string_view selector, base::Budget& work) {
    const auto found = sheet.find(selector);
    if (found == sheet.end()) return;
    for (const auto& [key, value] : found->second) spend(work, 1 + value.size() / 16);
    for (const auto& [key, value] : found->second) properties[key] = value;
}

/// In rising strength: attributes, sheet, style attribute.
Properties properties_of(const XmlElement& element, const SvgSheet& sheet, base::Budget& work) {
    Properties properties(element.attributes.begin(), element.attributes.end());
    add_rule(properties, sheet, element.name, work);
    for (const std::string_view called : split(element.attribute("class"), ' ')) {
        add_rule(properties, sheet, "." + std::string(called), work);
    }
    read_declarations(properties, element.attribute("style"));
    return properties;
}

/// Reads one element's properties into a style.
class Painter {
   public:
    Painter(const XmlElement& element, const Properties& properties, SvgStyle style)
        : element_(element), properties_(properties), style_(std::move(style)) {}

    SvgStyle paint() {
        if (const auto* colour = find("color")) style_.current = svg_colour(*colour).value_or(style_.current);
        style_.fill = paint_of("fill", style_.fill);
        style_.stroke = paint_of("stroke", style_.stroke);
        for (const char* key : {"opacity", "fill-opacity", "stroke-opacity"}) check_opacity(key);
        if (const auto* width = find("stroke-width")) style_.width = svg_length(*width).value_or(style_.width);
        if (const auto* rule = find("fill-rule")) style_.even_odd = *rule == "evenodd";
        style_.cap = choice("stroke-linecap", {"butt", "round", "square"}, style_.cap);
        style_.join = choice("stroke-linejoin", {"miter", "round", "bevel"}, style_.join);
        if (const auto* miter = find("stroke-miterlimit")) style_.miter = std::max(1.0, svg_length(*miter).value_or(4));
        if (const auto* dashes = find("stroke-dasharray")) style_.dashes = *dashes == "none" ? "" : *dashes;
        if (const auto* display = find("display")) style_.visible = style_.visible && *display != "none";
        if (const auto* visibility = find("visibility")) style_.visible = style_.visible && *visibility == "visible";
        for (const char* key : {"filter", "mask", "clip-path"}) {
            const auto* value = find(key);
            if (value != nullptr && *value != "none") refuse_svg(element_, key);
        }
        return style_;
    }

   private:
    const std::string* find(const std::string& key) const {
        const auto found = properties_.find(key);
        return found == properties_.end() || found->second == "inherit" ? nullptr : &found->second;
    }
    std::optional<base::Colour> paint_of(const char* key, std::optional<base::Colour> inherited) const {
        const std::string* value = find(key);
        if (value == nullptr) return inherited;
        if (*value == "none" || *value == "transparent") return std::nullopt;
        if (*value == "currentColor") return style_.current;
        const auto colour = svg_colour(*value);
        if (!colour) refuse_svg(element_, std::string(key) + ": " + *value);
        return colour;
    }
    void check_opacity(const std::string& key) {
        const std::string* value = find(key);
        if (value == nullptr) return;
        const double opacity = svg_length(*value).value_or(1);
        if (opacity >= 1) return;
        if (opacity > 0) refuse_svg(element_, key);
        if (key == "opacity") style_.visible = false;
        if (key != "stroke-opacity") style_.fill.reset();
        if (key != "fill-opacity") style_.stroke.reset();
    }
    int choice(const char* key, std::initializer_list<std::string_view> words, int inherited) const {
        const std::string* value = find(key);
        if (value == nullptr) return inherited;
        const auto found = std::find(words.begin(), words.end(), *value);
        return found == words.end() ? inherited : static_cast<int>(found - words.begin());
    }

    const XmlElement& element_;
    const Properties& properties_;
    SvgStyle style_;
};

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

std::optional<base::Colour> hex_colour(std::string_view digits) {
    std::array<std::uint8_t, 3> parts{};
    if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
    const std::size_t width = digits.size() / 3;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto high = hex_digit(digits[i * width]);
        const auto low = hex_digit(digits[i * width + width - 1]);
        if (!high || !low) return std::nullopt;
        parts[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return base::Colour{parts[0], parts[1], parts[2]};
}

}  // namespace

std::optional<base::Colour> svg_colour(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('#')) return hex_colour(text.substr(1));
    if (text.starts_with("rgb(") && text.ends_with(')')) {
        const bool percent = text.find('%') != std::string_view::npos;
        std::string list(text.substr(4, text.size() - 5));
        std::erase(list, '%');
        const std::vector<double> parts = svg_numbers(list);
        if (parts.size() != 3) return std::nullopt;
        const auto byte = [percent](double part) {
            if (percent) part *= 2.55;
            return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 255.0)));
        };
        return base::Colour{byte(parts[0]), byte(parts[1]), byte(parts[2])};
    }
    static const std::map<std::string_view, base::Colour> names = {
        {"black", {0, 0, 0}},      {"white", {255, 255, 255}},  {"red", {255, 0, 0}},       {"lime", {0, 255, 0}},
        {"blue", {0, 0, 255}},     {"yellow", {255, 255, 0}},   {"green", {0, 128, 0}},     {"gray", {128, 128, 128}},
        {"grey", {128, 128, 128}}, {"navy", {0, 0, 128}},       {"orange", {255, 165, 0}},  {"purple", {128, 0, 128}},
        {"teal", {0, 128, 128}},   {"silver", {192, 192, 192}}, {"maroon", {128, 0, 0}},    {"olive", {128, 128, 0}},
        {"aqua", {0, 255, 255}},   {"cyan", {0, 255, 255}},     {"fuchsia", {255, 0, 255}}, {"magenta", {255, 0, 255}}};
    const auto found = names.find(text);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

void read_svg_sheet(SvgSheet& sheet, std::string_view css, base::Budget& work) {
    for (std::string_view rule : split(css, '}')) {
        const std::size_t open = rule.find('{');
        if (open == std::string_view::npos) continue;
        Properties properties;
        read_declarations(properties, rule.substr(open + 1));
        for (const std::string_view selector : split(rule.substr(0, open), ',')) {
            spend(work, properties.size());
            for (const auto& [key, value] : properties) sheet[std::string(selector)][key] = value;
        }
    }
}

SvgStyle svg_style(const XmlElement& element, SvgStyle style, const SvgSheet& sheet, base::Budget& work) {
    spend(work, 1 + style.dashes.size() / 16);
    return Painter(element, properties_of(element, sheet, work), std::move(style)).paint();
}

void spend(base::Budget& work, std::size_t steps) {
    if (work.spend(steps)) return;
    throw PictureFault(base::say("the SVG picture takes too much work"),
                       base::say("it repeats long styles or dashes on very many shapes; save it as PNG"));
}

void refuse_svg(const XmlElement& element, std::string_view what) {
    throw PictureFault(base::say("the SVG picture uses {} in line {}, which is not supported", what, element.line),
                       base::say("only plain shapes in flat colours: turn text into outlines, or save it as PNG"));
}

}  // namespace pdf
