// A reading is a paragraph of half the size. What is narrower is spread, 1:2:1, over the other (JLREQ 3.3.6); kana on
// either side may stand under the end of a reading.
#include <algorithm>

#include "text/prepare.h"

namespace text {

namespace {

/// So much of a kana beside its characters a reading may cover, in thousandths of its own em (JLREQ 3.3.8 allows 1 em;
/// half leaves the other half to a reading that follows).
constexpr std::int32_t most_overhang = 500;

class Readings {
   public:
    Readings(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting)
        : prepared_(prepared), runs_(runs), setting_(setting) {}

    void all() {
        const std::size_t count = prepared_.elements.size();
        for (std::size_t begin = 0; begin < count;) {
            std::size_t end = begin + 1;
            while (end < count && prepared_.elements[end].run == prepared_.elements[begin].run) ++end;
            const Run& run = runs_[prepared_.elements[begin].run];
            if (run.ruby.size() > 1 && run.ruby.size() == end - begin) {
                for (std::size_t i = begin; i < end; ++i) above(i, i + 1, run.ruby[i - begin]);
            } else if (!run.ruby.empty()) {
                std::string whole;
                for (const std::string& reading : run.ruby) whole += reading;
                above(begin, end, whole);
            }
            begin = end;
        }
    }

   private:
    void above(std::size_t begin, std::size_t end, const std::string& words) {
        const Element& first = prepared_.elements[begin];
        const std::int32_t em = first.em / 2;
        RubyText reading;
        reading.begin = begin;
        reading.end = end;
        reading.raise = first.em * 88 / 100 + em * 12 / 100;
        Run run;
        run.text = words;
        run.style = runs_[first.run].style;
        run.exact = true;
        run.span = runs_[first.run].span;
        reading.runs.push_back(std::move(run));
        Setting small = setting_;
        small.largest_size = Length{em};
        prepare(reading.runs, base::Numerals::as_written, small, reading.prepared.emplace_back());
        if (reading.prepared.front().elements.empty()) return;
        hold(begin, end);
        fit(reading, em);
        prepared_.readings.push_back(std::move(reading));
    }

    /// Nothing parts the characters of one reading, and nothing spreads them but the reading.
    void hold(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i + 1 < end; ++i) {
            Gap& gap = prepared_.gaps[i];
            gap.bond = Bond::never;
            std::fill(std::begin(gap.reduce), std::end(gap.reduce), 0);
            std::fill(std::begin(gap.expand), std::end(gap.expand), 0);
        }
    }

    void fit(RubyText& reading, std::int32_t em) {
        Prepared& small = reading.prepared.front();
        reading.width = static_cast<std::int32_t>(width_of(small, 0, small.elements.size()));
        reading.base = static_cast<std::int32_t>(width_of(prepared_, reading.begin, reading.end));
        const std::int32_t missing = reading.width - reading.base;
        if (missing <= 0) return spread_reading(reading);
        const std::int32_t left =
            std::min(overhang(reading.begin, reading.begin > 0 ? reading.begin - 1 : SIZE_MAX, em), missing);
        const std::int32_t right = std::min(overhang(reading.begin, reading.end, em), missing);
        const std::int32_t extra = std::max(missing - left - right, 0);
        // What the kana on both sides could take in more than is needed is left to them evenly.
        const std::int32_t spare = std::max(left + right - missing, 0);
        reading.x = -std::clamp(left - spare / 2, missing - extra - right, left);
        widen(reading, extra);
    }

    /// How far a reading may reach over the neighbour.
    std::int32_t overhang(std::size_t own, std::size_t neighbour, std::int32_t em) const {
        if (neighbour >= prepared_.elements.size()) return 0;
        const Element& element = prepared_.elements[neighbour];
        const Rules& rules = setting_.rules;
        const ClassId is = element.is.breaking;
        const bool kana = is == rules.hiragana || is == rules.katakana || is == rules.small_kana;
        const bool parted = prepared_.gaps[std::min(own, neighbour)].bond == Bond::must && neighbour < own;
        return kana && !parted && runs_[element.run].ruby.empty() ? em * most_overhang / 1000 : 0;
    }

    void widen(RubyText& reading, std::int32_t extra) {
        const auto count = static_cast<std::int32_t>(reading.end - reading.begin);
        std::int32_t given = 0;
        for (std::int32_t i = 0; i < count; ++i) {
            Element& element = prepared_.elements[reading.begin + static_cast<std::size_t>(i)];
            const std::int32_t share = extra * (i + 1) / count - given;
            given += share;
            element.body += share;
            element.left -= share / 2;
        }
        reading.base += extra;
    }

    static void spread_reading(RubyText& reading) {
        Prepared& small = reading.prepared.front();
        const auto count = static_cast<std::int32_t>(small.elements.size());
        const std::int32_t spare = reading.base - reading.width;
        // One reading a character stands in the middle, close together.
        const std::int32_t each = reading.end - reading.begin == 1 ? 0 : spare / count;
        for (std::size_t i = 0; i + 1 < small.elements.size(); ++i) small.gaps[i].natural += each;
        reading.width += each * (count - 1);
        reading.x = (reading.base - reading.width) / 2;
    }

    Prepared& prepared_;
    const std::vector<Run>& runs_;
    const Setting& setting_;
};

}  // namespace

void set_readings(Prepared& prepared, const std::vector<Run>& runs, const Setting& setting) {
    const bool any = std::any_of(runs.begin(), runs.end(), [](const Run& run) { return !run.ruby.empty(); });
    if (any) Readings(prepared, runs, setting).all();
}

}  // namespace text
