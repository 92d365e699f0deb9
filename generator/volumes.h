// Volumes on their way from the assessment to their pages.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/jobs.h"
#include "pipeline.h"
#include "text/line.h"
#include "warm.h"

namespace kensho {

/// One volume, laid out and ready to be written.
struct Volume {
    compose::Document document;  ///< without its blocks, unless it is on the web
    layout::Pages pages;
    std::vector<text::FontProgram> fonts;
};

/// A volume as it was made beside others: what it found and took becomes the run's in its turn.
struct Attempt {
    std::optional<Volume> volume;  ///< only composed where there are faults
    base::Diagnostics composing, laying_out;
    compose::NarrativeUse use;
    Timings timings;
};

/// Whether the run is to make it.
bool is_wanted(const Request& request, const std::string& volume);

/// Whether a web edition shows the volume too.
bool is_on_the_web(const Request& request, const input::Inputs& inputs, const std::string& volume);

/// Whether there are faults already; asked as late as can be, since they may be looked for meanwhile.
using Faulty = std::function<bool()>;

/// A volume that is `faulty` is composed for its other faults, and no further.
Attempt attempt(const std::string& name, const Request& request, const Faulty& faulty, Workshop& shop, const Run& run,
                const Progress& progress);

/// The volume with all that was found and taken; nothing behind a fault, as if volumes had been made one after the
/// other.
std::optional<Volume> take(Attempt made, Run& run);

/// One after the other, for its faults among those of the run.
std::optional<Volume> lay_out_volume(const std::string& name, const Request& request, const Faulty& slips,
                                     Workshop& shop, Run& run, const Progress& progress);

/// The volumes on paper that the run is to make.
std::vector<const input::Output*> paper_of(const Request& request, const input::Inputs& inputs);

/// All volumes on paper, composed and laid out side by side, as many at a time as there are workshops. What else there
/// is to do is begun by `others`, once the volumes are: they are the longest, and what somebody waits for.
std::vector<Attempt> attempts(const Request& request, const Faulty& faulty, std::vector<Workshop>& shops,
                              const Run& run, base::Jobs& jobs, const std::function<void()>& others);

/// The places of a volume that is about to be written; its pages need them no more, nor its document unless it `stays`.
VolumePlaces take_places(const std::string& file, Volume& volume, bool stays);

/// The faces of a volume by their classes.
void name_faces(LaidOut& volume, Workshop& shop);

/// Headings keep the names in the strategy's title whole, beside those that config/typesetting.yaml lists.
void keep_title(const std::string& title, text::Typesetter& typesetter);

}  // namespace kensho
