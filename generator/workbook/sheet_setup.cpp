// Everything of a sheet that is not the content of a cell: print set-up, protection, notes, validation, conditions.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include "workbook/answers.h"
#include "workbook/book.h"
#include "workbook/measures.h"

namespace workbook {

namespace {

constexpr std::size_t max_header = 250;    // Excel takes 255 with its own marks
constexpr std::size_t max_tip_title = 32;  // of an input message
constexpr std::size_t max_tip_text = 255;
constexpr std::size_t max_note = 2'000;
// The box of a note, in pixels; its letters have 9 points.
constexpr std::uint16_t note_width = 320, note_line = 18, note_margin = 12;
constexpr std::size_t note_characters = 46;  // half-width, in the width

/// What Excel says of a cell with a rule, when it is chosen and when what was typed breaks the rule. The library reads
/// it while the validation is written.
struct Tip {
    std::string title, text;
    Tip(std::string_view all_of_title, std::string_view all_of_text)
        : title(utf16_head(all_of_title, max_tip_title)), text(utf16_head(all_of_text, max_tip_text)) {}
    void put_into(lxw_data_validation& validation) {
        validation.input_title = validation.error_title = title.data();
        validation.input_message = validation.error_message = text.data();
    }
};

/// In a header & begins a code, so it is doubled; a digit at the beginning would belong to the size before it.
std::string header_text(const std::string& text) {
    std::string out = !text.empty() && text.front() >= '0' && text.front() <= '9' ? " " : "";
    for (char c : text) out.append(c == '&' ? 2 : 1, c);
    return out;
}

std::string header(const PageSetup& setup) {
    // Two long texts would meet in the middle of the line, so the right one goes below.
    const double both = points_of_text(setup.header_left) + points_of_text(setup.header_right);
    const bool meet = both + 20 > printed_breadth(setup.a3, setup.landscape);
    std::string out = "&L&9" + header_text(setup.header_left);
    if (!setup.draft_word.empty()) out += "&C&16" + header_text(setup.draft_word);
    return out + "&R&9" + (meet ? "\n" : "") + header_text(setup.header_right);
}

void set_page_breaks(lxw_worksheet* sheet, const std::vector<Row>& breaks) {
    if (breaks.empty()) return;
    std::vector<lxw_row_t> rows(breaks.begin(), breaks.end());  // the library leaves out what Excel does not take
    rows.push_back(0);
    expect(worksheet_set_h_pagebreaks(sheet, rows.data()));
}

}  // namespace

void Sheet::page(const PageSetup& setup) {
    worksheet_set_paper(sheet_, setup.a3 ? 8 : 9);
    if (setup.landscape) worksheet_set_landscape(sheet_);
    worksheet_set_margins(sheet_, 0.5, 0.5, 0.65, 0.6);
    if (setup.fit_width)
        worksheet_fit_to_pages(sheet_, 1, 0);
    else
        worksheet_set_print_scale(sheet_, static_cast<std::uint16_t>(setup.scale));
    worksheet_center_horizontally(sheet_);
    expect(worksheet_set_header(sheet_, std::string(utf16_head(header(setup), max_header)).c_str()));
    // Beside a line of words at its left there is room for the page's number at the right only.
    const std::string foot = setup.footer.empty() ? "" : "&L&9" + header_text(setup.footer);
    const char* const numbers = setup.footer.empty() ? "&C&9&P / &N&R&9&A" : "&R&9&P / &N　&A";
    expect(worksheet_set_footer(sheet_, (std::string(utf16_head(foot, max_header - 20)) + numbers).c_str()));
    if (setup.area) print_area(*setup.area);
    if (setup.repeated_rows)
        expect(worksheet_repeat_rows(sheet_, setup.repeated_rows->first, setup.repeated_rows->second));
    if (setup.repeated_column) {
        expect(worksheet_repeat_columns(sheet_, *setup.repeated_column, *setup.repeated_column));
    }
    set_page_breaks(sheet_, setup.breaks);
}

void Sheet::protect() {
    lxw_protection options = {};
    options.autofilter = LXW_TRUE;
    options.sort = LXW_TRUE;
    options.format_columns = LXW_TRUE;
    options.format_rows = LXW_TRUE;
    worksheet_protect(sheet_, nullptr, &options);
}

void Sheet::hide() { worksheet_hide(sheet_); }

void Sheet::note(At at, const std::string& text) {
    const std::string content(utf16_head(book_.checked(text, {}), max_note));
    const auto lines = lines_of(content, note_characters);
    lxw_comment_options options = {};
    options.width = note_width;
    options.height = static_cast<std::uint16_t>(note_margin + note_line * lines);
    options.font_name = book_.font_.data();
    options.font_size = 9;
    expect(worksheet_write_comment_opt(sheet_, at.row, at.column, content.c_str(), &options));
}

void Sheet::freeze(At at) { worksheet_freeze_panes(sheet_, at.row, at.column); }

void Sheet::filter(Area area) {
    expect(worksheet_autofilter(sheet_, area.first.row, area.first.column, area.last.row, area.last.column));
}

void Sheet::tab_colour(base::Colour colour) {
    worksheet_set_tab_color(sheet_, static_cast<lxw_color_t>(colour.red << 16 | colour.green << 8 | colour.blue));
}

void Sheet::no_grid() { worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES); }

void Sheet::accept(Area area, const std::string& formula, const std::string& title, const std::string& words) {
    std::string condition = "=" + formula;
    Tip tip(title, words);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    validation.value_formula = condition.data();
    tip.put_into(validation);
    expect(worksheet_data_validation_range(sheet_, area.first.row, area.first.column, area.last.row, area.last.column,
                                           &validation));
}

void Sheet::choose(Area area, const std::vector<std::string>& words, const std::string& title,
                   const std::string& text) {
    std::vector<std::string> own = words;  // the library takes what it could write to
    std::vector<char*> list;
    list.reserve(own.size() + 1);
    for (std::string& word : own) list.push_back(word.data());
    list.push_back(nullptr);
    Tip tip(title, text);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.ignore_blank = LXW_VALIDATION_ON;
    tip.put_into(validation);
    expect(worksheet_data_validation_range(sheet_, area.first.row, area.first.column, area.last.row, area.last.column,
                                           &validation));
}

void Sheet::print_area(Area area) {
    expect(worksheet_print_area(sheet_, area.first.row, area.first.column, area.last.row, area.last.column));
}

void Sheet::accept_list(At at, const std::string& source, const std::string& title, const std::string& words) {
    std::string list = "=" + source;
    Tip tip(title, words);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = list.data();
    tip.put_into(validation);
    expect(worksheet_data_validation_cell(sheet_, at.row, at.column, &validation));
}

/// The library keeps two kilobytes for the cells of each.
void Sheet::condition(Area area, const std::string& formula, const Look& look) {
    if (!book_.writes()) return;
    const bool one = area.first.row == area.last.row && area.first.column == area.last.column;
    const std::string cells = one ? cell(area.first) : cell(area.first) + ":" + cell(area.last);
    const auto [found, added] = condition_of_.try_emplace(cells, conditions_.size());
    if (added) conditions_.push_back({cells, {}});
    std::string& rules = conditions_[found->second].rules;
    rules += fmt::format("<cfRule type=\"expression\" dxfId=\"{}\" priority=\"{}\"><formula>",
                         book_.condition_style(look), ++condition_count_);
    append_escaped(rules, formula);
    rules += "</formula></cfRule>";
}

}  // namespace workbook
