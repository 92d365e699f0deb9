// Charts of Excel's own, bound to cells so that they follow a correction.
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "workbook/answers.h"
#include "workbook/book.h"
#include "workbook/measures.h"

namespace workbook {

namespace {

lxw_color_t number_of(base::Colour colour) {
    return static_cast<lxw_color_t>(colour.red << 16 | colour.green << 8 | colour.blue);
}

lxw_chart_font chart_font(std::string& name, double size, bool bold) {
    lxw_chart_font font = {};
    font.name = name.data();
    font.size = size;
    font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    font.color = 0x1A2129;
    return font;
}

std::uint8_t type_of(Chart::Kind kind) {
    switch (kind) {
        case Chart::Kind::columns: return LXW_CHART_COLUMN;
        case Chart::Kind::stacked_bars: return LXW_CHART_BAR_STACKED;
        case Chart::Kind::lines: break;
    }
    return LXW_CHART_LINE;
}

void style_line(lxw_chart_series* series, const Series& plan) {
    lxw_chart_line line = {};
    line.color = number_of(plan.colour);
    line.width = plan.dashed ? 1.25F : 2.0F;
    line.dash_type = plan.dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    lxw_chart_fill fill = {};
    fill.color = number_of(plan.colour);
    chart_series_set_line(series, &line);
    line.dash_type = LXW_CHART_LINE_DASH_SOLID;
    line.width = 0.75F;
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, plan.dashed ? 4 : 6);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &line);
}

void style_bar(lxw_chart_series* series, base::Colour colour) {
    lxw_chart_fill fill = {};
    fill.color = number_of(colour);
    lxw_chart_line line = {};
    line.color = 0x4A545E;
    line.width = 0.5F;
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &line);
}

enum class Copy { everything, numbers };

/// The copy of a range's values, in the memory that the library frees.
void copy_values(lxw_series_range* range, const Area& area, const Cells& cells, Copy copy) {
    for (Row row = area.first.row; row <= area.last.row; ++row) {
        for (Column column = area.first.column; column <= area.last.column; ++column) {
            auto* point = made(static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point))));
            const auto found = cells.find({row, column});
            const std::string* words = found == cells.end() ? nullptr : std::get_if<std::string>(&found->second);
            if (words != nullptr && !words->empty() && copy == Copy::everything) {
                point->is_string = LXW_TRUE;
                point->string = made(strdup(words->c_str()));
                range->has_string_cache = LXW_TRUE;
            } else if (found == cells.end() || words != nullptr) {
                point->no_data = LXW_TRUE;
            } else {
                point->number = spreadsheet_number(std::get<base::Decimal>(found->second));
            }
            STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
            ++range->num_data_points;
        }
    }
}

lxw_chart_series* add_series(lxw_chart* chart, const Series& series, const std::string& sheet, const Cells& cells,
                             bool as_line) {
    lxw_chart_series* added = made(chart_add_series(chart, ("=" + area_of(sheet, series.categories)).c_str(),
                                                    ("=" + area_of(sheet, series.values)).c_str()));
    chart_series_set_name(added, ("=" + cell_of(sheet, series.name)).c_str());
    copy_values(added->title.range, {series.name, series.name}, cells, Copy::everything);
    copy_values(added->categories, series.categories, cells, Copy::everything);
    copy_values(added->values, series.values, cells, Copy::numbers);
    as_line ? style_line(added, series) : style_bar(added, series.colour);
    return added;
}

/// In a bar chart the library turns the axes: the values run along x.
lxw_chart_axis* value_axis(lxw_chart* chart, const Chart& plan) {
    return plan.kind == Chart::Kind::stacked_bars ? chart->x_axis : chart->y_axis;
}

void style_value_axis(lxw_chart_axis* axis, const Chart& plan, lxw_chart_font& font) {
    lxw_chart_line grid = {};
    grid.color = 0xC6D3DF;
    grid.width = 0.5F;
    chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(axis, &grid);
    if (!plan.axis_format.empty()) chart_axis_set_num_format(axis, plan.axis_format.c_str());
    if (plan.from_zero) chart_axis_set_min(axis, 0);
    if (plan.step) chart_axis_set_major_unit(axis, spreadsheet_number(*plan.step));
    if (plan.value_title.empty()) return;
    chart_axis_set_name(axis, plan.value_title.c_str());
    chart_axis_set_name_font(axis, &font);
}

/// The values of one series, or all of them in bars: at its last point a line would hide the others'.
void label_values(lxw_chart_series* series, std::string& font_name, const Chart& plan, base::Colour ink) {
    const bool points = plan.kind != Chart::Kind::stacked_bars;
    lxw_chart_font font = chart_font(font_name, 9, false);
    font.color = number_of(ink);
    chart_series_set_labels(series);
    if (!points) chart_series_set_labels_num_format(series, "0;;;");  // no word for no part
    if (!plan.label_format.empty()) chart_series_set_labels_num_format(series, plan.label_format.c_str());
    chart_series_set_labels_font(series, &font);
    if (points) chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_ABOVE);
}

void style_chart(lxw_chart* chart, const Chart& plan, std::string& font) {
    constexpr double points_of_pixel = 0.75, beside_title = 24;
    const bool long_title = points_of_text(plan.title) * 11 / 9 > plan.width * points_of_pixel - beside_title;
    lxw_chart_font title = chart_font(font, long_title ? 9 : 11, true), small = chart_font(font, 9, false);
    chart_title_set_name(chart, plan.title.c_str());
    chart_title_set_name_font(chart, &title);
    chart_axis_set_num_font(chart->x_axis, &small);
    chart_axis_set_num_font(chart->y_axis, &small);
    chart_legend_set_position(chart, plan.legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    // The names of the years stay below where values are negative.
    if (plan.kind != Chart::Kind::stacked_bars) {
        chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    }
    chart_legend_set_font(chart, &small);
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    style_value_axis(value_axis(chart, plan), plan, small);
}

}  // namespace

void Sheet::chart(At at, const Chart& plan) {
    lxw_chart* chart = made(workbook_add_chart(book_.book_, type_of(plan.kind)));
    for (const Series& series : plan.series) {
        lxw_chart_series* added = add_series(chart, series, name_, remembered_, plan.kind == Chart::Kind::lines);
        if (plan.value_labels && series.labelled) {
            label_values(added, book_.font_, plan, series.label_ink);
        }
    }
    style_chart(chart, plan, book_.font_);
    if (plan.kind == Chart::Kind::stacked_bars) {
        chart_axis_set_reverse(chart->y_axis);  // the first goal on top, the values still below
        chart_axis_set_crossing_max(chart->y_axis);
        chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_FALSE);
        chart_set_series_gap(chart, 60);
    }
    label_sides_.push_back(plan.label_sides);
    std::string description = plan.description;
    lxw_chart_options options = {};
    anchors_.push_back(
        {edge_at(column_points_, at.column, plan.left), edge_at(column_points_, at.column, plan.left + plan.width)});
    options.y_scale = plan.height / 288.0;
    options.description = description.data();
    expect(worksheet_insert_chart_opt(sheet_, at.row, at.column, chart, &options));
}

}  // namespace workbook
