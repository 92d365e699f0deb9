// The state that kensho serve shows: the last run, the last good one, and what its page asks to be changed.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "pipeline.h"
#include "serve/guard.h"
#include "serve/review.h"
#include "warm.h"

namespace commands {

class ReviewState {
   public:
    ReviewState(kensho::Request request, bool edits) : request_(std::move(request)), edits_(edits) {}

    /// Reads and lays out the project; the next question sees it.
    void build();
    /// Answers what the guard let pass.
    serve::Answer answer(const serve::Asked& asked);
    /// The paths of all that the last run read.
    std::vector<std::string> files();

   private:
    /// What an answer is made from: it stays, whatever is built meanwhile.
    struct Kept {
        int version = 0;
        std::int64_t milliseconds = 0;  ///< that the last run took
        std::shared_ptr<const kensho::Run> last, good;
    };

    Kept kept();
    serve::Edition edition(const Kept& kept, const evaluate::Context& context) const;
    serve::Answer output(const Kept& kept, std::size_t number);
    serve::Answer value(const Kept& kept, const std::map<std::string, std::string>& told) const;
    serve::Answer silence(const Kept& kept, const std::map<std::string, std::string>& told) const;

    kensho::Request request_;
    bool edits_;
    std::mutex making_;  ///< one run at a time
    kensho::Warm warm_;  ///< of the runs that make pages
    std::mutex mutex_;   ///< over what follows
    Kept kept_;
};

}  // namespace commands
