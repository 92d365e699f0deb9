// Letters, addresses and numbers as HTML and SVG have them.
#include "html/markup.h"

#include <fmt/format.h>

#include <cstdint>

#include "base/jpeg.h"

namespace html {

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, escaped(value));
}

std::string address(std::string_view file) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~#=&";
    std::string out;
    for (const char c : file) {
        if (plain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

std::string points(base::Length length) {
    std::int64_t value = length.value;
    std::string out = value < 0 ? "-" : "";
    if (value < 0) value = -value;
    if (value % 1000 == 0) return out + std::to_string(value / 1000);
    if (value >= 1000) out += std::to_string(value / 1000);
    std::string rest = fmt::format("{:03}", value % 1000);
    rest.erase(rest.find_last_not_of('0') + 1);
    return out + "." + rest;
}

std::string hexadecimal(base::Colour colour) {
    const auto doubled = [](std::uint8_t part) { return part / 16 == part % 16; };  // #fff is #ffffff
    if (doubled(colour.red) && doubled(colour.green) && doubled(colour.blue))
        return fmt::format("#{:x}{:x}{:x}", colour.red % 16, colour.green % 16, colour.blue % 16);
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string raster_type(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) return "image/png";
    return base::is_jpeg(bytes) ? "image/jpeg" : "";
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8U | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            out += i <= count ? letters[group >> (18U - 6U * i) & 0x3FU] : '=';
        }
    }
    return out;
}

}  // namespace html
