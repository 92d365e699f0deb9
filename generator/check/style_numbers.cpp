// Digits, commas, per cent signs, counters, ranges and bands.
#include <algorithm>
#include <array>

#include "base/message.h"
#include "base/utf8.h"
#include "check/figure_words.h"
#include "check/letters.h"
#include "check/style_rules.h"

namespace check {

namespace {

using base::say;

/// A run of digits, with commas and points between them.
struct Run {
    std::size_t begin, end;
    std::size_t digits;
    bool half, full;
};

std::vector<Run> runs_of(const std::u32string& letters) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (!is_any_digit(letters[at])) continue;
        Run run{at, at, 0, false, false};
        for (; at < letters.size(); ++at) {
            const char32_t c = letters[at];
            const bool between =
                Letters(U",.，．").find(c) != Letters::npos && at + 1 < letters.size() && is_any_digit(letters[at + 1]);
            if (!is_any_digit(c) && !between) break;
            if (is_any_digit(c)) ++run.digits;
            run.half = run.half || is_half_digit(c);
            run.full = run.full || is_full_digit(c);
        }
        run.end = at;
        runs.push_back(run);
    }
    return runs;
}

char32_t before(const std::u32string& letters, std::size_t at) { return at == 0 ? U' ' : letters[at - 1]; }
/// Names are written as they are: 第2-2地区, 環状３号線, Society5.0, ＮＺＵ－１８.
bool in_a_name(const std::u32string& letters, const Run& run) {
    const char32_t front = before(letters, run.begin);
    if (is_latin(narrowed(front)) || Letters(U"第-－‐―").find(front) != Letters::npos) return true;
    const Letters rest = tail(letters, run.end);
    return !rest.empty() &&
           (is_latin(narrowed(rest[0])) || Letters(U"-－‐").find(rest[0]) != Letters::npos || rest.starts_with(U"号"));
}

/// A sentence, not a title, a label or a line of a list.
bool is_sentence(const std::u32string& letters) { return letters.find(U'。') != std::u32string::npos; }

bool is_year(const std::u32string& letters, const Run& run) {
    const Letters rest = tail(letters, run.end);
    return rest.starts_with(U"年") || rest.starts_with(U"（") ||
           (before(letters, run.begin) == U'（' && rest.starts_with(U"）"));
}

enum class Width { half, full, first_full };

Width width_of(const Run& run) { return run.full ? Width::full : Width::half; }

/// One digit and several are judged apart, and so are years: a volume may write １桁 full and more half, or its years.
struct NumberKind {
    std::size_t half = 0, full = 0;
};

std::size_t kind_of(const std::u32string& letters, const Run& run) {
    return (run.digits > 1 ? 1U : 0U) + (is_year(letters, run) ? 2U : 0U);
}

}  // namespace

void check_digits(const std::vector<Written>& texts, StyleSink& sink) {
    std::array<NumberKind, 4> kinds;
    const auto for_runs = [&](auto use) {
        for (const Written& text : texts) {
            if (text.passage->project != nullptr || !is_sentence(text.letters)) continue;
            for (const Run& run : runs_of(text.letters)) {
                if (!in_a_name(text.letters, run)) use(text, run);
            }
        }
    };
    for_runs([&](const Written& text, const Run& run) {
        NumberKind& kind = kinds[kind_of(text.letters, run)];
        ++(width_of(run) == Width::full ? kind.full : kind.half);
    });
    for_runs([&](const Written& text, const Run& run) {
        const std::string word = base::encode(text.letters.substr(run.begin, run.end - run.begin));
        if (run.half && run.full) {
            sink.add("digits", text, run.begin, run.end, say("`{}` mixes full-width and half-width digits", word), "");
            return;
        }
        const NumberKind& kind = kinds[kind_of(text.letters, run)];
        const bool full = width_of(run) == Width::full;
        const std::size_t same = full ? kind.full : kind.half, other = full ? kind.half : kind.full;
        // An exception beside a clear habit; where two habits are as strong, nobody can say which is meant.
        if (same * 5 > other || other < 5) return;
        const char* message = full ? base::to_translate("`{}` is full-width; such figures are half-width elsewhere")
                                   : base::to_translate("`{}` is half-width; such figures are full-width elsewhere");
        sink.add("digits", text, run.begin, run.end, say(message, word), "");
    });
}

void check_commas(const std::vector<Written>& texts, StyleSink& sink) {
    static const std::vector<std::u32string> counters = {
        U"人", U"件", U"円", U"千円",   U"万円", U"社", U"台", U"戸", U"世帯", U"団体", U"回", U"部",
        U"冊", U"本", U"店", U"事業所", U"棟",   U"名", U"ha", U"㎡", U"m",    U"ｍ",   U"t"};
    if (!sink.policy().numbers.grouping) return;
    for (const Written& text : texts) {
        for (const Run& run : runs_of(text.letters)) {
            const Letters whole = Letters(text.letters).substr(run.begin, run.end - run.begin);
            const std::size_t point = std::min(whole.find_first_of(U".．"), whole.size());
            const Letters integer = whole.substr(0, point);
            if (integer.size() < 4 || integer.find_first_of(U",，") != Letters::npos || in_a_name(text.letters, run))
                continue;
            const Letters rest = tail(text.letters, run.end);
            const bool counted =
                std::any_of(counters.begin(), counters.end(), [&](const auto& c) { return rest.starts_with(c); });
            if (!counted) continue;
            std::u32string right(integer);
            for (std::size_t at = right.size(); at > 3; at -= 3) right.insert(at - 3, 1, U',');
            right += whole.substr(point);
            sink.add("commas", text, run.begin, run.end,
                     say("`{}` has four digits or more and no comma", base::encode(whole)),
                     say("write {}", base::encode(right)));
        }
    }
}

