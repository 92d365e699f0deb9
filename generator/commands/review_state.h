// The state that kensho serve shows: the last run, the last good one, and what its page asks to be changed.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
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
    /// Reads and lays out the project. The next question sees its pages as soon as they are laid out, and what was
    /// found when all of it is.
    void build();
    /// Nothing has changed for a while: memory that builds have freed is given back, which the next one would need.
    void rest();
    /// Waits for something to be written from the page, at most so long. Whether something was.
    bool wait_for_writing(std::chrono::milliseconds time);
    /// Answers what the guard let pass. One thread asks.
    serve::Answer answer(const serve::Asked& asked);
    /// The paths of all that the last run read.
    std::vector<std::string> files();

   private:
    /// What an answer is made from: it stays, whatever is built meanwhile.
    struct Kept {
        int version = 0;
        int build = 0;                             ///< has two versions: with its pages, and with what it found
        std::int64_t milliseconds = 0;             ///< that the last run took, until its pages or whole
        std::shared_ptr<const kensho::Run> last;   ///< that has ended: what it found is shown
        std::shared_ptr<const kensho::Run> whole;  ///< the last of these without faults
        std::shared_ptr<const kensho::Run> good;   ///< whose pages are shown; it may still read its prose
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
    bool written_ = false;  ///< from the page, not yet told to who waits for it
    std::condition_variable writing_;
    std::shared_ptr<const Compared> compared_;  ///< the comparison that was asked for last
    std::vector<std::string> forms_;            ///< that the page was told of, by their numbers
};

}  // namespace commands
