// Rows only go forward, merged areas are carried down to their last row. libxlsxwriter is in its constant-memory mode,
// in which it copies the rows of a sheet from a file: the file that it finds holds the mark of where ours go.
#include "workbook/book.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "base/file.h"
#include "base/message.h"
#include "base/reason.h"
#include "base/utf8.h"
#include "workbook/answers.h"
#include "workbook/archive.h"

namespace workbook {

namespace {

constexpr std::size_t exact_digits = 15;  // what a double, and Excel, keep of any decimal

lxw_color_t colour_number(base::Colour colour) {
    // Pure black is 0 to the library, which means "none".
    const auto number = static_cast<lxw_color_t>(colour.red << 16 | colour.green << 8 | colour.blue);
    return number == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : number;
}

std::time_t first_of_april(int year) {
    using namespace std::chrono;
    const sys_days day = std::chrono::year(year) / April / 1;
    return duration_cast<seconds>(day.time_since_epoch()).count();
}

void set_lines(lxw_format* format, Lines lines) {
    if (lines == Lines::none) return;
    format_set_border(format, lines == Lines::hair ? LXW_BORDER_HAIR : LXW_BORDER_THIN);
    format_set_border_color(format, 0xA3AEB8);
}

void set_alignment(lxw_format* format, const Look& look) {
    switch (look.horizontal) {
        case Horizontal::general: break;
        case Horizontal::start: format_set_align(format, LXW_ALIGN_LEFT); break;
        case Horizontal::centre: format_set_align(format, LXW_ALIGN_CENTER); break;
        case Horizontal::end: format_set_align(format, LXW_ALIGN_RIGHT); break;
    }
    switch (look.vertical) {
        case Vertical::top: format_set_align(format, LXW_ALIGN_VERTICAL_TOP); break;
        case Vertical::middle: format_set_align(format, LXW_ALIGN_VERTICAL_CENTER); break;
        case Vertical::bottom: format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM); break;
    }
}

void fill_format(lxw_format* format, const Look& look, const std::string& font) {
    format_set_font_name(format, font.c_str());
    format_set_font_size(format, look.points);
    if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
    if (look.bold) format_set_bold(format);
    if (look.wrap) format_set_text_wrap(format);
    if (look.shrink) format_set_shrink(format);
    if (look.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (!look.locked) format_set_unlocked(format);
    if (look.ground) format_set_bg_color(format, colour_number(*look.ground));
    if (look.ink) format_set_font_color(format, colour_number(*look.ink));
    set_alignment(format, look);
    if (look.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(look.indent));
    set_lines(format, look.lines);
}

/// Whether a cell holds the text as it is; nearly every text, and told without decoding: input is known to be UTF-8.
bool harmless(std::string_view text) {
    const auto low = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; };
    const auto holds = [&](std::string_view piece) { return text.find(piece) != std::string_view::npos; };
    return std::none_of(text.begin(), text.end(), low) && !holds("\xEF\xBF") && !holds("_x");  // EF BF: U+FFFE too
}

/// Excel reads _x0041_ in a cell's text as A; writing its underscore as _x005F_ keeps it as it is.
std::string without_escapes(std::string text) {
    const auto hexadecimal = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; at += 2) {
        if (at + 6 >= text.size() || text[at + 6] != '_') continue;
        if (std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                        text.begin() + static_cast<std::ptrdiff_t>(at) + 6, hexadecimal)) {
            text.insert(at, "_x005F");
            at += 6;
        }
    }
    return text;
}

bool control(char32_t c) { return (c < 0x20 && c != U'\n' && c != U'\t') || c == 0xFFFE || c == 0xFFFF; }

}  // namespace

double spreadsheet_number(const base::Decimal& value) {
    const std::string text = base::plain(value);
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

namespace {

/// As printed where a cell keeps all of it, else the shortest way to write what it keeps.
std::string cell_number(const base::Decimal& value) {
    if (value.digits.size() <= exact_digits) return base::plain(value);
    std::array<char, 32> digits = {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), spreadsheet_number(value)).ptr;
    return {digits.data(), end};
}

}  // namespace

