// Paths: goal.1.kpis.achieved.count@R4. One way through the vocabulary for templates, prose and --explain, whether the
// data are looked at or only the names are checked.
#include <algorithm>
#include <cctype>

#include "base/message.h"
#include "base/utf8.h"
#include "evaluate/conditions.h"
#include "evaluate/fact_rows.h"
#include "evaluate/known.h"
#include "evaluate/own.h"
#include "evaluate/project_ratings.h"

namespace evaluate {

namespace {

using base::say;

constexpr std::size_t most_names = 16;
constexpr std::string_view change_suffix = "_change";

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == hole || (c & 0x80) != 0;
}

bool has_hole(std::string_view name) { return name.find(hole) != std::string_view::npos; }

/// Walks a path name by name.
class Walker {
   public:
    Walker(const Context& context, Reached& at, const FactPath& path, std::size_t begin,
           const std::vector<std::string>& also)
        : context_(context), at_(at), path_(path), also_(also), next_(begin) {}

    std::optional<Fault> walk() {
        std::optional<Fault> fault;
        while (!fault && next_ < path_.names.size()) {
            fault = step();
            if (fault) fault->name = next_;
        }
        return fault;
    }

    bool begins() {
        says_why_ = false;
        return !step();
    }

   private:
    bool is(Topic topic) const { return !at_.form.list && at_.form.is == Form::Is::subject && at_.form.topic == topic; }
    /// The subject that is looked at; null where only the form is known or nothing stands there.
    const Subject* subject() const { return at_.content ? std::get_if<Subject>(&at_.content->is) : nullptr; }

    void arrive(Form form, std::optional<Content> content, std::size_t names) {
        at_.form = form;
        at_.content = std::move(content);
        next_ += names;
    }
    void arrive(const Subject& subject, std::size_t names) {
        const bool looks = at_.content.has_value();
        arrive(a(subject.topic), looks ? std::optional(Content{subject}) : std::nullopt, names);
    }

    std::optional<Fault> step();
    bool step_by_number(std::optional<Fault>& fault);
    bool step_by_own_field(std::optional<Fault>& fault);
    bool step_by_rating(std::optional<Fault>& fault);
    bool step_by_condition(std::optional<Fault>& fault);
    bool step_by_id();
    void step_in_list(const Fact& row);
    void step_by(const Fact& row);
    bool step_by_change();
    Content changed(const Fact& row, const Subject& subject) const;
    Fault unknown() const;
    std::string before() const;
    std::string after(std::size_t from) const;

