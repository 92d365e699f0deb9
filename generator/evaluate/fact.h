// What facts are facts of, and their addresses: plain things that travel with a text to its page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/year.h"

namespace input {
struct Band;
struct Figure;
struct Policy;
}  // namespace input

namespace evaluate {

struct Note;

/// The kinds of subject. Those from `figure` on are parts of what a fact says and have no address of their own.
enum class Topic : std::uint8_t {
    whole,  ///< what stands alone: goals, overall, year …
    report,
    strategy,
    policy,
    overall,
    goal,
    measure,
    initiative,
    section,     ///< 担当課
    indicators,  ///< the KPIs or the headline targets of one of the above
    selection,   ///< those of them that meet conditions
    indicator,
    project_ratings,  ///< what people wrote in a field of ratings of the projects of one of the above
    rated_projects,   ///< those of them that have one word
    project,
    work,      ///< 取組実績
    activity,  ///< 取組指標
    figure,
    note,  ///< what is typed beside a figure
    band,
    year,
    edition,  ///< 版: in Inputs::history
    list
};

/// What a fact is a fact of. Facts that change from year to year are those of `year`.
struct Subject {
    Topic topic = Topic::whole;
    Topic of = Topic::overall;                          ///< of indicators and of ratings of projects: whose they are
    bool headline = false;                              ///< of indicators: headline targets, not KPIs
    base::YearKind year_kind = base::YearKind::fiscal;  ///< of a year
    base::Year year = {};
    std::size_t index = 0;  ///< in the strategy's list of the topic, in Inputs::projects, in sections_of()
    std::size_t part = 0;   ///< of a work or an activity indicator: in its project; of ratings: in Inputs::own_fields
    std::vector<std::string> conditions = {};  ///< of a selection, of rated projects: at_least_90, rated.順調
    const input::Figure* figure = nullptr;     ///< of a figure
    const input::Band* band = nullptr;         ///< of a band; of what was selected by it
    const Note* note = nullptr;                ///< of a note
    const input::Policy* policy = nullptr;     ///< of a figure: by which it is written
    bool operator==(const Subject&) const = default;
};

/// births.actual@R5. `name` may end in _change: what is shown minus what was shown for the year before.
struct Address {
    Subject subject;
    std::string name;
    bool operator==(const Address&) const = default;
};

enum class Trend : std::uint8_t { up, level, down };

}  // namespace evaluate
