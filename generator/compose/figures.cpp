// The look is stretched to the page before the data is read.
#include "compose/figures.h"

#include "base/message.h"
#include "base/utf8.h"
#include "compose/blocks.h"
#include "compose/ranges.h"

namespace compose {

namespace {

ReadFigure kind_of(Composer& composer, const base::Value& kind) {
    std::vector<std::string_view> known;
    for (const FigureKind& one : figure_kinds()) {
        if (kind.text == one.name) return one.read;
        known.push_back(one.name);
    }
    base::report_unknown("unknown figure `{}`", kind.text, kind.span, known, composer.diagnostics);
    return nullptr;
}

void apply_look(Composer& composer, base::Fields& fields, const base::Value& kind, Figure& figure) {
    const base::Value* named = fields.optional("style");
    const std::string wanted = named == nullptr ? kind.text : plain_text(composer, *named);
    const auto* look = find_look(composer.styles.figures, wanted, named == nullptr ? kind.span : named->span,
                                 "unknown figure style `{}`", composer.diagnostics);
    if (look == nullptr) return;
    if (composer.world.checking) check_figure_look(*look, kind.text, composer.diagnostics);
    figure.style = fitted(look->style, composer.fit);
    figure.style.own().numerals = composer.styles.plain.style.numerals;
    figure.width = composer.fit.across(look->width);
    figure.height = composer.fit.down(look->height);
    figure.space = look->space;
}

}  // namespace

void for_each_fields(Composer& composer, base::Fields& fields, std::string_view key,
                     const std::function<void(base::Fields&)>& use) {
    const base::Value* list = fields.required(key);
    if (list == nullptr) return;
    for_each_item(composer, *list, [&](const base::Value& item) {
        base::Fields inner(item, composer.diagnostics);
        use(inner);
    });
}

std::string text_at(Composer& composer, base::Fields& fields, std::string_view key) {
    const base::Value* value = fields.optional(key);
    return value == nullptr || value->is_empty() ? std::string() : flat_text(composer, *value);
}

Thing thing_of(Composer& composer, base::Fields& fields) {
    const base::Value* path = fields.required("of");
    return path == nullptr ? nothing() : thing_at(composer, *path);
}

const evaluate::Subject* indicator_of(Composer& composer, const base::Fields& fields, const Thing& thing) {
    if (!is_a(thing, evaluate::Form::Is::subject, evaluate::Topic::indicator)) {
        composer.diagnostics.error(fields.span(), base::say("`of` must be an indicator"));
        return nullptr;
    }
    return subject_of(thing);
}

void check_figure_items(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](const base::Value& item) {
        base::Fields fields(item, composer.diagnostics);
        for (const char* key : {"number", "label", "title", "name", "foreign", "text", "from", "to", "count", "unit"}) {
            text_at(composer, fields, key);
        }
        for (const char* key : {"targets", "measures", "initiatives"}) {
            if (const base::Value* inner = fields.optional(key)) check_figure_items(composer, *inner);
        }
        if (const base::Value* of = fields.optional("of")) thing_at(composer, *of);
        fields.flag("total", false);
        fields.flag("current", false);
    });
}

/// Of letters in an alternative text: nobody keeps in mind more that is read aloud.
constexpr std::size_t most_alt = 400;

void add_figure(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* kind = fields.required("figure");
    const ReadFigure read = kind != nullptr && kind->is_scalar() ? kind_of(composer, *kind) : nullptr;
    if (read == nullptr) return fields.accept_rest();
    Figure figure;
    apply_look(composer, fields, *kind, figure);
    if (const auto width = length_in_range(fields, "width")) figure.width = composer.fit.across(*width);
    if (const auto height = length_in_range(fields, "height")) figure.height = composer.fit.down(*height);
    read_space(fields, figure.space);
    if (const base::Value* overleaf = fields.optional("overleaf")) figure.overleaf = blocks(composer, *overleaf);
    figure.artifact = fields.flag("artifact", false);
    const base::Value* alt = figure.artifact ? fields.optional("alt") : fields.required("alt");
    if (alt != nullptr) figure.alt = spoken_text(composer, *alt);
    if (const base::Value* brief = fields.optional("brief")) {
        std::string instead = spoken_text(composer, *brief);
        if (base::decode(figure.alt).size() > most_alt) figure.alt = std::move(instead);
    }
    figure.data = read(composer, fields);
    out.push_back({std::move(figure)});
}

}  // namespace compose
