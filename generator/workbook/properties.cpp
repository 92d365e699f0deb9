// The creation date comes from the year of publication, not from the clock, so the same input gives the same bytes.
#include "workbook/properties.h"

namespace workbook {

Properties properties_of(const input::Inputs& inputs) {
    const auto published = base::parse_year(inputs.eras, inputs.published);
    const int year = published ? published->western : inputs.evaluated_year.western + 1;
    return {inputs.strategy.title + " " + inputs.report_title, inputs.municipality.name, year};
}

}  // namespace workbook
