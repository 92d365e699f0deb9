// What a template's workbook file may and must say: the keys of words, labels, columns and names.
#pragma once

#include <string_view>
#include <vector>

#include "workbook/plan.h"

namespace workbook {

struct Council;
struct PlannedSheet;

using Keys = std::vector<std::string_view>;

/// Words that both workbooks use.
const Keys& required_words();

/// The one column of the calculation that only some policies need.
constexpr std::string_view in_means_column = "in_means";

struct SheetVocabulary {
    std::string_view word;  ///< of the kind, in YAML
    SheetKind kind;
    Keys columns;      ///< that the sheet knows
    bool all_columns;  ///< formulas need every one of them
    Keys rows;         ///< of the list `rows`
    Keys needed_rows;
    Keys labels;
    Keys names;
    void (*write)(const Council&, const PlannedSheet&);  ///< what the sheet holds
};

/// Null for an unknown kind.
const SheetVocabulary* vocabulary_of(std::string_view word);
const SheetVocabulary& vocabulary_of(SheetKind kind);
const Keys& sheet_kind_words();

}  // namespace workbook
