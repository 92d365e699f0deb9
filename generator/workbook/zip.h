// A zip archive in memory (APPNOTE.TXT): each part is packed as a whole once its last byte has come, or around a
// stretch of it that was packed before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

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
    bool packed() const { return !pieces_.empty(); }
    const PartContent& content() const { return content_; }
    /// Packs what is new, and gives its room back.
    void pack(std::string& bytes);
    /// What is new stays as it is, and is the end.
    void keep(std::string bytes);

   private:
    friend class Zip;
    std::deque<std::string> pieces_;  ///< packed
    std::string plain_;               ///< what follows them
    PartContent content_;
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
    /// The same, the byte at `place` being the stretch.
    bool end(std::size_t place, Stretch stretch);
    /// What the part held that was ended last.
    const PartContent& ended() const { return ended_; }
    /// The archive; nothing can be added any more.
    base::Bytes finish();

   private:
    bool add(std::deque<std::string> packed);
    base::Bytes archive_;  ///< the parts
    std::string directory_;
    std::string name_, part_;  ///< of the part that is being written
    PartContent ended_;
    std::size_t count_ = 0;
};

}  // namespace workbook
