// What a file holds, in pieces that stand one behind the other: what was made piece by piece is handed on and written
// so too, and never stands in memory as a whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

class Bytes {
   public:
    Bytes() = default;
    Bytes(std::string whole) { add(std::move(whole)); }
    Bytes(const char* whole) { add(whole); }
    void add(std::string piece);
    std::size_t size() const { return ends_.empty() ? 0 : ends_.back(); }
    /// None of them is empty.
    const std::vector<std::string>& pieces() const { return pieces_; }
    /// `size` bytes from `begin` on, or up to the end.
    std::vector<std::string_view> range(std::size_t begin, std::size_t size) const;
    /// In one piece.
    std::string whole() const;
    /// Wherever the pieces end.
    friend bool operator==(const Bytes& a, const Bytes& b);

   private:
    std::vector<std::string> pieces_;
    std::vector<std::size_t> ends_;  ///< of the pieces
};

}  // namespace base
