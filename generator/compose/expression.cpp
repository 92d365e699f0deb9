#include "compose/expression.h"

#include <algorithm>
#include <array>

#include "base/message.h"
#include "base/utf8.h"

namespace compose {

namespace {

const Thing* variable(const Variables& variables, std::string_view name) {
    const auto found =
        std::find_if(variables.rbegin(), variables.rend(), [&](const auto& v) { return v.first == name; });
    return found == variables.rend() ? nullptr : &found->second;
}

void report_unknown_name(const World& world, const Variables& variables, const Thing* of, const Path& path,
                         std::string_view name, base::Diagnostics& diagnostics) {
    std::vector<std::string_view> known = member_names(world, of);
    if (of == nullptr) {
        for (const auto& [variable_name, thing] : variables) known.emplace_back(variable_name);
    }
    base::report_unknown("unknown binding `{}`", name, path.span, known, diagnostics);
}

std::string written(const Path& path) {
    std::string out;
    for (const std::string& name : path.names) out += (out.empty() ? "" : ".") + name;
    return out;
}

/// What `<` compares are numbers; letters have no order an author could want.
void expect_number(const Condition& operand, const Thing& thing, base::Diagnostics& diagnostics) {
    const bool number = is_a<std::int64_t>(thing) || operand.kind != Condition::Kind::path;
    if (!number) diagnostics.error(operand.path.span, base::say("`{}` is not a number", written(operand.path)));
}

std::int64_t compare(const World& world, const Thing& a, const Thing& b) {
    const auto* left = std::get_if<std::int64_t>(&a.is);
    const auto* right = std::get_if<std::int64_t>(&b.is);
    if (left != nullptr && right != nullptr) return *left < *right ? -1 : *left > *right;
    return show(world, a).text.compare(show(world, b).text);
}

std::string circled(std::string_view digits) {
    if (digits.empty() || digits.size() > 2) return "(" + std::string(digits) + ")";
    const char32_t value = static_cast<char32_t>(std::stoul(std::string(digits)));
    std::string out;
    if (value >= 1 && value <= 20) base::append_utf8(out, 0x2460 + value - 1);
    if (value >= 21 && value <= 35) base::append_utf8(out, 0x3251 + value - 21);
    if (value >= 36 && value <= 50) base::append_utf8(out, 0x32B1 + value - 36);
    return out.empty() ? "(" + std::string(digits) + ")" : out;
}

std::string wide(std::string_view text) {
    std::string out;
    for (char32_t c : base::decode(text)) base::append_utf8(out, c > 0x20 && c < 0x7F ? c + 0xFEE0 : c);
    return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string single(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool alone =
            is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1])) && (i + 1 == text.size() || !is_digit(text[i + 1]));
        out += alone ? wide(text.substr(i, 1)) : std::string(1, text[i]);
    }
    return out;
}

/// 四, 十, 二十四; from 100 on the digits.
std::string kanji(std::string_view digits) {
    if (digits.size() > 2) return std::string(digits);
    static const std::u32string_view names = U"〇一二三四五六七八九";
    std::string out;
    for (char c : digits) base::append_utf8(out, names[static_cast<std::size_t>(c - '0')]);
    if (digits.size() != 2) return out;
    const std::string tens = digits[0] == '1' ? "" : out.substr(0, 3);
    return tens + "十" + (digits[1] == '0' ? "" : out.substr(3));
}

std::string kana(std::string_view digits) {
    static const std::u32string_view names = U"アイウエオカキクケコサシスセソタチツテト";
    const std::size_t value = digits.size() <= 2 ? std::stoul(std::string(digits)) : 0;
    if (value < 1 || value > names.size()) return std::string(digits);
    return base::encode(names.substr(value - 1, 1));
}

}  // namespace

Thing resolve(const World& world, const Variables& variables, const Path& path, base::Diagnostics& diagnostics) {
    // Of what could not be understood nothing more is said: it may be anything.
    Thing unknown = world.checking ? Thing{Unseen{anything}} : Thing{};
    if (path.names.empty() || path.names[0].find(hole) != std::string::npos) return unknown;
    const Thing* first = variable(variables, path.names[0]);
    std::optional<Thing> thing = first != nullptr ? std::optional(*first) : member(world, nullptr, path.names[0]);
    if (!thing) {
        if (!world.open) report_unknown_name(world, variables, nullptr, path, path.names[0], diagnostics);
        return unknown;
    }
    for (std::size_t i = 1; i < path.names.size(); ++i) {
        std::optional<Thing> next = member(world, &*thing, path.names[i]);
        if (!next) {
            report_unknown_name(world, variables, &*thing, path, path.names[i], diagnostics);
            return unknown;
        }
        thing = std::move(next);
    }
    return *thing;
}

Thing printed(const World& world, const Variables& variables, const Path& path, base::Diagnostics& diagnostics) {
    Thing thing = resolve(world, variables, path, diagnostics);
    const auto* unseen = std::get_if<Unseen>(&thing.is);
    if (unseen == nullptr || prints(unseen->kind)) return thing;
    std::string hint;
    for (const char* name : {"name", "title", "word", "mean", "count", "number"}) {
        const std::optional<Thing> member = compose::member(world, &thing, name);
        if (hint.empty() && member) hint = base::say("for instance {{{}.{}}}", written(path), name);
    }
    diagnostics.error(path.span, base::say("`{}` has no letters of its own", written(path)), hint);
    return thing;
}

Thing value_of(const World& world, const Variables& variables, const Condition& condition,
               base::Diagnostics& diagnostics) {
    if (condition.kind == Condition::Kind::text) return text(condition.text);
    if (condition.kind == Condition::Kind::whole) return {condition.whole};
    if (condition.kind == Condition::Kind::path) return resolve(world, variables, condition.path, diagnostics);
    return {holds(world, variables, condition, diagnostics)};
}

bool holds(const World& world, const Variables& variables, const Condition& condition, base::Diagnostics& diagnostics) {
    using Is = Condition::Kind;
    const auto both = [&] {
        const bool order = condition.kind == Is::less || condition.kind == Is::less_equal;
        std::array<Thing, 2> things;
        for (std::size_t i = 0; i < 2; ++i) {
            things[i] = value_of(world, variables, condition.operands[i], diagnostics);
            if (order && world.checking) expect_number(condition.operands[i], things[i], diagnostics);
        }
        return compare(world, things[0], things[1]);
    };
    const auto part = [&](std::size_t i) { return holds(world, variables, condition.operands[i], diagnostics); };
    if (world.checking && (condition.kind == Is::and_ || condition.kind == Is::or_)) {
        part(0);
        part(1);
        return true;
    }
    switch (condition.kind) {
        case Is::not_: return !part(0);
        case Is::and_: return part(0) && part(1);
        case Is::or_: return part(0) || part(1);
        case Is::equal: return both() == 0;
        case Is::unequal: return both() != 0;
        case Is::less: return both() < 0;
        case Is::less_equal: return both() <= 0;
        default: return truth(world, value_of(world, variables, condition, diagnostics));
    }
}

std::string filtered(std::string_view text, Filter filter) {
    if (filter == Filter::none) return std::string(text);
    if (filter == Filter::wide) return wide(text);
    if (filter == Filter::single) return single(text);
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
    if (!digits) return std::string(text);
    if (filter == Filter::counter) return text.size() == 1 && text != "0" ? kanji(text) + "つ" : std::string(text);
    return filter == Filter::circled ? circled(text) : filter == Filter::kanji ? kanji(text) : kana(text);
}

}  // namespace compose
