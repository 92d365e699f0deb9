// Letters, length, ending and what Windows refuses, checked on every system, since staff pass files on.
#include "input/output_name.h"

#include <optional>

#include "base/message.h"
#include "base/shown.h"
#include "base/utf8.h"

namespace input {

namespace {

using base::say;

constexpr std::size_t longest = 200;  // bytes: 255 hold in most file systems, and mail and archives add to a name

std::string_view ending_of(std::string_view volume) {
    if (volume == "workbook") return ".xlsx";
    return volume.starts_with("web") ? ".html" : ".pdf";
}

/// Windows keeps these for devices, whatever ending follows.
bool is_device(std::string_view name) {
    const std::string stem = folded_name(name.substr(0, name.find('.')));
    for (const std::string_view device : {"con", "prn", "aux", "nul"}) {
        if (stem == device) return true;
    }
    const bool numbered = stem.starts_with("com") || stem.starts_with("lpt");
    if (!numbered) return false;
    const std::string_view number = std::string_view(stem).substr(3);
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "¹" || number == "²" ||
           number == "³";
}

struct Fault {
    std::string message, hint;
};

std::optional<Fault> fault_of_letters(std::string_view name, const char* what) {
    for (std::size_t at = 0; at < name.size();) {
        const base::Decoded decoded = base::decode_at(name, at);
        const std::string_view letter = name.substr(at, decoded.length);
        if (base::cannot_be_seen(decoded.character)) {
            return Fault{say("this name holds a character that cannot be seen, U+{:04X}",
                             static_cast<unsigned>(decoded.character)),
                         say("remove it; it cannot be seen")};
        }
        if (letter == "/" || letter == "\\") {
            return Fault{say(what, name), say("write a file name without folders")};
        }
        if (letter.find_first_of("<>:\"|?*") == 0) {
            return Fault{say(what, name), say("Windows does not take {} in the name of a file", letter)};
        }
        at += decoded.length;
    }
    return std::nullopt;
}

/// Of a name that a file or a folder takes, whatever its kind.
std::optional<Fault> fault_of_name(std::string_view name, const char* what) {
    if (auto fault = fault_of_letters(name, what)) return fault;
    if (name.size() > longest) {
        return Fault{say("this name is too long"), say("at most {} bytes: some 60 Japanese letters", longest)};
    }
    if (name.starts_with('.')) return Fault{say(what, name), say("a name that begins with a full stop is hidden")};
    if (is_device(name)) return Fault{say(what, name), say("Windows keeps this name for a device")};
    if (name.ends_with('.') || name.ends_with(' ')) {
        return Fault{say(what, name), say("Windows drops a full stop or a blank at the end of a name")};
    }
    return std::nullopt;
}

std::optional<Fault> fault_of(std::string_view volume, std::string_view name) {
    if (name.empty()) return Fault{say("an output needs a name"), say("such as report{}", ending_of(volume))};
    if (auto fault = fault_of_name(name, base::to_translate("`{}` cannot be the name of an output"))) return fault;
    const std::string_view ending = ending_of(volume);
    if (!folded_name(name).ends_with(ending) || name.size() == ending.size()) {
        return Fault{say("`{}` cannot be the name of an output", name), say("its kind ends with {}", ending)};
    }
    return std::nullopt;
}

}  // namespace

bool check_edition_name(const std::string& name, base::Diagnostics& diagnostics) {
    const char* what = base::to_translate("`{}` cannot be the name of an edition");
    auto fault = fault_of_name(name, what);
    if (name.empty()) fault = Fault{base::say(what, name), {}};
    if (fault) diagnostics.error({}, fault->message, fault->hint);
    return !fault;
}

std::string folded_name(std::string_view name) {
    std::string folded;
    for (std::size_t at = 0; at < name.size();) {
        const base::Decoded decoded = base::decode_at(name, at);
        const char32_t c = decoded.character;
        const bool capital = (c >= U'A' && c <= U'Z') || (c >= U'Ａ' && c <= U'Ｚ');
        base::append_utf8(folded, capital ? c + 0x20 : c);
        at += decoded.length;
    }
    return folded;
}

bool check_output_name(std::string_view volume, const std::string& name, base::Span place,
                       base::Diagnostics& diagnostics) {
    const auto fault = fault_of(volume, name);
    if (fault) diagnostics.error(place, fault->message, fault->hint);
    return !fault;
}

}  // namespace input
