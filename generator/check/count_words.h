// What the words around a count tell of it: whether it counts all there are, or some of them, and of what set.
#pragma once

#include <string_view>
#include <vector>

#include "check/tokens.h"

namespace check {

/// 全体の｜40.7％を占める: of whatever is counted there, not of the plan.
bool is_share_of_whole(const std::vector<Token>& tokens, std::size_t at);

/// Questions about the token at a place of a sentence.
struct CountWords {
    const Sentence& sentence;
    const std::vector<Token>& tokens;

    /// The token, or the last one behind the end.
    const Token& token(std::size_t at) const;
    /// Whether the word stands at a letter of the sentence.
    bool text_at(std::size_t letter, std::u32string_view word) const;
    /// 45項目のうち, 45のKPI中: of so many some are told.
    bool is_total(std::size_t at) const;
    /// 八つの数値目標を掲げ: all of them are meant, while 二つの数値目標は may be some.
    bool is_whole(std::size_t at) const;
    /// KPI45項目, 数値目標8項目.
    bool set_before(std::size_t at) const;
    /// 「順調」の項目数は前年度の｜７から｜10に: of bare numbers in this clause.
    bool numbers_before(std::size_t at) const;
    /// KPIは全て, where nothing else is before the set.
    bool set_before_topic(std::size_t at) const;
    /// The first letter of the clause.
    bool says_none(std::size_t set) const;  ///< KPIはない
    std::size_t clause_begin(std::size_t at) const;
};

}  // namespace check