std::size_t HashOfLook::operator()(const Look& look) const {
    std::size_t hash = std::hash<std::string>()(look.number_format);
    const auto mix = [&](std::size_t value) { hash = hash * 31 + value; };
    const auto mix_colour = [&](const std::optional<base::Colour>& colour) {
        mix(colour ? std::size_t{colour->red} << 16U | std::size_t{colour->green} << 8U | colour->blue : SIZE_MAX);
    };
    for (const bool flag : {look.bold, look.wrap, look.locked, look.shrink, look.underline}) mix(flag ? 1 : 0);
    for (const int number : {look.points, look.indent, static_cast<int>(look.horizontal),
                             static_cast<int>(look.vertical), static_cast<int>(look.lines)}) {
        mix(static_cast<std::size_t>(number));
    }
    mix_colour(look.ground);
    mix_colour(look.ink);
    return hash;
}

Book::Book(const Properties& properties, std::string font, base::Diagnostics& diagnostics, Wanted wanted)
    : font_(std::move(font)), diagnostics_(diagnostics), wanted_(wanted) {
    const StreamsInUse streams(streams_);
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_FALSE;
    book_ = made(workbook_new_opt("xlsx", &options));
    lxw_format* standard = STAILQ_FIRST(book_->formats);
    format_set_font_name(standard, font_.c_str());
    format_set_font_size(standard, 10);
    std::string title = properties.title, author = properties.author;
    lxw_doc_properties written = {};
    written.title = title.data();
    written.author = author.data();
    written.company = author.data();
    written.created = first_of_april(properties.created_year);
    expect(workbook_set_properties(book_, &written));
}

Book::~Book() {
    if (book_ == nullptr) return;
    // The library closes them when it packs them, which a book that is given up does not come to.
    for (const auto& sheet : sheets_) std::fclose(std::exchange(sheet->sheet_->optimize_tmpfile, nullptr));
    lxw_workbook_free(book_);
}

Sheet& Book::add_sheet(std::string_view wanted_name) {
    const std::string name = names_.take(wanted_name);
    const StreamsInUse streams(streams_);
    lxw_worksheet* sheet = made(workbook_add_worksheet(book_, name.c_str()));
    made(sheet->optimize_tmpfile);
    sheets_.push_back(std::unique_ptr<Sheet>(new Sheet(*this, sheet, name)));
    return *sheets_.back();
}

void Book::define(const std::string& name, const std::string& reference) {
    expect(workbook_define_name(book_, name.c_str(), ("=" + reference).c_str()));
}

base::Bytes Book::bytes() {
    std::vector<std::vector<Anchor>> anchors;
    std::vector<LabelSides> sides;
    std::vector<SheetContent> contents;
    contents.reserve(sheets_.size());  // growing it would copy what is packed
    for (const auto& sheet : sheets_) {
        contents.push_back(sheet->finish());
        if (!sheet->anchors_.empty()) anchors.push_back(sheet->anchors_);
        sides.insert(sides.end(), sheet->label_sides_.begin(), sheet->label_sides_.end());
    }
    streams_.place_drawings(std::move(anchors));
    streams_.place_labels(std::move(sides));
    streams_.place_sheets(std::move(contents));
    const StreamsInUse streams(streams_);
    expect(workbook_close(std::exchange(book_, nullptr)));
    const std::size_t left = sheets_.size() + streams_.changed();
    if (!is_whole(streams_.archive(), streams_.closed(), left)) machine_fault(base::reason(EIO));
    return streams_.take_archive();
}

std::vector<WrittenSheet> Book::take_written() {
    std::vector<WrittenSheet> written;
    for (const auto& sheet : sheets_) {
        if (sheet->written_.empty()) continue;
        written.push_back({sheet->name_, std::move(sheet->written_), std::move(sheet->facts_)});
    }
    return written;
}

