// Found by the letters alone, so that prose, names and what errata quote are heard as a report's own figures are.
#include "compose/signs.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace compose {

namespace {

constexpr int near_years = 10;  ///< beyond the plan's own: what R5 is short for, but no H2 or S1 of another kind

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_letter(char32_t c) {
    const char32_t plain = base::half_width(c);
    return (plain >= U'A' && plain <= U'Z') || (plain >= U'a' && plain <= U'z');
}
bool is_point(char32_t c) { return c == U',' || c == U'.' || c == U'，' || c == U'．'; }
bool is_blank(char32_t c) { return c == U' ' || c == U'　'; }
bool is_arrow(char32_t c) { return c == U'→' || c == U'⇒'; }

/// A text between what stands before and behind it; 0 where nothing does.
struct Surrounded {
    std::u32string text;
    char32_t before, behind;

    char32_t at(std::ptrdiff_t i) const {
        if (i < 0) return i == -1 ? before : 0;
        const auto place = static_cast<std::size_t>(i);
        return place < text.size() ? text[place] : place == text.size() ? behind : 0;
    }
    char32_t at(std::size_t i) const { return at(static_cast<std::ptrdiff_t>(i)); }
};

/// A stretch in characters and how it is said.
struct Sign {
    std::size_t begin, end;
    Aloud aloud;
};

class Ear {
   public:
    Ear(const World& world, const SignLetters& letters) : world_(world), letters_(letters) {}

    std::vector<Sign> signs(const Surrounded& in) const {
        std::vector<Sign> found;
        for (std::size_t i = 0; i < in.text.size();) {
            std::optional<Sign> sign = minus(in, i);
            if (!sign) sign = arrow(in, i);
            if (!sign) sign = missing(in, i);
            if (!sign) sign = year(in, i);
            i = sign ? sign->end : i + 1;
            if (sign) found.push_back(std::move(*sign));
        }
        return found;
    }

   private:
    static std::string letters(const Surrounded& in, std::size_t begin, std::size_t end) {
        return base::encode(std::u32string_view(in.text).substr(begin, end - begin));
    }

    /// Not the dash of 2016-2023. The digits may stand in the next piece, which has another look.
    std::optional<Sign> minus(const Surrounded& in, std::size_t i) const {
        if (letters_.minus.find(in.text[i]) == std::u32string::npos) return std::nullopt;
        const char32_t before = in.at(static_cast<std::ptrdiff_t>(i) - 1);
        if (!is_digit(in.at(i + 1)) || is_digit(before) || is_letter(before)) return std::nullopt;
        if (counts_ratings(in, i)) return std::nullopt;
        std::size_t end = i + 1;
        while (end < in.text.size() && (is_digit(in.text[end]) || (is_point(in.text[end]) && is_digit(in.at(end + 1)))))
            ++end;
        Sign sign{i, end, {}};
        sign.aloud.spoken = world_.words.minus + letters(in, i + 1, end);
        return sign;
    }

    /// ◎12、△5: the sign is a rating's, before its count, as another one is.
    bool counts_ratings(const Surrounded& in, std::size_t i) const {
        const std::u32string& ratings = letters_.ratings;
        if (ratings.find(in.text[i]) == std::u32string::npos) return false;
        for (std::size_t at = 0; at + 1 < in.text.size(); ++at) {
            if (in.text[at] == in.text[i] || !is_digit(in.text[at + 1])) continue;
            if (ratings.find(in.text[at]) != std::u32string::npos) return true;
        }
        return false;
    }

    std::optional<Sign> arrow(const Surrounded& in, std::size_t i) const {
        if (world_.words.arrow.empty() || !is_arrow(in.text[i])) return std::nullopt;
        Sign sign{i, i + 1, {}};
        sign.aloud.spoken = world_.words.arrow;
        return sign;
    }

    /// What stands alone, in brackets, or at an end of an arrow; no dash in 図４－１, no mark before an item.
    std::optional<Sign> missing(const Surrounded& in, std::size_t i) const {
        const std::u32string& missing = letters_.missing;
        if (world_.words.missing_spoken.empty() || missing.empty()) return std::nullopt;
        if (in.text.compare(i, missing.size(), missing) != 0) return std::nullopt;
        auto before = static_cast<std::ptrdiff_t>(i) - 1;
        std::size_t behind = i + missing.size();
        while (is_blank(in.at(before))) --before;
        while (is_blank(in.at(behind))) ++behind;
        const char32_t left = in.at(before), right = in.at(behind);
        const bool begins = left == 0 || left == U'（' || left == U'(' || is_arrow(left);
        const bool ends = right == 0 || right == U'）' || right == U')' || is_arrow(right);
        if (!begins || !ends) return std::nullopt;
        Sign sign{i, i + missing.size(), {}};
        sign.aloud.spoken = world_.words.missing_spoken;
        return sign;
    }

