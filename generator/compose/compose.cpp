#include "compose/compose.h"

#include <algorithm>

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/composer.h"

namespace compose {

namespace {

const base::Value empty_tree;

const base::Value* file_of(const input::Inputs& inputs, std::string_view name) {
    const auto& files = inputs.template_files;
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    return found == files.end() ? nullptr : &found->tree;
}

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

void read_pieces(Composer& composer, const base::Value& tree) {
    const base::Value* defined = tree.is_map() ? tree.find("define") : nullptr;
    if (defined == nullptr || defined->is_empty()) return;
    if (!defined->is_map()) {
        composer.diagnostics.error(defined->span, base::say("`define` is a map from names to lists"));
        return;
    }
    for (const base::Value::Entry& entry : defined->entries) composer.pieces[entry.key] = &entry.value;
}

/// Words of the template's own, in the order written: each is a binding from then on.
void read_words(Composer& composer, const base::Value& tree) {
    const base::Value* words = tree.is_map() ? tree.find("let") : nullptr;
    if (words == nullptr || words->is_empty()) return;
    if (!words->is_map()) {
        composer.diagnostics.error(words->span, base::say("`let` is a map from names to texts"));
        return;
    }
    for (const base::Value::Entry& entry : words->entries) {
        composer.variables.emplace_back(entry.key, text(plain_text(composer, entry.value)));
    }
}

/// What stands in the template's file of shared pieces, then in the volume, which may replace it.
void read_shared(Composer& composer, const base::Value& volume) {
    const base::Value* shared = file_of(composer.world.inputs, "pieces");
    for (const base::Value* tree : {shared, &volume}) {
        if (tree == nullptr) continue;
        read_pieces(composer, *tree);
        read_words(composer, *tree);
    }
}

void set_metadata(Composer& composer, base::Fields& fields) {
    Metadata& metadata = composer.document.metadata;
    const auto take = [&](std::string_view key, std::string& text) {
        if (const base::Value* value = fields.optional(key)) text = plain_text(composer, *value);
    };
    take("title", metadata.title);
    take("author", metadata.author);
    take("subject", metadata.subject);
    take("keywords", metadata.keywords);
    take("language", metadata.language);
    take("page_labels", composer.document.page_label_prefix);
    metadata.created = composer.world.inputs.date;
    metadata.digest = composer.world.inputs.digest;
}

void set_masters(Composer& composer, base::Fields& fields) {
    Document& document = composer.document;
    document.masters.insert(composer.styles.pages.begin(), composer.styles.pages.end());
    const base::Value* thumbs = fields.optional("thumbs");
    if (thumbs == nullptr) return;
    std::vector<std::string> labels;
    for_each_item(composer, *thumbs, [&](const base::Value& item) { labels.push_back(plain_text(composer, item)); });
    for (auto& [name, master] : document.masters) {
        if (master.thumbs.shown) master.thumbs.labels = labels;
    }
}

void set_draft(Composer& composer) {
    if (!composer.world.draft) return;
    const base::Value& text = composer.styles.draft_value;
    if (text.is_scalar()) composer.document.draft_mark = plain_text(composer, text);
    composer.document.draft_style = composer.styles.draft_style;
    composer.document.draft_y = composer.styles.draft_y;
}

/// A report without a value that is due is a draft: every indicator in force has a number or a status word.
void check_values(const World& world, base::Diagnostics& diagnostics) {
    if (world.draft) return;
    for (const evaluate::IndicatorAssessment& assessed : world.assessment.indicators) {
        const evaluate::Result& result = assessed.in(world.inputs.evaluated_year);
        if (result.exclusion != evaluate::Exclusion::no_actual) continue;
        diagnostics.error(assessed.indicator->span,
                          base::say("`{0}` has no value for {1}", assessed.indicator->id,
                                    base::short_year(world.inputs.eras, world.inputs.evaluated_year)),
                          base::say("type a number or a status word; --draft builds without it"));
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
    const auto numerals = fields.optional_choice("numerals", numerals_words()).value_or(base::Numerals::half_width);
    const base::Value* style_tree = file_of(inputs, "style");
    const Stylesheet styles =
        read_styles(style_tree == nullptr ? empty_tree : *style_tree, numerals, document, diagnostics);
    const World world{assessment, inputs, options.draft, options.date, styles.words};
    Composer composer{world, styles, document, diagnostics, {}, {}, {}, 0, 0, 0, 0, false, {}, {}};
    fields.optional("define");
    fields.optional("let");
    read_shared(composer, *tree);
    check_values(world, diagnostics);
    set_metadata(composer, fields);
    set_masters(composer, fields);
    set_draft(composer);
    if (const base::Value* list = fields.required("blocks")) document.blocks = blocks(composer, *list);
    fill_contents(composer, document.blocks);
    check_anchors(composer);
    document.assets = inputs.assets;
    return document;
}

}  // namespace compose
