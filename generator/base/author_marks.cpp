// One look for the first byte of a sign tells most texts apart: they have none.
#include "base/author_marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace base {

namespace {

constexpr std::string_view ruby_sign = "｜", opens_reading = "《", closes_reading = "》";
constexpr std::string_view opens = "［", closes = "］";
constexpr int deepest = 4;       ///< marks within marks
constexpr int most_faults = 50;  ///< of one text; behind them it is letters
constexpr std::string_view note_sign = "［注：", term_sign = "［注］", underline_sign = "［下線：";

/// Behind the bracket that closes the one whose content begins at `at`; npos: it stays open.
std::size_t closing(std::string_view text, std::size_t at) {
    for (std::size_t open = 1; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(opens)) ++open;
        if (rest.starts_with(closes) && --open == 0) return at + closes.size();
        at += decode_at(text, at).length;
    }
    return std::string_view::npos;
}

class Reader {
   public:
    Reader(std::string_view text, std::vector<MarkupFault>* faults) : text_(text), faults_(faults) {}

    std::vector<Marked> all() {
        std::size_t at = 0;
        while (at < text_.size()) {
            const std::size_t sign = std::min(text_.find(ruby_sign, at), text_.find(opens, at));
            if (sign == std::string_view::npos || count_ >= most_faults) break;
            at = mark(sign);
        }
        letters(text_.size());
        return std::move(found_);
    }

   private:
    /// What stands between the last mark and this place.
    void letters(std::size_t to) {
        if (to > past_) found_.push_back({Marked::Is::letters, past_, to, past_, to});
        past_ = to;
    }

    void add(Marked mark) {
        letters(mark.from);
        past_ = mark.to;
        found_.push_back(std::move(mark));
    }

    void fault(MarkupFault::Is is, std::size_t begin, std::size_t length) {
        ++count_;
        if (faults_ != nullptr) faults_->push_back({is, begin, length});
    }

    /// Takes the mark whose sign may begin at `at`; returns where to look on.
    std::size_t mark(std::size_t at) {
        const std::string_view rest = text_.substr(at);
        if (rest.starts_with(term_sign)) {
            add({Marked::Is::term, at, at + term_sign.size(), at, at});
        } else if (rest.starts_with(note_sign)) {
            bracketed(Marked::Is::note, at, note_sign.size());
        } else if (rest.starts_with(underline_sign)) {
            bracketed(Marked::Is::underlined, at, underline_sign.size());
        } else if (rest.starts_with(ruby_sign)) {
            ruby(at);
        }
        return std::max(past_, at + opens.size());
    }

    void bracketed(Marked::Is is, std::size_t at, std::size_t sign) {
        const std::size_t behind = closing(text_, at + sign);
        if (behind == std::string_view::npos) return fault(MarkupFault::Is::open, at, sign);
        const std::size_t end = behind - closes.size();
        if (end == at + sign) return fault(MarkupFault::Is::empty, at, behind - at);
        add({is, at, behind, at + sign, end});
    }

    /// A bar that no reading follows in its line is a letter.
    void ruby(std::size_t at) {
        const std::size_t begin = at + ruby_sign.size();
        const std::size_t end = std::min(text_.find(opens_reading, begin), text_.find('\n', begin));
        const bool follows = end != std::string_view::npos && text_[end] != '\n' &&
                             text_.substr(begin, end - begin).find(ruby_sign) == std::string_view::npos;
        if (!follows) return;
        const std::size_t reading = end + opens_reading.size();
        const std::size_t last = text_.find(closes_reading, reading);
        if (last == std::string_view::npos) return fault(MarkupFault::Is::open, at, reading - at);
        const std::size_t to = last + closes_reading.size();
        Marked mark{Marked::Is::ruby, at, to, begin, end, split(text_.substr(reading, last - reading))};
        const auto is_empty = [](std::string_view one) { return one.empty(); };
        if (begin == end || std::any_of(mark.readings.begin(), mark.readings.end(), is_empty)) {
            return fault(MarkupFault::Is::empty, at, to - at);
        }
        const std::size_t count = mark.readings.size();
        if (count > 1 && count != count_letters(text_.substr(begin, end - begin))) {
            return fault(MarkupFault::Is::readings, at, to - at);
        }
        add(std::move(mark));
    }

    static std::vector<std::string_view> split(std::string_view readings) {
        std::vector<std::string_view> out;
        for (std::size_t at = 0;;) {
            const std::size_t bar = readings.find(ruby_sign, at);
            out.push_back(readings.substr(at, bar == std::string_view::npos ? bar : bar - at));
            if (bar == std::string_view::npos) return out;
            at = bar + ruby_sign.size();
        }
    }

    /// Variation selectors belong to the letter before them.
    static std::size_t count_letters(std::string_view text) {
        const std::u32string all = decode(text);
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](char32_t c) {
            return !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF);
        }));
    }

    std::string_view text_;
    std::vector<MarkupFault>* faults_;
    std::vector<Marked> found_;
    std::size_t past_ = 0;
    int count_ = 0;  ///< of faults
};

void gather(std::string_view text, std::size_t offset, int depth, std::vector<MarkupFault>& faults) {
    const std::size_t own = faults.size();
    const std::vector<Marked> parts = marked(text, &faults);
    for (std::size_t i = own; i < faults.size(); ++i) faults[i].begin += offset;
    for (const Marked& part : parts) {
        const bool holds = part.is == Marked::Is::note || part.is == Marked::Is::underlined;
        if (!holds || depth == deepest) continue;
        gather(text.substr(part.begin, part.end - part.begin), offset + part.begin, depth + 1, faults);
    }
}

std::string letters_of(std::string_view text, int depth) {
    std::string out;
    for (const Marked& part : marked(text)) {
        const std::string_view content = text.substr(part.begin, part.end - part.begin);
        if (part.is == Marked::Is::letters || part.is == Marked::Is::ruby) out += content;
        if (part.is == Marked::Is::underlined) out += depth == deepest ? content : letters_of(content, depth + 1);
    }
    return out;
}

}  // namespace

std::vector<Marked> marked(std::string_view text, std::vector<MarkupFault>* faults) {
    return Reader(text, faults).all();
}

std::vector<MarkupFault> markup_faults(std::string_view text) {
    std::vector<MarkupFault> faults;
    gather(text, 0, 1, faults);
    std::sort(faults.begin(), faults.end(),
              [](const MarkupFault& a, const MarkupFault& b) { return a.begin < b.begin; });
    return faults;
}

std::string unmarked(std::string_view text) { return letters_of(text, 1); }

}  // namespace base
