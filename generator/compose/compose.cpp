// Styles first, then the walk over the volume; outside a draft every value that is due must be there.
#include "compose/compose.h"

#include "base/message.h"
#include "compose/volume.h"

namespace compose {

namespace {

base::Span span_of_output(const input::Inputs& inputs, std::string_view volume) {
    for (const input::Output& output : inputs.outputs) {
        if (output.volume == volume) return output.span;
    }
    return {};
}

void report_no_volume(const input::Inputs& inputs, const std::string& volume, base::Diagnostics& diagnostics) {
    std::vector<std::string_view> known;
    for (const input::TemplateFile& file : inputs.template_files) {
        if (file.tree.find("blocks") != nullptr) known.push_back(file.name);
    }
    base::report_unknown("the template has no volume `{}`", volume, span_of_output(inputs, volume), known, diagnostics);
}

/// A report without a value that is due is a draft: every indicator in force has a number or a status word.
void check_values(const World& world, base::Diagnostics& diagnostics) {
    if (world.draft) return;
    for (const evaluate::IndicatorAssessment& assessed : world.assessment.indicators) {
        const evaluate::Result& result = assessed.in(world.inputs.evaluated_year);
        if (result.exclusion != evaluate::Exclusion::no_actual) continue;
        const base::Year year = world.inputs.evaluated_year;
        const auto file = world.inputs.actuals_places.find(year);
        diagnostics.error(file == world.inputs.actuals_places.end() ? assessed.indicator->span : file->second,
                          base::say("`{0}` ({1}) has no value for {2}", assessed.indicator->id,
                                    assessed.indicator->name, base::short_year(world.inputs.eras, year)),
                          base::say("add a line `{}: ` with a number or a status word; --draft builds without it",
                                    assessed.indicator->id));
    }
}

/// own.budget, own_share.budget
void note_fields(const std::vector<evaluate::Address>& facts, NarrativeUse& use) {
    for (const evaluate::Address& fact : facts) {
        const std::size_t point = fact.name.find('.');
        if (fact.name.starts_with("own") && point != std::string::npos) use.fields.insert(fact.name.substr(point + 1));
    }
}

}  // namespace

Document compose(const evaluate::Assessment& assessment, const std::string& volume, const Options& options,
                 base::Diagnostics& diagnostics) {
    const input::Inputs& inputs = *assessment.inputs;
    Document document;
    const base::Value* tree = file_of(inputs, volume);
    if (tree == nullptr || !tree->is_map()) {
        report_no_volume(inputs, volume, diagnostics);
        return document;
    }
    base::Fields fields(*tree, diagnostics);
    Stylesheet styles = read_styles(style_of(inputs), numerals_of(fields), document, diagnostics);
    // A corrected report carries what a 正誤表 lists.
    const base::Value* own = inputs.corrections.is_map() ? &inputs.corrections : nullptr;
    const World world{assessment,   inputs,       options.draft,
                      options.date, styles.words, false,
                      false,        options.use,  options.errata != nullptr ? options.errata : own};
    Composer composer = composer_of(world, styles, document, *tree, diagnostics);
    check_values(world, diagnostics);
    read_volume(composer, fields);
    if (options.use != nullptr) note_fields(document.facts, *options.use);
    document.assets = std::make_shared<base::Assets>(inputs.assets);
    return document;
}

}  // namespace compose