int Book::style(const Look& look) {
    const auto [found, added] = styles_.try_emplace(look, 0);
    if (added) {
        lxw_format* format = made(workbook_add_format(book_));
        fill_format(format, look, font_);
        found->second = lxw_format_get_xf_index(format);
    }
    return found->second;
}

void Book::turn(Sheet& sheet) {
    if (turn_ == &sheet) return;
    if (turn_ != nullptr) turn_->rest();
    turn_ = &sheet;
}

int Book::condition_style(const Look& look) {
    const auto [found, added] = condition_styles_.try_emplace(look, 0);
    if (added) {
        lxw_format* format = made(workbook_add_format(book_));
        if (look.bold) format_set_bold(format);
        if (look.ground) format_set_bg_color(format, colour_number(*look.ground));
        if (look.ink) format_set_font_color(format, colour_number(*look.ink));
        if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
        found->second = lxw_format_get_dxf_index(format);
    }
    return found->second;
}

std::string Book::checked(std::string_view text, base::Span span) {
    if (text.size() > max_text && utf16_length(text) > max_text) {
        diagnostics_.error(span, base::say("this text has {0} characters; a spreadsheet's cell holds {1}",
                                           utf16_length(text), max_text));
        text = utf16_head(text, max_text);
    }
    if (harmless(text)) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const base::Decoded decoded = base::decode_at(text, at);
        if (control(decoded.character) || !decoded.valid) {
            diagnostics_.error(span, base::say("the text `{0}` holds the control character U+{1:04X}, which a "
                                               "spreadsheet cannot hold",
                                               utf16_head(text, 40), static_cast<unsigned>(decoded.character)));
            out += "\xEF\xBF\xBD";
        } else {
            out.append(text.substr(at, decoded.length));
        }
        at += decoded.length;
    }
    return without_escapes(std::move(out));
}

