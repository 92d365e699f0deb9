// Parsing of conditions and of what a loop goes over.

#include <algorithm>
#include <cctype>

#include "base/message.h"
#include "compose/expression.h"

namespace compose {

namespace {

constexpr std::size_t most_nesting = 32;
constexpr std::size_t most_parts = 500;  ///< of one condition

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == hole || (c & 0x80) != 0;
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
            diagnostics_.error(evaluate::Locator(text_, scalar_.span).locate(at, text_.size() - at),
                               base::say("this condition cannot be understood"),
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
            Condition joined{kind, {}, {}, {}, 0, {}};
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
        Condition negated{Condition::Kind::not_, {}, {}, {}, 0, {}};
        negated.operands.push_back(failed_ ? Condition{} : read_not());
        --nesting_;
        return negated;
    }

    Condition compare(Condition::Kind kind, Condition left, Condition right) {
        Condition comparison{kind, {}, {}, {}, 0, {}};
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
        while (end < text_.size() && (is_name_character(text_[end]) || text_[end] == '.' || text_[end] == '@')) ++end;
        const std::string_view word = text_.substr(at_, end - at_);
        if (word.empty()) {
            fail();
            return {};
        }
        const base::Span span = evaluate::Locator(text_, scalar_.span).locate(at_, word.size());
        at_ = end;
        if (std::isdigit(static_cast<unsigned char>(word.front())) != 0) return read_whole(word);
        return {Condition::Kind::path, read_path(word, span, diagnostics_), span, {}, 0, {}};
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
        Condition quoted;  // member by member: all at once, GCC 12 at -O3 takes for uninitialised
        quoted.kind = Condition::Kind::text;
        quoted.text = text_.substr(at_, end - at_);
        at_ = end + 1;
        return quoted;
    }

    Condition read_whole(std::string_view word) {
        const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits || word.size() > 9) fail();
        return {Condition::Kind::whole, {}, {}, {}, digits && word.size() <= 9 ? std::stoll(std::string(word)) : 0, {}};
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

evaluate::FactPath read_path(std::string_view text, base::Span span, base::Diagnostics& diagnostics) {
    if (auto path = evaluate::parse_path(text)) return std::move(*path);
    diagnostics.error(span, base::say("`{}` is not a path", text), base::say("a path looks like goal.1.mean@R4"));
    return {};
}

std::vector<evaluate::Piece> parse_text(const base::Value& scalar, base::Diagnostics& diagnostics) {
    return evaluate::parse_pieces(scalar.text, evaluate::Locator(scalar.text, scalar.span), diagnostics);
}

Condition parse_condition(const base::Value& scalar, base::Diagnostics& diagnostics) {
    return ConditionReader(scalar, diagnostics).read();
}

Loop parse_loop(const base::Value& scalar, base::Diagnostics& diagnostics) {
    constexpr std::string_view word = " in ";
    const std::string_view text = scalar.text;
    const std::size_t end = text.find(word);
    const std::string_view name = text.substr(0, end);
    const bool named = end != std::string_view::npos && !name.empty() &&
                       std::all_of(name.begin(), name.end(), [](char c) { return is_name_character(c); });
    if (!named) {
        const std::string hint = "k in " + std::string(text.find(' ') == std::string_view::npos ? text : "kpis");
        diagnostics.error(scalar.span, base::say("`{}` does not say what each of them is called", text),
                          base::say("for instance: for: {}", hint));
        return {};
    }
    const std::size_t begin = std::min(text.find_first_not_of(' ', end + word.size()), text.size());
    Loop loop{std::string(name), scalar};
    loop.over.span = evaluate::Locator(text, scalar.span).locate(begin, text.size() - begin);
    loop.over.text = text.substr(begin);
    return loop;
}

}  // namespace compose
