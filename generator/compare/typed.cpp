// What was typed otherwise: trees of the input files side by side, lists by what names their items.
#include <algorithm>
#include <map>

#include "base/year.h"
#include "compare/align.h"
#include "compare/changes.h"

namespace compare {

namespace {

using base::Value;

/// Values and texts of an edition by the file and byte where they begin.
struct Known {
    CauseKind kind = CauseKind::setting;
    std::string path;
};
using Index = std::map<std::pair<std::string, std::uint32_t>, Known>;

class Indexer {
   public:
    Indexer(const evaluate::Context& context, const base::Sources& sources) : context_(context), sources_(sources) {}

    Index make() {
        const input::Inputs& inputs = context_.inputs();
        for (const input::Indicator& indicator : inputs.strategy.indicators) add_indicator(indicator);
        for (std::size_t at = 0; at < inputs.projects.size(); ++at) add_project(at);
        for (std::size_t at = 0; at < inputs.strategy.measures.size(); ++at) {
            const base::Year year = inputs.evaluated_year;
            add_own({.topic = evaluate::Topic::measure, .year = year, .index = at}, inputs.strategy.measures[at].own);
        }
        for (const input::TypedText& text : inputs.texts) add(text.span, CauseKind::text, text.path);
        return std::move(index_);
    }

   private:
    void add(base::Span span, CauseKind kind, const std::string& path) {
        if (span.known()) index_.try_emplace({sources_.name(span.file), span.begin}, Known{kind, path});
    }

    std::string at_year(const std::string& fact, base::Year year) const {
        return fact + "@" + base::short_year(context_.inputs().eras, year);
    }

    void add_indicator(const input::Indicator& indicator) {
        for (const auto& [year, figure] : indicator.actuals) {
            add(figure.span, CauseKind::value, at_year(indicator.id + ".actual", year));
        }
        for (const auto& [year, target] : indicator.targets) {
            const std::string path = at_year(indicator.id + ".target", year);
            if (target.original) add(target.original->span, CauseKind::target, path);
            for (const input::RevisedTarget& each : target.revised) add(each.figure.span, CauseKind::target, path);
        }
        const base::Year year = context_.inputs().evaluated_year;
        for (const auto* baseline : {&indicator.baseline, &indicator.rate_baseline}) {
            if (*baseline) add((*baseline)->span, CauseKind::baseline, at_year(indicator.id + ".baseline", year));
        }
    }

    void add_own(const evaluate::Subject& subject, const input::OwnValues& own) {
        for (const auto& [id, value] : own) {
            add(value.span, CauseKind::value, evaluate::text_of(context_, {subject, "own." + id}));
        }
    }

    void add_project(std::size_t project) {
        const base::Year evaluated = context_.inputs().evaluated_year;
        add_own({.topic = evaluate::Topic::project, .year = evaluated, .index = project},
                context_.inputs().projects[project].own);
        const auto& activities = context_.inputs().projects[project].indicators;
        for (std::size_t part = 0; part < activities.size(); ++part) {
            for (const auto& [year, figure] : activities[part].actuals) {
                const evaluate::Address address{
                    {.topic = evaluate::Topic::activity, .year = year, .index = project, .part = part}, "actual"};
                add(figure.span, CauseKind::value, evaluate::text_of(context_, address));
            }
        }
    }

    const evaluate::Context& context_;
    const base::Sources& sources_;
    Index index_;
};

/// What names an item of a list: its id, number or name.
std::string name_of(const Value& item) {
    if (!item.is_map()) return {};
    for (const char* key : {"id", "number", "name", "title"}) {
        const Value* value = item.find(key);
        if (value != nullptr && value->is_scalar()) return value->text;
    }
    return {};
}

void add_letters(const Value& value, std::string& out) {
    out += value.text + "\x1f";
    for (const Value& item : value.items) add_letters(item, out);
    for (const Value::Entry& entry : value.entries) {
        out += entry.key + "\x1e";
        add_letters(entry.value, out);
    }
}

/// What an item is called on paper.
std::string called(const Value& item) {
    if (!item.is_map()) return {};
    for (const char* key : {"name", "title", "word"}) {
        const Value* value = item.find(key);
        if (value != nullptr && value->is_scalar()) return value->text;
    }
    return {};
}

/// 名称 for `name`; a key of which no fact speaks as it is written.
std::string key_in_japanese(const std::string& key) {
    using evaluate::Topic;
    for (const Topic topic : {Topic::indicator, Topic::project, Topic::goal, Topic::report, Topic::band}) {
        if (const evaluate::Fact* fact = evaluate::fact(topic, key)) return std::string(fact->japanese);
    }
    return key;
}

constexpr std::size_t most_named = 3;  // of a tree's parts

/// What stands for a tree in one line.
std::string brief(const Value& value) {
    if (value.is_scalar()) return value.text;
    std::string name = called(value);
    if (name.empty()) name = name_of(value);
    if (!name.empty()) return name;
    std::string all;
    const auto add = [&](std::size_t at, const Value& each) {
        if (at < most_named) all += (at == 0 ? "" : "、") + brief(each);
        if (at == most_named) all += " …";
    };
    for (std::size_t at = 0; at < value.items.size(); ++at) add(at, value.items[at]);
    for (std::size_t at = 0; at < value.entries.size(); ++at) add(at, value.entries[at].value);
    return all;
}

class Differ {
   public:
    Differ(const Pair& pair, const Index& before, const Index& after) : pair_(pair), before_(before), after_(after) {}

