// A figure twice: drawn, and its words and numbers as text that can be read, copied and searched.
#include "figures/figures.h"

#include "html/markup.h"
#include "html/words.h"
#include "html/writer.h"

namespace html {

namespace {

constexpr base::Length measure = base::Length::points(480);
constexpr base::Length endless = base::Length::points(1'000'000);

std::string word_of(const compose::FigureStyle& style, const char* name, const char* otherwise) {
    const auto found = style.words.find(name);
    return found == style.words.end() || found->second.empty() ? otherwise : found->second;
}

/// 6471000 thousandths: 6,471; exact, with the decimals it needs.
std::string number(std::int64_t thousandths) {
    std::string digits = points({thousandths < 0 ? -thousandths : thousandths});
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t at = point; at > 3; at -= 3) digits.insert(at - 3, ",");
    return (thousandths < 0 ? "−" : "") + digits;
}

std::string data(std::optional<std::int64_t> thousandths, const std::string& shown = {}) {
    if (!thousandths) return words::none;
    return "<data value=\"" + points({*thousandths}) + "\">" + (shown.empty() ? number(*thousandths) : escaped(shown)) +
           "</data>";
}

struct Rows {
    std::string out;

    void head(const std::vector<std::string>& names) {
        out += "<thead>\n<tr>";
        for (const std::string& name : names) {
            out += name.empty() ? "<td></td>" : "<th scope=\"col\">" + escaped(name) + "</th>";
        }
        out += "</tr>\n</thead>\n<tbody>\n";
    }
    void row(const std::string& name, const std::vector<std::string>& cells) {
        out += "<tr><th scope=\"row\">" + escaped(name) + "</th>";
        for (const std::string& cell : cells) out += "<td class=\"r\">" + cell + "</td>";
        out += "</tr>\n";
    }
};

std::string table(const Rows& rows, const std::string& caption) {
    return "<div class=\"scroll\" role=\"group\" tabindex=\"0\"" + attribute("aria-label", caption) +
           ">\n<table>\n<caption>" + escaped(caption) + "</caption>\n" + rows.out + "</tbody>\n</table>\n</div>\n";
}

std::string joined(const std::string& number, const std::string& label) {
    return number + (number.empty() || label.empty() ? "" : "　") + label;
}

struct InWords {
    const compose::Figure& figure;

