// What of a sentence was not read: a contradiction is told only of a clause that was read whole.
#pragma once

#include <string>
#include <vector>

#include "check/claim.h"
#include "check/tokens.h"

namespace check {

/// Leaves the contradictions of a clause in which something else stands that the reader does not know how to take: a
/// word that is none of the field, a figure or a verb of change that no claim has read; and those of a clause whose
/// subject stands in such a one, unless the sentence begins with it. `taken`: the tokens that were read as part of
/// something. What stays: what a placeholder gave, a figure in which two digits changed places, which no other sense
/// explains, and what the sentence's own figures contradict, whatever they are of.
void leave_half_read(std::vector<Claim>& claims, const std::vector<Token>& tokens, const std::vector<bool>& taken,
                     const std::u32string& city);

/// What no other sense of the sentence explains.
bool stays(const Claim& claim, const std::vector<Claim>& claims);

/// A stretch of a sentence that says something by itself: to its 、 where a verb or a reason ends it.
struct Clause {
    std::size_t begin = 0, end = 0;  ///< tokens
};
std::vector<Clause> clauses_of(const std::vector<Token>& tokens);

/// Whether the word before a 、 ends a clause that states something, or tells why: …となり、…したことから、…ものの、.
/// Not …は、, …では、, 前年度と比べ、, …であれば、: what follows is said within that.
bool ends_clause(const std::vector<Token>& tokens, std::size_t comma);

/// So does …となり、, and what follows is said anew; but a list goes on behind …が95.3％で、.
bool ends_statement(const std::vector<Token>& tokens, std::size_t comma);

/// Words of reports that change nothing of what is said of a figure.
bool is_known(const std::u32string& word);

}  // namespace check
