// Causes and places brought together: what follows from what.
#include <algorithm>
#include <future>
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

bool is_of_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

/// Whether a text holds words, a number as a whole one: 2 does not stand in 12.
bool holds(const std::string& text, const std::string& words) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool begins = at == 0 || words.empty() || !is_of_number(words.front()) || !is_of_number(text[at - 1]);
        const bool ends =
            end == text.size() || words.empty() || !is_of_number(words.back()) || !is_of_number(text[end]);
        if (begins && ends) return true;
    }
    return false;
}

std::string words_of(const std::optional<Side>& side, bool whole) {
    if (!side) return {};
    if (whole || side->changed.empty()) return bare(side->words);
    std::string all;
    for (const Stretch& stretch : side->changed) all += side->words.substr(stretch.begin, stretch.end - stretch.begin);
    return bare(all);
}

std::vector<std::string> names_of(const evaluate::Context& context, const evaluate::Subject& subject) {
    switch (subject.topic) {
        case evaluate::Topic::indicator: {
            const input::Indicator& indicator = context.strategy().indicators[subject.index];
            return {indicator.name, indicator.id};
        }
        case evaluate::Topic::project: return {context.inputs().projects[subject.index].name};
        case evaluate::Topic::activity: return {context.inputs().projects[subject.index].indicators[subject.part].name};
        default: return {};
    }
}

class Attribution {
   public:
    Attribution(const Pair& pair, Changes& changes) : pair_(pair), changes_(changes), origins_(pair, changes) {}

