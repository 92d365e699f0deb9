// Shortest path from break to break: every feasible line is an edge, its cost that of its fit and of where it parts.
#include "text/breaker.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "text/prepare.h"

namespace text {

namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t overfull_cost = 10'000'000'000'000;

std::int64_t bond_cost(Bond bond) {
    switch (bond) {
        case Bond::none: return 0;
        case Bond::url: return 400;
        case Bond::hyphen: return 800;
        case Bond::counter: return 3000;
        case Bond::leading: return 30'000;
        case Bond::range: return 50'000;
        case Bond::soft: return 100'000;
        case Bond::sign: return 1'000'000;
        case Bond::group: return 10'000'000;
        case Bond::inside: return 1'000'000'000;
        case Bond::leader: return 10'000'000'000;
        case Bond::never: return 100'000'000'000;
        case Bond::must: return 0;
    }
    return 0;
}

// Ragged lines: few lines first, then good places to part, then full lines.
constexpr std::int64_t ragged_line = 1000;
constexpr std::int64_t runt = 25'000;  // worse than a line that is not filled
// Several lines more are better than a word that is cut.
constexpr std::array<std::int64_t, 7> ragged_place = {0, 40, 40, 60, 400, 6000, 9000};  // by Phrase
// Short brackets stay on their lines where that takes none more.
constexpr std::int64_t ragged_bracket = 900;
// Headings: a boundary of phrases is worth another line, a boundary of words several.
constexpr std::int64_t heading_line = 10'000;
constexpr std::array<std::int64_t, 7> heading_place = {0, 59'000, 60'000, 65'000, 200'000, 250'000, 300'000};
// A compound that must be parted begins a line: 活用した｜鳥獣被害対策｜モデル事業 rather than
// 活用した鳥獣｜被害対策モデル事業.
constexpr std::int64_t heading_mixed = 15'000;
// What stands in brackets is worth another line.
constexpr std::int64_t heading_bracket = 12'000;
// Among as many lines, one that is not short ends behind a comma, and one begins with the dash of a subtitle.
constexpr std::int64_t heading_unpaused = 800;
// What is one unit stays whole before a phrase does.
constexpr std::int64_t heading_bond = 10;
constexpr std::int64_t heading_runt = 30'000;

// A word in katakana that a line ends in: in a narrow column a little looser line is better, a ragged one is not.
constexpr std::int64_t narrow_em = 20;
constexpr std::int64_t narrow_katakana = 1400;  // less than a line that stays short
// In a column of few characters another line is better than a word that is cut before what leans on it:
// 商業｜活性化｜事業 rather than 商業活性｜化事業, 意欲が｜向上した rather than 意欲が向上し｜た.
constexpr std::int64_t few_characters = 8;
constexpr std::int64_t narrow_lean = 1100;
// A line of one character between others: ホームページ｜の｜件数.
constexpr std::int64_t ragged_single = 900;

constexpr int most_underfull = 8;

bool is_dash(char32_t c) { return c == U'—' || c == U'―'; }

class Breaking {
   public:
    Breaking(const Prepared& prepared, const Rules& rules, const Frame& frame, Bond limit)
        : prepared_(prepared), rules_(rules), frame_(frame), limit_(limit) {}

    std::vector<Cut> all() {
        std::vector<Cut> cuts;
        const std::size_t count = prepared_.elements.size();
        for (std::size_t begin = 0; begin < count;) {
            std::size_t end = begin;
            while (prepared_.gaps[end].bond != Bond::must) ++end;
            if (!segment(begin, end + 1, cuts)) return {};
            begin = end + 1;
        }
        return cuts;
    }

   private:
    /// Where the phrase of an element begins, and whether the gap behind it stands in brackets that two lines can hold.
    struct InPhrase {
        std::size_t begin;
        bool in_brackets;
    };
    struct Node {
        std::int64_t cost = unreached;
        Cut cut;  ///< the line that ends here
    };

    /// What only lines that part need.
    void make_tables() {
        sums_ = sums_of(prepared_);
        last_seen_.resize(prepared_.elements.size());
        least_.reserve(sums_.size());
        for (const Sums& sums : sums_) {
            least_.push_back(std::accumulate(sums.reduce.begin(), sums.reduce.end(), sums.width, std::minus<>()));
        }
        std::size_t seen = 0;
        for (std::size_t i = 0; i < prepared_.elements.size(); ++i) {
            if (!blank(i)) seen = i + 1;
            last_seen_[i] = seen;
        }
        if (frame_.mode != Mode::justified) find_phrases();
    }