    std::vector<Cause> take() { return std::move(causes_); }

    void file(const InputPair& input) {
        file_ = input.name;
        kind_ = kind_of(input);
        const bool trees = input.before.span.known() && input.after.span.known();
        if (trees) return walk(&input.before, &input.after, "");
        Cause cause{kind_, input.name, input.name, {}, {}, {}, {}, {}};
        if (!input.before_digest.empty()) cause.before = TypedAt{input.before_digest.substr(0, 12), input.name};
        if (!input.after_digest.empty()) cause.after = TypedAt{input.after_digest.substr(0, 12), input.name};
        causes_.push_back(std::move(cause));
    }

   private:
    static CauseKind kind_of(const InputPair& input) {
        if (input.name.starts_with("templates/")) return CauseKind::templates;
        const Value& tree = input.after.is_map() ? input.after : input.before;
        const auto has = [&](const char* key) { return tree.is_map() && tree.find(key) != nullptr; };
        if (input.name.starts_with("config/policies/") || has("bands")) return CauseKind::policy;
        return has("goals") || has("projects") ? CauseKind::name : CauseKind::setting;
    }

    static std::optional<TypedAt> typed(const Value* value, const base::Sources& sources) {
        if (value == nullptr) return std::nullopt;
        return TypedAt{brief(*value), sources.file_line(value->span)};
    }

    static const Known* known(const Value* value, const Index& index, const base::Sources& sources) {
        if (value == nullptr || !value->span.known()) return nullptr;
        const auto found = index.find({sources.name(value->span.file), value->span.begin});
        return found == index.end() ? nullptr : &found->second;
    }

    void add(const Value* a, const Value* b, const std::string& path) {
        Cause cause{kind_, file_ + (path.empty() ? "" : " " + path), {}, {}, {}, {}, {}, {}};
        const Known* is = known(b, after_, pair_.sources_after);
        if (is == nullptr) is = known(a, before_, pair_.sources_before);
        if (is != nullptr) {
            cause.kind = is->kind;
            cause.path = is->path;
        } else if (const std::string name = fact_of_name(path); !name.empty()) {
            cause.path = name;
        }
        for (const Value* map : within_) {
            if (std::string name = called(*map); !name.empty()) cause.thing = std::move(name);
        }
        cause.label = label(cause, path, a == nullptr ? b : a);
        cause.before = typed(a, pair_.sources_before);
        cause.after = typed(b, pair_.sources_after);
        causes_.push_back(std::move(cause));
    }

    static std::string last_key(const std::string& path) { return path.substr(path.rfind('.') + 1); }

    /// nights.name@R5, where it is an indicator's name that was typed otherwise and pages show it.
    std::string fact_of_name(const std::string& path) const {
        const Value* id = within_.empty() || last_key(path) != "name" ? nullptr : within_.back()->find("id");
        if (id == nullptr) return {};
        const std::string fact = id->text + ".name@" + pair_.after.year;
        return pair_.after.facts.contains(fact) ? fact : std::string();
    }

