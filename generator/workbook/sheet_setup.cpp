// Everything of a sheet that is not the content of a cell: print set-up, protection, notes, validation, conditions.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <utility>

#include "workbook/answers.h"
#include "workbook/book.h"
#include "workbook/measures.h"

namespace workbook {

namespace {

constexpr std::size_t max_header = 250;    // Excel takes 255 with its own marks
constexpr std::size_t max_tip_title = 32;  // of an input message
constexpr std::size_t max_tip_text = 255;
constexpr std::size_t max_list = 255;  // with the commas
constexpr std::size_t max_links = 65'530;
constexpr std::size_t max_note = 2'000;
// The box of a note, in pixels; its letters have 9 points.
constexpr std::uint16_t note_width = 320, note_line = 18, note_margin = 12;
constexpr std::size_t note_characters = 46;  // half-width, in the width

std::string cells_of(Area area) {
    const bool one = area.first.row == area.last.row && area.first.column == area.last.column;
    return one ? cell(area.first) : cell(area.first) + ":" + cell(area.last);
}

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
    validate(area, "custom", formula, title, words);
}

void Sheet::choose(Area area, const std::vector<std::string>& words, const std::string& title,
                   const std::string& text) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ",") + word;
    if (utf16_length(list) > max_list) expect(LXW_ERROR_255_STRING_LENGTH_EXCEEDED);
    validate(area, "list", '"' + list + '"', title, text);
}

void Sheet::print_area(Area area) {
    expect(worksheet_print_area(sheet_, area.first.row, area.first.column, area.last.row, area.last.column));
}

void Sheet::accept_list(At at, const std::string& source, const std::string& title, const std::string& words) {
    validate({at, at}, "list", source, title, words);
}

/// Printed here: the library would keep a kilobyte for each. Words show when the cell is chosen and when input is
/// refused.
void Sheet::validate(Area area, std::string_view kind, std::string_view formula, std::string_view title,
                     std::string_view words) {
    if (!book_.writes()) return;
    std::string& rules = validations_.tail();
    const auto attribute = [&](std::string_view name, std::string_view value) {
        rules.append(" ").append(name).append("=\"");
        append_attribute(rules, value);
        rules += '"';
    };
    const std::string head(utf16_head(title, max_tip_title)), text(utf16_head(words, max_tip_text));
    rules.append("<dataValidation type=\"").append(kind).append("\"");
    rules += " allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\"";
    attribute("errorTitle", head);
    attribute("error", text);
    attribute("promptTitle", head);
    attribute("prompt", text);
    attribute("sqref", cells_of(area));
    rules += "><formula1>";
    append_escaped(rules, formula);
    rules += "</formula1></dataValidation>";
    ++validation_count_;
    validations_.grow();
}

Stretch Sheet::finish_rules() {
    std::string head;
    for (const Conditions& of : std::exchange(conditions_, {})) {
        head += "<conditionalFormatting sqref=\"" + of.cells + "\">" + of.rules + "</conditionalFormatting>";
    }
    if (validation_count_ > 0) {
        head += fmt::format("<dataValidations count=\"{}\">", validation_count_);
        validations_.tail() += "</dataValidations>";
    }
    validations_.begin_with(head);
    return std::move(validations_);
}

/// The library would keep half a kilobyte for each.
void Sheet::link(At at, const std::string& cell) {
    if (link_count_ == max_links) return;
    ++link_count_;
    enter(at.row);
    if (!book_.writes()) return;
    if (at.row != link_row_) print_links();
    link_row_ = at.row;
    row_links_[at.column] = cell;
}

void Sheet::print_links() {
    std::string& links = links_.tail();
    for (const auto& [column, target] : row_links_) {
        links.append("<hyperlink ref=\"").append(cell({link_row_, column}));
        for (const char* attribute : {"\" location=\"", "\" display=\""}) {
            links += attribute;
            append_attribute(links, target);
        }
        links += "\"/>";
    }
    row_links_.clear();
    links_.grow();
}

Stretch Sheet::finish_links() {
    print_links();
    if (!links_.empty()) {
        links_.tail() += "</hyperlinks>";
        links_.begin_with("<hyperlinks>");
    }
    return std::move(links_);
}

/// The library keeps two kilobytes for the cells of each.
void Sheet::condition(Area area, const std::string& formula, const Look& look) {
    if (!book_.writes()) return;
    const std::string cells = cells_of(area);
    const auto [found, added] = condition_of_.try_emplace(cells, conditions_.size());
    if (added) conditions_.push_back({cells, {}});
    std::string& rules = conditions_[found->second].rules;
    rules += fmt::format("<cfRule type=\"expression\" dxfId=\"{}\" priority=\"{}\"><formula>",
                         book_.condition_style(look), ++condition_count_);
    append_escaped(rules, formula);
    rules += "</formula></cfRule>";
}

}  // namespace workbook