/// A row that went into a piece cannot be changed any more.
void Sheet::enter(Row row) {
    if (row < rows_.row()) {
        throw std::logic_error(fmt::format("{}: row {} comes after row {}", name_, row, rows_.row()));
    }
    if (row >= max_rows) expect(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    book_.turn(*this);
    while (rows_.row() < row && !open_merges_.empty()) {
        rows_.enter(rows_.row() + 1);
        carry_down_merges();
    }
    rows_.enter(row);
}

/// The row's blank cells of the areas merged above.
void Sheet::carry_down_merges() {
    for (const auto& [area, style] : open_merges_) blanks(area.first.column, area.last.column, style);
    std::erase_if(open_merges_, [&](const OpenMerge& merge) { return merge.area.last.row == rows_.row(); });
}

void Sheet::blanks(Column first, Column last, int style) {
    for (Column column = first; column <= last; ++column) rows_.blank(column, style);
}

/// It keeps them in one row of its own, which it prints once it comes to another, if it holds anything new.
void Sheet::forget_cells() {
    sheet_->optimize_row->data_changed = LXW_FALSE;
    sheet_->optimize_row->row_num = 0;
}

void Sheet::rest() {
    rows_.rest();
    validations_.rest();
    links_.rest();
}

SheetContent Sheet::finish() {
    while (!open_merges_.empty()) enter(rows_.row() + 1);
    SheetContent content{rows_.finish(), finish_rules(), finish_links()};
    if (const auto& reach = rows_.reach()) {
        sheet_->dim_rowmin = reach->first.row;
        sheet_->dim_rowmax = reach->last.row;
        sheet_->dim_colmin = reach->first.column;
        sheet_->dim_colmax = reach->last.column;
    }
    std::FILE* mark = sheet_->optimize_tmpfile;
    if (std::fputc(mark_of_rows, mark) == EOF || std::fflush(mark) != 0) machine_fault(base::reason(EIO));
    return content;
}

void Sheet::text(At at, std::string_view text, const Look& look, base::Span span) {
    enter(at.row);
    const std::string content = book_.checked(text, span);
    if (book_.writes()) {
        const int style = book_.style(look);
        if (content.empty()) {
            rows_.blank(at.column, style);
        } else {
            rows_.text(at.column, style, content);
        }
    }
    if (remembers_ && !content.empty()) remembered_[{at.row, at.column}] = content;
    if (keeps() && !content.empty()) keep(at, content);
    fact_.reset();
}

void Sheet::number(At at, const base::Decimal& value, const Look& look, base::Span span) {
    enter(at.row);
    if (value.digits.size() > exact_digits) {
        book_.diagnostics_.warning("spreadsheet-digits", span,
                                   base::say("{0} has {1} digits; a spreadsheet keeps {2} of them", base::plain(value),
                                             value.digits.size(), exact_digits));
    }
    if (book_.writes()) rows_.number(at.column, book_.style(look), cell_number(value));
    if (remembers_) remembered_[{at.row, at.column}] = value;
    if (keeps()) keep(at, base::plain(value));
}

bool Sheet::keeps() const { return book_.wanted_ == Wanted::cells; }

/// A cell that says nothing shows no fact.
void Sheet::keep(At at, std::string words) {
    if (fact_ && !words.empty()) facts_.emplace_back(written_.size(), *std::move(fact_));
    fact_.reset();
    written_.emplace_back(at, std::move(words));
}

void Sheet::shows(const evaluate::Subject& subject, std::string_view fact) {
    if (keeps()) fact_ = evaluate::Address{subject, std::string(fact)};
}

void Sheet::blank(At at, const Look& look) {
    enter(at.row);
    fact_.reset();
    if (book_.writes()) rows_.blank(at.column, book_.style(look));
}

void Sheet::formula(At at, const std::string& formula, const Computed& value, const Look& look) {
    enter(at.row);
    if (remembers_) remembered_[{at.row, at.column}] = value;
    if (const auto* number = std::get_if<base::Decimal>(&value)) {
        if (keeps()) keep(at, base::plain(*number));
        if (!book_.writes()) return;
        rows_.formula_of_number(at.column, book_.style(look), formula, cell_number(*number));
    } else {
        const std::string content = book_.checked(std::get<std::string>(value), {});
        if (keeps()) keep(at, content);
        if (!book_.writes()) return;
        rows_.formula_of_text(at.column, book_.style(look), formula, content);
    }
}

void Sheet::merged(Area area, std::string_view text, const Look& look, base::Span span) {
    const auto [first, last] = area;
    if (!book_.writes()) return this->text(first, text, look, span);
    enter(first.row);
    if (first.row < last.row || first.column < last.column) {
        const int style = book_.style(look);
        blanks(first.column, last.column, style);
        if (first.row < last.row) open_merges_.push_back({area, style});
        expect(worksheet_merge_range(sheet_, first.row, first.column, last.row, last.column, "", nullptr));
        forget_cells();
    }
    this->text(first, text, look, span);
}

/// A width in the file counts digits of the book's own face, ten pixels each; the library takes it for Calibri's, of
/// seven, and adds five pixels of room, or for less than one digit five for each.
void Sheet::column_width(Column first, Column last, double points) {
    constexpr double pixels_of_point = 4.0 / 3, digit = 10, assumed_digit = 7, assumed_room = 5;
    const double digits = std::floor(points * pixels_of_point) / digit;
    const double wide = digits - assumed_room / assumed_digit;
    const double narrow = digits * assumed_digit / (assumed_digit + assumed_room);
    for (Column column = first; column <= last; ++column) column_points_[column] = points;
    expect(worksheet_set_column(sheet_, first, last, wide >= 1 ? wide : narrow, nullptr));
}

void Sheet::hide_columns(Column first, Column last) {
    lxw_row_col_options options = {};
    options.hidden = LXW_TRUE;
    expect(worksheet_set_column_opt(sheet_, first, last, LXW_DEF_COL_WIDTH, nullptr, &options));
}

void Sheet::row_height(Row row, double points) {
    enter(row);
    if (book_.writes()) rows_.height(points);
}

}  // namespace workbook