    void run() {
        for (std::size_t at = 0; at < changes_.facts.size(); ++at) {
            std::set<std::size_t> causes = origins_.of(changes_.facts[at].fact);
            if (causes.empty() && changes_.causes.size() == 1) causes = {0};
            for (const std::size_t cause : causes) changes_.causes[cause].facts.push_back(at);
            causes_of_fact_[changes_.facts[at].fact] = std::move(causes);
        }
        note_words();
        note_things();
        std::vector<std::optional<std::size_t>> found;
        for (const Item& item : changes_.items) found.push_back(cause_of(item));
        for (std::size_t at = 0; at < found.size(); ++at) {
            const auto cause = found[at] ? found[at] : of_its_row(at, found);
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
        const auto told = by_words(item);
        return told ? told : by_thing(item);
    }

    /// The names of what each cause is a fact of: the indicator, the project.
    void note_things() {
        for (std::size_t at = 0; at < changes_.causes.size(); ++at) {
            for (const auto* context : {&pair_.context_before, &pair_.context_after}) {
                const auto address = evaluate::parse_address(*context, changes_.causes[at].path);
                const auto* is = std::get_if<evaluate::Address>(&address);
                if (is == nullptr) continue;
                for (std::string& name : names_of(*context, is->subject)) things_.try_emplace(std::move(name), at);
            }
            if (const Cause& cause = changes_.causes[at]; cause.kind == CauseKind::name && !cause.thing.empty()) {
                things_.try_emplace(cause.thing, at);
            }
        }
    }

    /// Where a row names what a cause is a fact of: its exact fraction, its difference, the marks beside it.
    std::optional<std::size_t> by_thing(const Item& item) const {
        const auto cause_of_name = [&](const std::string& name) -> std::optional<std::size_t> {
            const auto found = things_.find(name);
            return found == things_.end() ? std::nullopt : std::optional(found->second);
        };
        for (const bool is_after : {true, false}) {
            const auto& side = is_after ? item.after : item.before;
            if (!side) continue;
            for (const std::string& fact : item.facts) {
                const evaluate::Context& context = is_after ? pair_.context_after : pair_.context_before;
                const auto address = evaluate::parse_address(context, fact);
                const auto* is = std::get_if<evaluate::Address>(&address);
                for (const std::string& name :
                     is == nullptr ? std::vector<std::string>() : names_of(context, is->subject)) {
                    if (const auto cause = cause_of_name(name)) return cause;
                }
            }
            for (const auto& [name, cause] : things_) {
                if (item.kind == PartKind::table && side->row.starts_with(name))
                    return cause;  // marks may follow a name
            }
            const Row* row =
                item.kind == PartKind::cell ? row_of(*side, is_after ? pair_.after : pair_.before) : nullptr;
            for (std::size_t at = 0; row != nullptr && at < row->cells.size(); ++at) {
                if (const auto cause = cause_of_name(row->cells[at].second)) return cause;
            }
        }
        return std::nullopt;
    }

    static const Row* row_of(const Side& side, const Edition& edition) {
        const auto sheet = std::find_if(edition.sheets.begin(), edition.sheets.end(), [&](const Sheet& each) {
            return each.file == side.file && each.name == side.sheet;
        });
        if (sheet == edition.sheets.end()) return nullptr;
        const int number = std::stoi(side.cell.substr(side.cell.find_first_of("0123456789")));
        const auto row = std::lower_bound(sheet->rows.begin(), sheet->rows.end(), number,
                                          [](const Row& each, int wanted) { return each.number < wanted; });
        return row == sheet->rows.end() || row->number != number ? nullptr : &*row;
    }

    /// Of a table's row that went from one place to another every cell came or went, what stayed the same too.
    std::optional<std::size_t> of_its_row(std::size_t at, const std::vector<std::optional<std::size_t>>& found) const {
        const Item& item = changes_.items[at];
        if (item.kind != PartKind::table || (item.before && item.after)) return std::nullopt;
        const Side& side = item.after ? *item.after : *item.before;
        for (std::size_t other = 0; other < found.size(); ++other) {
            const Item& near = changes_.items[other];
            if (!found[other] || near.kind != PartKind::table) continue;
            const Side& beside = near.after ? *near.after : *near.before;
            const auto head = [](const Side& is) { return is.row.empty() ? is.words : is.row; };
            if (beside.volume == side.volume && beside.table == side.table && head(beside) == head(side))
                return found[other];
        }
        return std::nullopt;
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
        const bool cell = item.kind == PartKind::cell;
        for (const bool whole : {false, true}) {
            const std::string went = words_of(item.before, whole), came = words_of(item.after, whole);
            const auto tells = [&](const Told& told) {
                if (cell && !whole) return told.went == went && told.came == came;
                return !(told.went.empty() && told.came.empty()) && holds(went, told.went) && holds(came, told.came);
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

    const Pair& pair_;
    Changes& changes_;
    Origins origins_;
    std::map<std::string, std::set<std::size_t>> causes_of_fact_;
    std::vector<Told> told_;
    std::map<std::string, std::size_t> things_;  ///< names, and the first cause that is a fact of such a thing
};

}  // namespace

std::string bare(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c != ',' && c != '%' && c != '+') out += c;
    }
    for (const auto& [sign, kept] :
         {std::pair("％", ""), std::pair("−", "-"), std::pair("△", "-"), std::pair("▲", "-")}) {
        const std::string_view written = sign;
        for (std::size_t at = out.find(written); at != std::string::npos; at = out.find(written, at)) {
            out.replace(at, written.size(), kept);
        }
    }
    return out;
}

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
    auto pages = std::async(std::launch::async, [&] { compare_pages(pair, changes); });
    Changes rest;  // what the pages have no part in
    rest.causes = causes_of(pair);
    rest.facts = facts_of(pair);
    compare_books(pair, rest);
    pages.get();
    changes.before = pair.before.name;
    changes.after = pair.after.name;
    changes.causes = std::move(rest.causes);
    changes.facts = std::move(rest.facts);
    changes.tables = std::move(rest.tables);
    std::move(rest.items.begin(), rest.items.end(), std::back_inserter(changes.items));
    Attribution(pair, changes).run();
    return changes;
}

}  // namespace compare