    /// What a reader calls it: by its fact, else by the thing it stands at and its key: 宿泊者数　単位.
    std::string label(const Cause& cause, const std::string& path, const Value* value) const {
        if (cause.kind == CauseKind::text || cause.kind == CauseKind::templates) return cause.path;
        const bool named = cause.path.find(".name@") != std::string::npos;
        for (const Edition* edition : {named ? &pair_.before : &pair_.after, &pair_.before}) {
            const auto said = edition->facts.find(cause.path);
            if (said != edition->facts.end()) return said->second.label;
        }
        if (std::string name = called(*value); !name.empty()) return name;
        const std::string_view spread = ".value";  // of baseline: {value: 90, year: …}, whose name is the key above
        const std::string own = path.ends_with(spread) ? path.substr(0, path.size() - spread.size()) : path;
        const std::string key = key_in_japanese(last_key(own));
        return cause.thing.empty() ? key : cause.thing + "　" + key;
    }

    void walk(const Value* a, const Value* b, const std::string& path) {
        if (a == nullptr || b == nullptr) return add(a, b, path);
        if (a->is_scalar() && b->is_map() && b->find("value") != nullptr) return spread(*a, *b, path, true);
        if (b->is_scalar() && a->is_map() && a->find("value") != nullptr) return spread(*b, *a, path, false);
        if (a->kind != b->kind) return add(a, b, path);
        if (a->is_map()) return walk_maps(*a, *b, path);
        if (a->is_list()) return walk_lists(*a, *b, path);
        if (a->text != b->text) add(a, b, path);
    }

    /// births: 1,288 is births: {value: 1,288} in short.
    void spread(const Value& scalar, const Value& map, const std::string& path, bool scalar_first) {
        for (const Value::Entry& entry : map.entries) {
            const Value* other = entry.key == "value" ? &scalar : nullptr;
            walk(scalar_first ? other : &entry.value, scalar_first ? &entry.value : other, below(path, entry.key));
        }
    }

    static std::string below(const std::string& path, const std::string& key) {
        return path.empty() ? key : path + "." + key;
    }

    void walk_maps(const Value& a, const Value& b, const std::string& path) {
        within_.push_back(&a);
        for (const Value::Entry& entry : a.entries) walk(&entry.value, b.find(entry.key), below(path, entry.key));
        for (const Value::Entry& entry : b.entries) {
            if (a.find(entry.key) == nullptr) walk(nullptr, &entry.value, below(path, entry.key));
        }
        within_.pop_back();
    }

    static std::vector<std::uint64_t> keys(const Value& list, bool named) {
        std::vector<std::uint64_t> all;
        for (const Value& item : list.items) {
            std::string letters = named ? name_of(item) : std::string();
            if (letters.empty()) add_letters(item, letters);
            all.push_back(key_of(letters));
        }
        return all;
    }

    static bool is_named(const Value& list) {
        return std::all_of(list.items.begin(), list.items.end(),
                           [](const Value& item) { return !name_of(item).empty(); });
    }

    void walk_lists(const Value& a, const Value& b, const std::string& path) {
        const bool named = is_named(a) && is_named(b);
        const auto item = [&](const Value& list, std::size_t at) {
            const std::string name = named ? name_of(list.items[at]) : std::to_string(at);
            return path + "[" + name + "]";
        };
        std::size_t x = 0, y = 0;
        const auto same_until = [&](std::size_t end) {
            for (; x < end; ++x, ++y) {
                if (named) walk(&a.items[x], &b.items[y], item(b, y));
            }
        };
        for (const Gap& gap : gaps(keys(a, named), keys(b, named))) {
            same_until(gap.before_from);
            // What was renamed is the same thing where as many came as went.
            for (; x < gap.before_end && y < gap.after_end; ++x, ++y) walk(&a.items[x], &b.items[y], item(b, y));
            for (; x < gap.before_end; ++x) add(&a.items[x], nullptr, item(a, x));
            for (; y < gap.after_end; ++y) add(nullptr, &b.items[y], item(b, y));
        }
        same_until(a.items.size());
    }

    const Pair& pair_;
    const Index& before_;
    const Index& after_;
    std::string file_;
    CauseKind kind_ = CauseKind::setting;
    std::vector<const Value*> within_;  ///< the maps that are walked, the innermost last, as they were
    std::vector<Cause> causes_;
};

}  // namespace

std::vector<Cause> causes_of(const Pair& pair) {
    const Index before = Indexer(pair.context_before, pair.sources_before).make();
    const Index after = Indexer(pair.context_after, pair.sources_after).make();
    Differ differ(pair, before, after);
    for (const InputPair& input : pair.inputs) differ.file(input);
    std::vector<Cause> causes = differ.take();
    std::stable_sort(causes.begin(), causes.end(), [](const Cause& a, const Cause& b) { return a.kind < b.kind; });
    return causes;
}

}  // namespace compare
