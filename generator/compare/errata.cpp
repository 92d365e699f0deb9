// From places to the rows of a 正誤表: the wrong value first, below it what follows, in the order in which one reads.
#include "compare/errata.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "compare/items.h"
#include "compare/quoted.h"
#include "evaluate/facts.h"

namespace compare {

namespace {

constexpr std::size_t most_pairs = 6;  // of data in one row

/// Whether a fact is made of typed ones, which its form tells: a rate, a count, a rating, a difference, a flag.
bool is_computed(std::string_view address) {
    const std::string_view path = address.substr(0, address.rfind('@'));
    const std::string_view name = path.substr(path.rfind('.') + 1);
    if (name.ends_with("_change")) return true;
    const std::vector<evaluate::Fact>& all = evaluate::facts();
    return std::any_of(all.begin(), all.end(), [&](const evaluate::Fact& fact) {
        using Is = evaluate::Form::Is;
        const Is is = fact.form.is;
        const bool rated = is == Is::subject && fact.form.topic == evaluate::Topic::band;
        const bool counted = is == Is::flag || is == Is::count || is == Is::percent || is == Is::change;
        return fact.name == name && (rated || counted || is == Is::trend);
    });
}

class Maker {
   public:
    Maker(const Changes& changes, const Edition& before, const Edition& after, const Wishes& wishes)
        : changes_(changes), before_(before), after_(after), wishes_(wishes) {
        for (const Cause& cause : changes.causes) {
            if (cause.kind == CauseKind::text) texts_.insert(as_counted(cause.path));
        }
    }

    Errata make() {
        Errata errata;
        errata.grade = grade_of(changes_);
        for (const Cause& cause : changes_.causes) {
            if (!cause.items.empty()) add_cause(cause, errata);
        }
        if (!changes_.shared.empty()) {
            Cause rest;
            rest.label = changes_.causes.empty() ? "そのほか" : "以上の訂正に伴うそのほかの箇所";
            rest.items = changes_.shared;
            if (!is_named_already(rest, errata)) add_cause(rest, errata);
        }
        add_added(errata);
        find_unchanged(errata);
        return errata;
    }

   private:
    const Side& side(const Item& item) const { return item.after ? *item.after : *item.before; }

    bool left_out(const Item& item) const {
        const auto named = [&](const std::string& name) {
            if (name == side(item).file || name == side(item).volume || name == item.origin) return true;
            return std::find(item.facts.begin(), item.facts.end(), name) != item.facts.end();
        };
        return item.kind == PartKind::running || std::any_of(wishes_.leave_out.begin(), wishes_.leave_out.end(), named);
    }

    /// Whether there is nothing but cells, and a row names their files already: what a book computes on the way.
    bool is_named_already(const Cause& rest, const Errata& errata) const {
        std::string named;
        for (const ErrataCause& cause : errata.causes) {
            for (const ErrataRow& row : cause.rows) named += row.volume.empty() ? "、" + row.page : "";
        }
        named += "、";
        return std::all_of(rest.items.begin(), rest.items.end(), [&](std::size_t at) {
            const Item& item = changes_.items[at];
            return item.kind == PartKind::cell && named.find("、" + side(item).file + "、") != std::string::npos;
        });
    }

    /// Volumes in the order of the project, in each the tables, then drawings, then sentences.
    std::tuple<std::size_t, int, int, int> rank(const Item& item, const Item* head) const {
        std::size_t volume = 0;
        while (volume < after_.volumes.size() && after_.volumes[volume].name != side(item).volume) ++volume;
        const bool near = head != nullptr && side(item).page == side(*head).page;
        const int kind = item.kind == PartKind::table && near ? 0
                         : item.kind == PartKind::figure      ? 1
                         : item.kind == PartKind::table       ? 2
                                                              : 3;
        return {volume, kind, side(item).page, side(item).line};
    }

    /// Whether the place says the value then and the value now: in the place of an example another may stand now.
    bool says_both(const Item& item, const std::string& fact) const {
        const auto change = std::find_if(changes_.facts.begin(), changes_.facts.end(),
                                         [&](const FactChange& each) { return each.fact == fact; });
        const auto says = [](const std::optional<Side>& side, const std::string& words) {
            return !side || side->words.find(words) != std::string::npos;
        };
        return change == changes_.facts.end() || (says(item.before, change->before) && says(item.after, change->after));
    }

