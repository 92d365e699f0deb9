// Complaints about characters point at the very character where its place in the source is known, and are told once.
#include <fmt/format.h>

#include "base/message.h"
#include "base/utf8.h"
#include "text/prepare.h"

namespace text {

namespace {

using base::say;

/// The character's own place where the run stands in the source as it is set, quoted or not; else the run's.
base::Span place_of(const Run& run, std::uint32_t byte) {
    base::Span span = run.span;
    const std::size_t length = span.end - span.begin;
    const bool quoted = length == run.text.size() + 2;
    if (!span.known() || (length != run.text.size() && !quoted) || byte >= run.text.size()) return span;
    span.begin += byte + (quoted ? 1 : 0);
    span.end = span.begin + static_cast<std::uint32_t>(base::decode_at(run.text, byte).length);
    return span;
}

std::string code_point(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

}  // namespace

bool Complaints::fresh(char32_t c, base::Span span) {
    ++count_;
    return told_.emplace(c, span.file, span.begin).second;
}

void Complaints::refused(Refusal refusal, char32_t c, const Run& run, std::uint32_t byte) {
    const base::Span span = place_of(run, byte);
    if (!fresh(c, span)) return;
    switch (refusal) {
        case Refusal::malformed: diagnostics_->error(span, say("the text is not UTF-8 here")); break;
        case Refusal::control:
            diagnostics_->error(span, say("the control character {} cannot be set", code_point(c)));
            break;
        case Refusal::format:
            diagnostics_->error(span, say("the invisible character {} cannot be set", code_point(c)),
                                say("U+200B marks where a line may break"));
            break;
    }
}

void Complaints::missing_glyph(char32_t c, const Run& run, std::uint32_t byte) {
    const base::Span span = place_of(run, byte);
    if (!fresh(c, span)) return;
    std::string letter;
    base::append_utf8(letter, c);
    diagnostics_->warning("glyph", span, say("no face has the character {0} ({1}); 〓 is set", letter, code_point(c)));
}

void Complaints::missing_variant(char32_t c, char32_t selector, const Run& run, std::uint32_t byte) {
    const base::Span span = place_of(run, byte);
    if (!fresh(selector, span)) return;
    std::string letter;
    base::append_utf8(letter, c);
    diagnostics_->warning(
        "variant", span,
        say("the face has no variant {1} of {0}; the usual form is set", letter, code_point(selector)));
}

}  // namespace text
