// One book a section, written from top to bottom: head, KPIs, projects, then the side sheets.
#include <algorithm>

#include "forms/form_page.h"
#include "forms/forms.h"

namespace forms {

namespace {

std::string book_of(const input::Inputs& inputs, const Form& form, base::Diagnostics& diagnostics) {
    const base::Year year = inputs.evaluated_year;
    workbook::Book book({section_name(form), inputs.municipality.name, year.western + 1}, "BIZ UDPGothic", diagnostics);
    FormPage page{inputs, form, year, book, book.add_sheet(section_name(form)), {}, 0, 0, {}};
    set_up(page);
    write_head(page);
    write_kpis(page);
    write_projects(page);
    finish(page);
    write_side_sheets(page);
    return book.bytes().whole();
}

}  // namespace

std::vector<FormFile> write(const input::Inputs& inputs, base::Diagnostics& diagnostics) {
    std::vector<FormFile> files;
    const std::string year = base::era_year(inputs.eras, inputs.evaluated_year, base::YearKind::fiscal);
    for (const Form& form : forms_of(inputs)) {
        std::string section = form.section.empty() ? "" : "_" + form.section;
        std::replace(section.begin(), section.end(), '/', '-');
        std::string name = "調査票";
        name.append(section).append("_").append(year).append(".xlsx");
        files.push_back({std::move(name), book_of(inputs, form, diagnostics)});
    }
    return files;
}

}  // namespace forms