    /// The place of the wrong value itself: one that says it then and now, in a table before others.
    const Item* head_of(const Cause& cause) const {
        const Item* head = nullptr;
        const auto worth = [&](const Item& item) {
            return std::pair(says_both(item, cause.path), item.kind == PartKind::table);
        };
        for (const std::size_t at : cause.items) {
            const Item& item = changes_.items[at];
            const bool own = std::find(item.facts.begin(), item.facts.end(), cause.path) != item.facts.end() ||
                             (!item.origin.empty() && item.origin == as_counted(cause.path));
            if (!own || left_out(item)) continue;
            if (head == nullptr || worth(item) > worth(*head)) head = &item;
        }
        return head;
    }

    void add_cause(const Cause& cause, Errata& errata) {
        ErrataCause made;
        const std::string number = std::to_string(errata.causes.size() + 1);
        const Item* head = head_of(cause);
        if (head != nullptr) {
            made.head = row_of(*head);
            made.head.what = cause.kind == CauseKind::text ? std::string() : cause.label;
        } else {
            made.head.what = cause.kind == CauseKind::text ? "文章" : cause.label;
            const auto words = [](const std::optional<TypedAt>& typed) {
                return std::vector<Piece>{typed ? Piece{typed->text, true} : Piece{"（なし）", false}};
            };
            if (cause.before || cause.after) made.head.before = words(cause.before);
            if (cause.before || cause.after) made.head.after = words(cause.after);
        }
        made.head.number = number;
        if (const auto says = after_.facts.find(cause.path); says != after_.facts.end()) {
            made.fact = cause.path;
            made.says = says->second.says;
        }
        const auto reason = wishes_.causes.find(cause.path);
        made.reason = reason != wishes_.causes.end() ? reason->second : cause.path.empty() ? "" : wishes_.cause;
        std::vector<const Item*> items, cells;
        for (const std::size_t at : cause.items) {
            const Item& item = changes_.items[at];
            if (&item == head || left_out(item)) continue;
            (item.kind == PartKind::cell ? cells : items).push_back(&item);
        }
        std::stable_sort(items.begin(), items.end(),
                         [&](const Item* a, const Item* b) { return rank(*a, head) < rank(*b, head); });
        add_places(items, made.rows);
        add_data(cells, told_of(cause), made.rows);
        for (std::size_t at = 0; at < made.rows.size(); ++at) {
            made.rows[at].number = number + "-" + std::to_string(at + 1);
        }
        errata.causes.push_back(std::move(made));
    }

    /// A row of a table that came, went or changed its place: the cells that were found on one side only.
    struct TableRow {
        const Item* first;
        std::vector<const Item*> went, came;
    };

    static std::string name_of_row(const Item& item) {
        const Side& at = item.after ? *item.after : *item.before;
        const std::string& head = at.row.empty() ? at.words : at.row;
        return at.volume + "\x1f" + at.table + "\x1f" + head;
    }

    static bool is_one_sided(const Item& item) {
        return item.kind == PartKind::table && item.before.has_value() != item.after.has_value();
    }

    void add_places(const std::vector<const Item*>& items, std::vector<ErrataRow>& rows) const {
        std::map<std::string, TableRow> whole;
        for (const Item* item : items) {
            if (!is_one_sided(*item)) continue;
            TableRow& row = whole.try_emplace(name_of_row(*item), TableRow{item, {}, {}}).first->second;
            (item->before ? row.went : row.came).push_back(item);
        }
        for (const Item* item : items) {
            const auto found = is_one_sided(*item) ? whole.find(name_of_row(*item)) : whole.end();
            const bool alone = found == whole.end() || found->second.went.size() + found->second.came.size() == 1;
            if (alone) {
                add_row(row_of(*item), is_joined(*item), rows);
            } else if (found->second.first == item) {
                rows.push_back(row_of(found->second));
            }
        }
    }

    /// The row on one line; what stands there on both sides is no change.
    ErrataRow row_of(const TableRow& cells) const {
        ErrataRow row = row_of(*cells.first);
        const Side& at = side(*cells.first);
        row.what = at.row.empty() ? at.words : at.row;
        const auto words = [&](const std::vector<const Item*>& own, const std::vector<const Item*>& others) {
            std::vector<Piece> pieces;
            for (const Item* item : own) {
                const std::string& said = side(*item).words;
                const bool stays = std::any_of(others.begin(), others.end(),
                                               [&](const Item* other) { return side(*other).words == said; });
                if (!pieces.empty()) pieces.push_back({"　", false});
                pieces.push_back({said, !stays});
            }
            return pieces.empty() ? std::vector<Piece>{{"（なし）", false}} : pieces;
        };
        row.before = words(cells.went, cells.came);
        row.after = words(cells.came, cells.went);
        return row;
    }