    /// R5, Ｒ５; not of a date, R5.4.1. Before 年 it is short for 令和5.
    std::optional<Sign> year(const Surrounded& in, std::size_t i) const {
        const char32_t before = in.at(static_cast<std::ptrdiff_t>(i) - 1);
        if (!is_letter(in.text[i]) || is_letter(before) || is_digit(before)) return std::nullopt;
        std::u32string token{base::half_width(in.text[i])};
        std::size_t end = i + 1;
        for (; end < in.text.size() && is_digit(in.text[end]); ++end) token += base::half_width(in.text[end]);
        const char32_t behind = in.at(end);
        const bool goes_on = is_letter(behind) || is_digit(behind) ||
                             ((is_point(behind) || base::half_width(behind) == U'/') && is_digit(in.at(end + 1)));
        if (token.size() < 2 || token.size() > 3 || goes_on || !is_initial(token[0])) return std::nullopt;
        const base::Eras& eras = world_.inputs.eras;
        const std::optional<base::Year> year = base::parse_year(eras, base::encode(token));
        if (!year || !is_near(*year)) return std::nullopt;
        Sign sign{i, end, {}};
        sign.aloud.expansion = base::era_year(eras, *year, base::YearKind::fiscal);
        constexpr std::string_view suffix = "年度";
        if (behind == U'年') sign.aloud.expansion.resize(sign.aloud.expansion.size() - suffix.size());
        return sign;
    }

    bool is_initial(char32_t c) const {
        const std::string letter = base::encode(std::u32string{c});
        return std::ranges::any_of(world_.inputs.eras, [&](const base::Era& era) { return era.initial == letter; });
    }

    bool is_near(base::Year year) const {
        const input::Strategy& strategy = world_.inputs.strategy;
        return year.western >= strategy.first_year.western - near_years &&
               year.western <= strategy.last_year.western + near_years;
    }

    const World& world_;
    const SignLetters& letters_;
};

/// Whether a piece is read as its letters say, and has one of those that may begin a sign: of ASCII, or of the blocks
/// of arrows, shapes and wide letters.
bool may_hold_signs(const Inline& piece) {
    const Aloud& aloud = *piece.aloud;
    if (!aloud.spoken.empty() || !aloud.expansion.empty() || !aloud.ruby.empty()) return false;
    // Most have none: all letters are looked at, several at once.
    bool may = false;
    for (const char c : piece.text) may |= (c == '-') | (c == '\xE2') | (c == '\xEF') | ((c >= 'A') & (c <= 'Z'));
    return may;
}

/// The bytes [begin, end) of a piece. Of a fact that is longer, each part shows what it has.
Inline stretch(const Inline& whole, std::size_t begin, std::size_t end) {
    Inline piece = whole;
    piece.text = whole.text.substr(begin, end - begin);
    piece.facts.clear();
    for (ShownFact fact : whole.facts) {
        const std::size_t from = std::max<std::size_t>(fact.begin, begin);
        const std::size_t to = std::min<std::size_t>(fact.begin + fact.length, end);
        if (from >= to) continue;
        if (to - from < fact.length) fact.digits = {};
        fact.begin = static_cast<std::uint32_t>(from - begin);
        fact.length = static_cast<std::uint32_t>(to - from);
        piece.facts.push_back(fact);
    }
    return piece;
}

/// The stretches of a piece between its signs, and the signs.
void part(const Inline& whole, const std::u32string& text, std::vector<Sign> signs, std::vector<Inline>& out) {
    std::size_t character = 0, byte = 0;
    const auto pass = [&](std::size_t to) {
        const std::size_t begin = byte;
        byte += base::encode(std::u32string_view(text).substr(character, to - character)).size();
        character = to;
        return stretch(whole, begin, byte);
    };
    for (Sign& sign : signs) {
        if (sign.begin > character) out.push_back(pass(sign.begin));
        Inline piece = pass(sign.end);
        piece.aloud.own().spoken = std::move(sign.aloud.spoken);
        piece.aloud.own().expansion = std::move(sign.aloud.expansion);
        out.push_back(std::move(piece));
    }
    if (character < text.size()) out.push_back(pass(text.size()));
}

/// The last character of the pieces so far and the first of the others; 0 for what is drawn and where there is none.
char32_t last_of(const std::vector<Inline>& pieces) {
    return pieces.empty() || pieces.back().text.empty() ? 0 : base::decode(pieces.back().text).back();
}
char32_t first_of(const std::vector<Inline>& content, std::size_t piece) {
    return piece >= content.size() || content[piece].text.empty() ? 0 : base::decode(content[piece].text).front();
}

}  // namespace

SignLetters sign_letters(const World& world) {
    SignLetters letters;
    letters.missing = base::decode(world.words.missing);
    if (world.words.minus.empty()) return letters;
    letters.minus = base::decode(world.inputs.policy.numbers.minus + "△▲");
    for (const input::Band& band : world.inputs.policy.bands) letters.ratings += base::decode(band.symbol);
    return letters;
}

void say_signs(const World& world, const SignLetters& letters, std::vector<Inline>& content) {
    if (std::ranges::none_of(content, may_hold_signs)) return;
    const Ear ear(world, letters);
    std::vector<Inline> out;
    out.reserve(content.size());
    for (std::size_t i = 0; i < content.size(); ++i) {
        std::vector<Sign> signs;
        Surrounded in{};
        if (may_hold_signs(content[i])) {
            in = {base::decode(content[i].text), last_of(out), first_of(content, i + 1)};
            signs = ear.signs(in);
        }
        if (signs.empty()) {
            out.push_back(std::move(content[i]));
        } else {
            part(content[i], in.text, std::move(signs), out);
        }
    }
    content = std::move(out);
}

}  // namespace compose
