// What the harnesses share: bytes as text, and what must hold of every run.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/source.h"

namespace fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Six bytes a blow: kind, place (three), length, letter.
inline std::string struck(std::string text, const std::uint8_t* data, std::size_t size) {
    for (; size >= 6 && !text.empty(); data += 6, size -= 6) {
        const std::size_t at = (std::size_t{data[1]} << 16 | std::size_t{data[2]} << 8 | data[3]) % text.size();
        switch (data[0] % 5) {
            case 0: text.erase(at, data[4]); break;
            case 1: text.insert(at, 1, static_cast<char>(data[5])); break;
            case 2: text.insert(at, text.substr(data[5] * std::size_t{97} % text.size(), data[4])); break;
            case 3: text[at] = static_cast<char>('0' + data[5] % 10); break;
            default: text[at] = static_cast<char>(data[5]); break;
        }
    }
    return text;
}

/// Ends the run as a crash, so that the bytes are kept.
inline void expect(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

/// Every message has its place inside its file, an end and no letter that could turn others round.
inline void render_all(base::Diagnostics& diagnostics, const base::Sources& sources) {
    diagnostics.sort();
    std::size_t shown = 0;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
        if (++shown > 200) return;
        const bool placed =
            !diagnostic.span.known() || (diagnostic.span.begin <= diagnostic.span.end &&
                                         diagnostic.span.end <= sources.text(diagnostic.span.file).size());
        expect(placed, "a place outside of its file");
        const std::string text = base::render(diagnostic, sources);
        expect(text.size() < 20'000, "a message without end");
        expect(text.find("\xE2\x80\xAE") == std::string::npos, "a letter that turns the message round");
    }
}

}  // namespace fuzz
