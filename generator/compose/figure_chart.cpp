// A chart: facts of anything that has years, each a series of lines, dots or bars; unless told, target and actual.

#include <algorithm>

#include "base/message.h"
#include "compose/figures.h"
#include "compose/inlines.h"

namespace compose {

namespace {

using evaluate::Form;

struct Wanted {
    Chart::Series series;
    evaluate::FactPath value;
    base::Span span;
};

Wanted target_or_actual(const char* name, Chart::SeriesLook look) {
    return {{Chart::Draw::line, look, {}}, {{name}, {}}, {}};
}

Chart::SeriesLook usual_look(const evaluate::FactPath& value) {
    const bool aim = value.names.back() == "target" || value.names.back() == "final_target";
    return aim ? Chart::SeriesLook::target : Chart::SeriesLook::actual;
}

std::vector<Wanted> read_show(Composer& composer, base::Fields& fields) {
    if (!fields.has("show")) {
        return {target_or_actual("target", Chart::SeriesLook::target),
                target_or_actual("actual", Chart::SeriesLook::actual)};
    }
    std::vector<Wanted> all;
    for_each_fields(composer, fields, "show", [&](base::Fields& of) {
        const base::Value* value = of.required("value");
        Wanted wanted;
        wanted.series.draw =
            of.optional_choice<Chart::Draw>(
                  "draw", {{"line", Chart::Draw::line}, {"dot", Chart::Draw::dot}, {"bar", Chart::Draw::bar}})
                .value_or(Chart::Draw::line);
        const auto look = of.optional_choice<Chart::SeriesLook>("look", {{"actual", Chart::SeriesLook::actual},
                                                                         {"target", Chart::SeriesLook::target},
                                                                         {"other", Chart::SeriesLook::other}});
        wanted.series.name = text_at(composer, of, "name");
        if (value == nullptr) return;
        wanted.value = read_path(plain_text(composer, *value), value->span, composer.diagnostics);
        if (wanted.value.names.empty()) return;
        wanted.span = value->span;
        wanted.series.look = look.value_or(usual_look(wanted.value));
        all.push_back(std::move(wanted));
    });
    return all;
}

bool is_number(const Thing& thing) {
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    return reached == nullptr || evaluate::is_numeric(reached->form) || reached->form.is == Form::Is::anything;
}

Chart::Value value_in(Composer& composer, const Thing& of_year, const Wanted& wanted, base::Span span) {
    const Thing thing = followed(composer, of_year, wanted.value, wanted.span == base::Span{} ? span : wanted.span);
    if (!is_number(thing)) {
        composer.diagnostics.error(wanted.span, base::say("`value` must be the name of a figure"));
        return {};
    }
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    if (reached == nullptr || !reached->content) return {};
    Chart::Value value{evaluate::number_of(*reached->content), {}, fact_of(composer, thing)};
    if (!value.amount) value.word = show(composer.world, thing).text;
    return value;
}

std::optional<Chart::Baseline> baseline_of(Composer& composer, const Thing& thing, const std::vector<Wanted>& all,
                                           base::Span span) {
    const World& world = composer.world;
    const evaluate::Subject* subject = subject_of(thing);
    if (subject == nullptr || subject->topic != evaluate::Topic::indicator) return std::nullopt;
    const bool in_its_unit = std::any_of(all.begin(), all.end(), [](const Wanted& wanted) {
        return wanted.value.names.size() == 1 &&
               (wanted.value.names[0] == "actual" || wanted.value.names[0] == "target");
    });
    const input::Indicator& indicator = world.inputs.strategy.indicators[subject->index];
    if (!in_its_unit || !indicator.baseline || !indicator.baseline->amount) return std::nullopt;
    const bool one_year = indicator.baseline_year && indicator.baseline_label.empty();
    return Chart::Baseline{one_year ? base::short_year(world.inputs.eras, *indicator.baseline_year) : "",
                           *indicator.baseline->amount,
                           fact_of(composer, followed(composer, thing, {{"baseline"}, {}}, span))};
}

/// A point a year of the plan that the thing stands in.
std::vector<Chart::Point> points_of(Composer& composer, const Thing& thing, const std::vector<Wanted>& all,
                                    base::Span span) {
    std::vector<Chart::Point> points;
    const Thing years = followed(composer, thing, {{"by_year"}, {}}, span);
    for (const Thing& of_year : items_of(composer.world, years)) {
        Chart::Point point;
        if (const evaluate::Subject* subject = subject_of(of_year)) {
            point.year = base::short_year(composer.world.inputs.eras, subject->year);
            point.current = subject->year == composer.world.inputs.evaluated_year;
            point.future = subject->year > composer.world.inputs.evaluated_year;
        }
        for (const Wanted& wanted : all) point.values.push_back(value_in(composer, of_year, wanted, span));
        points.push_back(std::move(point));
    }
    return points;
}

}  // namespace

Thing followed(Composer& composer, const Thing& of, evaluate::FactPath path, base::Span span) {
    constexpr const char* start = "of";
    path.names.insert(path.names.begin(), start);
    return resolve(composer.world, {{start, of}}, path, span, composer.diagnostics);
}

FigureData read_chart(Composer& composer, base::Fields& fields) {
    Chart chart;
    chart.numbers = composer.world.inputs.policy.numbers;
    const std::vector<Wanted> all = read_show(composer, fields);
    for (const Wanted& wanted : all) chart.series.push_back(wanted.series);
    for_each_fields(composer, fields, "panels", [&](base::Fields& of) {
        Chart::Panel panel;
        panel.title = text_at(composer, of, "title");
        panel.unit = text_at(composer, of, "unit");
        panel.text = text_at(composer, of, "text");
        const base::Value* path = of.required("of");
        if (path == nullptr) return;
        const Thing thing = thing_at(composer, *path);
        panel.baseline = baseline_of(composer, thing, all, path->span);
        panel.points = points_of(composer, thing, all, path->span);
        chart.panels.push_back(std::move(panel));
    });
    return chart;
}

}  // namespace compose
