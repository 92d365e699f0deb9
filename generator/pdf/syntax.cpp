// Numbers are written from integers, never from floating point, so that every machine writes the same bytes.
#include "pdf/syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace pdf {
namespace {

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// One or two units of UTF-16.
template <typename Take>
void for_each_utf16(std::string_view utf8, Take take) {
    for (const char32_t character : base::decode(utf8)) {
        const auto code = static_cast<std::uint32_t>(character);
        if (code < 0x10000) {
            take(code);
        } else {
            take(0xD800 + ((code - 0x10000) >> 10));
            take(0xDC00 + ((code - 0x10000) & 0x3FF));
        }
    }
}

/// n/255 with three decimals, trimmed.
void append_part(std::string& out, std::uint8_t part) { append_number(out, base::Length{(part * 1000 + 127) / 255}); }

}  // namespace

void append_escaped(std::string& out, char byte) {
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    if (byte == '\r') {
        out += "\\r";
    } else if (byte == '\n') {
        out += "\\n";
    } else {
        out += byte;
    }
}

void append_number(std::string& out, base::Length length) {
    std::int64_t value = length.value;
    if (value < 0) {
        out += '-';
        value = -value;
    }
    const std::int64_t whole = value / 1000;
    std::int64_t rest = value % 1000;
    if (whole != 0 || rest == 0) fmt::format_to(std::back_inserter(out), "{}", whole);
    if (rest == 0) return;
    out += '.';
    for (std::int64_t unit = 100; rest != 0; unit /= 10) {
        out += static_cast<char>('0' + rest / unit);
        rest %= unit;
    }
}

std::string number(base::Length length) {
    std::string out;
    append_number(out, length);
    return out;
}

std::string reference(Id id) { return fmt::format("{} 0 R", id); }

std::string name(std::string_view text) {
    std::string out = "/";
    for (const char c : text) {
        if (c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) {
            out += c;
        } else {
            fmt::format_to(std::back_inserter(out), "#{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

std::string text_string(std::string_view utf8) {
    std::string out = "(";
    if (is_plain(utf8)) {
        for (const char c : utf8) append_escaped(out, c);
    } else {
        out += "\xFE\xFF";
        for_each_utf16(utf8, [&out](std::uint32_t unit) {
            append_escaped(out, static_cast<char>(unit >> 8));
            append_escaped(out, static_cast<char>(unit & 0xFF));
        });
    }
    return out + ")";
}

std::string hex_text_string(std::string_view utf8) {
    if (is_plain(utf8)) return text_string(utf8);
    std::string out = "<FEFF";
    append_utf16_hex(out, utf8);
    return out + ">";
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
    for_each_utf16(utf8, [&out](std::uint32_t unit) { fmt::format_to(std::back_inserter(out), "{:04X}", unit); });
}

std::string colour_operands(base::Colour colour) {
    std::string out;
    append_part(out, colour.red);
    if (colour.red == colour.green && colour.green == colour.blue) return out;
    out += ' ';
    append_part(out, colour.green);
    out += ' ';
    append_part(out, colour.blue);
    return out;
}

}  // namespace pdf
