// Where the head of a column may be broken: between its words, as a typist would.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// The pieces that stay whole: 前年度との · 差 · （ポイント）, 目標 · 達成率, 令和5 · 年度. A blank ends a piece and
/// belongs to it.
std::vector<std::string> head_pieces(std::string_view label);

/// The label with line breaks, when it is wider than a column of so many points (its padding included).
std::string broken_head(std::string_view label, double points);

/// A label whose letters are measured once, for cells of several widths.
class HeadLines {
   public:
    explicit HeadLines(std::string_view label);
    /// The lines in a wrapped cell of so many points, if the label is broken between its pieces only and alike in a
    /// program that leaves little room and one that leaves much, with wide kana and with narrow.
    std::optional<std::size_t> in(double points) const;

   private:
    std::vector<double> wide_, narrow_;  ///< points of each letter
    std::vector<std::size_t> ends_;      ///< of its pieces, in letters
};

}  // namespace workbook
