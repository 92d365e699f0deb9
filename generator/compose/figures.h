// The data of figures, read from the template: one function a kind.
#pragma once

#include "compose/composer.h"

namespace compose {

FigureData read_steps(Composer& composer, base::Fields& fields);
FigureData read_tree(Composer& composer, base::Fields& fields);
FigureData read_cycle(Composer& composer, base::Fields& fields);
FigureData read_distribution(Composer& composer, base::Fields& fields);
FigureData read_trends(Composer& composer, base::Fields& fields);
FigureData read_chart(Composer& composer, base::Fields& fields);
FigureData read_slope(Composer& composer, base::Fields& fields);
FigureData read_skyline(Composer& composer, base::Fields& fields);

using ReadFigure = FigureData (*)(Composer&, base::Fields&);

/// A kind of figure, and the names by which it asks its style for texts, colours, lengths and words.
struct FigureKind {
    std::string_view name;
    ReadFigure read;
    std::vector<std::string_view> text, colours, lengths, words;
};

const std::vector<FigureKind>& figure_kinds();

/// Calls `use` with the fields of every item of the list under `key`, loops carried out.
void for_each_fields(Composer& composer, base::Fields& fields, std::string_view key,
                     const std::function<void(base::Fields&)>& use);
/// The text under `key`, bindings filled; empty when there is none.
std::string text_at(Composer& composer, base::Fields& fields, std::string_view key);
/// The thing whose path stands under `of`; its absence is reported.
Thing thing_of(Composer& composer, base::Fields& fields);
/// What `path` leads to from `of`; faults are reported at `span`.
Thing followed(Composer& composer, const Thing& of, evaluate::FactPath path, base::Span span);
/// The indicator to be drawn, null where there is none to look at; reports what can be none.
const evaluate::Subject* indicator_of(Composer& composer, const base::Fields& fields, const Thing& thing);

/// Reports names of the look that a figure of the kind never asks for.
void check_figure_look(const FigureLook& look, std::string_view figure, base::Diagnostics& diagnostics);

}  // namespace compose
