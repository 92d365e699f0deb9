// A claim: what a stretch of a sentence says of the data, and whether they bear it out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "check/subject.h"

namespace check {

enum class Verdict { tied, contradicted, left };

/// The kinds of claims, as docs/prose.md lists them.
enum class ClaimKind {
    value,
    rate,
    change,
    direction,
    unit,
    reached,
    count,
    threshold,
    streak,
    year,
    status,
    rating,
    sum,
    itself,  ///< the sentence's own figures
    reprint
};

struct Claim {
    ClaimKind kind = ClaimKind::value;
    Verdict verdict = Verdict::left;
    std::size_t begin = 0, end = 0;  ///< letters of the sentence
    std::string about;               ///< what it is of: 「出生数」の実績値（令和5年）
    std::string typed;               ///< what the sentence says: 1,299人
    std::string truth;               ///< what the data say: 1,288人
    base::Span fact;                 ///< where that was typed, if it was
    std::string address;             ///< the placeholder that gives it, if one does
    std::vector<Fact> facts;         ///< that it was put beside, the one compared with first
    bool figure = false;             ///< a figure, not a word
    bool inserted = false;           ///< it came from a placeholder
    bool alone = false;              ///< of a text of the annex: the data hold nothing by that name
    bool swapped = false;            ///< two digits beside each other changed places
    bool nothing = false;            ///< a placeholder counted nothing where its words speak of something
};

/// What was read in one sentence.
struct ReadSentence {
    std::string text;
    base::Span span;
    std::vector<Claim> claims;
    std::vector<base::Span> places;  ///< of the claims
};

/// A place that is written against a rule of house style.
struct StyleSlip {
    std::string_view rule;  ///< of input::style_rules()
    base::Span span;
    std::string text;  ///< it stands in
    std::string message, hint;
};

/// What reading the prose gave.
struct Prose {
    std::vector<ReadSentence> sentences;
    std::vector<StyleSlip> slips;
};

}  // namespace check
