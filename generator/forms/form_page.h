// One form on its way into a book: the state its parts share, and the cells they are made of.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "forms/form.h"
#include "forms/looks.h"
#include "workbook/book.h"

namespace forms {

using workbook::Area;
using workbook::At;
using workbook::cell;
using workbook::Row;

struct FormPage {
    const input::Inputs& inputs;
    const Form& form;
    base::Year year;
    workbook::Book& book;
    workbook::Sheet& sheet;
    std::vector<std::string> statuses;  ///< that the list of a status offers
    Row row = 0;                        ///< the next one
    double used = 0;                    ///< points of rows on the page in print
    std::vector<Row> breaks;            ///< where a page begins
};

/// In print, per cent: what brings the columns onto an A4 page, and letters of 11 points to 9.35.
inline constexpr int print_scale = 85;
/// Points of rows on a page, before they are made smaller, and those that the repeated head takes.
inline constexpr double page_room = 575, head_room = 122;

// The parts, from top to bottom, and the sheets behind.
void set_up(FormPage& page);
void write_head(FormPage& page);
void write_kpis(FormPage& page);
void write_projects(FormPage& page);
void finish(FormPage& page);
void write_side_sheets(FormPage& page);

/// Sets the height of the next row.
void row_height(FormPage& page, double height);
/// What follows stays together: a page begins here where so many points have no room any more.
void keep_together(FormPage& page, double height);
/// R5; of so many years before the form's.
std::string short_year(const FormPage& page, int back);
std::string full_year(const FormPage& page);
std::string format_for(const FormPage& page, int decimals);
void figure(FormPage& page, At at, const input::Figure* figure, const Look& look);
/// What is known already, as it would be typed; nothing for a value that is waited for.
const input::Figure* known(const FormPage& page, const Field& field);
/// Decimals that values of the indicator have had.
int decimals_of(const FormPage& page, const Field& field);
void alarms(FormPage& page, Area area, const std::string& check);
void define(FormPage& page, const std::string& name, At at);
void tip(FormPage& page, At at, const std::string& unit, const input::Figure* last);
void section(FormPage& page, const std::string& title);
void row_of(FormPage& page, std::initializer_list<std::pair<workbook::Column, std::string>> texts, const Look& look);
std::size_t kpis(const FormPage& page);
/// Each project takes a row an activity indicator asked, at least one.
std::size_t project_rows(const FormPage& page);

}  // namespace forms
