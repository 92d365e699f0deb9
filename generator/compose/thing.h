// What a binding of a template can stand for: a text, a number, a list, or something of the strategy with members.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/value.h"
#include "compose/document.h"
#include "evaluate/assessment.h"

namespace compose {

/// A figure the data does not have: printed as the mark of the style file, false in a condition.
struct Missing {
    bool unreported = false;  ///< expected for the evaluated year, but nobody wrote it: a draft says so in place
};

/// A text as it is printed, with what is heard instead.
struct Shown {
    std::string text;
    std::string number;     ///< of a figure: without its percent sign
    std::string spoken;     ///< may be empty
    std::string expansion;  ///< may be empty
    bool exact = false;     ///< a name: digits stay as written
};

/// A place in narrative.yaml. `value` is null where the path leads nowhere.
struct NarrativeThing {
    const base::Value* value = nullptr;
    std::string path;
    const base::Value* nearest = nullptr;  ///< the last map that exists on the way, for hints
};

struct ReportThing {};
struct StrategyThing {};
struct PolicyThing {};
struct AssetsThing {};
struct OutputsThing {};
struct DraftThing {};
struct OverallThing {};
struct YearThing {
    base::Year year;
    base::YearKind kind = base::YearKind::fiscal;
};
struct GoalThing {
    std::size_t index;
};
struct MeasureThing {
    std::size_t index;
};
struct InitiativeThing {
    std::size_t index;
};
struct IndicatorThing {
    std::size_t index;
};
struct ResultThing {
    std::size_t indicator;
    const evaluate::Result* result;
};
struct FigureThing {
    const input::Figure* figure;
    const input::Policy* policy;
};
struct TallyThing {
    const evaluate::Tally* tally;
};
struct NoteThing {
    const evaluate::Note* note;
};
struct CountThing {
    const input::Band* band;
    std::size_t count;
};
struct BandThing {
    const input::Band* band;
};
struct ProjectThing {
    std::size_t index;
};
struct ActivityThing {
    std::size_t project, index;
};
struct WorkThing {
    std::size_t project, index;
};
struct SectionThing {
    std::string name;
};
struct LoopThing {
    std::size_t index, count;
};

/// What a thing is, without the thing: which alternative of Thing::is, or a list of such.
struct Kind {
    std::size_t alternative = 0;
    bool list = false;
};

/// Something of the strategy that is not looked at, only what kind of thing it is: see World::checking.
struct Unseen {
    Kind kind;
};

struct Thing;
using Things = std::shared_ptr<const std::vector<Thing>>;

/// monostate: nothing, which prints as an empty text. Nothing and Missing have every member, and each is nothing.
struct Thing {
    using Is = std::variant<std::monostate, Missing, bool, std::int64_t, Shown, Things, NarrativeThing, ReportThing,
                            StrategyThing, PolicyThing, AssetsThing, OutputsThing, DraftThing, OverallThing, YearThing,
                            GoalThing, MeasureThing, InitiativeThing, IndicatorThing, ResultThing, FigureThing,
                            NoteThing, TallyThing, CountThing, BandThing, ProjectThing, ActivityThing, WorkThing,
                            SectionThing, LoopThing, Trend, Unseen>;
    Is is;
};

template <typename T, typename... Ts>
constexpr std::size_t alternative_in(const std::variant<Ts...>* /*is*/) {
    std::size_t at = 0;
    static_cast<void>(((std::is_same_v<T, Ts> || (++at, false)) || ...));
    return at;
}

/// The kind of one T, and of a list of them.
template <typename T>
inline constexpr Kind one = {alternative_in<T>(static_cast<const Thing::Is*>(nullptr)), false};
template <typename T>
inline constexpr Kind many = {one<T>.alternative, true};
/// Nothing is known of it, so it has every member, and each is the same.
inline constexpr Kind anything = {0, false};

/// Stands in a text for letters that only the strategy itself could tell.
inline constexpr char hole = '\x01';
/// Whether two texts can be the same, once their holes are filled.
bool may_be_same(std::string_view a, std::string_view b);

/// How things are read aloud and marked: from the style file.
struct Words {
    std::string missing = "－";  ///< printed where there is no value
    std::string missing_spoken;
    std::string minus;  ///< said for a minus sign
    std::string up, level, down;
    std::string provisional, revised;
    std::string reference = "（{}）";  ///< printed for a reference value, {} being the figure
    std::string reference_spoken;      ///< said before it
    /// For the ranges of bands, {} being the edge: {}以上, {}超, {}未満, {}以下.
    std::string at_least, above, below, at_most;
    std::string draft_value;  ///< printed for a missing value in a draft
    std::string draft_text;   ///< the same for a text; {path} stands for the place it should be at
};

/// Everything bindings look into.
struct NarrativeUse;

struct World {
    const evaluate::Assessment& assessment;
    const input::Inputs& inputs;
    bool draft = false;
    std::string draft_date;
    Words words;
    /// The template is walked for its faults alone: every branch is taken, every loop goes round once, and what stands
    /// for something of the strategy is Unseen.
    bool checking = false;
    /// Nothing is said against a name without a dot before it: whoever uses the piece that is checked may give it.
    bool open = false;
    NarrativeUse* use = nullptr;  ///< where to note what is asked of the narrative; null: nowhere
};

Things list_of(std::vector<Thing> things);
Thing text(std::string printed);
Thing name(std::string printed);  ///< exact
Thing number(std::size_t count);

/// A member of a thing, or of the whole when `of` is null; nullopt when there is none of that name.
std::optional<Thing> member(const World& world, const Thing* of, std::string_view name);
/// The names that `member` knows for the thing, for hints and the documentation.
std::vector<std::string_view> member_names(const World& world, const Thing* of);

/// Whether `show` gives things of the kind any letters.
bool prints(Kind kind);
/// Whether a thing is of a kind, or may be.
template <typename T>
bool is_a(const Thing& thing) {
    const auto* unseen = std::get_if<Unseen>(&thing.is);
    if (unseen == nullptr) return std::holds_alternative<T>(thing.is);
    return !unseen->kind.list && (unseen->kind.alternative == one<T>.alternative || unseen->kind.alternative == 0);
}

/// How a thing is printed. Lists and things without a text of their own print nothing.
Shown show(const World& world, const Thing& thing);
bool truth(const World& world, const Thing& thing);
/// What `for` walks: the items of a list, the thing itself, nothing of nothing.
std::vector<Thing> items_of(const Thing& thing);
/// The counts of a goal, measure, initiative, the whole, or a tally itself; null for anything else.
const evaluate::Tally* tally_of(const World& world, const Thing& thing);
const evaluate::GroupAssessment* group_of(const World& world, const Thing& thing);

}  // namespace compose
