// The readers of this room, one a kind of file. Each reports its faults and gives what it could read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "input/inputs.h"

namespace input {

/// The years a strategy runs, both counted in.
struct Period {
    base::Year first, last;
    bool contains(base::Year year) const { return year >= first && year <= last; }
};

/// An indicator that points to another, or to an activity indicator.
struct Link {
    std::size_t indicator;  ///< into Strategy::indicators
    std::string to;         ///< id
    base::Span span;
};

/// A project of the annex that is printed again, until its original is known.
struct ProjectReprint {
    std::size_t project;                            ///< into Inputs::projects
    std::string of;                                 ///< id
    bool own_content, own_results, own_indicators;  ///< written with the reprint, so not taken from the original
    base::Span span;
};

/// An activity indicator: a project of Inputs::projects and an indicator of it.
struct ActivityPlace {
    std::size_t project, indicator;
};

/// An activity indicator that is another one's, until that one is known.
struct SameActivity {
    ActivityPlace place;
    std::string as;  ///< id
    base::Span span;
};

/// What the readers of a project share. What could not be read stays empty, and what depends on it is not checked.
struct Reading {
    Reading(base::Diagnostics& where, Inputs& what) : diagnostics(where), inputs(what) {}

    base::Diagnostics& diagnostics;
    Inputs& inputs;
    std::optional<Period> plan;
    std::optional<std::vector<std::string>> statuses;              ///< of every policy in force
    std::map<std::string, std::size_t, std::less<>> indicators;    ///< id -> Strategy::indicators
    std::map<std::string, std::size_t, std::less<>> projects;      ///< id -> Inputs::projects
    std::map<std::string, ActivityPlace, std::less<>> activities;  ///< by their ids
    std::vector<Link> replacements, indicator_reprints, sums;
    std::vector<ProjectReprint> reprints;
    std::vector<SameActivity> same;
    /// The project's own policy while another one judges ("what if"): its words and formula are those of the files.
    std::optional<Policy> written_for;
    bool strategy_read = false;             ///< else no id is known
    bool annex_read = false;                ///< every annex file could be read
    std::vector<base::Span> empty_results;  ///< of projects whose results wait to be written
};

/// The policy that the words and values of the files were written for.
inline const Policy& written_policy(const Reading& reading) {
    return reading.written_for ? *reading.written_for : reading.inputs.policy;
}

base::Eras read_eras(const base::Value& tree, base::Diagnostics& diagnostics);

/// The key `rate_target`: year, final, share or a year.
std::optional<TargetChoice> read_target_choice(base::Fields& fields, const base::Eras& eras);
/// The keys `tolerance` (0.5, or 10%) and `tolerance_of`.
std::optional<Tolerance> read_tolerance(base::Fields& fields);

/// A policy file. `id` is its name without .yaml.
Policy read_policy(const base::Value& tree, std::string id, const base::Eras& eras, base::Diagnostics& diagnostics);

/// The plan's years, from the strategy; other readers need them first.
void read_plan(const base::Value& tree, Reading& reading);
/// strategy.yaml: goals down to indicators, with targets but without actuals.
void read_strategy(const base::Value& tree, Reading& reading);
/// One indicator; its place in the strategy is filled in by the caller.
Indicator read_indicator(const base::Value& item, Reading& reading);
/// An id: a letter, then letters, digits, - and _. One that is written otherwise is reported and returned as it is.
std::string read_id(base::Fields& fields, base::Diagnostics& diagnostics);

/// The actuals of one year; `year` is what kensho.yaml says of the file.
void read_actuals(const base::Value& tree, base::Year year, Reading& reading);
/// One file of the annex: the projects of a goal.
void read_annex(const base::Value& tree, Reading& reading);
/// Follows replaced_by, reprint_of and sum_of once everything is read.
void resolve_references(Reading& reading);
/// What a final report still waits for, before references are followed; nothing when the project names no such word.
void report_awaited(Reading& reading);
/// Every text below `value` with its path, which begins with `path`.
void collect_texts(const base::Value& value, const std::string& path, std::vector<TypedText>& texts);

}  // namespace input
