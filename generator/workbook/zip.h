// A zip archive in memory (APPNOTE.TXT): each part is packed as a whole once its last byte has come, or around
// stretches of it that were packed before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace workbook {

/// What a file of the archive holds, without holding it.
struct PartContent {
    std::size_t size = 0;
    std::uint32_t crc = 0;  ///< as in a zip archive (APPNOTE.TXT 4.4.7)
    bool operator==(const PartContent&) const = default;
    /// With what stands behind it.
    void add(std::string_view bytes);
    void add(const PartContent& rest);
};

/// A stretch in the middle of a part, packed as it grows.
class Stretch {
   public:
    /// What is not packed yet; more is written behind it.
    std::string& tail() { return tail_; }
    bool packed() const { return !pieces_.empty(); }
    bool empty() const { return pieces_.empty() && tail_.empty(); }
    /// Packs the tail once it is long: a short piece is packed worse.
    void grow();
    /// Nothing comes for a while: the tail is packed unless it is quite short, and takes no more room than it needs.
    void rest();
    /// Before all that is there.
    void begin_with(std::string_view head);

   private:
    friend class Zip;
    void pack();
    std::vector<std::string> pieces_;  ///< packed; a deque would be copied where a vector of stretches grows
    PartContent content_;              ///< of those
    std::string tail_;
};

/// Before the byte at this place of a part.
struct PlacedStretch {
    std::size_t at;
    Stretch stretch;
};

/// Parts one after another, all of the first of January 1980, so that the same parts make the same bytes.
class Zip {
   public:
    void begin(std::string_view name);
    void write(std::string_view piece) { part_ += piece; }
    /// The part that is being written may still be changed.
    const std::string& name() const { return name_; }
    std::string& part() { return part_; }
    /// What the part holds. False when the archive outgrows four gigabytes, which its records cannot say.
    bool end();
    /// The same with stretches, in the order of their places; what they hold is moved out of them.
    bool end(std::vector<PlacedStretch>&& stretches);
    /// What the part held that was ended last.
    const PartContent& ended() const { return ended_; }
    /// The archive; nothing can be added any more.
    base::Bytes finish();

   private:
    bool add(std::vector<std::string> packed);
    base::Bytes archive_;  ///< the parts
    std::string directory_;
    std::string name_, part_;  ///< of the part that is being written
    PartContent ended_;
    std::size_t count_ = 0;
};

}  // namespace workbook
