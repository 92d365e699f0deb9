// The one vocabulary: everything a report can say, by name. Templates, prose and --explain read paths through it, and
// docs/facts.md is printed from it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "evaluate/assessment.h"
#include "evaluate/fact.h"

namespace evaluate {

/// A value the data do not have. The reason (未公表, 目標値なし) is in the report's language and may be empty.
struct Missing {
    bool unreported = false;  ///< expected for the evaluated year, but nobody wrote it
    std::string reason;
    bool part = false;  ///< of a value that is missing: nothing of its own is
};

/// A number as it is shown.
struct Number {
    enum class As : std::uint8_t {
        count,    ///< 9
        plain,    ///< 18,405
        percent,  ///< 83.8%
        change    ///< +1.6: a difference has its sign
    };
    base::Decimal value;
    As as = As::plain;
    const base::NumberStyle* style = nullptr;  ///< never null once a fact has said it
};

struct Words {
    std::string text;
    bool exact = false;  ///< a name: digits stay as written
};

struct Content;
using List = std::shared_ptr<const std::vector<Content>>;

/// What a fact says. monostate: nothing. A whole number (std::int64_t) names something, as the number of a goal does.
struct Content {
    std::variant<std::monostate, Missing, bool, std::int64_t, Number, Words, Trend, Subject, List> is;
};

/// What a fact says, without the fact: what the tables know before any data are there.
struct Form {
    enum class Is : std::uint8_t {
        anything,
        flag,
        ordinal,
        count,
        number,
        percent,
        change,
        words,
        trend,
        subject,
        element,  ///< in a table: what the list is a list of
        own_list  ///< in a table: a list of what has the fact
    };
    Is is = Is::anything;
    Topic topic = Topic::whole;  ///< of a subject, or of a list of them
    bool list = false;
    bool operator==(const Form&) const = default;
};

/// Words of the page that facts are made of: from the style file, empty where none is at hand.
struct Wording {
    std::string provisional, revised;
    std::string up, level, down;
    std::string reference = "（{}）";  ///< printed for a reference value, {} being the figure
    std::string reference_spoken;      ///< said before it
    /// For the ranges of bands, {} being the edge: {}以上, {}超, {}未満, {}以下.
    std::string at_least, above, below, at_most;
};

/// Everything facts look into.
struct Context {
    const Assessment& assessment;
    const Wording& wording;
    const input::Inputs& inputs() const { return *assessment.inputs; }
    const input::Strategy& strategy() const { return assessment.inputs->strategy; }
};

/// Facts where no template words them.
Context unworded(const Assessment& assessment);

using Topics = std::uint32_t;
constexpr Topics operator|(Topic a, Topic b) { return 1U << static_cast<int>(a) | 1U << static_cast<int>(b); }
constexpr Topics operator|(Topics a, Topic b) { return a | 1U << static_cast<int>(b); }
constexpr Topics only(Topic topic) { return 1U << static_cast<int>(topic); }

/// Before the name of a band, as a condition on sets: kpis.rated.順調.count.
inline constexpr std::string_view rated = "rated.";

/// A row of the vocabulary.
struct Fact {
    std::string_view name;
    Topics topics;  ///< what has it
    Form form;
    std::string_view japanese;
    std::string_view line;  ///< what it is, in Japanese; may be empty
    Content (*get)(const Context&, const Subject&);
};

/// The rows, topic after topic.
const std::vector<Fact>& facts();
/// The row of a name; null where the topic has none of that name.
const Fact* fact(Topic topic, std::string_view name);
/// What the topic is called in Japanese, and what stands for it in a path: goal.N
struct TopicName {
    Topic topic;
    std::string_view japanese;
    std::string_view path;
};
std::span<const TopicName> topic_names();

/// Why a path leads nowhere, in the reader's language.
struct Fault {
    std::string message;
    std::string hint;
    std::size_t name = 0;  ///< the place of the unknown name in its path
};

/// A fault that names the nearest of the known words; `before` and `after` complete the hint to a whole path.
Fault unknown_word(const char* what, std::string_view word, const std::vector<std::string>& known,
                   const std::string& before, const std::string& after);

/// A path, taken apart: goal.1.kpis.achieved.count@R4
struct FactPath {
    std::vector<std::string> names;
    std::string year;  ///< as written behind the @; empty: the subject's own
};
/// nullopt when the text is none: an empty name, blanks, brackets.
std::optional<FactPath> parse_path(std::string_view text);
std::string written(const FactPath& path);

/// Stands in a path for letters that only the strategy itself could tell.
inline constexpr char hole = '\x01';

/// Where a path leads. Without `content` only the form is known: a template that is walked for its faults alone.
struct Reached {
    Form form;
    std::optional<Content> content;
    Address address;  ///< of the fact last passed; its name is empty before the first
};

/// Follows the names from `begin` on (those before it count for hints alone): `at` is then where they lead. Behind the
/// whole, names stand alone: overall, goals, the id of an indicator. `also`: what else could have stood first, for
/// hints.
std::optional<Fault> follow(const Context& context, Reached& at, const FactPath& path, std::size_t begin = 0,
                            const std::vector<std::string>& also = {});
/// Whether the path does not fail at its first name; why it would is not said, since to find what was meant is dear.
bool begins(const Context& context, Reached from, const FactPath& path);
/// The beginning of a path: the whole, looked into or only known by its form.
Reached beginning(const Context& context, bool looked_into);

/// What a fact says; an address whose subject does not have the fact says nothing.
Content get(const Context& context, const Address& address);

/// births.actual@R5, as it can be written anywhere; the year is left out where the subject has none.
std::string text_of(const Context& context, const Address& address);
/// births, goal.1.measure.2, overall.kpis.rated.順調
std::string subject_text(const Context& context, const Subject& subject);
/// An address as written in full. Paths that end in a subject have an empty name; parts of what a fact says (.number)
/// have the fact's.
std::variant<Address, Fault> parse_address(const Context& context, std::string_view text);

/// The indicators of Topic::indicators or Topic::selection, in the order of the plan.
std::vector<std::size_t> indicators_of(const Context& context, const Subject& subject);
/// The project itself, or the projects of a goal, a measure or an initiative in the order of the plan, of a section or
/// the whole in that of the annex.
std::vector<std::size_t> projects_of(const Context& context, const Subject& subject);
/// The tallies of a goal, a measure, an initiative or the whole; null for anything else.
const GroupAssessment* group_of(const Context& context, const Subject& subject);
/// The tally of a goal, a measure, an initiative, the whole (of KPIs) or of indicators; null for anything else.
const Tally* tally_of(const Context& context, const Subject& subject);
/// 担当課, in the order in which the strategy and the annex name them.
std::vector<std::string> sections_of(const input::Inputs& inputs);
/// What a list, or something that stands for one, is a list of; the content itself where it is no list.
std::vector<Content> items_of(const Context& context, const Content& content);
Form item_form(const Form& form);
/// Whether what has the form can be compared as a number; and the number, where there is one.
bool is_numeric(const Form& form);
std::optional<base::Decimal> number_of(const Content& content);
/// 再掲: counted at its first place only.
bool is_reprint(const Context& context, const Content& content);

/// The names of conditions on indicators, with N for a number and X for a band.
std::vector<std::string> condition_names();

}  // namespace evaluate
