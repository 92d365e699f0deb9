// How much work one file of input may cost, so that a small file cannot ask for hours.
#pragma once

#include <cstdint>

namespace base {

/// Counts steps of work, or bytes, on the way to a limit that no file of honest work comes near. A count, not a clock:
/// the same file is refused on every machine.
class Budget {
   public:
    explicit constexpr Budget(std::uint64_t most) : left_(most) {}
    /// False once more was asked for than there was.
    constexpr bool spend(std::uint64_t amount) {
        const bool enough = amount <= left_;
        left_ -= enough ? amount : left_;
        return enough;
    }
    constexpr std::uint64_t left() const { return left_; }

   private:
    std::uint64_t left_;
};

}  // namespace base