    bool is_joined(const Item& item) const {
        return std::any_of(wishes_.join.begin(), wishes_.join.end(), [&](const std::string& fact) {
            return std::find(item.facts.begin(), item.facts.end(), fact) != item.facts.end();
        });
    }

    /// The same words at the same place are one row; where an officer asks for it, those of a volume are, which then
    /// names all their pages and places.
    static void add_row(ErrataRow row, bool joined, std::vector<ErrataRow>& rows) {
        const auto add = [](std::string& all, const std::string& one) {
            if (("、" + all + "、").find("、" + one + "、") == std::string::npos) all += "、" + one;
        };
        for (ErrataRow& each : rows) {
            const bool same = each.volume == row.volume && each.what == row.what &&
                              flat(each.before) == flat(row.before) && flat(each.after) == flat(row.after);
            if (same && each.page == row.page && each.place == row.place) return;
            if (!same || !joined || row.prose || each.prose) continue;
            add(each.page, row.page);
            add(each.place, row.place);
            return;
        }
        rows.push_back(std::move(row));
    }

    ErrataRow row_of(const Item& item) const {
        const Side& at = side(item);
        ErrataRow row;
        row.volume = at.volume;
        row.file = at.file;
        row.page = at.label.empty() ? std::to_string(at.page) : at.label;
        row.prose = item.kind == PartKind::text && at.line > 0 && item.facts.size() + item.origin.size() > 0 &&
                    base::decode(at.words).size() > 12;
        row.place = place_of(item.kind, at, row.prose);
        for (const std::string& fact : item.facts) {
            const auto said = wishes_.words.find(fact);
            const auto known = after_.facts.find(fact);
            if (said != wishes_.words.end()) row.what = said->second;
            if (!row.what.empty() || known == after_.facts.end() || row.prose) continue;
            row.what = known->second.label;
        }
        if (row.what.empty() && item.kind == PartKind::table) row.what = at.row;
        row.reworded = !item.origin.empty() && texts_.contains(item.origin);
        const auto words = [&](const std::optional<Side>& is) {
            if (!is) return std::vector<Piece>{{"（なし）", false}};
            return item.kind == PartKind::figure ? numbers_of(*is) : quoted(is->words, is->changed);
        };
        row.before = words(item.before);
        row.after = words(item.after);
        return row;
    }

    static std::string place_of(PartKind kind, const Side& at, bool prose) {
        if (kind == PartKind::table) return "表「" + (at.table.empty() ? at.heading : at.table) + "」";
        if (kind == PartKind::figure) return at.heading.empty() ? "図" : "図「" + at.heading + "」";
        if (!prose) return at.heading;
        return at.heading + (at.line > 0 ? "　" + std::to_string(at.line) + "行目" : "");
    }

    using Words = std::pair<std::string, std::string>;

    /// What the figures of a cause said and say, as a cell holds it.
    std::set<Words> told_of(const Cause& cause) const {
        std::set<Words> told;
        for (const std::size_t at : cause.facts)
            told.emplace(bare(changes_.facts[at].before), bare(changes_.facts[at].after));
        return told;
    }

