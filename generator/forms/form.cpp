// KPIs, then projects, each put with the section that it names; a new section begins a new form.
#include "forms/form.h"

#include <algorithm>

#include "base/file.h"

namespace forms {

namespace {

Form& form_for(std::vector<Form>& forms, const std::string& section) {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.section == section; });
    if (found != forms.end()) return *found;
    forms.push_back({section, {}});
    return forms.back();
}

void ask_project(const input::Inputs& inputs, std::size_t index, const std::string& year, std::vector<Form>& forms) {
    const input::Project& project = inputs.projects[index];
    if (project.reprint_of) return;
    if (project.ended && project.ended->year < inputs.evaluated_year) return;
    Form& form = form_for(forms, project.section);
    form.fields.push_back({Part::results, project.id + ".results@" + year, {}, index, 0});
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
        const input::ActivityIndicator& indicator = project.indicators[i];
        // What another project or the plan has is typed there.
        if (indicator.kpi || indicator.same_as || indicator.name.empty()) continue;
        const std::string id = indicator.id.empty() ? project.id + "." + std::to_string(i + 1) : indicator.id;
        std::string address = id;
        address.append(".actual@").append(year);
        form.fields.push_back({Part::value, std::move(address), {}, index, i});
    }
}

}  // namespace

std::string sibling_code(const std::string& code, const std::string& key) {
    const std::size_t dot = code.rfind(".actual@");
    return code.substr(0, dot) + "." + key + code.substr(dot + 7);
}

std::string range_name(const Field& field, std::size_t index) {
    return range_name(field.part == Part::results ? "results" : "value", index);
}

std::string range_name(const std::string& key, std::size_t index) {
    return "kensho_" + key.substr(0, 1) + "_" + std::to_string(index + 1);
}

std::vector<Form> forms_of(const input::Inputs& inputs) {
    std::vector<Form> forms;
    const std::string year = base::short_year(inputs.eras, inputs.evaluated_year);
    for (std::size_t i = 0; i < inputs.strategy.indicators.size(); ++i) {
        const input::Indicator& indicator = inputs.strategy.indicators[i];
        if (!indicator.asked_in(inputs.evaluated_year)) continue;
        form_for(forms, indicator.section).fields.push_back({Part::value, indicator.id + ".actual@" + year, i, 0, 0});
    }
    for (std::size_t i = 0; i < inputs.projects.size(); ++i) ask_project(inputs, i, year, forms);
    return forms;
}

const input::Figure* figure_of(const input::Inputs& inputs, const Field& field, base::Year year) {
    const auto& actuals = field.indicator ? inputs.strategy.indicators[*field.indicator].actuals
                                          : inputs.projects[field.project].indicators[field.activity].actuals;
    const auto found = actuals.find(year);
    return found == actuals.end() ? nullptr : &found->second;
}

const input::Figure* target_of(const input::Indicator& indicator, base::Year year, base::Year report) {
    const auto found = indicator.targets.find(year);
    return found == indicator.targets.end() ? nullptr : found->second.in_force(report);
}

std::string printed(const input::Inputs& inputs, const input::Figure* figure) {
    if (figure == nullptr) return {};
    return figure->amount ? base::to_text(*figure->amount, inputs.policy.numbers) : figure->words;
}

std::string project_mark(const input::Inputs& inputs) {
    const std::string year = base::short_year(inputs.eras, inputs.evaluated_year);
    const std::string known = inputs.municipality.code + "\n" + inputs.strategy.title;
    return inputs.municipality.name + " " + year + " " + base::digest(known).substr(0, 12);
}

std::string section_name(const Form& form) { return form.section.empty() ? "調査票" : form.section; }

}  // namespace forms
