// A sentence as a reader of claims sees it: names, figures, years, and the few words that make a claim; everything else
// is a noun, a particle or nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/word.h"
#include "check/figure_words.h"
#include "check/names.h"
#include "check/prose.h"
#include "check/subject.h"

namespace check {

enum class Sort {
    figure,
    year,
    name,      ///< of an indicator
    goal,      ///< 基本目標３, a title of the plan in 「」
    whole,     ///< 全体, 全KPI
    set,       ///< KPI, 数値目標, 指標, 項目
    property,  ///< 達成率, 目標値
    rating,    ///< a band's word
    status,    ///< 未公表
    up,
    down,
    above,
    below,
    better,
    worse,
    same,
    reach,
    more,
    fewer,
    reason,  ///< により, ため: what stands before it is no subject
    all,
    each,
    only,
    half,
    loss,  ///< 減少数, 転出超過: a balance below zero, told without its sign
    record,
    first,
    foreign,  ///< 全国, 県: other places than the city
    guard,    ///< 目指す, 見込む: what is said is not said to be so
    particle,
    noun,
    comma,
    open,
    close,
    end,
    other
};

/// Up, down, over, under, better, worse, more, fewer.
bool is_move(Sort sort);

struct Token {
    Sort sort = Sort::other;
    std::size_t begin = 0, end = 0;  ///< letters
    std::u32string text;
    std::vector<Subject> subjects;  ///< of a name or a part of the plan
    bool whole_name = false;
    bool narrowed = false;  ///< part of a longer compound, or told apart by a noun before: 外国人の
    TypedFigure figure;
    const Insert* insert = nullptr;  ///< the placeholder it came from
    base::Year year;
    std::optional<base::YearKind> year_kind;
    bool year_named = false;  ///< 令和５年, not 前年度
    Property property = Property::none;
    bool headline = false;     ///< of a set: 数値目標
    bool negated = false;      ///< 届いていない
    bool said = true;          ///< asserted of what is: not 増加させるため
    bool was_so = false;       ///< 達成していた: asserted of what was, in a year that must be told
    bool before_noun = false;  ///< 前年度を下回った｜項目
};

/// 「 」（ ）
bool is_bracket(const Token& token);

/// How years may begin: 令和, R …, with the era's text as the data have it.
struct YearWords {
    std::vector<std::pair<std::u32string, std::string>> eras;
};
YearWords year_words(const base::Eras& eras);

/// What is known before any sentence is read.
struct Lexicon {
    const evaluate::Assessment& assessment;
    Names names;
    std::vector<std::u32string> units;
    base::WordSplitter words;
    YearWords years;
    /// The words and symbols of the policy's bands, of indicators and groups, and the words of its unions.
    std::vector<std::u32string> bands;
    std::u32string city;
    std::u32string rate_name;  ///< what the policy calls the rate: 目標達成度
};

Lexicon lexicon_of(const evaluate::Assessment& assessment, base::WordSplitter words);

std::vector<Token> tokens_of(const Sentence& sentence, const Lexicon& lexicon);

}  // namespace check