    /// A row for each book; tables of values between commas go with the book that says the same. Of a book that holds
    /// figures a page shows those are named, before what it computes on the way.
    void add_data(const std::vector<const Item*>& cells, const std::set<Words>& told, std::vector<ErrataRow>& rows) {
        std::vector<std::pair<std::string, std::vector<Words>>> files;
        for (const Item* cell : cells) {
            auto file = std::find_if(files.begin(), files.end(),
                                     [&](const auto& each) { return each.first == side(*cell).file; });
            if (file == files.end()) file = files.insert(file, {side(*cell).file, {}});
            Words words{cell->before ? cell->before->words : "", cell->after ? cell->after->words : ""};
            auto& all = file->second;
            if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
        }
        std::vector<ErrataRow> made;
        std::vector<std::set<Words>> said;
        for (auto& [file, pairs] : files) {
            auto& words = pairs;  // a binding cannot be captured
            const auto is_told = [&](const Words& each) {
                return told.contains({bare(each.first), bare(each.second)});
            };
            const auto rest = std::stable_partition(words.begin(), words.end(), is_told);
            const std::size_t most =
                rest == words.begin()
                    ? most_pairs
                    : std::min<std::size_t>(most_pairs, static_cast<std::size_t>(rest - words.begin()));
            const bool table = file.ends_with(".csv");
            const auto within = [&](const auto& all) {
                return std::all_of(words.begin(), words.end(), [&](const auto& each) { return all.contains(each); });
            };
            const auto book = std::find_if(said.begin(), said.end(), within);
            if (table && book != said.end()) {
                made[static_cast<std::size_t>(book - said.begin())].page += "、" + file;
                continue;
            }
            ErrataRow row;
            row.page = file;
            for (std::size_t at = 0; at < words.size() && at < most; ++at) {
                if (at > 0) row.before.push_back({"／", false});
                if (at > 0) row.after.push_back({"／", false});
                row.before.push_back({words[at].first.empty() ? "（なし）" : words[at].first, true});
                row.after.push_back({words[at].second.empty() ? "（なし）" : words[at].second, true});
            }
            if (words.size() > most) {
                row.before.push_back({" ほか", false});
                row.after.push_back({" ほか", false});
            }
            made.push_back(std::move(row));
            said.emplace_back(words.begin(), words.end());
        }
        for (ErrataRow& row : made) rows.push_back(std::move(row));
    }

    void add_added(Errata& errata) const {
        for (const AddedRow& added : wishes_.add) {
            ErrataCause cause;
            cause.head.number = std::to_string(errata.causes.size() + 1);
            cause.head.place = added.place;
            cause.head.before = {{added.before, true}};
            cause.head.after = {{added.after, true}};
            cause.reason = wishes_.cause;
            errata.causes.push_back(std::move(cause));
        }
    }

    void find_unchanged(Errata& errata) const {
        std::set<std::string> changed;
        for (const Item& item : changes_.items) changed.insert(side(item).volume);
        for (const Volume& volume : after_.volumes) {
            (changed.contains(volume.name) ? errata.changed_volumes : errata.unchanged_volumes).push_back(volume.name);
        }
        std::string goals;
        bool ratings = true;
        for (const auto& [fact, is] : after_.facts) {
            const auto was = before_.facts.find(fact);
            const bool same = was != before_.facts.end() && was->second.says == is.says && !is.says.empty();
            if (fact == "overall.mean@" + after_.year && same) {
                errata.unchanged.push_back("全体のKPIの達成率の平均（" + is.says + "）");
            }
            if (fact == "overall.rating@" + after_.year && same)
                errata.unchanged.push_back("全体の評価（" + is.says + "）");
            if (fact.starts_with("goal.") && fact.ends_with(".mean@" + after_.year) &&
                fact.find('.', 5) == fact.rfind('.') && same) {
                goals +=
                    (goals.empty() ? "基本目標" : "、基本目標") + fact.substr(5, fact.find('.', 5) - 5) + " " + is.says;
            }
            if (fact.ends_with(".rating@" + after_.year) && was != before_.facts.end() && was->second.says != is.says) {
                ratings = false;
            }
        }
        if (!goals.empty()) errata.unchanged.push_back("KPIの達成率の平均（" + goals + "）");
        if (ratings) errata.unchanged.push_back("すべての指標の評価");
    }

    const Changes& changes_;
    const Edition& before_;
    const Edition& after_;
    const Wishes& wishes_;
    std::set<std::string> texts_;
};

}  // namespace

std::string flat(const std::vector<Piece>& pieces) {
    std::string all;
    for (const Piece& piece : pieces) all += piece.text;
    return all;
}

Grade grade_of(const Changes& changes) {
    Grade grade = Grade::words;
    for (const FactChange& fact : changes.facts) {
        if (is_computed(fact.fact)) return Grade::result;
        grade = Grade::figure;
    }
    for (const Cause& cause : changes.causes) {
        const bool figure =
            cause.kind == CauseKind::value || cause.kind == CauseKind::target || cause.kind == CauseKind::baseline;
        if (figure) grade = Grade::figure;
    }
    return grade;
}

Errata errata_of(const Changes& changes, const Edition& before, const Edition& after, const Wishes& wishes) {
    return Maker(changes, before, after, wishes).make();
}

}  // namespace compare
