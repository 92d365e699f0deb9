// Rating chips and trend marks.
#include "figures/canvas.h"

#include <algorithm>

namespace figures {

namespace {

constexpr Length word_padding = Length::points(4);
constexpr Colour outline_colour{0x4A, 0x54, 0x5E};
constexpr Colour white{255, 255, 255};

compose::FigureStyle look_of(const compose::Chip& chip) {
    compose::FigureStyle style;
    style.text["word"] = chip.style;
    return style;
}

Length worded_width(const compose::Chip& chip, Canvas& canvas) {
    return chip.height + canvas.width_of("word", chip.word) + 2 * word_padding;
}

/// A rating without a symbol is its word on its colour.
Drawing draw_word(const compose::Chip& chip, Canvas& canvas, Length room) {
    CharacterStyle style = canvas.look().text("word");
    style.colour = chip.on_colour;
    const Length natural = canvas.width_of("word", chip.word);
    const Length word = std::clamp(room - 2 * word_padding, Length::points(1), std::max(natural, Length::points(1)));
    if (word < natural) style.size = scaled(style.size, word.value, natural.value);
    const Length width = std::min(natural, word) + 2 * word_padding;
    canvas.fill({{}, {}, width, chip.height}, chip.colour);
    canvas.frame({outline_weight / 2, outline_weight / 2, width - outline_weight, chip.height - outline_weight},
                 outline_weight, outline_colour);
    canvas.text_middle({word_padding, chip.height / 2}, Anchor::start, style, chip.word);
    return canvas.finish(width, chip.height);
}

}  // namespace

Length worded_width(const compose::Chip& chip, text::Typesetter& typesetter) {
    const compose::FigureStyle look = look_of(chip);  // the canvas looks into it
    Canvas canvas(look, typesetter);
    return worded_width(chip, canvas);
}

Drawing draw_chip(const compose::Chip& chip, text::Typesetter& typesetter, Length room) {
    const compose::FigureStyle look = look_of(chip);  // the canvas looks into it
    Canvas canvas(look, typesetter);
    if (chip.symbol.empty()) return draw_word(chip, canvas, room);
    const Length side = chip.height;
    const Length worded = worded_width(chip, canvas);
    const bool alone = chip.word.empty() || worded > room;
    const Length width = alone ? side : worded;
    if (!alone) canvas.fill({side, {}, width - side, side}, white);
    canvas.fill({{}, {}, side, side}, chip.colour);
    canvas.frame({outline_weight / 2, outline_weight / 2, width - outline_weight, side - outline_weight},
                 outline_weight, outline_colour);
    canvas.symbol({side / 2, side / 2}, side, chip.symbol, chip.on_colour);
    if (!alone) canvas.text_middle({side + word_padding, side / 2}, Anchor::start, "word", chip.word);
    return canvas.finish(width, side);
}

Drawing draw_trend(const compose::TrendMark& mark) {
    std::vector<Mark> marks;
    const auto part = [&](std::int64_t thousandths) { return scaled(mark.size, thousandths, 1000); };
    const auto at = [&](std::int64_t x, std::int64_t y) { return Point{part(x), part(y)}; };
    const auto polygon = [&](const std::vector<Point>& points) {
        Path path;
        for (const Point& point : points) {
            path.steps.push_back({path.steps.empty() ? PathStep::Kind::move : PathStep::Kind::line, point, {}, {}});
        }
        path.steps.push_back({PathStep::Kind::close, {}, {}, {}});
        path.fill = mark.colour;
        marks.emplace_back(std::move(path));
    };
    const Length weight = part(130);
    if (mark.trend == compose::Trend::level) {
        marks.emplace_back(Stroke{at(80, 500), at(650, 500), weight, mark.colour});
        polygon({at(950, 500), at(580, 290), at(580, 710)});
    } else {
        const bool up = mark.trend == compose::Trend::up;
        const auto flip = [&](std::int64_t y) { return up ? y : 1000 - y; };
        marks.emplace_back(Stroke{at(130, flip(870)), at(620, flip(380)), weight, mark.colour});
        polygon({at(870, flip(130)), at(790, flip(560)), at(440, flip(210))});
    }
    return {mark.size, mark.size, std::move(marks)};
}

}  // namespace figures
