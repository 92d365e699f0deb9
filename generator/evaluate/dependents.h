// What depends on a fact: explanation turned round.
#pragma once

#include <vector>

#include "evaluate/facts.h"

namespace evaluate {

/// The facts a fact is made from, one step back: of births.rate@R5 births.actual@R5 and births.target@R5. Empty for
/// what somebody typed.
std::vector<Address> sources_of(const Context& context, const Address& address);

/// All facts that are made from the fact, however far: its rate, its rating, the mean of its goal, the overall mean,
/// the counts. Of counts, those by rating and by each condition that has a name; `also` names others to be looked at.
std::vector<Address> dependents_of(const Context& context, const Address& address,
                                   const std::vector<Address>& also = {});

/// Those among some facts that are made from the fact.
std::vector<Address> dependents_among(const Context& context, const Address& address,
                                      const std::vector<Address>& candidates);

/// Where the fact was typed: of a value the value, of a name the line of its subject; nowhere for what is computed.
base::Span place_of(const Context& context, const Address& address);

}  // namespace evaluate
