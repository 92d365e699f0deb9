// A zip archive in memory (APPNOTE.TXT): each part is packed as a whole once its last byte has come.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace workbook {

/// Parts one after another, all of the first of January 1980, so that the same parts make the same bytes.
class Zip {
   public:
    void begin(std::string_view name);
    void write(std::string_view piece) { part_ += piece; }
    /// The part that is being written may still be changed.
    const std::string& name() const { return name_; }
    std::string& part() { return part_; }
    /// False when the archive outgrows four gigabytes, which its records cannot say.
    bool end();
    /// The archive; nothing can be added any more.
    std::string finish();

   private:
    std::string bytes_, directory_;
    std::string name_, part_;  ///< of the part that is being written
    std::size_t count_ = 0;
};

}  // namespace workbook
