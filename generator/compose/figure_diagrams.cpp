// Diagrams: goals standing on one another, the tree of the 体系, the cycle, the arrow from baseline to target.

#include "compose/figures.h"

namespace compose {

FigureData read_steps(Composer& composer, base::Fields& fields) {
    Steps steps;
    for_each_fields(composer, fields, "steps", [&](base::Fields& of) {
        steps.steps.push_back(
            {text_at(composer, of, "number"), text_at(composer, of, "label"), text_at(composer, of, "title")});
    });
    return steps;
}

FigureData read_cycle(Composer& composer, base::Fields& fields) {
    Cycle cycle;
    cycle.back = text_at(composer, fields, "back");
    for_each_fields(composer, fields, "steps", [&](base::Fields& of) {
        Cycle::Step step;
        step.name = text_at(composer, of, "name");
        step.foreign = text_at(composer, of, "foreign");
        step.text = text_at(composer, of, "text");
        step.current = of.flag("current", false);
        cycle.steps.push_back(std::move(step));
    });
    return cycle;
}

FigureData read_tree(Composer& composer, base::Fields& fields) {
    Tree tree;
    for (const base::Value& head : fields.list("heads")) tree.heads.push_back(plain_text(composer, head));
    for_each_fields(composer, fields, "goals", [&](base::Fields& of) {
        Tree::Goal goal{
            text_at(composer, of, "number"), text_at(composer, of, "label"), text_at(composer, of, "title"), {}, {}};
        for_each_fields(composer, of, "targets", [&](base::Fields& target) {
            goal.targets.push_back({text_at(composer, target, "name"), text_at(composer, target, "from"),
                                    text_at(composer, target, "to")});
        });
        for_each_fields(composer, of, "measures", [&](base::Fields& inner) {
            Tree::Measure measure{text_at(composer, inner, "number"), text_at(composer, inner, "title"), {}};
            for_each_fields(composer, inner, "initiatives", [&](base::Fields& initiative) {
                std::string number = text_at(composer, initiative, "number");
                measure.initiatives.emplace_back(std::move(number), text_at(composer, initiative, "title"));
            });
            goal.measures.push_back(std::move(measure));
        });
        tree.goals.push_back(std::move(goal));
    });
    return tree;
}

FigureData read_slope(Composer& composer, base::Fields& fields) {
    const Thing thing = thing_of(composer, fields);
    const evaluate::Subject* indicator = indicator_of(composer, fields, thing);
    if (indicator == nullptr) return Slope{};
    const input::Indicator& of = composer.world.inputs.strategy.indicators[indicator->index];
    const auto& results = composer.world.assessment.indicators[indicator->index].results;
    const input::Figure* aim = results.empty() ? nullptr : results.back().target;
    const bool measured = of.baseline && of.baseline->amount && aim != nullptr && aim->amount;
    if (!measured) return Slope{of.direction == input::Direction::higher};
    return Slope{base::Ratio(*aim->amount) >= base::Ratio(*of.baseline->amount)};
}

}  // namespace compose
