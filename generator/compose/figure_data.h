// What drawings say: steps, shares, means over the years - their meaning only; figures/ draws them by the styles they
// carry.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/length.h"
#include "base/number_style.h"
#include "base/text_style.h"

namespace compose {

using base::CharacterStyle;
using base::Colour;
using base::Length;

/// The character styles and colours a figure is drawn with, by the names the template gives them: label, value, axis …
/// Names mean what compose/figure_names.cpp lists for the figure; one that is missing takes a plain look.
struct FigureStyle {
    std::map<std::string, const CharacterStyle*> text;
    std::map<std::string, Colour> colours;
    std::map<std::string, Length> lengths;
    std::map<std::string, std::string> words;  ///< legends and labels the template words: 目標値, 実績値
    base::Numerals numerals = base::Numerals::half_width;  ///< of the volume
};

/// Goals standing on one another, the first lowest.
struct Steps {
    struct Step {
        std::string number, label, title;
    };
    std::vector<Step> steps;
};

/// 体系: goals -> headline targets -> measures -> initiatives.
struct Tree {
    struct Measure {
        std::string number, title;
        std::vector<std::pair<std::string, std::string>> initiatives;
    };
    struct Target {
        std::string name, from, to;
    };
    struct Goal {
        std::string number, label, title;
        std::vector<Target> targets;
        std::vector<Measure> measures;
    };
    std::vector<std::string> heads;
    std::vector<Goal> goals;
};

/// PDCA: boxes in a row with arrows and one back.
struct Cycle {
    struct Step {
        std::string name, foreign, text;
        bool current = false;
    };
    std::vector<Step> steps;
    std::string back;  ///< the label of the arrow back
};

struct ChartBand {
    std::string symbol, word;
    Colour colour, on_colour;
};

/// Ratings per goal as shares of a bar.
struct Distribution {
    struct Bar {
        std::string number, label, count;
        std::vector<int> parts;
        bool total = false;
    };
    std::vector<ChartBand> bands;
    std::vector<Bar> bars;
};

/// Means over the years, a small panel each, one scale for all.
struct Trends {
    struct Point {
        std::string year, label;
        std::optional<std::int64_t> thousandths;
        bool current = false;
        std::optional<std::uint32_t> fact{};  ///< in Document::facts: what the label shows
    };
    struct Panel {
        std::string title;
        std::vector<Point> points;
    };
    std::vector<Panel> panels;
    std::vector<std::int64_t> grid;  ///< thousandths of a per cent: the edges of the bands
    std::int64_t ground_from = 0, ground_to = 0;
};

/// Values over the years, a panel a thing: lines, dots or bars, each a series of the same fact.
struct Chart {
    enum class Draw : std::uint8_t { line, dot, bar };
    /// How a series looks: as what was reached, as what is aimed at, or as a third thing beside them.
    enum class SeriesLook : std::uint8_t { actual, target, other };
    struct Series {
        Draw draw = Draw::line;
        SeriesLook look = SeriesLook::actual;
        std::string name;  ///< in the legend; may be empty
    };
    struct Value {
        std::optional<base::Decimal> amount;
        std::string word;                     ///< why there is none: 未公表
        std::optional<std::uint32_t> fact{};  ///< in Document::facts
    };
    struct Point {
        std::string year;
        bool current = false, future = false;
        std::vector<Value> values;  ///< one a series
    };
    struct Baseline {
        std::string year;  ///< may be empty: the mean of several
        base::Decimal amount;
        std::optional<std::uint32_t> fact{};  ///< in Document::facts
    };
    struct Panel {
        std::string title, unit;
        std::string text;  ///< a sentence under the title
        std::optional<Baseline> baseline;
        std::vector<Point> points;
    };
    std::vector<Series> series;
    std::vector<Panel> panels;
    base::NumberStyle numbers;
};

/// The arrow of the figure-table: climbs or falls.
struct Slope {
    bool rising = true;
};

/// All KPI rates as a skyline, grouped by goal: the cover's art.
struct Skyline {
    struct Group {
        std::string number, label;
        std::vector<std::optional<std::int64_t>> rates;
    };
    std::vector<Group> groups;  ///< thousandths of a per cent, uncapped
};

using FigureData = std::variant<Steps, Tree, Cycle, Distribution, Trends, Chart, Slope, Skyline>;

}  // namespace compose
