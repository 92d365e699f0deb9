// Parsing of paths, bindings and conditions.

#include <algorithm>
#include <array>
#include <cctype>

#include "base/message.h"
#include "compose/expression.h"

namespace compose {

namespace {

constexpr std::size_t most_names = 16;
constexpr std::size_t most_nesting = 32;
constexpr std::size_t most_parts = 500;  ///< of one condition

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == hole || (c & 0x80) != 0;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

const std::array<std::pair<std::string_view, Filter>, 6> filters = {{{"circled", Filter::circled},
                                                                     {"wide", Filter::wide},
                                                                     {"single", Filter::single},
                                                                     {"kanji", Filter::kanji},
                                                                     {"kana", Filter::kana},
                                                                     {"つ", Filter::counter}}};

Filter parse_filter(std::string_view word, base::Span span, base::Diagnostics& diagnostics) {
    std::vector<std::string_view> known;
    for (const auto& [name, filter] : filters) {
        if (name == word) return filter;
        known.push_back(name);
    }
    base::report_unknown("unknown format `{}`", word, span, known, diagnostics);
    return Filter::none;
}

Part parse_binding(const base::Value& scalar, std::size_t at, std::size_t length, base::Diagnostics& diagnostics) {
    const std::string_view inner = std::string_view(scalar.text).substr(at, length);
    const std::size_t bar = inner.find('|');
    const std::string_view path = trim(inner.substr(0, bar));
    Part part;
    const std::size_t path_at = at + static_cast<std::size_t>(path.data() - inner.data());
    part.path = parse_path(path, inside(scalar, path_at, path.size()), diagnostics);
    if (bar == std::string_view::npos) return part;
    const std::string_view word = trim(inner.substr(bar + 1));
    const std::size_t word_at = at + static_cast<std::size_t>(word.data() - inner.data());
    part.filter = parse_filter(word, inside(scalar, word_at, word.size()), diagnostics);
    return part;
}

/// Reads a condition from left to right: or, and, not, comparison, operand.
class ConditionReader {
   public:
    ConditionReader(const base::Value& scalar, base::Diagnostics& diagnostics)
        : scalar_(scalar), text_(scalar.text), diagnostics_(diagnostics) {}

    Condition read() {
        Condition condition = read_or();
        skip_spaces();
        if (at_ < text_.size()) fail();
        return condition;
    }

   private:
    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    void fail() {
        if (!failed_) {
            const std::size_t at = std::min(at_, text_.size());
            diagnostics_.error(inside(scalar_, at, text_.size() - at), base::say("this condition cannot be understood"),
                               base::say("a condition looks like: k.evaluated and not g.number = 1"));
        }
        failed_ = true;
        at_ = text_.size();
    }

    void too_long() {
        if (!failed_) diagnostics_.error(scalar_.span, base::say("a condition has at most {} parts", most_parts));
        failed_ = true;
        at_ = text_.size();
    }

    bool take_word(std::string_view word) {
        skip_spaces();
        const bool here = text_.substr(at_).starts_with(word);
        const std::size_t after = at_ + word.size();
        if (!here || (after < text_.size() && is_name_character(text_[after]))) return false;
        at_ = after;
        return true;
    }

    bool take(std::string_view sign) {
        skip_spaces();
        if (!text_.substr(at_).starts_with(sign)) return false;
        at_ += sign.size();
        return true;
    }

    Condition chain(std::string_view word, Condition::Kind kind, Condition (ConditionReader::*next)()) {
        Condition first = (this->*next)();
        while (take_word(word)) {
            if (++parts_ > most_parts) {
                too_long();
                return first;
            }
            Condition joined{kind, {}, {}, 0, {}};
            joined.operands.push_back(std::move(first));
            joined.operands.push_back((this->*next)());
            first = std::move(joined);
        }
        return first;
    }

    Condition read_or() { return chain("or", Condition::Kind::or_, &ConditionReader::read_and); }
    Condition read_and() { return chain("and", Condition::Kind::and_, &ConditionReader::read_not); }

    Condition read_not() {
        if (!take_word("not")) return read_comparison();
        if (++nesting_ > most_nesting) fail();
        Condition negated{Condition::Kind::not_, {}, {}, 0, {}};
        negated.operands.push_back(failed_ ? Condition{} : read_not());
        --nesting_;
        return negated;
    }

    Condition compare(Condition::Kind kind, Condition left, Condition right) {
        Condition comparison{kind, {}, {}, 0, {}};
        comparison.operands.push_back(std::move(left));
        comparison.operands.push_back(std::move(right));
        return comparison;
    }

