// The kinds of tables stand in one list, by which they are found, checked and named.
#include "workbook/tables.h"

#include <algorithm>

#include "workbook/data_columns.h"

namespace workbook {

namespace {

const std::vector<TableKind>& kinds() {
    static const std::vector<TableKind> all = {results_table(),       indicators_table(),  goals_table(),
                                               goal_bands_table(),    initiatives_table(), projects_table(),
                                               project_texts_table(), activities_table(),  policy_table(),
                                               bands_table(),         statuses_table(),    definitions_table()};
    return all;
}

const TableKind* find(std::string_view table) {
    const auto found =
        std::find_if(kinds().begin(), kinds().end(), [&](const TableKind& k) { return k.name == table; });
    return found == kinds().end() ? nullptr : &*found;
}

}  // namespace

void each_row(const Facts& facts, const TablePlan& plan, const TakeRow& take) {
    if (const TableKind* kind = find(plan.table)) kind->rows(facts, plan, take);
}

const std::vector<std::string_view>* columns_of_table(std::string_view table) {
    const TableKind* kind = find(table);
    return kind == nullptr ? nullptr : &kind->keys;
}

const std::vector<std::string_view>* numbers_of_table(std::string_view table) {
    const TableKind* kind = find(table);
    return kind == nullptr ? nullptr : &kind->numbers;
}

const std::vector<std::string_view>& table_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const TableKind& kind : kinds()) all.push_back(kind.name);
        return all;
    }();
    return names;
}

}  // namespace workbook