    std::string operator()(const compose::Distribution& data_of) const {
        Rows rows;
        std::vector<std::string> names = {words::group};
        for (const compose::ChartBand& band : data_of.bands) {
            names.push_back(band.word.empty() ? band.symbol : band.symbol + " " + band.word);
        }
        names.emplace_back(words::total);
        rows.head(names);
        for (const auto& bar : data_of.bars) {
            std::vector<std::string> cells;
            for (const int part : bar.parts) cells.push_back(data(std::int64_t{part} * 1000));
            cells.push_back(escaped(bar.count));
            rows.row(joined(bar.number, bar.label), cells);
        }
        return table(rows, words::figure);
    }
    std::string operator()(const compose::Trends& trends) const {
        Rows rows;
        std::vector<std::string> names = {words::group};
        if (!trends.panels.empty()) {
            for (const auto& point : trends.panels.front().points) names.push_back(point.year);
        }
        rows.head(names);
        for (const auto& panel : trends.panels) {
            std::vector<std::string> cells;
            for (const auto& point : panel.points) cells.push_back(data(point.thousandths, point.label));
            rows.row(panel.title, cells);
        }
        return table(rows, words::figure);
    }
    std::string operator()(const compose::Chart& chart) const {
        std::string out;
        const auto amount = [&](const base::Decimal& value) {
            return "<data value=\"" + base::plain(value) + "\">" + escaped(base::to_text(value, chart.numbers)) +
                   "</data>";
        };
        for (const auto& panel : chart.panels) {
            Rows rows;
            std::vector<std::string> names = {panel.title};
            if (panel.baseline) names.emplace_back(word_of(*figure.style, "baseline", words::baseline));
            for (const auto& point : panel.points) names.push_back(point.year);
            rows.head(names);
            for (std::size_t i = 0; i < chart.series.size(); ++i) {
                const bool aim = chart.series[i].look == compose::Chart::SeriesLook::target;
                std::vector<std::string> cells;
                if (panel.baseline) cells.push_back(aim ? "" : amount(panel.baseline->amount));
                for (const auto& point : panel.points) {
                    const auto& value = point.values[i];
                    const std::string word = point.future ? "" : value.word;
                    cells.push_back(value.amount ? amount(*value.amount) : escaped(word));
                }
                const std::string usual = aim ? word_of(*figure.style, "target", words::target)
                                              : word_of(*figure.style, "actual", words::actual);
                rows.row(chart.series[i].name.empty() ? usual : chart.series[i].name, cells);
            }
            const std::string title = panel.title.empty() ? words::figure : panel.title;
            out += table(rows, title + (panel.unit.empty() ? "" : "（" + panel.unit + "）"));
        }
        return out;
    }
    std::string operator()(const compose::Skyline& skyline) const {
        Rows rows;
        rows.head({words::group, words::order, words::rate});
        for (const auto& group : skyline.groups) {
            int place = 0;
            for (const auto& rate : group.rates) {
                rows.row(joined(group.number, group.label), {std::to_string(++place), data(rate)});
            }
        }
        return table(rows, words::figure);
    }
    std::string operator()(const compose::Steps& steps) const {
        std::string out = "<ol>\n";
        for (const auto& step : steps.steps) {
            out += "<li>" + escaped(joined(step.number, step.label)) + " " + escaped(step.title) + "</li>\n";
        }
        return out + "</ol>\n";
    }
    std::string operator()(const compose::Cycle& cycle) const {
        std::string out = "<ol>\n";
        for (const auto& step : cycle.steps) {
            out += "<li>" + escaped(step.name) + " " + escaped(step.foreign) + " " + escaped(step.text) + "</li>\n";
        }
        return out + "</ol>\n" + (cycle.back.empty() ? "" : "<p>" + escaped(cycle.back) + "</p>\n");
    }
    std::string operator()(const compose::Tree& tree) const {
        std::string out = "<ul>\n";
        for (const auto& goal : tree.goals) {
            out += "<li>" + escaped(joined(goal.number, goal.label)) + " " + escaped(goal.title) + "\n<ul>\n";
            for (const auto& target : goal.targets) {
                out += "<li>" + escaped(target.name + "　" + target.from + "→" + target.to) + "</li>\n";
            }
            for (const auto& each : goal.measures) {
                out += "<li>" + escaped(joined(each.number, each.title));
                if (!each.initiatives.empty()) out += "\n<ul>\n";
                for (const auto& [sign, title] : each.initiatives) out += "<li>" + escaped(sign + title) + "</li>\n";
                out += each.initiatives.empty() ? "</li>\n" : "</ul>\n</li>\n";
            }
            out += "</ul>\n</li>\n";
        }
        return out + "</ul>\n";
    }
    /// An arrow: its words are its name.
    std::string operator()(const compose::Slope& /*slope*/) const { return {}; }
};

/// Which class sets each face of a drawing.
void name_faces(Writer& writer, const figures::Drawing& drawing) {
    for (const figures::Mark& mark : drawing.marks) {
        const auto* glyphs = std::get_if<figures::Glyphs>(&mark);
        if (glyphs == nullptr || glyphs->run.glyphs.empty() || writer.faces.contains(glyphs->run.face)) continue;
        const text::FaceId face = glyphs->run.face;
        const auto programs = writer.typesetter.programs({{face, {{glyphs->run.glyphs.front().id, 0}}}});
        std::string& name = writer.faces[face];
        for (const text::FontProgram& program : programs) name = face_class(program);
    }
}

}  // namespace

void write_figure(Writer& writer, const compose::Figure& figure) {
    // As high as it needs to be: the room around it is the paper's.
    compose::Figure free = figure;
    free.height = {};
    const figures::Drawing drawing = figures::draw_figure(free, measure, endless, writer.typesetter).whole();
    name_faces(writer, drawing);
    writer.out += "<figure>\n<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"" +
                  std::string(words::figure) + "\">" + svg(drawing, figure.alt, writer.faces) + "</div>\n";
    const std::string in_words = std::visit(InWords{figure}, *figure.data);
    if (!in_words.empty()) {
        writer.out +=
            std::string("<details>\n<summary>") + words::in_table + "</summary>\n" + in_words + "</details>\n";
    }
    writer.out += "</figure>\n";
}

}  // namespace html