    const Context& context_;
    Reached& at_;
    const FactPath& path_;
    const std::vector<std::string>& also_;
    std::size_t next_;
    bool says_why_ = true;
};

std::string Walker::before() const {
    std::string text;
    for (std::size_t at = 0; at < next_; ++at) text += path_.names[at] + ".";
    return text;
}

std::string Walker::after(std::size_t from) const {
    std::string text;
    for (std::size_t at = from; at < path_.names.size(); ++at) text += "." + path_.names[at];
    return path_.year.empty() ? text : text + "@" + path_.year;
}

std::optional<Fault> Walker::step() {
    const std::string& name = path_.names[next_];
    if (at_.form.is == Form::Is::anything || has_hole(name)) {
        arrive({}, std::nullopt, 1);
        return std::nullopt;
    }
    std::optional<Fault> fault;
    if (step_by_number(fault) || fault) return fault;
    const bool subject = at_.form.is == Form::Is::subject;
    const Topic topic = at_.form.list ? Topic::list : at_.form.topic;
    if (const Fact* row = at_.form.list || subject ? fact(topic, name) : nullptr) {
        if (at_.form.list) {
            step_in_list(*row);
        } else {
            step_by(*row);
        }
        return std::nullopt;
    }
    if (step_by_own_field(fault) || fault) return fault;
    if (step_by_condition(fault) || fault) return fault;
    if (step_by_rating(fault) || fault) return fault;
    if (step_by_id() || step_by_change()) return std::nullopt;
    return says_why_ ? unknown() : Fault{};
}

bool Walker::step_by_number(std::optional<Fault>& fault) {
    const std::string& name = path_.names[next_];
    const Numbered* found = numbered(at_.form, name);
    if (found == nullptr || next_ + 1 == path_.names.size()) return false;
    const std::string& number = path_.names[next_ + 1];
    if (subject() == nullptr || has_hole(number)) {
        arrive(a(found->to), at_.content ? std::optional(Content{}) : std::nullopt, 2);
        return true;
    }
    std::vector<std::string> known;
    for (const auto& [written, to] : numbers_in(context_, *subject(), found->to)) {
        known.push_back(written);
        if (written != number) continue;
        arrive(to, 2);
        return true;
    }
    // A field that no city need have: a template may ask for it, unless it was misspelt.
    if (found->to == Topic::project_ratings && !base::nearest(number, {known.begin(), known.end()})) {
        arrive({}, Content{}, 2);
        return true;
    }
    fault = unknown_word(found->fault, number, known, before() + name + ".", after(next_ + 2));
    return false;
}

/// own.budget, own_share.budget; and of the whole own_name.budget, own_unit.budget. A field that the project does not
/// declare says nothing, so that a template may ask for it.
bool Walker::step_by_own_field(std::optional<Fault>& fault) {
    const std::string& name = path_.names[next_];
    const bool value = name == "own" || name == "own_share", word = name == "own_name" || name == "own_unit";
    const bool asked = (value && !at_.form.list && has_own_fields(at_.form.topic)) || (word && is(Topic::whole));
    if (!asked || next_ + 1 == path_.names.size()) return false;
    const std::string& id = path_.names[next_ + 1];
    const input::OwnField* field = context_.inputs().own_field(id);
    if (field == nullptr) {
        std::vector<std::string> known;
        for (const input::OwnField& one : context_.inputs().own_fields) known.push_back(one.id);
        const std::vector<std::string_view> near(known.begin(), known.end());
        if (!has_hole(id) && base::nearest(id, near)) {
            fault = unknown_word(base::to_translate("kensho.yaml declares no field `{}`"), id, known,
                                 before() + name + ".", after(next_ + 2));
            return false;
        }
        arrive({}, at_.content ? std::optional(Content{}) : std::nullopt, 2);
        return true;
    }
    const Form form = word ? a_text : name == "own_share" ? a_percent : form_of(*field);
    if (subject() == nullptr) {
        arrive(form, at_.content, 2);
        return true;
    }
    const Subject from = *subject();
    if (word) {
        arrive(form, as_name(name == "own_name" ? field->name : field->unit), 2);
        return true;
    }
    at_.address = {from, name + "." + id};
    arrive(form, name == "own" ? own_value(context_, from, *field) : own_share(context_, from, *field), 2);
    return true;
}

bool Walker::step_by_condition(std::optional<Fault>& fault) {
    if (!is(Topic::indicators) && !is(Topic::selection)) return false;
    std::string condition;
    const std::size_t taken = take_condition(path_.names, next_, condition);
    if (taken == 0) return false;
    if (takes_word(path_.names[next_]) && !has_hole(condition)) {
        const base::Year year = subject() != nullptr ? subject()->year : context_.inputs().evaluated_year;
        const KnownWords words = words_behind(path_.names[next_], context_, policy_of(context_.inputs(), year));
        const std::string& word = path_.names[next_ + 1];
        if (std::find(words.all.begin(), words.all.end(), word) == words.all.end()) {
            fault =
                unknown_word(words.fault, word, words.to_say, before() + path_.names[next_] + ".", after(next_ + 2));
            return false;
        }
    }
    if (subject() == nullptr) {
        arrive(a(Topic::selection), at_.content, taken);
        return true;
    }
    Subject narrowed = *subject();
    narrowed.topic = Topic::selection;
    narrowed.conditions.push_back(condition);
    arrive(narrowed, taken);
    return true;
}

/// Of projects: project_rating.effect.rated.高い
bool Walker::step_by_rating(std::optional<Fault>& fault) {
    const std::string& name = path_.names[next_];
    if (!is(Topic::project_ratings) || name != "rated" || next_ + 1 == path_.names.size()) return false;
    const std::string& word = path_.names[next_ + 1];
    if (subject() == nullptr || has_hole(word)) {
        arrive(a(Topic::rated_projects), at_.content ? std::optional(Content{}) : std::nullopt, 2);
        return true;
    }
    std::vector<std::string> known;
    for (const Subject& each : by_word(context_, *subject())) {
        known.push_back(word_of(each));
        if (word != known.back() && (each.band == nullptr || !each.band->is_called(word))) continue;
        arrive(each, 2);
        return true;
    }
    fault = unknown_word(base::to_translate("no rating is called `{}`"), word, known, before() + name + ".",
                         after(next_ + 2));
    return false;
}

bool Walker::step_by_id() {
    if (!is(Topic::whole)) return false;
    const base::Year year = subject() != nullptr ? subject()->year : context_.inputs().evaluated_year;
    const auto found = by_id(context_, path_.names[next_], year);
    if (found) arrive(*found, 1);
    return found.has_value();
}

void Walker::step_in_list(const Fact& row) {
    const Form form = row.form.is == Form::Is::element ? item_form(at_.form) : row.form;
    if (!at_.content) return arrive(form, std::nullopt, 1);
    const std::vector<Content> items = items_of(context_, *at_.content);
    if (row.name == "count") {
        const auto reprints =
            std::count_if(items.begin(), items.end(), [&](const Content& item) { return is_reprint(context_, item); });
        return arrive(form, as_count(context_, items.size() - static_cast<std::size_t>(reprints)), 1);
    }
    if (items.empty()) return arrive(form, Content{}, 1);
    arrive(form, row.name == "first" ? items.front() : items.back(), 1);
}

void Walker::step_by(const Fact& row) {
    const Form form = row.form.is == Form::Is::own_list ? Form{at_.form.is, at_.form.topic, true} : row.form;
    if (!at_.content) return arrive(form, std::nullopt, 1);
    const Subject* from = subject();
    if (from == nullptr) {
        Content none = *at_.content;
        if (auto* missing = std::get_if<Missing>(&none.is)) *missing = {false, missing->reason, true};
        return arrive(form, std::move(none), 1);
    }
    const bool part = from->topic >= Topic::figure;
    if (!part) at_.address = {*from, std::string(row.name)};
    Content content = row.get(context_, *from);
    arrive(form, std::move(content), 1);
}

/// X_change of any number X.
bool Walker::step_by_change() {
    const std::string& name = path_.names[next_];
    if (!name.ends_with(change_suffix) || at_.form.list || at_.form.is != Form::Is::subject) return false;
    const Fact* row = fact(at_.form.topic, name.substr(0, name.size() - change_suffix.size()));
    if (row == nullptr || row->form.is == Form::Is::ordinal || !is_numeric(row->form)) return false;
    if (subject() == nullptr) {
        arrive(a_change, at_.content, 1);
        return true;
    }
    const Subject from = *subject();
    at_.address = {from, name};
    arrive(a_change, changed(*row, from), 1);
    return true;
}

Content Walker::changed(const Fact& row, const Subject& subject) const {
    Subject earlier = subject;
    --earlier.year.western;
    if (earlier.year < context_.strategy().first_year) return {Missing{}};
    const Content now = row.get(context_, subject);
    const Content then = row.get(context_, earlier);
    for (const Content* one : {&now, &then}) {
        if (number_of(*one)) continue;
        const auto* missing = std::get_if<Missing>(&one->is);
        const auto* words = std::get_if<Subject>(&one->is);
        return {Missing{false, missing != nullptr                             ? missing->reason
                               : words != nullptr && words->figure != nullptr ? words->figure->words
                                                                              : std::string()}};
    }
    const base::Decimal newer = *number_of(now);
    const base::Decimal older = *number_of(then);
    const int decimals = std::max(newer.decimals, older.decimals);
    return as_number((base::Ratio(newer) - base::Ratio(older)).rounded(decimals), Number::As::change,
                     context_.inputs().policy, "");
}

Fault Walker::unknown() const {
    const std::string& name = path_.names[next_];
    std::vector<std::string> known = names_known(context_, at_.form, name);
    if (!at_.form.list && at_.form.topic == Topic::whole) known.insert(known.end(), also_.begin(), also_.end());
    return unknown_word(base::to_translate("nothing here is called `{}`"), name, known, before(), after(next_ + 1));
}

/// @R4, @2022, @last: the year before the evaluated one.
std::variant<base::Year, Fault> year_of(const input::Inputs& inputs, std::string_view text) {
    if (text == "last") return base::Year{inputs.evaluated_year.western - 1};
    const input::Strategy& strategy = inputs.strategy;
    const auto year = base::parse_year(inputs.eras, text);
    if (year && *year >= strategy.first_year && *year <= strategy.last_year) return *year;
    return Fault{
        say("the plan has no year `{}`", text),
        say("the plan runs from {0} to {1}; `last` is the year before the evaluated one",
            base::short_year(inputs.eras, strategy.first_year), base::short_year(inputs.eras, strategy.last_year))};
}

/// Sets out in the year that the path names.
std::optional<Fault> turn_to_year(const Context& context, const FactPath& path, Reached& from) {
    if (path.year.empty() || has_hole(path.year)) return std::nullopt;
    const auto year = year_of(context.inputs(), path.year);
    if (const auto* fault = std::get_if<Fault>(&year)) return *fault;
    auto* subject = from.content ? std::get_if<Subject>(&from.content->is) : nullptr;
    if (subject != nullptr && subject->topic != Topic::year) subject->year = std::get<base::Year>(year);
    return std::nullopt;
}

}  // namespace

