// The one way in which a stage keeps what it made for the next run: under all the content it was made from.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace base {

/// Things by the content they follow from, which is compared to the last byte (or is a digest of it). A thing that a
/// whole run did not ask for is gone with the next. For one thread.
template <typename Thing>
class Kept {
   public:
    /// The thing that was made from the same content; null where none is kept. Stays where it is until next_run().
    const Thing* find(const std::string& content) {
        const auto found = entries_.find(content);
        if (found == entries_.end()) return nullptr;
        found->second.run = run_;
        return &found->second.thing;
    }
    const Thing& keep(std::string content, Thing thing) {
        return entries_.insert_or_assign(std::move(content), Entry{std::move(thing), run_}).first->second.thing;
    }
    void next_run() {
        std::erase_if(entries_, [this](const auto& entry) { return entry.second.run < run_; });
        ++run_;
    }
    void clear() { entries_.clear(); }

   private:
    struct Entry {
        Thing thing;
        std::uint64_t run;
    };
    std::unordered_map<std::string, Entry> entries_;
    std::uint64_t run_ = 0;
};

}  // namespace base
