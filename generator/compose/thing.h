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

struct Thing;
using Things = std::shared_ptr<const std::vector<Thing>>;

/// monostate: nothing, which prints as an empty text. Nothing and Missing have every member, and each is nothing.
struct Thing {
    std::variant<std::monostate, Missing, bool, std::int64_t, Shown, Things, NarrativeThing, ReportThing, StrategyThing,
                 PolicyThing, AssetsThing, OutputsThing, DraftThing, OverallThing, YearThing, GoalThing, MeasureThing,
                 InitiativeThing, IndicatorThing, ResultThing, FigureThing, TallyThing, CountThing, BandThing,
                 ProjectThing, ActivityThing, WorkThing, SectionThing, LoopThing, Trend>
        is;
};

/// How things are read aloud and marked: from the style file.
struct Words {
    std::string missing = "－";  ///< printed where there is no value
    std::string missing_spoken;
    std::string minus;  ///< said for a minus sign
    std::string up, level, down;
    std::string provisional, revised;
    /// For the ranges of bands, {} being the edge: {}以上, {}超, {}未満, {}以下.
    std::string at_least, above, below, at_most;
    std::string draft_value;  ///< printed for a missing value in a draft
    std::string draft_text;   ///< the same for a text; {path} stands for the place it should be at
};

/// Everything bindings look into.
struct World {
    const evaluate::Assessment& assessment;
    const input::Inputs& inputs;
    bool draft = false;
    std::string draft_date;
    Words words;
};

Things list_of(std::vector<Thing> things);
Thing text(std::string printed);
Thing name(std::string printed);  ///< exact
Thing number(std::size_t count);

/// A member of a thing, or of the whole when `of` is null; nullopt when there is none of that name.
std::optional<Thing> member(const World& world, const Thing* of, std::string_view name);
/// The names that `member` knows for the thing, for hints and the documentation.
std::vector<std::string_view> member_names(const World& world, const Thing* of);

/// How a thing is printed. Lists and things without a text of their own print nothing.
Shown show(const World& world, const Thing& thing);
bool truth(const World& world, const Thing& thing);
/// What `for` walks: the items of a list, the thing itself, nothing of nothing.
std::vector<Thing> items_of(const Thing& thing);
/// The counts of a goal, measure, initiative, the whole, or a tally itself; null for anything else.
const evaluate::Tally* tally_of(const World& world, const Thing& thing);
const evaluate::GroupAssessment* group_of(const World& world, const Thing& thing);

}  // namespace compose
