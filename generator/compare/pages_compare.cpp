// Volume beside volume: parts that are the same hold the two in step, what lies between differs.
#include <algorithm>
#include <map>
#include <set>

#include "compare/items.h"

namespace compare {

namespace {

class Comparison {
   public:
    Comparison(const Pair& pair, const Volume& before, const Volume& after, Changes& changes)
        : pair_(pair), before_(before), after_(after), changes_(changes) {}

    void run() {
        std::vector<std::size_t> a, b;
        in_step(before_, a);
        in_step(after_, b);
        std::size_t x = 0, y = 0;
        for (const Gap& gap : gaps(keys(before_, a), keys(after_, b))) {
            for (; x < gap.before_from; ++x, ++y) same(before_.parts[a[x]], after_.parts[b[y]]);
            const auto alike = [&](std::size_t i, std::size_t j) {
                return is_one_thing(before_.parts[a[i]], after_.parts[b[j]]);
            };
            for (const auto& [i, j] : paired(gap, alike)) {
                add(i == no_other ? nullptr : &before_.parts[a[i]], j == no_other ? nullptr : &after_.parts[b[j]]);
            }
            x = gap.before_end;
            y = gap.after_end;
        }
        for (; x < a.size(); ++x, ++y) same(before_.parts[a[x]], after_.parts[b[y]]);
        compare_running();
        find_redrawn();
    }

   private:
    static void in_step(const Volume& volume, std::vector<std::size_t>& parts) {
        for (std::size_t at = 0; at < volume.parts.size(); ++at) {
            if (volume.parts[at].kind != PartKind::running) parts.push_back(at);
        }
    }

    static std::vector<std::uint64_t> keys(const Volume& volume, const std::vector<std::size_t>& parts) {
        std::vector<std::uint64_t> all;
        for (const std::size_t at : parts) {
            const Part& part = volume.parts[at];
            all.push_back(key_of(std::to_string(static_cast<int>(part.kind)) + part.words + "\x1f" + part.drawn));
        }
        return all;
    }

    static bool is_one_thing(const Part& a, const Part& b) {
        if (a.kind != b.kind) return false;
        if (!a.origin.empty() || !b.origin.empty()) return a.origin == b.origin;
        if (!a.facts.empty() || !b.facts.empty()) return a.facts == b.facts;
        return a.heading == b.heading && a.table == b.table && a.row == b.row;
    }

    std::string label(const Volume& volume, const PartLine& line) const {
        return volume.labels[static_cast<std::size_t>(line.page)];
    }

    void same(const Part& a, const Part& b) {
        if (a.lines.empty() || b.lines.empty()) return;
        const std::string from = label(before_, a.lines.front()), to = label(after_, b.lines.front());
        if (from == to) return;
        moved_pages_.insert(a.lines.front().page);
        moved_pages_.insert(b.lines.front().page);
        auto found = std::find_if(changes_.moved.begin(), changes_.moved.end(), [&](const Moved& each) {
            return each.volume == after_.name && each.before == from && each.after == to;
        });
        if (found == changes_.moved.end()) found = changes_.moved.insert(found, {after_.name, from, to, 0, {}});
        ++found->parts;
        for (const std::string& fact : b.facts) {
            if (std::find(found->facts.begin(), found->facts.end(), fact) == found->facts.end()) {
                found->facts.push_back(fact);
            }
        }
    }

    /// The lines that hold a change; all of them where nothing says which words it is.
    static std::vector<Area> areas(const Part& part, const std::vector<Stretch>& changed) {
        std::vector<Area> areas;
        std::size_t begin = 0;
        for (const PartLine& line : part.lines) {
            const std::size_t end = begin + line.words.size();
            const auto holds = [&](const Stretch& each) {
                return each.begin < end && (each.end > begin || each.begin == begin);
            };
            if (changed.empty() || std::any_of(changed.begin(), changed.end(), holds)) {
                areas.push_back({line.page + 1, line.rect});
            }
            begin = end;
        }
        return areas;
    }