    void find_phrases() {
        std::size_t phrase = 0;
        phrases_.reserve(prepared_.elements.size());
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < prepared_.elements.size(); ++i) {
            const ClassId is = prepared_.elements[i].is.breaking;
            phrases_.push_back({phrase, false});
            if (is == rules_.opening) open.push_back(i);
            if (is == rules_.closing && !open.empty()) {
                if (least_[i + 1] - least_[open.back()] <= 2 * frame_.rest) {
                    for (std::size_t in = open.back(); in < i; ++in) phrases_[in].in_brackets = true;
                }
                open.pop_back();
            }
            const bool ends = is == rules_.hiragana || is == rules_.comma;  // a noun may end a term inside a compound
            if (ends && prepared_.gaps[i].phrase == Phrase::boundary && !prepared_.author_breaks) phrase = i + 1;
        }
    }

    bool blank(std::size_t i) const {
        const ClassId spacing = prepared_.elements[i].is.breaking;
        return spacing == rules_.space || spacing == rules_.ideographic_space;
    }

    /// Finds the best lines of the elements between two of the author's breaks. What stands on one line as it is, as
    /// the words of most cells do, is nowhere better: each line more costs more.
    bool segment(std::size_t begin, std::size_t end, std::vector<Cut>& cuts) {
        const std::int64_t measure = begin == 0 ? frame_.first : frame_.rest;
        if (const Cut whole = uncut(begin, end); width_of(prepared_, begin, whole.end) <= measure) {
            cuts.push_back(whole);
            return true;
        }
        if (sums_.empty()) make_tables();
        nodes_.assign(end - begin + 1, {});
        nodes_[0].cost = 0;
        for (std::size_t at = begin; at < end; ++at) {
            if (nodes_[at - begin].cost != unreached) lines_from(begin, at, end);
        }
        if (nodes_.back().cost == unreached) return false;
        const std::size_t kept = cuts.size();
        for (std::size_t at = end; at > begin; at = cuts.back().begin) cuts.push_back(nodes_[at - begin].cut);
        std::reverse(cuts.begin() + static_cast<std::ptrdiff_t>(kept), cuts.end());
        return true;
    }

    /// All of the elements on one line, the blanks at its end apart.
    Cut uncut(std::size_t begin, std::size_t end) const {
        std::size_t seen = end;
        while (seen > begin && blank(seen - 1)) --seen;
        Cut cut{begin, seen, end, {}};
        cut.fit.possible = true;
        return cut;
    }

    /// Offers the lines that begin at `at`, the longest first. Behind a few that would need more than their spaces can
    /// give, shorter ones only cost more.
    void lines_from(std::size_t begin, std::size_t at, std::size_t end) {
        const std::int64_t measure = at == 0 ? frame_.first : frame_.rest;
        std::size_t last = at;
        while (last + 1 < end && least_[last + 1] - least_[at] <= measure) ++last;
        for (int underfull = 0; underfull < most_underfull; --last) {
            const bool final = last + 1 == end;
            if (final || prepared_.gaps[last].bond <= limit_) {
                const Cut cut = cut_at(at, last, final, measure);
                const bool alone = limit_ == Bond::never && last == at;
                if (cut.fit.possible || alone) offer(begin, at, cut, final);
                underfull += cut.fit.underfull ? 1 : 0;
            }
            if (last == at) return;
        }
    }

    Cut cut_at(std::size_t at, std::size_t last, bool final, std::int64_t measure) const {
        Cut cut{at, std::max(at, last_seen_[last]), last + 1, {}};
        const std::int64_t natural = natural_width(cut);
        if (frame_.mode == Mode::justified && !final) {
            cut.fit = fit_justified(extent(cut), measure);
        } else if (natural <= measure) {
            cut.fit.possible = true;
        } else {
            cut.fit = fit_reduced(extent(cut), measure);
        }
        if (!cut.fit.possible) cut.fit.cost = overfull_cost;
        if (frame_.mode != Mode::justified) cut.fit.cost += raggedness(natural, measure, final);
        return cut;
    }

    std::int64_t natural_width(const Cut& cut) const {
        if (cut.end == cut.begin) return 0;
        return sums_[cut.end - 1].width - sums_[cut.begin].width + prepared_.elements[cut.end - 1].body;
    }

    Extent extent(const Cut& cut) const {
        Extent line;
        if (cut.end == cut.begin) return line;
        const std::size_t last = cut.end - 1;
        const Element& element = prepared_.elements[last];
        line.em = element.em;
        line.natural = natural_width(cut);
        for (std::size_t s = 0; s < reduce_steps; ++s) {
            line.reduce[s] = sums_[last].reduce[s] - sums_[cut.begin].reduce[s];
        }
        for (std::size_t s = 0; s < expand_steps; ++s) {
            line.expand[s] = sums_[last].expand[s] - sums_[cut.begin].expand[s];
        }
        if (rules_.trailing[element.is.spacing]) line.trailing = element.em / 2;
        if (element.is.spacing == rules_.dot) line.trailing = element.em / 4;
        const bool hangs = element.is.spacing == rules_.stop || element.is.spacing == rules_.comma;
        if (frame_.hanging && hangs) line.hanging = element.body;
        return line;
    }

