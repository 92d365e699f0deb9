// A fact's name as a reader of the 正誤表 and of the review page understands it.
#include "base/year.h"
#include "evaluate/where.h"

namespace evaluate {

namespace {

std::string labelled(const Context& context, const Subject& subject) {
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
std::string labelled_set(const Context& context, const Subject& subject) {
    Subject owner{.topic = subject.of, .year = subject.year, .index = subject.index};
    std::string text = labelled(context, owner) + "　" + (subject.headline ? "数値目標" : "KPI");
    std::string conditions;
    for (const std::string& condition : subject.conditions) {
        const std::string band = condition.starts_with(rated) ? condition.substr(rated.size()) : condition;
        conditions += (conditions.empty() ? "" : "・") + band;
    }
    return conditions.empty() ? text : text + "（" + conditions + "）";
}

/// 全体　事業効果（高い）
std::string labelled_ratings(const Context& context, const Subject& subject) {
    const Subject owner{.topic = subject.of, .year = subject.year, .index = subject.index};
    std::string text = labelled(context, owner) + "　" + context.inputs().own_fields[subject.part].name;
    for (const std::string& condition : subject.conditions) text += "（" + condition.substr(rated.size()) + "）";
    return text;
}

/// What the city calls a field of its own.
std::optional<std::string> own_label(const Context& context, std::string_view name) {
    constexpr std::string_view own = "own.", share = "own_share.";
    const bool is_share = name.starts_with(share);
    if (!is_share && !name.starts_with(own)) return std::nullopt;
    name.remove_prefix((is_share ? share : own).size());
    for (const input::OwnField& field : context.inputs().own_fields) {
        if (name == field.id) return field.name + (is_share ? "の構成比" : "");
    }
    return std::nullopt;
}

}  // namespace

std::string label_of(const Context& context, const Address& address) {
    const Subject& subject = address.subject;
    const bool set = subject.topic == Topic::indicators || subject.topic == Topic::selection;
    const bool ratings = subject.topic == Topic::project_ratings || subject.topic == Topic::rated_projects;
    std::string text = set       ? labelled_set(context, subject)
                       : ratings ? labelled_ratings(context, subject)
                                 : labelled(context, subject);
    if (subject.year.western != 0 && subject.topic != Topic::year) {
        text += (text.empty() ? "" : "　") + base::short_year(context.inputs().eras, subject.year);
    }
    if (const auto own = own_label(context, address.name)) return text + (text.empty() ? "" : "　") + *own;
    constexpr std::string_view change = "_change";
    const Fact* row = fact(subject.topic, address.name);
    std::string_view japanese = row == nullptr ? address.name : row->japanese;
    if (row == nullptr && address.name.ends_with(change)) {
        row = fact(subject.topic, address.name.substr(0, address.name.size() - change.size()));
        if (row != nullptr) return text + "　" + std::string(row->japanese) + "の前年度比";
    }
    return text + (text.empty() ? "" : "　") + std::string(japanese);
}

}  // namespace evaluate
