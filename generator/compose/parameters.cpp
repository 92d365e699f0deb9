// Walks the tree of the piece without carrying it out: the first names of paths are what somebody must have given.
#include "compose/parameters.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/message.h"

namespace compose {

namespace {

constexpr std::array<std::string_view, 3> paths = {"chip", "trend", "of"};
constexpr std::array<std::string_view, 3> drawn = {"up", "level", "down"};  ///< trends that are written, not looked up
constexpr std::array<std::string_view, 2> conditions = {"if", "where"};

bool is_one_of(std::string_view key, const auto& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// First names of paths, in the order read, and the names that loops of the piece bind themselves.
class Parameters {
   public:
    void tree(const base::Value& value) {
        if (value.is_scalar()) return text(value);
        for (const base::Value& item : value.items) tree(item);
        for (const base::Value::Entry& entry : value.entries) {
            if (entry.key == "for" && entry.value.is_scalar()) {
                loop(entry.value);
                continue;
            }
            if (entry.key == "trend" && is_one_of(entry.value.text, drawn)) continue;
            if (entry.key == "with") {
                for (const base::Value::Entry& given : entry.value.entries) condition(given.value);
            } else if (is_one_of(entry.key, conditions)) {
                condition(entry.value);
            } else if (is_one_of(entry.key, paths) && entry.value.is_scalar()) {
                path(entry.value);
            } else {
                tree(entry.value);
            }
        }
    }

    std::vector<evaluate::FactPath> read;  ///< the first with each first name
    std::set<std::string, std::less<>> bound;

   private:
    void add(const evaluate::FactPath& path) {
        if (path.names.empty() || path.names[0].find(hole) != std::string::npos) return;
        const auto same = [&](const evaluate::FactPath& other) { return other.names[0] == path.names[0]; };
        if (std::none_of(read.begin(), read.end(), same)) read.push_back(path);
    }

    void text(const base::Value& scalar) {
        if (scalar.text.find('{') == std::string::npos) return;
        for (const evaluate::Piece& part : parse_text(scalar, faults_)) add(part.path);
    }

    void loop(const base::Value& scalar) {
        const Loop loop = parse_loop(scalar, faults_);
        bound.insert({"loop", loop.name});
        if (!loop.name.empty()) path(loop.over);
    }

    void path(const base::Value& scalar) {
        if (scalar.text.find('{') != std::string::npos) return text(scalar);
        add(read_path(scalar.text, scalar.span, faults_));
    }

    void condition(const base::Value& scalar) {
        if (!scalar.is_scalar()) return;
        if (scalar.text.find('{') != std::string::npos) return text(scalar);
        operand(parse_condition(scalar, faults_));
    }

    void operand(const Condition& condition) {
        if (condition.kind == Condition::Kind::path) add(condition.path);
        for (const Condition& each : condition.operands) operand(each);
    }

    base::Diagnostics faults_;  ///< said where the piece is carried out
};

/// What is wrong with a name alone.
base::Diagnostics faults_of(Composer& composer, const Variables& variables, const std::string& name) {
    base::Diagnostics faults;
    resolve(composer.world, variables, {{name}, ""}, {}, faults);
    return faults;
}

/// Whether the path begins with a name of the vocabulary, or of what only templates have.
bool begins_in_vocabulary(Composer& composer, const evaluate::FactPath& path) {
    if (own_name(composer.world, path.names[0])) return true;
    const auto [known, fresh] = composer.in_vocabulary.try_emplace(evaluate::written(path));
    if (!fresh) return known->second;
    const evaluate::Context context = composer.world.context();
    known->second = evaluate::begins(context, evaluate::beginning(context, !composer.world.checking), path);
    return known->second;
}

/// What must be given wherever the piece is used.
const std::vector<std::string>& parameters_of(Composer& composer, const base::Value& piece) {
    const auto [known, fresh] = composer.parameters.try_emplace(&piece);
    if (!fresh) return known->second;
    Parameters names;
    names.tree(piece);
    for (const evaluate::FactPath& path : names.read) {
        if (names.bound.contains(path.names[0]) || begins_in_vocabulary(composer, path)) continue;
        known->second.push_back(path.names[0]);
    }
    return known->second;
}

/// Nearly a name of the vocabulary, or of what the piece reads too and somebody has given: there is a hint.
bool is_slip(Composer& composer, const std::string& name, const std::vector<std::string>& read,
             const Variables& given) {
    Variables variables = composer.variables;
    for (const auto& variable : given) {
        if (std::find(read.begin(), read.end(), variable.first) != read.end()) variables.push_back(variable);
    }
    const base::Diagnostics faults = faults_of(composer, variables, name);
    return std::any_of(faults.all().begin(), faults.all().end(), [](const auto& fault) { return !fault.hint.empty(); });
}

}  // namespace

bool gives_all(Composer& composer, const std::string& name, const base::Value& piece, const Variables& given,
               base::Span use) {
    if (composer.world.open) return true;
    std::string names, keys;
    const std::vector<std::string>& read = parameters_of(composer, piece);
    for (const std::string& wanted : read) {
        const auto is_it = [&](const auto& variable) { return variable.first == wanted; };
        if (std::any_of(given.begin(), given.end(), is_it) ||
            std::any_of(composer.variables.begin(), composer.variables.end(), is_it) ||
            is_slip(composer, wanted, read, given)) {
            continue;
        }
        names += (names.empty() ? "`" : ", `") + wanted + "`";
        keys += (keys.empty() ? "" : ", ") + wanted + ": …";
    }
    if (names.empty()) return true;
    composer.diagnostics.error(use, base::say("the piece `{0}` reads {1}, which nobody has given", name, names),
                               base::say("write `with: {{{}}}`", keys));
    return false;
}

}  // namespace compose
