// A place is looked up among the ends of the pieces.
#include "base/bytes.h"

#include <algorithm>

namespace base {

void Bytes::add(std::string piece) {
    if (piece.empty()) return;
    ends_.push_back(size() + piece.size());
    pieces_.push_back(std::move(piece));
}

std::vector<std::string_view> Bytes::range(std::size_t begin, std::size_t size) const {
    std::vector<std::string_view> found;
    auto at = static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), begin) - ends_.begin());
    for (; size > 0 && at < pieces_.size(); ++at) {
        const std::size_t in_piece = begin - (ends_[at] - pieces_[at].size());
        found.push_back(std::string_view(pieces_[at]).substr(in_piece, size));
        size -= found.back().size();
        begin += found.back().size();
    }
    return found;
}

std::string Bytes::whole() const {
    std::string all;
    all.reserve(size());
    for (const std::string& piece : pieces_) all += piece;
    return all;
}

bool operator==(const Bytes& a, const Bytes& b) {
    if (a.size() != b.size()) return false;
    std::size_t at = 0;
    return std::all_of(a.pieces_.begin(), a.pieces_.end(), [&](std::string_view piece) {
        for (const std::string_view other : b.range(std::exchange(at, at + piece.size()), piece.size())) {
            if (!piece.starts_with(other)) return false;
            piece.remove_prefix(other.size());
        }
        return true;
    });
}

}  // namespace base