    Condition read_comparison() {
        using Is = Condition::Kind;
        Condition left = read_operand();
        if (take("!=")) return compare(Is::unequal, std::move(left), read_operand());
        if (take("<=")) return compare(Is::less_equal, std::move(left), read_operand());
        if (take("<")) return compare(Is::less, std::move(left), read_operand());
        if (take(">=")) return compare(Is::less_equal, read_operand(), std::move(left));
        if (take(">")) return compare(Is::less, read_operand(), std::move(left));
        if (take("=")) return compare(Is::equal, std::move(left), read_operand());
        return left;
    }

    Condition read_operand() {
        skip_spaces();
        if (take("(")) return read_group();
        if (take("'")) return read_quoted();
        std::size_t end = at_;
        while (end < text_.size() && (is_name_character(text_[end]) || text_[end] == '.')) ++end;
        const std::string_view word = text_.substr(at_, end - at_);
        if (word.empty()) {
            fail();
            return {};
        }
        const base::Span span = inside(scalar_, at_, word.size());
        at_ = end;
        if (std::isdigit(static_cast<unsigned char>(word.front())) != 0) return read_whole(word);
        return {Condition::Kind::path, parse_path(word, span, diagnostics_), {}, 0, {}};
    }

    Condition read_group() {
        if (++nesting_ > most_nesting) fail();
        Condition inner = failed_ ? Condition{} : read_or();
        if (!take(")")) fail();
        --nesting_;
        return inner;
    }

    Condition read_quoted() {
        const std::size_t end = text_.find('\'', at_);
        if (end == std::string_view::npos) {
            fail();
            return {};
        }
        Condition quoted{Condition::Kind::text, {}, std::string(text_.substr(at_, end - at_)), 0, {}};
        at_ = end + 1;
        return quoted;
    }

    Condition read_whole(std::string_view word) {
        const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits || word.size() > 9) fail();
        return {Condition::Kind::whole, {}, {}, digits && word.size() <= 9 ? std::stoll(std::string(word)) : 0, {}};
    }

    const base::Value& scalar_;
    std::string_view text_;
    base::Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    std::size_t nesting_ = 0;
    std::size_t parts_ = 0;
    bool failed_ = false;
};

}  // namespace

base::Span inside(const base::Value& scalar, std::size_t at, std::size_t length) {
    const std::size_t extent = scalar.span.end - scalar.span.begin;
    const std::size_t quote = extent == scalar.text.size() ? 0 : extent == scalar.text.size() + 2 ? 1 : SIZE_MAX;
    if (quote == SIZE_MAX || !scalar.span.known()) return scalar.span;
    const auto begin = static_cast<std::uint32_t>(scalar.span.begin + quote + at);
    return {scalar.span.file, begin, begin + static_cast<std::uint32_t>(length)};
}

Path parse_path(std::string_view text, base::Span span, base::Diagnostics& diagnostics) {
    Path path{{}, span};
    std::size_t begin = 0;
    bool good = !text.empty();
    while (good && begin <= text.size()) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        const std::string_view name = text.substr(begin, end - begin);
        good =
            !name.empty() && std::all_of(name.begin(), name.end(), is_name_character) && path.names.size() < most_names;
        path.names.emplace_back(name);
        begin = end + 1;
    }
    if (good) return path;
    diagnostics.error(span, base::say("`{}` is not a path", text), base::say("a path looks like goal.title"));
    return {{}, span};
}

std::vector<Part> parse_text(const base::Value& scalar, base::Diagnostics& diagnostics) {
    const std::string_view text = scalar.text;
    std::vector<Part> parts;
    std::string literal;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.substr(at).starts_with("{{") || text.substr(at).starts_with("}}")) {
            literal += text[at];
            at += 2;
        } else if (text[at] == '{') {
            const std::size_t end = text.find('}', at);
            if (end == std::string_view::npos) {
                diagnostics.error(inside(scalar, at, text.size() - at), base::say("`{{` without `}}`"),
                                  base::say("write {{{{ for a brace"));
                break;
            }
            if (!literal.empty()) parts.push_back({std::move(literal), {}, Filter::none});
            literal.clear();
            parts.push_back(parse_binding(scalar, at + 1, end - at - 1, diagnostics));
            at = end + 1;
        } else {
            literal += text[at++];
        }
    }
    if (!literal.empty()) parts.push_back({std::move(literal), {}, Filter::none});
    return parts;
}

Condition parse_condition(const base::Value& scalar, base::Diagnostics& diagnostics) {
    return ConditionReader(scalar, diagnostics).read();
}

}  // namespace compose
