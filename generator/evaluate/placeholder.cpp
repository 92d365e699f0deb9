// {{path|format|format}} in prose.
#include <algorithm>

#include "base/message.h"
#include "evaluate/format.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using base::Diagnostics;
using base::say;
using base::Sources;
using base::Span;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::variant<std::string, Fault> print(const Assessment& assessment, std::string_view text) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    const std::variant<Path, Fault> path = parse_path(assessment, trimmed(text.substr(0, bar)));
    if (const Fault* fault = std::get_if<Fault>(&path)) return *fault;
    const std::variant<Quantity, Fault> quantity = quantity_of(assessment, std::get<Path>(path));
    if (const Fault* fault = std::get_if<Fault>(&quantity)) return *fault;
    std::vector<std::string_view> formats;
    for (std::size_t at = bar; at < text.size();) {
        const std::size_t end = std::min(text.find('|', at + 1), text.size());
        formats.push_back(trimmed(text.substr(at + 1, end - at - 1)));
        at = end;
    }
    return formatted(std::get<Quantity>(quantity), formats, assessment.inputs->policy.numbers);
}

/// Finds where in the source a stretch of a scalar's text was written.
class Locator {
   public:
    Locator(std::string_view text, Span span, const Sources* sources) : text_(text), span_(span), sources_(sources) {}

    /// `begin` and `length` count bytes of the text. Stretches must be asked for from left to right.
    Span locate(std::size_t begin, std::size_t length) {
        if (!span_.known()) return span_;
        const std::size_t size = span_.end - span_.begin;
        const bool quoted = size == text_.size() + 2;
        if (size == text_.size() || quoted) return part(begin + (quoted ? 1 : 0), length);
        if (sources_ == nullptr) return span_;
        const std::string_view source =
            std::string_view(sources_->text(span_.file)).substr(span_.begin, span_.end - span_.begin);
        const std::size_t found = source.find(text_.substr(begin, length), searched_);
        if (found == std::string_view::npos) return span_;
        searched_ = found + length;
        return part(found, length);
    }

   private:
    Span part(std::size_t begin, std::size_t length) const {
        const auto from = static_cast<std::uint32_t>(span_.begin + begin);
        return {span_.file, from, from + static_cast<std::uint32_t>(length)};
    }
    std::string_view text_;
    Span span_;
    const Sources* sources_;
    std::size_t searched_ = 0;
};

std::string fill_located(const Assessment& assessment, std::string_view text, Span span, Diagnostics& diagnostics,
                         const Sources* sources) {
    Locator locator(text, span, sources);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find("{{", at), text.size());
        out += text.substr(at, open - at);
        if (open == text.size()) break;
        const std::size_t close = text.find("}}", open);
        if (close == std::string_view::npos) {
            diagnostics.error(locator.locate(open, 2), say("`{{{{` without `}}}}`"));
            return out + std::string(text.substr(open));
        }
        const std::string_view whole = text.substr(open, close + 2 - open);
        const auto printed = print(assessment, whole.substr(2, whole.size() - 4));
        const Span place = locator.locate(open, whole.size());
        if (const Fault* fault = std::get_if<Fault>(&printed)) {
            diagnostics.error(place, fault->message, fault->hint);
            out += whole;
        } else {
            out += std::get<std::string>(printed);
        }
        at = close + 2;
    }
    return out;
}

}  // namespace

std::optional<std::string> placeholder(const Assessment& assessment, std::string_view path) {
    std::variant<std::string, Fault> printed = print(assessment, path);
    if (std::holds_alternative<Fault>(printed)) return std::nullopt;
    return std::get<std::string>(std::move(printed));
}

std::string fill(const Assessment& assessment, std::string_view text, Span span, Diagnostics& diagnostics) {
    return fill_located(assessment, text, span, diagnostics, nullptr);
}

void check_narrative(const Assessment& assessment, const base::Value& tree, Diagnostics& diagnostics,
                     const Sources* sources) {
    if (tree.is_scalar()) fill_located(assessment, tree.text, tree.span, diagnostics, sources);
    for (const base::Value& item : tree.items) check_narrative(assessment, item, diagnostics, sources);
    for (const base::Value::Entry& entry : tree.entries) {
        check_narrative(assessment, entry.value, diagnostics, sources);
    }
}

}  // namespace evaluate
