// The state that kensho serve shows: the last run, the last good one, and what its page asks to be changed.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "commands/review_changes.h"
#include "pipeline.h"
#include "serve/guard.h"
#include "serve/review.h"
#include "warm.h"

namespace commands {

class ReviewState {
   public:
    ReviewState(kensho::Request request, bool edits, bool editor)
        : request_(std::move(request)), edits_(edits), editor_(editor) {}

    /// A file has changed, so that a new state is on its way: pages ask for it more often.
    void announce() { announced_ = true; }
    /// Reads and lays out the project; the next question sees it.
    void build();
    /// Answers what the guard let pass. One thread asks.
    serve::Answer answer(const serve::Asked& asked);
    /// The paths of all that the last run read.
    std::vector<std::string> files();

   private:
    /// What an answer is made from: it stays, whatever is built meanwhile.
    struct Kept {
        int version = 0;
        std::int64_t milliseconds = 0;  ///< that the last run took
        std::shared_ptr<const kensho::Run> last, good;
        std::vector<serve::KeptEdition> editions;
    };

    Kept kept();
    /// The names of the files that the project makes.
    static std::vector<std::string> outputs_of(const Kept& kept);
    serve::Edition edition(const Kept& kept, const evaluate::Context& context) const;
    serve::Answer told(const Kept& kept, const serve::Asked& asked);
    serve::Answer output(const Kept& kept, std::size_t number);
    serve::Answer changes(const Kept& kept, std::size_t number);
    serve::Answer forms(const Kept& kept);

    kensho::Request request_;
    bool edits_;
    bool editor_;        ///< places are links that an editor opens
    std::mutex making_;  ///< one run at a time
    kensho::Warm warm_;  ///< of the runs that make pages
    std::mutex mutex_;   ///< over kept_
    Kept kept_;
    std::atomic<bool> announced_ = false;
    std::shared_ptr<const Compared> compared_;  ///< the comparison that was asked for last
    std::vector<std::string> forms_;            ///< that the page was told of, by their numbers
};

}  // namespace commands
