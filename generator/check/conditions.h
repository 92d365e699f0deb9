// What is counted, in the words of a sentence: 目標を達成した, 90.0％以上, 前年度を下回った, 「順調」, 実績値のない.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/tokens.h"

namespace check {

/// One reading of a condition.
using Holds = std::function<bool(const evaluate::Result&, const input::Indicator&)>;

/// What is counted, in the readings the words allow.
struct Condition {
    std::vector<Holds> readings;
    std::string words;
    bool rated = false;  ///< by its rating
};

bool is_measured(const evaluate::Result& result);

/// How many of a subject's indicators meet it; reprints and those outside their years do not count.
std::size_t count_of(const evaluate::Assessment& assessment, const Subject& subject, base::Year year,
                     const Holds& holds);

class ConditionReader {
   public:
    /// Marks in `taken` the tokens it understood.
    ConditionReader(const evaluate::Assessment& assessment, const Sentence& sentence, const std::vector<Token>& tokens,
                    std::vector<bool>& taken)
        : assessment_(assessment), sentence_(sentence), tokens_(tokens), taken_(taken) {}

    /// The first condition of a stretch of tokens. `beside_others`: counts of other bands stand in the sentence.
    std::optional<Condition> read(std::size_t begin, std::size_t end, bool beside_others) const;
    /// 実績値のある, 実績値を得られた.
    bool is_measured(std::size_t at) const;

   private:
    bool text_at(std::size_t letter, std::u32string_view word) const;
    const Token& token(std::size_t at) const { return tokens_[std::min(at, tokens_.size() - 1)]; }
    base::Year year() const { return assessment_.inputs->evaluated_year; }
    Condition reached(bool reached) const;
    Condition newly_reached() const;
    Condition reached_or_rated(const Token& token) const;
    Condition over_target(const Token& verb) const;
    std::vector<std::string> words_of(const Token& token) const;
    std::optional<Condition> rated(std::size_t at, std::size_t end) const;
    Condition status(const Token& token) const;
    Condition threshold(std::size_t at, bool beside_others) const;
    Condition moved(const Token& verb, const std::set<Property>& properties) const;

    const evaluate::Assessment& assessment_;
    const Sentence& sentence_;
    const std::vector<Token>& tokens_;
    std::vector<bool>& taken_;
};

}  // namespace check
