// Causes and places brought together: what follows from what.
#include <algorithm>
#include <map>
#include <set>

#include "compare/items.h"
#include "evaluate/dependents.h"

namespace compare {

namespace {

std::vector<FactChange> facts_of(const Pair& pair) {
    std::vector<FactChange> changes;
    for (const auto& [fact, was] : pair.before.facts) {
        const auto is = pair.after.facts.find(fact);
        const std::string now = is == pair.after.facts.end() ? std::string() : is->second.says;
        if (was.says != now) changes.push_back({fact, was.label, was.says, now});
    }
    for (const auto& [fact, is] : pair.after.facts) {
        if (!pair.before.facts.contains(fact) && !is.says.empty()) changes.push_back({fact, is.label, {}, is.says});
    }
    return changes;
}

/// Which causes a fact goes back to.
class Origins {
   public:
    Origins(const Pair& pair, const Changes& changes) : pair_(pair) {
        for (std::size_t at = 0; at < changes.causes.size(); ++at) causes_[changes.causes[at].path].insert(at);
    }

    std::set<std::size_t> of(const std::string& fact) {
        std::set<std::size_t> all = of(fact, pair_.context_after, known_after_);
        return all.empty() ? of(fact, pair_.context_before, known_before_) : all;
    }

   private:
    using Known = std::map<std::string, std::set<std::size_t>>;

    std::set<std::size_t> of(const std::string& fact, const evaluate::Context& context, Known& known) {
        const auto address = evaluate::parse_address(context, fact);
        const auto* is = std::get_if<evaluate::Address>(&address);
        if (is == nullptr || is->name.empty()) return {};
        return walk(*is, fact, context, known);
    }

    std::set<std::size_t> walk(const evaluate::Address& address, const std::string& name,
                               const evaluate::Context& context, Known& known) {
        const auto [found, is_new] = known.try_emplace(name);
        if (!is_new) return found->second;
        std::set<std::size_t> all;
        if (const auto own = causes_.find(name); own != causes_.end()) all = own->second;
        for (const evaluate::Address& source : evaluate::sources_of(context, address)) {
            all.merge(walk(source, evaluate::text_of(context, source), context, known));
        }
        known[name] = all;
        return all;
    }

    const Pair& pair_;
    std::map<std::string, std::set<std::size_t>> causes_;
    Known known_before_, known_after_;
};

/// A number as it is kept in a cell.
std::string bare(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c != ',' && c != '%' && c != '+') out += c;
    }
    constexpr std::string_view minus = "−";
    for (std::size_t at = out.find(minus); at != std::string::npos; at = out.find(minus, at)) {
        out.replace(at, minus.size(), "-");
    }
    return out;
}

std::string words_of(const std::optional<Side>& side, bool whole) {
    if (!side) return {};
    if (whole || side->changed.empty()) return bare(side->words);
    std::string all;
    for (const Stretch& stretch : side->changed) all += side->words.substr(stretch.begin, stretch.end - stretch.begin);
    return bare(all);
}

class Attribution {
   public:
    Attribution(const Pair& pair, Changes& changes) : changes_(changes), origins_(pair, changes) {}

    void run() {
        for (std::size_t at = 0; at < changes_.facts.size(); ++at) {
            std::set<std::size_t> causes = origins_.of(changes_.facts[at].fact);
            if (causes.empty() && changes_.causes.size() == 1) causes = {0};
            for (const std::size_t cause : causes) changes_.causes[cause].facts.push_back(at);
            causes_of_fact_[changes_.facts[at].fact] = std::move(causes);
        }
        note_words();
        for (std::size_t at = 0; at < changes_.items.size(); ++at) {
            const auto cause = cause_of(changes_.items[at]);
            (cause ? changes_.causes[*cause].items : changes_.shared).push_back(at);
        }
    }

   private:
    std::optional<std::size_t> cause_of(const Item& item) const {
        if (changes_.causes.size() == 1) return 0;
        for (const std::string& fact : item.facts) {
            const auto found = causes_of_fact_.find(fact);
            if (found != causes_of_fact_.end() && !found->second.empty()) return *found->second.begin();
        }
        for (std::size_t at = 0; at < changes_.causes.size(); ++at) {
            if (!item.origin.empty() && as_counted(changes_.causes[at].path) == item.origin) return at;
        }
        return by_words(item);
    }

    /// What each cause and the figures that follow it said and say, in the order of the causes.
    void note_words() {
        for (std::size_t at = 0; at < changes_.causes.size(); ++at) {
            const Cause& cause = changes_.causes[at];
            told_.push_back(
                {at, bare(cause.before ? cause.before->text : ""), bare(cause.after ? cause.after->text : "")});
            for (const std::size_t fact : cause.facts) {
                told_.push_back({at, bare(changes_.facts[fact].before), bare(changes_.facts[fact].after)});
            }
        }
    }

    /// Where no name tells: the cause whose old words went and whose new words came.
    std::optional<std::size_t> by_words(const Item& item) const {
        const bool cell = item.kind == Kind::cell;
        for (const bool whole : {false, true}) {
            const std::string went = words_of(item.before, whole), came = words_of(item.after, whole);
            const auto tells = [&](const Told& told) {
                if (cell && !whole) return told.went == went && told.came == came;
                return !(told.went.empty() && told.came.empty()) && went.find(told.went) != std::string::npos &&
                       came.find(told.came) != std::string::npos;
            };
            for (const Told& told : told_) {
                if (tells(told)) return told.cause;
            }
        }
        return std::nullopt;
    }

    struct Told {
        std::size_t cause;
        std::string went, came;
    };

    Changes& changes_;
    Origins origins_;
    std::map<std::string, std::set<std::size_t>> causes_of_fact_;
    std::vector<Told> told_;
};

}  // namespace

std::string as_counted(const std::string& path) {
    std::string out;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const std::size_t end = path[at] == '[' ? path.find(']', at) : std::string::npos;
        const std::string inner = end == std::string::npos ? "" : path.substr(at + 1, end - at - 1);
        if (inner.empty() || inner.find_first_not_of("0123456789") != std::string::npos || inner.size() > 6) {
            out += path[at];
            continue;
        }
        out += "." + std::to_string(std::stoi(inner) + 1);
        at = end;
    }
    return out;
}

Changes compare(const Pair& pair) {
    Changes changes;
    changes.before = pair.before.name;
    changes.after = pair.after.name;
    changes.causes = causes_of(pair);
    changes.facts = facts_of(pair);
    compare_pages(pair, changes);
    compare_books(pair, changes);
    Attribution(pair, changes).run();
    return changes;
}

}  // namespace compare
