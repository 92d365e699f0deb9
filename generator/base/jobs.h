// How much is done at a time: a fixed number of threads for a whole run, whatever waits for whatever. What comes out
// must not depend on it.
#pragma once

#include <chrono>
#include <cstddef>
#include <future>
#include <semaphore>
#include <utility>
#include <vector>

#include "base/heap.h"

namespace base {

/// Everybody who works has a place, the thread that made this one too; who waits for another gives it up.
class Jobs {
    using Places = std::counting_semaphore<>;
    struct Working {
        explicit Working(Places& places) : of(places) { of.acquire(); }
        Working(const Working&) = delete;
        Working& operator=(const Working&) = delete;
        ~Working() { of.release(); }
        Places& of;
    };
    struct Waiting {
        explicit Waiting(Places& places) : of(places) { of.release(); }
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;
        ~Waiting() { of.acquire(); }
        Places& of;
    };

   public:
    /// `threads`: 1 or more.
    explicit Jobs(std::size_t threads) : threads_(threads), places_(static_cast<std::ptrdiff_t>(threads) - 1) {}

    std::size_t threads() const { return threads_; }

    /// What somebody else is at. It is waited for, with the place given up, also when nobody asks for the result.
    template <typename Result>
    class Pending {
       public:
        Pending(Jobs& jobs, std::future<Result> result) : jobs_(jobs), result_(std::move(result)) {}
        Pending(Pending&&) noexcept = default;
        ~Pending() {
            if (jobs_.threads_ == 1 || !result_.valid()) return;
            const Waiting waiting(jobs_.places_);
            result_.wait();
        }
        Result get() {
            if (jobs_.threads_ == 1 || is_there()) return result_.get();
            const Waiting waiting(jobs_.places_);
            return result_.get();
        }

       private:
        bool is_there() const { return result_.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }

        Jobs& jobs_;
        std::future<Result> result_;
    };

    /// Work on a thread of its own, once there is a place; with one thread, when its result is asked for.
    template <typename Work>
    auto beside(Work work) -> Pending<decltype(work())> {
        if (threads_ == 1) return {*this, std::async(std::launch::deferred, std::move(work))};
        return {*this, std::async(std::launch::async, [this, work = std::move(work)] {
                    const Working working(places_);
                    ask_for_memory_of_thread();
                    return work();
                })};
    }

    /// Does many things in as many stretches as there are threads, at the same time: `work` is told which stretch it
    /// is, and of the things the first and the one behind the last.
    template <typename Work>
    void in_stretches(std::size_t count, const Work& work) {
        std::vector<Pending<void>> others;
        for (std::size_t at = 0; at < threads_; ++at) {
            const auto some = [&work, at, begin = count * at / threads_, end = count * (at + 1) / threads_] {
                work(at, begin, end);
            };
            if (at + 1 == threads_) {
                some();
            } else {
                others.push_back(beside(some));
            }
        }
        for (Pending<void>& other : others) other.get();
    }

   private:
    std::size_t threads_;
    Places places_;
};

}  // namespace base
