// Prose against facts: every sentence of the narrative and of the projects is read, and what it claims is put beside
// the data. Nothing is doubted that could not be tied to a fact.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "base/word.h"
#include "check/claim.h"
#include "evaluate/assessment.h"

namespace check {

/// All sentences with the claims that were read in them, and the slips of house style. Without `words`, where no
/// dictionary is installed, there are no sentences.
Prose read_prose(const evaluate::Assessment& assessment, const base::Sources& sources, const base::WordSplitter& words);

/// A doubt `claim` for each contradiction, on its words, and one named after its rule for each slip of style, unless
/// the narrative silences it; and the silences of such doubts that are in vain.
void doubt_prose(const Prose& prose, const input::Inputs& inputs, const base::Sources& sources,
                 base::Diagnostics& diagnostics);

/// check --claims: each sentence with what was understood, and the sums.
std::string claims_report(const std::vector<ReadSentence>& sentences, const base::Sources& sources);

/// check --figures: figures typed by hand that a placeholder gives.
std::string figures_report(const std::vector<ReadSentence>& sentences, const base::Sources& sources);

}  // namespace check
