// What a claim can be about, and the facts the data hold on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "evaluate/assessment.h"

namespace check {

/// An indicator, an activity indicator of a project, or a group of indicators.
struct Subject {
    enum class Kind { indicator, activity, overall, goal, measure, initiative };
    Kind kind = Kind::overall;
    std::size_t index = 0;     ///< into the strategy's list of that kind, or into Inputs::projects
    std::size_t activity = 0;  ///< into Project::indicators
    bool headline = false;     ///< of a group: its headline targets, not its KPIs

    bool is_group() const { return kind != Kind::indicator && kind != Kind::activity; }
    bool operator==(const Subject&) const = default;
};

/// `year_target`: what the plan sets for the year, where the policy rates by another.
/// `share`: of a group, how many in a hundred of those rated reached their target.
enum class Property { none, actual, target, year_target, final_target, baseline, rate, uncapped, mean, share, rating };

/// A figure the data hold.
struct Fact {
    base::Ratio value;
    int decimals = 0;     ///< as printed
    std::string printed;  ///< 1,288人
    std::string unit;     ///< 人, ％; empty where there is none
    base::Span span;      ///< where it was typed; unknown for what was computed
    std::string address;  ///< of the fact in the vocabulary
    base::Year year;
    Property property = Property::none;
};

/// The fact, if there is one: of a status or an indicator without target there is none.
std::optional<Fact> fact_of(const evaluate::Assessment& assessment, const Subject& subject, Property property,
                            base::Year year);

/// What is told of a group rather than of each in it.
bool is_of_group(Property property);

/// Why there is none: 未公表, 目標値なし; empty where nothing is said.
std::string reason_of(const evaluate::Assessment& assessment, const Subject& subject, base::Year year);

/// The goals [first, end), in the plan's order.
std::vector<Subject> goals_between(std::size_t first, std::size_t end);

/// By its word or its symbol, as sentences have them.
bool is_called(const input::Band& band, std::u32string_view letters);

/// What an indicator has in a year; null for what is none, and in a year that the data do not reach.
const evaluate::Result* result_in(const evaluate::Assessment& assessment, const Subject& subject, base::Year year);

const evaluate::GroupAssessment& group_of(const evaluate::Assessment& assessment, const Subject& subject);
/// Nothing is counted in a year that the data do not reach.
const evaluate::Tally& tally_of(const evaluate::Assessment& assessment, const Subject& subject, base::Year year);

/// 「出生数」, 基本目標３のKPI, 全体.
std::string name_of(const evaluate::Assessment& assessment, const Subject& subject);
/// 実績値, 達成率 … in the language of the reports.
std::string name_of(Property property);
std::string unit_of(const evaluate::Assessment& assessment, const Subject& subject);
/// 年 or 年度, as the subject is counted.
base::YearKind year_kind_of(const evaluate::Assessment& assessment, const Subject& subject);
/// What the subject is called in the vocabulary: births
std::string address_of(const evaluate::Assessment& assessment, const Subject& subject);
/// The subject and name of a path of the vocabulary; nullopt for what is no figure of such a subject.
struct Address {
    Subject subject;
    std::string property;
    std::optional<base::Year> year;
};
std::optional<Address> parse_address(const evaluate::Assessment& assessment, const std::string& path);

}  // namespace check
