// The cover: what is on which sheet, with links, and how to use the book.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

class CoverWriter {
   public:
    CoverWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council), sheet_(sheet), plan_(plan) {}

    void write() {
        set_up();
        Look big = title_look();
        big.points = 22;
        across(0, council_.worded(plan_.title), big, 40);
        across(1, council_.worded(plan_.lead), section_look(), 20);
        row_ = 2;
        faults();
        contents();
        use();
    }

   private:
    const std::string& label(std::string_view key) const { return plan_.label(key); }

    /// Over both columns, on as many lines as the text needs.
    void across(Row row, const std::string& text, Look look, double least) {
        const double half_width = look.points * 0.52, line = look.points * 1.35;  // points
        const std::size_t lines = lines_of(text, static_cast<std::size_t>(breadth_ / half_width));
        look.wrap = true;
        sheet_.row_height(row, std::max(least, line * static_cast<double>(lines) + 4));
        sheet_.merged({{row, 0}, {row, 1}}, text, look, plan_.span);
    }

    void set_up() {
        sheet_.no_grid();
        sheet_.tab_colour(indigo);
        const FittedWidths fit = fitted({{30}, {60, true}}, printed_breadth(plan_.a3, !plan_.portrait));
        width_ = fit.points[1];
        breadth_ = fit.points[0] + width_;
        sheet_.column_width(0, 0, fit.points[0]);
        sheet_.column_width(1, 1, width_);
        sheet_.page(council_.page(plan_));
    }

    /// Nothing while all inputs are values and the limits make sense.
    void faults() {
        std::string limits;
        for (const input::Policy* policy : council_.places.policies) {
            limits += (limits.empty() ? "" : "+") + council_.places.name_of("settings_wrong", policy);
        }
        sheet_.formula({row_++, 0}, wrong_sentence(council_, std::nullopt), std::string(), alarm_look());
        sheet_.formula({row_++, 0}, fmt::format("IF({}>0,{},\"\")", limits, formula_text(label("limits_wrong"))),
                       std::string(), alarm_look());
    }

    void contents() {
        sheet_.text({row_++, 0}, label("contents"), section_look());
        sheet_.text({row_, 0}, label("sheet"), head_look());
        sheet_.text({row_++, 1}, label("about"), head_look());
        for (const PlannedSheet& planned : council_.sheets) {
            if (planned.sheet == &sheet_) continue;
            // A click cannot lead to a hidden sheet.
            Look look = planned.plan->hidden ? text_look() : link_look(text_look());
            if (!planned.plan->hidden) sheet_.link({row_, 0}, cell_of(planned.sheet->name(), {0, 0}));
            sheet_.text({row_, 0}, planned.sheet->name(), look);
            sheet_.text({row_, 1}, planned.plan->about, text_look(), planned.plan->span);
            sheet_.row_height(row_++, row_height_of(lines_in_cell(planned.plan->about, width_)));
        }
        ++row_;
    }

    void use() {
        sheet_.text({row_++, 0}, label("use"), section_look());
        Look look = text_look();
        look.lines = Lines::none;
        for (const std::string& line : plan_.lines) {
            sheet_.merged({{row_, 0}, {row_, 1}}, council_.worded(line), look, plan_.span);
            sheet_.row_height(row_++, 4 + row_height_of(lines_of(line, characters_in(width_ + 120))));
        }
    }

    const Council& council_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    double width_ = 0, breadth_ = 0;  ///< points: of the second column, of both
    Row row_ = 0;
};

}  // namespace

void write_cover(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    CoverWriter(council, sheet, plan).write();
}

}  // namespace workbook
