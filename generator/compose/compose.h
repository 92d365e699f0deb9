// Turns an Assessment and the template's files into the Documents of the publication.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/source.h"
#include "compose/document.h"
#include "evaluate/assessment.h"

namespace compose {

/// What templates asked of the narrative and of the city's pictures.
struct NarrativeUse {
    std::set<const base::Value*> read;  ///< nodes that were found by their names
    std::set<std::string> asked;        ///< paths where nothing was
    std::set<std::string> assets;       ///< names of the pictures that were placed
    std::set<std::string> fields;       ///< ids of the city's own fields that were shown
};

struct Options {
    bool draft = false;
    std::string date;                     ///< of the draft, as printed; from the pipeline
    NarrativeUse* use = nullptr;          ///< what the volume asks of the narrative is noted here
    const base::Value* errata = nullptr;  ///< for the volumes `errata` and `notice`; null: what the report corrects
};

/// The document of one volume: `volume` is the name of a template file ("main", "annex", "digest"). Faults in the
/// template and missing texts go to `diagnostics` at their place; a draft marks missing texts on the page instead.
Document compose(const evaluate::Assessment& assessment, const std::string& volume, const Options& options,
                 base::Diagnostics& diagnostics);

/// How many pages a volume wants at most (`most_pages`), and where it says so.
struct MostPages {
    std::size_t pages;
    base::Span span;
};
std::optional<MostPages> most_pages(const input::Inputs& inputs, const std::string& volume);

/// Names the keys of the narrative and the pictures that no volume has asked for: `unread-key`. What the template of a
/// volume that this project does not make would read is not read.
void name_unread(const input::Inputs& inputs, const NarrativeUse& use, base::Diagnostics& diagnostics);

/// The faults of the whole template, also where no document of this year comes by: in branches not taken, loops over
/// nothing, pieces nobody uses, volumes nobody asked for. The inputs may be faulty. `roles` are those that faces play;
/// none: they are not checked.
base::Diagnostics check_template(const input::Inputs& inputs, const std::vector<std::string>& roles);
/// Adds the faults of a template at places of which nothing is said yet.
void add_elsewhere(const base::Diagnostics& slips, base::Diagnostics& diagnostics);

}  // namespace compose
