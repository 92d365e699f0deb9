// Cuts texts at braces and bars, then follows each path; what was printed keeps its place in the text and its fact.
#include "evaluate/binding.h"

#include <algorithm>

#include "base/message.h"
#include "evaluate/format.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using base::Diagnostics;
using base::say;
using base::Span;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// What stands between the braces, cut at the bars.
std::vector<std::string_view> cut(std::string_view inner) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= inner.size();) {
        const std::size_t end = std::min(inner.find('|', at), inner.size());
        parts.push_back(trimmed(inner.substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

Piece parse_binding(std::string_view text, std::string_view inner, Locator& locator, Diagnostics& diagnostics) {
    const std::vector<std::string_view> parts = cut(inner);
    const auto place = [&](std::string_view part) {
        return locator.locate(static_cast<std::size_t>(part.data() - text.data()), part.size());
    };
    Piece piece;
    piece.span = place(parts.front());
    if (auto path = parse_path(parts.front())) {
        piece.path = std::move(*path);
    } else {
        diagnostics.error(piece.span, say("`{}` is not a path", parts.front()),
                          say("a path looks like goal.1.mean@R4"));
    }
    for (std::size_t at = 1; at < parts.size(); ++at) {
        if (const auto fault = check_filters({std::string(parts[at])})) {
            diagnostics.error(place(parts[at]), fault->message, fault->hint);
        } else {
            piece.filters.emplace_back(parts[at]);
        }
    }
    return piece;
}

/// The status of a figure that is not there, or nothing; no value at all where there is one.
std::optional<std::string> lacking_status(const Context& context, const Content& content) {
    if (const auto* missing = std::get_if<Missing>(&content.is)) return missing->reason;
    if (std::holds_alternative<std::monostate>(content.is)) return "";
    const auto* subject = std::get_if<Subject>(&content.is);
    if (subject == nullptr || subject->topic != Topic::figure || subject->figure->amount) return std::nullopt;
    const std::string& words = subject->figure->words;
    const bool status = context.inputs().policy.is_status(words);
    return status ? std::optional(words) : std::nullopt;  // 設置 is a value of its own
}

std::variant<std::string, Fault> print(const Context& context, const Piece& piece, Lacking lacking, bool& lacks,
                                       Address& address) {
    Reached found = beginning(context, true);
    if (auto fault = follow(context, found, piece.path)) return std::move(*fault);
    if (auto fault = letterless(found.form, piece.path)) return *fault;
    if (const auto status = lacking_status(context, *found.content)) {
        lacks = true;
        if (lacking == Lacking::printed) return status->empty() ? std::string("〓") : *status;
        return Fault{status->empty() ? say("the sentence needs a figure, and there is none for the year")
                                     : say("the sentence needs a figure, and its value is {}", *status),
                     say("write the sentence without the figure until there is one; --draft marks it")};
    }
    address = std::move(found.address);
    auto printed = formatted(context, *found.content, piece.filters);
    if (auto* fault = std::get_if<Fault>(&printed)) return std::move(*fault);
    return std::get<Printed>(std::move(printed)).text;
}

std::string as_written(const Piece& piece) {
    std::string text = "{" + written(piece.path);
    for (const std::string& filter : piece.filters) text += "|" + filter;
    return text + "}";
}

}  // namespace

Span Locator::locate(std::size_t begin, std::size_t length) {
    if (!span_.known()) return span_;
    const std::size_t size = span_.end - span_.begin;
    const bool quoted = size == text_.size() + 2;
    if (size == text_.size() || quoted) return part(begin + (quoted ? 1 : 0), length);
    if (sources_ == nullptr) return span_;
    const std::string_view source =
        std::string_view(sources_->text(span_.file)).substr(span_.begin, span_.end - span_.begin);
    const std::size_t found = source.find(text_.substr(begin, length), searched_);
    if (found == std::string_view::npos) return span_;
    searched_ = found;
    return part(found, length);
}

Span Locator::part(std::size_t begin, std::size_t length) const {
    const auto from = static_cast<std::uint32_t>(span_.begin + begin);
    return {span_.file, from, from + static_cast<std::uint32_t>(length)};
}

std::vector<Piece> parse_pieces(std::string_view text, Locator locator, Diagnostics& diagnostics) {
    std::vector<Piece> pieces;
    std::string literal;
    const auto add_literal = [&] {
        if (!literal.empty()) pieces.push_back({std::move(literal), {}, {}, {}});
        literal.clear();
    };
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.substr(at).starts_with("{{") || text.substr(at).starts_with("}}")) {
            literal += text[at];
            at += 2;
        } else if (text[at] == '{') {
            const std::size_t end = text.find('}', at);
            if (end == std::string_view::npos) {
                diagnostics.error(locator.locate(at, text.size() - at), say("`{{` without `}}`"),
                                  say("write {{{{ for a brace"));
                break;
            }
            add_literal();
            pieces.push_back(parse_binding(text, text.substr(at + 1, end - at - 1), locator, diagnostics));
            at = end + 1;
        } else {
            literal += text[at++];
        }
    }
    add_literal();
    return pieces;
}

Filled fill_in(const Context& context, std::string_view text, Locator locator, Lacking lacking,
               Diagnostics& diagnostics) {
    Filled filled;
    for (const Piece& piece : parse_pieces(text, locator, diagnostics)) {
        if (piece.path.names.empty()) {
            filled.text += piece.literal;
            continue;
        }
        Address address;
        const auto printed = print(context, piece, lacking, filled.lacks, address);
        if (const Fault* fault = std::get_if<Fault>(&printed)) {
            diagnostics.error(piece.span, fault->message, fault->hint);
            filled.text += as_written(piece);
            continue;
        }
        const std::string& letters = std::get<std::string>(printed);
        if (!address.name.empty()) filled.facts.push_back({filled.text.size(), letters.size(), std::move(address)});
        filled.text += letters;
    }
    return filled;
}

std::optional<std::string> placeholder(const Assessment& assessment, std::string_view path) {
    Diagnostics diagnostics;
    const std::string text = "{" + std::string(path) + "}";
    std::string filled = fill_in(unworded(assessment), text, Locator(text, {}), Lacking::printed, diagnostics).text;
    return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(filled));
}

std::string fill(const Assessment& assessment, std::string_view text, Span span, Diagnostics& diagnostics) {
    return fill_in(unworded(assessment), text, Locator(text, span), Lacking::fault, diagnostics).text;
}

void check_narrative(const Assessment& assessment, const base::Value& tree, Diagnostics& diagnostics,
                     const base::Sources* sources, bool draft) {
    const Lacking lacking = draft ? Lacking::printed : Lacking::fault;
    if (tree.is_scalar()) {
        fill_in(unworded(assessment), tree.text, Locator(tree.text, tree.span, sources), lacking, diagnostics);
    }
    for (const base::Value& item : tree.items) check_narrative(assessment, item, diagnostics, sources, draft);
    for (const base::Value::Entry& entry : tree.entries) {
        check_narrative(assessment, entry.value, diagnostics, sources, draft);
    }
}

}  // namespace evaluate
