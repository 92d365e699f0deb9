// What pages show by its name, with a label a reader of the 正誤表 understands.
#include <algorithm>

#include "compare/edition.h"
#include "evaluate/dependents.h"
#include "evaluate/where.h"

namespace compare {

namespace {

using evaluate::Address;
using evaluate::Context;
using evaluate::Topic;

void add(const Context& context, const base::Sources& sources, const Address& address, Edition& edition) {
    const std::string name = evaluate::text_of(context, address);
    if (edition.facts.contains(name)) return;
    edition.facts.emplace(name, Said{evaluate::letters_of(context, address), evaluate::label_of(context, address),
                                     sources.file_line(evaluate::place_of(context, address))});
}

}  // namespace

void read_facts(const Context& context, const base::Sources& sources, const std::vector<Seen>& seen, Edition& edition) {
    for (const Seen& volume : seen) {
        for (const Address& fact : volume.document.facts) add(context, sources, fact, edition);
    }
    const std::size_t goals = context.strategy().goals.size();
    for (const char* name : {"mean", "mean_change", "rating"}) {
        const base::Year year = context.inputs().evaluated_year;
        add(context, sources, {{.topic = Topic::overall, .year = year}, name}, edition);
        for (std::size_t goal = 0; goal < goals; ++goal) {
            add(context, sources, {{.topic = Topic::goal, .year = year, .index = goal}, name}, edition);
        }
    }
    const auto& indicators = context.strategy().indicators;
    for (std::size_t index = 0; index < indicators.size(); ++index) {
        for (const base::Year year : context.strategy().years()) {
            for (const char* name : {"actual", "target", "rate", "rating"}) {
                add(context, sources, {{.topic = Topic::indicator, .year = year, .index = index}, name}, edition);
            }
        }
    }
}

}  // namespace compare
