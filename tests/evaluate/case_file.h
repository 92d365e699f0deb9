// Cases as data: indicators, a policy and what the core makes of them.
//
//   === what the case is about
//   policy: {rate: {cap: 120}}     YAML: keys of policy.yaml of this folder to replace; `earlier: {R4: {…}}` likewise
//   kpis: […]                      indicators as in strategy.yaml with their `actuals` by year; or
//   goals: [{kpis: […], headline_targets: […], weight: 2}]
//   activities: […]                activity indicators, for sums
//   fields: {effect: {…}}          the city's own fields, as in kensho.yaml
//   projects: […]                  as in the annex, here or in a goal; called by their ids
//   evaluated: R5                  the plan runs from R3 to R6
//   borders: true                  the values that would change each rating too
//   show: [overall.mean]           facts to print, or texts with {…}
//   explain: [a, overall]          how a figure came about
//   depends: {a.actual: [a.rate]}  whether each of the list depends on it
//   ---
//   a R5: 409/400 = 100.0 (102.3) …
//
// UPDATE=1 in the environment rewrites what stands below each ---.
#pragma once

#include <string>
#include <vector>

struct Case {
    std::string title;
    std::string yaml;
    std::string expected;
};

struct CaseFile {
    std::string path;
    std::string preamble;
    std::vector<Case> cases;
};

/// All *.test files of the folder, by name.
std::vector<CaseFile> read_case_files();
void write_case_file(const CaseFile& file);

/// What the core makes of a case, as lines.
std::string outcome_of(const Case& test);
