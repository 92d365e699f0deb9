// The rules run one after another over a passage; each slip goes to its place in the city's file.
#include "check/house_style.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/style_rules.h"

namespace check {

namespace {

Written written(const Passage& passage) {
    Written out{&passage, {}, {}};
    const std::string_view text = passage.text;
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = stretch_at(text, at);
        out.bytes.push_back(at);
        // One letter stands for the whole binding, and is none that a rule knows.
        out.letters += stretch.binding ? U'\uE000' : stretch.letter;
        at += stretch.length;
    }
    out.bytes.push_back(text.size());
    return out;
}

}  // namespace

bool is_half_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }
bool is_full_digit(char32_t letter) { return letter >= U'０' && letter <= U'９'; }
bool is_japanese(char32_t letter) {
    return (letter >= 0x3041 && letter <= 0x30FF) || (letter >= 0x4E00 && letter <= 0x9FFF) || letter == U'々';
}

void StyleSink::add(std::string_view rule, const Written& text, std::size_t begin, std::size_t end, std::string message,
                    std::string hint) {
    const base::Span span = place_of(*text.passage, text.bytes[begin], text.bytes[end], sources_);
    slips.push_back({rule, span, text.passage->text, std::move(message), std::move(hint)});
}

void StyleSink::add(std::string_view rule, base::Span span, std::string message, std::string hint) {
    slips.push_back({rule, span, "", std::move(message), std::move(hint)});
}

std::vector<StyleSlip> style_slips(const evaluate::Assessment& assessment, const std::vector<Passage>& passages,
                                   const base::Sources& sources) {
    StyleSink sink(assessment, sources);
    std::vector<Written> texts;
    texts.reserve(passages.size());
    for (const Passage& passage : passages) texts.push_back(written(passage));
    const auto run = [&](std::string_view rule, auto check) {
        if (sink.on(rule)) check(texts, sink);
    };
    run("punctuation", check_punctuation);
    run("digits", check_digits);
    run("commas", check_commas);
    run("percent", check_percent);
    run("counters", check_counters);
    run("brackets", check_brackets);
    run("ranges", check_ranges);
    run("bands", check_bands);
    run("spellings", check_spellings);
    if (sink.on("no_value")) check_no_value(sink);
    if (sink.on("compatibility") || sink.on("controls")) check_letters(texts, sink);
    return std::move(sink.slips);
}

}  // namespace check
