// kensho where: every place of a fact and of all that depends on it, and what another value would change.
#include "evaluate/where.h"

#include <iostream>
#include <map>
#include <memory>

#include "base/message.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "evaluate/dependents.h"

namespace commands {

namespace {

struct WhereArguments {
    std::filesystem::path project;
    std::string fact;
    std::string value;
    bool draft = false;
};

using evaluate::Address;
using evaluate::Context;
using evaluate::Followed;

/// What pages and workbooks show: every fact by its name, with its places.
class Index {
   public:
    explicit Index(const Context& context) : context_(context) {}

    void add(const kensho::LaidOut& volume) {
        std::vector<std::vector<evaluate::Spot>*> lists;
        for (const Address& fact : volume.document.facts) lists.push_back(&spots_of(fact));
        for (const layout::Place& place : volume.pages.facts) {
            evaluate::Spot spot;
            spot.file = volume.file;
            spot.page = place.page + 1;
            spot.label = volume.pages.pages[static_cast<std::size_t>(place.page)].label;
            spot.rect = place.rect;
            spot.words = place.words;
            lists[place.what]->push_back(std::move(spot));
        }
    }

    void add(const workbook::File& book) {
        for (const workbook::WrittenSheet& sheet : book.sheets) {
            for (const auto& [cell, fact] : sheet.facts) {
                const auto& [at, words] = sheet.cells[cell];
                evaluate::Spot spot;
                spot.file = book.name;
                spot.sheet = sheet.name;
                spot.cell = workbook::cell(at);
                spot.words = words;
                spots_of(fact).push_back(std::move(spot));
            }
        }
    }

    const std::vector<Address>& facts() const { return facts_; }
    std::vector<evaluate::Spot> spots(const std::string& name) const {
        const auto found = spots_.find(name);
        return found == spots_.end() ? std::vector<evaluate::Spot>{} : found->second;
    }

   private:
    std::vector<evaluate::Spot>& spots_of(const Address& fact) {
        const auto [at, is_new] = spots_.try_emplace(evaluate::text_of(context_, fact));
        if (is_new) facts_.push_back(fact);
        return at->second;
    }

    const Context& context_;
    std::vector<Address> facts_;
    std::map<std::string, std::vector<evaluate::Spot>> spots_;
};

Followed followed(const Context& context, const kensho::Run& run, const Index& index, const Address& fact) {
    Followed found;
    found.fact = fact;
    found.name = evaluate::text_of(context, fact);
    found.says = evaluate::letters_of(context, fact);
    const base::Span typed = evaluate::place_of(context, fact);
    if (typed.known()) {
        const base::Place at = run.sources.place(typed);
        found.typed = run.sources.name(typed.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    if (const input::Figure* figure = evaluate::typed_figure(*run.inputs, fact)) {
        found.evidence = figure->beside->evidence;
    }
    found.spots = index.spots(found.name);
    return found;
}

/// What each fact would say if the first one were typed otherwise; facts that would say the same are dropped.
bool suppose(const std::string& value, std::vector<Followed>& facts, kensho::Run& run) {
    const base::ParsedDecimal read = base::parse_decimal(value);
    if (!read.value) {
        run.diagnostics.error({}, base::say("`{}` is not a number", value));
        return false;
    }
    if (!evaluate::retype(*run.inputs, facts.front().fact, *read.value)) {
        run.diagnostics.error(
            {}, base::say("nobody typed `{}`", facts.front().name),
            base::say("another value can be tried of an actual, a target, a baseline or a number of your own"));
        return false;
    }
    const evaluate::Assessment otherwise = evaluate::evaluate(*run.inputs);
    const Context context = evaluate::unworded(otherwise);
    for (Followed& fact : facts) fact.otherwise = evaluate::letters_of(context, fact.fact);
    std::erase_if(facts, [](const Followed& fact) { return fact.says == fact.otherwise; });
    return true;
}

/// The fact, and what depends on it where that is shown.
std::vector<Followed> with_dependents(const Context& context, const kensho::Run& run, const Index& index,
                                      const Address& address) {
    std::vector<Followed> facts = {followed(context, run, index, address)};
    for (const Address& fact : evaluate::dependents_of(context, address, index.facts())) {
        Followed next = followed(context, run, index, fact);
        if (!next.spots.empty()) facts.push_back(std::move(next));
    }
    return facts;
}

int find(const WhereArguments& arguments, kensho::Request request) {
    request.project = project_folder(arguments.project);
    request.draft = arguments.draft;
    kensho::Run run;
    if (!kensho::look(request, run)) return finish(run, false);
    const Context context = evaluate::unworded(*run.assessment);
    Index index(context);
    for (const kensho::LaidOut& volume : run.laid_out) index.add(volume);
    for (const workbook::File& book : run.books) index.add(book);
    std::vector<Followed> facts;
    if (arguments.fact == "all") {
        for (const Address& fact : index.facts()) facts.push_back(followed(context, run, index, fact));
    } else {
        const auto asked = evaluate::parse_address(context, arguments.fact);
        if (const auto* fault = std::get_if<evaluate::Fault>(&asked)) {
            run.diagnostics.error({}, fault->message, fault->hint);
            return finish(run, false);
        }
        facts = with_dependents(context, run, index, std::get<Address>(asked));
    }
    if (!arguments.value.empty() && !suppose(arguments.value, facts, run)) return finish(run, false);
    std::cout << (manner().answer == "json" ? evaluate::to_json(facts) : evaluate::to_text(facts));
    return finish(run, true);
}

}  // namespace

Command where() {
    const auto told = std::make_shared<WhereArguments>();
    return {
        "where",
        to_translate("find every place of a fact and of all that depends on it"),
        {offering(Offer::fact, {"fact",
                                to_translate("births.actual@R5, goal.1.mean (docs/facts.md), or all that is shown"),
                                &told->fact,
                                {},
                                true}),
         project(told->project),
         {"--if", to_translate("what would change if this value were typed instead"), &told->value},
         answer_format(to_translate("text or json")),
         {"--draft", to_translate("accept texts that are still missing"), &told->draft}},
        {"where daily-support.actual@R5 samples/atsugi", "where daily-support.actual@R5 samples/atsugi --if 17,900"},
        [told](const kensho::Request& request) { return find(*told, request); }};
}

}  // namespace commands
