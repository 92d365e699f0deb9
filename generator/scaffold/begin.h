// A project that begins: the files of a city's first report, which build as a draft at once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/year.h"
#include "scaffold/file.h"

namespace scaffold {

/// An indicator as a list of the office has it. Numbers are letters as they will be typed.
struct PlannedIndicator {
    std::string name, unit, section, note, definition;
    std::string baseline;       ///< empty: none
    std::string baseline_year;  ///< 令和元年度
    bool year_guessed = false;  ///< nobody said the baseline's year
    std::map<base::Year, std::string> targets, actuals;
    bool lower = false;     ///< less is better
    bool in_words = false;  ///< its values are words: 検討, 工事, 供用
    bool cumulative = false;
    bool headline = false;  ///< 数値目標
};

struct PlannedInitiative {
    std::string title;
    std::vector<PlannedIndicator> indicators;
};

struct PlannedMeasure {
    std::string title;
    std::vector<PlannedInitiative> initiatives;
};

struct PlannedGoal {
    std::string title;
    std::vector<PlannedIndicator> headline_targets;
    std::vector<PlannedMeasure> measures;
};

/// What a city said of itself, and what the program knows of the machine. What was not said is empty and becomes a
/// default that is marked in the files.
struct Beginning {
    std::string city, code, title;
    base::Year first, last, evaluated;
    std::string policy, template_id;
    std::vector<PlannedGoal> goals;    ///< empty: one of each, as an example
    std::vector<std::string> volumes;  ///< of the template: main, annex, digest
    bool workbook = false;             ///< the template has one
    std::vector<std::string> texts;    ///< that the template asks for: overview.purpose, goals.{g.number}.direction
};

/// Every file of the new project.
std::vector<File> begin(const Beginning& wishes, const base::Eras& eras);

}  // namespace scaffold
