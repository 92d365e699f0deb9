// What pages show by its name, with a label a reader of the 正誤表 understands.
#include <algorithm>

#include "base/year.h"
#include "compare/edition.h"
#include "evaluate/dependents.h"
#include "evaluate/where.h"

namespace compare {

namespace {

using evaluate::Address;
using evaluate::Context;
using evaluate::Subject;
using evaluate::Topic;

std::string name_of(const Context& context, const Subject& subject) {
    const input::Strategy& strategy = context.strategy();
    switch (subject.topic) {
        case Topic::indicator: return strategy.indicators[subject.index].name;
        case Topic::goal: return "基本目標" + std::to_string(strategy.goals[subject.index].number);
        case Topic::measure: return strategy.measures[subject.index].title;
        case Topic::initiative: return strategy.initiatives[subject.index].title;
        case Topic::overall: return "全体";
        case Topic::project: return context.inputs().projects[subject.index].name;
        case Topic::activity: return context.inputs().projects[subject.index].indicators[subject.part].name;
        default: return {};
    }
}

/// 全体　数値目標（おおむね順調）
std::string set_of(const Context& context, const Subject& subject) {
    Subject owner{.topic = subject.of, .year = subject.year, .index = subject.index};
    std::string text = name_of(context, owner) + "　" + (subject.headline ? "数値目標" : "KPI");
    std::string conditions;
    for (const std::string& condition : subject.conditions) {
        const std::string band =
            condition.starts_with(evaluate::rated) ? condition.substr(evaluate::rated.size()) : condition;
        conditions += (conditions.empty() ? "" : "・") + band;
    }
    return conditions.empty() ? text : text + "（" + conditions + "）";
}

std::string label_of(const Context& context, const Address& address) {
    const Subject& subject = address.subject;
    const bool set = subject.topic == Topic::indicators || subject.topic == Topic::selection;
    std::string text = set ? set_of(context, subject) : name_of(context, subject);
    if (subject.year.western != 0 && subject.topic != Topic::year) {
        text += (text.empty() ? "" : "　") + base::short_year(context.inputs().eras, subject.year);
    }
    constexpr std::string_view change = "_change";
    const evaluate::Fact* row = evaluate::fact(subject.topic, address.name);
    std::string_view japanese = row == nullptr ? address.name : row->japanese;
    if (row == nullptr && address.name.ends_with(change)) {
        row = evaluate::fact(subject.topic, address.name.substr(0, address.name.size() - change.size()));
        if (row != nullptr) return text + "　" + std::string(row->japanese) + "の前年度比";
    }
    return text + (text.empty() ? "" : "　") + std::string(japanese);
}

void add(const Context& context, const base::Sources& sources, const Address& address, Edition& edition) {
    const std::string name = evaluate::text_of(context, address);
    if (edition.facts.contains(name)) return;
    edition.facts.emplace(name, Said{evaluate::letters_of(context, address), label_of(context, address),
                                     sources.file_line(evaluate::place_of(context, address))});
}

}  // namespace

void read_facts(const Context& context, const base::Sources& sources, const std::vector<Seen>& seen, Edition& edition) {
    for (const Seen& volume : seen) {
        for (const Address& fact : volume.document.facts) add(context, sources, fact, edition);
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