    std::int64_t raggedness(std::int64_t natural, std::int64_t measure, bool final) const {
        const std::int64_t slack = std::max<std::int64_t>(measure - natural, 0) * 10 / frame_.em;
        if (frame_.mode == Mode::balanced) return heading_line + slack * slack / 10;
        return ragged_line + (final ? 0 : slack * slack / 100);
    }

    void offer(std::size_t begin, std::size_t at, const Cut& cut, bool final) {
        std::int64_t cost = nodes_[at - begin].cost + cut.fit.cost;
        cost += final ? runt_cost(begin, cut) : gap_cost(prepared_.gaps[cut.next - 1].bond) + place_cost(cut);
        Node& node = nodes_[cut.next - begin];
        if (cost >= node.cost) return;
        node.cost = cost;
        node.cut = cut;
    }

    /// A last line of one character, its punctuation apart (JLREQ 3.5.4).
    std::int64_t runt_cost(std::size_t begin, const Cut& cut) const {
        if (cut.begin == begin) return 0;
        std::size_t letters = 0;
        for (std::size_t i = cut.begin; i < cut.end && letters < 2; ++i) {
            const ClassId c = prepared_.elements[i].is.breaking;
            letters += c != rules_.closing && c != rules_.stop && c != rules_.comma && !blank(i) ? 1U : 0U;
        }
        if (letters > 1) return 0;
        return frame_.mode == Mode::balanced ? heading_runt : runt;
    }

    std::int64_t gap_cost(Bond bond) const {
        return bond_cost(bond) * (frame_.mode == Mode::balanced ? heading_bond : 1);
    }

    /// Behind a comma on a line that is not short; before the dash of a subtitle.
    bool pauses(const Cut& cut) const {
        if (cut.next < prepared_.characters.size() && is_dash(prepared_.characters[cut.next])) return true;
        const bool full = (sums_[cut.end].width - sums_[cut.begin].width) * 3 >= frame_.rest;
        return full && prepared_.elements[cut.end - 1].is.breaking == rules_.comma;
    }

    bool is_katakana(std::size_t i) const {
        const char32_t c = prepared_.characters[i];
        return (c >= U'ァ' && c <= U'ヺ') || c == U'ー';
    }

    /// Whether a line of few characters that goes on at `next` ends inside a word of kanji or of hiragana.
    bool parts_word(std::size_t next) const {
        if (frame_.rest >= few_characters * frame_.em || prepared_.gaps[next - 1].phrase != Phrase::lean) return false;
        const ClassId front = prepared_.elements[next - 1].is.breaking, behind = prepared_.elements[next].is.breaking;
        return front == behind && (front == rules_.kanji || front == rules_.hiragana);
    }

    bool is_single(const Cut& cut) const { return cut.end == cut.begin + 1; }

    /// Whether a narrow line that goes on at `next` parts a word in katakana.
    bool parts_katakana(std::size_t next) const {
        if (frame_.rest >= narrow_em * frame_.em || next >= prepared_.elements.size()) return false;
        return is_katakana(next - 1) && is_katakana(next);
    }

    std::int64_t place_cost(const Cut& cut) const {
        const Gap& gap = prepared_.gaps[cut.next - 1];
        const auto place = static_cast<std::size_t>(gap.phrase);
        if (frame_.mode == Mode::justified) return parts_katakana(cut.next) ? narrow_katakana : 0;
        const InPhrase& where = phrases_[cut.next - 1];
        if (frame_.mode == Mode::ragged) {
            return ragged_place[place] + (where.in_brackets ? ragged_bracket : 0) +
                   (parts_word(cut.next) ? narrow_lean : 0) + (is_single(cut) ? ragged_single : 0);
        }
        const bool compound = gap.phrase >= Phrase::name && gap.phrase <= Phrase::part;
        std::int64_t cost = heading_place[place];
        if (compound && where.begin > cut.begin) cost += heading_mixed;
        if (where.in_brackets) cost += heading_bracket;
        return cost + (pauses(cut) ? 0 : heading_unpaused);
    }

    const Prepared& prepared_;
    const Rules& rules_;
    const Frame& frame_;
    Bond limit_;
    std::vector<Sums> sums_;
    std::vector<std::int64_t> least_;     ///< the least width up to each element
    std::vector<std::size_t> last_seen_;  ///< behind the last element up to here that is no blank
    std::vector<InPhrase> phrases_;       ///< by element, of headings
    std::vector<Node> nodes_;
};

}  // namespace

std::vector<Cut> break_lines(const Prepared& prepared, const Rules& rules, const Frame& frame, Bond limit) {
    return Breaking(prepared, rules, frame, limit).all();
}

}  // namespace text