    Side side(const Volume& volume, const Part& part, std::vector<Stretch> changed) const {
        Side side;
        side.volume = volume.name;
        side.file = volume.file;
        side.heading = part.heading;
        side.table = part.table;
        side.row = part.row;
        side.words = part.words;
        side.changed = std::move(changed);
        std::size_t at = 0, line = 0;
        const std::size_t first = side.changed.empty() ? 0 : side.changed.front().begin;
        while (line + 1 < part.lines.size() && at + part.lines[line].words.size() <= first) {
            at += part.lines[line++].words.size();
        }
        if (part.lines.empty()) return side;
        side.page = part.lines[line].page + 1;
        side.label = label(volume, part.lines[line]);
        side.rect = part.lines[line].rect;
        if (part.line > 0) side.line = part.line + static_cast<int>(line);
        side.areas = areas(part, side.changed);
        return side;
    }

    void add(const Part* a, const Part* b) {
        Item item;
        item.kind = b == nullptr ? a->kind : b->kind;
        WordChanges changed;
        if (a != nullptr && b != nullptr) changed = changed_words(a->words, b->words, pair_.words);
        if (a != nullptr) item.before = side(before_, *a, std::move(changed.before));
        if (b != nullptr) item.after = side(after_, *b, std::move(changed.after));
        for (const Part* part : {a, b}) {
            if (part == nullptr) continue;
            if (!part->origin.empty()) item.origin = part->origin;
            for (const std::string& fact : part->facts) add_fact(fact, item);
            for (const PartLine& line : part->lines) (part == a ? changed_before_ : changed_after_).insert(line.page);
        }
        changes_.items.push_back(std::move(item));
    }

    void add_fact(const std::string& fact, Item& item) const {
        if (std::find(item.facts.begin(), item.facts.end(), fact) != item.facts.end()) return;
        const auto was = pair_.before.facts.find(fact), is = pair_.after.facts.find(fact);
        const bool both = was != pair_.before.facts.end() && is != pair_.after.facts.end();
        if (!both || was->second.says != is->second.says) item.facts.push_back(fact);
    }

    /// The words of running heads, on whichever pages they stand.
    void compare_running() {
        const auto heads = [](const Volume& volume) {
            std::map<std::string, const Part*> all;
            for (const Part& part : volume.parts) {
                if (part.kind == PartKind::running) all[part.words] = &part;
            }
            return all;
        };
        const auto a = heads(before_), b = heads(after_);
        std::vector<const Part*> went, came;
        for (const auto& [words, part] : a) {
            if (!b.contains(words)) went.push_back(part);
        }
        for (const auto& [words, part] : b) {
            if (!a.contains(words)) came.push_back(part);
        }
        for (std::size_t at = 0; at < std::max(went.size(), came.size()); ++at) {
            add(at < went.size() ? went[at] : nullptr, at < came.size() ? came[at] : nullptr);
            Item& item = changes_.items.back();
            if (at < went.size()) item.before->pages = pages_of(before_, *went[at]);
            if (at < came.size()) item.after->pages = pages_of(after_, *came[at]);
        }
    }

    std::vector<std::string> pages_of(const Volume& volume, const Part& part) const {
        std::vector<std::string> pages;
        for (const PartLine& line : part.lines) pages.push_back(label(volume, line));
        return pages;
    }

    void find_redrawn() {
        const std::size_t most = std::max(before_.appearances.size(), after_.appearances.size());
        for (std::size_t page = 0; page < most; ++page) {
            const bool both = page < before_.appearances.size() && page < after_.appearances.size();
            if (both && before_.appearances[page] == after_.appearances[page]) continue;
            const int number = static_cast<int>(page);
            if (changed_before_.contains(number) || changed_after_.contains(number) || moved_pages_.contains(number)) {
                continue;
            }
            const Volume& of = page < after_.labels.size() ? after_ : before_;
            changes_.redrawn.push_back({of.name, of.labels[page]});
        }
    }

    const Pair& pair_;
    const Volume& before_;
    const Volume& after_;
    Changes& changes_;
    std::set<int> changed_before_, changed_after_, moved_pages_;
};

}  // namespace

void compare_pages(const Pair& pair, Changes& changes) {
    static const Volume none;
    std::set<std::string> done;
    for (const Volume& before : pair.before.volumes) {
        const auto after = std::find_if(pair.after.volumes.begin(), pair.after.volumes.end(),
                                        [&](const Volume& each) { return each.name == before.name; });
        done.insert(before.name);
        Comparison(pair, before, after == pair.after.volumes.end() ? none : *after, changes).run();
    }
    for (const Volume& after : pair.after.volumes) {
        if (!done.contains(after.name)) Comparison(pair, none, after, changes).run();
    }
}

}  // namespace compare
