// Pieces of which the rows of the vocabulary are made: what a fact says, and the form of it.
#pragma once

#include <span>

#include "evaluate/facts.h"

namespace evaluate {

// The parts of the table, one a file.
std::span<const Fact> report_facts();
std::span<const Fact> group_facts();
std::span<const Fact> indicator_facts();
std::span<const Fact> annex_facts();

inline constexpr Form a_flag{Form::Is::flag}, an_ordinal{Form::Is::ordinal}, a_count{Form::Is::count},
    a_number{Form::Is::number}, a_percent{Form::Is::percent}, a_change{Form::Is::change}, a_text{Form::Is::words},
    a_trend{Form::Is::trend}, many_texts{Form::Is::words, Topic::whole, true};
constexpr Form a(Topic topic) { return {Form::Is::subject, topic, false}; }
constexpr Form many(Topic topic) { return {Form::Is::subject, topic, true}; }

inline Content as_text(std::string words) { return {Words{std::move(words), false}}; }
/// A name: its digits stay as written.
inline Content as_name(std::string words) { return {Words{std::move(words), true}}; }
inline Content as_list(std::vector<Content> items) {
    return {std::make_shared<const std::vector<Content>>(std::move(items))};
}
Content as_count(const Context& context, std::size_t value);
Content as_figure(const input::Figure* figure, const input::Policy& policy, std::string reason);
Content as_number(const std::optional<base::Decimal>& value, Number::As as, const input::Policy& policy,
                  std::string reason);
/// Which way a difference points; nothing where there is none.
Content as_trend(const std::optional<base::Decimal>& change);
Content as_band(const input::Band* band, std::string reason);
Content as_year(base::Year year, base::YearKind kind);
Content as_subject(Topic topic, std::size_t index, base::Year year);
Content as_subjects(const std::vector<Subject>& subjects);
/// Subjects of a topic at the indices, in a year.
Content as_subjects(Topic topic, const std::vector<std::size_t>& indices, base::Year year);

}  // namespace evaluate
