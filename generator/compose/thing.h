// What a binding of a template can stand for: anything of the vocabulary of facts, a place in the narrative, or
// something only a template has.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/number_style.h"
#include "base/value.h"
#include "compose/document.h"
#include "evaluate/assessment.h"
#include "evaluate/facts.h"

namespace compose {

using evaluate::hole;

/// A text as it is printed, with what is heard instead.
struct Shown {
    std::string text;
    std::string spoken;     ///< may be empty
    std::string expansion;  ///< may be empty
    bool exact = false;     ///< a name: digits stay as written
    base::Digits digits{};  ///< of a number
};

/// A place in narrative.yaml. `value` is null where the path leads nowhere, and in a check.
struct NarrativeThing {
    const base::Value* value = nullptr;
    std::string path;
    const base::Value* nearest = nullptr;  ///< the last map that exists on the way, for hints
};

/// What only a template has: its pictures, its outputs, the draft, the turn of a loop.
struct AssetsThing {};
struct OutputsThing {};
struct DraftThing {};
struct LoopThing {
    std::size_t index = 0, count = 1;
};

/// By default anything, of which nothing is known.
struct Thing {
    std::variant<evaluate::Reached, NarrativeThing, AssetsThing, OutputsThing, DraftThing, LoopThing> is;
};

/// Whether two texts can be the same, once their holes are filled.
bool may_be_same(std::string_view a, std::string_view b);

/// How things are read aloud and marked: from the style file.
struct Words : evaluate::Wording {
    std::string missing = "－";  ///< printed where there is no value
    std::string missing_spoken;
    std::string minus;        ///< said for a minus sign
    std::string arrow;        ///< said for →
    std::string draft_value;  ///< printed for a missing value in a draft
    std::string draft_text;   ///< the same for a text; {path} stands for the place it should be at
    std::map<std::string, std::string, std::less<>> places;  ///< in words: goals is 基本目標
    std::string between = ".";                               ///< two names of such a place
};

/// Everything bindings look into.
struct NarrativeUse;

struct World {
    const evaluate::Assessment& assessment;
    const input::Inputs& inputs;
    bool draft = false;
    std::string draft_date;
    Words words;
    /// The template is walked for its faults alone: every branch is taken, every loop goes round once, and of what
    /// stands for something of the strategy only the form is known.
    bool checking = false;
    /// Nothing is said against a name without a dot before it: whoever uses the piece that is checked may give it.
    bool open = false;
    NarrativeUse* use = nullptr;          ///< where to note what is asked of the narrative; null: nowhere
    const base::Value* errata = nullptr;  ///< what a 正誤表 or a corrected report lists; null: this is neither

    evaluate::Context context() const { return {assessment, words}; }
};

Thing text(std::string printed);
Thing nothing();

/// Whether a thing is of a form, or may be.
bool is_a(const Thing& thing, evaluate::Form::Is is, evaluate::Topic topic = evaluate::Topic::whole);
/// The subject it stands for; null where there is none, or it is not looked at.
const evaluate::Subject* subject_of(const Thing& thing);
/// As a number, to be compared.
std::optional<base::Ratio> number_of(const Thing& thing);

/// A member of what only a template has; nullopt when there is none of that name.
std::optional<Thing> own_member(const World& world, const Thing& of, std::string_view name);
/// The names that a template has beside the vocabulary: narrative, assets …
std::optional<Thing> own_name(const World& world, std::string_view name);
std::vector<std::string> own_names(const World& world, const Thing* of);

/// How a thing is printed. Lists and things without a text of their own print nothing.
Shown show(const World& world, const Thing& thing);
bool truth(const World& world, const Thing& thing);
/// Whether there is anything: 0 and `no` are values too.
bool has_value(const World& world, const Thing& thing);
/// A value that is due but was not written: a draft says so in place.
bool is_unreported(const Thing& thing);
/// What `for` walks: the items of a list, the thing itself, nothing of nothing.
std::vector<Thing> items_of(const World& world, const Thing& thing);
/// The counts of a goal, measure, initiative, the whole, or a set of indicators; null for anything else.
const evaluate::Tally* tally_of(const World& world, const Thing& thing);
const evaluate::GroupAssessment* group_of(const World& world, const Thing& thing);

}  // namespace compose