std::optional<FactPath> parse_path(std::string_view text) {
    FactPath path;
    const std::size_t at = std::min(text.rfind('@'), text.size());
    if (at < text.size()) path.year = text.substr(at + 1);
    if (at + 1 == text.size()) return std::nullopt;
    const std::string_view names = text.substr(0, at);
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find('.', begin), names.size());
        const std::string_view name = names.substr(begin, end - begin);
        // A band may be called ◎ or A+: what follows `rated` is a name of the city's.
        const bool free = !path.names.empty() && takes_word(path.names.back());
        const bool good = !name.empty() && (free || std::all_of(name.begin(), name.end(), is_name_character));
        if (!good || path.names.size() == most_names) return std::nullopt;
        path.names.emplace_back(name);
        begin = end + 1;
    }
    return path;
}

std::string written(const FactPath& path) {
    std::string text;
    for (const std::string& name : path.names) text += (text.empty() ? "" : ".") + name;
    return path.year.empty() ? text : text + "@" + path.year;
}

Reached beginning(const Context& context, bool looked_into) {
    const Subject whole{.topic = Topic::whole, .year = context.inputs().evaluated_year};
    return {a(Topic::whole), looked_into ? std::optional(Content{whole}) : std::nullopt, {}};
}

std::optional<Fault> follow(const Context& context, Reached& at, const FactPath& path, std::size_t begin,
                            const std::vector<std::string>& also) {
    if (auto fault = turn_to_year(context, path, at)) return fault;
    return Walker(context, at, path, begin, also).walk();
}

bool begins(const Context& context, Reached from, const FactPath& path) {
    return !turn_to_year(context, path, from) && Walker(context, from, path, 0, {}).begins();
}

}  // namespace evaluate
