// The key of a column is made of the field's id, in the letters that names in the metadata of tables have.
#include "workbook/project_ratings.h"

#include <algorithm>

#include "base/utf8.h"

namespace workbook {

namespace {

std::string plain_key_of(const input::OwnField& field) {
    std::string id = base::ascii_lower(field.id);
    std::replace(id.begin(), id.end(), '-', '_');
    return "project_rating_" + id;
}

/// Ids that differ in other letters only are told apart by a number.
std::string key_of(const input::OwnField& field, const input::Inputs& inputs) {
    const std::string key = plain_key_of(field);
    const auto before = std::count_if(inputs.own_fields.data(), &field,
                                      [&](const input::OwnField& other) { return plain_key_of(other) == key; });
    return before == 0 ? key : key + "_" + std::to_string(before + 1);
}

bool is_rating(const input::OwnField& field) { return field.is == input::OwnField::Is::rating; }

const std::vector<input::Band>& bands_of(const input::OwnField& field, const input::Inputs& inputs) {
    return field.bands.empty() ? inputs.policy.bands : field.bands;
}

std::string words_of(const input::OwnField& field, const input::Inputs& inputs) {
    std::string words;
    for (const input::Band& band : bands_of(field, inputs)) words += (words.empty() ? "" : "、") + band.word;
    return words;
}

}  // namespace

void spread_project_ratings(std::vector<ColumnPlan>& columns, const input::Inputs& inputs) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [](const ColumnPlan& column) { return column.key == project_ratings_column; });
    if (found == columns.end()) return;
    const ColumnPlan of_all = *found;
    auto at = columns.erase(found);
    for (const input::OwnField& field : inputs.own_fields) {
        const auto rated = [&](const input::Project& project) { return rating_in(project, field) != nullptr; };
        if (!is_rating(field) || std::none_of(inputs.projects.begin(), inputs.projects.end(), rated)) continue;
        const Words words = {{"field", field.name}, {"words", words_of(field, inputs)}};
        ColumnPlan column = of_all;
        column.key = key_of(field, inputs);
        column.label = filled(of_all.label, words);
        column.note = filled(of_all.note, words);
        at = columns.insert(at, std::move(column)) + 1;
    }
}

const input::OwnField* rating_field(std::string_view column, const input::Inputs& inputs) {
    const auto found = std::find_if(inputs.own_fields.begin(), inputs.own_fields.end(), [&](const auto& field) {
        return is_rating(field) && key_of(field, inputs) == column;
    });
    return found == inputs.own_fields.end() ? nullptr : &*found;
}

const input::OwnValue* rating_in(const input::Project& project, const input::OwnField& field) {
    const auto found = project.own.find(field.id);
    return found == project.own.end() || found->second.text.empty() ? nullptr : &found->second;
}

const input::Band* rating_band(const input::OwnValue& value, const input::OwnField& field,
                               const input::Inputs& inputs) {
    const std::vector<input::Band>& bands = bands_of(field, inputs);
    const auto found =
        std::find_if(bands.begin(), bands.end(), [&](const input::Band& band) { return band.word == value.text; });
    return found == bands.end() ? nullptr : &*found;
}

}  // namespace workbook
