// The state that kensho serve shows: the last run, the last good one, and what its page asks to be changed.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "pipeline.h"
#include "serve/guard.h"
#include "serve/review.h"

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
    serve::Edition edition(const evaluate::Context& context) const;
    serve::Answer output(std::size_t number);
    serve::Answer value(const std::map<std::string, std::string>& told);
    serve::Answer silence(const std::map<std::string, std::string>& told);

    kensho::Request request_;
    bool edits_;
    std::mutex mutex_;   ///< over what follows
    std::mutex making_;  ///< one run at a time
    int version_ = 0;
    std::int64_t milliseconds_ = 0;
    std::shared_ptr<const kensho::Run> last_, good_;
};

}  // namespace commands