void check_percent(const std::vector<Written>& texts, StyleSink& sink) {
    const bool full = sink.policy().numbers.percent == "％";
    const char32_t wrong = full ? U'%' : U'％';
    for (const Written& text : texts) {
        if (text.passage->project != nullptr) continue;
        for (std::size_t at = 1; at < text.letters.size(); ++at) {
            if (text.letters[at] != wrong || !is_any_digit(text.letters[at - 1])) continue;
            sink.add("percent", text, at, at + 1,
                     say("`{0}` where computed rates are printed with `{1}`", full ? "%" : "％", full ? "％" : "%"),
                     "");
        }
    }
}

void check_counters(const std::vector<Written>& texts, StyleSink& sink) {
    for (const Written& text : texts) {
        for (const Run& run : runs_of(text.letters)) {
            const Letters rest = tail(text.letters, run.end);
            if (rest.size() < 2) continue;
            const bool small = Letters(U"ヶケヵカ箇ｹ").find(rest[0]) != Letters::npos &&
                               (rest[1] == U'所' || rest[1] == U'月' || rest[1] == U'年' || rest[1] == U'国');
            if (!small) continue;
            sink.add("counters", text, run.end, run.end + 2,
                     say("`{}` behind a figure", base::encode(rest.substr(0, 2))),
                     say("write {}", base::encode(std::u32string(U"か") + rest[1])));
        }
    }
}

void check_ranges(const std::vector<Written>& texts, StyleSink& sink) {
    for (const Written& text : texts) {
        const std::u32string& letters = text.letters;
        for (std::size_t at = 1; at + 1 < letters.size(); ++at) {
            const char32_t c = letters[at];
            if (c != U'〜' && c != U'~' && c != U'∼') continue;
            if (!is_any_digit(letters[at + 1]) && !is_japanese(letters[at + 1])) continue;
            sink.add("ranges", text, at, at + 1, say("`{}` in a range", base::encode(Letters(letters).substr(at, 1))),
                     say("write {}", "～"));
        }
    }
}

namespace {

/// 80％以上100％未満 as an interval.
struct Interval {
    base::Ratio low, high;
    bool has_low = false, has_high = false;
    bool low_in = false, high_in = false;
    std::size_t begin = 0, end = 0;
};

std::vector<Interval> intervals_of(const Written& text) {
    static const std::vector<std::u32string> units = all_units({});
    std::u32string narrow;
    for (const char32_t c : text.letters) narrow += narrowed(c);
    std::vector<Interval> intervals;
    for (std::size_t at = 0; at < narrow.size(); ++at) {
        const auto figure = is_half_digit(narrow[at]) ? figure_at(narrow, at, units) : std::nullopt;
        if (!figure) continue;
        const bool low = figure->bound == Bound::at_least || figure->bound == Bound::over;
        const bool high = figure->bound == Bound::at_most || figure->bound == Bound::below;
        at = figure->end - 1;
        if (!low && !high) continue;
        const bool joins =
            high && !intervals.empty() && intervals.back().end == figure->begin && !intervals.back().has_high;
        if (!joins) intervals.push_back({});
        Interval& interval = intervals.back();
        if (!joins) interval.begin = figure->begin;
        interval.end = figure->end;
        (low ? interval.low : interval.high) = figure->value;
        (low ? interval.has_low : interval.has_high) = true;
        (low ? interval.low_in : interval.high_in) =
            figure->bound == Bound::at_least || figure->bound == Bound::at_most;
    }
    return intervals;
}

}  // namespace

void check_bands(const std::vector<Written>& texts, StyleSink& sink) {
    for (const Written& text : texts) {
        std::vector<Interval> bands = intervals_of(text);
        const bool closed =
            std::any_of(bands.begin(), bands.end(), [](const Interval& i) { return i.has_low && i.has_high; });
        if (bands.size() < 3 || !closed) continue;
        std::sort(bands.begin(), bands.end(), [](const Interval& a, const Interval& b) {
            if (!a.has_low || !b.has_low) return !a.has_low && b.has_low;
            return a.low < b.low;
        });
        for (std::size_t at = 1; at < bands.size(); ++at) {
            const Interval &lower = bands[at - 1], &upper = bands[at];
            if (!lower.has_high || !upper.has_low) continue;
            const bool meet = lower.high == upper.low;
            if (meet && lower.high_in != upper.low_in) continue;
            const bool overlap = lower.high > upper.low || (meet && lower.high_in);
            sink.add("bands", text, upper.begin, upper.end,
                     overlap ? say("this band overlaps the one below it")
                             : say("between this band and the one below it is a gap"),
                     "");
        }
    }
}

}  // namespace check
